from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.grading.expected import (
    ExpectedList,
    ExpectedNumber,
    ExpectedOptions,
    ExpectedSelf,
    ExpectedSequence,
    ExpectedTerm,
)
from quizapp.grading.lexicon import lexicon
from quizapp.grading.old.grade import Reason, Verdict
from quizapp.grading.old.judge import grade, grades_equal

HYPO = ExpectedTerm("hypogammaglobulinemia")
ORGANISMS = lexicon([["Cryptosporidium"], ["Giardia lamblia", "Giardia"], ["Isospora belli"]])
SERIES = ExpectedSequence(tuple(map(ExpectedTerm, ("one", "two", "three", "four"))))


def test_the_note_names_the_opposite_that_was_given() -> None:
    assert grade(HYPO, "hypergammaglobulinemia").note == "hypo-, not hyper-"


def test_the_note_counts_the_letters_of_a_slip() -> None:
    assert grade(HYPO, "hypogamaglobulinemea").note == "spelling: two letters"


def test_the_note_names_the_immunoglobulin_that_was_given() -> None:
    assert grade(ExpectedTerm("IgM"), "IgG").note == "IgM, not IgG"


def test_a_percentage_is_told_from_a_count() -> None:
    expected = ExpectedNumber(Decimal(13), "13", "patients", Decimal(56))

    assert grade(expected, "23 %").note == "that is the percentage, not the count"


def test_another_concept_of_the_bank_is_wrong_by_its_name() -> None:
    found = grade(ExpectedTerm("Cryptosporidium"), "giardia", ORGANISMS)

    assert (found.verdict, found.note) == (Verdict.WRONG, "that is Giardia")


def test_a_slip_that_is_as_near_to_another_concept_is_wrong() -> None:
    names = lexicon([["cardia"], ["cardiac"]])

    assert grade(ExpectedTerm("cardiac"), "cardiae", names).verdict is Verdict.WRONG


def test_a_bank_can_add_words_that_exclude_each_other() -> None:
    expected = ExpectedTerm("ligand gated", opposites=(("gated", "rated"),))

    assert grade(expected, "ligand rated").verdict is Verdict.WRONG
    assert grade(ExpectedTerm("ligand gated"), "ligand rated").verdict is Verdict.CLOSE


def test_the_one_right_option_is_correct_and_no_other() -> None:
    expected = ExpectedOptions(frozenset({"a"}))

    assert grade(expected, ["a"]).verdict is Verdict.CORRECT
    assert grade(expected, ["b"]).verdict is Verdict.WRONG
    assert grade(expected, []).reason is Reason.BLANK


def test_of_several_right_options_a_part_is_close() -> None:
    expected = ExpectedOptions(frozenset({"a", "b"}))

    found = grade(expected, ["a"])

    assert (found.verdict, found.missing, found.false) == (Verdict.CLOSE, ("b",), ())
    assert grade(expected, ["a", "b", "c", "d", "e", "f", "g"]).verdict is Verdict.WRONG


@pytest.mark.parametrize(
    ("response", "verdict", "share"),
    [
        ("one, two, three, four", Verdict.CORRECT, 1.0),
        ("one two three four", Verdict.WRONG, 0.0),
        ("two, one, three, four", Verdict.CLOSE, 5 / 6),
        ("four, three, two, one", Verdict.WRONG, 0.0),
        ("one, two", Verdict.WRONG, 1 / 6),
        (["one", "two", "three", "four"], Verdict.CORRECT, 1.0),
        ([], Verdict.WRONG, 0.0),
    ],
)
def test_a_sequence_is_judged_by_its_pairs(
    response: str | list[str], verdict: Verdict, share: float
) -> None:
    found = grade(SERIES, response)

    assert found.verdict is verdict
    assert found.share == pytest.approx(share)


def test_only_the_learner_grades_a_flip() -> None:
    with pytest.raises(ValueError, match="only the learner"):
        grade(ExpectedSelf(), "anything")


def test_members_that_were_not_given_are_named() -> None:
    expected = ExpectedList((ExpectedTerm("oral"), ExpectedTerm("rectal")))

    found = grade(expected, "oral, nasal")

    assert (found.missing, found.false) == (("rectal",), ("nasal",))
    assert found.note == "missing: rectal; not: nasal"


@pytest.mark.parametrize(
    ("one", "other", "is_equal"),
    [
        ("4", "four", True),
        ("IgM", "igm", True),
        ("diarrhea", "diarrhoea", True),
        ("CD40 ligand", "CD40-ligand", True),
        ("IgM", "IgG", False),
        ("4", "5", False),
        ("C", "C++", False),
        ("hypotension", "hypertension", False),
    ],
)
def test_options_that_cannot_be_told_apart_grade_as_equal(
    one: str, other: str, is_equal: bool
) -> None:
    assert grades_equal(one, other) is is_equal


# --- laws ----------------------------------------------------------------------------------------

TEXT = st.text(min_size=1, max_size=40)
KEYS = TEXT.filter(lambda text: text.strip() and "\x00" not in text)


