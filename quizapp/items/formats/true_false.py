"""True or false: the fact's sentence, and statements that its author declared untrue."""

import re
from collections.abc import Iterator
from itertools import chain, takewhile
from typing import NamedTuple

from quizapp.bank.model import Card, Fact, Gap, NumberAnswer, TermAnswer, WrongAnswer
from quizapp.bank.sentences import answer_text, fill_sentence, sentence_parts
from quizapp.grading.expected import ExpectedOptions
from quizapp.items.context import CardContext, hash_text, make_item
from quizapp.items.equal_answers import are_equal_answers
from quizapp.items.item import Format, Item, Option
from quizapp.items.numeric_distractors import parse_number
from quizapp.items.text_shape import have_same_shape

_TRUE, _FALSE = "true", "false"
_ENDS_IN_ARTICLE = re.compile(r"(?:^|\W)an?\s+$", re.IGNORECASE)
_VOWELS = "aeiou"
_MAX_ROWS_TRIED = 8  # values of other rows


class _Statement(NamedTuple):
    """A sentence to be judged, and why it is false ("" for a true one)."""

    text: str
    is_true: bool
    why: str = ""


def make_true_false_items(context: CardContext) -> Iterator[Item]:
    """Yield the statements that this card is asked by, the true one first.

    The first card of a sentence carries it, the first of a fact its untrue statements. A sentence
    of a fact without any `untrue` has a false one made of it, by the first card that can: so about
    as many are true as false.
    """
    for number, statement in enumerate(_statements(context), start=1):
        yield _make_statement_item(context, statement, number)


def _statements(context: CardContext) -> Iterator[_Statement]:
    """Yield what this card contributes to the statements of its fact."""
    fact, card = context.fact, context.card
    if not sentence_parts(fact, card):
        return
    earlier = _earlier_cards(fact, card)
    if not earlier:
        yield _Statement(context.sentence, is_true=True)
    if card is fact.cards[0]:
        for untrue in fact.untrue:
            yield _Statement(untrue.say, is_true=False, why=untrue.why)
    wrong = _find_false_answer(fact, card)
    if wrong is not None and not any(_find_false_answer(fact, other) for other in earlier):
        yield _Statement(
            fill_sentence(fact, card, {card.name: wrong.text}), is_true=False, why=wrong.why
        )


def _earlier_cards(fact: Fact, card: Card) -> tuple[Card, ...]:
    """Return the cards of `fact` that come before `card` and share its sentence."""
    say = sentence_parts(fact, card)
    if card is fact.cards[0]:
        return ()
    earlier = takewhile(lambda other: other is not card, fact.cards)
    return tuple(other for other in earlier if sentence_parts(fact, other) == say)


def _find_false_answer(fact: Fact, card: Card) -> WrongAnswer | None:
    """Return the first declared wrong answer that the sentence can say instead.

    None where the author wrote false statements, or where the sentence hedges: what is false of
    some may be true of others.
    """
    if fact.untrue or fact.is_hedged or not isinstance(card.answer, TermAnswer | NumberAnswer):
        return None
    at = _gap_position(fact, card)
    if at is None:
        return None
    text_before = sentence_parts(fact, card)[at - 1] if at else ""
    key = card.answer.text
    declared = (*card.wrong, *_answers_of_other_rows(card))
    return next((wrong for wrong in declared if _can_replace(key, wrong.text, text_before)), None)


def _answers_of_other_rows(card: Card) -> Iterator[WrongAnswer]:
    """Yield some values of other rows of the card's column, where those are wrong in this one.

    Where to begin follows from the card's id, so that not all rows are given the same value.
    """
    if card.cell is None or not card.distractor_pool:
        return
    right = answer_text(card.answer)
    start = int(hash_text(card.id), 16) % len(card.distractor_pool)
    for text in chain(
        card.distractor_pool[start : start + _MAX_ROWS_TRIED],
        card.distractor_pool[:_MAX_ROWS_TRIED],
    ):
        if not are_equal_answers(text, right):
            yield WrongAnswer(text, "", card.place)


def _gap_position(fact: Fact, card: Card) -> int | None:
    """Return the index of the gap of `card`; None where it shows other words than the answer.

    A wrong answer would not fit the place of those: of a plural, say.
    """
    gaps = (
        at
        for at, piece in enumerate(sentence_parts(fact, card))
        if isinstance(piece, Gap) and piece.card == card.name and not piece.shown
    )
    return next(gaps, None)


def _can_replace(key: str, wrong: str, text_before: object) -> bool:
    """Return whether `wrong` can stand for `key` in a sentence, behind `text_before`."""
    is_heard = isinstance(text_before, str) and _ENDS_IN_ARTICLE.search(text_before) is not None
    return (
        have_same_shape(key, wrong)
        and _is_one(key) == _is_one(wrong)
        and (not is_heard or _opens_with_vowel(key) == _opens_with_vowel(wrong))
    )


def _is_one(text: str) -> bool:
    """Return whether `text` is the number one, after which a noun is singular."""
    return parse_number(text) == 1


def _opens_with_vowel(text: str) -> bool:
    """Return whether `text` opens with the letter of a vowel."""
    return text[:1].casefold() in _VOWELS


def _make_statement_item(context: CardContext, statement: _Statement, number: int) -> Item:
    """Return the item that asks whether a statement is true."""
    right, wrong = (_TRUE, _FALSE) if statement.is_true else (_FALSE, _TRUE)
    reasons = {wrong: statement.why}
    return make_item(
        context,
        Format.TRUE_FALSE,
        statement.text,
        ExpectedOptions(frozenset({right})),
        key=(right.capitalize(),),
        options=tuple(
            Option(each, each.capitalize(), each == right, reasons.get(each, ""))
            for each in (_TRUE, _FALSE)
        ),
        has_fixed_order=True,
        why=" ".join(dict.fromkeys(filter(None, (statement.why, context.fact.why)))),
        number=number,
    )
