"""A hash of what the author wrote for a card: what a reader has read, and so what is signed.

A signature falls with a change of that and with nothing else. Outside are ids, places, aliases, the
pools that wrong answers are drawn from, seeds, and whatever makes items: a new version of quizapp
unsigns no card. What is not written adds nothing, so that a key which a later version of the format
brings leaves the cards signed that do without it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from hashlib import blake2b
from typing import Any, TypeAlias

from quizapp.bank.model import Card, Citation, Fact, Gap, SentencePart, UntrueStatement
from quizapp.bank.nearest import citations_of, image_of, note_of, why_of
from quizapp.bank.sentences import sentence_parts

_BYTES = 6  # 12 hexadecimal digits
_WRITTEN = ("ask", "answer", "amount", "among")
# Of the values below a card. The same number, or who else is called so, is written elsewhere.
_OUTSIDE = frozenset({"place", "concept", "value"})

_Plain: TypeAlias = Any  # what JSON can hold


def hash_card(fact: Fact, card: Card) -> str:
    """Return 12 hexadecimal digits that change with what the author wrote for `card` of `fact`."""
    written = dict(written_parts(fact, card))
    text = json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()


def written_parts(fact: Fact, card: Card) -> Iterator[tuple[str, _Plain]]:
    """Yield what is written for a card, by what it is."""
    found: Mapping[str, _Plain] = {
        **{name: getattr(card, name, None) for name in _WRITTEN},
        "why": why_of(fact, card),
        "note": note_of(fact, card),
        "say": [_written_part(piece, card) for piece in sentence_parts(fact, card)],
        "wrong": {each.text: each.why for each in card.wrong},
        "untrue": [[each.say, each.why] for each in untrue_of_card(fact, card)],
        "alt": image.alt if (image := image_of(fact, card)) else "",
        "source": [_label(each) for each in citations_of(fact, card)],
    }
    for name, value in found.items():
        if value:
            yield name, _as_plain(value)


def untrue_of_card(fact: Fact, card: Card) -> tuple[UntrueStatement, ...]:
    """Return the false statements that get `card` wrong: its own, and those of its fact."""
    is_only = len(fact.cards) == 1
    of_fact = (
        each for each in fact.untrue if each.card == card.name or (is_only and not each.card)
    )
    return (*of_fact, *card.untrue)


def _written_part(piece: SentencePart, card: Card) -> _Plain:
    """Return a piece of a sentence: of a gap, the words shown in it and whether it is its own."""
    if not isinstance(piece, Gap):
        return piece
    return [piece.shown, piece.card == card.name]


def _label(citation: Citation) -> str:
    """Return a source and the number of its sentence, as they are written."""
    return f"{citation.source}#{citation.sentence}" if citation.sentence else citation.source


def _as_plain(value: _Plain) -> _Plain:
    """Return `value` as JSON has it; of a dataclass, what differs from its defaults."""
    if is_dataclass(value):
        return {
            each.name: _as_plain(own)
            for each in fields(value)
            if each.name not in _OUTSIDE and (own := getattr(value, each.name)) != _default(each)
        }
    if isinstance(value, Mapping):
        return {str(key): _as_plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_as_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, Decimal) else value


def _default(of: "Field[Any]") -> object:
    """Return what a field holds where nothing is written."""
    return of.default if of.default is not MISSING else MISSING
