"""Words of one family give each other away; words that only begin alike do not."""

import pytest

from quizapp.items.word_forms import split_words
from quizapp.lint.word_families import are_related, is_content_word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("infect", "infection"),
        ("infected", "infections"),
        ("inherited", "inheritance"),
        ("transplant", "transplantation"),
        ("immune", "immunity"),
        ("deficiency", "deficient"),
        ("hepatic", "hepatitis"),
        ("lymphocyte", "lymphocytosis"),
        ("neutrophil", "neutropenia"),
        ("metastasis", "metastatic"),
        ("tumour", "tumors"),
        ("IgM", "IgM"),
    ],
)
def test_words_of_one_family(one: str, other: str) -> None:
    assert are_related(split_words(one)[0], split_words(other)[0])
    assert are_related(split_words(other)[0], split_words(one)[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lymphoma", "lymphocyte"),
        ("interferon", "interleukin"),
        ("hyperthyroidism", "hyperparathyroidism"),
        ("cryptosporidium", "cryptococcus"),
        ("portal", "portion"),
        ("chromosome", "chromatin"),
        ("antigen", "antibody"),
        ("IgM", "IgG"),
        ("CD40", "CD4"),
        ("B12", "B1"),
    ],
)
def test_words_that_only_begin_alike(one: str, other: str) -> None:
    assert not are_related(split_words(one)[0], split_words(other)[0])


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("liver", True),
        ("CD4", True),
        ("56", True),
        ("cell", True),
        ("during", False),
        ("ion", False),
    ],
)
def test_a_word_of_the_subject_tells_something(word: str, expected: bool) -> None:
    assert is_content_word(split_words(word)[0]) is expected
