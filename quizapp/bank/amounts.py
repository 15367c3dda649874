"""Amounts as an author writes them: a point, an interval, a bound or a ratio, with its unit.

    1.0e-21    67.4 ± 0.5 km/s/Mpc    36 +5/-4 M⊙    0.83 (95% CI 0.75-0.93)
    35-250 Hz    < 0.001    >= 130 mm Hg    1 in 1030000

One grammar: what does not fit it as a whole is no amount, and the reason is told. A point before
decimals and commas between thousands, in whatever language the deck is.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("\u00a0\u2009\u202f", " "))
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_MAX_LENGTH = 120
_MAX_EXPONENT = 400
_MAX_DIGITS = 30

_DIGITS = r"(?:(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+)"
_POWER = (
    r"(?:[eE][-+]?\d{1,3}(?!\d)|\s*[×x·*]\s*10(?:\^?\s*[-+]?\d{1,3}|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
    r"|\s+(?:thousand|million|billion|trillion)\b)"
)
_NUMBER = rf"(?:[-+]?{_DIGITS}{_POWER}?|10(?:\^[-+]?\d{{1,3}}|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}}))"
_CURRENCY = r"[$€£¥]"
# A unit opens with a letter or a sign of its own; a figure in it is an exponent or a divisor's.
_UNIT = (
    r"(?:(?:[-/]?[^\W\d_]|[%‰°′″µΩ$€£¥])"
    r"(?:(?!\s[-+]?\d|\s(?:to|in|of|and|or)\s|(?<=[%°])-\d)[^<>≤≥±+=(){}\[\];,])*+)"
)
_TO = r"\s*(?:-|to(?=[\s\d]))\s*"
_SPREAD = (
    rf"(?:[(\[]?±\s*(?P<error>{_NUMBER})[)\]]?"
    rf"|[(\[]?\+\s*(?P<above>{_DIGITS}{_POWER}?)\s*[/,]?\s*-\s*(?P<below>{_DIGITS}{_POWER}?)[)\]]?"
    rf"|[(\[](?:\d{{2}}(?:\.\d+)?\s*%\s*)?(?:CI|CrI|confidence interval)?\s*[:,]?\s*"
    rf"(?P<ci_low>{_NUMBER})(?:{_TO}|\s*,\s+)(?P<ci_high>{_NUMBER})(?:\s*{_UNIT})?[)\]])"
)
_ENDS = re.compile(
    rf"(?P<ends>[±+][^)\]]*|(?<![\w.]){_NUMBER}(?:{_TO}|\s*,\s+){_NUMBER}(?:\s*{_UNIT})?)[)\]]?$"
)
_SCALES = {"thousand": "e3", "million": "e6", "billion": "e9", "trillion": "e12"}
_SIGNS = {"<": "<", ">": ">", "<=": "≤", ">=": "≥", "≤": "≤", "≥": "≥", "⩽": "≤", "⩾": "≥"}


class AmountKind(StrEnum):
    """What an amount says of its quantity."""

    POINT = "point"
    INTERVAL = "interval"
    BOUND = "bound"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Spread:
    """The ends of the error or the confidence interval of a point, and how it is written."""

    low: Decimal
    high: Decimal
    text: str

    @property
    def ends(self) -> str:
        """What of the text gives the ends, without bracket and level: "0.75-0.93", "± 0.5"."""
        found = _ENDS.search(self.text)
        return found["ends"] if found else self.text


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity.

    Attributes:
        text: the whole of it as shown.
        figures: its number alone, without error and unit: "36", "35-250", "< 0.001".
        low, high: the ends of an interval; of any other the same number twice.
        sign: < ≤ > or ≥ of a bound, else "".
        unit: as it is written; "" of a mere number.
        of: the whole of a ratio or of its bound, None of any other.
        spread: the error or confidence interval of a point, None where it has none.
    """

    kind: AmountKind
    text: str
    figures: str
    low: Decimal
    high: Decimal
    unit: str = ""
    sign: str = ""
    of: Decimal | None = None
    spread: Spread | None = None


class AmountError(ValueError):
    """A text is no amount; `fix` says what to write."""

    def __init__(self, reason: str, fix: str) -> None:
        super().__init__(reason)
        self.fix = fix


def parse_amount(text: str) -> Quantity:
    """Return the amount that `text` writes.

    Raises:
        AmountError: it writes none.
    """
    plain = _plain(text)
    if len(plain) > _MAX_LENGTH:
        raise AmountError("is too long for an amount", "write the number and its unit alone")
    for pattern, build in _FORMS:
        if found := pattern.fullmatch(plain):
            return build(found, plain)
    raise _explain(plain)


def _plain(text: str) -> str:
    """Return `text` on one line, its dashes and signs in one form each."""
    plain = " ".join(text.translate(_DASHES).split())
    plain = re.sub(r"\+\s?/\s?-", "±", plain)
    return re.sub(r"<\s?=|>\s?=|[⩽⩾]", lambda found: _SIGNS[found[0].replace(" ", "")], plain)


def _number(text: str) -> Decimal:
    """Return what figures are worth.

    Raises:
        AmountError: there are too many of them.
    """
    text = text.replace(",", "").translate(_SUPERSCRIPTS)
    for word, power in _SCALES.items():
        text = text.replace(word, power)
    text = re.sub(r"[×x·*]10\^?", "e", text.replace(" ", ""))
    value = Decimal(re.sub(r"^10\^|^10(?=-\d)", "1e", text))
    if abs(value.adjusted()) > _MAX_EXPONENT or len(value.as_tuple().digits) > _MAX_DIGITS:
        raise AmountError("has too many digits", "round it")
    return value


# --- the forms -----------------------------------------------------------------------------------


