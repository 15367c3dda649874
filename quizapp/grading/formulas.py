"""Formulas: two are one where they differ by nothing but the order of summands and factors.

A formula is written as Python would have it and read by Python's own grammar into a tree whose sums
and products are sorted. Nothing is computed; what cannot be read so is no formula.
"""

import ast
import operator
import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from quizapp.grading.fold import clean

_FUNCTIONS = "sqrt|arcsin|arccos|arctan|sinh|cosh|tanh|sin|cos|tan|log|ln|exp"
_CALLED = re.compile(  # sin x, sin^2(x)
    rf"(?<![^\W\d_])({_FUNCTIONS})(?=\W|\d|[^\W\d_]\b)(?:\^(\d))?\s*(\([^()]*\)|[\w.]+)"
)
_ATOM = re.compile(rf"\d+(?:\.\d+)?|{_FUNCTIONS}|[^\W\d_]|[-+*/^()]")
_ATOM_OF_WORDS = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+|[-+*/^()]")
_IS_FUNCTION = re.compile(_FUNCTIONS)
_WORD = re.compile(r"[^\W\d_]{4,}")  # speed = distance / time
_RELATION = re.compile(r"(<=|>=|!=|≠|≤|≥|≈|[=<>])")
_ARROW = re.compile(r"(?<=\w)\s*(?:->|→|⇒|=>)\s*(?=\w)")
_SEVERAL = re.compile(r"\s*(?:[,;]|\bor\b|\band\b)\s*")
_SHARE = re.compile(r"(?<![\w.])(\d+/\d+)(?!\d)")
_ORDERED = re.compile(r"[^\W\d_]\s*[×⨯]\s*[^\W\d_]")  # of vectors, a × b is not b × a
_MARKED = re.compile(r"√|½(?=[^\W\d_])")
_OPERATOR = re.compile(r"[\w)]\s*[-+*/^=<>≤≥≈≠→·√]|[\w)]\(|\d[^\W\d_]")
_OPTION = re.compile(r"(?:^|\s)[-+]{1,2}[^\W\d_]")  # of a command: ls -l
_MIRRORED = {"<": ">", "<=": ">=", "≤": "≥"}
_LONGEST = 100  # characters
_LARGEST = 1000  # base or exponent
_ARITHMETIC: Mapping[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def are_equal_formulas(one: str, other: str) -> bool:
    """Return whether two texts are one formula, or the same roots, in any order.

    Capitals tell only where the first has a letter in both cases.
    """
    if _ORDERED.search(one) or _OPTION.search(one) or max(len(one), len(other)) > _LONGEST:
        return False
    one, other = (clean(text).replace("_", "") for text in (one, other))
    if not _OPERATOR.search(one):
        return False
    if not any(letter.isalpha() and letter.swapcase() in one for letter in one):
        one, other = one.casefold(), other.casefold()
    key = _solutions(one)
    return bool(key) and key == _solutions(other)


def is_formula(text: str) -> bool:
    """Return whether a text is a formula by its functions or signs: sin(x) + C, √2."""
    is_signed, text = _CALLED.search(text) or _MARKED.search(text), clean(text)
    return bool(is_signed and _solutions(text) and not _words(text))


def value_of_sum(text: str) -> Fraction | None:
    """Return what a sum, product or power in digits comes to; None for any other text."""
    try:
        return _computed(ast.parse(text.strip().replace("^", "**"), mode="eval").body)
    except (SyntaxError, ValueError, ZeroDivisionError):
        return None


def _computed(node: ast.expr) -> Fraction:
    """Return the exact value of a tree of numbers.

    Raises:
        ValueError: it is anything else, or too large.
    """
    match node:
        case ast.Constant(value=int() | float() as number):
            return Fraction(str(number))
        case ast.UnaryOp(op=ast.USub(), operand=of):
            return -_computed(of)
        case ast.BinOp(left=one, op=ast.Pow(), right=other):
            base, exponent = _computed(one), _computed(other)
            if exponent.denominator == 1 and max(abs(base), abs(exponent)) <= _LARGEST:
                return Fraction(base**exponent)
        case ast.BinOp(left=one, op=sign, right=other) if type(sign) in _ARITHMETIC:
            return _ARITHMETIC[type(sign)](_computed(one), _computed(other))
    raise ValueError(ast.dump(node))


@lru_cache(maxsize=2048)
def _solutions(text: str) -> frozenset[str]:
    """Return the formulas that a text parts by commas and words; none where one cannot be read."""
    signs = "+-" if "±" in text else "±"
    parts = [part.replace("±", sign) for part in _SEVERAL.split(text) if part for sign in signs]
    try:
        return frozenset(map(_read, parts))
    except (SyntaxError, ValueError):
        return frozenset()


def _read(text: str) -> str:
    """Return a formula in one order: both sides of an equation, each of a reaction."""
    if len(sides := _ARROW.split(text)) > 1:
        return " → ".join(" + ".join(sorted(re.sub(r"\s", "", side).split("+"))) for side in sides)
    first, *rest = _RELATION.split(text)
    left = _tree(first)
    if not rest:
        return left
    sign, right = rest[0], _tree("".join(rest[1:]))
    if sign in _MIRRORED:
        return f"{right} {_MIRRORED[sign]} {left}"
    sides = [left, right] if sign in _MIRRORED.values() else sorted((left, right))
    return f" {sign} ".join(sides)


def _tree(text: str) -> str:
    """Return one side of a formula as a text in which sums and products are sorted.

    Raises:
        SyntaxError: it is none.
    """
    text = _SHARE.sub(r"(\1)", text.replace("√", "sqrt").replace("π", "p"))
    text = _CALLED.sub(lambda found: f"(({found[1]}({found[3]}))^{found[2] or 1})", text)
    atoms = (_ATOM_OF_WORDS if _words(text) else _ATOM).findall(text)
    if "".join(atoms) != re.sub(r"\s", "", text):
        raise SyntaxError(text)
    return _sorted(ast.parse(_in_python(atoms), mode="eval").body)


def _words(text: str) -> list[str]:
    """Return words too long to be factors."""
    return [word for word in _WORD.findall(text) if not _IS_FUNCTION.fullmatch(word)]


def _in_python(atoms: Sequence[str]) -> str:
    """Return a formula with the signs that are left out between factors and before powers."""
    code, last, is_below = "", "", False
    for atom in atoms:
        sign = ""
        if (last == ")" or last.isalnum()) and not _IS_FUNCTION.fullmatch(last):
            is_power = not last.isdecimal() and atom[0].isdecimal()  # x2, as small digits are read
            sign = "**" if is_power else "*" if atom == "(" or atom[0].isalnum() else ""
        if is_below and sign == "*":  # is 1/2a half of a, or one by 2a?
            raise SyntaxError(code)
        is_below = atom == "/" or (is_below and atom not in "+-*()")
        code += sign + ("**" if atom == "^" else f"{atom}_" if atom.isalpha() else atom)
        last = atom
    return code


def _sorted(node: ast.expr) -> str:
    """Return a tree as a text in one order."""
    match node:
        case ast.BinOp(op=ast.Add() | ast.Sub()):
            return f"({' + '.join(sorted(_summands(node)))})"
        case ast.BinOp(op=ast.Mult() | ast.Div()) | ast.UnaryOp(op=ast.USub()):
            return _product(_factors(node))
        case ast.BinOp(left=base, right=exponent):
            power = _sorted(exponent)
            return _sorted(base) if power == "1" else f"({_sorted(base)})^({power})"
        case ast.UnaryOp(operand=other):
            return _sorted(other)
        case ast.Call(func=ast.Name(id=name), args=[of]):
            return f"{name}({_sorted(of)})"
    return ast.unparse(node)


def _product(factors: list[str]) -> str:
    """Return factors in one order, with at most one sign."""
    kept = sorted(each for each in factors if each not in {"-1", "1"})
    return f"{'-' * (factors.count('-1') % 2)}({' * '.join(kept) or 1})"


def _summands(node: ast.expr) -> list[str]:
    match node:
        case ast.BinOp(left=one, op=ast.Add(), right=other):
            return [*_summands(one), *_summands(other)]
        case ast.BinOp(left=one, op=ast.Sub(), right=other):
            return [*_summands(one), _product(["-1", *_factors(other)])]
    return [_sorted(node)]


def _factors(node: ast.expr) -> list[str]:
    """Return factors; what is divided by is one to the power of minus one."""
    match node:
        case ast.BinOp(left=one, op=ast.Mult(), right=other):
            return [*_factors(one), *_factors(other)]
        case ast.BinOp(left=one, op=ast.Div(), right=other):
            return [*_factors(one), f"1/{_sorted(other)}"]
        case ast.UnaryOp(op=ast.USub(), operand=other):
            return ["-1", *_factors(other)]
    return [_sorted(node)]
