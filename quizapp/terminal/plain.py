"""The line mode: questions and answers as plain lines, for screen readers, pipes, dumb terminals.

The same session as in the app. Nothing is coloured, drawn or painted twice. The prompt stands at
the start of a line twice an item: for the answer, then for going on.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum, auto
from functools import partial
from typing import TextIO, TypeAlias

from quizapp.errors import QuizappError
from quizapp.items.item import Format
from quizapp.memory.model import Rating
from quizapp.session.model import Chosen, Feedback, GaveUp, Question, Response, Revealed, Typed
from quizapp.session.presenting import LETTERS
from quizapp.session.rating import can_be_rated
from quizapp.session.session import Scope, Session
from quizapp.terminal.plain_input import Lines
from quizapp.terminal.plain_lines import feedback_lines, going_on, question_lines, summary_lines
from quizapp.terminal.text import one_line
from quizapp.terminal.words import counts, in_words

Clock: TypeAlias = Callable[[], datetime]

NUMBERS = re.compile(r"\d+")
PAIR_PARTS = re.compile(r"\d+|[a-z]")
LONGEST_CHOICE = 500  # characters; more are no numbers of options
BETWEEN_PAIRS = re.compile(r"[\s,;:=.)>→-]*")
HELP = """\
Answer with an option's number; several numbers where several are right; t or f; a text; members
with commas; an order such as 3 1 2; pairs such as 1b 2a. An empty line says that you do not know.
After the feedback an empty line goes on; 1 to 4 rate (Again, Hard, Good, Easy); o: I was right.
At any time :u undoes, :h hints, :i informs, :q leaves, :? shows this. :s suspends the card, :b
buries it until tomorrow, :m marks it, :f flags it for its author; :S :B :M :F do so to its fact."""
HOW = {
    Format.TRUE_FALSE: "answer t or f",
    Format.CHOICE: "answer with one of the numbers",
    Format.SELECT: "answer with the numbers of all that apply",
    Format.MATCH: "answer with pairs such as 1b 2a, each letter once",
    Format.ORDER: "answer with all the numbers, in order",
}


class BadAnswerError(ValueError):
    """What was typed is no answer to this question; its text says how to answer."""


class Step(Enum):
    """What comes next after a line."""

    SAME = auto()  # ask for another line at the same place
    NEXT = auto()  # look at the session again
    LEAVE = auto()


def run_plain(session: Session, now: Clock, read: TextIO, write: TextIO) -> None:
    """Ask the questions of `session` on `write`, with answers from `read`, until either ends.

    An answer that was judged is kept, whatever ends it: a signal, a terminal that is closed, a
    reader that goes away. Closes with a summary.

    Raises:
        QuizappError: the store cannot be read, or the last answer not be kept.
    """
    lines = Lines(read, write)
    with lines.until_told():
        Talk(session, now, lines).run()


class Talk:
    """One session held line by line."""

    def __init__(self, session: Session, now: Clock, lines: Lines) -> None:
        self.session = session
        self.now = now
        self.say = lines.say
        self.line = lines.ask
        self.asked: Question | None = None

    def run(self) -> None:
        """Hold the talk from the first question to the summary."""
        try:
            self.hold()
        finally:
            self.session.leave(self.now())
        self.say("", *summary_lines(self.session.summary(), self.now()))

    def hold(self) -> None:
        """Ask one question after the other."""
        self.session.start(self.now())
        coming = counts(self.session.progress, self.session.mode)
        self.say(f"{one_line(self.session.title)}: {coming}. :? helps.")
        while (question := self.session.question) is not None:
            feedback = self.session.feedback
            if feedback is None and question != self.asked:
                self.say("", *question_lines(question))
                self.asked = question
            take = self.take_answer if feedback is None else self.take_rating
            if self.listen(take) is Step.LEAVE:
                break

    def listen(self, take: Callable[[str], Step]) -> Step:
        """Prompt for one line and act on it; the end of the input leaves."""
        line = self.line()
        if line is None:
            return Step.LEAVE
        try:
            return COMMANDS[line](self) if line in COMMANDS else take(line)
        except (ValueError, QuizappError) as error:
            self.say(one_line(in_words(error)))
            return Step.SAME

    # --- at the first prompt ----------------------------------------------------------------------

    def take_answer(self, line: str) -> Step:
        """Answer the open question."""
        question = self.session.question
        if question is None:
            return Step.NEXT
        refuse_command(line)
        feedback = self.session.answer(response_of(question, line), self.now())
        self.say(*feedback_lines(feedback), *going_on(feedback, self.now()))
        return Step.NEXT

    # --- at the second ----------------------------------------------------------------------------

    def take_rating(self, line: str) -> Step:
        """Go on with the suggested rating or another one, or say that the answer was right."""
        feedback = self.session.feedback
        if feedback is None:
            return Step.NEXT
        refuse_command(line)
        if line.lower() == "o":
            return self.override(feedback)
        self.session.go_on(rating_of(feedback, line), self.now())
        return Step.NEXT

    def override(self, feedback: Feedback) -> Step:
        """Say that the answer was right."""
        if not feedback.can_override or feedback.is_overridden:
            raise BadAnswerError("this cannot be made right; an empty line goes on")
        self.say("Taken as right.", *going_on(self.session.override(self.now()), self.now()))
        return Step.SAME

    # --- commands ---------------------------------------------------------------------------------

    def undo(self) -> Step:
        """Take the last answer back."""
        if self.session.undo(self.now()):
            self.say("Undone.")
            self.asked = None
        else:
            self.say("There is nothing to undo.")
        return Step.NEXT

    def hint(self) -> Step:
        """Give a hint."""
        if self.session.feedback is not None:
            self.say("The answer is above.")
        else:
            hint = self.session.hint(self.now())
            self.say(f"Hint: {one_line(hint)}" if hint else "There is no hint for this one.")
        return Step.SAME

    def inform(self) -> Step:
        """Say what is known of the card."""
        if self.session.question is not None:
            item = self.session.question.item
            self.say(f"Card: {item.card}", f"Place: {item.place.file}:{item.place.line}")
        return Step.SAME

    def suspend(self, scope: Scope) -> Step:
        """Hide the card or its fact until asked back."""
        self.session.suspend(scope, self.now())
        self.say("Suspended.")
        return Step.NEXT

    def bury(self, scope: Scope) -> Step:
        """Hide the card or its fact until tomorrow."""
        self.session.bury(scope, self.now())
        self.say("Buried.")
        return Step.NEXT

    def mark(self, scope: Scope) -> Step:
        """Mark the card or its fact, or take the mark off."""
        self.say("Marked." if self.session.mark(scope) else "Mark taken off.")
        return self.beside()

    def flag(self, scope: Scope) -> Step:
        """Flag the card or its fact for its author, or take the flag off."""
        self.say("Flagged." if self.session.flag(scope, "", self.now()) else "Flag taken off.")
        return self.beside()

    def beside(self) -> Step:
        """Go on with the same question: what was done is no part of it."""
        if self.session.feedback is None:
            self.asked = self.session.question
        return Step.SAME

    def leave(self) -> Step:
        """Leave."""
        return Step.LEAVE

    def help(self) -> Step:
        """Say what can be typed."""
        self.say(*HELP.splitlines())
        return Step.SAME


COMMANDS: Mapping[str, Callable[[Talk], Step]] = {
    ":u": Talk.undo,
    ":h": Talk.hint,
    ":i": Talk.inform,
    ":s": partial(Talk.suspend, scope=Scope.CARD),
    ":S": partial(Talk.suspend, scope=Scope.FACT),
    ":b": partial(Talk.bury, scope=Scope.CARD),
    ":B": partial(Talk.bury, scope=Scope.FACT),
    ":m": partial(Talk.mark, scope=Scope.CARD),
    ":M": partial(Talk.mark, scope=Scope.FACT),
    ":f": partial(Talk.flag, scope=Scope.CARD),
    ":F": partial(Talk.flag, scope=Scope.FACT),
    ":q": Talk.leave,
    ":?": Talk.help,
}


def refuse_command(line: str) -> None:
    """Raise a BadAnswerError for a command that there is not."""
    if line.startswith(":"):
        raise BadAnswerError(f"there is no {line.split(maxsplit=1)[0]}; :? helps")


def response_of(question: Question, line: str) -> Response:
    """Return the response that `line` gives to `question`; an empty line gives up.

    Raises:
        BadAnswerError: it cannot be an answer to it.
    """
    format_ = question.item.format
    if format_ is Format.FLIP:
        return Revealed()
    if format_ in HOW and len(line) > LONGEST_CHOICE:
        raise BadAnswerError(HOW[format_])
    if not line:
        return GaveUp()
    if format_ is Format.TRUE_FALSE:
        return truth(question, line)
    if format_ is Format.MATCH:
        return pairing(question, line)
    if format_ in HOW:
        return options(question, line)
    return Typed(line)


def truth(question: Question, line: str) -> Chosen:
    """Return the option that `line` says: t, f, true or false."""
    for option in question.shown:
        word = option.text.strip().lower()
        if line.lower() in {word, word[:1]}:
            return Chosen((option.id,))
    raise BadAnswerError(HOW[Format.TRUE_FALSE])


def options(question: Question, line: str) -> Chosen:
    """Return the options whose numbers stand in `line`: one, several, or all in order."""
    format_ = question.item.format
    numbers = [int(digits) for digits in NUMBERS.findall(line)]
    rest = NUMBERS.sub("", line).replace(",", "").strip()
    wanted = {Format.CHOICE: 1, Format.ORDER: len(question.shown)}.get(format_, len(numbers))
    is_sound = numbers and not rest and len(numbers) == len(set(numbers)) == wanted
    if not is_sound or not all(1 <= number <= len(question.shown) for number in numbers):
        raise BadAnswerError(f"{HOW[format_]} (1 to {len(question.shown)})")
    return Chosen(tuple(question.shown[number - 1].id for number in numbers))


def pairing(question: Question, line: str) -> Chosen:
    """Return the value that `line` gives to each row: `1b 2a`, or the letters row by row."""
    rows = [f"{number}" for number in range(1, len(question.item.prompts) + 1)]
    values = dict(zip(LETTERS, question.shown, strict=False))
    parts = PAIR_PARTS.findall(line.lower())
    names, letters = parts[::2], parts[1::2]
    if not any(map(str.isdigit, parts)):
        names, letters = rows, parts
    is_sound = (
        not BETWEEN_PAIRS.sub("", PAIR_PARTS.sub("", line.lower()))
        and sorted(names) == sorted(rows)
        and len(letters) == len(set(letters)) == len(rows)
        and values.keys() >= set(letters)
    )
    if not is_sound:
        last = LETTERS[len(question.shown) - 1]
        raise BadAnswerError(f"{HOW[Format.MATCH]} (1 to {len(rows)}, a to {last})")
    given = dict(zip(names, letters, strict=True))
    return Chosen(tuple(values[given[row]].id for row in rows))


def rating_of(feedback: Feedback, line: str) -> Rating | None:
    """Return the rating that `line` asks for; None takes the suggested one."""
    if not line:
        return None
    if not can_be_rated(feedback):
        raise BadAnswerError("an empty line goes on")
    if line not in {str(rating.value) for rating in Rating}:
        raise BadAnswerError("an empty line goes on; 1 to 4 rate; o says that you were right")
    return Rating(int(line))
