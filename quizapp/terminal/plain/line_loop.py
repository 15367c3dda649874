"""What the line modes of a session and of an exam have in common: a line is read and acted on."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from enum import Enum, auto

from quizapp.errors import QuizappError
from quizapp.services.clock import Clock
from quizapp.terminal.plain.input_lines import Lines
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.words import error_text


class NextStep(Enum):
    """What comes next after a line."""

    SAME = auto()  # ask for another line at the same place
    NEXT = auto()  # look at the session again
    LEAVE = auto()


class UnknownCommandError(ValueError):
    """What was typed looks like a command and is none."""


class LineLoop(ABC):
    """A talk held line by line.

    Args:
        now: the clock.
        lines: where lines are read and written.
        help_text: what can be typed.
    """

    def __init__(self, now: Clock, lines: Lines, help_text: str) -> None:
        self.now = now
        self._help_text = help_text
        self.write_lines = lines.say
        self.read_line = lines.ask

    @abstractmethod
    def leave(self, rest: str = "") -> NextStep:
        """Leave; all that was answered is kept."""

    def end(self) -> NextStep:
        """Leave at the end of the input."""
        return self.leave()

    def act_on_line(self, act: Callable[[str], NextStep]) -> NextStep:
        """Prompt for one line and act on it; the end of the input leaves."""
        line = self.read_line()
        if line is None:
            return self.end()
        try:
            return act(line)
        except (ValueError, QuizappError) as error:
            self.write_lines(one_line(error_text(error)))
            return NextStep.SAME

    def help(self, _: str = "") -> NextStep:
        """Say what can be typed."""
        self.write_lines(*self._help_text.splitlines())
        return NextStep.SAME


def refuse_command(line: str) -> None:
    """Raise an UnknownCommandError for a command that there is not."""
    if line.startswith(":"):
        raise UnknownCommandError(f"No command {line.split(maxsplit=1)[0]}. Type :? for help")
