"""Reading amounts: the numbers of an answer with their units, and what no single number is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from quizapp.grading import tell_amounts as tell
from quizapp.grading.languages import language_of
from quizapp.grading.notation import Token, fold, tokens_of
from quizapp.grading.number_words import NumberWords, is_number_word, words_of
from quizapp.grading.read_number import Number, ordinal_end, read_number
from quizapp.grading.units import PER, named_unit, singular, unit_of

PARTING = frozenset("([{)]};=,、")
BOUNDS = frozenset("<>≤≥")
BETWEEN = frozenset({"-", "~"})  # and two points up
ABOUT = frozenset("~#:=")
CURRENCIES = frozenset("$€£¥")
PERCENT = "%"
UNIT_SIGNS = frozenset("/·*×^-+%‰°'$€£¥")
JOINING_SIGNS = frozenset("/·*^-+")
LONGEST_LABEL = 3  # letters: n =
MOST_PIECES = 4  # that say one thing in several ways
MOST_OF_NOUN = 4  # words: 13 women with it of 56


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it counts or measures.

    Attributes:
        value: the number; of a fraction or share the quotient.
        unit: what stands behind it, as typed.
        prefix: what stands before it and says more than "about".
        part: the numerator of a fraction in digits, or of a share.
        whole: its denominator, None for any other number.
        era: "bc" or "ad" where one is named.
        digits: the number as typed where it is one run of digits and marks.
        places: how many decimals were typed.
        is_none: whether it was said that there is none.
    """

    value: Fraction
    unit: str = ""
    prefix: str = ""
    part: Fraction | None = None
    whole: Fraction | None = None
    era: str = ""
    digits: str = ""
    places: int = 0
    is_none: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What reading depends on: the language with its words, and whether the key has no unit."""

    language: str
    words: NumberWords
    is_bare: bool


# --- what is no single number -------------------------------------------------------------------


def veto_of(text: str, language: str, tolerance: Fraction) -> str:
    """Return why a text is not one number, as a sentence; "" where it may be one."""
    tokens, words = tokens_of(text), words_of(language)
    if _is_range(tokens, words, language, tolerance):
        return tell.RANGE
    if _is_bound(tokens, words):
        return tell.BOUND
    row = language_of(language)
    if _is_either(tokens, frozenset(map(fold, row.or_words)), language):
        return tell.TWO
    if words.phrase(tokens, 0, "none"):
        return ""
    is_denied = words.has(tokens, "denial") or not frozenset(map(fold, row.negations)).isdisjoint(
        token.key for token in tokens
    )
    return tell.DENIED if is_denied else ""


def _is_either(tokens: Sequence[Token], or_words: frozenset[str], language: str) -> bool:
    """Return whether a number is offered beside another; U is a unit in Spanish, u is "or"."""
    return any(
        token.key in or_words and (not token.text.isupper() or _begins(tokens, place + 1, language))
        for place, token in enumerate(tokens)
    )


def _is_range(
    tokens: Sequence[Token], words: NumberWords, language: str, tolerance: Fraction
) -> bool:
    """Return whether two ends are given, by a word or a dash, or by a ± that nobody asked for."""
    if words.phrase(tokens, 0, "range_lead") and _numbers_in(tokens, language) > 1:
        return True
    seen = False
    for place, token in enumerate(tokens):
        if token.text == "±":
            spread = read_number(tokens, place + 1, language)
            if spread is None or not spread.value <= tolerance:
                return True
        if seen and (end := _between(tokens, place, words)) and _begins(tokens, end, language):
            return True
        seen = seen or _is_number(token, language)
    return False


def _between(tokens: Sequence[Token], place: int, words: NumberWords) -> int | None:
    """Return where what stands between two ends of a range ends; None where it is not that."""
    token, before = tokens[place], tokens[place - 1]
    if token.text in BETWEEN or token.text.startswith(".."):
        behind = tokens[place + 2 : place + 3]
        is_mixed = before.is_digits and bool(behind) and behind[0].text == "/"
        is_exponent = before.is_word and before.end == token.start  # m s-2
        is_raised = before.text in {"^", "*"} or before.text == "±"
        return None if is_mixed or is_exponent or is_raised else place + 1
    found = words.phrase(tokens, place, "range")
    return None if found is None or words.phrase(tokens, place, "power") else found[1]


def _begins(tokens: Sequence[Token], place: int, language: str) -> bool:
    """Return whether a number begins at `place`."""
    return place < len(tokens) and (
        _is_number(tokens[place], language) or tokens[place].text in CURRENCIES
    )


def _numbers_in(tokens: Sequence[Token], language: str) -> int:
    """Return how many tokens are numbers."""
    return sum(_is_number(token, language) for token in tokens)


def _is_number(token: Token, language: str) -> bool:
    """Return whether a token is a number in digits or a number word."""
    return token.is_digits or (token.is_word and is_number_word(token, language_of(language).code))


def _is_bound(tokens: Sequence[Token], words: NumberWords) -> bool:
    """Return whether a number is said to be an end: at least 13, 13+, < 14."""
    for place, token in enumerate(tokens):
        bound, era = words.phrase(tokens, place, "bound"), words.phrase(tokens, place, "bc", "ad")
        if token.text in BOUNDS or (bound and not (era and era[1] > bound[1])):
            return True
        if token.text == "+" and place and tokens[place - 1].is_digits:
            return True
    return False


# --- amounts ------------------------------------------------------------------------------------


def amounts_in(text: str, language: str, *, is_bare: bool) -> tuple[Amount, ...]:
    """Return the amounts of a text, one a piece; () where a piece says no one thing.

    What stands in brackets, or behind a comma or an equals sign, is a piece of its own; one
    without number is the unit of the first. `is_bare` is whether the key has no unit, so that
    a year may be called one.
    """
    tokens, setting = tokens_of(text), Setting(language, words_of(language), is_bare)
    if len(tokens) > 2 and tokens[1].text in "=:" and _is_label(tokens[0], language):  # noqa: PLR2004
        tokens = tokens[2:]
    pieces = [_without_spread(piece, language) for piece in _pieces(tokens)]
    found = [(piece, _amount(piece, setting)) for piece in pieces[: MOST_PIECES + 1]]
    amounts = [amount for _, amount in found if amount is not None]
    loose = [piece for piece, amount in found if amount is None]
    has_another = any(_numbers_in(piece, language) for piece in loose)
    if not amounts or has_another or len(pieces) > MOST_PIECES:
        return ()
    amounts[0] = _with_loose(amounts[0], loose, setting)
    return tuple(amounts)


def _with_loose(amount: Amount, pieces: Sequence[Sequence[Token]], setting: Setting) -> Amount:
    """Return an amount with the unit and the era that stand in pieces of their own: 50 (mg)."""
    units = [amount.unit]
    for piece in pieces:
        rest, era = _without_asides(piece, setting)
        units.append(_joined(rest))
        amount = replace(amount, era=amount.era or era)
    return replace(amount, unit=" ".join(filter(None, units)))


def _is_label(token: Token, language: str) -> bool:
    """Return whether a token may name what is equal to a number: n = 13."""
    return token.is_word and len(token.text) <= LONGEST_LABEL and not _is_number(token, language)


def _pieces(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield what stands between brackets, commas and equals signs."""
    piece: list[Token] = []
    for token in tokens:
        if token.text in PARTING:
            if piece:
                yield tuple(piece)
            piece = []
        else:
            piece.append(token)
    if piece:
        yield tuple(piece)


