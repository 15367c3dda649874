"""How fast the app is, beside a Textual app that paints and reads one row of the same store.

Run by hand: `python tests/bench/terminal_bench.py [CARDS]`. Both run in a pseudo-terminal of 80×24
that a terminal emulator reads; a time ends when what is waited for stands on that screen.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte

ROOT = Path(__file__).parent.parent.parent
APP, FLOOR = "terminal_app.py", "terminal_floor.py"
RUNS = 7
ANSWERS = 60
CARDS = 10_000
LONGEST = 30.0
ENVIRONMENT = {
    **os.environ,
    "TERM": "xterm-256color",
    "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", ""))),
}
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def shows(words: str) -> Callable[[str], bool]:
    """Return what says whether `words` stand on a screen."""
    return lambda text: words in text


class Terminal:
    """A program on a screen of 80×24."""

    def __init__(self, program: str, *arguments: str) -> None:
        self.began = time.perf_counter()
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.ByteStream(self.screen)
        self.program: pexpect.spawn[bytes] = pexpect.spawn(
            sys.executable,
            [str(Path(__file__).parent / program), *arguments],
            dimensions=(24, 80),
            env=ENVIRONMENT,
        )
        self.program.delaybeforesend = None

    def seconds_until(self, is_there: Callable[[str], bool], began: float) -> float:
        """Return how long after `began` the screen is as wanted."""
        while not is_there("\n".join(self.screen.display)):
            self.stream.feed(self.program.read_nonblocking(1 << 16, timeout=LONGEST))
        return time.perf_counter() - began

    def press(self, keys: str, is_there: Callable[[str], bool]) -> float:
        """Return how long it takes from `keys` until the screen is as wanted."""
        began = time.perf_counter()
        self.program.send(keys)
        return self.seconds_until(is_there, began)

    def settle(self) -> None:
        """Read what is still being painted."""
        while True:
            try:
                self.stream.feed(self.program.read_nonblocking(1 << 16, timeout=0.05))
            except pexpect.TIMEOUT:
                return

    def close(self) -> None:
        """End the program."""
        self.program.close(force=True)


# --- what is measured -----------------------------------------------------------------------------


def start(program: str, url: str, first: str, second: str) -> tuple[float, float]:
    """Return the seconds from the start until `first` and until `second` stand on the screen."""
    terminal = Terminal(program, url)
    painted = terminal.seconds_until(lambda text: first in text, terminal.began)
    read = terminal.seconds_until(lambda text: second in text, terminal.began)
    terminal.close()
    return painted, read


def app_keys(url: str) -> dict[str, list[float]]:
    """Return the seconds from key to screen in the app: a letter, an answer, going on."""
    taken: dict[str, list[float]] = {"letter": [], "answer": [], "go on": []}
    terminal = Terminal(APP, url)
    terminal.seconds_until(lambda text: "?" in text and "Question" in text, terminal.began)
    for number in range(ANSWERS):
        terminal.settle()
        letter = LETTERS[number % len(LETTERS)]
        taken["letter"].append(terminal.press(letter, shows(f"› {letter}")))
        terminal.settle()
        taken["answer"].append(terminal.press("\r", lambda text: "1 Again" in text))
        terminal.settle()
        taken["go on"].append(
            terminal.press(
                "4", lambda text: "type your answer, then enter" in text and "saved" in text
            )
        )
    terminal.close()
    return taken


def floor_keys(url: str) -> list[float]:
    """Return the seconds from key to screen in the floor."""
    terminal = Terminal(FLOOR, url)
    terminal.seconds_until(lambda text: "items" in text, terminal.began)
    taken = []
    for number in range(1, ANSWERS + 1):
        terminal.settle()
        taken.append(terminal.press("x", shows(f"pressed {number} ")))
    terminal.close()
    return taken


def shown(name: str, seconds: list[float], floor: float) -> str:
    """Return a line of the report: p50, p95, and p50 as a multiple of the floor's."""
    middle = statistics.median(seconds)
    top = sorted(seconds)[round(len(seconds) * 0.95) - 1]
    times = f"p50 {middle * 1000:7.1f} ms   p95 {top * 1000:7.1f} ms"
    return f"{name:26} {times}   {middle / floor:5.2f} x"


def main(cards: int) -> None:
    """Measure, and print."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/quizapp.db"
        command = [sys.executable, str(Path(__file__).parent / APP), url, str(cards)]
        subprocess.run(command, check=True, env=ENVIRONMENT)
        floors, apps = [], []
        for _ in range(RUNS + 1):  # in turn, so that a busy moment meets both
            floors.append(start(FLOOR, url, "floor", "items"))
            apps.append(start(APP, url, "quizapp", "Question"))
        # The first start warms the caches up.
        floor_paint, floor_row = map(list, zip(*floors[1:], strict=True))
        paint, question = map(list, zip(*apps[1:], strict=True))
        floor_key = floor_keys(url)
        keys = app_keys(url)
    first, row, key = map(statistics.median, (floor_paint, floor_row, floor_key))
    print(f"{cards} cards; x: times the floor (a Textual app that paints and reads one row)")
    print(shown("floor: first paint", floor_paint, first))
    print(shown("first paint", paint, first))
    print(shown("floor: first row", floor_row, row))
    print(shown("first question", question, row))
    print(shown("floor: key to screen", floor_key, key))
    for name, seconds in keys.items():
        print(shown(f"key to screen: {name}", seconds, key))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CARDS)
