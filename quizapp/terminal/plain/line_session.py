"""The line mode: questions and answers as plain lines, for screen readers, pipes, dumb terminals.

The same session as in the app. Nothing is coloured, drawn or painted twice. The prompt stands at
the start of a line twice an item: for the answer, then for going on.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TextIO

from quizapp.learner.model import GaveUp, Scope
from quizapp.memory.model import Rating
from quizapp.services.clock import Clock
from quizapp.session.grade_response import can_be_rated
from quizapp.session.model import Confirmation, Feedback, Judged, Question, SayMore
from quizapp.session.session import Session
from quizapp.terminal.plain.input_lines import Lines
from quizapp.terminal.plain.line_loop import LineLoop, NextStep, refuse_command
from quizapp.terminal.plain.lines import (
    feedback_lines,
    override_line,
    question_lines,
    rating_prompt,
    summary_lines,
)
from quizapp.terminal.plain.parse_answer import BadAnswerError, parse_response
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.verdict_words import COUNTED_AS_RIGHT, more_text
from quizapp.terminal.words import confirmation_text, remaining_text

_YES_OR_NO = {"y": True, "yes": True, "n": False, "no": False}
_HELP = """\
Type an option's number, or several if several are right; t or f; words; a list with commas; an
order such as 3 1 2; pairs such as 1b 2a. Press Enter alone if you don't know.
After the answer: Enter for the next question, 1 to 4 rate (Again, Hard, Good, Easy), o I was right.
Any time: :u undo, :h hint, :i card details, :q leave, :? this help. This card: :s suspend, :b bury
until tomorrow, :m mark, :f flag for its author. All cards of this fact: :S :B :M :F"""


def run_line_session(
    session: Session, now: Clock, input_stream: TextIO, output_stream: TextIO
) -> None:
    """Ask the questions of `session` line by line until it, or the input, ends.

    An answer that was judged is kept, whatever ends it: a signal, a terminal that is closed, a
    reader that goes away. Closes with a summary.

    Raises:
        QuizappError: the store cannot be read, or the last answer not be kept.
    """
    lines = Lines(input_stream, output_stream)
    with lines.until_told():
        LineSession(session, now, lines).run()


class LineSession(LineLoop):
    """One session held line by line."""

    def __init__(self, session: Session, now: Clock, lines: Lines) -> None:
        super().__init__(now, lines, _HELP)
        self.session = session
        self.lines = lines
        self.shown_question: Question | None = None

    def run(self) -> None:
        """Hold the talk from the first question to the summary."""
        try:
            self.hold()
        finally:
            self.session.leave(self.now())
        self.write_lines("", *summary_lines(self.session.summary(), self.now()))

    def hold(self) -> None:
        """Ask one question after the other."""
        self.session.start(self.now())
        coming = remaining_text(self.session.progress, self.session.mode)
        self.write_lines(
            f"{one_line(self.session.title)}: {coming}. Type :? for help, :i for card details"
        )
        while (question := self.session.question) is not None:
            feedback = self.session.feedback
            if feedback is None and question != self.shown_question:
                self.write_lines("", *question_lines(question))
                self.shown_question = question
            if self.act_on_line(partial(self.handle_line, self.taker())) is NextStep.LEAVE:
                break

    def taker(self) -> Callable[[str], NextStep]:
        """Return what makes something of the next line."""
        if self.session.confirmation is not None:
            return self.take_confirmation
        return self.take_answer if self.session.feedback is None else self.take_rating

    def handle_line(self, take: Callable[[str], NextStep], line: str) -> NextStep:
        """Do what a line says: a command, or what `take` makes of it."""
        return _COMMANDS[line](self) if line in _COMMANDS else take(line)

    # --- at the first prompt ----------------------------------------------------------------------

    def take_answer(self, line: str) -> NextStep:
        """Answer the open question."""
        question = self.session.question
        if question is None:
            return NextStep.NEXT
        refuse_command(line)
        response = parse_response(question, line)
        if told := self.session.refuse_no_answer(response):
            raise BadAnswerError(told)
        return self.write_judged(self.session.answer(response, self.now()))

    def take_confirmation(self, line: str) -> NextStep:
        """Say whether the answer is the same; nothing else is an answer to that."""
        refuse_command(line)
        said = _YES_OR_NO.get(line.lower())
        if said is None:
            raise BadAnswerError("Type y or n")
        return self.write_judged(self.session.confirm(self.now(), is_same=said))

    def write_judged(self, judged: Judged) -> NextStep:
        """Write what came of an answer: its feedback, or what is asked back."""
        if isinstance(judged, SayMore):
            self.write_lines(more_text(judged))
            return NextStep.SAME
        if isinstance(judged, Confirmation):
            self.write_lines(confirmation_text(judged))
            return NextStep.NEXT
        self.write_lines(*feedback_lines(judged), *rating_prompt(judged, self.now()))
        self.session.keep_judged()
        return NextStep.NEXT

    def end(self) -> NextStep:
        """Leave at the end of the input: what was asked back and not answered is not it.

        When the process is told to end instead, nobody could answer, and nothing is decided.
        """
        if not self.lines.is_told:
            if self.session.confirmation is not None:
                self.write_judged(self.session.confirm(self.now(), is_same=False))
            elif self.session.say_more is not None:
                self.write_judged(self.session.answer(GaveUp(), self.now()))
        return self.leave()

    # --- at the second ----------------------------------------------------------------------------

    def take_rating(self, line: str) -> NextStep:
        """Go on with the suggested rating or another one, or say that the answer was right."""
        feedback = self.session.feedback
        if feedback is None:
            return NextStep.NEXT
        refuse_command(line)
        if line.lower() == "o":
            return self.override(feedback)
        self.session.go_on(_parse_rating(feedback, line), self.now())
        return NextStep.NEXT

    def override(self, feedback: Feedback) -> NextStep:
        """Say that the answer was right."""
        if not feedback.can_override or feedback.is_overridden:
            raise BadAnswerError(
                "This can't be counted as right. Press Enter for the next question"
            )
        right = self.session.override(self.now())
        self.write_lines(
            f"{COUNTED_AS_RIGHT}.", override_line(right), *rating_prompt(right, self.now())
        )
        self.session.keep_judged()
        return NextStep.SAME

    # --- commands ---------------------------------------------------------------------------------

    def undo(self) -> NextStep:
        """Take the last answer back."""
        if self.session.undo(self.now()):
            self.write_lines("Undone.")
            self.shown_question = None
        else:
            self.write_lines("Nothing to undo.")
        return NextStep.NEXT

    def hint(self) -> NextStep:
        """Give a hint."""
        if self.session.feedback is not None or self.session.confirmation is not None:
            self.write_lines("You can see the answer above.")
        else:
            hint = self.session.hint(self.now())
            self.write_lines(f"Hint: {one_line(hint)}" if hint else "No hint for this one.")
        return NextStep.SAME

    def show_card_info(self) -> NextStep:
        """Say what is known of the card."""
        if self.session.question is not None:
            item = self.session.question.item
            self.write_lines(f"Card: {item.card}", f"Place: {item.place.file}:{item.place.line}")
        return NextStep.SAME

    def suspend(self, scope: Scope) -> NextStep:
        """Hide the card or its fact until asked back."""
        self.session.suspend(scope, self.now())
        self.write_lines("Suspended.")
        return NextStep.NEXT

    def bury(self, scope: Scope) -> NextStep:
        """Hide the card or its fact until tomorrow."""
        self.session.bury(scope, self.now())
        self.write_lines("Buried until tomorrow.")
        return NextStep.NEXT

    def mark(self, scope: Scope) -> NextStep:
        """Mark the card or its fact, or take the mark off."""
        is_marked = self.session.mark(scope, self.now())
        self.write_lines("Marked." if is_marked else "Unmarked.")
        return self.stay_on_question()

    def flag(self, scope: Scope) -> NextStep:
        """Flag the card or its fact for its author, or take the flag off."""
        self.write_lines("Flagged." if self.session.flag(scope, "", self.now()) else "Unflagged.")
        return self.stay_on_question()

    def stay_on_question(self) -> NextStep:
        """Go on with the same question: what was done is no part of it."""
        if self.session.feedback is None:
            self.shown_question = self.session.question
        return NextStep.SAME

    def leave(self, rest: str = "") -> NextStep:  # noqa: ARG002 (nothing is said of where to)
        """Leave; what was judged is kept, and the summary follows."""
        return NextStep.LEAVE


_COMMANDS: Mapping[str, Callable[[LineSession], NextStep]] = {
    ":u": LineSession.undo,
    ":h": LineSession.hint,
    ":i": LineSession.show_card_info,
    ":s": partial(LineSession.suspend, scope=Scope.CARD),
    ":S": partial(LineSession.suspend, scope=Scope.FACT),
    ":b": partial(LineSession.bury, scope=Scope.CARD),
    ":B": partial(LineSession.bury, scope=Scope.FACT),
    ":m": partial(LineSession.mark, scope=Scope.CARD),
    ":M": partial(LineSession.mark, scope=Scope.FACT),
    ":f": partial(LineSession.flag, scope=Scope.CARD),
    ":F": partial(LineSession.flag, scope=Scope.FACT),
    ":q": LineSession.leave,
    ":?": LineSession.help,
}


def _parse_rating(feedback: Feedback, line: str) -> Rating | None:
    """Return the rating that `line` asks for; None takes the suggested one."""
    if not line:
        return None
    if not can_be_rated(feedback):
        raise BadAnswerError("Press Enter for the next question")
    if line not in {str(rating.value) for rating in Rating}:
        raise BadAnswerError(
            "Press Enter for the next question, 1 to 4 to rate, or o if you were right"
        )
    return Rating(int(line))
