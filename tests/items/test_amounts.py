"""Amounts as items: the formats that they make, their options, what typing is held against."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from quizapp.bank.model import Bank
from quizapp.grading.expected import ExpectedAmount
from quizapp.grading.grade import Outcome
from quizapp.grading.judge import judge
from quizapp.items.codec import from_json, to_json
from quizapp.items.dropped import DropReason, find_dropped
from quizapp.items.generate import generate
from quizapp.items.item import Format, Item
from quizapp.items.item_lines import fact_lines
from quizapp.items.key_cues import hints_at_key
from quizapp.lint.clues import find_converging_key
from quizapp.lint.options import find_disordered_numbers, find_far_or_even_numbers
from tests.bank.trials import deck_of_version_2
from tests.items.conftest import texts


def bank_of(folder: Path, keys: str, ask: str = "How much is it?") -> Bank:
    text = f'facts:\n  - id: f\n    ask: "{ask}"\n    {keys}\n'
    return Bank((deck_of_version_2(folder, text),))


def items_of(folder: Path, keys: str) -> Mapping[str, Item]:
    made = generate(bank_of(folder, keys))
    return {item.id.removeprefix("trial/f/answer/"): item for item in made}


MASS = """say: "The heavier hole had a mass of {answer} before they merged."
    amount: "36 +5/-4 M⊙\""""


def test_an_amount_is_chosen_typed_filled_in_and_turned_over(tmp_path: Path) -> None:
    items = items_of(tmp_path, f"{MASS}\n    wrong: {{29: It is the lighter one., 62 M⊙: Both.}}")

    assert set(items) == {"choice", "number", "gap", "true-false/1", "flip"}
    assert items["gap"].stem == "The heavier hole had a mass of [ … ] before they merged."
    assert items["true-false/1"].stem == (
        "The heavier hole had a mass of 36 +5/-4 M⊙ before they merged."
    )


def test_no_option_shows_an_error_which_would_tell_the_key(tmp_path: Path) -> None:
    keys = f"{MASS}\n    wrong: {{29: Lighter., 62 +4/-4 M⊙: Both.}}"
    choice = items_of(tmp_path, keys)["choice"]

    assert texts(choice) == ["29 M⊙", "36 M⊙", "62 M⊙"]
    assert [option.why for option in choice.options] == ["Lighter.", "", "Both."]
    assert choice.has_fixed_order
    assert choice.key == ("36 +5/-4 M⊙",)


def test_no_amount_is_made_by_machine(tmp_path: Path) -> None:
    bank = bank_of(tmp_path, 'amount: "36 +5/-4 M⊙"\n    wrong: {29 M⊙: It is the lighter one.}')
    items = list(generate(bank))

    assert {item.format for item in items} == {Format.NUMBER, Format.FLIP}
    assert [(drop.format, drop.reason) for drop in find_dropped(bank, items)] == [
        (Format.CHOICE, DropReason.TOO_FEW_OPTIONS)
    ]


def test_near_numbers_are_offered_where_the_author_says_so(tmp_path: Path) -> None:
    choice = items_of(tmp_path, 'amount: "36 +5/-4 M⊙"\n    near: true')["choice"]
    wrong = [option for option in choice.options if not option.is_right]

    assert len(wrong) == 2
    assert {option.why for option in wrong} == {"Only a number near the right one."}
    assert all(option.text.endswith(" M⊙") for option in wrong)


def test_a_power_of_ten_has_no_near_numbers(tmp_path: Path) -> None:
    assert "choice" not in items_of(tmp_path, "amount: 1.0e-21\n    near: true")


def test_what_would_be_right_when_typed_is_no_wrong_option(tmp_path: Path) -> None:
    keys = "amount: 5 mg\n    wrong: [5000 µg, 5 g, 6 mg]"

    assert set(texts(items_of(tmp_path, keys)["choice"])) == {"5 mg", "5 g", "6 mg"}


def test_intervals_bounds_and_ratios_are_chosen_among_their_like(tmp_path: Path) -> None:
    found = [
        set(texts(items_of(tmp_path, keys)["choice"]))
        for keys in (
            "amount: 35-250 Hz\n    wrong: [30-200, 10-1000 Hz]",
            'amount: ">= 130 mm Hg"\n    wrong: ["> 140", ">= 120 mm Hg"]',
            "amount: 1 in 1030000\n    wrong: [1 in 10300, 1/103]",
            'amount: "0.83 (95% CI 0.75-0.93)"\n    asks: interval\n    wrong: [0.7-0.9, 0.8-0.9]',
        )
    ]

    assert found == [
        {"35-250 Hz", "30-200 Hz", "10-1000 Hz"},
        {"≥ 130 mm Hg", "> 140 mm Hg", "≥ 120 mm Hg"},
        {"1 in 1030000", "1 in 10300", "1/103"},
        {"0.75-0.93", "0.7-0.9", "0.8-0.9"},
    ]


