"""An exam: a fixed form, answered in any order within a time, judged when it is handed in.

Every response is kept as soon as it is given, so that an exam that breaks off goes on where it
was, its clock running on meanwhile.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from quizapp.bank.model import DeckId
from quizapp.grading.expected import ExpectedList
from quizapp.grading.grade import Grade, Outcome, Reason
from quizapp.grading.lexicon import Lexicon
from quizapp.grading.limits import AnswerTooLongError
from quizapp.items.item import Item, ItemId
from quizapp.learner.model import GaveUp, Mode, Response
from quizapp.session.answering import JudgedTries, answer_record
from quizapp.session.grade_response import GAVE_UP_GRADE, grade_response, suggest_rating
from quizapp.session.model import AnsweredQuestion, ExamAnswer, ExamGrant, ExamState, Question
from quizapp.session.option_order import draw_seed, order_options
from quizapp.session.ports import ExamStore
from quizapp.session.states import SessionContext

_GRACE_PERIOD = timedelta(seconds=2)  # an answer on its way when the time ran out
FULL_POINTS = 1.0
# Kept before there was a limit: nobody knows whether it was right.
_TOO_LONG = Grade(Outcome.UNSURE, Reason.UNJUDGED, share=0.0)


class TimeIsUpError(ValueError):
    """The exam takes no more answers: its time is over, or it was handed in."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many of so many points: one a question, a part of one for a part of a list."""

    points: float
    max_points: int

    @property
    def share(self) -> float:
        """The part of all points, 0 to 1."""
        return self.points / self.max_points if self.max_points else 0.0


class ExamFlag(StrEnum):
    """Why an answer that scored nothing should be looked at by someone."""

    PART = "part"
    """A part of the answer, and nothing false; in study more would have been asked for."""
    UNSURE = "unsure"
    """Nothing proves and nothing refutes it, or judging it failed."""


@dataclass(frozen=True, slots=True)
class FlaggedAnswer:
    """An answer of an exam that scored nothing and may be granted.

    Attributes:
        at: its place in the form, from 0 on.
        is_granted: whether someone said that it was right; `granted_by` who, "" otherwise.
    """

    at: int
    answer: AnsweredQuestion
    flag: ExamFlag
    is_granted: bool = False
    granted_by: str = ""


@dataclass(frozen=True, slots=True)
class ExamResult:
    """An exam looked back upon: its answers in the order of the form.

    Attributes:
        score: as it was judged; `granted_score` with what was granted since.
        by_tag: the score, as granted, of the items of each tag that not all items bear.
        attempt: how often the learner has sat this form, this time included: statistics look at
            the first.
        flagged: what scored nothing and should be looked at, in the order of the form.
        points: of each of `answers`, as granted.
        unreviewed: how many of its questions nobody reviewed, as a sentence; "" where all are.
    """

    title: str
    answers: tuple[AnsweredQuestion, ...]
    score: Score
    granted_score: Score
    by_tag: dict[str, Score]
    attempt: int
    seconds: int
    flagged: tuple[FlaggedAnswer, ...] = ()
    points: tuple[float, ...] = ()
    unreviewed: str = ""


