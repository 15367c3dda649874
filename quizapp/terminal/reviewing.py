"""Lines of a review as Textual paints them."""

from collections.abc import Iterable

from textual.content import Content

from quizapp.items.review import Line, Tone
from quizapp.terminal.content import hanging, styled
from quizapp.terminal.text import SPACES, safe

STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.QUIET: "$quiet",
    Tone.RIGHT: "$right",
    Tone.WRONG: "$wrong",
    Tone.LOUD: "bold $wrong",
}


def painted(lines: Iterable[Line], width: int) -> Content:
    """Return `lines` wrapped to `width` cells."""
    return Content("\n").join(
        hanging(
            styled(line.mark.text, STYLES[line.mark.tone]),
            Content.assemble(
                *((SPACES.sub(" ", safe(span.text)), STYLES[span.tone]) for span in line.text)
            ),
            width,
        )
        for line in lines
    )
