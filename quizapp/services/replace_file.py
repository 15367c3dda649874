"""Writing a file whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from quizapp.errors import QuizappError


class NotWrittenError(QuizappError):
    """A file can't be written."""


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` to `path` in one go: a reader sees what was there, or this. A link stays one.

    Raises:
        NotWrittenError: it cannot be written.
    """
    written: Path | None = None
    try:
        target = path.resolve()
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(13, "Permission denied")
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
        written = Path(name)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        written.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        written.replace(target)
    except OSError as error:
        if written is not None:
            with suppress(OSError):
                written.unlink()
        raise NotWrittenError(
            f"{path} can't be written ({error.strerror})", "check who may write there"
        ) from None


def _umask() -> int:
    """Return which permissions a new file does not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
