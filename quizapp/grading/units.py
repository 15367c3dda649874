"""Units: what a text measures in, and exact conversion. The table is `data/units.tsv`.

A word that is no unit counts itself: "patients" is a dimension of its own, never converted.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from quizapp.grading.notation import HAN, fold, plain
from quizapp.grading.tables import table_rows

PREFIXES = {
    "T": 12, "G": 9, "M": 6, "k": 3, "h": 2, "d": -1, "c": -2, "m": -3, "µ": -6, "n": -9, "p": -12,
    "f": -15,
}  # fmt: skip
PREFIX_WORDS = {
    "T": ("tera", "тера"),
    "G": ("giga", "гига", "ギガ"),
    "M": ("mega", "мега", "メガ"),
    "k": ("kilo", "quilo", "chilo", "кило", "キロ"),
    "h": ("hecto", "hekto", "etto", "ecto", "гекто", "ヘクト"),
    "d": ("deci", "dezi", "деци", "デシ"),
    "c": ("centi", "zenti", "санти", "センチ"),
    "m": ("milli", "mili", "милли", "ミリ", "м"),
    "µ": ("micro", "mikro", "микро", "マイクロ", "mc", "u", "мк"),
    "n": ("nano", "нано", "ナノ"),
    "p": ("pico", "piko", "пико", "ピコ"),
    "f": ("femto", "фемто"),
}
ATOM = re.compile(rf"\^?[-+]?\d++(?:[.,]\d++)?+|[^\W\d_{HAN}]++|[{HAN}]++|[/·*×°%‰$€£¥]|\S")
PER = frozenset({"/", "per", "pro", "par", "por", "al", "毎"})
POWERS = {
    **dict.fromkeys(("square", "sq", "squared", "quadrat", "carre", "carres"), 2),
    **dict.fromkeys(("cuadrado", "cuadrados", "quadrato", "quadrati", "quadrado"), 2),
    **dict.fromkeys(("quadrados", "vierkante", "квадратных"), 2),
    **dict.fromkeys(("cubic", "cu", "cubed", "kubik", "cube", "cubes", "cubico"), 3),
    **dict.fromkeys(("cubicos", "cubi", "kubieke", "кубических"), 3),
}
SILENT = frozenset({
    *"·*×.,-", "of", "the", "these", "all", "de", "der", "von", "di", "van", "des", "la",
})  # fmt: skip
LONGEST_NAME = 3  # words
LONGEST_SHORT = 2  # letters of an abbreviation
MOST_EXPONENT = 9
DOUBLED = re.compile(r"(?:s|x|ch|sh)es")  # boxes


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number is in.

    Attributes:
        dimension: its base units with their exponents; a word that is no unit is its own.
        factor: how many base units it is.
        offset: what is added behind the factor, for temperatures.
        words: those of its words that are no units, folded and singular.
    """

    dimension: tuple[tuple[str, int], ...] = ()
    factor: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)
    words: frozenset[str] = frozenset()


NO_UNIT = Unit()


@cache
def _names() -> tuple[dict[str, Unit], dict[str, set[str]]]:
    """Return the units by their symbols and words, and the names that each folded name may be."""
    units: dict[str, Unit] = {}
    spelled: list[tuple[str, Unit]] = []
    for symbol, dimension, factor, offset, prefixes, words in table_rows("units.tsv"):
        unit = Unit(_exponents(dimension), Fraction(factor), Fraction(offset or 0))
        names = [symbol, *(each.replace("_", " ") for each in words.split())]
        units |= {plain(name): unit for name in names}
        for prefix in prefixes.split():
            scaled = Unit(unit.dimension, unit.factor * Fraction(10) ** PREFIXES[prefix])
            units[plain(f"{prefix}{symbol}")] = scaled
            spelled += [(each, scaled) for name in names for each in _prefixed(prefix, name)]
    for name, unit in spelled:
        units.setdefault(plain(name), unit)
    folded: dict[str, set[str]] = {}
    for name in units:
        folded.setdefault(fold(name), set()).add(name)
    return units, folded


def _prefixed(prefix: str, name: str) -> Iterator[str]:
    """Yield `name` behind the words for `prefix` that are of its script and as long as it is."""
    for word in PREFIX_WORDS[prefix]:
        is_short = len(word) <= LONGEST_SHORT
        if is_short == (len(name) <= LONGEST_SHORT) and _script(word) == _script(name):
            yield f"{word}{name}"
            if word[-1] + name[0] in {"oo", "ao"}:  # kilohm, megohm
                yield f"{word[:-1]}{name}"


