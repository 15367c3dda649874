from quizapp.grading.expected import ExpectedTerm
from quizapp.grading.lexicon import NO_NAMES, lexicon
from quizapp.grading.old.grade import Verdict
from quizapp.grading.old.judge import grade

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

    found = grade(expected, "PSC", BILE)

    assert (found.verdict, found.note) == (Verdict.WRONG, "that is PSC")


def test_more_than_was_asked_is_wrong_when_it_names_another_concept() -> None:
    expected = ExpectedTerm("sclerosing cholangitis")

    assert grade(expected, "primary sclerosing cholangitis").verdict is Verdict.CLOSE
    assert grade(expected, "primary sclerosing cholangitis", BILE).verdict is Verdict.WRONG


def test_less_than_was_asked_stays_close_beside_many_concepts() -> None:
    expected = ExpectedTerm("sclerosing cholangitis")

    assert grade(expected, "cholangitis", BILE).verdict is Verdict.CLOSE


def test_the_names_of_the_key_are_no_rivals() -> None:
    expected = ExpectedTerm("CD40 ligand", ("CD40L",))

    assert grade(expected, "CD40L", BILE).verdict is Verdict.CORRECT
    assert grade(expected, "CD40 ligend", BILE).verdict is Verdict.CLOSE


def test_a_name_that_two_concepts_share_is_no_rival_of_either() -> None:
    names = lexicon([["pneumocystosis", "PCP"], ["phencyclidine", "PCP"]])

    assert names.named("PCP", ("phencyclidine",)) == ""
    assert names.named("PCP", ("cocaine",)) == "PCP"


def test_a_slip_is_wrong_when_it_is_as_near_to_another_concept() -> None:
    names = lexicon([["Velora"], ["Velona"]])

    found = grade(ExpectedTerm("Velora"), "Velota", names)

    assert (found.verdict, found.note) == (Verdict.WRONG, "nearer to Velona")


def test_names_are_told_by_their_letters_alone() -> None:
    names = lexicon([["Guillain-Barré syndrome"], ["haemophilia A"]])

    assert names.named("guillain barre syndrome", ()) == "Guillain-Barré syndrome"
    assert names.named("hemophilia a", ()) == "haemophilia A"


def test_without_names_there_is_no_rival() -> None:
    assert NO_NAMES.named("anything", ()) == ""
    assert NO_NAMES.near("anything", (), 3) == ()
