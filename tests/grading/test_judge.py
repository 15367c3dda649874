"""The judge as rooms call it: what is expected, what was given, and the grade."""

import logging
from decimal import Decimal

import pytest

from quizapp.grading import judge as judge_module
from quizapp.grading.expected import (
    ExpectedList,
    ExpectedMatch,
    ExpectedNumber,
    ExpectedOptions,
    ExpectedSelf,
    ExpectedSequence,
    ExpectedTerm,
)
from quizapp.grading.grade import Outcome, Reason
from quizapp.grading.judge import UNJUDGED, grades_equal, judge

SERIES = ExpectedSequence(tuple(map(ExpectedTerm, ("one", "two", "three", "four"))))
OPTIONS = ExpectedOptions(frozenset({"a", "b"}))


@pytest.mark.usefixtures("english")
def test_where_spelling_is_strict_a_slip_is_wrong_and_told_all_the_same() -> None:
    expected = ExpectedTerm("rectal")

    found = judge(expected, "rectel", strict=True)

    assert judge(expected, "rectel").outcome is Outcome.SLIP
    assert (found.outcome, found.share, found.note) == (Outcome.WRONG, 0.0, "One letter: rectal.")
    assert judge(expected, "Rectal", strict=True).outcome is Outcome.RIGHT


@pytest.mark.usefixtures("english")
def test_the_word_that_differs_is_named_so_that_its_letters_can_be_marked() -> None:
    found = judge(ExpectedTerm("right rectal artery"), "right rectel artery")

    assert found.differing == ("rectal", "rectel")


@pytest.mark.usefixtures("english")
def test_words_of_the_question_may_be_left_out_and_are_never_enough() -> None:
    vein = ExpectedTerm("great saphenous vein", given="Which vein is the longest?")
    stenosis = ExpectedTerm("aortic stenosis", given="Which stenosis is the commonest?")

    assert judge(vein, "great saphenous").outcome is Outcome.RIGHT
    assert judge(stenosis, "aortic").outcome is Outcome.RIGHT
    assert judge(stenosis, "stenosis").outcome is Outcome.MORE


# --- options -------------------------------------------------------------------------------------


def test_the_one_right_option_is_right_and_no_other() -> None:
    expected = ExpectedOptions(frozenset({"a"}))

    assert judge(expected, ["a"]).outcome is Outcome.RIGHT
    assert judge(expected, "a").outcome is Outcome.RIGHT
    assert judge(expected, ["b"]).outcome is Outcome.WRONG
    assert judge(expected, []).reason is Reason.BLANK


def test_of_several_right_options_a_part_is_wrong_and_has_its_share() -> None:
    found = judge(OPTIONS, ["a", "c"])

    assert (found.outcome, found.reason) == (Outcome.WRONG, Reason.PART)
    assert (found.missing, found.alien, found.share) == (("b",), ("c",), 0.5)
    assert found.note == "1 missing, 1 too many."


def test_pairs_are_judged_by_how_many_are_right() -> None:
    expected = ExpectedMatch(("x", "y", "z"), ("a", "b", "c"))

    found = judge(expected, ["a", "c", "c"])

    assert judge(expected, ["a", "b", "c"]).outcome is Outcome.RIGHT
    assert (found.outcome, found.missing) == (Outcome.WRONG, ("y",))
    assert found.share == pytest.approx(2 / 3)
    assert judge(expected, ["", "", ""]).reason is Reason.BLANK


# --- lists and orders ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "outcome", "share"),
    [
        ("one, two, three, four", Outcome.RIGHT, 1.0),
        ("one two three four", Outcome.RIGHT, 1.0),
        ("one -> two -> three -> four", Outcome.RIGHT, 1.0),
        ("two, one, three, four", Outcome.WRONG, 5 / 6),
        ("four, three, two, one", Outcome.WRONG, 0.0),
        ("one, two", Outcome.WRONG, 1 / 6),
        (["one", "two", "three", "four"], Outcome.RIGHT, 1.0),
        ([], Outcome.WRONG, 0.0),
    ],
)
def test_a_sequence_has_the_share_of_its_pairs(
    typed: str | list[str], outcome: Outcome, share: float
) -> None:
    found = judge(SERIES, typed)

    assert found.outcome is outcome
    assert found.share == pytest.approx(share)


@pytest.mark.usefixtures("english")
def test_members_that_were_given_not_given_and_are_none_are_named() -> None:
    expected = ExpectedList(tuple(map(ExpectedTerm, ("oral", "rectal", "genital"))))

    found = judge(expected, "oral, rectel, nasal")

    assert (found.found, found.slips) == (("oral", "rectal"), ("rectal",))
    assert (found.missing, found.alien) == (("genital",), ("nasal",))
    assert found.share == pytest.approx(1 / 3)
    assert found.note == "2 of 3. Missing: genital. nasal is not one of them."


# --- shapes and failures -------------------------------------------------------------------------


def test_only_the_learner_grades_a_flip() -> None:
    with pytest.raises(ValueError, match="only the learner"):
        judge(ExpectedSelf(), "anything")


def test_a_term_is_held_against_a_text_alone() -> None:
    with pytest.raises(TypeError, match="a text is expected"):
        judge(ExpectedTerm("liver"), ["liver"])


def test_whatever_fails_while_judging_is_asked_about_and_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("no judge")

    monkeypatch.setattr(judge_module, "judge_number", fail)

    with caplog.at_level(logging.ERROR):
        found = judge(ExpectedNumber(Decimal(13), "13", language="fr"), "treize")

    assert found is UNJUDGED
    assert found.note == "I cannot judge this. Were you right? y/n"
    assert "'treize'" in caplog.text
    assert "language='fr'" in caplog.text
    assert "RuntimeError: no judge" in caplog.text


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


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("unseen", ["\u202e", "\u200b", "\x1b", "\x00", "\u2066"])
def test_what_nobody_sees_is_not_judged(unseen: str) -> None:
    assert judge(ExpectedTerm("heart"), f"he{unseen}art{unseen}").outcome is Outcome.RIGHT


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(("key", "response"), [("no", "yes"), ("Yes", "no")])
def test_another_answer_is_not_told_as_one_that_denies(key: str, response: str) -> None:
    assert judge(ExpectedTerm(key), response).note == f"Not it: the answer is {key}."
