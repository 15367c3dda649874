"""What the commands print: every line clean, whatever names and contents it quotes.

`say` and `warn` take lines: a line break in one of them came from outside and becomes a space.
Behind them, and behind whatever else writes, stand the streams that `standard_streams` sets up:
nothing that a terminal would act upon gets through, and a stream that cannot be written to is an
error with a sentence.
"""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from errno import EIO
from functools import cached_property
from typing import Any, TextIO, cast

import click

from quizapp.errors import QuizappError
from quizapp.terminal.safe_text import UNSAFE, as_line, sanitize

_CLEAR = "\x1b[2J\x1b[1;1H"
# What JSON has an escape for, and a terminal, or an encoding, has no good use for.
_TO_ESCAPE = re.compile(f"{UNSAFE.pattern}|[\ud800-\udfff]")
_STANDARD_DESCRIPTORS = 3


class ReaderGoneError(Exception):
    """Nobody reads standard output any more: the command ends, and that is no error."""


class StreamError(QuizappError):
    """Standard output cannot be written to, or standard input not be read."""


# --- lines ---------------------------------------------------------------------------------------


def say(*lines: str) -> None:
    """Print `lines` on standard output."""
    for line in lines:
        click.echo(as_line(line))


def warn(*lines: str) -> None:
    """Print `lines` on standard error."""
    for line in lines:
        click.echo(as_line(line), err=True)


def say_text(text: str, *, ends_line: bool = True) -> None:
    """Print a text of several lines on standard output; its line breaks are its own."""
    click.echo(text, nl=ends_line)


