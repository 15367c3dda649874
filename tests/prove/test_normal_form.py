"""One way to write a text, and the abbreviations that it explains."""

import pytest

from quizapp.prove.normal_form import find_abbreviations, normalize, replace_names


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("a strain of 1.0×10⁻²¹.", "a strain of 1.0e-21."),
        ("1.5 × 10^6 cells", "1.5e6 cells"),
        ("a rate of .0231; see fig.2", "a rate of 0.0231; see fig.2"),
        ("410+160−180 Mpc", "410 +160/-180  Mpc"),
        ("0.09 +0.03 −0.04.", "0.09 +0.03/-0.04 ."),
        ("36^{+5}_{-4} kg", "36 +5/-4  kg"),
        ("29 (+4, −3) kg", "29 +4/-3  kg"),
        ("CD4+ 10-15 cells", "CD4+ 10-15 cells"),
        ("203 000 years", "203000 years"),
        ("1,030,000 users", "1030000 users"),
        ("fifty-six wells", "56 wells"),
        ("one of them", "one of them"),
        ("2.5 million cells", "2500000 cells"),
        ("23 per cent", "23 %"),
        ("at most 10 days", "≤ 10 days"),
        ("30 nm or more", "≥ 30 nm"),
        ("more than 60 wells", "> 60 wells"),
        ("over six years", "during 6 years"),
        ("about 40 wells", "~ 40 wells"),
        ("half of the wells", "~50% of the wells"),
        ("a threefold rise", "a 3 times rise"),
        ("a third of the wells", "~33.3% of the wells"),
        ("nearly a third were dry", "~ ~33.3% were dry"),
        ("a third deep well", "a 3rd deep well"),
        ("for a fifth time", "for a 5th time"),
        ("a half-life of 3 days", "a half-life of 3 days"),
        ("a mass of 0.96 M_sun", "a mass of 0.96  solar masses"),
        ("is not yet known", "is not known"),
        ("has yet to be seen", "has not been seen"),
        ("TNF-α", "TNF- alpha "),
        ("A did not differ from B", "A did similar from B"),
        ("dried up because of drought", "dried up causedby drought"),
        ("three times as often as wells", "3 times more than wells"),
        ("wells rather than springs", "wells insteadof springs"),
    ],
)
def test_what_is_written_in_many_ways_is_compared_in_one(written: str, normal: str) -> None:
    assert normalize(written, "en") == normal


def test_numbers_of_another_language_are_read_as_it_writes_them() -> None:
    assert normalize("dreizehn Brunnen, 7,5 Liter", "de") == "13 Brunnen, 7,5 Liter"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Deep well index (DWI) was low.", [("DWI", "Deep well index")]),
        ("A hill fever virus (HFV; family Montaviridae) was found.", [("HFV", "hill fever virus")]),
        ("Wells (Table 1) and springs (all dry) were seen.", []),
        ("Some people (WHO) said so.", []),
    ],
)
def test_an_abbreviation_is_found_with_what_it_stands_for(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert list(find_abbreviations(text)) == found


def test_the_longest_alias_is_replaced_first_and_no_part_of_a_word() -> None:
    names = {"HFV": "hill fever virus", "HFV type 2": "second hill fever virus"}

    text = replace_names("HFV type 2, hfv and HFVs", names)

    assert text == "second hill fever virus, hill fever virus and HFVs"
