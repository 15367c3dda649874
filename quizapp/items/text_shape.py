"""The grammar of short texts, as far as one can tell without knowing the words.

Where one cannot tell, the answer is None: what asks then treats the text like any other.
"""

import re

_ARTICLE = re.compile(r"(a|an|the)\s", re.IGNORECASE)
_PREPOSITION = re.compile(r"\s(?:of|in|with|by|for|from|to|at|on|due|without|after)\s")
_LETTERS = re.compile(r"[a-z]{4,}")  # no name, no abbreviation
_ENDS_IN_S = re.compile(r"(?:[suiao]s|ics|series|species|rabies|betes|herpes|measles)$")
_IRREGULAR_PLURAL = re.compile(
    r"(?:[ai]|ae|men|dren|eth|eet)$"
)  # bacteria, fungi, vertebrae, men, teeth
_VOWELS = frozenset("aeiouàáâäåæèéêëìíîïòóôöøœùúûü")
_VOWEL_NAMES = frozenset("AEFHILMNORSX")  # letters whose names open with a vowel: ef, aitch, ex
# Two or more capitals without a vowel among the first three, or a letter that stands alone.
_LETTER_BY_LETTER = re.compile(r"[A-Z](?![A-Za-z])|[B-DF-HJ-NP-TV-Z]{2,}(?![a-z])|[A-Z]{2,3}\d")
_SPOKEN_FROM_VOWEL = re.compile(r"8|(?:11|18)(?:[.,]?\d{3})*(?!\d)")  # eight, eleven, eighteen
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(
    r"(?:uni(?!n|m)|us[aeu]|ut[ei]|ur[aeio]|ub[ie]|uv|eu|ewe|one(?![a-z])|once)", re.IGNORECASE
)


def opening_article(text: str) -> str:
    """Return the article that `text` opens with, in small letters; "" when there is none."""
    found = _ARTICLE.match(text)
    return found[1].casefold() if found else ""


def is_plural(text: str) -> bool | None:
    """Return whether `text` names several things: "oral ulcers" does, "transfusion of cells" no."""
    head = _PREPOSITION.split(text, maxsplit=1)[0].split()
    if not head or not _LETTERS.fullmatch(head[-1]):
        return None
    if _ENDS_IN_S.search(head[-1]) or _IRREGULAR_PLURAL.search(head[-1]):
        return None
    return head[-1].endswith("s")


def opens_with_vowel_sound(text: str) -> bool:
    """Return whether "an" stands before `text`: an hour, an MRI, an 8; a unit, a one-way street."""
    word = text.lstrip("\"'“‘«([")
    if word[:1].isdigit():
        return _SPOKEN_FROM_VOWEL.match(word) is not None
    if _LETTER_BY_LETTER.match(word):
        return word[0] in _VOWEL_NAMES
    if _SILENT_H.match(word):
        return True
    return word[:1].casefold() in _VOWELS and not _CONSONANT_SOUND.match(word)


def have_same_shape(one: str, other: str) -> bool:
    """Return whether two texts fit the same place in a sentence, as far as one can tell."""
    first, second = is_plural(one), is_plural(other)
    is_number_alike = first is None or second is None or first == second
    return is_number_alike and bool(opening_article(one)) == bool(opening_article(other))