def say_json(value: object) -> None:
    """Print `value` as JSON, exactly; what a terminal would act upon is escaped."""
    import json

    text = json.dumps(value, indent=2, ensure_ascii=False)
    say_text(_TO_ESCAPE.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def fields_of(value: object, *names: str) -> dict[str, object]:
    """Return those fields of `value` that are keys of JSON by the same names, in this order."""
    return {name: getattr(value, name) for name in names}


def say_painted(line: str) -> None:
    """Print a line whose colours are ours and whose text is clean already."""
    click.echo(line, file=bare(sys.stdout))


def clear_screen() -> None:
    """Clear the terminal; what is no terminal is left alone."""
    if sys.stdout.isatty():
        click.echo(_CLEAR, nl=False, file=bare(sys.stdout))


def require_output() -> None:
    """Raise a StreamError where standard output was closed before the command began."""
    if sys.stdout is None:
        raise StreamError("standard output is closed", "send it to a file or a pipe")


def complain(message: str, fix: str) -> None:
    """Print an error and its fix on standard error."""
    warn(f"quizapp: {message}", *([f"    fix: {fix}"] if fix else []))


def bare(stream: TextIO) -> TextIO:
    """Return `stream` as it lets our own colours and bars through."""
    return cast("TextIO", stream.bare) if isinstance(stream, CleanOutput) else stream


def read_stdin(most: int) -> bytes:
    """Return at most `most` bytes of standard input.

    Raises:
        StreamError: it cannot be read.
    """
    if isinstance(sys.stdin, _Input):
        return sys.stdin.read_bytes(most)
    return sys.stdin.buffer.read(most)


# --- streams -------------------------------------------------------------------------------------


class CleanOutput:
    """A text stream that takes out what a terminal would act upon.

    Args:
        behind: where it goes.
        is_needed: whether what cannot be written is an error, or dropped.
        clean: what takes it out.
    """

    errors = "strict"

    def __init__(
        self, behind: TextIO, *, is_needed: bool, clean: Callable[[str], str] = sanitize
    ) -> None:
        self.behind = behind
        self.encoding = getattr(behind, "encoding", None) or "utf-8"
        self._is_needed = is_needed
        self._clean = clean
        self._is_terminal = behind.isatty()
        self._failure: Exception | None = None

    @cached_property
    def bare(self) -> "CleanOutput":
        """The same stream without the cleaning."""
        return CleanOutput(self.behind, is_needed=self._is_needed, clean=str)

    def write(self, text: str) -> int:
        """Write `text`.

        Raises:
            ReaderGoneError: nobody reads it any more.
            StreamError: it cannot be written.
        """
        clean = self._clean(text)
        with self._failing():
            try:
                self.behind.write(clean)
            except UnicodeEncodeError:  # a name that is no text, or an encoding that lacks a letter
                encoded = clean.encode(self.encoding, "backslashreplace")
                self.behind.write(encoded.decode(self.encoding))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write `lines`."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Hand on what was written; raises as `write` does."""
        with self._failing():
            self.behind.flush()

    def isatty(self) -> bool:
        """Return whether somebody may look."""
        return self._is_terminal

    def fileno(self) -> int:
        """Return the descriptor behind it."""
        return self.behind.fileno()

    def writable(self) -> bool:
        """Return True: click asks."""
        return True

    @contextmanager
    def _failing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            _silence(self.behind)
            self._failure = self._as_told(error)
        # Raised again each time, in case a library has taken the first one for something else.
        if self._failure is not None and self._is_needed:
            raise self._failure

    def _as_told(self, error: OSError) -> Exception:
        # A terminal that was closed is a reader that went away.
        if isinstance(error, BrokenPipeError) or (error.errno == EIO and self._is_terminal):
            return ReaderGoneError()
        return StreamError(
            f"standard output cannot be written to: {error.strerror or error}",
            "free some space, or send the output elsewhere",
        )


class _Input:
    """Standard input, `behind` None where it was closed before the command began."""

    def __init__(self, behind: TextIO | None) -> None:
        self.behind = behind

    def isatty(self) -> bool:
        """Return whether somebody types."""
        return self.behind is not None and self.behind.isatty()

    def readline(self) -> str:
        """Return the next line, "" at the end.

        Raises:
            StreamError: it cannot be read.
        """
        with self._failing() as stream:
            return stream.readline()

    def read_bytes(self, most: int) -> bytes:
        """Return at most `most` bytes of what is left; raises as `readline` does."""
        with self._failing() as stream:
            return stream.buffer.read(most)

    @contextmanager
    def _failing(self) -> Iterator[TextIO]:
        reason = "it is closed"
        try:
            if self.behind is not None:
                yield self.behind
                return
        except (OSError, ValueError) as error:
            if isinstance(error, OSError) and error.errno == EIO:
                raise  # the terminal was closed: whoever reads takes that for the end
            reason = getattr(error, "strerror", None) or str(error)
        raise StreamError(
            f"standard input cannot be read: {reason}",
            "run quizapp in a terminal, or send the input through a pipe",
        ) from None

    def __getattr__(self, name: str) -> Any:
        return getattr(self.behind, name)


def _silence(stream: TextIO) -> None:
    """Let what is still to be written to `stream` go nowhere: Python writes it out at its end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


@contextmanager
def standard_streams() -> Iterator[None]:
    """Have standard output and error clean, and every failing stream told, for one command.

    Raises:
        StreamError: standard output is closed.
    """
    before = sys.stdin, sys.stdout, sys.stderr
    _hold_descriptors()
    errors = sys.stderr or open(_STANDARD_DESCRIPTORS - 1, "w", closefd=False, encoding="utf-8")  # noqa: SIM115 (it is not ours to close)
    sys.stderr = cast("TextIO", CleanOutput(errors, is_needed=False))
    sys.stdin = cast("TextIO", _Input(sys.stdin))
    with suppress(AttributeError, ValueError):
        sys.stdin.reconfigure(errors="replace")  # type: ignore[attr-defined]
    if sys.stdout is not None:
        sys.stdout = cast("TextIO", CleanOutput(sys.stdout, is_needed=True))
    try:
        yield
    finally:
        sys.stdin, sys.stdout, sys.stderr = before


def _hold_descriptors() -> None:
    """Open the standard descriptors that are closed, lest a file of ours be taken for one."""
    for descriptor in range(_STANDARD_DESCRIPTORS):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest one that is free: this one
