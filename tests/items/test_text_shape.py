"""The grammar of short texts, and what one cannot tell of it."""

import pytest

from quizapp.items.text_shape import (
    have_same_shape,
    is_plural,
    opening_article,
    opens_with_vowel_sound,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("oral ulcers", True),
        ("infusions of albumin", True),
        ("allergies", True),
        ("albumin", False),
        ("transfusion of cells", False),
        ("abscess", None),
        ("virus", None),
        ("sclerosing cholangitis", None),
        ("diabetes", None),
        ("series", None),
        ("bacteria", None),
        ("fungi", None),
        ("children", None),
        ("IgM", None),
        ("Paris", None),
        ("13", None),
        ("", None),
    ],
)
def test_plurals_are_told_where_one_can_tell(text: str, expected: bool | None) -> None:
    assert is_plural(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("The liver", "the"), ("an ulcer", "an"), ("anemia", ""), ("A", "")]
)
def test_an_article_is_a_word_of_its_own(text: str, expected: str) -> None:
    assert opening_article(text) == expected


def test_texts_that_differ_in_number_or_article_do_not_fit_one_place() -> None:
    assert have_same_shape("albumin", "plasma protein")
    assert have_same_shape("albumin", "bacteria")
    assert not have_same_shape("albumin", "granulocytes")
    assert not have_same_shape("albumin", "the albumin")


@pytest.mark.parametrize(
    "text",
    ["ulcer", "hour", "MRI", "X-ray", "8", "11", "18 of them", "80", "IgG", "heir", "unnamed"],
)
def test_an_stands_before_the_sound_of_a_vowel(text: str) -> None:
    assert opens_with_vowel_sound(text)


@pytest.mark.parametrize(
    "text",
    ["wart", "unit", "uterus", "European", "one-way street", "7", "110", "1997", "CT", "TNF"],
)
def test_a_stands_before_the_sound_of_a_consonant(text: str) -> None:
    assert not opens_with_vowel_sound(text)
