"""Units of `data/units.tsv`, joined by words of `data/unit_words.tsv`, and exact conversion.

A word that is no unit counts itself: "patients" is a dimension of its own, never converted. So does
a text that cannot be read as a unit.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache, lru_cache

from quizapp.grading.fold import with_greek_spelled
from quizapp.grading.numerals import HAN, fold, plain
from quizapp.grading.tables import table_rows

ATOM = re.compile(rf"\^?[-+]?\d++|[^\W\d_{HAN}]++|[{HAN}]++|\S")
EXPONENT = re.compile(r"\^?([-+]?[1-9]\d?)")
LONGEST_NAME = 3  # words
LONGEST_SHORT = 2  # letters of an abbreviation
PLURAL = re.compile(r"(?<=..s|.ch|.sh|..x)es$|(?<=...)(?<!s)s$")  # boxes, bones
PERSON = ("person", 1)
LIGHT_SQUARED = ("c", 2)  # of a mass that is said as an energy, and of an energy said as a mass


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number is in."""

    dimension: tuple[tuple[str, int], ...] = ()  # base units, and words that are none, exponents
    factor: Fraction = Fraction(1)  # how many base units it is
    offset: Fraction = Fraction(0)  # what is added behind the factor, for temperatures
    words: frozenset[str] = frozenset()  # those that are no units, folded and singular

    @property
    def is_count(self) -> bool:
        """Return whether it is nouns alone, things that are counted."""
        nouns = {PERSON, *((word, 1) for word in self.words)}
        return self.factor == 1 and self.dimension != () and nouns.issuperset(self.dimension)

    @property
    def is_share(self) -> bool:
        """Return whether it is a proportion: %, ‰, % of patients."""
        return self.factor < 1 and self.dimension in {(), (PERSON,)}

    def times(self, other: "Unit", exponent: int) -> "Unit":
        """Return the product with another to the `exponent`."""
        if self == NO_UNIT and exponent == 1:
            return other
        exponents = dict(self.dimension)
        for base, each in other.dimension:
            exponents[base] = exponents.get(base, 0) + each * exponent
        dimension = tuple(sorted(each for each in exponents.items() if each[1]))
        words = self.words | other.words
        return Unit(dimension, self.factor * other.factor**exponent, words=words)

    @property
    def without_light(self) -> "Unit":
        """The unit with the square of the speed of light left out, as physicists leave it out."""
        bases = tuple(each for each in self.dimension if each[0] != LIGHT.dimension[0][0])
        return replace(self, dimension=bases)


NO_UNIT = Unit()
LIGHT = Unit((("speed of light", 1),))


@cache
def _names() -> tuple[dict[str, Unit], dict[str, set[Unit]]]:
    """Return the units by their names, and those that each folded name may be."""
    symbols: dict[str, Unit] = {}
    spelled: dict[str, Unit] = {}
    prefixes = {row[1]: row for row in table_rows("unit_words.tsv") if row[0] == "prefix"}
    for symbol, dimension, factor, offset, scaling, words in table_rows("units.tsv"):
        bases = re.findall(r"([^\d.-]+)(-?\d+)?", dimension)  # kg.m-1.s-2
        exponents = tuple(sorted((base, int(exponent or 1)) for base, exponent in bases))
        names = [symbol, *(each.replace("_", " ") for each in words.split())]
        names += [with_greek_spelled(symbol)] if not symbol.isascii() else []
        unit = Unit(exponents, Fraction(factor), Fraction(offset or 0))
        symbols |= {plain(name): unit for name in names}
        for prefix in scaling.split():
            _, sign, power, before = prefixes[prefix]
            scaled = Unit(exponents, unit.factor * Fraction(10) ** int(power))
            symbols[plain(f"{sign}{symbol}")] = scaled
            pairs = ((word, name) for word in before.split() for name in names)
            spelled |= {plain(f"{a}{b}"): scaled for a, b in pairs if _is_short(a) == _is_short(b)}
    folded: dict[str, set[Unit]] = {}
    for name, unit in (spelled | symbols).items():
        folded.setdefault(fold(name), set()).add(unit)
    return spelled | symbols, folded


