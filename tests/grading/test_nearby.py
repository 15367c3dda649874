"""Names that a slip could turn into each other, and answers that their own card refuses."""

from decimal import Decimal
from itertools import product

import pytest

from quizapp.grading.expected import ExpectedList, ExpectedNumber, ExpectedTerm
from quizapp.grading.nearby import (
    Misjudgement,
    NamePair,
    find_misjudged,
    find_near_names,
    find_one_edit_away,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("malleus", "malleolus"),
        ("ileum", "ilium"),
        ("hyperkalemia", "hypokalemia"),
        ("left bundle branch", "left bundle brunch"),
        ("abduction", "adduction"),
        ("carbimazole", "karbimazole"),
    ],
)
def test_names_two_edits_apart_are_near(one: str, other: str) -> None:
    pairs = [(pair.name, pair.other) for pair in find_near_names([[one], [other]])]

    assert {frozenset(pair) for pair in pairs} == {frozenset((one, other))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("liver", "river"),
        ("IL-2 receptor", "IL-4 receptor"),
        ("vitamin A", "vitamin E"),
        ("lung", "lens"),
        ("stack", "stage"),
        ("NFKB1", "NFKB2"),
        ("ELISA", "ELISE"),
        ("femur", "tibia"),
        ("immunoglobulin", "immunoglobulin G"),
        ("Köln", "Koln"),
    ],
)
def test_names_in_which_no_slip_is_forgiven_are_not_near(one: str, other: str) -> None:
    assert list(find_near_names([[one], [other]])) == []


def test_two_things_make_one_pair_whatever_they_are_called() -> None:
    groups = [["malleus", "mallear"], ["malleolus", "mallei"], ["incus"]]

    assert len(list(find_near_names(groups))) == 1


def test_a_pair_says_whose_its_names_are() -> None:
    assert list(find_near_names([["femur"], ["malleus"], ["malleolus"]])) == [
        NamePair("malleus", 1, "malleolus", 2)
    ]


def test_a_name_that_two_things_share_is_none_of_a_pair() -> None:
    assert list(find_near_names([["malleus"], ["malleus"]])) == []


def test_two_thousand_names_are_compared_with_each_other() -> None:
    syllables = ("ba", "co", "di", "fe", "gu", "krypto", "thrombo", "cyte", "osis", "itis", "ale")
    names = ["".join(parts) for parts in product(syllables, repeat=3)]
    names += [f"{first}{name}" for name, first in zip(names, "st" * 400, strict=False)]

    pairs = list(find_near_names([name] for name in names))

    assert len(names) > 2000
    assert all(pair.owner != pair.other_owner for pair in pairs)


def test_a_form_that_is_never_right_and_passes_is_told() -> None:
    expected = ExpectedTerm("four", wrong=("4", "five"))

    assert list(find_misjudged(expected, "How many chambers?")) == [
        Misjudgement("4", passes=True, note="")
    ]


def test_sound_answers_of_every_kind_are_let_be() -> None:
    term = ExpectedTerm("Pneumocystis", ("PCP",), ("Pneumococcus",))
    number = ExpectedNumber(Decimal("7.5"), "7.5", "mg", tolerance=Decimal("0.5"))
    members = ExpectedList((ExpectedTerm("oral"), ExpectedTerm("rectal")))

    found = [list(find_misjudged(each, "What is it?")) for each in (term, number, members)]

    assert found == [[], [], []]


def test_one_edit_is_a_letter_more_less_other_or_moved() -> None:
    others = ["malleus", "maleus", "malleuss", "malleis", "amlleus", "malus", "incus"]

    assert find_one_edit_away("malleus", others) == ("maleus", "malleuss", "malleis", "amlleus")
