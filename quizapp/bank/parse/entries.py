"""What an author may write, key by key: pydantic models that mirror the YAML of a deck.

They check shape (which keys, which kind of value); the descriptions are what an editor shows to an
author. What the words mean together is checked elsewhere.
"""

from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
)

from quizapp.bank.parse.value_types import (
    AmountText,
    AnswerMembers,
    Boolean,
    Citations,
    FactReference,
    Fingerprint,
    FormatName,
    Id,
    Ids,
    ImagePath,
    KindName,
    LanguageCode,
    NearChoice,
    NearDefault,
    NonNegativeNumber,
    Number,
    Retention,
    SourceFile,
    SourceTerms,
    Text,
    Texts,
    Version,
    WholeNumber,
    WrongAnswersValue,
    check_answer,
    require_answer,
)
from quizapp.bank.yaml.nodes import MAX_MEMBERS, shape_of


class Entry(BaseModel):
    """A group of keys. `nested` names the entries below it, for a "did you mean"."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    nested: ClassVar[dict[str, "type[Entry]"]] = {}


# --- the parts of a fact -------------------------------------------------------------------------


class OrderEntry(Entry):
    """Members in one right order."""

    order: AnswerMembers = Field(description="The members in their right order.")


AnswerEntry: TypeAlias = Annotated[
    Annotated[Text, BeforeValidator(check_answer), Tag("text")]
    | Annotated[AnswerMembers, Tag("list")]
    | Annotated[OrderEntry, Tag("group")],
    Discriminator(shape_of),
]


class CardUntrueEntry(Entry):
    """A false statement on one card, written out by the author."""

    say: Text = Field(description="The false statement, a whole sentence.")
    why: Text = Field(default="", description="Why it is false; shown after the answer.")


class UntrueEntry(CardUntrueEntry):
    """A false statement, written out by the author."""

    card: Id | None = Field(
        default=None, description="The card whose answer it gets wrong, where there are several."
    )


class ImageEntry(Entry):
    """A picture of a fact or a card."""

    file: ImagePath = Field(
        description="Its path from the folder of the deck: figures/liver.png. It is there or "
        "in a folder beneath."
    )
    alt: Text = Field(
        description="What it shows, in words: for whoever cannot see it, and for the terminal."
    )
    show: Literal["question", "answer"] = Field(
        default="answer", description="With the question, or with the explanation after an answer."
    )


class LintEntry(Entry):
    """Rules that the author sets aside for one fact."""

    ignore: Texts = Field(description="The codes to set aside: [S103].")
    because: Text = Field(description="Why they do not hold here.")


class CardKeys(Entry):
    """What one card can say."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["answer"]}, {"required": ["amount"]}]}
    )

    ask: Text = Field(default="", description="The question, with its question mark.")
    amount: AmountText | None = Field(
        default=None,
        description="A quantity in place of the answer: 36 +5/-4 M⊙, 0.83 (95% CI 0.75-0.93), "
        "35-250 Hz, < 0.001, 1 in 1030000.",
    )
    asks: Literal["number", "interval"] = Field(
        default="number",
        description="interval: the ends of the error or the confidence interval are asked for.",
    )
    answer: Annotated[AnswerEntry | None, BeforeValidator(require_answer)] = Field(
        default=None,
        validate_default=True,
        description="The right answer. Its shape tells its kind: a word is a term, an unquoted "
        "number a number, [a, b] a list in any order, {order: [a, b]} a sequence.",
    )
    unit: Text = Field(default="", description="The unit of a number: patients, mg/l, %.")
    of: Number | None = Field(
        default=None,
        description="The denominator of a number: 4 of 56. No wrong answer exceeds it.",
    )
    tolerance: NonNegativeNumber = Field(
        default=Decimal(0),
        description="How far off a number may be, in its own unit, and still be right.",
    )
    among: AnswerMembers = Field(
        default=(), description="All the answers there are, the right one among them."
    )
    wrong: WrongAnswersValue = Field(
        default=(),
        description="Wrong answers, each with why it is wrong: {Lyon: It is no capital.}",
    )
    choose_from: Text = Field(
        default="", description="A type of concept: every other concept of it is wrong here."
    )
    also_right: Texts = Field(
        default=(), description="Other right answers, never offered as wrong ones."
    )
    aliases: Texts = Field(
        default=(), description="Other words for the answer, accepted when typed."
    )
    never: Texts = Field(
        default=(), description="Words near the answer that must never be accepted."
    )
    near: NearChoice = None
    equals: Text = Field(
        default="",
        description="Arithmetic over other number cards that must give this number: "
        "round(100 * deaths.answer / cohort-size.answer)",
    )
    language: LanguageCode = Field(
        default="", description="The language of its answer, where it is not that of the deck: la."
    )
    code: Boolean = Field(
        default=False,
        description="true has a typed answer judged to the letter: a command, a formula.",
    )
    said_as: SourceTerms = Field(
        default=(),
        description="How the source words it, at most four words each: [elevated]. For comparing "
        "the card with its source; what is typed is never judged by it.",
    )
    exam: Boolean = Field(default=True, description="false keeps it out of exams.")


