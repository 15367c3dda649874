"""Progress out: what a learner remembers arrives in Anki's own backend, and nothing else moves."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.anki.export.export_decks import export_decks
from quizapp.anki.export.options import (
    AnkiFormat,
    ExportDeck,
    ExportOptions,
    ExportReport,
    NoteStyle,
)
from quizapp.anki.export.scheduling import FIRST_DAY, card_scheduling, revlog_values
from quizapp.bank.model import CardId, DeckId
from quizapp.learner.export_values import ExportReview
from quizapp.learner.import_values import ImportedReview, MergeReport
from quizapp.memory.days import learner_day
from quizapp.memory.model import Calendar, Memory, Rating, Scheduling, State
from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.store import Store
from quizapp.store.verify import verify_store
from tests.anki.cards import a_card as a_card_to_export
from tests.anki.foreign import (
    ANKI_CALENDAR,
    FRANCE,
    MORNING,
    PERU,
    a_capitals_store,
    history_in,
)
from tests.anki.foreign import export as export_from_anki
from tests.anki.learner import Anki, Taken
from tests.builders import an_answer

CAPITALS = DeckId("capitals")
CHAD = CardId("capitals/chad/answer")
UTC_CALENDAR = Calendar(UTC, rollover_hour=4)
TYPES = {State.LEARNING: 1, State.REVIEW: 2, State.RELEARNING: 3}


@pytest.fixture
def store() -> Store:
    return a_capitals_store("france", "peru", "chad")


@pytest.fixture
def learner_store(store: Store) -> LearnerStore:
    return open_learner(store, "ada", ANKI_CALENDAR)


def a_package_with_progress(
    path: Path,
    learner_store: LearnerStore,
    formats: Sequence[AnkiFormat] = (),
    style: NoteStyle = NoteStyle.CARDS,
) -> ExportReport:
    deck = ExportDeck(
        CAPITALS,
        "Capitals",
        learner_store.export_cards(CAPITALS),
        learner_store.scheduling(CAPITALS),
        lambda: learner_store.export_reviews(CAPITALS),
    )
    return export_decks(
        path, [deck], ExportOptions(style, {CAPITALS: formats}, learner_store.calendar)
    )


def answer(
    learner_store: LearnerStore, card: CardId, *gaps_and_ratings: tuple[float, Rating]
) -> None:
    """Answer a card, each time so many days after MORNING."""
    for days, rating in gaps_and_ratings:
        learner_store.record(an_answer(card, at=MORNING + timedelta(days=days), rating=rating))


def memory_of(learner_store: LearnerStore, card: CardId) -> Memory:
    entry = learner_store.learner_card(card)
    assert entry is not None
    assert isinstance(entry.memory, Memory)
    return entry.memory


def day_in_anki(anki: Anki, due: int) -> int:
    """The day, as an ordinal, of a `due` that counts days since the collection was made."""
    made = datetime.fromtimestamp(anki.collection.crt, tz=ANKI_CALENDAR.zone)
    return learner_day(made, ANKI_CALENDAR) + due


def studied(learner_store: LearnerStore) -> None:
    """France is in review after a lapse, Peru is being learned, Chad is new."""
    answer(
        learner_store,
        FRANCE,
        (0, Rating.GOOD),
        (0.01, Rating.GOOD),
        (3, Rating.HARD),
        (20, Rating.AGAIN),
        (20.01, Rating.GOOD),
    )
    answer(learner_store, PERU, (0, Rating.AGAIN))


def test_due_memory_counts_and_log_arrive_exactly(
    anki: Anki, package: Path, learner_store: LearnerStore
) -> None:
    studied(learner_store)
    report = a_package_with_progress(package, learner_store)

    taken = anki.take(package, with_progress=True)

    memory, card = memory_of(learner_store, FRANCE), anki.card(FRANCE)
    data = anki.collection.card_stats_data(card.id)
    assert (taken.new, report.reviews) == (3, 6)
    assert (card.type, card.queue, card.reps, card.lapses) == (2, 2, 5, 1)
    assert day_in_anki(anki, card.due) == learner_day(memory.due, ANKI_CALENDAR)
    assert card.ivl == learner_day(memory.due, ANKI_CALENDAR) - learner_day(
        memory.last_review, ANKI_CALENDAR
    )
    assert card.memory_state is not None
    assert card.memory_state.stability == pytest.approx(memory.stability, abs=6e-5)
    assert card.memory_state.difficulty == pytest.approx(memory.difficulty, abs=6e-4)
    assert card.last_review_time == int(memory.last_review.timestamp())
    assert [each.button_chosen for each in reversed(data.revlog)] == [3, 3, 2, 1, 3]
    assert anki.values("select id from revlog where cid = ? order by id", card.id) == [
        round((MORNING + timedelta(days=days)).timestamp() * 1000)
        for days in (0, 0.01, 3, 20, 20.01)
    ]


def test_ankis_own_reckoning_of_the_log_is_our_memory(
    anki: Anki, package: Path, learner_store: LearnerStore
) -> None:
    studied(learner_store)
    a_package_with_progress(package, learner_store)
    anki.collection.set_config("fsrs", True)  # noqa: FBT003 (the backend's own signature)
    anki.take(package, with_progress=True)

    theirs = anki.collection.compute_memory_state(anki.card(FRANCE).id)

    assert theirs.stability == pytest.approx(memory_of(learner_store, FRANCE).stability, rel=1e-4)
    assert theirs.difficulty == pytest.approx(memory_of(learner_store, FRANCE).difficulty, rel=1e-4)


def test_a_step_of_learning_goes_on_in_anki(
    anki: Anki, package: Path, learner_store: LearnerStore
) -> None:
    studied(learner_store)
    a_package_with_progress(package, learner_store)
    anki.take(package, with_progress=True)

    memory, card = memory_of(learner_store, PERU), anki.card(PERU)

    assert (card.type, card.queue, card.reps, card.left % 1000) == (1, 1, 1, 2)
    assert card.due == int(memory.due.timestamp())


def test_a_card_never_asked_is_new_in_its_place(
    anki: Anki, package: Path, learner_store: LearnerStore
) -> None:
    studied(learner_store)
    a_package_with_progress(package, learner_store)
    anki.take(package, with_progress=True)

    card = anki.card(CHAD)

    assert (card.type, card.queue, card.due, card.reps) == (0, 0, 3, 0)
    assert anki.values("select count() from revlog where cid = ?", card.id) == [0]


def test_a_suspended_card_is_suspended_there(
    anki: Anki, package: Path, learner_store: LearnerStore
) -> None:
    studied(learner_store)
    learner_store.suspend(FRANCE, None, MORNING)
    learner_store.suspend(CHAD, None, MORNING)
    a_package_with_progress(package, learner_store)
    anki.take(package, with_progress=True)

    assert [anki.card(card).queue for card in (FRANCE, PERU, CHAD)] == [-1, 1, -1]
    assert [anki.card(card).type for card in (FRANCE, PERU, CHAD)] == [2, 1, 0]


def test_without_the_tick_all_cards_are_new_in_the_order_of_the_bank(
    anki: Anki, package: Path, learner_store: LearnerStore
) -> None:
    studied(learner_store)
    learner_store.suspend(CHAD, None, MORNING)
    a_package_with_progress(package, learner_store)
    anki.take(package)

    rows = anki.rows("select type, queue, due, reps, lapses from cards order by id")

    assert rows == [[0, 0, 1, 0, 0], [0, 0, 2, 0, 0], [0, 0, 3, 0, 0]]
    assert anki.values("select count() from revlog") == [0]
    assert anki.upcoming("Capitals", 3) == [
        "What is the capital of france?",
        "What is the capital of peru?",
        "What is the capital of chad?",
    ]


def test_memory_is_carried_by_the_question_and_other_formats_are_new(
    anki: Anki, package: Path, learner_store: LearnerStore
) -> None:
    studied(learner_store)
    a_package_with_progress(package, learner_store, formats=tuple(AnkiFormat))
    anki.take(package, with_progress=True)

    cards = anki.note(FRANCE).cards()

    assert [(card.type, card.reps) for card in cards] == [(2, 5), (0, 0), (0, 0), (0, 0)]
    assert anki.values("select count() from revlog") == [6]


def test_presets_and_decks_of_the_collection_stay_as_they_are(
    anki: Anki, package: Path, learner_store: LearnerStore
) -> None:
    studied(learner_store)
    decks = anki.collection.decks
    preset = decks.add_config("mine")
    preset["new"]["perDay"] = 7
    decks.update_config(preset)
    deck = decks.get(decks.id("Capitals") or 1)  # type: ignore[arg-type]
    assert deck is not None
    decks.set_config_id_for_deck_dict(deck, preset["id"])
    before = (decks.all_config(), {each["name"]: each["conf"] for each in decks.all()})
    crt = anki.collection.crt

    a_package_with_progress(package, learner_store)
    anki.take(package, with_progress=True)

    assert (decks.all_config(), {each["name"]: each["conf"] for each in decks.all()}) == before
    assert anki.collection.crt == crt
    assert anki.collection.get_config("fsrs", False) is False  # noqa: FBT003 (the same)


def test_what_anki_has_of_a_card_is_not_overwritten(
    anki: Anki, package: Path, learner_store: LearnerStore
) -> None:
    a_package_with_progress(package, learner_store)
    anki.take(package)
    anki.review()
    there = anki.rows("select id, type, due, reps from cards order by id")
    studied(learner_store)
    a_package_with_progress(package, learner_store)

    assert anki.take(package, with_progress=True) == Taken(found=3, duplicate=3)
    assert anki.rows("select id, type, due, reps from cards order by id") == there


def test_one_history_here_and_there(
    anki: Anki, package: Path, store: Store, learner_store: LearnerStore, tmp_path: Path
) -> None:
    studied(learner_store)
    a_package_with_progress(package, learner_store)
    anki.collection.set_config("fsrs", True)  # noqa: FBT003 (the backend's own signature)
    anki.take(package, with_progress=True)
    anki.review(times=2)
    back = export_from_anki(anki, tmp_path / "back.apkg")

    cards = (FRANCE, PERU, CHAD)
    first = learner_store.import_reviews(history_in(back, cards).reviews)
    second = learner_store.import_reviews(history_in(back, cards).reviews)

    assert (first, second) == (MergeReport(new=2, known=6), MergeReport(new=0, known=8))
    assert verify_store(store).faults == ()
    assert sum(memory_of(learner_store, card).reps for card in (FRANCE, PERU)) == 8


def test_two_answers_of_one_millisecond_both_arrive_and_are_known_again(
    anki: Anki, package: Path, learner_store: LearnerStore, tmp_path: Path
) -> None:
    answer(learner_store, FRANCE, (0, Rating.GOOD))
    answer(learner_store, PERU, (0, Rating.GOOD))
    a_package_with_progress(package, learner_store)
    anki.take(package, with_progress=True)
    at = round(MORNING.timestamp() * 1000)

    back = history_in(export_from_anki(anki, tmp_path / "back.apkg"))

    assert anki.values("select id from revlog order by id") == [at, at + 1]
    assert learner_store.import_reviews(back.reviews) == MergeReport(new=0, known=2)


def test_what_came_from_anki_keeps_its_millisecond(
    anki: Anki, package: Path, learner_store: LearnerStore, tmp_path: Path
) -> None:
    answer(learner_store, FRANCE, (0, Rating.GOOD))
    learner_store.import_reviews([ImportedReview(PERU, MORNING, Rating.EASY)])
    a_package_with_progress(package, learner_store)
    anki.take(package, with_progress=True)
    at = round(MORNING.timestamp() * 1000)

    back = history_in(export_from_anki(anki, tmp_path / "back.apkg"))

    assert anki.rows("select id, ease from revlog order by id") == [[at, 4], [at + 1, 3]]
    assert learner_store.import_reviews(back.reviews) == MergeReport(new=0, known=2)


def test_a_wish_to_forget_goes_along(
    anki: Anki, package: Path, learner_store: LearnerStore
) -> None:
    learner_store.import_reviews(
        [
            ImportedReview(FRANCE, MORNING, Rating.EASY),
            ImportedReview(FRANCE, MORNING + timedelta(days=1), None),
            ImportedReview(FRANCE, MORNING + timedelta(days=2), Rating.AGAIN),
        ]
    )
    a_package_with_progress(package, learner_store)
    anki.take(package, with_progress=True)

    assert anki.rows("select ease, type, factor > 0 from revlog order by id") == [
        [4, 0, 1],
        [0, 4, 0],
        [1, 0, 1],
    ]


def test_a_new_card_has_nothing_of_a_learned_one() -> None:
    found = card_scheduling(a_card_to_export(), Scheduling(), ANKI_CALENDAR, 3)

    # type, queue, due, interval in days, ease, reps, lapses, steps left, memory
    assert found == (0, 0, 3, 0, 0, 0, 0, 0, "")


def test_a_step_that_lasts_until_another_day_is_due_by_the_day() -> None:
    memory = Memory(
        State.LEARNING, 1, 1.5, 5.0, MORNING + timedelta(days=1), MORNING, reps=2, lapses=0
    )
    card = replace(a_card_to_export(), memory=memory)

    found = card_scheduling(card, Scheduling(), ANKI_CALENDAR, 1)

    assert (found.queue, found.left) == (3, 1)
    assert found.due == learner_day(memory.due, ANKI_CALENDAR) - FIRST_DAY


def test_a_card_at_a_step_has_no_interval_until_it_was_in_review() -> None:
    due = MORNING + timedelta(minutes=10)
    learning = Memory(State.LEARNING, 1, 1.5, 5.0, due, MORNING, reps=2, lapses=0)
    relearning = Memory(State.RELEARNING, 0, 1.5, 5.0, due, MORNING, reps=5, lapses=3)

    found = [
        card_scheduling(replace(a_card_to_export(), memory=each), Scheduling(), UTC_CALENDAR, 1)
        for each in (learning, relearning)
    ]

    # type, queue, due, interval in days, ease, reps, lapses, steps left
    assert [each[:8] for each in found] == [
        (1, 1, 1_583_140_200, 0, 0, 2, 0, 1),
        (3, 1, 1_583_140_200, 1, 2500, 5, 3, 1),
    ]


def a_review(
    at: int,
    rating: int,
    milliseconds: int,
    before: tuple[str, int, int] | None,
    after: tuple[str, int, float],
) -> ExportReview:
    """A review; `before` are state, due time and last review, `after` state, due, difficulty."""
    state_before, due_before, last_review_before = before or (None, None, None)
    state_after, due_after, difficulty_after = after
    return ExportReview(
        card=FRANCE,
        at=at,
        rating=rating,
        milliseconds=milliseconds,
        is_imported=False,
        state_before=state_before,
        due_before=due_before,
        last_review_before=last_review_before,
        state_after=state_after,
        due_after=due_after,
        difficulty_after=difficulty_after,
    )


def test_the_log_tells_steps_in_seconds_below_zero_and_reviews_in_days() -> None:
    first, second, third = 1_583_139_600_000, 1_583_140_200_000, 1_583_398_800_000
    in_two_days = 1_583_294_400_000  # 4 o'clock, as the learner's day begins

    learned = a_review(first, 3, 4000, None, ("learning", second, 5.0))
    passed = a_review(second, 3, 2500, ("learning", second, first), ("review", in_two_days, 5.5))
    forgotten = a_review(
        third, 1, 9000, ("review", in_two_days, second), ("relearning", third + 60_000, 10.0)
    )

    # time, button, interval, interval before, difficulty, milliseconds, kind
    assert [revlog_values(each, UTC_CALENDAR) for each in (learned, passed, forgotten)] == [
        (1_583_139_600_000, 3, -600, 0, 544, 4000, 0),
        (1_583_140_200_000, 3, 2, -600, 600, 2500, 0),
        (1_583_398_800_000, 1, -60, 2, 1100, 9000, 1),
    ]


def test_the_memory_is_told_with_the_curve_that_it_follows() -> None:
    memory = Memory(State.REVIEW, None, 12.34567, 5.43219, MORNING, MORNING)
    own = Scheduling(retention=0.85, parameters=(*[0.4] * 20, 0.3))
    card = replace(a_card_to_export(), memory=memory)

    found = json.loads(card_scheduling(card, own, ANKI_CALENDAR, 4).data)

    assert found == {
        "pos": 4,
        "s": 12.3457,
        "d": 5.432,
        "dr": 0.85,
        "decay": 0.3,
        "lrt": int(MORNING.timestamp()),
    }


def test_the_same_progress_makes_the_same_bytes(
    tmp_path: Path, learner_store: LearnerStore
) -> None:
    studied(learner_store)
    a_package_with_progress(tmp_path / "one.apkg", learner_store)
    a_package_with_progress(tmp_path / "two.apkg", learner_store)

    assert (tmp_path / "one.apkg").read_bytes() == (tmp_path / "two.apkg").read_bytes()
