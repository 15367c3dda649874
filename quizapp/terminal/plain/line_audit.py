"""A blind audit line by line: items without verdicts, each judged by a code, then the rate."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TextIO

from quizapp.items.item import Item
from quizapp.services.clock import Clock
from quizapp.services.review_audit import AuditedItem
from quizapp.services.review_questions import question_of
from quizapp.signoff.audit import FlawCode, FlawRate, measure_flaws
from quizapp.terminal.plain.input_lines import Lines
from quizapp.terminal.plain.line_loop import LineLoop, NextStep
from quizapp.terminal.plain.lines import question_lines
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.words import right_answer

_KEYS = {str(number): code for number, code in enumerate(FlawCode, 1)}
_CHOICES = ", ".join(f"{key} {code}" for key, code in _KEYS.items())
_HELP = f"""\
What is wrong with the question? {_CHOICES}.
u goes back to the last one, q ends the audit, ? this help."""


def run_line_audit(
    items: Sequence[AuditedItem], now: Clock, input_stream: TextIO, output_stream: TextIO
) -> FlawRate:
    """Show `items` one by one, take a code for each, and return the rate of flawed ones."""
    lines = Lines(input_stream, output_stream)
    with lines.until_told():
        audit = LineAudit(items, now, lines)
        audit.run()
    return audit.rate()


class LineAudit(LineLoop):
    """One sample judged line by line."""

    def __init__(self, items: Sequence[AuditedItem], now: Clock, lines: Lines) -> None:
        super().__init__(now, lines, _HELP)
        self.items = items
        self.codes: list[FlawCode] = []

    def run(self) -> None:
        """Hold the talk to its end, then tell the rate."""
        self.write_lines(*_HELP.splitlines())
        step = NextStep.NEXT
        while step is not NextStep.LEAVE and len(self.codes) < len(self.items):
            if step is NextStep.NEXT:
                self.write_lines("", *self._item_lines(self.items[len(self.codes)]), _CHOICES)
            step = self.act_on_line(self.handle_line)
        self.write_lines(*rate_lines(self.codes))

    def leave(self, _: str = "") -> NextStep:
        """End the audit with what was judged."""
        return NextStep.LEAVE

    def handle_line(self, line: str) -> NextStep:
        """Take a code, by its number or its word, or a command."""
        if line in ("q", "?"):
            return self.leave() if line == "q" else self.help()
        if line == "u":
            if not self.codes:
                raise ValueError("Nothing to go back to")
            self.codes.pop()
            return NextStep.NEXT
        code = _KEYS.get(line) or next((each for each in FlawCode if each == line), None)
        if code is None:
            raise ValueError(f"Type one of: {_CHOICES}")
        self.codes.append(code)
        return NextStep.NEXT

    def rate(self) -> FlawRate:
        """Return the rate of flawed items among those judged."""
        return _rate_of(self.codes)

    def _item_lines(self, audited: AuditedItem) -> Iterator[str]:
        """Yield an item as learners see it, its answer and its sentence; no verdict."""
        item: Item = audited.item
        yield f"Question {len(self.codes) + 1} of {len(self.items)}"
        yield from question_lines(question_of(item, self.now()))
        yield f"Answer: {right_answer(item)}"
        if item.why:
            yield f"Why: {one_line(item.why)}"
        for cited in audited.cited:
            yield f"{cited.label}: {one_line(cited.text) or '(no text at hand)'}"


def rate_lines(codes: Sequence[FlawCode]) -> Iterator[str]:
    """Yield how many items are flawed, with the interval, and by what."""
    found = _rate_of(codes)
    interval = f"95% interval {found.low:.1%} to {found.high:.1%}"
    yield f"{found.flawed} of {found.total} flawed: {found.rate:.1%} ({interval})"
    counts = Counter(code for code in codes if code is not FlawCode.NONE)
    yield from (f"{code}: {number}" for code, number in counts.most_common())


def _rate_of(codes: Sequence[FlawCode]) -> FlawRate:
    """Return the rate of flawed items."""
    return measure_flaws(sum(code is not FlawCode.NONE for code in codes), len(codes))