def _is_short(word: str) -> bool:
    return len(word) <= LONGEST_SHORT


@cache
def _roles() -> dict[str, tuple[str, int]]:
    """Return what each word and sign beside units does: its role, and its number."""
    rows = (row for row in table_rows("unit_words.tsv") if row[0] != "prefix")
    return {
        fold(word): (role, int(value))
        for role, sign, value, words in rows
        for word in [sign, *words.split()]
    }


@lru_cache(maxsize=1024)
def unit_of(text: str) -> Unit:
    """Return the unit of a text, `NO_UNIT` of none; "m s-2", "m·s^-2" and "m/s²" are one."""
    shown = plain(text).removesuffix(".")
    return (_product(shown) or _noun(shown)) if shown else NO_UNIT


def _noun(word: str) -> Unit:
    """Return a word, or a text that is read as no unit, as a unit of its own.

    A Greek letter is called by its name: 5 σ are 5 sigma.
    """
    noun = singular(fold(with_greek_spelled(word)))
    return Unit(((noun, 1),), words=frozenset({noun}))


def _product(text: str) -> Unit | None:
    """Return the product of the units in a text; None where it is none, or ends in the middle."""
    parts = tuple(ATOM.finditer(text))
    product, place, sign, power, is_whole = NO_UNIT, 0, 1, 1, False
    while place < len(parts):
        atom = parts[place][0]
        unit, end = _unit_at(parts, place)
        role, value = _roles().get(fold(atom), ("", 1))
        if unit is not None:
            exponent, end = _exponent_at(parts, end)
            unit = LIGHT if (atom, exponent) == LIGHT_SQUARED else unit
            product = product.times(unit, sign * power * exponent)
            sign, power = 1, 1
        elif sign < 0 and atom.isdecimal() and int(atom):  # mg per 100 mL
            product = product.times(Unit(factor=Fraction(atom)), -1)
        elif role:
            sign, power = (value, power) if role == "per" else (sign, power * value)
        else:
            return None
        is_whole, place = unit is not None, end
    return product if is_whole else None


def _unit_at(parts: Sequence[re.Match[str]], place: int) -> tuple[Unit | None, int]:
    """Return the unit or noun at `place`, and its end; ML is mL, but mM may be two units."""
    units, folded = _names()
    for end in range(min(len(parts), place + LONGEST_NAME), place, -1):
        name = parts[place].string[parts[place].start() : parts[end - 1].end()]
        readings = {units[name]} if name in units else folded.get(fold(name), set())
        if len(readings) == 1:
            return next(iter(readings)), end
    atom = parts[place][0]
    return _noun(atom) if atom[0].isalpha() and fold(atom) not in _roles() else None, place + 1


def _exponent_at(parts: Sequence[re.Match[str]], place: int) -> tuple[int, int]:
    """Return the exponent that stands at `place`, 1 for none, and where it ends."""
    atom = parts[place][0] if place < len(parts) else ""
    role, value = _roles().get(fold(atom), ("", 1))
    digits = EXPONENT.fullmatch(atom)
    if digits and parts[place - 1].end() == parts[place].start():
        return int(digits[1]), place + 1
    return (value, place + 1) if role == "power" else (1, place)


def singular(word: str) -> str:
    """Return an English noun without the ending of its plural; others are left as they are."""
    return PLURAL.sub("", word)


def is_known(text: str) -> bool:
    """Return whether each word of a unit is in the table, so that the unit can be converted."""
    return not unit_of(text).words


def is_name(text: str) -> bool:
    """Return whether a text is the name of one unit, as it stands in the table: mm Hg, not mm g."""
    return plain(text) in _names()[0]


def convert(value: Fraction, unit: Unit, to: Unit) -> Fraction | None:
    """Return `value` of a `unit` in another, exactly; None where they measure something else."""
    is_same = unit.dimension == to.dimension
    return (value * unit.factor + unit.offset - to.offset) / to.factor if is_same else None
