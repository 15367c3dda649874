"""Do two texts say the same? Case, spaces and spelling aside, and order where it says nothing."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from quizapp.grading.old.normal import Word, has_digit, plain, spelled, spellings, words
from quizapp.grading.old.opposites import are_opposed
from quizapp.grading.old.roles import DIRECTIONS
from quizapp.grading.old.vocabulary import organism_words

Pair = tuple[Word, Word]
Phrase = tuple[str, tuple[Word, ...]]  # a text and its words

CLAUSES = re.compile(r"[,;&]|\band\b", re.IGNORECASE)


def are_equal(one: str, other: str) -> bool:
    """Return whether two texts say the same."""
    return any(
        are_equal_as_written(first, second)
        for first in spellings(one)
        for second in spellings(other)
    )


def is_equal_to_any(forms: Iterable[str], response: str) -> bool:
    """Return whether `response` is one of `forms`, written in another way perhaps."""
    return any(are_equal(form, response) for form in forms)


@lru_cache(maxsize=4096)
def are_equal_as_written(one: str, other: str) -> bool:
    """Return whether two plain texts say the same, their umlauts taken as they are."""
    if one.casefold() == other.casefold():
        return True
    if not (has_letters(one) and has_letters(other)):
        return False  # signs say what they say: == is not ===
    key, given = words(one), words(other)
    if not spelled(key).isdisjoint(spelled(given)):
        return True
    pairs = same_words(key, given)
    return len(pairs) == len(key) == len(given) and keeps_order((one, key), (other, given), pairs)


def with_genus_in_short(forms: Iterable[str]) -> tuple[str, ...]:
    """Return `forms`, and each Latin name of an organism with its genus as a letter: S. aureus."""
    found: dict[str, None] = {}
    for form in forms:
        found[form] = None
        genus, _, species = form.partition(" ")
        if species.isalpha() and genus.casefold() in organism_words():
            found[f"{genus[0]}. {species}"] = None
    return tuple(found)


def has_letters(text: str) -> bool:
    """Return whether `text` has a letter or digit."""
    return any(character.isalnum() for character in text)


def same_words(key: tuple[Word, ...], given: tuple[Word, ...]) -> tuple[Pair, ...]:
    """Return the words of the key with the same words of the response, each taken once."""
    left = list(given)
    pairs: list[Pair] = []
    for one in key:
        other = next((each for each in left if one.is_same(each)), None)
        if other is not None:
            pairs.append((one, other))
            left = [each for each in left if each is not other]
    return tuple(pairs)


def keeps_order(form: Phrase, response: Phrase, pairs: tuple[Pair, ...]) -> bool:
    """Return whether words that stand for each other may stand in the order given.

    `pairs` holds the very words of both phrases: the same text read again has others.

    Any order will do, but for directions (from, to, before), signs and short names, and for
    numbers and opposites (low calcium, high phosphate): what is said of them stays with them.
    """
    (key_text, key), (given_text, given) = form, response
    places = [place_of(other, given) for one in key for first, other in pairs if first is one]
    if places == sorted(places):
        return True
    if any(word.form in DIRECTIONS or not word.form[0].isalnum() for word in key):
        return False
    if "/" in key_text + given_text and all(word.is_exact for word in key):
        return False
    if not must_stay_together(key):
        return True
    partners = {other.form: one.form for one, other in pairs}
    clauses = clauses_of(key_text, {})
    if len(clauses) > 1 and clauses == clauses_of(given_text, partners):
        return True
    return neighbors(key, {}) == neighbors(given, partners)


def must_stay_together(key: tuple[Word, ...]) -> bool:
    """Return whether something is said of one of several: two numbers, or two opposites."""
    numbers = sum(has_digit(word.form) for word in key)
    return numbers > 1 or any(are_opposed(one, other) for one in key for other in key)


def clauses_of(text: str, partners: Mapping[str, str]) -> Counter[frozenset[str]]:
    """Return the words of each clause of `text`, as the key spells them."""
    clauses = (words(clause) for clause in CLAUSES.split(text))
    return Counter(
        frozenset(partners.get(word.form, word.form) for word in clause)
        for clause in clauses
        if clause
    )


def neighbors(
    text_words: tuple[Word, ...], partners: Mapping[str, str]
) -> frozenset[tuple[str, str]]:
    """Return each number with the word before it, and each opposite with the one behind it."""
    forms = ["", *(partners.get(word.form, word.form) for word in text_words), ""]
    numbers = {
        (forms[at], forms[at + 1]) for at, word in enumerate(text_words) if has_digit(word.form)
    }
    opposites = {
        (forms[at + 1], forms[at + 2])
        for at, word in enumerate(text_words)
        if any(are_opposed(word, other) for other in text_words)
    }
    return frozenset(numbers | opposites)


def place_of(word: Word, text_words: tuple[Word, ...]) -> int:
    """Return where this very word stands."""
    return next(place for place, each in enumerate(text_words) if each is word)


# --- several answers in one response -------------------------------------------------------------

TWO_ANSWERS = re.compile(r"\bor\b|[/;?|]|\bvs\b\.?|\bversus\b", re.IGNORECASE)
ANSWER_MARKS = re.compile(rf"{TWO_ANSWERS.pattern}|[()\[\]=]", re.IGNORECASE)
JOINED = re.compile(r"\band\b|[&,]|\+(?=\s)|\bplus\b|\bbut\b", re.IGNORECASE)


def answers_in(response: str) -> tuple[str, ...]:
    """Return the answers that a response offers, parted by "or", a slash or a question mark."""
    parts = (part.strip(" .,!") for part in ANSWER_MARKS.split(plain(response)))
    return tuple(part for part in parts if has_letters(part))


def offers_two(response: str) -> bool:
    """Return whether a response offers two answers to choose from."""
    return TWO_ANSWERS.search(plain(response)) is not None and len(answers_in(response)) > 1


def are_all_right(forms: tuple[str, ...], response: str) -> bool:
    """Return whether all the answers of a response are forms of the key: CD40L (CD154)."""
    answers = answers_in(response)
    return len(answers) > 1 and all(is_equal_to_any(forms, answer) for answer in answers)
