"""Answers of exams that were flagged: all those of the learners of a database, granted or not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from quizapp.errors import QuizappError
from quizapp.services.workspace import Workspace

if TYPE_CHECKING:
    from quizapp.session.exam import ExamResult, ExamSitting, FlaggedAnswer, Score

_MOST_EXAMS = 10_000  # of a learner


class NoSuchAnswerError(QuizappError):
    """No flagged answer has that number (exit code 1)."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class FlaggedExamAnswer:
    """A flagged answer, by the `number` that it has in the report.

    `score` is that of the whole exam as judged, `granted_score` with what was granted.
    """

    number: int
    learner: str
    exam: str
    handed_in: datetime
    answer: "FlaggedAnswer"
    score: "Score"
    granted_score: "Score"


def list_flagged(workspace: Workspace) -> tuple[FlaggedExamAnswer, ...]:
    """Return the flagged answers of all exams handed in, the oldest exam first.

    Numbers stay as they are while exams are added.
    """
    return tuple(found for found, _ in _numbered(workspace))


def grant_flagged(workspace: Workspace, number: int) -> FlaggedExamAnswer:
    """Grant the flagged answer with this number, in the name of the workspace's learner.

    Raises:
        NoSuchAnswerError: there is none.
    """
    found, exam = _find(workspace, number)
    result = exam.grant(found.answer.at, workspace.now(), workspace.settings.learner)
    return _with_result(found, result)


def take_back_granted(workspace: Workspace, number: int) -> FlaggedExamAnswer:
    """Take back what was granted of the flagged answer with this number.

    Raises:
        NoSuchAnswerError: there is none.
    """
    found, exam = _find(workspace, number)
    return _with_result(found, exam.take_back_grant(found.answer.at, workspace.now()))


def _find(workspace: Workspace, number: int) -> tuple[FlaggedExamAnswer, "ExamSitting"]:
    for found, exam in _numbered(workspace):
        if found.number == number:
            return found, exam
    raise NoSuchAnswerError(f"no flagged answer {number}", "list them: quizapp report flagged")


def _with_result(found: FlaggedExamAnswer, result: "ExamResult") -> FlaggedExamAnswer:
    (answer,) = (each for each in result.flagged if each.at == found.answer.at)
    return FlaggedExamAnswer(
        found.number,
        found.learner,
        found.exam,
        found.handed_in,
        answer,
        result.score,
        result.granted_score,
    )


def _numbered(workspace: Workspace) -> Iterator[tuple[FlaggedExamAnswer, "ExamSitting"]]:
    exams = sorted(_exams(workspace), key=lambda each: (each[0], each[1]))
    number = 0
    for handed_in, learner, exam in exams:
        result = exam.result(workspace.now())
        for answer in result.flagged:
            number += 1
            found = FlaggedExamAnswer(
                number,
                learner,
                result.title,
                handed_in,
                answer,
                result.score,
                result.granted_score,
            )
            yield found, exam


def _exams(workspace: Workspace) -> Iterator[tuple[datetime, str, "ExamSitting"]]:
    """Yield the exams that learners handed in, each with when and by whom."""
    from quizapp.session.exam import ExamSitting
    from quizapp.store.learner_scope import learner_names
    from quizapp.store.learner_store import open_learner

    for name in workspace.store.read(learner_names):
        learner_store = open_learner(workspace.store, name, workspace.calendar)
        for state in learner_store.past_exams(_MOST_EXAMS):
            if state.handed_in is not None:
                yield state.handed_in, name, ExamSitting(learner_store, state)
