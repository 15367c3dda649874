"""Reading amounts: the numbers of an answer, each with what stands beside it.

One grammar: what is not understood stays in the `prefix` or in the `unit` of an amount, where no
key will know it. Nothing is judged here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from quizapp.grading.numerals import (
    NumberToken,
    NumberWords,
    Phrase,
    number_words,
    plain,
    tokens_of,
)
from quizapp.grading.units import NO_UNIT, unit_of

MOST_CHARACTERS = 200
PARTING = frozenset("([{)]},=")
THOUSAND = 1000
ERAS = frozenset({"bc", "ad"})
MOST_PIECES = 4  # that say one thing in several ways
MOST_OF_NOUN = 4  # words: 13 of the women of 56


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it counts or measures."""

    value: Fraction  # of a fraction or share the quotient
    end: int  # the place of the token behind the number
    ratio: tuple[Fraction, Fraction] | None = None  # part and whole of a fraction, or of a share
    digits: str = ""  # the number as typed, where it is one token
    prefix: str = ""  # what stands before it and says more than "about"
    unit: str = ""  # what stands behind it, as typed
    era: str = ""  # "bc" or "ad" where one is named


@lru_cache(maxsize=2048)
def value_of(text: str, language: str = "en") -> Fraction | None:
    """Return the number that `text` is, and nothing beside it; None for any other text."""
    if len(text) > MOST_CHARACTERS:
        return None
    tokens = tokens_of(plain(text), language)
    reader = Reader(tokens, number_words(language))
    number = reader.number(0)
    is_alone = number and reader.phrase(number.end, "year").end == len(tokens)  # 3rd
    return number.value if number and is_alone else None


