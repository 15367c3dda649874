"""Making the questions of a session: what judging an answer needs is read before it is asked."""

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property

from quizapp.bank.model import DeckId
from quizapp.items.item import Format, Item
from quizapp.learner.model import LearnerCard
from quizapp.memory.model import New
from quizapp.session.leeches import leech_if_forgotten
from quizapp.session.model import Question
from quizapp.session.option_order import draw_seed, order_options
from quizapp.session.ports import SessionStore
from quizapp.session.states import Asking, DeckContext, SessionContext


class QuestionMaker:
    """Makes the questions of one session, each numbered so that its order is drawn anew.

    `context` is what they share, `seed` what the orders of options are drawn from.
    """

    def __init__(self, store: SessionStore, context: SessionContext, seed: int) -> None:
        self.context = context
        self._store = store
        self._seed = seed
        self._count = 0
        self._decks: dict[DeckId, DeckContext] = {}

    def make_question(
        self, entry: LearnerCard, item: Item, now: datetime, position: int = 0
    ) -> Asking:
        """Return the question for `item` on the card of `entry`. Reads the store."""
        self._count += 1
        seed = draw_seed(self._seed, item.id, self._count)
        deck = self.deck_context(entry.deck)
        is_introduced = deck.limits.introduce and isinstance(entry.memory, New)
        question = Question(
            item=item,
            shown_options=order_options(item, seed),
            learner_card=entry,
            seed=seed,
            asked_at=now,
            introduction=item.sentence if is_introduced else "",
        )
        return Asking(
            question,
            self.context,
            deck,
            self._medians.get(item.format),
            position,
            leech_if_forgotten(self._store, entry) if self.context.moves_memory else None,
        )

    def deck_context(self, deck: DeckId) -> DeckContext:
        """Return what a session needs to know of `deck`, which is read once."""
        if deck not in self._decks:
            self._decks[deck] = DeckContext(
                self._store.limits(deck), self._store.scheduling(deck), self._store.lexicon(deck)
            )
        return self._decks[deck]

    def forget_decks(self) -> None:
        """Read the decks again when they are next needed: their files were changed."""
        self._decks.clear()

    @cached_property
    def _medians(self) -> Mapping[Format, int]:
        return self._store.median_milliseconds()
