"""What is typed and is no answer: it is told, and neither judged nor counted."""

from dataclasses import replace

from quizapp.grading.expected import (
    ExpectedAmount,
    ExpectedNumber,
    ExpectedTerm,
)
from quizapp.grading.grade import BLANK, Reason
from quizapp.learner.model import Response, TypedText
from quizapp.session.grade_response import grade_response
from quizapp.session.states import AskedForMore, Asking


def refuse_no_answer(asking: Asking, response: Response) -> tuple[Asking, str]:
    """Return the question, and why a response is no answer to it; "" where it is one.

    Marks alone are none. That a word stands where a number is asked for, or a number for a word,
    is told once; after that, and after more was asked for, whatever is typed counts.

    Raises:
        AnswerTooLongError: it is longer than any answer here.
    """
    one_thing = ExpectedTerm | ExpectedNumber | ExpectedAmount
    is_one_thing = isinstance(asking.question.item.expected, one_thing)
    if not is_one_thing or not isinstance(response, TypedText) or isinstance(asking, AskedForMore):
        return asking, ""
    grade = grade_response(asking.question, response, asking.deck.lexicon)
    if grade.reason is Reason.BLANK:
        return asking, BLANK.note
    if grade.reason is Reason.KIND and not asking.is_kind_told:
        return replace(asking, is_kind_told=True), grade.note
    return asking, ""
