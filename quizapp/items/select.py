"""Select: several right options, among wrong ones that the author declared."""

from collections.abc import Iterator

from quizapp.bank.model import Card, Fact, ListAnswer
from quizapp.grading.expected import ExpectedOptions
from quizapp.items.distractors import distractors
from quizapp.items.item import Format, Item
from quizapp.items.making import make_item, option
from quizapp.items.material import Material

FEWEST_WRONG = 2
MOST_WRONG = 4


def select(material: Material, fact: Fact, card: Card) -> Iterator[Item]:
    """Yield the select of a list that has enough declared wrong members."""
    if not card.ask or not isinstance(card.answer, ListAnswer):
        return
    wrong = distractors(material, fact, card, card.ask, MOST_WRONG)
    if len(wrong) < FEWEST_WRONG:
        return
    right = tuple(option(member.text, is_right=True) for member in card.answer.members)
    yield make_item(
        material,
        fact,
        card,
        Format.SELECT,
        card.ask,
        ExpectedOptions(frozenset(each.id for each in right)),
        options=(*right, *wrong),
    )
