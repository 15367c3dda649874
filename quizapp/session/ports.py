"""What a session needs from a store, a port for each need. `quizapp.store` provides them all.

What an operation does is said here and nowhere else. Every call is one short transaction; when it
returns, what it wrote is durable. Retired cards, drafts and removed decks are never returned. Any
call may raise `StoreError`.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from quizapp.bank.model import CardId, DeckId, FactId
from quizapp.items.item import Format, Item, ItemId
from quizapp.learner.browse_rows import CardRow
from quizapp.learner.counts import DayTally
from quizapp.learner.model import AnswerRecord, LearnerCard, Mode, Review, StudySettings
from quizapp.learner.search import CardState, SearchText
from quizapp.memory.model import Calendar, Scheduling
from quizapp.session.model import (
    ExamAnswer,
    ExamGrant,
    ExamSettings,
    ExamState,
    ItemHandle,
    SittingPlan,
    SittingState,
)

if TYPE_CHECKING:
    from quizapp.grading.lexicon import Lexicon


class _LearnerCalendar(Protocol):
    """The learner's days."""

    @property
    def calendar(self) -> Calendar:
        """When the learner's days begin."""


class CardReader(_LearnerCalendar, Protocol):
    """Cards as they stand for a learner, and how the learner takes their decks."""

    def limits(self, deck: DeckId) -> StudySettings:
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

        Neither suspended nor buried. A card whose key changed counts as due and comes before all
        others.
        """

    def new_cards(
        self, decks: Sequence[DeckId], now: datetime, limit: int
    ) -> tuple[LearnerCard, ...]:
        """Return cards never rated, in the bank's order; neither suspended nor buried."""

    def learner_card(self, card: CardId) -> LearnerCard | None:
        """Return where the learner stands with `card` now; None when it is retired."""

    def median_milliseconds(self) -> Mapping[Format, int]:
        """Return the learner's median answer time in each format of which there are 20 answers."""


class ItemReader(Protocol):
    """The items of a bank, and the names that grading them needs."""

    def items_of_card(self, card: CardId) -> tuple[Item, ...]:
        """Return the live items of `card`."""

    def items(self, ids: Sequence[ItemId]) -> tuple[Item, ...]:
        """Return the live items of `ids`, in that order, missing ones left out."""

    def quiz_candidates(
        self, decks: Sequence[DeckId], tags: Sequence[str], formats: Sequence[Format]
    ) -> tuple[ItemHandle, ...]:
        """Return the live items that a quiz may choose from (empty filters admit all), ordered."""

    def exam_candidates(
        self, decks: Sequence[DeckId], tags: Sequence[str], formats: Sequence[Format]
    ) -> tuple[ItemHandle, ...]:
        """Return those of `quiz_candidates` that their author lets into an exam."""

    def confusables(self, fact: FactId) -> tuple[Item, ...]:
        """Return an item of each fact that `fact` may be confused with, as its deck says."""

    def lexicon(self, deck: DeckId) -> "Lexicon":
        """Return the names of the concepts of `deck`, for grading; none for an unknown deck."""


class ReviewLog(Protocol):
    """The log of answers, which only grows; a memory is what its log makes of it."""

    def record(self, answer: AnswerRecord) -> Review:
        """Keep an answer: append it to the log and, where it counts, move the card's memory.

        The memory is read, moved and written in one transaction, so that two terminals never
        overwrite each other. A shown `old_key` is spent by it. The judged answer that waited for
        its rating waits no longer; where another run has logged it meanwhile, this one replaces it.

        Raises:
            StoreError: the card was never in the store.
        """

    def undo(self, mode: Mode, sitting: int | None = None, *, now: datetime) -> Review | None:
        """Mark the learner's newest review of `mode` (and `sitting`) undone `now`.

        Returns it, or None when there is none. The card's memory, the counts and the sitting are
        again as if it had not been; it stays in the log, so that no import brings it back.
        """

    def keep_judged(self, answer: AnswerRecord) -> None:
        """Keep an answer that waits for its rating, in place of an earlier one of this run.

        Its `rating` is the one suggested. It is not in the log yet: `record` puts it there.
        """

    def forget_judged(self) -> None:
        """Forget the answer that waits for its rating, and what another run logged of it."""

    def recover_judged(self) -> int:
        """Log the judged answers that earlier runs left, with the ratings suggested; count them.

        A run may be alive after all: when it rates its answer, that replaces what is logged here.
        """


