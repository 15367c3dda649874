"""True or false: the fact's sentence, and statements that its author declared untrue."""

from collections.abc import Iterator

from quizapp.bank.model import Card, Fact, Gap, ListAnswer, SequenceAnswer
from quizapp.bank.say import full_sentence, sentence
from quizapp.grading.expected import ExpectedOptions
from quizapp.items.item import Format, Item, Option
from quizapp.items.making import make_item
from quizapp.items.material import Material

TRUE, FALSE = "true", "false"


def true_false(material: Material, fact: Fact, card: Card) -> Iterator[Item]:
    """Yield the statements that this card is asked by.

    The first card of a fact carries its sentence and its untrue statements. A fact without any
    `untrue` has one made for each card, with the first wrong answer declared in its gap.
    """
    if not fact.say:
        return
    statements: list[tuple[str, bool, str]] = []
    if card is fact.cards[0]:
        statements.append((full_sentence(fact), True, ""))
        statements.extend((untrue.say, False, untrue.why) for untrue in fact.untrue)
    if not fact.untrue:
        statements.extend(swapped(fact, card))
    for number, (stem, is_true, why) in enumerate(statements, start=1):
        yield statement(material, fact, card, stem, is_true=is_true, why=why, number=number)


def swapped(fact: Fact, card: Card) -> Iterator[tuple[str, bool, str]]:
    """Yield the sentence with a declared wrong answer in the gap of `card`.

    None where the sentence hedges: with the other pole it may be true of some others.
    """
    gap = next(
        (piece for piece in fact.say if isinstance(piece, Gap) and piece.card == card.name), None
    )
    # Other words in the sentence (a plural, say) would not fit a wrong answer.
    is_plain = gap is not None and not gap.shown
    if fact.is_hedged or not is_plain or isinstance(card.answer, ListAnswer | SequenceAnswer):
        return
    for wrong in card.wrong[:1]:
        yield sentence(fact, {card.name: wrong.text}), False, wrong.why


def statement(  # noqa: PLR0913 (what one statement differs in from another)
    material: Material, fact: Fact, card: Card, stem: str, *, is_true: bool, why: str, number: int
) -> Item:
    """Return the item that asks whether `stem` is true."""
    right = TRUE if is_true else FALSE
    return make_item(
        material,
        fact,
        card,
        Format.TRUE_FALSE,
        stem,
        ExpectedOptions(frozenset({right})),
        key=(right.capitalize(),),
        options=tuple(
            Option(each, each.capitalize(), each == right, "" if each == right else why)
            for each in (TRUE, FALSE)
        ),
        has_fixed_order=True,
        why=" ".join(dict.fromkeys(filter(None, (why, fact.why)))),
        number=number,
    )
