import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.grading.amounts import judge_number
from quizapp.grading.expected import ExpectedNumber
from quizapp.grading.grade import Outcome, Reason
from quizapp.grading.languages import LANGUAGES
from quizapp.grading.numerals import number_words
from quizapp.grading.read_amount import value_of
from tests.grading.tables import a_number, case_rows

pytestmark = pytest.mark.slow  # a table of hundreds of answers

ANY_LANGUAGE = st.sampled_from([*LANGUAGES, "sv", "de-AT"])


@pytest.mark.parametrize(
    ("language", "value", "unit", "of", "tolerance", "typed", "outcome", "note"),
    case_rows("amounts.tsv"),
)
def test_an_answer_that_people_type_is_judged_as_an_expert_would(
    language: str,
    value: str,
    unit: str,
    of: str,
    tolerance: str,
    typed: str,
    outcome: str,
    note: str,
) -> None:
    expected = a_number(value, unit, of, tolerance, language)

    grade = judge_number(expected, typed)

    assert (grade.outcome, grade.note if note else "") == (outcome, note)
    assert (grade.note == "") == (outcome == "right")


def test_a_percentage_as_a_fraction_is_asked_for_in_percent() -> None:
    grade = judge_number(a_number("40", "%"), "0.4")

    assert grade.outcome is Outcome.MORE
    assert grade.reason is Reason.NOTATION
    assert grade.note == "Say it in percent."


def test_a_word_is_no_number() -> None:
    grade = judge_number(a_number(), "several")

    assert grade.outcome is Outcome.WRONG
    assert grade.reason is Reason.KIND
    assert grade.note == "A number is asked for."


@pytest.mark.parametrize("typed", ["", "  ", "?", "—", "..."])
def test_marks_alone_are_no_answer(typed: str) -> None:
    assert judge_number(a_number(), typed).reason is Reason.BLANK


def test_a_slip_in_a_number_word_shows_the_word() -> None:
    grade = judge_number(a_number("14"), "Fourten")

    assert grade.outcome is Outcome.SLIP
    assert grade.note == "A letter is missing: fourteen."
    assert grade.differing == ("fourteen", "Fourten")


@pytest.mark.parametrize(
    ("typed", "question", "outcome"),
    [
        ("3 bones", "How many bones form the middle ear?", Outcome.RIGHT),
        ("three bone", "How many bones form the middle ear?", Outcome.RIGHT),
        ("3 muscles", "How many bones form the middle ear?", Outcome.WRONG),
        ("3 ear bones", "How many bones form the middle ear?", Outcome.RIGHT),
        ("3 the", "How many bones form the middle ear?", Outcome.WRONG),
        ("3 bones", "", Outcome.WRONG),
        ("3 people", "", Outcome.RIGHT),
        ("3 ago", "", Outcome.WRONG),
        ("3 each", "", Outcome.WRONG),
        ("3 maybe", "", Outcome.WRONG),
    ],
)
def test_beside_a_bare_number_stand_nouns_of_the_question_and_people_alone(
    typed: str, question: str, outcome: Outcome
) -> None:
    expected = replace(a_number("3"), given=question)

    assert judge_number(expected, typed).outcome is outcome


@pytest.mark.parametrize("typed", ["at least 13", "more than 13", "% 13", "bones 13"])
def test_words_of_the_question_do_not_stand_before_a_number(typed: str) -> None:
    question = "At least how many bones are there, and what % of more than a few?"

    assert judge_number(replace(a_number(), given=question), typed).outcome is Outcome.WRONG


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "pt", "nl", "ru", "ja"])
def test_a_bound_is_no_number(language: str) -> None:
    phrases = [
        " ".join(words)
        for listed in number_words(language).phrases.values()
        for words, role, _ in listed
        if role == "bound"
    ]
    keys = [a_number("13", unit, language=language) for unit in ("", "patients", "mg", "%")]

    passing = {
        typed
        for phrase in phrases
        for typed in (f"{phrase} 13", f"13 {phrase}")
        if any(judge_number(key, typed).passes for key in keys)
    }

    assert passing == set()


def test_what_shares_are_of_is_in_the_question_or_people() -> None:
    expected = replace(a_number("40", "%"), given="Which share of women smokes?")

    assert judge_number(expected, "2 of 5 women").outcome is Outcome.RIGHT
    assert judge_number(expected, "2 of 5 men").outcome is Outcome.WRONG
    assert judge_number(expected, "40 women").outcome is Outcome.WRONG


def test_a_slip_does_not_mend_a_range() -> None:
    assert judge_number(a_number("14"), "fourten or fifteen").reason is Reason.HEDGE


def test_the_key_as_its_author_wrote_it_is_right_whatever_its_marks() -> None:
    expected = ExpectedNumber(Decimal("1.5"), "1.500", language="de")

    assert judge_number(expected, "1.500").passes


def test_a_share_beside_its_count_is_checked_against_the_whole() -> None:
    grade = judge_number(a_number("13", "patients", of="56"), "13 (32 %)")

    assert grade.outcome is Outcome.WRONG
    assert grade.note == "13 of 56 patients is not 32 %."


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("1,000", "en", Fraction(1000)),
        ("1.000", "en", Fraction(1)),
        ("1.000", "de", Fraction(1000)),
        ("1,030.5", "en", Fraction(2061, 2)),
        ("1.030,5", "fr", Fraction(2061, 2)),
        ("1,00,000", "en", Fraction(100_000)),
        ("1'000", "it", Fraction(1000)),
        ("1 000,5", "ru", Fraction(2001, 2)),
        ("XIV", "en", Fraction(14)),
        ("twelve", "en", Fraction(12)),
        ("two thirds", "en", Fraction(2, 3)),
        ("-2½", "en", Fraction(-5, 2)),
        ("10^-3", "en", Fraction(1, 1000)),
        ("3rd", "en", Fraction(3)),
        ("siebenundachtzig", "de", Fraction(87)),
        ("сто двадцать три", "ru", Fraction(123)),
        ("二千五百万", "ja", Fraction(25_000_000)),
        ("௧௩", "en", Fraction(13)),
    ],
)
def test_a_text_that_is_a_number_has_a_value(text: str, language: str, value: Fraction) -> None:
    assert value_of(text, language) == value


