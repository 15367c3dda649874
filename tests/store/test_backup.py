import os
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import DamagedStoreError, StoreError
from quizapp.store.backups.folder import copies_to_keep
from quizapp.store.backups.hourly import HourlyBackups
from quizapp.store.backups.news import damage_of, untold_copies
from quizapp.store.backups.take_backup import (
    AT_ONCE,
    back_up,
    back_up_if_due,
    backups_in,
)
from quizapp.store.learner_store import open_learner
from quizapp.store.open import open_store
from quizapp.store.store import Store
from quizapp.store.verify import verify_store
from tests.builders import CALENDAR, MORNING, a_store, an_answer
from tests.store.damage import overwrite, spoil_table

pytestmark = pytest.mark.slow  # each test fills a database

AN_HOUR = timedelta(hours=1)
A_DAY = timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(url=f"sqlite:///{tmp_path / 'quizapp.db'}") as store:
        open_learner(store, "ada", CALENDAR).record(an_answer())
        yield store


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "quizapp.db-backups"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def copies(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.db"))


def answer(store: Store, at: datetime) -> None:
    open_learner(store, "ada", CALENDAR).record(an_answer(at=at))


def test_a_backup_is_a_whole_store(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"

    back_up(store, target)

    with open_store(f"sqlite:///{target}") as copy:
        report = verify_store(copy)
    assert (report.reviews, report.faults) == (1, ())


def test_a_backup_holds_what_was_written_a_moment_ago(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    open_learner(store, "ada", CALENDAR).record(an_answer(at=MORNING + AN_HOUR))

    back_up(store, target)

    with open_store(f"sqlite:///{target}") as copy:
        assert verify_store(copy).reviews == 2


def test_a_backup_never_replaces_a_file(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("dear diary")

    with pytest.raises(StoreError, match=r"copy\.db is already there"):
        back_up(store, target)

    assert target.read_text() == "dear diary"


def test_a_backup_goes_to_no_folder_that_is_not_there(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"The folder .*usb doesn't exist. Is the drive mounted"):
        back_up(store, tmp_path / "usb" / "copy.db")

    assert not (tmp_path / "usb").exists()


def test_copies_whose_notes_were_lost_are_checked_again_by_and_by(
    store: Store, backups: Path
) -> None:
    for day in range(3):
        answer(store, MORNING + (day + 1) * A_DAY)
        back_up_if_due(store, MORNING + day * A_DAY)
    (backups / "checks.json").write_text("{")

    for day in range(3, 5):
        answer(store, MORNING + (day + 1) * A_DAY)
        back_up_if_due(store, MORNING + day * A_DAY)

    assert [backup.is_verified for backup in backups_in(backups)] == [True] * 5


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
            back_up_if_due(store, MORNING)

    assert names(tmp_path / "quizapp.db-backups") == []


def test_a_first_backup_is_taken(store: Store, backups: Path) -> None:
    taken = back_up_if_due(store, MORNING)

    assert taken is not None
    assert taken.path == backups / "2026-03-02T0900Z.db"
    assert names(backups) == ["2026-03-02T0900Z.db", "checks.json"]


def test_a_backup_and_its_folder_are_their_owners_alone(store: Store, backups: Path) -> None:
    umask = os.umask(0)

    back_up_if_due(store, MORNING)

    os.umask(umask)
    assert stat.S_IMODE(backups.stat().st_mode) == 0o700
    assert [stat.S_IMODE(file.stat().st_mode) for file in backups.iterdir()] == [0o600, 0o600]


def test_none_is_taken_within_an_hour_of_the_last(store: Store, backups: Path) -> None:
    back_up_if_due(store, MORNING)
    answer(store, MORNING + AN_HOUR)

    assert back_up_if_due(store, MORNING + timedelta(minutes=59)) is None
    assert back_up_if_due(store, MORNING + AN_HOUR) is not None
    assert copies(backups) == ["2026-03-02T0900Z.db", "2026-03-02T1000Z.db"]


def test_at_the_end_of_a_session_one_is_taken_at_once(store: Store, backups: Path) -> None:
    back_up_if_due(store, MORNING)
    answer(store, MORNING + AN_HOUR)

    back_up_if_due(store, MORNING + timedelta(minutes=1), AT_ONCE)

    # Of the same hour the newest is enough.
    assert copies(backups) == ["2026-03-02T0901Z.db"]


def test_of_several_backups_in_one_minute_the_last_stays(store: Store, backups: Path) -> None:
    for minutes in range(4):
        answer(store, MORNING + timedelta(minutes=minutes + 1))
        back_up_if_due(store, MORNING, AT_ONCE)

    (copy,) = backups_in(backups)
    assert copy.path.name == "2026-03-02T0900Z-4.db"
    assert copy.taken_at == MORNING
    assert copy.check is not None
    assert copy.check.reviews == 5


def test_none_is_taken_where_nothing_changed(store: Store) -> None:
    back_up_if_due(store, MORNING)

    assert back_up_if_due(store, MORNING + A_DAY) is None


def test_a_store_in_memory_is_not_backed_up() -> None:
    with a_store() as store:
        assert back_up_if_due(store, MORNING) is None


def test_during_use_a_backup_is_taken_without_being_asked(store: Store, backups: Path) -> None:
    taken = threading.Event()

    def clock() -> datetime:
        if copies(backups):
            taken.set()
        return MORNING

    hourly = HourlyBackups(store, clock, look_seconds=0.001)
    hourly.start()
    was_taken = taken.wait(timeout=60)
    hourly.stop()

    assert was_taken
    assert copies(backups) == ["2026-03-02T0900Z.db"]


@pytest.mark.slow
def test_old_backups_are_thinned_out_and_other_files_left_alone(
    store: Store, backups: Path
) -> None:
    for day in range(40):
        answer(store, MORNING + (day + 1) * A_DAY)
        back_up_if_due(store, MORNING + day * A_DAY)
        (backups / "mine.db").touch()
        (backups / "before-upgrade-from-1.db").touch()

    assert copies(backups) == [
        "2026-03-08T0900Z.db",
        "2026-03-15T0900Z.db",
        "2026-03-22T0900Z.db",
        "2026-03-29T0900Z.db",
        "2026-03-30T0900Z.db",
        "2026-03-31T0900Z.db",
        *(f"2026-04-{day:02}T0900Z.db" for day in range(1, 11)),
        "before-upgrade-from-1.db",
        "mine.db",
    ]


def test_a_copy_that_rotted_on_the_disk_evicts_none(store: Store, backups: Path) -> None:
    back_up_if_due(store, MORNING)
    answer(store, MORNING + AN_HOUR)
    back_up_if_due(store, MORNING + 2 * AN_HOUR)
    overwrite(backups / "2026-03-02T1100Z.db", 20_000, b"rot")
    answer(store, MORNING + 3 * AN_HOUR)

    back_up_if_due(store, MORNING + A_DAY)

    # The one of 9:00 would have been thinned out for the sake of that of 11:00, the newest of its
    # day.
    assert copies(backups) == [
        "2026-03-02T0900Z.db",
        "2026-03-02T1100Z.db",
        "2026-03-03T0900Z.db",
    ]


# --- a database that does not add up -------------------------------------------------------------


@pytest.mark.parametrize("table", ["reviews", "memories", "cards", "items", "days"])
def test_a_damaged_database_evicts_no_backup_and_says_so(
    store: Store, backups: Path, table: str
) -> None:
    back_up_if_due(store, MORNING)
    store.close()
    spoil_table(Path(store.backend.location), table)

    with pytest.raises(DamagedStoreError) as caught:
        back_up_if_due(store, MORNING + timedelta(minutes=1), AT_ONCE)

    damage = damage_of(store)
    assert caught.value.message.startswith(f"{store.backend.location} is damaged: ")
    assert caught.value.fix == "restore the last sound backup: quizapp restore"
    assert copies(backups) == ["2026-03-02T0900Z.db", "unsound.db"]
    assert damage is not None
    assert damage.found_at == "2026-03-02T09:01:00+00:00"


def test_a_year_of_use_of_a_damaged_database_leaves_the_sound_backups(
    store: Store, backups: Path
) -> None:
    for hour in range(3):
        answer(store, MORNING + (hour + 1) * AN_HOUR)
        back_up_if_due(store, MORNING + hour * AN_HOUR)
    store.close()
    spoil_table(Path(store.backend.location))
    before = copies(backups)

    for day in range(1, 400, 40):
        with pytest.raises(DamagedStoreError):
            back_up_if_due(store, MORNING + day * A_DAY)

    assert copies(backups) == [*before, "unsound.db"]


def test_memories_that_do_not_follow_from_the_log_stop_the_thinning_too(
    store: Store, backups: Path
) -> None:
    back_up_if_due(store, MORNING)
    store.write(lambda c: c.exec_driver_sql("UPDATE memories SET stability = stability + 1"))

    with pytest.raises(DamagedStoreError, match="the memory does not match its log"):
        back_up_if_due(store, MORNING + AN_HOUR)

    assert copies(backups) == ["2026-03-02T0900Z.db", "unsound.db"]


def test_damage_is_noted_where_old_copies_are_to_be_taken_over_too(
    store: Store, tmp_path: Path
) -> None:
    (tmp_path / "backups").mkdir()
    store.close()
    spoil_table(Path(store.backend.location), "reviews")

    with pytest.raises(DamagedStoreError):
        back_up_if_due(store, MORNING)

    assert damage_of(store) is not None


def test_a_database_that_is_sound_again_is_said_to_be_damaged_no_more(store: Store) -> None:
    store.write(lambda c: c.exec_driver_sql("UPDATE memories SET stability = stability + 1"))
    with pytest.raises(DamagedStoreError):
        back_up_if_due(store, MORNING)
    store.write(lambda c: c.exec_driver_sql("UPDATE memories SET stability = stability - 1"))

    back_up_if_due(store, MORNING + A_DAY)

    assert damage_of(store) is None


def test_a_copy_that_is_asked_for_is_not_made_of_a_damaged_database(
    store: Store, tmp_path: Path
) -> None:
    store.close()
    spoil_table(Path(store.backend.location))

    with pytest.raises(DamagedStoreError, match="is damaged"):
        back_up(store, tmp_path / "copy.db")

    assert not (tmp_path / "copy.db").exists()


# --- two databases in one folder -----------------------------------------------------------------


def test_two_databases_in_one_folder_do_not_share_their_backups(
    store: Store, tmp_path: Path
) -> None:
    with a_store(url=f"sqlite:///{tmp_path / 'other.db'}") as other:
        for day in range(20):
            answer(store, MORNING + (day + 1) * A_DAY)
            back_up_if_due(store, MORNING + day * A_DAY)
        back_up_if_due(other, MORNING + 30 * A_DAY)

    assert len(copies(tmp_path / "quizapp.db-backups")) == 12 + 1
    assert copies(tmp_path / "other.db-backups") == ["2026-04-01T0900Z.db"]


def test_a_database_that_was_begun_anew_thins_out_no_copy_of_the_former(
    store: Store, backups: Path
) -> None:
    back_up_if_due(store, MORNING)
    store.close()
    Path(store.backend.location).unlink()
    with a_store(url=f"sqlite:///{store.backend.location}") as anew:
        back_up_if_due(anew, MORNING + timedelta(minutes=1), AT_ONCE)

        answer(anew, MORNING)
        back_up_if_due(anew, MORNING + timedelta(minutes=2), AT_ONCE)

    assert copies(backups) == ["2026-03-02T0900Z.db", "2026-03-02T0902Z.db"]


# --- backups as they were once kept --------------------------------------------------------------


def old_copy(store: Store, folder: Path, name: str, *, has_id: bool = False) -> None:
    folder.mkdir(exist_ok=True)
    back_up(store, folder / name)
    if not has_id:
        with closing(sqlite3.connect(folder / name)) as connection:
            connection.executescript("DROP TABLE identity; PRAGMA user_version = 4")


def test_old_backups_are_taken_over_by_the_database_that_they_were_made_of(
    store: Store, backups: Path, tmp_path: Path
) -> None:
    flat = tmp_path / "backups"
    with a_store(url=f"sqlite:///{tmp_path / 'other.db'}") as other:
        old_copy(store, flat, "20260102T090000Z.db")
        old_copy(store, flat, "20260103T090000Z.db", has_id=True)
        old_copy(store, flat, "before-upgrade-from-4-20260104T090000Z.db")
        answer(other, MORNING + AN_HOUR)
        old_copy(other, flat, "20260105T090000Z.db")
        old_copy(other, flat, "20260106T090000Z.db", has_id=True)
        back_up_if_due(store, MORNING)
        assert untold_copies(store) == 2
        assert untold_copies(store) == 0

        back_up_if_due(other, MORNING)

    assert copies(backups) == [
        "2026-01-02T0900Z.db",
        "2026-01-03T0900Z.db",
        "2026-03-02T0900Z.db",
        "before-upgrade-from-4-2026-01-04T0900Z.db",
    ]
    assert copies(tmp_path / "other.db-backups") == [
        "2026-01-05T0900Z.db",
        "2026-01-06T0900Z.db",
        "2026-03-02T0900Z.db",
    ]
    assert not flat.exists()


def test_an_old_backup_that_may_be_of_two_databases_is_left_alone(
    store: Store, backups: Path, tmp_path: Path
) -> None:
    flat = tmp_path / "backups"
    old_copy(store, flat, "20260102T090000Z.db")
    back_up(store, tmp_path / "twin.db")
    with closing(sqlite3.connect(tmp_path / "twin.db")) as twin:
        twin.executescript("UPDATE identity SET id = 'another'")

    back_up_if_due(store, MORNING)

    assert names(flat) == ["20260102T090000Z.db"]
    assert copies(backups) == ["2026-03-02T0900Z.db"]
    assert untold_copies(store) == 1


# --- which are kept ------------------------------------------------------------------------------


def test_of_each_day_the_newest_is_kept() -> None:
    taken = [MORNING, MORNING + AN_HOUR, MORNING + A_DAY]

    assert copies_to_keep(taken) == {MORNING + AN_HOUR, MORNING + A_DAY}


def test_after_a_year_of_daily_use_the_newest_of_days_weeks_and_months_are_kept() -> None:
    first = datetime(2026, 1, 1, 9, tzinfo=UTC)

    kept = sorted(copies_to_keep(first + day * A_DAY for day in range(365)))

    assert [f"{moment:%m-%d}" for moment in kept] == [
        # months
        *("04-30", "05-31", "06-30", "07-31", "08-31", "09-30"),
        # weeks, which end on Sunday, and months
        *("10-31", "11-01", "11-08", "11-15", "11-22", "11-29", "11-30", "12-06", "12-13"),
        # days
        *("12-20", "12-21", "12-22", "12-23", "12-24", "12-25", "12-26", "12-27"),
        *("12-28", "12-29", "12-30", "12-31"),
    ]


def test_of_the_last_day_the_newest_of_each_hour_is_kept() -> None:
    taken = [MORNING + minutes * timedelta(minutes=20) for minutes in range(3 * 24 * 3)]

    kept = sorted(copies_to_keep(taken))

    assert [f"{moment:%d %H:%M}" for moment in kept[:3]] == ["02 23:40", "03 23:40", "04 09:40"]
    assert len(kept) == 2 + 24


def test_a_long_pause_loses_none() -> None:
    taken = [MORNING, MORNING + 900 * A_DAY]

    assert copies_to_keep(taken) == set(taken)


moments = st.datetimes(
    datetime(2026, 1, 1),  # noqa: DTZ001 (the strategy adds the zone)
    datetime(2028, 1, 1),  # noqa: DTZ001 (the same)
    timezones=st.just(UTC),
)


@given(st.lists(moments, min_size=1))
def test_the_newest_is_always_kept_and_never_too_many(taken: list[datetime]) -> None:
    kept = copies_to_keep(taken)

    assert max(taken) in kept
    assert kept <= set(taken)
    assert len(kept) <= 24 + 12 + 10 + 9


@given(st.lists(moments, min_size=1))
def test_thinning_twice_is_thinning_once(taken: list[datetime]) -> None:
    assert copies_to_keep(copies_to_keep(taken)) == copies_to_keep(taken)
