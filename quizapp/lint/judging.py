"""Rules on how typed answers will be judged: G501, G502."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizapp.bank.concepts import find_concept, normalize_text
from quizapp.bank.model import (
    AmountAnswer,
    Bank,
    Card,
    Deck,
    Fact,
    NumberAnswer,
    Status,
    TermAnswer,
)
from quizapp.grading.expected import (
    ExpectedAmount,
    ExpectedList,
    ExpectedNumber,
    ExpectedSequence,
    ExpectedTerm,
)
from quizapp.grading.lexicon import lexicon
from quizapp.grading.nearby import Misjudgement, NamePair, find_misjudged, find_near_names
from quizapp.items.item import Format, Item
from quizapp.lint.finding import Finding, make_finding

_TYPED_FORMATS = frozenset({Format.TYPED, Format.NUMBER, Format.LIST, Format.GAP})


class _Named(NamedTuple):
    """A thing of a deck: all its names, what it must never be taken for, and the card it answers.

    `card` is None where it answers none.
    """

    names: tuple[str, ...]
    never: tuple[str, ...]
    card: Card | None


def find_near_keys(bank: Bank, _: Sequence[Item]) -> Iterator[Finding]:
    """G501: a slip in an answer could hit another name of the deck.

    A name that the author put under `never` of the other is known to be near.
    """
    for deck in bank.decks:
        things = _named_things(deck)
        for pair in find_near_names([thing.names for thing in things]):
            one, other = things[pair.owner], things[pair.other_owner]
            if other.card and not one.card:
                pair = NamePair(pair.other, pair.other_owner, pair.name, pair.owner)  # noqa: PLW2901 (turned round)
                one, other = other, one
            if one.card and not _is_told_apart(one, other):
                yield _near_finding(one.card, pair, other.card)


def _near_finding(card: Card, pair: NamePair, other: Card | None) -> Finding:
    """Return the finding of a pair whose first name is an answer to `card`."""
    where = f" (card {other.id})" if other and other is not card else ""
    return Finding(
        card.place,
        f'{card.id}: a slip in "{pair.name}" could hit "{pair.other}"{where}: '
        "both are judged exactly",
        f'to say that this is meant, list "{pair.other}" under `never`',
        card.fact,
    )


def _is_told_apart(one: _Named, other: _Named) -> bool:
    """Return whether the author says that one must never be taken for the other."""
    names = {normalize_text(name) for name in (*one.names, *other.names)}
    return any(normalize_text(text) in names for text in (*one.never, *other.never))


def _named_things(deck: Deck) -> list[_Named]:
    """Return the concepts of a deck, and the answers that are no concept, each once."""
    found: dict[str, _Named] = {
        concept.id: _Named(concept.names, concept.never, None) for concept in deck.concepts.values()
    }
    for card, answer in _term_answers(deck):
        concept = find_concept(deck, answer.text)
        key = concept.id if concept else f"={normalize_text(answer.text)}"  # no id begins so
        known = found.get(key, _Named((answer.text, *card.aliases), (), None))
        declared = (*known.never, *card.never, *(wrong.text for wrong in card.wrong))
        found[key] = _Named(known.names, declared, known.card or card)
    return list(found.values())


def _term_answers(deck: Deck) -> Iterator[tuple[Card, TermAnswer]]:
    """Yield the terms that cards ask for, those of lists and sequences one by one."""
    for card in _asked_cards(deck.facts):
        answer = card.answer
        if isinstance(answer, TermAnswer):
            yield card, answer
        elif not isinstance(answer, NumberAnswer | AmountAnswer):
            yield from ((card, member) for member in answer.members)


def _asked_cards(facts: Sequence[Fact]) -> Iterator[Card]:
    """Yield the cards whose answers are words of a language, and are not drafts."""
    for fact in facts:
        if fact.status is Status.REVIEWED:
            yield from (card for card in fact.cards if not card.is_code and not card.among)


# --- what the judge makes of a card's own answers ------------------------------------------------


def find_misjudged_answers(bank: Bank, items: Sequence[Item]) -> Iterator[Finding]:
    """G502: an answer is refused by its own card, or one that is never right is accepted."""
    lexicons = {
        deck.id: lexicon(concept.names for concept in deck.concepts.values()) for deck in bank.decks
    }
    told: set[tuple[str, str]] = set()
    for item in items:
        expected = item.expected
        if item.format not in _TYPED_FORMATS or not isinstance(
            expected,
            ExpectedTerm | ExpectedNumber | ExpectedAmount | ExpectedList | ExpectedSequence,
        ):
            continue
        for found in find_misjudged(expected, item.stem, lexicons[item.deck]):
            if (item.card, found.form) not in told:
                told.add((item.card, found.form))
                yield _misjudged_finding(item, found)


def _misjudged_finding(item: Item, found: Misjudgement) -> Finding:
    """Return the finding of an answer that is judged otherwise than its author says."""
    if found.passes:
        return make_finding(
            item,
            f'"{found.form}" must never be right, and is accepted',
            "remove it from `never` and `wrong`, or change the answer or its aliases",
        )
    reason = f": {found.note}" if found.note else ""
    return make_finding(
        item,
        f'"{found.form}" is right, and is refused when it is typed{reason}',
        "reword it or the question, or remove what it is taken for from `never` and `wrong`",
    )
