"""The tokens of a text, each number among them with its value; what an answer is, others know.

`text2num` reads number words; Russian ones and kanji are summed up here. The words around numbers
are in `data/amounts.tsv`, a row for each role and a column for each language.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from quizapp.grading.dictionary import open_dictionary
from quizapp.grading.fold import bare, clean, with_umlauts_spelled
from quizapp.grading.languages import language_of
from quizapp.grading.tables import table_columns, table_rows
from quizapp.grading.tokens import numeral_of
from quizapp.grading.words_to_digits import write_in_digits

MOST_WORDS = 12  # of one number
LEAST_TO_MEND = 4  # letters
JOINING = frozenset({"de", "it", "nl"})  # their numbers are joined into words that no list holds
SIGNS = str.maketrans("≧⩾≦⩽≠∼〜～≈≃≅÷", "≥≥≤≤<~~~~~~/", "ºª")
KANJI_DIGITS = "〇零一二三四五六七八九十百千"
HAN = "\u3007\u3400-\u9fff"
# Kanji are read one by one, but for a run of numerals. Possessive: no text is read twice.
TOKEN = re.compile(
    r"[1-9]\d{0,2}+(?: \d{3})++(?!\d)(?:[.,]\d++)?+"
    r"|\d++(?:[.,]\d++)*+[eE][-+]?\d{1,3}(?![^\W_])"
    r"|\d++(?:[.,'٫٬_]\d++)*+(?:k(?![^\W_]))?+|\.\d++|\.{2,}+"
    r"|[^\W\d_]+?(?=(?:einhalb|[eë]nhalf)(?![^\W_]))"  # zweieinhalb is two words
    rf"|[{KANJI_DIGITS}]++|[{HAN}]|[^\W\d_{HAN}]++|\S"
)
SILENT = frozenset(".'\"!?¿¡。")
GROUPS = re.compile(r"[1-9]\d{0,2}([ .,'_٬])\d{3}(?:\1\d{3})*|[1-9]\d?(?:,\d\d)+,\d{3}")  # 1,00,000
POWER = re.compile(r"(?:(\d) ?[x*] ?|(?<![\w.,]))10\^([-+]?\d{1,3})(?!\d)")  # 3*10^8
PURE = re.compile(r"\d+(?:\.\d+)?")
YEAR = re.compile(r"(1\d|[2-9]\d) ([1-9]\d)")  # fourteen ninety-two
ROMAN = re.compile("[IVXLCDM]{2,}|[ivx]{2,}")


@dataclass(frozen=True, slots=True)
class NumberToken:
    """A number, word or sign; `key` is it folded, `value` what it is worth as a number."""

    text: str
    key: str
    start: int
    end: int
    value: Fraction | None = None


class Phrase(NamedTuple):
    """Words with a role, what they are worth, and the place behind them; without role none."""

    role: str
    value: Fraction
    end: int

    def __bool__(self) -> bool:
        return bool(self.role)


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words of one language."""

    code: str
    # By its first word each phrase, its role and value, the longest first.
    phrases: dict[str, list[tuple[tuple[str, ...], str, Fraction]]] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)  # number words by their folded form
    worth: dict[str, int] = field(default_factory=dict)  # of words that no library reads

    def phrase(self, tokens: Sequence[NumberToken], place: int, *roles: str) -> Phrase:
        """Return the longest phrase of `roles` at `place`, if any."""
        for words, role, value in self.phrases.get(tokens[place].key if tokens[place:] else "", ()):
            end = place + len(words)
            if role in roles and words == tuple(token.key for token in tokens[place:end]):
                return Phrase(role, value, end)
        return Phrase("", Fraction(0), place)

    def scale(self, word: str) -> Fraction:
        """Return what a folded word multiplies by: a thousand; 1 where it is no scale."""
        found = self.phrases.get(word, ())
        return next((value for _, role, value in found if role == "scale"), Fraction(1))


@cache
def number_words(language: str) -> NumberWords:
    """Return the words of a language; without a column of its own, what all have in common."""
    words, columns = NumberWords(language_of(language).code), table_columns("amounts.tsv")
    places = [columns.index(each) for each in ("any", words.code) if each in columns]
    for row in table_rows("amounts.tsv"):
        role, value = row[0], Fraction(row[1] or 0)
        for phrase in filter(None, "|".join(row[place] for place in places).split("|")):
            if role == "number":
                words.written.update({fold(phrase): phrase, with_umlauts_spelled(phrase): phrase})
                words.worth.update({fold(phrase): int(value)} if row[1] else {})
            else:
                keys = tuple(fold(each[0]) for each in TOKEN.finditer(phrase))
                words.phrases.setdefault(keys[0], []).append((keys, role, value))
    for listed in words.phrases.values():
        listed.sort(key=lambda each: -len(each[0]))
    return words


def fold(word: str) -> str:
    """Return `word` without case and accents."""
    return bare(word.casefold())


def plain(text: str) -> str:
    """Return `text` in plain characters: ASCII digits, one dash, 3e8 for 3 × 10⁸."""
    if not text.isascii():
        text = re.sub("[¼-¾⅐-⅞]", lambda found: f" {unicodedata.normalize('NFKC', found[0])}", text)
        text = clean(text.translate(SIGNS))
        text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    text = clean(text).replace("**", "^").replace("+/-", "±").replace("+-", "±")
    text = re.sub(r"(?<=[\w.])-(?=[^\W\d_])", " ", text)  # forty-two, 3-year
    return POWER.sub(lambda found: f"{found[1] or 1}e{found[2]}", text)


