"""Judging a number: read in digits or words, with its unit and denominator; never fuzzy."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from text_to_num import alpha2digit  # type: ignore[attr-defined]  # it is exported without saying so

from quizapp.grading.expected import ExpectedNumber
from quizapp.grading.grade import Grade, Reason, Verdict
from quizapp.grading.normal import plain, words
from quizapp.grading.units import BESIDE, MEASURES, PEOPLE, PERCENT, unit_named

NUMBER = r"\d+(?:[.,]\d+)*"
ABOUT = re.compile(
    r"\b(about|approximately|approx|around|roughly|circa|ca|exactly)\b\.?|[~≈]", re.IGNORECASE
)
BOUND = re.compile(
    r"[<>≤≥≦≧]|\b(less|more|fewer|greater|larger|smaller|higher|lower) than\b"
    r"|\bat (least|most)\b|\b(over|under|above|below|up to|nearly|almost)\b"
    r"|\b(minimum|maximum|min|max)\b",
    re.IGNORECASE,
)
RANGE = re.compile(
    rf"\bbetween\b|{NUMBER}\s*%?\s*(-|\bto\b|\bor\b|\.\.+|…|±|\+/-|\?)\s*{NUMBER}", re.IGNORECASE
)
FRACTION = re.compile(
    rf"({NUMBER})\s*(?:/|\bout of\b|\bof\b|\bin\b|\bfrom\b)\s*(?:the\s*)?({NUMBER})(?!\s*%)",
    re.IGNORECASE,
)
PERCENTAGE = re.compile(rf"({NUMBER})\s*(?:%|percent\b|per cent\b|pct\b)", re.IGNORECASE)
SIGNED = re.compile(rf"(?<![\w.,])([-+]?)\s?({NUMBER})")
NEGATIVE = re.compile(rf"(?:^|[\s(])(?:-|minus\s|negative\s)\s?{NUMBER}", re.IGNORECASE)
THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:([ ,.'])\d{3})(?:\1\d{3})*(?![\d.,]*\d)")
BARE_POINT = re.compile(r"(?<![\d.,])([.,]\d)")
YEAR_IN_WORDS = re.compile(r"\b(1\d|20) (\d\d)\b")
WORDS_FOR_NUMBERS = (
    (re.compile(r"\b(a|one) dozen\b", re.IGNORECASE), "12"),
    (re.compile(r"\ba (?=\d)"), ""),
)
NONE = frozenset({"none", "nil", "nobody", "no"})
IN_WORDS_FROM = -1.0  # turn words into digits from 0 on
HUNDRED = Decimal(100)

CORRECT = Grade(Verdict.CORRECT, Reason.SAME)
BLANK = Grade(Verdict.WRONG, Reason.BLANK, share=0.0)
NOTATION = "the right proportion, in another notation"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a response says: a number, a percentage, a part of a whole; None where it says none."""

    number: Decimal | None = None
    percent: Decimal | None = None
    part: Decimal | None = None
    whole: Decimal | None = None
    is_decimal: bool = False


def grade_number(expected: ExpectedNumber, response: str) -> Grade:
    """Return the grade of a typed number: exact, or within the tolerance that the author gave."""
    text = in_digits(response)
    if not any(character.isalnum() for character in text):
        return BLANK
    if note := fault_in(text):
        return wrong(note)
    if note := contrary_unit(expected, text):
        return wrong(note)
    grades = [judged(expected, reading) for reading in readings(text)]
    if not grades:
        return wrong("a number is asked for")
    return min(grades, key=lambda grade: list(Verdict).index(grade.verdict))


def in_digits(response: str) -> str:
    """Return the response with every number in ASCII digits, words and other scripts included."""
    text = "".join(
        str(unicodedata.decimal(each)) if each.isdecimal() else each for each in plain(response)
    )
    text = ABOUT.sub(" ", text)
    if text.strip(" .!").casefold() in NONE:
        return "0"
    # Alone or not, a word is a number from zero on; digits and marks stay as they are.
    text = alpha2digit(text, "en", IN_WORDS_FROM)
    for pattern, digits in WORDS_FOR_NUMBERS:
        text = pattern.sub(digits, text)
    text = BARE_POINT.sub(r"0\1", text)
    if YEAR_IN_WORDS.search(text) and not re.search(r"\d", response):
        text = YEAR_IN_WORDS.sub(r"\1\2", text)
    return " ".join(text.split())


def fault_in(text: str) -> str:
    """Return why `text` is no single number, "" when it may be one."""
    if BOUND.search(text):
        return "a bound, not a number"
    return "a range, not a number" if RANGE.search(text) else ""


def readings(text: str) -> Iterator[Reading]:
    """Yield what `text` may say: a comma or point before three digits has two readings."""
    yield from reading(without_thousands(text))
    if re.search(r"\d[.,]\d{3}(?!\d)", text):
        yield from reading(text)


def without_thousands(text: str) -> str:
    """Return `text` with the marks between thousands taken out."""
    return THOUSANDS.sub(lambda found: re.sub(r"\D", "", found.group()), text)


def reading(text: str) -> Iterator[Reading]:
    """Yield what `text` says; nothing where it says two different numbers."""
    percent = part = whole = None
    is_negative = NEGATIVE.search(text) is not None
    if found := FRACTION.search(text):
        part, whole = decimal(found[1]), decimal(found[2])
        text = text[: found.start()] + " " + text[found.end() :]
    if found := PERCENTAGE.search(text):
        percent = decimal(found[1])
        text = text[: found.start()] + " " + text[found.end() :]
    if "%" in text or PERCENTAGE.search(text):
        return
    numbers = [found[2] for found in SIGNED.finditer(text)]
    values = {decimal(number) for number in numbers}
    if len(values) > 1 or re.search(r"\d[^\W\d_]|[^\W\d_]\d", text):
        return
    number = values.pop() if values else None
    sign = -1 if is_negative else 1
    is_decimal = bool(numbers) and not numbers[0].isdigit()
    yield Reading(
        None if number is None else sign * number,
        None if percent is None else sign * percent,
        None if part is None else sign * part,
        whole,
        is_decimal,
    )


