"""How fast the browse screen is on a large bank: from a key to what it changes on the screen.

Run by hand: `python tests/bench/browse_bench.py [CARDS…]`. In a pseudo-terminal of 80×24 that a
terminal emulator reads; a time ends when what is waited for stands on that screen.
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.terminal_bench import APP, ENVIRONMENT, Terminal, shows

SIZES = (10_000, 100_000)
OPENINGS = 5
KEYS = 60


def shown(name: str, seconds: list[float]) -> str:
    """Return a line of the report."""
    top = sorted(seconds)[max(round(len(seconds) * 0.95) - 1, 0)]
    middle = statistics.median(seconds)
    return f"  {name:34} p50 {middle * 1000:7.1f} ms   p95 {top * 1000:7.1f} ms"


def opened(url: str) -> Terminal:
    """Return a terminal at the home screen."""
    terminal = Terminal(APP, url, "home")
    terminal.seconds_until(lambda text: "due today" in text, terminal.began)
    terminal.settle()
    return terminal


def openings(url: str) -> tuple[list[float], list[float]]:
    """Return the seconds from `b` to the first cards, and to a first search asked at once."""
    first, search = [], []
    for _ in range(OPENINGS):
        terminal = opened(url)
        first.append(terminal.press("b", lambda text: "▸ Question 0?" in text))
        terminal.press("/", lambda text: "To the cards" in text)
        search.append(terminal.press("77?", lambda text: "▸ Question 77?" in text))
        terminal.close()
    return first, search


def keys(url: str, cards: int) -> dict[str, list[float]]:
    """Return the seconds from key to screen once the texts are known."""
    terminal, all_cards = opened(url), f"{cards:,} cards"
    terminal.press("b", lambda text: "▸ Question 0?" in text)
    terminal.press("/", lambda text: "To the cards" in text)
    terminal.press("77?", lambda text: "▸ Question 77?" in text)
    taken: dict[str, list[float]] = {
        "letter to the search line": [],
        "word to its cards": [],
        "cursor": [],
    }
    terminal.press("\x1b", lambda text: all_cards in text)
    for number in range(KEYS):
        terminal.settle()
        digit = str(number % 10)
        taken["letter to the search line"].append(terminal.press(digit, shows(f"/ {digit}")))
        terminal.seconds_until(lambda text: all_cards not in text, terminal.began)
        terminal.press("\x1b", lambda text: all_cards in text)
    for number in range(11, 11 + KEYS):
        terminal.settle()
        taken["word to its cards"].append(
            terminal.press(f"{number}?", shows(f"▸ Question {number}?"))
        )
        terminal.settle()
        terminal.press("\x1b", lambda text: all_cards in text)
    terminal.press("\r", lambda text: "/ Search" in text)
    terminal.settle()
    terminal.press("g", lambda text: "▸ Question 0?" in text)
    for number in range(1, KEYS + 1):
        terminal.settle()
        taken["cursor"].append(terminal.press("j", shows(f"▸ Question {number}?")))
    taken["to the last card"] = [
        terminal.press("G", lambda text: f"▸ Question {cards - 1}?" in text)
    ]
    terminal.close()
    return taken


def main(sizes: list[int]) -> None:
    """Measure, and print."""
    for cards in sizes:
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{folder}/quizapp.db"
            command = [sys.executable, str(Path(__file__).parent / APP), url, str(cards)]
            subprocess.run(command, check=True, env=ENVIRONMENT)
            first, search = openings(url)
            print(f"{cards} cards")
            print(shown("b to the first cards", first))
            print(shown("first search, asked at once", search))
            for name, seconds in keys(url, cards).items():
                print(shown(name, seconds), flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
