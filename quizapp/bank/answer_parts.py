"""What the rules on answers share: a card in its deck, and how its texts are compared."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from quizapp.bank.concepts import folded
from quizapp.bank.fault import fault, quoted
from quizapp.bank.manuscript import Manuscript
from quizapp.bank.model import (
    Card,
    ListAnswer,
    NumberAnswer,
    Place,
    SequenceAnswer,
    TermAnswer,
)
from quizapp.bank.nodes import Group
from quizapp.bank.numerals import decimal_of
from quizapp.bank.problem import Problem


class CardInDeck(NamedTuple):
    """A card, the group that writes it, and the deck around it."""

    card: Card
    group: Group
    manuscript: Manuscript


# A rule looks at one key of a card. It is asked only where that key stands.
Rule: TypeAlias = Callable[[CardInDeck, str], Iterator[Problem]]
Rules: TypeAlias = Mapping[str, tuple[Rule, ...]]


def members_of(card: Card) -> tuple[TermAnswer, ...]:
    """Return the words that the answer consists of; () for a number."""
    match card.answer:
        case TermAnswer():
            return (card.answer,)
        case NumberAnswer():
            return ()
        case ListAnswer(members) | SequenceAnswer(members):
            return members


def key_texts(card: Card) -> tuple[str, ...]:
    """Return the texts that the answer consists of."""
    if isinstance(card.answer, NumberAnswer):
        return (card.answer.text,)
    return tuple(member.text for member in members_of(card))


def texts_under(card: Card, key: str) -> tuple[str, ...]:
    """Return the texts that stand under `key`: `answer`, `among`, `wrong` or `never`."""
    if key == "wrong":
        return tuple(wrong.text for wrong in card.wrong)
    return {"answer": key_texts(card), "among": card.among, "never": card.never}[key]


def places_under(group: Group, key: str) -> tuple[Place, ...]:
    """Return where the texts under `key` stand; those of a sequence stand under `order`."""
    value = group[key]
    if key == "answer" and isinstance(value, Group):
        return value.places_in("order")
    return group.places_in(key)


def comparable(card: Card, text: str) -> object:
    """Return what `text` is compared by: its value where the answer is a number."""
    value = value_of(text) if isinstance(card.answer, NumberAnswer) else None
    return folded(text) if value is None else value


def value_of(text: str) -> Decimal | None:
    """Return the number that `text` says; None when it says none."""
    try:
        return decimal_of(text)
    except ValueError:
        return None


def right_and_wrong(text: str, key: str, place: Place) -> Problem:
    """Return the fault of a text that is right and wrong."""
    return fault(
        "B401",
        place,
        f"{quoted(text)} is listed under `{key}` but is also the answer",
        f"remove it from `{key}`, or change `answer`",
    )
