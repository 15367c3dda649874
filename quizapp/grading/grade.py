"""The grade of a response: its outcome, why, and what was found. Values only."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How right a response is: the same five words wherever quizapp judges."""

    RIGHT = "right"
    """The key, an alias, or the same words in another form."""
    SLIP = "slip"
    """Right but for a slip of the finger, such as one wrong letter; it passes."""
    MORE = "more"
    """A true part of the key with nothing false in it: the learner is asked to say more."""
    UNSURE = "unsure"
    """No proof and no veto: the learner is asked whether it is the same."""
    WRONG = "wrong"
    """Anything else."""


class Reason(StrEnum):
    """Why an outcome fell, for rooms to act on. The review log keeps these words."""

    SAME = "same"  # right: the key or an accepted form
    SPELLING = "spelling"  # slip: one slip a word
    CONFIRMED = "confirmed"  # slip: unsure, and the learner said that it is the same
    PART = "part"  # more: a part of the key; wrong: some members, some pairs
    NOTATION = "notation"  # more: the right proportion in the wrong notation
    EXTRA = "extra"  # unsure: one word more than the key
    NEAR = "near"  # unsure: too far for a slip, too near for another word
    UNJUDGED = "unjudged"  # unsure: judging it failed
    DENIED = "denied"  # wrong: unsure, and the learner said that it is not the same
    BLANK = "blank"  # wrong: nothing to judge
    VETO = "veto"  # wrong: near, but it says something else (hypo- for hyper-)
    NEIGHBOUR = "neighbour"  # wrong: it names another thing of the deck
    HEDGE = "hedge"  # wrong: two answers
    TOLERANCE = "tolerance"  # wrong: near, but outside what the author tolerates
    KIND = "kind"  # wrong: a number where a word is asked for, or the other way round
    OTHER = "other"  # wrong: nothing alike
    LESS = "less"  # only in older logs: close, under-specified
    MORE = "more"  # only in older logs: close, over-specified


@dataclass(frozen=True, slots=True)
class Grade:
    """What was made of a response.

    Attributes:
        outcome: right, slip, more, unsure or wrong.
        reason: why, for rooms to act on.
        note: why, as a sentence for the learner; "" when it is right and there is nothing to add.
        share: how much was found, 0 to 1. A term or number is 1 when it is right or a slip and 0
            otherwise; a list, an order, a select or a match may lie between.
        found: members of the key that were given, in the key's order; slips among them.
        slips: those of `found` that were given with a slip.
        missing: members of the key that were not given.
        alien: what was given and is no member of the key.
        differing: the word of the key and the word typed where one word is all that differs, so
            that its letters can be marked; None otherwise.
    """

    outcome: Outcome
    reason: Reason
    note: str = ""
    share: float = 1.0
    found: tuple[str, ...] = ()
    slips: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    alien: tuple[str, ...] = ()
    differing: tuple[str, str] | None = None

    @property
    def passes(self) -> bool:
        """Return whether it counts as right."""
        return self.outcome in {Outcome.RIGHT, Outcome.SLIP}


RIGHT = Grade(Outcome.RIGHT, Reason.SAME)
BLANK = Grade(Outcome.WRONG, Reason.BLANK, "Nothing typed yet.", share=0.0)
