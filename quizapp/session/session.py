"""A session as a terminal sees it: one question at a time, graded, rated, undone.

`quizapp.session.study` and `quizapp.session.quiz` are the two that exist. A terminal calls
`answer`, `grade_members`, `hint`, `override` (instant, nothing is written) on its own thread, and
everything that says "Writes" or "Reads the store" on its one writer thread.
"""

from datetime import datetime
from typing import Protocol

from quizapp.learner.model import Mode, Response, Scope
from quizapp.memory.model import Rating
from quizapp.session.model import Feedback, NamedMember, Progress, Question, Summary


class Session(Protocol):
    """One go at the queue, or one sitting of a quiz."""

    @property
    def mode(self) -> Mode:
        """Study or quiz."""

    @property
    def title(self) -> str:
        """What is being asked, for the top line ("X-linked hyper-IgM syndrome", "Quiz")."""

    @property
    def question(self) -> Question | None:
        """The question being asked or just answered; None when the session is over."""

    @property
    def feedback(self) -> Feedback | None:
        """Set from `answer` until `go_on`; None while a question is open."""

    @property
    def progress(self) -> Progress:
        """How far the session is."""

    @property
    def can_undo(self) -> bool:
        """Whether there may be an answer to undo."""

    def start(self, now: datetime) -> None:
        """Read the queue and ask the first question. Reads the store."""

    def warm_up(self) -> None:
        """Load what judging an answer needs, so that the first one does not wait. Any thread."""

    def answer(self, response: Response, now: datetime) -> Feedback:
        """Grade a response to the open question.

        Raises:
            ValueError: no question is open, or the response does not fit its format.
        """

    def grade_members(self, text: str) -> tuple[NamedMember, ...]:
        """Return how the members named so far stand, joined by commas in `text`. Writes nothing.

        They are judged one by one, so they are an answer: who leaves now has given it.

        Raises:
            ValueError: no list is open.
        """

    def hint(self, now: datetime) -> str:
        """Return a hint that costs the rating: letters, a pair; "" when there is none."""

    def override(self, now: datetime) -> Feedback:
        """Say "I was right"; the feedback changes, both verdicts are kept.

        Raises:
            ValueError: the feedback does not allow it.
        """

    def keep_judged(self) -> None:
        """Write the open feedback, so that nothing judged is lost; its rating may still come.

        Writes; called on the store's thread after the feedback was painted, and again where "I was
        right" changed it. A flip that was only looked at is not judged. Does nothing where no
        feedback is open any more.
        """

    def go_on(self, rating: Rating | None, now: datetime) -> None:
        """Keep the answer and ask the next question. Writes; durable when it returns.

        `rating` None takes the suggested one. If it raises, the feedback is still there.
        """

    def undo(self, now: datetime) -> bool:
        """Take back the newest answer, also of an earlier go, and ask its card again. Writes.

        With feedback open, it only drops the answer not yet logged. Returns False when there was
        nothing to undo.
        """

    def suspend(self, scope: Scope, now: datetime) -> None:
        """Hide the card or its fact until asked back, and go on without an answer. Writes."""

    def bury(self, scope: Scope, now: datetime) -> None:
        """Hide the card or its fact until tomorrow, and go on without an answer. Writes."""

    def mark(self, scope: Scope, now: datetime) -> bool:
        """Turn the mark of the card, or of its fact, on or off; return whether it is on. Writes."""

    def flag(self, scope: Scope, why: str, now: datetime) -> bool:
        """Flag the card, or its fact, for its author, or take the flag off. Writes.

        `why` are the learner's words, or "". Returns whether it is flagged now.
        """

    def reload_question(self, now: datetime) -> bool:
        """Ask the open question as its deck has it now; return whether it is another.

        Reads the store.

        What was answered stays as it was. A question that is gone gives way to the next.
        """

    def leave(self, now: datetime) -> None:
        """Keep an answer whose feedback is open, with its suggested rating. Writes.

        The members of an open list that were named are such an answer.
        """

    def summary(self) -> Summary:
        """Look back upon the answers so far."""
