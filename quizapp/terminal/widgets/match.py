"""Answering by pairing: rows with numbers at the left, values with letters at the right."""

from collections.abc import Sequence

from textual import events
from textual.content import Content

from quizapp.learner.model import NO_PAIR, ChosenOptions
from quizapp.session.model import Question
from quizapp.session.option_order import PAIR_LETTERS
from quizapp.terminal.content import (
    block_of_row,
    column_widths,
    hanging_indent,
    join_columns,
    style_text,
)
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.text_line import character_of, typed_by
from quizapp.terminal.widgets.answer_body import (
    CONFIRM_GIVE_UP,
    AnswerBody,
    KeyResult,
    NoResponse,
    RepeatToConfirm,
)
from quizapp.terminal.widgets.base import LineClicked
from quizapp.terminal.words import OUTCOME_SIGNS, Pair, answered_pairs, join_with_and

_NOTHING_GIVEN = "—"
_MOVES = frozenset("jk")  # no value has these letters
_ALIGN_SHARE = 3  # prompts of at most one of so many parts of the width stand in a column


class MatchBody(AnswerBody):
    """A letter gives its value to the row under the cursor; each value belongs to one row."""

    ACTIONS = frozenset({"choose", "cursor", "pair", "submit"})
    WORDS = {"answer.choose_1": "Row"}  # noqa: RUF012 (as in the base)

    def begin(self, question: Question) -> None:
        """Begin at the first row, with nothing paired."""
        self.prompts = question.item.prompts
        self.values = question.shown_options
        self.value_of_row: dict[int, int] = {}  # row -> value, the latest pair last
        self.at: int = 0
        self.line_of_row = []
        self.value_tops: list[int] = []
        self.left_width = 0

    @property
    def line_count(self) -> int:
        """How many rows there are."""
        return len(self.prompts)

    # --- keys -------------------------------------------------------------------------------------

    def type_key(self, event: events.Key) -> bool:
        """Take letters, as a field does, and backspace; other characters are no answer."""
        if not self.types(event.key):
            return False
        letter = typed_by(event.key, event.character).lower()
        if event.key == "backspace":
            self.take_back()
        elif letter in PAIR_LETTERS:
            self.pair(PAIR_LETTERS.index(letter))
        return True

    def types(self, key: str) -> bool:
        """Return whether `key` is the match's own: all that types but the rows' numbers."""
        typed = typed_by(key, character_of(key))
        is_bound = typed.isdecimal() or typed in _MOVES
        return key == "backspace" or bool(typed and not is_bound)

    def choose(self, index: int) -> KeyResult:
        """Go to a row."""
        self.at = index
        self.redraw()
        return NoResponse.TAKEN

    def cursor(self, step: int) -> KeyResult:
        """Go to another row."""
        return self.choose(min(max(self.at + step, 0), len(self.prompts) - 1))

    def pair(self, index: int) -> KeyResult:
        """Give a value to the row under the cursor, or take it back, and go on.

        A row that had the value is without one then.
        """
        if index >= len(self.values):
            return NoResponse.TAKEN
        had = self.value_of_row.pop(self.at, None)
        if had != index:
            self.value_of_row = {
                row: value for row, value in self.value_of_row.items() if value != index
            }
            self.value_of_row[self.at] = index
            self.at = next(iter(self.unpaired_rows()), self.at)
        self.redraw()
        return NoResponse.TAKEN

    def take_back(self) -> None:
        """Free the row under the cursor, or the one paired last, and go there."""
        if self.at not in self.value_of_row and self.value_of_row:
            self.at = next(reversed(self.value_of_row))
        self.value_of_row.pop(self.at, None)
        self.redraw()

    def unpaired_rows(self) -> list[int]:
        """Return the rows without a value, those after the cursor first."""
        rows = range(len(self.prompts))
        left = [row for row in rows if row not in self.value_of_row]
        return sorted(left, key=lambda row: (row < self.at, row))

    def submit(self) -> KeyResult:
        """Answer with the pairs; with rows left over only when asked twice."""
        if not self.value_of_row:
            return CONFIRM_GIVE_UP
        chosen = ChosenOptions(
            tuple(
                self.values[self.value_of_row[row]].id if row in self.value_of_row else NO_PAIR
                for row in range(len(self.prompts))
            )
        )
        if not self.unpaired_rows():
            return chosen
        rows = join_with_and([f"{row + 1}" for row in sorted(self.unpaired_rows())])
        return RepeatToConfirm(
            chosen, f"No value yet for {rows} · press enter again to answer as it is"
        )

    def on_click(self, event: events.Click) -> None:
        """Tell which row or which value was clicked."""
        is_value = event.x >= self.left_width
        lines = self.value_tops if is_value else self.line_of_row
        if self.feedback is None and event.y < len(lines):
            self.post_message(LineClicked(self, lines[event.y], "pair" if is_value else "choose"))

    # --- looks ------------------------------------------------------------------------------------

    def draw(self, width: int) -> Content:
        """Return rows and values side by side; after the answer the pairs, each with its mark."""
        if self.question is None:
            return Content()
        if self.feedback is not None:
            found = answered_pairs(self.question.item, self.feedback.response)
            longest = max(style_text(pair.prompt).cell_length for pair in found)
            aligned = longest if longest <= width // _ALIGN_SHARE else 0
            return Content("\n").join(
                _graded_pair(number, pair, aligned, width) for number, pair in enumerate(found, 1)
            )
        rows = [(self._row_mark(row), prompt) for row, prompt in enumerate(self.prompts)]
        values = [(self._value_mark(at), each.text) for at, each in enumerate(self.values)]
        self.left_width, right_width = column_widths(
            _natural_width(rows), _natural_width(values), width
        )
        left = [
            hanging_indent(
                mark, style_text(one_line(text), "bold" if row == self.at else ""), self.left_width
            )
            for row, (mark, text) in enumerate(rows)
        ]
        right = [
            hanging_indent(
                mark,
                style_text(one_line(text), "$quiet" if at in self.value_of_row.values() else ""),
                right_width,
            )
            for at, (mark, text) in enumerate(values)
        ]
        self.line_of_row, self.value_tops = block_of_row(left), block_of_row(right)
        return join_columns(left, right, self.left_width)

    def _row_mark(self, row: int) -> Content:
        box = PAIR_LETTERS[self.value_of_row[row]] if row in self.value_of_row else " "
        return _bracket_mark("▸ " if row == self.at else "  ", f"{row + 1}", box)

    def _value_mark(self, value: int) -> Content:
        rows = [row for row, given in self.value_of_row.items() if given == value]
        return _bracket_mark("", PAIR_LETTERS[value], f"{rows[0] + 1}" if rows else " ")


def _bracket_mark(cursor: str, name: str, box: str) -> Content:
    """Return what stands before a row or a value: its name, and what it is paired with."""
    return Content.assemble(
        (f"{cursor}{name} ", "bold $tint"), (f"[{box}] ", "$tint" if box.strip() else "$quiet")
    )


def _natural_width(rows: Sequence[tuple[Content, str]]) -> int:
    """Return how many cells the widest of `rows` takes."""
    return max((mark.cell_length + style_text(one_line(text)).cell_length for mark, text in rows))


def _graded_pair(number: int, pair: Pair, aligned: int, width: int) -> Content:
    """Return a pair with its mark, the right value beside a wrong one.

    The prompt takes `aligned` cells at least, so that short ones have their values in a column.
    """
    style = "$right" if pair.is_right else "$wrong"
    mark = style_text(f"{OUTCOME_SIGNS[pair.outcome]} {number}  ", f"bold {style}")
    text = Content.assemble(
        style_text(f"{pair.prompt.ljust(aligned)} → "),
        style_text(pair.given or _NOTHING_GIVEN, f"bold {style}"),
    )
    if not pair.is_right:
        text += style_text("   right: ", "$quiet") + style_text(pair.right, "bold $right")
    return hanging_indent(mark, text, width)