def amounts_in(
    tokens: Sequence[NumberToken], language: str, *, is_bare: bool
) -> tuple[Amount, ...]:
    """Return the amounts of a text, one a piece; () where one is missing.

    Where the key has no unit, it `is_bare`: a year may be called one.
    """
    pieces: list[list[NumberToken]] = [[]]
    for token in tokens:
        if token.text in PARTING:
            pieces.append([])
        else:
            pieces[-1].append(token)
    readers = [Reader(each, number_words(language), is_bare=is_bare) for each in pieces]
    readers = [each for each in readers if each.phrase(0, "lead").end < len(each.tokens)]  # n = 13
    found = (each.amount() for each in readers[: MOST_PIECES + 1])
    amounts = tuple(each for each in found if each is not None)
    return amounts if len(amounts) == len(readers) <= MOST_PIECES else ()


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the tokens of one piece, each method at a place; None where it finds nothing."""

    tokens: Sequence[NumberToken]
    words: NumberWords
    is_bare: bool = True

    def phrase(self, place: int, *roles: str) -> Phrase:
        """Return the longest phrase of `roles`, which ends at `place` where there is none."""
        return self.words.phrase(self.tokens, place, *roles)

    def at(self, place: int) -> NumberToken:
        """Return the token at `place`; an empty one behind the last."""
        return self.tokens[place] if place < len(self.tokens) else NumberToken("", "", 0, 0)

    def number(self, place: int) -> Amount | None:
        """Return a number with its sign."""
        minus = self.phrase(place, "minus")
        number = self._scaled(minus.end)
        return Amount(-number.value, number.end) if number and minus else number

    def _scaled(self, place: int) -> Amount | None:
        """Return a number with what multiplies it: two and a half million, three quarters."""
        number = self._simple(place)
        if number is None:
            return None
        if part := self.phrase(number.end, "part"):
            number = Amount(number.value * part.value, part.end, (number.value, 1 / part.value))
        factor = Fraction(1)
        said = self.words.scale(self.tokens[number.end - 1].key.rpartition(" ")[2])
        scale = said if said >= THOUSAND else factor
        while True:
            if (extra := self.phrase(number.end, "extra")) and not number.ratio:
                number = Amount(number.value + extra.value * scale, extra.end)
            found = self.phrase(self.phrase(number.end, "article").end, "scale")
            if not found:
                break
            scale = factor = factor * found.value
            number = Amount(number.value * found.value, found.end)
        more = self._scaled(number.end) if factor >= THOUSAND else None
        is_sum = more and not more.ratio and 0 < more.value < factor  # 2 million 500 thousand
        return Amount(number.value + more.value, more.end) if more and is_sum else number

    def _simple(self, place: int) -> Amount | None:
        """Return a number without scales."""
        start, value = self.phrase(place, "article").end, self.at(place).value
        if found := self.phrase(start, "half", "whole"):
            ratio = (Fraction(1), Fraction(2)) if found.role == "half" else None
            return Amount(found.value, found.end, ratio)
        for at in (start, place):  # a hundred and five, five
            said = self.at(at).value if self.at(at).text[:1].isalpha() else None
            if said is not None:
                return Amount(said, at + 1)
        has_article = start > place or self.words.code in {"ru", "ja"}  # which have none
        if self.phrase(start, "scale", *(["part"] if has_article else [])):
            return Amount(Fraction(1), start)
        return None if value is None else self._with_fraction(Amount(value, place + 1))

    def _with_fraction(self, number: Amount) -> Amount:
        """Return a number in digits with its fraction: 3/20, 2 1/2."""
        value, end = number.value, number.end
        part, whole = self.at(end).value, self.at(end + 2).value
        if self.at(end).text == "/" and (below := self.at(end + 1).value):
            return Amount(value / below, end + 2, (value, below))
        is_mixed = self.at(end + 1).text == "/" and value.denominator == 1
        if is_mixed and part and whole and part < whole:
            return Amount(value + part / whole, end + 3)
        return number

    def amount(self) -> Amount | None:
        """Return the one amount of a piece."""
        place, era = 0, ""
        prefix: list[NumberToken] = []
        while place < len(self.tokens):
            if number := self._number_or_none(place):
                digits = self.at(place).text if number.end == place + 1 else ""
                amount = replace(number, digits=digits, prefix=_typed(prefix), era=era)
                return self._with_rest(amount)
            aside = self.phrase(place, "lead", "bc", "ad")
            era = aside.role if aside.role in ERAS else era
            prefix += [] if aside else [self.tokens[place]]
            place = max(aside.end, place + 1)
        return None

    def _number_or_none(self, place: int) -> Amount | None:
        """Return a number; none at all is zero, and an article before a unit and a half is one."""
        if none := self.phrase(place, "none"):
            return Amount(Fraction(0), none.end)
        article = self.phrase(place, "article")
        is_one = article and any(self.phrase(at, "extra") for at in range(len(self.tokens)))
        one = Amount(Fraction(1), article.end) if article and is_one else None
        return self.number(place) or one

    def _with_rest(self, amount: Amount) -> Amount:
        """Return an amount with what stands behind its number: a whole, an era, a unit."""
        kept: list[NumberToken] = []
        if amount.ratio:  # half an hour, a quarter of an hour
            place = self.phrase(self.phrase(amount.end, "of").end, "article").end
        else:
            amount, kept = self._with_whole(amount)
            place = amount.end
        while place < len(self.tokens):
            extra = self.phrase(place, "extra")
            aside = self.phrase(place, "trail", "bc", "ad", *(["year"] if self.is_bare else []))
            if extra and extra.end == len(self.tokens):  # an hour and a half
                amount, place = replace(amount, value=amount.value + extra.value), extra.end
            elif aside:
                era = aside.role if aside.role in ERAS else amount.era
                amount, place = replace(amount, era=era), aside.end
            else:
                kept.append(self.tokens[place])
                place += 1
        return replace(amount, unit=_typed(kept))

    def _with_whole(self, amount: Amount) -> tuple[Amount, list[NumberToken]]:
        """Return an amount as a share, and the noun in it: 13 patients of 56."""
        for place in range(amount.end, min(len(self.tokens), amount.end + MOST_OF_NOUN)):
            noun = [*self.tokens[amount.end : place]]
            found = self.phrase(place, "of", "whole_first")
            other = self.number(found.end) if found else None
            unit = unit_of(_typed(noun))
            if found and other and not other.ratio and (unit == NO_UNIT or unit.is_count):
                parts = (amount.value, other.value)
                part, whole = parts if found.role == "of" else parts[::-1]
                if whole:
                    share = replace(
                        amount, value=part / whole, ratio=(part, whole), end=other.end, digits=""
                    )
                    return share, noun
        return amount, []


def _typed(tokens: Sequence[NumberToken]) -> str:
    """Return tokens as they were typed, one space where there was any."""
    text, end = "", 0
    for token in tokens:
        text += f" {token.text}" if text and end < token.start else token.text
        end = token.end
    return text
