"""True or false: the fact's sentence, and statements that its author declared untrue."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain, takewhile
from typing import NamedTuple

from quizapp.bank.bounds import find_bound
from quizapp.bank.mentions import parse_number
from quizapp.bank.model import (
    AmountAnswer,
    Card,
    Fact,
    Gap,
    ListAnswer,
    NumberAnswer,
    SequenceAnswer,
    TermAnswer,
    UntrueStatement,
    WrongAnswer,
)
from quizapp.bank.sentences import (
    fill_sentence,
    number_of,
    sentence_parts,
    sentence_with_gap,
)
from quizapp.grading.expected import ExpectedOptions
from quizapp.items.amount_distractors import amount_values, false_amounts, is_bound_amount
from quizapp.items.context import CardContext, hash_text, make_item
from quizapp.items.distractors import list_right_texts, make_column_test
from quizapp.items.equal_answers import are_equal_answers
from quizapp.items.item import Format, Item, Option
from quizapp.items.repeated_values import says
from quizapp.items.text_shape import have_same_shape, opens_with_vowel_sound

_TRUE, _FALSE = "true", "false"
_ENDS_IN_ARTICLE = re.compile(r"(?:^|\W)an?\s+$", re.IGNORECASE)
_MAX_ROWS_TRIED = 8  # values of other rows


class _Statement(NamedTuple):
    """A sentence to be judged, and why it is false ("" for a true one).

    `number` tells the statements of a card apart, for ever: it follows from where the author wrote
    them, whichever card they belong to.
    """

    number: int
    text: str
    is_true: bool
    why: str = ""


def make_true_false_items(context: CardContext) -> Iterator[Item]:
    """Yield the statements that this card is asked by, the true one first.

    The first card of a sentence carries it. A false statement that the author wrote belongs to the
    card whose answer it gets wrong; one whose card nobody knows is not asked. A sentence of a fact
    without any has a false one made of it, by the first card that can: so about as many are true
    as false.
    """
    if sentence_parts(context.fact, context.card):
        for statement in _statements(context):
            yield _make_statement_item(context, statement)


def _statements(context: CardContext) -> Iterator[_Statement]:
    """Yield what this card contributes to the statements of its fact."""
    fact, card = context.fact, context.card
    earlier = _earlier_cards(fact, card)
    if not earlier and not _repeats_fact(context):
        yield _Statement(1, context.sentence, is_true=True)
    of_fact = [each for each in enumerate(fact.untrue, start=2) if _belongs_to(each[1], context)]
    for number, untrue in (*of_fact, *enumerate(card.untrue, start=2 + len(fact.untrue))):
        yield _Statement(number, untrue.say, is_true=False, why=untrue.why)
    wrong = find_false_answer(context)
    if wrong is not None and not any(
        find_false_answer(replace(context, card=other)) for other in earlier
    ):
        text = fill_sentence(fact, card, {card.name: wrong.text}, context.answers)
        why = (
            f"{wrong.why} {context.sentence}".lstrip()
        )  # the reason alone may leave the truth open
        yield _Statement(1 if earlier else 2, text, is_true=False, why=why)


def _repeats_fact(context: CardContext) -> bool:
    """Return whether another fact says the same before, and this one has nothing false to add.

    So it is where one fact became several, each with a gap of its own: on its way through Anki.
    """
    fact, card = context.fact, context.card
    if context.deck_index.first_to_say.get(context.sentence, card.id) == card.id:
        return False
    return not (
        fact.untrue
        or any(each.untrue for each in fact.cards)
        or any(find_false_answer(replace(context, card=each)) for each in fact.cards)
    )


def _belongs_to(untrue: UntrueStatement, context: CardContext) -> bool:
    """Return whether a statement of the fact belongs to the card; that of an only card does."""
    fact, card = context.fact, context.card
    return untrue.card == card.name or (not untrue.card and fact.cards == (card,))


def _earlier_cards(fact: Fact, card: Card) -> tuple[Card, ...]:
    """Return the cards of `fact` that come before `card` and share its sentence."""
    say = sentence_parts(fact, card)
    if card is fact.cards[0]:
        return ()
    earlier = takewhile(lambda other: other is not card, fact.cards)
    return tuple(other for other in earlier if sentence_parts(fact, other) == say)


def repeats_each_wrong_answer(context: CardContext) -> bool:
    """Return whether each wrong answer that fits the sentence stands in it already."""
    return any(_fitting_answers(context)) and find_false_answer(context) is None


def find_false_answer(context: CardContext) -> WrongAnswer | None:
    """Return the first wrong answer that the card's sentence can say instead of its own.

    None that the sentence says elsewhere: it would say it twice.
    """
    rest = sentence_with_gap(context.fact, context.card, answers=context.answers)
    deck, answer = context.deck_index.deck, context.card.answer
    for each in _fitting_answers(context):
        values = amount_values(each.text) if isinstance(answer, AmountAnswer) else (each.text,)
        if not any(says(rest, value, deck) for value in values):
            return each
    return None


def _fitting_answers(context: CardContext) -> Iterator[WrongAnswer]:
    """Yield the declared wrong answers that have the form of the right one.

    None where the author wrote false statements; where the sentence hedges, since what is false of
    some may be true of others; of a bound, since who is over 30 is over 25, too. Nor of a closed
    set alone: where "both" is right, "left" is a wrong choice and no false sentence.
    """
    fact, card = context.fact, context.card
    has_untrue = fact.untrue or any(each.untrue for each in fact.cards)
    answer = card.answer
    if has_untrue or fact.is_hedged or isinstance(answer, ListAnswer | SequenceAnswer):
        return
    at = _gap_position(fact, card)
    if at is None or bound_of(context):
        return
    text_before = sentence_parts(fact, card)[at - 1] if at else ""
    if isinstance(answer, AmountAnswer):
        found = false_amounts(context, answer)
    else:
        declared = chain(card.wrong, _answers_of_other_rows(context))
        found = (each for each in declared if _is_beyond_tolerance(answer, each.text))
    for wrong in found:
        if _can_replace(answer.text, wrong.text, text_before):
            yield wrong


def bound_of(context: CardContext) -> str:
    """Return the words by which the answer of a card is a number that is a bound; "" of others."""
    fact, answer = context.fact, context.card.answer
    if isinstance(answer, AmountAnswer) and is_bound_amount(answer):
        return answer.text
    if number_of(answer) is None:
        return ""
    return find_bound(fact, context.card, context.deck_index.deck.language)


def _is_beyond_tolerance(answer: TermAnswer | NumberAnswer, text: str) -> bool:
    """Return whether `text` is no number that is right within the tolerance of `answer`."""
    value = parse_number(text) if isinstance(answer, NumberAnswer) else None
    if value is None or not isinstance(answer, NumberAnswer):
        return True
    return abs(value - answer.value) > answer.tolerance


def _answers_of_other_rows(context: CardContext) -> Iterator[WrongAnswer]:
    """Yield some values of other rows of the card's column, where those are wrong in this one.

    Where to begin follows from the card's id, so that not all rows are given the same value.
    """
    card = context.card
    if card.cell is None or not card.distractor_pool:
        return
    right = list_right_texts(context)
    is_wrong = _make_row_test(context)
    start = int(hash_text(card.id), 16) % len(card.distractor_pool)
    for text in chain(
        card.distractor_pool[start : start + _MAX_ROWS_TRIED],
        card.distractor_pool[:_MAX_ROWS_TRIED],
    ):
        if is_wrong(text) and not any(are_equal_answers(text, other) for other in right):
            yield WrongAnswer(text, "", card.place)


def _make_row_test(context: CardContext) -> Callable[[str], bool]:
    """Return a test for values of other rows: is it wrong in this one, within both tolerances?"""
    answer = context.card.answer
    if not isinstance(answer, NumberAnswer):
        return make_column_test(context)
    find_number = context.deck_index.number_of_column

    def is_wrong(text: str) -> bool:
        value = parse_number(text)
        number = None if value is None else find_number(context.card, answer, value)
        if number is None:
            return False
        return abs(number.value - answer.value) > max(answer.tolerance, number.tolerance)

    return is_wrong


def _gap_position(fact: Fact, card: Card) -> int | None:
    """Return the index of the gap of `card`; None where one shows other words than the answer.

    A wrong answer would not fit the place of those: of a plural, say.
    """
    pieces = enumerate(sentence_parts(fact, card))
    gaps = [
        (at, piece.shown)
        for at, piece in pieces
        if isinstance(piece, Gap) and piece.card == card.name
    ]
    return None if not gaps or any(shown for _, shown in gaps) else gaps[0][0]


def _can_replace(key: str, wrong: str, text_before: object) -> bool:
    """Return whether `wrong` can stand for `key` in a sentence, behind `text_before`."""
    is_heard = isinstance(text_before, str) and _ENDS_IN_ARTICLE.search(text_before) is not None
    return (
        have_same_shape(key, wrong)
        and _grammar_of_number(key) == _grammar_of_number(wrong)
        and (not is_heard or opens_with_vowel_sound(key) == opens_with_vowel_sound(wrong))
    )


def _grammar_of_number(text: str) -> Decimal | None:
    """Return 0 or 1 of a text that is that number; None of any other.

    After one a noun is singular. Where there is none of a thing, what else the sentence says of it
    ("at least one was seen by 0 of them") has nothing to speak of.
    """
    value = parse_number(text)
    return value if value in (0, 1) else None


def _make_statement_item(context: CardContext, statement: _Statement) -> Item:
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
        why=" ".join(dict.fromkeys(filter(None, (statement.why, context.why)))),
        number=statement.number,
    )
