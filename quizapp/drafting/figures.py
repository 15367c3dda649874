"""The figures of a sentence, each read whole: never a digit torn out of a longer one.

Whatever holds digits is read once, from left to right, longest first: dates, P values, confidence
intervals and names with digits too, so that nothing of them is taken for a count.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from quizapp.drafting.model import FigureKind, FoundFigure
from quizapp.drafting.word_lists import is_function_word, is_plural
from quizapp.grading.languages import language_of
from quizapp.grading.numerals import number_in_digits, number_words, plain, tokens_of
from quizapp.grading.tables import table_rows
from quizapp.grading.units import is_known, is_name, unit_of

_SPACE = r"[ \u00a0\u2009\u202f]"
_DASH = "[-\u2010\u2011\u2012\u2013\u2014\u2212]"
_NUMBER = (
    rf"(?:[1-9]\d{{0,2}}(?:{_SPACE}\d{{3}})+(?!\d)(?:[.,]\d+)?"
    r"|\d{1,3}(?:[,.'’]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?|(?<!\d)\.\d+)"
)
_POWER = (
    rf"{_SPACE}?[×x·*]{_SPACE}?10"
    rf"(?:{_SPACE}?\^{_SPACE}?{_DASH}?\d+|{_DASH}?\d{{1,2}}|[⁻⁺]?[⁰¹²³⁴-⁹]+)"
)
_ERROR = (
    rf"(?:[°%]?{_SPACE}?(?:±|\+/{_DASH}){_SPACE}?{_NUMBER}"
    rf"|{_SPACE}?\(?\+{_SPACE}?{_NUMBER}{_SPACE}?[,/]?{_SPACE}?{_DASH}{_SPACE}?{_NUMBER}\)?)"
)
_SCALE = rf"(?:{_SPACE}(?:thousand|million|billion|trillion)\b)"
_AMOUNT = rf"{_NUMBER}(?:{_POWER}|{_ERROR}|{_SCALE})?"
_SIGNED = rf"(?:[−+]|(?<![\w)]){_DASH})?{_AMOUNT}"
_UNIT_BETWEEN = (
    rf"(?:{_SPACE}?(?:%|‰|°C?|per{_SPACE}?cent|[a-zA-Zµμ]{{1,4}}(?={_SPACE}?(?:{_DASH}|to\b))))?"
)
_TO = rf"{_SPACE}(?:to|through|bis|à|auf|a|naar){_SPACE}"
_JOINT = rf"(?:{_SPACE}?[\u2010-\u2014\u2212-]{_SPACE}?|{_TO})"

_STATISTIC = re.compile(
    rf"\b[Pp](?:[ -]?values?)?{_SPACE}?[=<>≤≥]{_SPACE}?{_NUMBER}(?:{_POWER})?"
    rf"|\b(?:(?:chance|false.alarm){_SPACE}probability|[Pp].values?){_SPACE}of{_SPACE}{_NUMBER}"
    rf"(?:{_POWER})?"
    rf"|{_NUMBER}{_SPACE}?%{_SPACE}?(?:-?CIs?\b|(?:confidence|credible|"
    rf"prediction){_SPACE}(?:intervals?|limits?|levels?)(?:{_SPACE}?[(\[]CIs?[)\]])?)"
    rf"[^;)]*?(?={_SPACE}?[;)]|,{_SPACE}?[Pp]{_SPACE}?[=<>]|$)"
    rf"|\b(?:s\.\s?[ed]\.(?:m\.)?|SEM){_SPACE}?[=:]?{_SPACE}?{_NUMBER}"
    rf"|\b(?:[tFzZUHQW]|[χX][²2]|I[²2]|df)(?:{_SPACE}?\([\d., ]+\))?{_SPACE}?[=<>≤≥]{_SPACE}?"
    rf"{_DASH}?{_NUMBER}{_SPACE}?%?"
    rf"|\b(?:CI|IQR|SD|SE|standard{_SPACE}(?:error|deviation)s?)(?:{_SPACE}?[(\[][^)\]]{{1,30}}[)\]])?"
    rf"(?:{_SPACE}?9\d{_SPACE}?%)?{_SPACE}?[,:=]?{_SPACE}?\[?{_NUMBER}(?:(?:{_JOINT}|,{_SPACE})"
    rf"{_NUMBER})?"
    rf"|{_NUMBER}{_SPACE}?%{_SPACE}?(?:{_SPACE}\w+){{0,1}}{_SPACE}(?:confidence|credible)\b"
)
_RANGE = re.compile(rf"{_SIGNED}{_UNIT_BETWEEN}{_JOINT}{_AMOUNT}")
_SINGLE = re.compile(_SIGNED)
_CHANGED_TO = re.compile(rf"(?P<unit>{_UNIT_BETWEEN}){_TO}")
_FROM = re.compile(
    r"(?<!ging )(?<!ries )(?<!ried )\b(?:from|von|vom|de|da|dal|del|van) $", re.IGNORECASE
)
_ATTACHED = rf"(?:{_SPACE}?(?:%|[cmµkn]?m)\b)?"
_PRODUCT = re.compile(  # 34 mm × 48 mm
    rf"{_NUMBER}(?:{_ATTACHED}{_SPACE}?[×x]{_SPACE}?(?!10\W?[\^⁻⁰¹²³⁴-⁹\u2212-]){_NUMBER})+"
)
_NAME = re.compile(
    r"https?://\S+|\b10\.\d{4,}/\S+"
    r"|\d+(?:[-\u2010\u2011,]\d+)*+[-\u2010\u2011]?(?:[A-Z]\d?\b(?!⊙)|[A-Z]?[a-z]++\d)[\w-]*"
    r"|\[\d+(?:[,\u2013 -]+\d+)*+\]"
    r"|\b(?:\d+(?:st|nd|rd|th)?[-\u2010-\u2013])?\d+(?:st|nd|rd|th)s?\b[\w-]*"
    r"|\d+(?:\.\d+){2,}|\d+(?::\d+)+"
)
# A word with a digit behind a letter: CD40, IL-12. Possessive: a long word is read once.
_CODE = re.compile(r"(?=[^\W\d_])[\w'’+]++(?:[-\u2010-\u2013/.][\w'’+]++)*+")
_ENUMERATION = re.compile(r"\d{1,2}\)")
_BOUND = re.compile(
    r"(?:[<>≤≥~]|\b(?:(?:more|less|worse|[a-z]{2,}er) than|"
    r"over|under|above|below|up to|at (?:least|most)|exceed\w*|within|nearly|almost|"
    r"mehr als|weniger als|mindestens|plus de|moins de|au moins|más de|menos de))\W*$",
    re.IGNORECASE,
)
_SYMBOL = re.compile(r"(?:^|[\s(\[])([^\W\d_][\w²]{0,9})\s?[=≈]\s?$")
_RATIO = re.compile(
    r"\b(?:ratios?|risks?|odds|hazards?|coefficients?|scores?|values?|index|rates?|levels?|of|was|"
    r"were|is|to|by|at),? (?:of |was |were |is )?$"
)
_INTERVAL_BEHIND = re.compile(rf"{_SPACE}?[;,(\[]\s?(?:\d+\s?%|[Pp]\s?[=<>]|CI\b)")
_UNIT = re.compile(
    rf"{_SPACE}?(%|‰|per{_SPACE}?cent(?:age)?(?:{_SPACE}points?)?\b"
    rf"|[^\s\d,;:()\[\]=<>]+(?:\^?[-−]?\d(?!\w)|\(\d\))?)(?![\d])"
)
_UNIT_OF_TWO = re.compile(rf"{_SPACE}?([^\W\d_]+{_SPACE}[^\W\d_]+)(?!\w)")
_WORD = re.compile(rf"{_SPACE}([^\W_][\w'’\u2010\u2011-]*)")
_WHOLE = re.compile(rf" of (?:the |these |all |a total of )?({_NUMBER})\b(?!{_SPACE}?%)")
_OF_THESE = re.compile(  # "Of the 38 patients, 12 died": the noun of what follows
    r"Of (?:the|these|those|all)(?: \S+){0,3}? (?P<noun>[a-z]+s)(?: [^,;()]{0,40})?, "
)
_CURRENCIES = ("$", "€", "£", "¥")
_MAX_SYMBOL = 4  # letters
_MOST_NOUN_WORDS = 5
_YEARS, _YEAR_DIGITS = (1400, 2100), 4
_MOST_DIGITS = 15  # on either side of the point, as a deck may have


def find_figures(sentence: str, language: str = "en") -> tuple[FoundFigure, ...]:
    """Return the figures of a sentence in order; no two overlap."""
    return tuple(_read_figures(sentence, language))


def _read_figures(sentence: str, language: str) -> Iterator[FoundFigure]:
    place = 0
    starts = re.compile(rf"[\d.\u2212+-]|\b[^\W\d_]|\[|{_DASH}")
    while found := starts.search(sentence, place):
        figure = _figure_at(sentence, found.start(), language)
        if figure is None:
            place = found.start() + 1
            continue
        yield figure
        place = max(figure.close, figure.end)


def _figure_at(sentence: str, start: int, language: str) -> FoundFigure | None:
    """Return the figure that opens at `start`, the longest reading first."""
    if start and (sentence[start - 1].isalnum() or sentence[start - 1] == "_"):
        return None
    if found := _dates().match(sentence, start):
        return _named(found, FigureKind.DATE)
    if found := _STATISTIC.match(sentence, start):
        return _named(found, FigureKind.STATISTIC)
    if (found := _CODE.match(sentence, start)) and any(map(str.isdigit, found[0])):
        return _named(found, FigureKind.LABEL)
    found = _NAME.match(sentence, start) or _ENUMERATION.match(sentence, start)
    if found and not (found[0].endswith(")") and _is_in_bracket(sentence, start)):
        return _named(found, FigureKind.LABEL)
    return _amount_at(sentence, start, language)


def _named(found: re.Match[str], kind: FigureKind) -> FoundFigure:
    """Return a figure that is no number to learn."""
    return FoundFigure(*found.span(), kind, close=found.end())


def _amount_at(sentence: str, start: int, language: str) -> FoundFigure | None:
    """Return the number, interval or product that opens at `start`, in digits or words."""
    found = _PRODUCT.match(sentence, start) or _RANGE.match(sentence, start)
    if found and not _is_compound(sentence, found):
        whole = _classify(sentence, FoundFigure(*found.span(), FigureKind.BARE), language)
        return _first_of_change(sentence, whole, language) or whole
    if found := _SINGLE.match(sentence, start):
        value = _value_of(found[0], language)
        return _classify(sentence, FoundFigure(*found.span(), FigureKind.BARE, value), language)
    found = _words(language).match(sentence, start)
    return _read_words(sentence, found, language) if found else None


def _first_of_change(sentence: str, whole: FoundFigure, language: str) -> FoundFigure | None:
    """Return the first figure of "from 1,240 to 310 seizures", with the noun of both.

    That is a change, of which each figure can be asked. None where it is an interval.
    """
    found = _SINGLE.match(sentence, whole.start)
    joint = found and _CHANGED_TO.match(sentence, found.end())
    if not found or not joint or not _FROM.search(sentence[: whole.start]):
        return None
    value = _value_of(found[0], language)
    end = found.end()
    close = end + len(joint["unit"].rstrip())
    first = FoundFigure(found.start(), end, whole.kind, value, whole.unit, close)
    return first if value is not None else None


def _is_in_bracket(sentence: str, place: int) -> bool:
    """Return whether a bracket is open at `place` that holds more than what stands there."""
    opened = sentence.rfind("(", 0, place)
    return opened > sentence.rfind(")", 0, place) and opened < place - 1


def _is_compound(sentence: str, found: re.Match[str]) -> bool:
    """Return whether the end of a range is rather a name: 5-HT2."""
    return sentence[found.end() : found.end() + 1].isalpha() and not is_known(
        sentence[found.end() :].split(maxsplit=1)[0].strip(".,;)")
    )


@cache
def _dates() -> re.Pattern[str]:
    """Return what a date looks like: with a month, or spans of years."""
    rows = [row for row in table_rows("months.tsv") if len(row) > 1]
    month = "|".join(
        sorted({m for row in rows for cell in row[1:] for m in cell.split()}, key=len, reverse=True)
    )
    day, year = r"\d{1,2}(?:st|nd|rd|th|\.)?", r"(?:1[4-9]|20)\d\d"
    clock = r"(?:,? (?:at )?\d{1,2}:\d\d(?::\d\d)?(?: UTC)?)?"
    one = (
        rf"(?:{day} (?:{month})\b\.?(?:,? {year})?"
        rf"|(?:{month})\b\.? {day}(?:,? {year})?(?!\d)|(?:{month})\b\.?,? {year})"
    )
    years = rf"{year}s?(?:{_JOINT}| and | und | et | y ){year}s?(?!\d)"
    return re.compile(rf"{one}(?:{_JOINT}{one})?{clock}|{years}|{year}-\d\d-\d\d|{year}s(?!\w)")


@cache
def _words(language: str) -> re.Pattern[str]:
    """Return what a number in words looks like; one and none are no counts."""
    known = {word for word in number_words(language).written.values() if len(word) > 2}  # noqa: PLR2004
    word = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
    if not word:
        return re.compile("(?!)")
    number = rf"(?:{word})(?:(?:[ -]| and )(?:{word}))*(?![\w'’])"
    return re.compile(rf"{number}(?P<high>(?: to | or | bis | à ){number})?", re.IGNORECASE)


def _read_words(sentence: str, found: re.Match[str], language: str) -> FoundFigure | None:
    """Return a number in words; None for one, zero, and what is part of a longer word."""
    if part := re.compile(r" (?:thirds?|quarters?|fifths?|tenths?|halves)\b").match(
        sentence, found.end()
    ):
        end = part.end()  # two thirds is one figure
        return FoundFigure(found.start(), end, FigureKind.SHARE, close=end)
    if found["high"]:
        figure = FoundFigure(found.start(), found.end(), FigureKind.BARE)
        return _classify(sentence, figure, language)
    tokens = tokens_of(plain(found[0].lower()), language)
    value = tokens[0].value if len(tokens) == 1 else None
    if value is None or value.denominator != 1 or value < 2:  # noqa: PLR2004
        return None
    if sentence[found.end() : found.end() + 1] in {"-", "\u2010", "\u2011"}:  # two-fold, one-step
        return FoundFigure(found.start(), found.end(), FigureKind.LABEL, close=found.end())
    figure = FoundFigure(found.start(), found.end(), FigureKind.BARE, Decimal(int(value)))
    return _classify(sentence, figure, language)


def _value_of(text: str, language: str) -> Decimal | None:
    """Return the number that digits say; None of one with its error, or too long for a deck."""
    marks = plain(text.replace("−", "-")).replace(" ", "").replace("'", "").replace("’", "")
    number = re.fullmatch(
        rf"([-+]?)({_NUMBER}(?:e[-+]?\d+)?)(thousand|million|billion|trillion)?", marks
    )
    if number is None:
        return None
    if not language_of(language).has_decimal_comma and re.search(r",(?!\d{3}(?!\d))", number[2]):
        return None  # 10,20 is two numbers, or none that is English
    value = number_in_digits(number[2], language)
    if value is None:
        return None
    factor = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
    value *= factor.get(number[3] or "", 1)
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    exact = _with_places(exact, number[2], language) if not number[3] else exact
    exponent = exact.as_tuple().exponent
    if exact.adjusted() >= _MOST_DIGITS or int(exponent) < -_MOST_DIGITS:
        return None
    return -exact if number[1] == "-" else exact


def _with_places(value: Decimal, text: str, language: str) -> Decimal:
    """Return a value with the noughts that end it: 2.00."""
    mark = "," if language_of(language).has_decimal_comma else "."
    if "e" in text or mark not in text or text.count(mark) > 1:
        return value
    places = len(text.rpartition(mark)[2])
    return value.quantize(Decimal(1).scaleb(-places)) if places <= _MOST_DIGITS else value


# --- what a number is of --------------------------------------------------------------------------


def _classify(sentence: str, figure: FoundFigure, language: str) -> FoundFigure:
    """Return a figure with its kind, unit and noun."""
    before, behind = sentence[: figure.start], sentence[figure.end :]
    figure = replace(figure, close=figure.end, is_bound=_BOUND.search(before) is not None)
    if found := re.match(r"[-\u2010\u2011](\w+)", behind):
        is_unit = is_known(found[1]) and found[1].islower() and len(found[1]) > 1
        kind = FigureKind.MEASURE if is_unit and not before.endswith("-") else FigureKind.LABEL
        return replace(figure, kind=kind, close=figure.end + found.end())
    if (unit := _match_unit(behind)) and (
        name := _unit_name(unit[1], unit[0]) or _odd_unit(unit[1], sentence, figure)
    ):
        is_count = unit_of(name).is_count and _is_noun(name, language)
        kind = FigureKind.COUNT if is_count else FigureKind.MEASURE
        kind = FigureKind.SHARE if unit_of(name).is_share else kind
        if name.startswith("per") and "point" not in name:
            name = "%" if kind is FigureKind.SHARE else name
        kind = FigureKind.SHARE if name.startswith("percent") else kind
        close = figure.end + unit.start(1) + len(unit[1].rstrip("."))
        return replace(figure, kind=kind, unit=name, close=close)
    if before.endswith(_CURRENCIES):
        return replace(figure, kind=FigureKind.MEASURE)
    if found := _SYMBOL.search(before):
        kind = FigureKind.GROUP if found[1] in {"n", "N"} else FigureKind.SYMBOL
        return replace(figure, kind=kind)
    return _count(sentence, figure, language)


def _match_unit(behind: str) -> re.Match[str] | None:
    """Return the unit that may stand behind a number, of two words where they name one: mm Hg."""
    found = _UNIT_OF_TWO.match(behind)
    return found if found and is_name(found[1]) else _UNIT.match(behind)


def _is_noun(name: str, language: str) -> bool:
    """Return whether a name is written as a noun of its language, and no symbol: Mpc."""
    has_capital = language_of(language).has_capital_nouns and len(name) >= _MAX_SYMBOL
    return name.isalpha() and (name[1:] if has_capital else name).islower()


def _odd_unit(text: str, sentence: str, figure: FoundFigure) -> str:
    """Return a short symbol that no table knows, behind a figure that must be in something: Mpc."""
    name, said = text.rstrip(".,’'"), sentence[figure.start : figure.end]
    is_symbol = name.isalpha() and len(name) <= _MAX_SYMBOL and not name.islower()
    return name if is_symbol and re.search(r"[±+]|\d\.\d", said) else ""


def _unit_name(text: str, spaced: str) -> str:
    """Return the unit that stands behind a number; "" where it is another word."""
    name = text.rstrip(".,’'")
    if name in {"%", "‰"} or re.fullmatch(r"per\s?cent(?:age)?(?:\spoints?)?", name):
        return name
    is_symbol = name.isascii() is False or "_" in name or "/" in name or "°" in name
    is_attached = spaced[:1] == text[:1] and name.isalpha() and len(name) > 1
    if not name or not any(c.isalpha() or c in "°⊙" for c in name):
        return ""
    if is_known(name) and (len(name) > 1 or name in "gmsdLlVWAKJNTCh"):
        return "" if name in {"in", "a", "at", "as", "am", "are", "pm", "ha", "min."} else name
    if is_symbol and ("_" in name or not re.search(r"[^\W\d_]{4}", name)):
        return name
    return name if is_attached else ""


def _count(sentence: str, figure: FoundFigure, language: str) -> FoundFigure:
    """Return a figure without unit: a count with its noun, a year, a label, a bare number."""
    behind = sentence[figure.end :]
    if _is_year(figure, sentence):
        return replace(figure, kind=FigureKind.DATE)
    if found := _WHOLE.match(behind):
        whole = _value_of(found[1], language)
        if whole is not None and figure.value is not None and figure.value <= whole:
            figure = replace(figure, kind=FigureKind.COUNT, whole=whole)
    noun, close = _noun_behind(behind, language)
    if noun:
        return replace(figure, kind=FigureKind.COUNT, unit=noun, close=figure.end + close)
    if figure.whole is not None:
        return figure
    return _classify_bare(sentence, figure, language)


def _classify_bare(sentence: str, figure: FoundFigure, language: str) -> FoundFigure:
    """Return a figure beside which no noun and no unit stands."""
    before, behind = sentence[: figure.start], sentence[figure.end :]
    if (found := _OF_THESE.match(sentence)) and not re.search(r"[a-z] $", before[found.end() :]):
        return replace(figure, kind=FigureKind.COUNT, unit=found["noun"])
    if re.match(rf"{_SPACE}per\b", behind):
        return replace(figure, kind=FigureKind.MEASURE)
    if _is_label(sentence, figure, language):
        return replace(figure, kind=FigureKind.LABEL)
    is_whole = figure.value is not None and figure.value == figure.value.to_integral_value()
    if not is_whole and (_RATIO.search(before) or _INTERVAL_BEHIND.match(behind)):
        return replace(figure, kind=FigureKind.SYMBOL)
    return figure


def _is_label(sentence: str, figure: FoundFigure, language: str) -> bool:
    """Return whether a whole number only names something: subset 1, type 2, 55 Cnc."""
    if re.search(r"[×±+.]", sentence[figure.start : figure.end]):
        return False
    before, behind = sentence[: figure.start], sentence[figure.end :]
    last = re.search(r"([^\W\d_][\w-]*) $", before)
    if last is not None and not is_function_word(last[1], language):
        return not last[1].endswith("ed")
    return re.match(r" [A-Z][a-z]+(?![\w-])", behind) is not None


def _is_year(figure: FoundFigure, sentence: str) -> bool:
    """Return whether a bare number is rather a year."""
    text = sentence[figure.start : figure.end]
    is_counted = re.match(r" (?:[a-z-]+ )?[a-z]+s\b", sentence[figure.end :]) and not re.search(
        r"\b(?:in|since|from|by|until|during|year|of|(?<!^)[A-Z]\w*) $", sentence[: figure.start]
    )
    return (
        text.isdigit()
        and len(text) == _YEAR_DIGITS
        and _YEARS[0] <= int(text) <= _YEARS[1]
        and not is_counted
    )


def _noun_behind(behind: str, language: str) -> tuple[str, int]:
    """Return the plural that is counted and where it ends; "" where none stands there."""
    place = 0
    for _ in range(_MOST_NOUN_WORDS):
        found = _WORD.match(behind, place)
        if found is None or is_function_word(found[1], language):
            break
        word, place = found[1], found.end()
        if is_plural(word, language):
            return word, place
    return "", 0
