"""What a session needs from a store. `quizapp.store` provides it; nothing else may."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from quizapp.bank.model import CardId, DeckId, FactId
from quizapp.grading.lexicon import Lexicon
from quizapp.items.item import Format, Item, ItemId
from quizapp.learner.counts import DayTally
from quizapp.learner.model import AnswerRecord, DeckLimits, LearnerCard, Mode, Review
from quizapp.memory.model import Calendar, Scheduling
from quizapp.session.model import (
    ExamAnswer,
    ExamSettings,
    ExamState,
    ItemHandle,
    SittingPlan,
    SittingState,
)


class AskingStore(Protocol):
    """What study, quiz and exam all need of one learner's view of the store.

    Every call is one short transaction; when it returns, what it wrote is durable.
    Retired cards, drafts and removed decks are never returned. Any call may raise `StoreError`.
    """

    @property
    def calendar(self) -> Calendar:
        """The learner's days."""

    def learner_card(self, card: CardId) -> LearnerCard | None:
        """Return where the learner stands with `card` now; None when it is retired."""

    def items(self, ids: Sequence[ItemId]) -> tuple[Item, ...]:
        """Return the live items of `ids`, in that order, missing ones left out."""

    def lexicon(self, deck: DeckId) -> Lexicon:
        """Return the names of the concepts of `deck`, for grading."""


class SessionStore(AskingStore, Protocol):
    """What study and quiz need of a store."""

    def limits(self, deck: DeckId) -> DeckLimits:
        """Return how the learner takes `deck`: own settings over the author's over defaults."""

    def scheduling(self, deck: DeckId) -> Scheduling:
        """Return how memory of the cards of `deck` is scheduled."""

    def day_tally(self, day: int) -> DayTally:
        """Return what was studied (mode study, or counted) on the learner's `day`."""

    def learning_cards(self, decks: Sequence[DeckId], until: datetime) -> tuple[LearnerCard, ...]:
        """Return cards in (re)learning due at `until` at the latest, soonest first."""

    def due_reviews(
        self, decks: Sequence[DeckId], now: datetime, limit: int
    ) -> tuple[LearnerCard, ...]:
        """Return review cards due by the end of the learner's day, the most forgotten first.

        Neither suspended nor buried. A card whose key changed counts as due.
        """

    def new_cards(
        self, decks: Sequence[DeckId], now: datetime, limit: int
    ) -> tuple[LearnerCard, ...]:
        """Return cards never rated, in the bank's order; neither suspended nor buried."""

    def items_of_card(self, card: CardId) -> tuple[Item, ...]:
        """Return the live items of `card`."""

    def quiz_candidates(
        self, decks: Sequence[DeckId], tags: Sequence[str], formats: Sequence[Format]
    ) -> tuple[ItemHandle, ...]:
        """Return the live items that a quiz may choose from (empty filters admit all), ordered."""

    def median_milliseconds(self) -> Mapping[Format, int]:
        """Return the learner's median answer time in each format of which there are 20 answers."""

    def record(self, answer: AnswerRecord) -> Review:
        """Keep an answer: append it to the log and, where it counts, move the card's memory.

        The memory is read, moved and written in one transaction, so that two terminals never
        overwrite each other. A shown `old_key` is spent by it.
        """

    def keep_judged(self, answer: AnswerRecord) -> None:
        """Keep a judged answer that waits for its rating.

        `answer.rating` is the suggested one; `record` amends it, a drop forgets it.
        """

    def forget_judged(self) -> None:
        """Forget the judged answer that waits for its rating; nothing where there is none."""

    def undo(self, mode: Mode, sitting: int | None = None) -> Review | None:
        """Erase the learner's newest review of `mode` (and `sitting`) and all that it moved.

        Returns it, or None when there is none. The card's memory is again as it was before.
        """

    def suspend(self, card: CardId | None, fact: FactId | None, at: datetime | None = None) -> None:
        """Hide a card, or all cards of a fact, until asked back.

        Where `at` is given, `undo_hide` can take it back.
        """

    def bury(
        self,
        card: CardId | None,
        fact: FactId | None,
        until: datetime,
        at: datetime | None = None,
    ) -> None:
        """Hide a card, or all cards of a fact, until `until`; `at` is as for `suspend`."""

    def undo_hide(self, mode: Mode, sitting: int | None = None) -> CardId | None:
        """Take back what hid cards last, if nothing was answered since in `mode` (and `sitting`).

        Returns the first of the cards that are shown again, None when there was nothing.
        """

    def mark(self, card: CardId | None, fact: FactId | None = None, *, is_marked: bool) -> None:
        """Set or clear the learner's mark on a card, or on all cards of a fact."""

    def flag(self, card: CardId | None, fact: FactId | None, why: str, now: datetime) -> None:
        """Flag a card, or all cards of a fact, for its author; one flagged keeps its words."""

    def unflag(self, card: CardId | None, fact: FactId | None, why: str | None = None) -> None:
        """Take the flag off a card, or off all cards of a fact; `why` only one that says so."""

    def confusables(self, fact: FactId) -> tuple[Item, ...]:
        """Return an item of each fact that `fact` may be confused with, as its deck says."""

    def open_sitting(self, plan: SittingPlan, now: datetime) -> SittingState:
        """Begin a quiz or exam."""

    def unfinished_sitting(self, mode: Mode) -> SittingState | None:
        """Return the newest sitting of `mode` that was left before its end, None otherwise."""

    def close_sitting(self, sitting: int, now: datetime) -> None:
        """End a sitting: it is not offered for resuming any more."""


class ExamStore(AskingStore, Protocol):
    """What an exam needs of a store."""

    def open_exam(self, plan: SittingPlan, settings: ExamSettings, now: datetime) -> ExamState:
        """Begin an exam with the items of `plan`."""

    def unfinished_exam(self) -> ExamState | None:
        """Return the newest exam that was not handed in, None without one."""

    def save_exam_answer(self, sitting: int, at: int, answer: ExamAnswer) -> None:
        """Keep what stands at a place of an exam."""

    def past_exams(self, limit: int) -> tuple[ExamState, ...]:
        """Return the last `limit` exams that were handed in, the newest first."""

    def hand_in(self, sitting: int, answers: Sequence[AnswerRecord], now: datetime) -> int:
        """Log all answers of an exam at once and end it; return which attempt at its form it is."""
