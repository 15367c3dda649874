"""Reading amounts: the numbers of an answer, each with what stands beside it.

One grammar: what is not understood stays in the `prefix` or in the `unit` of an amount, where no
key will know it. Nothing is judged here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from quizapp.grading.numerals import ORDINAL, NumberWords, Phrase, Token, plain, tokens_of, words_of
from quizapp.grading.units import NO_UNIT, unit_of

MOST_CHARACTERS = 200
PARTING = frozenset("([{)]}=,")
TIMES = frozenset("x*")
THOUSAND = 1000
LONGEST_LABEL = 3  # letters: n =
MOST_OF_NOUN = 4  # words: 13 of the women of 56
MOST_OF_POWER = 20  # of another base than ten
MOST_OF_TEN = 300


@dataclass(frozen=True, slots=True)
class Number:
    """A number that was read; `end` is the place behind it, `ratio` its parts as a fraction."""

    value: Fraction
    end: int
    ratio: tuple[Fraction, Fraction] | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it counts or measures.

    Attributes:
        value: the number; of a fraction or share the quotient.
        digits: it as it was typed.
        ratio: part and whole of a fraction, or of a share: 13 of 56.
        prefix: what stands before it and says more than "about".
        unit: what stands behind it, as typed.
        era: "bc" or "ad" where one is named.
    """

    value: Fraction
    digits: str = ""
    ratio: tuple[Fraction, Fraction] | None = None
    prefix: str = ""
    unit: str = ""
    era: str = ""


def value_of(text: str, language: str = "en") -> Fraction | None:
    """Return the number that `text` is, and nothing beside it; None for any other text.

    Digits of any script, the marks and number words of `language`, fractions, powers, and roman
    numerals of two letters up.
    """
    if len(text) > MOST_CHARACTERS:
        return None
    tokens = tokens_of(plain(text), language)
    number = Reader(tokens, words_of(language)).number(0)
    is_alone = number and all(token.key == ORDINAL for token in tokens[number.end :])
    return number.value if number and is_alone else None


