"""Do two texts grade as equal? Grading decides; it is asked only where they may be.

Most pairs of options have no word in common, and a bank has millions of pairs. What each text is
made of is worked out once.
"""

from dataclasses import dataclass
from functools import lru_cache

from quizapp.grading.judge import grades_equal
from quizapp.items.word_forms import split_words

_CACHE_SIZE = 1 << 16


@dataclass(frozen=True, slots=True)
class _TextProfile:
    """What a text is made of, as far as two equal texts have it in common.

    Attributes:
        forms: all normal forms of its words.
        count: how many words it has.
        joined: its words run together.
        is_plain: it is of Latin letters alone: no number, which can be said in other words, and
            no letter that can be written in two ways.
    """

    forms: frozenset[str]
    count: int
    compounds: frozenset[str]
    is_plain: bool


def are_equal_answers(one: str, other: str) -> bool:
    """Return whether two texts grade as equal: as options, they could not be told apart."""
    return _can_be_equal(_profile_text(one), _profile_text(other)) and grades_equal(one, other)


def _can_be_equal(one: _TextProfile, other: _TextProfile) -> bool:
    """Return whether two texts may be equal: each word is one of the other, or they join."""
    if not (one.is_plain and other.is_plain):
        return True
    is_as_long = one.count == other.count
    return (is_as_long and not one.forms.isdisjoint(other.forms)) or not (
        one.compounds.isdisjoint(other.compounds)
    )


@lru_cache(maxsize=_CACHE_SIZE)
def _profile_text(text: str) -> _TextProfile:
    """Return what `text` is made of."""
    found = split_words(text)
    forms = frozenset().union(*(word.forms for word in found))
    beginning = "".join(word.form for word in found[:-1])
    return _TextProfile(
        forms,
        len(found),
        frozenset(beginning + form for form in found[-1].forms) if found else frozenset(),
        text.isascii() and bool(found) and all(map(str.isalpha, forms)),
    )
