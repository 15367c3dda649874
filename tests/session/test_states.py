"""Whatever a learner does, a session is asking, answered or over, and its log makes its memory."""

from collections.abc import Callable, Mapping
from dataclasses import FrozenInstanceError
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.items.item import Format
from quizapp.learner.model import ChosenOptions, GaveUp, Scope, TypedText
from quizapp.memory.model import Rating
from quizapp.session.states import Answered, Asking, Confirming, Over, Recorded
from quizapp.session.study import StudySession
from quizapp.store.learner_store import open_learner
from quizapp.store.verify import verify_store
from tests.builders import CALENDAR, MORNING, a_store
from tests.counts import full_or_share
from tests.session.conftest import OpenLearnerStore
from tests.session.test_study import a_session, a_stocked_store, reviews, typed

Act = Callable[[StudySession, datetime], object]


def answer_right(session: StudySession, now: datetime) -> None:
    is_choice = session.question is not None and session.question.item.format is Format.CHOICE
    key = "" if session.question is None else session.question.item.key[0]
    session.answer(ChosenOptions(("right",)) if is_choice else TypedText(key), now)


def answer_wrong(session: StudySession, now: datetime) -> None:
    is_choice = session.question is not None and session.question.item.format is Format.CHOICE
    session.answer(ChosenOptions(("w1",)) if is_choice else TypedText("Atlantis"), now)


def answer_a_part(session: StudySession, now: datetime) -> None:
    key = "" if session.question is None else session.question.item.key[0]
    session.answer(TypedText(key.removeprefix("City ")), now)


def answer_with_a_word_more(session: StudySession, now: datetime) -> None:
    key = "" if session.question is None else session.question.item.key[0]
    session.answer(TypedText(f"ancient {key}"), now)


ACTS: Mapping[str, Act] = {
    "answer right": answer_right,
    "answer wrong": answer_wrong,
    "answer a part": answer_a_part,
    "answer with a word more": answer_with_a_word_more,
    "confirm": lambda session, now: session.confirm(now, is_same=True),
    "deny": lambda session, now: session.confirm(now, is_same=False),
    "give up": lambda session, now: session.answer(GaveUp(), now),
    "hint": StudySession.hint,
    "override": StudySession.override,
    "keep judged": lambda session, _: session.keep_judged(),
    "go on": lambda session, now: session.go_on(None, now),
    "rate easy": lambda session, now: session.go_on(Rating.EASY, now),
    "undo": StudySession.undo,
    "leave": StudySession.leave,
    "suspend": lambda session, now: session.suspend(Scope.CARD, now),
    "bury": lambda session, now: session.bury(Scope.FACT, now),
    "mark": lambda session, now: session.mark(Scope.CARD, now),
    "flag": lambda session, now: session.flag(Scope.CARD, "", now),
    "warm up": lambda session, _: session.warm_up(),
    "reload": StudySession.reload_question,
}
PAUSES = {"seconds": timedelta(seconds=20), "hours": timedelta(hours=7), "days": timedelta(days=3)}

# What is refused where; the rest may always be done.
REFUSED_WHILE_ASKING = ("override", "go on", "rate easy")
REFUSED_ONCE_ANSWERED = ("answer right", "answer wrong", "give up", "hint")
REFUSED_WHILE_CONFIRMING = (
    *REFUSED_ONCE_ANSWERED,
    *REFUSED_WHILE_ASKING,
)
REFUSED_WHEN_OVER = (
    *REFUSED_WHILE_ASKING,
    *REFUSED_ONCE_ANSWERED,
    "suspend",
    "bury",
    "mark",
    "flag",
)


