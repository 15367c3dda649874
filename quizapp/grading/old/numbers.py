"""Judging a number: its value, unit and denominator, exact or within tolerance; never fuzzy."""

import re
from decimal import Decimal

from quizapp.grading.expected import ExpectedNumber
from quizapp.grading.old.amounts import (
    LONGEST_RESPONSE,
    NUMBER,
    Claim,
    Count,
    Part,
    Share,
    claims_in,
    in_digits,
)
from quizapp.grading.old.grade import Grade, Reason, Verdict
from quizapp.grading.old.normal import plain
from quizapp.grading.old.units import PEOPLE, PERCENT, is_same_unit, unit_in
from quizapp.grading.old.verdicts import BLANK, SAME

BOUND = re.compile(
    r"[<>≤≥≦≧]|\b(less|more|fewer|greater|larger|smaller|higher|lower|older|younger) than\b"
    r"|\bat (least|most)\b|\b(over|under|above|below|up to|nearly|almost|within|beyond)\b"
    r"|\b(minimum|maximum)\b|\bor (more|less|fewer|over|under|older|younger|above|below|so)\b"
    r"|\d\s*(?:%\s*)?\+(?!\s*\d)|\b(more|fewer|less)$",
    re.IGNORECASE,
)
RANGE = re.compile(
    rf"\bbetween\b|{NUMBER}\s*%?\s*(-|\bto\b|\.\.+|…|±|\+/?-)\s*(?={NUMBER})", re.IGNORECASE
)
TWO = re.compile(rf"{NUMBER}[^\d]*(\bor\b|\?|\bversus\b|\bvs\b)[^\d]*(?={NUMBER})", re.IGNORECASE)
DENIED = re.compile(r"\b(not|never|neither|except|but)\b|n't\b", re.IGNORECASE)
MANY = re.compile(r"\b(tens|dozens|scores|(hundred|thousand|million|billion)s)\b", re.IGNORECASE)
HUNDRED = Decimal(100)
MILLI = -3  # the last decimal place of a number with three
NOTATION = "the right proportion, in another notation"


def grade_number(expected: ExpectedNumber, response: str) -> Grade:
    """Return the grade of a typed number: exact, or within the tolerance that the author gave."""
    if is_literal(expected, response):
        return SAME
    if MANY.search(response) or len(response) > LONGEST_RESPONSE:
        return wrong("a number is asked for")
    text = in_digits(response)
    if not any(map(str.isalnum, text)):
        return BLANK
    if note := fault_in(text):
        return wrong(note)
    if is_none_of(expected, response):
        return compared(expected, Decimal(0))
    claims = claims_in(response)
    if not claims:
        several = len(re.findall(NUMBER, text)) > 1
        return wrong("one number, not two" if several else "a number is asked for")
    return judged_together(expected, claims)


def is_literal(expected: ExpectedNumber, response: str) -> bool:
    """Return whether a response is the key as its author wrote it, with or without the unit."""
    given = plain(response).casefold()
    text = plain(expected.text).casefold()
    return bool(given) and given in {text, plain(f"{text} {expected.unit}").casefold()}


def is_none_of(expected: ExpectedNumber, response: str) -> bool:
    """Return whether a response is "no patients"."""
    first, _, rest = plain(response).casefold().partition(" ")
    unit, wanted = unit_in(rest), unit_of(expected)
    return first == "no" and bool(unit) and is_same_unit(wanted or tuple(PEOPLE), unit)


def fault_in(text: str) -> str:
    """Return why `text` is no single number, "" when it may be one."""
    if BOUND.search(text):
        return "a bound, not a number"
    if TWO.search(text):
        return "one number, not two"
    if RANGE.search(text):
        return "a range, not a number"
    return "a denial, not a number" if DENIED.search(text) else ""


def judged_together(expected: ExpectedNumber, claims: tuple[Claim, ...]) -> Grade:
    """Return the grade of claims that restate each other: 13 (23 %).

    All must fit. What is asked for, but said in passing, is close.
    """
    grades = [judged(expected, claim) for claim in claims]
    if len(claims) > 1 and not are_restatements(claims):
        return wrong("one number, not two")
    for claim, grade in zip(claims, grades, strict=True):
        if grade.verdict is Verdict.WRONG and (
            len(claims) == 1 or not fits_beside(expected, claim)
        ):
            return grade
    right = [place for place, grade in enumerate(grades) if grade.verdict is Verdict.CORRECT]
    is_first = all(isinstance(claim, Part) for claim in claims[: right[0]]) if right else False
    if right and not is_first:
        return close(NOTATION)
    return min(grades, key=lambda grade: list(Verdict).index(grade.verdict))


def are_restatements(claims: tuple[Claim, ...]) -> bool:
    """Return whether claims may say one thing in several ways: each its own, or one twice."""
    counts = {claim.values for claim in claims if isinstance(claim, Count)}
    if all(isinstance(claim, Count) for claim in claims):
        return len(counts) == 1
    return len({type(claim) for claim in claims}) == len(claims)


