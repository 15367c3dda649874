"""Choice: one right option of three, of four where there are three good distractors."""

from collections.abc import Iterator

from quizapp.bank.model import NumberAnswer
from quizapp.grading.expected import ExpectedOptions
from quizapp.items.closed_set import closed_set
from quizapp.items.distractors import distractors
from quizapp.items.item import Format, Item, Option
from quizapp.items.making import Subject, make_item, option
from quizapp.items.numeric_distractors import as_number, numeric_distractors

FEWEST, MOST = 2, 3  # wrong options


def choice(subject: Subject) -> Iterator[Item]:
    """Yield the choice of a card that has enough declared wrong options."""
    card = subject.card
    if not card.ask:
        return
    options, has_fixed_order = arranged(subject, options_for(subject))
    right = frozenset(each.id for each in options if each.is_right)
    if len(right) == 1 and (len(options) > FEWEST or card.among):
        yield make_item(
            subject,
            Format.CHOICE,
            card.ask,
            ExpectedOptions(right),
            options=options,
            has_fixed_order=has_fixed_order,
        )


def options_for(subject: Subject) -> tuple[Option, ...]:
    """Return the options of a choice: a closed set, or the key and wrong ones."""
    card, answer = subject.card, subject.card.answer
    if card.among:
        return closed_set(subject)
    key = option(subject.key[0], is_right=True)
    if isinstance(answer, NumberAnswer):
        return (key, *numeric_distractors(subject, answer, card.ask))
    return (key, *distractors(subject, card.ask, MOST))


def arranged(subject: Subject, options: tuple[Option, ...]) -> tuple[tuple[Option, ...], bool]:
    """Return `options` as they are listed, and whether they are shown in that order.

    A closed set has its author's order, and numbers ascend: also those in quotes, like the name
    of a chromosome. All others are shuffled when shown.
    """
    if subject.card.among:
        return options, True
    values = {each.id: as_number(each.text) for each in options}
    if None in values.values():
        return options, False
    return tuple(sorted(options, key=lambda each: values[each.id] or 0)), True
