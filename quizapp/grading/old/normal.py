"""Two ways of writing one thing made the same: a text becomes words that can be compared."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from quizapp.grading.old.spelling import (
    BRITISH,
    BRITISH_AT_ALL,
    COUNTED,
    GREEK,
    IN_DIGITS,
    NOT_BRITISH,
    PLURAL_ENDINGS,
    PLURALS,
    ROMAN,
    SHORT,
    SINGULAR,
    SMALL_ROMAN,
    SOUNDS,
    STOP_WORDS,
)

ONE_FORM = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹘﹣－⁻", "-"),
        **dict.fromkeys("’‘ʼ`´′＇", "'"),
        "⁄": "/",
        "\ufe0e": None,  # variation selectors: how an emoji is drawn
        "\ufe0f": None,
    }
)
LIGATURES = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"})
EXPONENT = re.compile(r"(?<=[0-9])(?=[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹])(?![⁰¹²³⁴⁵⁶⁷⁸⁹]+[⁺⁻])")  # 10⁶ is not 106
VULGAR_FRACTION = re.compile(r"(?<=\d)(?=[¼½¾⅐-⅞])")
THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d.,]*\d)")
POWER_OF_LETTER = re.compile(r"(?<=[A-Za-z])\^(?=-?\d)")  # n^2 and n² are one
# A ratio is no range: the marks become signs of their own, which are not left out.
RATIO = re.compile(r"(?<=\d)\s*([:/])\s*(?=\d)")
RATIO_SIGNS = {":": "∶", "/": "∕"}
WITHIN = re.compile(r"(?<=\w) in (?=\w)")  # says no more than "of"; but "in direct" is indirect
BETWEEN_WORDS = re.compile(
    r"(?<=[^\W\d_])\s+[+&]\s+(?=[^\W\d_])|\band\s*/\s*or\b(?=\s)", re.IGNORECASE
)

# A word: letters and digits with the marks that belong to them (B12, 2.5, K+, Cl-, C++, C#, 5'); a
# run of operators (==, ->, :=); or one sign. A dash ends a charge, not the beginning of a word.
WORD = re.compile(
    r"(?<![^\s(])[-+]?\d+(?:[.,]\d+)*(?![^\W_])|\d+(?:[.,]\d+)+"
    r"|(?!(?:anti|bi|co|de|di|ex|in|iso|mid|non|pre|re|sub|tri|un|uni)-)"
    r"[A-Za-z]{1,3}\d{0,2}-(?=$|[\s,;)])"
    r"|[^\W_]+(?:'[^\W_]+)*(?:\+\+|[+#*])?"
    r"|[:!+&^~-]*[=<>|^~\\@$]+[=<>|^~\\@$:!+&?*-]*|&&|\*\*|(?<!\w)[*!](?=\w)|(?<!\S)--(?=\w)|__"
    r"|[^\w\s]|_"
)
POSSESSIVE = re.compile(r"'s?$")
PUNCTUATION = frozenset(".,;:!?()[]{}\"'“”„«»-_…·•¿¡/")
SHORTEST_PLURAL = 4
LONGEST_BEFORE_NUMBER = 3  # IL 2, CD 40 are one word each
NOT_BEFORE_NUMBER = frozenset(
    {"no", "not", "nor", "non", "in", "to", "at", "by", "on", "for", "or", "age", "vs", "per"}
)
CACHED = 4096


@dataclass(frozen=True, slots=True)
class Word:
    """A word as compared: `form` is normalised; `forms` adds what it may be the plural of.

    `shown` is how it was written.

    An `is_exact` word is never forgiven a slip: it has a digit, is short or an abbreviation, names
    an immunoglobulin class or a Greek letter, is in a script of syllables, or is a sign.
    """

    form: str
    forms: frozenset[str]
    is_exact: bool
    shown: str = ""

    def is_same(self, other: "Word") -> bool:
        """Return whether two words say the same, whatever their number."""
        return not self.forms.isdisjoint(other.forms)


def plain(text: str) -> str:
    """Return `text` with one form for each character: NFKC, no zero width, one dash, one quote."""
    if text.isascii():
        return " ".join(text.replace("`", "'").split())
    text = VULGAR_FRACTION.sub(" ", EXPONENT.sub("^", text)).translate(ONE_FORM)
    for _ in range(2):  # NFKC makes marks that have one form too, and composes what was parted
        visible = (each for each in text if unicodedata.category(each) != "Cf")
        text = unicodedata.normalize("NFKC", "".join(visible)).translate(ONE_FORM)
    return " ".join(text.split())


def folded(text: str) -> str:
    """Return plain `text` in one case, without accents, ligatures spelled out."""
    text = text.casefold()
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text.translate(LIGATURES))
    return unicodedata.normalize("NFC", "".join(each for each in decomposed if not is_accent(each)))


def is_accent(character: str) -> bool:
    """Return whether `character` is an accent of Latin, Greek or Cyrillic letters.

    The marks of other scripts are letters of their own.
    """
    return "\u0300" <= character <= "\u036f"


@lru_cache(maxsize=CACHED)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of `text`, normalised; punctuation and what says nothing left out.

    A text of signs alone keeps them all: they are what it says.
    """
    shown = BETWEEN_WORDS.sub(" and ", plain(text))
    shown = POWER_OF_LETTER.sub("", WITHIN.sub(" ", shown))
    shown = RATIO.sub(lambda found: RATIO_SIGNS[found[1]], shown)
    shown = THOUSANDS.sub(lambda found: found.group().replace(",", ""), shown)
    raw = WORD.findall(shown)
    if any(character.isalnum() for character in shown):
        raw = [each for each in raw if each not in PUNCTUATION]
    if shown.startswith(("a ", "an ", "An ")):  # "A" is a name (A band), "a" an article
        raw = raw[1:] or raw
    made: list[Word] = []
    for each in raw:
        for part in parts(each):
            add_word(part, made)
    telling = [each for each in made if each.form not in STOP_WORDS]
    return tuple(telling or made)


