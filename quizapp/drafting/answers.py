"""The answer of a proposal, such that what stands hidden is judged right when it is typed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from quizapp.bank.amounts import AmountError, parse_amount
from quizapp.bank.model import AmountAnswer
from quizapp.drafting.model import FigureKind, FoundFigure
from quizapp.grading.expected import Expected, ExpectedNumber, ExpectedTerm
from quizapp.grading.grade import Outcome
from quizapp.grading.judge import judge
from quizapp.grading.languages import language_of
from quizapp.items.expected_answers import build_expected_amount

_ENDS = re.compile(
    r"(?P<low>[-+−]?[\d.,\s]*\d)\s?(?P<mark>[^\d\s.,]+)??\s?(?:[-\u2010-\u2014\u2212]|to|"
    r"through|bis|à)\s?(?P<high>[\d.,\s]*\d)"
)
_POWER = re.compile(r"([\d.,]+)\s?[×x·*]\s?10\s?\^?\s?([-−+]?\d+|[⁻⁺]?[⁰¹²³⁴-⁹]+)")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")
_CENTRE = re.compile(r"[-+−]?[\d.,]*\d")
_SIGNS = re.compile(r"±|\+/-|\+\s?\d")


@dataclass(frozen=True, slots=True)
class FigureAnswer:
    """A number with its unit, or the text of an interval with other ways to write it.

    A text that `is_amount` is judged as one, in whatever way it is written.
    """

    value: Decimal | str
    unit: str = ""
    whole: Decimal | None = None
    aliases: tuple[str, ...] = ()
    is_amount: bool = False


def answer_figure(
    sentence: str, figure: FoundFigure, hidden: str, ask: str, language: str
) -> FigureAnswer | None:
    """Return the answer of a hidden figure; None where typing it would not be judged right."""
    if figure.value is None:
        aliases = tuple(dict.fromkeys(_other_forms(hidden, figure.unit)))
        if _is_amount(hidden, aliases, ask, language):
            return FigureAnswer(hidden, is_amount=True)
        expected = ExpectedTerm(hidden, aliases, language=language, given=ask)
        right = _all_right(expected, (hidden, *aliases))
        return FigureAnswer(hidden, aliases=aliases) if right else None
    written = sentence[figure.start : figure.close]
    is_measure = figure.kind in {FigureKind.MEASURE, FigureKind.SHARE}
    units = dict.fromkeys((figure.unit, ""))
    for unit in units:
        for whole in dict.fromkeys((figure.whole, None)):
            expected_number = ExpectedNumber(
                figure.value, f"{figure.value:f}", unit, whole, language=language, given=ask
            )
            typed = (
                hidden,
                f"{hidden} {unit}".strip(),
                *([written] if unit and is_measure else []),
            )
            if _all_right(expected_number, typed):
                return FigureAnswer(figure.value, unit, whole)
    return None


def _is_amount(hidden: str, others: Iterable[str], ask: str, language: str) -> bool:
    """Return whether a text is an amount for a deck, and each way to write it is judged right.

    An amount has a point before its decimals, whatever the language.
    """
    if language_of(language).has_decimal_comma:
        return False
    try:
        amount = AmountAnswer(parse_amount(hidden))
    except AmountError:
        return False
    expected = replace(build_expected_amount(amount, language), given=ask)
    return _all_right(expected, (hidden, *others))


def answer_term(
    hidden: str, others: Iterable[str], ask: str, language: str
) -> tuple[str, ...] | None:
    """Return other forms of a hidden term; None where typing it would not be judged right."""
    aliases = tuple(
        other for other in dict.fromkeys(others) if other.casefold() != hidden.casefold()
    )
    expected = ExpectedTerm(hidden, aliases, language=language, given=ask)
    return aliases if _all_right(expected, (hidden, *aliases)) else None


def _all_right(expected: Expected, typed: Iterable[str]) -> bool:
    return all(judge(expected, each).outcome is Outcome.RIGHT for each in typed)


def _other_forms(text: str, unit: str) -> Iterator[str]:
    """Yield other ways to write a figure that is no single number."""
    bare = text.removesuffix(unit).strip() if unit else text
    close = unit if unit in {"%", "‰", "°"} else f" {unit}" if unit else ""
    forms: list[str] = []
    if found := _POWER.search(bare):
        exponent = found[2].translate(_SUPERSCRIPTS)
        forms = [f"{found[1]}e{exponent}", f"{found[1]} x 10^{exponent}"]
    elif _SIGNS.search(bare):
        if centre := _CENTRE.match(bare):
            forms = [centre[0]]
    elif found := _ENDS.fullmatch(bare):
        low, high = found["low"].strip(), found["high"].strip()
        forms = [f"{low}-{high}", f"{low} to {high}"]
        if found["mark"]:
            forms.append(f"{low}{found['mark']} to {high}{found['mark']}")
    for form in (bare, *forms):
        whole = form if unit and form.endswith(unit) else f"{form}{close}"
        yield from (each for each in (form, whole) if each != text)
