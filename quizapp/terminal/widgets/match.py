"""Answering by pairing: rows with numbers at the left, values with letters at the right."""

from collections.abc import Sequence

from textual import events
from textual.content import Content

from quizapp.session.model import UNPAIRED, Chosen, Question
from quizapp.session.presenting import LETTERS
from quizapp.terminal.content import beside, hanging, styled, tops, widths
from quizapp.terminal.editing import character_of, typed_by
from quizapp.terminal.text import one_line
from quizapp.terminal.widgets.body import NOTHING, Body, OnceMore, Outcome, Pressed
from quizapp.terminal.widgets.piece import Picked
from quizapp.terminal.words import SIGNS, Pair, enumerated, pairs

NOTHING_GIVEN = "—"
MOVES = frozenset("jk")  # no value has these letters
ALIGNED = 3  # prompts of at most one of so many parts of the width stand in a column


class Match(Body):
    """A letter gives its value to the row under the cursor; each value belongs to one row."""

    ACTIONS = frozenset({"choose", "cursor", "pair", "submit"})
    WORDS = {"answer.choose_1": "Row"}  # noqa: RUF012 (as in the base)

    def begin(self, question: Question) -> None:
        """Begin at the first row, with nothing paired."""
        self.prompts = question.item.prompts
        self.values = question.shown
        self.paired: dict[int, int] = {}  # row -> value, the latest pair last
        self.at: int = 0
        self.tops = []
        self.value_tops: list[int] = []
        self.left_width = 0

    @property
    def numbered(self) -> int:
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
        elif letter in LETTERS:
            self.pair(LETTERS.index(letter))
        return True

    def types(self, key: str) -> bool:
        """Return whether `key` is the match's own: all that types but the rows' numbers."""
        typed = typed_by(key, character_of(key))
        is_bound = typed.isdecimal() or typed in MOVES
        return key == "backspace" or bool(typed and not is_bound)

    def choose(self, index: int) -> Outcome:
        """Go to a row."""
        self.at = index
        self.redraw()
        return Pressed.TAKEN

    def cursor(self, step: int) -> Outcome:
        """Go to another row."""
        return self.choose(min(max(self.at + step, 0), len(self.prompts) - 1))

    def pair(self, index: int) -> Outcome:
        """Give a value to the row under the cursor, or take it back, and go on.

        A row that had the value is without one then.
        """
        if index >= len(self.values):
            return Pressed.TAKEN
        had = self.paired.pop(self.at, None)
        if had != index:
            self.paired = {row: value for row, value in self.paired.items() if value != index}
            self.paired[self.at] = index
            self.at = next(iter(self.unpaired()), self.at)
        self.redraw()
        return Pressed.TAKEN

    def take_back(self) -> None:
        """Free the row under the cursor, or the one paired last, and go there."""
        if self.at not in self.paired and self.paired:
            self.at = next(reversed(self.paired))
        self.paired.pop(self.at, None)
        self.redraw()

    def unpaired(self) -> list[int]:
        """Return the rows without a value, those after the cursor first."""
        rows = range(len(self.prompts))
        left = [row for row in rows if row not in self.paired]
        return sorted(left, key=lambda row: (row < self.at, row))

    def submit(self) -> Outcome:
        """Answer with the pairs; with rows left over only when asked twice."""
        if not self.paired:
            return NOTHING
        chosen = Chosen(
            tuple(
                self.values[self.paired[row]].id if row in self.paired else UNPAIRED
                for row in range(len(self.prompts))
            )
        )
        if not self.unpaired():
            return chosen
        rows = enumerated([f"{row + 1}" for row in sorted(self.unpaired())])
        return OnceMore(chosen, f"no value yet for {rows} · enter once more: answer as it is")

    def on_click(self, event: events.Click) -> None:
        """Tell which row or which value was clicked."""
        is_value = event.x >= self.left_width
        lines = self.value_tops if is_value else self.tops
        if self.feedback is None and event.y < len(lines):
            self.post_message(Picked(self, lines[event.y], "pair" if is_value else "choose"))

    # --- looks ------------------------------------------------------------------------------------

    def draw(self, width: int) -> Content:
        """Return rows and values side by side; after the answer the pairs, each with its mark."""
        if self.question is None:
            return Content()
        if self.feedback is not None:
            found = pairs(self.question.item, self.feedback.response)
            longest = max(styled(pair.prompt).cell_length for pair in found)
            aligned = longest if longest <= width // ALIGNED else 0
            return Content("\n").join(
                judged(number, pair, aligned, width) for number, pair in enumerate(found, 1)
            )
        rows = [(self._row_mark(row), prompt) for row, prompt in enumerate(self.prompts)]
        values = [(self._value_mark(at), each.text) for at, each in enumerate(self.values)]
        self.left_width, right_width = widths(natural(rows), natural(values), width)
        left = [
            hanging(mark, styled(one_line(text), "bold" if row == self.at else ""), self.left_width)
            for row, (mark, text) in enumerate(rows)
        ]
        right = [
            hanging(
                mark,
                styled(one_line(text), "$quiet" if at in self.paired.values() else ""),
                right_width,
            )
            for at, (mark, text) in enumerate(values)
        ]
        self.tops, self.value_tops = tops(left), tops(right)
        return beside(left, right, self.left_width)

    def _row_mark(self, row: int) -> Content:
        box = LETTERS[self.paired[row]] if row in self.paired else " "
        return marked("▸ " if row == self.at else "  ", f"{row + 1}", box)

    def _value_mark(self, value: int) -> Content:
        rows = [row for row, given in self.paired.items() if given == value]
        return marked("", LETTERS[value], f"{rows[0] + 1}" if rows else " ")


def marked(cursor: str, name: str, box: str) -> Content:
    """Return what stands before a row or a value: its name, and what it is paired with."""
    return Content.assemble(
        (f"{cursor}{name} ", "bold $tint"), (f"[{box}] ", "$tint" if box.strip() else "$quiet")
    )


def natural(rows: Sequence[tuple[Content, str]]) -> int:
    """Return how many cells the widest of `rows` takes."""
    return max((mark.cell_length + styled(one_line(text)).cell_length for mark, text in rows))


def judged(number: int, pair: Pair, aligned: int, width: int) -> Content:
    """Return a pair with its mark, the right value beside a wrong one.

    The prompt takes `aligned` cells at least, so that short ones have their values in a column.
    """
    style = "$right" if pair.is_right else "$wrong"
    mark = styled(f"{SIGNS[pair.verdict]} {number}  ", f"bold {style}")
    text = Content.assemble(
        styled(f"{pair.prompt.ljust(aligned)} → "),
        styled(pair.given or NOTHING_GIVEN, f"bold {style}"),
    )
    if not pair.is_right:
        text += styled("   right: ", "$quiet") + styled(pair.right, "bold $right")
    return hanging(mark, text, width)
