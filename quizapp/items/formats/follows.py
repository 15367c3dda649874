"""What follows: a member of a sequence is shown, and the next one is chosen from the others.

A sequence of four or more is needed: with fewer, there are not two wrong members to choose from.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizapp.bank.sentences import BLANK
from quizapp.grading.expected import ExpectedOptions
from quizapp.items.context import CardContext, make_item, make_option
from quizapp.items.equal_answers import are_equal_answers
from quizapp.items.item import Format, Item
from quizapp.items.word_forms import split_words

_MIN_MEMBERS = 4
_MAX_WRONG = 3
_MIN_LONG_WORD = 4  # letters


def make_follows_items(context: CardContext) -> Iterator[Item]:
    """Yield a choice for each member but the last: which one comes next?

    Their places say what is wanted, in any language: 1. seed → 2. [ … ]
    """
    members = context.key
    if not context.card.ask or len(members) < _MIN_MEMBERS:
        return
    for at, (member, following) in enumerate(pairwise(members), start=1):
        if _share_a_word(member, following):
            continue
        wrong = _nearest_members(members, at)
        key = make_option(following, is_right=True)
        yield make_item(
            context,
            Format.CHOICE,
            f"{context.card.ask} {at}. {member} → {at + 1}. {BLANK}",
            ExpectedOptions(frozenset({key.id})),
            key=(following,),
            options=(key, *(make_option(text) for text in wrong)),
            number=at,
        )


def _share_a_word(one: str, other: str) -> bool:
    """Return whether two members have a long word in common: the one shown points at the key."""
    long = {form for word in split_words(one) for form in word.forms if len(form) >= _MIN_LONG_WORD}
    return any(not long.isdisjoint(word.forms) for word in split_words(other))


def _nearest_members(members: Sequence[str], at: int) -> list[str]:
    """Return the members nearest to the place `at`, but for what stands there and just before."""
    near = sorted(range(len(members)), key=lambda place: (abs(place - at), place))
    found: list[str] = []
    for place in near:
        text = members[place]
        is_shown = place in (at, at - 1) or are_equal_answers(text, members[at])
        if not is_shown and not any(are_equal_answers(text, other) for other in found):
            found.append(text)
    return found[:_MAX_WRONG]
