"""A question from its stem to its feedback: one view, updated in place."""

from collections.abc import Mapping

from textual.app import ComposeResult

from quizapp.items.item import Format
from quizapp.session.model import Feedback, Question
from quizapp.terminal.widgets.answer_body import AnswerBody
from quizapp.terminal.widgets.base import ScrollArea
from quizapp.terminal.widgets.feedback import FeedbackPanel
from quizapp.terminal.widgets.field import ListBody, TextBody
from quizapp.terminal.widgets.flip import FlipBody
from quizapp.terminal.widgets.header_and_footer import Remark
from quizapp.terminal.widgets.match import MatchBody
from quizapp.terminal.widgets.options import OptionsBody, SelectBody, TrueFalseBody
from quizapp.terminal.widgets.order import OrderBody
from quizapp.terminal.widgets.stem import Stem

_WIDGET_OF_FORMAT: Mapping[Format, type[AnswerBody]] = {
    Format.FLIP: FlipBody,
    Format.TRUE_FALSE: TrueFalseBody,
    Format.CHOICE: OptionsBody,
    Format.SELECT: SelectBody,
    Format.MATCH: MatchBody,
    Format.GAP: TextBody,
    Format.ORDER: OrderBody,
    Format.NUMBER: TextBody,
    Format.TYPED: TextBody,
    Format.LIST: ListBody,
}
_STEM_SHARE = 3  # a third of the rows
_LEAST_OF_STEM = 2


class QuestionView(ScrollArea):
    """Stem, way of answering, remark, feedback. All are built once; those out of use are hidden."""

    body: AnswerBody | None = None

    def compose(self) -> ComposeResult:
        """Build every part."""
        yield Stem()
        for kind in dict.fromkeys(_WIDGET_OF_FORMAT.values()):
            yield kind()
        yield Remark()
        yield FeedbackPanel()

    def on_mount(self) -> None:
        """Hide all ways of answering until one is needed."""
        for body in self.query(AnswerBody):
            body.display = False

    def introduce(self, question: Question) -> None:
        """Show the sentence of a card that is new, before its question."""
        self._swap(question, is_shown=False)
        self.query_one(Stem).introduce(question)
        self.query_one(FeedbackPanel).update(None)

    def ask(self, question: Question, *, is_marked: bool) -> None:
        """Show a question; what was typed into it already stays."""
        is_same = self.body is not None and self.body.is_asking(question)
        body = self._swap(question)
        if not is_same:
            body.ask(question)
            self.show_remark("")
            self.scroll_home(animate=False)
        self.query_one(Stem).update(question, None, is_marked=is_marked)
        self.query_one(FeedbackPanel).update(None)

    def ask_back(self, *, is_confirmed: bool) -> None:
        """Show that something is asked back: more, or whether what stands there is the same."""
        if self.body is not None:
            self.body.ask_back(is_confirmed=is_confirmed)

    def clear(self) -> None:
        """Show no question."""
        for body in self.query(AnswerBody):
            body.display = False
        self.body = None
        self.query_one(Stem).display = False

    def show_feedback(self, feedback: Feedback, *, is_marked: bool) -> None:
        """Show a feedback, its verdict in sight."""
        self._swap(feedback.question).show_feedback(feedback)
        self.query_one(Stem).update(feedback.question, feedback, is_marked=is_marked)
        self.query_one(FeedbackPanel).update(feedback)
        self.set_class(True, "-answered")  # noqa: FBT003 (the library's signature)
        self.call_after_refresh(self._show_verdict)

    def on_resize(self) -> None:
        """Give the stem the room that it has now."""
        if self.has_class("-answered"):
            self.query_one(Stem).limit_rows(0)
            self.call_after_refresh(self._show_verdict)

    def _show_verdict(self) -> None:
        """Bring the verdict in sight; where not all fits, the stem keeps a part of the rows."""
        panel = self.query_one(FeedbackPanel)
        if self.max_scroll_y:
            self.query_one(Stem).limit_rows(max(self.size.height // _STEM_SHARE, _LEAST_OF_STEM))
        self.call_after_refresh(panel.scroll_visible, animate=False)

    def show_remark(self, text: str, style: str = "$quiet") -> None:
        """Say `text` below the answer."""
        self.query_one(Remark).update(text, style)

    def _swap(self, question: Question, *, is_shown: bool = True) -> AnswerBody:
        """Show the way of answering that `question` needs, and no other; return it."""
        kind = _WIDGET_OF_FORMAT[question.item.format]
        self.set_class(False, "-answered")  # noqa: FBT003 (the library's signature)
        self.query_one(Stem).display = True
        for body in self.query(AnswerBody):
            body.display = is_shown and type(body) is kind
        self.body = next(body for body in self.query(AnswerBody) if type(body) is kind)
        return self.body