class ExamSitting:
    """One sitting of an exam. What says "Writes" is durable when it returns.

    `remarks` are what its learner should know of the form, `unreviewed` of its result.
    """

    def __init__(self, store: ExamStore, state: ExamState, remarks: tuple[str, ...] = ()) -> None:
        self.remarks = remarks
        self.unreviewed = ""
        self._store = store
        self._state = state
        self._graded: Mapping[int, AnsweredQuestion] | None = None  # by their places
        self._questions: dict[int, Question | None] = {}
        self._lexicons: dict[DeckId, Lexicon] = {}
        self._strict: dict[DeckId, bool] = {}  # whether a slip scores nothing
        self._context = SessionContext(
            Mode.EXAM, store.calendar, state.sitting.plan.moves_memory, state.sitting.id
        )

    # --- where it stands -------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """What is being examined."""
        return self._state.sitting.plan.title

    @property
    def answers(self) -> tuple[ExamAnswer, ...]:
        """Each question's place: whether it is answered, and flagged to come back to."""
        return self._state.answers

    @property
    def deadline(self) -> datetime | None:
        """When the time is over; None where there is no limit."""
        limit = self._state.settings.limit_seconds
        return None if limit is None else self._state.sitting.started_at + timedelta(seconds=limit)

    def seconds_left(self, now: datetime) -> int | None:
        """Return how many seconds are left, never less than 0; None without a limit."""
        if self.deadline is None:
            return None
        return max(0, (self.deadline - now) // timedelta(seconds=1))

    def is_over(self, now: datetime) -> bool:
        """Return whether the time is up."""
        return self.deadline is not None and now > self.deadline

    @property
    def handed_in(self) -> datetime | None:
        """When it was handed in; None while it takes answers."""
        return self._state.handed_in

    @property
    def is_handed_in(self) -> bool:
        """Whether it was handed in: nothing of it can be changed any more."""
        return self._state.handed_in is not None

    def first_unanswered(self) -> int:
        """Return the place of the first question without an answer; the first of all if none."""
        places = enumerate(self.answers)
        return next((at for at, place in places if place.response is None), 0)

    def question(self, at: int, now: datetime) -> Question | None:
        """Return the question at the place `at`; None when its item is gone from the bank.

        The order of its options depends on the form alone: it is the same after a restart.
        """
        if at not in self._questions:
            self._questions[at] = self._read_question(self._state.sitting.plan.items[at], now)
        return self._questions[at]

    # --- answering -------------------------------------------------------------------------------

    def respond(self, at: int, response: Response | None, milliseconds: int, now: datetime) -> None:
        """Keep the response at the place `at`, None takes it back. Writes.

        `milliseconds` is the time spent on it now; it is added to that of earlier looks.

        Raises:
            TimeIsUpError: it is too late.
            AnswerTooLongError: it is longer than any answer here; what was kept before stays.
            ValueError: the response does not fit the question.
        """
        self._refuse_once_handed_in()
        if self.deadline is not None and now > self.deadline + _GRACE_PERIOD:
            raise TimeIsUpError("the time is up; what was answered before is kept")
        question = self.question(at, now)
        if question is None:
            raise ValueError("this question is gone from the deck")
        if response is not None:
            grade_response(question, response, self._lexicon_of(question.item.deck))
        place = self.answers[at]
        spent = place.milliseconds + milliseconds
        self._save_answer(at, replace(place, response=response, milliseconds=spent))

    def flag(self, at: int) -> bool:
        """Flag the question to come back to, or take the flag off; return whether it is on. Writes.

        Raises:
            TimeIsUpError: the exam was handed in.
        """
        self._refuse_once_handed_in()
        place = self.answers[at]
        self._save_answer(at, replace(place, is_flagged=not place.is_flagged))
        return not place.is_flagged

    def hand_in(self, now: datetime) -> ExamResult:
        """End the exam: all is graded, and each card's memory moves once. Writes.

        A question without an answer scores nothing and moves no memory: time may have run out.
        Handed in already, it is left as it is.
        """
        if self.is_handed_in:
            return self.result(now)
        ended = self._ended(now)
        graded = self._grade_answers(now)
        answered = [
            answer_record(
                answer, self._context, ended, at, JudgedTries(answer.grade, answer.grade.outcome)
            )
            for at, answer in graded.items()
            if not isinstance(answer.response, GaveUp)
        ]
        attempt = self._store.hand_in(self._state.sitting.id, answered, now)
        self._state = replace(self._state, handed_in=now, attempt=attempt)
        self._graded = graded
        return self._result_of(graded, ended)

    def result(self, now: datetime) -> ExamResult:
        """Return how the exam went; it was handed in, this time or long ago. Reads the store.

        An answer of long ago is judged as it would be now; a question that is gone from its deck
        is left out.

        Raises:
            ValueError: it was not handed in.
        """
        if self._state.handed_in is None:
            raise ValueError("the exam was not handed in")
        if self._graded is None:
            self._graded = self._grade_answers(now)
        return self._result_of(self._graded, self._ended(self._state.handed_in))

    def grant(self, at: int, now: datetime, by: str = "") -> ExamResult:
        """Say that the flagged answer at the place `at` was right; return the new result. Writes.

        What it was judged is kept beside it, and who says so: the learner, or `by`.

        Raises:
            ValueError: nothing is flagged there.
        """
        self._require_flagged(at, now)
        self._store.grant(self._state.sitting.id, ExamGrant(at, by), now)
        return self._read_grants(now)

    def take_back_grant(self, at: int, now: datetime) -> ExamResult:
        """Take back what was granted at the place `at`; return the new result. Writes.

        Raises:
            ValueError: nothing is flagged there.
        """
        self._require_flagged(at, now)
        self._store.take_back_grant(self._state.sitting.id, at, now)
        return self._read_grants(now)

    # --- parts -----------------------------------------------------------------------------------

    def _refuse_once_handed_in(self) -> None:
        if self.is_handed_in:
            raise TimeIsUpError("the exam is handed in; its answers stay as they are")

    def _ended(self, handed_in: datetime) -> datetime:
        """Return when the learner stopped: an exam left alone is over when its time is."""
        return handed_in if self.deadline is None else min(handed_in, self.deadline)

    def _require_flagged(self, at: int, now: datetime) -> None:
        if all(flagged.at != at for flagged in self.result(now).flagged):
            raise ValueError("nothing is flagged there")

    def _read_grants(self, now: datetime) -> ExamResult:
        grants = self._store.grants(self._state.sitting.id)
        self._state = replace(self._state, grants=grants)
        return self.result(now)

    def _result_of(self, graded: Mapping[int, AnsweredQuestion], ended: datetime) -> ExamResult:
        answers = tuple(graded.values())
        judged = {at: self._points_of(answer) for at, answer in graded.items()}
        flagged = tuple(self._flagged(graded))
        granted = {each.at: FULL_POINTS for each in flagged if each.is_granted}
        points = tuple({**judged, **granted}.values())
        return ExamResult(
            title=self.title,
            answers=answers,
            score=Score(sum(judged.values()), len(answers)),
            granted_score=Score(sum(points), len(answers)),
            by_tag=_scores_by_tag(answers, points),
            attempt=self._state.attempt,
            seconds=(ended - self._state.sitting.started_at) // timedelta(seconds=1),
            flagged=flagged,
            points=points,
            unreviewed=self.unreviewed,
        )

    def _flagged(self, graded: Mapping[int, AnsweredQuestion]) -> Iterator[FlaggedAnswer]:
        for at, answer in graded.items():
            flag = _FLAGS.get(answer.grade.outcome)
            if flag is not None:
                by = self._state.grants.get(at)
                yield FlaggedAnswer(at, answer, flag, by is not None, by or "")

    def _points_of(self, answer: AnsweredQuestion) -> float:
        item = answer.question.item
        if item.deck not in self._strict:
            self._strict[item.deck] = self._store.limits(item.deck).is_spelling_strict
        return points_of(answer.grade, item, is_spelling_strict=self._strict[item.deck])

    def _read_question(self, item_id: ItemId, now: datetime) -> Question | None:
        items = self._store.items([item_id])
        entry = self._store.learner_card(items[0].card) if items else None
        if entry is None:
            return None
        item = items[0]
        seed = draw_seed(self._state.sitting.plan.seed, item.id)
        return Question(item, order_options(item, seed), entry, seed, now)

    def _save_answer(self, at: int, answer: ExamAnswer) -> None:
        self._store.save_exam_answer(self._state.sitting.id, at, answer)
        places = (*self.answers[:at], answer, *self.answers[at + 1 :])
        self._state = replace(self._state, answers=places)

    def _grade_answers(self, now: datetime) -> dict[int, AnsweredQuestion]:
        """Return the answers by their places, without those whose questions are gone."""
        graded = ((at, self._grade_answer(at, now)) for at in range(len(self.answers)))
        return {at: answer for at, answer in graded if answer is not None}

    def _grade_answer(self, at: int, now: datetime) -> AnsweredQuestion | None:
        question, place = self.question(at, now), self.answers[at]
        if question is None:
            return None
        if place.response is None:
            return AnsweredQuestion(question, GaveUp(), GAVE_UP_GRADE, None, place.milliseconds)
        try:
            grade = grade_response(question, place.response, self._lexicon_of(question.item.deck))
        except AnswerTooLongError:  # kept before there was a limit
            grade = _TOO_LONG
        if grade.outcome in _FLAGS:  # it scores nothing, and moves no memory
            return AnsweredQuestion(question, place.response, grade, None, place.milliseconds)
        rating = suggest_rating(
            grade, place.response, question.item, was_hinted=False, was_slow=False
        )
        return AnsweredQuestion(question, place.response, grade, rating, place.milliseconds)

    def _lexicon_of(self, deck: DeckId) -> Lexicon:
        if deck not in self._lexicons:
            self._lexicons[deck] = self._store.lexicon(deck)
        return self._lexicons[deck]


# --- scores --------------------------------------------------------------------------------------


_FLAGS: Mapping[Outcome, ExamFlag] = {
    Outcome.MORE: ExamFlag.PART,
    Outcome.UNSURE: ExamFlag.UNSURE,
}


def points_of(grade: Grade, item: Item, *, is_spelling_strict: bool = False) -> float:
    """Return the points of an answer: 1 where it is right or a slip, a list's part that is found.

    What is named beside the members of a list is taken off again. Where `is_spelling_strict` a
    slip scores nothing.
    """
    if grade.outcome is Outcome.RIGHT:
        return FULL_POINTS
    if isinstance(item.expected, ExpectedList):
        slips = len(grade.slips) if is_spelling_strict else 0
        found = len(grade.found) - slips - len(grade.alien)
        return max(0.0, found / len(item.expected.members))
    if grade.outcome is Outcome.SLIP:
        return 0.0 if is_spelling_strict else FULL_POINTS
    is_part = grade.outcome is Outcome.WRONG and grade.reason is Reason.PART
    return grade.share if is_part and len(item.key) > 1 else 0.0


def _scores_by_tag(
    answers: Sequence[AnsweredQuestion], points: Sequence[float]
) -> dict[str, Score]:
    """Return the score of the items of each tag, in the order in which tags first come.

    A tag that all items bear tells nothing, and is left out.
    """
    by_tag: dict[str, list[float]] = {}
    for answer, each in zip(answers, points, strict=True):
        for tag in answer.question.item.tags:
            by_tag.setdefault(tag, []).append(each)
    return {
        tag: Score(sum(of_tag), len(of_tag))
        for tag, of_tag in by_tag.items()
        if len(of_tag) < len(answers)
    }
