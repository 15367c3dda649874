"""A learner's desk: the port that a session asks for, and the counts that a screen shows.

Each call is one transaction, run by a function of the module that its concern has.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from quizapp.bank.model import CardId, DeckId, DeckSettings, FactId
from quizapp.items.item import Format, Item, ItemId
from quizapp.memory.model import Calendar, MemoryState, Rating, Scheduling
from quizapp.session.browsing import CardLine
from quizapp.session.exported import ExportCard, LoggedReview
from quizapp.session.imported import ImportedReview, MergeReport
from quizapp.session.model import (
    Answered,
    CardEntry,
    DayCounts,
    DayTally,
    DeckCounts,
    DeckLimits,
    DeckPlan,
    ExamPlace,
    ExamState,
    ExamTerms,
    Flag,
    ItemHandle,
    Mode,
    RecallBin,
    Review,
    SittingPlan,
    SittingState,
)
from quizapp.session.searching import CardText, Is
from quizapp.store import (
    browse,
    counts,
    entries,
    exams,
    exporting,
    handling,
    histories,
    importing,
    plans,
    preferences,
    recording,
    shelf,
    sittings,
    tallies,
)
from quizapp.store.handling import Aim
from quizapp.store.keys import key_of
from quizapp.store.seat import Seat

if TYPE_CHECKING:
    from quizapp.grading.lexicon import Lexicon
    from quizapp.store.store import Store


class Desk:
    """One learner's view of the store: a `quizapp.session.ports.SessionStore`."""

    def __init__(self, store: "Store", seat: Seat) -> None:
        self._store = store
        self._seat = seat

    @property
    def calendar(self) -> Calendar:
        """The learner's days."""
        return self._seat.calendar

    # --- how decks are taken ---

    def limits(self, deck: DeckId) -> DeckLimits:
        """Return how the learner takes `deck`: own settings over the author's over defaults."""
        return self._store.read(preferences.limits, self._seat, key_of(deck))

    def scheduling(self, deck: DeckId) -> Scheduling:
        """Return how memory of the cards of `deck` is scheduled."""
        return self._store.read(preferences.scheduling, self._seat, key_of(deck))

    def prefer(self, deck: DeckId, wanted: DeckSettings, parameters: Sequence[float] = ()) -> None:
        """Keep what the learner sets for `deck`, and own FSRS parameters for it."""
        self._store.write(preferences.prefer, self._seat, deck, wanted, parameters)

    def keep_parameters(self, deck: DeckId, parameters: Sequence[float]) -> None:
        """Keep own FSRS parameters for `deck`; what else is set for it stays."""
        self._store.write(preferences.keep_parameters, self._seat, deck, parameters)

    # --- plans for an exam ---

    def keep_plans(self, wanted: Sequence[DeckPlan]) -> None:
        """Plan for these dates: until then their pace is the limit of new cards."""
        self._store.write(plans.keep_plans, self._seat, wanted)

    def clear_plans(self, decks: Sequence[DeckId]) -> int:
        """Plan for these decks no longer; return how many plans there were."""
        return self._store.write(plans.clear_plans, self._seat, decks)

    def end_plans(self, today: int) -> None:
        """Forget the plans whose day has come or is over."""
        self._store.write(plans.end_plans, self._seat, today)

    def plans(self) -> tuple[DeckPlan, ...]:
        """Return the learner's plans, the nearest date first."""
        return self._store.read(plans.all_plans, self._seat)

    def memories(self, decks: Sequence[DeckId]) -> tuple[tuple[CardId, MemoryState], ...]:
        """Return all live cards that are not suspended, with their memories, in order."""
        return self._store.read(plans.memories_of, self._seat, decks)

    # --- names, cards and items ---

    def names(self, deck: DeckId) -> "Lexicon":
        """Return the names of the concepts of `deck`, for grading."""
        return self._store.read(shelf.names, deck)

    # --- cards and items ---

    def tally(self, day: int) -> DayTally:
        """Return what was studied (mode study, or counted) on the learner's `day`."""
        return self._store.read(tallies.tally, self._seat, day)

    def learning(self, decks: Sequence[DeckId], until: datetime) -> tuple[CardEntry, ...]:
        """Return cards in (re)learning due at `until` at the latest, soonest first."""
        return self._store.read(entries.learning, self._seat, decks, until)

    def due_reviews(
        self, decks: Sequence[DeckId], now: datetime, limit: int
    ) -> tuple[CardEntry, ...]:
        """Return review cards due by the end of the learner's day, the most forgotten first."""
        return self._store.read(entries.due_reviews, self._seat, decks, now, limit)

    def new_cards(
        self, decks: Sequence[DeckId], now: datetime, limit: int
    ) -> tuple[CardEntry, ...]:
        """Return cards never rated, in the bank's order; neither suspended nor buried."""
        return self._store.read(entries.new_cards, self._seat, decks, now, limit)

    def entry(self, card: CardId) -> CardEntry | None:
        """Return where the learner stands with `card` now; None when it is retired."""
        return self._store.read(entries.entry, self._seat, card)

    def items_of(self, card: CardId) -> tuple[Item, ...]:
        """Return the live items of `card`."""
        return self._store.read(shelf.items_of, card)

    def items(self, ids: Sequence[ItemId]) -> tuple[Item, ...]:
        """Return the live items of `ids`, in that order, missing ones left out."""
        return self._store.read(shelf.items_by_id, ids)

    def handles(
        self, decks: Sequence[DeckId], tags: Sequence[str], formats: Sequence[Format]
    ) -> tuple[ItemHandle, ...]:
        """Return the live items that a quiz may choose from (empty filters admit all), ordered."""
        return self._store.read(shelf.handles, decks, tags, formats)

    def examinable(
        self, decks: Sequence[DeckId], tags: Sequence[str], formats: Sequence[Format]
    ) -> tuple[ItemHandle, ...]:
        """Return the live items that an exam may choose from (empty filters admit all), ordered."""
        return self._store.read(shelf.handles, decks, tags, formats, is_exam=True)

    def median_milliseconds(self) -> Mapping[Format, int]:
        """Return the learner's median answer time in each format of which there are 20 answers."""
        return self._store.read(tallies.median_milliseconds, self._seat)

    # --- answers ---

    def record(self, answered: Answered) -> Review:
        """Keep an answer: append it to the log and, where it counts, move the card's memory."""
        return self._store.write(recording.record, self._seat, answered)

    def undo(self, mode: Mode, sitting: int | None = None) -> Review | None:
        """Erase the newest review of `mode` (and `sitting`) and all that it moved; return it."""
        return self._store.write(recording.undo, self._seat, mode, sitting)

    def import_log(
        self, reviews: Sequence[ImportedReview], *, is_dry_run: bool = False
    ) -> MergeReport:
        """Add reviews made in another program to the log, those that it lacks; count them."""
        if is_dry_run:
            return self._store.read(importing.compare_log, self._seat, reviews)
        return self._store.write(importing.merge_log, self._seat, reviews)

    def export_cards(self, deck: DeckId) -> Iterator[ExportCard]:
        """Yield the live cards of `deck` with their items, in the bank's order, a few at a time."""
        start = 0
        while some := self._store.read(exporting.export_cards, self._seat, deck, start):
            yield from some
            start += exporting.CARDS_AT_ONCE

    def export_log(self, deck: DeckId) -> Iterator[LoggedReview]:
        """Yield what moved a memory of live cards of `deck`, the oldest first, a few at a time."""
        last = 0
        while True:
            some, last = self._store.read(exporting.export_log, self._seat, deck, last)
            yield from some
            if not last:
                return

    def rated_histories(self, decks: Sequence[DeckId]) -> list[list[tuple[int, Rating]]]:
        """Return each card's ratings with their days, the oldest first."""
        return self._store.read(histories.rated_histories, self._seat, decks)

    def recall_bins(self, decks: Sequence[DeckId]) -> tuple[RecallBin, ...]:
        """Return predicted beside actual recall, in bins of forecast."""
        return self._store.read(histories.recall_bins, self._seat, decks)

    # --- what else a learner does with a card ---

    def suspend(self, card: CardId | None, fact: FactId | None, at: datetime | None = None) -> None:
        """Hide a card, or all cards of a fact, until asked back; undoable where `at` is known."""
        self._store.write(handling.suspend, self._seat, Aim(card, fact, at))

    def unsuspend(self, card: CardId | None, fact: FactId | None) -> None:
        """Ask a card, or all cards of a fact, back."""
        self._store.write(handling.suspend, self._seat, Aim(card, fact), is_suspended=False)

    def bury(
        self,
        card: CardId | None,
        fact: FactId | None,
        until: datetime,
        at: datetime | None = None,
    ) -> None:
        """Hide a card, or all cards of a fact, until `until`; undoable where `at` is known."""
        self._store.write(handling.bury, self._seat, Aim(card, fact, at), until)

    def show_again(self, mode: Mode, sitting: int | None = None) -> CardId | None:
        """Take back what hid cards last, if nothing was answered since; return the first card."""
        return self._store.write(handling.show_again, self._seat, mode, sitting)

    def mark(self, card: CardId | None, fact: FactId | None = None, *, is_marked: bool) -> None:
        """Set or clear the learner's mark on a card, or on all cards of a fact."""
        self._store.write(handling.mark, self._seat, Aim(card, fact), is_marked=is_marked)

    def flag(self, card: CardId | None, fact: FactId | None, why: str, now: datetime) -> None:
        """Flag a card, or all cards of a fact, for its author; `why` may be ""."""
        self._store.write(handling.flag, self._seat, Aim(card, fact), why, now)

    def unflag(self, card: CardId | None, fact: FactId | None, why: str | None = None) -> None:
        """Take the flag off a card, or off all cards of a fact; `why` only one that says so."""
        self._store.write(handling.unflag, self._seat, Aim(card, fact), why)

    def flagged(self) -> tuple[Flag, ...]:
        """Return all flags of the learner on live cards, in the order of the bank."""
        return self._store.read(handling.flagged, self._seat)

    def confusables(self, fact: FactId) -> tuple[Item, ...]:
        """Return an item of each fact that `fact` may be confused with, as its deck says."""
        return self._store.read(shelf.confusables, fact)

    # --- quizzes and exams ---

    def open_sitting(self, plan: SittingPlan, now: datetime) -> SittingState:
        """Begin a quiz or exam."""
        return self._store.write(sittings.open_sitting, self._seat, plan, now)

    def unfinished_sitting(self, mode: Mode) -> SittingState | None:
        """Return the newest sitting of `mode` that was left before its end, None otherwise."""
        return self._store.read(sittings.unfinished_sitting, self._seat, mode)

    def close_sitting(self, sitting: int, now: datetime) -> None:
        """End a sitting: it is not offered for resuming any more."""
        self._store.write(sittings.close_sitting, self._seat, sitting, now)

    def open_exam(self, plan: SittingPlan, terms: ExamTerms, now: datetime) -> ExamState:
        """Begin an exam with the items of `plan`."""
        return self._store.write(exams.open_exam, self._seat, plan, terms, now)

    def unfinished_exam(self) -> ExamState | None:
        """Return the newest exam that was not handed in, None without one."""
        return self._store.read(exams.unfinished_exam, self._seat)

    def past_exams(self, limit: int) -> tuple[ExamState, ...]:
        """Return the last `limit` exams that were handed in, the newest first."""
        return self._store.read(exams.past_exams, self._seat, limit)

    def keep_place(self, sitting: int, at: int, place: ExamPlace) -> None:
        """Keep what stands at a place of an exam."""
        self._store.write(exams.keep_place, self._seat, sitting, at, place)

    def hand_in(self, sitting: int, answered: Sequence[Answered], now: datetime) -> int:
        """Log all answers of an exam at once and end it; return which attempt at its form it is."""
        return self._store.write(exams.hand_in, self._seat, sitting, answered, now)

    # --- browsing ---

    def card_keys(
        self, decks: Sequence[DeckId], states: Sequence[Is], now: datetime
    ) -> tuple[int, ...]:
        """Return the keys of the cards of `decks` that are all of `states`, in the bank's order."""
        return self._store.read(browse.card_keys, self._seat, decks, states, now)

    def card_lines(self, keys: Sequence[int]) -> tuple[CardLine, ...]:
        """Return the cards with `keys`, in that order, missing ones left out."""
        return self._store.read(browse.card_lines, self._seat, keys)

    def card_texts(self, keys: Sequence[int]) -> Mapping[int, CardText]:
        """Return what is searched of the cards with `keys`."""
        return self._store.read(browse.card_texts, keys)

    def items_of_fact(self, fact: FactId) -> tuple[Item, ...]:
        """Return the live items of `fact`, in the bank's order."""
        return self._store.read(browse.items_of_fact, fact)

    def answers_to(self, card: CardId, limit: int) -> tuple[Review, ...]:
        """Return the learner's newest answers to `card`, the newest first."""
        return self._store.read(browse.answers_to, self._seat, card, limit)

    # --- what a screen counts ---

    def deck_counts(self, decks: Sequence[DeckId], now: datetime) -> tuple[DeckCounts, ...]:
        """Return where the learner stands with each live deck of `decks`, in the bank's order."""
        return self._store.read(counts.deck_counts, self._seat, decks, now)

    def day_counts(self, since_day: int) -> tuple[DayCounts, ...]:
        """Return what the learner did on each day since `since_day` that has an answer."""
        return self._store.read(counts.day_counts, self._seat, since_day)
