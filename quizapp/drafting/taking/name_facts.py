"""What taken facts are called, and which of them say the same."""

import re
import unicodedata
from collections.abc import Collection, Mapping

from quizapp.bank.concepts import normalize_text
from quizapp.bank.model import Card, Fact, NumberAnswer
from quizapp.bank.parse.value_types import IS_ID
from quizapp.bank.sentences import answer_texts, full_sentence
from quizapp.bank.yaml.writer import YamlValue

_ID_WORDS = 7
_MAX_ID = 48
_NO_WORDS = "card"


def name_fact(entry: Mapping[str, YamlValue], taken: Collection[str]) -> str:
    """Return the id of a fact: its own, or one of its question, numbered where it is taken.

    A bare number is a place in a list, and no name.
    """
    given = str(entry.get("id", ""))
    name = given if IS_ID(given) and not given.isdecimal() else ""
    if not name and not given.isdecimal():
        name = make_slug(given)
    name = name or make_slug(str(entry.get("ask") or entry.get("say") or "")) or _NO_WORDS
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free


def make_slug(text: str) -> str:
    """Return the first words of `text` as an id: a-z, 0-9 and dashes; "" where none is left."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss"))
    words = re.findall(r"[a-z0-9]+", re.sub(r"[\u0300-\u036f'’]", "", plain))
    return "-".join(words[:_ID_WORDS])[:_MAX_ID].strip("-")


def asked_texts(fact: Fact) -> dict[str, str]:
    """Return what a fact asks, each question with its answer as they are compared.

    A card without a question is asked by its sentence.
    """
    return {
        normalize_text(card.ask or f"{card.name}: {full_sentence(fact, card)}"): _answer_text(card)
        for card in fact.cards
    }


def _answer_text(card: Card) -> str:
    """Return an answer as answers are compared."""
    if isinstance(card.answer, NumberAnswer):
        return f"{card.answer.value.normalize():f}"
    return " / ".join(sorted(map(normalize_text, answer_texts(card))))
