"""Faults of shape in words: a code, what is wrong, how to fix it. One small function a fault."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from quizapp.bank.diagnostics import (
    MAX_QUOTE_LENGTH,
    Problem,
    did_you_mean,
    join_or,
    make_problem,
    quote,
)
from quizapp.bank.parse.entries import (
    CardKeys,
    DeckPartEntry,
    FactEntry,
    FactKeys,
    HeaderEntry,
    NamedCardEntry,
    SettingsEntry,
)
from quizapp.bank.parse.foreign_keys import find_foreign_key
from quizapp.bank.parse.validation_errors import SHAPE_NAMES, ValidationIssue
from quizapp.bank.parse.versions import RESERVED_KEYS, reserved_key_words
from quizapp.bank.place import Place
from quizapp.bank.yaml.nodes import KeyGroup, Node, shape_of


class _ShapeMessage(NamedTuple):
    """How a fault reads."""

    code: str
    message: str
    fix: str


def describe_issue(found: ValidationIssue) -> Problem:
    """Return `found` as a problem."""
    is_empty = found.node == "" and found.kind in _EMPTY_VALUE_ERRORS
    words = _empty_value(found) if is_empty else _MESSAGES.get(found.kind, _invalid_value)(found)
    problem = make_problem(words.code, found.place, words.message, words.fix)
    is_citation = words.code == "B109" and found.key == "source"
    return replace(problem, cause=_cited_name(str(found.node))) if is_citation else problem


def bad_source_id_problem(name: str, place: Place) -> Problem:
    """Return the fault of the id of a source, which is that of all that cite it as well."""
    return replace(bad_id_problem(name, place), cause=_cited_name(name))


def not_a_group_problem(what: str, node: Node, place: Place) -> Problem:
    """Return the fault of a `node` that should be a group of keys; `what` it is: "a fact"."""
    message = f"{what} must be a group of keys, not {SHAPE_NAMES[shape_of(node)]}"
    return make_problem("B108", place, message, "write its keys, one a line")


def bad_id_problem(name: str, place: Place) -> Problem:
    """Return the fault of a `name` that is no id."""
    words = _not_an_id(name)
    return make_problem(words.code, place, words.message, words.fix)


def duplicate_id_problem(what: str, name: str, place: Place, before: Place) -> Problem:
    """Return the fault of an id that is taken: it is given at `before`, too."""
    where = f"line {before.line}" if before.file == place.file else f"{before.file}:{before.line}"
    message = f"the id `{quote(name)[1:-1]}` is that of another {what}, in {where}"
    return make_problem("B110", place, message, "give one of them another id")


def _missing_key(found: ValidationIssue) -> _ShapeMessage:
    """Return the words for a key that must be there."""
    fix = f"add `{found.key}:`"
    if found.key == "answer" and issubclass(found.model, FactKeys):
        fix += ", or `cards:` where the fact has several"
    return _ShapeMessage("B107", f"`{found.key}` is missing", fix)


def _empty_value(found: ValidationIssue) -> _ShapeMessage:
    """Return the words for a key without a value."""
    return _ShapeMessage("B107", f"{found.subject} is empty", "write its text, or remove it")


def _unknown_key(found: ValidationIssue) -> _ShapeMessage:
    """Return the words for a key in a place where it does not belong."""
    key, keys = found.key, found.model.model_fields
    if key in RESERVED_KEYS:
        return _ShapeMessage("B117", *reserved_key_words(key))
    if found.is_bare and not found.cut_number:
        return _ShapeMessage("B106", *cut_text_words(key))
    misplaced = _foreign_key(found) or _misplaced_key(found)
    if misplaced:
        return misplaced
    fix = did_you_mean(key, keys) or f"known here: {', '.join(keys)}"
    return _ShapeMessage("B106", f"unknown key `{quote(key)[1:-1]}`", fix)


def cut_text_words(key: str) -> tuple[str, str]:
    """Return what is told of a piece of text that a comma made a `key`, and how to fix it."""
    return (
        f"{quote(key)} is read as a key: inside `{{…}}` a comma ends text without quotes",
        "put the whole text in quotes",
    )


def _foreign_key(found: ValidationIssue) -> _ShapeMessage | None:
    """Return the words for a key that other programs know, or that commas cut from a number."""
    if found.cut_number:
        return _cut_number(found.cut_number)
    foreign = find_foreign_key(found.model, found.key, found.beside)
    return foreign and _ShapeMessage("B106", foreign.message, foreign.fix)


def _misplaced_key(found: ValidationIssue) -> _ShapeMessage | None:
    """Return the words for a key that belongs elsewhere in a deck; None where it does not."""
    key = found.key
    if issubclass(found.model, FactEntry) and key in CardKeys.model_fields:
        return _ShapeMessage("B111", f"`{key}` is beside `cards`", "move it into one of the cards")
    if issubclass(found.model, NamedCardEntry) and key in FactKeys.model_fields:
        return _ShapeMessage(
            "B111", f"`{key}` belongs to the fact, not to a card", "move it to the fact"
        )
    if found.model is DeckPartEntry and key in HeaderEntry.model_fields:
        return _ShapeMessage("B111", f"`{key}` belongs in deck.yaml", "move it there")
    if found.model is HeaderEntry and key in SettingsEntry.model_fields:
        return _ShapeMessage("B111", f"`{key}` belongs under `settings`", "move it there")
    return None


def _cut_number(number: str) -> _ShapeMessage:
    """Return the words for a `number` that the commas in it cut into several keys."""
    return _ShapeMessage(
        "B106",
        f"inside `{{…}}` a comma ends a value, so {number} is cut into pieces",
        f"write {number.replace(',', '')}, or put it in quotes",
    )


def _malformed_text(found: ValidationIssue) -> _ShapeMessage:
    """Return the words for text that is not of the form its key asks for."""
    if found.key == "source":
        return _not_a_citation(str(found.node))
    if found.key in _EXPECTED_FORMS:
        what, fix = _EXPECTED_FORMS[found.key]
        return _ShapeMessage("B109", f"{quote(str(found.node))} {what}", fix)
    return _not_an_id(str(found.node))


def _not_an_id(text: str) -> _ShapeMessage:
    """Return the words for `text` where an id is due, with one that could be meant."""
    slug = _id_like(text)
    example = f": {slug}" if slug else ""
    return _ShapeMessage("B109", f"{quote(text)} is not an id", f"use a-z, 0-9 and dashes{example}")


def _id_like(text: str) -> str:
    """Return an id that could be meant by `text`; "" where none is near."""
    words = "".join(c if c.isalnum() else " " for c in text[:MAX_QUOTE_LENGTH].lower()).split()
    slug = "-".join(words)
    return slug if slug.isascii() else ""


def _not_a_citation(text: str) -> _ShapeMessage:
    """Return the words for `text` where a source and its sentence are due."""
    text = text[:_LONGEST_CITATION]
    name, number = _cited_name(text), _CITED_SENTENCE.search(text)
    slug = _id_like(name)
    meant = f"{slug}#{number['sentence']}" if slug and number else slug or "levy1997#7"
    fix = f"write {meant}"
    if slug != name:
        fix += ": ids are a-z, 0-9 and dashes, that under `sources`, too"
    return _ShapeMessage("B109", f"{quote(text)} is not a source and sentence", fix)


def _cited_name(text: str) -> str:
    """Return the name of the source in a citation, whatever its form."""
    return _CITED_SENTENCE.sub("", text[:_LONGEST_CITATION]).strip(" #")


_LONGEST_CITATION = 200
# The number at the end, behind its sign, a space or a word: levy1997 # 7, levy 7.
_CITED_SENTENCE = re.compile(r"(?:\s*#\s*|\s+)(?:[a-z.]{1,9}\s*)?(?P<sentence>[1-9][0-9]{0,5})\s*$")
_EXPECTED_FORMS = {
    "confuse_with": ("is not the id of a fact", "write the fact's id, or deck/id"),
    "language": ("is not a language code", "write one such as en or pt-BR"),
}


def _not_text(found: ValidationIssue) -> _ShapeMessage:
    """Return the words for a list or group where text is due."""
    node = found.node
    if isinstance(node, KeyGroup) and node.deck_text.text.startswith("{", node.start):
        return _ShapeMessage(
            "B108",
            f"{found.subject} opens with a gap and needs quotes: YAML takes it for a group of keys",
            f'put the whole text in quotes: {found.key}: "{{{next(iter(node), "answer")}}} …"',
        )
    return _ShapeMessage(
        "B108", f"{found.subject} must be text, not {found.shape}", "write one text"
    )


def _not_a_list(found: ValidationIssue) -> _ShapeMessage:
    """Return the words for something that is no list where one is due."""
    example = f": [{quote(found.node)[1:-1]}]" if isinstance(found.node, str) else ""
    return _ShapeMessage(
        "B108",
        f"{found.subject} must be a list, not {found.shape}",
        f"put it in brackets{example}",
    )


def _not_a_group(found: ValidationIssue) -> _ShapeMessage:
    """Return the words for something that is no group of keys where one is due."""
    return _ShapeMessage(
        "B108",
        f"{found.subject} must be a group of keys, not {found.shape}",
        "write its keys below it, indented",
    )


def _wrong_shape(found: ValidationIssue) -> _ShapeMessage:
    """Return the words for a value of a shape that its key does not take."""
    allowed = [name for name in SHAPE_NAMES if f"'{name}'" in found.details["expected_tags"]]
    wanted = " or ".join(SHAPE_NAMES[name] for name in allowed)
    return _ShapeMessage(
        "B108",
        f"{found.subject} must be {wanted}, not {found.shape}",
        "see the examples in decks/README.md",
    )


def _too_few_members(found: ValidationIssue) -> _ShapeMessage:
    """Return the words for too few members."""
    least = found.details["min_length"]
    noun = "member" if least == 1 else "members"
    return _ShapeMessage("B107", f"{found.subject} needs at least {least} {noun}", "add some")


def _not_allowed_value(found: ValidationIssue) -> _ShapeMessage:
    """Return the words for a value that is none of those allowed."""
    allowed = str(found.details["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
    return _ShapeMessage(
        "B108",
        f"{quote(str(found.node))} is not allowed as {found.subject}",
        did_you_mean(str(found.node), allowed) or f"write {join_or(allowed)}",
    )


def _out_of_range(found: ValidationIssue) -> _ShapeMessage:
    """Return the words for a number outside its bounds."""
    bounds = {"ge": "at least", "le": "at most"}
    wanted = next(
        f"{word} {found.details[key]}" for key, word in bounds.items() if key in found.details
    )
    return _ShapeMessage("B108", f"{found.subject} must be {wanted}", f"write a number of {wanted}")


def _invalid_value(found: ValidationIssue) -> _ShapeMessage:
    """Return the words for a value that its key cannot be."""
    fix = _FIXES.get(found.kind, "write another value")
    return _ShapeMessage("B108", f"{found.subject} {found.details['msg']}", fix)


def _not_an_amount(found: ValidationIssue) -> _ShapeMessage:
    """Return the words for text that is no amount."""
    return _ShapeMessage(
        "B415", f"{quote(str(found.node))} {found.details['reason']}", str(found.details["fix"])
    )


_FIXES = {
    "truth": "write `true` or `false`, without quotes",
    "whole_number": "write digits alone",
    "number": "write digits alone, with a point before decimals; text belongs in quotes",
    "term": "give the term alone, as the source writes it: [elevated]",
}

# What pydantic says of a key with nothing behind its colon.
_EMPTY_VALUE_ERRORS = (
    "tuple_type",
    "dict_type",
    "model_type",
    "union_tag_invalid",
    "truth",
    "number",
)

_MESSAGES: Mapping[str, Callable[[ValidationIssue], _ShapeMessage]] = {
    "missing": _missing_key,
    "extra_forbidden": _unknown_key,
    "string_too_short": _empty_value,
    "string_pattern_mismatch": _malformed_text,
    "string_type": _not_text,
    "tuple_type": _not_a_list,
    "dict_type": _not_a_group,
    "model_type": _not_a_group,
    "union_tag_invalid": _wrong_shape,
    "too_short": _too_few_members,
    "literal_error": _not_allowed_value,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "amount": _not_an_amount,
}
