"""What is asked back: more of the answer, once, and whether what was given is the same."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from quizapp.grading.expected import ExpectedList, ExpectedNumber, ExpectedTerm
from quizapp.grading.grade import Outcome, Reason
from quizapp.items.item import Format, Item
from quizapp.learner.model import (
    AnswerRecord,
    GaveUp,
    Mode,
    Response,
    Scope,
    TypedText,
    Verdict,
)
from quizapp.memory.model import Rating
from quizapp.session.answering import answer
from quizapp.session.model import Confirmation, Feedback, SayMore, SittingPlan
from quizapp.session.quiz import QuizSitting
from quizapp.session.states import Answered, AskedForMore, Asking, Confirming
from quizapp.session.study import StudySession
from quizapp.store.learner_store import LearnerStore
from quizapp.store.sync_bank import sync_deck
from tests.builders import MORNING, a_deck, a_store, an_item
from tests.session.test_study import a_session, reviews
from tests.session.watched_store import WatchedStore

pytestmark = pytest.mark.usefixtures("known_words")

CARD = "capitals/france/answer"
TERM = an_item(CARD, stem="Which disease is it?", key="bacterial sinusitis")
NUMBER = replace(
    an_item(CARD, Format.NUMBER, key="13"),
    expected=ExpectedNumber(Decimal(13), "13", of=Decimal(56)),
)
PERCENT = replace(
    an_item(CARD, Format.NUMBER, key="40"),
    expected=ExpectedNumber(Decimal(40), "40", "%"),
)
CODE = replace(an_item(CARD, key="grep -v"), expected=ExpectedTerm("grep -v", code=True))
MEMBERS = ("red", "green", "blue", "yellow")
LIST = replace(
    an_item(CARD, Format.LIST),
    key=MEMBERS,
    expected=ExpectedList(tuple(map(ExpectedTerm, MEMBERS))),
)
# No number can be held against one that is none: comparing the two raises.
BROKEN = replace(NUMBER, expected=ExpectedNumber(Decimal("NaN"), "NaN"))

A_PART, SAME_WITH_ONE_MORE, WHOLE = "sinusitis", "acute bacterial sinusitis", TERM.key[0]


def a_watched_store(*items: Item) -> WatchedStore:
    return WatchedStore(a_store(items=items))


@pytest.fixture
def learner_store() -> Iterator[WatchedStore]:
    with a_store(items=[TERM]) as store:
        yield WatchedStore(store)


def logged(session: StudySession | QuizSitting, store: LearnerStore) -> AnswerRecord:
    """Go on, and return the answer that is in the log then."""
    session.go_on(None, MORNING)
    return store.card_answers(TERM.card, 1)[0].answer


def outcome_of(session: StudySession) -> tuple[Outcome, Reason] | None:
    made = session.feedback
    return None if made is None else (made.grade.outcome, made.grade.reason)


# --- say more -------------------------------------------------------------------------------------


def test_a_true_part_keeps_the_question_open_with_the_note_and_the_text(
    learner_store: WatchedStore,
) -> None:
    session = a_session(learner_store)

    asked = session.answer(TypedText(A_PART), MORNING)

    assert isinstance(asked, SayMore)
    assert (asked.text, asked.grade.outcome) == (A_PART, Outcome.MORE)
    assert asked.grade.note
    assert session.say_more == asked
    assert (session.question, session.feedback) == (asked.question, None)


@pytest.mark.parametrize(
    ("second", "outcome", "reason", "verdict", "rating"),
    [
        (TypedText(WHOLE), Outcome.RIGHT, Reason.SAME, Verdict.CORRECT, Rating.GOOD),
        (
            TypedText("bacteriel sinusitis"),
            Outcome.SLIP,
            Reason.SPELLING,
            Verdict.CLOSE,
            Rating.GOOD,
        ),
        (TypedText(A_PART), Outcome.WRONG, Reason.PART, Verdict.WRONG, Rating.AGAIN),
        (TypedText(""), Outcome.WRONG, Reason.PART, Verdict.WRONG, Rating.AGAIN),
        (GaveUp(), Outcome.WRONG, Reason.PART, Verdict.WRONG, Rating.AGAIN),
        (TypedText("psoriasis"), Outcome.WRONG, Reason.OTHER, Verdict.WRONG, Rating.AGAIN),
    ],
)
def test_the_second_try_decides(
    second: Response,
    outcome: Outcome,
    reason: Reason,
    verdict: Verdict,
    rating: Rating,
    learner_store: WatchedStore,
) -> None:
    session = a_session(learner_store)
    session.answer(TypedText(A_PART), MORNING)

    session.answer(second, MORNING + timedelta(seconds=50))
    found = outcome_of(session)
    record = logged(session, learner_store)

    assert found == (outcome, reason)
    assert session.say_more is None
    assert (record.verdict, record.reason, record.rating) == (verdict, reason, rating)


def test_more_is_asked_for_once_a_question(learner_store: WatchedStore) -> None:
    session = a_session(learner_store)
    session.answer(TypedText(A_PART), MORNING)

    assert isinstance(session.answer(TypedText(A_PART), MORNING), Feedback)


def test_who_says_nothing_more_is_kept_with_what_was_said(learner_store: WatchedStore) -> None:
    session = a_session(learner_store)
    session.answer(TypedText(A_PART), MORNING)
    session.answer(GaveUp(), MORNING)

    assert logged(session, learner_store).response == TypedText(A_PART)


def test_the_time_is_that_of_the_first_try(learner_store: WatchedStore) -> None:
    session = a_session(learner_store)
    session.answer(TypedText(A_PART), MORNING + timedelta(seconds=4))
    session.answer(TypedText(WHOLE), MORNING + timedelta(seconds=30))

    assert session.feedback is not None
    assert session.feedback.milliseconds == 4000


def test_a_hint_between_the_tries_costs_the_rating(learner_store: WatchedStore) -> None:
    session = a_session(learner_store)
    session.answer(TypedText(A_PART), MORNING)

    hint = session.hint(MORNING)
    still = session.say_more
    session.answer(TypedText(WHOLE), MORNING)

    assert hint
    assert still is not None
    assert session.feedback is not None
    assert session.feedback.suggested_rating is Rating.HARD


def test_a_proportion_in_another_notation_is_asked_for_in_its_own() -> None:
    session = a_session(a_watched_store(PERCENT))

    assert isinstance(session.answer(TypedText("0.4"), MORNING), SayMore)
    assert isinstance(session.answer(TypedText("40"), MORNING), Feedback)
    assert outcome_of(session) == (Outcome.RIGHT, Reason.SAME)


def test_an_incomplete_list_is_not_it_at_once() -> None:
    session = a_session(a_watched_store(LIST))

    session.answer(TypedText("red, green"), MORNING)

    assert outcome_of(session) == (Outcome.WRONG, Reason.PART)
    assert session.feedback is not None
    assert session.feedback.suggested_rating is Rating.AGAIN


def test_of_a_long_list_one_may_be_missing_at_a_price() -> None:
    store = a_watched_store(LIST)
    session = a_session(store)

    session.answer(TypedText("red, green, blue"), MORNING)
    record = logged(session, store)

    assert (record.verdict, record.rating) == (Verdict.WRONG, Rating.HARD)


# --- unsure ---------------------------------------------------------------------------------------


def test_what_nothing_proves_is_asked_of_the_learner(learner_store: WatchedStore) -> None:
    session = a_session(learner_store)

    asked = session.answer(TypedText(SAME_WITH_ONE_MORE), MORNING)

    assert isinstance(asked, Confirmation)
    assert asked.response == TypedText(SAME_WITH_ONE_MORE)
    assert asked.grade.outcome is Outcome.UNSURE
    assert session.confirmation == asked
    assert (session.question, session.feedback) == (asked.question, None)


@pytest.mark.parametrize(
    ("is_same", "outcome", "reason", "verdict", "rating"),
    [
        (True, Outcome.SLIP, Reason.CONFIRMED, Verdict.CLOSE, Rating.GOOD),
        (False, Outcome.WRONG, Reason.DENIED, Verdict.WRONG, Rating.AGAIN),
    ],
)
@pytest.mark.parametrize(
    ("item", "given"),
    [(TERM, SAME_WITH_ONE_MORE), (BROKEN, "13")],
    ids=["one word more", "judging failed"],
)
def test_the_learner_decides(
    item: Item,
    given: str,
    is_same: bool,
    outcome: Outcome,
    reason: Reason,
    verdict: Verdict,
    rating: Rating,
) -> None:
    store = a_watched_store(item)
    session = a_session(store)
    session.answer(TypedText(given), MORNING)

    session.confirm(MORNING + timedelta(seconds=9), is_same=is_same)
    found = outcome_of(session)
    record = logged(session, store)

    assert found == (outcome, reason)
    assert session.confirmation is None
    assert (record.verdict, record.graded_verdict) == (verdict, verdict)
    assert (record.reason, record.rating) == (reason, rating)


def test_more_is_asked_for_first_and_then_whether_it_is_the_same(
    learner_store: WatchedStore,
) -> None:
    session = a_session(learner_store)
    session.answer(TypedText(A_PART), MORNING)

    asked = session.answer(TypedText(SAME_WITH_ONE_MORE), MORNING)
    session.confirm(MORNING, is_same=True)

    assert isinstance(asked, Confirmation)
    assert outcome_of(session) == (Outcome.SLIP, Reason.CONFIRMED)


def test_of_code_nobody_is_asked_whether_it_is_the_same(learner_store: WatchedStore) -> None:
    asking = a_session(learner_store).state
    assert isinstance(asking, Asking)
    asking = replace(asking, question=replace(asking.question, item=CODE))

    answered = answer(asking, TypedText("please grep -v"), MORNING)

    assert isinstance(answered, Answered)
    assert answered.feedback.grade.outcome is Outcome.WRONG


def test_nothing_else_is_taken_for_a_yes(learner_store: WatchedStore) -> None:
    session = a_session(learner_store)
    session.answer(TypedText(SAME_WITH_ONE_MORE), MORNING)

    with pytest.raises(ValueError, match="no question is open"):
        session.answer(TypedText(WHOLE), MORNING)
    with pytest.raises(ValueError, match="there is no answer to continue from"):
        session.go_on(None, MORNING)
    assert session.confirmation is not None


def test_only_what_is_asked_can_be_confirmed(learner_store: WatchedStore) -> None:
    session = a_session(learner_store)

    with pytest.raises(ValueError, match="nothing to confirm"):
        session.confirm(MORNING, is_same=True)


# --- what is left open ----------------------------------------------------------------------------

OPEN = pytest.mark.parametrize("given", [A_PART, SAME_WITH_ONE_MORE], ids=["say more", "unsure"])


@OPEN
def test_who_leaves_has_given_no_answer(given: str, learner_store: WatchedStore) -> None:
    session = a_session(learner_store)
    session.answer(TypedText(given), MORNING)

    session.keep_judged()
    session.leave(MORNING)

    assert learner_store.judged is None
    assert reviews(learner_store) == 0
    assert a_session(learner_store).question is not None


@OPEN
def test_undo_asks_the_question_anew(given: str, learner_store: WatchedStore) -> None:
    session = a_session(learner_store)
    session.answer(TypedText(given), MORNING)

    assert session.undo(MORNING + timedelta(minutes=1))

    assert type(session.state) is Asking
    assert session.state.question.asked_at == MORNING + timedelta(minutes=1)
    assert (session.say_more, session.confirmation) == (None, None)


@OPEN
def test_a_card_that_is_put_aside_is_not_logged(given: str, learner_store: WatchedStore) -> None:
    session = a_session(learner_store)
    session.answer(TypedText(given), MORNING)

    session.suspend(Scope.CARD, MORNING)
    is_gone = session.question is None
    session.undo(MORNING)

    assert is_gone
    assert reviews(learner_store) == 0
    assert type(session.state) is Asking


@OPEN
def test_a_mark_changes_nothing_of_what_is_asked(given: str, learner_store: WatchedStore) -> None:
    session = a_session(learner_store)
    session.answer(TypedText(given), MORNING)
    before = type(session.state)

    session.mark(Scope.CARD, MORNING)

    assert type(session.state) is before
    assert session.question is not None
    assert session.question.learner_card.is_marked


def test_a_question_that_was_edited_is_asked_as_it_is_now(learner_store: WatchedStore) -> None:
    session = a_session(learner_store)
    session.answer(TypedText(A_PART), MORNING)
    is_same = session.reload_question(MORNING)
    still = isinstance(session.state, AskedForMore)
    changed = replace(TERM, content_hash="another", stem="What is it?")
    sync_deck(learner_store._store, a_deck(), (changed,), MORNING)

    is_changed = session.reload_question(MORNING)

    assert (is_same, still, is_changed) == (False, True, True)
    assert type(session.state) is Asking
    assert reviews(learner_store) == 0


def test_what_is_to_be_confirmed_outlives_an_edit(learner_store: WatchedStore) -> None:
    session = a_session(learner_store)
    session.answer(TypedText(SAME_WITH_ONE_MORE), MORNING)
    changed = replace(TERM, content_hash="another")
    sync_deck(learner_store._store, a_deck(), (changed,), MORNING)

    assert not session.reload_question(MORNING)
    assert isinstance(session.state, Confirming)


def test_a_quiz_asks_back_too(learner_store: WatchedStore) -> None:
    plan = SittingPlan(Mode.QUIZ, "Quiz", (TERM.id,), 7, moves_memory=False)
    quiz = QuizSitting(learner_store, learner_store.open_sitting(plan, MORNING))
    quiz.start(MORNING)

    more = quiz.answer(TypedText(A_PART), MORNING)
    unsure = quiz.answer(TypedText(SAME_WITH_ONE_MORE), MORNING)
    quiz.confirm(MORNING, is_same=True)
    quiz.go_on(None, MORNING)

    assert isinstance(more, SayMore)
    assert isinstance(unsure, Confirmation)
    assert learner_store.card_answers(TERM.card, 1)[0].answer.verdict is Verdict.CLOSE


# --- "I was right" --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "given"),
    [(TERM, "psoriasis"), (NUMBER, "14"), (CODE, "frob"), (LIST, "red, black")],
    ids=["term", "number", "code", "list"],
)
def test_whatever_was_typed_and_was_not_it_may_be_insisted_on(item: Item, given: str) -> None:
    store = a_watched_store(item)
    session = a_session(store)
    session.answer(TypedText(given), MORNING)

    session.override(MORNING)
    record = logged(session, store)

    assert (record.graded_verdict, record.verdict) == (Verdict.WRONG, Verdict.CORRECT)
    assert record.rating is Rating.GOOD


@pytest.mark.parametrize("given", [WHOLE, "bacteriel sinusitis", ""])
def test_what_passes_or_is_blank_need_not_be_insisted_on(
    given: str, learner_store: WatchedStore
) -> None:
    session = a_session(learner_store)
    session.answer(TypedText(given), MORNING)

    assert session.feedback is not None
    assert not session.feedback.can_override


def test_undo_takes_back_the_word_first_and_the_answer_next(learner_store: WatchedStore) -> None:
    session = a_session(learner_store)
    session.answer(TypedText("psoriasis"), MORNING)
    judged = session.feedback
    session.override(MORNING)
    session.keep_judged()

    session.undo(MORNING)
    kept = learner_store.judged
    once = session.feedback
    session.undo(MORNING)

    assert once == judged
    assert kept is not None
    assert (kept.verdict, kept.rating) == (Verdict.WRONG, Rating.AGAIN)
    assert isinstance(session.state, Asking)
    assert learner_store.judged is None


def test_a_mark_outlives_the_word_that_is_taken_back(learner_store: WatchedStore) -> None:
    session = a_session(learner_store)
    session.answer(TypedText("psoriasis"), MORNING)
    session.override(MORNING)
    session.mark(Scope.CARD, MORNING)

    session.undo(MORNING)

    assert session.feedback is not None
    assert session.feedback.question.learner_card.is_marked


def test_who_denied_by_mistake_may_still_insist(learner_store: WatchedStore) -> None:
    session = a_session(learner_store)
    session.answer(TypedText(SAME_WITH_ONE_MORE), MORNING)
    session.confirm(MORNING, is_same=False)

    session.override(MORNING)

    assert logged(session, learner_store).verdict is Verdict.CORRECT
