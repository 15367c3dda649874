"""Answering in one's head: the answer is shown, the learner rates."""

from textual.content import Content

from quizapp.learner.model import Revealed
from quizapp.terminal.content import style_text
from quizapp.terminal.widgets.answer_body import AnswerBody, KeyResult
from quizapp.terminal.words import right_answer


class FlipBody(AnswerBody):
    """Nothing to fill in."""

    ACTIONS = frozenset({"show"})

    def show(self) -> KeyResult:
        """Show the answer."""
        return Revealed()

    def draw(self, width: int) -> Content:  # noqa: ARG002 (it wraps)
        """Return the answer, once shown."""
        if self.question is None:
            return Content()
        if self.feedback is None:
            return style_text("Answer in your head, then press space", "$quiet")
        return style_text(right_answer(self.question.item), "bold $tint")
