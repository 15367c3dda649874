"""The items of one bank and seed, as a file that a person reads whenever it changes.

`QUIZAPP_GOLDEN=1 pytest tests/items/test_golden.py` writes the file anew; read what git shows.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from quizapp.bank.load import load_deck
from quizapp.bank.model import Bank
from quizapp.grading.expected import Expected, ExpectedList, ExpectedSequence, ExpectedTerm
from quizapp.items.codec import format_source
from quizapp.items.generate import generate
from quizapp.items.item import Format, Item

GOLDEN = Path(__file__).parents[1] / "golden"
SEED = 7


def golden_items() -> tuple[Item, ...]:
    deck, problems = load_deck(GOLDEN / "deck.yaml")
    assert deck is not None, problems
    return tuple(generate(Bank((deck,)), SEED))


def readable(item: Item) -> str:
    return "\n".join(lines(item)) + "\n"


def lines(item: Item) -> Iterator[str]:
    yield f"{item.id}   {item.content_hash} {item.key_hash}"
    yield f"  {item.stem}"
    for option in item.options:
        yield f"    {'+' if option.is_right else '-'} {option.text}   {option.why}".rstrip()
    for prompt, key in zip(item.prompts, item.key, strict=False):
        yield f"    {prompt} = {key}"
    if item.has_fixed_order and item.format is not Format.TRUE_FALSE:
        yield "    (in this order)"
    if not item.options:
        yield f"    = {' | '.join(item.key)}"
    for term in terms(item.expected):
        if term.accepted or term.wrong:
            yield f"    {term.key}: also {list(term.accepted)}, never {list(term.wrong)}"
    yield f"  why: {item.why or '-'}  mnemonic: {item.mnemonic or '-'}"
    yield f"  from: {'; '.join(map(format_source, item.sources)) or '-'}  tags: {list(item.tags)}"


def terms(expected: Expected) -> tuple[ExpectedTerm, ...]:
    match expected:
        case ExpectedTerm():
            return (expected,)
        case ExpectedList() | ExpectedSequence():
            return expected.members
        case _:
            return ()


def test_the_items_of_the_golden_bank_are_those_that_were_read() -> None:
    made = "\n".join(map(readable, golden_items()))
    if os.environ.get("QUIZAPP_GOLDEN"):
        (GOLDEN / "items.txt").write_text(made, encoding="utf-8")

    assert made == (GOLDEN / "items.txt").read_text(encoding="utf-8")


def test_the_golden_bank_has_every_format() -> None:
    assert {item.format for item in golden_items()} == set(Format)