@settings(
    max_examples=full_or_share(500), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
@given(steps=st.lists(st.sampled_from([*ACTS, *PAUSES, "restart"]), max_size=30))
def test_a_session_is_asking_answered_or_over_and_replays_to_its_memory(steps: list[str]) -> None:
    with a_stocked_store("france", "italy") as store:
        learner_store = open_learner(store, "me", CALENDAR)
        now, session = MORNING, a_session(learner_store)
        for step in steps:
            now += PAUSES.get(step, timedelta(seconds=5))
            if step == "restart":
                session = a_session(learner_store, now)
            elif step in ACTS:
                act_or_be_refused(session, step, now)

            assert has_one_state(session)
            assert len(session.summary().answers) <= reviews(learner_store)

        assert verify_store(store).faults == ()


def act_or_be_refused(session: StudySession, step: str, now: datetime) -> None:
    """Do it, or find it refused, which leaves the session where it stood."""
    before = session.state
    try:
        ACTS[step](session, now)
    except ValueError:
        assert session.state is before


def has_one_state(session: StudySession) -> bool:
    """Return whether what a terminal sees agrees with the state."""
    match session.state:
        case Asking(question=question):
            return (session.question, session.feedback) == (question, None)
        case Confirming(asking=asking):
            return (session.question, session.feedback) == (asking.question, None)
        case Answered(asking=asking, feedback=feedback):
            return (session.question, session.feedback) == (asking.question, feedback)
        case Over():
            return (session.question, session.feedback) == (None, None)


@pytest.mark.parametrize("step", REFUSED_WHILE_ASKING)
def test_what_needs_an_answer_is_refused_while_asking(
    step: str, learner_store_of: OpenLearnerStore
) -> None:
    session = a_session(learner_store_of(a_stocked_store()))

    with pytest.raises(ValueError, match="there is no answer to"):
        ACTS[step](session, MORNING)


@pytest.mark.parametrize("step", REFUSED_WHILE_CONFIRMING)
def test_until_it_is_confirmed_or_denied_nothing_is_answered(
    step: str, learner_store_of: OpenLearnerStore
) -> None:
    session = a_session(learner_store_of(a_store(items=[typed("france")])))
    answer_with_a_word_more(session, MORNING)

    assert isinstance(session.state, Confirming)
    with pytest.raises(ValueError, match=r"no question is open|there is no answer"):
        ACTS[step](session, MORNING)


@pytest.mark.parametrize("step", REFUSED_ONCE_ANSWERED)
def test_what_needs_an_open_question_is_refused_once_answered(
    step: str, learner_store_of: OpenLearnerStore
) -> None:
    session = a_session(learner_store_of(a_stocked_store()))
    session.answer(GaveUp(), MORNING)

    with pytest.raises(ValueError, match="no question is open"):
        ACTS[step](session, MORNING)


@pytest.mark.parametrize("step", REFUSED_WHEN_OVER)
def test_nothing_is_done_to_a_card_when_the_session_is_over(
    step: str, learner_store_of: OpenLearnerStore
) -> None:
    session = a_session(learner_store_of(a_stocked_store("france")))
    session.suspend(Scope.CARD, MORNING)

    assert session.state == Over()
    with pytest.raises(ValueError, match=r"no question is open|there is no answer|is over"):
        ACTS[step](session, MORNING)


def test_an_answer_that_was_left_is_in_the_log_and_cannot_be_made_right_any_more(
    learner_store_of: OpenLearnerStore,
) -> None:
    learner_store = learner_store_of(a_stocked_store("france"))
    session = a_session(learner_store)
    session.answer(GaveUp(), MORNING)

    session.leave(MORNING)
    session.leave(MORNING)

    assert isinstance(session.state, Recorded)
    assert reviews(learner_store) == 1
    with pytest.raises(ValueError, match="cannot be overridden"):
        session.override(MORNING)


def test_a_dropped_answer_takes_its_hints_along(learner_store_of: OpenLearnerStore) -> None:
    session = a_session(learner_store_of(a_stocked_store("france")))
    session.hint(MORNING)
    answer_right(session, MORNING)

    session.undo(MORNING + timedelta(minutes=5))

    assert isinstance(session.state, Asking)
    assert session.state.hint_count == 0
    assert session.state.question.asked_at == MORNING + timedelta(minutes=5)


def test_a_state_cannot_be_changed(learner_store_of: OpenLearnerStore) -> None:
    session = a_session(learner_store_of(a_stocked_store()))

    with pytest.raises(FrozenInstanceError):
        session.state.hint_count = 3  # type: ignore[misc,union-attr]
    assert not hasattr(session.state, "__dict__")
