"""What study and quiz share: one question at a time, graded, kept, taken back.

A kind of session says which question comes next (`_next_question`) and how it resumes after an
undo; what may be done where is in `quizapp.session.states`; what is read and written, here. It
satisfies `quizapp.session.session.Session`.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from quizapp.bank.model import CardId, FactId
from quizapp.items.item import Item, ItemId
from quizapp.items.key_cues import choose_heading, gives_key_away
from quizapp.learner.model import LearnerCard, Mode, Response, Scope, TypedText, target_ids
from quizapp.memory.days import learner_day, start_of_day
from quizapp.memory.model import Rating
from quizapp.session import answering, states
from quizapp.session.cited_sentences import SentenceReader, cite_sentences
from quizapp.session.grade_response import language_of_answer, load_judge
from quizapp.session.leeches import LEECH_FLAG, makes_leech
from quizapp.session.model import (
    AnsweredQuestion,
    Confirmation,
    Feedback,
    Judged,
    NamedMember,
    Progress,
    Question,
    SayMore,
    Summary,
)
from quizapp.session.no_answer import refuse_no_answer
from quizapp.session.ports import SessionStore
from quizapp.session.question_maker import QuestionMaker
from quizapp.session.states import (
    Answered,
    AskedForMore,
    Asking,
    Confirming,
    Over,
    Overridden,
    Recorded,
    SessionContext,
    SessionState,
)


class BaseSession(ABC):
    """A session at work.

    Args:
        store: the learner's part of the store.
        title: what is being asked.
        seed: what orders of options are drawn from.
        moves_memory: whether answers move memory.
        sitting: the sitting that answers belong to, None in study.
    """

    mode: ClassVar[Mode]
    sentences: SentenceReader | None = None  # of the papers that are attached

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
        self._context = SessionContext(self.mode, store.calendar, moves_memory, sitting)
        self._questions = QuestionMaker(store, self._context, seed)
        self._answers: list[AnsweredQuestion] = []
        self._state: SessionState = Over()

    # --- what a kind of session says -------------------------------------------------------------

    @abstractmethod
    def start(self, now: datetime) -> None:
        """Read the store and ask the first question."""

    @abstractmethod
    def _next_question(self, now: datetime) -> Asking | Over:
        """Return what is asked next, or that the session is over."""

    @abstractmethod
    def _question_after_undo(
        self, card: CardId, item: ItemId | None, now: datetime
    ) -> Asking | Over:
        """Return what is asked after an undo: `item` where an answer on it was undone.

        Else a question on the `card`, which is shown again; or what is asked instead.
        """

    @property
    @abstractmethod
    def progress(self) -> Progress:
        """How far the session is."""

    # --- where it stands -------------------------------------------------------------------------

    @property
    def state(self) -> SessionState:
        """Where it stands: asking, asking back, answered, or over."""
        return self._state

    @property
    def title(self) -> str:
        """What is being asked, in words that say nothing of the answer to the open question."""
        if self.question is None or self.feedback is not None:
            return self._title
        return choose_heading(self._title, self.question.item, self.progress.answered + 1)

    @property
    def question(self) -> Question | None:
        """The question being asked or just answered; None when the session is over."""
        asking = states.last_asked(self._state)
        return asking.question if asking else None

    @property
    def feedback(self) -> Feedback | None:
        """Set from when an answer is decided until `go_on`."""
        return self._state.feedback if isinstance(self._state, Answered) else None

    @property
    def say_more(self) -> SayMore | None:
        """Set while more is asked for; the question is open."""
        return states.say_more(self._state)

    @property
    def confirmation(self) -> Confirmation | None:
        """Set while the learner is asked whether the answer is the same."""
        return states.confirmation(self._state)

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
        state = self._state
        if isinstance(state, Asking):
            load_judge(language_of_answer(state.question.item.expected))
            answering.due_times(state, state.question.asked_at)
            if self.sentences is not None:
                self.sentences.warm_up(state.question.item.sources)

    # --- answering -------------------------------------------------------------------------------

    def answer(self, response: Response, now: datetime) -> Judged:
        """Grade a response to the open question, or ask something back.

        Raises:
            AnswerTooLongError: it is longer than any answer here; the question stays open.
            ValueError: no question is open, or the response does not fit its format.
        """
        judged = answering.answer(self._require_open_question(), response, now)
        state = cite_sentences(judged, self.sentences) if self.sentences else judged
        self._state = state
        if isinstance(state, Answered):
            return state.feedback
        if isinstance(state, Confirming):
            return Confirmation(state.asking.question, state.response, state.grade)
        return SayMore(state.question, state.text, state.grade)

    def refuse_no_answer(self, response: Response) -> str:
        """Return why a response is no answer to be judged, as a sentence; "" where it is one.

        That another kind of answer is asked for, a number or a word, is told once a question.

        Raises:
            AnswerTooLongError: it is longer than any answer here; the question stays open.
            ValueError: no question is open, or the response does not fit its format.
        """
        self._state, told = refuse_no_answer(self._require_open_question(), response)
        return told

    def confirm(self, now: datetime, *, is_same: bool) -> Feedback:
        """Say whether what was given is the same as the answer.

        Raises:
            ValueError: nothing is to be confirmed.
        """
        if not isinstance(self._state, Confirming):
            raise ValueError("there is nothing to confirm")  # noqa: TRY004 (no type is wrong)
        confirmed = answering.confirm(self._state, now, is_same=is_same)
        answered = cite_sentences(confirmed, self.sentences) if self.sentences else confirmed
        self._state = answered
        return answered.feedback

    def grade_members(self, text: str) -> tuple[NamedMember, ...]:
        """Return how the members of the open list that were named so far stand.

        Raises:
            AnswerTooLongError: the text is longer than any answer here.
            ValueError: no list is open.
        """
        asking = self._state = answering.name_members(self._require_open_question(), text)
        return asking.named.members

    def hint(self, now: datetime) -> str:  # noqa: ARG002 (the protocol's signature)
        """Return a further hint, which costs the rating; "" when there is none."""
        self._state, hint = answering.give_hint(self._require_open_question())
        return hint

    def override(self, now: datetime) -> Feedback:  # noqa: ARG002 (the protocol's signature)
        """Say "I was right"; both verdicts are kept.

        Raises:
            ValueError: the feedback does not allow it.
        """
        if not isinstance(self._state, Answered):
            raise ValueError("there is no answer to override")  # noqa: TRY004 (no type is wrong)
        answered = self._state = answering.override(self._state)
        return answered.feedback

    def keep_judged(self) -> None:
        """Write the open feedback, so that nothing judged is lost; its rating may still come.

        Raises:
            StoreError: it could not be kept; the feedback is still there.
        """
        judged = states.judged_answer(self._state)
        if judged is not None:
            self._store.keep_judged(answering.rate(judged, None).record)

    def go_on(self, rating: Rating | None, now: datetime) -> None:
        """Keep the answer, then ask the next question; if it raises, the feedback is still there.

        Raises:
            ValueError: there is no answer to continue from.
            StoreError: it could not be kept, or the next question not be read.
        """
        if not isinstance(self._state, Answered):
            raise ValueError("there is no answer to continue from")  # noqa: TRY004 (no type is wrong)
        self._record_answer(self._state, rating)
        self._state = self._next_question(now)

    def leave(self, now: datetime) -> None:
        """Keep an answer whose feedback is open, and members named so far, which are one."""
        if isinstance(self._state, Asking) and self._state.named.members:
            self.answer(TypedText(self._state.named.text), now)
        self._record_judged_answer()

    def reload_question(self, now: datetime) -> bool:
        """Ask the open question as its deck has it now; return whether it is another."""
        state = self._state
        if not isinstance(state, Asking):
            return False
        self._questions.forget_decks()
        item = next(iter(self._store.items([state.question.item.id])), None)
        entry = self._store.learner_card(state.question.learner_card.card)
        if item is None or entry is None:
            self._state = self._next_question(now)
            return True
        if item.content_hash == state.question.item.content_hash:
            return False
        self._state = self._questions.make_question(entry, item, now, state.position)
        return True

    # --- taking back and putting aside -----------------------------------------------------------

    def undo(self, now: datetime) -> bool:
        """Take back what was done last, also in an earlier go, and ask its card again."""
        if self._undo_unrecorded(now):
            return True
        hidden = self._store.undo_hide(self.mode, self._context.sitting, now=now)
        if hidden is not None:
            self._state = self._question_after_undo(hidden, None, now)
            return True
        review = self._store.undo(self.mode, self._context.sitting, now=now)
        if review is None:
            return False
        if self._answers and self._answers[-1].question.item.card == review.answer.card:
            self._answers.pop()
        if makes_leech(review):
            self._store.unflag(review.answer.card, None, now, LEECH_FLAG)
        self._state = self._question_after_undo(review.answer.card, review.answer.item, now)
        return True

    def _undo_unrecorded(self, now: datetime) -> bool:
        """Take back what is in no log yet, one step; return whether there was something."""
        state = self._state
        if isinstance(state, Overridden):
            judged = answering.undo_override(state)
            self._store.keep_judged(answering.rate(judged, None).record)
            self._state = judged
            return True
        if isinstance(state, Answered) and not isinstance(state, Recorded):
            if states.judged_answer(state) is not None:
                self._store.forget_judged()
            self._state = answering.ask_again(state.asking, now)
            return True
        if isinstance(state, AskedForMore | Confirming):
            asked = state.asking if isinstance(state, Confirming) else state
            self._state = answering.ask_again(asked, now)
            return True
        return False

    def suspend(self, scope: Scope, now: datetime) -> None:
        """Hide the card or its fact until asked back; an answer already given is kept."""
        hidden = replace(self._require_learner_card(), is_suspended=True)
        self._hide(
            hidden,
            scope,
            now,
            lambda card, fact: self._store.suspend(card, fact, now, is_undoable=True),
        )

    def bury(self, scope: Scope, now: datetime) -> None:
        """Hide the card or its fact until tomorrow; an answer already given is kept."""
        calendar = self._context.calendar
        tomorrow = start_of_day(learner_day(now, calendar) + 1, calendar)
        hidden = replace(self._require_learner_card(), buried_until=tomorrow)
        self._hide(
            hidden,
            scope,
            now,
            lambda card, fact: self._store.bury(card, fact, tomorrow, now, is_undoable=True),
        )

    def mark(self, scope: Scope, now: datetime) -> bool:
        """Turn the mark of the card, or of its fact, on or off; return whether it is on now."""
        entry = self._require_learner_card()
        marked = replace(entry, is_marked=not entry.is_marked)
        self._store.mark(*target_ids(entry, scope), now, is_marked=marked.is_marked)
        self._state = states.replace_learner_card(self._state, marked)
        return marked.is_marked

    def flag(self, scope: Scope, why: str, now: datetime) -> bool:
        """Flag the card, or its fact, for its author, or take the flag off; say which."""
        entry = self._require_learner_card()
        flagged = replace(entry, is_flagged=not entry.is_flagged)
        if flagged.is_flagged:
            self._store.flag(*target_ids(entry, scope), why, now)
        else:
            self._store.unflag(*target_ids(entry, scope), now)
        self._state = states.replace_learner_card(self._state, flagged)
        return flagged.is_flagged

    # --- parts -----------------------------------------------------------------------------------

    def _was_key_shown(self, item: Item) -> bool:
        """Return whether the last question, or what was shown after it, said the key of `item`."""
        return self.question is not None and gives_key_away(self.question.item, item)

    def _hide(
        self,
        hidden: LearnerCard,
        scope: Scope,
        now: datetime,
        hide: Callable[[CardId | None, FactId | None], None],
    ) -> None:
        """Keep what was answered, hide the card or its fact, and go on."""
        self._record_judged_answer()
        hide(*target_ids(hidden, scope))
        self._state = states.replace_learner_card(self._state, hidden)
        self._state = self._next_question(now)

    def _record_judged_answer(self) -> None:
        """Keep an answer whose feedback is open, with its suggested rating."""
        judged = states.judged_answer(self._state)
        if judged is not None:
            self._record_answer(judged, None)

    def _record_answer(self, answered: Answered, rating: Rating | None) -> None:
        """Write an answer to the log, once."""
        if isinstance(answered, Recorded):
            return
        rated = answering.rate(answered, rating)
        review = self._store.record(rated.record)
        self._state = answering.recorded(answered, review.after)
        if makes_leech(review):
            self._store.flag(rated.record.card, None, LEECH_FLAG, rated.record.at)
        self._answers.append(rated.line)

    def _require_open_question(self) -> Asking:
        if not isinstance(self._state, Asking):
            raise ValueError("no question is open")  # noqa: TRY004 (no type is wrong)
        return self._state

    def _require_learner_card(self) -> LearnerCard:
        asking = states.last_asked(self._state)
        if asking is None:
            raise ValueError("the session is over")
        return asking.question.learner_card
