"""Which words are common, which only join others: what tells a term from the rest of a sentence."""

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import cache, lru_cache

from quizapp.drafting.word_forms import is_latin_plural
from quizapp.grading.dictionary import open_dictionary
from quizapp.grading.languages import language_of
from quizapp.grading.tables import table_rows

_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "ru")
_LEAST_PLURAL = 4  # letters
_ADVERB = re.compile(
    r"..(?:[^aeiou]ally|ically|ively|ously|antly|ently|edly|ingly|ably|ibly|lessly|fully|"
    r"arly|tely|mly|cly|gly|htly|dly|sely)$"
)


@cache
def listed_words(role: str, language: str) -> frozenset[str]:
    """Return the words of a language that have a role."""
    rows = table_rows("joining_words.tsv", "drafting")
    return frozenset(word for row in rows if row[:2] == (role, language) for word in row[2].split())


class Rarity(IntEnum):
    """How rare a word is: of everyday English, known to most readers, or of a field."""

    COMMON = 0
    KNOWN = 1
    RARE = 2


@cache
def _listed_words() -> dict[str, Rarity]:
    levels = {"known": Rarity.KNOWN, "common": Rarity.COMMON}
    return {
        word: levels[level]
        for level, words in table_rows("common_words.tsv", "drafting")
        for word in words.split()
    }


@lru_cache(maxsize=65536)
def rarity_of(word: str) -> Rarity:
    """Return how rare a word of English is, in whatever form it stands."""
    listed = _listed_words()
    # Twice: the list has neither "lowered" nor "lower", which "low" makes.
    forms = (each for base in _bases(word.casefold()) for each in _bases(base))
    return min(listed.get(each, Rarity.RARE) for each in forms)


def is_common(word: str) -> bool:
    """Return whether `word` is one of the commoner words of English, in whatever form."""
    return rarity_of(word) is Rarity.COMMON


def _bases(word: str) -> Iterator[str]:
    """Yield a word, and what its ending may have been put on."""
    yield word
    for ending, others in (
        ("ies", ("y",)), ("ied", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ed", ("", "e")),
        ("ing", ("", "e")),
        ("ings", ("", "e")), ("ly", ("", "le")), ("er", ("", "e")), ("ers", ("", "e")),
    ):  # fmt: skip
        if word.endswith(ending) and len(word) - len(ending) > 2:  # noqa: PLR2004
            stem = word[: len(word) - len(ending)]
            yield from (stem + other for other in others)
            if stem[-1] == stem[-2] and ending in {"ed", "ing"}:
                yield stem[:-1]


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the words of a language that only join others."""
    row = language_of(language)
    known = (
        row.articles | row.definite | row.prepositions | row.links | row.negations | row.or_words
        | row.and_words | row.against | row.fillers
    )  # fmt: skip
    return known | listed_words("joining", row.code)


def is_function_word(word: str, language: str) -> bool:
    """Return whether a word only joins others, or is an adverb of English."""
    form = word.casefold()
    is_adverb = language_of(language).code == "en" and _ADVERB.search(form) is not None
    return form in function_words(language) or is_adverb


def is_plural(word: str, language: str) -> bool:
    """Return whether a word looks like the plural of a noun; in German a capital is enough."""
    form, row = word.casefold(), language_of(language)
    if row.has_capital_nouns:
        return word[:1].isupper()
    if row.code != "en":
        return len(form) >= _LEAST_PLURAL and form.isalpha()
    is_ending = (
        form.endswith("s") and not form.endswith(("ss", "us", "is", "ous"))
    ) or re.fullmatch("[A-Z]{2,}s", word)
    is_listed = form in listed_words("plural", "en") or is_latin_plural(form)
    return bool(is_ending and len(form) >= _LEAST_PLURAL) or is_listed


def is_unknown(word: str, language: str) -> bool:
    """Return whether a dictionary is at hand and does not have a word, nor any part of it."""
    dictionary = open_dictionary(language)
    return not dictionary.is_empty and not any(map(dictionary.known, (word, word.casefold())))


def detect_language(text: str) -> str:
    """Return the language whose joining words a text has most of; English where none stands out."""
    words = text.casefold().split()
    counts = {
        code: sum(word in listed_words("telling", code) for word in words) for code in _LANGUAGES
    }
    best = max(counts, key=lambda code: (counts[code], code == "en"))
    return best if counts[best] > counts["en"] else "en"
