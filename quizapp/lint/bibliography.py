"""The rule on questions about where something was published: O211."""

import re
from collections.abc import Iterator, Sequence

from quizapp.bank.mentions import occurs_in
from quizapp.bank.model import Bank, Card, Deck, Fact
from quizapp.bank.nearest import citations_of, kind_of
from quizapp.bank.sentences import answer_texts
from quizapp.items.item import Item
from quizapp.lint.finding import Finding

_JOURNAL = re.compile(r"\b(?:what|which)\s+(?:[\w-]+\s+){0,2}journals?\b", re.IGNORECASE)
# Words that are asked for in other fields, too: the volume of a gas, the author of a play.
_OF_PRINT = re.compile(
    r"\b(?:what|which)\s+(?:[\w-]+\s+){0,2}(?:volume|issue|pages?|authors?|doi|publisher)\b"
    r"|\bwho\s+(?:wrote|authored|published|reported)\b"
    r"|\bwho\s+(?:is|are|was|were)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}authors?\b",
    re.IGNORECASE,
)
_PUBLICATION = re.compile(
    r"\b(?:paper|article|study|report|publication|journal|abstract|review|case series|"
    r"(?:was|were|been)\s+published|appear(?:s|ed)? in print)\b",
    re.IGNORECASE,
)


def find_unmarked_bibliography(bank: Bank, _: Sequence[Item]) -> Iterator[Finding]:
    """O211: the journal, volume, page or author of a paper, asked like any other fact."""
    for deck in bank.decks:
        for fact in deck.facts:
            for card in fact.cards:
                if not kind_of(fact, card) and _asks_for_print(deck, fact, card):
                    yield Finding(
                        card.place,
                        f"{card.id}: where something was published is asked like any other fact",
                        "write `kind: bibliography` beside it: it is found, and not scheduled",
                        fact.id,
                    )


def _asks_for_print(deck: Deck, fact: Fact, card: Card) -> bool:
    """Return whether `card` asks for what stands in the citation of a source, not in its text.

    Where the answer stands in the citation, the question need not speak of a paper.
    """
    if _JOURNAL.search(card.ask):
        return True
    if not _OF_PRINT.search(card.ask):
        return False
    cited = [each.source for each in citations_of(fact, card)]
    cites = [deck.sources[each].cite for each in cited if each in deck.sources]
    return _PUBLICATION.search(card.ask) is not None or any(
        occurs_in(text, cite) for cite in cites for text in answer_texts(card)
    )
