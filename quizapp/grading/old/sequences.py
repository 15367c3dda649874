"""Judging members in their one right order."""

from collections.abc import Sequence
from itertools import combinations

from quizapp.grading.expected import ExpectedSequence, ExpectedTerm
from quizapp.grading.lexicon import NO_NAMES, Lexicon
from quizapp.grading.old.grade import Grade, Reason, Verdict
from quizapp.grading.old.lists import LEAST_SHARE, VERDICTS
from quizapp.grading.old.splitting import IN_ORDER, members_in
from quizapp.grading.old.terms import grade_term, is_right, may_be_close
from quizapp.grading.old.verdicts import BLANK, SAME


def grade_sequence(
    expected: ExpectedSequence, response: str | Sequence[str], names: Lexicon = NO_NAMES
) -> Grade:
    """Return the grade of members in order: correct only when all are, in their order.

    `share` is the part of all pairs that stand in the right order, the first mention counting.
    """
    members = expected.members
    given = typed(expected, response) if isinstance(response, str) else tuple(response)
    if not given:
        return BLANK
    found = [best_of(members, text, names) for text in given]
    places = [place for place, verdict in found if verdict is not Verdict.WRONG]
    false = tuple(
        text for text, (_, verdict) in zip(given, found, strict=True) if verdict is Verdict.WRONG
    )
    missing = tuple(member.key for place, member in enumerate(members) if place not in places)
    if places == list(range(len(members))) and not false:
        return as_spelled([verdict for _, verdict in found])
    pairs = len(members) * (len(members) - 1) // 2
    in_order = sum(one < other for one, other in combinations(dict.fromkeys(places), 2))
    share = in_order / pairs if pairs else 0.0
    verdict = Verdict.CLOSE if share >= LEAST_SHARE else Verdict.WRONG
    note = f"{in_order} of {pairs} pairs in order"
    return Grade(verdict, Reason.PART, note, share, missing, false)


def as_spelled(verdicts: Sequence[Verdict]) -> Grade:
    """Return the grade of a right order: close where a member is."""
    if all(verdict is Verdict.CORRECT for verdict in verdicts):
        return SAME
    return Grade(Verdict.CLOSE, Reason.SPELLING, "the order is right, the spelling is not")


def typed(expected: ExpectedSequence, response: str) -> tuple[str, ...]:
    """Return the members of a typed order."""

    def is_member(text: str) -> bool:
        return any(is_right(member, text) for member in expected.members)

    return members_in(expected.members, response, IN_ORDER, is_member)


def best_of(members: Sequence[ExpectedTerm], text: str, names: Lexicon) -> tuple[int, Verdict]:
    """Return which member `text` fits best, and how well: a member itself before all others."""
    keys = [member.key for member in members]
    if text in keys:
        return keys.index(text), Verdict.CORRECT
    right = next((at for at, member in enumerate(members) if is_right(member, text)), None)
    if right is not None:
        return right, Verdict.CORRECT
    grades = [
        grade_term(member, text, names).verdict if may_be_close(member, text) else Verdict.WRONG
        for member in members
    ]
    best = min(grades, key=VERDICTS.index, default=Verdict.WRONG)
    return (grades.index(best) if best in grades else 0), best
