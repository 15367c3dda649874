"""Words and units that are suspicious: with a dictionary of a few words, which decks name."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from quizapp.bank.diagnostics import Level, Problem
from quizapp.bank.model import Bank
from quizapp.items.generate import generate
from quizapp.lint.check import check_bank
from quizapp.lint.unknown_words import WordKnowledge

Load = Callable[[str], Bank]
ENGLISH = "pericardium abduction patients new cases clearance catheter color colour"
LETTERS = "abcdefghijklmnopqrstuvwxyzäöüß"


@dataclass(frozen=True)
class FewWords:
    """A dictionary of a few words."""

    forms: frozenset[str]

    @property
    def is_empty(self) -> bool:
        return not self.forms

    def known(self, word: str) -> bool:
        return word.casefold() in self.forms

    def neighbours(self, word: str, *, limit: int) -> tuple[str, ...]:
        edits = (
            f"{word[:at]}{letter}{word[at + skipped :]}"
            for at in range(len(word) + 1)
            for letter in ("", *LETTERS)
            for skipped in (0, 1)
        )
        found = dict.fromkeys(each for each in edits if each != word and each in self.forms)
        return tuple(found)[:limit]


def words_of(language: str) -> FewWords:
    known = {"en": ENGLISH, "de": "vorsignal hauptsignal"}
    return FewWords(frozenset(known.get(language, "").split()))


KNOWLEDGE = WordKnowledge(words_of, lambda unit: unit in {"mg", "mg/l", "%"})


def found_in(bank: Bank, code: str) -> list[Problem]:
    found = check_bank(bank, tuple(generate(bank)), KNOWLEDGE)
    return [each for each in found if each.code == code]


def a_fact(answer: str, more: str = "") -> str:
    return f"facts:\n  - {{id: f, ask: 'Which thing is meant?', answer: {answer}{more}}}\n"


def test_an_unknown_word_one_slip_from_a_known_one_is_told(bank_of: Load) -> None:
    (problem,) = found_in(bank_of(a_fact("the pericardum")), "G503")

    assert (problem.level, problem.message, problem.fix) == (
        Level.INFO,
        'd/f/answer: "pericardum" is perhaps misspelt: "pericardium" is a word',
        "correct it, or set the rule aside if it is right",
    )


def test_an_unknown_word_one_slip_from_one_of_another_fact_is_told(bank_of: Load) -> None:
    text = a_fact("hypogamaglobulinemia")
    text += "  - {id: g, ask: 'Is hypogammaglobulinemia rare?', answer: it is}\n"

    assert [each.message for each in found_in(bank_of(text), "G503")] == [
        'd/f/answer: "hypogamaglobulinemia" is perhaps misspelt: "hypogammaglobulinemia" is a word'
    ]


def test_a_german_noun_is_looked_at_with_its_capital(bank_of: Load) -> None:
    bank = bank_of(f"language: de\n{a_fact('Vorsgnal')}")

    assert len(found_in(bank, "G503")) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(a_fact("eculizumab"), id="a rare word with nothing near"),
        pytest.param(a_fact("pericardium"), id="a known word"),
        pytest.param(a_fact("catheters"), id="its plural"),
        pytest.param(a_fact("Catherer"), id="a name"),
        pytest.param(a_fact("pericardum", ", code: true"), id="code"),
        pytest.param(a_fact("pericardum", ", language: la"), id="a language without dictionary"),
        pytest.param(
            a_fact("adduction") + "  - {id: g, ask: 'What is the contrary?', answer: abduction}\n",
            id="another answer is the known one",
        ),
        pytest.param(
            a_fact("pericardum") + "  - {id: g, ask: 'Is pericardum right?', answer: it is}\n",
            id="two facts have it",
        ),
        pytest.param(
            a_fact("pericardum", ", lint: {ignore: [G503], because: It is so called.}"),
            id="set aside",
        ),
    ],
)
def test_a_word_that_may_be_meant_is_let_be(bank_of: Load, text: str) -> None:
    assert found_in(bank_of(text), "G503") == []


def test_a_unit_that_is_no_unit_and_no_word_is_told(bank_of: Load) -> None:
    (problem,) = found_in(bank_of(a_fact("5", ", unit: mg/dll")), "G505")

    assert (problem.level, problem.message) == (
        Level.INFO,
        "d/f/answer: the unit mg/dll is not known: accepted as written, never converted",
    )


@pytest.mark.parametrize("unit", ["mg", "'%'", "patients", "new cases"])
def test_a_known_unit_and_what_is_counted_are_let_be(bank_of: Load, unit: str) -> None:
    assert found_in(bank_of(a_fact("5", f", unit: {unit}")), "G505") == []


def test_without_a_dictionary_any_word_may_be_what_is_counted(bank_of: Load) -> None:
    bank = bank_of(f"language: la\n{a_fact('5', ', unit: canes')}")

    assert found_in(bank, "G505") == []


def test_nothing_is_looked_up_where_no_knowledge_is_at_hand(bank_of: Load) -> None:
    bank = bank_of(a_fact("pericardum"))

    assert check_bank(bank, tuple(generate(bank))) == ()
