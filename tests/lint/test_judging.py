"""What authors are told of how typed answers will be judged: in words, once, with a fix."""

from collections.abc import Callable

from quizapp.bank.diagnostics import Level, Problem
from quizapp.bank.model import Bank
from quizapp.items.generate import generate
from quizapp.lint.check import check_bank

Load = Callable[[str], Bank]

OSSICLES = """
facts:
  - {id: ear, ask: "Which ossicle touches the ear drum?", answer: malleus}
  - {id: foot, ask: "Which part of the tibia is felt at the ankle?", answer: malleolus}
"""


def found_in(bank: Bank, code: str) -> list[Problem]:
    return [each for each in check_bank(bank, tuple(generate(bank))) if each.code == code]


def test_two_near_names_are_told_once_and_with_the_other_card(bank_of: Load) -> None:
    (problem,) = found_in(bank_of(OSSICLES), "G501")

    assert problem.level is Level.INFO
    assert problem.message == (
        'd/ear/answer: a slip in "malleus" could hit "malleolus" (card d/foot/answer): '
        "both are judged exactly"
    )
    assert problem.fix == 'to say that this is meant, list "malleolus" under `never`'


def test_a_fact_may_set_near_names_aside(bank_of: Load) -> None:
    text = OSSICLES.replace("malleus}", "malleus, lint: {ignore: [G501], because: Known.}}")

    assert found_in(bank_of(text), "G501") == []


def test_what_must_never_be_right_and_is_is_an_error(bank_of: Load) -> None:
    bank = bank_of("facts: [{id: f, ask: 'How many?', answer: four, never: ['4']}]")

    (problem,) = found_in(bank, "G502")

    assert (problem.level, problem.message, problem.fix) == (
        Level.ERROR,
        'd/f/answer: "4" must never be right, and is accepted',
        "remove it from `never` and `wrong`, or change the answer or its aliases",
    )


def test_an_unknown_language_is_a_warning_where_it_is_written(bank_of: Load) -> None:
    bank = bank_of("language: xx\nfacts: [{id: f, ask: 'What?', answer: it}]")

    (problem,) = found_in(bank, "G504")

    assert (problem.level, problem.place.line, problem.place.column, problem.message) == (
        Level.WARNING,
        7,
        11,
        "language xx is not known to quizapp; answers are judged exactly",
    )
    assert problem.fix == (
        "write one of en, de, fr, es, it, pt, nl, ru, ar, ja, or give every right form of an "
        "answer under `aliases`"
    )


def test_a_language_is_told_once_a_deck(bank_of: Load) -> None:
    bank = bank_of("""
facts:
  - {id: dog, ask: "What is the dog in Latin?", answer: canis, language: la}
  - {id: cat, ask: "What is the cat in Latin?", answer: feles, language: la}
""")

    assert [each.place.line for each in found_in(bank, "G504")] == [9]


def test_a_language_that_is_known_in_part_is_only_to_be_known(bank_of: Load) -> None:
    bank = bank_of("language: ja\nfacts: [{id: f, ask: '首都は？', answer: 東京}]")

    (problem,) = found_in(bank, "G504")

    assert (problem.level, problem.message) == (
        Level.INFO,
        "Japanese is known in part; another form of a word may be refused",
    )


def test_a_letter_that_only_looks_latin_is_told(bank_of: Load) -> None:
    bank = bank_of("facts: [{id: f, ask: 'Which animal purrs?', answer: \u0441at}]")

    (problem,) = found_in(bank, "G504")

    assert problem.message == (
        'd/f/answer: "\u0441at" has Latin and Cyrillic letters, which look alike'
    )
