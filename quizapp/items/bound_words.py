"""A bound in a sentence: "more than 0.8 Earth radii", in words of the deck's language.

Signs are how an author writes a bound and how an option shows it; prose has words. A language whose
words are not known keeps the sign.
"""

import re
from collections.abc import Mapping

from quizapp.bank.model import AmountAnswer, Fact
from quizapp.grading.bounds import bound_words

_SIGN = re.compile(r"[<>≤≥]\s*")


def answers_in_words(fact: Fact, language: str) -> Mapping[str, str]:
    """Return the answers of `fact` that a sentence says in other words, by the card's name."""
    return {
        card.name: text
        for card in fact.cards
        if isinstance(card.answer, AmountAnswer) and (text := _in_words(card.answer, language))
    }


def _in_words(answer: AmountAnswer, language: str) -> str:
    """Return a bound in words; "" of any other amount, and where no words are known."""
    words = bound_words(answer.amount.sign, language) if answer.amount.sign else None
    if words is None:
        return ""
    return f"{words.before}{_SIGN.sub('', answer.text, count=1)}{words.after}"
