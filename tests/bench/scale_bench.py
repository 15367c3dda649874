"""Large banks: reading, judging and making items of 1 000 to 100 000 facts; run by hand.

    python tests/bench/scale_bench.py [FACTS ...]

Each size runs in a process of its own, so that its peak of memory is its own. Reading stands
beside a bare `yaml.load` with CSafeLoader of the same file in the same run. Where cost is linear,
what is done in a second stays the same from size to size.
"""

import gc
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from quizapp.bank.deck_files import have_decks_changed
from quizapp.bank.load import load_bank
from quizapp.cli.main import ALLOCATIONS_BEFORE_COLLECTING
from quizapp.items.generate import generate
from quizapp.lint.check import check_bank

SIZES = (1_000, 10_000, 100_000)
TYPES = 50
SYLLABLES = (
    "ba",
    "co",
    "di",
    "fe",
    "gu",
    "ha",
    "ki",
    "lo",
    "mu",
    "ne",
    "pi",
    "ro",
    "sa",
    "tu",
    "ve",
)


def main(sizes: list[int]) -> None:
    print(f"{'facts':>8} {'items':>9} {'MB':>6} {'bare yaml':>10} {'load':>8} {'ratio':>6}", end="")
    print(
        f" {'again':>8} {'generate':>9} {'items/s':>8} {'check':>8} {'items/s':>8} {'peak MB':>8}"
    )
    for size in sizes:
        found = subprocess.run(
            [sys.executable, __file__, "--one", str(size)], check=True, capture_output=True
        )
        print(row(json.loads(found.stdout)))


def row(figures: dict[str, Any]) -> str:
    facts, items = figures["facts"], figures["items"]
    made, judged = figures["generate"], figures["check"]
    return (
        f"{facts:>8} {items:>9} {figures['megabytes']:>6.1f} {figures['bare']:>9.2f}s"
        f" {figures['load']:>7.2f}s {figures['load'] / figures['bare']:>6.2f}"
        f" {1000 * figures['again']:>6.1f}ms {made:>8.2f}s {items / made:>8.0f}"
        f" {judged:>7.2f}s {items / judged:>8.0f} {figures['peak']:>8.0f}"
    )


