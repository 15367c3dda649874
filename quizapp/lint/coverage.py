"""Which sentence of a source is cited by which facts."""

from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.bank.model import Bank, Citation, FactId, SourceId
from quizapp.bank.nearest import all_citations
from quizapp.sources.model import SourceText


@dataclass(frozen=True, slots=True)
class SentenceCoverage:
    """A sentence of a source and the facts that cite it; number 0 is the source as a whole."""

    source: SourceId
    number: int
    sentence: str
    facts: tuple[FactId, ...]


def measure_coverage(
    bank: Bank, texts: Mapping[SourceId, SourceText]
) -> tuple[SentenceCoverage, ...]:
    """Return each sentence of `texts` with the facts of all decks that cite it, in order.

    Where facts cite a source as a whole, a row of number 0 and without a sentence comes last.
    """
    facts: dict[Citation, list[FactId]] = {}
    for deck in bank.decks:
        for fact in deck.facts:
            for citation in all_citations(fact):
                facts.setdefault(citation, []).append(fact.id)
    rows = []
    for source, text in texts.items():
        for number, sentence in (*enumerate(text.sentences, 1), (0, "")):
            citing = tuple(facts.get(Citation(source, number), ()))
            if number or citing:
                rows.append(SentenceCoverage(source, number, sentence, citing))
    return tuple(rows)


def citation_label(citation: Citation) -> str:
    """Return a citation as a deck writes it."""
    return f"{citation.source}#{citation.sentence}" if citation.sentence else citation.source


def shorten_sentence(text: str, most: int) -> str:
    """Return a sentence in at most so many letters, cut behind a word."""
    if len(text) <= most:
        return text
    cut, _, _ = text[:most].rpartition(" ")
    return f"{(cut or text[: most - 1]).rstrip(',;:')}…"
