"""Flip: a question with its answer on the back; the learner grades."""

from collections.abc import Iterator

from quizapp.grading.expected import ExpectedSelf
from quizapp.items.item import Format, Item
from quizapp.items.making import Subject, make_item


def flip(subject: Subject) -> Iterator[Item]:
    """Yield the question, whatever the kind of its answer."""
    if subject.card.ask:
        yield make_item(
            subject, Format.FLIP, subject.card.ask, ExpectedSelf(), accepted=subject.accepted
        )
