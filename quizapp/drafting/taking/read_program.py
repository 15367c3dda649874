"""Cards in lines of a program: objects of JavaScript, tuples and calls of Python, SQL rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from quizapp.bank.yaml.nodes import UnquotedNumber
from quizapp.drafting.taking.model import RawCard, RawValue, ReadCards
from quizapp.drafting.taking.read_structured import is_card

_TOKEN = re.compile(
    r"(?P<note>//[^\n]*|/\*.*?\*/|\#[^\n]*)"
    r"|(?P<text>[fru]?(?:\"\"\".*?\"\"\"|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`[^`]*`))"
    r"|(?P<number>-?\d+(?:\.\d+)?(?![\w.]))|(?P<name>[^\W\d][\w.]*)|(?P<sign>[()\[\]{},=:])",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_MAX_DEPTH = 12
_BARE = ("ask", "answer", "source")


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int


@dataclass(slots=True)
class _Group:
    """What stands in a pair of brackets: values by their names, and those without."""

    at: int
    named: dict[str, "_Value"] = field(default_factory=dict)
    bare: list["_Value"] = field(default_factory=list)


_Value: TypeAlias = "str | _Group"


def read_program(lines: Sequence[str], start: int) -> ReadCards:
    """Return the cards of the program in `lines`, the first of which is line `start`."""
    text = "\n".join(lines)
    tokens = [
        _Token(found.lastgroup or "", found[0], found.start())
        for found in _TOKEN.finditer(text)
        if found.lastgroup != "note"
    ]
    if not any(token.kind == "text" for token in tokens):
        return ReadCards()
    parser = _Parser(tokens)
    cards = [
        RawCard(start + text.count("\n", 0, group.at), fields)
        for value in parser.values()
        for group, fields in _cards_in(value)
    ]
    return ReadCards(tuple(cards))


class _Parser:
    """One pass over the tokens; what is no value is passed over."""

    def __init__(self, tokens: Sequence[_Token]) -> None:
        self.tokens = tokens
        self.at = 0

    def values(self) -> Iterator[_Value]:
        """Yield the values that stand by themselves."""
        while self.at < len(self.tokens):
            value = self.value(0)
            if isinstance(value, _Group):
                yield value

    def value(self, depth: int) -> "_Value | None":
        """Return the value that begins here, and go behind it; None where none does."""
        token = self.tokens[self.at]
        self.at += 1
        if token.kind == "text":
            parts = [_unquote(token.text)]
            while self.at < len(self.tokens) and self.tokens[self.at].kind == "text":
                parts.append(_unquote(self.tokens[self.at].text))
                self.at += 1
            return "".join(parts)
        if token.kind == "number":
            return UnquotedNumber(token.text)
        if token.text in _CLOSING and depth < _MAX_DEPTH:
            return self.group(token, depth)
        if token.kind == "name" and self.peek() == "(":  # a call is the group that it is given
            self.at += 1
            return self.group(self.tokens[self.at - 1], depth)
        return token.text if token.kind == "name" and depth else None

    def group(self, opening: _Token, depth: int) -> _Group:
        """Return the group that `opening` begins."""
        group = _Group(opening.at)
        closing = _CLOSING[opening.text]
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.text in _CLOSING.values():
                self.at += 1
                if token.text == closing:
                    break
                continue
            following = self.peek(1)
            if token.kind in {"name", "text", "number"} and following in {":", "="}:
                self.at += 2
                name = _unquote(token.text) if token.kind == "text" else token.text
                if self.at < len(self.tokens) and self.peek() not in _CLOSING.values():
                    value = self.value(depth + 1)
                    if value is not None:
                        group.named.setdefault(name, value)
                continue
            value = self.value(depth + 1)
            if value is not None:
                group.bare.append(value)
        return group

    def peek(self, ahead: int = 0) -> str:
        """Return the token that comes next, "" for none."""
        place = self.at + ahead
        return self.tokens[place].text if place < len(self.tokens) else ""


def _unquote(text: str) -> str:
    inside = text.lstrip("fru") if text[0] in "fru" else text
    width = 3 if inside.startswith('"""') else 1
    return _ESCAPE.sub(
        lambda found: {"n": "\n", "t": "\t"}.get(found[1], found[1]), inside[width:-width]
    )


def _cards_in(value: _Value) -> Iterator[tuple[_Group, dict[str, RawValue]]]:
    """Yield the cards in a value, each with the group that it is."""
    if not isinstance(value, _Group):
        return
    fields = {name: _plain(each) for name, each in value.named.items()}
    if is_card(fields):
        yield value, fields
        return
    if value.named and all(name.endswith("?") for name in value.named):
        yield from ((value, {"ask": name, "answer": fields[name]}) for name in value.named)
        return
    if (texts := _texts(value.bare)) and texts[0].rstrip().endswith("?") and len(texts) > 1:
        yield value, dict(zip(_BARE, texts, strict=False))
        return
    for each in (*value.named.values(), *value.bare):
        yield from _cards_in(each)


def _texts(values: Sequence[_Value]) -> list[str]:
    """Return values that are all texts and at most three; nothing of others."""
    texts = [each for each in values if isinstance(each, str)]
    return texts if len(texts) == len(values) <= len(_BARE) else []


def _plain(value: _Value) -> RawValue:
    if isinstance(value, str):
        return value
    if value.named:
        return {name: _plain(each) for name, each in value.named.items()}
    return [_plain(each) for each in value.bare]
