"""What each sentence of a source holds, and which card asks for it: a list to see what is missing.

A figure is asked for by a card with that answer, a term by one whose answer says it. What a card
only mentions, in its question or its sentence, it does not ask for.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizapp.bank.amounts import AmountError, Quantity, parse_amount
from quizapp.bank.diagnostics import shorten_text
from quizapp.bank.model import (
    AmountAnswer,
    Card,
    Deck,
    ListAnswer,
    NumberAnswer,
    SequenceAnswer,
    SourceId,
    TermAnswer,
)
from quizapp.bank.nearest import citations_of
from quizapp.drafting.model import Draft, FigureKind, FoundFigure, FoundTerm, SentenceContent
from quizapp.drafting.stems import content_stems

_MAX_SHOWN = 76  # letters of a sentence
_LISTED = frozenset(FigureKind) - {FigureKind.STATISTIC, FigureKind.LABEL}
_LEAST_WEIGHT = 1.2  # of a term that is listed


@dataclass(frozen=True, slots=True)
class AskedAnswer:
    """The answer of a card, as a number, as an amount or as words."""

    card: str
    sentence: int
    texts: tuple[str, ...]
    value: Decimal | None = None
    amount: Quantity | None = None


@dataclass(frozen=True, slots=True)
class CoveredThing:
    """A figure or term of a sentence, and the cards that ask for it."""

    text: str
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CoveredSentence:
    """What a sentence holds, each with the cards that ask for it."""

    number: int
    text: str
    figures: tuple[CoveredThing, ...]
    terms: tuple[CoveredThing, ...]
    comparisons: tuple[str, ...]

    @property
    def cards(self) -> tuple[str, ...]:
        """The cards that ask for something here, each once."""
        things = (*self.figures, *self.terms)
        return tuple(dict.fromkeys(card for thing in things for card in thing.cards))


def cover_draft(draft: Draft) -> tuple[CoveredSentence, ...]:
    """Return what the proposals of a draft ask for, sentence by sentence."""
    asked = [
        AskedAnswer(
            each.id,
            each.sentence,
            each.answer if isinstance(each.answer, tuple) else (each.hidden,),
            each.answer if isinstance(each.answer, Decimal) else None,
            _read_amount(each.hidden) if each.is_amount else None,
        )
        for each in draft.proposals
    ]
    return cover_sentences(draft.contents, asked, draft.language)


def cover_deck(draft: Draft, deck: Deck, source: SourceId) -> tuple[CoveredSentence, ...]:
    """Return what the cards of a deck ask for that cite `source`, sentence by sentence."""
    asked = [
        _asked_by(card, citation.sentence, f"{fact.name}/{card.name}".removesuffix("/answer"))
        for fact in deck.facts
        for card in fact.cards
        for citation in citations_of(fact, card)
        if citation.source == source
    ]
    return cover_sentences(draft.contents, asked, draft.language)


def _asked_by(card: Card, sentence: int, name: str) -> AskedAnswer:
    """Return what a card asks for."""
    answer = card.answer
    match answer:
        case NumberAnswer():
            return AskedAnswer(name, sentence, (answer.text,), answer.value)
        case AmountAnswer():
            return AskedAnswer(name, sentence, (answer.text,), amount=answer.amount)
        case TermAnswer():
            return AskedAnswer(name, sentence, (answer.text, *card.aliases))
        case ListAnswer() | SequenceAnswer():
            return AskedAnswer(name, sentence, tuple(member.text for member in answer.members))


def cover_sentences(
    contents: Iterable[SentenceContent], asked: Sequence[AskedAnswer], language: str
) -> tuple[CoveredSentence, ...]:
    """Return what is asked for of each sentence; a card that cites no sentence counts for all."""
    rows = []
    for content in contents:
        here = [each for each in asked if each.sentence in {0, content.number}]
        figures = tuple(
            CoveredThing(
                _said(content.text, figure), tuple(_asks_figure(content.text, figure, here))
            )
            for figure in content.figures
            if figure.kind in _LISTED
        )
        terms = tuple(
            CoveredThing(
                content.text[term.start : term.end],
                tuple(_asks_term(content.text, term, here, language)),
            )
            for term in content.terms
            if term.weight >= _LEAST_WEIGHT
        )
        rows.append(
            CoveredSentence(content.number, content.text, figures, terms, content.comparisons)
        )
    return tuple(rows)


def _said(text: str, figure: FoundFigure) -> str:
    """Return a figure with its noun or unit."""
    return text[figure.start : max(figure.end, figure.close)]


def _asks_figure(text: str, figure: FoundFigure, asked: Iterable[AskedAnswer]) -> Iterator[str]:
    """Yield the cards whose answer is a figure."""
    said = text[figure.start : figure.end]
    amount = _read_amount(_said(text, figure))
    for each in asked:
        if each.amount is not None:
            is_point = figure.value == each.amount.low == each.amount.high
            if is_point or _are_same(amount, each.amount):
                yield each.card
            continue
        is_same = each.value is not None and each.value == figure.value
        if is_same or any(said in answer for answer in each.texts if each.value is None):
            yield each.card


def _read_amount(text: str) -> Quantity | None:
    """Return the amount that a text is; None of any other."""
    try:
        return parse_amount(text)
    except AmountError:
        return None


def _are_same(one: Quantity | None, other: Quantity) -> bool:
    """Return whether two amounts have the same ends, whatever sign or unit is said beside them."""
    return one is not None and (one.low, one.high) == (other.low, other.high)


def _asks_term(
    text: str, term: FoundTerm, asked: Iterable[AskedAnswer], language: str
) -> Iterator[str]:
    """Yield the cards whose answer says a term, or the head of it."""
    words = content_stems(text[term.start : term.end], language)
    for each in asked:
        if each.value is None and any(
            words
            and words & content_stems(answer, language)
            == (words if len(words) == 1 else content_stems(answer, language))
            for answer in each.texts
            if content_stems(answer, language)
        ):
            yield each.card


# --- as text --------------------------------------------------------------------------------------


def coverage_lines(rows: Sequence[CoveredSentence]) -> Iterator[str]:
    """Yield a coverage as lines: each sentence, what it holds, and the cards that ask for it."""
    for row in rows:
        yield f"{row.number}. {shorten_text(row.text, _MAX_SHOWN)}"
        for label, things in (("figures", row.figures), ("terms", row.terms)):
            if things:
                yield f"   {label}: {'; '.join(map(_show, _merge(things)))}"
        if row.comparisons:
            yield f"   compared: {'; '.join(row.comparisons)}"


def summary_line(rows: Sequence[CoveredSentence]) -> str:
    """Return how much is in no card: "6 figures and 3 terms in no card"."""
    figures = sum(not thing.cards for row in rows for thing in _merge(row.figures))
    terms = sum(not thing.cards for row in rows for thing in _merge(row.terms))
    return f"{_count(figures, 'figure')} and {_count(terms, 'term')} in no card."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _merge(things: Iterable[CoveredThing]) -> tuple[CoveredThing, ...]:
    """Return things, those said twice once."""
    merged: dict[str, CoveredThing] = {}
    for thing in things:
        merged.setdefault(re.sub(r"\s+", " ", thing.text.casefold()), thing)
    return tuple(merged.values())


def _show(thing: CoveredThing) -> str:
    return f"{thing.text} [{', '.join(thing.cards)}]" if thing.cards else thing.text
