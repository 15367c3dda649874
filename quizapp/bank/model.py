"""The bank as values: what every room above speaks about.

Nothing here reads a file or knows YAML. All values are frozen; ids are what the author wrote,
joined by slashes (`deck/fact/card`), never derived from text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NewType, TypeAlias

from quizapp.bank.amounts import AmountKind, Quantity
from quizapp.bank.place import Place
from quizapp.bank.signoffs import SignoffEntry

DeckId = NewType("DeckId", str)  # x-linked-hyper-igm
FactId = NewType("FactId", str)  # x-linked-hyper-igm/liver-transplantation
CardId = NewType("CardId", str)  # x-linked-hyper-igm/liver-transplantation/recipients
ConceptId = NewType("ConceptId", str)  # sclerosing-cholangitis, known within its deck
SourceId = NewType("SourceId", str)  # levy1997, known within its deck


@dataclass(frozen=True, slots=True)
class Source:
    """What a deck was distilled from. `sentences` is 0 when the author did not count them.

    `names` are what it calls the thing it studies: GW150914, the trial's name.
    `fingerprint` tells whether a copy of its text is cut into the same sentences; `text` is a file
    beside the deck that holds one, as the author wrote it. Both may be "".
    """

    id: SourceId
    cite: str
    place: Place
    short: str = ""
    doi: str = ""
    url: str = ""
    sentences: int = 0
    names: tuple[str, ...] = ()
    fingerprint: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a source: `levy1997#7`. `sentence` counts from 1; 0 cites the whole source."""

    source: SourceId
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class Concept:
    """A noun of the field, with what else it is called and what it must never be taken for.

    `citations` say where the source names it; one that `is_background` is not in the source and
    serves as a wrong answer only. `is_a` names a broader concept. One that `is_code` is typed to
    the letter.
    """

    id: ConceptId
    name: str
    type: str
    place: Place
    aliases: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    is_a: tuple[ConceptId, ...] = ()
    is_background: bool = False
    citations: tuple[Citation, ...] = ()
    tags: tuple[str, ...] = ()
    is_code: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Every way to say it, its name first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class TermAnswer:
    """Words. `concept` is the concept that the words name, "" when they name none."""

    text: str
    concept: ConceptId = ConceptId("")


@dataclass(frozen=True, slots=True)
class NumberAnswer:
    """A number as the author wrote it.

    `of` is the denominator (None when not given); `tolerance` is absolute, in the same unit.
    """

    value: Decimal
    text: str
    unit: str = ""
    of: Decimal | None = None
    tolerance: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class ListAnswer:
    """Members in any order."""

    members: tuple[TermAnswer, ...]


@dataclass(frozen=True, slots=True)
class SequenceAnswer:
    """Members in one right order."""

    members: tuple[TermAnswer, ...]


@dataclass(frozen=True, slots=True)
class AmountAnswer:
    """A quantity: a point with its error, an interval, a bound or a ratio.

    `asks_interval`: the ends of its error or confidence interval are asked for, not its number.
    `tolerance` is absolute, in its unit.
    """

    amount: Quantity
    tolerance: Decimal = Decimal(0)
    asks_interval: bool = False

    @property
    def text(self) -> str:
        """The whole of it as shown."""
        return self.amount.text

    @property
    def unit(self) -> str:
        """Its unit; "" of a mere number."""
        return self.amount.unit

    @property
    def number(self) -> NumberAnswer | None:
        """The number that it is; None of one that is more than a point."""
        if self.amount.kind is not AmountKind.POINT or self.asks_interval:
            return None
        return NumberAnswer(
            self.amount.low, self.amount.figures, self.amount.unit, tolerance=self.tolerance
        )


Answer: TypeAlias = TermAnswer | NumberAnswer | AmountAnswer | ListAnswer | SequenceAnswer


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """A wrong answer that the author declared, with why it is wrong ("" when not said)."""

    text: str
    why: str
    place: Place


@dataclass(frozen=True, slots=True)
class UntrueStatement:
    """A false statement that the author wrote out, with why it is false.

    `card` is the name of the card that it belongs to: what is asked by it. "" where the author
    named none and the words do not tell.
    """

    say: str
    why: str
    place: Place
    card: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A card's place in the sentence of its fact. `shown` replaces the answer's own words."""

    card: str
    shown: str = ""


SentencePart: TypeAlias = str | Gap


@dataclass(frozen=True, slots=True)
class TableCell:
    """The cell of a table that a card asks for.

    `row` is the row's name as shown, `column` the column's id, `row_noun` what a row is and
    `column_noun` what stands in the column, "" where its id says it. Of an
    `is_exclusive` column the author says that what stands in other rows is wrong in this one
    (`choose_from: column`).
    """

    table: str
    row: str
    column: str
    is_exclusive: bool = False
    row_noun: str = ""
    column_noun: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of a fact or a card.

    `file` is what the author wrote, `path` the whole path with links followed, `digest` blake2b of
    its bytes in hex. `alt` says in words what it shows. One that `is_shown_with_question` stands
    beside it; any other is shown with the explanation, where it cannot betray the answer.
    """

    file: str
    path: str
    digest: str
    alt: str
    is_shown_with_question: bool = False


class Kind(StrEnum):
    """What a card is for: a `FACT` is learned, `BIBLIOGRAPHY` is found and asked only on demand."""

    FACT = ""
    BIBLIOGRAPHY = "bibliography"