def _without_spread(tokens: Sequence[Token], language: str) -> Sequence[Token]:
    """Return tokens without a ± and the number behind it."""
    for place, token in enumerate(tokens):
        if token.text == "±" and (spread := read_number(tokens, place + 1, language)):
            return (*tokens[:place], *tokens[spread.end :])
    return tokens


def _amount(tokens: Sequence[Token], setting: Setting) -> Amount | None:
    """Return the one amount of a piece, None where it has none, or more than one."""
    words, place, era = setting.words, 0, ""
    prefix: list[Token] = []
    number = None
    while place < len(tokens) and number is None:
        if tokens[place].text in ABOUT:
            place += 1
        elif lead := words.phrase(tokens, place, "lead"):
            place = lead[1]
        elif found := _era(tokens, place, words):
            era, place = found
        elif number := _number_at(tokens, place, setting):
            break
        else:
            prefix.append(tokens[place])
            place += 1
    if number is None:
        return None
    amount = Amount(number.value, part=number.part, whole=number.whole, era=era)
    if number.end == place + 1 and tokens[place].is_digits:
        decimals = tokens[place].text.replace(",", ".").rpartition(".")
        amount = replace(
            amount, digits=tokens[place].text, places=len(decimals[2]) if decimals[1] else 0
        )
    amount = replace(amount, is_none=words.phrase(tokens, place, "none") is not None)
    amount = replace(amount, prefix=_joined(prefix))
    return _with_rest(amount, tokens, number, setting)


def _number_at(tokens: Sequence[Token], place: int, setting: Setting) -> Number | None:
    """Return the number at `place`; none at all is zero, and an article before a unit is one."""
    words = setting.words
    if none := words.phrase(tokens, place, "none"):
        return Number(Fraction(0), none[1])
    if number := read_number(tokens, place, setting.language):
        return number
    article = words.phrase(tokens, place, "article")
    has_extra = article and words.has(tokens[article[1] :], "extra")
    return Number(Fraction(1), article[1]) if article and has_extra else None


