"""Is a number the bound of something: at least 3, up to 40, by the age of 4?

Of a bound a number nearby may be true as well: who is over 30 is over 25, too. So no number near
it is known to be wrong, and none is offered.
"""

import re
from collections.abc import Iterator

from quizapp.bank.model import Card, Fact, Gap
from quizapp.bank.sentences import fill_sentence, number_of, sentence_parts

_MARK = "\x00"  # stands for the gap
_SIGN_BEFORE = re.compile(r"(?:[<>≤≥≦≧]\s*=?|±)\s*$")
_SIGN_AFTER = re.compile(r"\s*\+(?!\w)")
# Words of English, of a closed class. What is compared stands behind "than", whatever is compared.
_BOUND = (
    r"(?:than|at (?:the )?(?:very )?(?:least|most)|up to|as \w+ as|over|under|above|below|beyond"
    r"|within|until|till|before|after|since|nearly|almost|(?:minimum|maximum) of"
    r"|exceed(?:s|ed|ing)?)"
)
_TIME = r"(?:ages?|years?|months?|weeks?|days?|hours?|minutes?|dates?|time|end)"
_BETWEEN = rf"(?:(?:the|an?|of|about|some|{_TIME})\s+){{0,3}}"
_WORDS_BEFORE = re.compile(
    rf"(?<!\w)(?:{_BOUND}\s+{_BETWEEN}|by\s+(?:the\s+)?{_TIME}\s+(?:of\s+)?)$", re.IGNORECASE
)
_BEFORE_THAN = re.compile(r"(?<!\w)(?:not?\s+)?\w+\s+$")
_BY_BEFORE = re.compile(r"(?<!\w)by\s+$", re.IGNORECASE)
_TIME_AFTER = re.compile(rf"\s*{_TIME}(?!\w)", re.IGNORECASE)
_WORDS_AFTER = re.compile(
    r"\s*(?:[\w%]+\s+){0,2}(?:(?:or|and)\s+(?:more|less|fewer|up|over|under|above|below|\w{2,}er)"
    r"|at (?:least|most))(?!\w)",
    re.IGNORECASE,
)
_BOUND_ASKED = re.compile(
    rf"(?<!\w)(?:{_BOUND}\s+(?:how|what|which)|by (?:what|which)\s+{_TIME}|by when)(?!\w)"
    r"|at (?:least|most)\W*$",
    re.IGNORECASE,
)
_YEARS = range(1000, 2101)


def knows_bounds(language: str) -> bool:
    """Return whether words tell in `language` that a number is a bound; elsewhere only signs do."""
    return language.partition("-")[0].casefold() == "en"


def is_bound(fact: Fact, card: Card, language: str) -> bool:
    """Return whether the number that answers `card` is a bound, by its sentence or its question."""
    return bool(find_bound(fact, card, language))


def find_bound(fact: Fact, card: Card, language: str) -> str:
    """Return the words or the sign by which the number of `card` is a bound; "" where it is none.

    They stand in its question, or beside its gap.
    """
    has_words = knows_bounds(language)
    if has_words and (found := _BOUND_ASKED.search(card.ask)):
        return found[0].strip()
    for before, after in _contexts(fact, card):
        found = _SIGN_BEFORE.search(before) or _SIGN_AFTER.match(after)
        if has_words and found is None:
            found = _WORDS_BEFORE.search(before) or _WORDS_AFTER.match(after)
        # "by 1990" and "by 4 years"; "by 4 percent" is a difference.
        is_time = _TIME_AFTER.match(f"{after} {_unit(card)}") or _is_year(card)
        if has_words and found is None and is_time:
            found = _BY_BEFORE.search(before)
        if found:
            return _with_compared(before, found).strip()
    return ""


def _with_compared(before: str, found: re.Match[str]) -> str:
    """Return the words that were found; with "than" those that it goes with: no more than."""
    if not found[0].casefold().startswith("than"):
        return found[0]
    compared = _BEFORE_THAN.search(before[: found.start()])
    return f"{compared[0] if compared else ''}{found[0]}"


def _contexts(fact: Fact, card: Card) -> Iterator[tuple[str, str]]:
    """Yield what stands before and behind each gap of `card` in its sentence."""
    pieces = sentence_parts(fact, card)
    if any(isinstance(piece, Gap) and piece.card == card.name for piece in pieces):
        before, *rest = fill_sentence(fact, card, {card.name: _MARK}).split(_MARK)
        for after in rest:
            yield before, after
            before = after


def _unit(card: Card) -> str:
    """Return the unit of the answer; "" of one that is no number."""
    number = number_of(card.answer)
    return number.unit if number else ""


def _is_year(card: Card) -> bool:
    """Return whether the answer is a number like that of a year."""
    number = number_of(card.answer)
    return number is not None and number.value in _YEARS
