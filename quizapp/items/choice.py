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
    options = options_for(subject)
    right = frozenset(each.id for each in options if each.is_right)
    if len(right) == 1 and (len(options) > FEWEST or card.among):
        yield make_item(
            subject,
            Format.CHOICE,
            card.ask,
            ExpectedOptions(right),
            options=options if card.among else ascending(options),
            has_fixed_order=bool(card.among) or are_numbers(options),
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


def ascending(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """Return `options` in ascending order where all are numbers, else as they are.

    A number in quotes (the name of a chromosome) is found fastest in order, too.
    """
    if not are_numbers(options):
        return options
    return tuple(sorted(options, key=lambda each: as_number(each.text) or 0))


def are_numbers(options: tuple[Option, ...]) -> bool:
    """Say whether all options are numbers in digits."""
    return all(as_number(each.text) is not None for each in options)
