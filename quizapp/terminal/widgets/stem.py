"""The question itself: what is to be done, then the stem with gap and picture, or what is new."""

from textual.content import Content

from quizapp.bank.sentences import join_and
from quizapp.session.model import Feedback, Question
from quizapp.terminal.content import style_text
from quizapp.terminal.widgets.base import PaintedWidget
from quizapp.terminal.words import GAP, image_text, task_text

_MARK = "★"
_CUT = " ⋯"


class Stem(PaintedWidget):
    """Shows a question; after the answer its gap is filled, a choice's too."""

    question: Question | None = None
    feedback: Feedback | None = None
    is_marked = False
    is_introducing = False
    most_rows = 0  # how many it may take after the answer; 0 for as many as it has

    def update(self, question: Question, feedback: Feedback | None, *, is_marked: bool) -> None:
        """Show a question, its gap filled once there is a feedback."""
        self.question, self.feedback = question, feedback
        self.is_marked, self.is_introducing = is_marked, False
        self.most_rows = 0
        self.set_class(feedback is not None, "-pinned")
        self.redraw()

    def limit_rows(self, most: int) -> None:
        """Take at most so many rows after the answer, 0 for all that there are."""
        if most != self.most_rows:
            self.most_rows = most
            self.redraw()

    def introduce(self, question: Question) -> None:
        """Show the sentence of a card that is new."""
        self.question, self.is_introducing = question, True
        self.set_class(False, "-pinned")  # noqa: FBT003 (the library's signature)
        self.redraw()

    def draw(self, width: int) -> Content:
        """Return task and stem, or the sentence of a card that is new.

        Where there is no room for both, the stem alone, and of a long one its beginning.
        """
        if self.question is None:
            return Content()
        if self.is_introducing:
            return Content("\n\n").join(
                (style_text("New — read it once", "$quiet"), style_text(self.question.introduction))
            )
        stem = self._stem(self.question)
        if shown := image_text(self.question.item, is_asked_with=True):
            stem += style_text(f"\nPicture: {shown}", "$quiet")
        if not self.feedback or not self.most_rows:
            return Content("\n\n").join((self._head(self.question), stem))
        rows = stem.wrap(width)
        if len(rows) <= self.most_rows:
            return stem
        last = rows[self.most_rows - 1].rstrip().truncate(width - len(_CUT))
        return Content("\n").join((*rows[: self.most_rows - 1], last + style_text(_CUT, "$quiet")))

    def _head(self, question: Question) -> Content:
        parts = [style_text(task_text(question.item), "$quiet")]
        if question.learner_card.old_key:
            parts.append(style_text("answer changed", "$close"))
        if self.is_marked:
            parts.append(style_text(f"{_MARK} marked", "$tint"))
        return style_text(" · ", "$quiet").join(parts)

    def _stem(self, question: Question) -> Content:
        stem = question.item.stem
        if GAP not in stem:
            return style_text(stem, "bold")
        before, after = stem.split(GAP, 1)
        filling = join_and(question.item.key) if self.feedback else GAP
        return Content.assemble(
            style_text(before, "bold"),
            style_text(filling, "bold underline $tint"),
            style_text(after, "bold"),
        )
