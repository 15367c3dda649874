"""The texts that a deck cites, read once to hold its claims against."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, partial
from hashlib import sha256

from quizapp.bank.model import Citation, Deck, Fact, SourceId
from quizapp.grading.dictionary import Dictionary
from quizapp.grading.languages import language_of
from quizapp.lint.copied_words import CopiedWords, index_runs
from quizapp.lint.coverage import citation_label
from quizapp.prove import (
    ClaimVerdict,
    Evidence,
    Vocabulary,
    find_abbreviations,
    find_topics,
    prove,
    prove_numbers,
    read_evidence,
    repeats,
)
from quizapp.sources.model import SourceText

_PLACE = re.compile(
    r"Place\(file=(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"), line=\d+, column=\d+\)"
)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class CitedText:
    """What a fact or a card cites; `label` is how a deck writes it.

    Attributes:
        lines: the sentences cited, as they stand there.
        sentences: the same, read.
        whole: all of their sources, with where they were published.
        others: the sentences that are not cited, by their labels.
        names: what the sources call the thing that they study; it may be said of any sentence.
        years: when the sources were published: "the series of 1997" may be said.
        copied: what finds words that run as in the sources.
    """

    label: str
    lines: tuple[str, ...]
    sentences: Evidence
    whole: Evidence
    others: Mapping[str, Evidence]
    names: tuple[str, ...]
    years: frozenset[Fraction]
    copied: CopiedWords

    def says_again(self, claim: str) -> bool:
        """Return whether `claim`, which should be untrue, repeats a sentence that is cited."""
        return repeats(claim, self.lines, self.sentences.vocabulary, self.names)

    def find_elsewhere(self, text: str, keys: Sequence[str] = (), *, has_wrong_number: bool) -> str:
        """Return the label of a sentence, not cited, that proves `text`; "" if none does.

        `keys` are the answers in it. Of a text that `has_wrong_number`, one that has all its
        numbers will do.
        """
        whole = partial(prove, keys=keys)
        looks = (whole, prove_numbers) if has_wrong_number else (whole,)
        return next(
            (
                label
                for look in looks
                for label, each in self.others.items()
                if look(text, each, computed=self.years).verdict is ClaimVerdict.PROVED
            ),
            "",
        )


class DeckEvidence:
    """The sources of a deck, read for its claims; each set of citations once."""

    def __init__(
        self, deck: Deck, texts: Mapping[SourceId, SourceText], dictionary: Dictionary
    ) -> None:
        self.language = language_of(deck.language).code
        self._deck = deck
        self._texts = texts
        self._cited: dict[tuple[Citation, ...], CitedText | None] = {}
        names = {name: concept.name for concept in deck.concepts.values() for name in concept.names}
        for text in texts.values():
            for short, long in find_abbreviations(" ".join(text.sentences)):
                names.setdefault(short, long)
        self._vocabulary = Vocabulary(self.language, dictionary, names)

    @cached_property
    def _sentences(self) -> Mapping[SourceId, Mapping[str, Evidence]]:
        """Each sentence of each source, by its label."""
        return {
            source: {
                citation_label(Citation(source, at)): read_evidence((line,), self._vocabulary)
                for at, line in enumerate(text.sentences, 1)
            }
            for source, text in self._texts.items()
        }

    @cached_property
    def _key(self) -> str:
        """What changes with anything that a fact of the deck is compared with."""
        words = self._vocabulary.dictionary
        sources = [(each.id, each.cite, each.short) for each in self._deck.sources.values()]
        parts = (
            *(self.language, words.language, len(words.buffer), self._vocabulary.names),
            *(sources, self._deck.concepts, self._texts),
        )
        return _digest(*map(repr, parts))

    def key_of(self, fact: Fact) -> str:
        """Return what changes with `fact`, save its place, or with what it is compared with."""
        return _digest(self._key, repr(fact))

    def find_cited(self, citations: tuple[Citation, ...]) -> CitedText | None:
        """Return what `citations` name; None where that is nothing, or something not at hand."""
        if citations not in self._cited:
            self._cited[citations] = self._read(citations)
        return self._cited[citations]

    def _read(self, citations: tuple[Citation, ...]) -> CitedText | None:
        """Return what is cited; sentences beyond the end of a file are passed over."""
        sources = list(dict.fromkeys(each.source for each in citations))
        if not sources or any(each not in self._texts for each in sources):
            return None
        titles = [self._publication(each) for each in sources]
        whole = {
            citation_label(Citation(source, at)): line
            for source in sources
            for at, line in enumerate(self._texts[source].sentences, 1)
        }
        cited: dict[str, str] = {}
        for each in citations:
            label = citation_label(each)
            if each.sentence:
                cited.update({label: whole[label]} if label in whole else {})
            else:
                own = {name: line for name, line in whole.items() if name.startswith(f"{label}#")}
                cited.update(own | {label: self._publication(each.source)})
        if not cited:  # G202 tells
            return None
        numbers = {at for at, name in enumerate(whole, 1) if name in cited}
        topics = find_topics([*whole.values()], self._vocabulary, numbers, titles)
        known = {name: one for source in sources for name, one in self._sentences[source].items()}
        return CitedText(
            label=", ".join(map(citation_label, citations)),
            lines=tuple(cited.values()),
            sentences=read_evidence([*cited.values()], self._vocabulary, topics),
            whole=read_evidence([*whole.values(), *titles], self._vocabulary, topics),
            others={name: one for name, one in known.items() if name not in cited},
            names=tuple(name for each in sources for name in self._deck.sources[each].names),
            years=frozenset(Fraction(year) for title in titles for year in _YEAR.findall(title)),
            copied=index_runs(whole),
        )

    def _publication(self, source: SourceId) -> str:
        """Return what is known of where a source was published."""
        own, said = self._deck.sources[source], self._texts[source].reference
        parts = (own.cite, own.short, *said.authors, said.title, said.journal, said.year)
        # "1997;131:47-54" are three numbers and no time of day.
        return re.sub(r"[;:]", " ; ", " ; ".join(filter(None, parts)))


def _digest(*parts: str) -> str:
    """Return a hash of texts; places of files, which move with every line, are left out."""
    return sha256(_PLACE.sub("", "\n".join(parts)).encode()).hexdigest()[:32]
