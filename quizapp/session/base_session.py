"""What study and quiz share: one question at a time, graded, kept, taken back.

A kind of session says which question comes next (`_next_question`) and how it resumes after an
undo; everything else is here. It satisfies `quizapp.session.session.Session`.
"""

import random
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from quizapp.bank.model import CardId, DeckId, FactId
from quizapp.grading.expected import ExpectedList
from quizapp.grading.grade import Grade, Reason, Verdict
from quizapp.items.item import Format, Item, ItemId
from quizapp.learner.model import (
    AnswerRecord,
    LearnerCard,
    Mode,
    Response,
    Revealed,
    Scope,
    TypedText,
)
from quizapp.memory.days import learner_day, start_of_day
from quizapp.memory.model import MemoryState, New, Rating
from quizapp.memory.schedule import next_memories
from quizapp.session.grade_response import grade_response, load_judge, refuse_too_long
from quizapp.session.hints import next_hint
from quizapp.session.leeches import LEECH_FLAG, leech_if_forgotten, makes_leech
from quizapp.session.model import (
    AnsweredQuestion,
    Feedback,
    NamedMember,
    Progress,
    Question,
    Summary,
)
from quizapp.session.open_question import DeckContext, OpenQuestion
from quizapp.session.option_order import order_options
from quizapp.session.ports import SessionStore
from quizapp.session.rating import is_slow, rated_flip, suggest_rating

SEED_BITS = 32


