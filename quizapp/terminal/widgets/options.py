"""Answering by options: choice, select, true-false."""

from textual import events
from textual.content import Content

from quizapp.items.item import Format, Option
from quizapp.session.model import Chosen, Question, Response
from quizapp.terminal.content import hanging, styled, tops
from quizapp.terminal.text import one_line
from quizapp.terminal.widgets.body import NOTHING, Body, Outcome, Pressed
from quizapp.terminal.widgets.piece import Picked


class Options(Body):
    """Options with a cursor; one key answers, save in a select, where keys mark."""

    ACTIONS = frozenset({"choose", "cursor", "submit"})

    def begin(self, question: Question) -> None:
        """Forget cursor and marks."""
        self.at = None
        self.marked: frozenset[str] = frozenset()
        self.shown = question.shown
        self.tops = []

    @property
    def is_select(self) -> bool:
        """Whether several options may be right."""
        return self.question is not None and self.question.item.format is Format.SELECT

    def choose(self, index: int) -> Outcome:
        """Answer with an option, or mark it."""
        if self.is_select:
            self.at = index
            return self.tick()
        return Chosen((self.shown[index].id,))

    def say(self, word: str) -> Outcome:
        """Answer with the option that says `word`."""
        return Chosen(tuple(o.id for o in self.shown if o.text.strip().casefold() == word)[:1])

    def tick(self) -> Outcome:
        """Mark the option under the cursor, or take its mark off; with no cursor yet, show it."""
        if self.at is None:
            return self.cursor(1)
        self.marked ^= {self.shown[self.at].id}
        self.redraw()
        return Pressed.TAKEN

    def cursor(self, step: int) -> Outcome:
        """Move the cursor, from nowhere to the first or last option."""
        last = len(self.shown) - 1
        nowhere = -1 if step > 0 else last + 1
        self.at = min(max((nowhere if self.at is None else self.at) + step, 0), last)
        self.redraw()
        return Pressed.TAKEN

    def draft(self) -> Response | None:
        """Return the marked options."""
        chosen = tuple(option.id for option in self.shown if option.id in self.marked)
        return Chosen(chosen) if chosen else None

    def submit(self) -> Outcome:
        """Answer with the marked options, or with the one under the cursor."""
        if self.is_select:
            return self.draft() or NOTHING
        return NOTHING if self.at is None else self.choose(self.at)

    def draw(self, width: int) -> Content:
        """Return the options, one under the other."""
        if self.question is None:
            return Content()
        drawn = [self._option(index, option, width) for index, option in enumerate(self.shown)]
        self.tops = tops(drawn)
        return Content("\n").join(drawn)

    def _option(self, index: int, option: Option, width: int) -> Content:
        if self.feedback is None:
            return self._open(index, option, width)
        return self._judged(index, option, width)

    def _open(self, index: int, option: Option, width: int) -> Content:
        is_here = index == self.at
        box = ("[x] " if option.id in self.marked else "[ ] ") if self.is_select else ""
        mark = Content.assemble(
            ("▸ " if is_here else "  ", "bold $tint"),
            (f"{self._key(index, option)}  ", "bold $tint"),
            (box, "$tint" if option.id in self.marked else "$quiet"),
        )
        return hanging(mark, styled(one_line(option.text), "bold" if is_here else ""), width)

    def _judged(self, index: int, option: Option, width: int) -> Content:
        response = self.feedback.response if self.feedback else None
        is_chosen = isinstance(response, Chosen) and option.id in response.options
        sign, style = "  ", "$quiet"
        if option.is_right:
            sign, style = "✓ ", "$right"
        elif is_chosen:
            sign, style = "✗ ", "$wrong"
        mark = Content.assemble((f"{sign}{self._key(index, option)}  ", f"bold {style}"))
        text = styled(one_line(option.text), f"bold {style}" if sign.strip() else style)
        return hanging(
            mark, text + styled(self._remark(option, is_chosen=is_chosen), "$quiet"), width
        )

    def _remark(self, option: Option, *, is_chosen: bool) -> str:
        if is_chosen:
            return "   your answer"
        return "   missed" if option.is_right and self.is_select else ""

    def _key(self, index: int, option: Option) -> str:
        is_true_false = self.question and self.question.item.format is Format.TRUE_FALSE
        return option.text.strip()[:1].lower() if is_true_false else str(index + 1)

    def on_click(self, event: events.Click) -> None:
        """Tell which option was clicked."""
        if event.y < len(self.tops):
            self.post_message(Picked(self, self.tops[event.y]))


class TrueFalse(Options):
    """Two options that have letters."""

    ACTIONS = Options.ACTIONS | {"say"}


class Select(Options):
    """Options of which several may be right."""

    ACTIONS = Options.ACTIONS | {"tick"}
