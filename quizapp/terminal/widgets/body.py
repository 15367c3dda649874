"""What every way of answering has in common: it is asked, takes keys, and is judged."""

from enum import Enum, auto
from typing import ClassVar, TypeAlias

from textual import events

from quizapp.session.model import Feedback, Question, Response
from quizapp.terminal.widgets.piece import Piece


class Pressed(Enum):
    """What came of a key when no response did."""

    TAKEN = auto()  # something changed
    EMPTY = auto()  # there is nothing to answer yet


Outcome: TypeAlias = Response | Pressed


class Body(Piece):
    """One way of answering. `ACTIONS` are those of its methods that keys are bound to."""

    ACTIONS: ClassVar[frozenset[str]] = frozenset()

    question: Question | None = None
    feedback: Feedback | None = None

    def is_asking(self, question: Question) -> bool:
        """Say whether this very question is open here, though its card was marked meanwhile."""
        mine = self.question
        return (
            mine is not None
            and self.feedback is None
            and (mine.item.id, mine.seed, mine.asked_at)
            == (question.item.id, question.seed, question.asked_at)
        )

    def ask(self, question: Question) -> None:
        """Begin with `question`."""
        self.question, self.feedback = question, None
        self.begin(question)
        self.redraw()

    def judge(self, feedback: Feedback) -> None:
        """Show what was right; called again when the feedback changes."""
        self.question, self.feedback = feedback.question, feedback
        self.redraw()

    def begin(self, question: Question) -> None:
        """Forget the last answer."""

    def type_key(self, event: events.Key) -> bool:  # noqa: ARG002 (text fields do)
        """Take a key as text; say whether it was."""
        return False

    def paste(self, text: str) -> None:
        """Take pasted text."""

    def choose(self, index: int) -> Outcome:  # noqa: ARG002 (bodies with options do)
        """Take the option or line `index`, counted from 0 as shown."""
        return Pressed.TAKEN

    def say(self, word: str) -> Outcome:  # noqa: ARG002 (true-false does)
        """Take "true" or "false"."""
        return Pressed.TAKEN

    def tick(self) -> Outcome:
        """Mark the line under the cursor, or take its mark off."""
        return Pressed.TAKEN

    def show(self) -> Outcome:
        """Show the answer."""
        return Pressed.TAKEN

    def cursor(self, step: int) -> Outcome:  # noqa: ARG002 (bodies with lines do)
        """Move the cursor by `step` lines."""
        return Pressed.TAKEN

    def move(self, step: int) -> Outcome:  # noqa: ARG002 (order does)
        """Move the line under the cursor by `step` lines."""
        return Pressed.TAKEN

    def submit(self) -> Outcome:
        """Answer with what stands there."""
        return Pressed.EMPTY
