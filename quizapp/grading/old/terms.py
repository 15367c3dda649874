"""Judging a word or phrase: equal, or vetoed, or forgiven, or a part, or more than was asked."""

from functools import lru_cache

from rapidfuzz.distance import OSA

from quizapp.grading.expected import ExpectedTerm
from quizapp.grading.lexicon import NO_NAMES, Lexicon, squashed
from quizapp.grading.old.align import LARGEST_BUDGET, Alignment, aligned, budget, cut_like
from quizapp.grading.old.equality import (
    are_all_right,
    has_letters,
    is_equal_to_any,
    keeps_order,
    offers_two,
    with_genus_in_short,
)
from quizapp.grading.old.grade import Grade, Reason, Verdict
from quizapp.grading.old.normal import Word, has_digit, plain, sound, spellings, words
from quizapp.grading.old.opposites import Groups, are_opposed, other_word
from quizapp.grading.old.phrases import over_specified, under_specified
from quizapp.grading.old.roles import NEGATIONS
from quizapp.grading.old.verdicts import BLANK, OTHER, SAME, veto

COUNTS = {1: "one letter", 2: "two letters", 3: "three letters"}
RANKS = {
    Reason.SAME: 0,
    Reason.SPELLING: 1,
    Reason.MORE: 2,
    Reason.LESS: 3,
    Reason.VETO: 4,
    Reason.OTHER: 5,
}


def grade_term(expected: ExpectedTerm, response: str, names: Lexicon = NO_NAMES) -> Grade:
    """Return the grade of a typed word or phrase.

    `names` are those of the bank: nearer to another concept than to the key is wrong.
    """
    if is_right(expected, response):
        return SAME
    forms = with_genus_in_short((expected.key, *expected.accepted))
    if not has_letters(response):
        return OTHER if plain(response).strip("?!.,;:-") else BLANK
    if note := said_otherwise(expected, forms, response, names):
        return veto(note)
    best = best_of(forms, response, expected.opposites)
    if best.verdict is Verdict.WRONG:  # the learner is told of what stands in the deck, not of "S."
        best = best_of((expected.key, *expected.accepted), response, expected.opposites)
    if best.reason is Reason.LESS and has_words_of(response, expected.key):
        best = best_of((expected.key,), response, expected.opposites)  # a part of it says no more
    if best.verdict is Verdict.CLOSE and (note := rival_of(expected, response, names, best)):
        return veto(note)
    return best


def is_right(expected: ExpectedTerm, response: str) -> bool:
    """Return whether a response is the key, perhaps in another way of writing it."""
    forms = with_genus_in_short((expected.key, *expected.accepted))
    return is_equal_to_any(forms, response) or are_all_right(forms, response)


def may_be_close(expected: ExpectedTerm, response: str) -> bool:
    """Return whether a response is worth a closer look: it has a word of a form or all its letters.

    Slips aside. What may not be close is wrong; most pairs of a list's members are.
    """
    return any(
        aligned(words(form), words(given)).pairs
        or OSA.distance(joined(form), joined(given), score_cutoff=LARGEST_BUDGET) <= LARGEST_BUDGET
        for key in with_genus_in_short((expected.key, *expected.accepted))
        for form in spellings(key)
        for given in spellings(response)
    )


def joined(text: str) -> str:
    """Return the words of `text` without spaces."""
    return "".join(word.form for word in words(text))


def best_of(forms: tuple[str, ...], response: str, opposites: Groups) -> Grade:
    """Return how `response` compares with that one of `forms` that it fits best."""
    return min(
        (
            compared(form, given, opposites)
            for key in forms
            for form in spellings(key)
            for given in spellings(response)
        ),
        key=lambda grade: RANKS[grade.reason],
    )


def said_otherwise(
    expected: ExpectedTerm, forms: tuple[str, ...], response: str, names: Lexicon
) -> str:
    """Return why a response says something else as a whole; "" when it has to be compared."""
    if is_equal_to_any(expected.wrong, response):
        return f"not {plain(response)}"
    if offers_two(response) and not any(map(offers_two, forms)):
        return "one answer, not two"
    other = names.named(response, forms)
    return f"that is {other}" if other else ""


