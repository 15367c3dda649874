"""Exams that were handed in: when, with which score, in which time; each can be opened."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region

from quizapp.services.words import quantity
from quizapp.session.exam import ExamResult
from quizapp.terminal.content import fit_to_width, style_text
from quizapp.terminal.context import ScreenContext
from quizapp.terminal.exam_words import percent_text, points_text, rounded_duration, when
from quizapp.terminal.keys import PAST_EXAMS, all_bindings
from quizapp.terminal.screens.base import KeyScreen
from quizapp.terminal.widgets.base import LineClicked, PaintedWidget, ScrollArea
from quizapp.terminal.widgets.header_and_footer import NARROW_COLUMN, KeyLine, Remark, TopLine

if TYPE_CHECKING:
    from quizapp.session.exam import ExamSitting

WHEN, POINTS, SHARE, TIME = 18, 12, 6, 12


class PastExams(PaintedWidget):
    """The exams, a line each; a score stands there as soon as it is known."""

    def __init__(self, exams: Sequence["ExamSitting"]) -> None:
        super().__init__()
        self.exams = exams
        self.results: dict[int, ExamResult] = {}
        self.at = 0

    def cursor_to(self, row: int) -> None:
        """Put the cursor on `row`, within the list."""
        self.at = min(max(row, 0), max(len(self.exams) - 1, 0))
        self.redraw()

    def learn(self, row: int, result: ExamResult) -> None:
        """Show the score of an exam."""
        self.results[row] = result
        self.refresh()

    def draw(self, width: int) -> Content:
        """Return heading and lines."""
        time = TIME if width >= NARROW_COLUMN else 0
        names = max(width - 2 - WHEN - POINTS - SHARE - time, 8)
        heading = (
            f"  {'Handed in':<{WHEN}}{fit_to_width('Exam', names)}{'Points':>{POINTS}}{'':>{SHARE}}"
        )
        heading += f"{'Time':>{time}}" if time else ""
        lines = [style_text(heading, "$quiet")]
        lines += [self._line(row, names, time) for row in range(len(self.exams))]
        return Content("\n").join(lines)

    def _line(self, row: int, names: int, time: int) -> Content:
        exam, result = self.exams[row], self.results.get(row)
        is_here = row == self.at
        scored, part, spent = "…", "", ""
        if result is not None:
            scored, part, spent = (
                points_text(result.granted_score),
                percent_text(result.granted_score),
                rounded_duration(result.seconds),
            )
        return Content.assemble(
            ("▸ " if is_here else "  ", "bold $tint"),
            (f"{when(exam.handed_in):<{WHEN}}", "$quiet"),
            style_text(fit_to_width(exam.title, names), "bold" if is_here else ""),
            f"{scored:>{POINTS}}",
            (f"{part:>{SHARE}}", "bold $tint"),
            (f"{spent:>{time}}" if time else "", "$quiet"),
        )

    def on_click(self, event: events.Click) -> None:
        """Tell which exam was clicked."""
        if 0 < event.y <= len(self.exams):
            self.post_message(LineClicked(self, event.y - 1))


class PastExamsScreen(KeyScreen):
    """Past results."""

    KEYS = PAST_EXAMS
    BINDINGS: ClassVar[list[BindingType]] = [*all_bindings(PAST_EXAMS)]
    CSS_PATH = "summary.tcss"

    def __init__(self, context: ScreenContext, exams: Sequence["ExamSitting"]) -> None:
        super().__init__(context)
        self.exams = exams

    def compose(self) -> ComposeResult:
        """Build the list."""
        with Vertical(id="column"):
            yield TopLine()
            with ScrollArea():
                yield PastExams(self.exams)
            yield Remark()
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the list, then judge one exam after the other."""
        self.query_one(TopLine).update("Past results", status=quantity(len(self.exams), "exam"))
        self.show_footer()
        self._judge(0)

    def _judge(self, row: int) -> None:
        if row < len(self.exams):
            exam, now = self.exams[row], self.context.services.now()

            def judged(result: ExamResult) -> None:
                self.table.learn(row, result)
                self._judge(row + 1)

            self.run_background_job(lambda: exam.result(now), judged)

    @property
    def table(self) -> PastExams:
        """The list."""
        return self.query_one(PastExams)

    def tell(self, text: str, style: str = "$quiet") -> None:
        """Say `text` below the list."""
        self.query_one(Remark).update(text, style)

    def on_line_clicked(self, picked: LineClicked) -> None:
        """Put the cursor on a clicked exam; a second click opens it."""
        if picked.widget is self.table and picked.index == self.table.at:
            self.action_open()
        elif picked.widget is self.table:
            self.table.cursor_to(picked.index)

    def action_cursor(self, step: int) -> None:
        """Move the cursor."""
        self._go_to(self.table.at + step)

    def action_cursor_end(self, row: int) -> None:
        """Put the cursor on the first or last exam."""
        self._go_to(row if row >= 0 else len(self.exams) - 1)

    def _go_to(self, row: int) -> None:
        self.table.cursor_to(row)
        line = Region(0, self.table.at, 1, 2)
        self.query_one(ScrollArea).scroll_to_region(line, animate=False)

    def action_open(self) -> None:
        """Show how the exam under the cursor went."""
        if self.exams:
            exam, now = self.exams[self.table.at], self.context.services.now()
            self.run_store_job(lambda: exam.result(now), lambda result: self._show(exam, result))

    def _show(self, exam: "ExamSitting", result: ExamResult) -> None:
        self.app.push_screen(self.context.screens.exam_result(exam, result, is_past=True))

    def action_close(self) -> None:
        """Go back."""
        self.close()
