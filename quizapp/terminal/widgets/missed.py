"""A missed item, as a session and an exam look back upon it."""

from collections.abc import Iterator

from textual.content import Content

from quizapp.items.item import Item
from quizapp.session.model import Answer
from quizapp.terminal.content import hanging, styled
from quizapp.terminal.text import one_line
from quizapp.terminal.words import NOT_JUDGED, given, is_unjudged, picture, right_answer, sources


def missed_item(answer: Answer, width: int) -> Content:
    """Return a missed item: stem and picture, what was right, what was given, and the source."""
    item = answer.question.item
    mark = styled("? ", "bold $close") if is_unjudged(answer.grade) else styled("✗ ", "bold $wrong")
    yours = given(answer.question, answer.response)
    lines = [
        hanging(mark, styled(one_line(item.stem)), width),
        *pictured(item, width, is_asked_with=True),
        hanging(styled("  ✓ "), styled(right_answer(item), "bold"), width).stylize_before("$right"),
    ]
    if yours:
        unjudged = f" · {NOT_JUDGED.lower()}" if is_unjudged(answer.grade) else ""
        text = styled(f"your answer: {yours}{unjudged}", "$quiet")
        lines.append(hanging(styled("    "), text, width))
    if item.sources:
        lines.append(hanging(styled("    "), styled(sources(item), "$quiet"), width))
    return Content("\n").join(lines)


def pictured(item: Item, width: int, *, is_asked_with: bool) -> Iterator[Content]:
    """Yield what the picture that belongs there shows."""
    if shown := picture(item, is_asked_with=is_asked_with):
        yield hanging(styled("    "), styled(f"Picture: {shown}", "$quiet"), width)
