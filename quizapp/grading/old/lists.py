"""Judging members in any order."""

from collections.abc import Sequence

from quizapp.grading.expected import ExpectedList, ExpectedTerm
from quizapp.grading.lexicon import NO_NAMES, Lexicon
from quizapp.grading.old.grade import Grade, Reason, Verdict
from quizapp.grading.old.splitting import IN_ANY_ORDER, distinct, members_in
from quizapp.grading.old.terms import grade_term, is_right, may_be_close
from quizapp.grading.old.verdicts import BLANK

CLOSE_CREDIT = 0.75
LEAST_SHARE = 0.5
VERDICTS = tuple(Verdict)  # the best first
CREDIT = {Verdict.CORRECT: 1.0, Verdict.CLOSE: CLOSE_CREDIT, Verdict.WRONG: 0.0}


def grade_list(expected: ExpectedList, response: str, names: Lexicon = NO_NAMES) -> Grade:
    """Return the grade of members typed in any order, by the F1 of what was found.

    A close member counts three quarters, a repeated one once. F1 of 1 is correct, from one half
    on close.
    """

    def is_member(text: str) -> bool:
        return any(is_right(member, text) for member in expected.members)

    given = distinct(members_in(expected.members, response, IN_ANY_ORDER, is_member))
    if not given:
        return BLANK
    credits_of, repeats, false = matched(expected.members, given, names)
    missing = tuple(
        member.key
        for member, credit in zip(expected.members, credits_of, strict=True)
        if not credit
    )
    claims = len(given) - repeats
    share = 2 * sum(credits_of) / (len(expected.members) + claims)
    return Grade(
        verdict_of(share),
        reason_of(share, missing, false),
        note_of(missing, false),
        share,
        missing,
        false,
    )


def matched(
    members: Sequence[ExpectedTerm], given: Sequence[str], names: Lexicon
) -> tuple[list[float], int, tuple[str, ...]]:
    """Return the credit for each member, how many repeats there were, and what is no member.

    Best first: what is right is given away before what is close. A repeat of a member that was
    found is neither found again nor false.
    """
    credits_of = [0.0] * len(members)
    used: set[int] = set()
    fitting: set[int] = set()
    for rank, place, at in fits_of(members, given, names):
        fitting.add(at)
        if at not in used and not credits_of[place]:
            credits_of[place] = CREDIT[VERDICTS[rank]]
            used.add(at)
    false = tuple(text for at, text in enumerate(given) if at not in fitting)
    return credits_of, len(fitting - used), false


def fits_of(
    members: Sequence[ExpectedTerm], given: Sequence[str], names: Lexicon
) -> list[tuple[int, int, int]]:
    """Return which text may be which member: the place in `VERDICTS`, the member's, the text's.

    The best first. What is right for one member is not held against the others for likeness.
    """
    found: list[tuple[int, int, int]] = []
    for at, text in enumerate(given):
        right = [(0, place, at) for place, each in enumerate(members) if is_right(each, text)]
        found += right or [
            (VERDICTS.index(verdict), place, at)
            for place, each in enumerate(members)
            if may_be_close(each, text)
            and (verdict := grade_term(each, text, names).verdict) is not Verdict.WRONG
        ]
    return sorted(found)


def verdict_of(share: float) -> Verdict:
    """Return the verdict on the share found."""
    if share >= 1:
        return Verdict.CORRECT
    return Verdict.CLOSE if share >= LEAST_SHARE else Verdict.WRONG


def reason_of(share: float, missing: Sequence[str], false: Sequence[str]) -> Reason:
    """Return why: all there, all there with a slip, or a part."""
    if share >= 1:
        return Reason.SAME
    return Reason.PART if missing or false else Reason.SPELLING


def note_of(missing: Sequence[str], false: Sequence[str]) -> str:
    """Return what is missing and what is false, in words."""
    parts = []
    if missing:
        parts.append(f"missing: {', '.join(missing)}")
    if false:
        parts.append(f"not: {', '.join(false)}")
    return "; ".join(parts)