class CardActions(Protocol):
    """What a learner does with a card, or with all live cards of a fact, beside answering it.

    Of `card` and `fact` one is given. No memory moves. Each carries the time, `now`, when it was
    set or taken off, so that of two machines the later one wins.
    """

    def suspend(
        self,
        card: CardId | None,
        fact: FactId | None,
        now: datetime,
        *,
        is_undoable: bool = False,
    ) -> None:
        """Hide until asked back; `undo_hide` can take it back where `is_undoable`."""

    def unsuspend(self, card: CardId | None, fact: FactId | None, now: datetime) -> None:
        """Ask back what was suspended."""

    def bury(
        self,
        card: CardId | None,
        fact: FactId | None,
        until: datetime,
        now: datetime,
        *,
        is_undoable: bool = False,
    ) -> None:
        """Hide until `until`; `undo_hide` can take it back where `is_undoable`."""

    def undo_hide(self, mode: Mode, sitting: int | None = None, *, now: datetime) -> CardId | None:
        """Take back what hid cards last, if nothing was answered since in `mode` (and `sitting`).

        Returns the card that comes first in its deck of those that are shown again; None when
        there was nothing.
        """

    def mark(
        self, card: CardId | None, fact: FactId | None, now: datetime, *, is_marked: bool
    ) -> None:
        """Set or clear the learner's mark."""

    def flag(self, card: CardId | None, fact: FactId | None, why: str, now: datetime) -> None:
        """Flag for the author; `why` may be "", and a card that is flagged keeps its words."""

    def unflag(
        self, card: CardId | None, fact: FactId | None, now: datetime, why: str | None = None
    ) -> None:
        """Take the flag off; with `why` only one that says so."""


class SittingStore(Protocol):
    """Quizzes: begun, resumed, ended."""

    def open_sitting(self, plan: SittingPlan, now: datetime) -> SittingState:
        """Begin a quiz or exam."""

    def unfinished_sitting(self, mode: Mode) -> SittingState | None:
        """Return the newest sitting of `mode` that was left before its end, None otherwise."""

    def close_sitting(self, sitting: int, now: datetime) -> None:
        """End a sitting: it is not offered for resuming any more."""


class ExamSittingStore(Protocol):
    """Exams: begun, answered place by place, handed in."""

    def open_exam(self, plan: SittingPlan, settings: ExamSettings, now: datetime) -> ExamState:
        """Begin an exam with the items of `plan`."""

    def unfinished_exam(self) -> ExamState | None:
        """Return the newest exam that was not handed in, None without one."""

    def past_exams(self, limit: int) -> tuple[ExamState, ...]:
        """Return the last `limit` exams that were handed in, the newest first."""

    def save_exam_answer(self, sitting: int, at: int, answer: ExamAnswer) -> None:
        """Keep what stands at the place `at` of an exam."""

    def hand_in(self, sitting: int, answers: Sequence[AnswerRecord], now: datetime) -> int:
        """Log all answers of an exam and end it, in one go; return which attempt at its form it is.

        Handed in already, from another terminal, it is left as it is.
        """

    def grant(self, sitting: int, given: ExamGrant, now: datetime) -> None:
        """Keep that someone said that an answer of an exam was right.

        The log stays as it was. What is granted already is left as it is.
        """

    def take_back_grant(self, sitting: int, at: int, now: datetime) -> None:
        """Mark what was granted at the place `at` of an exam as taken back; it stays on record."""

    def grants(self, sitting: int) -> Mapping[int, str]:
        """Return by whom answers of an exam were granted, by their places."""


class CardBrowsing(Protocol):
    """The cards of a bank as a table, and what is told of one. A key is the store's own."""

    def card_keys(
        self, decks: Sequence[DeckId], states: Sequence[CardState], now: datetime
    ) -> tuple[int, ...]:
        """Return the keys of the cards of `decks` that are all of `states`, in the bank's order."""

    def card_rows(self, keys: Sequence[int]) -> tuple[CardRow, ...]:
        """Return the cards with `keys`, in that order, missing ones left out."""

    def search_texts(self, keys: Sequence[int]) -> Mapping[int, SearchText]:
        """Return what is searched of the cards with `keys`."""

    def items_of_fact(self, fact: FactId) -> tuple[Item, ...]:
        """Return the live items of `fact`, in the bank's order."""

    def card_answers(self, card: CardId, limit: int) -> tuple[Review, ...]:
        """Return the learner's newest answers to `card`, the newest first."""


class SessionStore(CardReader, ItemReader, ReviewLog, CardActions, SittingStore, Protocol):
    """What a session of study or a quiz needs of a store."""


class ExamStore(CardReader, ItemReader, ExamSittingStore, Protocol):
    """What an exam needs of a store."""
