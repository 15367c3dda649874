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
from quizapp.memory.days import day_of, start_of
from quizapp.memory.model import MemoryState, New, Rating
from quizapp.memory.schedule import next_memories
from quizapp.session.asked import Asked, DeckTerms
from quizapp.session.grading import grade_response, load_judge, refuse_too_long
from quizapp.session.hints import hint
from quizapp.session.leeches import WHY, leech_of, made_leech
from quizapp.session.model import (
    Answer,
    Answered,
    CardEntry,
    Feedback,
    Mode,
    Named,
    Progress,
    Question,
    Response,
    Revealed,
    Summary,
    Typed,
)
from quizapp.session.ports import SessionStore
from quizapp.session.presenting import shown_options
from quizapp.session.rating import is_slow, rated_flip, rating_of
from quizapp.session.session import Scope

SEED_BITS = 32


class AskingSession(ABC):
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
        counts: bool,
        sitting: int | None = None,
    ) -> None:
        self._store = store
        self._title = title
        self._seed = seed
        self._counts = counts
        self._sitting = sitting
        self._asked: Asked | None = None
        self._feedback: Feedback | None = None
        self._graded: Grade | None = None
        self._answered_at: datetime | None = None
        self._is_kept = False
        self._memory_left: MemoryState | None = None  # by the answer; None once the card is hidden
        self._hints = 0
        self._named: tuple[Named, ...] = ()
        self._named_text = ""
        self._number = 0
        self._answers: list[Answer] = []
        self._terms: dict[DeckId, DeckTerms] = {}
        self._medians: Mapping[Format, int] | None = None

    # --- what a kind of session says -------------------------------------------------------------

    @abstractmethod
    def start(self, now: datetime) -> None:
        """Read the store and ask the first question."""

    @abstractmethod
    def _next_question(self, now: datetime) -> Asked | None:
        """Return what is asked next, None when the session is over."""

    @abstractmethod
    def _question_again(self, card: CardId, item: ItemId | None, now: datetime) -> Asked | None:
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
        return self._asked.question if self._asked else None

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
        return Summary(self._title, tuple(self._answers), self._next_due())

    def _next_due(self) -> datetime | None:
        return None

    def warm_up(self) -> None:
        """Load what judging an answer needs, once the first question is there to be read."""
        if self._asked is not None and self._feedback is None:
            question = self._asked.question
            load_judge()
            self._due(self._asked, question.asked_at)

    # --- answering -------------------------------------------------------------------------------

    def answer(self, response: Response, now: datetime) -> Feedback:
        """Grade a response to the open question.

        Raises:
            AnswerTooLongError: it is longer than any answer here; the question stays open.
            ValueError: no question is open, or the response does not fit its format.
        """
        asked = self._open()
        self._graded = grade_response(asked.question, response, asked.terms.names)
        self._answered_at = now
        self._feedback = self._judged(asked, response, self._graded, now)
        return self._feedback

    def named(self, text: str) -> tuple[Named, ...]:
        """Return how the members of the open list that were named so far stand.

        Raises:
            AnswerTooLongError: the text is longer than any answer here.
            ValueError: no list is open.
        """
        from quizapp.session.naming import named  # noqa: PLC0415 (start-up: it grades)

        asked = self._open()
        refuse_too_long(asked.question, text)
        if not isinstance(asked.question.item.expected, ExpectedList):
            raise ValueError("only a list is named member by member")  # noqa: TRY004 (no type is wrong)
        self._named = named(asked.question.item.expected, text, asked.terms.names)
        self._named_text = text
        return self._named

    def hint(self, now: datetime) -> str:  # noqa: ARG002 (the protocol's signature)
        """Return a further hint, which costs the rating; "" when there is none."""
        found = frozenset(each.key for each in self._named)
        shown = hint(self._open().question, self._hints, found)
        self._hints += bool(shown)
        return shown

    def override(self, now: datetime) -> Feedback:  # noqa: ARG002 (the protocol's signature)
        """Say "I was right"; both verdicts are kept.

        Raises:
            ValueError: the feedback does not allow it.
        """
        feedback = self._feedback
        if self._asked is None or feedback is None or not feedback.can_override:
            raise ValueError("this answer cannot be overridden")
        right = as_right(feedback.grade)
        self._feedback = replace(
            feedback,
            grade=right,
            suggested=self._suggested(self._asked, feedback.response, right, feedback.milliseconds),
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
        self._keep(rating)
        self._ask(self._next_question(now))

    def leave(self, now: datetime) -> None:
        """Keep an answer whose feedback is open, and members named so far, which are one."""
        if self._feedback is None and self._named:
            self.answer(Typed(self._named_text), now)
        self._keep_shown()

    def _keep_shown(self) -> None:
        """Keep an answer whose feedback is open; a flip that was only looked at is none."""
        feedback = self._feedback
        if feedback is not None and not isinstance(feedback.response, Revealed):
            self._keep(None)

    def read_again(self, now: datetime) -> bool:
        """Ask the open question as its deck has it now; say whether it is another."""
        asked = self._asked
        if asked is None or self._feedback is not None:
            return False
        self._terms.clear()
        item = next(iter(self._store.items([asked.question.item.id])), None)
        entry = self._store.entry(asked.question.entry.card)
        if item is None or entry is None:
            self._ask(self._next_question(now))
            return True
        if item.content_hash == asked.question.item.content_hash:
            return False
        self._ask(self._prepare(entry, item, now, asked.position))
        return True

    # --- taking back and putting aside -----------------------------------------------------------

    def undo(self, now: datetime) -> bool:
        """Take back what was done last, also in an earlier go, and ask its card again."""
        if self._feedback is not None and not self._is_kept and self._asked is not None:
            question = replace(self._asked.question, asked_at=now)
            self._ask(replace(self._asked, question=question))
            return True
        hidden = self._store.show_again(self.mode, self._sitting)
        if hidden is not None:
            self._ask(self._question_again(hidden, None, now))
            return True
        review = self._store.undo(self.mode, self._sitting)
        if review is None:
            return False
        if self._answers and self._answers[-1].question.item.card == review.answered.card:
            self._answers.pop()
        if made_leech(review):
            self._store.unflag(review.answered.card, None, WHY)
        self._ask(self._question_again(review.answered.card, review.answered.item, now))
        return True

    def suspend(self, scope: Scope, now: datetime) -> None:
        """Hide the card or its fact until asked back; an answer already given is kept."""
        self._hide(now, lambda card, fact: self._store.suspend(card, fact, now), scope)

    def bury(self, scope: Scope, now: datetime) -> None:
        """Hide the card or its fact until tomorrow; an answer already given is kept."""
        calendar = self._store.calendar
        tomorrow = start_of(day_of(now, calendar) + 1, calendar)
        self._hide(now, lambda card, fact: self._store.bury(card, fact, tomorrow, now), scope)

    def mark(self, scope: Scope = Scope.CARD) -> bool:
        """Turn the mark of the card, or of its fact, on or off; return whether it is on now."""
        entry = self._shown().question.entry
        marked = replace(entry, is_marked=not entry.is_marked)
        self._store.mark(*aim_of(entry, scope), is_marked=marked.is_marked)
        self._show_entry(marked)
        return marked.is_marked

    def flag(self, scope: Scope, why: str, now: datetime) -> bool:
        """Flag the card, or its fact, for its author, or take the flag off; say which."""
        entry = self._shown().question.entry
        if entry.is_flagged:
            self._store.unflag(*aim_of(entry, scope))
        else:
            self._store.flag(*aim_of(entry, scope), why, now)
        self._show_entry(replace(entry, is_flagged=not entry.is_flagged))
        return not entry.is_flagged

    # --- parts -----------------------------------------------------------------------------------

    def _hide(
        self, now: datetime, hide: Callable[[CardId | None, FactId | None], None], scope: Scope
    ) -> None:
        """Keep what was answered, hide the card or its fact, and go on."""
        entry = self._shown().question.entry
        self._keep_shown()
        hide(*aim_of(entry, scope))
        self._memory_left = None
        self._ask(self._next_question(now))

    def _show_entry(self, entry: CardEntry) -> None:
        """Let the question shown know what was done with its card."""
        asked = self._shown()
        self._asked = replace(asked, question=replace(asked.question, entry=entry))

    def _prepare(self, entry: CardEntry, item: Item, now: datetime, position: int = 0) -> Asked:
        """Return the question for `item`, with all that judging it needs."""
        self._number += 1
        seed = random.Random(f"{self._seed}/{item.id}/{self._number}").getrandbits(SEED_BITS)
        terms = self._terms_of(entry.deck)
        is_introduced = terms.limits.introduce and isinstance(entry.memory, New)
        question = Question(
            item=item,
            shown=shown_options(item, seed),
            entry=entry,
            seed=seed,
            asked_at=now,
            introduction=item.sentence if is_introduced else "",
        )
        if self._medians is None:
            self._medians = self._store.median_milliseconds()
        leech = leech_of(self._store, entry) if self._counts else None
        return Asked(question, terms, self._medians.get(item.format), position, leech)

    def _terms_of(self, deck: DeckId) -> DeckTerms:
        if deck not in self._terms:
            self._terms[deck] = DeckTerms(
                self._store.limits(deck), self._store.scheduling(deck), self._store.names(deck)
            )
        return self._terms[deck]

    def _ask(self, asked: Asked | None) -> None:
        self._asked = asked
        self._feedback = None
        self._graded = None
        self._answered_at = None
        self._is_kept = False
        self._hints = 0
        self._named, self._named_text = (), ""

    def _judged(self, asked: Asked, response: Response, grade: Grade, now: datetime) -> Feedback:
        milliseconds = asked.milliseconds_until(now)
        suggested = self._suggested(asked, response, grade, milliseconds)
        return Feedback(
            question=asked.question,
            response=response,
            grade=grade,
            suggested=suggested,
            due=self._due(asked, now),
            can_override=asked.can_override(response, grade),
            milliseconds=milliseconds,
            leech=asked.leech if suggested is Rating.AGAIN else None,
        )

    def _suggested(
        self, asked: Asked, response: Response, grade: Grade, milliseconds: int
    ) -> Rating | None:
        if not self._counts and not isinstance(response, Revealed):
            return None
        return rating_of(
            grade,
            response,
            asked.question.item,
            was_hinted=self._hints > 0,
            was_slow=is_slow(milliseconds, asked.median_milliseconds),
        )

    def _due(self, asked: Asked, now: datetime) -> Mapping[Rating, datetime]:
        if not self._counts:
            return {}
        memory = asked.question.entry.memory
        futures = next_memories(memory, now, asked.terms.scheduling, self._store.calendar)
        return {rating: future.due for rating, future in futures.items()}

    def _keep(self, rating: Rating | None) -> None:
        """Write the answer to the store, once."""
        if self._feedback is None or self._graded is None or self._answered_at is None:
            raise ValueError("there is no answer to go on from")
        if self._is_kept:
            return
        feedback, graded = self._as_rated(self._feedback, rating), self._graded
        if isinstance(feedback.response, Revealed):
            feedback = rated_flip(feedback, rating)
            graded = feedback.grade
        kept_rating = (rating or feedback.suggested) if self._counts else None
        answered = self._answered(feedback, graded, self._answered_at, kept_rating)
        review = self._store.record(answered)
        self._memory_left = review.after
        self._is_kept = True
        if made_leech(review):
            self._store.flag(answered.card, None, WHY, answered.at)
        self._answers.append(
            Answer(
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

    def _answered(
        self, feedback: Feedback, graded: Grade, at: datetime, rating: Rating | None
    ) -> Answered:
        question = feedback.question
        item = question.item
        return Answered(
            card=item.card,
            item=item.id,
            format=item.format,
            mode=self.mode,
            at=at,
            day=day_of(at, self._store.calendar),
            response=feedback.response,
            shown=tuple(option.id for option in question.shown),
            verdict=feedback.grade.verdict,
            graded=graded.verdict,
            reason=graded.reason,
            rating=rating,
            counts=self._counts,
            hints=self._hints,
            milliseconds=feedback.milliseconds,
            item_hash=item.content_hash,
            seed=question.seed,
            sitting=self._sitting,
            position=self._asked.position if self._asked else 0,
        )

    def _open(self) -> Asked:
        if self._asked is None or self._feedback is not None:
            raise ValueError("no question is open")
        return self._asked

    def _shown(self) -> Asked:
        if self._asked is None:
            raise ValueError("the session is over")
        return self._asked


def as_right(grade: Grade) -> Grade:
    """Return a grade that the learner knows better of."""
    return replace(grade, verdict=Verdict.CORRECT, reason=Reason.SAME, note="")


def aim_of(entry: CardEntry, scope: Scope) -> tuple[CardId | None, FactId | None]:
    """Return the card or its fact, as the store takes them."""
    return (None, entry.fact) if scope is Scope.FACT else (entry.card, None)
