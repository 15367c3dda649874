from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.grading.dates import Date, compare_dates, date_readings
from quizapp.grading.grade import Outcome
from quizapp.grading.languages import LANGUAGES
from quizapp.grading.tables import table_columns, table_rows
from tests.grading.tables import case_rows


@pytest.mark.parametrize(("language", "key", "typed", "outcome", "note"), case_rows("dates.tsv"))
def test_a_date_that_people_type_is_judged_as_an_expert_would(
    language: str, key: str, typed: str, outcome: str, note: str
) -> None:
    grade = compare_dates(key, typed, language)

    assert (grade.outcome if grade else "none") == outcome
    assert not note or (grade and grade.note == note)
    assert not grade or (grade.note == "") == (outcome == "right")


def test_numbers_alone_have_two_readings_in_english() -> None:
    assert date_readings("4/7/2001", "en") == {Date(2001, 7, 4), Date(2001, 4, 7)}
    assert date_readings("4/7/2001", "fr") == {Date(2001, 7, 4)}


@pytest.mark.parametrize(
    "text", ["", "1989", "31 February 1989", "1.2.3.4", "May 1 2 3", "1.5 May 1989"]
)
def test_what_says_no_one_day_is_no_date(text: str) -> None:
    assert date_readings(text, "en") == frozenset()


@pytest.mark.parametrize("key", ["1.2.3", "March", "may", "1989", "13", "3/4", "a 9 November day"])
def test_a_key_that_is_no_date_is_left_to_others(key: str) -> None:
    assert compare_dates(key, "9 November 1989", "en") is None


def test_a_slip_in_a_month_is_a_slip() -> None:
    grade = compare_dates("9 November 1989", "9 Novmber 1989", "en")

    assert grade is not None
    assert grade.outcome is Outcome.SLIP
    assert grade.differing == ("November", "Novmber")


@given(
    st.dates(min_value=date(1000, 1, 1)),
    st.sampled_from(["%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y", "the %dth of %b %Y", "%d/%m/%Y"]),
)
def test_a_date_is_right_however_it_is_written(day: date, notation: str) -> None:
    grade = compare_dates(f"{day:%d %B %Y}", f"{day:{notation}}", "en")

    assert grade is not None
    assert grade.outcome is Outcome.RIGHT


@given(st.text(max_size=80), st.sampled_from([*LANGUAGES, "sv"]))
def test_whatever_is_typed_is_held_against_a_date(typed: str, language: str) -> None:
    grade = compare_dates("1989-11-09", typed, language)

    assert grade is not None
    assert grade.outcome is Outcome.RIGHT or grade.note


def test_each_row_of_the_months_is_whole() -> None:
    rows = table_rows("months.tsv")

    assert table_columns("months.tsv") == ("month", "en", "de", "fr", "es", "it", "pt", "nl", "ru")
    assert [int(row[0]) for row in rows] == list(range(1, 13))
    assert [row[0] for row in rows if len(row) != 9 or not all(row)] == []
