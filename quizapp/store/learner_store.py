"""A learner's desk: the port that a session asks for, and the counts that a screen shows.

Each call is one transaction, run by a function of the module that its concern has.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from quizapp.bank.model import CardId, DeckId, DeckSettings, FactId
from quizapp.items.item import Format, Item, ItemId
from quizapp.learner.browse_rows import CardRow
from quizapp.learner.counts import DayCounts, DayTally, DeckCounts, DeckPlan, RecallBin
from quizapp.learner.export_values import ExportCard, ExportReview
from quizapp.learner.import_values import ImportedReview, MergeReport
from quizapp.learner.model import AnswerRecord, DeckLimits, Flag, LearnerCard, Mode, Review
from quizapp.learner.search import CardState, SearchText
from quizapp.memory.model import Calendar, MemoryState, Rating, Scheduling
from quizapp.session.model import (
    ExamAnswer,
    ExamSettings,
    ExamState,
    ItemHandle,
    SittingPlan,
    SittingState,
)
from quizapp.store import (
    browse_queries,
    card_actions,
    card_queries,
    day_totals,
    deck_counts,
    exams,
    export_queries,
    history_queries,
    import_reviews,
    item_queries,
    plans,
    preferences,
    review_log,
    sittings,
)
from quizapp.store.card_actions import Target
from quizapp.store.keys import key_of
from quizapp.store.learner_scope import NO_SETTINGS, LearnerScope, get_or_add_learner
from quizapp.store.store import Store

if TYPE_CHECKING:
    from quizapp.grading.lexicon import Lexicon


def open_learner(
    store: Store, name: str, calendar: Calendar, overrides: DeckSettings = NO_SETTINGS
) -> "LearnerStore":
    """Return what `store` has of the learner `name`, who is known from now on.

    A store that is read only learns no name. `overrides` are settings of this run, which win over
    those of every deck.
    """
    is_read_only = store.backend.is_read_only
    key = key_of(name) if is_read_only else store.write(get_or_add_learner, name)
    return LearnerStore(store, LearnerScope(key, calendar, overrides))


class LearnerStore:
    """One learner's view of the store: a `quizapp.session.ports.SessionStore`."""

    def __init__(self, store: Store, scope: LearnerScope) -> None:
        self._store = store
        self._scope = scope

    @property
    def calendar(self) -> Calendar:
        """The learner's days."""
        return self._scope.calendar

    # --- how decks are taken ---

    def limits(self, deck: DeckId) -> DeckLimits:
        """Return how the learner takes `deck`: own settings over the author's over defaults."""
        return self._store.read(preferences.deck_limits, self._scope, key_of(deck))

    def scheduling(self, deck: DeckId) -> Scheduling:
        """Return how memory of the cards of `deck` is scheduled."""
        return self._store.read(preferences.deck_scheduling, self._scope, key_of(deck))

    def save_settings(
        self, deck: DeckId, settings: DeckSettings, parameters: Sequence[float] = ()
    ) -> None:
        """Keep what the learner sets for `deck`, and own FSRS parameters for it."""
        self._store.write(preferences.save_settings, self._scope, deck, settings, parameters)

    def save_parameters(self, deck: DeckId, parameters: Sequence[float]) -> None:
        """Keep own FSRS parameters for `deck`; what else is set for it stays."""
        self._store.write(preferences.save_parameters, self._scope, deck, parameters)

    # --- plans for an exam ---

    def save_plans(self, plans_to_save: Sequence[DeckPlan]) -> None:
        """Plan for these dates: until then their pace is the limit of new cards."""
        self._store.write(plans.save_plans, self._scope, plans_to_save)

    def clear_plans(self, decks: Sequence[DeckId]) -> int:
        """Plan for these decks no longer; return how many plans there were."""
        return self._store.write(plans.clear_plans, self._scope, decks)

    def delete_past_plans(self, today: int) -> None:
        """Forget the plans whose day has come or is over."""
        self._store.write(plans.delete_past_plans, self._scope, today)

    def plans(self) -> tuple[DeckPlan, ...]:
        """Return the learner's plans, the nearest date first."""
        return self._store.read(plans.all_plans, self._scope)

    def card_memories(self, decks: Sequence[DeckId]) -> tuple[tuple[CardId, MemoryState], ...]:
        """Return all live cards that are not suspended, with their memories, in order."""
        return self._store.read(plans.card_memories, self._scope, decks)

    # --- names, cards and items ---

    def lexicon(self, deck: DeckId) -> "Lexicon":
        """Return the names of the concepts of `deck`, for grading."""
        return self._store.read(item_queries.deck_lexicon, deck)

    # --- cards and items ---

    def day_tally(self, day: int) -> DayTally:
        """Return what was studied (mode study, or counted) on the learner's `day`."""
        return self._store.read(day_totals.day_tally, self._scope, day)

    def learning_cards(self, decks: Sequence[DeckId], until: datetime) -> tuple[LearnerCard, ...]:
        """Return cards in (re)learning due at `until` at the latest, soonest first."""
        return self._store.read(card_queries.learning_cards, self._scope, decks, until)

    def due_reviews(
        self, decks: Sequence[DeckId], now: datetime, limit: int
    ) -> tuple[LearnerCard, ...]:
        """Return review cards due by the end of the learner's day, the most forgotten first."""
        return self._store.read(card_queries.due_reviews, self._scope, decks, now, limit)

    def new_cards(
        self, decks: Sequence[DeckId], now: datetime, limit: int
    ) -> tuple[LearnerCard, ...]:
        """Return cards never rated, in the bank's order; neither suspended nor buried."""
        return self._store.read(card_queries.new_cards, self._scope, decks, now, limit)

    def learner_card(self, card: CardId) -> LearnerCard | None:
        """Return where the learner stands with `card` now; None when it is retired."""
        return self._store.read(card_queries.learner_card, self._scope, card)

    def items_of_card(self, card: CardId) -> tuple[Item, ...]:
        """Return the live items of `card`."""
        return self._store.read(item_queries.items_of_card, card)

    def items(self, ids: Sequence[ItemId]) -> tuple[Item, ...]:
        """Return the live items of `ids`, in that order, missing ones left out."""
        return self._store.read(item_queries.items_by_id, ids)

    def quiz_candidates(
        self, decks: Sequence[DeckId], tags: Sequence[str], formats: Sequence[Format]
    ) -> tuple[ItemHandle, ...]:
        """Return the live items that a quiz may choose from (empty filters admit all), ordered."""
        return self._store.read(item_queries.item_handles, decks, tags, formats)

    def exam_candidates(
        self, decks: Sequence[DeckId], tags: Sequence[str], formats: Sequence[Format]
    ) -> tuple[ItemHandle, ...]:
        """Return the live items that an exam may choose from (empty filters admit all), ordered."""
        return self._store.read(item_queries.item_handles, decks, tags, formats, is_exam=True)

    def median_milliseconds(self) -> Mapping[Format, int]:
        """Return the learner's median answer time in each format of which there are 20 answers."""
        return self._store.read(day_totals.median_milliseconds, self._scope)

    # --- answers ---

    def record(self, answer: AnswerRecord) -> Review:
        """Keep an answer: append it to the log and, where it counts, move the card's memory."""
        return self._store.write(review_log.record, self._scope, answer)

    def undo(self, mode: Mode, sitting: int | None = None) -> Review | None:
        """Erase the newest review of `mode` (and `sitting`) and all that it moved; return it."""
        return self._store.write(review_log.undo, self._scope, mode, sitting)

    def import_reviews(
        self, reviews: Sequence[ImportedReview], *, is_dry_run: bool = False
    ) -> MergeReport:
        """Add reviews made in another program to the log, those that it lacks; count them."""
        if is_dry_run:
            return self._store.read(import_reviews.preview_merge, self._scope, reviews)
        return self._store.write(import_reviews.merge_reviews, self._scope, reviews)

    def export_cards(self, deck: DeckId) -> Iterator[ExportCard]:
        """Yield the live cards of `deck` with their items, in the bank's order, a few at a time."""
        start = 0
        while some := self._store.read(export_queries.export_cards, self._scope, deck, start):
            yield from some
            start += export_queries.CARDS_PER_READ

    def export_reviews(self, deck: DeckId) -> Iterator[ExportReview]:
        """Yield what moved a memory of live cards of `deck`, the oldest first, a few at a time."""
        last = 0
        while True:
            some, last = self._store.read(export_queries.export_reviews, self._scope, deck, last)
            yield from some
            if not last:
                return

    def rating_histories(self, decks: Sequence[DeckId]) -> list[list[tuple[int, Rating]]]:
        """Return each card's ratings with their days, the oldest first."""
        return self._store.read(history_queries.rating_histories, self._scope, decks)

    def recall_bins(self, decks: Sequence[DeckId]) -> tuple[RecallBin, ...]:
        """Return predicted beside actual recall, in bins of forecast."""
        return self._store.read(history_queries.recall_bins, self._scope, decks)

    # --- what else a learner does with a card ---

    def suspend(self, card: CardId | None, fact: FactId | None, at: datetime | None = None) -> None:
        """Hide a card, or all cards of a fact, until asked back; undoable where `at` is known."""
        self._store.write(card_actions.suspend, self._scope, Target(card, fact, at))

    def unsuspend(self, card: CardId | None, fact: FactId | None) -> None:
        """Ask a card, or all cards of a fact, back."""
        self._store.write(card_actions.suspend, self._scope, Target(card, fact), is_suspended=False)

    def bury(
        self,
        card: CardId | None,
        fact: FactId | None,
        until: datetime,
        at: datetime | None = None,
    ) -> None:
        """Hide a card, or all cards of a fact, until `until`; undoable where `at` is known."""
        self._store.write(card_actions.bury, self._scope, Target(card, fact, at), until)

    def undo_hide(self, mode: Mode, sitting: int | None = None) -> CardId | None:
        """Take back what hid cards last, if nothing was answered since; return the first card."""
        return self._store.write(card_actions.undo_hide, self._scope, mode, sitting)

    def mark(self, card: CardId | None, fact: FactId | None = None, *, is_marked: bool) -> None:
        """Set or clear the learner's mark on a card, or on all cards of a fact."""
        self._store.write(card_actions.mark, self._scope, Target(card, fact), is_marked=is_marked)

    def flag(self, card: CardId | None, fact: FactId | None, why: str, now: datetime) -> None:
        """Flag a card, or all cards of a fact, for its author; `why` may be ""."""
        self._store.write(card_actions.flag, self._scope, Target(card, fact), why, now)

    def unflag(self, card: CardId | None, fact: FactId | None, why: str | None = None) -> None:
        """Take the flag off a card, or off all cards of a fact; `why` only one that says so."""
        self._store.write(card_actions.unflag, self._scope, Target(card, fact), why)

    def flags(self) -> tuple[Flag, ...]:
        """Return all flags of the learner on live cards, in the order of the bank."""
        return self._store.read(card_actions.all_flags, self._scope)

    def confusables(self, fact: FactId) -> tuple[Item, ...]:
        """Return an item of each fact that `fact` may be confused with, as its deck says."""
        return self._store.read(item_queries.confusables, fact)

    # --- quizzes and exams ---

    def open_sitting(self, plan: SittingPlan, now: datetime) -> SittingState:
        """Begin a quiz or exam."""
        return self._store.write(sittings.open_sitting, self._scope, plan, now)

    def unfinished_sitting(self, mode: Mode) -> SittingState | None:
        """Return the newest sitting of `mode` that was left before its end, None otherwise."""
        return self._store.read(sittings.unfinished_sitting, self._scope, mode)

    def close_sitting(self, sitting: int, now: datetime) -> None:
        """End a sitting: it is not offered for resuming any more."""
        self._store.write(sittings.close_sitting, self._scope, sitting, now)

    def open_exam(self, plan: SittingPlan, settings: ExamSettings, now: datetime) -> ExamState:
        """Begin an exam with the items of `plan`."""
        return self._store.write(exams.open_exam, self._scope, plan, settings, now)

    def unfinished_exam(self) -> ExamState | None:
        """Return the newest exam that was not handed in, None without one."""
        return self._store.read(exams.unfinished_exam, self._scope)

    def past_exams(self, limit: int) -> tuple[ExamState, ...]:
        """Return the last `limit` exams that were handed in, the newest first."""
        return self._store.read(exams.past_exams, self._scope, limit)

    def save_exam_answer(self, sitting: int, at: int, answer: ExamAnswer) -> None:
        """Keep what stands at a place of an exam."""
        self._store.write(exams.save_exam_answer, self._scope, sitting, at, answer)

    def hand_in(self, sitting: int, answers: Sequence[AnswerRecord], now: datetime) -> int:
        """Log all answers of an exam at once and end it; return which attempt at its form it is."""
        return self._store.write(exams.hand_in, self._scope, sitting, answers, now)

    # --- browsing ---

    def card_keys(
        self, decks: Sequence[DeckId], states: Sequence[CardState], now: datetime
    ) -> tuple[int, ...]:
        """Return the keys of the cards of `decks` that are all of `states`, in the bank's order."""
        return self._store.read(browse_queries.card_keys, self._scope, decks, states, now)

    def card_rows(self, keys: Sequence[int]) -> tuple[CardRow, ...]:
        """Return the cards with `keys`, in that order, missing ones left out."""
        return self._store.read(browse_queries.card_rows, self._scope, keys)

    def search_texts(self, keys: Sequence[int]) -> Mapping[int, SearchText]:
        """Return what is searched of the cards with `keys`."""
        return self._store.read(browse_queries.search_texts, keys)

    def items_of_fact(self, fact: FactId) -> tuple[Item, ...]:
        """Return the live items of `fact`, in the bank's order."""
        return self._store.read(browse_queries.items_of_fact, fact)

    def card_answers(self, card: CardId, limit: int) -> tuple[Review, ...]:
        """Return the learner's newest answers to `card`, the newest first."""
        return self._store.read(browse_queries.card_answers, self._scope, card, limit)

    # --- what a screen counts ---

    def deck_counts(self, decks: Sequence[DeckId], now: datetime) -> tuple[DeckCounts, ...]:
        """Return where the learner stands with each live deck of `decks`, in the bank's order."""
        return self._store.read(deck_counts.deck_counts, self._scope, decks, now)

    def day_counts(self, since_day: int) -> tuple[DayCounts, ...]:
        """Return what the learner did on each day since `since_day` that has an answer."""
        return self._store.read(deck_counts.day_counts, self._scope, since_day)
