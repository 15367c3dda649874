"""For each code a bank that trips it, and near misses that must not."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.bank.diagnostics import Level, Problem
from quizapp.bank.model import Bank
from quizapp.items.generate import generate
from quizapp.lint.check import check_bank, explain_code
from quizapp.lint.rules import RULES
from tests.bank.trials import deck_of_version_2
from tests.builders import a_card, a_deck, a_fact

Load = Callable[[str], Bank]


def fact(text: str) -> str:
    return f"facts: [{{id: f, {text}}}]"


def codes(bank: Bank) -> set[str]:
    return {problem.code for problem in check_bank(bank, tuple(generate(bank)))}


TEN_SENTENCES = "facts:\n" + "".join(
    f'  - {{id: f{n}, ask: "What is thing {n}?", answer: T{n}, '
    f'say: "The thing of that number is called {{answer}}."}}\n'
    for n in range(10)
)
TEN_PAIRS = TEN_SENTENCES.replace(
    'called {answer}."}', 'called {answer}.", untrue: [{say: It has no name., why: It has.}]}'
)

TRIPPED = [
    (
        "C301",
        "language: de\n"
        + fact(
            "ask: 'Wo steht das Vorsignal?', answer: vor dem Vorsignal, wrong: [daneben, dahinter]"
        ),
    ),
    ("D404", fact("ask: 'Which city?', answer: Paris, wrong: [Lyon, Nice]")),
    ("S101", fact("ask: The capital of France, answer: Paris")),
    ("S101", fact("ask: Say the capital, answer: Paris")),
    ("S102", fact("ask: 'Which city is not a capital?', answer: Lyon")),
    ("S102", fact("ask: 'Which organ is spared, except for its veins?', answer: Lung")),
    ("S103", fact(f"ask: 'Which {'very ' * 45}old city is it?', answer: Rome")),
    ("S104", fact("ask: 'Which is the name? It is an', answer: Apple")),
    ("S104", fact("ask: 'Which name is it? It is a ___?', answer: Pear")),
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
    ("O203", fact("ask: 'How many?', answer: 10, tolerance: 2, among: [10, 11, 20]")),
    ("O202", fact("ask: 'Is it so?', answer: 'False', among: ['True', 'False', Unknown]")),
    ("O203", fact("ask: 'Which is it?', answer: a tumor, among: [a cyst, tumours, a tumor]")),
    ("O204", fact("ask: 'How many of them?', answer: 4, among: ['9', '4', '1']")),
    ("O204", fact("ask: 'How many of them?', answer: 13, wrong: [12.5, 30]")),
    ("O204", fact("ask: 'Which share is it?', answer: '13 %', wrong: ['20', '30']")),
    ("O205", fact("ask: 'When is it?', answer: in June, wrong: [often in May, in July]")),
    (
        "O206",
        fact("ask: 'Which city?', answer: Paris, wrong: [Lyon, Nice, 'Lyon and Nice']"),
    ),
    ("O207", fact("ask: 'Which city is it?', answer: Paris, wrong: [12, Lyon]")),
    ("O207", fact("ask: 'Which is it, or is it Lyon?', answer: Paris, among: [Paris, Lyon]")),
    (
        "C301",
        fact("ask: 'How is the X-linked syndrome inherited?', answer: X-linked, wrong: [A1, B1]"),
    ),
    (
        "C301",
        fact("ask: 'What infects an infected lung?', answer: infection, wrong: [ice, fire]"),
    ),
    (
        "C301",
        fact("ask: 'What does a neutrophil lack?', answer: neutropenia, wrong: [rash, fever]"),
    ),
    (
        "C301",
        fact("ask: 'Which two cells?', answer: [T cell, rash], wrong: [a fever, a fracture]"),
    ),
    (
        "C302",
        fact("ask: 'Which city?', answer: the large old city of Paris, wrong: [Lyon, Nice]"),
    ),
    ("C304", fact("ask: 'When is it?', answer: in June, wrong: [always, never]")),
    ("C304", fact("ask: 'When is it?', answer: only in June, wrong: [in May, in July]")),
    ("C305", fact("ask: 'Which organ?', answer: the liver, wrong: [kidney, spleen]")),
    ("C305", fact("ask: 'Which organ?', answer: Liver, wrong: [kidney, spleen]")),
    ("C305", fact("ask: 'What is it?', answer: oral ulcers, wrong: [fever, rash]")),
    ("C305", fact("ask: 'What is it?', answer: It heals., wrong: [It bleeds, It scars]")),
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
        "D402",
        """
