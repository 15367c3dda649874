"""Reading dates: each day, month and year that a text may be, and whether two dates agree.

Numbers alone may have two readings: 4/7/2001 is the 4th of July in one country, and the 7th of
April in another. In a language that writes the day first it has one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from quizapp.grading.grade import RIGHT, Grade, Outcome, Reason
from quizapp.grading.languages import language_of
from quizapp.grading.numerals import Token, fold, nearest_word, number_words, plain, tokens_of
from quizapp.grading.tables import table_columns, table_rows
from quizapp.grading.tell import tell_not_it, tell_slip
from quizapp.grading.words import Fault

MOST_CHARACTERS = 60
MOST_DAYS = 31
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DAY_FIRST = frozenset({"de", "fr", "es", "it", "pt", "nl", "ru"})
NUMBERS = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
YEAR = re.compile(r"\d{4}")
IS_WRITTEN_OUT = re.compile(r"\d{4}|[^\W\d_]")
KANJI = {"年": "year", "月": "month", "日": "day"}


@dataclass(frozen=True, slots=True, order=True)
class Date:
    """One reading of a date; 0 stands for a part that was left out."""

    year: int = 0
    month: int = 0
    day: int = 0

    def shown(self) -> str:
        """Return the date in English."""
        month = table_rows("months.tsv")[self.month - 1][1].split()[0] if self.month else ""
        return " ".join(filter(None, [f"{self.day or ''}", month, f"{self.year or ''}"]))

    def is_part_of(self, other: "Date") -> bool:
        """Return whether what it names is so in `other` too."""
        return (
            self.year in {0, other.year}
            and self.month in {0, other.month}
            and self.day in {0, other.day}
        )


def compare_dates(key: str, typed: str, language: str) -> Grade | None:
    """Return the grade of a text held against the date `key`; None where the key is none.

    What leaves the day or the year out, and is right so far, is asked to say more. A key has two
    parts at least, its month in words or its year with four digits: 1.2.3 is no date.
    """
    right = date_readings(key, language) if IS_WRITTEN_OUT.search(plain(key)) else frozenset()
    right = frozenset(date for date in right if date.day or date.year)
    if not right:
        return None
    shown = plain(typed[:MOST_CHARACTERS])
    year = frozenset({Date(int(shown))}) if YEAR.fullmatch(shown) else frozenset()
    grade = _compare(right, date_readings(typed, language) or year)
    return grade or _compare_mended(right, shown, language) or _not_it(key)


def _compare(right: frozenset[Date], given: frozenset[Date]) -> Grade | None:
    """Return the grade of the readings of two dates; None where they disagree."""
    if any(wanted.is_part_of(date) for wanted in right for date in given):
        return RIGHT
    pairs = ((date, wanted) for wanted in sorted(right) for date in sorted(given))
    for date, wanted in pairs:
        if date.is_part_of(wanted):
            return Grade(Outcome.MORE, Reason.PART, _question(date, wanted), share=0.0)
    return None


def _question(date: Date, wanted: Date) -> str:
    """Return what is asked of who named a part of a date."""
    if date.month and wanted.year and not date.year:
        return f"{date.shown()} of which year?"
    return f"Which day of {date.shown()}?" if wanted.day else f"Which month of {date.shown()}?"


def _compare_mended(right: frozenset[Date], typed: str, language: str) -> Grade | None:
    """Return a slip where one letter in the name of a month makes a date right, else None."""
    names = {key: name for key, (name, _) in _months(language_of(language).code).items()}
    for token in tokens_of(typed, language):
        if name := nearest_word(token.text, names, language):
            mended = f"{typed[: token.start]}{name}{typed[token.end :]}"
            if _compare(right, date_readings(mended, language)) == RIGHT:
                note = tell_slip(name, token.text, Fault.LETTER)
                return Grade(Outcome.SLIP, Reason.SPELLING, note, differing=(name, token.text))
    return None


def _not_it(key: str) -> Grade:
    return Grade(Outcome.WRONG, Reason.OTHER, tell_not_it(key.strip()), share=0.0)


# --- readings -----------------------------------------------------------------------------------


def date_readings(text: str, language: str) -> frozenset[Date]:
    """Return each date that `text` may be; none where it says anything else, or a year alone."""
    if len(text) > MOST_CHARACTERS:
        return frozenset()
    code, shown = language_of(language).code, plain(text)
    if numbers := NUMBERS.fullmatch(shown):
        readings = _in_numbers(numbers[1], numbers[3], numbers[4], code)
    else:
        readings = _in_words(tokens_of(shown, code), code)
    return frozenset(each for each in readings if 1 <= each.month <= len(DAYS) and _exists(each))


def _exists(date: Date) -> bool:
    """Return whether a calendar may have such a day."""
    return 0 <= date.day <= DAYS[date.month - 1]


def _in_numbers(first: str, second: str, third: str, code: str) -> Iterator[Date]:
    """Yield the readings of three numbers: the year is first or last, the day before the month."""
    if YEAR.fullmatch(first):
        yield Date(int(first), int(second), int(third))
        return
    for date in _with_years(Date(int(third), int(second), int(first))):
        yield date
        if code not in DAY_FIRST:
            yield replace(date, month=date.day, day=date.month)


def _with_years(date: Date) -> Iterator[Date]:
    """Yield a date, one whose year has two digits in both centuries: 89 is 1989 or 2089."""
    if 0 < date.year < 100:  # noqa: PLR2004
        yield from (replace(date, year=century + date.year) for century in (1900, 2000))
    else:
        yield date


def _in_words(tokens: Sequence[Token], code: str) -> Iterator[Date]:
    """Yield the readings of a month in words with a day, a year, or both."""
    row, words, parts = language_of(code), number_words(code), dict[str, int]()
    quiet = row.silent | row.prepositions | KANJI.keys() | {",", "-"}
    for place, token in enumerate(tokens):
        behind = tokens[place + 1].key if place + 1 < len(tokens) else ""
        if token.key in _months(code):
            part, number = "month", _months(code)[token.key][1]
        elif token.value is not None:
            number = int(token.value)
            is_day = number <= MOST_DAYS and "day" not in parts
            part = KANJI.get(behind, "day" if is_day else "year")
        elif token.key in quiet or words.phrase(tokens, place, "year"):
            continue
        else:
            return
        if part in parts:
            return
        parts[part] = number
    yield from _with_years(Date(**parts))


@cache
def _months(code: str) -> dict[str, tuple[str, int]]:
    """Return each month by its folded names, as it is written and its number."""
    columns = table_columns("months.tsv")
    place = columns.index(code) if code in columns[1:] else None
    names = [row[place].split() if place else [] for row in table_rows("months.tsv")]
    return {fold(each): (each, at + 1) for at, listed in enumerate(names) for each in listed}
