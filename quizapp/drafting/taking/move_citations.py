"""A citation that stands at the end of an answer, or beside a question, belongs to the source.

Some brackets surely cite: "[3]", "[paper1#3]", "(sentence 3)". Others may belong to what is said:
"(3)", "(day 3)"; those cite only if each card of the reply has one like it.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quizapp.bank.diagnostics import quote
from quizapp.drafting.taking.labels import Role, role_of
from quizapp.drafting.taking.model import RawCard, RawValue

_NUMBER = r"[1-9]\d{0,2}"
_NUMBERS = rf"{_NUMBER}(?:\s*(?:[,;&–-]|and|und|y|et|e|en)\s*{_NUMBER})*"
_AT_END = re.compile(
    r"\s*(?:(?P<open>[\[(【（])(?P<inside>[^\[\]()【】（）]{1,60})[\])】）]"
    r"|(?:\s[–—-]|(?<=[.!?]))\s*(?P<loose>[^\W\d_]+\.?\s*" + _NUMBERS + r"))(?P<stop>[.!]?)\s*$"
)
_AT_BEGIN = re.compile(
    r"^\s*(?P<open>[\[(【（])(?P<inside>[^\[\]()【】（）]{1,60})[\])】）]\s*[:–—-]?\s*"
)
_MAX_TAIL = 200  # letters in which a citation at the end stands
_LEAD = re.compile(r"^(?:(?:see|from|cf\.?|vgl\.?|siehe|voir|ver|vedi|zie)\s+|\^)", re.IGNORECASE)
_LABEL = re.compile(r"^(?P<label>[^\W\d_]+)\s*[:：]\s*")
_NAMED = re.compile(r"[A-Za-z0-9][\w-]*\s*#\s*[1-9]\d*(?:\s*[,;&–-]\s*(?:[\w-]+\s*)?#?\s*\d+)*")
_WORDED = re.compile(rf"(?P<word>[^\W\d_]{{1,12}})\.?\s*(?P<numbers>{_NUMBERS})")
_BARE = re.compile(_NUMBERS)


@dataclass(frozen=True, slots=True)
class _Citation:
    """A bracket that may cite.

    Attributes:
        rest: the text without it.
        cited: what it cites, and `shown`: how that was written.
        form: how such brackets are compared: their kind and their word.
        is_sure: whether it can be nothing else.
    """

    rest: str
    cited: str
    shown: str
    form: str
    is_sure: bool


def move_citations(cards: Sequence[RawCard]) -> tuple[RawCard, ...]:
    """Return cards whose questions and answers have no citations, which are their sources."""
    regular = {role: _regular_forms(cards, role) for role in (Role.ASK, Role.ANSWER)}
    return tuple(_move(card, regular) for card in cards)


def _regular_forms(cards: Sequence[RawCard], role: Role) -> set[str]:
    """Return the forms of brackets that cite because each question, or each answer, has one."""
    ends = [_find(each) for card in cards if (each := _text_of(card, role))]
    forms = Counter(each.form for each in ends if each)
    regular = {form for form, count in forms.items() if count == len(ends) > 1}
    regular |= {form for form in forms if form[0] == "[" and forms[form] > 1}
    if forms["[]"]:
        regular |= {"[]", "["}
    elif "[" in regular and len(cards) > forms["["]:  # "[12, 14]" may be an interval
        regular.discard("[")
    return regular


def _text_of(card: RawCard, role: Role) -> str:
    """Return the text of a part of a card, the last of several; "" where it has none."""
    values = [value for name, value in card.fields.items() if role_of(name) is role]
    last = values[0] if values else ""
    if isinstance(last, list | tuple) and last:
        last = last[-1]
    return last if isinstance(last, str) else ""


def _move(card: RawCard, regular: Mapping[Role, set[str]]) -> RawCard:
    fields: dict[str, RawValue] = {}
    moved: dict[str, str] = {}
    for name, value in card.fields.items():
        role = role_of(name)
        if role is not None and role in {
            Role.ANSWER,
            Role.ASK,
            Role.OPTIONS,
            Role.WRONG,
            Role.OPTION,
        }:
            fields[name] = _clean(value, regular.get(role, set()), moved)
        else:
            fields[name] = value
    if not moved:
        return card
    notes = [f"{quote(shown)} is read as what it cites" for shown in moved.values()]
    if not any(role_of(name) is Role.SOURCE for name in fields):
        fields[Role.SOURCE.value] = list(moved)
    return replace(card, fields=fields, notes=(*card.notes, *notes))


def _clean(value: RawValue, regular: set[str], moved: dict[str, str]) -> RawValue:
    """Return a value without its citations, which go into `moved`."""
    if isinstance(value, Mapping):
        return {key: _clean(each, regular, moved) for key, each in value.items()}
    if not isinstance(value, str):
        return [_clean(each, regular, moved) for each in value]
    for pattern in (_AT_END, _AT_BEGIN):
        found = _find(value, pattern)
        if found and (found.is_sure or found.form in regular):
            moved[found.cited] = found.shown
            value = found.rest
    return value


def _find(text: str, pattern: re.Pattern[str] = _AT_END) -> _Citation | None:
    """Return the bracket that ends a text, if that may cite a sentence."""
    text = " ".join(text.split())
    found = pattern.search(text[-_MAX_TAIL:]) if pattern is _AT_END else pattern.match(text)
    if found is None:
        return None
    parts = found.groupdict()
    if pattern is _AT_END:
        text, before = text[-_MAX_TAIL:], text[:-_MAX_TAIL]
    else:
        before = ""
    rest = f"{before}{text[: found.start()].rstrip()}{parts.get('stop') or ''}{text[found.end() :]}"
    if not rest.strip(" .!"):
        return None
    inside = parts.get("inside") or parts.get("loose") or ""
    read = _read_inside(inside.strip(), parts["open"] or "–")
    return None if read is None else _Citation(rest, read[0], found[0].strip(), *read[1:])


def _read_inside(inside: str, opening: str) -> tuple[str, str, bool] | None:
    """Return what a bracket cites, its form, and whether it is sure; None for nothing."""
    kind = "[" if opening in "[【" else "("
    label = _LABEL.match(inside)
    is_labelled = label is not None and role_of(label["label"]) is Role.SOURCE
    plain = _LEAD.sub("", inside[label.end() :] if label and is_labelled else inside).strip()
    if _NAMED.fullmatch(plain):
        return plain, "#", True
    if _BARE.fullmatch(plain):
        is_one = plain.isdecimal()
        return plain, f"{kind}]" if kind == "[" and is_one else kind, is_labelled
    if worded := _WORDED.fullmatch(plain):
        word = worded["word"].casefold()
        is_sure = is_labelled or role_of(word) is Role.SOURCE
        is_loose = opening == "–" and not is_sure
        return None if is_loose else (worded["numbers"], f"{kind}{word}", is_sure)
    return None