@dataclass(frozen=True, slots=True)
class Card:
    """One thing in a fact that a learner can know; memory is kept for it.

    `name` is the last part of its id. `ask` is "" for a card that only its sentence asks for.
    `among` closes the set of answers; `choose_from` names a concept type whose other concepts
    the author declares wrong here, save `also_right`; `distractor_pool` are texts declared wrong
    all at once, save where they are right: the values of a table's column. `aliases` and `never`
    add to those of the concept that the answer names. `equals` is arithmetic over other cards that
    must hold. `untrue` are the false statements that the author wrote under the card itself; those
    of its fact may belong to it, too. `may_take_near` says whether numbers near the key may be
    offered as wrong ones; None leaves it to the deck.

    `language` is that of its answer, "" where it is that of the deck; the answer of a card that
    `is_code` is typed to the letter.

    `say` is the card's own sentence, () where that of its fact serves. `cell` is its place in a
    table, None of a card that asks back from a value to its row, and of any outside tables; the
    former `asks_back_from` the card of that name.

    `said_as` is how its source words what the deck says in words of its own: for holding the card
    against its source, and never for grading.

    `why`, `note`, `mnemonic`, `citations`, `tags`, `image` and `kind` are its own, empty where it
    leaves them to its fact: `quizapp.bank.nearest` says what holds.

    One that `is_held_back` was rejected by a reader: it is not asked.
    """

    id: CardId
    fact: FactId
    name: str
    ask: str
    answer: Answer
    place: Place
    among: tuple[str, ...] = ()
    wrong: tuple[WrongAnswer, ...] = ()
    choose_from: str = ""
    distractor_pool: tuple[str, ...] = ()
    also_right: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    equals: str = ""
    say: tuple[SentencePart, ...] = ()
    cell: TableCell | None = None
    exam_allowed: bool = True
    language: str = ""
    is_code: bool = False
    untrue: tuple[UntrueStatement, ...] = ()
    may_take_near: bool | None = None
    asks_back_from: str = ""
    said_as: tuple[str, ...] = ()
    why: str = ""
    note: str = ""
    mnemonic: str = ""
    citations: tuple[Citation, ...] = ()
    tags: tuple[str, ...] = ()
    image: Image | None = None
    is_held_back: bool = False
    kind: Kind = Kind.FACT


class Status(StrEnum):
    """A draft stays out of every session and export until it is reviewed."""

    DRAFT = "draft"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class LintIgnore:
    """The lint codes that the author silences for one fact, and the reason given."""

    codes: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One entry of the bank. `say` is its sentence cut at its gaps; () when it has none.

    A row of a table is a fact too, named `table/row`; each of its cards has its own `say`.

    `note` is a remark on the right answer, `why` the reason for it.

    A `is_hedged` sentence says some, often or may: no false statement is made of it by swapping.
    """

    id: FactId
    deck: DeckId
    name: str
    cards: tuple[Card, ...]
    place: Place
    citations: tuple[Citation, ...] = ()
    say: tuple[SentencePart, ...] = ()
    why: str = ""
    note: str = ""
    mnemonic: str = ""
    confuse_with: tuple[FactId, ...] = ()
    untrue: tuple[UntrueStatement, ...] = ()
    tags: tuple[str, ...] = ()
    is_hedged: bool = False
    status: Status = Status.REVIEWED
    lint_ignore: LintIgnore | None = None
    image: Image | None = None
    kind: Kind = Kind.FACT


@dataclass(frozen=True, slots=True)
class DeckSettings:
    """What an author sets for all learners of a deck; None leaves it to the learner.

    Where `is_spelling_strict`, a slip of spelling scores nothing in an exam. Where its number cards
    `may_take_near`, numbers near the key are offered as wrong ones, unless a card says otherwise.
    Where cards `must_be_signed_for_exam`, those that nobody signed as they are now stay out of it.
    """

    formats: tuple[str, ...] = ()
    introduce: bool = False
    retention: float | None = None
    new_per_day: int | None = None
    reviews_per_day: int | None = None
    is_spelling_strict: bool = False
    may_take_near: bool = False
    must_be_signed_for_exam: bool = False


@dataclass(frozen=True, slots=True)
class DeckFile:
    """A file that a deck was read from, as it was then; `digest` is blake2b in hex."""

    path: str
    size: int
    mtime_ns: int
    digest: str


@dataclass(frozen=True, slots=True)
class Deck:
    """One YAML file, or one folder of them.

    `opposites` are groups of words that exclude each other (hyper, hypo), added by the author to
    those that grading knows. `language_place` is where its language is written, None where it is
    not. `version` is that of the format it is written in. `signoffs` are what readers said of its
    cards, by the card's id without the deck's.
    """

    id: DeckId
    title: str
    place: Place
    language: str = "en"
    tags: tuple[str, ...] = ()
    sources: Mapping[SourceId, Source] = field(default_factory=dict)
    concepts: Mapping[ConceptId, Concept] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    settings: DeckSettings = DeckSettings()
    opposites: tuple[tuple[str, ...], ...] = ()
    files: tuple[DeckFile, ...] = ()
    language_place: Place | None = None
    version: int = 1
    signoffs: Mapping[str, SignoffEntry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bank:
    """All decks together, in the order in which they were read."""

    decks: tuple[Deck, ...] = ()
