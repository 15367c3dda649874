"""How many cards hold a sentence of an attached source: fine for oneself, not for sharing."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizapp.services.attached_texts import read_attached
from quizapp.store.source_texts import attached_texts

if TYPE_CHECKING:
    from quizapp.items.item import Item
    from quizapp.learner.export_values import ExportCard
    from quizapp.lint.copied_words import CopiedWords
    from quizapp.store.store import Store


@dataclass(frozen=True, slots=True)
class CopiedCards:
    """So many cards hold words that run as in the source called `source`."""

    source: str
    count: int


@dataclass(slots=True)
class CopiedSentences:
    """Counts the cards that hold six or more words running as in an attached text."""

    runs: "CopiedWords | None"
    cards: Counter[str] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)

    def watch(self, cards: "Iterable[ExportCard]") -> "Iterator[ExportCard]":
        """Yield `cards`, and count those among them."""
        for card in cards:
            if self.runs is not None:
                self._count(card)
            yield card

    def counts(self) -> tuple[CopiedCards, ...]:
        """Return what was counted, by source."""
        named: Counter[str] = Counter()
        for cite, count in self.cards.items():
            named[self.names.get(cite, cite)] += count
        return tuple(CopiedCards(name, count) for name, count in sorted(named.items()))

    def _count(self, card: "ExportCard") -> None:
        found: set[str] = set()
        for item in card.items:
            self.names.update({each.cite: each.short or each.cite for each in item.sources})
            texts = _texts_of(item)
            found.update(run[1] for text in texts if self.runs and (run := self.runs.find(text)))
        self.cards.update(found)


def open_copied_sentences(store: "Store") -> CopiedSentences:
    """Return a counter for the texts that are attached and can be read."""
    from quizapp.lint.copied_words import CopiedWords, index_runs

    labels: dict[tuple[str, ...], str] = {}
    for text in attached_texts(store):
        paper = read_attached(text).paper
        cite = next((each.cite for each in text.declared), text.source)
        for sentence in paper.sentences if paper else ():
            labels |= index_runs({cite: sentence}).labels
    return CopiedSentences(CopiedWords(labels) if labels else None)


def _texts_of(item: "Item") -> Iterator[str]:
    """Yield what an item says."""
    yield from (item.stem, item.sentence, item.why, item.mnemonic, *item.key)
    for option in item.options:
        yield from (option.text, option.why)
