"""The kinds of value that a key of a deck can take, each with its JSON Schema.

YAML is read as texts, lists and groups; a kind says which text is a number, a boolean or an id.
"""

import re
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    PlainValidator,
    StringConstraints,
    Tag,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from quizapp.bank.amounts import AmountError, Quantity, parse_amount
from quizapp.bank.numerals import parse_decimal
from quizapp.bank.yaml.nodes import MAX_MEMBERS, UnquotedNumber, shape_of

VERSIONS = ("1", "2")  # of the format, the newest last
MAX_TERM_WORDS = 4
_ID_PATTERN = r"^[a-z0-9][a-z0-9-]*$"
IS_ID = re.compile(_ID_PATTERN).fullmatch
_CITATION_PATTERN = r"^[a-z0-9][a-z0-9-]*(#[1-9][0-9]{0,5})?$"
_FACT_PATTERN = r"^([a-z0-9][a-z0-9-]*/){0,2}[a-z0-9][a-z0-9-]*$"
_IMAGE_PATTERN = r"\.([pP][nN][gG]|[jJ][pP][eE]?[gG]|[gG][iI][fF]|[wW][eE][bB][pP]|[sS][vV][gG])$"
_LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
_UNSOUND = object()  # an amount that has a fault of its own
_BOOLEANS = dict.fromkeys(("true", "True", "TRUE"), True)  # those of YAML 1.2
_BOOLEANS |= dict.fromkeys(("false", "False", "FALSE"), False)


def _parse_boolean(text: object) -> bool:
    """Return what `true` and `false` say, also True or TRUE; `yes`, `on` and `1` are text."""
    if not isinstance(text, str) or text not in _BOOLEANS:
        raise PydanticCustomError("truth", "must be `true` or `false`")
    return _BOOLEANS[text]


def _parse_whole_number(text: object) -> int:
    """Return the whole number from 0 that `text` says."""
    if not isinstance(text, str) or not re.fullmatch("[0-9]{1,9}", text):
        raise PydanticCustomError("whole_number", "must be a whole number from 0")
    return int(text)


def _parse_number(text: object) -> Decimal:
    """Return the number that `text` says."""
    try:
        return parse_decimal(str(text))
    except ValueError:
        raise PydanticCustomError("number", "must be a number of at most 15 digits") from None


def _check_term(text: str) -> str:
    """Return a term of a source; a sentence of it does not belong in a deck."""
    if len(text.split()) > MAX_TERM_WORDS:
        raise PydanticCustomError("term", "has more than four words")
    return text


def check_answer(value: object) -> object:
    """Return an answer as it is, unless it is a number that no one could type."""
    if isinstance(value, UnquotedNumber):
        _parse_number(value)
    return value


def _parse_amount(text: object) -> Quantity:
    """Return the amount that `text` writes."""
    if not isinstance(text, str):
        raise PydanticKnownError("string_type")
    if not text.strip():
        raise PydanticKnownError("string_too_short", {"min_length": 1})
    try:
        return parse_amount(text)
    except AmountError as error:
        told = {"reason": str(error), "fix": error.fix}
        raise PydanticCustomError("amount", "{reason}", told) from None


def require_answer(value: object, found: ValidationInfo) -> object:
    """Return the answer of a card, which only an amount stands in for.

    Raises:
        PydanticKnownError: there is neither.
    """
    if value is None and found.data.get("amount", _UNSOUND) is None:
        raise PydanticKnownError("missing")
    return value


# An editor that reads `answer: 1984` or `ask: true` sees no text; both are text here.
_TEXT_SCHEMA = WithJsonSchema({"type": ["string", "number", "boolean"], "pattern": r"\S"})
_REASON_SCHEMA = WithJsonSchema({"type": ["string", "number", "boolean", "null"]})
_COUNT_SCHEMA = WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 999_999_999})
_NUMBER_SCHEMA = WithJsonSchema({"type": "number"})
_NON_NEGATIVE_SCHEMA = WithJsonSchema({"type": "number", "minimum": 0})
_RETENTION_SCHEMA = WithJsonSchema({"type": "number", "minimum": 0.7, "maximum": 0.99})
_IMAGE_SCHEMA = WithJsonSchema({"type": "string", "pattern": _IMAGE_PATTERN})
_VERSION_SCHEMA = WithJsonSchema({"enum": [*map(int, VERSIONS), *VERSIONS]})

