"""The log beside the database."""

import logging
import stat
from pathlib import Path

from quizapp.services.log_file import folder_of, keep_log


def test_the_log_lies_beside_the_database_and_is_its_learners_own(tmp_path: Path) -> None:
    keep_log(f"sqlite:///{tmp_path / 'quizapp.db'}")

    logging.getLogger("quizapp.session").error("cannot judge %r", "\x1b[31mred")

    log = tmp_path / "quizapp.log"
    assert "ERROR quizapp.session: cannot judge '\\x1b[31mred'" in log.read_text(encoding="utf-8")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_nothing_is_made_until_there_is_something_to_log(tmp_path: Path) -> None:
    keep_log(f"sqlite:///{tmp_path / 'quizapp.db'}")

    assert list(tmp_path.iterdir()) == []


def test_a_log_that_has_grown_is_put_aside(tmp_path: Path) -> None:
    keep_log(f"sqlite:///{tmp_path / 'quizapp.db'}")
    (tmp_path / "quizapp.log").write_text("old " * 200_000, encoding="utf-8")

    logging.getLogger("quizapp").error("new")

    assert (tmp_path / "quizapp.log.1").read_text(encoding="utf-8").startswith("old ")
    assert "new" in (tmp_path / "quizapp.log").read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    keep_log(f"sqlite:///{tmp_path / 'missing' / 'quizapp.db'}")

    logging.getLogger("quizapp").error("lost")

    assert list(tmp_path.iterdir()) == []


def test_without_a_file_of_its_own_the_database_logs_to_the_data_folder(
    home: Path,
) -> None:
    assert folder_of("postgresql://school/quiz") == home / "data" / "quizapp"
    assert folder_of("sqlite:////srv/quiz/q.db?mode=ro") == Path("/srv/quiz")
