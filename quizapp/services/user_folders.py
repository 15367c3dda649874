"""Where things lie on this machine: the learner's own folders, and paths as they were typed."""

from collections.abc import Callable
from pathlib import Path

from quizapp.errors import QuizappError

_PROGRAM = "quizapp"
HOME = "~"


class NoHomeError(QuizappError):
    """This user has no home folder."""

    def __init__(self, for_what: str) -> None:
        super().__init__(
            f"you have no home folder {for_what}",
            "set HOME to your folder, or give --database and --config",
        )


def spelled_out(path: str) -> Path:
    """Return `path` with the home folder spelled out.

    Raises:
        NoHomeError: it is in one that there is not.
    """
    try:
        return Path(path).expanduser()
    except RuntimeError:
        raise NoHomeError(f"to find {path} in") from None


def data_folder() -> Path:
    """Return the folder of the learner's data.

    Raises:
        NoHomeError: there is none.
    """
    import platformdirs

    return _known(platformdirs.user_data_dir, "to save answers in")


def config_folder() -> Path:
    """Return the folder of the learner's settings.

    Raises:
        NoHomeError: there is none.
    """
    import platformdirs

    return _known(platformdirs.user_config_dir, "to look for settings in")


def cache_folder() -> Path:
    """Return the folder of what can be made again.

    Raises:
        NoHomeError: there is none.
    """
    import platformdirs

    return _known(platformdirs.user_cache_dir, "to keep a cache in")


def _known(folder_of: Callable[[str], str], for_what: str) -> Path:
    """Return our folder, unless it would be in a home that nobody can tell."""
    try:
        folder = folder_of(_PROGRAM)
    except RuntimeError:
        folder = HOME
    if folder.startswith(HOME):  # as older libraries have it
        raise NoHomeError(for_what)
    return Path(folder)