@pytest.mark.parametrize(
    "text",
    ["", "C", "x", "mild", "13 mg", "13 14", "1,03,5", "1.2.3", "about 13", "tens", "civic", "1/0"],
)
def test_a_text_that_is_more_or_less_than_a_number_has_no_value(text: str) -> None:
    assert value_of(text) is None


@given(st.integers(1000, 10**12), st.sampled_from([",", " ", "'", "\u202f", "\u00a0", "’"]))
def test_a_whole_number_is_the_same_with_marks_of_thousands(number: int, mark: str) -> None:
    grade = judge_number(a_number(str(number)), f"{number:,}".replace(",", mark))

    assert grade.outcome is Outcome.RIGHT


@given(st.integers(0, 10**9), st.sampled_from(["٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９"]))
def test_a_whole_number_is_the_same_in_other_digits(number: int, digits: str) -> None:
    typed = str(number).translate(dict(zip(map(ord, "0123456789"), digits, strict=True)))

    assert judge_number(a_number(str(number)), typed).outcome is Outcome.RIGHT


@given(st.decimals(-(10**6), 10**6, places=3))
def test_a_decimal_number_is_the_same_as_a_fraction_a_power_and_with_a_comma(
    number: Decimal,
) -> None:
    expected = ExpectedNumber(number, f"{number:f}")
    german = ExpectedNumber(number, f"{number:f}", language="de")
    comma = f"{number:f}".replace(".", ",")

    assert judge_number(expected, f"{number.scaleb(3):.0f}/1000").outcome is Outcome.RIGHT
    assert judge_number(expected, f"{number.scaleb(3):.0f}e-3").outcome is Outcome.RIGHT
    assert judge_number(expected, f"{number.scaleb(3):.0f} × 10⁻³").outcome is Outcome.RIGHT
    assert judge_number(german, comma).outcome is Outcome.RIGHT


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(["", " mg", " patients"]))
def test_another_whole_number_is_never_right(number: int, other: int, unit: str) -> None:
    grade = judge_number(a_number(str(number), unit.strip()), f"{other}{unit}")

    assert (grade.outcome is Outcome.RIGHT) == (number == other)


@given(
    st.text(max_size=80) | st.lists(st.sampled_from([
        "13", "1,", "½", "e8", "10^", "×", "(", ")", "%", " of ", "thirteen ", "million ", "a ",
        "and a half ", "mg", "/", "三", "中", "XII", " BC", "±", "-", "..", "drei", "сто ", "=",
    ]), max_size=20).map("".join),
    ANY_LANGUAGE,
    st.sampled_from([("13", "patients", "56"), ("40", "%", ""), ("37", "°C", ""), ("-44", "", "")]),
)  # fmt: skip
@example("1e999", "en", ("40", "%", ""))
@example("\u0301 million", "en", ("40", "%", ""))
@example("9" * 80, "en", ("40", "%", ""))
@example("(1" * 40, "en", ("40", "%", ""))
def test_whatever_is_typed_is_judged_with_a_note(
    typed: str, language: str, key: tuple[str, str, str]
) -> None:
    value, unit, of = key

    grade = judge_number(a_number(value, unit, of, language=language), typed)

    assert grade.outcome is Outcome.RIGHT or grade.note


@pytest.mark.slow
def test_the_library_of_number_words_is_loaded_when_it_is_first_needed() -> None:
    loaded = (
        "import sys, quizapp.grading.amounts; "
        "print([each for each in ('text_to_num', 'rapidfuzz') if each in sys.modules])"
    )

    done = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True, timeout=60
    )

    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("key", "unit", "typed", "passes"),
    [
        ("66", "million years", "66 Ma", True),
        ("66", "million years", "66 million", True),
        ("66", "Ma", "66 million years", True),
        ("66", "million years", "66 ka", False),
        ("66", "million years", "66 years", False),
        ("8", "million people", "8 people", False),
        ("1435", "mm", "4 ft 8.5 in", True),
        ("1435", "mm", "4 ft 9 in", False),
        ("90", "min", "1 h 30 min", True),
        ("90", "min", "1 kg 30 min", False),
        ("71", "in", "6 ft 11 in", False),
        ("90", "°", "π/2 rad", True),
        ("90", "°", "1.5708 rad", True),
        ("90", "°", "π rad", False),
        ("8848", "m", "29029 ft", True),
        ("8848", "m", "29000 ft", False),
    ],
)
def test_a_measure_in_other_units_is_right_where_it_is_the_same(
    key: str, unit: str, typed: str, passes: bool
) -> None:
    grade = judge_number(ExpectedNumber(Decimal(key), key, unit), typed)

    assert grade.passes is passes


def test_a_sum_of_the_numbers_of_the_question_is_no_answer_to_it() -> None:
    expected = replace(a_number("56"), given="What is 7 times 8?")

    passes = judge_number(expected, "7*8").passes, judge_number(expected, "4*14").passes

    assert passes == (False, True)
