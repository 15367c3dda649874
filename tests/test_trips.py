"""How far it is from a fact to a deck, an answer to its review, a card to a package.

Counted are the modules whose functions run, and how deep they call; what `dataclass` writes is no
function that anyone reads.

A change is easier to follow where the way is short. Who needs one more module raises the number
here, and says why.
"""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from types import FrameType

from quizapp.anki.export.export_decks import export_decks
from quizapp.anki.export.options import ExportDeck
from quizapp.bank.load import load_bank, load_deck
from quizapp.bank.model import DeckId
from quizapp.items.generate import generate
from quizapp.learner.export_values import ExportCard
from quizapp.learner.model import ChosenOptions
from quizapp.session.study import StudySession
from quizapp.store.learner_store import LearnerStore, open_learner
from tests.builders import CALENDAR, MORNING
from tests.session.test_study import a_stocked_store

ONE_FACT = """\
quizapp: 1
deck: tiny
title: Tiny
sources:
  atlas: {cite: A school atlas.}
facts:
  - {id: france, ask: What is the capital of France?, answer: Paris, source: atlas#7}
"""


def way_of(
    act: Callable[[], object], until: Callable[..., object] | None = None
) -> tuple[set[str], int]:
    """Return the modules of the package whose functions `act` runs, and how deep they call.

    The way ends where `until` returns, if it is said.
    """
    modules: set[str] = set()
    depth = deepest = 0

    def look(frame: FrameType, event: str, _: object) -> None:
        nonlocal depth, deepest
        name = frame.f_globals.get("__name__", "")
        is_written = frame.f_code.co_filename != "<string>"
        if name.startswith("quizapp.") and is_written and event in ("call", "return"):
            modules.add(name)
            depth += 1 if event == "call" else -1
            deepest = max(deepest, depth)
            if event == "return" and until is not None and frame.f_code is until.__code__:
                sys.setprofile(before)

    before = sys.getprofile()
    sys.setprofile(look)
    try:
        act()
    finally:
        sys.setprofile(before)
    return modules, deepest


def test_a_deck_of_one_fact_is_read_through_few_modules(tmp_path: Path) -> None:
    file = tmp_path / "tiny.yaml"
    file.write_text(ONE_FACT, encoding="utf-8")

    modules, depth = way_of(lambda: load_deck(file))

    assert len(modules) <= 12, sorted(modules)
    assert depth <= 10


def test_an_answer_becomes_a_review_through_few_modules() -> None:
    with a_stocked_store() as store:
        learner = open_learner(store, "me", CALENDAR)
        session = StudySession(learner, [DeckId("capitals")], "Capitals", seed=7)
        session.start(MORNING)
        answer_and_go_on(session)  # what is read once is read now

        modules, depth = way_of(lambda: answer_and_go_on(session), until=LearnerStore.record)

    assert "quizapp.store.review_log" in modules
    # Four of the session and one that grades, three of the judge, one that has its outcome as the
    # log keeps it, two of memory, five of the store. What comes of an answer is apart from what a
    # question stands at, since an answer may be asked back.
    assert len(modules) <= 15, sorted(modules)
    assert depth <= 15


def answer_and_go_on(session: StudySession) -> None:
    session.answer(ChosenOptions(("right",)), MORNING)
    session.go_on(None, MORNING)


def test_a_card_becomes_a_package_through_few_modules(tmp_path: Path) -> None:
    file = tmp_path / "tiny.yaml"
    file.write_text(ONE_FACT, encoding="utf-8")
    bank, _ = load_bank([file])
    cards = [
        ExportCard(tuple(items), datetime(2026, 1, 1, tzinfo=UTC))
        for _, items in groupby(generate(bank), key=lambda item: item.card)
    ]
    deck = ExportDeck(DeckId("tiny"), "Tiny", cards)

    modules, depth = way_of(lambda: export_decks(tmp_path / "tiny.apkg", [deck]))

    assert len(modules) <= 10, sorted(modules)
    assert depth <= 11
