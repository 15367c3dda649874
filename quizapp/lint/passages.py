"""Whether a passage of a source has a key: its words, or its number in any notation."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizapp.items.word_forms import Word, join_forms, split_words
from quizapp.lint.figures import find_figures

_MAX_WORDS_BETWEEN = 3  # "upper and lower respiratory tract" has "upper respiratory tract"
_MAX_SPLIT_WORDS = 2  # words that a hyphen or a space more makes of one
_HUNDRED = Decimal(100)
_NUMBER_IN_NAME = re.compile(r"(?<=[^\W\d_])[-‑]\d[\d.,]*")  # IL-2
_DIGIT_ONE = re.compile(r"(?<![\w.,])1(?![\w.,])")
_OF = re.compile(r"\bof\b", re.IGNORECASE)
# What says a number without being one.
_IMPLIED_NUMBERS = {
    Decimal(0): re.compile(r"\b(no|none|neither|nobody)\b", re.IGNORECASE),
    Decimal(1): re.compile(r"\b(an?|once|single|sole)\b", re.IGNORECASE),
    Decimal(2): re.compile(r"\b(both|twice|pair|double)\b", re.IGNORECASE),
    Decimal("0.5"): re.compile(r"\b(half|halves)\b", re.IGNORECASE),
    Decimal("0.25"): re.compile(r"\b(a|one) quarter\b", re.IGNORECASE),
    Decimal("0.75"): re.compile(r"\bthree quarters\b", re.IGNORECASE),
    Decimal(12): re.compile(r"\b(a|one) dozen\b", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a source as it is looked through; `label` is how a deck cites it."""

    label: str
    words: tuple[Word, ...]
    text_without_spaces: str
    numbers: frozenset[Decimal]
    has_of: bool


def make_passage(label: str, text: str, language: str) -> Passage:
    """Return `text`, of a `language`, made ready to be looked through."""
    found = split_words(text)
    run_together = "".join(word.form for word in found)
    implied = (value for value, said in _IMPLIED_NUMBERS.items() if said.search(text))
    stated = (value for figure in find_figures(text, language) for value in figure.values)
    figures = frozenset((*stated, *implied))
    return Passage(label, found, run_together, figures, _OF.search(text) is not None)


def has_number(place: Passage, number: Decimal) -> bool:
    """Return whether a passage has `number`, in digits or words; a half is 50 per cent."""
    readings = {number, number * _HUNDRED} if 0 < number < 1 else {number, number / _HUNDRED}
    return not readings.isdisjoint(place.numbers)


def has_words(place: Passage, text: str) -> bool:
    """Return whether a passage has the words of `text` in their order, near each other.

    Plural, case, hyphens, Greek letters and number words make no difference; nor does "infusions
    of immunoglobulin" for "immunoglobulin infusions".
    """
    key = split_words(text)
    return bool(key) and (
        _occur_in_order(key, place.words, _MAX_WORDS_BETWEEN)
        or _has_other_spacing(key, place)
        or (place.has_of and any(_occur_in_order(each, place.words, 0) for each in _rotations(key)))
    )


def _occur_in_order(key: Sequence[Word], text: Sequence[Word], most_between: int) -> bool:
    """Return whether `key` is found in `text` with at most so many other words in between."""
    for start, word in enumerate(text):
        if word.is_same(key[0]):
            near = iter(text[start : start + len(key) + most_between])
            if all(any(one.is_same(other) for other in near) for one in key):
                return True
    return False


def _rotations(key: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Yield `key` with its last words first: liver disease, disease of the liver."""
    return ((*key[at:], *key[:at]) for at in range(1, len(key)))


def _has_other_spacing(key: tuple[Word, ...], place: Passage) -> bool:
    """Return whether a passage has `key` with other spaces: nonspecific, non-specific."""
    whole = join_forms(key)
    if not any(form in place.text_without_spaces for form in whole):
        return False
    lengths = range(1, len(key) + _MAX_SPLIT_WORDS + 1)
    starts = range(len(place.words))
    return any(
        not whole.isdisjoint(join_forms(place.words[start : start + length]))
        for start in starts
        for length in lengths
    )


def claimed_numbers(texts: Iterable[str], language: str) -> dict[Decimal, str]:
    """Return the numbers that texts claim, with how each is written in digits.

    Neither the 2 of IL-2, nor a rank ("second"), nor the pronoun "one" is a claim.
    """
    claimed: dict[Decimal, str] = {}
    for text in texts:
        plain = _NUMBER_IN_NAME.sub(" ", text)
        for figure in find_figures(plain, language):
            is_pronoun = figure.shown == "1" and not _DIGIT_ONE.search(plain)
            if not figure.is_rank and not is_pronoun:
                claimed.setdefault(figure.values[0], figure.shown)
    return claimed
