"""Texts as words: what is written in two ways falls together, what says something else does not."""

import pytest

from quizapp.items.word_forms import join_forms, split_words


def forms(text: str) -> list[str]:
    return [word.form for word in split_words(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("haemolytic anaemia", "hemolytic anemia"),
        ("oesophageal", "esophageal"),
        ("aetiology", "etiology"),
        ("sulphate", "sulfate"),
        ("tumours", "tumor"),
        ("localised", "localized"),
        ("litres", "liter"),
        ("the liver", "liver"),
        ("IL-2", "IL 2"),
        ("type II", "type 2"),
        ("vitamin B 12", "vitamin B12"),
        ("TNF-α", "TNF-alpha"),
        ("four", "4"),
        ("the second", "second"),
        ("Köhler", "kohler"),
        ("bacteria", "bacterium"),
        ("metastases", "metastasis"),
        ("phalanges", "phalanx"),
        ("ganglia", "ganglion"),
        ("bronchi", "bronchus"),
        ("vertebrae", "vertebra"),
        ("children", "child"),
        ("biopsies", "biopsy"),
        ("boxes", "box"),
    ],
)
def test_what_is_written_in_two_ways_is_the_same(one: str, other: str) -> None:
    pairs = zip(split_words(one), split_words(other), strict=True)

    assert all(word.is_same(as_other) for word, as_other in pairs)


@pytest.mark.parametrize(
    ("one", "other"),
    [("SARS", "SAR"), ("virus", "viru"), ("four", "for"), ("mass", "mas"), ("xx", "20")],
)
def test_what_is_another_word_is_not(one: str, other: str) -> None:
    assert not split_words(one)[0].is_same(split_words(other)[0])


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Αθήνα", ["αθηνα"]),
        ("C++", ["c++"]),
        ("Na+ and Cl-", ["na+", "cl-"]),
        ("pre- and postnatal", ["pre", "postnatal"]),
        ("x := 1", ["x", ":=", "1"]),
        ("a band", ["band"]),
        ("A band", ["a", "band"]),
        ("the", ["the"]),
        ("&&", ["&&"]),
    ],
)
def test_a_text_becomes_words(written: str, expected: list[str]) -> None:
    assert forms(written) == expected


def test_two_numbers_side_by_side_stay_two() -> None:
    assert join_forms(split_words("47-54")).isdisjoint(join_forms(split_words("4754")))


def test_words_with_a_hyphen_more_are_joined_to_the_same() -> None:
    assert join_forms(split_words("non-specific")) == join_forms(split_words("nonspecific"))
