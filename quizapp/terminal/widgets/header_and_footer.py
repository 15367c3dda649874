"""The single lines around a question or a table: title, progress, rating bar, footer, remark."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content

from quizapp.memory.model import Rating
from quizapp.terminal.content import align_ends, style_text
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.widgets.bars import bar
from quizapp.terminal.widgets.base import GUTTER, LineClicked, PaintedWidget
from quizapp.terminal.words import RATING_WORDS

_BEFORE_QUESTION = re.compile(r"(?<=[.!?]) (?=[^.!?]+\? y/n$)")  # the last sentence, to be answered
NARROW_COLUMN = 66  # a column below this has no room for what is nice to know


class FullWidthLine(PaintedWidget):
    """A line that reaches from margin to margin."""

    @property
    def column(self) -> int:
        """How many cells there are: no scroll bar beside it."""
        return super().column + GUTTER


class TopLine(FullWidthLine):
    """What is going on, and at the right how far it is and whether it is kept."""

    title = ""
    counts = ""
    status = ""

    def update(self, title: str, counts: str = "", status: str = "") -> None:
        """Show these."""
        if (title, counts, status) != (self.title, self.counts, self.status):
            self.title, self.counts, self.status = title, counts, status
            self.refresh()

    def draw(self, width: int) -> Content:
        """Return the line; counts give way first, the title is cut."""
        counts = self.counts if width >= NARROW_COLUMN else ""
        right = style_text("   ".join(part for part in (self.status, counts) if part), "$quiet")
        return align_ends(style_text(one_line(self.title), "bold"), right, width)


class ProgressLine(FullWidthLine):
    """How much of the session is done."""

    share = 0.0

    def update(self, done: int, remaining: int) -> None:
        """Show `done` of `done + remaining`."""
        share = done / (done + remaining) if done + remaining else 0.0
        if share != self.share:
            self.share = share
            self.refresh()

    def draw(self, width: int) -> Content:
        """Return the line with its per cent."""
        length = width - 5
        filled = bar(self.share, length)
        return Content.assemble(
            (filled, "$tint"),
            ("─" * (length - len(filled)), "$line"),
            (f"{self.share:>4.0%} "[:5], "$quiet"),
        )


class RatingBar(FullWidthLine):
    """The ratings and when each would bring the card back; the suggested one stands out."""

    due: Mapping[Rating, str] = {}
    suggested: Rating | None = None

    def update(self, due: Mapping[Rating, str], suggested: Rating | None) -> None:
        """Show these; nothing when `due` is empty."""
        self.due, self.suggested = due, suggested
        self.display = bool(due)
        self.refresh()

    def parts(self) -> list[tuple[Rating, str]]:
        """Return each rating with its words; where they are too wide, "10min" for "10 min"."""
        spaced, tight = (
            [
                (rating, f" {rating.value} {RATING_WORDS[rating]} {when}".rstrip() + " ")
                for rating, when in due.items()
            ]
            for due in (self.due, {each: at.replace(" ", "") for each, at in self.due.items()})
        )
        return spaced if sum(len(words) + 1 for _, words in spaced) - 1 <= self.column else tight

    def draw(self, width: int) -> Content:  # noqa: ARG002 (always fits)
        """Return the bar."""
        return Content(" ").join(
            style_text(words, "bold reverse $tint" if rating is self.suggested else "$foreground")
            for rating, words in self.parts()
        )

    def on_click(self, event: events.Click) -> None:
        """Tell which rating was clicked."""
        left = 0
        for rating, words in self.parts():
            if left <= event.x < left + len(words):
                self.post_message(LineClicked(self, rating.value))
            left += len(words) + 1


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A key in the footer, its word, and the id of its binding."""

    key: str
    word: str
    binding: str


class KeyLine(FullWidthLine):
    """The footer: at most seven keys; those of least need give way until all fit, help never."""

    MOST = 7
    hints: tuple[KeyHint, ...] = ()

    def update(self, hints: Sequence[KeyHint]) -> None:
        """Show these, the last one always."""
        if tuple(hints) != self.hints:
            self.hints = tuple(hints)
            self.refresh()

    def fitting_hints(self, width: int) -> tuple[KeyHint, ...]:
        """Return the hints that fit into `width`, the last one always among them."""
        *others, last = self.hints
        kept = others[: self.MOST - 1]
        while kept and sum(len(h.key) + len(h.word) + 4 for h in [*kept, last]) - 3 > width:
            kept.pop()
        return (*kept, last)

    def draw(self, width: int) -> Content:
        """Return the line."""
        if not self.hints:
            return Content()
        return Content("   ").join(
            Content.assemble((hint.key, "bold $tint"), " ", (hint.word, "$quiet"))
            for hint in self.fitting_hints(width)
        )

    async def on_click(self, event: events.Click) -> None:
        """Do what the clicked key would do."""
        left = 0
        for index, hint in enumerate(self.fitting_hints(self.column)):
            width = len(hint.key) + len(hint.word) + 1
            if left <= event.x < left + width:
                self.post_message(LineClicked(self, index))
            left += width + 3


class Remark(PaintedWidget):
    """A quiet line below the answer: a hint, what enter would do now, why something failed."""

    text = ""
    style = ""

    def update(self, text: str, style: str = "$quiet") -> None:
        """Show `text`; nothing when it is empty."""
        if (text, style) != (self.text, self.style):
            self.text, self.style = text, style
            self.display = bool(text)
            self.redraw()

    def draw(self, width: int) -> Content:
        """Return the line; where it is too long, what is to be answered begins another."""
        text = style_text(self.text, self.style)
        if text.cell_length <= width:
            return text
        return style_text(_BEFORE_QUESTION.sub("\n", self.text), self.style)
