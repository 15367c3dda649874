"""What holds of the judge whatever is asked for and whatever is typed."""

from decimal import Decimal
from itertools import cycle

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from quizapp.grading.expected import (
    ExpectedList,
    ExpectedNumber,
    ExpectedSequence,
    ExpectedTerm,
)
from quizapp.grading.grade import Outcome
from quizapp.grading.judge import UNJUDGED, grades_equal, judge, number_in
from quizapp.grading.languages import LANGUAGES, language_of
from quizapp.grading.lexicon import lexicon
from tests.grading.cases import LANGUAGES as IN_TABLES
from tests.grading.cases import Case, read_cases

ANY_LANGUAGE = st.sampled_from([*LANGUAGES, "sv", "zh", "de-AT", "xx"])
ANY_TEXT = st.text(max_size=200)
KEYS = st.text(min_size=1, max_size=40).filter(lambda text: bool(text.strip()))
NAMES = lexicon([["Cryptosporidium"], ["Giardia lamblia", "Giardia"], ["Isospora belli"]])

# Pieces that mean something to the judge, so that chance finds them side by side.
WORDS = """
    A I B a i an the of and or not no in to with type virus infection disease low high II 1st two
    hepatitis influenza group streptococcus vitamin anemia B12 IgM half dozen 13 56 0 1e400 1/0 0/0
    5/0 1½ ½ ٣ 三 10⁶ 10^99 % ‰ ± mg/kg -0 1,500 1.500 NaN == -> := C++ C# K+ Cl- -- / & + ? ; , (
    ) [ ] ' ''s '' " … ¿ ^ ^^ _ | é e\u0301 \u0301 ß İ ı ﬁ Ⅳ α Αθήνα שלום مرحبا 한국 ไทย 👩‍⚕️ 🇫🇷
    \u202e \u200d \ufe0f xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
    """
PIECES = st.sampled_from([*WORDS.split(), "\n", ""])
PHRASES = st.lists(PIECES, max_size=7).map(" ".join)


def passing_terms(table: str) -> list[Case]:
    return [
        case
        for case in read_cases(table)
        if isinstance(case.expected, ExpectedTerm) and case.outcome in {"right", "slip"}
    ]


# --- anything is judged --------------------------------------------------------------------------


@given(key=KEYS, alias=KEYS, never=KEYS, typed=ANY_TEXT, language=ANY_LANGUAGE)
def test_any_text_is_judged_as_a_term(
    key: str, alias: str, never: str, typed: str, language: str
) -> None:
    expected = ExpectedTerm(key, (alias,), (never,), language=language)

    assert judge(expected, typed, NAMES) is not UNJUDGED


@given(key=PHRASES, given_words=PHRASES, typed=PHRASES, language=ANY_LANGUAGE)
def test_any_phrase_is_judged_as_a_term(
    key: str, given_words: str, typed: str, language: str
) -> None:
    expected = ExpectedTerm(key, language=language, given=given_words)

    assert judge(expected, typed, NAMES) is not UNJUDGED


@given(key=PHRASES, extra=st.lists(PIECES, max_size=3))
@example(key="hepatitis A", extra=["virus"])
@example(key="influenza A", extra=["a", "virus"])
def test_a_key_with_more_words_is_judged(key: str, extra: list[str]) -> None:
    expected = ExpectedTerm(key)

    assert judge(expected, " ".join((key, *extra))) is not UNJUDGED
    assert judge(expected, " ".join((*extra, key))) is not UNJUDGED


@given(
    members=st.lists(KEYS | PHRASES, min_size=1, max_size=4), typed=ANY_TEXT, language=ANY_LANGUAGE
)
def test_any_text_is_judged_as_a_list(members: list[str], typed: str, language: str) -> None:
    terms = tuple(ExpectedTerm(member, language=language) for member in members)

    assert judge(ExpectedList(terms, language), typed) is not UNJUDGED
    assert judge(ExpectedSequence(terms, language), typed) is not UNJUDGED


@given(
    value=st.decimals(allow_nan=False, allow_infinity=False),
    of=st.none() | st.decimals(allow_nan=False, allow_infinity=False),
    tolerance=st.decimals(0, 1000),
    unit=st.sampled_from(["", "%", "patients", "mg/kg", "°C"]),
    typed=ANY_TEXT | PHRASES,
    language=ANY_LANGUAGE,
)
@example(Decimal("1e30"), None, Decimal(0), "", "2 of 3", "en")
def test_any_text_is_judged_as_a_number(
    value: Decimal, of: Decimal | None, tolerance: Decimal, unit: str, typed: str, language: str
) -> None:
    expected = ExpectedNumber(value, str(value), unit, of, tolerance, language)

    assert judge(expected, typed) is not UNJUDGED


# --- what is right is right ----------------------------------------------------------------------


@given(key=KEYS, alias=KEYS, language=ANY_LANGUAGE)
def test_the_key_and_its_other_names_are_right(key: str, alias: str, language: str) -> None:
    expected = ExpectedTerm(key, (alias,), language=language)

    assert judge(expected, key).outcome is Outcome.RIGHT
    assert judge(expected, alias).outcome is Outcome.RIGHT