def measure(size: int) -> dict[str, Any]:
    """Return the figures of a bank of `size` facts, in seconds and megabytes."""
    gc.set_threshold(ALLOCATIONS_BEFORE_COLLECTING)  # as the command does
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.yaml"
        path.write_text("".join(deck(size)), encoding="utf-8")
        text = path.read_text(encoding="utf-8")
        bare = float(
            subprocess.run(
                [sys.executable, __file__, "--bare", str(path)], check=True, capture_output=True
            ).stdout
        )
        load, (bank, problems) = timed(lambda: load_bank([path]))
        assert not problems, problems[:5]
        again, _ = timed(lambda: have_decks_changed([path], bank.decks[0].files))
        made, items = timed(lambda: tuple(generate(bank)))
        judged, found = timed(lambda: check_bank(bank, items))
        print(sorted({problem.code for problem in found}), len(found), file=sys.stderr)
        return {
            "facts": len(bank.decks[0].facts),
            "items": len(items),
            "megabytes": len(text) / 1e6,
            "bare": bare,
            "load": load,
            "again": again,
            "generate": made,
            "check": judged,
            "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.perf_counter()
    result = work()
    return time.perf_counter() - begun, result


def bare_seconds(path: Path) -> float:
    """Return how long PyYAML's fastest safe loader takes for the file alone."""
    text = path.read_text(encoding="utf-8")
    return timed(lambda: yaml.load(text, yaml.CSafeLoader))[0]


# --- a bank to measure with -----------------------------------------------------------------------


def deck(size: int) -> Iterator[str]:
    """Yield the YAML of a deck of about `size` facts: terms, numbers, lists, sequences, a table."""
    draw = random.Random(size)
    yield "quizapp: 1\ndeck: large\ntitle: A large deck\n"
    yield "sources:\n  paper: {cite: A large paper, short: Paper, sentences: 100000}\n"
    yield "concepts:\n"
    names = [name_of(number) for number in range(max(size // 5, 4 * TYPES))]
    for number, name in enumerate(names):
        kind = f"type{number % TYPES}"
        yield f"  c{number}: {{name: {name}, type: {kind}, aliases: [{name}a {name}o]}}\n"
    yield "facts:\n"
    for number in range(size):
        yield KINDS[number % len(KINDS)](number, names, draw)


def name_of(number: int) -> str:
    """Return a word that no other number has."""
    found = ""
    left = number + len(SYLLABLES) ** 2
    while left:
        left, last = divmod(left, len(SYLLABLES))
        found = SYLLABLES[last] + found
    return f"{found}x"


def term(number: int, names: list[str], draw: random.Random) -> str:
    at = draw.randrange(len(names))
    others = [names[(at + step * TYPES) % len(names)] for step in (1, 2)]
    return f"""\
  - id: f{number}
    source: paper#{number % 99_999 + 1}
    say: "In trial {number} the {{agent}} was the most frequent cause of illness among them."
    cards:
      agent:
        ask: Which agent was the most frequent cause of illness in trial {number}?
        answer: {names[at]}
        choose_from: type{at % TYPES}
        wrong:
          {others[0]}: It was found in few of those who fell ill there.
          {others[1]}: It was looked for and not found in anyone at all.
    why: The wells that they drank from were shared with the herds of trial {number}.
    untrue:
      - say: In trial {number} nobody fell ill of anything that was looked for.
        why: Many did.
    tags: [cause]
"""


def number_(number: int, names: list[str], draw: random.Random) -> str:  # noqa: ARG001
    of = draw.randrange(40, 400)
    key = draw.randrange(5, of)
    return f"""\
  - id: f{number}
    source: paper#{number % 99_999 + 1}
    say: "Of the {of} people in trial {number}, {{answer}} were well again after a month."
    ask: How many of the {of} people in trial {number} were well again after a month?
    answer: {key}
    unit: people
    of: {of}
    why: The others took longer, since the drug reached them late.
    tags: [outcome]
"""


def list_(number: int, names: list[str], draw: random.Random) -> str:
    first, second, third, fourth = draw.sample(names, 4)
    return f"""\
  - id: f{number}
    source: paper#{number % 99_999 + 1}
    say: "Those of trial {number} were given {{drugs}} in the morning and at night."
    cards:
      drugs:
        ask: Which two drugs were those of trial {number} given?
        answer: [{first}, {second}]
        wrong: {{{third}: Not in this trial., {fourth}: It was withdrawn.}}
    tags: [treatment]
"""


def closed(number: int, names: list[str], draw: random.Random) -> str:  # noqa: ARG001
    return f"""\
  - id: f{number}
    source: paper#{number % 99_999 + 1}
    hedged: true
    say: "After trial {number} the level of antibodies was often {{level}} for a year."
    cards:
      level:
        ask: How was the level of antibodies for a year after trial {number}?
        answer: {draw.choice(["low", "normal", "high"])}
        among: [low, normal, high]
    tags: [laboratory]
"""


def sequence(number: int, names: list[str], draw: random.Random) -> str:
    return f"""\
  - id: f{number}
    source: paper#{number % 99_999 + 1}
    ask: In what order were the drugs of trial {number} given?
    answer: {{order: [{", ".join(draw.sample(names, 4))}]}}
    tags: [treatment]
"""


KINDS = (term, number_, list_, term, number_, closed, term, number_, list_, sequence)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--one", size]:
            print(json.dumps(measure(int(size))))
        case ["--bare", path]:
            gc.collect()
            print(bare_seconds(Path(path)))
        case sizes:
            main([int(size) for size in sizes] or list(SIZES))
