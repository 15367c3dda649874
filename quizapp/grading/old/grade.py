"""The grade of a response: its verdict, why, and what was found. Values only."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How right a response is."""

    CORRECT = "correct"
    CLOSE = "close"
    WRONG = "wrong"


class Reason(StrEnum):
    """Why a verdict fell; the session turns it into a rating, the terminal into a word."""

    SAME = "same"  # correct: the key or an accepted form
    SPELLING = "spelling"  # close: within the budget for slips of the finger
    LESS = "less"  # close: under-specified
    MORE = "more"  # close: over-specified
    TOLERANCE = "tolerance"  # close: within twice the tolerance
    NOTATION = "notation"  # close: the right proportion in the wrong notation
    PART = "part"  # close or wrong: some members of a list, some pairs of an order
    BLANK = "blank"  # wrong: nothing to judge
    VETO = "veto"  # wrong: near, but it says something else (hypo- for hyper-)
    OTHER = "other"  # wrong: nothing alike
    UNJUDGED = "unjudged"  # wrong until the learner says otherwise: judging it failed


@dataclass(frozen=True, slots=True)
class Grade:
    """What was made of a response.

    Attributes:
        verdict: correct, close or wrong.
        reason: why, for rooms to act on.
        note: why, in words for the learner ("spelling: one letter", "hyper-, not hypo-");
            "" when there is nothing to add.
        share: how much was found, 0 to 1: F1 for a list, pairs in order for a sequence.
        missing: members of the key that were not given.
        false: members that were given and are not in the key.
    """

    verdict: Verdict
    reason: Reason
    note: str = ""
    share: float = 1.0
    missing: tuple[str, ...] = ()
    false: tuple[str, ...] = ()
