"""What the author wrote for a card in words, part by part: what a reader compares with before."""

from collections.abc import Iterable, Mapping

from quizapp.bank.model import Card, Fact, Gap
from quizapp.bank.sentences import BLANK, answer_text, sentence_parts
from quizapp.signoff.card_hash import untrue_of_card, written_parts

_AS_TEXT = ("ask", "why", "note", "alt", "source", "among")  # of what is hashed


def wording_of(fact: Fact, card: Card) -> Mapping[str, str]:
    """Return what is written for `card` of `fact`, by what it is; what is not written is left out.

    Two cards of one hash have the same wording.
    """
    written = dict(written_parts(fact, card))
    sentence = "".join(
        (f"[{piece.shown}]" if piece.shown else BLANK) if isinstance(piece, Gap) else piece
        for piece in sentence_parts(fact, card)
    )
    found = {
        "ask": _as_text(written.get("ask")),
        "answer": answer_text(card.answer, with_unit=True),
        "say": sentence,
        **{name: _as_text(written.get(name)) for name in _AS_TEXT},
        **{f"wrong {each.text}": each.why or each.text for each in card.wrong},
    }
    for number, each in enumerate(untrue_of_card(fact, card), 1):
        found[f"untrue {number}"] = f"{each.say} {each.why}".strip()
    return {name: text for name, text in found.items() if text}


def _as_text(value: object) -> str:
    """Return a part as text; a list with commas."""
    if isinstance(value, str):
        return value
    return ", ".join(map(str, value)) if isinstance(value, Iterable) else ""
