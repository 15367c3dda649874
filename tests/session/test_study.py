"""Study sessions on a real store."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.bank.model import CardId, Deck, DeckId, DeckSettings
from quizapp.errors import StoreError
from quizapp.grading.expected import ExpectedList, ExpectedOptions, ExpectedTerm
from quizapp.items.item import Format, Item, Option
from quizapp.learner.model import ChosenOptions, GaveUp, Mode, Revealed, Scope, TypedText, Verdict
from quizapp.memory.model import Memory, Rating
from quizapp.session.model import Feedback, Judged, Progress
from quizapp.session.ports import SessionStore
from quizapp.session.study import StudySession
from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.store import Store
from quizapp.store.sync_bank import sync_deck
from quizapp.store.verify import verify_store
from tests.builders import CALENDAR, MORNING, a_card, a_deck, a_fact, a_store, an_answer, an_item
from tests.counts import full_or_share

OpenLearnerStore = Callable[[Store], LearnerStore]
COUNTRIES = ("france", "italy", "spain", "norway", "peru")


def a_deck_of(*countries: str, settings_: DeckSettings | None = None) -> Deck:
    return a_deck(facts=[a_fact(name) for name in countries], settings=settings_)


def typed(country: str) -> Item:
    return an_item(
        f"capitals/{country}/answer", stem=f"Capital of {country}?", key=f"City {country}"
    )


def choice(country: str) -> Item:
    key = Option("right", f"City {country}", is_right=True)
    wrong = (Option("w1", "Lyon", is_right=False), Option("w2", "Bern", is_right=False))
    return replace(
        an_item(f"capitals/{country}/answer", Format.CHOICE, key=f"City {country}"),
        options=(key, *wrong),
        expected=ExpectedOptions(frozenset({"right"})),
    )


def a_stocked_store(*countries: str) -> Store:
    names = countries or COUNTRIES
    items = [item for name in names for item in (choice(name), typed(name))]
    return a_store(a_deck_of(*names), items)


def a_session(
    learner_store: SessionStore, now: datetime = MORNING, limit: int | None = None
) -> StudySession:
    session = StudySession(learner_store, [DeckId("capitals")], "Capitals", seed=7, limit=limit)
    session.start(now)
    return session


def asked(session: StudySession) -> str:
    assert session.question is not None
    return session.question.item.fact.removeprefix("capitals/")


def asked_in(session: StudySession) -> Format:
    assert session.question is not None
    return session.question.item.format


def decided(judged: Judged) -> Feedback:
    assert isinstance(judged, Feedback)
    return judged


def answer_right(session: StudySession, now: datetime) -> None:
    assert session.question is not None
    if session.question.item.format is Format.CHOICE:
        session.answer(ChosenOptions(("right",)), now)
    else:
        session.answer(TypedText(session.question.item.key[0]), now)
    session.go_on(None, now)


def summed_up(session: StudySession) -> list[str]:
    answers = session.summary().answers
    return [each.question.item.fact.removeprefix("capitals/") for each in answers]


def reviews(learner_store: LearnerStore) -> int:
    return sum(day.reviews for day in learner_store.day_counts(0))


def test_new_cards_come_in_the_banks_order(learner_store_of: OpenLearnerStore) -> None:
    session = a_session(learner_store_of(a_stocked_store("france", "italy")))

    first = asked(session)
    answer_right(session, MORNING)

    assert (first, asked(session)) == ("france", "italy")


def test_a_new_card_is_asked_by_choice_and_then_by_typing(
    learner_store_of: OpenLearnerStore,
) -> None:
    session = a_session(learner_store_of(a_stocked_store("france")))

    first = asked_in(session)
    answer_right(session, MORNING)

    assert (first, asked_in(session)) == (Format.CHOICE, Format.TYPED)


def test_an_answer_is_in_the_store_when_the_next_question_is_there(
    learner_store_of: OpenLearnerStore,
) -> None:
    learner_store = learner_store_of(a_stocked_store())
    session = a_session(learner_store)

    answer_right(session, MORNING)

    assert reviews(learner_store) == 1


def test_a_wrong_answer_comes_back_soon(learner_store_of: OpenLearnerStore) -> None:
    session = a_session(learner_store_of(a_stocked_store("france", "italy")))

    session.answer(ChosenOptions(("w1",)), MORNING)
    session.go_on(None, MORNING)
    answer_right(session, MORNING)

    assert asked(session) == "france"


def test_the_session_is_over_when_nothing_is_due_within_twenty_minutes(
    learner_store_of: OpenLearnerStore,
) -> None:
    session = a_session(learner_store_of(a_stocked_store("france")))

    answer_right(session, MORNING)
    answer_right(session, MORNING + timedelta(minutes=10))

    assert session.question is None
    assert [answer.rating for answer in session.summary().answers] == [Rating.GOOD, Rating.GOOD]


def test_a_step_that_ends_after_the_day_does_waits_for_tomorrow(
    learner_store_of: OpenLearnerStore,
) -> None:
    before_rollover = MORNING.replace(hour=3, minute=55)
    session = a_session(learner_store_of(a_stocked_store("france")), before_rollover)

    answer_right(session, before_rollover)  # the next step is due at 4:05

    assert session.question is None


def test_another_rating_may_be_taken(learner_store_of: OpenLearnerStore) -> None:
    learner_store = learner_store_of(a_stocked_store("france"))
    session = a_session(learner_store)

    feedback = decided(session.answer(ChosenOptions(("right",)), MORNING))
    session.go_on(Rating.EASY, MORNING)

    entry = learner_store.learner_card(typed("france").card)
    assert entry is not None
    assert isinstance(entry.memory, Memory)
    assert entry.memory.due == feedback.due_by_rating[Rating.EASY]


def test_each_rating_tells_when_it_brings_the_card_back_counted_from_the_answer(
    learner_store_of: OpenLearnerStore,
) -> None:
    session = a_session(learner_store_of(a_stocked_store("france")))

    feedback = decided(session.answer(ChosenOptions(("right",)), MORNING + timedelta(seconds=30)))

    assert list(feedback.due_by_rating.items()) == [
        (Rating.AGAIN, datetime(2026, 3, 2, 9, 1, 30, tzinfo=UTC)),
        (Rating.HARD, datetime(2026, 3, 2, 9, 6, 0, tzinfo=UTC)),
        (Rating.GOOD, datetime(2026, 3, 2, 9, 10, 30, tzinfo=UTC)),
        (Rating.EASY, datetime(2026, 3, 10, 4, 0, tzinfo=UTC)),
    ]


def test_the_daily_limit_of_new_cards_holds_across_sessions(
    learner_store_of: OpenLearnerStore,
) -> None:
    deck = a_deck_of(*COUNTRIES, settings_=DeckSettings(new_per_day=2))
    learner_store = learner_store_of(a_store(deck, [typed(name) for name in COUNTRIES]))
    session = a_session(learner_store)
    answer_right(session, MORNING)

    again = a_session(learner_store, MORNING + timedelta(minutes=1))

    assert again.progress == Progress(answered=0, new=1, learning=1, due=0)


def test_siblings_wait_until_tomorrow(learner_store_of: OpenLearnerStore) -> None:
    cards = [a_card("capitals/france", name) for name in ("north", "south")]
    items = [an_item(f"capitals/france/{name}") for name in ("north", "south")]
    learner_store = learner_store_of(a_store(a_deck(facts=[a_fact(cards=cards)]), items))
    session = a_session(learner_store)
    answer_right(session, MORNING)
    answer_right(session, MORNING + timedelta(minutes=11))

    tomorrow = a_session(learner_store, MORNING + timedelta(days=1))

    assert session.question is None
    assert tomorrow.question is not None
    assert tomorrow.question.item.card == "capitals/france/south"


def test_a_session_resumes_where_it_was(learner_store_of: OpenLearnerStore) -> None:
    learner_store = learner_store_of(a_stocked_store())
    first = a_session(learner_store)
    answer_right(first, MORNING)
    expected = asked(first)

    again = a_session(learner_store, MORNING)

    assert asked(again) == expected


def test_undo_takes_the_last_answer_back_and_asks_it_again(
    learner_store_of: OpenLearnerStore,
) -> None:
    learner_store = learner_store_of(a_stocked_store())
    session = a_session(learner_store)
    answer_right(session, MORNING)

    was_undone = session.undo(MORNING)

    assert was_undone
    assert (asked(session), asked_in(session)) == ("france", Format.CHOICE)
    assert reviews(learner_store) == 0
    assert session.summary().answers == ()


def test_a_summary_has_the_answers_in_their_order_without_the_one_undone(
    learner_store_of: OpenLearnerStore,
) -> None:
    session = a_session(learner_store_of(a_stocked_store("france", "italy", "spain")))
    for _ in range(3):
        answer_right(session, MORNING)
    all_three = summed_up(session)

    session.undo(MORNING)

    assert all_three == ["france", "italy", "spain"]
    assert summed_up(session) == ["france", "italy"]


def test_a_summary_says_when_the_soonest_card_is_due(learner_store_of: OpenLearnerStore) -> None:
    session = a_session(learner_store_of(a_stocked_store("france", "italy", "spain")), limit=3)
    answer_right(session, MORNING)
    session.answer(ChosenOptions(("w1",)), MORNING)
    session.go_on(None, MORNING)
    answer_right(session, MORNING)

    assert session.question is None
    assert session.summary().next_due == MORNING + timedelta(minutes=1)


def test_undo_before_going_on_only_drops_the_answer(learner_store_of: OpenLearnerStore) -> None:
    learner_store = learner_store_of(a_stocked_store())
    session = a_session(learner_store)
    session.answer(ChosenOptions(("w1",)), MORNING)

    session.undo(MORNING)

    assert session.feedback is None
    assert asked(session) == "france"
    assert reviews(learner_store) == 0


def test_undo_works_after_a_restart(learner_store_of: OpenLearnerStore) -> None:
    learner_store = learner_store_of(a_stocked_store())
    answer_right(a_session(learner_store), MORNING)
    again = a_session(learner_store)

    again.undo(MORNING)

    assert asked(again) == "france"
    assert reviews(learner_store) == 0


def test_there_is_nothing_to_undo_at_first(learner_store_of: OpenLearnerStore) -> None:
    assert not a_session(learner_store_of(a_stocked_store())).undo(MORNING)


def test_undo_works_when_the_session_is_over(learner_store_of: OpenLearnerStore) -> None:
    session = a_session(learner_store_of(a_stocked_store()), limit=1)
    answer_right(session, MORNING)
    assert session.question is None

    session.undo(MORNING)

    assert asked(session) == "france"


def test_leaving_keeps_an_answer_whose_feedback_is_open(learner_store_of: OpenLearnerStore) -> None:
    learner_store = learner_store_of(a_stocked_store())
    session = a_session(learner_store)
    session.answer(ChosenOptions(("right",)), MORNING)

    session.leave(MORNING)

    assert reviews(learner_store) == 1


def test_leaving_an_open_question_keeps_nothing(learner_store_of: OpenLearnerStore) -> None:
    learner_store = learner_store_of(a_stocked_store())

    a_session(learner_store).leave(MORNING)

    assert reviews(learner_store) == 0


def test_a_flip_that_was_only_looked_at_is_no_answer(learner_store_of: OpenLearnerStore) -> None:
    learner_store = learner_store_of(a_store(items=[an_item(format_=Format.FLIP)]))
    session = a_session(learner_store)
    session.answer(Revealed(), MORNING)

    session.leave(MORNING)

    assert reviews(learner_store) == 0


@pytest.mark.parametrize(
    ("taken", "verdict", "kept"),
    [
        (Rating.AGAIN, Verdict.WRONG, Rating.AGAIN),
        (Rating.HARD, Verdict.CORRECT, Rating.HARD),
        (None, Verdict.CORRECT, Rating.GOOD),
    ],
)
def test_a_flip_is_right_or_wrong_by_its_rating(
    learner_store_of: OpenLearnerStore, taken: Rating | None, verdict: Verdict, kept: Rating
) -> None:
    card = CardId("capitals/france/answer")
    learner_store = learner_store_of(a_store(items=[an_item(card, Format.FLIP)]))
    session = a_session(learner_store)
    session.answer(Revealed(), MORNING)

    session.go_on(taken, MORNING)

    (review,) = learner_store.card_answers(card, 9)
    assert (review.answer.verdict, review.answer.rating) == (verdict, kept)
    assert review.answer.response == Revealed(kept)


def test_an_override_counts_as_right_and_keeps_both_verdicts(
    learner_store_of: OpenLearnerStore,
) -> None:
    learner_store = learner_store_of(a_store())
    session = a_session(learner_store)
    session.answer(TypedText("Lutetia"), MORNING)
    could_override = session.feedback is not None and session.feedback.can_override

    session.override(MORNING)
    session.go_on(None, MORNING)
    review = learner_store.undo(session.mode, now=MORNING)

    assert could_override
    assert review is not None
    assert (review.answer.graded_verdict, review.answer.verdict) == (Verdict.WRONG, Verdict.CORRECT)
    assert review.answer.rating is Rating.GOOD


def test_a_choice_cannot_be_overridden(learner_store_of: OpenLearnerStore) -> None:
    session = a_session(learner_store_of(a_stocked_store()))
    session.answer(ChosenOptions(("w1",)), MORNING)

    with pytest.raises(ValueError, match="cannot be overridden"):
        session.override(MORNING)


def test_giving_up_cannot_be_overridden(learner_store_of: OpenLearnerStore) -> None:
    session = a_session(learner_store_of(a_store()))

    session.answer(GaveUp(), MORNING)

    assert session.feedback is not None
    assert not session.feedback.can_override


def test_a_suspended_card_does_not_come_back(learner_store_of: OpenLearnerStore) -> None:
    learner_store = learner_store_of(a_stocked_store("france", "italy"))
    session = a_session(learner_store)

    session.suspend(Scope.CARD, MORNING)

    assert asked(session) == "italy"
    assert asked(a_session(learner_store, MORNING + timedelta(days=30))) == "italy"


def test_a_buried_fact_is_back_tomorrow(learner_store_of: OpenLearnerStore) -> None:
    learner_store = learner_store_of(a_stocked_store("france"))
    session = a_session(learner_store)

    session.bury(Scope.FACT, MORNING)

    assert session.question is None
    assert asked(a_session(learner_store, MORNING + timedelta(days=1))) == "france"


def test_a_mark_stays(learner_store_of: OpenLearnerStore) -> None:
    learner_store = learner_store_of(a_stocked_store())
    session = a_session(learner_store)

    assert session.mark(Scope.CARD, MORNING)
    entry = learner_store.learner_card(typed("france").card)
    assert entry is not None
    assert entry.is_marked


def test_what_another_terminal_answered_is_not_asked_again(
    learner_store_of: OpenLearnerStore,
) -> None:
    learner_store = learner_store_of(a_stocked_store("france", "italy", "spain"))
    here, there = a_session(learner_store), a_session(learner_store)
    answer_right(there, MORNING)
    answer_right(there, MORNING)

    answer_right(here, MORNING)

    assert asked(here) == "spain"


def test_a_learning_card_that_another_terminal_moved_waits_for_its_new_time(
    learner_store_of: OpenLearnerStore,
) -> None:
    learner_store = learner_store_of(a_stocked_store("france", "italy", "spain"))
    here = a_session(learner_store)
    here.answer(ChosenOptions(("w1",)), MORNING)
    here.go_on(None, MORNING)
    later = MORNING + timedelta(minutes=2)
    there = a_session(learner_store, later)
    asked_there = asked(there)
    there.answer(TypedText("City france"), later)
    there.go_on(None, later)

    answer_right(here, later)

    assert asked_there == "france"
    assert asked(here) == "spain"


def test_a_learning_card_that_another_terminal_moved_is_asked_with_its_new_memory(
    learner_store_of: OpenLearnerStore,
) -> None:
    learner_store = learner_store_of(a_stocked_store("france", "italy"))
    here = a_session(learner_store)
    here.answer(ChosenOptions(("w1",)), MORNING)
    here.go_on(None, MORNING)
    later = MORNING + timedelta(minutes=2)
    there = a_session(learner_store, later)
    there.answer(TypedText("City france"), later)
    there.go_on(None, later)

    answer_right(here, later)
    answer_right(here, later)

    assert asked(here) == "france"
    assert here.question is not None
    assert here.question.learner_card == learner_store.learner_card(here.question.learner_card.card)


def test_a_sibling_of_what_another_terminal_asked_waits_until_tomorrow(
    learner_store_of: OpenLearnerStore,
) -> None:
    cards = [a_card("capitals/france", name) for name in ("north", "south")]
    deck = a_deck(facts=[a_fact("italy"), a_fact(cards=cards)])
    items = [an_item(f"capitals/{card}") for card in ("italy/answer", "france/north")]
    items.append(an_item("capitals/france/south"))
    learner_store = learner_store_of(a_store(deck, items))
    here = a_session(learner_store)
    learner_store.record(an_answer("capitals/france/south", mode=Mode.QUIZ, rating=Rating.EASY))

    here.answer(TypedText("Paris"), MORNING)
    here.go_on(Rating.EASY, MORNING)

    assert here.question is None


# --- a list, member by member ---------------------------------------------------------------------


def a_list_session(learner_store_of: OpenLearnerStore) -> tuple[LearnerStore, StudySession]:
    members = (ExpectedTerm("Paris"), ExpectedTerm("Lyon"))
    item = replace(
        an_item(format_=Format.LIST), key=("Paris", "Lyon"), expected=ExpectedList(members)
    )
    learner_store = learner_store_of(a_store(items=[item]))
    return learner_store, a_session(learner_store)


def test_members_named_are_judged_at_once_and_nothing_is_written(
    learner_store_of: OpenLearnerStore,
) -> None:
    learner_store, session = a_list_session(learner_store_of)

    found = session.grade_members("Lyon, Rome")

    assert [(each.text, each.key) for each in found] == [("Lyon", "Lyon"), ("Rome", "")]
    assert session.feedback is None
    assert reviews(learner_store) == 0


def test_leaving_keeps_the_members_named_so_far(learner_store_of: OpenLearnerStore) -> None:
    learner_store, session = a_list_session(learner_store_of)
    session.grade_members("Lyon, Rome")

    session.leave(MORNING)

    review = learner_store.undo(session.mode, now=MORNING)
    assert review is not None
    assert review.answer.response == TypedText("Lyon, Rome")
    assert review.answer.rating is Rating.AGAIN


def test_putting_a_list_aside_keeps_no_answer(learner_store_of: OpenLearnerStore) -> None:
    learner_store, session = a_list_session(learner_store_of)
    session.grade_members("Lyon")

    session.bury(Scope.CARD, MORNING)

    assert reviews(learner_store) == 0


def test_members_of_no_list_are_refused(learner_store_of: OpenLearnerStore) -> None:
    session = a_session(learner_store_of(a_store()))

    with pytest.raises(ValueError, match="only a list is named member by member"):
        session.grade_members("Paris")


# --- an edited deck -------------------------------------------------------------------------------


def test_an_open_question_that_was_edited_is_asked_as_it_is_now(
    learner_store_of: OpenLearnerStore,
) -> None:
    store = a_store()
    session = a_session(learner_store_of(store))
    edited = replace(an_item(stem="Which city governs France?"), content_hash="2")
    sync_deck(store, a_deck(), [edited], MORNING)

    is_another = session.reload_question(MORNING)

    assert is_another
    assert session.question is not None
    assert session.question.item.stem == "Which city governs France?"


def test_an_open_question_that_was_not_edited_stays(learner_store_of: OpenLearnerStore) -> None:
    store = a_store()
    session = a_session(learner_store_of(store))
    before = session.question

    is_another = session.reload_question(MORNING)

    assert not is_another
    assert session.question is before


def test_an_answered_question_stays_whatever_was_edited(learner_store_of: OpenLearnerStore) -> None:
    store = a_store()
    session = a_session(learner_store_of(store))
    feedback = decided(session.answer(TypedText("Paris"), MORNING))
    sync_deck(store, a_deck(), [replace(an_item(stem="New?"), content_hash="2")], MORNING)

    is_another = session.reload_question(MORNING)

    assert not is_another
    assert session.feedback is feedback


def test_an_open_question_that_is_gone_gives_way_to_the_next(
    learner_store_of: OpenLearnerStore,
) -> None:
    store = a_stocked_store("france", "italy")
    session = a_session(learner_store_of(store))
    sync_deck(store, a_deck_of("italy"), [choice("italy")], MORNING)

    is_another = session.reload_question(MORNING)

    assert is_another
    assert asked(session) == "italy"


def test_a_changed_key_is_shown_once_with_the_old_one(learner_store_of: OpenLearnerStore) -> None:
    store = a_store()
    learner_store = learner_store_of(store)
    answer_right(a_session(learner_store), MORNING)
    later = MORNING + timedelta(days=1)
    sync_deck(store, a_deck(), [an_item(key="Versailles")], later)

    session = a_session(learner_store, later)

    assert session.question is not None
    assert session.question.learner_card.old_key == ("Paris",)
    answer_right(session, later)
    entry = learner_store.learner_card(an_item().card)
    assert entry is not None
    assert entry.old_key == ()


def test_a_deck_may_introduce_a_new_card_by_its_sentence(
    learner_store_of: OpenLearnerStore,
) -> None:
    deck = a_deck(settings=DeckSettings(introduce=True))
    item = replace(an_item(), sentence="Paris is the capital of France.")
    session = a_session(learner_store_of(a_store(deck, [item])))

    first = session.question
    answer_right(session, MORNING)
    second = session.question

    assert first is not None
    assert second is not None
    assert (first.introduction, second.introduction) == ("Paris is the capital of France.", "")


def test_a_right_true_false_is_logged_and_moves_no_memory(
    learner_store_of: OpenLearnerStore,
) -> None:
    item = replace(
        an_item(format_=Format.TRUE_FALSE),
        options=(Option("true", "True", is_right=True), Option("false", "False", is_right=False)),
        expected=ExpectedOptions(frozenset({"true"})),
    )
    learner_store = learner_store_of(a_store(items=[item]))
    session = a_session(learner_store)

    feedback = decided(session.answer(ChosenOptions(("true",)), MORNING))
    session.go_on(None, MORNING)

    entry = learner_store.learner_card(item.card)
    assert feedback.suggested_rating is None
    assert entry is not None
    assert not isinstance(entry.memory, Memory)
    assert reviews(learner_store) == 1
    assert session.question is None


def test_an_answer_takes_at_most_a_minute(learner_store_of: OpenLearnerStore) -> None:
    session = a_session(learner_store_of(a_stocked_store()))

    feedback = decided(session.answer(ChosenOptions(("right",)), MORNING + timedelta(hours=3)))

    assert feedback.milliseconds == 60_000


def test_a_response_that_does_not_fit_is_refused(learner_store_of: OpenLearnerStore) -> None:
    session = a_session(learner_store_of(a_stocked_store()))

    with pytest.raises(ValueError, match="no response to a choice"):
        session.answer(TypedText("Paris"), MORNING)
    with pytest.raises(ValueError, match="not among the options"):
        session.answer(ChosenOptions(("nothing",)), MORNING)
    assert session.feedback is None


def test_a_store_that_fails_leaves_the_feedback_open(learner_store_of: OpenLearnerStore) -> None:
    store = a_stocked_store()
    session = a_session(learner_store_of(store))
    session.answer(ChosenOptions(("right",)), MORNING)
    store.write(lambda c: c.exec_driver_sql("ALTER TABLE reviews RENAME TO hidden"))

    with pytest.raises(StoreError):
        session.go_on(None, MORNING)
    assert session.feedback is not None
    store.write(lambda c: c.exec_driver_sql("ALTER TABLE hidden RENAME TO reviews"))
    session.go_on(None, MORNING)

    assert asked(session) == "italy"


def test_a_new_day_reads_the_queue_again(learner_store_of: OpenLearnerStore) -> None:
    deck = a_deck_of(*COUNTRIES, settings_=DeckSettings(new_per_day=1))
    session = a_session(learner_store_of(a_store(deck, [typed(name) for name in COUNTRIES])))
    tomorrow = MORNING + timedelta(days=1)

    session.answer(TypedText("City france"), tomorrow)
    session.go_on(Rating.EASY, tomorrow)

    assert session.progress.answered == 1
    assert session.question is None


@settings(
    max_examples=full_or_share(500), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
@given(steps=st.lists(st.sampled_from(["right", "wrong", "undo", "hours", "days"]), max_size=25))
def test_replaying_the_log_gives_the_stored_memory_after_any_session(steps: list[str]) -> None:
    with a_stocked_store("france", "italy") as store:
        learner_store = open_learner(store, "me", CALENDAR)
        now = MORNING
        session = a_session(learner_store)
        for step in steps:
            now = take(step, session, now)
            if session.question is None:
                session = a_session(learner_store, now)

        assert verify_store(store).faults == ()


def take(step: str, session: StudySession, now: datetime) -> datetime:
    """Take one step of a learner's and return what time it is then."""
    pauses = {"hours": timedelta(hours=7), "days": timedelta(days=3)}
    if step in pauses:
        return now + pauses[step]
    if step == "undo":
        session.undo(now)
    elif session.question is not None and step == "right":
        answer_right(session, now)
    elif session.question is not None:
        session.answer(GaveUp(), now)
        session.go_on(None, now)
    return now + timedelta(seconds=20)
