"""Select: several right options, among wrong ones that the author declared."""

from collections.abc import Iterator

from quizapp.grading.expected import ExpectedOptions
from quizapp.items.closed_set import closed_set
from quizapp.items.distractors import distractors
from quizapp.items.item import Format, Item, Option
from quizapp.items.making import Subject, make_item, option

FEWEST_WRONG, MOST_WRONG = 2, 4


def select(subject: Subject) -> Iterator[Item]:
    """Yield the select of a list that has enough declared wrong members."""
    card = subject.card
    options = options_for(subject) if card.ask else ()
    right = frozenset(each.id for each in options if each.is_right)
    wrong = len(options) - len(right)
    if wrong >= FEWEST_WRONG or (wrong and card.among):
        yield make_item(
            subject,
            Format.SELECT,
            card.ask,
            ExpectedOptions(right),
            options=options,
            has_fixed_order=bool(card.among),
        )


def options_for(subject: Subject) -> tuple[Option, ...]:
    """Return the options of a select: a closed set, or the members and declared wrong ones."""
    if subject.card.among:
        return closed_set(subject)
    members = (option(text, is_right=True) for text in subject.key)
    return (*members, *distractors(subject, subject.card.ask, MOST_WRONG))
