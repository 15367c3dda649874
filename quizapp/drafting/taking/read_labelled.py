"""Cards in plain text and Markdown: Q and A, numbered questions, options from A to H."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from quizapp.bank.diagnostics import quote
from quizapp.drafting.taking.cited_sentence import is_citation
from quizapp.drafting.taking.label_shapes import learn_labels, read_candidates
from quizapp.drafting.taking.labels import Role, role_of
from quizapp.drafting.taking.line_kinds import Line, LineKind, read_lines
from quizapp.drafting.taking.model import HoldReason, RawCard, RawValue, ReadCards, UnreadPart

_KEY_ENTRY = re.compile(r"(?:^|[\s,;])(\d{1,4})\s*[.):–-]?\s*\(?([A-Ha-h])\)?(?=$|[\s,;.)])")
_LISTS = frozenset({Role.WRONG, Role.ANSWER, Role.OPTIONS})


@dataclass
class _Question:
    """A question while its lines are read."""

    line: int
    label: str
    count: str
    ask: list[str] = field(default_factory=list)
    options: list[dict[str, str]] = field(default_factory=list)
    parts: dict[Role, list[str]] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)  # under labels of no use
    doubts: list[str] = field(default_factory=list)  # lines that may be of the answer, or not

    @property
    def is_answered(self) -> bool:
        """Whether it has an answer, or an option that is marked."""
        return (
            Role.ANSWER in self.parts
            or {Role.TERM, Role.DEFINITION} <= set(self.parts)
            or any("correct" in each for each in self.options)
        )


def read_labelled(lines: Sequence[str], start: int) -> ReadCards:
    """Return the cards of the text in `lines`, the first of which is line `start`."""
    learned = learn_labels(lines)
    parts = [part for at, line in enumerate(lines, start) for part in read_lines(at, line, learned)]
    reader = _Reader(parts)
    reader.read()
    return reader.finish()


class _Reader:
    """One pass over the lines of a quiz."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = [line for line in lines if line.kind is not LineKind.BLANK]
        self.after_blank = {
            line.number for before, line in pairwise(lines) if before.kind is LineKind.BLANK
        }
        self.has_labels = any(line.role is Role.ASK for line in lines)
        self.questions: list[_Question] = []
        self.current: _Question | None = None
        self.open: Role | None = None  # the part that the next line of text goes on with
        self.loose: Line | None = None  # text that may turn out to be a question
        self.doubtful: list[Line] = []  # loose text that asks something
        self.unread: list[UnreadPart] = []

    def read(self) -> None:
        """Read all lines."""
        for at, line in enumerate(self.lines):
            is_heading = line.kind is LineKind.TEXT and role_of(line.text) is Role.ANSWER
            if (is_heading or line.role is Role.ANSWER) and self.is_key(at):
                self.take_key(at)
                return
            self.take_line(at, line)

    def take_line(self, at: int, line: Line) -> None:
        """Add what a line says to its question."""
        if line.kind is LineKind.OPTION:
            self.take_option(at, line)
        elif line.kind is LineKind.LABEL:
            self.take_label(line)
        elif line.kind is LineKind.NUMBERED:
            self.take_numbered(at, line)
        elif line.kind is LineKind.BULLET:
            self.take_bullet(line)
        else:
            self.take_text(line)

    # --- kinds of line ---------------------------------------------------------------------------

    def begin(self, line: Line, *, label: str = "") -> None:
        """Begin a question."""
        self.current = _Question(line.number, label, line.count, [line.text] if line.text else [])
        self.questions.append(self.current)
        self.open, self.loose = Role.ASK, None

    def begin_loose(self) -> bool:
        """Begin the question that loose text turns out to be; return whether there is one."""
        if self.loose is None or not (self.current is None or self.current.is_answered):
            return False
        if self.doubtful and self.doubtful[-1] is self.loose:
            self.doubtful.pop()
        self.begin(self.loose)
        return True

    def take_option(self, at: int, line: Line) -> None:
        """Add an option; "A:" without a "B:" behind it is an answer."""
        if line.has_colon and not self.is_colon_option(at, line):
            role = role_of(line.label)
            if role is None:
                self.take_text(replace(line, kind=LineKind.TEXT, text=f"{line.label}: {line.text}"))
            else:
                self.take_label(replace(line, kind=LineKind.LABEL, role=role))
            return
        self.begin_loose()
        if self.current is None:
            return
        self.add_option(line, line.label)

    def is_colon_option(self, at: int, line: Line) -> bool:
        """Return whether "A: …" stands in a row of options."""
        if line.label != "A":
            return bool(self.current and self.current.options)
        for place in range(at + 1, len(self.lines)):
            each = self.lines[place]
            if each.kind is LineKind.OPTION:
                return each.label == "B"
            if (
                each.role is Role.ASK
                or each.kind is LineKind.NUMBERED
                or each.number in self.after_blank
            ):
                return False
        return False

    def add_option(self, line: Line, letter: str) -> None:
        """Add an option to the current question."""
        assert self.current is not None  # noqa: S101 (the caller saw to it)
        option = {"label": letter, "text": line.text}
        if line.is_right:
            option["correct"] = "true"
        elif line.is_bold:
            option["bold"] = "true"
        self.current.options.append(option)
        self.open = None

    def take_label(self, line: Line) -> None:
        """Add a labelled part."""
        if line.role is Role.ASK:
            self.begin(line, label=line.label)
            self.take_aside(line)
            return
        if line.role in {Role.TERM, Role.DEFINITION}:
            self.begin_pair(line)
        if line.role is Role.ANSWER:
            self.begin_loose()
        if line.role is None:
            self.take_other(line)
            return
        if self.current is None or (line.role is Role.ANSWER and Role.ANSWER in self.current.parts):
            if line.role is Role.ANSWER:
                self.unread.append(
                    UnreadPart(
                        line.number,
                        f"no question before {quote(f'{line.label}: {line.text}')}",
                        'add a line "Q: …" above it',
                    )
                )
            self.open = None
            return
        self.current.parts.setdefault(line.role, []).extend([line.text] if line.text else [])
        self.open, self.loose = line.role, None
        self.take_aside(line)

    def take_aside(self, line: Line) -> None:
        """Add what a label cites in brackets."""
        if self.current is not None and re.search(r"\d", line.aside):
            self.current.parts.setdefault(Role.SOURCE, []).append(line.aside)

    def begin_pair(self, line: Line) -> None:
        """Begin a card that is a term and its definition, at whichever of them comes first."""
        assert line.role is not None  # noqa: S101 (the caller saw to it)
        is_open = self.current is not None and not self.current.ask
        if self.current is None or not is_open or line.role in self.current.parts:
            self.begin(replace(line, text=""), label=line.label)

    def take_other(self, line: Line) -> None:
        """Keep what stands under a label of no use; below an empty "Answer:" it is the answer."""
        if self.current is None:
            return
        if self.open is Role.ANSWER and not self.current.parts.get(Role.ANSWER):
            self.take_text(replace(line, kind=LineKind.TEXT, text=f"{line.label}: {line.text}"))
        elif is_citation(line.text) and Role.SOURCE not in self.current.parts:
            self.current.parts[Role.SOURCE] = [line.text]
            self.open = None
        else:
            self.current.others[line.label] = line.text
            self.open = None

    def take_numbered(self, at: int, line: Line) -> None:
        """Begin a question, or add an option where questions have labels of their own."""
        expected = str(len(self.current.options) + 1) if self.current else ""
        is_option = self.has_labels or (self.current is not None and self.is_sublist(at, line))
        if is_option and self.current and line.count == expected and not self.current.is_answered:
            self.add_option(line, line.count)
        elif self.has_labels and line.text.endswith("?") is False:
            self.take_bullet(line)
        else:
            self.begin(line)

    def is_sublist(self, at: int, line: Line) -> bool:
        """Return whether a numbered line is an option: its row begins anew below a question."""
        assert self.current is not None  # noqa: S101 (the caller saw to it)
        if line.number in self.after_blank and not self.current.options:
            return False
        following = self.lines[at + 1] if at + 1 < len(self.lines) else None
        in_row = bool(self.current.options) or (line.count == "1" and self.current.count != "")
        return in_row and not line.text.endswith("?") and following is not None

    def take_bullet(self, line: Line) -> None:
        """Add a member of a list: of the part that is open, or an option."""
        if self.open in _LISTS and self.current is not None:
            if self.open is Role.OPTIONS:
                self.add_option(line, "")
                self.open = Role.OPTIONS
            else:
                self.current.parts.setdefault(self.open, []).append(line.text)
            return
        if self.current is None or self.current.is_answered:
            self.begin_loose()
        if self.current is not None and (Role.ANSWER not in self.current.parts):
            self.add_option(line, "")

    def take_text(self, line: Line) -> None:
        """Go on with the part that is open, or keep what may be a question."""
        is_new = line.number in self.after_blank
        if self.current and self.open is Role.ASK and (not is_new or not self.current.ask):
            self.current.ask.append(line.text)
        elif (
            self.current
            and self.open in self.current.parts
            and (not is_new or not self.current.parts[self.open])
        ):
            is_below = self.open is Role.ANSWER and self.current.parts[self.open] and not is_new
            if is_below and self.take_doubtful(line):
                return
            *before, last = self.current.parts[self.open] or [""]
            self.current.parts[self.open] = [*before, f"{last} {line.text}".strip()]
        else:
            self.open = None
            self.loose = line
            if line.text.endswith("?"):
                self.doubtful.append(line)

    def take_doubtful(self, line: Line) -> bool:
        """Note a line below an answer that opens as a label does; return whether it cites."""
        assert self.current is not None  # noqa: S101 (the caller saw to it)
        for _, rest in read_candidates(line.text):
            if is_citation(rest):
                self.current.parts.setdefault(Role.SOURCE, []).append(rest)
                return True
            self.current.doubts.append(line.text)
        return False

    # --- an answer key ---------------------------------------------------------------------------

    def is_key(self, at: int) -> bool:
        """Return whether an answer key begins: a label, and behind it numbers with letters."""
        if len(self.questions) <= 1 or self.questions[0].is_answered:
            return False
        if self.is_key_of_texts(at):
            return True
        is_bare = self.lines[at].kind is LineKind.TEXT or not self.lines[at].text
        behind = "" if is_bare else self.lines[at].text
        behind = behind or " ".join(map(_written, self.lines[at + 1 : at + 2]))
        return _KEY_ENTRY.match(behind.lstrip()) is not None

    def is_key_of_texts(self, at: int) -> bool:
        """Return whether below a lone label stands a text for each of the questions."""
        counts = [line.count for line in self.lines[at + 1 :] if line.kind is LineKind.NUMBERED]
        asked = [question.count for question in self.questions]
        is_plain = not any(each.options or each.is_answered for each in self.questions)
        head = self.lines[at]
        return (
            is_plain
            and (head.kind is LineKind.TEXT or not head.text)
            and counts == asked
            and all(counts)
        )

    def take_texts(self, rest: Sequence[Line]) -> None:
        """Give each question the text that stands under its number; text goes on with the last."""
        questions = iter(self.questions)
        current: _Question | None = None
        for line in rest:
            if line.kind is LineKind.NUMBERED:
                current = next(questions)
                current.parts[Role.ANSWER] = [line.text]
            elif current is not None and line.number not in self.after_blank:
                current.parts[Role.ANSWER][0] += f" {line.text}"

    def take_key(self, at: int) -> None:
        """Give each question the answer that the key has for its number."""
        rest = self.lines[at + 1 :]
        if self.is_key_of_texts(at):
            self.take_texts(rest)
            return
        text = " ".join([self.lines[at].text, *map(_written, rest)])
        answers = {match[1]: match[2] for match in _KEY_ENTRY.finditer(text)}
        for position, question in enumerate(self.questions, 1):
            answer = answers.get(question.count or str(position))
            if answer and not question.is_answered:
                question.parts[Role.ANSWER] = [answer]

    # --- the end ---------------------------------------------------------------------------------

    def finish(self) -> ReadCards:
        """Return what was read."""
        cards = []
        lines = [question.line for question in self.questions]
        self.unread += (
            UnreadPart(line.number, f"no answer after {quote(line.text)}", 'add a line "A: …"')
            for line in self.doubtful
            if lines and lines[0] < line.number < lines[-1]
        )
        for question in self.questions:
            _mark_bold(question)
            fault = _fault_of(question)
            if fault is None:
                faults = tuple(map(_doubt, question.doubts))
                cards.append(RawCard(question.line, dict(_fields(question)), faults=faults))
            elif fault.message:
                self.unread.append(fault)
        return ReadCards(tuple(cards), tuple(sorted(self.unread, key=lambda each: each.line)))


