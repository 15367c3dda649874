"""Faults of shape in words: a code, what is wrong, how to mend it. One small function a fault."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from quizapp.bank.entries import (
    CardEntry,
    CardKeys,
    FactEntry,
    FactKeys,
    HeaderEntry,
    PartEntry,
)
from quizapp.bank.fault import LONGEST_QUOTE, did_you_mean, fault, one_of, quoted
from quizapp.bank.finding import SHAPES, Finding
from quizapp.bank.nodes import Group
from quizapp.bank.problem import Problem


class Words(NamedTuple):
    """How a fault reads."""

    code: str
    message: str
    mend: str


def in_words(found: Finding) -> Problem:
    """Return `found` as a problem."""
    is_empty = found.node == "" and found.kind in NOTHING_THERE
    words = empty(found) if is_empty else WORDS.get(found.kind, unfit)(found)
    return fault(words.code, found.place, words.message, words.mend)


def missing(found: Finding) -> Words:
    """Return the words for a key that must be there."""
    mend = f"add `{found.key}:`"
    if found.key == "answer" and issubclass(found.model, FactKeys):
        mend += ", or `cards:` where the fact has several"
    return Words("B107", f"`{found.key}` is missing", mend)


def empty(found: Finding) -> Words:
    """Return the words for a key without a value."""
    return Words("B107", f"{found.subject} is empty", "write its text, or remove it")


def unknown_key(found: Finding) -> Words:
    """Return the words for a key that does not belong where it stands."""
    key, keys = found.key, found.model.model_fields
    if found.node == "" and (" " in key or key.endswith("?")):
        return Words(
            "B106",
            f"{quoted(key)} is read as a key: inside `{{…}}` a comma ends text without quotes",
            "put the whole text in quotes",
        )
    if issubclass(found.model, FactEntry) and key in CardKeys.model_fields:
        return Words("B111", f"`{key}` stands beside `cards`", "move it into one of the cards")
    if found.model is CardEntry and key in FactKeys.model_fields:
        return Words("B111", f"`{key}` belongs to the fact, not to a card", "move it to the fact")
    if found.model is PartEntry and key in HeaderEntry.model_fields:
        return Words("B111", f"`{key}` belongs in deck.yaml", "move it there")
    mend = did_you_mean(key, keys) or f"known here: {', '.join(keys)}"
    return Words("B106", f"unknown key `{quoted(key)[1:-1]}`", mend)


def bad_id(found: Finding) -> Words:
    """Return the words for text that is not of the form its key asks for."""
    if found.key in FORMS:
        what, mend = FORMS[found.key]
        return Words("B109", f"{quoted(str(found.node))} {what}", mend)
    return no_id(str(found.node))


def no_id(text: str) -> Words:
    """Return the words for `text` where an id is due, with one that could be meant."""
    words = "".join(c if c.isalnum() else " " for c in text[:LONGEST_QUOTE].lower()).split()
    slug = "-".join(words)
    example = f": {slug}" if slug and slug.isascii() else ""
    return Words("B109", f"{quoted(text)} is no id", f"use a-z, 0-9 and dashes{example}")


FORMS = {
    "source": ("names no source and sentence", "write source#sentence: levy1997#7"),
    "confuse_with": ("is no id of a fact", "write the fact's id, or deck/id"),
    "language": ("is no code of a language", "write one such as en or pt-BR"),
}


def no_text(found: Finding) -> Words:
    """Return the words for a list or group where text is due."""
    node = found.node
    if isinstance(node, Group) and node.page.text.startswith("{", node.start):
        return Words(
            "B108",
            f"{found.subject} opens with a gap and needs quotes: YAML takes it for a group of keys",
            f'put the whole text in quotes: {found.key}: "{{{next(iter(node), "answer")}}} …"',
        )
    return Words("B108", f"{found.subject} must be text, not {found.shape}", "write one text")


def no_list(found: Finding) -> Words:
    """Return the words for something that is no list where one is due."""
    example = f": [{quoted(found.node)[1:-1]}]" if isinstance(found.node, str) else ""
    return Words(
        "B108",
        f"{found.subject} must be a list, not {found.shape}",
        f"put it in brackets{example}",
    )


def no_group(found: Finding) -> Words:
    """Return the words for something that is no group of keys where one is due."""
    return Words(
        "B108",
        f"{found.subject} must be a group of keys, not {found.shape}",
        "write its keys below it, indented",
    )


def other_shape(found: Finding) -> Words:
    """Return the words for a value of a shape that its key does not take."""
    allowed = [name for name in SHAPES if f"'{name}'" in found.details["expected_tags"]]
    wanted = " or ".join(SHAPES[name] for name in allowed)
    return Words(
        "B108",
        f"{found.subject} must be {wanted}, not {found.shape}",
        "see the examples in decks/README.md",
    )


def too_short(found: Finding) -> Words:
    """Return the words for too few members."""
    least = found.details["min_length"]
    noun = "member" if least == 1 else "members"
    return Words("B107", f"{found.subject} needs at least {least} {noun}", "add some")


def not_among(found: Finding) -> Words:
    """Return the words for a value that is none of those allowed."""
    allowed = str(found.details["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
    return Words(
        "B108",
        f"{quoted(str(found.node))} is not allowed as {found.subject}",
        did_you_mean(str(found.node), allowed) or f"write {one_of(allowed)}",
    )


def beyond(found: Finding) -> Words:
    """Return the words for a number outside its bounds."""
    bounds = {"ge": "at least", "le": "at most"}
    wanted = next(
        f"{word} {found.details[key]}" for key, word in bounds.items() if key in found.details
    )
    return Words("B108", f"{found.subject} must be {wanted}", f"write a number of {wanted}")


def unfit(found: Finding) -> Words:
    """Return the words for a value that its key cannot be."""
    mend = MENDS.get(found.kind, "write another value")
    return Words("B108", f"{found.subject} {found.details['msg']}", mend)


MENDS = {
    "truth": "write `true` or `false`, without quotes",
    "whole_number": "write digits alone",
    "number": "write digits alone, with a point before decimals; text belongs in quotes",
}

# What pydantic says of a key with nothing behind its colon.
NOTHING_THERE = ("tuple_type", "dict_type", "model_type", "union_tag_invalid", "truth", "number")

WORDS: Mapping[str, Callable[[Finding], Words]] = {
    "missing": missing,
    "extra_forbidden": unknown_key,
    "string_too_short": empty,
    "string_pattern_mismatch": bad_id,
    "string_type": no_text,
    "tuple_type": no_list,
    "dict_type": no_group,
    "model_type": no_group,
    "union_tag_invalid": other_shape,
    "too_short": too_short,
    "literal_error": not_among,
    "greater_than_equal": beyond,
    "less_than_equal": beyond,
}
