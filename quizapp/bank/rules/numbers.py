"""Rules on numbers (B4xx): wrong ones are others, none exceeds its whole, sums come out."""

from collections.abc import Iterator
from decimal import Context, Decimal

from quizapp.bank.arithmetic import FormulaError, evaluate
from quizapp.bank.diagnostics import Problem, did_you_mean, make_problem, quote
from quizapp.bank.model import Card, NumberAnswer
from quizapp.bank.numerals import decimal_or_none
from quizapp.bank.place import Place
from quizapp.bank.rules.card_texts import CardInDeck, contradiction_problem
from quizapp.bank.sentences import number_of

_MAX_DIGITS = 12
_EQUALS_FIX = "write arithmetic over number cards: round(100 * deaths.answer / cohort-size.answer)"


def key_for_words_only(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault: a number cannot have `key`."""
    yield make_problem(
        "B111",
        context.group.key_place(key),
        f"`{key}` belongs to words, and the answer is a number",
        f"remove `{key}`, or put the answer in quotes; wrong numbers go under `wrong`",
    )


def unusable_wrong_numbers(context: CardInDeck, _: str) -> Iterator[Problem]:
    """Yield a fault for each wrong answer that is no number, is the key, or is over `of`."""
    card, answer = context.card, _number_answer(context.card)
    for wrong in card.wrong:
        value = decimal_or_none(wrong.text)
        if value is None:
            yield make_problem(
                "B409",
                wrong.place,
                f"the answer is a number, and the wrong answer {quote(wrong.text)} is not a number",
                "write the number alone, without its unit",
            )
        elif value == answer.value:
            yield contradiction_problem(wrong.text, "wrong", wrong.place)
        elif answer.of is not None and value > answer.of:
            yield _above_whole_problem(f"the wrong answer {wrong.text}", answer.of, wrong.place)


def number_above_whole(context: CardInDeck, _: str) -> Iterator[Problem]:
    """Yield a fault for a number that exceeds its denominator."""
    answer = _number_answer(context.card)
    if answer.of is not None and answer.value > answer.of:
        yield _above_whole_problem(answer.text, answer.of, context.group.value_place("answer"))


def failing_formula(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault where `equals` cannot be evaluated or gives another number."""
    card, answer = context.card, number_of(context.card.answer)
    if answer is None:
        return
    place = context.group.value_place(key)
    try:
        value = evaluate(card.equals, lambda name: _resolve_number(context, name))
    except _UnsoundFactError:
        return
    except FormulaError as error:
        yield make_problem(
            "B404", place, f"`equals` says nothing: {error}", error.fix or _EQUALS_FIX
        )
        return
    if abs(value - answer.value) > answer.tolerance:
        yield make_problem(
            "B403",
            place,
            f"`equals` gives {_format_number(value)}, and the answer is {answer.text}",
            "correct the numbers, or round() to the decimals of the answer",
        )


class _UnsoundFactError(Exception):
    """A formula names a fact that has a fault of its own, so it cannot be judged yet."""


def _number_answer(card: Card) -> NumberAnswer:
    """Return the answer of a card that is known to be a number."""
    assert isinstance(card.answer, NumberAnswer)  # noqa: S101 (only numbers come here)
    return card.answer


def _resolve_number(context: CardInDeck, name: str) -> Decimal:
    """Return the number of the card `name` (fact.card, table.row.column) of the same deck.

    Raises:
        FormulaError: there is no such card, or its answer is no number.
        UnsoundFactError: the fact has a fault of its own.
    """
    place, _, card = name.rpartition(".")
    fact = place.replace(".", "/")
    card_id = f"{context.parsed_deck.deck.id}/{fact}/{card}"
    if card_id == context.card.id:
        raise FormulaError(f"`{name}` is the card itself")
    if fact in context.parsed_deck.unsound_facts:
        raise _UnsoundFactError
    numbers = context.parsed_deck.numbers
    if card_id not in numbers:
        known = [each.partition("/")[2].replace("/", ".") for each in numbers]
        raise FormulaError(f"there is no number card `{name}`", did_you_mean(name, known))
    return numbers[card_id]


def _above_whole_problem(what: str, of: Decimal, place: Place) -> Problem:
    """Return the fault of a number over its denominator."""
    fix = "correct one of the two; `of` is the whole that the number is counted from"
    return make_problem("B402", place, f"{what} is over `of`, which is {_format_number(of)}", fix)


def _format_number(value: Decimal) -> str:
    """Return `value` with twelve digits at most, without idle zeros."""
    shown = value.normalize(Context(prec=_MAX_DIGITS))
    return f"{shown:f}" if abs(shown.adjusted()) < _MAX_DIGITS else str(shown)
