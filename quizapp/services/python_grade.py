"""Judging one answer from Python: `quizapp.grade`, without a deck and without a store.

Here the words of a call become what `quizapp.grading` judges by, and its grade becomes one of five
outcomes. Nothing is judged here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from quizapp.grading import grade as judged
    from quizapp.grading.expected import (
        Expected,
        ExpectedList,
        ExpectedNumber,
        ExpectedSequence,
        ExpectedTerm,
    )

Kind: TypeAlias = Literal["term", "number", "list", "sequence"]
Number: TypeAlias = str | int | float | Decimal
Answer: TypeAlias = Number | Sequence[str | Sequence[str]]

_KINDS: tuple[Kind, ...] = ("term", "number", "list", "sequence")


class Outcome(StrEnum):
    """How an answer was judged: the same five words wherever quizapp judges."""

    RIGHT = "right"
    """The answer, another name of it, or the same words in another form."""
    SLIP = "slip"
    """Right but for a slip, such as one wrong letter; it counts as right."""
    MORE = "more"
    """A true part of the answer with nothing false in it: say more."""
    UNSURE = "unsure"
    """It could not be judged: ask whoever answered."""
    WRONG = "wrong"
    """Anything else."""


@dataclass(frozen=True, slots=True)
class Grade:
    """How one answer was judged.

    Attributes:
        outcome: right, slip, more, unsure or wrong.
        note: why, as a sentence for whoever answered; "" when there is nothing to add.
        share: how much was found, from 0 to 1. A term or number is 1 when it is right or a slip,
            and 0 otherwise; a list or sequence may lie between.
    """

    outcome: Outcome
    note: str
    share: float


def grade(  # noqa: PLR0913 (all that an answer may be judged by, by name)
    answer: Answer,
    response: str | Sequence[str],
    *,
    kind: Kind = "term",
    aliases: Iterable[str] = (),
    never: Iterable[str] = (),
    others: Iterable[str] = (),
    unit: str = "",
    of: Number | None = None,
    tolerance: Number | None = None,
    language: str = "en",
    given: str = "",
    code: bool = False,
    strict: bool = False,
) -> Grade:
    """Judge one typed answer, as quizapp does in a session.

    >>> grade("hypogammaglobulinemia", "hypogamaglobulinemia").outcome
    <Outcome.SLIP: 'slip'>
    >>> grade("hypogammaglobulinemia", "hypergammaglobulinemia").outcome
    <Outcome.WRONG: 'wrong'>
    >>> grade(13, "thirteen of 56", kind="number", of=56).outcome
    <Outcome.RIGHT: 'right'>

    Args:
        answer: what is right. A list or sequence takes its members, each a text, or a list of
            texts of which the first is the member and the rest are other names of it.
        response: what was given. For a list or sequence it may also be a list of texts.
        kind: "term" (words), "number", "list" (in any order) or "sequence" (in one order).
        aliases: other texts that are right. Members of a list have theirs beside them.
        never: texts that must not be accepted, however near they are.
        others: names of other things in the same field. An answer that is one of them, or is
            nearer to one of them than to `answer`, is wrong.
        unit: the unit of a number. It may be left out; another unit is wrong.
        of: the denominator of a number: 13 `of` 56 may be answered as "13/56".
        tolerance: how far a number may be off, in its own unit; without it, not at all.
        language: the language of the answer. It is not used yet: answers are judged as English.
        given: the words of the question. They are not used yet.
        code: whether the answer is code. It is not used yet.
        strict: whether a slip is wrong. It is not used yet.

    Raises:
        TypeError: an argument has the wrong type.
        ValueError: an argument has no meaning for this `kind`, contradicts another one, or
            `response` is longer than any answer here.
    """
    _check_flags(language, given, code=code, strict=strict)
    also, not_this, names = (
        _texts(name, value)
        for name, value in (("aliases", aliases), ("never", never), ("others", others))
    )
    if kind not in _KINDS:
        raise ValueError(f"There is no kind {kind!r}; it is one of {', '.join(_KINDS)}.")
    if kind != "number" and (unit or of is not None or tolerance is not None):
        raise ValueError(f"unit, of and tolerance are for a number, not for a {kind}.")
    if kind == "number":
        return _grade_number(
            _expected_number(answer, unit, of, tolerance), response, also, not_this + names
        )
    if kind == "term":
        return _judge(_expected_term(answer, also, not_this), response, names)
    if also:
        raise ValueError(
            f"Give each member of a {kind} its aliases beside it: ['IgG', ['IgA', 'A']]."
        )
    return _judge(_expected_members(answer, kind, not_this), response, names)


def outcome_of(expected: "Expected", found: "judged.Grade") -> Outcome:
    """Return which of the five outcomes a grade of `quizapp.grading` is."""
    from quizapp.grading.grade import Reason, Verdict

    if found.reason is Reason.UNJUDGED:
        return Outcome.UNSURE
    if found.verdict is Verdict.CORRECT:
        return Outcome.RIGHT
    if found.reason in {Reason.LESS, Reason.NOTATION} and found.verdict is Verdict.CLOSE:
        return Outcome.MORE
    if found.reason in {Reason.SPELLING, Reason.MORE} and found.verdict is Verdict.CLOSE:
        return Outcome.SLIP
    # Near but outside what the author tolerates is wrong (Reason.TOLERANCE).
    is_part = found.reason is Reason.PART and _is_true_part(expected, found)
    return Outcome.MORE if is_part else Outcome.WRONG


def sentence_of(note: str, *quoted: str) -> str:
    """Return a note as a sentence; a word that it takes over from `quoted` keeps its letters."""
    if not note:
        return ""
    first = note.split(maxsplit=1)[0].strip("-,;:").casefold()
    is_ours = not any(first in text.casefold() for text in quoted)
    sentence = note[0].upper() + note[1:] if is_ours else note
    return sentence if sentence[-1] in ".?!" else f"{sentence}."


# --- what is expected ----------------------------------------------------------------------------


def _expected_term(answer: Answer, aliases: Sequence[str], never: Sequence[str]) -> "ExpectedTerm":
    from quizapp.grading.expected import ExpectedTerm

    if not isinstance(answer, str):
        raise TypeError("The answer of a term must be a text.")
    if not answer.strip():
        raise ValueError("The answer is empty.")
    right = {_folded(text) for text in (answer, *aliases)}
    both = next((text for text in never if _folded(text) in right), None)
    if both is not None:
        raise ValueError(f"{both!r} cannot be right and never be accepted.")
    return ExpectedTerm(answer, tuple(aliases), tuple(never))


def _expected_number(
    answer: Answer, unit: str, of: Number | None, tolerance: Number | None
) -> "ExpectedNumber":
    from quizapp.grading.expected import ExpectedNumber

    if not isinstance(unit, str):
        raise TypeError("unit must be a text.")
    value = _decimal("The answer", answer)
    allowed = Decimal(0) if tolerance is None else _decimal("tolerance", tolerance)
    whole = None if of is None else _decimal("of", of)
    if allowed < 0:
        raise ValueError("tolerance must not be below zero.")
    if whole is not None and whole <= 0:
        raise ValueError("of must be above zero.")
    return ExpectedNumber(value, str(answer).strip(), unit.strip(), whole, allowed)


def _expected_members(
    answer: Answer, kind: Kind, never: Sequence[str]
) -> "ExpectedList | ExpectedSequence":
    from quizapp.grading.expected import ExpectedList, ExpectedSequence

    if isinstance(answer, str) or not isinstance(answer, Sequence):
        raise TypeError(f"The answer of a {kind} must be a list of texts.")
    if not answer:
        raise ValueError(f"The answer of a {kind} needs at least one member.")
    members = []
    for member in answer:
        names = (member,) if isinstance(member, str) else _texts("A member with aliases", member)
        if not names:
            raise ValueError("A member of the answer is empty.")
        members.append(_expected_term(names[0], names[1:], never))
    return ExpectedList(tuple(members)) if kind == "list" else ExpectedSequence(tuple(members))


def _decimal(what: str, given: Answer) -> Decimal:
    if isinstance(given, bool) or not isinstance(given, str | int | float | Decimal):
        raise TypeError(f"{what} must be a number, or a text with one.")
    try:
        value = Decimal(str(given).strip())
    except InvalidOperation:
        from quizapp.grading.old.judge import number_in

        said = number_in(str(given))
        if said is None:
            raise ValueError(f"{what} must be a number, not {str(given)!r}.") from None
        value = said
    if not value.is_finite():
        raise ValueError(f"{what} must be a finite number.")
    return value


def _texts(name: str, given: Iterable[str]) -> tuple[str, ...]:
    if isinstance(given, str):
        raise TypeError(f"{name} must be a list of texts, not one text.")
    if not isinstance(given, Iterable):
        raise TypeError(f"{name} must be a list of texts.")
    texts = tuple(given)
    if not all(isinstance(text, str) for text in texts):
        raise TypeError(f"{name} must be a list of texts.")
    if not all(text.strip() for text in texts):
        raise ValueError(f"{name} has an empty text.")
    return texts


def _check_flags(language: str, given: str, *, code: bool, strict: bool) -> None:
    """Refuse what cannot be meant, although nothing here is judged by it yet."""
    for name, text in (("language", language), ("given", given)):
        if not isinstance(text, str):
            raise TypeError(f"{name} must be a text.")
    if not language.strip():
        raise ValueError("language is empty. Use a code such as 'en'.")
    for name, flag in (("code", code), ("strict", strict)):
        if not isinstance(flag, bool):
            raise TypeError(f"{name} must be True or False.")


# --- judging -------------------------------------------------------------------------------------


def _grade_number(
    expected: "ExpectedNumber",
    response: str | Sequence[str],
    aliases: Sequence[str],
    never: Sequence[str],
) -> Grade:
    from quizapp.grading.old.judge import grades_equal

    if isinstance(response, str):
        if any(grades_equal(text, response) for text in never):
            return Grade(Outcome.WRONG, f"{response.strip()} is not it.", 0.0)
        if any(grades_equal(text, response) for text in aliases):
            return Grade(Outcome.RIGHT, "", 1.0)
    return _judge(expected, response, ())


def _judge(
    expected: "ExpectedTerm | ExpectedNumber | ExpectedList | ExpectedSequence",
    response: str | Sequence[str],
    others: Sequence[str],
) -> Grade:
    from quizapp.grading.lexicon import lexicon
    from quizapp.grading.limits import excess
    from quizapp.grading.old.judge import grade as judge

    text = _response_text(expected, response)
    if too_long := excess(expected, text):
        raise ValueError(too_long)
    names = lexicon([*(_names_in(expected)), *([other] for other in others)])
    try:
        found = judge(expected, text, names)
    except Exception:  # noqa: BLE001 (whatever it is, one answer must not end a run over many)
        return Grade(Outcome.UNSURE, "quizapp cannot judge this answer.", 0.0)
    outcome = outcome_of(expected, found)
    shown = [text, *(name for names in _names_in(expected) for name in names)]
    return Grade(outcome, sentence_of(found.note, *shown), share_of(expected, outcome, found.share))


def share_of(expected: "Expected", outcome: Outcome, found: float) -> float:
    """Return how much was found: all or nothing where the answer has no members."""
    from quizapp.grading.expected import ExpectedNumber, ExpectedTerm

    if outcome in {Outcome.RIGHT, Outcome.SLIP}:
        return 1.0
    has_members = not isinstance(expected, ExpectedTerm | ExpectedNumber)
    return found if has_members and outcome is not Outcome.UNSURE else 0.0


def _response_text(expected: "Expected", response: str | Sequence[str]) -> str:
    from quizapp.grading.expected import ExpectedList, ExpectedSequence

    if isinstance(response, str):
        return response
    if not isinstance(expected, ExpectedList | ExpectedSequence):
        raise TypeError("The response must be a text.")
    return "\n".join(_texts("The response", response))


def _names_in(expected: "Expected") -> list[tuple[str, ...]]:
    """Return the names of what is right, those of each thing together."""
    from quizapp.grading.expected import (
        ExpectedList,
        ExpectedNumber,
        ExpectedSequence,
        ExpectedTerm,
    )

    match expected:
        case ExpectedTerm():
            return [(expected.key, *expected.accepted)]
        case ExpectedNumber():
            return [(f"{expected.text} {expected.unit}",)]
        case ExpectedList() | ExpectedSequence():
            return [(member.key, *member.accepted) for member in expected.members]
        case _:
            return []


def _is_true_part(expected: "Expected", found: "judged.Grade") -> bool:
    """Return whether what was given is true and only not all: nothing alien, nothing misplaced."""
    from quizapp.grading.expected import ExpectedMatch, ExpectedSequence

    if found.false or not found.missing or isinstance(expected, ExpectedMatch) or not found.share:
        return False
    if not isinstance(expected, ExpectedSequence):
        return True
    members = len(expected.members)
    named = members - len(found.missing)
    return round(found.share * members * (members - 1)) == named * (named - 1)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