def _doubt(line: str) -> HoldReason:
    return HoldReason(
        "unclear answer",
        f"{quote(line)} may belong to the answer, or not",
        "write the answer on one line, and what does not belong to it elsewhere",
    )


def _written(line: Line) -> str:
    """Return a line of an answer key as it was written."""
    head = f"{line.count}. " if line.count else ""
    return f"{head}{line.label + ')' if line.kind is LineKind.OPTION else ''} {line.text}"


def _mark_bold(question: _Question) -> None:
    """Take the one option in bold type for the right one, where nothing else tells."""
    bold = [each for each in question.options if each.pop("bold", "")]
    if len(bold) == 1 and not question.is_answered and len(question.options) > 1:
        bold[0]["correct"] = "true"


def _fault_of(question: _Question) -> UnreadPart | None:
    """Return why a question is no card; one without message is none at all: a line of prose."""
    asked = " ".join(question.ask)
    shown = quote(f"{question.label}: {asked}" if question.label else asked)
    if not asked and not {Role.TERM, Role.DEFINITION} <= set(question.parts):
        return UnreadPart(
            question.line,
            f"no question behind {quote(question.label + question.count)}",
            "write it there",
        )
    if question.is_answered:
        if question.parts.get(Role.ANSWER) == []:
            return UnreadPart(question.line, f"no answer after {shown}", 'add a line "A: …"')
        return None
    if len(question.options) > 1 and (question.label or asked.endswith(("?", ":"))):
        return UnreadPart(
            question.line, f"no option of {shown} is marked right", 'add a line "Answer: B"'
        )
    is_asked = bool(question.label) or (asked.endswith("?") and bool(question.count))
    message = f"no answer after {shown}" if is_asked else ""
    return UnreadPart(question.line, message, 'add a line "A: …"')


def _fields(question: _Question) -> Iterator[tuple[str, RawValue]]:
    """Yield what a question says, as the keys of a card."""
    if question.ask:
        yield "ask", " ".join(question.ask)
    if question.options:
        yield "options", [dict(each) for each in question.options]
    for role, texts in question.parts.items():
        if role is Role.OPTIONS and question.options:
            continue
        is_list = role in {Role.ANSWER, Role.WRONG} and len(texts) > 1
        yield role.value, list(texts) if is_list else " ".join(texts)
    for label, text in question.others.items():
        yield label if label == "unit" else label.capitalize(), text