facts:
  - {id: f, ask: "What is the capital of France?", answer: Paris}
  - {id: g, ask: "What is the capital city of France?", answer: Paris}
""",
    ),
    (
        "D402",
        """
facts:
  - {id: f, ask: "Which tumour is it?", answer: lymphoma}
  - {id: g, ask: "Which tumors is it", answer: lymphoma}
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
        "S102",
        "language: de\n" + fact("ask: 'In welcher Not hilft das?', answer: Hunger"),
    ),
    (
        "C301",
        "language: de\n"
        + fact("ask: 'Was stellt eine Weiche?', answer: eine Hand, wrong: [ein Seil, ein Fuß]"),
    ),
    (
        "C304",
        "language: de\n" + fact("ask: 'Wohin?', answer: ins All, wrong: [ins Meer, ins Tal]"),
    ),
    (
        "S101",
        "language: de\n"
        + fact("ask: 'In welcher Folge?', answer: {order: [Ei, Larve, Puppe, Falter]}"),
    ),
    (
        "D404",
        fact("ask: 'Which city?', answer: Paris, wrong: {Lyon: It is small., Nice: So is it.}"),
    ),
    ("S101", fact("ask: What is the capital of France, answer: Paris")),
    ("S101", fact("ask: Name the capital of France., answer: Paris")),
    ("S101", fact("ask: 'Paris is the capital of which country?', answer: France")),
    ("S102", fact("ask: 'How many patients had non-Hodgkin lymphoma?', answer: 3")),
    ("S102", fact("ask: 'Which notation is it?', answer: plain")),
    ("S101", fact("ask: 'パリはどの国の首都ですか？', answer: France")),
    ("S103", fact(f"ask: 'Which {'very ' * 35}old city is it?', answer: Rome")),
    ("S104", fact("ask: 'Which vitamin is it?', answer: A")),
    ("S104", fact("ask: 'Which of the two is vitamin A?', answer: retinol")),
    (
        "S105",
        """
facts:
  - {id: f, say: "One of the two is called {a}.", cards: {a: {answer: X1}}}
  - {id: g, say: "One of the two is called {a}.", cards: {a: {answer: X1}}}
""",
    ),
    ("S105", fact("ask: 'Which?', answer: Paris, say: '{answer} is the capital of old France.'")),
    ("O201", fact("ask: 'Which city is it?', answer: Paris, wrong: [Lyon, Abovesea]")),
    ("O203", fact("ask: 'Which one is it?', answer: IgM, wrong: [IgG, IgA]")),
    ("O202", fact("ask: 'How is it?', answer: 'no change', among: [no change, yes-men, rise]")),
    ("O203", fact("ask: 'Which is it?', answer: hypotonic, among: [hypertonic, hypotonic]")),
    ("O204", fact("ask: 'How many of them?', answer: 13, wrong: [30, 9]")),
    ("O204", fact("ask: 'On which chromosome?', answer: '7', wrong: ['21', '3']")),
    ("O205", fact("ask: 'How is it?', answer: unusual, wrong: [common, rarefied]")),
    ("O206", fact("ask: 'Which?', answer: Paris, wrong: [Lyon, 'Trinidad and Tobago']")),
    ("O207", fact("ask: 'Which cell is it?', answer: T cell, wrong: [B cell, NK cell]")),
    ("O207", fact("ask: 'On which chromosome?', answer: '7', wrong: ['21', X]")),
    ("O207", fact("ask: 'Which one is like Lyonesse?', answer: Paris, wrong: [Lyon, Nice]")),
    ("O203", fact("ask: 'How many?', answer: 10, tolerance: 2, among: [10, 13, 20]")),
    (
        "O208",
        (
            "tables:\n  - id: t\n    row: town\n"
            "    columns: {c: {ask: 'How many has {row}?', choose_from: column}}\n"
            "    rows: {a: {name: A, c: 1}, b: {name: B, c: 90}, e: {name: E, c: 400}}\n"
        ),
    ),
    ("O208", fact("ask: 'How many of them?', answer: 13, wrong: [500, 20]")),
    ("O208", fact("ask: 'How many of them?', answer: 3, wrong: [56, 4]")),
    ("O208", fact("ask: 'How many of them?', answer: 20, wrong: [10, 30]")),
    ("O208", fact("ask: 'How many of them?', answer: 13, wrong: [31, 20]")),
    ("O208", fact("ask: 'In which year?', answer: 1997, wrong: [1995, 1999]")),
    ("O208", fact("ask: 'How many of them?', answer: 2, wrong: [1, 3]")),
    ("O208", fact("ask: 'How many of them?', answer: 3, wrong: [0, 2]")),
    (
        "C301",
        fact("ask: 'Which cell is it?', answer: T cell, wrong: [B cell, killer cell]"),
    ),
    ("C301", fact("ask: 'Which city is it?', answer: Paris, wrong: [Lyon, Nice]")),
    (
        "C301",
        fact("ask: 'What gives rise to lymphoma?', answer: lymphocyte, wrong: [neuron, myocyte]"),
    ),
    (
        "C301",
        fact("ask: 'What happens during it?', answer: during sleep, wrong: [at rest, at work]"),
    ),
    ("C302", fact("ask: 'Which city?', answer: Constantinople, wrong: [Rome, Nice]")),
    ("C304", fact("ask: 'When is it?', answer: never, wrong: [always, in June]")),
    ("C302", fact("ask: 'Which city?', answer: New York City, wrong: [Los Angeles, Chicago IL]")),
    ("C305", fact("ask: 'Which one?', answer: X-linked, wrong: [autosomal, mitochondrial]")),
    ("C305", fact("ask: 'Which one?', answer: Golgi apparatus, wrong: [ribosome, lysosome]")),
    ("C305", fact("ask: 'Which one?', answer: Paris, wrong: [village, hamlet]")),
    ("C305", fact("ask: 'Which one?', answer: IgM, wrong: [albumin, ferritin]")),
    ("C305", fact("ask: 'What is it?', answer: oral ulcers, wrong: [bacteria, fever]")),
    ("C305", fact("ask: 'What is it?', answer: oral ulcers, wrong: [skin warts, fever]")),
    ("D401", TEN_PAIRS),
    (
        "D402",
        """
facts:
  - {id: f, ask: "What is the capital of France?", answer: Paris}
  - {id: g, ask: "What is the capital of Italy?", answer: Rome}
  - {id: h, ask: "Which was larger, Rome or Paris?", answer: Rome}
  - {id: i, ask: "Which was larger, Paris or Rome?", answer: Rome}
  - {id: j, ask: "How many of them died?", answer: 13}
  - {id: k, ask: "How many of them died early?", answer: 13}
""",
    ),
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


