"""How an exam went: the score, that of each tag, and what was missed with its sources."""

from collections.abc import Iterator

from textual.content import Content

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
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.screens.result import ResultScreen
from quizapp.terminal.widgets.bars import bar
from quizapp.terminal.widgets.base import PaintedWidget
from quizapp.terminal.widgets.missed_item import image_lines, missed_item
from quizapp.terminal.words import right_answer

_BAR_WIDTH = 24
_TAG_WIDTH = 22


class ExamResultView(PaintedWidget):
    """The result as text."""

    def __init__(self, result: ExamResult) -> None:
        super().__init__()
        self.result = result

    def draw(self, width: int) -> Content:
        """Return the score, the tags, what was missed and what was right, a blank line apart."""
        parts = [_score_line(self.result), *_tag_bars(self.result)]
        missed = imperfect_answers(self.result)
        if missed:
            parts.append(style_text("Missed", "$quiet"))
            parts += [_missed_with_reason(answer, width) for answer in missed]
        right = earned(self.result)
        if right:
            parts.append(style_text("Right", "$quiet"))
            parts += [_earned_item(answer, width) for answer in right]
        if not self.result.answers:
            parts.append(style_text("Its questions are gone from their decks.", "$quiet"))
        return Content("\n\n").join(parts)


def _score_line(result: ExamResult) -> Content:
    """Return the points, the attempt and the time."""
    attempt = f"attempt {result.attempt} at this form" if result.attempt > 1 else "first attempt"
    return style_text("   ").join(
        (
            style_text(f"{points_text(result.score)} points", "bold"),
            style_text(percent_text(result.score), "bold $tint"),
            style_text(f"{rounded_duration(result.seconds)} · {attempt}", "$quiet"),
        )
    )


def _tag_bars(result: ExamResult) -> Iterator[Content]:
    """Yield the score of each tag as a bar."""
    if result.by_tag:
        yield Content("\n").join(
            Content.assemble(
                style_text(fit_to_width(tag, _TAG_WIDTH) + " ", "$quiet"),
                (f"{bar(of_tag.share, _BAR_WIDTH):<{_BAR_WIDTH}} ", "$tint"),
                points_text(of_tag),
            )
            for tag, of_tag in result.by_tag.items()
        )


def _missed_with_reason(answer: AnsweredQuestion, width: int) -> Content:
    """Return a missed item with its explanation."""
    item = answer.question.item
    lines = [missed_item(answer, width)]
    if item.why:
        lines.append(hanging_indent(style_text("    "), style_text(one_line(item.why)), width))
    return Content("\n").join((*lines, *image_lines(item, width, is_asked_with=False)))


def _earned_item(answer: AnsweredQuestion, width: int) -> Content:
    """Return an item that was answered rightly, with its answer."""
    item = answer.question.item
    return Content("\n").join(
        (
            hanging_indent(style_text("✓ ", "bold $right"), style_text(one_line(item.stem)), width),
            hanging_indent(style_text("    "), style_text(right_answer(item), "$quiet"), width),
        )
    )


class ExamResultScreen(ResultScreen):
    """How an exam went; one that `is_past` gives way to the list that it was opened from."""

    def __init__(
        self, context: ScreenContext, result: ExamResult, *, is_past: bool = False
    ) -> None:
        missed = [answer.question.item.id for answer in imperfect_answers(result)]
        super().__init__(context, result.title, missed)
        self.result = result
        self.is_past = is_past

    def build_body(self) -> PaintedWidget:
        """Return the result."""
        return ExamResultView(self.result)

    def status(self) -> str:
        """Return that no answer can be changed any more."""
        return "handed in"

    def action_home(self) -> None:
        """Go back to the start, or to the list."""
        if self.is_past:
            self.close()
        else:
            super().action_home()
