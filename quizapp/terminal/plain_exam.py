"""An exam line by line: the line mode's questions, without feedback until it is handed in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TextIO

from quizapp.errors import QuizappError
from quizapp.session.exam import ExamResult, ExamSitting, TimeIsUpError
from quizapp.session.model import ExamPlace, GaveUp
from quizapp.terminal.exam_words import left_open, lost, points, share, taken, when
from quizapp.terminal.plain import Clock, Step, refuse_command, response_of
from quizapp.terminal.plain_input import Lines
from quizapp.terminal.plain_lines import picture_lines, question_lines
from quizapp.terminal.text import one_line
from quizapp.terminal.words import (
    NOT_JUDGED,
    amount,
    given,
    in_words,
    is_unjudged,
    right_answer,
    sources,
    time_left,
)

HELP = """\
Answer as in a quiz; an empty line leaves the question open and goes on. What was answered can be
answered again until the exam is handed in.
:n next, :p previous, :g 7 to question 7, :f flags it to come back to, :l lists all, :t time,
:d hands in, :q leaves (answers are kept, the clock runs on), :? shows this."""


def run_plain_exam(exam: ExamSitting, now: Clock, read: TextIO, write: TextIO) -> None:
    """Hold `exam` on `write`, with answers from `read`, until it is handed in, left, or over.

    Raises:
        QuizappError: the store cannot be read.
    """
    lines = Lines(read, write)
    with lines.until_told():
        ExamTalk(exam, now, lines).run()


class ExamTalk:
    """One sitting held line by line."""

    def __init__(self, exam: ExamSitting, now: Clock, lines: Lines) -> None:
        self.exam = exam
        self.now = now
        self.say = lines.say
        self.line = lines.ask
        self.at = exam.first_open()
        self.is_sure = False

    def run(self) -> None:
        """Hold the talk to its end."""
        exam = self.exam
        self.say(f"{one_line(exam.title)}: {self.standing()}. :? helps.", *exam.remarks)
        step = Step.NEXT
        while step is not Step.LEAVE:
            if exam.is_over(self.now()):
                self.say("The time is up.")
                self.hand_in()
                return
            if step is Step.NEXT:
                self.ask()
            step = self.listen()

    def standing(self) -> str:
        """Return how far the exam is, and the time that is left."""
        places = self.exam.places
        answered = sum(place.response is not None for place in places)
        flagged = sum(place.is_flagged for place in places)
        parts = (
            f"{answered} of {len(places)} answered",
            f"{flagged} flagged" if flagged else "",
            time_left(self.exam.seconds_left(self.now())),
        )
        return ", ".join(part for part in parts if part)

    def ask(self) -> None:
        """Write the question at the present place."""
        places = self.exam.places
        question = self.exam.question(self.at, self.now())
        flagged = ", flagged" if places[self.at].is_flagged else ""
        self.say("", f"Question {self.at + 1} of {len(places)}{flagged}")
        if question is None:
            self.say("It is gone from its deck and is not counted.")
            return
        self.say(*question_lines(question))
        response = places[self.at].response
        if response is not None:
            self.say(f"Your answer: {given(question, response)}")

    def listen(self) -> Step:
        """Take one line; the end of the input leaves."""
        line = self.line()
        if line is None:
            return self.leave("")
        try:
            return self.take(line)
        except TimeIsUpError:
            return Step.NEXT
        except (ValueError, QuizappError) as error:
            self.say(one_line(in_words(error)))
            return Step.SAME

    def take(self, line: str) -> Step:
        """Do what a line says: a command, or an answer."""
        name, _, rest = line.partition(" ")
        was_sure, self.is_sure = self.is_sure, name == ":d"
        if name == ":d":
            return self.hand_in_if_sure(was_sure=was_sure)
        if name in COMMANDS:
            return COMMANDS[name](self, rest)
        refuse_command(line)
        return self.answer(line)

    def answer(self, line: str) -> Step:
        """Keep an answer and go on to the next open question."""
        question = self.exam.question(self.at, self.now())
        response = response_of(question, line) if question is not None else GaveUp()
        if isinstance(response, GaveUp):
            return self.turn("", 1)
        self.exam.respond(self.at, response, 0, self.now())
        self.say("Kept.")
        places = self.exam.places
        around = ((self.at + step) % len(places) for step in range(1, len(places)))
        following = next((at for at in around if places[at].response is None), None)
        if following is None:
            self.say(*left_open(places), ":d hands in.")
            return Step.SAME
        self.at = following
        return Step.NEXT

    # --- commands ---------------------------------------------------------------------------------

    def turn(self, _: str, step: int = 1) -> Step:
        """Go on or back."""
        self.at = (self.at + step) % len(self.exam.places)
        return Step.NEXT

    def back(self, rest: str) -> Step:
        """Go back to the question before."""
        return self.turn(rest, -1)

    def go(self, rest: str) -> Step:
        """Go to a question by its number."""
        count = len(self.exam.places)
        if not rest.strip().isdecimal() or not 1 <= int(rest) <= count:
            raise ValueError(f"say which question: :g 1 to :g {count}")
        self.at = int(rest) - 1
        return Step.NEXT

    def flag(self, _: str) -> Step:
        """Flag the question, or take its flag off."""
        self.say("Flagged." if self.exam.flag(self.at) else "Flag taken off.")
        return Step.SAME

    def all(self, _: str) -> Step:
        """List all questions."""
        for at, place in enumerate(self.exam.places):
            self.say(self.line_of(at, place))
        return Step.SAME

    def line_of(self, at: int, place: ExamPlace) -> str:
        """Return a question's line in the list."""
        question = self.exam.question(at, self.now())
        stem = "gone from its deck" if question is None else one_line(question.item.stem)
        words = "open" if place.response is None else "answered"
        flagged = ", flagged" if place.is_flagged else ""
        return f"{at + 1}. {words}{flagged}: {stem}"

    def time(self, _: str) -> Step:
        """Say how far the exam is."""
        self.say(f"{self.standing()}.")
        return Step.SAME

    def leave(self, _: str) -> Step:
        """Leave; all is kept."""
        self.say("", f"Left: {self.standing()}. Go on with quizapp exam --resume.")
        return Step.LEAVE

    def help(self, _: str) -> Step:
        """Say what can be typed."""
        self.say(*HELP.splitlines())
        return Step.SAME

    # --- the end ----------------------------------------------------------------------------------

    def hand_in_if_sure(self, *, was_sure: bool) -> Step:
        """Hand in; what is open or flagged is told first."""
        places = self.exam.places
        is_done = all(place.response is not None and not place.is_flagged for place in places)
        if not is_done and not was_sure:
            self.say(*left_open(places), ":d once more hands in.")
            return Step.SAME
        self.hand_in()
        return Step.LEAVE

    def hand_in(self) -> None:
        """End the exam and say how it went."""
        self.say("", *result_lines(self.exam.hand_in(self.now())))


