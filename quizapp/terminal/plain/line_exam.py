"""An exam line by line: the line mode's questions, without feedback until it is handed in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TextIO

from quizapp.learner.model import GaveUp
from quizapp.services.clock import Clock
from quizapp.services.words import quantity
from quizapp.session.exam import ExamResult, ExamSitting, TimeIsUpError
from quizapp.session.model import ExamAnswer
from quizapp.terminal.exam_words import (
    FLAGGED_WORDS,
    answered_parts,
    flagged_text,
    imperfect_answers,
    next_place,
    percent_text,
    points_text,
    rounded_duration,
    score_text,
    unanswered_lines,
    when,
)
from quizapp.terminal.plain.input_lines import Lines
from quizapp.terminal.plain.line_loop import LineLoop, NextStep, refuse_command
from quizapp.terminal.plain.lines import picture_lines, question_lines
from quizapp.terminal.plain.parse_answer import parse_response
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.words import (
    NOT_JUDGED,
    given_answer,
    is_unjudged,
    right_answer,
    short_sources,
    time_left,
)

_HELP = """\
Answer as in a quiz; press Enter to skip a question. You can change an answer until you hand
in.
:n next, :p previous, :g 7 go to question 7, :f flag, :l list all, :t time, :d hand in, :q leave
(answers are saved, the clock keeps running), :? this help."""


def run_line_exam(
    exam: ExamSitting, now: Clock, input_stream: TextIO, output_stream: TextIO
) -> None:
    """Hold `exam` line by line until it is handed in, left, or over.

    Raises:
        QuizappError: the store cannot be read.
    """
    lines = Lines(input_stream, output_stream)
    with lines.until_told():
        LineExam(exam, now, lines).run()


class LineExam(LineLoop):
    """One sitting held line by line."""

    def __init__(self, exam: ExamSitting, now: Clock, lines: Lines) -> None:
        super().__init__(now, lines, _HELP)
        self.exam = exam
        self.at = exam.first_unanswered()
        self.is_sure = False

    def run(self) -> None:
        """Hold the talk to its end."""
        exam = self.exam
        self.write_lines(
            f"{one_line(exam.title)}: {self.progress_text()}. Type :? for help", *exam.remarks
        )
        step = NextStep.NEXT
        while step is not NextStep.LEAVE:
            if exam.is_over(self.now()):
                self.write_lines("Time is up.")
                self.hand_in()
                return
            if step is NextStep.NEXT:
                self.write_question()
            step = self.act_on_line(self.handle_line)

    def progress_text(self) -> str:
        """Return how far the exam is, and the time that is left."""
        left = time_left(self.exam.seconds_left(self.now()))
        parts = answered_parts(self.exam.answers, "flagged")
        return ", ".join((*parts, left) if left else parts)

    def write_question(self) -> None:
        """Write the question at the present place."""
        places = self.exam.answers
        question = self.exam.question(self.at, self.now())
        flagged = ", flagged" if places[self.at].is_flagged else ""
        self.write_lines("", f"Question {self.at + 1} of {len(places)}{flagged}")
        if question is None:
            self.write_lines("This question is gone from its deck and doesn't count.")
            return
        self.write_lines(*question_lines(question))
        response = places[self.at].response
        if response is not None:
            self.write_lines(f"Your answer: {given_answer(question, response)}")

    def handle_line(self, line: str) -> NextStep:
        """Do what a line says: a command, or an answer; none of it once the time is up."""
        name, _, rest = line.partition(" ")
        was_sure, self.is_sure = self.is_sure, name == ":d"
        try:
            if name == ":d":
                return self.hand_in_if_sure(was_sure=was_sure)
            if name in _COMMANDS:
                return _COMMANDS[name](self, rest)
            refuse_command(line)
            return self.answer(line)
        except TimeIsUpError:
            return NextStep.NEXT

    def answer(self, line: str) -> NextStep:
        """Keep an answer and go on to the next open question."""
        question = self.exam.question(self.at, self.now())
        response = parse_response(question, line) if question is not None else GaveUp()
        if isinstance(response, GaveUp):
            return self.turn("", 1)
        self.exam.respond(self.at, response, 0, self.now())
        self.write_lines("Saved.")
        places = self.exam.answers
        following = next_place(places, self.at)
        if following is None:
            self.write_lines(*unanswered_lines(places), "Type :d to hand in.")
            return NextStep.SAME
        self.at = following
        return NextStep.NEXT

    # --- commands ---------------------------------------------------------------------------------

    def turn(self, _: str, step: int = 1) -> NextStep:
        """Go on or back."""
        self.at = (self.at + step) % len(self.exam.answers)
        return NextStep.NEXT

    def back(self, rest: str) -> NextStep:
        """Go back to the question before."""
        return self.turn(rest, -1)

    def go_to(self, rest: str) -> NextStep:
        """Go to a question by its number."""
        count = len(self.exam.answers)
        if not rest.strip().isdecimal() or not 1 <= int(rest) <= count:
            raise ValueError(f"No such question. Type :g 1 to :g {count}")
        self.at = int(rest) - 1
        return NextStep.NEXT

    def flag(self, _: str) -> NextStep:
        """Flag the question, or take its flag off."""
        self.write_lines("Flagged." if self.exam.flag(self.at) else "Unflagged.")
        return NextStep.SAME

    def list_questions(self, _: str) -> NextStep:
        """List all questions."""
        for at, place in enumerate(self.exam.answers):
            self.write_lines(self.line_of(at, place))
        return NextStep.SAME

    def line_of(self, at: int, place: ExamAnswer) -> str:
        """Return a question's line in the list."""
        question = self.exam.question(at, self.now())
        stem = "gone from its deck" if question is None else one_line(question.item.stem)
        words = "unanswered" if place.response is None else "answered"
        flagged = ", flagged" if place.is_flagged else ""
        return f"{at + 1}. {words}{flagged}: {stem}"

    def show_time(self, _: str) -> NextStep:
        """Say how far the exam is."""
        self.write_lines(f"{self.progress_text()}.")
        return NextStep.SAME

    def leave(self, rest: str = "") -> NextStep:  # noqa: ARG002 (nothing is said of where to)
        """Leave; all is kept."""
        self.write_lines("", f"Paused: {self.progress_text()}. Resume it: quizapp exam --resume")
        return NextStep.LEAVE

    # --- the end ----------------------------------------------------------------------------------

    def hand_in_if_sure(self, *, was_sure: bool) -> NextStep:
        """Hand in; what is open or flagged is told first."""
        places = self.exam.answers
        is_done = all(place.response is not None and not place.is_flagged for place in places)
        if not is_done and not was_sure:
            self.write_lines(*unanswered_lines(places), "Type :d again to hand in.")
            return NextStep.SAME
        self.hand_in()
        return NextStep.LEAVE

    def hand_in(self) -> None:
        """End the exam and say how it went."""
        self.write_lines("", *result_lines(self.exam.hand_in(self.now())))


