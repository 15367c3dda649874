"""Judging a word or phrase: normalise, veto, then forgive."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from quizapp.grading.confusion import GENERIC, NEGATIONS, TITLES, TURNING
from quizapp.grading.expected import ExpectedTerm
from quizapp.grading.grade import Grade, Reason, Verdict
from quizapp.grading.lexicon import NO_NAMES, Lexicon, squashed
from quizapp.grading.normal import (
    Word,
    has_digit,
    plain,
    spelled,
    umlauts_spelled_out,
    words,
)
from quizapp.grading.opposites import are_opposed, excludes

BUDGETS = ((3, 0), (7, 1), (12, 2))  # letters of the key's word, slips forgiven in it
LARGEST_BUDGET = 3
MOST_EXTRA_WORDS = 2
TWO_ANSWERS = re.compile(r"\bor\b|[/;?|]|\bvs\b\.?|\bversus\b", re.IGNORECASE)
ANSWER_MARKS = re.compile(rf"{TWO_ANSWERS.pattern}|[()\[\]=]", re.IGNORECASE)
JOINED = re.compile(r"\band\b|[&,+]|\bplus\b", re.IGNORECASE)
PREPOSITION = re.compile(r"\b(of|in|with|by|for|from|to|at|on|due to)\b", re.IGNORECASE)
PREPOSITIONS = frozenset({"in", "with", "by", "for", "from", "to", "at", "on", "due"})
BINOMIAL = re.compile(r"[A-Z][a-z]+ [a-z]{3,}")  # Escherichia coli
COUNTS = {1: "one letter", 2: "two letters", 3: "three letters"}

SAME = Grade(Verdict.CORRECT, Reason.SAME)
BLANK = Grade(Verdict.WRONG, Reason.BLANK, share=0.0)
OTHER = Grade(Verdict.WRONG, Reason.OTHER, share=0.0)
RANKS = {
    Reason.SAME: 0,
    Reason.SPELLING: 1,
    Reason.MORE: 2,
    Reason.LESS: 3,
    Reason.VETO: 4,
    Reason.OTHER: 5,
}


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which words of the key were given, which are missing, and which are extra."""

    pairs: tuple[tuple[Word, Word], ...]
    missing: tuple[Word, ...]
    extra: tuple[Word, ...]


def grade_term(expected: ExpectedTerm, response: str, names: Lexicon = NO_NAMES) -> Grade:
    """Return the grade of a typed word or phrase.

    `names` are those of the bank: nearer to another concept than to the key is wrong.
    """
    forms = forms_of(expected)
    if is_equal_to_any(forms, response) or are_all_right(forms, answers_in(response)):
        return SAME
    if not any(character.isalnum() for character in response):
        return OTHER if plain(response).strip("?!.,;:-") else BLANK
    if note := otherwise(expected, forms, response, names):
        return veto(note)
    best = min(
        (compared(form, response, expected.opposites) for form in forms),
        key=lambda grade: RANKS[grade.reason],
    )
    if best.reason is Reason.SPELLING and (rival := rival_of(expected, response, names)):
        return veto(f"nearer to {rival}")
    if best.reason is Reason.LESS and (rival := shared_with(expected, response)):
        return veto(f"that may be {rival}, too")
    return best


def shared_with(expected: ExpectedTerm, response: str) -> str:
    """Return the look-alike that a shortened response may stand for as well; "" for none."""
    given = words(response)
    return next((wrong for wrong in expected.wrong if not aligned(given, words(wrong)).missing), "")


def otherwise(expected: ExpectedTerm, forms: tuple[str, ...], response: str, names: Lexicon) -> str:
    """Return why a response says something else as a whole; "" when it has to be compared."""
    if is_equal_to_any(expected.wrong, response):
        return f"not {plain(response)}"
    is_one_key = not any(TWO_ANSWERS.search(form) for form in forms)
    if is_one_key and len(answers_in(response)) > 1 and TWO_ANSWERS.search(plain(response)):
        return "one answer, not two"
    other = names.named(response, forms)
    return f"that is {other}" if other else ""


def forms_of(expected: ExpectedTerm) -> tuple[str, ...]:
    """Return every form that is right: with umlauts spelled out, with the genus in short."""
    forms = (expected.key, *expected.accepted)
    genus_in_short = (f"{form[0]}. {form.split()[1]}" for form in forms if BINOMIAL.fullmatch(form))
    forms = tuple(dict.fromkeys((*forms, *genus_in_short)))
    spelled_out = (
        umlauts_spelled_out(form)
        for form in forms
        if umlauts_spelled_out(form) != plain(form).casefold()
    )
    return (*forms, *spelled_out)


