"""What the app and the line mode say alike of an exam: time, places, scores. Pure."""

from collections.abc import Sequence
from datetime import datetime

from quizapp.session.exam import WHOLE, ExamResult, Score, points_of
from quizapp.session.model import Answer, ExamPlace
from quizapp.terminal.words import amount, enumerated

OPEN, ANSWERED, FLAGGED = "○", "●", "⚑"
MINUTE = 60
MOST_NAMED = 12  # open questions that are told one by one


def standing(places: Sequence[ExamPlace]) -> str:
    """Return how many of the questions are answered, and how many flagged."""
    answered = sum(place.response is not None for place in places)
    flagged = sum(place.is_flagged for place in places)
    flags = f"  {flagged} {FLAGGED}" if flagged else ""
    return f"{answered} of {len(places)} answered{flags}"


def signs(place: ExamPlace) -> str:
    """Return whether a question is answered, and its flag."""
    return (OPEN if place.response is None else ANSWERED) + (FLAGGED if place.is_flagged else "")


def left_open(places: Sequence[ExamPlace]) -> tuple[str, ...]:
    """Return what is to be known before handing in: what is open, what is flagged."""
    unanswered = [at for at, place in enumerate(places, 1) if place.response is None]
    flagged = [at for at, place in enumerate(places, 1) if place.is_flagged]
    lines = []
    if unanswered:
        lines.append(f"Without an answer: {numbered(unanswered)}.")
    else:
        lines.append(f"All {amount(len(places), 'question')} are answered.")
    if flagged:
        lines.append(f"Flagged to come back to: {numbered(flagged)}.")
    return tuple(lines)


def numbered(numbers: Sequence[int]) -> str:
    """Return numbers as a sentence has them; how many there are, where they are too many."""
    if len(numbers) > MOST_NAMED:
        return amount(len(numbers), "question")
    return enumerated([str(number) for number in numbers])


def points(score: Score) -> str:
    """Return a score: 21.5 of 30."""
    return f"{score.points:.2f}".rstrip("0").rstrip(".") + f" of {score.most}"


def share(score: Score) -> str:
    """Return a score in per cent."""
    return f"{score.share:.0%}".replace("%", " %")


def taken(seconds: int) -> str:
    """Return how long an exam took."""
    minutes = seconds // MINUTE
    return amount(minutes, "minute") if minutes else amount(seconds, "second")


def when(handed_in: datetime | None) -> str:
    """Return day and time on the clock of this machine; "" of an exam that is not handed in."""
    return "" if handed_in is None else f"{handed_in.astimezone():%Y-%m-%d %H:%M}"


def earned(result: ExamResult) -> tuple[Answer, ...]:
    """Return the answers that earned their whole point."""
    return tuple(answer for answer in result.answers if answer not in lost(result))


def lost(result: ExamResult) -> tuple[Answer, ...]:
    """Return the answers that did not earn their whole point."""
    return tuple(
        answer for answer in result.answers if points_of(answer.grade, answer.question.item) < WHOLE
    )
