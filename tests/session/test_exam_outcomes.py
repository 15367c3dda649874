"""What outcomes score in an exam, what is flagged, and what is granted of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from quizapp.bank.model import DeckSettings
from quizapp.grading.expected import ExpectedList, ExpectedNumber, ExpectedTerm
from quizapp.grading.grade import Outcome
from quizapp.items.item import Format, Item
from quizapp.learner.model import Mode, TypedText, Verdict
from quizapp.memory.model import Memory
from quizapp.session.exam import ExamFlag, ExamResult, ExamSitting, Score
from quizapp.session.model import ExamSettings, SittingPlan
from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.store import Store
from tests.builders import CALENDAR, MORNING, a_deck, a_fact, a_store, an_item

pytestmark = pytest.mark.usefixtures("known_words")

LATER = MORNING + timedelta(minutes=10)
TERM = an_item("capitals/a/answer", stem="Which disease is it?", key="bacterial sinusitis")
MEMBERS = ("red", "green", "blue", "yellow")
LIST = replace(
    an_item("capitals/b/answer", Format.LIST, stem="Which colours?"),
    key=MEMBERS,
    expected=ExpectedList(tuple(map(ExpectedTerm, MEMBERS))),
)
NUMBER = replace(
    an_item("capitals/c/answer", Format.NUMBER, stem="How many?", key="31"),
    expected=ExpectedNumber(Decimal(31), "31", tolerance=Decimal("0.5")),
)
# No number can be held against one that is none: comparing the two raises.
BROKEN = replace(NUMBER, expected=ExpectedNumber(Decimal("NaN"), "NaN"))


def a_store_of(*items: Item, settings: DeckSettings | None = None) -> Store:
    facts = [a_fact(item.fact.removeprefix("capitals/")) for item in items]
    return a_store(a_deck(facts=facts, settings=settings), items)


def sat(learner_store: LearnerStore, given: dict[Item, str]) -> ExamSitting:
    plan = SittingPlan(Mode.EXAM, "Exam", tuple(item.id for item in given), 5, moves_memory=True)
    state = learner_store.open_exam(plan, ExamSettings("{}"), MORNING)
    exam = ExamSitting(learner_store, state)
    for at, text in enumerate(given.values()):
        exam.respond(at, TypedText(text), 1000, MORNING)
    exam.hand_in(LATER)
    return exam


@pytest.mark.parametrize(
    ("item", "given", "points", "flag"),
    [
        (TERM, "bacterial sinusitis", 1.0, None),
        (TERM, "bacteriel sinusitis", 1.0, None),
        (TERM, "sinusitis", 0.0, ExamFlag.PART),
        (TERM, "acute bacterial sinusitis", 0.0, ExamFlag.UNSURE),
        (TERM, "psoriasis", 0.0, None),
        (NUMBER, "31.5", 1.0, None),
        (NUMBER, "32", 0.0, None),
        (BROKEN, "31", 0.0, ExamFlag.UNSURE),
        (LIST, "red, green, blue, yellow", 1.0, None),
        (LIST, "red, green, blue", 0.75, None),
        (LIST, "red, green, black", 0.25, None),
        (LIST, "red, black, white", 0.0, None),
    ],
)
def test_an_outcome_scores_and_what_is_open_is_flagged(
    item: Item, given: str, points: float, flag: ExamFlag | None
) -> None:
    with a_store_of(item) as store:
        result = sat(open_learner(store, "ada", CALENDAR), {item: given}).result(LATER)

        assert result.score == result.granted_score == Score(points, 1)
        assert [each.flag for each in result.flagged] == ([] if flag is None else [flag])


@pytest.mark.parametrize(
    ("item", "given", "points"),
    [
        (TERM, "bacteriel sinusitis", 0.0),
        (TERM, "bacterial sinusitis", 1.0),
        (LIST, "red, green, blue, yelow", 0.75),
    ],
)
def test_where_spelling_is_strict_a_slip_scores_nothing_and_is_remembered_all_the_same(
    item: Item, given: str, points: float
) -> None:
    with a_store_of(item, settings=DeckSettings(is_spelling_strict=True)) as store:
        learner_store = open_learner(store, "ada", CALENDAR)

        result = sat(learner_store, {item: given}).result(LATER)
        record = learner_store.card_answers(item.card, 1)[0].answer

        assert result.score == Score(points, 1)
        assert record.rating is not None
        assert record.rating.name == "GOOD"


@pytest.fixture
def store() -> Iterator[Store]:
    with a_store_of(TERM, NUMBER) as store:
        yield store


@pytest.fixture
def learner_store(store: Store) -> LearnerStore:
    return open_learner(store, "ada", CALENDAR)


def test_a_flagged_answer_moves_no_memory_and_its_first_outcome_is_logged(
    learner_store: LearnerStore,
) -> None:
    sat(learner_store, {TERM: "sinusitis", NUMBER: "31"})

    entry = learner_store.learner_card(TERM.card)
    record = learner_store.card_answers(TERM.card, 1)[0].answer
    assert entry is not None
    assert not isinstance(entry.memory, Memory)
    assert (record.verdict, record.first, record.rating) == (Verdict.WRONG, Outcome.MORE, None)


def test_what_is_granted_has_both_scores_also_after_a_restart(learner_store: LearnerStore) -> None:
    exam = sat(learner_store, {TERM: "sinusitis", NUMBER: "31"})

    result = exam.grant(0, LATER)

    assert scores(result) == (Score(1.0, 2), Score(2.0, 2))
    assert (result.flagged[0].is_granted, result.flagged[0].granted_by) == (True, "ada")
    assert result.points == (1.0, 1.0)
    (state,) = learner_store.past_exams(9)
    again = ExamSitting(learner_store, state).result(LATER)
    assert (scores(again), again.points) == (scores(result), result.points)
    assert learner_store.card_answers(TERM.card, 1)[0].answer.verdict is Verdict.WRONG


def test_a_grant_is_taken_back_and_given_again(learner_store: LearnerStore) -> None:
    exam = sat(learner_store, {TERM: "sinusitis", NUMBER: "31"})
    exam.grant(0, LATER, "bea")

    taken = exam.take_back_grant(0, LATER)
    again = exam.grant(0, LATER)

    assert scores(taken) == (Score(1.0, 2), Score(1.0, 2))
    assert scores(again) == (Score(1.0, 2), Score(2.0, 2))
    assert again.flagged[0].granted_by == "ada"


def test_only_what_is_flagged_is_granted(learner_store: LearnerStore) -> None:
    exam = sat(learner_store, {TERM: "sinusitis", NUMBER: "32"})

    with pytest.raises(ValueError, match="nothing is flagged there"):
        exam.grant(1, LATER)


def scores(result: ExamResult) -> tuple[Score, Score]:
    return result.score, result.granted_score