class NamedCardEntry(CardKeys):
    """One thing in a fact that a learner can know; what it does not explain, its fact does."""

    nested: ClassVar[dict[str, "type[Entry]"]] = {"untrue": CardUntrueEntry, "image": ImageEntry}

    source: Citations = Field(
        default=(), description="Where it is said, in place of the source of the fact."
    )
    why: Text = Field(default="", description="Why it is so, in place of the fact's `why`.")
    note: Text = Field(
        default="", description="A remark on the right answer, in place of the fact's `note`."
    )
    mnemonic: Text = Field(default="", description="A bridge for the memory of this card.")
    tags: Texts = Field(default=(), description="Words to select by, beside those of the fact.")
    kind: KindName = None
    image: ImageEntry | None = Field(
        default=None, description="A picture, in place of the picture of the fact."
    )
    untrue: Annotated[tuple[CardUntrueEntry, ...], Field(max_length=MAX_MEMBERS)] = Field(
        default=(), description="False statements that get this card wrong, for true-false items."
    )


class FactKeys(Entry):
    """What every fact can say."""

    nested: ClassVar[dict[str, "type[Entry]"]] = {
        "cards": NamedCardEntry,
        "untrue": UntrueEntry,
        "lint": LintEntry,
        "image": ImageEntry,
        "answer": OrderEntry,
    }

    id: Id = Field(description="Its name for ever: a learner's history hangs on it.")
    source: Citations = Field(
        default=(), description="Where it is said, source#sentence: levy1997#7, or a list of them."
    )
    say: Text = Field(
        default="",
        description="The fact as a sentence with a gap for each card: {card} or {card|words}.",
    )
    why: Text = Field(default="", description="Why it is so; shown after an answer.")
    note: Text = Field(
        default="", description="A remark on the right answer; shown after an answer."
    )
    mnemonic: Text = Field(
        default="", description="A bridge for the memory; shown after an answer."
    )
    confuse_with: Annotated[tuple[FactReference, ...], Field(max_length=MAX_MEMBERS)] = Field(
        default=(), description="Facts that are easily taken for this one: an id, or deck/id."
    )
    untrue: Annotated[tuple[UntrueEntry, ...], Field(max_length=MAX_MEMBERS)] = Field(
        default=(), description="False statements about it, for true-false items."
    )
    image: ImageEntry | None = Field(default=None, description="A picture: a file beside the deck.")
    tags: Texts = Field(default=(), description="Words to select by.")
    kind: KindName = None
    hedged: Boolean = Field(
        default=False, description="true where the sentence says some, often or may."
    )
    status: Literal["draft", "reviewed"] = Field(
        default="reviewed", description="A draft stays out of every session and export."
    )
    exam: Boolean = Field(default=True, description="false keeps it out of exams.")
    lint: LintEntry | None = Field(default=None, description="Rules set aside, and why.")


class FactEntry(FactKeys):
    """A fact with named cards."""

    cards: Annotated[dict[Id, NamedCardEntry], Field(min_length=1, max_length=MAX_MEMBERS)] = Field(
        description="What a learner can know of it, by name."
    )


