"""Judging a response that says less than the key, or more: which word is it about?"""

import re
from itertools import pairwise

from quizapp.grading.old.align import Alignment
from quizapp.grading.old.equality import JOINED, place_of
from quizapp.grading.old.grade import Grade, Reason, Verdict
from quizapp.grading.old.normal import Word, has_digit, plain, words
from quizapp.grading.old.opposites import are_opposed, exists, opposites_of, word_opposites
from quizapp.grading.old.roles import (
    CLASS_ENDINGS,
    GENERIC,
    KINDS,
    LATIN_ENDINGS,
    LATIN_NOUN_ENDINGS,
    NAMED,
    NOT_LATIN_ENDINGS,
    QUALIFIERS,
    SOFTENERS,
    TITLES,
    TURNING,
)
from quizapp.grading.old.verdicts import OTHER, veto
from quizapp.grading.old.vocabulary import (
    body_words,
    known_words,
    organism_words,
    proper_names,
)

MOST_EXTRA_WORDS = 2
SHORTEST_NAME = 2  # letters; to shorter names nothing may be added
PREPOSITION = re.compile(
    r"\b(of|in|with|by|for|from|to|at|on|during|among|within|due to|caused by)\b", re.IGNORECASE
)
PREPOSITIONS = frozenset(
    {"in", "with", "by", "for", "from", "to", "at", "on", "due", "caused", "during", "among"}
)
DISEASE_ENDINGS = ("itis", "osis", "emia", "penia", "oma", "pathy", "ia", "sis")


def under_specified(form: str, key: tuple[Word, ...], found: Alignment) -> Grade:
    """Return the grade of a response that has a part of the key's words and no other.

    Close with the word that the key is about, all its exact words and names, and half of its words
    at least. Words that say only what kind of thing it is (syndrome, artery) are no answer.
    """
    given = [word for word, _ in found.pairs]
    if 2 * len(given) < len(key) or found.slips > 1 or not any(map(is_informing, given)):
        return OTHER
    if needed := next((word for word in found.missing if is_needed(word, form)), None):
        return veto(f"{needed.shown} is missing")
    if head_of(form, key) not in given and not is_title_left_out(given, found.missing):
        return OTHER
    lacking = " ".join(word.shown for word in found.missing)
    return Grade(Verdict.CLOSE, Reason.LESS, f"less than the whole: {lacking} is missing")


def is_informing(word: Word) -> bool:
    """Return whether a word tells more than of what kind or on which side something is."""
    is_short = word.is_exact and len(word.form) <= SHORTEST_NAME
    return word.forms.isdisjoint(GENERIC | QUALIFIERS) and not is_short


def is_needed(word: Word, form: str) -> bool:
    """Return whether a word of the key cannot be left out: an exact one, or one that turns it.

    So can none of a name be, but a person's first one: Bruton tyrosine kinase, North Korea.
    """
    if word.is_exact or word.form in TURNING:
        return True
    if form.istitle():
        return word.form in word_opposites()
    return word.shown[:1].isupper() and (
        word.form not in known_words() or word.form in proper_names()
    )


def is_title_left_out(given: list[Word], missing: tuple[Word, ...]) -> bool:
    """Return whether only "disease" or "cycle" is missing behind a name: Crohn, Krebs."""
    if all(word.form in NAMED for word in missing):
        return all(word.shown[:1].isupper() for word in given)
    return all(word.form in TITLES for word in missing) and not all(
        word.form in word_opposites() or word.form in body_words() for word in given
    )


def over_specified(
    form: str,
    response: str,
    key: tuple[Word, ...],
    given: tuple[Word, ...],
    found: Alignment,
) -> Grade:
    """Return the grade of a response that has all of the key's words and some more."""
    extra = [word for word in found.extra if word.form not in PREPOSITIONS | SOFTENERS]
    if JOINED.search(plain(response)) and not JOINED.search(plain(form)):
        return veto("one answer, not two")
    if note := turned(key, extra) or run_on(given):
        return veto(note)
    if all(len(word.form) <= SHORTEST_NAME for word in key):
        extra = [word for word in extra if word.forms.isdisjoint(KINDS)]
        if extra:
            return OTHER  # Objective-C is not C
    if len(extra) > MOST_EXTRA_WORDS or any(is_telling(word) for word in extra):
        return OTHER
    if not is_about(form, response, key, given, found):
        return veto("that names something else")
    return Grade(Verdict.CLOSE, Reason.MORE, "more than was asked")


