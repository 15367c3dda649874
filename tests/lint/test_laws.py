"""What holds for the findings of any bank."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.bank.model import Bank, NumberAnswer
from quizapp.items.generate import generate
from quizapp.lint.check import check_bank, explain_code
from tests.builders import a_card, a_deck, a_fact
from tests.counts import full_or_share
from tests.items.banks import banks

law = settings(max_examples=full_or_share(1000))


@law
@given(banks())
def test_every_bank_can_be_judged_and_each_finding_has_its_place_code_and_fix(bank: Bank) -> None:
    found = check_bank(bank, tuple(generate(bank)))

    assert list(found) == sorted(found, key=lambda each: (each.place, each.code, each.message))
    assert len(set(found)) == len(found)
    assert all(each.message and each.fix and explain_code(each.code) for each in found)


@law
@given(
    key=st.decimals(1, 5000, places=0) | st.decimals("0.5", 50, places=2),
    unit=st.sampled_from(["", "%", "patients"]),
    seed=st.integers(0, 50),
)
def test_numbers_that_are_made_by_rule_are_never_found_fault_with(
    key: Decimal, unit: str, seed: int
) -> None:
    card = a_card(ask="How much water is there?", answer=NumberAnswer(key, f"{key:f}", unit))
    bank = Bank((a_deck(facts=[a_fact(cards=[card])]),))

    assert check_bank(bank, tuple(generate(bank, seed))) == ()
