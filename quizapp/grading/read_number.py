"""Reading one number at a place of a text, in digits or in words, with what multiplies it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from quizapp.grading.notation import (
    Token,
    number_in_digits,
    plain,
    power,
    spaced_end,
    tokens_of,
)
from quizapp.grading.number_words import (
    NumberWords,
    kanji_number,
    number_in_words,
    roman_number,
    words_of,
)

MOST_CHARACTERS = 200
TIMES = frozenset({"×", "x", "*", "·"})
TEN = 10
THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Number:
    """A number that was read.

    Attributes:
        value: what it is; of a fraction the quotient.
        end: the place of the token behind it.
        part: the numerator where it was written as a fraction of digits.
        whole: the denominator where it was said as a fraction, three quarters too; else None.
    """

    value: Fraction
    end: int
    part: Fraction | None = None
    whole: Fraction | None = None


def value_of(text: str, language: str = "en") -> Fraction | None:
    """Return the number that `text` is, and nothing beside it; None for any other text.

    Digits of any script, the marks and number words of `language`, fractions, powers, and roman
    numerals of two capitals up.
    """
    if len(text) > MOST_CHARACTERS:
        return None
    tokens = tokens_of(plain(text))
    if not tokens:
        return None
    if len(tokens) == 1 and tokens[0].text.isupper() and (roman := roman_number(tokens[0].text)):
        return roman
    number = read_number(tokens, 0, language)
    if number is None or ordinal_end(tokens, number, language) != len(tokens):
        return None
    return number.value


def read_number(tokens: Sequence[Token], start: int, language: str) -> Number | None:
    """Return the number at `start`, its sign with it; None where none begins there."""
    words = words_of(language)
    sign = 1
    if start < len(tokens) and tokens[start].text in "+-":
        sign, start = (-1 if tokens[start].text == "-" else 1), start + 1
    elif found := words.phrase(tokens, start, "minus"):
        sign, start = -1, found[1]
    number = _scaled(tokens, start, words, language)
    if number is None:
        return None
    part = None if number.part is None else sign * number.part
    return replace(number, value=sign * number.value, part=part)


def ordinal_end(tokens: Sequence[Token], number: Number, language: str) -> int:
    """Return where a number ends with the ending of an ordinal that closes the text: 3rd, 1er."""
    behind = words_of(language).phrase(tokens, number.end, "ordinal")
    is_one = behind is not None and behind[1] == len(tokens) and number.whole is None
    return len(tokens) if is_one and _touch(tokens, number.end) else number.end


def _touch(tokens: Sequence[Token], place: int) -> bool:
    """Return whether no space stands before the token at `place`, behind digits."""
    before = tokens[place - 1]
    return before.is_digits and before.end == tokens[place].start


def _scaled(
    tokens: Sequence[Token], start: int, words: NumberWords, language: str
) -> Number | None:
    """Return a number with the scales behind it: two and a half million, 2 million 500 thousand."""
    number = _simple(tokens, start, words, language)
    if number is None:
        article = words.phrase(tokens, start, "article")
        place = article[1] if article else start
        may_be_part = article or "article" not in words.phrases
        roles = ("scale", "part") if may_be_part else ("scale",)
        if words.phrase(tokens, place, *roles) is None:
            return None
        said = number_in_words(tokens, place, language) if article else None
        number = Number(*said) if said else Number(Fraction(1), place)  # a hundred and five
    number = _with_fraction(tokens, number, words, start)
    scale = Fraction(1)
    while (found := _scale_at(tokens, number.end, words)) is not None:
        scale *= found[0]
        number = Number(number.value * found[0], found[1])
    if scale == 1:
        return number
    if extra := words.phrase(tokens, number.end, "extra"):
        return Number(number.value + extra[0] * scale, extra[1])
    more = _scaled(tokens, number.end, words, language) if scale >= THOUSAND else None
    if more is not None and more.whole is None and 0 < more.value < scale:
        is_scaled = more.value >= THOUSAND or language == "ja" or not tokens[more.end - 1].is_digits
        if is_scaled:
            return Number(number.value + more.value, more.end)
    return number


def _scale_at(
    tokens: Sequence[Token], place: int, words: NumberWords
) -> tuple[Fraction, int] | None:
    """Return the scale at `place`, with an article before it: half a million, 1k."""
    if place >= len(tokens):
        return None
    if tokens[place].text == "k" and _touch(tokens, place):
        return Fraction(THOUSAND), place + 1
    article = words.phrase(tokens, place, "article")
    return words.phrase(tokens, article[1] if article else place, "scale")


def _with_fraction(
    tokens: Sequence[Token], number: Number, words: NumberWords, start: int
) -> Number:
    """Return a number with the fraction that is said behind it: three quarters, two and a half."""
    if number.whole is not None:
        return number
    if extra := words.phrase(tokens, number.end, "extra"):
        last = next(
            (
                scale[0]
                for place in range(start, number.end)
                if (scale := words.phrase(tokens, place, "scale")) and scale[1] == number.end
            ),
            Fraction(1),
        )
        return Number(number.value + extra[0] * (last if last >= THOUSAND else 1), extra[1])
    if part := words.phrase(tokens, number.end, "part"):
        value = number.value * part[0]
        return Number(value, part[1], None, 1 / part[0])
    return number


def _simple(
    tokens: Sequence[Token], start: int, words: NumberWords, language: str
) -> Number | None:
    """Return a number without scales."""
    if start >= len(tokens):
        return None
    if tokens[start].text[0].isdigit() or tokens[start].text[0] == ".":
        return _in_digits(tokens, start, language)
    if found := words.phrase(tokens, start, "whole"):
        return Number(*found)
    article = words.phrase(tokens, start, "article")
    if half := words.phrase(tokens, article[1] if article else start, "half"):
        return Number(half[0], half[1], None, Fraction(2))
    if found := number_in_words(tokens, start, language):
        return _with_decimals(tokens, Number(*found), words, language)
    if joined := _joined(tokens[start], words, language):
        return Number(joined, start + 1)
    is_last = start + 1 == len(tokens)
    if is_last and (roman := roman_number(tokens[start].text)) is not None:
        return Number(roman, start + 1)
    return None


def _joined(token: Token, words: NumberWords, language: str) -> Fraction | None:
    """Return a number with a fraction in one word: zweieinhalb."""
    for key, listed in words.phrases.get("extra", {}).items():
        if token.key.endswith(key) and len(token.key) > len(key) and len(listed[0][0]) == 1:
            before = token.key.removesuffix(key)
            found = number_in_words(tokens_of(before), 0, language)
            return found[0] + listed[0][1] if found else None
    return None


def _with_decimals(
    tokens: Sequence[Token], number: Number, words: NumberWords, language: str
) -> Number:
    """Return a number with decimals in words: zero point seven five, sieben Komma fünf."""
    point = words.phrase(tokens, number.end, "point")
    digits, end = "", point[1] if point else 0
    while point and (found := number_in_words(tokens, end, language)):
        digits, end = digits + str(found[0]), found[1]
    if not digits.isdecimal() or number.value.denominator != 1:
        return number
    return Number(Fraction(f"{number.value}.{digits}"), end)


def _in_digits(tokens: Sequence[Token], start: int, language: str) -> Number | None:
    """Return a number in digits, with its fraction or power."""
    end = spaced_end(tokens, start)
    text = "".join(token.text for token in tokens[start:end])
    value = number_in_digits(text, language)
    if value is None:
        return None
    if end < len(tokens) and (kanji := _kanji_behind(tokens, end)) is not None:
        return Number(value * kanji, end + 1)
    if fraction := _fraction(tokens, end, value, language):
        return fraction
    return _powered(tokens, Number(value, end), language)


def _kanji_behind(tokens: Sequence[Token], place: int) -> Fraction | None:
    """Return the place in kanji behind digits: 3千."""
    is_place = tokens[place].text in {"千", "百"} and _touch(tokens, place)
    return kanji_number(tokens[place].text) if is_place else None


def _fraction(tokens: Sequence[Token], end: int, value: Fraction, language: str) -> Number | None:
    """Return 3/20, or 2 1/2 where two numbers stand in front of the stroke."""
    texts = [token.text for token in tokens[end : end + 4]]
    if texts[:1] == ["-"]:
        texts, end = texts[1:], end + 1
    if len(texts) >= 3 and texts[0].isdigit() and texts[1] == "/" and texts[2].isdigit():  # noqa: PLR2004
        part, whole = int(texts[0]), int(texts[2])
        if value.denominator == 1 and 0 < part < whole:
            return Number(value + Fraction(part, whole), end + 3)
        return None
    if texts[:1] == ["/"] and len(texts) > 1 and tokens[end].text == "/":
        last = spaced_end(tokens, end + 1) if texts[1][0].isdigit() else end + 1
        text = "".join(token.text for token in tokens[end + 1 : last])
        whole_value = number_in_digits(text, language) if text else None
        if whole_value:
            return Number(value / whole_value, last, value, whole_value)
    return None


def _powered(tokens: Sequence[Token], number: Number, language: str) -> Number:
    """Return a number with the power behind it: 3 × 10^8, 10**23, 2 to the power of 3."""
    words = words_of(language)
    factor, place = Fraction(1), number.end
    base, texts = number.value, [token.text for token in tokens[place : place + 2]]
    if len(texts) > 1 and fold_sign(texts[0]) in TIMES and texts[1] == "10":
        factor, base, place = number.value, Fraction(TEN), place + 2
    behind = _caret_end(tokens, place) or (
        found[1] if (found := words.phrase(tokens, place, "power")) else None
    )
    if behind is None:
        return number
    sign = -1 if behind < len(tokens) and tokens[behind].text == "-" else 1
    behind += behind < len(tokens) and tokens[behind].text in "+-"
    if behind >= len(tokens):
        return number
    if tokens[behind].text.isdigit():
        exponent, end = Fraction(tokens[behind].text), behind + 1
    elif said := number_in_words(tokens, behind, language):
        exponent, end = said
    else:
        return number
    raised = power(base, sign * exponent)
    return number if raised is None else Number(factor * raised, end)


def fold_sign(text: str) -> str:
    """Return a sign of multiplication in small letters."""
    return text.lower()


def _caret_end(tokens: Sequence[Token], place: int) -> int | None:
    """Return where a `^` or `**` at `place` ends."""
    texts = [token.text for token in tokens[place : place + 2]]
    if texts[:1] == ["^"]:
        return place + 1
    return place + 2 if texts == ["*", "*"] else None
