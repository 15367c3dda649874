"""True or false: the fact's sentence, and statements that its author declared untrue."""

import re
from collections.abc import Iterator
from itertools import chain, takewhile
from typing import NamedTuple

from quizapp.bank.model import Card, Fact, Gap, NumberAnswer, TermAnswer, Wrong
from quizapp.bank.say import answer_text, say_of, sentence
from quizapp.grading.expected import ExpectedOptions
from quizapp.items.alike import are_alike
from quizapp.items.item import Format, Item, Option
from quizapp.items.making import Subject, digest, make_item
from quizapp.items.numeric_distractors import as_number
from quizapp.items.shape import are_of_one_shape

TRUE, FALSE = "true", "false"
ENDS_IN_ARTICLE = re.compile(r"(?:^|\W)an?\s+$", re.IGNORECASE)
VOWELS = "aeiou"
LOOKED_AT = 8  # values of other rows


class Statement(NamedTuple):
    """A sentence to be judged, and why it is false ("" for a true one)."""

    text: str
    is_true: bool
    why: str = ""


def true_false(subject: Subject) -> Iterator[Item]:
    """Yield the statements that this card is asked by, the true one first.

    The first card of a sentence carries it, the first of a fact its untrue statements. A sentence
    of a fact without any `untrue` has a false one made of it, by the first card that can: so about
    as many are true as false.
    """
    for number, statement in enumerate(statements(subject), start=1):
        yield item_of(subject, statement, number)


def statements(subject: Subject) -> Iterator[Statement]:
    """Yield what this card contributes to the statements of its fact."""
    fact, card = subject.fact, subject.card
    if not say_of(fact, card):
        return
    earlier = before(fact, card)
    if not earlier:
        yield Statement(subject.sentence, is_true=True)
    if card is fact.cards[0]:
        for untrue in fact.untrue:
            yield Statement(untrue.say, is_true=False, why=untrue.why)
    wrong = first_fitting(fact, card)
    if wrong is not None and not any(first_fitting(fact, other) for other in earlier):
        yield Statement(sentence(fact, card, {card.name: wrong.text}), is_true=False, why=wrong.why)


def before(fact: Fact, card: Card) -> tuple[Card, ...]:
    """Return the cards of `fact` that stand before `card` and share its sentence."""
    say = say_of(fact, card)
    if card is fact.cards[0]:
        return ()
    earlier = takewhile(lambda other: other is not card, fact.cards)
    return tuple(other for other in earlier if say_of(fact, other) == say)


def first_fitting(fact: Fact, card: Card) -> Wrong | None:
    """Return the first declared wrong answer that the sentence can say instead.

    None where the author wrote false statements, or where the sentence hedges: what is false of
    some may be true of others.
    """
    if fact.untrue or fact.is_hedged or not isinstance(card.answer, TermAnswer | NumberAnswer):
        return None
    at = position_of(fact, card)
    if at is None:
        return None
    text_before = say_of(fact, card)[at - 1] if at else ""
    key = card.answer.text
    declared = (*card.wrong, *in_other_rows(card))
    return next((wrong for wrong in declared if fits(key, wrong.text, text_before)), None)


def in_other_rows(card: Card) -> Iterator[Wrong]:
    """Yield some of what stands in other rows of the card's column, where that is wrong in this.

    Where to begin follows from the card's id, so that not all rows are given the same value.
    """
    if card.cell is None or not card.others:
        return
    right = answer_text(card.answer)
    start = int(digest(card.id), 16) % len(card.others)
    for text in chain(card.others[start : start + LOOKED_AT], card.others[:LOOKED_AT]):
        if not are_alike(text, right):
            yield Wrong(text, "", card.place)


def position_of(fact: Fact, card: Card) -> int | None:
    """Return where the gap of `card` stands; None where it shows other words than the answer.

    A wrong answer would not fit the place of those: of a plural, say.
    """
    gaps = (
        at
        for at, piece in enumerate(say_of(fact, card))
        if isinstance(piece, Gap) and piece.card == card.name and not piece.shown
    )
    return next(gaps, None)


def fits(key: str, wrong: str, text_before: object) -> bool:
    """Say whether `wrong` can stand for `key` in a sentence, behind `text_before`."""
    is_heard = isinstance(text_before, str) and ENDS_IN_ARTICLE.search(text_before) is not None
    return (
        are_of_one_shape(key, wrong)
        and is_one(key) == is_one(wrong)
        and (not is_heard or opens_with_vowel(key) == opens_with_vowel(wrong))
    )


def is_one(text: str) -> bool:
    """Say whether `text` is the number one, after which a noun is singular."""
    return as_number(text) == 1


def opens_with_vowel(text: str) -> bool:
    """Say whether `text` opens with the letter of a vowel."""
    return text[:1].casefold() in VOWELS


def item_of(subject: Subject, statement: Statement, number: int) -> Item:
    """Return the item that asks whether a statement is true."""
    right, wrong = (TRUE, FALSE) if statement.is_true else (FALSE, TRUE)
    reasons = {wrong: statement.why}
    return make_item(
        subject,
        Format.TRUE_FALSE,
        statement.text,
        ExpectedOptions(frozenset({right})),
        key=(right.capitalize(),),
        options=tuple(
            Option(each, each.capitalize(), each == right, reasons.get(each, ""))
            for each in (TRUE, FALSE)
        ),
        has_fixed_order=True,
        why=" ".join(dict.fromkeys(filter(None, (statement.why, subject.fact.why)))),
        number=number,
    )