def _script(word: str) -> str:
    """Return what script a word begins in: LATIN, CYRILLIC, KATAKANA."""
    return "LATIN" if word[0].isascii() else unicodedata.name(word[0], "").partition(" ")[0]


def _exponents(text: str) -> tuple[tuple[str, int], ...]:
    """Return "kg.m-1.s-2" as exponents by base unit."""
    found = (re.fullmatch(r"([^\d-]+)(-?\d+)?", part) for part in text.split(".") if part)
    return tuple(sorted((each[1], int(each[2] or 1)) for each in found if each))


def named_unit(name: str) -> Unit | None:
    """Return the unit of one name; case is free only where one reading exists."""
    units, folded = _names()
    if name in units:
        return units[name]
    readings = [units[each] for each in folded.get(fold(name), ())]
    same = all(each == readings[0] for each in readings)
    return readings[0] if readings and same else None


def unit_of(text: str) -> Unit:
    """Return the unit that a text names, `NO_UNIT` for a text without words.

    "per" and "/" put what follows below the line; "m s-2", "m·s^-2" and "m/s²" are one.
    """
    factors = tuple(_factors(plain(text)))
    if len(factors) == 1 and factors[0][1] == 1:
        return factors[0][0]
    exponents: dict[str, int] = {}
    scale, words = Fraction(1), frozenset[str]()
    for unit, exponent in factors:
        scale *= unit.factor**exponent
        words |= unit.words
        for base, each in unit.dimension:
            exponents[base] = exponents.get(base, 0) + each * exponent
    return Unit(tuple(sorted(each for each in exponents.items() if each[1])), scale, words=words)


def _factors(text: str) -> Iterator[tuple[Unit, int]]:
    """Yield the units that `text` multiplies, each with its exponent."""
    parts = tuple(ATOM.finditer(text))
    place, sign, ahead = 0, 1, 1
    while place < len(parts):
        key = fold(parts[place][0])
        if (exponent := _exponent(key)) and sign < 0:  # mg per 100 mL
            yield Unit(factor=Fraction(abs(exponent))), -1
            place += 1
            continue
        unit, end = _unit_at(parts, place)
        if unit is not None:
            behind, end = _exponent_at(parts, end)
            yield unit, sign * ahead * behind
            sign, ahead = 1, 1
        elif key in PER:
            sign = -1
        elif key in POWERS:
            ahead = POWERS[key]
        place = end
    if ahead != 1:  # "squared" behind no unit is no unit
        yield Unit((("power", ahead),), words=frozenset({"power"})), 1


def _unit_at(parts: Sequence[re.Match[str]], place: int) -> tuple[Unit | None, int]:
    """Return the unit that begins at `place` and where it ends; None for what is no word."""
    for end in range(min(len(parts), place + LONGEST_NAME), place, -1):
        name = parts[place].string[parts[place].start() : parts[end - 1].end()]
        if unit := named_unit(name):
            return unit, end
    key = fold(parts[place][0])
    if key in PER or key in SILENT or key in POWERS or not key[:1].isalpha():
        return None, place + 1
    word = singular(key)
    return Unit(((word, 1),), words=frozenset({word})), place + 1


def _exponent_at(parts: Sequence[re.Match[str]], place: int) -> tuple[int, int]:
    """Return the exponent that stands at `place`, 1 for none, and where it ends."""
    if place < len(parts):
        key = fold(parts[place][0])
        if exponent := POWERS.get(key) or _exponent(key):
            return exponent, place + 1
    return 1, place


def _exponent(key: str) -> int:
    """Return the whole number that `key` is, with a sign or a caret, 0 for none."""
    digits = key.removeprefix("^")
    return int(digits) if re.fullmatch(r"[-+]?\d{1,3}", digits) else 0


def singular(word: str) -> str:
    """Return an English noun without the ending of its plural; others are left as they are."""
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):  # noqa: PLR2004
        return (
            word[:-2] if DOUBLED.fullmatch(word[-4:]) or DOUBLED.fullmatch(word[-3:]) else word[:-1]
        )
    return word


def is_known(text: str) -> bool:
    """Return whether each word of a unit is in the table, so that the unit can be converted."""
    return not unit_of(text).words


def convert(value: Fraction, unit: Unit, to: Unit) -> Fraction | None:
    """Return `value` of a `unit` in another, exactly; None where they measure something else."""
    if unit.dimension != to.dimension:
        return None
    return (value * unit.factor + unit.offset - to.offset) / to.factor
