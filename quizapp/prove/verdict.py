"""What is found of a claim, as values."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class ClaimVerdict(StrEnum):
    """What comparing found. It orders what a person reads; it signs nothing."""

    CONTRADICTED = "contradicted"
    UNPROVED = "unproved"
    PROVED = "proved"


@dataclass(frozen=True, slots=True)
class ProofReason:
    """Why a claim is not proved.

    Attributes:
        verdict: contradicted or unproved.
        quote: the words of the claim that are meant.
        finding: what the source has or lacks, to be read behind the name of the source.
        fix: what an author may do.
    """

    verdict: ClaimVerdict
    quote: str
    finding: str
    fix: str


@dataclass(frozen=True, slots=True)
class Proof:
    """A verdict with its reasons, the gravest first; a claim that is proved has none."""

    verdict: ClaimVerdict
    reasons: tuple[ProofReason, ...] = ()


def conclude(reasons: Sequence[ProofReason]) -> Proof:
    """Return the verdict that `reasons` add up to."""
    order = list(ClaimVerdict)
    grave = tuple(sorted(dict.fromkeys(reasons), key=lambda each: order.index(each.verdict)))
    return Proof(grave[0].verdict, grave) if grave else Proof(ClaimVerdict.PROVED)


def contradicted(quote: str, finding: str, fix: str) -> ProofReason:
    """Return a reason that puts a claim in conflict with its source."""
    return ProofReason(ClaimVerdict.CONTRADICTED, quote, finding, fix)


def unproved(quote: str, finding: str, fix: str) -> ProofReason:
    """Return a reason that leaves a claim open."""
    return ProofReason(ClaimVerdict.UNPROVED, quote, finding, fix)
