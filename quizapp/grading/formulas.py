"""Formulas: two are one where they differ by nothing but the order of summands and factors.

A formula is read into a tree whose sums and products are sorted. Nothing is computed, and what
cannot be read as a formula is none.
"""

import re
from functools import lru_cache
from typing import Any

from quizapp.grading.fold import clean

_ATOM = re.compile(
    r"\d+(?:\.\d+)?|sqrt|log|ln|exp|arc(?:sin|cos|tan)|sinh?|cosh?|tanh?|lim|pi\b"
    r"|[^\W\d_]|[-+*/^()√]"
)
_RELATION = re.compile(r"(<=|>=|!=|≠|≤|≥|≈|~|[=<>])")
_ARROW = re.compile(r"\s*(->|→|⇒|=>)\s*")
_SEVERAL = re.compile(r"\s*(?:[,;]|\bor\b|\band\b)\s*")
_WORD = re.compile(r"[^\W\d_]{4,}")
_KNOWN_WORD = re.compile(r"sqrt|arc(?:sin|cos|tan)|sinh|cosh|tanh")
_ORDERED = re.compile(r"[^\W\d_]\s*[×⨯]\s*[^\W\d_]")  # of vectors, a × b is not b × a
_OPTION = re.compile(r"(?:^|\s)[-+]{1,2}[^\W\d_]")  # of a command: ls -l
_SYMMETRIC = frozenset({"=", "!=", "≠", "≈", "~"})
_MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "≤": "≥", "≥": "≤"}
_MINUS = ("-1",)

_Tree = tuple[Any, ...]


class _NoFormulaError(ValueError):
    """A text cannot be read as a formula."""


def are_equal_formulas(one: str, other: str) -> bool:
    """Return whether two texts are one formula, or the same roots, in any order.

    Capitals tell only where the formula has a letter in both cases.
    """
    if _ORDERED.search(one) or _OPTION.search(one) or len(one) + len(other) > 200:  # noqa: PLR2004 (characters)
        return False
    one, other = (clean(text).replace("_", "") for text in (one, other))
    letters = set(filter(str.isalpha, one))
    if not any(letter.swapcase() in letters for letter in letters):
        one, other = one.casefold(), other.casefold()
    key, typed = _solutions(one), _solutions(other)
    return bool(key) and key == typed


@lru_cache(maxsize=2048)
def _solutions(text: str) -> frozenset[_Tree]:
    """Return the formulas that a text parts by commas and words; none where one cannot be read."""
    parts = [part for part in _SEVERAL.split(text) if part]
    signed = [
        part.replace("±", sign) for part in parts for sign in (("+", "-") if "±" in part else ("",))
    ]
    try:
        return frozenset(_read(part) for part in signed)
    except _NoFormulaError:
        return frozenset()


def is_formula(text: str) -> bool:
    """Return whether a text is a formula that calls a function: sin(x) + C."""
    return bool(re.search(r"(?:sqrt|log|ln|exp|sin|cos|tan)h?\b", text)) and bool(_solutions(text))


def _read(text: str) -> _Tree:
    """Return a formula with its sides: of an equation in any order, of a reaction in this one."""
    if len(sides := _ARROW.split(text)) == 3:  # noqa: PLR2004
        return (
            "→",
            *(
                tuple(sorted(_squeeze(part) for part in re.split(r"\s*\+\s*", side)))
                for side in sides[::2]
            ),
        )
    if any(not _KNOWN_WORD.fullmatch(word) for word in _WORD.findall(text)):
        raise _NoFormulaError
    first, *rest = _RELATION.split(text)
    if len(rest) not in {0, 2}:
        raise _NoFormulaError
    left = _Reader(first).whole()
    if not rest:
        return left
    sign, right = rest[0], _Reader(rest[1]).whole()
    if sign in _SYMMETRIC:
        return (sign, *sorted((left, right), key=repr))
    return (sign, left, right) if sign in "<≤<=" else (_MIRRORED[sign], right, left)


def _squeeze(text: str) -> str:
    if not text:
        raise _NoFormulaError
    return re.sub(r"\s", "", text)


class _Reader:
    """Reads one side of a formula by recursive descent."""

    def __init__(self, text: str) -> None:
        self.atoms = _ATOM.findall(text)
        self.at = 0
        if "".join(self.atoms) != re.sub(r"\s", "", text):
            raise _NoFormulaError

    def next(self, *expected: str) -> str:
        """Return the next atom, "" at the end; of those `expected`, and passed, where it is one."""
        atom = self.atoms[self.at] if self.at < len(self.atoms) else ""
        if expected and atom not in expected:
            return ""
        self.at += bool(expected)
        return atom

    def whole(self) -> _Tree:
        """Return the tree of all atoms."""
        tree = self.sum()
        if self.next():
            raise _NoFormulaError
        return tree

    def sum(self) -> _Tree:
        """Return summands, sorted."""
        summands = []
        sign = self.next("+", "-") or "+"
        while sign:
            factors = [*([_MINUS] if sign == "-" else []), *self.factors()]
            summands.append(_sorted("*", _signed(factors)))
            sign = self.next("+", "-")
        return _sorted("+", summands)

    def factors(self) -> list[_Tree]:
        """Return factors; what is divided by is one to the power of minus one."""
        factors = [self.power()]
        while (sign := self.next("*", "/")) or self._is_next_factor():
            factor = self.power()
            if sign == "/":
                is_share = factors[-1][0][:1].isdecimal() and factor[0][:1].isdecimal()
                below = [factor]
                while not is_share and self._is_next_factor():  # a/2b, but 1/2 mv
                    below.append(self.power())
                factor = ("^", _sorted("*", below), _MINUS)
            factors.append(factor)
        return factors

    def _is_next_factor(self) -> bool:
        return self.next() not in {"", "+", "-", "*", "/", ")", "^"}

    def power(self) -> _Tree:
        """Return a factor with its exponent: x^2, and x2, as small digits are read."""
        is_digit = self.next()[:1].isdecimal()
        base = self.base()
        if not self.next("^"):
            return (
                ("^", base, self.base()) if not is_digit and self.next()[:1].isdecimal() else base
            )
        sign = self.next("-")
        exponent = self.base()
        return ("^", base, _sorted("*", [_MINUS, exponent]) if sign else exponent)

    def base(self) -> _Tree:
        """Return a number, a letter, a function with what it is of, or a sum in brackets."""
        atom = self.next()
        self.at += 1
        if not atom or atom in "+*/^)-":
            raise _NoFormulaError
        if atom == "(":
            tree = self.sum()
            if not self.next(")"):
                raise _NoFormulaError
            return tree
        if atom == "√" or (len(atom) > 1 and atom.isalpha() and atom != "pi"):
            power = (self.next("^") and self.base()) or ("1",)
            name = "sqrt" if atom == "√" else atom
            return (name, power, self.power())
        return (atom,)


def _signed(factors: list[_Tree]) -> list[_Tree]:
    """Return factors with at most one sign, and without one."""
    signs = factors.count(_MINUS)
    plain = [factor for factor in factors if factor not in {_MINUS, ("1",)}]
    return [*([_MINUS] if signs % 2 else []), *plain] or [("1",)]


def _sorted(sign: str, trees: list[_Tree]) -> _Tree:
    """Return trees under one sign in one order; one alone, and those under the same sign, as is."""
    flat = [leaf for tree in trees for leaf in (tree[1:] if tree[0] == sign else (tree,))]
    return flat[0] if len(flat) == 1 else (sign, *sorted(flat, key=repr))
