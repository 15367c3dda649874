"""A quiz: items drawn by a seed, asked in order, off schedule unless its answers count."""

import random
from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from quizapp.bank.model import CardId
from quizapp.items.item import ItemId
from quizapp.learner.model import Mode
from quizapp.session.base_session import BaseSession
from quizapp.session.model import ItemHandle, Progress, SittingState
from quizapp.session.ports import SessionStore
from quizapp.session.states import Asking, Over, unrecorded_question

_MAX_TRIED = 4  # questions that are looked at for one whose key was not said just before


def draw_quiz(handles: Sequence[ItemHandle], count: int, seed: int) -> tuple[ItemId, ...]:
    """Return up to `count` items in the order asked, which depends only on them and on `seed`.

    No card twice, and no fact twice, while others remain.
    """
    chance = random.Random(seed)
    left = chance.sample(tuple(handles), len(handles))
    drawn: list[ItemHandle] = []
    while left and len(drawn) < count:
        # Each round takes at most one item of a fact and one of a card not asked yet.
        cards = {handle.card for handle in drawn}
        is_new_card_left = any(handle.card not in cards for handle in left)
        facts: set[str] = set()
        rest: list[ItemHandle] = []
        for handle in left:
            is_fresh = handle.card not in cards or not is_new_card_left
            if len(drawn) < count and handle.fact not in facts and is_fresh:
                facts.add(handle.fact)
                drawn.append(handle)
            else:
                rest.append(handle)
        left = rest
    return tuple(handle.item for handle in drawn)


class QuizSitting(BaseSession):
    """One sitting of a quiz; it begins at its first item that was not answered."""

    mode: ClassVar[Mode] = Mode.QUIZ

    def __init__(self, store: SessionStore, state: SittingState) -> None:
        plan = state.plan
        super().__init__(
            store, plan.title, plan.seed, moves_memory=plan.moves_memory, sitting=state.id
        )
        self._items = plan.items
        self._id = state.id
        self._left = [
            position for position, verdict in enumerate(state.verdicts) if verdict is None
        ]

    @property
    def progress(self) -> Progress:
        """What was answered in this sitting, earlier goes included, and what is left."""
        left = len(self._left) + (unrecorded_question(self._state) is not None)
        return Progress(answered=len(self._items) - left, new=0, learning=0, due=left)

    def start(self, now: datetime) -> None:
        """Ask the first item that was not answered."""
        self._state = self._next_question(now)

    def _next_question(self, now: datetime) -> Asking | Over:
        position = self._next_position()
        while position is not None:
            asked = self._question_at(position, now)
            if asked is not None:
                return asked
            position = self._next_position()
        self._store.close_sitting(self._id, now)
        return Over()

    def _next_position(self) -> int | None:
        """Take the next position whose key the last question did not say, else the next of all."""
        for at, position in enumerate(self._left[:_MAX_TRIED]):
            items = self._store.items([self._items[position]])
            if not (items and self._was_key_shown(items[0])):
                return self._left.pop(at)
        return self._left.pop(0) if self._left else None

    def _question_after_undo(
        self, card: CardId, item: ItemId | None, now: datetime
    ) -> Asking | Over:
        unrecorded = unrecorded_question(self._state)
        if unrecorded is not None:
            self._left.insert(0, unrecorded.position)
        places = (
            place
            for place, each in enumerate(self._items)
            if each == item or (item is None and each.startswith(f"{card}/"))
        )
        place = next(places, None)
        again = None if place is None else self._question_at(place, now)
        return again if again is not None else self._next_question(now)

    def _question_at(self, position: int, now: datetime) -> Asking | None:
        """Return the question at `position`; None when its item is gone from the bank."""
        items = self._store.items([self._items[position]])
        entry = self._store.learner_card(items[0].card) if items else None
        if entry is None:
            return None
        return self._questions.make_question(entry, items[0], now, position)
