import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import StoreError
from quizapp.store.backup import back_up, maybe_back_up, to_keep
from quizapp.store.open import open_store
from quizapp.store.store import Store
from quizapp.store.verify import verify
from tests.builders import CALENDAR, MORNING, a_store, an_answer

AN_HOUR = timedelta(hours=1)
A_DAY = timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(url=f"sqlite:///{tmp_path / 'quizapp.db'}") as store:
        store.desk("ada", CALENDAR).record(an_answer())
        yield store


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_is_a_whole_store(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"

    back_up(store, target)

    with open_store(f"sqlite:///{target}") as copy:
        report = verify(copy)
    assert (report.reviews, report.faults) == (1, ())


def test_a_backup_holds_what_was_written_a_moment_ago(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    store.desk("ada", CALENDAR).record(an_answer(at=MORNING + AN_HOUR))

    back_up(store, target)

    with open_store(f"sqlite:///{target}") as copy:
        assert verify(copy).reviews == 2


def test_a_backup_never_replaces_a_file(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("dear diary")

    with pytest.raises(StoreError, match=r"copy\.db is already there"):
        back_up(store, target)

    assert target.read_text() == "dear diary"


def test_a_backup_that_cannot_be_written_says_so(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(StoreError, match=r"no backup could be written to .*Not a directory"):
        back_up(store, tmp_path / "file" / "copy.db")


def test_a_backup_does_not_wait_for_ever_for_another_program(tmp_path: Path) -> None:
    path = tmp_path / "quizapp.db"
    with (
        open_store(f"sqlite:///{path}", busy_seconds=0) as store,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN EXCLUSIVE")

        with pytest.raises(StoreError, match=r"no backup could be written to .*database is locked"):
            maybe_back_up(store, MORNING)

    assert names(tmp_path / "backups") == []


def test_a_first_backup_is_taken(store: Store, backups: Path) -> None:
    taken = maybe_back_up(store, MORNING)

    assert taken == backups / "20260302T090000Z.db"
    assert names(backups) == ["20260302T090000Z.db"]


def test_none_is_taken_within_half_an_hour_of_the_last(store: Store, backups: Path) -> None:
    maybe_back_up(store, MORNING)

    assert maybe_back_up(store, MORNING + timedelta(minutes=29)) is None
    assert maybe_back_up(store, MORNING + timedelta(minutes=30)) is not None
    assert names(backups) == ["20260302T093000Z.db"]


def test_a_store_in_memory_is_not_backed_up() -> None:
    with a_store() as store:
        assert maybe_back_up(store, MORNING) is None


def test_old_backups_are_thinned_out_and_other_files_left_alone(
    store: Store, backups: Path
) -> None:
    backups.mkdir()
    (backups / "mine.db").touch()
    (backups / "before-upgrade-from-1.db").touch()
    (backups / "20260302T060000Z.db").touch()
    (backups / "20260302T070000Z.db").touch()

    maybe_back_up(store, MORNING)

    assert names(backups) == ["20260302T090000Z.db", "before-upgrade-from-1.db", "mine.db"]


# --- which are kept ------------------------------------------------------------------------------


def test_of_each_day_the_newest_is_kept() -> None:
    taken = [MORNING, MORNING + AN_HOUR, MORNING + A_DAY]

    assert to_keep(taken) == {MORNING + AN_HOUR, MORNING + A_DAY}


def test_after_a_year_of_daily_use_the_newest_of_days_weeks_and_months_are_kept() -> None:
    first = datetime(2026, 1, 1, 9, tzinfo=UTC)

    kept = sorted(to_keep(first + day * A_DAY for day in range(365)))

    assert [f"{moment:%m-%d}" for moment in kept] == [
        # months
        *("04-30", "05-31", "06-30", "07-31", "08-31", "09-30"),
        # weeks, which end on Sunday, and months
        *("10-31", "11-01", "11-08", "11-15", "11-22", "11-29", "11-30", "12-06", "12-13"),
        # days
        *("12-20", "12-21", "12-22", "12-23", "12-24", "12-25", "12-26", "12-27"),
        *("12-28", "12-29", "12-30", "12-31"),
    ]


def test_a_long_pause_loses_none() -> None:
    taken = [MORNING, MORNING + 900 * A_DAY]

    assert to_keep(taken) == set(taken)


moments = st.datetimes(
    datetime(2026, 1, 1),  # noqa: DTZ001 (the strategy adds the zone)
    datetime(2028, 1, 1),  # noqa: DTZ001 (the same)
    timezones=st.just(UTC),
)


@given(st.lists(moments, min_size=1))
def test_the_newest_is_always_kept_and_never_too_many(taken: list[datetime]) -> None:
    kept = to_keep(taken)

    assert max(taken) in kept
    assert kept <= set(taken)
    assert len(kept) <= 12 + 10 + 9


@given(st.lists(moments, min_size=1))
def test_thinning_twice_is_thinning_once(taken: list[datetime]) -> None:
    assert to_keep(to_keep(taken)) == to_keep(taken)
