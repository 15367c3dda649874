"""For each code a bank that trips it, and near misses that must not."""

import re
from collections.abc import Callable

import pytest

from quizapp.bank.model import Bank
from quizapp.items.generate import generate
from quizapp.lint.check import check
from quizapp.lint.explain import explain
from quizapp.lint.rules import RULES

Load = Callable[[str], Bank]


def fact(text: str) -> str:
    return f"facts: [{{id: f, {text}}}]"


def codes(bank: Bank) -> set[str]:
    return {problem.code for problem in check(bank, tuple(generate(bank)))}


TEN_SENTENCES = "facts:\n" + "".join(
    f'  - {{id: f{n}, ask: "What is thing {n}?", answer: T{n}, '
    f'say: "The thing of that number is called {{answer}}."}}\n'
    for n in range(10)
)
TEN_PAIRS = TEN_SENTENCES.replace(
    'called {answer}."}', 'called {answer}.", untrue: [{say: It has no name., why: It has.}]}'
)

TRIPPED = [
    ("D404", fact("ask: 'Which city?', answer: Paris, wrong: [Lyon, Nice]")),
    ("S101", fact("ask: The capital of France, answer: Paris")),
    ("S101", fact("ask: Say the capital, answer: Paris")),
    ("S102", fact("ask: 'Which city is not a capital?', answer: Lyon")),
    ("S102", fact("ask: 'Which organ is spared, except for its veins?', answer: Lung")),
    ("S103", fact(f"ask: 'Which {'very ' * 45}old city is it?', answer: Rome")),
    ("S104", fact("ask: 'Which is the name? It is an', answer: Apple")),
    ("S105", fact("ask: 'Which city is it?', answer: Paris, say: '{answer} is a capital.'")),
    (
        "S105",
        """
facts:
  - {id: f, say: "One of the two is called {a}.", cards: {a: {answer: X1}}}
  - {id: g, say: "One of the two is called {a}.", cards: {a: {answer: Y1}}}
""",
    ),
    ("O201", fact("ask: 'Which city is it?', answer: Paris, wrong: [Lyon, All of the above]")),
    ("O202", fact("ask: 'Is it so?', answer: 'yes', among: ['yes', 'no']")),
    ("O203", fact("ask: 'How is it?', answer: low, among: [low, '4', four]")),
    ("O205", fact("ask: 'When is it?', answer: in June, wrong: [often in May, in July]")),
    (
        "O206",
        fact("ask: 'Which city?', answer: Paris, wrong: [Lyon, Nice, 'Lyon and Nice']"),
    ),
    ("O207", fact("ask: 'Which city is it?', answer: Paris, wrong: [12, Lyon]")),
    ("O208", fact("ask: 'How many of them?', answer: 13, wrong: [500, 20]")),
    (
        "C301",
        fact("ask: 'How is the X-linked syndrome inherited?', answer: X-linked, wrong: [A1, B1]"),
    ),
    (
        "C301",
        fact("ask: 'What infects an infected lung?', answer: infection, wrong: [ice, fire]"),
    ),
    (
        "C302",
        fact("ask: 'Which city?', answer: the large old city of Paris, wrong: [Lyon, Nice]"),
    ),
    ("C304", fact("ask: 'When is it?', answer: in June, wrong: [always, never]")),
    ("C305", fact("ask: 'Which organ?', answer: the liver, wrong: [kidney, spleen]")),
    ("C305", fact("ask: 'Which organ?', answer: Liver, wrong: [kidney, spleen]")),
    ("D401", TEN_SENTENCES),
    (
        "D402",
        """
facts:
  - {id: f, ask: "How many were it?", answer: 3}
  - {id: g, ask: "How many were it ?", answer: 4}
""",
    ),
    (
        "D403",
        fact("answer: Paris, say: 'The capital of it is {answer}, at the Seine.'").replace(
            "facts", "concepts: {nice: {name: Nice, type: town}}\nfacts"
        ),
    ),
]

