"""Gap: the card's sentence with a gap open, answered by typing what belongs there.

Of a list each member has a gap of its own; its others stay to be read.
"""

from collections.abc import Iterator
from dataclasses import replace

from quizapp.bank.model import Gap, ListAnswer
from quizapp.bank.sentences import BLANK, fill_sentence, join_and, sentence_parts, sentence_with_gap
from quizapp.grading.expected import ExpectedList
from quizapp.items.articles import hide_article
from quizapp.items.context import CardContext, make_item, make_recall_item
from quizapp.items.item import Format, Item


def make_gap_items(context: CardContext) -> Iterator[Item]:
    """Yield the sentence with the card's gap open and all others filled."""
    fact, card = context.fact, context.card
    gaps = [
        piece
        for piece in sentence_parts(fact, card)
        if isinstance(piece, Gap) and piece.card == card.name
    ]
    if not gaps:
        return
    is_of_members = isinstance(card.answer, ListAnswer) and len(context.key) > 1
    if is_of_members and not any(piece.shown for piece in gaps):
        yield from _make_member_gap_items(context)
    else:
        stem = hide_article(context, sentence_with_gap(fact, card))
        yield make_recall_item(context, Format.GAP, stem)


def _make_member_gap_items(context: CardContext) -> Iterator[Item]:
    """Yield the sentence with a gap for each member; one that stands there is no answer."""
    expected = context.expected
    assert isinstance(expected, ExpectedList)  # noqa: S101 (the card's answer is a list)
    for at, member in enumerate(expected.members):
        texts = (*context.key[:at], BLANK, *context.key[at + 1 :])
        shown = tuple(text for text in texts if text != BLANK)
        sentence = fill_sentence(context.fact, context.card, {context.card.name: join_and(texts)})
        yield make_item(
            context,
            Format.GAP,
            hide_article(context, sentence),
            replace(member, wrong=(*member.wrong, *shown)),
            key=(member.key,),
            accepted=member.accepted,
            number=at + 1,
        )
