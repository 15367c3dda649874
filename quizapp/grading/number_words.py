"""Numbers in words: the words of each language, and what a run of them is worth."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from quizapp.grading.languages import language_of
from quizapp.grading.notation import KANJI_DIGITS, Token, fold, plain, tokens_of
from quizapp.grading.tables import table_columns, table_rows

MOST_WORDS = 16  # of one number
LEAST_TO_MEND = 4  # letters
READ_BY_LIBRARY = frozenset({"en", "de", "fr", "es", "it", "pt", "nl"})
JOINING = frozenset({"de", "it", "nl"})  # their numbers are joined into words that no list holds
ADDITIVE = "ru"
PAIRS_YEARS = "en"  # fourteen ninety-two
ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
KANJI_PLACES = {"十": 10, "百": 100, "千": 1000}
UMLAUTS = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"))


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words of one language.

    Attributes:
        phrases: for each role, and each first word, the phrases with their values, longest first.
        proper: number words as they are written, by their folded form; each with its value where
            no library reads it.
    """

    phrases: dict[str, dict[str, list[tuple[tuple[str, ...], Fraction]]]]
    proper: dict[str, tuple[str, Fraction | None]]

    def phrase(
        self, tokens: Sequence[Token], start: int, *roles: str
    ) -> tuple[Fraction, int] | None:
        """Return the value and the end of the longest phrase of `roles` at `start`, or None."""
        if start >= len(tokens):
            return None
        best: tuple[Fraction, int] | None = None
        for role in roles:
            for words, value in self.phrases.get(role, {}).get(tokens[start].key, ()):
                end = start + len(words)
                if best is not None and end <= best[1]:
                    break
                if words == tuple(token.key for token in tokens[start:end]):
                    best = value, end
                    break
        return best

    def may_be_in_number(self, key: str) -> bool:
        """Return whether a folded word stands in numbers: a number, a scale, "and"."""
        listed = (self.phrases.get(role, {}) for role in ("scale", "and"))
        return key in self.proper or any(key in each for each in listed)

    def has(self, tokens: Sequence[Token], *roles: str) -> bool:
        """Return whether a phrase of `roles` stands anywhere in `tokens`."""
        return any(self.phrase(tokens, place, *roles) for place in range(len(tokens)))


@cache
def number_words(language: str) -> NumberWords:
    """Return the words of `language`, an ISO 639-1 code; none for a language without a column."""
    words = NumberWords({}, {})
    columns = table_columns("amounts.tsv")
    if language not in columns:
        return words
    place = columns.index(language)
    for row in table_rows("amounts.tsv"):
        role, value = row[0], row[1]
        for phrase in filter(None, row[place].split("|")):
            if role == "number":
                worth = Fraction(value) if value else None
                words.proper[fold(phrase)] = (phrase, worth)
            else:
                keys = tuple(token.key for token in tokens_of(plain(phrase)))
                listed = words.phrases.setdefault(role, {}).setdefault(keys[0], [])
                listed.append((keys, Fraction(value or 0)))
                listed.sort(key=lambda each: -len(each[0]))
    for each in _joined_tens(language, list(words.proper.values())):
        words.proper[fold(each)] = (each, None)
    words.proper.update(_without_umlauts([each for each, _ in words.proper.values()]))
    return words


def _without_umlauts(names: Sequence[str]) -> Iterator[tuple[str, tuple[str, Fraction | None]]]:
    """Yield number words that have an umlaut, by how they are written without: zwoelf."""
    for spelled, umlaut in UMLAUTS:
        yield from (
            (name.replace(umlaut, spelled), (name, None)) for name in names if umlaut in name
        )


def _joined_tens(language: str, proper: Sequence[tuple[str, Fraction | None]]) -> list[str]:
    """Return the numbers from 21 to 99 of a language that writes them in one word."""
    names = [name for name, _ in proper]
    link = {"de": "und", "nl": "en", "it": ""}.get(language)
    if link is None:
        return []
    units, tens = names[1:10], names[20:28]
    if language == "it":
        return [f"{ten[:-1] if unit[0] in 'uo' else ten}{unit}" for ten in tens for unit in units]
    units = ["ein" if unit == "eins" else unit for unit in units]
    return [f"{unit}{link}{ten}" for unit in units for ten in tens]


def words_of(language: str) -> NumberWords:
    """Return the words of the language that a key is written in."""
    return number_words(language_of(language).code)


def number_in_words(
    tokens: Sequence[Token], start: int, language: str
) -> tuple[Fraction, int] | None:
    """Return the number that stands in words at `start` and where it ends; None for none."""
    if start >= len(tokens):
        return None
    if tokens[start].text[0] in KANJI_DIGITS:
        value = kanji_number(tokens[start].text)
        return None if value is None else (value, start + 1)
    if not tokens[start].is_word:
        return None
    code = language_of(language).code
    end = _run_end(tokens, start, code)
    for stop in range(end, start, -1):
        value = _worth(tokens[start:stop], code)
        if value is not None:
            return _paired(value, tokens, stop, end, code)
    return None


