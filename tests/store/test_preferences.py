from pathlib import Path

from quizapp.bank.model import DeckId, DeckSettings
from quizapp.items.item import Format
from quizapp.learner.model import StudySettings
from quizapp.memory.model import Scheduling
from quizapp.store.deck_table import add_path, added_paths, remove_path
from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.store import Store
from tests.builders import CALENDAR, MORNING, a_deck, a_store

CAPITALS = DeckId("capitals")


def test_a_deck_without_settings_is_taken_by_the_defaults(learner_store: LearnerStore) -> None:
    assert learner_store.limits(CAPITALS) == StudySettings()
    assert learner_store.scheduling(CAPITALS) == Scheduling()


def test_a_deck_that_is_not_there_is_taken_by_the_defaults(learner_store: LearnerStore) -> None:
    assert learner_store.limits(DeckId("atlantis")) == StudySettings()
    assert learner_store.scheduling(DeckId("atlantis")) == Scheduling()


def test_the_author_of_a_deck_sets_its_limits() -> None:
    author = DeckSettings(
        formats=("typed",), introduce=True, retention=0.8, new_per_day=5, reviews_per_day=0
    )

    with a_store(a_deck(settings=author)) as store:
        limits = open_learner(store, "ada", CALENDAR).limits(CAPITALS)

    assert limits == StudySettings(
        new_per_day=5,
        reviews_per_day=0,
        retention=0.8,
        formats=(Format.TYPED,),
        introduce=True,
    )


def test_a_learner_wins_over_the_author_and_this_run_over_both() -> None:
    author = DeckSettings(new_per_day=1, reviews_per_day=1, retention=0.71)
    with a_store(a_deck(settings=author)) as store:
        open_learner(store, "ada", CALENDAR).save_settings(
            CAPITALS, DeckSettings(new_per_day=2, reviews_per_day=2)
        )

        limits = open_learner(store, "ada", CALENDAR, DeckSettings(new_per_day=3)).limits(CAPITALS)

    assert limits == StudySettings(new_per_day=3, reviews_per_day=2, retention=0.71)


def test_what_one_learner_prefers_is_not_anothers_business(
    store: Store, learner_store: LearnerStore
) -> None:
    learner_store.save_settings(CAPITALS, DeckSettings(new_per_day=2))

    assert open_learner(store, "bob", CALENDAR).limits(CAPITALS) == StudySettings()


def test_the_last_preference_counts(learner_store: LearnerStore) -> None:
    learner_store.save_settings(CAPITALS, DeckSettings(retention=0.8), parameters=(0.1, 0.2))
    learner_store.save_settings(CAPITALS, DeckSettings(retention=0.85), parameters=(0.3,))

    assert learner_store.scheduling(CAPITALS) == Scheduling(retention=0.85, parameters=(0.3,))


def test_added_paths_come_in_the_order_in_which_they_were_added(store: Store) -> None:
    add_path(store, Path("/decks/b.yaml"), MORNING)
    add_path(store, Path("/decks/a.yaml"), MORNING.replace(hour=10))

    assert added_paths(store) == (Path("/decks/b.yaml"), Path("/decks/a.yaml"))


def test_a_path_is_added_once(store: Store) -> None:
    assert add_path(store, Path("/decks"), MORNING)
    assert not add_path(store, Path("/decks"), MORNING)

    assert added_paths(store) == (Path("/decks"),)


def test_a_path_is_removed_once(store: Store) -> None:
    add_path(store, Path("/decks"), MORNING)

    assert remove_path(store, Path("/decks"))
    assert not remove_path(store, Path("/decks"))
    assert added_paths(store) == ()
