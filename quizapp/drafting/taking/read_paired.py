"""Cards without labels: a question, and its answer behind it or below it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.bank.diagnostics import quote
from quizapp.drafting.taking.labels import Role, role_of
from quizapp.drafting.taking.line_kinds import LineKind, read_lines
from quizapp.drafting.taking.markup import plain_text, split_blocks
from quizapp.drafting.taking.model import HoldReason, RawCard, ReadCards, UnreadPart

_MAX_LINE = 4_000  # letters; a longer one is prose
_PREFIX = re.compile(
    r"(?P<indent>\s*)(?:>\s*)*(?P<mark>#{1,6}\s+|(?:[-•+*◦→]|\d{1,3}[.):]|\(\d{1,3}\)|Q\d*[.)])\s+)?"
    r"(?P<rest>.*)"
)
_BOLD = re.compile(r"(?:\*\*|__).+(?:\*\*|__)\W*")
_ASKING = re.compile(r".*[?？؟][\"”»'’*_)]*(?:\s*[\[(][^\[\]()]{1,40}[\])])?\s*")
_ON_ONE_LINE = re.compile(
    r"(?P<ask>.*?[?？؟][\"”»*_]*(?:\s*[\[(][^\[\]()]{1,40}[\])])?)\s+"
    r"(?P<mark>(?:::|[→⇒=–—:|/-]|->|=>|-->)\s+)?(?P<answer>[^\s?][^?]*)"
)
_PARTED = re.compile(r"(?P<ask>\S.*?)\s*:::?\s*(?P<answer>\S.*)")
_LABEL = re.compile(r"(?P<label>[^\W\d_]+(?: [^\W\d_]+)?)\s*(?:[:.)]|$)")
_PARTS = {Role.ASK, Role.ANSWER, Role.OPTIONS, Role.TERM, Role.DEFINITION}
_HOLE = re.compile(r"\{\{c\d+::")  # a text with a hole asks nothing in front of it
_BOX = re.compile(r"[\[(][ _xX]?[\])]")
_ANSWER_MARK = re.compile(r"^(?:[→⇒]|->|=>|-->|=)\s*")
_ONLY_BRACKET = re.compile(r"\W*[\[(][^\[\]()]+[\])]\W*|[*_]*[^\W\d_]+\s*:.*")
_LONE_MARK = re.compile(r"\?{1,2}")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with how it begins ("#", "1", "-", "**", "" for plain), and its text."""

    number: int
    shape: str
    text: str
    is_after_blank: bool

    @property
    def asks(self) -> bool:
        return _ASKING.fullmatch(self.text) is not None


def read_paired(lines: Sequence[str], start: int) -> ReadCards:
    """Return the cards of the text in `lines`, the first of which is line `start`.

    Two at least: one question with something below it may be any talk.
    """
    found = [each for each in _read_lines(lines, start) if not _LONE_MARK.fullmatch(each.text)]
    if any(map(_is_labelled, found)):  # it has labels, and they were not understood
        return ReadCards()
    cards = _read_rows(found)
    if len(cards) > 1:
        return ReadCards(tuple(cards))
    return _read_stacked(found)


def _is_labelled(line: _Line) -> bool:
    opening = _LABEL.match(line.text)
    if _BOX.match(line.text):
        return True
    return opening is not None and role_of(opening["label"]) in _PARTS


def _read_lines(lines: Sequence[str], start: int) -> Iterator[_Line]:
    is_after_blank = True
    for number, line in enumerate(lines, start):
        if len(line) > _MAX_LINE:
            continue
        for piece in split_blocks(line):
            (kind, *_) = (each.kind for each in read_lines(number, piece))
            if kind is LineKind.BLANK:
                is_after_blank = True
                continue
            found = _PREFIX.fullmatch(piece)
            assert found is not None  # noqa: S101 (it takes anything)
            mark = (found["mark"] or "").strip(" (")
            is_bold = _BOLD.fullmatch(found["rest"].strip()) is not None
            shape = "1" if mark[:1].isdigit() or mark[:1] == "Q" else mark[:1]
            text = plain_text(found["rest"])
            yield _Line(number, shape or ("**" if is_bold else ""), text, is_after_blank)
            is_after_blank = False


