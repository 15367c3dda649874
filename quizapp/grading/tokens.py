"""A text becomes tokens: words, numbers and signs that can be compared."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from quizapp.grading.fold import bare, clean, fold_word, with_greek_as_latin, with_greek_spelled
from quizapp.grading.languages import ENGLISH, Language

_MOST_EXACT_LETTERS = 3  # a word that is no longer is right to the letter or not at all
_MOST_CAPITALS = 5
_FEWEST_LETTERS_OF_NUMBER = 3
_LANGUAGES_OF_NUMBERS = frozenset({"en", "de", "fr", "es", "it", "pt", "nl"})

# Signs that belong to the letter before them, which regular expressions take for none.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0970-\u0dff\u0e31-\u0e4e"
)
# Initials (D.N.A.); digits with the marks between them; a word with the signs that end it (K+, C#);
# one sign that tells: punctuation does not.
_TOKEN = re.compile(
    r"(?P<initials>(?<![^\W_])(?:[^\W\d_]\.){2,}[^\W\d_]?(?![^\W_]))"
    rf"|\d+(?:[.,:]\d+)+|(?:[^\W_]|[{_MARKS}])+(?:'[^\W\d_]+)*(?:[+#]+(?!\w)|-(?=$|[\s,;)]))?"
    r"|[^\s\w.,;:!?¿¡'`\"()\[\]{}…-]"
)
_ORDINAL = re.compile(
    r"(\d+)(?:st|nd|rd|th|er|re|ère|e|ème|nd|nde|º|ª|o|a|de|ste|-?(?:й|я|е|го|ая|ый))"
)
_ROMAN = re.compile(r"(?=[ivxl])(xl|l?x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_IN_CAPITALS = re.compile(
    r"(?=[MDCLXVI]{4})M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})"
)
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_RUSSIAN_ORDINALS = (
    "перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят",
    "одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат",
    "восемнадцат", "девятнадцат", "двадцат",
)  # fmt: skip
_RUSSIAN_ORDINAL = re.compile(
    rf"({'|'.join(_RUSSIAN_ORDINALS)})(?:ый|ой|ий|ая|ья|ое|ье|ого|ьего|ому|ым|ом|ую|ью|ые|ых|ыми)"
)
_SIGN_WORDS = {"%": "percent", "°": "degree"}
_TELLING_MARKS = frozenset("%‰&*/#@")
_TENS, _ONES = range(20, 100, 10), range(1, 10)
_SINGLE_ROMANS = frozenset("IVX")
_POSSESSIVE = re.compile(r"'s?$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign.

    Attributes:
        text: as typed.
        form: in one case; "&" for all words that join.
        number: what it counts; None where it is no number.
        is_ordinal: whether it counts a place: third, 3rd.
        is_glued: whether a hyphen joins it to what stands before.
        opens: whether it is the first of a text, or of a clause.
    """

    text: str
    form: str
    number: int | None = None
    is_ordinal: bool = False
    is_glued: bool = False
    opens: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether it is right to the letter or not at all."""
        return (
            self.number is not None
            or len(self.form) <= _MOST_EXACT_LETTERS
            or not self.form.isalpha()
            or (self.text.isupper() and len(self.text) <= _MOST_CAPITALS)
        )

    @property
    def is_capitalised(self) -> bool:
        """Whether it is written as a name is."""
        return self.text[:1].isupper()

    @property
    def is_letter(self) -> bool:
        """Whether it is a single letter."""
        return len(self.form) == 1 and self.form.isalpha()


@lru_cache(maxsize=2048)
def tokens_of(text: str, language: Language) -> tuple[Token, ...]:
    """Return the tokens of `text`."""
    return tuple(_add_ones(_tokens(with_greek_spelled(clean(text)), language)))


def _add_ones(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield tokens, two words of one number as one: twenty-first."""
    last: Token | None = None
    for token in tokens:
        if last and _counts(last, _TENS) and _counts(token, _ONES):
            last = replace(
                token,
                text=f"{last.text}-{token.text}",
                form=f"{last.form}-{token.form}",
                number=(last.number or 0) + (token.number or 0),
            )
            continue
        if last:
            yield last
        last = token
    if last:
        yield last


def _counts(token: Token, numbers: range) -> bool:
    return token.form.isalpha() and token.number in numbers


