"""Lines of a review as Textual paints them."""

from collections.abc import Iterable

from textual.content import Content

from quizapp.items.item_lines import StyledLine, Tone
from quizapp.terminal.content import hanging_indent, style_text
from quizapp.terminal.safe_text import SPACES, sanitize

_TONE_STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.QUIET: "$quiet",
    Tone.RIGHT: "$right",
    Tone.WRONG: "$wrong",
    Tone.LOUD: "bold $wrong",
    Tone.SHARED: "underline",
}


def render_lines(lines: Iterable[StyledLine], width: int) -> Content:
    """Return `lines` wrapped to `width` cells."""
    return Content("\n").join(
        hanging_indent(
            style_text(line.mark.text, _TONE_STYLES[line.mark.tone]),
            Content.assemble(
                *(
                    (SPACES.sub(" ", sanitize(span.text)), _TONE_STYLES[span.tone])
                    for span in line.text
                )
            ),
            width,
        )
        for line in lines
    )
