"""From a response to its grade, and from that to the rating: what an answer says of the memory."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from quizapp.grading.expected import (
    ENGLISH,
    Expected,
    ExpectedAmount,
    ExpectedList,
    ExpectedNumber,
    ExpectedTerm,
)
from quizapp.grading.grade import RIGHT, Grade, Outcome, Reason
from quizapp.grading.lexicon import Lexicon
from quizapp.grading.limits import AnswerTooLongError, excess
from quizapp.items.item import Format, Item
from quizapp.learner.model import NO_PAIR, ChosenOptions, GaveUp, Response, Revealed, TypedText
from quizapp.memory.model import Rating
from quizapp.session.model import Feedback, Question

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

_LONG_LIST_MEMBERS = 4  # members from which one that is missing is still a pass
_SLOW_FACTOR = 2  # times the learner's own median for the format

# Judging these takes all that judging any answer builds once: a slip, a phrase that is another one,
# a number in words, and another number.
_SAMPLES: tuple[tuple[ExpectedTerm | ExpectedNumber, str], ...] = (
    (ExpectedTerm("hypertension"), "hypertenson"),
    (ExpectedTerm("arterial hypertension"), "a hypertenson of an artery"),
    (ExpectedNumber(Decimal(13), "13", "patients"), "thirteen patients"),
    (ExpectedNumber(Decimal(13), "13", "patients"), "fourteen patients"),
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


def load_judge(language: str = ENGLISH) -> None:
    """Load the judge and what it knows of words of a language, so that no answer waits for them.

    For a thread beside the learner's: it is all small steps, between which a key gets its turn.
    """
    from quizapp.grading.judge import judge  # noqa: PLC0415 (start-up)

    for expected, given in _SAMPLES:
        judge(replace(expected, language=language), given)


def language_of_answer(expected: Expected) -> str:
    """Return the language that an answer is judged in; English where nothing is typed."""
    match expected:
        case ExpectedTerm() | ExpectedNumber() | ExpectedAmount() | ExpectedList():
            return expected.language
        case _:
            return ENGLISH


def expected_at(question: Question) -> Expected:
    """Return what is expected, with the words of the question, which need not be said again."""
    expected, stem = question.item.expected, question.item.stem
    match expected:
        case ExpectedTerm() | ExpectedNumber() | ExpectedAmount():
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


# --- the rating that a grade suggests -------------------------------------------------------------


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
