"""The rule on `near` (B414): where a nearby number may be true, none is offered as wrong."""

from collections.abc import Iterator

from quizapp.bank.bounds import is_bound
from quizapp.bank.diagnostics import Problem, make_problem
from quizapp.bank.model import Card
from quizapp.bank.parse.build_values import ParsedFact
from quizapp.bank.sentences import number_of


def check_near_number(written: ParsedFact, card: Card, language: str) -> Iterator[Problem]:
    """Yield a fault where `card`, which asks for numbers near its own, is asked for a bound."""
    if number_of(card.answer) and is_bound(written.fact, card, language):
        yield make_problem(
            "B414",
            written.group_of(card).value_place("near"),
            f"the number of `{card.name}` is a bound, so a number near it may be true as well",
            "remove `near`, and write wrong numbers under `wrong`",
        )
