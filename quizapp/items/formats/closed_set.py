"""The options of a closed set: exactly those that the author listed under `among`."""

from quizapp.bank.sentences import comparison_key
from quizapp.items.context import CardContext, make_option
from quizapp.items.item import Option


def closed_set_options(context: CardContext) -> tuple[Option, ...]:
    """Return the author's options in the author's order, with why each wrong one is wrong."""
    card = context.card
    right = {comparison_key(card, text) for text in context.key}
    reasons = {comparison_key(card, wrong.text): wrong.why for wrong in card.wrong}
    found = ((text, comparison_key(card, text)) for text in card.among)
    return tuple(
        make_option(text, is_right=same in right, why=reasons.get(same, "")) for text, same in found
    )
