"""The log: what went wrong behind the screen, in `quizapp.log` beside the database.

Nothing of it is ever written to the terminal, which the app paints. The file is made when there is
something to write; a log that cannot be written is no reason to stop.
"""

import logging
import os
from contextlib import suppress
from pathlib import Path

from quizapp.services.user_folders import spelled_out

NAME = "quizapp.log"
_MOST_BYTES = 500_000  # then it becomes quizapp.log.1, and a new one is begun
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_SQLITE = "sqlite:///"
_ONLY_MINE = 0o600  # it holds a learner's answers


class _LogFile(logging.Handler):
    """Writes to a file that is the learner's own, opened for each record: they are few."""

    def __init__(self, path: Path) -> None:
        super().__init__(logging.WARNING)
        self.path = path
        self.setFormatter(logging.Formatter(_FORMAT))

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; where that cannot be, let it go."""
        with suppress(OSError):
            self.rotate()
            descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, _ONLY_MINE)
            with os.fdopen(descriptor, "a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{self.format(record)}\n")

    def rotate(self) -> None:
        """Put a file that has grown aside; the one put aside before goes."""
        if self.path.is_file() and self.path.stat().st_size > _MOST_BYTES:
            self.path.replace(self.path.with_name(f"{NAME}.1"))


def keep_log(database: str) -> None:
    """Send what the package logs to the file beside `database`, and nowhere else."""
    logger = logging.getLogger("quizapp")
    logger.handlers[:] = [_LogFile(folder_of(database) / NAME)]
    logger.propagate = False


def folder_of(database: str) -> Path:
    """Return the folder of an SQLite file; the user data folder for any other database."""
    place = database.partition("?")[0].removeprefix(_SQLITE)
    if database.startswith(_SQLITE) and place and place != ":memory:":
        return spelled_out(place).parent
    import platformdirs

    return Path(platformdirs.user_data_dir("quizapp"))
