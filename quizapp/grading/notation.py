"""Numbers in digits: from characters to tokens, and from marks to a `Fraction`. No words here."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.grading.languages import language_of

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
RAISED_RUN = re.compile("[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
SIGNS = str.maketrans({
    **dict.fromkeys("−–—‒‐‑﹣－", "-"),
    **dict.fromkeys("⁄∕÷", "/"),
    **dict.fromkeys("∙⋅・", "·"),
    **dict.fromkeys("✕✖⨯", "×"),
    **dict.fromkeys("≧⩾", "≥"),
    **dict.fromkeys("≦⩽", "≤"),
    **dict.fromkeys("’‘ʼ´`′", "'"),
    **dict.fromkeys("∼〜～≈≃≅", "~"),
})  # fmt: skip
VOICING = frozenset("\u3099\u309a")  # of kana: another syllable, no accent

# Kanji are read one by one, but for a run of numerals; a middle dot is no decimal mark before a
# power of ten. Possessive, so that no text is read twice.
HAN = "\u3007\u3400-\u9fff"
KANJI_DIGITS = "〇零一二三四五六七八九十百千"
TOKEN = re.compile(
    r"\d++(?:[.,]\d++)*+[eE][-+]?\d{1,3}(?![^\W_])"
    r"|\d++(?:[.,'٫٬_]\d++|·(?!10 ?[\^*])\d++)*+"
    r"|\.{2,}+|\.\d++"
    rf"|[{KANJI_DIGITS}]++|[{HAN}]"
    rf"|[^\W\d_{HAN}]++|\S"
)
SILENT = frozenset(".'\"“”„«»!?¿¡。?")
GROUP = 3  # digits between marks of thousands
MOST_OF_POWER = 20  # of another base than ten


@dataclass(frozen=True, slots=True)
class Token:
    """A number, word or sign of a text; `key` is it folded, `start` and `end` are its place."""

    text: str
    key: str
    start: int
    end: int

    @property
    def is_digits(self) -> bool:
        """Return whether it is a number in digits."""
        return self.text[-1:].isdigit()

    @property
    def is_word(self) -> bool:
        """Return whether it is letters."""
        return self.text[:1].isalpha()


def plain(text: str) -> str:
    """Return `text` in plain characters: ASCII digits, one dash, raised digits behind a `^`."""
    text = RAISED_RUN.sub(lambda found: f"^{found[0].translate(RAISED)}", text)
    text = "".join(map(_plain_character, text)).translate(SIGNS)
    text = text.replace("+/-", "±").replace("+-", "±")
    return " ".join(text.split())


def _plain_character(each: str) -> str:
    if each.isascii():
        return each
    if each.isdecimal():
        return str(unicodedata.decimal(each))
    if unicodedata.category(each) == "Cf":
        return ""
    same = unicodedata.normalize("NFKC", each)
    return f" {same} " if "⁄" in same and each != "⁄" else same


def fold(word: str) -> str:
    """Return `word` without case and accents."""
    if word.isascii():
        return word.lower()
    marks = unicodedata.normalize("NFKD", word.casefold())
    kept = (each for each in marks if each in VOICING or not unicodedata.combining(each))
    return unicodedata.normalize("NFC", "".join(kept))


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the tokens of a plain text; hyphens inside a word and marks that say nothing go."""
    found = [
        Token(each[0], fold(each[0]), each.start(), each.end()) for each in TOKEN.finditer(text)
    ]
    return tuple(
        token
        for place, token in enumerate(found)
        if token.text not in SILENT and not _is_hyphen(found, place)
    )


def _is_hyphen(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a dash joins words, or a number and a word: forty-two, 3-year."""
    if tokens[place].text != "-" or not 0 < place < len(tokens) - 1:
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    is_joined = before.end == tokens[place].start and after.start == tokens[place].end
    return is_joined and after.is_word


def number_in_digits(text: str, language: str) -> Fraction | None:
    """Return the number that a token of digits is in `language`; None where its marks say none."""
    factor, _, exponent = text.lower().partition("e")
    value = _marked(factor, has_comma=language_of(language).has_decimal_comma)
    if value is None or not exponent:
        return value
    return value * Fraction(10) ** int(exponent)


def other_reading(text: str, language: str) -> Fraction | None:
    """Return what a token of digits is where point and comma change places."""
    return _marked(text, has_comma=not language_of(language).has_decimal_comma)


def _marked(text: str, *, has_comma: bool) -> Fraction | None:
    """Return the value of digits with marks between them.

    Of two kinds of marks the last is the decimal one. A single mark that is not the language's
    decimal one marks thousands if three digits stand behind it, and decimals otherwise.
    """
    groups = re.split(r"\D", text)
    marks = re.sub(r"\d", "", text)
    if not marks:
        return Fraction(int(text))
    if not groups[0]:
        return Fraction(f"0.{groups[1]}")
    last = marks[-1]
    is_single = marks.count(last) == 1
    if len(set(marks)) > 1:
        is_decimal = is_single and last not in "'_٬"
    elif is_single:
        usual = ",٫·" if has_comma else ".٫·"
        is_decimal = last in usual or (last in ".," and not _is_grouped(groups))
    else:
        is_decimal = False
    whole = groups[:-1] if is_decimal else groups
    if len(whole) > 1 and (len(set(marks[: len(whole) - 1])) > 1 or not _is_grouped(whole)):
        return None
    return Fraction("".join(whole) + (f".{groups[-1]}" if is_decimal else ""))


def _is_grouped(groups: Sequence[str]) -> bool:
    """Return whether digits are parted as thousands: 7 500 000, or 75 00 000 as in India."""
    first, *middle, last = groups
    if not 1 <= len(first) <= GROUP or first[0] == "0" or len(last) != GROUP:
        return False
    sizes = {len(each) for each in middle}
    return sizes <= {GROUP} or (sizes == {2} and len(first) < GROUP)


def spaced_end(tokens: Sequence[Token], start: int) -> int:
    """Return where the number in digits at `start` ends, with thousands behind spaces: 7 500."""
    end = start + 1
    first = tokens[start].text
    if not (first.isdigit() and len(first) <= GROUP and first[0] != "0"):
        return end
    while end < len(tokens) and tokens[end].start == tokens[end - 1].end + 1:
        whole, *rest = re.split("[.,]", tokens[end].text)
        if len(whole) != GROUP or not whole.isdigit() or len(rest) > 1:
            break
        end += 1
        if rest:
            break
    return end


def power(base: Fraction, exponent: Fraction) -> Fraction | None:
    """Return `base` to the `exponent`; None for one that nobody means."""
    most = GROUP * 100 if base == 10 else MOST_OF_POWER  # noqa: PLR2004 (ten)
    if exponent.denominator != 1 or abs(exponent) > most or not base:
        return None
    return base ** int(exponent)
