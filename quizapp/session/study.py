"""Study: today's cards, from the store's state alone, so that a session resumes where it was."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import ClassVar

from quizapp.bank.model import CardId, DeckId, FactId
from quizapp.items.item import Format, Item, ItemId
from quizapp.memory.days import day_of, start_of
from quizapp.memory.model import Memory, New, State
from quizapp.memory.schedule import retrievability
from quizapp.session.asked import Asked
from quizapp.session.asking import AskingSession
from quizapp.session.formats import item_for
from quizapp.session.model import CardEntry, DayTally, Mode, Progress
from quizapp.session.ports import SessionStore
from quizapp.session.queue import (
    by_risk,
    first_fitting,
    mixed,
    one_a_fact,
    with_contrasts,
    without_confusable,
)

LEARN_AHEAD = timedelta(minutes=20)  # when nothing else waits, learning cards come this early


class StudySession(AskingSession):
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
        super().__init__(store, title, seed, counts=True)
        self._decks = tuple(decks)
        self._formats = formats
        self._limit = limit
        self._day = 0
        self._asked_today: set[FactId] = set()
        self._waiting: list[CardEntry] = []
        self._learning: dict[CardId, CardEntry] = {}

    @property
    def progress(self) -> Progress:
        """What was answered, and what is still to come, the open question included."""
        kept = self._is_kept or self._asked is None
        open_entry = () if kept or self._asked is None else (self._asked.question.entry,)
        coming = [*open_entry, *self._waiting]
        new = sum(isinstance(entry.memory, New) for entry in coming)
        learning = sum(is_learning(entry) for entry in coming) + len(self._learning)
        due = len(coming) + len(self._learning) - new - learning
        if self._limit is None:
            return Progress(len(self._answers), new, learning, due)
        left = self._limit - len(self._answers)
        new, due = min(new, left), min(due, max(0, left - new))
        return Progress(len(self._answers), new, min(learning, left - new - due), due)

    def start(self, now: datetime) -> None:
        """Read the queue and ask the first question."""
        self._read_queue(now)
        self._ask(self._next_question(now))

    # --- which question comes next ---------------------------------------------------------------

    def _next_question(self, now: datetime) -> Asked | None:
        if self._limit is not None and len(self._answers) >= self._limit:
            return None
        if day_of(now, self._store.calendar) != self._day:
            self._read_queue(now)
        elif self._asked is not None and self._is_kept:
            entry = self._asked.question.entry
            self._asked_today.add(entry.fact)
            if self._memory_left is not None:
                self._put_back(replace(entry, memory=self._memory_left))
        return next(self._askable(now), None)

    def _askable(self, now: datetime) -> Iterator[Asked]:
        """Yield questions in order, each read from the store again: another terminal may be on."""
        for card in self._candidates(now):
            entry = self._store.entry(card.card)
            if entry is not None and is_learning(card) and entry.memory != card.memory:
                self._put_back(entry)  # another terminal asked it: it comes when it is due again
                continue
            if entry is None or not self._is_still_due(card, entry, now):
                continue
            item = self._item(entry)
            if item is not None:
                yield self._prepare(entry, item, now)

    def _candidates(self, now: datetime) -> Iterator[CardEntry]:
        """Yield and take what waits: learning cards now due, the queue, learning cards due soon."""
        yield from self._take_learning(now)
        while self._waiting:
            yield self._waiting.pop(0)
            yield from self._take_learning(now)
        yield from self._take_learning(now + LEARN_AHEAD)

    def _take_learning(self, until: datetime) -> Iterator[CardEntry]:
        while due := [entry for entry in self._learning.values() if due_of(entry) <= until]:
            entry = min(due, key=due_of)
            del self._learning[entry.card]
            yield entry

    def _is_still_due(self, queued: CardEntry, entry: CardEntry, now: datetime) -> bool:
        if entry.is_suspended or (entry.buried_until is not None and entry.buried_until > now):
            return False
        if entry.memory != queued.memory:
            return False
        return is_learning(entry) or not self._was_asked_today(entry)

    def _was_asked_today(self, entry: CardEntry) -> bool:
        """Say whether the card, or a sibling, was asked today: here, or in another terminal."""
        if entry.fact in self._asked_today:
            return True
        last = entry.sibling_review
        return last is not None and day_of(last, self._store.calendar) == self._day

    def _item(self, entry: CardEntry) -> Item | None:
        fixed = self._formats or self._terms_of(entry.deck).limits.formats
        return item_for(entry, self._store.items_of(entry.card), fixed, self._day)

    def _put_back(self, entry: CardEntry) -> None:
        """Let a card come back today while it is in learning."""
        if entry.is_suspended or not is_learning(entry):
            return
        end = start_of(self._day + 1, self._store.calendar)
        if due_of(entry) < end and (
            entry.buried_until is None or entry.buried_until <= due_of(entry)
        ):
            self._learning[entry.card] = entry

    def _question_again(self, card: CardId, item: ItemId | None, now: datetime) -> Asked | None:
        self._asked = None
        self._read_queue(now)
        entry = self._store.entry(card)
        if entry is None:
            return next(self._askable(now), None)
        self._learning.pop(entry.card, None)
        self._waiting = [each for each in self._waiting if each.fact != entry.fact]
        same = [each for each in self._store.items_of(entry.card) if each.id == item]
        again = same[0] if same else self._item(entry)
        return self._prepare(entry, again, now) if again else next(self._askable(now), None)

    def _next_due(self) -> datetime | None:
        """Return when the next learning card of this session is due, None without one."""
        return min((due_of(entry) for entry in self._learning.values()), default=None)

    # --- reading the queue -----------------------------------------------------------------------

    def _read_queue(self, now: datetime) -> None:
        calendar = self._store.calendar
        self._day = day_of(now, calendar)
        tally = self._store.tally(self._day)
        self._asked_today = set(tally.facts_asked)
        end = start_of(self._day + 1, calendar)
        learning = self._store.learning(self._decks, end)
        self._learning = {entry.card: entry for entry in learning}
        busy = self._asked_today.union(entry.fact for entry in learning)
        reviews = self._reviews(now, tally, busy)
        busy.update(entry.fact for entry in reviews)
        self._waiting = mixed(reviews, self._new_cards(now, tally, busy))

    def _reviews(self, now: datetime, tally: DayTally, busy: Iterable[FactId]) -> list[CardEntry]:
        found: list[CardEntry] = []
        for deck in self._decks:
            left = self._terms_of(deck).limits.reviews_per_day - tally.reviews.get(deck, 0)
            found.extend(
                first_fitting(
                    left,
                    partial(self._store.due_reviews, [deck], now),
                    lambda due: one_a_fact(due, busy),
                )
            )

        def chance_of_recall(entry: CardEntry) -> float:
            if isinstance(entry.memory, New):
                return 0.0
            scheduling = self._terms_of(entry.deck).scheduling
            return retrievability(entry.memory, now, scheduling, self._store.calendar)

        return with_contrasts(by_risk(found, chance_of_recall))

    def _new_cards(self, now: datetime, tally: DayTally, busy: Iterable[FactId]) -> list[CardEntry]:
        found: list[CardEntry] = []
        asked, shunned = set(tally.facts_asked), set(tally.facts_shunned)
        for deck in self._decks:
            left = self._terms_of(deck).limits.new_per_day - tally.new_cards.get(deck, 0)
            of_deck = first_fitting(
                left,
                partial(self._store.new_cards, [deck], now),
                lambda new: without_confusable(one_a_fact(new, busy), asked, shunned),
            )
            asked.update(entry.fact for entry in of_deck)
            shunned.update(fact for entry in of_deck for fact in entry.confusable)
            found.extend(of_deck)
        return found


def is_learning(entry: CardEntry) -> bool:
    """Say whether a card is in learning or relearning."""
    return isinstance(entry.memory, Memory) and entry.memory.state is not State.REVIEW


def due_of(entry: CardEntry) -> datetime:
    """Return when a card that was rated is due.

    Raises:
        TypeError: it was never rated.
    """
    if isinstance(entry.memory, New):
        raise TypeError(f"{entry.card} is new and has no due time")
    return entry.memory.due
