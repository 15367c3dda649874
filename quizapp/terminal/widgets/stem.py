"""The question itself: what is to be done, then the stem with gap and picture, or what is new."""

from textual.content import Content

from quizapp.bank.say import joined
from quizapp.session.model import Feedback, Question
from quizapp.terminal.content import styled
from quizapp.terminal.widgets.piece import Piece
from quizapp.terminal.words import GAP, picture, task

MARK = "★"


class Stem(Piece):
    """Shows a question; after the answer its gap is filled, a choice's too."""

    question: Question | None = None
    feedback: Feedback | None = None
    is_marked = False
    is_introducing = False

    def say(self, question: Question, feedback: Feedback | None, *, is_marked: bool) -> None:
        """Show a question, its gap filled once there is a feedback."""
        self.question, self.feedback = question, feedback
        self.is_marked, self.is_introducing = is_marked, False
        self.redraw()

    def introduce(self, question: Question) -> None:
        """Show the sentence of a card that is new."""
        self.question, self.is_introducing = question, True
        self.redraw()

    def draw(self, width: int) -> Content:  # noqa: ARG002 (it wraps)
        """Return task and stem, or the sentence of a card that is new."""
        if self.question is None:
            return Content()
        if self.is_introducing:
            return Content("\n\n").join(
                (styled("New — read it once", "$quiet"), styled(self.question.introduction))
            )
        stem = self._stem(self.question)
        if shown := picture(self.question.item, is_asked_with=True):
            stem += styled(f"\nPicture: {shown}", "$quiet")
        return Content("\n\n").join((self._head(self.question), stem))

    def _head(self, question: Question) -> Content:
        parts = [styled(task(question.item), "$quiet")]
        if question.entry.old_key:
            parts.append(styled("answer changed", "$close"))
        if self.is_marked:
            parts.append(styled(f"{MARK} marked", "$tint"))
        return styled(" · ", "$quiet").join(parts)

    def _stem(self, question: Question) -> Content:
        stem = question.item.stem
        if GAP not in stem:
            return styled(stem, "bold")
        before, after = stem.split(GAP, 1)
        filling = joined(question.item.key) if self.feedback else GAP
        return Content.assemble(
            styled(before, "bold"), styled(filling, "bold underline $tint"), styled(after, "bold")
        )
