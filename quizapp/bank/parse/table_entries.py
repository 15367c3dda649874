"""What an author may write of a table, key by key: its columns, its rows, their cells."""

from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from quizapp.bank.parse.entries import (
    Entry,
    ImageEntry,
    LintEntry,
    NamedCardEntry,
    UntrueEntry,
)
from quizapp.bank.parse.value_types import (
    AnswerMembers,
    Boolean,
    Citations,
    FactReference,
    Id,
    KindName,
    LanguageCode,
    NearChoice,
    NonNegativeNumber,
    Number,
    Text,
    Texts,
)
from quizapp.bank.yaml.nodes import MAX_MEMBERS

_MAX_COLUMNS = 100


class CellEntry(NamedCardEntry):
    """A cell of a table with more to say than its answer, as it is once its column is added."""

    say: Text = Field(default="", description="The sentence of the column.")


class ColumnEntry(Entry):
    """What all cells of a column have in common. `{row}` stands for the name of the row."""

    name: Text = Field(
        default="",
        description="What it holds, where its id does not read well: percentage of patients.",
    )
    ask: Text = Field(
        default="",
        description="The question, with {row} in it: How many patients did {row} report?",
    )
    say: Text = Field(
        default="",
        description="The sentence, with {row} and the column's own gap: {row} reported {patients}.",
    )
    reverse: Text = Field(
        default="",
        description="A question for the row, with the column in it: Which series had {patients} "
        "patients? It is asked where no other row has the same value.",
    )
    source: Citations = Field(
        default=(), description="Where its cells are said, in place of the source of the row."
    )
    unit: Text = Field(default="", description="The unit of its numbers.")
    of: Number | None = Field(default=None, description="The denominator of its numbers.")
    tolerance: NonNegativeNumber = Field(
        default=Decimal(0), description="How far off its numbers may be."
    )
    near: NearChoice = None
    among: AnswerMembers = Field(default=(), description="All the answers there are.")
    choose_from: Text = Field(
        default="",
        description="`column`: the values of other rows are wrong here. Or a type of concept.",
    )
    language: LanguageCode = Field(
        default="", description="The language of its answers, where it is not that of the deck."
    )
    code: Boolean = Field(
        default=False, description="true has its answers judged to the letter: commands, formulas."
    )
    kind: KindName = None
    exam: Boolean = Field(default=True, description="false keeps its cells out of exams.")


class RowEntry(Entry):
    """What a row says beside its cells, which stand under the ids of their columns."""

    nested: ClassVar[dict[str, "type[Entry]"]] = {
        "untrue": UntrueEntry,
        "lint": LintEntry,
        "image": ImageEntry,
    }

    name: Text = Field(description="The words for {row}, as in the middle of a sentence.")
    source: Citations = Field(default=(), description="Where it is said: levy1997#7, or a list.")
    why: Text = Field(default="", description="Why it is so; shown after an answer.")
    note: Text = Field(default="", description="A remark on the right answers of its cells.")
    mnemonic: Text = Field(default="", description="A bridge for the memory.")
    confuse_with: Annotated[tuple[FactReference, ...], Field(max_length=MAX_MEMBERS)] = Field(
        default=(), description="Rows and facts easily taken for it: table/row, an id, deck/id."
    )
    untrue: Annotated[tuple[UntrueEntry, ...], Field(max_length=MAX_MEMBERS)] = Field(
        default=(), description="False statements about it."
    )
    image: ImageEntry | None = Field(default=None, description="A picture: a file beside the deck.")
    tags: Texts = Field(default=(), description="Words to select by, beside those of the table.")
    hedged: Boolean = Field(default=False, description="true where its source says some or often.")
    status: Literal["draft", "reviewed"] = Field(
        default="reviewed", description="A draft stays out of every session and export."
    )
    exam: Boolean = Field(default=True, description="false keeps it out of exams.")
    lint: LintEntry | None = Field(default=None, description="Rules set aside, and why.")


class TableKeys(Entry):
    """What a table says beside its columns and rows; rows that say nothing else take it over."""

    id: Id = Field(description="Its name for ever: a learner's history hangs on it.")
    row: Text = Field(description="What a row is: series, muscle, country.")
    source: Citations = Field(default=(), description="Where it is said.")
    tags: Texts = Field(default=(), description="Words to select by, for all its rows.")
    status: Literal["draft", "reviewed"] = Field(
        default="reviewed", description="draft keeps all its rows out of sessions."
    )
    exam: Boolean = Field(default=True, description="false keeps all its rows out of exams.")
    lint: LintEntry | None = Field(default=None, description="Rules set aside, and why.")


class TableEntry(TableKeys):
    """A table as it is read: its columns and rows are looked at one by one."""

    columns: Annotated[dict[str, Any], Field(min_length=1, max_length=_MAX_COLUMNS)] = Field(
        description="What is known of each row, by id."
    )
    rows: Annotated[dict[str, Any], Field(min_length=1)] = Field(description="The rows, by id.")
