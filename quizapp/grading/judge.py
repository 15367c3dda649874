"""The judge: what was expected and what was given become a grade."""

import logging
from collections.abc import Sequence
from dataclasses import replace

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
from quizapp.grading.grade import Grade, Outcome, Reason
from quizapp.grading.lexicon import NO_NAMES, Lexicon
from quizapp.grading.old import grade as old
from quizapp.grading.old.judge import grade as judge_as_before
from quizapp.grading.old.judge import grades_equal, number_in
from quizapp.grading.options import judge_match, judge_options

__all__ = ["UNJUDGED", "grades_equal", "judge", "number_in"]

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
        grade = _from_old(expected, judge_as_before(expected, typed, names))
    except Exception:  # whatever it is, the learner knows what was right
        logging.getLogger(__name__).exception("cannot judge %r against %r", typed, expected)
        return UNJUDGED
    if strict and grade.outcome is Outcome.SLIP:
        return replace(grade, outcome=Outcome.WRONG, share=0.0)
    return grade


def _from_old(
    expected: ExpectedTerm | ExpectedNumber | ExpectedList | ExpectedSequence, grade: old.Grade
) -> Grade:
    """Return a grade of the judge that leaves as one of the judge that comes."""
    reason = Reason(grade.reason.value)
    more = {Reason.LESS: Reason.PART, Reason.NOTATION: Reason.NOTATION}
    if grade.verdict is old.Verdict.CORRECT:
        outcome = Outcome.RIGHT
    elif grade.verdict is old.Verdict.CLOSE and reason in more:
        outcome, reason = Outcome.MORE, more[reason]
    elif grade.verdict is old.Verdict.CLOSE and reason is Reason.MORE:
        outcome, reason = Outcome.UNSURE, Reason.EXTRA
    elif grade.verdict is old.Verdict.CLOSE and reason is Reason.SPELLING:
        outcome = Outcome.SLIP
    else:
        outcome = Outcome.WRONG
    members = () if isinstance(expected, ExpectedTerm | ExpectedNumber) else expected.members
    keys = tuple(member.key for member in members)
    passes = outcome in {Outcome.RIGHT, Outcome.SLIP}
    share = 1.0 if passes else grade.share if members else 0.0
    found = tuple(key for key in keys if key not in grade.missing)
    note = grade.note and f"{grade.note[0].upper()}{grade.note[1:]}."
    return Grade(outcome, reason, note, share, found, missing=grade.missing, alien=grade.false)