class BaseSession(ABC):
    """A session at work.

    Args:
        store: the learner's desk.
        title: what is being asked.
        seed: what orders of options are drawn from.
        counts: whether answers move memory.
        sitting: the sitting that answers belong to, None in study.
    """

    mode: ClassVar[Mode]

    def __init__(
        self,
        store: SessionStore,
        title: str,
        seed: int,
        *,
        moves_memory: bool,
        sitting: int | None = None,
    ) -> None:
        self._store = store
        self._title = title
        self._seed = seed
        self._moves_memory = moves_memory
        self._sitting = sitting
        self._current: OpenQuestion | None = None
        self._feedback: Feedback | None = None
        self._first_grade: Grade | None = None
        self._answered_at: datetime | None = None
        self._is_recorded = False
        self._memory_after: MemoryState | None = None  # by the answer; None once the card is hidden
        self._hints = 0
        self._named_members: tuple[NamedMember, ...] = ()
        self._members_text = ""
        self._number = 0
        self._answers: list[AnsweredQuestion] = []
        self._deck_contexts: dict[DeckId, DeckContext] = {}
        self._medians: Mapping[Format, int] | None = None

    # --- what a kind of session says -------------------------------------------------------------

    @abstractmethod
    def start(self, now: datetime) -> None:
        """Read the store and ask the first question."""

    @abstractmethod
    def _next_question(self, now: datetime) -> OpenQuestion | None:
        """Return what is asked next, None when the session is over."""

    @abstractmethod
    def _question_after_undo(
        self, card: CardId, item: ItemId | None, now: datetime
    ) -> OpenQuestion | None:
        """Return what is asked after an undo: `item` where an answer on it was undone.

        Else a question on the `card`, which is shown again; or what is asked instead.
        """

    @property
    @abstractmethod
    def progress(self) -> Progress:
        """How far the session is."""

    # --- where it stands -------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """What is being asked."""
        return self._title

    @property
    def question(self) -> Question | None:
        """The question being asked or just answered; None when the session is over."""
        return self._current.question if self._current else None

    @property
    def feedback(self) -> Feedback | None:
        """Set from `answer` until `go_on`."""
        return self._feedback

    @property
    def can_undo(self) -> bool:
        """Whether there may be an answer to undo: one of an earlier go, too."""
        return True

    def summary(self) -> Summary:
        """Look back upon the answers so far."""
        return Summary(self._title, tuple(self._answers), self._next_due_time())

    def _next_due_time(self) -> datetime | None:
        return None

    def warm_up(self) -> None:
        """Load what judging an answer needs, once the first question is there to be read."""
        if self._current is not None and self._feedback is None:
            question = self._current.question
            load_judge()
            self._due_times(self._current, question.asked_at)

    # --- answering -------------------------------------------------------------------------------

    def answer(self, response: Response, now: datetime) -> Feedback:
        """Grade a response to the open question.

        Raises:
            AnswerTooLongError: it is longer than any answer here; the question stays open.
            ValueError: no question is open, or the response does not fit its format.
        """
        asked = self._require_open_question()
        self._first_grade = grade_response(asked.question, response, asked.deck_context.lexicon)
        self._answered_at = now
        self._feedback = self._make_feedback(asked, response, self._first_grade, now)
        return self._feedback

    def grade_members(self, text: str) -> tuple[NamedMember, ...]:
        """Return how the members of the open list that were named so far stand.

        Raises:
            AnswerTooLongError: the text is longer than any answer here.
            ValueError: no list is open.
        """
        from quizapp.session.list_progress import grade_members  # noqa: PLC0415 (start-up: it grades)

        asked = self._require_open_question()
        refuse_too_long(asked.question, text)
        if not isinstance(asked.question.item.expected, ExpectedList):
            raise ValueError("only a list is named member by member")  # noqa: TRY004 (no type is wrong)
        self._named_members = grade_members(
            asked.question.item.expected, text, asked.deck_context.lexicon
        )
        self._members_text = text
        return self._named_members

    def hint(self, now: datetime) -> str:  # noqa: ARG002 (the protocol's signature)
        """Return a further hint, which costs the rating; "" when there is none."""
        found = frozenset(each.key for each in self._named_members)
        shown = next_hint(self._require_open_question().question, self._hints, found)
        self._hints += bool(shown)
        return shown

    def override(self, now: datetime) -> Feedback:  # noqa: ARG002 (the protocol's signature)
        """Say "I was right"; both verdicts are kept.

        Raises:
            ValueError: the feedback does not allow it.
        """
        feedback = self._feedback
        if self._current is None or feedback is None or not feedback.can_override:
            raise ValueError("this answer cannot be overridden")
        right = as_right(feedback.grade)
        self._feedback = replace(
            feedback,
            grade=right,
            suggested_rating=self._suggest_rating(
                self._current, feedback.response, right, feedback.milliseconds
            ),
            can_override=False,
            is_overridden=True,
            leech=None,
        )
        return self._feedback

    def go_on(self, rating: Rating | None, now: datetime) -> None:
        """Keep the answer, then ask the next question; if it raises, the feedback is still there.

        Raises:
            ValueError: there is no answer to go on from.
            StoreError: it could not be kept, or the next question not be read.
        """
        self._record_answer(rating)
        self._ask(self._next_question(now))

    def leave(self, now: datetime) -> None:
        """Keep an answer whose feedback is open, and members named so far, which are one."""
        if self._feedback is None and self._named_members:
            self.answer(TypedText(self._members_text), now)
        self._record_open_answer()

    def _record_open_answer(self) -> None:
        """Keep an answer whose feedback is open; a flip that was only looked at is none."""
        feedback = self._feedback
        if feedback is not None and not isinstance(feedback.response, Revealed):
            self._record_answer(None)

    def reload_question(self, now: datetime) -> bool:
        """Ask the open question as its deck has it now; return whether it is another."""
        asked = self._current
        if asked is None or self._feedback is not None:
            return False
        self._deck_contexts.clear()
        item = next(iter(self._store.items([asked.question.item.id])), None)
        entry = self._store.learner_card(asked.question.learner_card.card)
        if item is None or entry is None:
            self._ask(self._next_question(now))
            return True
        if item.content_hash == asked.question.item.content_hash:
            return False
        self._ask(self._make_question(entry, item, now, asked.position))
        return True

    # --- taking back and putting aside -----------------------------------------------------------

    def undo(self, now: datetime) -> bool:
        """Take back what was done last, also in an earlier go, and ask its card again."""
        if self._feedback is not None and not self._is_recorded and self._current is not None:
            question = replace(self._current.question, asked_at=now)
            self._ask(replace(self._current, question=question))
            return True
        hidden = self._store.undo_hide(self.mode, self._sitting, now=now)
        if hidden is not None:
            self._ask(self._question_after_undo(hidden, None, now))
            return True
        review = self._store.undo(self.mode, self._sitting, now=now)
        if review is None:
            return False
        if self._answers and self._answers[-1].question.item.card == review.answer.card:
            self._answers.pop()
        if makes_leech(review):
            self._store.unflag(review.answer.card, None, now, LEECH_FLAG)
        self._ask(self._question_after_undo(review.answer.card, review.answer.item, now))
        return True

    def suspend(self, scope: Scope, now: datetime) -> None:
        """Hide the card or its fact until asked back; an answer already given is kept."""
        self._hide(
            now,
            lambda card, fact: self._store.suspend(card, fact, now, is_undoable=True),
            scope,
        )

    def bury(self, scope: Scope, now: datetime) -> None:
        """Hide the card or its fact until tomorrow; an answer already given is kept."""
        calendar = self._store.calendar
        tomorrow = start_of_day(learner_day(now, calendar) + 1, calendar)
        self._hide(
            now,
            lambda card, fact: self._store.bury(card, fact, tomorrow, now, is_undoable=True),
            scope,
        )

    def mark(self, scope: Scope, now: datetime) -> bool:
        """Turn the mark of the card, or of its fact, on or off; return whether it is on now."""
        entry = self._require_question().question.learner_card
        marked = replace(entry, is_marked=not entry.is_marked)
        self._store.mark(*target_ids(entry, scope), now, is_marked=marked.is_marked)
        self._replace_learner_card(marked)
        return marked.is_marked

    def flag(self, scope: Scope, why: str, now: datetime) -> bool:
        """Flag the card, or its fact, for its author, or take the flag off; say which."""
        entry = self._require_question().question.learner_card
        if entry.is_flagged:
            self._store.unflag(*target_ids(entry, scope), now)
        else:
            self._store.flag(*target_ids(entry, scope), why, now)
        self._replace_learner_card(replace(entry, is_flagged=not entry.is_flagged))
        return not entry.is_flagged

    # --- parts -----------------------------------------------------------------------------------

    def _hide(
        self, now: datetime, hide: Callable[[CardId | None, FactId | None], None], scope: Scope
    ) -> None:
        """Keep what was answered, hide the card or its fact, and go on."""
        entry = self._require_question().question.learner_card
        self._record_open_answer()
        hide(*target_ids(entry, scope))
        self._memory_after = None
        self._ask(self._next_question(now))

    def _replace_learner_card(self, entry: LearnerCard) -> None:
        """Let the question shown know what was done with its card."""
        asked = self._require_question()
        self._current = replace(asked, question=replace(asked.question, learner_card=entry))

    def _make_question(
        self, entry: LearnerCard, item: Item, now: datetime, position: int = 0
    ) -> OpenQuestion:
        """Return the question for `item`, with all that judging it needs."""
        self._number += 1
        seed = random.Random(f"{self._seed}/{item.id}/{self._number}").getrandbits(SEED_BITS)
        terms = self._deck_context(entry.deck)
        is_introduced = terms.limits.introduce and isinstance(entry.memory, New)
        question = Question(
            item=item,
            shown_options=order_options(item, seed),
            learner_card=entry,
            seed=seed,
            asked_at=now,
            introduction=item.sentence if is_introduced else "",
        )
        if self._medians is None:
            self._medians = self._store.median_milliseconds()
        leech = leech_if_forgotten(self._store, entry) if self._moves_memory else None
        return OpenQuestion(question, terms, self._medians.get(item.format), position, leech)

    def _deck_context(self, deck: DeckId) -> DeckContext:
        if deck not in self._deck_contexts:
            self._deck_contexts[deck] = DeckContext(
                self._store.limits(deck), self._store.scheduling(deck), self._store.lexicon(deck)
            )
        return self._deck_contexts[deck]

    def _ask(self, asked: OpenQuestion | None) -> None:
        self._current = asked
        self._feedback = None
        self._first_grade = None
        self._answered_at = None
        self._is_recorded = False
        self._hints = 0
        self._named_members, self._members_text = (), ""

    def _make_feedback(
        self, asked: OpenQuestion, response: Response, grade: Grade, now: datetime
    ) -> Feedback:
        milliseconds = asked.elapsed_milliseconds(now)
        suggested = self._suggest_rating(asked, response, grade, milliseconds)
        return Feedback(
            question=asked.question,
            response=response,
            grade=grade,
            suggested_rating=suggested,
            due_by_rating=self._due_times(asked, now),
            can_override=asked.can_override(response, grade),
            milliseconds=milliseconds,
            leech=asked.leech if suggested is Rating.AGAIN else None,
        )

    def _suggest_rating(
        self, asked: OpenQuestion, response: Response, grade: Grade, milliseconds: int
    ) -> Rating | None:
        if not self._moves_memory and not isinstance(response, Revealed):
            return None
        return suggest_rating(
            grade,
            response,
            asked.question.item,
            was_hinted=self._hints > 0,
            was_slow=is_slow(milliseconds, asked.median_milliseconds),
        )

    def _due_times(self, asked: OpenQuestion, now: datetime) -> Mapping[Rating, datetime]:
        if not self._moves_memory:
            return {}
        memory = asked.question.learner_card.memory
        futures = next_memories(memory, now, asked.deck_context.scheduling, self._store.calendar)
        return {rating: future.due for rating, future in futures.items()}

    def _record_answer(self, rating: Rating | None) -> None:
        """Write the answer to the store, once."""
        if self._feedback is None or self._first_grade is None or self._answered_at is None:
            raise ValueError("there is no answer to go on from")
        if self._is_recorded:
            return
        feedback, graded = self._as_rated(self._feedback, rating), self._first_grade
        if isinstance(feedback.response, Revealed):
            feedback = rated_flip(feedback, rating)
            graded = feedback.grade
        kept_rating = (rating or feedback.suggested_rating) if self._moves_memory else None
        answered = self._answer_record(feedback, graded, self._answered_at, kept_rating)
        review = self._store.record(answered)
        self._memory_after = review.after
        self._is_recorded = True
        if makes_leech(review):
            self._store.flag(answered.card, None, LEECH_FLAG, answered.at)
        self._answers.append(
            AnsweredQuestion(
                question=feedback.question,
                response=feedback.response,
                grade=feedback.grade,
                rating=kept_rating,
                milliseconds=feedback.milliseconds,
                is_overridden=feedback.is_overridden,
            )
        )

    def _as_rated(self, feedback: Feedback, rating: Rating | None) -> Feedback:
        """Return a feedback as its rating has it: an answer not judged is right if it passed."""
        is_passed = rating is not None and rating is not Rating.AGAIN
        if feedback.grade.reason is not Reason.UNJUDGED or not is_passed:
            return feedback
        return replace(feedback, grade=as_right(feedback.grade), is_overridden=True)

    def _answer_record(
        self, feedback: Feedback, graded: Grade, at: datetime, rating: Rating | None
    ) -> AnswerRecord:
        question = feedback.question
        item = question.item
        return AnswerRecord(
            card=item.card,
            item=item.id,
            format=item.format,
            mode=self.mode,
            at=at,
            day=learner_day(at, self._store.calendar),
            response=feedback.response,
            shown_option_ids=tuple(option.id for option in question.shown_options),
            verdict=feedback.grade.verdict,
            graded_verdict=graded.verdict,
            reason=graded.reason,
            rating=rating,
            moves_memory=self._moves_memory,
            hints=self._hints,
            milliseconds=feedback.milliseconds,
            item_hash=item.content_hash,
            seed=question.seed,
            sitting=self._sitting,
            position=self._current.position if self._current else 0,
        )

    def _require_open_question(self) -> OpenQuestion:
        if self._current is None or self._feedback is not None:
            raise ValueError("no question is open")
        return self._current

    def _require_question(self) -> OpenQuestion:
        if self._current is None:
            raise ValueError("the session is over")
        return self._current


def as_right(grade: Grade) -> Grade:
    """Return a grade that the learner knows better of."""
    return replace(grade, verdict=Verdict.CORRECT, reason=Reason.SAME, note="")


def target_ids(entry: LearnerCard, scope: Scope) -> tuple[CardId | None, FactId | None]:
    """Return the card or its fact, as the store takes them."""
    return (None, entry.fact) if scope is Scope.FACT else (entry.card, None)
