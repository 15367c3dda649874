"""How fast `quizapp --help` is, beside a Python that imports click and leaves.

By hand: `python tests/bench/start_bench.py`. Prints medians of whole processes and their ratios.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 15
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "python -c 'import click'": [sys.executable, "-c", "import click"],
    "quizapp --help": [str(Path(sys.executable).parent / "quizapp"), "--help"],
    "quizapp --version": [str(Path(sys.executable).parent / "quizapp"), "--version"],
}


def seconds(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def main() -> None:
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS + 1):  # the first round warms the caches up
        for name, command in COMMANDS.items():
            taken[name].append(seconds(command))
    medians = {name: statistics.median(runs[1:]) for name, runs in taken.items()}
    floor = medians["python -c 'import click'"]
    for name, median in medians.items():
        print(f"{name:28} {median * 1000:7.1f} ms   {median / floor:5.2f} x")


if __name__ == "__main__":
    main()
