"""Answering by putting lines in order."""

from collections.abc import Iterable, Sequence
from itertools import repeat

from textual import events
from textual.content import Content

from quizapp.items.item import Option
from quizapp.learner.model import ChosenOptions
from quizapp.session.model import Question
from quizapp.terminal.content import (
    block_of_row,
    column_widths,
    hanging_indent,
    join_columns,
    style_text,
)
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.widgets.answer_body import CONFIRM_GIVE_UP, AnswerBody, KeyResult, NoResponse
from quizapp.terminal.widgets.base import LineClicked

_HOW_TO_ORDER = "type the numbers in order, or move the lines"
_YOUR_ORDER = "your order"
_RIGHT_ORDER = "the right order"
_MARK_WIDTH = 5  # cells before a line after the answer: its sign, its place
_SIGN_AND_STYLE = {True: ("✓", "$right"), False: ("✗", "$wrong"), None: (" ", "$right")}
_NO_SIGNS = repeat(None)


class OrderBody(AnswerBody):
    """Lines that keep the number they were shown with; move them, or type the numbers in order."""

    ACTIONS = frozenset({"choose", "cursor", "move", "submit"})
    WORDS = {"answer.choose_1": "Put next", "answer.move_down": "Move"}  # noqa: RUF012 (as in the base)

    def begin(self, question: Question) -> None:
        """Begin with the order shown."""
        self.lines: list[Option] = list(question.shown_options)
        self.numbers = {
            option.id: number for number, option in enumerate(question.shown_options, 1)
        }
        self.at: int = 0
        self.placed_count = (
            0  # how many lines were placed by their numbers: these are the first ones
        )
        self.is_touched = False
        self.line_of_row = []

    # --- keys -------------------------------------------------------------------------------------

    def type_key(self, event: events.Key) -> bool:
        """Take backspace: the line placed last is to be placed again."""
        if event.key != "backspace":
            return False
        if self.placed_count:
            self._take_back(self.placed_count - 1)
        return True

    def choose(self, index: int) -> KeyResult:
        """Put the line shown with number `index + 1` next, or take it back where it was put."""
        at = next(
            at for at, option in enumerate(self.lines) if self.numbers[option.id] == index + 1
        )
        if at < self.placed_count:
            return self._take_back(at)
        self.lines.insert(self.placed_count, self.lines.pop(at))
        self.at = self.placed_count
        self.placed_count += 1
        return self._mark_touched()

    def _take_back(self, at: int) -> KeyResult:
        """Put a line that was placed behind those that are."""
        self.placed_count -= 1
        self.lines.insert(self.placed_count, self.lines.pop(at))
        self.at = self.placed_count
        return self._mark_touched()

    def cursor(self, step: int) -> KeyResult:
        """Move the cursor."""
        self.at = min(max(self.at + step, 0), len(self.lines) - 1)
        self.redraw()
        return NoResponse.TAKEN

    def move(self, step: int) -> KeyResult:
        """Move the line under the cursor; the numbers then begin anew."""
        target = min(max(self.at + step, 0), len(self.lines) - 1)
        self.lines.insert(target, self.lines.pop(self.at))
        self.at, self.placed_count = target, 0
        return self._mark_touched()

    def _mark_touched(self) -> KeyResult:
        self.is_touched = True
        self.redraw()
        return NoResponse.TAKEN

    def submit(self) -> KeyResult:
        """Answer with the lines as they stand; as they were shown they are never right."""
        if not self.is_touched:
            return CONFIRM_GIVE_UP
        return ChosenOptions(tuple(option.id for option in self.lines))

    def on_click(self, event: events.Click) -> None:
        """Tell the number of the line that was clicked."""
        if self.feedback is None and event.y < len(self.line_of_row):
            line = self.lines[self.line_of_row[event.y]]
            self.post_message(LineClicked(self, self.numbers[line.id] - 1))

    # --- looks ------------------------------------------------------------------------------------

    def draw(self, width: int) -> Content:
        """Return the lines as they stand; after the answer beside the right order."""
        if self.question is None:
            return Content()
        if self.feedback is not None:
            return self._graded(self.question, width)
        lines = [self._line(place, option, width) for place, option in enumerate(self.lines)]
        self.line_of_row = block_of_row(lines)
        return Content("\n").join([*lines, Content(), self._state()])

    def _line(self, place: int, option: Option, width: int) -> Content:
        is_placed = place < self.placed_count
        mark = Content.assemble(
            ("▸ " if place == self.at else "  ", "bold $tint"),
            (f"{self.numbers[option.id]}  ", "bold $tint"),
            ("• " if is_placed else "  ", "bold $tint"),
        )
        style = "$quiet" if self.placed_count and not is_placed else ""
        bold = "bold" if place == self.at else ""
        return hanging_indent(
            mark, style_text(one_line(option.text), f"{bold} {style}".strip()), width
        )

    def _state(self) -> Content:
        said = (
            f"• {self.placed_count} of {len(self.lines)} placed"
            if self.placed_count
            else _HOW_TO_ORDER
        )
        return style_text(said, "$quiet")

    def _graded(self, question: Question, width: int) -> Content:
        """Return the order given beside the right one, or the right one alone where that is all."""
        right = question.item.options
        response = self.feedback.response if self.feedback else None
        if not isinstance(response, ChosenOptions):
            return Content("\n").join(_placed_lines(right, _NO_SIGNS, width))
        options = {option.id: option for option in right}
        own = [options[each] for each in response.options]
        signs = [one.id == other.id for one, other in zip(own, right, strict=True)]
        if all(signs):
            return Content("\n").join(_placed_lines(own, signs, width))
        left, rest = column_widths(
            _wanted_width(own, _YOUR_ORDER), _wanted_width(right, _RIGHT_ORDER), width
        )
        return join_columns(
            [style_text(_YOUR_ORDER, "$quiet"), *_placed_lines(own, signs, left)],
            [style_text(_RIGHT_ORDER, "$quiet"), *_placed_lines(right, _NO_SIGNS, rest)],
            left,
        )


def _wanted_width(options: Sequence[Option], title: str) -> int:
    """Return how many cells a column of `options` would like."""
    return max(
        len(title), *(_MARK_WIDTH + style_text(one_line(each.text)).cell_length for each in options)
    )


def _placed_lines(
    options: Sequence[Option], signs: Iterable[bool | None], width: int
) -> list[Content]:
    """Return options with their places, each with the sign for right, wrong, or none."""
    drawn = []
    for place, (option, is_right) in enumerate(zip(options, signs, strict=False), 1):
        sign, style = _SIGN_AND_STYLE[is_right]
        mark = style_text(f"{sign} {place}  ", f"bold {style}")
        drawn.append(hanging_indent(mark, style_text(one_line(option.text), style), width))
    return drawn