COMMANDS: Mapping[str, Callable[[ExamTalk, str], Step]] = {
    ":n": ExamTalk.turn,
    ":p": ExamTalk.back,
    ":g": ExamTalk.go,
    ":f": ExamTalk.flag,
    ":l": ExamTalk.all,
    ":t": ExamTalk.time,
    ":q": ExamTalk.leave,
    ":?": ExamTalk.help,
}


def past_lines(exams: Sequence[ExamSitting], now: datetime) -> Iterator[str]:
    """Yield a line for each exam that was handed in: when, which, its score and its time."""
    for exam in exams:
        result = exam.result(now)
        yield (
            f"{when(exam.handed_in)}  {one_line(exam.title)}: {points(result.score)} points, "
            f"{share(result.score)}, {taken(result.seconds)}"
        )
    if not exams:
        yield "No exam was handed in yet. quizapp exam begins one."


def result_lines(result: ExamResult) -> Iterator[str]:
    """Yield how an exam went: the score, that of each tag, what was missed and why."""
    attempt = f"attempt {result.attempt} at this form" if result.attempt > 1 else "first attempt"
    yield f"{one_line(result.title)}: handed in."
    yield f"Score: {points(result.score)} points, {share(result.score)}."
    yield f"Time: {taken(result.seconds)}; {attempt}."
    for tag, score in result.by_tag.items():
        yield f"{one_line(tag)}: {points(score)}"
    missed = lost(result)
    if missed:
        yield f"{amount(len(missed), 'question')} missed, in whole or in part:"
    for answer in missed:
        item = answer.question.item
        yield ""
        yield f"{NOT_JUDGED if is_unjudged(answer.grade) else 'Missed'}: {one_line(item.stem)}"
        yield from picture_lines(item, is_asked_with=True)
        yield f"Answer: {right_answer(item)}"
        yours = given(answer.question, answer.response)
        yield f"Yours: {yours or '(nothing)'}"
        if item.why:
            yield f"Why: {one_line(item.why)}"
        yield from picture_lines(item, is_asked_with=False)
        if item.sources:
            yield f"Source: {sources(item)}"
