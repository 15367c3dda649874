"""The rule on what a P value is said to be: G108."""

import re
from collections.abc import Iterator, Sequence

from quizapp.bank.model import Bank, Fact
from quizapp.bank.place import Place
from quizapp.items.item import Item
from quizapp.lint.finding import Finding

_P_VALUE = re.compile(r"\bp[- ]?values?\b|\bP\s*[<>=≤≥]", re.IGNORECASE)
_BY_CHANCE = re.compile(
    r"\b(?:probability|likelihood|risk|chance)\b[^.;]*\b(?:chance|random|accident|coincidence)\b",
    re.IGNORECASE,
)
# Said rightly: how often such data would be seen if there were no effect.
_SUPPOSED = re.compile(r"\bnull hypothesis\b|\bif\b[^.;]*\b(?:no|not|null)\b", re.IGNORECASE)


def find_misread_p_values(bank: Bank, _: Sequence[Item]) -> Iterator[Finding]:
    """G108: a P value explained as the probability that chance was at work."""
    for deck in bank.decks:
        for fact in deck.facts:
            for text, place in _texts(fact):
                is_explained = _P_VALUE.search(text) and _BY_CHANCE.search(text)
                if is_explained and not _SUPPOSED.search(text):
                    yield Finding(
                        place,
                        f"{fact.id}: a P value is no probability that chance made the result",
                        "say how often such a result would be seen if there were no effect",
                        fact.id,
                    )


def _texts(fact: Fact) -> Iterator[tuple[str, Place]]:
    """Yield what explains something in a fact."""
    yield from ((text, fact.place) for text in (fact.why, fact.note))
    for card in fact.cards:
        yield from ((text, card.place) for text in (card.why, card.note))
        yield from ((untrue.why, untrue.place) for untrue in card.untrue)
        yield from ((wrong.why, wrong.place) for wrong in card.wrong)
    yield from ((untrue.why, untrue.place) for untrue in fact.untrue)
