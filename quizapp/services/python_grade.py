"""Judging one answer from Python: `quizapp.grade`, without a deck and without a store.

Here the words of a call become what `quizapp.grading` judges by. Nothing is judged here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias, TypedDict

from quizapp.grading.grade import Outcome

if TYPE_CHECKING:
    from quizapp.grading import grade as judged
    from quizapp.grading.expected import (
        Expected,
        ExpectedAmount,
        ExpectedList,
        ExpectedNumber,
        ExpectedSequence,
        ExpectedTerm,
    )

Kind: TypeAlias = Literal["term", "number", "amount", "list", "sequence"]
Number: TypeAlias = str | int | float | Decimal
Answer: TypeAlias = Number | Sequence[str | Sequence[str]]

_KINDS: tuple[Kind, ...] = ("term", "number", "amount", "list", "sequence")
_OF_NUMBERS = frozenset({"number", "amount"})


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
    >>> grade("1 in 203000 years", "once in 203,000 years", kind="amount").outcome
    <Outcome.RIGHT: 'right'>

    Args:
        answer: what is right. A list or sequence takes its members, each a text, or a list of
            texts of which the first is the member and the rest are other names of it.
        response: what was given. For a list or sequence it may also be a list of texts.
        kind: "term" (words), "number", "amount" (as a deck writes one: "36 +5/-4 kg", "35-250 Hz",
            "< 0.001", "1 in 40"), "list" (in any order) or "sequence" (in one order).
        aliases: other texts that are right. Members of a list have theirs beside them.
        never: texts that must not be accepted, however near they are.
        others: names of other things in the same field. An answer that is one of them, or is
            nearer to one of them than to `answer`, is wrong.
        unit: the unit of a number. It may be left out; another unit is wrong.
        of: the denominator of a number: 13 `of` 56 may be answered as "13/56".
        tolerance: how far a number or amount may be off, in its own unit; without it, not at all.
        language: the language of the answer, by its ISO code.
        given: the question. Its words may be left out of an answer, and are not one by themselves.
        code: whether the answer is code, a formula or a command: judged to the letter.
        strict: whether a slip is wrong.

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
    if kind == "amount" and (unit or of is not None):
        raise ValueError('An amount has its unit in itself: "36 kg", "1 in 40".')
    if kind not in _OF_NUMBERS and (unit or of is not None or tolerance is not None):
        raise ValueError(f"unit, of and tolerance are for a number, not for a {kind}.")
    if kind == "amount":
        amount = _expected_amount(answer, tolerance, language, given)
        return _grade_number(amount, response, also, not_this + names, strict=strict)
    if kind == "number":
        number = _expected_number(answer, unit, of, tolerance, language)
        return _grade_number(number, response, also, not_this + names, strict=strict)
    asked: _Asked = {"language": language, "given": given, "code": code}
    if kind == "term":
        term = _expected_term(answer, also, not_this, asked)
        return _judge(term, response, names, strict=strict)
    if also:
        raise ValueError(
            f"Give each member of a {kind} its aliases beside it: ['IgG', ['IgA', 'A']]."
        )
    members = _expected_members(answer, kind, not_this, asked)
    return _judge(members, response, names, strict=strict)


# --- what is expected ----------------------------------------------------------------------------


class _Asked(TypedDict):
    """How all words of an answer are judged."""

    language: str
    given: str
    code: bool


def _expected_term(
    answer: Answer, aliases: Sequence[str], never: Sequence[str], asked: _Asked
) -> "ExpectedTerm":
    from quizapp.grading.expected import ExpectedTerm

    if not isinstance(answer, str):
        raise TypeError("The answer of a term must be a text.")
    if not answer.strip():
        raise ValueError("The answer is empty.")
    right = {_folded(text) for text in (answer, *aliases)}
    both = next((text for text in never if _folded(text) in right), None)
    if both is not None:
        raise ValueError(f"{both!r} cannot be right and never be accepted.")
    return ExpectedTerm(answer, tuple(aliases), tuple(never), **asked)


def _expected_number(
    answer: Answer, unit: str, of: Number | None, tolerance: Number | None, language: str
) -> "ExpectedNumber":
    from quizapp.grading.expected import ExpectedNumber

    if not isinstance(unit, str):
        raise TypeError("unit must be a text.")
    value = _decimal("The answer", answer)
    allowed = _tolerance(tolerance)
    whole = None if of is None else _decimal("of", of)
    if whole is not None and whole <= 0:
        raise ValueError("of must be above zero.")
    return ExpectedNumber(value, str(answer).strip(), unit.strip(), whole, allowed, language)


def _expected_amount(
    answer: Answer, tolerance: Number | None, language: str, given: str
) -> "ExpectedAmount":
    from quizapp.bank.amounts import AmountError, parse_amount
    from quizapp.bank.model import AmountAnswer
    from quizapp.items.expected_answers import build_expected_amount

    if isinstance(answer, bool) or not isinstance(answer, str | int | float | Decimal):
        raise TypeError("An amount must be a text or a number.")
    try:
        amount = parse_amount(str(answer))
    except AmountError as error:
        raise ValueError(f"{str(answer)!r} {error}; {error.fix}.") from None
    allowed = _tolerance(tolerance)
    return replace(build_expected_amount(AmountAnswer(amount, allowed), language), given=given)


def _tolerance(given: Number | None) -> Decimal:
    allowed = Decimal(0) if given is None else _decimal("tolerance", given)
    if allowed < 0:
        raise ValueError("tolerance must not be below zero.")
    return allowed


def _expected_members(
    answer: Answer, kind: Kind, never: Sequence[str], asked: _Asked
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
        members.append(_expected_term(names[0], names[1:], never, asked))
    kind_of_members = ExpectedList if kind == "list" else ExpectedSequence
    return kind_of_members(tuple(members), asked["language"])


def _decimal(what: str, given: Answer) -> Decimal:
    if isinstance(given, bool) or not isinstance(given, str | int | float | Decimal):
        raise TypeError(f"{what} must be a number, or a text with one.")
    try:
        value = Decimal(str(given).strip())
    except InvalidOperation:
        from quizapp.grading.judge import number_in

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
    """Refuse what cannot be meant."""
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
    expected: "ExpectedNumber | ExpectedAmount",
    response: str | Sequence[str],
    aliases: Sequence[str],
    never: Sequence[str],
    *,
    strict: bool,
) -> Grade:
    from quizapp.grading.judge import grades_equal

    if isinstance(response, str):
        if any(grades_equal(text, response) for text in never):
            return Grade(Outcome.WRONG, f"{response.strip()} is not it.", 0.0)
        if any(grades_equal(text, response) for text in aliases):
            return Grade(Outcome.RIGHT, "", 1.0)
    return _judge(expected, response, (), strict=strict)


def _judge(
    expected: "ExpectedTerm | ExpectedNumber | ExpectedAmount | ExpectedList | ExpectedSequence",
    response: str | Sequence[str],
    others: Sequence[str],
    *,
    strict: bool,
) -> Grade:
    from quizapp.grading.judge import judge
    from quizapp.grading.lexicon import lexicon
    from quizapp.grading.limits import excess

    _use_words(expected.language)
    text = _response_text(expected, response)
    if too_long := excess(expected, text):
        raise ValueError(too_long)
    names = lexicon([*(_names_in(expected)), *([other] for other in others)])
    found = judge(expected, text, names, strict=strict)
    return Grade(found.outcome, note_of(found), found.share)


def note_of(found: "judged.Grade") -> str:
    """Return the note of a grade, without the keys that a learner would press."""
    return found.note.removesuffix(" y/n")


@cache
def _use_words(language: str) -> None:
    """Judge with the words of a language, which are built at the first call that needs them."""
    from quizapp.services.word_dictionaries import await_words

    await_words(language)


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
        ExpectedAmount,
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
        case ExpectedAmount():
            return [(expected.text,)]
        case ExpectedList() | ExpectedSequence():
            return [(member.key, *member.accepted) for member in expected.members]
        case _:
            return []


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
