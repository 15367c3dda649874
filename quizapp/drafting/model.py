"""A draft as values: what stands in each sentence of a source, and what could be asked of it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from quizapp.bank.model import Concept


class FigureKind(StrEnum):
    """What a figure says."""

    COUNT = "count"  # 56 patients
    SHARE = "share"  # 23 %
    MEASURE = "measure"  # 6 mg, 36 +5/−4 M⊙, 35 to 250 Hz
    SYMBOL = "symbol"  # g = 0.74, a rate ratio of 0.83
    GROUP = "group"  # n = 29
    BARE = "bare"  # a number beside which nothing says of what it is
    DATE = "date"  # 14 September 2015, 1966 to 2005
    STATISTIC = "statistic"  # P < 0.001, 95% CI, 0.75 to 0.93
    LABEL = "label"  # Figure 2, type 2, 10th


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure of a sentence, whole.

    Attributes:
        start, end: where it stands, without its unit or noun.
        kind: what it says.
        value: its number; None of an interval and of a number with its error.
        unit: "%", "Hz"; of a count the noun, "patients"; "" for none.
        close: where its unit or noun ends; `end` without one.
        whole: what a count is counted from: 6 of 12.
        is_bound: more than, at least, up to: other numbers are true of it as well.
    """

    start: int
    end: int
    kind: FigureKind
    value: Decimal | None = None
    unit: str = ""
    close: int = 0
    whole: Decimal | None = None
    is_bound: bool = False


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A technical word or noun phrase of a sentence.

    Attributes:
        start, end: where it stands.
        name: it in the form by which it is known again; an acronym has that of what it is short
            for.
        others: what else it is called in the text: its acronym, or what that is short for.
        weight: how much it looks like a term of the field, from 0.
        concept: that of another deck whose name stands here; None for none.
    """

    start: int
    end: int
    name: str
    others: tuple[str, ...] = ()
    weight: float = 0.0
    concept: Concept | None = None


@dataclass(frozen=True, slots=True)
class WrongFigure:
    """Another figure of the source, with where it stands, as a reason that is true."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A sentence of the source with one thing hidden.

    Attributes:
        id: of its fact.
        sentence: its number, from 1.
        before, hidden, after: the sentence, cut around what is hidden.
        ask: the question.
        answer: a number, words, or the members of a list.
        unit, whole: of a number.
        aliases: what else is right.
        wrong: other figures that could be offered.
        concept: that of another deck that the answer names; None for none.
        figure: what is hidden, where that is a figure.
        worth: how much it is worth asking.
        is_amount: whether the answer is the text of an amount.
    """

    id: str
    sentence: int
    before: str
    hidden: str
    after: str
    ask: str
    answer: Decimal | str | tuple[str, ...]
    unit: str = ""
    whole: Decimal | None = None
    aliases: tuple[str, ...] = ()
    wrong: tuple[WrongFigure, ...] = ()
    concept: Concept | None = None
    figure: FoundFigure | None = None
    worth: float = 0.0
    is_amount: bool = False


@dataclass(frozen=True, slots=True)
class SentenceContent:
    """What stands in one sentence, numbered from 1, that a deck could ask."""

    number: int
    text: str
    figures: tuple[FoundFigure, ...]
    terms: tuple[FoundTerm, ...]
    comparisons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What each sentence holds, and the proposals in the order of the sentences."""

    contents: tuple[SentenceContent, ...]
    proposals: tuple[Proposal, ...]
    language: str