def is_equal_to_any(forms: tuple[str, ...], response: str) -> bool:
    """Say whether `response` is one of `forms`, written in another way perhaps."""
    return any(are_equal(form, response) for form in forms)


def are_equal(one: str, other: str) -> bool:
    """Say whether two texts say the same, case, spaces and the order of words aside."""
    if plain(one).casefold() == plain(other).casefold():
        return True
    one_words, other_words = words(one), words(other)
    if not one_words or not other_words:
        return False
    if spelled(one_words) == spelled(other_words):
        return one_words[0].form[0].isalnum() or len(one_words) == len(other_words)
    if len(one_words) != len(other_words):
        return False
    found = aligned(one_words, other_words, is_forgiving=False)
    return not found.missing and numbers_in(one_words) == numbers_in(other_words)


def answers_in(response: str) -> tuple[str, ...]:
    """Return the answers that a response offers, parted by "or", a slash or a question mark."""
    parts = (part.strip(" .,!") for part in ANSWER_MARKS.split(plain(response)))
    return tuple(part for part in parts if any(map(str.isalnum, part)))


def are_all_right(forms: tuple[str, ...], answers: tuple[str, ...]) -> bool:
    """Say whether several answers are all forms of the key: CD40L (CD154)."""
    return len(answers) > 1 and all(is_equal_to_any(forms, answer) for answer in answers)


def veto(note: str) -> Grade:
    """Return the grade of what is near the key and says something else."""
    return Grade(Verdict.WRONG, Reason.VETO, note, share=0.0)


def rival_of(expected: ExpectedTerm, response: str, names: Lexicon) -> str:
    """Return what else a close response is at least as near to; "" when there is nothing."""
    forms = (expected.key, *expected.accepted)
    given = squashed(response)
    apart = min(OSA.distance(squashed(form), given) for form in forms)
    for wrong in expected.wrong:
        if OSA.distance(squashed(wrong), given) <= apart:
            return wrong
    return names.nearer(response, forms, apart)


# --- one form against the response ---------------------------------------------------------------


@lru_cache(maxsize=256)
def compared(form: str, response: str, opposites: tuple[tuple[str, ...], ...]) -> Grade:
    """Return how `response` compares with one form of the key that it is not equal to."""
    key, given = words(form), words(response)
    if negations(key) != negations(given):
        return veto("a negation on one side only")
    if are_reordered(numbers_in(key), numbers_in(given)):
        return veto("the numbers in another order")
    found = aligned(key, given)
    if note := opposed(found, opposites):
        return veto(note)
    if found.missing and found.extra:
        return run_together(key, given)
    if found.missing:
        return under_specified(form, key, found)
    if found.extra:
        return over_specified(form, response, key, given, found)
    return misspelled(found)


def opposed(found: Alignment, opposites: tuple[tuple[str, ...], ...]) -> str:
    """Return which word says something else than the key's, in words; "" for none."""
    for one, other in found.pairs:
        if note := excludes(one, other, opposites):
            return note
    for one in found.missing:
        for other in found.extra:
            if are_opposed(one, other, opposites) or is_near_exact(one, other):
                return f"{one.shown}, not {other.shown}"
    return ""


def misspelled(found: Alignment) -> Grade:
    """Return the grade of a response whose every word is a word of the key, slips aside."""
    slips = sum(distance(one, other) for one, other in found.pairs)
    if slips == 0:
        return SAME
    if slips > LARGEST_BUDGET:
        return OTHER
    return Grade(Verdict.CLOSE, Reason.SPELLING, f"spelling: {COUNTS[slips]}")


def run_together(key: tuple[Word, ...], given: tuple[Word, ...]) -> Grade:
    """Return the grade where words may have been run together or apart, with a slip beside."""
    exact = [word.form for word in key if word.is_exact]
    one, other = spelled(key), spelled(given)
    if len(key) == len(given) or not all(form in other for form in exact):
        return OTHER
    slips = OSA.distance(one, other)
    if slips > max(budget(word) for word in key) or excludes(joined_word(one), joined_word(other)):
        return OTHER
    return Grade(Verdict.CLOSE, Reason.SPELLING, f"spelling: {COUNTS[max(1, slips)]}")


def under_specified(form: str, key: tuple[Word, ...], found: Alignment) -> Grade:
    """Return the grade of a response that has a part of the key's words and no other."""
    given = [word for word, _ in found.pairs]
    has_head = head_of(form, key) in given
    has_exact = not any(word.is_exact for word in found.missing)
    if given and found.missing and all(word.form in TITLES for word in found.missing):
        has_head = True
    if has_head and has_exact and 2 * len(given) >= len(key):
        lacking = " ".join(word.shown for word in found.missing)
        return Grade(Verdict.CLOSE, Reason.LESS, f"less than the whole: {lacking} is missing")
    return OTHER


