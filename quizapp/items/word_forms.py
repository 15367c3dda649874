"""Texts as words that can be compared: does one text say a word that another one says?

For rules on items, which ask whether a word stands in two places. What is written in two ways
falls together on both sides alike, so nothing here need be right, only the same; whether a typed
answer is right is for grading to say.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_CACHE_SIZE = 4096
_ONE_FORM = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹘﹣－⁻", "-"),
        **dict.fromkeys("’‘ʼ`´′＇", "'"),
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
    }
)
# Letters and digits with the marks that belong to them (B12, 2.5, K+, Cl-, C++), a run of
# operators (==, ->), or one sign. A dash ends a charge, not the beginning of a word (in-, pre-).
_RAW_WORD = re.compile(
    r"(?<![^\s(])[-+]?\d+(?:[.,]\d+)*(?![^\W_])|\d+(?:[.,]\d+)+"
    r"|[A-Z][A-Za-z]?\d{0,2}-(?=$|[\s,;)])"
    r"|[^\W_]+(?:'[^\W_]+)*(?:\+\+|[+#*])?"
    r"|[:!+&^~-]*[=<>|^~\\@$]+[=<>|^~\\@$:!+&?*-]*|&&|\*\*|(?<!\w)[*!](?=\w)|(?<!\S)--(?=\w)|__"
    r"|[^\w\s]|_"
)
_PUNCTUATION = frozenset(".,;:!?()[]{}\"'“”„«»-_…·•¿¡/")
_SILENT_WORDS = frozenset({"the", "of", "and", "&"})
_POSSESSIVE = re.compile(r"'s?$")
_ACCENTS = ("\u0300", "\u036f")  # of Latin, Greek and Cyrillic; marks of other scripts are letters
_FIRST_SYLLABLE = "\u0e00"  # from Thai on, a character is a syllable or a word
_GREEK_LETTER = re.compile(r"GREEK (?:SMALL|CAPITAL) LETTER (?:FINAL )?(\w+)")
_MIN_INFLECTED = 4  # letters
_MAX_SHORT = 3  # letters
_MAX_ABBREVIATION = 7  # letters

_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve"
_RANKS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_DIGITS = {word: str(at) for at, word in enumerate(_NUMBERS.split())}
_DIGITS |= {word: f"{at}." for at, word in enumerate(_RANKS.split())}
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})")  # 2 to 39, of two letters or more
_ROMAN_ONES = {"ix": 9, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "i": 1, "ii": 2, "iii": 3}

# What British and American, or two schools of Latin and Greek, write in two ways.
_SPELLINGS = tuple(
    (re.compile(written), as_one)
    for written, as_one in (
        (r"(?<=[tb])re(?=s?$)", "er"),
        (r"(?<!^)ae|oe|(?<=^)ae(?=[dst])", "e"),
        (r"ulph", "ulf"),
        (r"leuc", "leuk"),
        (r"(?<=...)our", "or"),
        (r"(?<=...)is(?=e|ing|ation)", "iz"),
        (r"ys(?=e|ing)", "yz"),
        (r"ogue", "og"),
        (r"(?<=[aeiou])ll(?=ed$|ing$)", "l"),
    )
)
# Endings of plurals and what they are of; a word may be the plural of more than one.
_PLURALS = tuple(
    (re.compile(plural), singular)
    for plural, singular in (
        (r"ies$", "y"),
        (r"(?<=[sxzh])es$", ""),
        (r"es$", "is"),
        (r"(?<=...[^su])s$", ""),
        (r"ices$|[cx]es$", "x"),
        (r"nges$", "nx"),
        (r"mata$", "ma"),
        (r"(?<=...)e$", "a"),  # vertebrae
        (r"(?<=...)i$", "us"),
        (r"(?<=[ivrltnd])a$", "um"),
        (r"(?<=[gtdrl]i)a$|(?<=[nto])a$", "on"),
        (r"ves$", "f"),
        (r"feet$", "foot"),
        (r"teeth$", "tooth"),
        (r"men$", "man"),
        (r"children$", "child"),
        (r"mice$", "mouse"),
        (r"people$", "person"),
    )
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as compared: `form` is normalised; `forms` adds what it may be the plural of.

    `shown` is how it was written. An `is_exact` word has no family: it has a digit, is short or an
    abbreviation, is in a script of syllables, or is a sign.
    """

    form: str
    forms: frozenset[str]
    is_exact: bool
    shown: str = ""

    def is_same(self, other: "Word") -> bool:
        """Return whether two words say the same, whatever their number."""
        return not self.forms.isdisjoint(other.forms)