def fits_beside(expected: ExpectedNumber, claim: Claim) -> bool:
    """Return whether a claim that is not the answer fits beside it: a count's share, or a count."""
    if isinstance(claim, Share):
        is_share = expected.of is None or fits(expected.value, expected.of, claim.percent)
        return is_share and not is_percent(expected) and not set(claim.unit) - PEOPLE
    return is_percent(expected) and isinstance(claim, Count) and not set(claim.unit) - PEOPLE


# --- judging one claim ---------------------------------------------------------------------------


def judged(expected: ExpectedNumber, claim: Claim) -> Grade:
    """Return the grade of one claim."""
    match claim:
        case Count():
            return judged_count(expected, claim)
        case Share():
            return judged_share(expected, claim)
        case Part():
            return judged_part(expected, claim)


def judged_count(expected: ExpectedNumber, claim: Count) -> Grade:
    """Return the grade of a plain number."""
    if not is_same_unit(unit_of(expected), claim.unit):
        return wrong(
            f"{expected.unit}, not {claim.shown}" if expected.unit else f"not {claim.shown}"
        )
    values = claim.values
    if len(values) > 1 and values[0] > values[1] and last_place(expected.value) != MILLI:
        values = values[:1]  # 1,500 is not 1.5
    grades = [compared(expected, value) for value in values]
    best = min(grades, key=lambda grade: list(Verdict).index(grade.verdict))
    if best.verdict is not Verdict.WRONG:
        return best
    if is_percent(expected) and claim.is_decimal and values[-1] * HUNDRED == expected.value:
        return close(NOTATION)
    if is_share_of_count(expected, values[0]) or is_share_of_count(expected, values[0] * HUNDRED):
        return wrong("that is the percentage, not the count")
    if is_percent(expected) and expected.of and fits(values[0], expected.of, expected.value):
        return wrong("that is the count, not the percentage")
    return best


def judged_share(expected: ExpectedNumber, claim: Share) -> Grade:
    """Return the grade of a percentage."""
    if set(claim.unit) - PEOPLE:
        return wrong(f"not {' '.join(claim.unit)}")
    if is_percent(expected):
        return compared(expected, claim.percent)
    if is_share_of_count(expected, claim.percent):
        return wrong("that is the percentage, not the count")
    is_proportion_asked = not expected.unit and expected.of is None and 0 < expected.value <= 1
    if is_proportion_asked and claim.percent == expected.value * HUNDRED:
        return close(NOTATION)
    return wrong("not a percentage")


def judged_part(expected: ExpectedNumber, claim: Part) -> Grade:
    """Return the grade of "13 of 56"."""
    people = PEOPLE if is_percent(expected) else frozenset()
    if not is_same_unit(
        unit_of(expected), tuple(each for each in claim.unit if each not in people)
    ):
        return wrong(f"not {' '.join(claim.unit)}")
    if expected.of not in {None, claim.whole}:
        return wrong(f"of {expected.of}, not of {claim.whole}")
    if is_percent(expected):
        return close(NOTATION) if fits(claim.part, claim.whole, expected.value) else wrong()
    if expected.of is not None:
        return compared(expected, claim.part)
    if expected.value != expected.value.to_integral_value():
        return SAME if claim.part / claim.whole == expected.value else wrong()
    is_of_people = claim.is_written_out and claim.part < claim.whole
    is_right = is_of_people and claim.part == expected.value
    return close("of how many was not asked") if is_right else wrong()


def compared(expected: ExpectedNumber, value: Decimal) -> Grade:
    """Return the grade of a value by its distance from the key."""
    apart = abs(value - expected.value)
    if apart <= expected.tolerance:
        return SAME
    if apart <= 2 * expected.tolerance:
        return Grade(Verdict.CLOSE, Reason.TOLERANCE, "near, beyond the tolerance")
    return wrong("the sign is wrong" if value == -expected.value else "")


def is_percent(expected: ExpectedNumber) -> bool:
    """Return whether per cent are asked for."""
    return unit_of(expected) == (PERCENT,)


def unit_of(expected: ExpectedNumber) -> tuple[str, ...]:
    """Return the unit asked for; per cent of whatever are per cent."""
    unit = unit_in(expected.unit)
    return (PERCENT,) if PERCENT in unit else unit


def is_share_of_count(expected: ExpectedNumber, percent: Decimal) -> bool:
    """Return whether `percent` is the share that the count asked for has of its denominator."""
    if is_percent(expected) or not expected.of or percent <= 1:
        return False
    return fits(expected.value, expected.of, percent)


def fits(part: Decimal, whole: Decimal, percent: Decimal) -> bool:
    """Return whether `part` of `whole` is `percent`, to half a unit of its last place."""
    place = Decimal(1).scaleb(min(0, last_place(percent)))
    return bool(whole) and abs(HUNDRED * part / whole - percent) <= place / 2


def last_place(number: Decimal) -> int:
    """Return the exponent of the last digit: -3 for 0.023."""
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def wrong(note: str = "") -> Grade:
    """Return the grade of a wrong number."""
    return Grade(Verdict.WRONG, Reason.VETO if note else Reason.OTHER, note, share=0.0)


def close(note: str) -> Grade:
    """Return the grade of the right number in another notation."""
    return Grade(Verdict.CLOSE, Reason.NOTATION, note)
