"""Gap: the card's sentence with a gap open, answered by typing what belongs there.

Of a list each member has a gap of its own; its others stay to be read.
"""

from collections.abc import Iterator
from dataclasses import replace

from quizapp.bank.model import Gap, ListAnswer
from quizapp.bank.say import BLANK, joined, say_of, sentence, sentence_with_gap
from quizapp.grading.expected import ExpectedList
from quizapp.items.item import Format, Item
from quizapp.items.making import Subject, make_item, recall_item


def gap(subject: Subject) -> Iterator[Item]:
    """Yield the sentence with the card's gap open and all others filled."""
    fact, card = subject.fact, subject.card
    gaps = [
        piece for piece in say_of(fact, card) if isinstance(piece, Gap) and piece.card == card.name
    ]
    if not gaps:
        return
    is_of_members = isinstance(card.answer, ListAnswer) and len(subject.key) > 1
    if is_of_members and not any(piece.shown for piece in gaps):
        yield from member_gaps(subject)
    else:
        yield recall_item(subject, Format.GAP, sentence_with_gap(fact, card))


def member_gaps(subject: Subject) -> Iterator[Item]:
    """Yield the sentence with a gap for each member; one that stands there is no answer."""
    expected = subject.expected
    assert isinstance(expected, ExpectedList)  # noqa: S101 (the card's answer is a list)
    for at, member in enumerate(expected.members):
        texts = (*subject.key[:at], BLANK, *subject.key[at + 1 :])
        shown = tuple(text for text in texts if text != BLANK)
        yield make_item(
            subject,
            Format.GAP,
            sentence(subject.fact, subject.card, {subject.card.name: joined(texts)}),
            replace(member, wrong=(*member.wrong, *shown)),
            key=(member.key,),
            accepted=member.accepted,
            number=at + 1,
        )