# --- question and answer on one line -------------------------------------------------------------


def _read_rows(lines: Sequence[_Line]) -> list[RawCard]:
    """Return the cards of lines that ask and answer; a line without a mark goes on with one."""
    cards: list[RawCard] = []
    shapes: Counter[str] = Counter()
    last: _Line | None = None
    for line in lines:
        found = _ON_ONE_LINE.fullmatch(line.text)
        if found is None and not _HOLE.search(line.text):
            found = _PARTED.fullmatch(line.text)
        parts = found.groupdict() if found else {}
        if found and (parts.get("mark", "::") or line.shape):
            shapes[line.shape] += 1
            fields = {"ask": found["ask"].strip(), "answer": found["answer"].strip()}
            cards.append(RawCard(line.number, fields))
            last = line
        elif last and last.shape and not line.shape and not line.is_after_blank:
            fields = dict(cards[-1].fields)
            cards[-1] = replace(
                cards[-1], fields={**fields, "answer": f"{fields['answer']} {line.text}"}
            )
        else:
            last = None
    return cards if len(cards) > 1 and len(shapes) == 1 else []


# --- the answer below its question ---------------------------------------------------------------


def _read_stacked(lines: Sequence[_Line]) -> ReadCards:
    """Return the cards of questions that all begin alike, with what stands below each."""
    shapes = Counter(line.shape for line in lines if line.asks)
    for shape, count in sorted(shapes.items(), key=lambda each: (-each[1], not each[0])):
        starts = [at for at, line in enumerate(lines) if line.asks and line.shape == shape]
        if count == 1:
            continue
        ends = [*starts[1:], len(lines)]
        bodies = [lines[begin + 1 : end] for begin, end in zip(starts, ends, strict=True)]
        if not bodies[-1] and not shape:  # "Would you like more?"
            starts, bodies = starts[:-1], bodies[:-1]
        answered = [
            _read_body(body, is_last=at == len(bodies) - 1) for at, body in enumerate(bodies)
        ]
        if len(starts) > 1 and all(each is not None or shape for each in answered):
            return _as_cards([lines[at] for at in starts], answered)
    return ReadCards()


def _read_body(body: Sequence[_Line], *, is_last: bool) -> tuple[str, str] | None:
    """Return the answer below a question, and what stands below that; None where there is none."""
    own = [line for line in body if line.shape != "#"]
    if not own or own[0].asks:
        return None
    paragraphs: list[list[_Line]] = []
    for line in own:
        if line.is_after_blank or not paragraphs or line.shape:
            paragraphs.append([])
        paragraphs[-1].append(line)
    texts = [" ".join(line.text for line in each) for each in paragraphs]
    answer, rest = _ANSWER_MARK.sub("", texts[0]), texts[1:]
    if rest and _ONLY_BRACKET.fullmatch(rest[0]):
        answer, rest = f"{answer} {rest[0].strip('*_ ')}", rest[1:]
    is_talk = is_last and len(paragraphs) > 1 and paragraphs[1][0].is_after_blank
    return answer, "" if is_talk or not rest else rest[0]


def _as_cards(questions: Sequence[_Line], answers: Sequence[tuple[str, str] | None]) -> ReadCards:
    cards: list[RawCard] = []
    unread: list[UnreadPart] = []
    for line, answer in zip(questions, answers, strict=True):
        if answer is None:
            message = f"no answer after {quote(line.text)}"
            unread.append(UnreadPart(line.number, message, 'add a line "A: …"'))
            continue
        faults = (_unclear(answer[1]),) if answer[1] else ()
        cards.append(RawCard(line.number, {"ask": line.text, "answer": answer[0]}, faults=faults))
    return ReadCards(tuple(cards), tuple(unread)) if cards else ReadCards()


def _unclear(more: str) -> HoldReason:
    return HoldReason(
        "unclear answer",
        f"{quote(more)} may belong to the answer, or not",
        "write the answer alone, or the right option",
    )
