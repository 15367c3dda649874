"""A fault of a deck, as a value: code, level, place, message, mend.

Made by `quizapp.bank` (codes B…) and by `quizapp.lint` (all others); printed by the command line.
"""

from dataclasses import dataclass
from enum import StrEnum

from quizapp.bank.model import Place


class Level(StrEnum):
    """How much a problem matters: an error keeps the deck out of the store."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault, where it is and how to mend it."""

    code: str
    level: Level
    place: Place
    message: str
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means: shown by `quizapp check --explain CODE`.

    `bad` and `good` are pieces of YAML (or an item); `reference` says where the rule is from, ""
    for a rule of the format itself.
    """

    code: str
    level: Level
    title: str
    reason: str
    bad: str = ""
    good: str = ""
    reference: str = ""
