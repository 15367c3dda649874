"""The verdict on an answer in words, and which letters differ. Pure: values in, words out.

The app and the line mode say the same; how it looks is not decided here.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from quizapp.grading.grade import Outcome, Reason
from quizapp.items.item import Format
from quizapp.learner.model import TypedText
from quizapp.session.model import Feedback, SayMore
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.words import (
    OUTCOME_WORDS,
    given_answer,
    is_given_up,
    right_answer,
    should_show_answer,
    shown_outcome,
)

COUNTED_AS_RIGHT = "Counted as right"
_SLIPS = "Right, with slips"
_PARTLY_RIGHT = "Partly right"
_DID_NOT_KNOW = "You didn't know"

Pieces: TypeAlias = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it differs; a piece of "" is a letter that is not there."""


def verdict_word(feedback: Feedback) -> str:
    """Return the verdict in a word or two; what it begins with tells whether it was right."""
    grade = feedback.grade
    if is_given_up(feedback.response):
        return _DID_NOT_KNOW
    if feedback.is_overridden or grade.reason is Reason.CONFIRMED:
        return COUNTED_AS_RIGHT
    if grade.outcome is Outcome.SLIP and not _has_one_slip(feedback):
        return _SLIPS
    outcome = shown_outcome(grade, feedback.question.item.format)
    is_part = outcome is Outcome.SLIP and grade.outcome is not Outcome.SLIP
    return _PARTLY_RIGHT if is_part else OUTCOME_WORDS[outcome]


def _has_one_slip(feedback: Feedback) -> bool:
    grade = feedback.grade
    return grade.differing is not None or len(grade.slips) == 1


def verdict_note(feedback: Feedback) -> str:
    """Return the one sentence that says why; "" where there is nothing to say."""
    grade = feedback.grade
    if feedback.is_overridden:
        return ""
    if grade.reason is Reason.CONFIRMED:
        return "You said it's the same."
    if grade.reason is Reason.DENIED:
        return "You said it's not the same."
    return one_line(grade.note)


def more_text(asked: SayMore) -> str:
    """Return what more is asked for."""
    return f"{OUTCOME_WORDS[Outcome.MORE]}: {one_line(asked.grade.note)}"


def must_tell_answer(feedback: Feedback) -> bool:
    """Return whether the answer must be told beside the verdict, whose sentence may have told it.

    What was counted as right is shown beside the answer whatever was said of it.
    """
    if feedback.is_overridden:
        return True
    told = verdict_note(feedback).casefold()
    return (
        should_show_answer(feedback) and right_answer(feedback.question.item).casefold() not in told
    )


# --- letters -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LetterDiff:
    """The answer and what was typed, each in pieces: only the letters that differ are marked.

    `word` is the word of the key alone, where the answer is told in other words than those that
    were nearly typed; else ().
    """

    answer: Pieces
    typed: Pieces
    word: Pieces = ()


def letter_diff(feedback: Feedback) -> LetterDiff | None:
    """Return which letters differ; None unless one word is all that differs, and it matters."""
    from quizapp.grading.tell import mark_letters  # noqa: PLC0415 (start-up: it loads the judge)

    grade = feedback.grade
    is_to_see = feedback.is_overridden or grade.outcome in {Outcome.SLIP, Outcome.WRONG}
    if grade.differing is None or not is_to_see:
        return None
    key, typed = (one_line(text) for text in grade.differing)
    key_pieces, typed_pieces = mark_letters(typed, key), mark_letters(key, typed)
    answer = right_answer(feedback.question.item)
    given = given_answer(feedback.question, feedback.response)
    marked = _with_word_marked(answer, key, key_pieces)
    return LetterDiff(
        answer=marked or ((answer, False),),
        typed=_with_word_marked(given, typed, typed_pieces) or typed_pieces,
        word=() if marked else key_pieces,
    )


def _with_word_marked(text: str, word: str, pieces: Pieces) -> Pieces:
    """Return `text` with the letters of one word in it marked; () where the word is not in it."""
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)
    if found is None:
        return ()
    return ((text[: found.start()], False), *pieces, (text[found.end() :], False))


def bracketed(pieces: Iterable[tuple[str, bool]]) -> str:
    """Return a text whose differing letters stand in brackets: pericar[d]ium."""
    return "".join(f"[{text}]" if differs and text else text for text, differs in pieces)


def letters_text(feedback: Feedback) -> str:
    """Return which letters differ, as a line of plain text; "" where none are shown."""
    if (diff := letter_diff(feedback)) is None:
        return ""
    return f"{bracketed(diff.word or diff.answer)}; you wrote {bracketed(diff.typed)}"


# --- lists ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ListLine:
    """A line of a list that was answered: a member of the key, or what is none.

    Attributes:
        outcome: right, slip, more or wrong; None where the members were not looked at one by one.
        note: what is to be said of it; "" for a member that was given.
    """

    text: str
    outcome: Outcome | None
    note: str = ""


NOT_ONE_OF_THEM = "not one of them"
_MISSING = "missing"


def list_lines(feedback: Feedback) -> Iterator[ListLine]:
    """Yield the members of a list in the key's order, then what was named and is none of them."""
    grade, item = feedback.grade, feedback.question.item
    is_looked_at = bool(grade.found or grade.missing)
    for key in item.key:
        text = one_line(key)
        if key in grade.slips:
            yield ListLine(text, Outcome.SLIP, "right, but for the spelling")
        elif key in grade.found:
            yield ListLine(text, Outcome.RIGHT)
        elif is_looked_at:
            yield ListLine(text, Outcome.WRONG, _MISSING)
        else:
            yield ListLine(text, None)
    for alien in grade.alien:
        yield ListLine(one_line(alien), Outcome.WRONG, NOT_ONE_OF_THEM)


def is_list_shown(feedback: Feedback) -> bool:
    """Return whether the members are shown one by one, each with what it is."""
    is_list = feedback.question.item.format is Format.LIST
    return is_list and isinstance(feedback.response, TypedText)
