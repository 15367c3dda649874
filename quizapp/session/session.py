"""A session as a terminal sees it: one question at a time, graded, rated, undone.

`quizapp.session.study` and `quizapp.session.quiz` are the two that exist. A terminal calls
`answer`, `confirm`, `grade_members`, `hint`, `override` (instant, nothing is written) on its own
thread, and everything that says "Writes" or "Reads the store" on its one writer thread.
"""

from datetime import datetime
from typing import Protocol

from quizapp.learner.model import Mode, Response, Scope
from quizapp.memory.model import Rating
from quizapp.session.model import (
    Confirmation,
    Feedback,
    Judged,
    NamedMember,
    Progress,
    Question,
    SayMore,
    Summary,
)


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
        """Set from when an answer is decided until `go_on`; None before.

        Where neither this, `say_more` nor `confirmation` is set, the question is simply open.
        """

    @property
    def say_more(self) -> SayMore | None:
        """Set while the question is still open and more is asked for, once: `answer` again.

        A part again, or nothing, is not it then.
        """

    @property
    def confirmation(self) -> Confirmation | None:
        """Set while the learner is asked whether the answer is the same: `confirm` it or not."""

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

    def answer(self, response: Response, now: datetime) -> Judged:
        """Grade a response to the open question.

        Returns its feedback, or what is asked back: `say_more` or `confirmation` is set then, and
        nothing is kept before that is answered.

        Raises:
            ValueError: no question is open, or the response does not fit its format.
        """

    def refuse_no_answer(self, response: Response) -> str:
        """Return why a response is no answer to be judged, as a sentence; "" where it is one.

        That another kind of answer is asked for, a number or a word, is told once a question.

        Raises:
            ValueError: no question is open, or the response does not fit its format.
        """

    def confirm(self, now: datetime, *, is_same: bool) -> Feedback:
        """Say whether what was given is the same as the answer; then it is a slip, or not it.

        Raises:
            ValueError: nothing is to be confirmed.
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
        """Say "I was right" after what was not it; the feedback changes, both verdicts are kept.

        `undo` takes it back.

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

        With feedback open, it only takes back "I was right", or else drops the answer not yet
        logged; while something is asked back, it drops that answer. Returns False when there was
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

        The members of an open list that were named are such an answer; what is asked back and not
        answered is none.
        """

    def summary(self) -> Summary:
        """Look back upon the answers so far."""