def parts(raw: str) -> list[str]:
    """Return a raw word cut where a Greek letter stands in or beside Latin ones: TNF, α."""
    if raw.isascii() or not any(each.isascii() and each.isalnum() for each in raw):
        return [raw]  # without Greek letters, or a Greek word
    cut = "".join(f" {each} " if each.lower() in GREEK else each for each in raw)
    return cut.split()


def add_word(raw: str, made: list[Word]) -> None:
    """Add the word that `raw` is to those `made` before; a number joins a short word: IL 2."""
    last = made[-1] if made else None
    added = word(raw, last)
    if (
        last is not None
        and added.form.isdigit()
        and last.form.isalpha()
        and len(last.form) <= LONGEST_BEFORE_NUMBER
        and last.form not in NOT_BEFORE_NUMBER
        and last.form not in STOP_WORDS
    ):
        form = last.form + added.form
        made[-1] = Word(form, frozenset({form}), is_exact=True, shown=f"{last.shown}-{raw}")
        return
    made.append(added)


def word(raw: str, before: Word | None = None) -> Word:
    """Return the word that `raw` is, behind the word `before`."""
    form = folded(raw)
    if form in GREEK:
        return Word(GREEK[form], frozenset({GREEK[form]}), is_exact=True, shown=raw)
    form = POSSESSIVE.sub("", form).replace("'", "") or form
    form = in_digits(form, is_counted=before is not None and before.form in COUNTED)
    form = "and" if form == "&" else american(form)
    form = SHORT.get(form, form)
    is_exact = is_protected(raw, form)
    forms = {form}
    if len(form) >= SHORTEST_PLURAL and form.isalpha() and not raw.isupper():
        forms.update(singulars(form))
    if raw.endswith("'s") and form.isalpha():
        forms.add(f"{form}s")  # Grave's is Graves
    return Word(form, frozenset(forms), is_exact, raw)


def in_digits(form: str, *, is_counted: bool) -> str:
    """Return a Roman numeral or number word in digits, any other word as it is."""
    if is_counted and form in SMALL_ROMAN:
        return SMALL_ROMAN[form]
    return ROMAN.get(form) or IN_DIGITS.get(form) or form


def american(form: str) -> str:
    """Return a folded word in American spelling."""
    if len(form) < SHORTEST_PLURAL or form in NOT_BRITISH or not BRITISH_AT_ALL.search(form):
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


@lru_cache(maxsize=CACHED)
def sound(form: str) -> str:
    """Return a word as it is heard: what is written in two ways and said in one is one."""
    for written, heard in SOUNDS:
        form = written.sub(heard, form)
    return form


# --- what is never forgiven a slip ---------------------------------------------------------------

IMMUNOGLOBULIN = re.compile(r"ig[gamde]\d?")
GREEK_NAMES = frozenset(GREEK.values())
LONGEST_EXACT = 3
LONGEST_ABBREVIATION = 7
FIRST_OF_SYLLABLES = "\u0e00"  # from Thai on, a character is a syllable or a word


def is_protected(raw: str, form: str) -> bool:
    """Return whether a word is never forgiven a slip."""
    return (
        len(form) <= LONGEST_EXACT
        or not form.isalpha()
        or form in GREEK_NAMES
        or IMMUNOGLOBULIN.fullmatch(form) is not None
        or is_abbreviation(raw)
        or max(form) >= FIRST_OF_SYLLABLES
    )


def is_abbreviation(raw: str) -> bool:
    """Return whether a word is written as an abbreviation: NEMO, mTOR, PaCO2; not Crohn."""
    return len(raw) <= LONGEST_ABBREVIATION and any(each.isupper() for each in raw[1:])


def has_digit(text: str) -> bool:
    """Return whether `text` has a digit."""
    return any(each.isdigit() for each in text)


# --- words together ------------------------------------------------------------------------------


def spelled(text_words: tuple[Word, ...]) -> frozenset[str]:
    """Return words as one string without spaces, the last one also as the singular it may be.

    Two numbers side by side stay two.
    """
    text = ""
    for each in text_words[:-1]:
        text = beside(text, each.form)
    return frozenset(beside(text, form) for form in text_words[-1].forms) if text_words else NONE


def beside(text: str, form: str) -> str:
    """Return `form` appended to `text`, with a space where two digits would meet."""
    return f"{text} {form}" if text[-1:].isdigit() and form[:1].isdigit() else text + form


NONE: frozenset[str] = frozenset()


def spellings(text: str) -> tuple[str, ...]:
    """Return `text`, and with ä, ö, ü, å as two letters where it has them: Sjögren, Sjoegren."""
    shown = plain(text)
    spelled_out = shown.casefold().translate(UMLAUTS)
    return (shown,) if spelled_out == shown.casefold() else (shown, spelled_out)
