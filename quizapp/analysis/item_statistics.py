"""What answers say of the items: how hard they are, and whether their stems are clear."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.bank.model import CardId
from quizapp.items.item import ItemId
from quizapp.learner.counts import InsistedAnswer, ItemTries

_LEAST_ANSWERS = 10  # fewer say nothing of a stem
_MOST_MORE = 0.2  # of the answers: a stem that is clear is seldom answered in part
_LEAST_TIMES = 2  # a text that was confirmed so often is proposed as an alias


@dataclass(frozen=True, slots=True)
class ItemStatistics:
    """An item by the first tries at it.

    Attributes:
        difficulty: the share that was right or a slip: the higher, the easier.
        say_more: the share that was a true part of the answer.
        is_stem_unclear: whether that is too many to be the learners' doing.
    """

    item: ItemId
    card: CardId
    answers: int
    difficulty: float
    say_more: float
    is_stem_unclear: bool


def measure_items(tries: Iterable[ItemTries]) -> tuple[ItemStatistics, ...]:
    """Return the statistics of items that were answered."""
    return tuple(
        ItemStatistics(
            item=each.item,
            card=each.card,
            answers=each.answers,
            difficulty=each.passed / each.answers,
            say_more=each.more / each.answers,
            is_stem_unclear=is_stem_unclear(each.answers, each.more),
        )
        for each in tries
        if each.answers
    )


def is_stem_unclear(answers: int, more: int) -> bool:
    """Return whether so many answers were but a part that the stem does not say what it wants."""
    return answers >= _LEAST_ANSWERS and more / answers > _MOST_MORE


def proposes_alias(answer: InsistedAnswer) -> bool:
    """Return whether a text was confirmed often enough to be written down as an alias."""
    return answer.times >= _LEAST_TIMES
