"""Claims of a deck held against the sentences that they cite."""

from quizapp.prove.card_claims import Claim, ClaimKind, claims_of
from quizapp.prove.normal_form import find_abbreviations
from quizapp.prove.prove import (
    Evidence,
    Vocabulary,
    find_topics,
    prove,
    prove_numbers,
    read_evidence,
    repeats,
)
from quizapp.prove.verdict import ClaimVerdict, Proof, ProofReason

__all__ = [
    "Claim",
    "ClaimKind",
    "ClaimVerdict",
    "Evidence",
    "Proof",
    "ProofReason",
    "Vocabulary",
    "claims_of",
    "find_abbreviations",
    "find_topics",
    "prove",
    "prove_numbers",
    "read_evidence",
    "repeats",
]