def turned(key: tuple[Word, ...], extra: list[Word]) -> str:
    """Return which extra word makes the key something else, in words; "" for none."""
    head = key[-1].form
    endings = [ending for ending in CLASS_ENDINGS if head.endswith(ending)]
    for word in extra:
        if word.form in TURNING:
            return f"{word.shown} makes it something else"
        if any(are_opposed(each, word) or is_opposite(each, word) for each in key):
            return f"not {word.shown}"
        if any(word.form.endswith(ending) for ending in endings):
            return "one answer, not two"
    return ""


def run_on(given: tuple[Word, ...]) -> str:
    """Return which word was written as two, in words: "in direct", "a-typical"; "" for none."""
    joined = (
        first.form + second.form
        for first, second in pairwise(given)
        if first.form in PREPOSITIONS | SOFTENERS
    )
    return next((f"{word} is something else" for word in joined if exists(word)), "")


def is_opposite(one: Word, other: Word) -> bool:
    """Return whether `other` is the key's word with a part exchanged: neutrophilia, neutropenia."""
    return any(opposite in other.forms for opposite, _ in opposites_of(one.form))


def is_about(
    form: str,
    response: str,
    key: tuple[Word, ...],
    given: tuple[Word, ...],
    found: Alignment,
) -> bool:
    """Return whether a response is about what the key is about: not the insulin receptor."""
    head = head_of(form, key)
    mine = next(other for one, other in found.pairs if one is head)
    # A word of the key tells, whatever else it may be: the "A" of hepatitis A is no article.
    keyed = {id(other) for _, other in found.pairs}
    telling = tuple(word for word in given if id(word) in keyed or word.form not in SOFTENERS)
    said = head_of(response, telling)
    if said is mine:
        return True
    place = place_of(mine, telling)
    behind = telling[place + 1 :] if PREPOSITION.search(response) is None else (said,)
    return bool(behind) and all(is_kind(word, head, found) for word in behind)


def is_kind(word: Word, head: Word, found: Alignment) -> bool:
    """Return whether a word behind the key only says what kind of thing the key is."""
    if any(word is other for _, other in found.pairs):
        return True
    if word.forms & KINDS:
        return True
    if word.forms & TITLES:
        return head.shown[:1].isupper() or head.form.endswith(DISEASE_ENDINGS)
    return word.form == "infection" and bool(head.forms & organism_words())


def head_of(form: str, key: tuple[Word, ...]) -> Word:
    """Return the word that a phrase is about.

    The last one, the last before a preposition or number (trisomy 21), or the first of a Latin
    name at the end (Candida albicans).
    """
    shown = plain(form)
    found = PREPOSITION.search(shown)
    before = words(shown[: found.start()]) if found else ()
    heads = [word for word in key if before and word.form == before[-1].form]
    if heads:
        return heads[0]
    if len(key) == 1:
        return key[0]
    first, second = key[-2:]
    is_latin = not first.is_exact and is_latin_name(first.form, second.form)  # group A is none
    return first if second.form.isdigit() or is_latin else second


def is_latin_name(first: str, second: str) -> bool:
    """Return whether two words are a genus and a species, or a Latin noun and what it is like."""
    if first in organism_words():
        is_english = second.endswith(NOT_LATIN_ENDINGS) or not second.endswith(LATIN_ENDINGS)
        return second in organism_words() or second == "tuberculosis" or not is_english
    return (
        first.endswith(LATIN_NOUN_ENDINGS)
        and second.endswith(LATIN_ENDINGS[:-1])
        and not second.endswith(NOT_LATIN_ENDINGS)
    )


def is_telling(word: Word) -> bool:
    """Return whether an extra word is a claim of its own: a number, an abbreviation, a sign."""
    return (
        word.is_exact
        and word.forms.isdisjoint(GENERIC)
        and (has_digit(word.form) or word.shown[:1].isupper() or not word.form.isalpha())
    )
