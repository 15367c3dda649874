"""What a learner sets on a card carries its time, also when it is taken off again."""

from datetime import datetime, timedelta

from sqlalchemy import select

from quizapp.bank.model import CardId
from quizapp.learner.model import Mode
from quizapp.store.learner_store import LearnerStore
from quizapp.store.store import Store
from quizapp.store.tables import flags, memories
from tests.builders import MORNING

FRANCE = CardId("capitals/france/answer")
LATER = MORNING + timedelta(hours=1)
TOMORROW = MORNING + timedelta(days=1)


def times(store: Store) -> list[datetime | None]:
    """When the card was last suspended, marked and buried, or no longer so."""
    columns = (memories.c.suspended_at, memories.c.marked_at, memories.c.buried_at)
    row = store.read(lambda c: c.execute(select(*columns)).one())
    return [None if at is None else datetime.fromtimestamp(at / 1000, MORNING.tzinfo) for at in row]


def test_what_is_set_carries_its_time(store: Store, learner_store: LearnerStore) -> None:
    learner_store.suspend(FRANCE, None, MORNING)
    learner_store.mark(FRANCE, None, LATER, is_marked=True)
    learner_store.bury(FRANCE, None, TOMORROW, MORNING)

    assert times(store) == [MORNING, LATER, MORNING]


def test_what_is_taken_off_carries_the_time_of_that(
    store: Store, learner_store: LearnerStore
) -> None:
    learner_store.suspend(FRANCE, None, MORNING)
    learner_store.mark(FRANCE, None, MORNING, is_marked=True)

    learner_store.unsuspend(FRANCE, None, LATER)
    learner_store.mark(FRANCE, None, LATER, is_marked=False)

    assert times(store) == [LATER, LATER, None]


def test_to_show_a_buried_card_again_says_nothing_of_its_suspension(
    store: Store, learner_store: LearnerStore
) -> None:
    learner_store.suspend(FRANCE, None, MORNING)
    learner_store.bury(FRANCE, None, TOMORROW, MORNING, is_undoable=True)

    learner_store.undo_hide(Mode.STUDY, now=LATER)

    assert times(store) == [MORNING, None, LATER]


def test_a_flag_taken_off_stays_with_the_time_of_that(
    store: Store, learner_store: LearnerStore
) -> None:
    learner_store.flag(FRANCE, None, "unclear", MORNING)
    learner_store.unflag(FRANCE, None, LATER)

    entry = learner_store.learner_card(FRANCE)
    kept = store.read(lambda c: c.execute(select(flags.c.why, flags.c.cleared_at)).all())
    assert [tuple(row) for row in kept] == [("unclear", 1772445600000)]
    assert learner_store.flags() == ()
    assert entry is not None
    assert not entry.is_flagged


def test_a_card_that_is_flagged_again_has_the_new_words_and_time(
    learner_store: LearnerStore,
) -> None:
    learner_store.flag(FRANCE, None, "unclear", MORNING)
    learner_store.unflag(FRANCE, None, LATER)
    learner_store.flag(FRANCE, None, "wrong", TOMORROW)
    learner_store.flag(FRANCE, None, "too late", TOMORROW + timedelta(hours=1))

    assert [(flag.why, flag.at) for flag in learner_store.flags()] == [("wrong", TOMORROW)]


def test_only_a_flag_with_these_words_is_taken_off(learner_store: LearnerStore) -> None:
    learner_store.flag(FRANCE, None, "unclear", MORNING)
    learner_store.unflag(FRANCE, None, LATER, "leech")

    assert len(learner_store.flags()) == 1
