"""Whether a passage of a source has a key: its words, or its number in any notation."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizapp.grading.old.amounts import NUMBER, in_digits, values_of
from quizapp.grading.old.normal import Word, spelled, words

_MAX_WORDS_BETWEEN = 3  # "upper and lower respiratory tract" has "upper respiratory tract"
_MAX_SPLIT_WORDS = 2  # words that a hyphen or a space more makes of one
_HUNDRED = Decimal(100)
_NUMBER_IN_NAME = re.compile(r"(?<=[^\W\d_])[-‑]\d[\d.,]*")  # IL-2
_FIGURE = re.compile(rf"({NUMBER})(st|nd|rd|th)?\b")
_DIGIT_ONE = re.compile(r"(?<![\w.,])1(?![\w.,])")
_OF = re.compile(r"\bof\b", re.IGNORECASE)
# What says a number without being one.
_IMPLIED_NUMBERS = {
    0: re.compile(r"\b(no|none|neither|nobody)\b", re.IGNORECASE),
    1: re.compile(r"\b(an?|once|single|sole)\b", re.IGNORECASE),
    2: re.compile(r"\b(both|twice|pair|double)\b", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a source as it is looked through; `label` is how a deck cites it."""

    label: str
    words: tuple[Word, ...]
    text_without_spaces: str
    numbers: frozenset[Decimal]
    has_of: bool


def make_passage(label: str, text: str) -> Passage:
    """Return `text` made ready to be looked through."""
    found = words(text)
    run_together = "".join(word.form for word in found)
    beside = (Decimal(value) for value, said in _IMPLIED_NUMBERS.items() if said.search(text))
    figures = _numbers_in_text(text).union(beside)
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
    key = words(text)
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
    whole = spelled(key)
    if not any(form in place.text_without_spaces for form in whole):
        return False
    lengths = range(1, len(key) + _MAX_SPLIT_WORDS + 1)
    starts = range(len(place.words))
    return any(
        not whole.isdisjoint(spelled(place.words[start : start + length]))
        for start in starts
        for length in lengths
    )


def _numbers_in_text(text: str) -> frozenset[Decimal]:
    """Return every number that stands in `text`, in digits or words, in every reading."""
    found = _FIGURE.finditer(in_digits(text))
    return frozenset(value for each in found for value in values_of(each[1]))


def claimed_numbers(texts: Iterable[str]) -> dict[Decimal, str]:
    """Return the numbers that texts claim, with how each is written in digits.

    Neither the 2 of IL-2, nor a rank ("second"), nor the pronoun "one" is a claim.
    """
    claimed: dict[Decimal, str] = {}
    for text in texts:
        plain = _NUMBER_IN_NAME.sub(" ", text)
        for found in _FIGURE.finditer(in_digits(plain)):
            values = values_of(found[1])
            is_pronoun = found[1] == "1" and not _DIGIT_ONE.search(plain)
            if values and not found[2] and not is_pronoun:
                claimed.setdefault(values[0], found[1])
    return claimed
