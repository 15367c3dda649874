"""Study: today's cards, from the store's state alone, so that a session resumes where it was."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import ClassVar

from quizapp.bank.model import CardId, DeckId, FactId
from quizapp.items.item import Format, Item, ItemId
from quizapp.learner.counts import DayTally
from quizapp.learner.model import LearnerCard, Mode
from quizapp.memory.days import learner_day, start_of_day
from quizapp.memory.model import Memory, New, State
from quizapp.memory.schedule import retrievability
from quizapp.session.base_session import BaseSession
from quizapp.session.formats import choose_item
from quizapp.session.model import Progress
from quizapp.session.ports import SessionStore
from quizapp.session.queue import (
    group_contrasts,
    interleave_new,
    one_per_fact,
    sort_by_risk,
    take_fitting,
    without_confusable,
)
from quizapp.session.states import Asking, Over, Recorded, unrecorded_question

_MAX_HELD = 3  # cards whose key the last question said, until one of them is asked all the same
_LEARN_AHEAD = timedelta(minutes=20)  # when nothing else waits, learning cards come this early


class StudySession(BaseSession):
    """One go at today's queue of `decks`.

    `formats` admits only these, over what the decks say. `limit` ends the session after so many
    answers.
    """

    mode: ClassVar[Mode] = Mode.STUDY

    def __init__(  # noqa: PLR0913 (each says another thing of the session)
        self,
        store: SessionStore,
        decks: Sequence[DeckId],
        title: str,
        seed: int,
        *,
        formats: tuple[Format, ...] = (),
        limit: int | None = None,
    ) -> None:
        super().__init__(store, title, seed, moves_memory=True)
        self._decks = tuple(decks)
        self._allowed_formats = formats
        self._limit = limit
        self._day = 0
        self._asked_today: set[FactId] = set()
        self._queue: list[LearnerCard] = []
        self._learning: dict[CardId, LearnerCard] = {}

    @property
    def progress(self) -> Progress:
        """What was answered, and what is still to come, the open question included."""
        unrecorded = unrecorded_question(self._state)
        open_cards = () if unrecorded is None else (unrecorded.question.learner_card,)
        coming = [*open_cards, *self._queue]
        new = sum(isinstance(entry.memory, New) for entry in coming)
        learning = sum(_is_learning(entry) for entry in coming) + len(self._learning)
        due = len(coming) + len(self._learning) - new - learning
        if self._limit is None:
            return Progress(len(self._answers), new, learning, due)
        left = self._limit - len(self._answers)
        new, due = min(new, left), min(due, max(0, left - new))
        return Progress(len(self._answers), new, min(learning, left - new - due), due)

    def start(self, now: datetime) -> None:
        """Read the queue and ask the first question."""
        self._read_queue(now)
        self._state = self._next_question(now)

    # --- which question comes next ---------------------------------------------------------------

    def _next_question(self, now: datetime) -> Asking | Over:
        if self._limit is not None and len(self._answers) >= self._limit:
            return Over()
        if learner_day(now, self._context.calendar) != self._day:
            self._read_queue(now)
        elif isinstance(self._state, Recorded):
            entry = self._state.asking.question.learner_card
            self._asked_today.add(entry.fact)
            self._requeue(replace(entry, memory=self._state.memory_after))
        return self._ask_next(now)

    def _ask_next(self, now: datetime) -> Asking | Over:
        """Return the next question whose key the last one did not say, while others wait."""
        held: list[tuple[LearnerCard, Item]] = []
        chosen = None
        for entry, item in self._askable_cards(now):
            is_early = _is_learning(entry) and _due_time(entry) > now
            if not self._was_key_shown(item) and not (held and is_early):
                chosen = (entry, item)
                break
            held.append((entry, item))
            if is_early or len(held) > _MAX_HELD:
                break
        if chosen is None and held:
            chosen = held.pop(0)
        for entry, _ in reversed(held):
            if _is_learning(entry):
                self._learning[entry.card] = entry
            else:
                self._queue.insert(0, entry)
        return Over() if chosen is None else self._questions.make_question(*chosen, now)

    def _askable_cards(self, now: datetime) -> Iterator[tuple[LearnerCard, Item]]:
        """Yield cards and their items in order, read from the store: another terminal may be on."""
        for card in self._candidates(now):
            entry = self._store.learner_card(card.card)
            if entry is not None and _is_learning(card) and entry.memory != card.memory:
                self._requeue(entry)  # another terminal asked it: it comes when it is due again
                continue
            if entry is None or not self._is_still_due(card, entry, now):
                continue
            item = self._choose_item(entry)
            if item is not None:
                yield entry, item

    def _candidates(self, now: datetime) -> Iterator[LearnerCard]:
        """Yield and take what waits: learning cards now due, the queue, learning cards due soon."""
        yield from self._take_learning(now)
        while self._queue:
            yield self._queue.pop(0)
            yield from self._take_learning(now)
        yield from self._take_learning(now + _LEARN_AHEAD)

    def _take_learning(self, until: datetime) -> Iterator[LearnerCard]:
        while due := [entry for entry in self._learning.values() if _due_time(entry) <= until]:
            entry = min(due, key=_due_time)
            del self._learning[entry.card]
            yield entry

    def _is_still_due(self, queued: LearnerCard, entry: LearnerCard, now: datetime) -> bool:
        if entry.is_suspended or (entry.buried_until is not None and entry.buried_until > now):
            return False
        if entry.memory != queued.memory:
            return False
        return _is_learning(entry) or not self._was_asked_today(entry)

    def _was_asked_today(self, entry: LearnerCard) -> bool:
        """Return whether the card, or a sibling, was asked today: here, or in another terminal."""
        if entry.fact in self._asked_today:
            return True
        last = entry.sibling_review
        return last is not None and learner_day(last, self._context.calendar) == self._day

    def _choose_item(self, entry: LearnerCard) -> Item | None:
        fixed = self._allowed_formats or self._questions.deck_context(entry.deck).limits.formats
        return choose_item(entry, self._store.items_of_card(entry.card), fixed, self._day)

    def _requeue(self, entry: LearnerCard) -> None:
        """Let a card come back today while it is in learning."""
        if entry.is_suspended or not _is_learning(entry):
            return
        end = start_of_day(self._day + 1, self._context.calendar)
        if _due_time(entry) < end and (
            entry.buried_until is None or entry.buried_until <= _due_time(entry)
        ):
            self._learning[entry.card] = entry

    def _question_after_undo(
        self, card: CardId, item: ItemId | None, now: datetime
    ) -> Asking | Over:
        self._read_queue(now)
        entry = self._store.learner_card(card)
        again = None if entry is None else self._take_again(entry, item)
        if entry is None or again is None:
            return self._ask_next(now)
        return self._questions.make_question(entry, again, now)

    def _take_again(self, entry: LearnerCard, item: ItemId | None) -> Item | None:
        """Take a card and its fact from what waits; return `item`, or else what suits the card."""
        self._learning.pop(entry.card, None)
        self._queue = [each for each in self._queue if each.fact != entry.fact]
        of_card = self._store.items_of_card(entry.card)
        same = next((each for each in of_card if each.id == item), None)
        return same or self._choose_item(entry)

    def _next_due_time(self) -> datetime | None:
        """Return when the next learning card of this session is due, None without one."""
        return min((_due_time(entry) for entry in self._learning.values()), default=None)

    # --- reading the queue -----------------------------------------------------------------------

    def _read_queue(self, now: datetime) -> None:
        calendar = self._context.calendar
        self._day = learner_day(now, calendar)
        tally = self._store.day_tally(self._day)
        self._asked_today = set(tally.facts_asked)
        end = start_of_day(self._day + 1, calendar)
        learning = self._store.learning_cards(self._decks, end)
        self._learning = {entry.card: entry for entry in learning}
        busy = self._asked_today.union(entry.fact for entry in learning)
        reviews = self._queued_reviews(now, tally, busy)
        busy.update(entry.fact for entry in reviews)
        self._queue = interleave_new(reviews, self._queued_new_cards(now, tally, busy))

    def _queued_reviews(
        self, now: datetime, tally: DayTally, busy: Iterable[FactId]
    ) -> list[LearnerCard]:
        found: list[LearnerCard] = []
        for deck in self._decks:
            left = self._questions.deck_context(deck).limits.reviews_per_day - tally.reviews.get(
                deck, 0
            )
            found.extend(
                take_fitting(
                    left,
                    partial(self._store.due_reviews, [deck], now),
                    lambda due: one_per_fact(due, busy),
                )
            )

        def chance_of_recall(entry: LearnerCard) -> float:
            if isinstance(entry.memory, New):
                return 0.0
            scheduling = self._questions.deck_context(entry.deck).scheduling
            return retrievability(entry.memory, now, scheduling, self._context.calendar)

        return group_contrasts(sort_by_risk(found, chance_of_recall))

    def _queued_new_cards(
        self, now: datetime, tally: DayTally, busy: Iterable[FactId]
    ) -> list[LearnerCard]:
        found: list[LearnerCard] = []
        asked, excluded = set(tally.facts_asked), set(tally.facts_excluded)
        for deck in self._decks:
            left = self._questions.deck_context(deck).limits.new_per_day - tally.new_cards.get(
                deck, 0
            )
            of_deck = take_fitting(
                left,
                partial(self._store.new_cards, [deck], now),
                lambda new: without_confusable(one_per_fact(new, busy), asked, excluded),
            )
            asked.update(entry.fact for entry in of_deck)
            excluded.update(fact for entry in of_deck for fact in entry.confusable)
            found.extend(of_deck)
        return found


def _is_learning(entry: LearnerCard) -> bool:
    """Return whether a card is in learning or relearning."""
    return isinstance(entry.memory, Memory) and entry.memory.state is not State.REVIEW


def _due_time(entry: LearnerCard) -> datetime:
    """Return when a card that was rated is due.

    Raises:
        TypeError: it was never rated.
    """
    if isinstance(entry.memory, New):
        raise TypeError(f"{entry.card} is new and has no due time")
    return entry.memory.due
