"""The queue: what is asked today, and in which order. Pure: values in, values out.

Cards in learning are not in it; a session asks them when they are due (`quizapp.session.study`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from quizapp.bank.model import FactId
from quizapp.learner.model import LearnerCard
from quizapp.memory.model import Memory
from quizapp.session.formats import STABLE_DAYS

_FIRST_READ_FACTOR = 2  # times the cards wanted, since siblings wait
_NEXT_READ_FACTOR = 4  # times that when these were too few


def take_fitting(
    wanted: int,
    read: Callable[[int], Sequence[LearnerCard]],
    fitting: Callable[[Sequence[LearnerCard]], Iterable[LearnerCard]],
) -> list[LearnerCard]:
    """Return the first `wanted` cards that are fitting, reading no more than it takes.

    `read` returns the first so many cards of those there are.
    """
    limit = _FIRST_READ_FACTOR * wanted
    while limit > 0:
        cards = read(limit)
        found = list(fitting(cards))[:wanted]
        if len(found) == wanted or len(cards) < limit:
            return found
        limit *= _NEXT_READ_FACTOR
    return []


def one_per_fact(entries: Iterable[LearnerCard], asked: Iterable[FactId]) -> Iterator[LearnerCard]:
    """Yield the entries whose fact was not `asked` today, the first of each fact only.

    Siblings wait until tomorrow.
    """
    seen = set(asked)
    for entry in entries:
        if entry.fact not in seen:
            seen.add(entry.fact)
            yield entry


def without_confusable(
    entries: Iterable[LearnerCard], asked: Iterable[FactId], excluded: Iterable[FactId] = ()
) -> Iterator[LearnerCard]:
    """Yield new entries, none beside a fact it may be confused with, today or among themselves.

    `asked` are the facts of today, `excluded` those that they name; one direction of `confuse_with`
    is enough.
    """
    facts, excluded = set(asked), set(excluded)
    for entry in entries:
        if entry.fact in excluded or facts.intersection(entry.confusable):
            continue
        facts.add(entry.fact)
        excluded.update(entry.confusable)
        yield entry


def sort_by_risk(
    reviews: Iterable[LearnerCard], chance_of_recall: Callable[[LearnerCard], float]
) -> list[LearnerCard]:
    """Return due reviews, changed ones first, then those most likely to have been forgotten."""
    return sorted(
        reviews,
        key=lambda entry: (not entry.old_key, chance_of_recall(entry), entry.position, entry.card),
    )


def group_contrasts(reviews: Sequence[LearnerCard]) -> list[LearnerCard]:
    """Return reviews with stable cards of confusable facts one after the other, on purpose."""
    places: dict[FactId, list[int]] = {}  # of the stable cards of a fact, and of those naming it
    for place, entry in enumerate(reviews):
        if _is_stable(entry):
            for fact in {entry.fact, *entry.confusable}:
                places.setdefault(fact, []).append(place)
    left = dict.fromkeys(range(len(reviews)))
    arranged: list[LearnerCard] = []
    for place, entry in enumerate(reviews):
        if place not in left:
            continue
        near = {at for fact in (entry.fact, *entry.confusable) for at in places.get(fact, ())}
        partners = sorted(at for at in near & left.keys() if _are_contrast(entry, reviews[at]))
        for at in (place, *partners):
            del left[at]
            arranged.append(reviews[at])
    return arranged


def _are_contrast(one: LearnerCard, other: LearnerCard) -> bool:
    """Return whether two cards are of facts that may be confused, and both are stable."""
    if one.fact not in other.confusable and other.fact not in one.confusable:
        return False
    return _is_stable(one) and _is_stable(other)


def _is_stable(entry: LearnerCard) -> bool:
    """Return whether the memory of the card has reached its last stage."""
    return isinstance(entry.memory, Memory) and entry.memory.stability >= STABLE_DAYS


def interleave_new(reviews: Sequence[LearnerCard], new: Sequence[LearnerCard]) -> list[LearnerCard]:
    """Return both in their orders, the new cards spread evenly among the reviews."""
    total = len(reviews) + len(new)
    arranged: list[LearnerCard] = []
    reviews_left, new_left = iter(reviews), iter(new)
    for place in range(total):
        # The n-th new card comes at the place where n of its kind are due by now.
        is_new_turn = (place + 1) * len(new) // total > place * len(new) // total
        arranged.append(next(new_left if is_new_turn else reviews_left))
    return arranged
