import pytest

from quizapp.grading.expected import ExpectedTerm
from quizapp.grading.grade import Outcome, Reason
from quizapp.grading.judge import judge
from quizapp.grading.lexicon import NO_NAMES, lexicon

pytestmark = pytest.mark.usefixtures("english")
BILE = lexicon(
    [
        ["sclerosing cholangitis"],
        ["primary sclerosing cholangitis", "PSC"],
        ["cholecystitis"],
        ["CD40 ligand", "CD40L"],
        ["CD40"],
    ]
)


def test_another_concept_is_wrong_by_any_of_its_names() -> None:
    expected = ExpectedTerm("sclerosing cholangitis")

    found = judge(expected, "PSC", BILE)

    assert (found.outcome, found.reason) == (Outcome.WRONG, Reason.NEIGHBOUR)
    assert found.note == "PSC is something else here; the answer is sclerosing cholangitis."


def test_more_than_was_asked_is_wrong_when_it_names_another_concept() -> None:
    expected = ExpectedTerm("sclerosing cholangitis")

    assert judge(expected, "primary sclerosing cholangitis").outcome is Outcome.UNSURE
    assert judge(expected, "primary sclerosing cholangitis", BILE).outcome is Outcome.WRONG


def test_less_than_was_asked_asks_for_more_beside_many_concepts() -> None:
    expected = ExpectedTerm("sclerosing cholangitis")

    assert judge(expected, "cholangitis", BILE).outcome is Outcome.MORE


def test_the_names_of_the_key_are_no_rivals() -> None:
    expected = ExpectedTerm("CD40 ligand", ("CD40L",))

    assert judge(expected, "CD40L", BILE).outcome is Outcome.RIGHT
    assert judge(expected, "CD40 ligend", BILE).outcome is Outcome.SLIP


def test_a_name_that_two_concepts_share_is_no_rival_of_either() -> None:
    names = lexicon([["pneumocystosis", "PCP"], ["phencyclidine", "PCP"]])

    assert names.named("PCP", ("phencyclidine",)) == ""
    assert names.named("PCP", ("cocaine",)) == "PCP"


def test_a_slip_is_wrong_when_it_is_as_near_to_another_concept() -> None:
    names = lexicon([["Velora"], ["Velona"]])

    found = judge(ExpectedTerm("Velora"), "Velota", names)

    assert judge(ExpectedTerm("Velora"), "Velota").outcome is Outcome.SLIP
    assert (found.outcome, found.reason) == (Outcome.WRONG, Reason.NEIGHBOUR)
    assert found.note == "Velota is as near to Velona as to the answer, Velora."


def test_names_are_told_by_their_letters_alone() -> None:
    names = lexicon([["Guillain-Barré syndrome"], ["haemophilia A"]])

    assert names.named("guillain barre syndrome", ()) == "Guillain-Barré syndrome"
    assert names.named("hemophilia a", ()) == "haemophilia A"


def test_without_names_there_is_no_rival() -> None:
    assert NO_NAMES.named("anything", ()) == ""
    assert NO_NAMES.near("anything", (), 3) == ()


def test_a_bank_can_add_words_that_exclude_each_other() -> None:
    expected = ExpectedTerm("ligand velated", opposites=(("velated", "velatid"),))

    assert judge(ExpectedTerm("ligand velated"), "ligand velatid").outcome is Outcome.SLIP
    assert judge(expected, "ligand velatid").outcome is Outcome.WRONG
