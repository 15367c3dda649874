"""Which of the options is right: by its mark, its letter or its text, and never by a guess."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quizapp.bank.concepts import normalize_text
from quizapp.bank.diagnostics import quote
from quizapp.drafting.taking.labels import Role, fold_label, option_letter, role_of
from quizapp.drafting.taking.model import HoldReason, OptionalValue, RawValue
from quizapp.drafting.taking.text_cleaning import split_mark, straighten

_LETTER = re.compile(r"(?:[^\W\d_]+\s+)?[(\[]?(?P<letter>[A-Za-z]|\d{1,2})[)\].:]?")
_LETTER_AND_TEXT = re.compile(r"[(\[]?(?P<letter>[A-Za-z])(?:[)\].:]|\s[–—-])\s+(?P<text>\S.*)")
_LETTERS = re.compile(r"[A-Ha-h](?:\s*(?:,|;|/|&|\+|\band\b|\bund\b|\by\b|\bet\b)\s*[A-Ha-h])+")
_AND = re.compile(r"\b(?:and|und|et)\b")
_TRUE = {"true", "yes", "1", "x", "correct", "right"}
_FALSE = {"false", "no", "0", ""}
_TEXT_KEYS = {"text", "option", "choice", "value", "content", "answer", "answertext"}
_LETTER_KEYS = {"label", "letter", "id", "key"}
_TRUE_KEYS = {"correct", "iscorrect", "right", "isright", "istrue", "isanswer", "answer"}
_UNCLEAR = "unclear answer"


@dataclass(frozen=True, slots=True)
class OfferedOption:
    """An option: its letter ("" for none), its text, whether it is marked, why it is wrong."""

    letter: str
    text: str
    is_right: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The options that are right, in their order; or why that is not known."""

    right: tuple[OfferedOption, ...] = ()
    fault: HoldReason | None = None


def read_options(value: RawValue) -> list[OfferedOption]:
    """Return the options that a value lists: texts, groups with a text, or texts by letter."""
    if isinstance(value, str):
        parts = [each for each in re.split(r"\s*[;|\n]\s*", value) if each]
        return _without_letters([_marked(OfferedOption("", each)) for each in parts])
    if isinstance(value, Mapping):
        by_letter = [_read_option(each, key) for key, each in value.items()]
        if all(option_letter(key) for key in value):
            return [replace(each, letter=option_letter(each.letter)) for each in by_letter]
        # Texts by themselves, each with its reason.
        return [
            OfferedOption("", straighten(key), reason=_text_of(each)) for key, each in value.items()
        ]
    return _without_letters([_read_option(each, "") for each in value])


def _read_option(value: RawValue, letter: str) -> OfferedOption:
    """Return one option."""
    if isinstance(value, str):
        return _marked(OfferedOption(letter, straighten(value)))
    if not isinstance(value, Mapping):
        return OfferedOption(letter, "")
    parts = {_part_of(key, each): straighten(_text_of(each)) for key, each in value.items()}
    if "text" not in parts and len(value) == 1:  # `- A: liver`, or `- liver: It is no gland.`
        ((key, each),) = value.items()
        if option_letter(key):
            return _marked(OfferedOption(option_letter(key), straighten(_text_of(each))))
        return OfferedOption("", straighten(key), reason=straighten(_text_of(each)))
    named = letter or option_letter(parts.get("letter", ""))
    found = _marked(OfferedOption(named, parts.get("text", ""), reason=parts.get("reason", "")))
    is_right = parts.get("mark", "").casefold() in _TRUE
    return replace(found, is_right=is_right or found.is_right)


def _part_of(key: str, value: RawValue) -> str:
    """Return which part of an option stands under a key: its mark, text, letter or reason."""
    name = fold_label(key)
    if name in _TRUE_KEYS and _text_of(value).casefold() in {*_TRUE, *_FALSE}:
        return "mark"
    if role_of(key) in {Role.WHY, Role.REASONS}:
        return "reason"
    return "text" if name in _TEXT_KEYS else "letter" if name in _LETTER_KEYS else key


def _text_of(value: RawValue) -> str:
    return value if isinstance(value, str) else ""


def _marked(option: OfferedOption) -> OfferedOption:
    """Return an option without the star that calls it right."""
    plain, is_marked = split_mark(option.text)
    return replace(option, text=plain, is_right=is_marked)