def test_a_fact_that_makes_no_item_is_found() -> None:
    bank = Bank((a_deck(facts=[a_fact(cards=[a_card(ask="")])]),))

    found = check_bank(bank, tuple(generate(bank)))

    assert [(each.code, each.message) for each in found] == [
        ("D403", "capitals/france makes no item")
    ]


def test_a_fact_can_silence_a_code_with_its_reason(bank_of: Load) -> None:
    loud = fact("ask: 'Which city is not a capital?', answer: Lyon")
    silent = loud.replace("}]", ", lint: {ignore: [S102], because: It is the name of a quiz.}}]")

    assert "S102" in codes(bank_of(loud))
    assert "S102" not in codes(bank_of(silent))


def test_a_problem_has_its_place_and_fix(bank_of: Load) -> None:
    bank = bank_of("facts:\n  - id: f\n    ask: The capital\n    answer: Paris\n")

    problem = check_bank(bank, tuple(generate(bank)))[0]

    assert (problem.code, problem.place.line, problem.message, problem.fix) == (
        "S101",
        8,
        'd/f/answer: "The capital" asks nothing',
        "write `ask` as a question that ends in ?",
    )


def test_a_question_is_judged_once_however_many_formats_ask_it(bank_of: Load) -> None:
    bank = bank_of(fact("ask: 'Which city is not a capital?', answer: Lyon, wrong: [Bern, Rome]"))

    found = [each.code for each in check_bank(bank, tuple(generate(bank)))]

    assert found.count("S102") == 1


