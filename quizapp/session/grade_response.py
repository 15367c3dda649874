"""Holding a response against its item."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from quizapp.grading.expected import Expected, ExpectedList, ExpectedNumber, ExpectedTerm
from quizapp.grading.grade import RIGHT, Grade, Outcome, Reason
from quizapp.grading.lexicon import Lexicon
from quizapp.grading.limits import AnswerTooLongError, excess
from quizapp.items.item import Format
from quizapp.learner.model import NO_PAIR, ChosenOptions, GaveUp, Response, Revealed, TypedText
from quizapp.memory.model import Rating
from quizapp.session.model import Question

_RESPONSE_TYPES: Mapping[Format, type[Response]] = {
    Format.CHOICE: ChosenOptions,
    Format.SELECT: ChosenOptions,
    Format.MATCH: ChosenOptions,
    Format.TRUE_FALSE: ChosenOptions,
    Format.ORDER: ChosenOptions,
    Format.TYPED: TypedText,
    Format.NUMBER: TypedText,
    Format.GAP: TypedText,
    Format.LIST: TypedText,
    Format.FLIP: Revealed,
}

GAVE_UP_GRADE = Grade(Outcome.WRONG, Reason.BLANK, share=0.0)

# Judging these takes all that judging any answer builds once: a slip, and a number in words.
_SAMPLES: tuple[tuple[Expected, str], ...] = (
    (ExpectedTerm("hypertension"), "hypertenson"),
    (ExpectedNumber(Decimal(13), "13", "patients"), "thirteen patients"),
)


def grade_response(question: Question, response: Response, lexicon: Lexicon) -> Grade:
    """Return the grade of a response; a flip is as its learner rated it: Again is wrong.

    What cannot be judged is for the learner to judge (reason `unjudged`).

    Raises:
        AnswerTooLongError: it is longer than any answer here; it is not judged.
        ValueError: the response does not fit the format, or names an option that is not shown.
    """
    item = question.item
    if isinstance(response, GaveUp):
        return GAVE_UP_GRADE
    if not isinstance(response, _RESPONSE_TYPES[item.format]):
        raise ValueError(f"{type(response).__name__} is no response to a {item.format}")  # noqa: TRY004 (the value does not fit)
    if isinstance(response, ChosenOptions):
        return _judge(item.expected, _option_values(question, response), lexicon)
    if isinstance(response, TypedText):
        refuse_too_long(question, response.text)
        return _judge(expected_at(question), response.text, lexicon)
    return GAVE_UP_GRADE if response.rating is Rating.AGAIN else RIGHT


def load_judge() -> None:
    """Load the judge and what it knows of words, so that no answer waits for them.

    For a thread beside the learner's: it is all small steps, between which a key gets its turn.
    """
    from quizapp.grading.judge import judge  # noqa: PLC0415 (start-up)

    for expected, given in _SAMPLES:
        judge(expected, given)


def expected_at(question: Question) -> Expected:
    """Return what is expected, with the words of the question, which need not be said again."""
    expected, stem = question.item.expected, question.item.stem
    match expected:
        case ExpectedTerm():
            return replace(expected, given=stem)
        case ExpectedList():
            return replace(
                expected, members=tuple(replace(each, given=stem) for each in expected.members)
            )
        case _:
            return expected


def refuse_too_long(question: Question, text: str) -> None:
    """Raise an AnswerTooLongError where `text` is longer than any answer to `question`."""
    if told := excess(question.item.expected, text):
        raise AnswerTooLongError(told)


def _judge(expected: Expected, given: str | Sequence[str], names: Lexicon) -> Grade:
    from quizapp.grading.judge import judge  # noqa: PLC0415 (start-up: `load_judge` loads it)

    return judge(expected, given, names)


def _option_values(question: Question, response: ChosenOptions) -> tuple[str, ...]:
    """Return what is graded of chosen options: their texts for an order, else their ids."""
    texts = {option.id: option.text for option in question.item.options}
    if question.item.format is Format.MATCH:
        texts[NO_PAIR] = ""
    unknown = [option for option in response.options if option not in texts]
    if unknown:
        raise ValueError(f"{unknown[0]!r} is not among the options shown")
    is_order = question.item.format is Format.ORDER
    return tuple(texts[each] for each in response.options) if is_order else response.options
