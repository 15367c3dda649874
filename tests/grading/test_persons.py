"""A person who is asked for may be named as people name persons, and as no one else."""

import pytest

from quizapp.grading.expected import ExpectedTerm
from quizapp.grading.grade import Outcome
from quizapp.grading.judge import judge
from quizapp.grading.lexicon import lexicon


@pytest.mark.parametrize(
    ("language", "question", "key", "typed"),
    [
        ("en", "Who wrote Frankenstein?", "Mary Shelley", "Shelley"),
        ("en", "Who wrote Frankenstein?", "Mary Shelley", "the novelist Mary Shelley"),
        ("en", "By whom was Frankenstein written?", "Mary Shelley", "M. Shelley"),
        ("en", "Who composed Fidelio?", "Ludwig van Beethoven", "van Beethoven"),
        ("de", "Wer schrieb den Faust?", "Johann Wolfgang von Goethe", "Goethe"),
        ("es", "¿Quién llegó a América?", "Cristóbal Colón", "Colón"),
        ("fr", "Qui a peint Olympia ?", "Édouard Manet", "E. Manet"),
        ("it", "Chi scoprì le lune di Giove?", "Galileo Galilei", "Galilei"),
        ("nl", "Wie schilderde dit?", "Vincent van Gogh", "van Gogh"),
        ("pt", "Quem chegou ao Brasil?", "Pedro Álvares Cabral", "P. A. Cabral"),
        ("ru", "Кто написал роман?", "Лев Толстой", "Л. Н. Толстой"),
    ],
)
@pytest.mark.usefixtures("english")
def test_a_person_is_named_by_surname_initials_or_role(
    language: str, question: str, key: str, typed: str
) -> None:
    grade = judge(ExpectedTerm(key, language=language, given=question), typed)

    assert grade.outcome is Outcome.RIGHT


@pytest.mark.parametrize(
    ("question", "key", "typed"),
    [
        ("Who wrote Frankenstein?", "Mary Shelley", "Mary"),
        ("Who wrote Frankenstein?", "Mary Shelley", "P. Shelley"),
        ("Who wrote Frankenstein?", "Mary Shelley", "Percy Shelley"),
        ("Who wrote Frankenstein?", "Mary Shelley", "the mother of Mary Shelley"),
        ("Who wrote Frankenstein?", "Mary Shelley", "not Mary Shelley"),
        ("Which ship sank?", "Mary Shelley", "Shelley"),
        ("Who founded Alexandria?", "Alexander the Great", "the Great"),
        ("Who conquered Constantinople?", "Ottoman Empire", "Empire"),
        ("Who heads the government?", "Prime Minister", "Minister"),
        ("Who invaded in 1950?", "North Korea", "Korea"),
        ("Who adopts resolutions?", "Security Council", "Council"),
        ("Who was called the Sun King?", "Louis XIV", "XIV"),
    ],
)
@pytest.mark.usefixtures("english")
def test_a_part_that_names_nobody_or_another_does_not_pass(
    question: str, key: str, typed: str
) -> None:
    grade = judge(ExpectedTerm(key, given=question), typed)

    assert not grade.passes


@pytest.mark.usefixtures("english")
def test_a_surname_that_two_of_the_bank_have_names_neither() -> None:
    expected = ExpectedTerm("John Adams", given="Who was the second president?")
    names = lexicon([("John Adams",), ("John Quincy Adams",)])

    grade = judge(expected, "Adams", names)

    assert grade.outcome is Outcome.MORE


@pytest.mark.usefixtures("without_words")
def test_without_words_a_surname_may_be_the_noun_of_a_body() -> None:
    expected = ExpectedTerm("Prime Minister", given="Who heads the government?")

    grade = judge(expected, "Minister")

    assert grade.outcome is Outcome.MORE
