"""A draft as values: what was found in each sentence of a source."""

from dataclasses import dataclass
from decimal import Decimal

from quizapp.bank.model import Concept


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something in a sentence that a learner could be asked for.

    Attributes:
        start, end: its position in the sentence.
        name: what its card is called ("patients", "cause"); not yet unique in its fact.
        answer: a number, words, or the members of a list.
        unit: of a number: "patients", "%".
        ask: a question, "" where none can be asked well.
        concept: the concept of another deck that the words name; None for none.
    """

    start: int
    end: int
    name: str
    answer: Decimal | str | tuple[str, ...]
    unit: str = ""
    ask: str = ""
    concept: Concept | None = None


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A card of a draft; `equals` ties a percentage to its counts ("" where nothing does)."""

    name: str
    candidate: Candidate
    equals: str = ""


@dataclass(frozen=True, slots=True)
class DraftFact:
    """A sentence of the source, numbered from 1, with what is asked of it."""

    id: str
    sentence: int
    text: str
    cards: tuple[DraftCard, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """The facts that were found, in the order of the sentences; and the sentences without any."""

    facts: tuple[DraftFact, ...]
    uncovered: tuple[int, ...]
