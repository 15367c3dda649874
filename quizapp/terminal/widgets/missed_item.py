"""A missed item, as a session and an exam look back upon it."""

from collections.abc import Iterator

from textual.content import Content

from quizapp.items.item import Item
from quizapp.session.model import AnsweredQuestion
from quizapp.terminal.content import hanging_indent, style_text
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.words import (
    NOT_JUDGED,
    given_answer,
    image_text,
    is_unjudged,
    right_answer,
    short_sources,
)


def missed_item(answer: AnsweredQuestion, width: int) -> Content:
    """Return a missed item: stem and picture, what was right, what was given, and the source."""
    item = answer.question.item
    mark = (
        style_text("? ", "bold $close")
        if is_unjudged(answer.grade)
        else style_text("✗ ", "bold $wrong")
    )
    yours = given_answer(answer.question, answer.response)
    lines = [
        hanging_indent(mark, style_text(one_line(item.stem)), width),
        *image_lines(item, width, is_asked_with=True),
        hanging_indent(
            style_text("  ✓ "), style_text(right_answer(item), "bold"), width
        ).stylize_before("$right"),
    ]
    if yours:
        unjudged = f" · {NOT_JUDGED.lower()}" if is_unjudged(answer.grade) else ""
        text = style_text(f"your answer: {yours}{unjudged}", "$quiet")
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
