"""What the app and the line mode say alike of an exam: time, places, scores. Pure."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from quizapp.services.words import quantity
from quizapp.session.exam import FULL_POINTS, ExamResult, FlaggedAnswer, Score
from quizapp.session.model import AnsweredQuestion, ExamAnswer
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.words import given_answer, join_with_and, right_answer

OPEN, ANSWERED, FLAGGED = "○", "●", "⚑"
_SECONDS_PER_MINUTE = 60
_MOST_LISTED = 12  # open questions that are told one by one


def answered_summary(places: Sequence[ExamAnswer]) -> str:
    """Return how many of the questions are answered, and how many flagged."""
    return "  ".join(answered_parts(places, FLAGGED))


def answered_parts(places: Sequence[ExamAnswer], flagged_word: str) -> Iterator[str]:
    """Yield how many of the questions are answered, then how many are flagged, if any."""
    yield f"{sum(place.response is not None for place in places)} of {len(places)} answered"
    flagged = sum(place.is_flagged for place in places)
    if flagged:
        yield f"{flagged} {flagged_word}"


def is_open(place: ExamAnswer) -> bool:
    """Return whether a question has no answer yet."""
    return place.response is None


def next_place(
    places: Sequence[ExamAnswer], at: int, is_wanted: Callable[[ExamAnswer], bool] = is_open
) -> int | None:
    """Return the next place behind `at`, or before it from the start, that is wanted, if any."""
    around = ((at + step) % len(places) for step in range(1, len(places)))
    return next((place for place in around if is_wanted(places[place])), None)


def place_signs(place: ExamAnswer) -> str:
    """Return whether a question is answered, and its flag."""
    return (OPEN if place.response is None else ANSWERED) + (FLAGGED if place.is_flagged else "")


def unanswered_lines(places: Sequence[ExamAnswer]) -> tuple[str, ...]:
    """Return what is to be known before handing in: what is open, what is flagged."""
    unanswered = [at for at, place in enumerate(places, 1) if place.response is None]
    flagged = [at for at, place in enumerate(places, 1) if place.is_flagged]
    lines = []
    if unanswered:
        lines.append(f"Unanswered: {_number_list(unanswered)}")
    else:
        lines.append("All questions answered")
    if flagged:
        lines.append(f"Flagged: {_number_list(flagged)}")
    return tuple(lines)


def _number_list(numbers: Sequence[int]) -> str:
    """Return numbers as a sentence has them; how many there are, where they are too many."""
    if len(numbers) > _MOST_LISTED:
        return quantity(len(numbers), "question")
    return join_with_and([str(number) for number in numbers])


def points_text(score: Score) -> str:
    """Return a score: 21.5 of 30."""
    return f"{score.points:.2f}".rstrip("0").rstrip(".") + f" of {score.max_points}"


FLAGGED_WORDS = "Scored 0, but look again: was it right?"


def score_text(result: ExamResult) -> str:
    """Return the points: as judged, and as granted where that is another number."""
    judged = f"{points_text(result.score)} points"
    if result.granted_score == result.score:
        return judged
    return f"{points_text(result.granted_score)} points, as judged {points_text(result.score)}"


def flagged_text(flagged: FlaggedAnswer) -> str:
    """Return a flagged answer on one line."""
    question = flagged.answer.question
    granted = ": granted" if flagged.is_granted else ""
    given = given_answer(question, flagged.answer.response)
    return f"{one_line(question.item.stem)} {given} ({right_answer(question.item)}){granted}"


def next_to_grant(result: ExamResult) -> int | None:
    """Return the place of the first flagged answer that is not granted; None without one."""
    return next((each.at for each in result.flagged if not each.is_granted), None)


def percent_text(score: Score) -> str:
    """Return a score in per cent."""
    return f"{score.share:.0%}"


def rounded_duration(seconds: int) -> str:
    """Return how long an exam took."""
    minutes = seconds // _SECONDS_PER_MINUTE
    return quantity(minutes, "minute") if minutes else quantity(seconds, "second")


def when(handed_in: datetime | None) -> str:
    """Return day and time on the clock of this machine; "" of an exam that is not handed in."""
    return "" if handed_in is None else f"{handed_in.astimezone():%Y-%m-%d %H:%M}"


def earned(result: ExamResult) -> tuple[AnsweredQuestion, ...]:
    """Return the answers that earned their whole point, or were granted it."""
    return tuple(
        answer
        for answer, points in zip(result.answers, result.points, strict=True)
        if points >= FULL_POINTS
    )


def imperfect_answers(result: ExamResult) -> tuple[AnsweredQuestion, ...]:
    """Return the answers that did not earn their whole point."""
    return tuple(
        answer
        for answer, points in zip(result.answers, result.points, strict=True)
        if points < FULL_POINTS
    )
