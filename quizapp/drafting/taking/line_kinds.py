"""What a line of a quiz is: a question, an option, a labelled part, a bullet, or only text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from types import MappingProxyType
from typing import TypeAlias

from quizapp.drafting.taking.label_shapes import read_candidates
from quizapp.drafting.taking.labels import Role, role_of
from quizapp.drafting.taking.markup import split_blocks
from quizapp.drafting.taking.text_cleaning import remove_bold, split_mark

_MARK = r"(?:[*✓✔✅☑→►>]+\s*)"
_QUOTED = re.compile(r"^\s*(?:>\s?)+")
_HEADING = re.compile(r"^\s*#{1,6}\s+(.*?)\s*#*$")
_RULE = re.compile(r"\s*(?:[-*_=~]\s*){3,}")
_LABEL = re.compile(
    r"(?:the |die |la |le )?(?P<label>[^\W\d_]+(?:[ _-][^\W\d_]+){0,2}?)\s?#?"
    r"(?P<number>\d{1,4})?\s*(?:[\[(](?P<aside>[^\[\]()]{1,40})[\])]\s*(?=[:：]))?"
    r"(?:[:：=]|(?<=\d)[.)]|\s[–—-](?=\s)|\s(?:is|ist|es|est|è|é)\s*:?(?=\s))\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_BARE_LABEL = re.compile(r"(?P<label>[^\W\d_]+)\s?#?(?P<number>\d{1,4})")
_NUMBERED = re.compile(
    r"(?:\((?P<inner>\d{1,4})\)|(?P<number>\d{1,4})(?:[.):]|\s[–-](?=\s)))\s*(?P<rest>.*)"
)
_OPTION = re.compile(
    rf"(?P<mark>{_MARK})?(?:\((?P<inner>[A-Ha-h])\)|\[(?P<boxed>[A-Ha-h])\]|(?P<letter>[A-Ha-h])[.):])"
    r"\s+(?P<rest>\S.*)"
)
# Signs that only decorate: pictures, arrows, dingbats.
_SIGNS = re.compile(r"^(?:[^\w\s\"'“”«»()\[\]{}.,:;!?¿¡$%&*+/=<>@^`|~§°#-]\s*)+")
_BOX = re.compile(r"(?:\[(?P<box>[ _xX✓✔✅])\]|\((?P<ring>[ _xX✓✔✅*•])?\))\s*(?P<rest>\S.*)")
_BULLET = re.compile(r"(?:[-•+◦·–]|\*(?=\s))\s+(?P<rest>\S.*)")
_INLINE_OPTION = re.compile(r"(?:^|(?<=\s))\(?([A-Ha-h])[.)]\s+")
_INLINE_LABEL = re.compile(
    r"(?<=[?.!:)])\s+(?:[—–|/-]\s+)?(?P<label>[^\W\d_]+(?: [^\W\d_]+)?)"
    r"\s?(?P<number>\d{0,3})\s*:\s*(?=\S)"
)
_ITALIC = re.compile(r"^\*(?=[^\s*])([^*]+)(?<=\S)\*$")
_BOLD_END = re.compile(r"\*\*\s*[.,]?\s*$")
_MAX_LINE = 4_000  # letters; of more, nothing but text is made


Learned: TypeAlias = Mapping[str, Role | None]
_NOTHING_LEARNED: Learned = MappingProxyType({})


class LineKind(Enum):
    """What a line is."""

    BLANK = auto()
    LABEL = auto()
    NUMBERED = auto()
    OPTION = auto()
    BULLET = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a quiz: its number from 1, its kind, and what it says.

    Attributes:
        role: of a labelled line.
        label: as it was written: "Q", "Answer"; the letter of an option.
        count: the number of a question or of a numbered line, "" for none.
        text: what stands behind the label.
        is_right: whether an option is marked as the right one.
        is_bold: whether an option is in bold type as a whole.
        has_colon: whether an option's letter has a colon behind it, as an answer's label has.
        aside: what stands in brackets between a label and its colon: "Q1 (S3):".
    """

    number: int
    kind: LineKind
    text: str = ""
    role: Role | None = None
    label: str = ""
    count: str = ""
    is_right: bool = False
    is_bold: bool = False
    has_colon: bool = False
    aside: str = ""


def read_lines(number: int, line: str, learned: Learned = _NOTHING_LEARNED) -> Iterator[Line]:
    """Yield what stands in a line, in its order; an answer may stand behind its question.

    `learned` are labels that the whole text tells.
    """
    if len(line) > _MAX_LINE:
        yield Line(number, LineKind.TEXT, line)
        return
    for piece in split_blocks(line):
        yield from _read_piece(number, piece, learned)


