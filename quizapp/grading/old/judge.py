"""The judge: what was expected and what was given become a grade."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import zip_longest

from quizapp.grading.expected import (
    Expected,
    ExpectedList,
    ExpectedMatch,
    ExpectedNumber,
    ExpectedOptions,
    ExpectedSelf,
    ExpectedSequence,
    ExpectedTerm,
)
from quizapp.grading.lexicon import NO_NAMES, Lexicon
from quizapp.grading.old.amounts import Count, claims_in
from quizapp.grading.old.equality import are_equal
from quizapp.grading.old.grade import Grade, Reason, Verdict
from quizapp.grading.old.lists import grade_list, verdict_of
from quizapp.grading.old.numbers import grade_number
from quizapp.grading.old.sequences import grade_sequence
from quizapp.grading.old.terms import grade_term


def grade(expected: Expected, response: str | Sequence[str], names: Lexicon = NO_NAMES) -> Grade:
    """Return the grade of a response.

    `response` is text for terms, numbers and lists; option ids for options, one a prompt for a
    match; text or the texts of the members for a sequence. `names` are those of the bank: a term
    that is nearer to another concept than to the key is wrong.

    Raises:
        TypeError: the response has not the shape that is expected.
        ValueError: only the learner can grade it.
    """
    if isinstance(expected, ExpectedSelf):
        raise ValueError("only the learner can grade this")  # noqa: TRY004 (no type is wrong)
    if isinstance(expected, ExpectedOptions):
        return grade_options(expected, response)
    if isinstance(expected, ExpectedMatch):
        return grade_match(expected, response)
    if isinstance(expected, ExpectedSequence):
        return grade_sequence(expected, response, names)
    if not isinstance(response, str):
        raise TypeError("a text is expected")
    return grade_text(expected, response, names)


def grade_text(
    expected: ExpectedTerm | ExpectedNumber | ExpectedList, response: str, names: Lexicon
) -> Grade:
    """Return the grade of a typed response."""
    match expected:
        case ExpectedTerm():
            return grade_term(expected, response, names)
        case ExpectedNumber():
            return grade_number(expected, response)
        case ExpectedList():
            return grade_list(expected, response, names)


def grade_options(expected: ExpectedOptions, response: str | Sequence[str]) -> Grade:
    """Return the grade of options chosen: one for a choice, F1 for a select."""
    chosen = frozenset({response} if isinstance(response, str) else response)
    if not chosen:
        return Grade(Verdict.WRONG, Reason.BLANK, share=0.0)
    if chosen == expected.right:
        return Grade(Verdict.CORRECT, Reason.SAME)
    if len(expected.right) == 1:
        return Grade(Verdict.WRONG, Reason.OTHER, share=0.0)
    share = 2 * len(chosen & expected.right) / (len(chosen) + len(expected.right))
    missing = tuple(sorted(expected.right - chosen))
    false = tuple(sorted(chosen - expected.right))
    note = f"{len(missing)} missing, {len(false)} too many"
    return Grade(verdict_of(share), Reason.PART, note, share, missing, false)


def grade_match(expected: ExpectedMatch, response: str | Sequence[str]) -> Grade:
    """Return the grade of options paired with the prompts, by their share that is right.

    `response` holds an option's id for each prompt, "" where none was given.
    """
    given = [response] if isinstance(response, str) else response
    pairs = tuple(zip_longest(expected.prompts, expected.right, given[: len(expected.right)]))
    if not any(chosen for _, _, chosen in pairs):
        return Grade(Verdict.WRONG, Reason.BLANK, share=0.0)
    missing = tuple(prompt for prompt, right, chosen in pairs if right != chosen)
    if not missing:
        return Grade(Verdict.CORRECT, Reason.SAME)
    found = len(pairs) - len(missing)
    share = found / len(pairs)
    return Grade(verdict_of(share), Reason.PART, f"{found} of {len(pairs)} pairs", share, missing)


def grades_equal(one: str, other: str) -> bool:
    """Return whether two texts grade as equal: as options, they could not be told apart."""
    if are_equal(one, other):
        return True
    left, right = number_in(one), number_in(other)
    return left is not None and left == right


def number_in(text: str) -> Decimal | None:
    """Return the number that `text` is, in digits or words, without anything beside; else None."""
    claims = claims_in(text)
    if len(claims) != 1 or not isinstance(claims[0], Count) or claims[0].unit:
        return None
    return claims[0].values[0]