@pytest.mark.usefixtures("english")
def test_every_key_of_the_tables_is_right_in_capitals_and_in_small_letters() -> None:
    keys = {case.key for case in read_cases("terms") if case.key.isalpha() and len(case.key) > 5}

    refused = [
        key
        for key in keys
        for typed in (key.upper(), key.lower(), f"  {key}. ", f"the {key}")
        if judge(ExpectedTerm(key), typed).outcome is not Outcome.RIGHT
    ]

    assert refused == []


@given(key=KEYS, never=KEYS, language=ANY_LANGUAGE)
def test_what_is_never_right_does_not_pass(key: str, never: str, language: str) -> None:
    assume(judge(ExpectedTerm(key, language=language), never).outcome is not Outcome.RIGHT)

    assert not judge(ExpectedTerm(key, wrong=(never,), language=language), never).passes


@given(number=st.integers(0, 10_000), typed=st.integers(0, 10_000))
def test_a_count_is_never_fuzzy(number: int, typed: int) -> None:
    found = judge(ExpectedNumber(Decimal(number), str(number)), str(typed))

    assert found.outcome is (Outcome.RIGHT if number == typed else Outcome.WRONG)


@given(one=KEYS, other=KEYS)
@example(one="«", other="0")
def test_grading_as_equal_is_symmetric(one: str, other: str) -> None:
    assert grades_equal(one, other) is grades_equal(other, one)
    assert grades_equal(one, one)


@given(value=st.integers(-10_000, 10_000))
def test_the_number_in_a_number_is_that_number(value: int) -> None:
    assert number_in(str(value)) == value
    assert number_in(f"{value:,}") == value


# --- lists ---------------------------------------------------------------------------------------

MEMBERS = (
    "femur", "tibia", "radial nerve", "vitamin A", "vitamin D", "liver", "spleen", "IgM", "Paris",
    "upper lobe", "lower lobe", "Na+", "type 1 diabetes",
)  # fmt: skip


@given(members=st.lists(st.sampled_from(MEMBERS), min_size=1, unique=True), data=st.data())
def test_the_order_of_the_members_of_a_list_is_free(
    members: list[str], data: st.DataObject
) -> None:
    typed = data.draw(st.permutations(members))
    joined = data.draw(st.sampled_from([", ", "; ", "\n", " and "]))

    found = judge(ExpectedList(tuple(map(ExpectedTerm, members))), joined.join(typed))

    assert (found.outcome, found.share) == (Outcome.RIGHT, 1.0)


@given(members=st.lists(st.sampled_from(MEMBERS), min_size=2, unique=True), data=st.data())
def test_the_order_of_a_sequence_is_not(members: list[str], data: st.DataObject) -> None:
    typed = data.draw(st.permutations(members))

    found = judge(ExpectedSequence(tuple(map(ExpectedTerm, members))), list(typed))

    assert found.passes is (list(typed) == members)


@given(members=st.lists(st.sampled_from(MEMBERS), min_size=2, unique=True), data=st.data())
def test_a_list_with_a_member_less_or_one_that_is_none_does_not_pass(
    members: list[str], data: st.DataObject
) -> None:
    expected = ExpectedList(tuple(map(ExpectedTerm, members)))
    lost = data.draw(st.sampled_from(members))
    left = ", ".join(member for member in members if member != lost)

    assert judge(expected, left).missing == (lost,)
    assert not judge(expected, left).passes
    assert judge(expected, ", ".join((*members, "zebra"))).alien == ("zebra",)


# --- negation ------------------------------------------------------------------------------------


def accepted_denials(table: str, language: str) -> list[tuple[str, str]]:
    """Return the answers that pass although a word was put before them that denies.

    Each answer takes the next of the words.
    """
    negations = language_of(language).negations
    cases = [
        case for case in passing_terms(table) if negations.isdisjoint(case.key.casefold().split())
    ]
    return [
        (case.key, f"{word} {case.response}")
        for case, word in zip(cases, cycle(sorted(negations)), strict=False)
        if judge(case.expected, f"{word} {case.response}").passes
    ]


@pytest.mark.usefixtures("english")
def test_a_word_that_denies_never_keeps_an_acceptance() -> None:
    assert accepted_denials("terms", "en") == []


@pytest.mark.usefixtures("without_words")
@pytest.mark.parametrize("language", IN_TABLES)
def test_a_word_that_denies_never_keeps_an_acceptance_in_other_languages(language: str) -> None:
    assert accepted_denials(language, language) == []


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(key=st.from_regex(r"[a-z]{3,12}( [a-z]{3,12})?", fullmatch=True), language=ANY_LANGUAGE)
def test_whoever_denies_a_key_is_not_right(key: str, language: str) -> None:
    negations = language_of(language).negations
    assume(negations.isdisjoint(key.split()))

    passed = [
        word
        for word in negations
        if judge(ExpectedTerm(key, language=language), f"{word} {key}").passes
    ]

    assert passed == []