def _era(tokens: Sequence[Token], place: int, words: NumberWords) -> tuple[str, int] | None:
    """Return the era that is named at `place`, and where its name ends."""
    for era in ("bc", "ad"):
        if found := words.phrase(tokens, place, era):
            return era, found[1]
    return None


def _with_rest(
    amount: Amount, tokens: Sequence[Token], number: Number, setting: Setting
) -> Amount | None:
    """Return an amount with what stands behind its number: a whole, an era, a unit."""
    words, language = setting.words, setting.language
    end = ordinal_end(tokens, number, language) if setting.is_bare else number.end
    rest: Sequence[Token] = tokens[end:]
    if amount.whole is None and (share := _share(tokens, number, setting)):
        part, whole, noun, rest = share
        if not whole or any(token.text == PERCENT for token in noun):
            return None
        amount = replace(amount, value=part / whole, part=part, whole=whole)
        rest = (*noun, *rest)
    elif amount.whole is not None:
        rest = rest[_article_end(rest, words) :]
    rest, era = _without_asides(rest, setting)
    for place in range(len(rest)):
        if (extra := words.phrase(rest, place, "extra")) and extra[1] == len(rest):
            amount, rest = replace(amount, value=amount.value + extra[0]), rest[:place]
            break
    if _has_stray(rest, language) or _is_unfinished(rest, words):
        return None
    era = amount.era or era
    value = -abs(amount.value) if era == "bc" else amount.value
    return replace(amount, value=value, era=era, unit=_joined(rest))


def _article_end(tokens: Sequence[Token], words: NumberWords) -> int:
    """Return where "of an" ends, behind a fraction in words: half an hour, a quarter of a litre."""
    of = words.phrase(tokens, 0, "of")
    place = of[1] if of else 0
    article = words.phrase(tokens, place, "article")
    return article[1] if article else place


def _share(
    tokens: Sequence[Token], number: Number, setting: Setting
) -> tuple[Fraction, Fraction, Sequence[Token], Sequence[Token]] | None:
    """Return part, whole, the noun between them and the rest: 13 patients of 56."""
    last = min(len(tokens), number.end + MOST_OF_NOUN + 1)
    for place in range(number.end, last):
        for role in ("of", "whole_first"):
            found = setting.words.phrase(tokens, place, role)
            other = read_number(tokens, found[1], setting.language) if found else None
            if other is None or other.whole is not None:
                continue
            noun, rest = tokens[number.end : place], tokens[other.end :]
            if role == "of":
                return number.value, other.value, noun, rest
            return other.value, number.value, (), rest
    return None


def _without_asides(tokens: Sequence[Token], setting: Setting) -> tuple[Sequence[Token], str]:
    """Return tokens without what claims nothing, and the era that they name."""
    words, fillers = setting.words, language_of(setting.language).fillers
    roles = ("trail", "year") if setting.is_bare else ("trail",)
    kept: list[Token] = []
    era, place = "", 0
    while place < len(tokens):
        if found := _era(tokens, place, words):
            era, place = found
        elif aside := words.phrase(tokens, place, *roles):
            place = aside[1]
        else:
            if tokens[place].key not in fillers:
                kept.append(tokens[place])
            place += 1
    return tuple(kept), era


def _has_stray(tokens: Sequence[Token], language: str) -> bool:
    """Return whether a second number stands in a unit, or a sign that no unit has."""
    unknown = unit_of(_joined(tokens)).words
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else None
        if token.is_digits and (before is None or not _may_carry_digits(before, token)):
            return True
        if token.is_word and _is_number(token, language) and singular(token.key) in unknown:
            return True
        if not (token.is_digits or token.is_word or token.text in UNIT_SIGNS):
            return True
    return False


def _is_unfinished(tokens: Sequence[Token], words: NumberWords) -> bool:
    """Return whether what stands behind a number begins or ends as no unit does: 13 and, 13 *."""
    if not tokens:
        return False
    last = len(tokens) - 1
    return (
        tokens[last].text in JOINING_SIGNS
        or tokens[last].key in PER
        or words.phrase(tokens, 0, "and", "point", "minus", "power") is not None
        or words.phrase(tokens, last, "and", "point", "minus", "range") is not None
        or (words.phrase(tokens, last, "of") is not None and named_unit(tokens[last].text) is None)
    )


def _may_carry_digits(before: Token, digits: Token) -> bool:
    """Return whether digits behind `before` are its exponent (m2, s^-1), or below the line."""
    is_joined = before.end == digits.start
    return before.key in PER or (is_joined and (before.is_word or before.text in "^-+"))


def _joined(tokens: Sequence[Token]) -> str:
    """Return tokens as they were typed, one space where there was any."""
    text = ""
    for place, token in enumerate(tokens):
        is_apart = place > 0 and tokens[place - 1].end < token.start
        text += f" {token.text}" if is_apart else token.text
    return text
