"""The judge: what was expected and what was given become a grade."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from quizapp.grading.amounts import judge_number
from quizapp.grading.expected import (
    ENGLISH,
    Expected,
    ExpectedAmount,
    ExpectedList,
    ExpectedMatch,
    ExpectedNumber,
    ExpectedOptions,
    ExpectedSelf,
    ExpectedSequence,
    ExpectedTerm,
)
from quizapp.grading.grade import Grade, Outcome, Reason
from quizapp.grading.lexicon import NO_NAMES, Lexicon
from quizapp.grading.limits import excess
from quizapp.grading.members import judge_members
from quizapp.grading.options import judge_match, judge_options
from quizapp.grading.quantities import judge_quantity
from quizapp.grading.read_amount import value_of
from quizapp.grading.terms import is_right_term, judge_term

UNJUDGED = Grade(
    Outcome.UNSURE, Reason.UNJUDGED, "I cannot judge this. Were you right? y/n", share=0.0
)


def judge(
    expected: Expected,
    typed: str | Sequence[str],
    names: Lexicon = NO_NAMES,
    *,
    strict: bool = False,
) -> Grade:
    """Return the grade of a response; `UNJUDGED`, and a line in the log, where judging fails.

    `typed` is text for terms, numbers and lists; option ids for options, one a prompt for a
    match; text or the texts of the members for a sequence. `names` are those of the bank: a term
    that is another concept's name, or as near to one as to the key, is wrong. Where it is `strict`
    a slip is wrong.

    Raises:
        TypeError: the response has not the shape that is expected.
        ValueError: only the learner can grade it.
    """
    if isinstance(expected, ExpectedSelf):
        raise ValueError("only the learner can grade this")  # noqa: TRY004 (no type is wrong)
    if isinstance(expected, ExpectedOptions):
        return judge_options(expected, typed)
    if isinstance(expected, ExpectedMatch):
        return judge_match(expected, typed)
    if not isinstance(typed, str) and not isinstance(expected, ExpectedSequence):
        raise TypeError("a text is expected")
    try:
        grade = _judge_typed(expected, _readable(typed), names)
    except Exception:  # whatever it is, the learner knows what was right
        logging.getLogger(__name__).exception("cannot judge %r against %r", typed, expected)
        return UNJUDGED
    if strict and grade.outcome is Outcome.SLIP:
        return replace(grade, outcome=Outcome.WRONG, share=0.0)
    return grade


def _readable(typed: str | Sequence[str]) -> str | Sequence[str]:
    """Return a text without halves of characters, which a terminal may send."""
    return typed.encode("utf-8", "ignore").decode() if isinstance(typed, str) else typed


def _judge_typed(
    expected: ExpectedTerm | ExpectedNumber | ExpectedAmount | ExpectedList | ExpectedSequence,
    typed: str | Sequence[str],
    names: Lexicon,
) -> Grade:
    """Return the grade of what was typed; of what is longer than any answer, without a look."""
    if isinstance(typed, str) and (too_long := excess(expected, typed)):
        return Grade(Outcome.WRONG, Reason.OTHER, too_long, share=0.0)
    if isinstance(expected, ExpectedList | ExpectedSequence):
        return judge_members(expected, typed, names)
    text = typed if isinstance(typed, str) else " ".join(typed)
    if isinstance(expected, ExpectedNumber):
        return judge_number(expected, text)
    if isinstance(expected, ExpectedAmount):
        return judge_quantity(expected, text)
    return judge_term(expected, text, names)


def grades_equal(one: str, other: str, language: str = ENGLISH) -> bool:
    """Return whether two texts grade as equal: as options, they could not be told apart.

    The dictionary is not asked: the same bank makes the same items wherever it is read.
    """
    return is_right_term(ExpectedTerm(one, language=language), other) or is_right_term(
        ExpectedTerm(other, language=language), one
    )


def number_in(text: str, language: str = ENGLISH) -> Decimal | None:
    """Return the number that `text` is, in digits or words, without anything beside; else None."""
    value = value_of(text, language)
    return None if value is None else Decimal(value.numerator) / Decimal(value.denominator)
