"""Text as Textual paints it: styled, wrapped, and literal.

Whatever a deck says becomes `Content`, never markup. What a terminal would act upon is taken out
here, where text is made, and again by a filter on every line painted.
"""

from collections.abc import Sequence
from itertools import zip_longest

from rich.segment import Segment
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter

from quizapp.grading.grade import Outcome
from quizapp.terminal.safe_text import UNSAFE, one_line, sanitize

_MIN_TEXT_WIDTH = 8
_COLUMN_GAP = 3  # cells between two columns
OUTCOME_STYLES = {
    Outcome.RIGHT: "$right",
    Outcome.SLIP: "$close",
    Outcome.MORE: "$close",
    Outcome.UNSURE: "$close",
    Outcome.WRONG: "$wrong",
}


def style_text(text: str, style: str = "") -> Content:
    """Return safe `text` in one style; brackets in it are brackets."""
    return Content.styled(sanitize(text), style)


def hanging_indent(mark: Content, text: Content, width: int) -> Content:
    """Return `mark` and `text` wrapped to `width` cells, later lines indented by the mark."""
    indent = mark.cell_length
    lines = text.wrap(max(width - indent, _MIN_TEXT_WIDTH))
    return mark + Content("\n" + " " * indent).join(lines)


def align_ends(left: Content, right: Content, width: int) -> Content:
    """Return `left` and `right` at the two ends of a line of `width` cells; `left` gives way."""
    room = max(width - right.cell_length - 1, 0)
    return left.truncate(room, ellipsis=True, pad=True) + " " + right


def column_widths(left: int, right: int, width: int) -> tuple[int, int]:
    """Return how many cells two columns take that would like `left` and `right` of `width`.

    Where both do not fit, each has half, or what the other one leaves of its half.
    """
    room = width - _COLUMN_GAP
    half = room // 2
    taken = left if left + right <= room else max(min(left, half), room - right)
    return taken, room - taken


def join_columns(left: Sequence[Content], right: Sequence[Content], left_width: int) -> Content:
    """Return two columns of blocks side by side; each is wrapped to its width already."""
    return Content("\n").join(
        one.truncate(left_width + _COLUMN_GAP, pad=True) + other
        for one, other in zip_longest(_split_lines(left), _split_lines(right), fillvalue=Content())
    )


def _split_lines(blocks: Sequence[Content]) -> list[Content]:
    """Return the lines of `blocks`, one under the other."""
    return [line for block in blocks for line in block.split("\n", allow_blank=True)]


def block_of_row(blocks: Sequence[Content]) -> list[int]:
    """Return which of `blocks` each line belongs to, one under the other."""
    return [at for at, block in enumerate(blocks) for _ in block.split("\n", allow_blank=True)]


def fit_to_width(text: str, width: int) -> str:
    """Return `text` on one line, cut with an ellipsis or padded to exactly `width` cells."""
    return Content(one_line(text)).truncate(width, ellipsis=True, pad=True).plain


class ControlCharacterFilter(LineFilter):
    """Takes what `sanitize` takes out of every line painted: the last gate before the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 (the library's signature)
        """Return `segments` without the characters that a terminal would act upon."""
        return [
            Segment(sanitize(segment.text), segment.style)
            if segment.control is None and UNSAFE.search(segment.text)
            else segment
            for segment in segments
        ]