def _without_letters(options: Sequence[OfferedOption]) -> list[OfferedOption]:
    """Return options whose texts open with A), B), C) in a row with these as their letters."""
    found = [_LETTER_AND_TEXT.fullmatch(each.text) for each in options]
    letters = "".join(match["letter"].upper() for match in found if match)
    if len(options) == 1 or letters != "ABCDEFGHIJKLMNOP"[: len(options)]:
        return list(options)
    return [
        replace(each, letter=match["letter"].upper(), text=match["text"])
        for each, match in zip(options, found, strict=True)
        if match
    ]


def choose(options: Sequence[OfferedOption], answer: OptionalValue, index: OptionalValue) -> Chosen:
    """Return which `options` are right, going by their marks, and by the `answer` or its index."""
    marked = tuple(each for each in options if each.is_right)
    said: Chosen | None = None
    if isinstance(index, str):
        said = _by_index(options, index)
    elif isinstance(answer, str):
        said = _by_text(options, straighten(answer))
    elif answer is not None and not isinstance(answer, Mapping):
        said = _by_texts(options, [straighten(_text_of(each)) for each in answer])
    if said is None:
        return Chosen(marked) if marked else Chosen(fault=_no_answer())
    if marked and said.right and marked != said.right:
        return Chosen(fault=_unclear("the mark and the answer name different options"))
    return said if said.right or not marked else Chosen(marked)


def _by_index(options: Sequence[OfferedOption], index: str) -> Chosen:
    """Return the option at an index, which counts from 0 as in every such key."""
    if index.isdecimal() and int(index) < len(options):
        return Chosen((options[int(index)],))
    return Chosen(fault=_unclear(f"there is no option {quote(index)}"))


def _by_texts(options: Sequence[OfferedOption], answers: Sequence[str]) -> Chosen:
    """Return the options that several answers name."""
    right: list[OfferedOption] = []
    for each in answers:
        found = _by_text(options, each)
        if found.fault is not None:
            return found
        right += (one for one in found.right if one not in right)
    return Chosen(tuple(right)) if right else Chosen(fault=_no_answer())


def _by_text(options: Sequence[OfferedOption], answer: str) -> Chosen:
    """Return the option that an answer names, by its text or by its letter."""
    if not answer:
        return Chosen(fault=_no_answer())
    same = [each for each in options if normalize_text(each.text) == normalize_text(answer)]
    letter = _LETTER.fullmatch(answer)
    lettered = _at_letter(options, letter["letter"]) if letter else None
    if same and lettered and lettered not in same:
        return Chosen(fault=_unclear(f"{quote(answer)} is one option's letter and another's text"))
    if found := lettered or next(iter(same), None):
        return Chosen((found,))
    return (
        Chosen(fault=_unclear(f"there is no option {quote(answer)}"))
        if letter
        else _by_parts(options, answer)
    )


def _by_parts(options: Sequence[OfferedOption], answer: str) -> Chosen:
    """Return the options that an answer names by several letters, or by a letter and a text."""
    if _LETTERS.fullmatch(answer):
        return _by_texts(options, re.findall(r"\b[A-Ha-h]\b", _AND.sub(",", answer)))
    if both := _LETTER_AND_TEXT.fullmatch(answer):
        found = _at_letter(options, both["letter"])
        if found and normalize_text(found.text) in normalize_text(both["text"]):
            return Chosen((found,))
        return Chosen(fault=_unclear(f"{quote(answer)} is not what that option says"))
    return Chosen(fault=_unclear(f"the answer {quote(answer)} is none of the options"))


def _at_letter(options: Sequence[OfferedOption], letter: str) -> OfferedOption | None:
    """Return the option of a letter; options without letters are counted, by letters alone."""
    name = option_letter(letter) or letter.upper()
    if any(each.letter for each in options):
        return next((each for each in options if each.letter.upper() == name), None)
    place = ord(name) - ord("A") if len(name) == 1 else -1
    return options[place] if 0 <= place < len(options) else None


def _unclear(message: str) -> HoldReason:
    return HoldReason(_UNCLEAR, message, "write the right option out as the answer")


def _no_answer() -> HoldReason:
    return HoldReason("no answer", "no answer is given", "write the right answer")


def split_texts(value: OptionalValue) -> Iterator[OfferedOption]:
    """Yield wrong answers: of a text with several, those that semicolons (else commas) part."""
    if value is None:
        return
    if isinstance(value, str) and not re.search(r"[;|\n]", value):
        value = [each.strip() for each in value.split(", ")]
    yield from (each for each in read_options(value) if each.text)
