"""Reading dates: each day, month and year that a text may be, and whether two dates agree.

4/7/2001 has two readings, unless the language writes the day first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache

from quizapp.grading.grade import RIGHT, Grade, Outcome, Reason
from quizapp.grading.languages import language_of
from quizapp.grading.numerals import fold, mended_texts, number_words, plain, tokens_of
from quizapp.grading.tables import table_columns, table_rows
from quizapp.grading.tell import tell_edit, tell_not_it

MOST_CHARACTERS = 60
DAYS = dict(enumerate((31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), 1))  # by month
DAY_FIRST = frozenset({"de", "fr", "es", "it", "pt", "nl", "ru"})
NUMBERS = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
YEAR = re.compile(r"\d{4}")
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
        """Return whether what it names is so in `other` too; 89 is 1989, or 2089."""
        is_year = self.year in {0, other.year} or 0 < other.year == self.year % 100
        return is_year and self.month in {0, other.month} and self.day in {0, other.day}


def compare_dates(key: str, typed: str, language: str) -> Grade | None:
    """Return the grade of a text held against the date `key`; None where the key is none.

    What leaves the day or the year out, and is right so far, is asked to say more. A key has two
    parts at least, its month in words or its year with four digits: 1.2.3 is no date.
    """
    is_written_out = re.search(r"\d{4}|[^\W\d_]", plain(key))
    right = [each for each in sorted(date_readings(key, language)) if each.day or each.year]
    if not right or not is_written_out:
        return None
    shown = plain(typed[:MOST_CHARACTERS])
    wrong = Grade(Outcome.WRONG, Reason.OTHER, tell_not_it(key.strip()), share=0.0)
    return _compare(right, shown, language) or _judge_mended(right, shown, language) or wrong


def is_date_in(year: Fraction, typed: str, language: str) -> bool:
    """Return whether a text is a date in `year`: it says more than was asked for."""
    years = {each.year for each in date_readings(typed, language)}
    return year > max(DAYS.values()) and years == {year}


def _compare(right: Sequence[Date], shown: str, language: str) -> Grade | None:
    """Return the grade of a date as typed: right, or right so far; None for any other."""
    year = {Date(int(shown))} if YEAR.fullmatch(shown) else set[Date]()
    for date in sorted(date_readings(shown, language) or year):
        if any(wanted.is_part_of(date) for wanted in right):
            return RIGHT
        for wanted in right:
            if date.is_part_of(wanted):
                return Grade(Outcome.MORE, Reason.PART, _question(date, wanted), share=0.0)
    return None


def _question(date: Date, wanted: Date) -> str:
    if date.month and wanted.year and not date.year:
        return f"{date.shown()} of which year?"
    return f"Which day of {date.shown()}?" if wanted.day else f"Which month of {date.shown()}?"


def _judge_mended(right: Sequence[Date], typed: str, language: str) -> Grade | None:
    """Return a slip where one letter in the name of a month makes a date right, else None."""
    names = {folded: name for folded, (name, _) in _months(language).items()}
    for name, slip, mended in mended_texts(typed, names, language):
        if _compare(right, mended, language) == RIGHT:
            note = tell_edit(name, name, slip)
            return Grade(Outcome.SLIP, Reason.SPELLING, note, differing=(name, slip))
    return None


@lru_cache(maxsize=2048)
def date_readings(text: str, language: str) -> frozenset[Date]:
    """Return each date that `text` may be; none where it says anything else, or a year alone."""
    shown = plain(text) if len(text) <= MOST_CHARACTERS else ""
    numbers = NUMBERS.search(shown)
    if numbers and not _are_quiet(f"{shown[: numbers.start()]} {shown[numbers.end() :]}", language):
        numbers = None
    readings = _in_numbers(numbers, language) if numbers else _in_words(shown, language)
    return frozenset(each for each in readings if each.day <= DAYS.get(each.month, -1))


def _are_quiet(text: str, language: str) -> bool:
    """Return whether all words of a text may stand beside a date."""
    row = language_of(language)
    return all(word.casefold() in row.silent | row.prepositions for word in text.split())


def _in_numbers(numbers: re.Match[str], language: str) -> list[Date]:
    """Return the readings of three numbers: the year is first or last, the day before the month."""
    first, second, third = (int(numbers[place]) for place in (1, 3, 4))
    if YEAR.fullmatch(numbers[1]):
        return [Date(first, second, third)]
    is_certain = language_of(language).code in DAY_FIRST
    return [Date(third, second, first), *([] if is_certain else [Date(third, first, second)])]


def _in_words(text: str, language: str) -> Iterator[Date]:
    """Yield the reading of a month in words with a day, a year, or both."""
    row, words, tokens = language_of(language), number_words(language), tokens_of(text, language)
    quiet = row.silent | row.prepositions | KANJI.keys() | {",", "-"}
    parts: dict[str, int] = {}
    for place, token in enumerate(tokens):
        behind = tokens[place + 1].key if tokens[place + 1 :] else ""
        if token.key in _months(language):
            part, number = "month", _months(language)[token.key][1]
        elif token.value is not None and token.value.denominator == 1:
            number = int(token.value)
            is_day = number <= max(DAYS.values()) and "day" not in parts
            part = KANJI.get(behind, "day" if is_day else "year")
        elif token.key in quiet or words.phrase(tokens, place, "year"):
            continue
        else:
            return
        if part in parts:
            return
        parts[part] = number
    yield Date(**parts)


@cache
def _months(language: str) -> dict[str, tuple[str, int]]:
    """Return each month by its folded names, as it is written and its number."""
    columns, code = table_columns("months.tsv"), language_of(language).code
    rows = table_rows("months.tsv") if code in columns[1:] else ()
    names = [row[columns.index(code)].split() for row in rows]
    return {fold(each): (each, at + 1) for at, listed in enumerate(names) for each in listed}