@given(key=KEYS)
def test_the_key_itself_is_always_correct(key: str) -> None:
    assert grade(ExpectedTerm(key), key).verdict is Verdict.CORRECT


@given(key=KEYS, alias=KEYS)
def test_an_alias_is_always_correct(key: str, alias: str) -> None:
    assert grade(ExpectedTerm(key, (alias,)), alias).verdict is Verdict.CORRECT


@given(key=KEYS, response=st.text(max_size=60))
def test_any_text_gets_a_verdict(key: str, response: str) -> None:
    assert grade(ExpectedTerm(key), response, ORGANISMS).verdict in Verdict


@given(members=st.lists(KEYS, min_size=1, max_size=4), response=st.text(max_size=60))
def test_any_text_gets_a_verdict_as_a_list(members: list[str], response: str) -> None:
    assert grade(ExpectedList(tuple(map(ExpectedTerm, members))), response).verdict in Verdict


@given(response=st.text(max_size=60))
def test_any_text_gets_a_verdict_as_a_number(response: str) -> None:
    expected = ExpectedNumber(Decimal(13), "13", "patients", Decimal(56))

    assert grade(expected, response).verdict in Verdict


WORDS = """
    A I B a i an the of and or not no in to with type virus infection disease low high II 1st two
    hepatitis influenza group streptococcus vitamin anemia B12 IgM half dozen 13 56 0 1e400 1/0 0/0
    5/0 1½ ½ ٣ 三 10⁶ 10^99 % ‰ ± mg/kg -0 1,500 1.500 NaN == -> := C++ C# K+ Cl- -- / & + ? ; , (
    ) [ ] ' ''s '' " … ¿ ^ ^^ _ | é e\u0301 \u0301 ß İ ı ﬁ Ⅳ α Αθήνα שלום مرحبا 한국 ไทย 👩‍⚕️ 🇫🇷
    \u202e \u200d \ufe0f xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
    """
PIECES = st.sampled_from([*WORDS.split(), "\n", ""])
PHRASES = st.lists(PIECES, max_size=7).map(" ".join)


@given(key=PHRASES, aliases=st.lists(PHRASES, max_size=1), extra=st.lists(PIECES, max_size=3))
@example(key="hepatitis A", aliases=[], extra=["virus"])
@example(key="group A streptococcus", aliases=[], extra=["infection"])
@example(key="influenza A", aliases=[], extra=["a", "virus"])
def test_a_key_with_more_words_gets_a_verdict(
    key: str, aliases: list[str], extra: list[str]
) -> None:
    expected = ExpectedTerm(key, tuple(aliases))

    assert grade(expected, " ".join((key, *extra)), ORGANISMS).verdict in Verdict
    assert grade(expected, " ".join((*extra, key))).verdict in Verdict


@given(key=PHRASES, wrong=st.lists(PHRASES, max_size=2), response=PHRASES)
def test_phrases_get_a_verdict(key: str, wrong: list[str], response: str) -> None:
    expected = ExpectedTerm(key, wrong=tuple(wrong), opposites=(("A", "I"), (response, key)))

    assert grade(expected, response, ORGANISMS).verdict in Verdict


@given(members=st.lists(PHRASES, max_size=4), response=st.lists(PHRASES, max_size=5))
def test_phrases_get_a_verdict_as_members(members: list[str], response: list[str]) -> None:
    expected = tuple(map(ExpectedTerm, members))

    assert grade(ExpectedList(expected), ", ".join(response)).verdict in Verdict
    assert grade(ExpectedSequence(expected), ", ".join(response)).verdict in Verdict


NUMBERS = st.decimals(allow_nan=False, allow_infinity=False)


@given(
    value=NUMBERS,
    of=st.none() | NUMBERS,
    tolerance=NUMBERS.map(abs),
    unit=st.sampled_from(["", "%", "patients", "mg/kg"]),
    response=PHRASES | NUMBERS.map(str),
)
@example(Decimal("1e30"), None, Decimal(0), "", "2 of 3")
def test_any_number_gets_a_verdict(
    value: Decimal, of: Decimal | None, tolerance: Decimal, unit: str, response: str
) -> None:
    expected = ExpectedNumber(value, str(value), unit, of, tolerance)

    assert grade(expected, response).verdict in Verdict
    assert grade(expected, f"{response} of 3").verdict in Verdict


@given(number=st.integers(0, 10_000), response=st.integers(0, 10_000))
def test_a_count_is_never_fuzzy(number: int, response: int) -> None:
    found = grade(ExpectedNumber(Decimal(number), str(number)), str(response))

    assert found.verdict is (Verdict.CORRECT if number == response else Verdict.WRONG)


@given(one=TEXT, other=TEXT)
def test_grading_as_equal_is_symmetric(one: str, other: str) -> None:
    assert grades_equal(one, other) is grades_equal(other, one)


@given(text=TEXT)
def test_a_text_grades_as_equal_to_itself(text: str) -> None:
    assert grades_equal(text, text)
