"""Judging options that were chosen, and options that were paired with prompts."""

from collections.abc import Sequence
from itertools import zip_longest

from quizapp.grading.expected import ExpectedMatch, ExpectedOptions
from quizapp.grading.grade import BLANK, RIGHT, Grade, Outcome, Reason


def judge_options(expected: ExpectedOptions, response: str | Sequence[str]) -> Grade:
    """Return the grade of options chosen: one for a choice, F1 for a select."""
    chosen = frozenset({response} if isinstance(response, str) else response)
    if not chosen:
        return BLANK
    if chosen == expected.right:
        return RIGHT
    if len(expected.right) == 1:
        return Grade(Outcome.WRONG, Reason.OTHER, share=0.0)
    missing = tuple(sorted(expected.right - chosen))
    alien = tuple(sorted(chosen - expected.right))
    return Grade(
        Outcome.WRONG,
        Reason.PART,
        f"{len(missing)} missing, {len(alien)} too many.",
        share=2 * len(chosen & expected.right) / (len(chosen) + len(expected.right)),
        missing=missing,
        alien=alien,
    )


def judge_match(expected: ExpectedMatch, response: str | Sequence[str]) -> Grade:
    """Return the grade of options paired with the prompts, by their share that is right.

    `response` holds an option's id for each prompt, "" where none was given.
    """
    given = [response] if isinstance(response, str) else response
    pairs = tuple(zip_longest(expected.prompts, expected.right, given[: len(expected.right)]))
    if not any(chosen for _, _, chosen in pairs):
        return BLANK
    missing = tuple(prompt for prompt, right, chosen in pairs if right != chosen)
    if not missing:
        return RIGHT
    found = len(pairs) - len(missing)
    note = f"{found} of {len(pairs)} pairs."
    return Grade(Outcome.WRONG, Reason.PART, note, found / len(pairs), missing=missing)
