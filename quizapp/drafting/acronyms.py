"""Acronyms that a text explains: "stem cell transplantation (SCT)"."""

import re
from collections.abc import Iterable, Mapping, Sequence

from quizapp.drafting.figures import find_figures
from quizapp.drafting.model import FigureKind

_BRACKET = re.compile(
    r" ?[(\[]([A-Z][A-Za-z0-9]*[A-Z0-9][A-Za-z0-9]*s?|[A-Z][a-z]?[A-Z]\w*|[A-Z][A-Za-z]+-\d+|"
    r"[A-Z]+-[A-Z]+)[)\]]"
)
_SMALL_WORDS = frozenset(("of", "and", "the", "in", "for", "to", "with", "by", "on"))


def find_expansions(sentences: Iterable[str]) -> Mapping[str, str]:
    """Return the acronyms of a text with what they are short for, as it stands there."""
    found: dict[str, str] = {}
    for sentence in sentences:
        statistics = [f for f in find_figures(sentence) if f.kind is FigureKind.STATISTIC]
        for bracket in _BRACKET.finditer(sentence):
            if any(f.start < bracket.end() and bracket.start() < f.end for f in statistics):
                continue  # "confidence interval [CI]" belongs to the figures
            words = expand_acronym(bracket[1], sentence[: bracket.start()])
            if words:
                found.setdefault(bracket[1], words)
    return found


def expand_acronym(acronym: str, before: str) -> str:
    """Return the words at the end of `before` whose letters an acronym has; "" for none."""
    letters = [c.lower() for c in acronym.removesuffix("s") if c.isalnum()]
    words = before.split()[-min(len(letters) + 5, 2 * len(letters)) :]
    if not words or re.search(r"[,;:)]$", words[-1]):
        return ""
    found = _by_initials(letters, words) or _by_letters(letters, " ".join(words))
    expansion = found.strip("\"'“”‘’ ")
    is_clean = not re.search(r"[,;:()]", expansion) and len(expansion) > len(acronym) + 2
    return expansion if is_clean else ""


def _by_initials(letters: Sequence[str], words: Sequence[str]) -> str:
    """Return the last words that begin with the letters, one each, small words passed over."""
    place = len(words)
    for letter in reversed(letters):
        place -= 1
        while place > 0 and words[place] in _SMALL_WORDS and words[place][0] != letter:
            place -= 1
        if place < 0 or words[place][0].lower() != letter:
            return ""
    return " ".join(words[place:])


def _by_letters(letters: Sequence[str], text: str) -> str:
    """Return the end of a text that has the letters in order, the first one beginning a word.

    As Schwartz and Hearst do it (2003): each letter is looked for from the right.
    """
    place = len(text)
    for at, letter in enumerate(reversed(letters)):
        is_first = at == len(letters) - 1
        place -= 1
        while place >= 0 and (
            text[place].lower() != letter or (is_first and place and text[place - 1].isalnum())
        ):
            place -= 1
        if place < 0:
            return ""
    return text[place:]