def _read_piece(number: int, line: str, learned: Learned) -> Iterator[Line]:
    """Yield what stands in a line, or in one of those that a line of HTML shows as."""
    plain = " ".join(_QUOTED.sub("", line).split())
    if heading := _HEADING.match(plain):
        plain = heading[1]
    if not plain or _RULE.fullmatch(plain):
        yield Line(number, LineKind.BLANK)
        return
    if labelled := _learned_label(number, plain, learned):
        yield labelled
        return
    without_bold = remove_bold(plain).strip()
    is_whole = plain != without_bold and _BOLD_END.search(plain) is not None
    plain = _ITALIC.sub(r"\1", without_bold)
    if (is_whole or heading) and (role := role_of(plain.rstrip(": "))) is not None:
        yield Line(number, LineKind.LABEL, "", role, plain.rstrip(": "))
        return
    first, *rest = _split_inline(number, plain)
    yield replace(first, is_bold=is_whole and not first.is_right)
    yield from rest


def _learned_label(number: int, plain: str, learned: Learned) -> Line | None:
    """Return a line that opens with a label that the whole text tells; None for others."""
    if not learned:
        return None
    for label, text in read_candidates(plain):
        if label in learned:
            return Line(number, LineKind.LABEL, text.strip(), learned[label], label)
    return None


def _split_inline(number: int, plain: str) -> Iterator[Line]:
    """Yield the parts of a line: what opens it, options in a row, an answer at its end."""
    tail: list[Line] = []
    for found in _INLINE_LABEL.finditer(plain):
        role = role_of(found["label"])
        is_next = role is Role.ASK and bool(found["number"])
        if (is_next or role in {Role.ANSWER, Role.WHY, Role.SOURCE}) and (
            found["label"] != "a" and _has_head(plain, found.start())
        ):
            tail = list(_split_inline(number, plain[found.start("label") :].strip()))
            plain = plain[: found.start()]
            break
    starts = _option_starts(plain)
    if starts:
        head = plain[: starts[0][1]].strip()
        if head:
            yield _classify(number, head)
        for at, (letter, begin, text_begin) in enumerate(starts):
            end = starts[at + 1][1] if at + 1 < len(starts) else len(plain)
            yield _option(
                number, letter, plain[text_begin:end], is_right=_is_marked_before(plain[:begin])
            )
    else:
        yield _classify(number, plain)
    yield from tail


def _has_head(plain: str, at: int) -> bool:
    """Return whether something was asked before: a label or number opens it, or `?` ends."""
    head = plain[:at].rstrip()
    return (
        head.endswith(("?", "؟"))
        or _LABEL.match(plain) is not None
        or _NUMBERED.match(plain) is not None
    )


def _is_marked_before(text: str) -> bool:
    return bool(re.search(r"[*✓✔✅☑→►]\s*$", text))


def _option_starts(plain: str) -> list[tuple[str, int, int]]:
    """Return options that stand in a row on one line, A and B at least: letter, begin, text."""
    found: list[tuple[str, int, int]] = []
    for match in _INLINE_OPTION.finditer(plain):
        if match[1].upper() == chr(ord("A") + len(found)):
            found.append((match[1].upper(), match.start(), match.end()))
    return found if len(found) > 1 else []


def _classify(number: int, plain: str) -> Line:
    """Return a line, or a part of one, as what it is."""
    bullet = _BULLET.fullmatch(plain)
    inside = bullet["rest"] if bullet else plain
    option = _OPTION.fullmatch(inside)
    if option:
        letter = option["inner"] or option["boxed"] or option["letter"]
        is_colon = inside[option.start("rest") - 2 : option.start("rest")].startswith(":")
        made = _option(number, letter.upper(), option["rest"], is_right=bool(option["mark"]))
        return replace(made, has_colon=is_colon)
    if label := _labelled(number, inside) or _labelled(number, _SIGNS.sub("", inside)):
        return label
    if box := _BOX.fullmatch(inside):
        return Line(number, LineKind.BULLET, box["rest"].strip(), is_right=_is_ticked(box))
    if bullet:
        text, is_right = split_mark(inside)
        return Line(number, LineKind.BULLET, text, is_right=is_right)
    if numbered := _NUMBERED.fullmatch(inside):
        count = numbered["inner"] or numbered["number"]
        within = _labelled(number, numbered["rest"])
        if within and within.role is Role.ASK:
            return Line(number, LineKind.LABEL, within.text, Role.ASK, within.label, count)
        text, is_right = split_mark(numbered["rest"])
        return Line(number, LineKind.NUMBERED, text, count=count, is_right=is_right)
    return Line(number, LineKind.TEXT, plain)


def _is_ticked(box: re.Match[str]) -> bool:
    return (box["box"] or box["ring"] or " ") not in {" ", "_"}


def _labelled(number: int, plain: str) -> Line | None:
    """Return a line that opens with a label; None for others."""
    found = _LABEL.fullmatch(plain) or _BARE_LABEL.fullmatch(plain)
    role = role_of(found["label"]) if found else None
    if found is None or role is None:
        return None
    more = found.groupdict()
    return Line(
        number,
        LineKind.LABEL,
        (more.get("rest") or "").strip(),
        role,
        found["label"],
        found["number"] or "",
        aside=more.get("aside") or "",
    )


def _option(number: int, letter: str, rest: str, *, is_right: bool) -> Line:
    text, is_told = split_mark(rest)
    return Line(number, LineKind.OPTION, text, label=letter, is_right=is_right or is_told)
