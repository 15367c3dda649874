"""Rules on sentences (B3xx): every gap is a card, and every card has its gap."""

import re
from collections.abc import Iterator

from quizapp.bank.diagnostics import Problem, did_you_mean, make_problem, quote
from quizapp.bank.model import Gap
from quizapp.bank.parse.build_values import ParsedFact
from quizapp.bank.parse.deck import ParsedDeck

_BRACE = re.compile(r"[{}]")


def check_sentences(parsed_deck: ParsedDeck) -> Iterator[Problem]:
    """Yield the faults of all sentences of a deck."""
    for written in parsed_deck.facts:
        if written.fact.say:
            yield from _stray_braces(written)
            yield from _gaps_without_card(written)
            yield from _cards_without_gap(written)
        else:
            yield from _unasked_cards(written)


def _stray_braces(written: ParsedFact) -> Iterator[Problem]:
    """Yield a fault where a brace opens or closes no gap."""
    for piece in written.fact.say:
        found = _BRACE.search(piece) if isinstance(piece, str) else None
        if found:
            brace, rest = found.group(), str(piece)[found.start() :]
            yield make_problem(
                "B303",
                written.group.find_in_value("say", re.escape(rest)),
                f"a `{brace}` in `say` has no partner",
                "write a gap as {card}; a brace alone is not allowed",
            )


def _gaps_without_card(written: ParsedFact) -> Iterator[Problem]:
    """Yield a fault for each gap that names no card of the fact."""
    names = [card.name for card in written.fact.cards]
    for piece in written.fact.say:
        if isinstance(piece, Gap) and piece.card not in names:
            yield make_problem(
                "B301",
                written.group.find_in_value("say", rf"\{{\s*{re.escape(piece.card)}\s*[|}}]"),
                f"the gap {quote(piece.card)} in `say` is not a card of the fact",
                did_you_mean(piece.card, names) or f"its cards: {', '.join(names)}",
            )


def _cards_without_gap(written: ParsedFact) -> Iterator[Problem]:
    """Yield a fault for each card without a gap in the sentence."""
    gaps = {piece.card for piece in written.fact.say if isinstance(piece, Gap)}
    for card in written.fact.cards:
        if card.name not in gaps:
            yield make_problem(
                "B302",
                card.place,
                f"the card `{card.name}` has no gap in `say`",
                f"write {{{card.name}}} into the sentence, or make it a fact of its own",
            )


def _unasked_cards(written: ParsedFact) -> Iterator[Problem]:
    """Yield a fault for each card that neither a question nor a sentence asks for."""
    for card in written.fact.cards:
        if not card.ask and not card.say:
            yield make_problem(
                "B107",
                card.place,
                f"nothing asks for `{card.name}`: it has no `ask`, and the fact has no `say`",
                "add `ask:`, or `say:` with a gap for it",
            )
