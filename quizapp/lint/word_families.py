"""Which words of a question give a key away: content words of the same family."""

import re
from functools import lru_cache

from quizapp.items.word_forms import Word

MIN_CONTENT_LENGTH = 4  # letters
_MIN_ROOT_LENGTH = 5
_MAX_ENDING_LENGTH = 6
_MIN_COMMON_PREFIX = 7
_MIN_PREFIX_PART = 0.6
# Words that say nothing about the topic.
_STOP_WORDS = re.compile(
    r"about|after|also|among|been|before|between|both|does|during|each|from|have|into|many|"
    r"more|most|much|only|some|such|than|that|their|there|these|they|this|those|were|what|"
    r"when|where|which|with"
)
_WORD_ENDING = re.compile(
    r"s|es|e|y|ed|ing|ings|er|ers|or|ors|ly|al|ial|ic|ical|ics|atic|ive|ives|ous|ity|ities|"
    r"ion|ions|ation|ations|ated|ates|ate|ating|ition|ent|ents|ant|ants|ence|ences|ance|ances|"
    r"ency|ancy|ment|ments|ness|ism|ist|able|ible|ia|itis|osis|otic|oma"
)


def is_content_word(word: Word, min_length: int = MIN_CONTENT_LENGTH) -> bool:
    """Return whether a word can give a key away: so many letters or more, or a digit."""
    has_digit = any(character.isdigit() for character in word.form)
    return has_digit or (len(word.form) >= min_length and not _STOP_WORDS.fullmatch(word.form))


def are_related(one: Word, other: Word) -> bool:
    """Return whether two words are of one family: infect, infection, infected.

    They are where they have a root in common, or a beginning that is most of both: neutrophil and
    neutropenia, but not lymphoma and lymphocyte.
    """
    if one.is_same(other):
        return True
    if one.is_exact or other.is_exact:
        return False
    if not _word_roots(one.form).isdisjoint(_word_roots(other.form)):
        return True
    shared = _common_prefix_length(one.form, other.form)
    return shared >= max(_MIN_COMMON_PREFIX, _MIN_PREFIX_PART * max(len(one.form), len(other.form)))


@lru_cache(maxsize=4096)
def _word_roots(form: str) -> frozenset[str]:
    """Return a word, and what is left of it without each ending that it may have."""
    cuts = range(max(_MIN_ROOT_LENGTH, len(form) - _MAX_ENDING_LENGTH), len(form))
    return frozenset({form, *(form[:cut] for cut in cuts if _WORD_ENDING.fullmatch(form, cut))})


def _common_prefix_length(one: str, other: str) -> int:
    """Return how many letters two words have in common from their first on."""
    differs = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differs, min(len(one), len(other)))
