"""What stands beside a card while it is read: its cited sentences, what comparing found, lint."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from quizapp.bank.diagnostics import Problem
from quizapp.bank.model import Bank, Card, CardId, Citation, Deck, Fact, SourceId
from quizapp.bank.nearest import citations_of
from quizapp.bank.place import Place
from quizapp.bank.sentences import answer_texts, full_sentence
from quizapp.grading.dictionary import open_dictionary
from quizapp.items.item import Item
from quizapp.lint.check import check_bank
from quizapp.lint.coverage import citation_label
from quizapp.lint.grounding import check_grounding
from quizapp.prove import ClaimVerdict
from quizapp.prove.card_claims import BACKGROUND
from quizapp.prove.shared_words import find_shared_words
from quizapp.signoff import SignoffState, list_signoffs
from quizapp.sources.model import SourceText

IN_CONFLICT = ("G103", "G107")
_NOT_FOUND = "G104"


@dataclass(frozen=True, slots=True)
class EvidenceSentence:
    """A sentence that a card cites, as its deck calls it; `text` is "" where none is at hand.

    `shared` is where words stand that the card has, too.
    """

    label: str
    text: str = ""
    shared: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class CardEvidence:
    """What stands beside a card while it is read.

    Attributes:
        verdict: what comparing found; None where nothing was compared.
        reasons: why, in plain words, the gravest first.
        findings: what lint finds of the card and its items.
        cited: the sentences that it cites.
        missing: the sources of these that no text is at hand of.
        is_background: whether all that it states is its author's own.
    """

    verdict: ClaimVerdict | None = None
    reasons: tuple[str, ...] = ()
    findings: tuple[Problem, ...] = ()
    cited: tuple[EvidenceSentence, ...] = ()
    missing: tuple[SourceId, ...] = ()
    is_background: bool = False


class DeckEvidenceTable:
    """What is found of each card of a deck, compared with the texts of its sources at hand."""

    def __init__(
        self, deck: Deck, items: Sequence[Item], texts: Mapping[SourceId, SourceText]
    ) -> None:
        self._deck = deck
        self._items = items
        self._texts = {each: texts[each] for each in deck.sources if each in texts}
        self._cards_at = cards_by_place(deck)

    def evidence_of(self, fact: Fact, card: Card) -> CardEvidence:
        """Return what stands beside `card` of `fact`."""
        sources = dict.fromkeys(each.source for each in citations_of(fact, card))
        missing = tuple(each for each in sources if each not in self._texts)
        grounding = self._grounding.get(card.id, ())
        compared = sources and not missing
        return CardEvidence(
            verdict=_verdict(grounding) if compared else None,
            reasons=tuple(f"{each.message}. fix: {each.fix}" for each in _gravest_first(grounding)),
            findings=tuple(self._lint.get(card.id, ())),
            cited=tuple(self._cite(fact, card, each) for each in citations_of(fact, card)),
            missing=missing,
            is_background=_is_background(fact, card),
        )

    @cached_property
    def _grounding(self) -> Mapping[CardId, Sequence[Problem]]:
        if not self._texts:
            return {}
        found = check_grounding(Bank((self._deck,)), self._texts, open_dictionary)
        return self._by_card(each for each in found if each.code in (*IN_CONFLICT, _NOT_FOUND))

    @cached_property
    def _lint(self) -> Mapping[CardId, Sequence[Problem]]:
        return self._by_card(check_bank(Bank((self._deck,)), self._items))

    def _by_card(self, problems: Iterable[Problem]) -> Mapping[CardId, Sequence[Problem]]:
        """Return `problems` by the cards that they are about."""
        found: dict[CardId, list[Problem]] = {}
        for problem in problems:
            for card in self._cards_at.get(problem.place, ()):
                found.setdefault(card, []).append(problem)
        return found

    def _cite(self, fact: Fact, card: Card, citation: Citation) -> EvidenceSentence:
        """Return a citation with its sentence, where that is at hand."""
        label = citation_label(citation)
        text = self._texts.get(citation.source)
        if text is None or not 0 < citation.sentence <= len(text.sentences):
            return EvidenceSentence(label)
        sentence = text.sentences[citation.sentence - 1]
        said = (full_sentence(fact, card), card.ask, " ".join(answer_texts(card)))
        return EvidenceSentence(label, sentence, find_shared_words(sentence, said))


def cards_by_place(deck: Deck) -> Mapping[Place, tuple[CardId, ...]]:
    """Return which cards a problem is about, by its place: one, or all of a fact."""
    found: dict[Place, dict[CardId, None]] = {}

    def add(place: Place, *cards: Card) -> None:
        found.setdefault(place, {}).update(dict.fromkeys(card.id for card in cards))

    for fact in deck.facts:
        add(fact.place, *fact.cards)
        named = {card.name: card for card in fact.cards}
        for untrue in fact.untrue:
            own = named.get(untrue.card)
            add(untrue.place, *((own,) if own else fact.cards))
        for card in fact.cards:
            add(card.place, card)
            for wrong in card.wrong:
                add(wrong.place, card)
            for untrue in card.untrue:
                add(untrue.place, card)
    return {place: tuple(cards) for place, cards in found.items()}


def drop_settled(deck: Deck, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield `problems` without what a reader settled for each card concerned.

    That is a conflict that was overruled, and of a card that is signed as it is now a claim that
    comparing did not find: whoever signed it has read it.
    """
    signoffs = tuple(list_signoffs(deck))
    settled = {
        IN_CONFLICT[0]: {each.card.id for each in signoffs if each.is_overruled},
        _NOT_FOUND: {each.card.id for each in signoffs if each.state is SignoffState.SIGNED},
    }
    places = cards_by_place(deck) if any(settled.values()) else {}
    for problem in problems:
        cards = places.get(problem.place, ()) if problem.code in settled else ()
        if not cards or not settled[problem.code].issuperset(cards):
            yield problem


def _verdict(grounding: Sequence[Problem]) -> ClaimVerdict:
    """Return what the problems of a card add up to."""
    codes = {each.code for each in grounding}
    if not codes.isdisjoint(IN_CONFLICT):
        return ClaimVerdict.CONTRADICTED
    return ClaimVerdict.UNPROVED if codes else ClaimVerdict.PROVED


def _gravest_first(grounding: Sequence[Problem]) -> list[Problem]:
    """Return conflicts before what was not found."""
    return sorted(grounding, key=lambda each: each.code == _NOT_FOUND)


def _is_background(fact: Fact, card: Card) -> bool:
    """Return whether what is stated with the card's answer is said to be no source's."""
    sentence = full_sentence(fact, card)
    return bool(sentence) and sentence.startswith(BACKGROUND)