class ShortFactEntry(CardKeys, FactKeys):
    """A fact with one card, which is called `answer`."""


# --- the parts of a deck -------------------------------------------------------------------------


class SourceEntry(Entry):
    """What the deck was distilled from."""

    cite: Text = Field(description="The full citation.")
    short: Text = Field(default="", description="A short form, shown after an answer: Levy 1997.")
    doi: Text = Field(default="", description="Its DOI: 10.1016/…")
    url: Text = Field(default="", description="Where it can be read.")
    sentences: WholeNumber = Field(
        default=0, description="How many sentences it has, so that one that it has not is an error."
    )
    names: Texts = Field(
        default=(), description="What it calls the thing it studies: [GW150914], [RECOVERY]."
    )
    fingerprint: Fingerprint = ""
    text: SourceFile = ""


class ConceptEntry(Entry):
    """A noun of the field."""

    name: Text = Field(description="Its name, as in the middle of a sentence.")
    type: Text = Field(description="What it is: organism, drug; `choose_from` goes by it.")
    aliases: Texts = Field(default=(), description="What else it is called; accepted when typed.")
    never: Texts = Field(default=(), description="What it must never be taken for.")
    is_a: Ids = Field(
        default=(), description="Broader concepts: they are never wrong where it is right."
    )
    background: Boolean = Field(
        default=False,
        description="true where the source does not name it: it serves as a wrong answer.",
    )
    code: Boolean = Field(
        default=False, description="true has its names judged to the letter when typed: chmod +x."
    )
    source: Citations = Field(default=(), description="Where the source speaks of it.")
    tags: Texts = Field(default=(), description="Words to select by.")


class SettingsEntry(Entry):
    """How the author would have the deck learned; a learner may set it otherwise."""

    formats: Annotated[tuple[FormatName, ...], Field(max_length=MAX_MEMBERS)] = Field(
        default=(), description="The formats to ask in; all when left out."
    )
    introduce: Boolean = Field(default=False, description="true shows a new fact before asking it.")
    retention: Retention | None = Field(
        default=None, description="The chance of recall to aim at, 0.7 to 0.99."
    )
    new_per_day: WholeNumber | None = Field(default=None, description="New cards a day.")
    reviews_per_day: WholeNumber | None = Field(default=None, description="Reviews a day.")
    spelling: Literal["forgiving", "strict"] = Field(
        default="forgiving", description="strict: a slip of spelling scores nothing in an exam."
    )
    near: NearDefault = False
    exam: Literal["all", "signed"] = Field(
        default="all", description="signed: only cards that somebody signed are in exams."
    )


class DeckPartEntry(Entry):
    """A further file of a deck that is a folder."""

    concepts: dict[str, Any] = Field(default={}, description="The nouns of the field, by id.")
    facts: tuple[Any, ...] = Field(default=(), description="The facts.")
    tables: tuple[Any, ...] = Field(default=(), description="Facts of one shape, in rows.")


class HeaderEntry(Entry):
    """A deck; its sources, concepts and facts are looked at one by one."""

    nested: ClassVar[dict[str, "type[Entry]"]] = {"settings": SettingsEntry}

    quizapp: Version = Field(description="The version of this format.")
    deck: Id = Field(description="Its name for ever: a-z, 0-9 and dashes.")
    title: Text = Field(description="What it is called on screen.")
    language: LanguageCode = Field(
        default="en", description="The language of its texts, as in en or pt-BR."
    )
    tags: Texts = Field(default=(), description="Words to select by, for all its facts.")
    sources: dict[str, Any] = Field(default={}, description="What it was distilled from, by id.")
    settings: SettingsEntry | None = Field(
        default=None, description="How the author would have it learned."
    )
    opposites: Annotated[tuple[AnswerMembers, ...], Field(max_length=MAX_MEMBERS)] = Field(
        default=(), description="Groups of words that exclude each other: [[proximal, distal]]."
    )
    concepts: dict[str, Any] = Field(default={}, description="The nouns of the field, by id.")
    facts: tuple[Any, ...] = Field(default=(), description="The facts.")
    tables: tuple[Any, ...] = Field(default=(), description="Facts of one shape, in rows.")