_COMMANDS: Mapping[str, Callable[[LineExam, str], NextStep]] = {
    ":n": LineExam.turn,
    ":p": LineExam.back,
    ":g": LineExam.go_to,
    ":f": LineExam.flag,
    ":l": LineExam.list_questions,
    ":t": LineExam.show_time,
    ":q": LineExam.leave,
    ":?": LineExam.help,
}


def past_lines(exams: Sequence[ExamSitting], now: datetime) -> Iterator[str]:
    """Yield a line for each exam that was handed in: when, which, its score and its time."""
    for exam in exams:
        result = exam.result(now)
        yield (
            f"{when(exam.handed_in)}  {one_line(exam.title)}: {score_text(result)}, "
            f"{percent_text(result.granted_score)}, {rounded_duration(result.seconds)}"
        )
    if not exams:
        yield "No past exams. Start one: quizapp exam"


def result_lines(result: ExamResult) -> Iterator[str]:
    """Yield how an exam went: the score, that of each tag, what was missed and why."""
    attempt = f"attempt {result.attempt} at this form" if result.attempt > 1 else "first attempt"
    yield f"{one_line(result.title)}: handed in."
    yield f"Score: {score_text(result)}, {percent_text(result.granted_score)}."
    yield f"Time: {rounded_duration(result.seconds)}; {attempt}."
    yield from filter(None, [result.unreviewed])
    for tag, score in result.by_tag.items():
        yield f"{one_line(tag)}: {points_text(score)}"
    if result.flagged:
        yield FLAGGED_WORDS
        yield from (flagged_text(flagged) for flagged in result.flagged)
    missed = imperfect_answers(result)
    if missed:
        yield f"{quantity(len(missed), 'question')} missed or partly right:"
    for answer in missed:
        item = answer.question.item
        yield ""
        yield f"{NOT_JUDGED if is_unjudged(answer.grade) else 'Missed'}: {one_line(item.stem)}"
        yield from picture_lines(item, is_asked_with=True)
        yield f"Answer: {right_answer(item)}"
        yours = given_answer(answer.question, answer.response)
        yield f"Yours: {yours or '(nothing)'}"
        if item.note:
            yield f"Note: {one_line(item.note)}"
        if item.why:
            yield f"Why: {one_line(item.why)}"
        yield from picture_lines(item, is_asked_with=False)
        if item.sources:
            yield f"Source: {short_sources(item)}"
