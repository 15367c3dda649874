import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.grading.old.normal import folded, plain, sound, spelled, words


def forms(text: str) -> list[str]:
    return [word.form for word in words(text)]


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("haemolytic anaemia", ["hemolytic", "anemia"]),
        ("oesophageal", ["esophageal"]),
        ("angioedema", ["angioedema"]),
        ("angio-oedema", ["angio", "edema"]),
        ("aerobic", ["aerobic"]),
        ("the liver", ["liver"]),
        ("IL-2", ["il2"]),
        ("type II", ["type", "2"]),
        ("vitamin B 12", ["vitamin", "b12"]),
        ("TNF-α", ["tnf", "alpha"]),
        ("Αθήνα", ["αθηνα"]),
        ("Ca²⁺", ["ca2+"]),
        ("10⁶", ["10", "^", "6"]),
        ("n² and n^2", ["n2", "n2"]),
        ("C++", ["c++"]),
        ("Cl-", ["cl-"]),
        ("pre- and postnatal", ["pre", "postnatal"]),
        ("x := 1", ["x", ":=", "1"]),
        ("1,000 genes", ["1000", "genes"]),
        ("the", ["the"]),
    ],
)
def test_a_text_becomes_words_that_can_be_compared(written: str, normal: list[str]) -> None:
    assert forms(written) == normal


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("bacteria", "bacterium"),
        ("metastases", "metastasis"),
        ("phalanges", "phalanx"),
        ("ganglia", "ganglion"),
        ("bronchi", "bronchus"),
        ("testes", "testis"),
        ("children", "child"),
    ],
)
def test_a_plural_is_its_singular(plural: str, singular: str) -> None:
    assert words(plural)[0].is_same(words(singular)[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ammonia", "ammonium"),
        ("silica", "silicon"),
        ("typhi", "typhus"),
        ("plasma", "plasmon"),
        ("pancreas", "pancrea"),
        ("SARS", "SAR"),
    ],
)
def test_what_looks_like_a_plural_may_be_none(one: str, other: str) -> None:
    assert not words(one)[0].is_same(words(other)[0])


def test_two_numbers_side_by_side_stay_two() -> None:
    assert spelled(words("47-54")).isdisjoint(spelled(words("4754")))


def test_a_slip_may_keep_the_sound() -> None:
    assert sound("nefritis") == sound("nephritis")
    assert sound("aduction") == sound("adduction")
    assert sound("neuritis") != sound("nephritis")


@given(text=st.text(max_size=40))
@example("´")
@example("10⁻³")
@example("👩‍⚕️")
def test_a_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(text=st.text(max_size=40))
def test_a_folded_text_stays_as_it_is(text: str) -> None:
    assert folded(folded(text)) == folded(text)
