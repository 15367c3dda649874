"""A missed item, as a session and an exam look back upon it."""

from collections.abc import Iterator

from textual.content import Content

from quizapp.grading.grade import Outcome
from quizapp.items.item import Item
from quizapp.session.model import AnsweredQuestion
from quizapp.terminal.content import OUTCOME_STYLES, hanging_indent, style_text
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.words import (
    NOT_JUDGED,
    OUTCOME_SIGNS,
    given_answer,
    image_text,
    right_answer,
    short_sources,
)

_OPEN = {
    Outcome.MORE: "only a part of the answer",
    Outcome.UNSURE: NOT_JUDGED.lower(),
}


def missed_item(answer: AnsweredQuestion, width: int, *, is_granted: bool = False) -> Content:
    """Return a missed item: stem and picture, what was right, what was given, and the source.

    `is_granted`: it was counted as right since.
    """
    item = answer.question.item
    judged = answer.grade.outcome if answer.grade.outcome in _OPEN else Outcome.WRONG
    outcome = Outcome.RIGHT if is_granted else judged
    mark = style_text(f"{OUTCOME_SIGNS[outcome]} ", f"bold {OUTCOME_STYLES[outcome]}")
    yours = given_answer(answer.question, answer.response)
    lines = [
        hanging_indent(mark, style_text(one_line(item.stem)), width),
        *image_lines(item, width, is_asked_with=True),
        hanging_indent(
            style_text("  ✓ "), style_text(right_answer(item), "bold"), width
        ).stylize_before("$right"),
    ]
    if yours:
        said = f" · {_OPEN[judged]}" if judged in _OPEN else ""
        text = style_text(f"your answer: {yours}{said}", "$quiet")
        lines.append(hanging_indent(style_text("    "), text, width))
    if item.sources:
        lines.append(
            hanging_indent(style_text("    "), style_text(short_sources(item), "$quiet"), width)
        )
    return Content("\n").join(lines)


def image_lines(item: Item, width: int, *, is_asked_with: bool) -> Iterator[Content]:
    """Yield what the picture that belongs there shows."""
    if shown := image_text(item, is_asked_with=is_asked_with):
        yield hanging_indent(style_text("    "), style_text(f"Picture: {shown}", "$quiet"), width)
