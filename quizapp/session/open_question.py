"""An open question with all that judging its answer needs, read before it is asked."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from quizapp.grading.expected import ExpectedList, ExpectedTerm
from quizapp.grading.grade import Grade, Reason, Verdict
from quizapp.grading.lexicon import Lexicon
from quizapp.learner.model import DeckLimits, Response, TypedText
from quizapp.memory.model import Scheduling
from quizapp.session.model import Leech, Question

MAX_ANSWER_MILLISECONDS = 60_000  # a learner who went for coffee did not think all that time


@dataclass(frozen=True, slots=True)
class DeckContext:
    """What a session needs to know of a deck, read once: it does not change while one sits."""

    limits: DeckLimits
    scheduling: Scheduling
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """An open question with all that judging it needs, so that an answer waits for no store."""

    question: Question
    deck_context: DeckContext
    median_milliseconds: int | None
    position: int = 0
    leech: Leech | None = None

    def elapsed_milliseconds(self, now: datetime) -> int:
        """Return how long the learner took to answer, a minute at most."""
        taken = (now - self.question.asked_at) // timedelta(milliseconds=1)
        return min(max(taken, 0), MAX_ANSWER_MILLISECONDS)

    def can_override(self, response: Response, grade: Grade) -> bool:
        """Return whether the learner may insist on being right: with words typed, not with numbers.

        What could not be judged is the learner's to judge, whatever it is.
        """
        return grade.reason is Reason.UNJUDGED or (
            isinstance(response, TypedText)
            and grade.verdict is not Verdict.CORRECT
            and grade.reason is not Reason.BLANK
            and isinstance(self.question.item.expected, ExpectedTerm | ExpectedList)
        )
