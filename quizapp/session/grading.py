"""Holding a response against its item."""

from collections.abc import Mapping

from quizapp.grading.grade import Grade, Reason, Verdict
from quizapp.grading.lexicon import Lexicon
from quizapp.items.item import Format
from quizapp.memory.model import Rating
from quizapp.session.model import UNPAIRED, Chosen, GaveUp, Question, Response, Revealed, Typed

FITTING: Mapping[Format, type[Response]] = {
    Format.CHOICE: Chosen,
    Format.SELECT: Chosen,
    Format.MATCH: Chosen,
    Format.TRUE_FALSE: Chosen,
    Format.ORDER: Chosen,
    Format.TYPED: Typed,
    Format.NUMBER: Typed,
    Format.GAP: Typed,
    Format.LIST: Typed,
    Format.FLIP: Revealed,
}

GIVEN_UP = Grade(Verdict.WRONG, Reason.BLANK, share=0.0)
KNOWN = Grade(Verdict.CORRECT, Reason.SAME)


def grade_response(question: Question, response: Response, names: Lexicon) -> Grade:
    """Return the grade of a response; a flip is as its learner rated it: Again is wrong.

    Raises:
        ValueError: the response does not fit the format, or names an option that is not shown.
    """
    from quizapp.grading.judge import grade  # noqa: PLC0415 (start-up: `warm_up` loads it)

    item = question.item
    if isinstance(response, GaveUp):
        return GIVEN_UP
    if not isinstance(response, FITTING[item.format]):
        raise ValueError(f"{type(response).__name__} is no response to a {item.format}")  # noqa: TRY004 (the value does not fit)
    if isinstance(response, Chosen):
        return grade(question.item.expected, _chosen(question, response), names)
    if isinstance(response, Typed):
        return grade(item.expected, response.text, names)
    return GIVEN_UP if response.rating is Rating.AGAIN else KNOWN


def _chosen(question: Question, response: Chosen) -> tuple[str, ...]:
    """Return what is graded of chosen options: their texts for an order, else their ids."""
    texts = {option.id: option.text for option in question.item.options}
    if question.item.format is Format.MATCH:
        texts[UNPAIRED] = ""
    unknown = [option for option in response.options if option not in texts]
    if unknown:
        raise ValueError(f"{unknown[0]!r} is not among the options shown")
    is_order = question.item.format is Format.ORDER
    return tuple(texts[each] for each in response.options) if is_order else response.options