def _build_point(found: re.Match[str], text: str) -> Quantity:
    """Return a number with its error or its interval, if it has one."""
    value, spread = _number(found["value"]), None
    if found["error"]:
        error = abs(_number(found["error"]))
        spread = Spread(value - error, value + error, found["spread"])
    elif found["above"]:
        low, high = value - _number(found["below"]), value + _number(found["above"])
        spread = Spread(low, high, found["spread"])
    elif found["ci_low"]:
        spread = Spread(_number(found["ci_low"]), _number(found["ci_high"]), found["spread"])
    if spread and not spread.low <= value <= spread.high:
        raise AmountError("lies outside its own interval", "correct the number or its interval")
    unit = found["currency"] or found["unit"] or found["unit_before"] or ""
    return Quantity(
        AmountKind.POINT, text, found["value"], value, value, unit.strip(" -"), spread=spread
    )


def _build_interval(found: re.Match[str], text: str) -> Quantity:
    """Return what lies between two numbers."""
    low, high = _number(found["of_low"]), _number(found["of_high"])
    if low >= high:
        raise AmountError("does not ascend", "write the smaller number first")
    unit = (found["unit"] or found["first"] or "").strip()
    figures = f"{found['of_low']}-{found['of_high']}".replace(" ", "")
    return Quantity(AmountKind.INTERVAL, text, figures, low, high, unit)


def _build_bound(found: re.Match[str], text: str) -> Quantity:
    """Return a number that a quantity lies above or below."""
    value, sign = _number(found["value"]), _SIGNS[found["sign"]]
    unit = (found["currency"] or found["unit"] or "").strip()
    figures = f"{sign} {found['value']}"
    return Quantity(AmountKind.BOUND, text, figures, value, value, unit, sign)


def _build_ratio(found: re.Match[str], text: str) -> Quantity:
    """Return a part of a whole, or its bound: < 1 in 203000."""
    part, whole = _number(found["part"]), _number(found["whole"])
    if not 0 < part <= whole:
        raise AmountError(
            "is no part of a whole: a ratio is at most 1",
            "write the smaller number first, or make two cards of two numbers",
        )
    sign = _SIGNS[found["sign"]] if found["sign"] else ""
    figures = f"{sign} {found['part']} in {found['whole']}".strip()
    kind = AmountKind.BOUND if sign else AmountKind.RATIO
    unit = (found["unit"] or "").strip()
    return Quantity(kind, text, figures, part, part, unit, sign, whole)


_AT_END = rf"(?:\s*(?P<unit>{_UNIT}))?"
_FORMS = (
    (
        re.compile(
            rf"(?P<of_low>{_NUMBER})(?:\s*(?P<first>{_UNIT}))?{_TO}"
            rf"(?P<of_high>{_NUMBER})(?:\s*(?P<unit>(?(first)(?P=first)|{_UNIT})))?"
        ),
        _build_interval,
    ),
    (
        re.compile(
            rf"(?P<currency>{_CURRENCY})?\s*(?P<value>{_NUMBER})"
            rf"(?:\s*(?P<unit_before>{_UNIT})?\s*(?P<spread>{_SPREAD}))?{_AT_END}"
        ),
        _build_point,
    ),
    (
        re.compile(
            rf"(?P<sign>[<>≤≥])\s*(?P<currency>{_CURRENCY})?\s*(?P<value>{_NUMBER}){_AT_END}"
        ),
        _build_bound,
    ),
    (
        re.compile(
            rf"(?:(?P<sign>[<>≤≥])\s*)?(?P<part>{_NUMBER})"
            rf"\s*(?:in|per|(?:out )?of|/|:)\s*(?P<whole>{_NUMBER}){_AT_END}"
        ),
        _build_ratio,
    ),
)


# --- what is none --------------------------------------------------------------------------------

_OPENERS = (
    (
        re.compile(
            r"[≈~∼]|(?:about|approximately|around|roughly|circa|ca|nearly|almost)\b", re.IGNORECASE
        ),
        "says about how much, which cannot be judged",
        "write the number, and `tolerance:` for how far off is right",
    ),
    (
        re.compile(r"(?:less|fewer|lower|smaller|under|below)\b", re.IGNORECASE),
        "says its bound in words",
        'write the sign: "< …"',
    ),
    (
        re.compile(r"(?:more|greater|higher|larger|over|above)\b", re.IGNORECASE),
        "says its bound in words",
        'write the sign: "> …"',
    ),
    (
        re.compile(r"(?:at most|up to|no more than|maximum)\b", re.IGNORECASE),
        "says its bound in words",
        'write the sign: "<= …"',
    ),
    (
        re.compile(r"(?:at least|no less than|minimum)\b", re.IGNORECASE),
        "says its bound in words",
        'write the sign: ">= …"',
    ),
    (
        re.compile(r"[^\W\d]+\s*[=<>≤≥]"),
        "has a name before its number",
        "write the amount alone: the question names the quantity",
    ),
    (
        re.compile(r"between\b", re.IGNORECASE),
        "says its interval in words",
        'write the two ends: "35-250 Hz"',
    ),
)


def _explain(plain: str) -> AmountError:
    """Return why a text is no amount."""
    for pattern, reason, fix in _OPENERS:
        if pattern.match(plain):
            return AmountError(reason, fix)
    if re.fullmatch(r"[-+]?\d+,\d+.*", plain):
        return AmountError("has a comma that parts no thousands", "write a point before decimals")
    if not re.search(r"\d", plain):
        return AmountError("has no figure", "write it with figures: 36 M⊙, 35-250 Hz, < 0.001")
    return AmountError(
        "is no amount",
        "write a number, an interval, a bound or a ratio with its unit: "
        '"36 +5/-4 M⊙", "35-250 Hz", "< 0.001", "1 in 1030000"',
    )