@pytest.mark.parametrize("code", [rule.explanation.code for rule in RULES])
def test_every_code_is_explained_with_examples(code: str) -> None:
    found = explain_code(code)

    assert found is not None
    assert re.fullmatch(r"[SOCDG]\d{3}", found.code)
    assert min(len(found.title), len(found.reason), len(found.bad), len(found.good)) > 0


def test_the_codes_of_the_bank_are_explained_too() -> None:
    assert explain_code("B103") is not None
    assert explain_code("X999") is None


def test_the_level_of_an_interval_is_no_clue(tmp_path: Path) -> None:
    asked = """
facts:
  - id: a
    ask: {ask}
    amount: "0.73 (95% CI 0.60-0.90)"
    asks: interval
    wrong: {{0.64-0.89: It is of others., 0.90-1.20: It lies below.}}
"""
    level = "Between which values lay the 95% confidence interval of the ratio?"
    end = "Which values bound the ratio, of which the lower one is 0.60?"

    found = [
        {each.code for each in check_bank(bank, tuple(generate(bank)))}
        for ask in (level, end)
        for bank in [Bank((deck_of_version_2(tmp_path, asked.format(ask=ask)),))]
    ]

    assert "C301" not in found[0]
    assert "C301" in found[1]


def problem_of(bank: Bank, code: str) -> Problem:
    found = check_bank(bank, tuple(generate(bank)))
    return next(each for each in found if each.code == code)


def test_figures_that_the_deck_states_may_mix_decimals(bank_of: Load) -> None:
    wrong = problem_of(bank_of(fact("ask: 'How many?', answer: 0.4, wrong: [1.75, 0.25]")), "O204")
    stated = problem_of(
        bank_of("""
facts:
  - {id: f, ask: How wide is it?, answer: 0.4, wrong: [1.75, 0.25]}
  - {id: g, ask: How high is it?, answer: 1.75}
  - {id: h, ask: How deep is it?, answer: 0.25}
"""),
        "O204",
    )

    assert (wrong.level, stated.level) == (Level.ERROR, Level.WARNING)


def test_how_many_false_statements_are_missing_is_told_and_where(bank_of: Load) -> None:
    found = problem_of(bank_of(TEN_SENTENCES), "D401")

    assert found.message == "d: 100% of its true-false items are true, 10 of 10"
    assert found.fix == (
        "write 7 more `untrue`: f0, f1, f2, f3, f4, f5, f6, f7 and 2 more have none"
    )


def test_overlapping_bounds_are_told_what_to_ask_in_their_place(bank_of: Load) -> None:
    text = fact("ask: 'How heavy is it?', answer: under 10 kg, wrong: [under 20 kg, over 30 kg]")

    assert problem_of(bank_of(text), "O209").fix == (
        "ask for the number of the bound (Below which …?), answered by it without a sign; or leave "
        "`wrong` out, and it is typed"
    )