Text: TypeAlias = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), _TEXT_SCHEMA
]
AmountText: TypeAlias = Annotated[Quantity, PlainValidator(_parse_amount), _TEXT_SCHEMA]
ImagePath: TypeAlias = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), _IMAGE_SCHEMA
]
ReasonText: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True), _REASON_SCHEMA]
Fingerprint: TypeAlias = Annotated[
    str,
    StringConstraints(pattern="^[0-9a-f]{12}$"),
    Field(
        description="Of its sentences: another copy of the text is known by it to be cut alike. "
        "`quizapp source attach --write` writes it."
    ),
]
SourceFile: TypeAlias = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    WithJsonSchema({"type": "string", "pattern": r"\S"}),
    Field(
        description="A file beside the deck with its text, for yourself alone: levy1997.nbib. It "
        "is never exported."
    ),
]
Id: TypeAlias = Annotated[str, StringConstraints(pattern=_ID_PATTERN)]
LanguageCode: TypeAlias = Annotated[str, StringConstraints(pattern=_LANGUAGE_PATTERN)]
FactReference: TypeAlias = Annotated[str, StringConstraints(pattern=_FACT_PATTERN)]
CitationText: TypeAlias = Annotated[str, StringConstraints(pattern=_CITATION_PATTERN)]
Boolean: TypeAlias = Annotated[bool, BeforeValidator(_parse_boolean)]
WholeNumber: TypeAlias = Annotated[int, BeforeValidator(_parse_whole_number), _COUNT_SCHEMA]
Number: TypeAlias = Annotated[Decimal, BeforeValidator(_parse_number), _NUMBER_SCHEMA]
NonNegativeNumber: TypeAlias = Annotated[
    Decimal, Field(ge=0), BeforeValidator(_parse_number), _NON_NEGATIVE_SCHEMA
]
Retention: TypeAlias = Annotated[
    float, Field(ge=0.7, le=0.99), BeforeValidator(_parse_number), _RETENTION_SCHEMA
]
NearChoice: TypeAlias = Annotated[
    Boolean | None,
    Field(
        description="true has numbers near the right one offered as wrong ones; false forbids what "
        "the settings of the deck allow."
    ),
]
NearDefault: TypeAlias = Annotated[
    Boolean, Field(description="true: all number cards that do not say otherwise are `near`.")
]
KindName: TypeAlias = Annotated[
    Literal["bibliography"] | None,
    Field(
        description="bibliography: where something was published. It is searched and exported, and "
        "asked only by `study --kind bibliography`."
    ),
]
FormatName: TypeAlias = Literal[
    "flip", "true-false", "choice", "select", "match", "gap", "order", "number", "typed", "list"
]
Version: TypeAlias = Annotated[Literal["1", "2"], _VERSION_SCHEMA]

Texts: TypeAlias = Annotated[tuple[Text, ...], Field(max_length=MAX_MEMBERS)]
SourceTerms: TypeAlias = Annotated[
    tuple[Annotated[Text, AfterValidator(_check_term)], ...], Field(max_length=MAX_MEMBERS)
]
AnswerMembers: TypeAlias = Annotated[tuple[Text, ...], Field(min_length=2, max_length=MAX_MEMBERS)]
Citations: TypeAlias = Annotated[
    Annotated[CitationText, Tag("text")]
    | Annotated[tuple[CitationText, ...], Field(max_length=MAX_MEMBERS), Tag("list")],
    Discriminator(shape_of),
]
Ids: TypeAlias = Annotated[
    Annotated[Id, Tag("text")]
    | Annotated[tuple[Id, ...], Field(max_length=MAX_MEMBERS), Tag("list")],
    Discriminator(shape_of),
]
WrongAnswersValue: TypeAlias = Annotated[
    Annotated[Texts, Tag("list")]
    | Annotated[dict[Text, ReasonText], Field(max_length=MAX_MEMBERS), Tag("group")],
    Discriminator(shape_of),
]