def rival_of(expected: ExpectedTerm, response: str, names: Lexicon, best: Grade) -> str:
    """Return what else a close response may mean, in words; "" for nothing.

    A misspelling is held against its distance from the key; what says more or less than the key
    against a slip or two.
    """
    forms = (expected.key, *expected.accepted)
    given = squashed(response)
    apart = min(OSA.distance(squashed(form), given) for form in forms)
    if best.reason is not Reason.SPELLING:
        apart = min(apart, 1)
    heard = min(OSA.distance(sound(squashed(form)), sound(given)) for form in forms)
    for wrong in expected.wrong:
        if best.reason is Reason.LESS and has_words_of(response, wrong):
            return f"that may be {wrong}, too"
        if is_within(given, squashed(wrong), apart, heard) or is_beside(wrong, response, forms):
            return f"not {wrong}"
    near = names.near(response, forms, apart)
    return next((f"nearer to {name}" for name in near if is_heard(given, name, heard)), "")


def is_within(given: str, wrong: str, apart: int, heard: int) -> bool:
    """Return whether `given` is at least as near to `wrong` as to the key, by letters and sound."""
    return OSA.distance(wrong, given) <= apart and is_heard(given, wrong, heard)


def is_heard(given: str, name: str, heard: int) -> bool:
    """Return whether `given` sounds at least as much like `name` as like the key."""
    return OSA.distance(sound(squashed(name)), sound(given)) <= heard


def is_beside(wrong: str, response: str, forms: tuple[str, ...]) -> bool:
    """Return whether a response has all the words of a wrong answer, as no form of the key does."""
    return has_words_of(wrong, response) and not any(has_words_of(wrong, form) for form in forms)


def has_words_of(text: str, whole: str) -> bool:
    """Return whether all the words of `text` are in `whole`."""
    held = words(whole)
    return all(any(one.is_same(other) for other in held) for one in words(text))


# --- one form against the response ---------------------------------------------------------------


@lru_cache(maxsize=1024)
def compared(form: str, response: str, opposites: Groups) -> Grade:
    """Return how `response` compares with one form of the key that it is not equal to."""
    key, given = words(form), words(response)
    if not has_letters(form):
        return OTHER
    if count_negations(key) != count_negations(given):
        return veto("a negation on one side only")
    found = aligned(key, given)
    if note := opposed(found, opposites):
        return veto(note)
    if found.is_whole:
        return misspelled(form, response, key, given, found)
    if found.missing and found.extra:
        return run_together(key, given, opposites)
    if found.missing:
        return under_specified(form, key, found)
    return over_specified(form, response, key, given, found)


def opposed(found: Alignment, opposites: Groups) -> str:
    """Return which word says something else than the key's, in words; "" for none."""
    for one, other in found.pairs:
        if note := other_word(one, other, opposites):
            return note
    for one in found.missing:
        for other in found.extra:
            if are_opposed(one, other, opposites) or is_near_exact(one, other):
                return f"{one.shown}, not {other.shown}"
    return ""


def misspelled(
    form: str,
    response: str,
    key: tuple[Word, ...],
    given: tuple[Word, ...],
    found: Alignment,
) -> Grade:
    """Return the grade of a response whose every word is a word of the key, slips aside."""
    if not keeps_order((form, key), (response, given), found.pairs):
        return veto("the other way around")
    if found.slips > LARGEST_BUDGET:
        return OTHER
    return close_by(found.slips)


def close_by(slips: int) -> Grade:
    """Return the grade of a misspelling; none at all is a space or a plural."""
    return Grade(Verdict.CLOSE, Reason.SPELLING, f"spelling: {COUNTS[slips]}") if slips else SAME


def run_together(key: tuple[Word, ...], given: tuple[Word, ...], opposites: Groups) -> Grade:
    """Return the grade where words may have been run together or apart, with a slip beside."""
    cut = cut_like(key, given) if len(key) != len(given) else ()
    found = aligned(key, cut)
    if not cut or not found.is_whole or found.slips > max(budget(word) for word in key):
        return OTHER
    if note := opposed(found, opposites):
        return veto(note)
    return close_by(max(1, found.slips))


def is_near_exact(one: Word, other: Word) -> bool:
    """Return whether two words differ by a letter or two where no slip is forgiven: IgM and IgG."""
    is_near = OSA.distance(one.form, other.form) <= max(1, len(one.form) // 3)
    return (one.is_exact or has_digit(other.form)) and is_near


def count_negations(text_words: tuple[Word, ...]) -> int:
    """Return how many words deny."""
    return sum(word.form in NEGATIONS for word in text_words)