PASSED = [
    (
        "D404",
        fact("ask: 'Which city?', answer: Paris, wrong: {Lyon: It is small., Nice: So is it.}"),
    ),
    ("S101", fact("ask: What is the capital of France, answer: Paris")),
    ("S101", fact("ask: Name the capital of France., answer: Paris")),
    ("S101", fact("ask: 'Paris is the capital of which country?', answer: France")),
    ("S102", fact("ask: 'How many patients had non-Hodgkin lymphoma?', answer: 3")),
    ("S102", fact("ask: 'Which notation is it?', answer: plain")),
    ("S104", fact("ask: 'Which vitamin is it?', answer: A")),
    ("S105", fact("ask: 'Which?', answer: Paris, say: '{answer} is the capital of old France.'")),
    ("O201", fact("ask: 'Which city is it?', answer: Paris, wrong: [Lyon, Abovesea]")),
    ("O203", fact("ask: 'Which one is it?', answer: IgM, wrong: [IgG, IgA]")),
    ("O206", fact("ask: 'Which?', answer: Paris, wrong: [Lyon, 'Trinidad and Tobago']")),
    ("O207", fact("ask: 'Which cell is it?', answer: T cell, wrong: [B cell, NK cell]")),
    ("O208", fact("ask: 'How many of them?', answer: 13, wrong: [31, 20]")),
    (
        "C301",
        fact("ask: 'Which cell is it?', answer: T cell, wrong: [B cell, killer cell]"),
    ),
    ("C301", fact("ask: 'Which city is it?', answer: Paris, wrong: [Lyon, Nice]")),
    ("C302", fact("ask: 'Which city?', answer: New York City, wrong: [Los Angeles, Chicago IL]")),
    ("C305", fact("ask: 'Which one?', answer: X-linked, wrong: [autosomal, mitochondrial]")),
    ("C305", fact("ask: 'Which one?', answer: IgM, wrong: [albumin, ferritin]")),
    ("D401", TEN_PAIRS),
    (
        "D403",
        "concepts: {nice: {name: Nice, type: town}, lyon: {name: Lyon, type: town}}\n"
        + fact("ask: 'Which town is it?', answer: Lyon, choose_from: town"),
    ),
]


@pytest.mark.parametrize(("code", "text"), TRIPPED)
def test_a_fault_is_found(bank_of: Load, code: str, text: str) -> None:
    assert code in codes(bank_of(text))


@pytest.mark.parametrize(("code", "text"), PASSED)
def test_a_near_miss_is_let_pass(bank_of: Load, code: str, text: str) -> None:
    assert code not in codes(bank_of(text))


def test_a_fact_can_silence_a_code_with_its_reason(bank_of: Load) -> None:
    loud = fact("ask: 'Which city is not a capital?', answer: Lyon")
    silent = loud.replace("}]", ", lint: {ignore: [S102], because: It is the name of a quiz.}}]")

    assert "S102" in codes(bank_of(loud))
    assert "S102" not in codes(bank_of(silent))


def test_a_problem_has_its_place_and_mend(bank_of: Load) -> None:
    bank = bank_of("facts:\n  - id: f\n    ask: The capital\n    answer: Paris\n")

    problem = check(bank, tuple(generate(bank)))[0]

    assert (problem.code, problem.place.line, problem.message, problem.mend) == (
        "S101",
        8,
        'd/f/answer: "The capital" asks nothing',
        "write `ask` as a question that ends in ?",
    )


def test_a_question_is_judged_once_however_many_formats_ask_it(bank_of: Load) -> None:
    bank = bank_of(fact("ask: 'Which city is not a capital?', answer: Lyon, wrong: [Bern, Rome]"))

    found = [each.code for each in check(bank, tuple(generate(bank)))]

    assert found.count("S102") == 1


@pytest.mark.parametrize("code", [rule.explanation.code for rule in RULES])
def test_every_code_is_explained_with_examples(code: str) -> None:
    found = explain(code)

    assert found is not None
    assert re.fullmatch(r"[SOCD]\d{3}", found.code)
    assert min(len(found.title), len(found.reason), len(found.bad), len(found.good)) > 0


def test_the_codes_of_the_bank_are_explained_too() -> None:
    assert explain("B103") is not None
    assert explain("X999") is None
