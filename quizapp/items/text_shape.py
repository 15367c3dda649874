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


def have_same_shape(one: str, other: str) -> bool:
    """Return whether two texts fit the same place in a sentence, as far as one can tell."""
    first, second = is_plural(one), is_plural(other)
    is_number_alike = first is None or second is None or first == second
    return is_number_alike and bool(opening_article(one)) == bool(opening_article(other))
