from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.grading.expected import ExpectedList, ExpectedTerm
from quizapp.grading.grade import Outcome
from quizapp.grading.judge import judge
from quizapp.grading.lexicon import NO_NAMES
from quizapp.session.list_progress import grade_members
from quizapp.session.model import NamedMember
from tests.counts import full_or_share

pytestmark = pytest.mark.usefixtures("known_words")

SITES = ExpectedList(tuple(map(ExpectedTerm, ("oral", "rectal", "heart and lung"))))
TRACTS = ExpectedList(
    tuple(map(ExpectedTerm, ("upper respiratory tract", "lower respiratory tract")))
)
WORDS = ("oral", "Oral", "rectal", "rectel", "colon", "heart and lung", "lung")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("oral", [NamedMember("oral", Outcome.RIGHT, "oral")]),
        ("rectel", [NamedMember("rectel", Outcome.SLIP, "rectal")]),
        ("colon", [NamedMember("colon", Outcome.WRONG)]),
        (
            "oral, ORAL",
            [
                NamedMember("oral", Outcome.RIGHT, "oral"),
                NamedMember("ORAL", Outcome.WRONG, is_repeat=True),
            ],
        ),
        ("heart and lung", [NamedMember("heart and lung", Outcome.RIGHT, "heart and lung")]),
        ("", []),
    ],
)
def test_a_member_named_is_found_close_wrong_or_named_before(
    text: str, found: list[NamedMember]
) -> None:
    assert list(grade_members(SITES, text, NO_NAMES)) == found


def test_what_is_right_is_given_away_before_what_is_close() -> None:
    found = grade_members(SITES, "rectel, rectal", NO_NAMES)

    assert found == (
        NamedMember("rectel", Outcome.WRONG, is_repeat=True),
        NamedMember("rectal", Outcome.RIGHT, "rectal"),
    )


def test_a_word_that_members_share_is_lent_across_lines() -> None:
    found = grade_members(TRACTS, "upper, lower respiratory tract", NO_NAMES)

    assert [each.key for each in found] == ["upper respiratory tract", "lower respiratory tract"]


@settings(max_examples=full_or_share(1200))
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6))
def test_members_named_one_by_one_stand_as_the_whole_list_is_graded(words: list[str]) -> None:
    text = ", ".join(words)

    found = {each.key for each in grade_members(SITES, text, NO_NAMES) if each.key}
    false = {
        each.text
        for each in grade_members(SITES, text, NO_NAMES)
        if each.outcome is Outcome.WRONG and not each.is_repeat
    }

    graded = judge(SITES, text)
    assert found == {member.key for member in SITES.members} - set(graded.missing)
    assert false == set(graded.alien)


def test_where_judging_fails_no_member_is_called_wrong() -> None:
    broken = ExpectedList((ExpectedTerm(cast("str", None)),))

    found = grade_members(broken, "oral, rectal", NO_NAMES)

    assert [(each.text, each.outcome, each.key) for each in found] == [
        ("oral", Outcome.UNSURE, ""),
        ("rectal", Outcome.UNSURE, ""),
    ]
