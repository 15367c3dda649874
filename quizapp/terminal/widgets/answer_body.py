"""What every way of answering has in common: it is asked, takes keys, and is judged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import ClassVar, TypeAlias

from textual import events
from textual.geometry import Region

from quizapp.learner.model import GaveUp, Response
from quizapp.session.model import Feedback, Question
from quizapp.terminal.widgets.base import PaintedWidget, ScrollArea


class NoResponse(Enum):
    """What came of a key when no response did."""

    TAKEN = auto()  # something changed


@dataclass(frozen=True, slots=True)
class RepeatToConfirm:
    """What the same key gives as an answer when it is pressed once more, and the words for it."""

    response: Response
    words: str


@dataclass(frozen=True, slots=True)
class Refused:
    """What stands there is no answer as it is; it stays, and `words` say why."""

    words: str


KeyResult: TypeAlias = Response | NoResponse | RepeatToConfirm | Refused

CONFIRM_GIVE_UP = RepeatToConfirm(GaveUp(), "Press enter again if you don't know")
NOTHING_TYPED = RepeatToConfirm(GaveUp(), "Nothing typed yet. Press enter again if you don't know")


class AnswerBody(PaintedWidget):
    """One way of answering.

    `ACTIONS` are those of its methods that keys are bound to; `WORDS` what its footer says of some
    of these keys, by their ids, in place of the table's word.
    """

    ACTIONS: ClassVar[frozenset[str]] = frozenset()
    WORDS: ClassVar[Mapping[str, str]] = {}

    question: Question | None = None
    feedback: Feedback | None = None
    is_confirmed = False  # the learner is asked whether what stands there is the same
    at: int | None = None  # the line under the cursor
    line_of_row: Sequence[int] = ()  # which line each row of what is drawn belongs to

    @property
    def line_count(self) -> int:
        """How many lines have a number."""
        return len(self.question.shown_options) if self.question else 0

    def is_asking(self, question: Question) -> bool:
        """Return whether this question is open here, though marked or taken back meanwhile."""
        mine = self.question
        return (
            mine is not None
            and self.feedback is None
            and (mine.item.id, mine.seed) == (question.item.id, question.seed)
        )

    def ask(self, question: Question) -> None:
        """Begin with `question`."""
        self.question, self.feedback, self.is_confirmed = question, None, False
        self.begin(question)
        self.redraw()

    def ask_back(self, *, is_confirmed: bool) -> None:
        """Show that something is asked back: more, or whether what stands there is the same."""
        self.is_confirmed = is_confirmed
        self.redraw()

    def show_feedback(self, feedback: Feedback) -> None:
        """Show what was right; called again when the feedback changes."""
        self.question, self.feedback = feedback.question, feedback
        self.redraw()

    def redraw(self) -> None:
        """Show what has changed, the cursor in sight."""
        super().redraw()
        if self.at is not None:
            self.call_after_refresh(self._show_cursor_line)

    def _show_cursor_line(self) -> None:
        if (
            self.feedback is None
            and self.at in self.line_of_row
            and isinstance(self.parent, ScrollArea)
        ):
            row = self.virtual_region.y + self.line_of_row.index(self.at)
            self.parent.scroll_to_region(Region(0, row, 1, 1), animate=False)

    def begin(self, question: Question) -> None:
        """Forget the last answer."""

    def draft(self) -> Response | None:
        """Return what stands there and was not answered with; None when it is nothing yet."""
        return None

    def type_key(self, event: events.Key) -> bool:  # noqa: ARG002 (text fields do)
        """Take a key as text; return whether it was."""
        return False

    def excess(self) -> str:
        """Return why what stands there is too long to be an answer; "" where it is not."""
        return ""

    def paste(self, text: str) -> str:  # noqa: ARG002 (text fields do)
        """Take pasted text; return why it was left out, "" where it was not."""
        return ""

    def types(self, key: str) -> bool:  # noqa: ARG002 (the same)
        """Return whether `type_key` takes `key`, so that nothing else is done at it."""
        return False

    def choose(self, index: int) -> KeyResult:  # noqa: ARG002 (bodies with options do)
        """Take the option or line `index`, counted from 0 as shown."""
        return NoResponse.TAKEN

    def pair(self, index: int) -> KeyResult:  # noqa: ARG002 (match does)
        """Pair the row under the cursor with the value `index`, counted from 0 as shown."""
        return NoResponse.TAKEN

    def choose_word(self, word: str) -> KeyResult:  # noqa: ARG002 (true-false does)
        """Take "true" or "false"."""
        return NoResponse.TAKEN

    def tick(self) -> KeyResult:
        """Mark the line under the cursor, or take its mark off."""
        return NoResponse.TAKEN

    def show(self) -> KeyResult:
        """Show the answer."""
        return NoResponse.TAKEN

    def cursor(self, step: int) -> KeyResult:  # noqa: ARG002 (bodies with lines do)
        """Move the cursor by `step` lines."""
        return NoResponse.TAKEN

    def move(self, step: int) -> KeyResult:  # noqa: ARG002 (order does)
        """Move the line under the cursor by `step` lines."""
        return NoResponse.TAKEN

    def submit(self) -> KeyResult:
        """Answer with what stands there."""
        return CONFIRM_GIVE_UP
