"""How an exam went: the score, that of each tag, and what was missed with its sources."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from quizapp.services.ports import QuizRequest
from quizapp.session.exam import ExamResult
from quizapp.session.model import AnsweredQuestion
from quizapp.terminal.content import fit_to_width, hanging_indent, style_text
from quizapp.terminal.context import ScreenContext
from quizapp.terminal.exam_words import (
    earned,
    imperfect_answers,
    percent_text,
    points_text,
    rounded_duration,
)
from quizapp.terminal.keys import SUMMARY, all_bindings
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.screens.base import KeyScreen
from quizapp.terminal.widgets.bars import bar
from quizapp.terminal.widgets.base import PaintedWidget, ScrollArea
from quizapp.terminal.widgets.lines import KeyLine, TopLine
from quizapp.terminal.widgets.missed_item import image_lines, missed_item
from quizapp.terminal.words import right_answer

BAR_WIDTH = 24
TAG_WIDTH = 22


class ExamResultView(PaintedWidget):
    """The result as text."""

    def __init__(self, result: ExamResult) -> None:
        super().__init__()
        self.result = result

    def draw(self, width: int) -> Content:
        """Return the score, the tags, what was missed and what was right, a blank line apart."""
        parts = [score_line(self.result), *tag_bars(self.result)]
        missed = imperfect_answers(self.result)
        if missed:
            parts.append(style_text("Missed", "$quiet"))
            parts += [missed_with_reason(answer, width) for answer in missed]
        right = earned(self.result)
        if right:
            parts.append(style_text("Right", "$quiet"))
            parts += [earned_item(answer, width) for answer in right]
        if not self.result.answers:
            parts.append(style_text("Its questions are gone from their decks.", "$quiet"))
        return Content("\n\n").join(parts)


def score_line(result: ExamResult) -> Content:
    """Return the points, the attempt and the time."""
    attempt = f"attempt {result.attempt} at this form" if result.attempt > 1 else "first attempt"
    return style_text("   ").join(
        (
            style_text(f"{points_text(result.score)} points", "bold"),
            style_text(percent_text(result.score), "bold $tint"),
            style_text(f"{rounded_duration(result.seconds)} · {attempt}", "$quiet"),
        )
    )


def tag_bars(result: ExamResult) -> Iterator[Content]:
    """Yield the score of each tag as a bar."""
    if result.by_tag:
        yield Content("\n").join(
            Content.assemble(
                style_text(fit_to_width(tag, TAG_WIDTH) + " ", "$quiet"),
                (f"{bar(of_tag.share, BAR_WIDTH):<{BAR_WIDTH}} ", "$tint"),
                points_text(of_tag),
            )
            for tag, of_tag in result.by_tag.items()
        )


def missed_with_reason(answer: AnsweredQuestion, width: int) -> Content:
    """Return a missed item with its explanation."""
    item = answer.question.item
    lines = [missed_item(answer, width)]
    if item.why:
        lines.append(hanging_indent(style_text("    "), style_text(one_line(item.why)), width))
    return Content("\n").join((*lines, *image_lines(item, width, is_asked_with=False)))


def earned_item(answer: AnsweredQuestion, width: int) -> Content:
    """Return an item that was answered rightly, with its answer."""
    item = answer.question.item
    return Content("\n").join(
        (
            hanging_indent(style_text("✓ ", "bold $right"), style_text(one_line(item.stem)), width),
            hanging_indent(style_text("    "), style_text(right_answer(item), "$quiet"), width),
        )
    )


class ExamResultScreen(KeyScreen):
    """How an exam went; one that `is_past` gives way to the list that it was opened from."""

    KEYS = SUMMARY
    BINDINGS: ClassVar[list[BindingType]] = [*all_bindings(SUMMARY)]
    CSS_PATH = "summary.tcss"

    def __init__(
        self, context: ScreenContext, result: ExamResult, *, is_past: bool = False
    ) -> None:
        super().__init__(context)
        self.result = result
        self.is_past = is_past
        self.missed_ids = tuple(answer.question.item.id for answer in imperfect_answers(result))

    def compose(self) -> ComposeResult:
        """Build the result."""
        with Vertical(id="column"):
            yield TopLine()
            with ScrollArea():
                yield ExamResultView(self.result)
            yield KeyLine()

    def on_mount(self) -> None:
        """Show title and keys."""
        self.query_one(TopLine).update(self.result.title, status="handed in")
        self.show_footer()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (the library's signature)
        """Offer only what there is to do; an exam is not undone."""
        offered = {"retry": bool(self.missed_ids), "undo": False}
        return offered.get(action, True)

    def action_home(self) -> None:
        """Go back to the start, or to the list."""
        if self.is_past:
            self.close()
        else:
            self.context.navigator.go_home()

    def action_retry(self) -> None:
        """Ask what was missed once more, as a quiz."""
        request = QuizRequest(items=self.missed_ids, count=len(self.missed_ids))
        self.context.navigator.open_session(lambda: self.context.services.open_quiz(request))
