"""From a typed line to the response that it gives to a question."""

import re

from quizapp.items.item import Format
from quizapp.learner.model import ChosenOptions, GaveUp, Response, Revealed, TypedText
from quizapp.session.model import Question
from quizapp.session.option_order import PAIR_LETTERS

_NUMBERS = re.compile(r"\d+")
_PAIR_PARTS = re.compile(r"\d+|[a-z]")
_LONGEST_CHOICE = 500  # characters; more are no numbers of options
_BETWEEN_PAIRS = re.compile(r"[\s,;:=.)>→-]*")
_HOW_TO_ANSWER = {
    Format.TRUE_FALSE: "Type t or f",
    Format.CHOICE: "Type one of the numbers",
    Format.SELECT: "Type the numbers of all that apply",
    Format.MATCH: "Type pairs such as 1b 2a, each letter once",
    Format.ORDER: "Type all the numbers, in order",
}


class BadAnswerError(ValueError):
    """What was typed is no answer to this question; its text says how to answer."""


def parse_response(question: Question, line: str) -> Response:
    """Return the response that `line` gives to `question`; an empty line gives up.

    Raises:
        BadAnswerError: it cannot be an answer to it.
    """
    format_ = question.item.format
    if format_ is Format.FLIP:
        return Revealed()
    if format_ in _HOW_TO_ANSWER and len(line) > _LONGEST_CHOICE:
        raise BadAnswerError(_HOW_TO_ANSWER[format_])
    if not line:
        return GaveUp()
    if format_ is Format.TRUE_FALSE:
        return _parse_true_false(question, line)
    if format_ is Format.MATCH:
        return _parse_pairs(question, line)
    if format_ in _HOW_TO_ANSWER:
        return _parse_options(question, line)
    return TypedText(line)


def _parse_true_false(question: Question, line: str) -> ChosenOptions:
    """Return the option that `line` says: t, f, true or false."""
    for option in question.shown_options:
        word = option.text.strip().lower()
        if line.lower() in {word, word[:1]}:
            return ChosenOptions((option.id,))
    raise BadAnswerError(_HOW_TO_ANSWER[Format.TRUE_FALSE])


def _parse_options(question: Question, line: str) -> ChosenOptions:
    """Return the options whose numbers stand in `line`: one, several, or all in order."""
    format_ = question.item.format
    numbers = [int(digits) for digits in _NUMBERS.findall(line)]
    rest = _NUMBERS.sub("", line).replace(",", "").strip()
    wanted = {Format.CHOICE: 1, Format.ORDER: len(question.shown_options)}.get(
        format_, len(numbers)
    )
    is_sound = numbers and not rest and len(numbers) == len(set(numbers)) == wanted
    if not is_sound or not all(1 <= number <= len(question.shown_options) for number in numbers):
        raise BadAnswerError(f"{_HOW_TO_ANSWER[format_]} (1 to {len(question.shown_options)})")
    return ChosenOptions(tuple(question.shown_options[number - 1].id for number in numbers))


def _parse_pairs(question: Question, line: str) -> ChosenOptions:
    """Return the value that `line` gives to each row: `1b 2a`, or the letters row by row."""
    rows = [f"{number}" for number in range(1, len(question.item.prompts) + 1)]
    values = dict(zip(PAIR_LETTERS, question.shown_options, strict=False))
    parts = _PAIR_PARTS.findall(line.lower())
    names, letters = parts[::2], parts[1::2]
    if not any(map(str.isdigit, parts)):
        names, letters = rows, parts
    is_sound = (
        not _BETWEEN_PAIRS.sub("", _PAIR_PARTS.sub("", line.lower()))
        and sorted(names) == sorted(rows)
        and len(letters) == len(set(letters)) == len(rows)
        and values.keys() >= set(letters)
    )
    if not is_sound:
        last = PAIR_LETTERS[len(question.shown_options) - 1]
        raise BadAnswerError(f"{_HOW_TO_ANSWER[Format.MATCH]} (1 to {len(rows)}, a to {last})")
    given = dict(zip(names, letters, strict=True))
    return ChosenOptions(tuple(values[given[row]].id for row in rows))
