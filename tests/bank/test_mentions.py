"""What a text mentions."""

from decimal import Decimal

import pytest

from quizapp.bank.mentions import has_words_of, numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("56 patients", ["56"]),
        ("1,030,000 births and 203 000 more", ["1030000", "203000"]),
        ("forty-three of the Fifty", ["43", "50"]),
        ("thirteen, not three", ["13", "3"]),
        ("CD40 and IL2RG", []),
        ("23.5 % or 0,7", ["23.5", "0.7"]),
        ("someone alone", []),
    ],
)
def test_numbers_are_read_in_digits_and_in_words(text: str, numbers: list[str]) -> None:
    assert list(numbers_in(text)) == [Decimal(each) for each in numbers]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("bacterial infection", "Infections by bacteria were seen."),
        ("IgG", "A lack of IgG."),
        ("sclerosing cholangitis", "It was cholangitis, a sclerosing one."),
    ],
)
def test_a_text_says_the_words_of_another_in_whatever_form(text: str, where: str) -> None:
    assert has_words_of(text, where)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("hypogammaglobulinemia", "a variant of hypergammaglobulinemia"),
        ("IgG", "A lack of IgM."),
        ("antigens", "antibodies"),
        ("oral ulcers", "rectal ulcers"),
        ("low", "Lowland tapirs"),
    ],
)
def test_another_word_is_not_a_form_of_it(text: str, where: str) -> None:
    assert not has_words_of(text, where)
