"""What readers said of the cards of a deck, as its signed file has it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from quizapp.bank.place import Place


class ProofKind(StrEnum):
    """What a signature rests on.

    `proved`: comparing found no conflict; `read`: a person read it beside its source, or without;
    `background`: it is the signer's own knowledge.
    """

    PROVED = "proved"
    READ = "read"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class CardSignature:
    """Who accepted a card, when (an ISO date), and the `hash` of what its author had written then.

    `over` is why a conflict with the source does not hold, "" where there was none.
    """

    by: str
    date: str
    hash: str
    place: Place
    proof: ProofKind = ProofKind.READ
    over: str = ""


@dataclass(frozen=True, slots=True)
class CardRejection:
    """Who rejected a card, when, at which `hash`, and why ("" when not said)."""

    by: str
    date: str
    hash: str
    place: Place
    reason: str = ""


SignoffEntry: TypeAlias = CardSignature | CardRejection
