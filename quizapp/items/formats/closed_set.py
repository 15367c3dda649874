"""The options of a closed set: exactly those that the author listed under `among`."""

from quizapp.bank.concepts import normalize_text
from quizapp.bank.model import NumberAnswer
from quizapp.items.context import CardContext, make_option
from quizapp.items.item import Option
from quizapp.items.numeric_distractors import parse_number


def closed_set_options(context: CardContext) -> tuple[Option, ...]:
    """Return the author's options in the author's order, with why each wrong one is wrong."""
    right = {comparison_key(context, text) for text in context.key}
    reasons = {comparison_key(context, wrong.text): wrong.why for wrong in context.card.wrong}
    found = ((text, comparison_key(context, text)) for text in context.card.among)
    return tuple(
        make_option(text, is_right=same in right, why=reasons.get(same, "")) for text, same in found
    )


def comparison_key(context: CardContext, text: str) -> object:
    """Return what a text of the set is compared by: its value where the answer is a number."""
    value = parse_number(text) if isinstance(context.card.answer, NumberAnswer) else None
    return normalize_text(text) if value is None else value