def decimal(text: str) -> Decimal:
    """Return the number that digits with points or commas say; the last mark is the decimal one."""
    *whole, last = re.split(r"[.,]", text)
    return Decimal("".join(whole) + (f".{last}" if whole else last))


# --- units ---------------------------------------------------------------------------------------


def contrary_unit(expected: ExpectedNumber, text: str) -> str:
    """Return why a word of `text` is not the unit asked for, "" when none is contrary."""
    wanted = unit_named(expected.unit)
    for word in words(re.sub(rf"{NUMBER}|[%$€£+/()=*.,?!-]", " ", text)):
        if word.forms & BESIDE or word.forms & wanted or word.forms & PERCENT:
            continue
        if word.forms & PEOPLE and (not wanted or wanted & PEOPLE):
            continue
        if wanted or word.forms & MEASURES:
            return f"{expected.unit}, not {word.shown}" if expected.unit else f"not {word.shown}"
    return ""


# --- judging -------------------------------------------------------------------------------------


def judged(expected: ExpectedNumber, said: Reading) -> Grade:
    """Return the grade of what a response says."""
    if unit_named(expected.unit) & PERCENT:
        return judged_share(expected, said)
    if said.part is not None and said.whole is not None:
        return judged_part(expected, said, said.part, said.whole)
    if said.number is None:
        return judged_percentage(expected, said)
    if said.percent is not None and not is_share_of(expected, said.number, said.percent):
        return wrong("the percentage does not fit the count")
    return compared(expected, said.number)


def judged_share(expected: ExpectedNumber, said: Reading) -> Grade:
    """Return the grade where per cent are asked for."""
    if said.percent is not None:
        if said.part is not None and not is_proportion(expected, said.part, said.whole):
            return wrong("the fraction does not fit the percentage")
        grade = compared(expected, said.percent)
        is_beside_count = said.number is not None and said.number != said.percent
        return close(NOTATION) if is_beside_count and grade is CORRECT else grade
    if said.part is not None:
        if said.number is not None or not is_proportion(expected, said.part, said.whole):
            return wrong()
        return close(NOTATION)
    if said.number is None:
        return wrong()
    if said.is_decimal and abs(said.number) <= 1 and said.number * HUNDRED == expected.value:
        return close(NOTATION)
    return compared(expected, said.number)


def judged_part(expected: ExpectedNumber, said: Reading, part: Decimal, whole: Decimal) -> Grade:
    """Return the grade of "13 of 56" where a count, or a proportion, is asked for."""
    if said.number is not None and said.number != part:
        return wrong("one number, not two")
    if said.percent is not None and not fits(part, whole, said.percent):
        return wrong("the percentage does not fit the count")
    if expected.of is not None:
        if whole != expected.of:
            return wrong(f"of {expected.of}, not of {whole}")
        return compared(expected, part)
    if whole and part / whole == expected.value:
        return CORRECT
    return close("of how many was not asked") if part == expected.value else wrong()


def judged_percentage(expected: ExpectedNumber, said: Reading) -> Grade:
    """Return the grade of a percentage where a count, or a proportion, is asked for."""
    if said.percent is None:
        return wrong("a number is asked for")
    if expected.of and fits(expected.value, expected.of, said.percent):
        return wrong("that is the percentage, not the count")
    is_proportion_asked = not expected.unit and expected.of is None and 0 < expected.value < 1
    if is_proportion_asked and said.percent == expected.value * HUNDRED:
        return close(NOTATION)
    return wrong("not a percentage")


def compared(expected: ExpectedNumber, value: Decimal) -> Grade:
    """Return the grade of a value by its distance from the key."""
    apart = abs(value - expected.value)
    if apart <= expected.tolerance:
        return CORRECT
    if apart <= 2 * expected.tolerance:
        return Grade(Verdict.CLOSE, Reason.TOLERANCE, "near, beyond the tolerance")
    if value == -expected.value:
        return wrong("the sign is wrong")
    return wrong()


def is_share_of(expected: ExpectedNumber, count: Decimal, percent: Decimal) -> bool:
    """Say whether `percent` is the share that `count` has of the denominator, if that is known."""
    return expected.of is None or fits(count, expected.of, percent)


def is_proportion(expected: ExpectedNumber, part: Decimal, whole: Decimal | None) -> bool:
    """Say whether `part` of `whole` is the percentage asked for, rounded as it is."""
    return bool(whole) and whole is not None and fits(part, whole, expected.value)


def fits(part: Decimal, whole: Decimal, percent: Decimal) -> bool:
    """Say whether `part` of `whole` is `percent`, to half a unit of its last place."""
    exponent = percent.as_tuple().exponent
    place = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return abs(HUNDRED * part / whole - percent) <= place / 2


def wrong(note: str = "") -> Grade:
    """Return the grade of a wrong number."""
    return Grade(Verdict.WRONG, Reason.VETO if note else Reason.OTHER, note, share=0.0)


def close(note: str) -> Grade:
    """Return the grade of the right number in another notation."""
    return Grade(Verdict.CLOSE, Reason.NOTATION, note)
