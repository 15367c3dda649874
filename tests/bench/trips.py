"""Through how many modules and rooms a thing goes that quizapp does; run by hand.

    python tests/bench/trips.py [--list]

A trip is what one call of a face sets going, with everything loaded before: a choice answered until
its review is in the log, the same until the next question is there, a deck of one fact read, one
note written to an Anki package. Counted are the modules whose functions run, the rooms they lie in,
how often a function calls into another room ("hops"), the calls, and how deep they go. What
`dataclass` writes (an `__init__`, an `__eq__`) is no function that anyone reads, and is left out.
`--list` also prints the modules, with their calls, and the hops.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FrameType

from quizapp.anki.export.export_decks import export_decks
from quizapp.anki.export.options import ExportDeck
from quizapp.bank.load import load_deck
from quizapp.bank.model import DeckId
from quizapp.learner.export_values import ExportCard
from quizapp.learner.model import ChosenOptions
from quizapp.session.study import StudySession
from quizapp.store.learner_store import LearnerStore, open_learner
from tests.builders import CALENDAR, MORNING, an_item
from tests.session.test_study import a_stocked_store

GENERATED = "<string>"  # the file of a function that `dataclass` wrote
ONE_FACT = """\
quizapp: 1
deck: capitals
title: Capitals
facts:
  - id: france
    ask: What is the capital of France?
    answer: Paris
    wrong: [Lyon, Nice, Lille]
"""


@dataclass
class Trip:
    """What was called on a trip; `until` is the function at whose end it is over."""

    until: CodeType | None = None
    calls: Counter[str] = field(default_factory=Counter)
    hops: list[tuple[str, str]] = field(default_factory=list)
    depth: int = 0
    is_over: bool = False

    def __post_init__(self) -> None:
        self.stack: list[str] = []

    def take(self, call: Callable[[], object]) -> "Trip":
        """Make the call, count, and return what was counted."""
        sys.setprofile(self._count)
        try:
            call()
        finally:
            sys.setprofile(None)
        return self

    def _count(self, frame: FrameType, event: str, _: object) -> None:
        module = str(frame.f_globals.get("__name__", ""))
        is_ours = module.startswith("quizapp.") and frame.f_code.co_filename != GENERATED
        if self.is_over or not is_ours:
            return
        if event == "call":
            if self.stack and room_of(self.stack[-1]) != room_of(module):
                self.hops.append((self.stack[-1], f"{module}.{frame.f_code.co_name}"))
            self.calls[module] += 1
            self.stack.append(module)
            self.depth = max(self.depth, len(self.stack))
        elif event == "return" and self.stack:
            self.stack.pop()
            self.is_over = frame.f_code is self.until

    def print_counts(self, name: str, *, with_names: bool) -> None:
        """Print a line, and what it counts where wanted."""
        rooms = {room_of(module) for module in self.calls}
        print(
            f"{name:34}{len(self.calls):9}{len(rooms):7}{len(self.hops):6}"
            f"{self.calls.total():8}{self.depth:7}"
        )
        if with_names:
            for module, count in sorted(self.calls.items()):
                print(f"    {count:5} {module}")
            for start, end in self.hops:
                print(f"    {start} -> {end}")


def room_of(module: str) -> str:
    return module.split(".")[1]


def answer_choice(until: CodeType | None) -> Trip:
    """Answer a choice right and go on; the first answer of the session warmed everything up."""
    with a_stocked_store() as store:
        session = StudySession(
            open_learner(store, "me", CALENDAR), [DeckId("capitals")], "Capitals", seed=7
        )
        session.start(MORNING)
        answer_and_go_on(session)
        return Trip(until).take(lambda: answer_and_go_on(session))


def answer_and_go_on(session: StudySession) -> None:
    session.answer(ChosenOptions(("right",)), MORNING)
    session.go_on(None, MORNING)


def read_one_fact() -> Trip:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "capitals.yaml"
        path.write_text(ONE_FACT, encoding="utf-8")
        deck, problems = load_deck(path)
        assert deck is not None, problems
        return Trip().take(lambda: load_deck(path))


def export_one_note() -> Trip:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "capitals.apkg"
        deck = ExportDeck(DeckId("capitals"), "Capitals", (ExportCard((an_item(),), MORNING),))
        export_decks(path, [deck])
        return Trip().take(lambda: export_decks(path, [deck]))


def main(*arguments: str) -> None:
    """Print the counts of each trip."""
    with_names = "--list" in arguments
    trips = {
        "a choice answered to its row": answer_choice(LearnerStore.record.__code__),
        "the same to the next question": answer_choice(None),
        "YAML of one fact to a deck": read_one_fact(),
        "one note to a package": export_one_note(),
    }
    print(f"{'trip':34}{'modules':>9}{'rooms':>7}{'hops':>6}{'calls':>8}{'depth':>7}")
    for name, trip in trips.items():
        trip.print_counts(name, with_names=with_names)


if __name__ == "__main__":
    main(*sys.argv[1:])
