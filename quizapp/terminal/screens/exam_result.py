"""How an exam went: the score, that of each tag, and what was missed with its sources."""

from collections.abc import Iterator

from textual.content import Content
from textual.geometry import Region

from quizapp.session.exam import ExamResult, ExamSitting, FlaggedAnswer
from quizapp.session.model import AnsweredQuestion
from quizapp.terminal.content import fit_to_width, hanging_indent, style_text
from quizapp.terminal.context import ScreenContext
from quizapp.terminal.exam_words import (
    FLAGGED_WORDS,
    earned,
    imperfect_answers,
    next_to_grant,
    percent_text,
    points_text,
    rounded_duration,
    score_text,
)
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.screens.result import ResultScreen
from quizapp.terminal.widgets.bars import bar
from quizapp.terminal.widgets.base import PaintedWidget, ScrollArea
from quizapp.terminal.widgets.missed_item import image_lines, missed_item
from quizapp.terminal.words import right_answer

_BAR_WIDTH = 24
_TAG_WIDTH = 22
_TO_GRANT = "o I was right"


class ExamResultView(PaintedWidget):
    """The result as text."""

    def __init__(self, result: ExamResult) -> None:
        super().__init__()
        self.result = result

    def update(self, result: ExamResult) -> None:
        """Show the result as it is now."""
        self.result = result
        self.redraw()

    def region_to_grant(self) -> Region | None:
        """Return where the answer stands that the key grants next; None without one."""
        blocks = self.draw(self.column).plain.split("\n\n")
        row = 0
        for block in blocks:
            height = block.count("\n") + 1
            if block.endswith(_TO_GRANT):
                return Region(0, row, 1, height)
            row += height + 1
        return None

    def draw(self, width: int) -> Content:
        """Return the score, the tags, what was missed and what was right, a blank line apart."""
        parts = [_score_line(self.result, width), *_tag_bars(self.result)]
        if self.result.unreviewed:
            parts.insert(1, style_text(self.result.unreviewed, "$quiet"))
        if self.result.flagged:
            parts.append(style_text(FLAGGED_WORDS, "$quiet"))
            next_at = next_to_grant(self.result)
            parts += [
                _flagged_item(flagged, width, is_next=flagged.at == next_at)
                for flagged in self.result.flagged
            ]
        shown = {id(flagged.answer) for flagged in self.result.flagged}
        missed = [each for each in imperfect_answers(self.result) if id(each) not in shown]
        if missed:
            parts.append(style_text("Missed", "$quiet"))
            parts += [_missed_with_reason(answer, width) for answer in missed]
        right = [each for each in earned(self.result) if id(each) not in shown]
        if right:
            parts.append(style_text("Right", "$quiet"))
            parts += [_earned_item(answer, width) for answer in right]
        if not self.result.answers:
            parts.append(style_text("Its questions are gone from their decks.", "$quiet"))
        return Content("\n\n").join(parts)


def _score_line(result: ExamResult, width: int) -> Content:
    """Return the points, the time and the attempt; what has no room on the line is left out."""
    attempt = f"attempt {result.attempt} at this form" if result.attempt > 1 else "first attempt"
    time = rounded_duration(result.seconds)
    score = style_text("   ").join(
        (
            style_text(score_text(result), "bold"),
            style_text(percent_text(result.granted_score), "bold $tint"),
        )
    )
    lines = [score + style_text(f"   {said}", "$quiet") for said in (f"{time} · {attempt}", time)]
    return next((line for line in lines if line.cell_length <= width), score)


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
    explained = (
        hanging_indent(style_text("    "), style_text(one_line(text)), width)
        for text in (item.note, item.why)
        if text
    )
    lines = (missed_item(answer, width), *explained)
    return Content("\n").join((*lines, *image_lines(item, width, is_asked_with=False)))


def _flagged_item(flagged: FlaggedAnswer, width: int, *, is_next: bool) -> Content:
    """Return a flagged answer and what was made of it; `is_next`: the key grants this one."""
    if flagged.is_granted:
        said = style_text("Counted as right", "$right")
    elif is_next:
        said = style_text(_TO_GRANT, "$tint")
    else:
        return missed_item(flagged.answer, width)
    lines = missed_item(flagged.answer, width, is_granted=flagged.is_granted)
    return Content("\n").join((lines, hanging_indent(style_text("    "), said, width)))


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
        self,
        context: ScreenContext,
        exam: ExamSitting,
        result: ExamResult,
        *,
        is_past: bool = False,
    ) -> None:
        missed = [answer.question.item.id for answer in imperfect_answers(result)]
        super().__init__(context, result.title, missed)
        self.exam = exam
        self.result = result
        self.is_past = is_past
        self.granted_here: list[int] = []  # places, the last one last

    def build_body(self) -> PaintedWidget:
        """Return the result."""
        return ExamResultView(self.result)

    def status(self) -> str:
        """Return that no answer can be changed any more."""
        return "handed in"

    @property
    def to_grant(self) -> int | None:
        """The place of the first flagged answer that is not granted; None without one."""
        return next_to_grant(self.result)

    @property
    def can_undo(self) -> bool:
        """Whether something was granted here."""
        return bool(self.granted_here)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to grant while something is flagged."""
        if action == "grant":
            return self.to_grant is not None
        return super().check_action(action, parameters)

    def action_grant(self) -> None:
        """Grant the first flagged answer that is not."""
        at, now = self.to_grant, self.context.services.now()
        if at is not None:
            self.granted_here.append(at)
            self.run_store_job(lambda: self.exam.grant(at, now), self._show_result)

    def action_undo(self) -> None:
        """Take back what was granted last."""
        if self.granted_here:
            at, now = self.granted_here.pop(), self.context.services.now()
            self.run_store_job(lambda: self.exam.take_back_grant(at, now), self._show_result)

    def _show_result(self, result: ExamResult) -> None:
        self.result = result
        view = self.query_one(ExamResultView)
        view.update(result)
        self.show_footer()
        if (region := view.region_to_grant()) is not None:  # what a key grants is in sight
            area = self.query_one(ScrollArea)
            self.call_after_refresh(area.scroll_to_region, region, animate=False)

    def action_home(self) -> None:
        """Go back to the start, or to the list."""
        if self.is_past:
            self.close()
        else:
            super().action_home()
