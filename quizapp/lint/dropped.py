"""What is not asked, and why: as problems to be known, told where an author wants them all."""

from collections.abc import Iterable, Iterator

from quizapp.bank.diagnostics import Explanation, Level, Problem
from quizapp.items.dropped import Drop, DropReason

_VALUE_TWICE = Explanation(
    "S110",
    Level.INFO,
    "a false statement that would say one value twice",
    "Four got a liver, and it relapsed in four of them: the form shows that one of the two was put "
    "in. No such statement is made of `wrong`.",
    'say: "{livers} got a liver, {hearts} a heart."\nlivers: {answer: 4, wrong: [3]}\n'
    "hearts: {answer: 3}",
    'say: "{livers} got a liver, {hearts} a heart."\nlivers: {answer: 4, wrong: [3, 6]}\n'
    "hearts: {answer: 3}",
)
_NOT_ASKED = Explanation(
    "S111",
    Level.INFO,
    "a card that is not asked in a format",
    "What nobody declared wrong may be right, so quizapp offers nothing else. With fewer than two "
    "wrong options, or with two that are the same answer, there is nothing to choose from. "
    "`check -v` names the cards.",
    "ask: How many of the 56 died?\nanswer: 13",
    "ask: How many of the 56 died?\nanswer: 13\n"
    "wrong: {23: That is the percentage., 43: So many lived.}",
)
DROPPED = (_VALUE_TWICE, _NOT_ASKED)


def report_drops(drops: Iterable[Drop]) -> Iterator[Problem]:
    """Yield each of `drops` as a problem at its card."""
    for drop in drops:
        rule = _VALUE_TWICE if drop.reason is DropReason.VALUE_TWICE else _NOT_ASKED
        message = f"{drop.card} makes no {drop.what}: {drop.why}"
        yield Problem(rule.code, rule.level, drop.place, message, drop.fix)
