"""Lines of the line mode: read one at a time, until something tells the process to end.

A signal ends a talk as the end of the input does, so that what was judged is still kept. It is
heeded where a line is waited for, never in the middle of a write to the store.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, TextIO

from quizapp.terminal.safe_text import as_line, one_line

_PROMPT = "> "
_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")  # those that the platform has


class EndedError(BaseException):
    """The process was told to end while it waited for a line."""


class Lines:
    """The two streams of a talk, and whether it has been told to end."""

    def __init__(self, read: TextIO, write: TextIO) -> None:
        self._read = read
        self._write = write
        self._is_told = False
        self._is_waiting = False

    @property
    def is_told(self) -> bool:
        """Whether the process was told to end; otherwise its input ends by itself."""
        return self._is_told

    def say(self, *lines: str) -> None:
        """Write lines."""
        self._write.writelines(f"{as_line(line)}\n" for line in lines)
        self._write.flush()

    def ask(self) -> str | None:
        """Return the next line, stripped; None at the end of the input, or when told to end.

        What does not come from a keyboard is written again, so that the transcript reads well.
        """
        self._write.write(_PROMPT)
        self._write.flush()
        line = self._next()
        if not line or not self._read.isatty():
            self.say(one_line(line))
        return line.strip() if line else None

    def _next(self) -> str:
        try:
            self._is_waiting = True
            # A signal before this is seen here; one after it interrupts the reading.
            return "" if self._is_told else self._read.readline()
        except (EndedError, KeyboardInterrupt):
            return ""
        except OSError:  # the terminal is gone
            return ""
        finally:
            self._is_waiting = False

    @contextmanager
    def until_told(self) -> Iterator[None]:
        """Take the signals that end a process for the end of the input, for as long as this lasts.

        Nothing is changed outside the main thread, which alone gets signals.
        """
        before: dict[int, Any] = {}
        if threading.current_thread() is threading.main_thread():
            for name in _ENDING:
                with suppress(AttributeError, ValueError, OSError):
                    number = getattr(signal, name)
                    if signal.getsignal(number) is not signal.SIG_IGN:  # as `nohup` wants it
                        before[number] = signal.signal(number, self._end)
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, signal.SIG_DFL if handler is None else handler)

    def _end(self, number: int, _: FrameType | None) -> None:
        if self._is_told and number == signal.SIGINT:
            raise KeyboardInterrupt  # asked a second time: whatever is being done takes too long
        self._is_told = True
        if self._is_waiting:
            self._is_waiting = False  # once: another signal may come before the line is given up
            raise EndedError