def tokens_of(text: str, language: str) -> tuple[NumberToken, ...]:
    """Return the tokens of a plain text, the words of one number as one; silent marks go."""
    found = [NumberToken(e[0], fold(e[0]), e.start(), e.end()) for e in TOKEN.finditer(text)]
    tokens = [each for each in found if each.text not in SILENT]
    if len(tokens) == 1 and ROMAN.fullmatch(tokens[0].text):
        roman, _ = numeral_of(tokens[0].text, language_of(language))
        return (replace(tokens[0], value=None if roman is None else Fraction(roman)),)
    return tuple(_with_values(text, tokens, number_words(language)))


def _with_values(
    text: str, tokens: Sequence[NumberToken], words: NumberWords
) -> Iterator[NumberToken]:
    """Yield tokens with their values, the words of one number as one token."""
    place = 0
    while place < len(tokens):
        first, end = tokens[place], place + 1
        if re.match(r"\.?\d", first.text):
            value = number_in_digits(first.text, words.code)
        elif first.text[0] in KANJI_DIGITS:
            value = _kanji_value(first.text)
        else:
            value, end = _value_in_words(tokens, place, words)
        key, last = " ".join(each.key for each in tokens[place:end]), tokens[end - 1].end
        yield NumberToken(text[first.start : last], key, first.start, last, value)
        place = end


def number_in_digits(text: str, language: str, *, swaps_marks: bool = False) -> Fraction | None:
    """Return the number that digits are in `language`; None where their marks say none.

    Of two kinds of marks the last is the decimal one. A single mark that is not the language's
    decimal one marks thousands if three digits stand behind it, and decimals otherwise; where one
    `swaps_marks`, it is the other way round.
    """
    factor, _, exponent = text.removesuffix("k").lower().partition("e")
    has_comma = language_of(language).has_decimal_comma != swaps_marks
    marks = re.sub(r"\d", "", factor)
    mark = marks[-1:]
    is_usual = len(marks) > 1 or mark == ".,"[has_comma] or not GROUPS.fullmatch(factor)
    is_decimal = marks.count(mark) == 1 and mark in {".", ",", "٫"} and is_usual
    whole, _, decimals = factor.rpartition(mark) if is_decimal else (factor, "", "")
    if whole and not (whole.isdecimal() or GROUPS.fullmatch(whole)):
        return None
    value = Fraction(re.sub(r"\D", "", whole) + (f".{decimals}" if decimals else ""))
    return value * Fraction(10) ** (int(exponent or 0) + 3 * text.endswith("k"))


def _value_in_words(
    tokens: Sequence[NumberToken], start: int, words: NumberWords
) -> tuple[Fraction | None, int]:
    """Return the number in words at `start` and its end; the library alone forgives plurals."""
    end, roles = start, ("and", "point", "scale")
    while end < min(len(tokens), start + MOST_WORDS):
        token = tokens[end]
        is_joined = words.code in JOINING and _worth((token.text.lower(),), words.code) is not None
        is_inside = end > start and words.phrase(tokens, end, *roles)
        if not (token.key in words.written or is_joined or is_inside):
            break
        end += 1
    for stop in range(end, start, -1):
        written = tuple(words.written.get(e.key, e.text.lower()) for e in tokens[start:stop])
        if (value := _worth(written, words.code)) is not None:
            return value, stop
    return None, start + 1


@lru_cache(maxsize=4096)
def _worth(written: Sequence[str], code: str) -> Fraction | None:
    """Return what words are worth together; None where they are not one number."""
    if worth := number_words(code).worth:
        keys = [fold(each) for each in written]
        scales = {key: int(number_words(code).scale(key)) for key in keys if key not in worth}
        values = [(worth | scales)[key] for key in keys]
        return None if 1 in scales.values() else _sum_of(values, scales.values())
    digits = write_in_digits(" ".join(written), code).replace(",", ".")
    digits = YEAR.sub(r"\1\2", digits) if code in {"en", "nl"} else digits
    return Fraction(digits) if PURE.fullmatch(digits) else None


def _sum_of(values: Sequence[int], scales: Collection[int]) -> Fraction | None:
    """Return the sum of values that go down, scales multiplying what precedes: 123, 二十三."""
    total, part, below = 0, 0, 1000
    for value in values:
        if value in scales:
            if 0 < total <= value:
                return None
            total, part, below = total + (part or 1) * value, 0, 1000
        elif value >= below:
            return None
        else:
            part += value
            below = 100 if value >= 100 else 10 if value >= 20 else 0  # noqa: PLR2004
    return Fraction(total + part)


def _kanji_value(text: str) -> Fraction | None:
    """Return a number below ten thousand in kanji: by places (二十三), or digits (一九九七)."""
    values = [int(unicodedata.numeric(each)) for each in text]
    if max(values) < 10:  # noqa: PLR2004
        return Fraction("".join(map(str, values)))
    return _sum_of(values, (10, 100, 1000))


def mended_texts(
    text: str, written: Mapping[str, str], language: str
) -> Iterator[tuple[str, str, str]]:
    """Yield each word of `written` that one in a text is a slip of, that one, and the text mended.

    A letter at the end is no slip, hundreds are no hundred; nor is a word of the language itself.
    """
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (start-up: most answers need no mending)

    dictionary, known = open_dictionary(language), number_words(language).phrases.keys() | written
    for token in tokens_of(text, language):
        if token.value is not None or token.key in known or dictionary.known(token.text):
            continue
        near = {
            name
            for each, name in written.items()
            if min(len(each), len(token.key)) >= LEAST_TO_MEND
            and not token.key.startswith(each)
            and OSA.distance(each, token.key, score_cutoff=1) == 1
        }
        if len(near) == 1:
            name = near.pop()
            yield name, token.text, f"{text[: token.start]}{name}{text[token.end :]}"
