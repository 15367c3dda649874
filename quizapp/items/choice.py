"""Choice: one right option of three, of four where there are three good distractors."""

from collections.abc import Iterator

from quizapp.bank.concepts import folded
from quizapp.bank.model import Card, Fact, NumberAnswer, TermAnswer
from quizapp.grading.expected import ExpectedOptions
from quizapp.items.distractors import distractors
from quizapp.items.item import Format, Item, Option
from quizapp.items.making import make_item, option
from quizapp.items.material import Material, texts_of
from quizapp.items.numeric_distractors import as_number, numeric_distractors

FEWEST, MOST = 2, 3  # wrong options


def choice(material: Material, fact: Fact, card: Card) -> Iterator[Item]:
    """Yield the choice of a card that has enough declared wrong options."""
    if not card.ask or not isinstance(card.answer, TermAnswer | NumberAnswer):
        return
    options, has_fixed_order = options_for(material, fact, card, card.answer)
    if options:
        yield make_item(
            material,
            fact,
            card,
            Format.CHOICE,
            card.ask,
            ExpectedOptions(frozenset(each.id for each in options if each.is_right)),
            options=options,
            has_fixed_order=has_fixed_order,
        )


def options_for(
    material: Material, fact: Fact, card: Card, answer: TermAnswer | NumberAnswer
) -> tuple[tuple[Option, ...], bool]:
    """Return the options of a choice and whether their order is fixed; none where too few."""
    if card.among:
        return closed_set(card), True
    key = option(texts_of(card)[0], is_right=True)
    if isinstance(answer, NumberAnswer):
        wrong = numeric_distractors(material, card, answer, card.ask)
        values = {each.id: as_number(each.text) or answer.value for each in wrong}
        ascending = sorted((key, *wrong), key=lambda each: values.get(each.id, answer.value))
        return (tuple(ascending) if len(wrong) >= FEWEST else ()), True
    wrong = distractors(material, fact, card, card.ask, MOST)
    return ((key, *wrong) if len(wrong) >= FEWEST else ()), False


def closed_set(card: Card) -> tuple[Option, ...]:
    """Return exactly the options that the author listed, with why each wrong one is wrong."""
    key = folded(texts_of(card)[0])
    reasons = {folded(wrong.text): wrong.why for wrong in card.wrong}
    return tuple(
        option(text, is_right=folded(text) == key, why=reasons.get(folded(text), ""))
        for text in card.among
    )
