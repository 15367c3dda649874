"""What the rules on answers share: a card in its deck, and how its texts are compared."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from quizapp.bank.diagnostics import Problem, make_problem, quote
from quizapp.bank.model import (
    AmountAnswer,
    Card,
    ListAnswer,
    NumberAnswer,
    SequenceAnswer,
    TermAnswer,
)
from quizapp.bank.parse.deck import ParsedDeck
from quizapp.bank.place import Place
from quizapp.bank.sentences import answer_texts
from quizapp.bank.yaml.nodes import KeyGroup


class CardInDeck(NamedTuple):
    """A card, the group that writes it, and the deck around it."""

    card: Card
    group: KeyGroup
    parsed_deck: ParsedDeck


# A rule looks at one key of a card. It is asked only where that key stands.
AnswerRule: TypeAlias = Callable[[CardInDeck, str], Iterator[Problem]]
AnswerRules: TypeAlias = Mapping[str, tuple[AnswerRule, ...]]


def term_answers(card: Card) -> tuple[TermAnswer, ...]:
    """Return the words that the answer consists of; () for a number."""
    match card.answer:
        case TermAnswer():
            return (card.answer,)
        case NumberAnswer() | AmountAnswer():
            return ()
        case ListAnswer(members) | SequenceAnswer(members):
            return members


def texts_at(card: Card, key: str) -> tuple[str, ...]:
    """Return the texts under `key`: `answer`, `among`, `wrong` or `never`."""
    if key == "wrong":
        return tuple(wrong.text for wrong in card.wrong)
    return {"answer": answer_texts(card), "among": card.among, "never": card.never}[key]


def places_at(group: KeyGroup, key: str) -> tuple[Place, ...]:
    """Return where the texts under `key` stand; those of a sequence stand under `order`."""
    value = group[key]
    if key == "answer" and isinstance(value, KeyGroup):
        return value.value_places("order")
    return group.value_places(key)


def contradiction_problem(text: str, key: str, place: Place) -> Problem:
    """Return the fault of a text that is right and wrong."""
    return make_problem(
        "B401",
        place,
        f"{quote(text)} is listed under `{key}` but is also the answer",
        f"remove it from `{key}`, or change `answer`",
    )