def test_what_other_rows_have_is_wrong_where_the_column_says_so(tmp_path: Path) -> None:
    deck = deck_of_version_2(
        tmp_path,
        "tables:\n  - id: t\n    row: wave\n    columns:\n"
        "      mass: {ask: 'Which mass has {row}?', choose_from: column}\n"
        "    rows:\n"
        "      a: {name: One, mass: {amount: 36 +5/-4 M⊙}}\n"
        "      b: {name: Two, mass: {amount: 14 +8/-4 M⊙}}\n"
        "      c: {name: Three, mass: {amount: 31 +8/-6 M⊙}}\n",
    )
    items = {item.id: item for item in generate(Bank((deck,)))}

    choices = [item for item in items.values() if item.format is Format.CHOICE]
    assert [texts(item) for item in choices] == [["14 M⊙", "31 M⊙", "36 M⊙"]] * 3


def test_typing_is_held_against_the_whole_amount(tmp_path: Path) -> None:
    expected = items_of(tmp_path, 'amount: "36 +5/-4 M⊙"\n    tolerance: 1')["number"].expected

    assert expected == ExpectedAmount(
        "36 +5/-4 M⊙",
        "36",
        Decimal(36),
        Decimal(36),
        "M⊙",
        spread=(Decimal(32), Decimal(41)),
        tolerance=Decimal(1),
    )
    assert judge(expected, "36.5").passes


def test_where_the_interval_is_asked_for_its_ends_are_typed(tmp_path: Path) -> None:
    items = items_of(tmp_path, 'amount: "0.83 (95% CI 0.75-0.93)"\n    asks: interval')
    expected = items["number"].expected

    outcomes = [judge(expected, typed).outcome for typed in ("0.75 to 0.93", "0.83", "0.75")]

    assert outcomes == ["right", "wrong", "more"]


def test_an_amount_is_kept_as_json(tmp_path: Path) -> None:
    for keys in (
        'amount: "36 +5/-4 M⊙"',
        "amount: 35-250 Hz",
        'amount: ">= 130 mm Hg"',
        "amount: 1 in 1030000",
    ):
        item = items_of(tmp_path, keys)["number"]

        assert from_json(to_json(item)) == item


def test_an_amount_is_listed_with_its_unit_and_tolerance(tmp_path: Path) -> None:
    number = items_of(tmp_path, "amount: 36 M⊙\n    tolerance: 1")["number"]
    lines = [
        line.mark.text + "".join(each.text for each in line.text) for line in fact_lines([number])
    ]

    assert lines[2:] == [
        "  answer  36 M⊙",
        "    in M⊙, ± 1 is right",
        "    number      How much is it?",
    ]


def test_a_text_with_an_end_of_an_interval_hints_at_it(tmp_path: Path) -> None:
    number = items_of(tmp_path, "amount: 35-250 Hz")["number"]

    assert hints_at_key("Heard up to 250 Hz", number)
    assert not hints_at_key("Heard up to 300 Hz", number)


def test_options_of_amounts_share_no_words_and_no_decimals(tmp_path: Path) -> None:
    bound = items_of(tmp_path, 'amount: "< 1.5e-5"\n    wrong: ["< 1.5e-4", "< 3e-5"]')["choice"]
    power = items_of(tmp_path, "amount: 1.0e-21\n    wrong: {1.0e-22: x, 2e-20: y}")["choice"]

    assert list(find_converging_key(bound)) == []
    assert list(find_disordered_numbers(power)) == []
    assert list(find_far_or_even_numbers(power)) == []


def said(folder: Path, say: str, keys: str) -> list[str]:
    text = f'facts:\n  - id: f\n    say: "{say}"\n    ask: How much is it?\n    {keys}\n'
    made = generate(Bank((deck_of_version_2(folder, text),)))
    return [each.stem for each in made if each.key == ("False",)]


@pytest.mark.parametrize(
    ("keys", "false"),
    [
        ("amount: 30 min\n    wrong: {20: It was longer., 90 min: No.}", ["It was 20 min in all."]),
        ("amount: 5 mg\n    wrong: [5000 µg, 6 mg]", ["It was 6 mg in all."]),
        ('amount: "36 +5/-4 M⊙"\n    wrong: [29 +4/-4 M⊙]', ["It was 29 +4/-4 M⊙ in all."]),
        ("amount: 35-250 Hz\n    wrong: [10-1000 Hz, 30-200 Hz]", ["It was 30-200 Hz in all."]),
        ("amount: 1 in 203000\n    wrong: [1 in 2030]", ["It was 1 in 2030 in all."]),
    ],
)
def test_a_wrong_amount_makes_a_false_statement(
    tmp_path: Path, keys: str, false: list[str]
) -> None:
    assert said(tmp_path, "It was {answer} in all.", keys) == false


