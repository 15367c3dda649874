"""Gap: the card's sentence with a gap open, answered by typing what belongs there.

Of a list each member has a gap of its own; its others stay to be read.
"""

from collections.abc import Iterator
from dataclasses import replace

from quizapp.bank.model import AmountAnswer, Card, Gap, ListAnswer
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
        blank = BLANK if any(piece.shown for piece in gaps) else _blank_of(card)
        sentence = sentence_with_gap(fact, card, blank, context.answers)
        stem = hide_article(context, sentence)
        yield make_recall_item(context, Format.GAP, stem)


def _blank_of(card: Card) -> str:
    """Return what stands in the gap of `card`: where its interval is asked for, its number stays.

    The number alone would be a right answer to the whole of it.
    """
    answer = card.answer
    if not isinstance(answer, AmountAnswer) or not answer.asks_interval or not answer.amount.spread:
        return BLANK
    spread = answer.amount.spread
    return answer.text.replace(spread.text, spread.text.replace(spread.ends, BLANK))


def _make_member_gap_items(context: CardContext) -> Iterator[Item]:
    """Yield the sentence with a gap for each member; one that stands there is no answer."""
    expected = context.expected
    assert isinstance(expected, ExpectedList)  # noqa: S101 (the card's answer is a list)
    for at, member in enumerate(expected.members):
        texts = (*context.key[:at], BLANK, *context.key[at + 1 :])
        shown = tuple(text for text in texts if text != BLANK)
        shown_list = {context.card.name: join_and(texts)}
        sentence = fill_sentence(context.fact, context.card, shown_list, context.answers)
        yield make_item(
            context,
            Format.GAP,
            hide_article(context, sentence),
            replace(member, wrong=(*member.wrong, *shown)),
            key=(member.key,),
            accepted=member.accepted,
            number=at + 1,
        )
