"""How long the first misspelt answer of a process holds up the thread that takes keys.

Run by hand: `python tests/bench/first_slip_bench.py`. Each run is a process of its own. "Cold" is
the answer with nothing loaded, "warm" the one after `load_judge` ran in a thread beside, as it does
while the first question is read; "pause" is the longest that the other thread was kept waiting
meanwhile, for it looks at the clock every millisecond.
"""

import statistics
import subprocess
import sys
import threading
import time
from decimal import Decimal

from quizapp.grading.expected import ExpectedNumber, ExpectedTerm

RUNS = 9
A_MILLISECOND = 0.001


def milliseconds_of_slip() -> float:
    """Return how long a misspelt term and a number take."""
    began = time.perf_counter()
    from quizapp.grading.judge import judge  # noqa: PLC0415 (it is what is measured)

    judge(ExpectedTerm("hypogammaglobulinemia"), "hypogamaglobulinemia")
    judge(ExpectedNumber(Decimal(13), "13", "patients"), "thirteen patients")
    return 1000 * (time.perf_counter() - began)


def longest_pause(thread: threading.Thread) -> float:
    """Return the longest time between two looks at the clock while `thread` runs."""
    longest, last = 0.0, time.perf_counter()
    thread.start()
    while thread.is_alive():
        time.sleep(A_MILLISECOND)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return 1000 * longest


def measure(how: str) -> str:
    """Return the milliseconds of one run: of the slip, or of the pause and then the slip."""
    if how == "cold":
        return f"{milliseconds_of_slip()}"
    from quizapp.session.grade_response import load_judge  # noqa: PLC0415 (the cold run goes without)

    pause = longest_pause(threading.Thread(target=load_judge))
    return f"{pause} {milliseconds_of_slip()}"


def main() -> None:
    """Print the median and the worst of each."""
    for how, names in (("cold", ("cold slip",)), ("warm", ("pause", "warm slip"))):
        runs = [
            subprocess.run(
                [sys.executable, __file__, how], check=True, capture_output=True, text=True
            ).stdout.split()
            for _ in range(RUNS)
        ]
        for at, name in enumerate(names):
            found = [float(run[at]) for run in runs]
            print(f"{name:<10} median {statistics.median(found):6.1f} ms, worst {max(found):6.1f}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(measure(sys.argv[1]))
    else:
        main()
