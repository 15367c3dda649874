"""What follows: a member of a sequence is shown, and the next one is chosen from the others.

A sequence of four or more is needed: with fewer, there are not two wrong members to choose from.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizapp.bank.say import BLANK
from quizapp.grading.expected import ExpectedOptions
from quizapp.grading.normal import words
from quizapp.items.alike import are_alike
from quizapp.items.item import Format, Item
from quizapp.items.making import Subject, make_item, option

FEWEST_MEMBERS = 4
MOST_WRONG = 3
LONG_WORD = 4  # letters


def follows(subject: Subject) -> Iterator[Item]:
    """Yield a choice for each member but the last: which one comes next?"""
    members = subject.key
    if not subject.card.ask or len(members) < FEWEST_MEMBERS:
        return
    for at, (member, following) in enumerate(pairwise(members), start=1):
        if share_a_word(member, following):
            continue
        wrong = others(members, at)
        key = option(following, is_right=True)
        yield make_item(
            subject,
            Format.CHOICE,
            f"{subject.card.ask} {member} → {BLANK}",
            ExpectedOptions(frozenset({key.id})),
            key=(following,),
            options=(key, *(option(text) for text in wrong)),
            number=at,
        )


def share_a_word(one: str, other: str) -> bool:
    """Say whether two members have a long word in common: the one shown would point at the key."""
    long = {form for word in words(one) for form in word.forms if len(form) >= LONG_WORD}
    return any(not long.isdisjoint(word.forms) for word in words(other))


def others(members: Sequence[str], at: int) -> list[str]:
    """Return the members nearest to the place `at`, but for what stands there and just before."""
    near = sorted(range(len(members)), key=lambda place: (abs(place - at), place))
    found: list[str] = []
    for place in near:
        text = members[place]
        is_shown = place in (at, at - 1) or are_alike(text, members[at])
        if not is_shown and not any(are_alike(text, other) for other in found):
            found.append(text)
    return found[:MOST_WRONG]