def _tokens(text: str, language: Language) -> Iterable[Token]:
    end = 0
    for found in _TOKEN.finditer(text):
        if len(found[0]) == 1 and is_punctuation(found[0]):
            continue
        word = found[0].replace(".", "") if found["initials"] else found[0]
        between = text[end : found.start()]
        opens = not end or bool(re.search(r"[,;:(]", between))
        is_glued = between == "-"
        end = found.end()
        if language.elided and "'" in word:
            before, _, word = word.rpartition("'")
            if fold_word(before, language) not in language.elided:
                word = before + word
            else:
                yield Token(before, fold_word(before, language), opens=opens, is_glued=is_glued)
                opens = is_glued = False
        token = _token(word, language, is_glued=is_glued, opens=opens)
        if token.form:  # a mark alone has none
            yield token


def is_punctuation(sign: str) -> bool:
    """Return whether a sign of any script only parts words: 「 and 。, but not % or &."""
    return unicodedata.category(sign).startswith("P") and sign not in _TELLING_MARKS


def _token(word: str, language: Language, *, is_glued: bool, opens: bool) -> Token:
    form = fold_word(_POSSESSIVE.sub("", word).replace("'", ""), language)
    if language is ENGLISH:
        form = _SIGN_WORDS.get(form) or (bare(form) if len(form) == 1 else form)
    if form in language.and_words or form in {"&", "+"}:
        is_operator = word.isupper() and not word.islower() and len(word) > 1  # AND
        return Token(word, word if is_operator else "&", is_glued=is_glued, opens=opens)
    if form in language.against and word.islower():
        return Token(word, "v", is_glued=is_glued, opens=opens)
    number, is_ordinal = numeral_of(_POSSESSIVE.sub("", word), language)
    return Token(word, form, number, is_ordinal, is_glued, opens)


@lru_cache(maxsize=4096)
def numeral_of(word: str, language: Language) -> tuple[int | None, bool]:
    """Return what a word counts, and whether it counts a place; (None, False) where it does not.

    Digits, ordinals, Roman numerals (a single letter only as I, V or X) and words.
    """
    if word.isdecimal():
        return int(word), False
    folded = word.casefold()
    if found := _ORDINAL.fullmatch(folded):
        return int(found[1]), True
    is_roman = (len(word) > 1 or word in _SINGLE_ROMANS) and _ROMAN.fullmatch(folded)
    if is_roman or _ROMAN_IN_CAPITALS.fullmatch(word):
        return _roman_value(folded), False
    if language.code == "ru" and (found := _RUSSIAN_ORDINAL.fullmatch(folded)):
        return _RUSSIAN_ORDINALS.index(found[1]) + 1, True
    if (
        language.code in _LANGUAGES_OF_NUMBERS
        and len(word) >= _FEWEST_LETTERS_OF_NUMBER
        and word.isalpha()
    ):
        from text_to_num import (  # type: ignore[attr-defined]  # noqa: PLC0415 (start-up)
            alpha2digit,  # exported without saying so
        )

        digits = alpha2digit(folded, language.code, 0.0)
        is_ordinal = not digits.isdecimal()
        if found := re.match(r"\d+", digits):
            return int(found[0]), is_ordinal
    return None, False


def _roman_value(folded: str) -> int:
    values = [_ROMAN_DIGITS[letter] for letter in folded]
    return sum(
        -value if any(later > value for later in values[at + 1 :]) else value
        for at, value in enumerate(values)
    )


def join_tokens(tokens: Sequence[Token]) -> str:
    """Return the forms of tokens written on, a mark kept between two digits."""
    joined = ""
    for token in tokens:
        form = str(token.number) if token.number is not None else token.form
        is_between_digits = joined[-1:].isdigit() and form[:1].isdigit()
        joined += f" {form}" if is_between_digits else form
    return joined


def without_articles(
    tokens: Sequence[Token], language: Language, *, is_key: bool = False
) -> tuple[Token, ...]:
    """Return tokens without their articles.

    One of a single letter is an article only where a noun phrase begins; the last word, a word
    written on with a hyphen, and a capital A that does not open an answer are none: an A band.
    """
    return tuple(
        token
        for at, token in enumerate(tokens)
        if not (
            token.form in language.articles
            and at + 1 < len(tokens)
            and not tokens[at + 1].is_glued
            and _opens_phrase(tokens, at, language, is_key=is_key)
        )
    )


def _opens_phrase(tokens: Sequence[Token], at: int, language: Language, *, is_key: bool) -> bool:
    token = tokens[at]
    if not token.is_letter:
        return True
    if is_key and token.is_capitalised:
        return False
    before = tokens[at - 1].form if at else ""
    return token.opens or (before in language.silent and not token.is_capitalised)


def latin_form(text: str) -> str:
    """Return `text` with Greek letters as the first letters of their names."""
    return with_greek_as_latin(clean(text))
