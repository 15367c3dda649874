"""Answering in one's head: the answer is shown, the learner rates."""

from textual.content import Content

from quizapp.session.model import Revealed
from quizapp.terminal.content import styled
from quizapp.terminal.widgets.body import Body, Outcome
from quizapp.terminal.words import right_answer


class Flip(Body):
    """Nothing to fill in."""

    ACTIONS = frozenset({"show"})

    def show(self) -> Outcome:
        """Show the answer."""
        return Revealed()

    def draw(self, width: int) -> Content:  # noqa: ARG002 (it wraps)
        """Return the answer, once shown."""
        if self.question is None:
            return Content()
        if self.feedback is None:
            return styled("Answer in your head; space shows it.", "$quiet")
        return styled(right_answer(self.question.item), "bold $tint")
