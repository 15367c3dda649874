"""Rules on sentences (B3xx): every gap is a card, and every card has its gap."""

import re
from collections.abc import Iterator

from quizapp.bank.fault import did_you_mean, fault, quoted
from quizapp.bank.manuscript import Manuscript, WrittenFact
from quizapp.bank.model import Gap
from quizapp.bank.problem import Problem

BRACE = re.compile(r"[{}]")


def check_say(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield the faults of all sentences of a deck."""
    for written in manuscript.facts:
        if written.fact.say:
            yield from stray_braces(written)
            yield from gaps_without_card(written)
            yield from cards_without_gap(written)
        else:
            yield from unasked_cards(written)


def stray_braces(written: WrittenFact) -> Iterator[Problem]:
    """Yield a fault where a brace opens or closes no gap."""
    for piece in written.fact.say:
        found = BRACE.search(piece) if isinstance(piece, str) else None
        if found:
            brace, rest = found.group(), str(piece)[found.start() :]
            yield fault(
                "B303",
                written.group.place_within("say", re.escape(rest)),
                f"a `{brace}` in `say` has no partner",
                "write a gap as {card}; a brace cannot stand for itself",
            )


def gaps_without_card(written: WrittenFact) -> Iterator[Problem]:
    """Yield a fault for each gap that names no card of the fact."""
    names = [card.name for card in written.fact.cards]
    for piece in written.fact.say:
        if isinstance(piece, Gap) and piece.card not in names:
            yield fault(
                "B301",
                written.group.place_within("say", rf"\{{\s*{re.escape(piece.card)}\s*[|}}]"),
                f"the gap {quoted(piece.card)} in `say` is no card of the fact",
                did_you_mean(piece.card, names) or f"its cards: {', '.join(names)}",
            )


def cards_without_gap(written: WrittenFact) -> Iterator[Problem]:
    """Yield a fault for each card that does not stand in the sentence."""
    gaps = {piece.card for piece in written.fact.say if isinstance(piece, Gap)}
    for card in written.fact.cards:
        if card.name not in gaps:
            yield fault(
                "B302",
                card.place,
                f"the card `{card.name}` has no gap in `say`",
                f"write {{{card.name}}} into the sentence, or make it a fact of its own",
            )


def unasked_cards(written: WrittenFact) -> Iterator[Problem]:
    """Yield a fault for each card that neither a question nor a sentence asks for."""
    for card in written.fact.cards:
        if not card.ask and not card.say:
            yield fault(
                "B107",
                card.place,
                f"nothing asks for `{card.name}`: it has no `ask`, and the fact has no `say`",
                "add `ask:`, or `say:` with a gap for it",
            )
