"""How long `import quizapp` takes, beside `import click`.

By hand: `python tests/bench/import_bench.py [RUNS]`. Prints the medians of what `-X importtime`
says of each import, run by turns in processes of their own, and their ratio: 1.3 is the most that
it may be.
"""

import re
import statistics
import subprocess
import sys

RUNS = 40
MOST = 1.3
CUMULATIVE = re.compile(r"import time:\s+\d+ \|\s+(\d+) \| (\w+)$", re.MULTILINE)


def microseconds(module: str) -> int:
    """Return what importing `module` takes, all that it imports included."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", f"import {module}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return int({name: time for time, name in CUMULATIVE.findall(done.stderr)}[module])


def main() -> None:
    runs = int(sys.argv[1]) if sys.argv[1:] else RUNS
    taken: dict[str, list[int]] = {"click": [], "quizapp": []}
    for _ in range(runs + 1):  # the first round warms the caches up
        for module, times in taken.items():
            times.append(microseconds(module))
    medians = {module: statistics.median(times[1:]) for module, times in taken.items()}
    for module, median in medians.items():
        print(f"import {module:10} {median / 1000:7.2f} ms")
    print(f"ratio {medians['quizapp'] / medians['click']:.2f}, at most {MOST} is wanted")


if __name__ == "__main__":
    main()
