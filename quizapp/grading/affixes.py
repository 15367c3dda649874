"""Prefixes and suffixes: the hyphen at an edge tells where they are joined, and no more."""

from quizapp.grading.fold import clean


def is_same_affix(key: str, typed: str) -> bool:
    """Return whether `key` is an affix, and `typed` the same but for hyphens at its edges.

    An affix is small letters: -5 is a number, Cl- an ion and -OH a group. A single letter with a
    hyphen behind is a sign, too (e-).
    """
    form, text = clean(key), clean(typed)
    letters = form.strip("-")
    is_affix = letters != form and letters.isalpha() and letters == letters.lower()
    if not is_affix or (len(letters) == 1 and not form.startswith("-")):
        return False
    given = text.strip("-").strip()
    return given == letters or (len(letters) > 1 and given.casefold() == letters.casefold())
