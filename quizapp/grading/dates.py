"""Reading dates: each day, month and year that a text may be, and whether two dates agree.

Numbers alone may have two readings: 4/7/2001 is the 4th of July in one country, and the 7th of
April in another. In a language that writes the day first it has one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from quizapp.grading.grade import RIGHT, Grade, Outcome, Reason
from quizapp.grading.languages import language_of
from quizapp.grading.notation import KANJI_DIGITS, Token, fold, plain, tokens_of
from quizapp.grading.read_number import value_of
from quizapp.grading.tables import table_columns, table_rows
from quizapp.grading.tell_amounts import slip_in_word

MOST_CHARACTERS = 60
MOST_DAYS = 31
YEAR_DIGITS = 4
LEAST_TO_MEND = 5  # letters
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DAY_FIRST = frozenset({"de", "fr", "es", "it", "pt", "nl", "ru"})
NUMBERS = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
KANJI_NUMBER = rf"([\d{KANJI_DIGITS}]{{1,5}})"
KANJI = re.compile(rf"(?:{KANJI_NUMBER}年)?{KANJI_NUMBER}月(?:{KANJI_NUMBER}日)?")
IS_WRITTEN_OUT = re.compile(r"\d{4}|[^\W\d_]")
AROUND = frozenset({
    "the", "of", "on", "in", "st", "nd", "rd", "th", "der", "den", "am", "im", "le", "er", "el",
    "de", "del", "il", "lo", "di", "em", "o", "do", "op", "van", "года", "г", "го", "в", ",", "-",
})  # fmt: skip
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Date:
    """One reading of a date; 0 stands for a part that was left out."""

    year: int = 0
    month: int = 0
    day: int = 0

    def shown(self) -> str:
        """Return the date in English."""
        month = ENGLISH_MONTHS[self.month - 1] if self.month else ""
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
    right = frozenset(date for date in right if date.month and (date.day or date.year))
    if not right:
        return None
    grade = _compare(right, date_readings(typed, language) or _year_alone(typed))
    if grade is None and (slip := _mended(typed, language)):
        found, token, name = slip
        grade = _compare(right, found)
        if grade == RIGHT:
            note = slip_in_word(token.key, name)
            return Grade(Outcome.SLIP, Reason.SPELLING, note, differing=(name, token.text))
    note = f"Not it: the answer is {key.strip()}."
    return grade or Grade(Outcome.WRONG, Reason.OTHER, note, share=0.0)


def _compare(right: frozenset[Date], given: frozenset[Date]) -> Grade | None:
    """Return the grade of the readings of two dates; None where they disagree."""
    if any(wanted.is_part_of(date) for wanted in right for date in given):
        return RIGHT
    for wanted in sorted(right):
        for date in sorted(given):
            if date.is_part_of(wanted):
                return Grade(Outcome.MORE, Reason.PART, _question(date, wanted), share=0.0)
    return None


def _question(date: Date, wanted: Date) -> str:
    """Return what is asked of who named a part of a date."""
    if date.month and wanted.year and not date.year:
        return f"{date.shown()} of which year?"
    return f"Which day of {date.shown()}?" if wanted.day else f"Which month of {date.shown()}?"


# --- readings -----------------------------------------------------------------------------------


def date_readings(text: str, language: str) -> frozenset[Date]:
    """Return each date that `text` may be; none where it says anything else, or a year alone."""
    if len(text) > MOST_CHARACTERS:
        return frozenset()
    code, shown = language_of(language).code, plain(text)
    if kanji := KANJI.fullmatch(shown):
        parts = [int(value_of(each, "ja") or 0) if each else 0 for each in kanji.groups()]
        readings = [Date(*parts)]
    elif numbers := NUMBERS.fullmatch(shown):
        readings = list(_in_numbers(numbers[1], numbers[3], numbers[4], code))
    else:
        readings = list(_with_month(tokens_of(shown), code))
    return frozenset(date for date in readings if date.month and _exists(date))


def _in_numbers(first: str, second: str, third: str, code: str) -> Iterator[Date]:
    """Yield the readings of three numbers: the year is first or last, the day before the month."""
    if len(first) == YEAR_DIGITS:
        yield Date(int(first), int(second), int(third))
        return
    for year in _years(third):
        yield Date(year, int(second), int(first))
        if code not in DAY_FIRST:
            yield Date(year, int(first), int(second))


def _years(digits: str) -> tuple[int, ...]:
    """Return the years that digits may be: 89 is 1989 or 2089."""
    if len(digits) == YEAR_DIGITS:
        return (int(digits),)
    return (1900 + int(digits), 2000 + int(digits)) if len(digits) == 2 else ()  # noqa: PLR2004


def _with_month(tokens: Sequence[Token], code: str) -> Iterator[Date]:
    """Yield the readings of a month in words with a day, a year, or both."""
    months = [_months(code)[token.key] for token in tokens if token.key in _months(code)]
    numbers = [token.text for token in tokens if token.text.isdigit()]
    others = [token for token in tokens if token.key not in _months(code)]
    is_quiet = all(token.text.isdigit() or token.key in AROUND for token in others)
    if len(months) != 1 or len(numbers) > 2 or not is_quiet:  # noqa: PLR2004
        return
    numbers.sort(key=lambda each: len(each) > 2 or int(each) > MOST_DAYS)  # noqa: PLR2004
    is_year = [len(each) > 2 or int(each) > MOST_DAYS for each in numbers]  # noqa: PLR2004
    if not numbers:
        yield Date(0, months[0])
    elif len(numbers) == 1:
        yield from (
            [Date(int(numbers[0]), months[0])]
            if is_year[0]
            else [Date(0, months[0], int(numbers[0]))]
        )
    elif not is_year[0]:
        for year in _years(numbers[1]) or (int(numbers[1]),):
            yield Date(year, months[0], int(numbers[0]))


def _year_alone(text: str) -> frozenset[Date]:
    """Return the year that a text is, as a date."""
    year = plain(text)
    is_year = len(year) == YEAR_DIGITS and year.isdigit()
    return frozenset({Date(int(year))}) if is_year else frozenset()


def _exists(date: Date) -> bool:
    """Return whether a calendar may have such a day."""
    return 1 <= date.month <= len(DAYS) and 0 <= date.day <= DAYS[date.month - 1]


def _mended(text: str, language: str) -> tuple[frozenset[Date], Token, str] | None:
    """Return the readings with one slip in the name of a month mended, that word and the name."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (start-up: most answers need no mending)

    shown, code = plain(text[:MOST_CHARACTERS]), language_of(language).code
    for token in tokens_of(shown):
        near = [
            name
            for key, name in _month_names(code).items()
            if len(key) >= LEAST_TO_MEND and OSA.distance(key, token.key, score_cutoff=1) == 1
        ]
        if len(near) == 1 and token.key not in _months(code):
            mended = f"{shown[: token.start]}{near[0]}{shown[token.end :]}"
            return date_readings(mended, language), token, near[0]
    return None


@cache
def _months(code: str) -> dict[str, int]:
    """Return the numbers of the months by their folded names; none for an unknown language."""
    rows = zip(table_rows("months.tsv"), _names_by_row(code), strict=False)
    return {fold(name): int(row[0]) for row, names in rows for name in names}


@cache
def _month_names(code: str) -> dict[str, str]:
    """Return the names of the months as they are written, by their folded names."""
    return {fold(name): name for names in _names_by_row(code) for name in names}


def _names_by_row(code: str) -> list[list[str]]:
    """Return the names of each month in a language, the whole name first."""
    columns = table_columns("months.tsv")
    if code not in columns[1:]:
        return []
    place = columns.index(code)
    return [row[place].split() for row in table_rows("months.tsv")]
