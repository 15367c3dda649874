"""The items of a blind audit: a random sample, each with the sentences that it cites."""

from dataclasses import dataclass

from quizapp.items.item import Item
from quizapp.services.card_evidence import EvidenceSentence
from quizapp.services.review_deck import DeckReview
from quizapp.signoff import SignoffState
from quizapp.signoff.audit import draw_sample


@dataclass(frozen=True, slots=True)
class AuditedItem:
    """An item and what it cites; verdicts are left out on purpose."""

    item: Item
    cited: tuple[EvidenceSentence, ...]


def draw_audit(review: DeckReview, number: int, seed: int) -> tuple[AuditedItem, ...]:
    """Return `number` items of the deck, which depend on `seed`; of what is asked, no draft."""
    left_out = (SignoffState.DRAFT, SignoffState.REJECTED)
    items = sorted(
        (
            AuditedItem(item, card.evidence.cited)
            for card in review.cards
            if card.signoff.state not in left_out
            for item in card.items
        ),
        key=lambda each: each.item.id,
    )
    return draw_sample(items, number, seed)
