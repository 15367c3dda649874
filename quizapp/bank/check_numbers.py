"""Rules on numbers (B4xx): wrong ones are others, none exceeds its whole, sums come out."""

from collections.abc import Iterator
from decimal import Context, Decimal

from quizapp.bank.answer_parts import CardInDeck, right_and_wrong, value_of
from quizapp.bank.arithmetic import FormulaError, evaluate
from quizapp.bank.fault import did_you_mean, fault, quoted
from quizapp.bank.model import Card, NumberAnswer, Place
from quizapp.bank.problem import Problem

MOST_DIGITS = 12
EQUALS_MEND = "write arithmetic over number cards: round(100 * deaths.answer / cohort-size.answer)"


def not_for_numbers(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault: a number cannot have `key`."""
    yield fault(
        "B111",
        context.group.key_place(key),
        f"`{key}` belongs to words, and the answer is a number",
        f"remove `{key}`, or put the answer in quotes; wrong numbers go under `wrong`",
    )


def wrong_that_is_no_other_number(context: CardInDeck, _: str) -> Iterator[Problem]:
    """Yield a fault for each wrong answer that is no number, is the key, or is over `of`."""
    card, answer = context.card, number_answer(context.card)
    for wrong in card.wrong:
        value = value_of(wrong.text)
        if value is None:
            yield fault(
                "B409",
                wrong.place,
                f"the answer is a number, and the wrong answer {quoted(wrong.text)} is none",
                "write the number alone, without its unit",
            )
        elif value == answer.value:
            yield right_and_wrong(wrong.text, "wrong", wrong.place)
        elif answer.of is not None and value > answer.of:
            yield over_of(f"the wrong answer {wrong.text}", answer.of, wrong.place)


def number_over_of(context: CardInDeck, _: str) -> Iterator[Problem]:
    """Yield a fault for a number that exceeds its denominator."""
    answer = number_answer(context.card)
    if answer.of is not None and answer.value > answer.of:
        yield over_of(answer.text, answer.of, context.group.value_place("answer"))


def equals_that_fails(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault where `equals` cannot be evaluated or gives another number."""
    card, answer = context.card, number_answer(context.card)
    place = context.group.value_place(key)
    try:
        value = evaluate(card.equals, lambda name: number_of_card(context, name))
    except UnsoundFactError:
        return
    except FormulaError as error:
        yield fault("B404", place, f"`equals` says nothing: {error}", error.mend or EQUALS_MEND)
        return
    if abs(value - answer.value) > answer.tolerance:
        yield fault(
            "B403",
            place,
            f"`equals` gives {plain(value)}, and the answer is {answer.text}",
            "correct the numbers, or round() to the decimals of the answer",
        )


class UnsoundFactError(Exception):
    """A formula speaks of a fact that has a fault of its own, so it cannot be judged yet."""


def number_answer(card: Card) -> NumberAnswer:
    """Return the answer of a card that is known to be a number."""
    assert isinstance(card.answer, NumberAnswer)  # noqa: S101 (only numbers come here)
    return card.answer


def number_of_card(context: CardInDeck, name: str) -> Decimal:
    """Return the number of the card `name` (fact.card, table.row.column) of the same deck.

    Raises:
        FormulaError: there is no such card, or its answer is no number.
        UnsoundFactError: the fact has a fault of its own.
    """
    place, _, card = name.rpartition(".")
    fact = place.replace(".", "/")
    card_id = f"{context.manuscript.deck.id}/{fact}/{card}"
    if card_id == context.card.id:
        raise FormulaError(f"`{name}` is the card itself")
    if fact in context.manuscript.unsound_facts:
        raise UnsoundFactError
    numbers = context.manuscript.numbers
    if card_id not in numbers:
        known = [each.partition("/")[2].replace("/", ".") for each in numbers]
        raise FormulaError(f"there is no number card `{name}`", did_you_mean(name, known))
    return numbers[card_id]


def over_of(what: str, of: Decimal, place: Place) -> Problem:
    """Return the fault of a number over its denominator."""
    mend = "correct one of the two; `of` is the whole that the number is counted from"
    return fault("B402", place, f"{what} is over `of`, which is {plain(of)}", mend)


def plain(value: Decimal) -> str:
    """Return `value` with twelve digits at most, without idle zeros."""
    shown = value.normalize(Context(prec=MOST_DIGITS))
    return f"{shown:f}" if abs(shown.adjusted()) < MOST_DIGITS else str(shown)
