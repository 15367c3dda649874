"""Rules on amounts (B4xx): what stands beside one, and wrong ones of its kind."""

from collections.abc import Iterator

from quizapp.bank.amounts import AmountError, AmountKind, parse_amount
from quizapp.bank.diagnostics import Problem, make_problem, quote
from quizapp.bank.model import AmountAnswer
from quizapp.bank.rules.card_texts import CardInDeck, contradiction_problem
from quizapp.bank.sentences import amount_key


def key_beside_amount(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault: an amount says by itself what `key` says of a plain answer."""
    yield make_problem(
        "B111",
        context.group.key_place(key),
        f"`{key}` does not go with an `amount`",
        _FIXES.get(key, f"remove `{key}`; wrong amounts go under `wrong`"),
    )


_FIXES = {
    "answer": "keep one of the two: an `amount` is the answer",
    "unit": "write the unit into the amount, behind its number",
    "of": 'write the whole into the amount: "3 in 4"; or use `answer: 3` and `of: 4`',
}


def key_for_amounts_only(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault: only an amount has an interval that could be asked for."""
    yield make_problem(
        "B111",
        context.group.key_place(key),
        f"`{key}` belongs to an `amount`, and the card has an `answer`",
        f'remove `{key}`, or write `amount: "0.83 (95% CI 0.75-0.93)"` in place of `answer`',
    )


def interval_not_there(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault where an interval is asked for that the amount does not have."""
    answer = _amount_answer(context)
    is_there = answer.amount.spread or answer.amount.kind is AmountKind.INTERVAL
    if answer.asks_interval and not is_there:
        yield make_problem(
            "B416",
            context.group.value_place(key),
            f"{quote(answer.text)} has no error and no interval that could be asked for",
            'write it into the amount: "0.83 (95% CI 0.75-0.93)"; or remove `asks`',
        )


def key_for_points_only(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault where `key` stands beside an amount that is no single number."""
    if _amount_answer(context).number is None:
        yield make_problem(
            "B111",
            context.group.key_place(key),
            f"`{key}` belongs to a single number, and the amount is more than that",
            f"remove `{key}`",
        )


def unusable_wrong_amounts(context: CardInDeck, _: str) -> Iterator[Problem]:
    """Yield a fault for each wrong answer that is no amount, of another kind, or the right one."""
    answer = _amount_answer(context)
    right = amount_key(answer.text, answer)
    for wrong in context.card.wrong:
        try:
            amount = parse_amount(wrong.text)
        except AmountError as error:
            message = f"the wrong answer {quote(wrong.text)} {error}"
            yield make_problem("B409", wrong.place, message, error.fix)
            continue
        kind = AmountKind.INTERVAL if answer.asks_interval else answer.amount.kind
        if amount.kind is not kind:
            yield make_problem(
                "B409",
                wrong.place,
                f"the answer is {_KINDS[kind]}, and the wrong answer {quote(wrong.text)} "
                f"is {_KINDS[amount.kind]}",
                f"write {_KINDS[kind]} like {_EXAMPLES[kind]}: one of another kind is told at once",
            )
        elif amount_key(wrong.text, answer) == right:
            yield contradiction_problem(wrong.text, "wrong", wrong.place)


_KINDS = {
    AmountKind.POINT: "a single number",
    AmountKind.INTERVAL: "an interval",
    AmountKind.BOUND: "a bound",
    AmountKind.RATIO: "a ratio",
}
_EXAMPLES = {
    AmountKind.POINT: '"36 M⊙"',
    AmountKind.INTERVAL: '"35-250 Hz"',
    AmountKind.BOUND: '"< 0.001"',
    AmountKind.RATIO: '"1 in 1030000"',
}


def _amount_answer(context: CardInDeck) -> AmountAnswer:
    """Return the answer of a card that is known to be an amount."""
    answer = context.card.answer
    assert isinstance(answer, AmountAnswer)  # noqa: S101 (only amounts come here)
    return answer