@pytest.mark.parametrize(
    ("say", "keys"),
    [
        ("It was {answer} in all.", 'amount: "36 +5/-4 M⊙"\n    wrong: [29 M⊙]'),
        ("It was {answer} in all.", 'amount: "< 0.001"\n    wrong: ["< 0.01"]'),
        ("It was {answer} in all.", 'amount: "< 1 in 203000"\n    wrong: ["< 1 in 2030"]'),
        ("It was at least {answer} in all.", "amount: 30 min\n    wrong: [20 min]"),
        ("In 20 days it was {answer} in all.", "amount: 30 min\n    wrong: [20 min]"),
        ("It was {answer} in all.", "amount: 30 min\n    wrong: [20 min]\n    hedged: true"),
        ("It was {answer|half an hour} in all.", "amount: 30 min\n    wrong: [20 min]"),
    ],
)
def test_a_wrong_amount_that_may_be_true_or_would_show_makes_none(
    tmp_path: Path, say: str, keys: str
) -> None:
    assert said(tmp_path, say, keys) == []


def test_a_wrong_amount_without_the_error_of_the_right_one_is_told(tmp_path: Path) -> None:
    bank = bank_of(
        tmp_path, f"{MASS}\n    wrong: {{29 M⊙: That is the lighter one., 62 M⊙: That is both.}}"
    )

    assert [(drop.format, drop.reason) for drop in find_dropped(bank, generate(bank))] == [
        (Format.TRUE_FALSE, DropReason.OTHER_FORM)
    ]


def test_a_column_of_amounts_makes_no_match_and_that_is_told(tmp_path: Path) -> None:
    text = """tables:
  - id: holes
    row: hole
    columns: {mass: {ask: "Which mass had {row}?", choose_from: column}}
    rows:
      one: {name: One, mass: {amount: 36 M⊙}}
      two: {name: Two, mass: {amount: 14 M⊙}}
      three: {name: Three, mass: {amount: 31 M⊙}}
"""
    bank = Bank((deck_of_version_2(tmp_path, text),))

    assert [(drop.card, drop.reason) for drop in find_dropped(bank, generate(bank))] == [
        ("trial/holes/one/mass", DropReason.AMOUNTS)
    ]


INTERVAL = """say: "For death from any cause the hazard ratio was {answer} in the trial."
    amount: "0.73 (95% CI 0.60-0.90)"
    asks: interval"""


def test_the_gap_of_an_interval_leaves_its_number_to_be_read(tmp_path: Path) -> None:
    gap = items_of(tmp_path, INTERVAL)["gap"]

    assert gap.stem == (
        "For death from any cause the hazard ratio was 0.73 (95% CI [ … ]) in the trial."
    )
    assert judge(gap.expected, "0.60-0.90").outcome is Outcome.RIGHT


def test_the_gap_of_an_error_leaves_its_number_and_unit_to_be_read(tmp_path: Path) -> None:
    keys = MASS + "\n    asks: interval"
    gap = items_of(tmp_path, keys)["gap"]

    assert gap.stem == "The heavier hole had a mass of 36 [ … ] M⊙ before they merged."
    assert judge(gap.expected, "+5/-4").outcome is Outcome.RIGHT


BOUNDS = """facts:
  - id: f
    say: "They have radii of {size}, masses of {mass} and a false alarm of {rate}."
    cards:
      size: {ask: How large?, amount: "> 0.8 Earth radii"}
      mass: {ask: How heavy?, amount: "<= 3 kg"}
      rate: {ask: How often?, amount: "< 1 in 203000 years"}
"""


def sentence_of(folder: Path, text: str) -> str:
    return next(iter(generate(Bank((deck_of_version_2(folder, text),))))).sentence


def test_in_a_sentence_a_bound_is_written_in_words(tmp_path: Path) -> None:
    assert sentence_of(tmp_path, BOUNDS) == (
        "They have radii of more than 0.8 Earth radii, masses of at most 3 kg and a false alarm of "
        "less than 1 in 203000 years."
    )


def test_they_are_words_of_the_language_of_the_deck(tmp_path: Path) -> None:
    assert sentence_of(tmp_path, f"language: de\n{BOUNDS}") == (
        "They have radii of mehr als 0.8 Earth radii, masses of höchstens 3 kg and a false alarm "
        "of weniger als 1 in 203000 years."
    )


def test_in_japanese_they_follow_the_number(tmp_path: Path) -> None:
    assert "masses of 3 kg以下 and" in sentence_of(tmp_path, f"language: ja\n{BOUNDS}")


def test_of_a_language_without_known_words_the_sign_stays(tmp_path: Path) -> None:
    assert "masses of ≤ 3 kg and" in sentence_of(tmp_path, f"language: fi\n{BOUNDS}")


def test_a_gap_for_a_bound_takes_its_words_and_its_sign(tmp_path: Path) -> None:
    made = generate(Bank((deck_of_version_2(tmp_path, BOUNDS),)))
    gap = next(item for item in made if item.id == "trial/f/size/gap")

    assert gap.stem.startswith("They have radii of [ … ], masses of at most 3 kg and")
    outcomes = {judge(gap.expected, typed).outcome for typed in ("more than 0.8", "> 0.8")}
    assert outcomes == {Outcome.RIGHT}


def test_a_unit_of_one_ascends_among_the_others(tmp_path: Path) -> None:
    choice = items_of(tmp_path, "amount: 3.26 years\n    wrong: [1 year, 5 years]")["choice"]

    assert texts(choice) == ["1 year", "3.26 years", "5 years"]
