"""An item: one question on a card, in one format. Values only; each format's maker has a module.

An item carries all that asking, grading and explaining need, so that a session never opens a bank.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from quizapp.bank.model import CardId, DeckId, FactId, Image
from quizapp.bank.place import Place
from quizapp.grading.expected import Expected

ItemId = NewType("ItemId", str)  # deck/fact/card/format, + /n for several true-false


class Format(StrEnum):
    """How a card is asked; ordered from the easiest to the hardest to answer."""

    FLIP = "flip"
    TRUE_FALSE = "true-false"
    CHOICE = "choice"
    SELECT = "select"
    MATCH = "match"
    GAP = "gap"
    ORDER = "order"
    NUMBER = "number"
    TYPED = "typed"
    LIST = "list"


CHOICE_FORMATS = frozenset({Format.CHOICE, Format.SELECT})  # where options are chosen from


@dataclass(frozen=True, slots=True)
class Option:
    """An answer as shown. `id` depends on the text alone; `why` says why a wrong one is wrong."""

    id: str
    text: str
    is_right: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class ItemSource:
    """Where an item comes from: `short` (Levy 1997), the sentence's number (0: none), citation."""

    short: str
    cite: str
    sentence: int = 0
    doi: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One question.

    Attributes:
        stem: the question, the statement of a true-false, or the sentence with `[ … ]` for a gap.
        options: choice, select and true-false: what to choose from, in the bank's own order;
            order: the members in their right order; match: what the prompts are to be paired with,
            as many as there are or more. () otherwise.
        prompts: match: the rows to be paired, in the order in which they are shown. () otherwise.
        has_fixed_order: the options keep their order when shown (numbers ascending, a closed set
            as its author listed it, true before false); otherwise they are shuffled.
        key: the right answer as shown, one text a member (match: one a prompt, in their order).
        expected: what a response is held against.
        sentence: the fact's sentence with every gap filled; "" when it has none.
        content_hash: changes whenever anything that a learner sees or is graded by changes.
        key_hash: changes only when the right answer does.
        place: where the card stands in its deck.
        why, note, mnemonic: the reason, a remark on the right answer, a bridge for the memory.
        image: the picture of the card or its fact, None when it has none.
    """

    id: ItemId
    deck: DeckId
    fact: FactId
    card: CardId
    format: Format
    stem: str
    key: tuple[str, ...]
    expected: Expected
    place: Place
    options: tuple[Option, ...] = ()
    prompts: tuple[str, ...] = ()
    has_fixed_order: bool = False
    accepted: tuple[str, ...] = ()
    why: str = ""
    mnemonic: str = ""
    sentence: str = ""
    sources: tuple[ItemSource, ...] = ()
    tags: tuple[str, ...] = ()
    exam_allowed: bool = True
    content_hash: str = ""
    key_hash: str = ""
    image: Image | None = None
    note: str = ""