def amounts_in(tokens: Sequence[Token], language: str, *, is_bare: bool) -> tuple[Amount, ...]:
    """Return the amounts of a text, one a piece; () where a piece has none.

    What stands in brackets, or behind a comma or an equals sign, is a piece of its own. `is_bare`
    is whether the key has no unit, so that a year may be called one.
    """
    pieces: list[list[Token]] = [[]]
    for token in tokens:
        if token.text == "=" and len(_typed(pieces[-1])) <= LONGEST_LABEL:
            pieces[-1] = pieces[-1] if any(each.value is not None for each in pieces[-1]) else []
        if token.text in PARTING:
            pieces.append([])
        else:
            pieces[-1].append(token)
    found = [Reader(each, words_of(language), is_bare=is_bare).amount() for each in pieces if each]
    amounts = tuple(each for each in found if each is not None)
    return amounts if len(amounts) == len(found) else ()


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the tokens of one piece, each method at a place; None where it finds nothing."""

    tokens: Sequence[Token]
    words: NumberWords
    is_bare: bool = True

    def phrase(self, place: int, *roles: str) -> Phrase | None:
        """Return the longest phrase of `roles`."""
        return self.words.phrase(self.tokens, place, *roles)

    def text(self, place: int) -> str:
        """Return the token as typed; "" behind the last."""
        return self.tokens[place].text if place < len(self.tokens) else ""

    def value(self, place: int, *, is_said: bool = False) -> Fraction | None:
        """Return what the token is worth, in digits or where it `is_said` in words."""
        token = self.tokens[place] if place < len(self.tokens) else None
        return token.value if token and token.is_said == is_said else None

    # --- numbers --------------------------------------------------------------------------------

    def number(self, place: int) -> Number | None:
        """Return a number with its sign."""
        minus = self.phrase(place, "minus")
        number = self._scaled(minus.end if minus else place + (self.text(place) == "+"))
        if number is None or minus is None:
            return number
        part, whole = number.ratio or (number.value, Fraction(1))
        return replace(number, value=-number.value, ratio=(-part, whole) if number.ratio else None)

    def _scaled(self, place: int) -> Number | None:
        """Return a number with what multiplies it: two and a half million, three quarters."""
        number = self._simple(place)
        if number is None:
            return None
        if part := self.phrase(number.end, "part"):
            number = Number(number.value * part.value, part.end, (number.value, 1 / part.value))
        said = self.words.scale(self.tokens[number.end - 1].key.rpartition(" ")[2])
        number = self._with_extra(number, said if said >= THOUSAND else Fraction(1))
        scale = Fraction(1)
        while found := self._behind_article(number.end, "scale"):
            scale *= found.value
            number = Number(number.value * found.value, found.end)
        if scale == 1:
            return number
        more = self._scaled(number.end) if scale >= THOUSAND else None
        if more and not more.ratio and 0 < more.value < scale:  # 2 million 500 thousand
            return Number(number.value + more.value, more.end)
        return self._with_extra(number, scale)

    def _with_extra(self, number: Number, scale: Fraction) -> Number:
        """Return a number with the fraction that is said behind it: two and a half."""
        extra = None if number.ratio else self.phrase(number.end, "extra")
        return Number(number.value + extra.value * scale, extra.end) if extra else number

    def _behind_article(self, place: int, *roles: str) -> Phrase | None:
        """Return a phrase, an article before it or not: a half, half a million."""
        article = self.phrase(place, "article")
        return self.phrase(article.end if article else place, *roles)

    def _simple(self, place: int) -> Number | None:
        """Return a number without scales."""
        article = self.phrase(place, "article")
        start = article.end if article else place
        if found := self.phrase(start, "half", "whole"):
            ratio = Fraction(1), Fraction(2)
            return Number(found.value, found.end, ratio if found.role == "half" else None)
        if article and (said := self.value(start, is_said=True)):  # a hundred and five
            return Number(said, start + 1)
        if (said := self.value(place, is_said=True)) is not None:
            return Number(said, place + 1)
        may_be_part = article or self.words.code in {"ru", "ja"}  # which have none
        if self.phrase(start, "scale", "part") if may_be_part else self.phrase(start, "scale"):
            return Number(Fraction(1), start)
        value = self.value(place)
        return None if value is None else self._with_fraction(Number(value, place + 1))

    def _with_fraction(self, number: Number) -> Number:
        """Return a number in digits with its fraction or power: 3/20, 2 1/2, 3*10^8."""
        value, end = number.value, number.end
        part, whole = self.value(end), self.value(end + 2)
        if self.text(end) == "/" and (below := self.value(end + 1)):
            return Number(value / below, end + 2, (value, below))
        is_mixed = self.text(end + 1) == "/" and value.denominator == 1
        if is_mixed and part and whole and part < whole:
            return Number(value + part / whole, end + 3)
        factor = Fraction(1)
        if self.text(end) in TIMES and self.text(end + 1) == "10":
            factor, value, end = value, Fraction(10), end + 2
        if self.text(end) != "^":
            return number
        sign = -1 if self.text(end + 1) == "-" else 1
        end += 1 + (self.text(end + 1) in {"+", "-"})
        exponent, most = self.value(end), MOST_OF_TEN if value == 10 else MOST_OF_POWER  # noqa: PLR2004
        if not value or exponent is None or exponent.denominator != 1 or exponent > most:
            return number
        return Number(factor * value ** (sign * int(exponent)), end + 1)

    # --- amounts --------------------------------------------------------------------------------

    def amount(self) -> Amount | None:
        """Return the one amount of a piece."""
        place, era, number = 0, "", None
        prefix: list[Token] = []
        while number is None and place < len(self.tokens):
            if number := self._number_or_none(place):
                break
            aside = self.phrase(place, "lead", "bc", "ad")
            if aside is None:
                prefix.append(self.tokens[place])
            elif aside.role != "lead":
                era = aside.role
            place = aside.end if aside else place + 1
        if number is None:
            return None
        is_plain = number.end == place + 1 and self.text(place)[0].isdigit()
        digits = self.text(place) if is_plain else ""
        amount = Amount(number.value, digits, number.ratio, _typed(prefix), era=era)
        return self._with_rest(amount, number)

    def _number_or_none(self, place: int) -> Number | None:
        """Return a number; none at all is zero, and an article before a unit and a half is one."""
        if none := self.phrase(place, "none"):
            return Number(Fraction(0), none.end)
        if number := self.number(place):
            return number
        article = self.phrase(place, "article")
        is_one = article and any(self.phrase(at, "extra") for at in range(len(self.tokens)))
        return Number(Fraction(1), article.end) if article and is_one else None

    def _with_rest(self, amount: Amount, number: Number) -> Amount:
        """Return an amount with what stands behind its number: a whole, an era, a unit."""
        kept: list[Token] = []
        place = number.end
        if number.ratio is None:
            if share := self._share(number):
                kept, amount, place = [*share[0]], self._divided(amount, share[1]), share[2]
        elif place < len(self.tokens):  # half an hour, a quarter of an hour
            of = self.phrase(place, "of")
            place = of.end if of else place
            article = self.phrase(place, "article")
            place = article.end if article else place
        roles = ("trail", "bc", "ad", "year") if self.is_bare else ("trail", "bc", "ad")
        while place < len(self.tokens):
            extra, aside = self.phrase(place, "extra"), self.phrase(place, *roles)
            if extra and extra.end == len(self.tokens):  # an hour and a half
                amount, place = replace(amount, value=amount.value + extra.value), extra.end
            elif aside:
                era = aside.role if aside.role in {"bc", "ad"} else amount.era
                amount, place = replace(amount, era=era), aside.end
            else:
                kept.append(self.tokens[place])
                place += 1
        return replace(amount, unit=_typed(kept))

    def _share(
        self, number: Number
    ) -> tuple[Sequence[Token], tuple[Fraction, Fraction], int] | None:
        """Return the noun, the ratio and the end of a share: 13 patients of 56."""
        for place in range(number.end, min(len(self.tokens), number.end + MOST_OF_NOUN)):
            noun = self.tokens[number.end : place]
            found = self.phrase(place, "of", "whole_first")
            other = self.number(found.end) if found else None
            if found is None or other is None or other.ratio:
                continue
            is_counted = unit_of(_typed(noun)) == NO_UNIT or unit_of(_typed(noun)).is_count
            parts = (number.value, other.value)
            part, whole = parts if found.role == "of" else parts[::-1]
            return (noun, (part, whole), other.end) if whole and is_counted else None
        return None

    @staticmethod
    def _divided(amount: Amount, ratio: tuple[Fraction, Fraction]) -> Amount:
        return replace(amount, value=ratio[0] / ratio[1], ratio=ratio)


def _typed(tokens: Sequence[Token]) -> str:
    """Return tokens as they were typed, one space where there was any."""
    text, end = "", 0
    for token in tokens:
        text += f" {token.text}" if text and end < token.start else token.text
        end = token.end
    return text
