"""What a response is held against: one class a kind of answer. Values only, no judging here.

An item carries its `Expected`, so that a response can be graded without the bank at hand.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

ENGLISH = "en"  # what a bank without `language:` is written in


@dataclass(frozen=True, slots=True)
class ExpectedTerm:
    """A word or phrase.

    Attributes:
        key: the right answer as shown.
        accepted: other forms that are right (aliases, names of `also_right`).
        wrong: texts that are never right here (`never` of the concept, declared distractors).
        opposites: groups of words excluding each other, beyond those that grading knows.
        language: ISO 639 code of the language that the key is written in.
        code: whether it is judged to the letter, as code, formulas and options of commands are.
        given: the question, whose words may be left out of an answer and are never enough alone.
            It is filled in when an answer is judged, and not stored with the item.
    """

    key: str
    accepted: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    opposites: tuple[tuple[str, ...], ...] = ()
    language: str = ENGLISH
    code: bool = False
    given: str = ""


@dataclass(frozen=True, slots=True)
class ExpectedNumber:
    """A number; `of` is its denominator, `tolerance` is absolute and in the same unit.

    `given` is the question, whose nouns may stand beside a number without unit. It is filled in
    when an answer is judged, and not stored with the item.
    """

    value: Decimal
    text: str
    unit: str = ""
    of: Decimal | None = None
    tolerance: Decimal = Decimal(0)
    language: str = ENGLISH
    given: str = ""


@dataclass(frozen=True, slots=True)
class ExpectedAmount:
    """A quantity: a point, an interval, a bound or a ratio.

    Attributes:
        text: the whole of it as shown; `figures` its number alone.
        low, high: the ends of an interval; of any other the same number twice.
        sign: < ≤ > or ≥ of a bound, which has to be said; "" of any other.
        of: the whole of a ratio; None of any other.
        spread: the ends that the error or the confidence interval of a point gives. They may be
            said beside it, and are then held against these.
        given: the question, filled in when an answer is judged, and not stored with the item.
    """

    text: str
    figures: str
    low: Decimal
    high: Decimal
    unit: str = ""
    sign: str = ""
    of: Decimal | None = None
    spread: tuple[Decimal, Decimal] | None = None
    tolerance: Decimal = Decimal(0)
    language: str = ENGLISH
    given: str = ""


@dataclass(frozen=True, slots=True)
class ExpectedList:
    """Members in any order."""

    members: tuple[ExpectedTerm, ...]
    language: str = ENGLISH


@dataclass(frozen=True, slots=True)
class ExpectedSequence:
    """Members in one right order."""

    members: tuple[ExpectedTerm, ...]
    language: str = ENGLISH


@dataclass(frozen=True, slots=True)
class ExpectedOptions:
    """The ids of the right options: one for a choice, several for a select."""

    right: frozenset[str]


@dataclass(frozen=True, slots=True)
class ExpectedMatch:
    """Prompts to be paired with options: `right` holds the option's id for each of `prompts`."""

    prompts: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExpectedSelf:
    """Nothing to hold a response against: the learner grades (format flip)."""


Expected: TypeAlias = (
    ExpectedTerm
    | ExpectedNumber
    | ExpectedAmount
    | ExpectedList
    | ExpectedSequence
    | ExpectedOptions
    | ExpectedMatch
    | ExpectedSelf
)
