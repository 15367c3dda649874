"""A rule: its code with what it means, and the functions that look for it.

Sources: the NBME item-writing guide ("Constructing Written Test Questions for the Basic and
Clinical Sciences"); Haladyna, Downing & Rodriguez 2002 (Appl Meas Educ 15:309-333); BMC Med Educ
s12909-016-0559-7 on flawed items in medical exams.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from quizapp.bank.diagnostics import Explanation
from quizapp.bank.model import Bank
from quizapp.items.item import Item
from quizapp.lint.finding import Finding

NBME = "NBME item-writing guide"
HALADYNA = "Haladyna, Downing & Rodriguez 2002"
FLAWS = "BMC Med Educ s12909-016-0559-7"

ItemRule: TypeAlias = Callable[[Item], Iterator[Finding]]
BankRule: TypeAlias = Callable[[Bank, Sequence[Item]], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A code with the functions that look for it: in one item, in a bank.

    One that `looks_for_english` words is for decks in English: "Not" is another word in German.
    C306 has none: an exam is drawn so that it never holds, see `exam_cues.can_join_form`.
    """

    explanation: Explanation
    item_rules: tuple[ItemRule, ...] = ()
    bank_rules: tuple[BankRule, ...] = ()
    looks_for_english: bool = False