def _run_end(tokens: Sequence[Token], start: int, code: str) -> int:
    """Return where a run of number words, and of "and" between them, ends."""
    words = number_words(code)
    end = start
    for place in range(start, min(len(tokens), start + MOST_WORDS)):
        if is_number_word(tokens[place], code):
            end = place + 1
        elif place == start or not (
            words.phrase(tokens, place, "and") or words.phrase(tokens, place, "scale")
        ):
            break
        elif words.phrase(tokens, place, "scale"):
            end = place + 1
    return end


def _paired(
    value: Fraction, tokens: Sequence[Token], stop: int, end: int, code: str
) -> tuple[Fraction, int]:
    """Return a year said in two halves, fourteen ninety-two; else the number as it is."""
    if code != PAIRS_YEARS or not 11 <= value <= 99 or stop >= len(tokens):  # noqa: PLR2004
        return value, stop
    first = stop + (tokens[stop].key in {"oh", "o"})
    last = max(end, first + 1) if first > stop else end
    rest = _worth(tokens[first:last], code) if first < last else None
    least, most = (1, 9) if first > stop else (10, 99)
    if rest is None or not least <= rest <= most:
        return value, stop
    return value * 100 + rest, last


def is_number_word(token: Token, code: str) -> bool:
    """Return whether a word is one number."""
    return token.key in number_words(code).proper or _worth([token], code) is not None


def _worth(tokens: Sequence[Token], code: str) -> Fraction | None:
    """Return what words are worth together."""
    keys = [token.key for token in tokens]
    if code == ADDITIVE:
        return _sum_of(keys)
    if code not in READ_BY_LIBRARY:
        return None
    # The library forgives plurals and some slips; here each word must be one that is written so.
    words = number_words(code)
    if code not in JOINING and not all(map(words.may_be_in_number, keys)):
        return None
    # Loaded when words are first read; the library exports it without saying so.
    from text_to_num import text2num  # type: ignore[attr-defined]  # noqa: PLC0415

    proper = (words.proper.get(token.key) for token in tokens)
    written = (
        found[0] if found else _with_umlauts(token.text.lower(), code)
        for found, token in zip(proper, tokens, strict=True)
    )
    try:
        return Fraction(text2num(" ".join(written), code))
    except ValueError:
        return None


def _with_umlauts(word: str, code: str) -> str:
    """Return a German word with the umlauts that were spelled out: zwoelftausend."""
    if code == "de":
        for spelled, umlaut in UMLAUTS:
            word = word.replace(spelled, umlaut)
    return word


def _sum_of(keys: Sequence[str]) -> Fraction | None:
    """Return the sum of words that go down, сто двадцать три, scales multiplying what precedes."""
    words = number_words(ADDITIVE)
    total, part, below = Fraction(0), Fraction(0), 1000
    for key in keys:
        if key in words.proper:
            value = words.proper[key][1] or Fraction(0)
            if value >= below:
                return None
            part += value
            below = 100 if value >= 100 else 10 if value >= 20 else 0  # noqa: PLR2004
        elif key in words.phrases["scale"]:
            scale = words.phrases["scale"][key][0][1]
            if total and total < scale:
                return None
            total, part, below = total + (part or 1) * scale, Fraction(0), 1000
        else:
            return None
    return total + part


def kanji_number(text: str) -> Fraction | None:
    """Return a number below ten thousand in kanji: by places (二十三), or digits (一九九七)."""
    digits = {each: place for place, each in enumerate("零一二三四五六七八九")} | {"〇": 0}
    if not set(text) & set(KANJI_PLACES):
        return Fraction(int("".join(str(digits[each]) for each in text)))
    total, digit, last = 0, None, 10**4
    for each in text:
        if each in digits:
            if digit is not None:
                return None
            digit = digits[each]
        elif (place := KANJI_PLACES[each]) < last:
            total, digit, last = total + (1 if digit is None else digit) * place, None, place
        else:
            return None
    return Fraction(total + (digit or 0))


def roman_number(text: str) -> Fraction | None:
    """Return a roman numeral of two letters up; small letters only where they are i, v and x."""
    is_small = text.islower() and set(text) <= set("ivx")
    letters = text.upper() if is_small else text
    if len(letters) < 2 or not ROMAN.fullmatch(letters):  # noqa: PLR2004
        return None
    values = [ROMAN_VALUES[each] for each in letters]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return Fraction(sum(-one if one < after else one for one, after in pairs))


def mended(token: Token, language: str) -> str | None:
    """Return the one number word that a word is a slip of; None for none, or for several.

    A letter at the end is no slip: hundreds are no hundred.
    """
    code, key = language_of(language).code, token.key
    if len(key) < LEAST_TO_MEND or is_number_word(token, code):
        return None
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (start-up: most answers need no mending)

    near = {
        proper
        for each, (proper, _) in number_words(code).proper.items()
        if abs(len(each) - len(key)) <= 1
        and len(each) >= LEAST_TO_MEND
        and not key.startswith(each)
        and OSA.distance(each, key, score_cutoff=1) == 1
    }
    return near.pop() if len(near) == 1 else None
