"""Two ways of writing one thing made the same: a text becomes words that can be compared."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from quizapp.grading.spelling import (
    BRITISH,
    COUNTED,
    GREEK,
    NOT_BRITISH,
    ORDINALS,
    PLURAL_ENDINGS,
    PLURALS,
    ROMAN,
    SHORT,
    SINGULAR,
    STOP_WORDS,
)

DASHES = re.compile(r"[‐-―−﹘﹣－]")
APOSTROPHES = re.compile(r"[’‘ʼ`´′]")
LIGATURES = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"})
# A word: letters and digits with what belongs to them (B12, 2.5, K+, C++, C#, 5'), or one sign.
WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:'[^\W_]+)*(?:\+\+|[+#*])?|[^\w\s]|_")
POSSESSIVE = re.compile(r"'s?$")
PUNCTUATION = frozenset(".,;:!?()[]{}\"'“”„«»-_…*|")
SHORTEST_PLURAL = 4
CACHED = 4096


@dataclass(frozen=True, slots=True)
class Word:
    """A word as compared: `form` is normalised; `forms` adds what it may be the plural of.

    `shown` is how it was written.

    An `is_exact` word is never forgiven a slip: it has a digit, is short or an abbreviation, names
    an immunoglobulin class or a Greek letter, or is a sign.
    """

    form: str
    forms: frozenset[str]
    is_exact: bool
    shown: str = ""

    def is_same(self, other: "Word") -> bool:
        """Say whether two words say the same, whatever their number."""
        return not self.forms.isdisjoint(other.forms)


def plain(text: str) -> str:
    """Return `text` with one form for each character: NFKC, no zero width, one dash, one quote."""
    text = unicodedata.normalize("NFKC", text)
    text = "".join(each for each in text if unicodedata.category(each) != "Cf")
    return " ".join(APOSTROPHES.sub("'", DASHES.sub("-", text)).split())


def folded(text: str) -> str:
    """Return plain `text` in one case, without accents, ligatures spelled out."""
    text = text.casefold().translate(LIGATURES)
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(each for each in decomposed if not is_accent(each)))


def is_accent(character: str) -> bool:
    """Say whether `character` is an accent of Latin, Greek or Cyrillic letters.

    The marks of other scripts are letters of their own.
    """
    return "\u0300" <= character <= "\u036f"


@lru_cache(maxsize=CACHED)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of `text`, normalised; punctuation and what says nothing left out.

    A text of signs alone keeps them all: they are what it says.
    """
    shown = plain(text)
    raw = WORD.findall(shown)
    if any(character.isalnum() for character in shown):
        raw = [each for each in raw if each not in PUNCTUATION]
    if len(raw) > 1 and raw[0] == "a":  # "A" is a name (A band), "a" an article
        raw = raw[1:]
    made: list[Word] = []
    for each in raw:
        made.extend(word(part, made) for part in parts(each))
    telling = [each for each in made if each.form not in STOP_WORDS]
    return tuple(telling or made)


def parts(raw: str) -> list[str]:
    """Return a raw word cut where a Greek letter stands in or beside Latin ones: TNF, α."""
    if len(raw) > 1 and raw.isalpha() and all(each.lower() in GREEK for each in raw):
        return [raw]  # a Greek word
    cut = "".join(f" {each} " if each.lower() in GREEK else each for each in raw)
    return cut.split()


def word(raw: str, before: list[Word]) -> Word:
    """Return the word that `raw` is, after the words `before` it."""
    form = folded(raw)
    if form in GREEK:
        return Word(GREEK[form], frozenset({GREEK[form]}), is_exact=True, shown=raw)
    form = POSSESSIVE.sub("", form).replace("'", "")
    if before and before[-1].form in COUNTED:
        form = ROMAN.get(form, ORDINALS.get(form, form))
    if form == "&":
        form = "and"
    form = american(form)
    form = SHORT.get(form, form)
    is_exact = is_protected(raw, form)
    forms = {form}
    may_be_plural = not (raw.isupper() or (is_exact and has_digit(form)))
    if len(form) >= SHORTEST_PLURAL and may_be_plural:
        forms.update(singulars(form))
    return Word(form, frozenset(forms), is_exact, raw)


def american(form: str) -> str:
    """Return a folded word in American spelling."""
    if form in NOT_BRITISH or len(form) < SHORTEST_PLURAL:
        return form
    for british, american_form in BRITISH:
        form = british.sub(american_form, form)
    return form


def singulars(form: str) -> set[str]:
    """Return what `form` may be the plural of."""
    if form in SINGULAR:
        return set()
    if form in PLURALS:
        return {PLURALS[form]}
    return {
        plural.sub(singular, form) for plural, singular in PLURAL_ENDINGS if plural.search(form)
    }


IMMUNOGLOBULIN = re.compile(r"ig[gamde]\d?")
GREEK_NAMES = frozenset(GREEK.values())
LONGEST_EXACT = 3
LONGEST_ABBREVIATION = 7


def is_protected(raw: str, form: str) -> bool:
    """Say whether a word is never forgiven a slip."""
    return (
        len(form) <= LONGEST_EXACT
        or has_digit(form)
        or not form[0].isalpha()
        or form in GREEK_NAMES
        or IMMUNOGLOBULIN.fullmatch(form) is not None
        or is_abbreviation(raw)
    )


def is_abbreviation(raw: str) -> bool:
    """Say whether a word is written as an abbreviation: NEMO, mTOR, PaCO2; not Crohn."""
    return len(raw) <= LONGEST_ABBREVIATION and any(each.isupper() for each in raw[1:])


def has_digit(text: str) -> bool:
    """Say whether `text` has a digit."""
    return any(each.isdigit() for each in text)


def spelled(text_words: tuple[Word, ...]) -> str:
    """Return words as one string without spaces."""
    return "".join(each.form for each in text_words)


def umlauts_spelled_out(text: str) -> str:
    """Return `text` with ä, ö, ü, å as two letters: Sjögren as Sjoegren."""
    return plain(text).casefold().translate(UMLAUTS)
