"""What the forms of an English word tell: whether it may be a verb, whether it is a plural.

Asked of the dictionary of lemmas, so no list of verbs or of odd plurals is kept.
"""

import re
from functools import lru_cache

from quizapp.grading.dictionary import lemma_of

_LATIN_PLURAL = re.compile(r"[a-z]{2,}(?:i|ae|a)$")
_LATIN_SINGULAR = ("us", "um", "is", "on", "a")
_VOWELS = "aeiou"
_LEAST = 3  # letters


@lru_cache(maxsize=4096)
def may_be_verb(word: str) -> bool:
    """Return whether `word`, in its base form, is a verb as well: it has a form in -ing."""
    form = word.casefold()
    if len(form) < _LEAST or not form.isalpha() or form.endswith("ing"):
        return False
    stem = form[:-1] if form.endswith("e") and not form.endswith("ee") else form
    forms = [f"{stem}ing"]
    if form[-1] not in _VOWELS:
        forms.append(f"{form}{form[-1]}ing")
    return any(lemma_of(each, "en") == form for each in forms)


@lru_cache(maxsize=4096)
def is_verb_in_s(word: str) -> bool:
    """Return whether a word in -s may be a verb: causes, applies."""
    form = word.casefold()
    return form.endswith("s") and may_be_verb(lemma_of(form, "en"))


@lru_cache(maxsize=4096)
def is_latin_plural(word: str) -> bool:
    """Return whether a word is a plural as Latin and Greek make it: radii, larvae, viscera."""
    if not word.islower() or not _LATIN_PLURAL.search(word):
        return False
    lemma = lemma_of(word, "en")
    return lemma not in {"", word} and lemma.endswith(_LATIN_SINGULAR)
