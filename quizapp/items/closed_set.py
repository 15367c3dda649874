"""The options of a closed set: exactly those that the author listed under `among`."""

from quizapp.bank.concepts import folded
from quizapp.bank.model import NumberAnswer
from quizapp.items.item import Option
from quizapp.items.making import Subject, option
from quizapp.items.numeric_distractors import as_number


def closed_set(subject: Subject) -> tuple[Option, ...]:
    """Return the author's options in the author's order, with why each wrong one is wrong."""
    right = {comparable(subject, text) for text in subject.key}
    reasons = {comparable(subject, wrong.text): wrong.why for wrong in subject.card.wrong}
    found = ((text, comparable(subject, text)) for text in subject.card.among)
    return tuple(
        option(text, is_right=same in right, why=reasons.get(same, "")) for text, same in found
    )


def comparable(subject: Subject, text: str) -> object:
    """Return what a text of the set is compared by: its value where the answer is a number."""
    value = as_number(text) if isinstance(subject.card.answer, NumberAnswer) else None
    return folded(text) if value is None else value