def over_specified(
    form: str, response: str, key: tuple[Word, ...], given: tuple[Word, ...], found: Alignment
) -> Grade:
    """Return the grade of a response that has all of the key's words and some more."""
    extra = [word for word in found.extra if word.form not in PREPOSITIONS]
    if JOINED.search(response) and not JOINED.search(form):
        return veto("one answer, not two")
    for word in extra:
        if word.form in TURNING:
            return veto(f"{word.shown} makes it something else")
        if any(are_opposed(each, word) for each in key):
            return veto(f"not {word.shown}")
    if len(extra) > MOST_EXTRA_WORDS or any(is_telling(word) for word in extra):
        return OTHER
    head = next(other for one, other in found.pairs if one is head_of(form, key))
    behind = [word for word in given[given.index(head) + 1 :] if word in extra]
    if any(word.forms.isdisjoint(GENERIC) for word in behind) and not PREPOSITION.search(response):
        return veto("that names something else")
    return Grade(Verdict.CLOSE, Reason.MORE, "more than was asked")


def head_of(form: str, key: tuple[Word, ...]) -> Word:
    """Return the word that a phrase is about: its last, or the last before a preposition."""
    found = PREPOSITION.search(plain(form))
    before = words(plain(form)[: found.start()]) if found else ()
    heads = [word for word in key if before and word.form == before[-1].form]
    return heads[0] if heads else key[-1]


def is_telling(word: Word) -> bool:
    """Say whether an extra word is a claim of its own: a number, an abbreviation, a sign."""
    return (
        word.is_exact
        and word.forms.isdisjoint(GENERIC)
        and (has_digit(word.form) or word.shown[:1].isupper() or not word.form.isalpha())
    )


def is_near_exact(one: Word, other: Word) -> bool:
    """Say whether two words differ by a letter or two where no slip is forgiven: IgM and IgG."""
    is_near = OSA.distance(one.form, other.form) <= max(1, len(one.form) // 3)
    return (one.is_exact or has_digit(other.form)) and is_near


# --- words against words -------------------------------------------------------------------------


def aligned(
    key: tuple[Word, ...], given: tuple[Word, ...], *, is_forgiving: bool = True
) -> Alignment:
    """Return which given word stands for which word of the key, in any order.

    The same words find each other first, then, where it `is_forgiving`, the nearest within the
    budget.
    """
    left, missing = list(given), list(key)
    pairs: list[tuple[Word, Word]] = []
    for one in key:
        other = next((each for each in left if one.is_same(each)), None)
        if other is not None:
            pairs.append((one, other))
            left.remove(other)
            missing.remove(one)
    if is_forgiving:
        near = sorted(
            (
                (distance(one, other), place, one, other)
                for place, one in enumerate(missing)
                for other in left
                if is_slip(one, other)
            ),
            key=lambda found: found[:2],
        )
        for _, _, one, other in near:
            if one in missing and other in left:
                pairs.append((one, other))
                left.remove(other)
                missing.remove(one)
    return Alignment(tuple(pairs), tuple(missing), tuple(left))


def is_slip(one: Word, other: Word) -> bool:
    """Say whether `other` may be `one` with a slip of the finger."""
    if one.is_exact or has_digit(other.form):
        return False
    return distance(one, other) <= budget(one)


def distance(one: Word, other: Word) -> int:
    """Return how many letters two words differ by, a swap of neighbours counting one (OSA)."""
    return min(OSA.distance(form, given) for form in one.forms for given in other.forms)


def budget(word: Word) -> int:
    """Return how many slips are forgiven in a word."""
    if word.is_exact:
        return 0
    return next((slips for letters, slips in BUDGETS if len(word.form) <= letters), LARGEST_BUDGET)


def joined_word(text: str) -> Word:
    """Return a phrase without spaces as one word."""
    return Word(text, frozenset({text}), is_exact=False, shown=text)


def numbers_in(text_words: tuple[Word, ...]) -> list[str]:
    """Return the words with a digit in their order, which tells 47-54 from 54-47."""
    return [word.form for word in text_words if has_digit(word.form)]


def are_reordered(one: list[str], other: list[str]) -> bool:
    """Say whether two lists hold the same in another order."""
    return one != other and sorted(one) == sorted(other)


def negations(text_words: tuple[Word, ...]) -> Counter[str]:
    """Return the negations among words, of which both sides must have as many."""
    return Counter("no" for word in text_words if word.form in NEGATIONS)