@lru_cache(maxsize=_CACHE_SIZE)
def split_words(text: str) -> tuple[Word, ...]:
    """Return the words of `text`; punctuation and what says nothing left out.

    A text of signs alone keeps them all: they are what it says.
    """
    shown = unicodedata.normalize("NFKC", text.translate(_ONE_FORM)).translate(_ONE_FORM)
    raw = _RAW_WORD.findall(shown)
    if any(character.isalnum() for character in shown):
        raw = [each for each in raw if each not in _PUNCTUATION]
    if raw[1:] and raw[0] in ("a", "an", "An"):  # "A" is a name (A band), "a" an article
        raw = raw[1:]
    found: list[Word] = []
    for each in raw:
        for part in _split_at_greek(each):
            last = found[-1] if found else None
            if last and part.isdigit() and last.shown.isupper() and len(last.form) <= _MAX_SHORT:
                found[-1] = _make_word(f"{last.shown}{part}")  # IL 2, CD 40
            else:
                found.append(_make_word(part))
    informative = [each for each in found if each.form not in _SILENT_WORDS]
    return tuple(informative or found)


def join_forms(words: Sequence[Word]) -> frozenset[str]:
    """Return words as one string without spaces, the last one also as the singular it may be.

    Two numbers side by side stay two.
    """
    text = ""
    for each in words[:-1]:
        text = _append(text, each.form)
    return frozenset(_append(text, form) for form in words[-1].forms) if words else frozenset()


def _append(text: str, form: str) -> str:
    """Return `form` behind `text`, with a space where two digits would meet."""
    return f"{text} {form}" if text[-1:].isdigit() and form[:1].isdigit() else text + form


def _split_at_greek(raw: str) -> Iterator[str]:
    """Yield a word, cut where a Greek letter stands in or beside Latin ones: TNF, α."""
    if raw.isascii() or not (len(raw) == 1 or any(each.isascii() for each in raw)):
        yield raw
        return
    yield from "".join(f" {each} " if _greek_name(each) else each for each in raw).split()


def _greek_name(character: str) -> str:
    """Return the name of a Greek letter: alpha of α; "" of any other character."""
    found = _GREEK_LETTER.match(unicodedata.name(character, ""))
    return found[1].casefold() if found else ""


def _make_word(raw: str) -> Word:
    """Return the word that is written `raw`."""
    form = (_greek_name(raw) if len(raw) == 1 else "") or _fold(_POSSESSIVE.sub("", raw) or raw)
    digits = _in_digits(form)
    is_abbreviation = len(raw) <= _MAX_ABBREVIATION and any(each.isupper() for each in raw[1:])
    if digits or not form.isalpha() or len(raw) == 1:
        return Word(digits or form, frozenset({digits or form}), is_exact=True, shown=raw)
    forms = {form}
    if len(form) >= _MIN_INFLECTED and not raw.isupper():
        forms.update(singular for singular in _singulars(form) if len(singular) >= _MAX_SHORT)
    is_exact = len(form) <= _MAX_SHORT or is_abbreviation or max(form) >= _FIRST_SYLLABLE
    return Word(form, frozenset(forms), is_exact, raw)


def _fold(raw: str) -> str:
    """Return a word in one case and one spelling, without accents."""
    folded = unicodedata.normalize("NFD", raw.casefold().translate(_ONE_FORM).replace("'", ""))
    first, last = _ACCENTS
    form = unicodedata.normalize("NFC", "".join(c for c in folded if not first <= c <= last))
    if len(form) >= _MIN_INFLECTED:
        for written, as_one in _SPELLINGS:
            form = written.sub(as_one, form)
    return form


def _in_digits(form: str) -> str:
    """Return a number word or a Roman numeral of two letters in digits; "" of any other word."""
    roman = _ROMAN.fullmatch(form) if len(form) > 1 else None
    if roman and not form.strip("x"):
        return ""  # xx, xxx: chromosomes, a size
    if roman:
        return str(10 * len(roman[1]) + _ROMAN_ONES.get(roman[2], 0))
    return _DIGITS.get(form, "")


def _singulars(form: str) -> Iterator[str]:
    """Yield what `form` may be the plural of."""
    return (singular.sub(of, form) for singular, of in _PLURALS if singular.search(form))
