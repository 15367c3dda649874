"""Two ways of writing one letter made the same. Words and their meaning are not looked at here."""

import re
import unicodedata
from functools import cache, lru_cache

from quizapp.grading.languages import Language
from quizapp.grading.tables import table_rows

FOLD_VERSION = 1  # part of the name of files that hold folded words

_ONE_FORM = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹘﹣－⁻", "-"),
        **dict.fromkeys("’‘ʼ`´′＇ʹ", "'"),
        **dict.fromkeys("“”„«»‹›″", '"'),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\u3000\t\n\r", " "),
        **dict.fromkeys("\ufe0e\ufe0f"),  # how an emoji is drawn
        **dict.fromkeys("·⋅•∙×∗", "*"),
        "⁄": "/",
        "♯": "#",
        "♭": " flat",
        "⁺": "+",
        "、": ",",
        "，": ",",
        "؛": ";",
        "،": ",",
    }
)
_SILENT_BEGINNING = re.compile(r"^(?:[kgp](?=n)|w(?=r))")  # knee, pneumonia, wrist
_SILENT_GH = re.compile(r"ght")
_UNSEEN = frozenset({"Cc", "Cf"})
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ"
_POWER = re.compile(
    rf"(?:(?<=[0-9])|(?<=sin|cos|tan|log))(?=-?[{_SUPERSCRIPTS}])"
)  # no 106, sin 2x
_RATIO = re.compile(r"(?<=[0-9]) *([:/]) *(?=[0-9])")
_LIGATURES = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h"}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_STRESS = "\u0301"
_ARABIC_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_ARABIC_FORMS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ى": "ي"})
_ARTICLE_LENGTH = 2
_VOICING = frozenset("\u3099\u309a")  # し and じ are two letters
_KATAKANA = {ord("ァ") + at: ord("ぁ") + at for at in range(ord("ヶ") - ord("ァ") + 1)}
_GREEK = {
    letter: unicodedata.name(letter).rsplit(maxsplit=1)[-1].lower().replace("lamda", "lambda")
    for letter in map(chr, range(ord("α"), ord("ω") + 1))
}
_GREEK_WORD = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]{2}")
# Not a letter of a Greek word; what it is written on to is parted from its name.
_LONE_GREEK = re.compile(
    r"(?<![\u0370-\u03ff\u1f00-\u1fff])[α-ωΑ-Ω](?![\u0370-\u03ff\u1f00-\u1fff])"
)


def clean(text: str) -> str:
    """Return `text` with one form of each sign, dash, quote, space, width and small digit.

    Characters that nobody sees go: those that control a terminal, or say how letters are joined.
    """
    if text.isascii() and text.isprintable():
        return _RATIO.sub(r"\1", " ".join(text.split()))
    text = "".join(c for c in text if c.isspace() or unicodedata.category(c) not in _UNSEEN)
    one_form = _POWER.sub("^", text.translate(_ONE_FORM))
    narrow = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", one_form))
    return _RATIO.sub(r"\1", " ".join(narrow.translate(_ONE_FORM).split()))


@lru_cache(maxsize=4096)
def fold_word(word: str, language: Language) -> str:
    """Return a word in one case, its marks kept; what a language takes for one letter made one."""
    match language.code:
        case "tr" | "az":
            word = word.replace("I", "ı").replace("İ", "i")
        case "ru":
            bare = unicodedata.normalize("NFD", word).replace(_STRESS, "")
            word = unicodedata.normalize("NFC", bare).replace("ё", "е").replace("Ё", "Е")
        case "ar":
            word = _ARABIC_MARKS.sub("", word).translate(_ARABIC_FORMS)
            has_article = word.startswith("ال") and len(word) > _ARTICLE_LENGTH + 2
            word = word[_ARTICLE_LENGTH:] if has_article else word
        case "ja":
            word = word.translate(_KATAKANA)
    return unicodedata.normalize("NFC", word.casefold())


@lru_cache(maxsize=4096)
def bare(word: str) -> str:
    """Return a folded word without the marks of its letters, ligatures as two letters."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word.translate(_LIGATURES))
    kept = (c for c in parts if c in _VOICING or not unicodedata.combining(c))
    return unicodedata.normalize("NFC", "".join(kept))


def with_umlauts_spelled(word: str) -> str:
    """Return a folded word with ä, ö and ü as ae, oe and ue."""
    return word.translate(_UMLAUTS)


def with_greek_spelled(text: str) -> str:
    """Return `text` with Greek letters that stand in Latin text by their names: TNF alpha."""
    if _GREEK_WORD.search(text):
        return text
    return _LONE_GREEK.sub(lambda found: _GREEK[found[0].lower()], text)


def with_greek_as_latin(text: str) -> str:
    """Return `text` with each Greek letter as the first letter of its name: TNFa.

    Not µ, which stands for a millionth.
    """
    return _LONE_GREEK.sub(
        lambda found: found[0] if found[0] == "μ" else _GREEK[found[0].lower()][0], text
    )


@lru_cache(maxsize=4096)
def american(word: str) -> str:
    """Return a folded English word in its American spelling."""
    for pattern, replacement in spelling_rules():
        word = pattern.sub(replacement, word)
    return word


@cache
def spelling_rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what makes a British spelling American, in order."""
    return tuple((re.compile(row[0]), row[1]) for row in table_rows("spelling.tsv"))


@lru_cache(maxsize=4096)
def by_ear(word: str, language: Language) -> str:
    """Return a folded word as it sounds: letters that sound alike are one, doubled ones single."""
    word = bare(word)
    if language.code == "en":
        word = _SILENT_GH.sub("t", _SILENT_BEGINNING.sub("", re.sub(r"^x", "z", word)))
        word = re.sub(r"c(?=[eiy])", "s", word)
    if language.code == "fr":
        word = re.sub(r"(?<=[iu])e$", "", word)  # la vie, la rue
    for written, plainer in language.ear:
        word = word.replace(bare(written), bare(plainer))
    word = re.sub(r"(?<=[^aeiou\W])h", "", word) if language.code == "en" else word
    return re.sub(r"(.)\1", r"\1", word)
