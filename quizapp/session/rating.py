"""From a grade to a rating: what an answer says of the memory."""

from quizapp.grading.grade import Grade, Reason, Verdict
from quizapp.items.item import Format, Item
from quizapp.learner.model import Response, Revealed
from quizapp.memory.model import Rating
from quizapp.session.model import Feedback

_LONG_LIST_MEMBERS = 4  # members from which one that is missing is still a pass
_SLOW_FACTOR = 2  # times the learner's own median for the format

_CLOSE_RATINGS = {
    Reason.SPELLING: Rating.GOOD,
    Reason.MORE: Rating.GOOD,
    Reason.TOLERANCE: Rating.GOOD,
    Reason.NOTATION: Rating.HARD,
    Reason.LESS: Rating.HARD,
}


def suggest_rating(
    grade: Grade, response: Response, item: Item, *, was_hinted: bool, was_slow: bool
) -> Rating | None:
    """Return the rating that is suggested; None where the answer is only logged.

    A true-false that was right says little: a coin would be right half the time.
    """
    if isinstance(response, Revealed):
        return response.rating or Rating.GOOD
    if item.format is Format.MATCH and grade.reason is Reason.PART:
        return _match_rating(grade, item)
    if grade.verdict is Verdict.WRONG:
        return Rating.AGAIN
    if item.format is Format.TRUE_FALSE:
        return None
    rating = Rating.GOOD if grade.verdict is Verdict.CORRECT else _close_rating(grade, item)
    if rating is Rating.GOOD and (was_hinted or was_slow):
        return Rating.HARD
    return rating


def can_be_rated(feedback: Feedback) -> bool:
    """Return whether the learner rates: where memory moves, and a flip always, to judge it."""
    return bool(feedback.due_by_rating) or isinstance(feedback.response, Revealed)


def is_slow(milliseconds: int, median_milliseconds: int | None) -> bool:
    """Return whether an answer took more than twice the learner's median, if known."""
    return median_milliseconds is not None and milliseconds > _SLOW_FACTOR * median_milliseconds


def _match_rating(grade: Grade, item: Item) -> Rating:
    """Return the rating of pairs of which some are wrong: the first is what the card asks for."""
    return Rating.AGAIN if item.prompts[0] in grade.missing else Rating.HARD


def _close_rating(grade: Grade, item: Item) -> Rating:
    if grade.reason is not Reason.PART:
        return _CLOSE_RATINGS.get(grade.reason, Rating.HARD)
    is_nearly_whole = (
        len(grade.missing) == 1 and not grade.false and len(item.key) >= _LONG_LIST_MEMBERS
    )
    # A list whose members were all found, one by its spelling, is whole.
    is_whole = not grade.missing and not grade.false and item.format is not Format.ORDER
    if is_whole:
        return Rating.GOOD
    return Rating.HARD if is_nearly_whole else Rating.AGAIN
