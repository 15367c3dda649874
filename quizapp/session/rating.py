"""From a grade to a rating: what an answer says of the memory."""

from quizapp.grading.grade import Grade, Reason
from quizapp.items.item import Format, Item
from quizapp.learner.model import Response, Revealed
from quizapp.memory.model import Rating
from quizapp.session.model import Feedback

_LONG_LIST_MEMBERS = 4  # members from which one that is missing is still a pass
_SLOW_FACTOR = 2  # times the learner's own median for the format


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
    if not grade.passes:
        return Rating.HARD if _is_nearly_whole(grade, item) else Rating.AGAIN
    if item.format is Format.TRUE_FALSE:
        return None
    return Rating.HARD if was_hinted or was_slow else Rating.GOOD


def can_be_rated(feedback: Feedback) -> bool:
    """Return whether the learner rates: where memory moves, and a flip always, to judge it."""
    return bool(feedback.due_by_rating) or isinstance(feedback.response, Revealed)


def is_slow(milliseconds: int, median_milliseconds: int | None) -> bool:
    """Return whether an answer took more than twice the learner's median, if known."""
    return median_milliseconds is not None and milliseconds > _SLOW_FACTOR * median_milliseconds


def _match_rating(grade: Grade, item: Item) -> Rating:
    """Return the rating of pairs of which some are wrong: the first is what the card asks for."""
    return Rating.AGAIN if item.prompts[0] in grade.missing else Rating.HARD


def _is_nearly_whole(grade: Grade, item: Item) -> bool:
    """Return whether one of many members is missing, and nothing false was named."""
    return (
        grade.reason is Reason.PART
        and len(grade.missing) == 1
        and not grade.alien
        and len(item.key) >= _LONG_LIST_MEMBERS
    )
