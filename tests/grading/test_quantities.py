"""Typed quantities: errors, intervals, bounds and ratios, in the words of several languages."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.grading.expected import ExpectedAmount
from quizapp.grading.grade import Outcome, Reason
from quizapp.grading.judge import judge
from quizapp.grading.languages import LANGUAGES


def a_quantity(
    text: str,
    low: str,
    high: str = "",
    unit: str = "",
    sign: str = "",
    of: str = "",
    spread: tuple[str, str] | None = None,
    language: str = "en",
) -> ExpectedAmount:
    return ExpectedAmount(
        text=text,
        figures=text.removesuffix(unit).strip() if not spread else low,
        low=Decimal(low),
        high=Decimal(high or low),
        unit=unit,
        sign=sign,
        of=Decimal(of) if of else None,
        spread=(Decimal(spread[0]), Decimal(spread[1])) if spread else None,
        language=language,
    )


STRAIN = a_quantity("1.0e-21", "1.0e-21")
HUBBLE = a_quantity("67.4 ± 0.5 km/s/Mpc", "67.4", unit="km/s/Mpc", spread=("66.9", "67.9"))
MASS = a_quantity("36 +5/-4 M⊙", "36", unit="M⊙", spread=("32", "41"))
RATE = a_quantity("0.83 (95% CI 0.75-0.93)", "0.83", spread=("0.75", "0.93"))
BAND = a_quantity("35-250 Hz", "35", "250", "Hz")
COLD = a_quantity("-5 to -3 °C", "-5", "-3", "°C")
CHANCE = a_quantity("< 0.001", "0.001", sign="<")
PRESSURE = a_quantity("≥ 130 mm Hg", "130", unit="mm Hg", sign="≥")
ODDS = a_quantity("1 in 1030000", "1", of="1030000")
ALARM = a_quantity("1 in 203000 years", "1", unit="years", of="203000")


def in_language(language: str, expected: ExpectedAmount) -> ExpectedAmount:
    return ExpectedAmount(
        expected.text,
        expected.figures,
        expected.low,
        expected.high,
        expected.unit,
        expected.sign,
        expected.of,
        expected.spread,
        language=language,
    )


BARE_ALARM = a_quantity("1 in 203000", "1", of="203000")
RARE = a_quantity("< 1 in 203000 years", "1", unit="years", sign="<", of="203000")
RIGHT = (
    (RARE, "less than 1 in 203,000 years"), (RARE, "< 1/203000"), (RARE, "under one in 203 000"),
    (STRAIN, "1e-21"), (STRAIN, "1.0 × 10⁻²¹"), (STRAIN, "1 x 10^-21"), (STRAIN, "10^-21"),
    (STRAIN, "1·10⁻²¹"),
    (HUBBLE, "67.4"), (HUBBLE, "67.4 km/s/Mpc"), (HUBBLE, "67.4 +/- 0.5"),
    (HUBBLE, "67.4 ± 0.5 km s^-1 Mpc^-1"),
    (MASS, "36"), (MASS, "thirty-six"), (MASS, "36 solar masses"), (MASS, "36 +5/-4 M⊙"),
    (MASS, "36 (+5, −4) M⊙"),
    (RATE, ".83"), (RATE, "0.83 (0.75–0.93)"), (RATE, "0.83 (95% CI 0.75 to 0.93)"),
    (BAND, "35-250"), (BAND, "35 – 250 Hz"), (BAND, "35 to 250 hertz"), (BAND, "250-35"),
    (BAND, "35 Hz to 250 Hz"), (BAND, "between 35 and 250 Hz"), (BAND, "from 35 to 250"),
    (BAND, "35 and 250"), (BAND, "0.035-0.25 kHz"), (BAND, "thirty-five to two hundred and fifty"),
    (in_language("de", BAND), "zwischen 35 und 250 Hz"), (in_language("de", BAND), "35 bis 250"),
    (in_language("fr", BAND), "de 35 à 250 Hz"), (in_language("es", BAND), "entre 35 y 250"),
    (in_language("it", BAND), "da 35 a 250"), (in_language("nl", BAND), "35 tot 250 Hz"),
    (in_language("ja", BAND), "35から250"),
    (COLD, "-5 to -3"), (COLD, "−5 – −3 °C"), (COLD, "minus five to minus three"),
    (CHANCE, "<0.001"), (CHANCE, "P < .001"), (CHANCE, "less than 0.001"), (CHANCE, "below 0.1 %"),
    (CHANCE, "under 1/1000"),
    (PRESSURE, "≥130"), (PRESSURE, ">= 130 mmHg"), (PRESSURE, "=> 130"), (PRESSURE, "130+"),
    (PRESSURE, "at least 130"), (PRESSURE, "130 mm Hg or higher"), (PRESSURE, "130 or more"),
    (in_language("de", PRESSURE), "mindestens 130"), (in_language("de", PRESSURE), "130 oder mehr"),
    (in_language("fr", PRESSURE), "au moins 130"), (in_language("ru", PRESSURE), "не менее 130"),
    (in_language("ja", PRESSURE), "130以上"),
    (ODDS, "1 in 1,030,000"), (ODDS, "1/1030000"), (ODDS, "one in 1 030 000"),
    (ODDS, "1:1030000"), (ODDS, "1 out of 1.03 million"), (ODDS, "2 in 2,060,000"),
    (in_language("de", ODDS), "eins von 1.030.000"), (in_language("fr", ODDS), "1 sur 1 030 000"),
    (ALARM, "1 in 203,000"), (ALARM, "1 in 203 000 years"), (ALARM, "1 event in 203000 years"),
    (ALARM, "once in 203,000 years"), (ALARM, "once every 203,000"),
    (ALARM, "about once per 203000"),
    (RARE, "less than once in 203,000 years"), (BARE_ALARM, "once in 203,000 years"),
    (BARE_ALARM, "one event in 203,000 years"), (BARE_ALARM, "twice in 406,000"),
    (in_language("de", BARE_ALARM), "einmal in 203.000 Jahren"),
    (in_language("fr", BARE_ALARM), "une fois tous les 203 000 ans"),
    (in_language("es", BARE_ALARM), "una vez en 203.000 años"),
    (in_language("ru", BARE_ALARM), "раз в 203 000 лет"),
    (replace(BARE_ALARM, given="In how many years?"), "once in 203,000 years"),
)  # fmt: skip
WRONG = (
    (RARE, "> 1 in 203000"), (RARE, "< 1 in 20300"),
    (STRAIN, "1e-20"), (STRAIN, "2e-21"), (STRAIN, "10^21"),
    (HUBBLE, "67.6"), (HUBBLE, "67.4 ± 0.7"), (HUBBLE, "67.4 kg"), (MASS, "36 +4/-4"),
    (RATE, "0.83 (0.7-0.9)"), (RATE, "0.75-0.93"),
    (BAND, "35-300"), (BAND, "30-250"), (BAND, "35-250 kHz"), (BAND, "100"), (BAND, "35-250-300"),
    (BAND, "35 to 250 or 300"), (BAND, "35 or 250"), (COLD, "5 to 3"),
    (CHANCE, "< 0.01"), (CHANCE, "> 0.001"), (CHANCE, "≤ 0.001"), (CHANCE, "= 0.05"),
    (PRESSURE, "> 130"), (PRESSURE, "less than 130"), (PRESSURE, "≥ 130 kg"), (PRESSURE, "≥ 140"),
    (in_language("de", PRESSURE), "über 130"),
    (ODDS, "1 in 103000"), (ODDS, "1030000"), (ODDS, "one in a million"), (ODDS, "1"),
    (ALARM, "once in 203,000 days"), (ALARM, "twice in 203,000 years"), (ALARM, "once"),
    (replace(BARE_ALARM, given="In how many years?"), "once in 203,000 days"),
    (BARE_ALARM, "1 kg in 203,000 years"), (ODDS, "never in 1,030,000"),
    (ALARM, "1 in 203000 days"), (ALARM, "1 in 23000 years"),
)  # fmt: skip
WHICH_BOUND = "Which bound: less than, at most, more than or at least?"
MORE = (
    (RARE, "1 in 203000", Reason.NOTATION, WHICH_BOUND),
    (BAND, "35", Reason.PART, "That is one end. Give both."),
    (BAND, "250 Hz", Reason.PART, "That is one end. Give both."),
    (CHANCE, "0.001", Reason.NOTATION, WHICH_BOUND),
    (PRESSURE, "130 mm Hg", Reason.NOTATION, WHICH_BOUND),
    (ODDS, "9.7e-7", Reason.NOTATION, "Say it as so many in so many."),
)  # fmt: skip


@pytest.mark.parametrize(("expected", "typed"), RIGHT)
def test_a_quantity_is_right_in_whatever_way_it_is_written(
    expected: ExpectedAmount, typed: str
) -> None:
    grade = judge(expected, typed)

    assert (grade.outcome, grade.note) == (Outcome.RIGHT, "")


@pytest.mark.parametrize(("expected", "typed"), WRONG)
def test_another_quantity_is_wrong_and_it_is_said_why(expected: ExpectedAmount, typed: str) -> None:
    grade = judge(expected, typed)

    assert grade.outcome is Outcome.WRONG
    assert grade.note


@pytest.mark.parametrize(("expected", "typed", "reason", "note"), MORE)
def test_an_end_or_a_sign_that_is_missing_is_asked_for(
    expected: ExpectedAmount, typed: str, reason: Reason, note: str
) -> None:
    grade = judge(expected, typed)

    assert (grade.outcome, grade.reason, grade.note) == (Outcome.MORE, reason, note)


@pytest.mark.parametrize(
    ("expected", "typed", "note"),
    [
        (HUBBLE, "68", "Not it: the answer is 67.4 ± 0.5 km/s/Mpc."),
        (
            HUBBLE,
            "67.4 ± 0.7",
            "The number is right, what is said of its error is not: 67.4 ± 0.5 km/s/Mpc.",
        ),
        (BAND, "35-300", "The upper end is another: 35-250 Hz."),
        (BAND, "30-250", "The lower end is another: 35-250 Hz."),
        (CHANCE, "≤ 0.001", "Less than, not at most."),
        (PRESSURE, "less than 130", "The other side: at least, not less than."),
        (ODDS, "1030000", "Not it: the answer is 1 in 1030000."),
        (BAND, "wide", "A number is asked for."),
        (CHANCE, "small", "A number is asked for."),
        (ODDS, "rare", "A number is asked for."),
        (BAND, "?", "Nothing typed yet."),
    ],
)
def test_what_is_wrong_is_told(expected: ExpectedAmount, typed: str, note: str) -> None:
    assert judge(expected, typed).note == note


def test_the_interval_of_a_number_may_be_typed_as_its_error() -> None:
    asked = a_quantity("67.4 ± 0.5 km/s/Mpc", "66.9", "67.9", "km/s/Mpc")

    outcomes = [judge(asked, typed).outcome for typed in ("67.4 ± 0.5", "66.9-67.9", "67.4 ± 1")]

    assert outcomes == ["right", "right", "wrong"]


def test_how_sure_an_interval_is_may_be_said_with_it() -> None:
    asked = a_quantity("0.83 (95% CI 0.75-0.93)", "0.75", "0.93")

    outcomes = [
        judge(asked, typed).outcome
        for typed in ("95% CI 0.75-0.93", "0.83 (0.75 to 0.93)", "95% CI 0.75-0.95", "0.83")
    ]

    assert outcomes == ["right", "right", "wrong", "wrong"]


def test_an_answer_that_is_far_too_long_is_not_judged() -> None:
    assert judge(BAND, "3" * 100).note.startswith("That is 100 characters")


@given(
    expected=st.sampled_from([HUBBLE, MASS, RATE, BAND, COLD, CHANCE, PRESSURE, ODDS, ALARM]),
    language=st.sampled_from([*LANGUAGES, "sv"]),
    typed=st.text("0123456789 .,-–±+/()<>≥%to inmHz×10⁻²¹ andorCI", max_size=60),
)
def test_nothing_typed_stops_the_judge(expected: ExpectedAmount, language: str, typed: str) -> None:
    grade = judge(in_language(language, expected), typed)

    assert grade.reason is not Reason.UNJUDGED
    assert grade.outcome is not Outcome.UNSURE


@given(st.decimals(1, 10**6, places=2), st.decimals(1, 10**6, places=2))
def test_an_interval_is_never_right_with_another_end(low: Decimal, other: Decimal) -> None:
    high = low + 1
    expected = a_quantity(f"{low}-{high}", str(low), str(high))

    passes = judge(expected, f"{low}-{other}").passes

    assert passes is (other == high)


# --- what a unit and a bound are called -----------------------------------------------------------

SIGMA = a_quantity("5.1 σ", "5.1", unit="σ")
ENERGY = a_quantity("3 +0.5/-0.4 M⊙c²", "3", unit="M⊙c²", spread=("2.6", "3.5"))
FALSE_ALARM = replace(a_quantity("1 in 1000000", "1", of="1000000"), tolerance=Decimal(50_000))
HUBBLE_ERROR = a_quantity("67.4 ± 0.5 km/s/Mpc", "66.9", "67.9", unit="km/s/Mpc")
MASS_ERROR = a_quantity("36 +5/-4 M⊙", "32", "41", unit="M⊙")


@pytest.mark.parametrize("typed", ["5.1 sigma", "5.1 sigmas", "5.1 σ", "5.1σ", "5.1 Sigma"])
def test_a_greek_letter_is_called_by_its_name(typed: str) -> None:
    assert judge(SIGMA, typed).outcome is Outcome.RIGHT


def test_the_sign_of_a_unit_and_a_noun_of_the_question_are_called_by_their_names() -> None:
    ohms = a_quantity("5 Ω", "5", unit="Ω")
    bare = replace(a_quantity("5", "5"), given="By how many σ did the signal stand out?")

    assert judge(ohms, "5 omega").outcome is Outcome.RIGHT
    assert {judge(bare, typed).outcome for typed in ("5 sigma", "5 σ")} == {Outcome.RIGHT}


def test_another_greek_letter_is_another_unit() -> None:
    assert judge(SIGMA, "5.1 tau").outcome is Outcome.WRONG


@pytest.mark.parametrize("typed", ["3 solar masses", "3 Msun c^2", "3 M⊙c²", "3 Sonnenmassen"])
def test_the_square_of_the_speed_of_light_may_be_left_out(typed: str) -> None:
    assert judge(ENERGY, typed).outcome is Outcome.RIGHT


@pytest.mark.parametrize("typed", ["3 kg", "3 J", "3 solar radii"])
def test_an_energy_is_no_other_mass(typed: str) -> None:
    assert judge(ENERGY, typed).outcome is Outcome.WRONG


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("1 in 1,030,000", Outcome.RIGHT),
        ("1 in 950,000", Outcome.RIGHT),
        ("2 in 2,040,000", Outcome.RIGHT),
        ("1 in 1,060,000", Outcome.WRONG),
        ("1 in 900,000", Outcome.WRONG),
    ],
)
def test_what_is_tolerated_of_a_ratio_is_said_of_its_whole(typed: str, outcome: Outcome) -> None:
    assert judge(FALSE_ALARM, typed).outcome is outcome


@pytest.mark.parametrize(
    ("question", "typed", "outcome"),
    [
        ("Above which significance was the signal?", "> 5.1 σ", Outcome.MORE),
        ("Which significance did the signal exceed?", "more than 5.1 sigma", Outcome.MORE),
        ("Above which significance was the signal?", "< 5.1 σ", Outcome.WRONG),
        ("Above which significance was the signal?", "> 4 σ", Outcome.WRONG),
        ("Which significance had the signal?", "> 5.1 σ", Outcome.WRONG),
    ],
)
def test_a_bound_that_the_question_says_is_asked_to_be_left_out(
    question: str, typed: str, outcome: Outcome
) -> None:
    assert judge(replace(SIGMA, given=question), typed).outcome is outcome


@pytest.mark.parametrize("typed", ["± 0.5", "67.4 ± 0.5 km/s/Mpc", "66.9 to 67.9", "+/- 0.5"])
def test_an_interval_may_be_said_as_the_error_that_makes_it(typed: str) -> None:
    assert judge(HUBBLE_ERROR, typed).outcome is Outcome.RIGHT


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [("+5/-4", Outcome.RIGHT), ("32-41", Outcome.RIGHT), ("+4/-4", Outcome.WRONG)],
)
def test_an_uneven_error_gives_both_ends(typed: str, outcome: Outcome) -> None:
    assert judge(MASS_ERROR, typed).outcome is outcome
