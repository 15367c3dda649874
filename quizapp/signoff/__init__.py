"""Who read which card, as it was then: hashes, states, audits. Pure."""

from quizapp.signoff.card_hash import hash_card
from quizapp.signoff.states import (
    CardSignoff,
    SignoffState,
    apply_signoffs,
    apply_to_bank,
    card_name,
    find_unsigned,
    list_signoffs,
    report_unsigned,
    signoff_of,
)
from quizapp.signoff.wording import wording_of

__all__ = [
    "CardSignoff",
    "SignoffState",
    "apply_signoffs",
    "apply_to_bank",
    "card_name",
    "find_unsigned",
    "hash_card",
    "list_signoffs",
    "report_unsigned",
    "signoff_of",
    "wording_of",
]
