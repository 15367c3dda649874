"""Answering by options: choice, select, true-false."""

from textual import events
from textual.content import Content

from quizapp.items.item import Format, Option
from quizapp.learner.model import ChosenOptions, Response
from quizapp.session.model import Question
from quizapp.terminal.content import block_of_row, hanging_indent, style_text
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.widgets.answer_body import CONFIRM_GIVE_UP, AnswerBody, KeyResult, NoResponse
from quizapp.terminal.widgets.base import LineClicked


class OptionsBody(AnswerBody):
    """Options with a cursor; one key answers, save in a select, where keys mark."""

    ACTIONS = frozenset({"choose", "cursor", "submit"})

    def begin(self, question: Question) -> None:
        """Forget cursor and marks."""
        self.at = None
        self.marked: frozenset[str] = frozenset()
        self.shown = question.shown_options
        self.line_of_row = []

    @property
    def is_select(self) -> bool:
        """Whether several options may be right."""
        return self.question is not None and self.question.item.format is Format.SELECT

    def choose(self, index: int) -> KeyResult:
        """Answer with an option, or mark it."""
        if self.is_select:
            self.at = index
            return self.tick()
        return ChosenOptions((self.shown[index].id,))

    def choose_word(self, word: str) -> KeyResult:
        """Answer with the option that says `word`."""
        return ChosenOptions(
            tuple(o.id for o in self.shown if o.text.strip().casefold() == word)[:1]
        )

    def tick(self) -> KeyResult:
        """Mark the option under the cursor, or take its mark off; with no cursor yet, show it."""
        if self.at is None:
            return self.cursor(1)
        self.marked ^= {self.shown[self.at].id}
        self.redraw()
        return NoResponse.TAKEN

    def cursor(self, step: int) -> KeyResult:
        """Move the cursor, from nowhere to the first or last option."""
        last = len(self.shown) - 1
        nowhere = -1 if step > 0 else last + 1
        self.at = min(max((nowhere if self.at is None else self.at) + step, 0), last)
        self.redraw()
        return NoResponse.TAKEN

    def draft(self) -> Response | None:
        """Return the marked options."""
        chosen = tuple(option.id for option in self.shown if option.id in self.marked)
        return ChosenOptions(chosen) if chosen else None

    def submit(self) -> KeyResult:
        """Answer with the marked options, or with the one under the cursor."""
        if self.is_select:
            return self.draft() or CONFIRM_GIVE_UP
        return CONFIRM_GIVE_UP if self.at is None else self.choose(self.at)

    def draw(self, width: int) -> Content:
        """Return the options, one under the other."""
        if self.question is None:
            return Content()
        drawn = [self._option(index, option, width) for index, option in enumerate(self.shown)]
        self.line_of_row = block_of_row(drawn)
        return Content("\n").join(drawn)

    def _option(self, index: int, option: Option, width: int) -> Content:
        if self.feedback is None:
            return self._open(index, option, width)
        return self._graded(index, option, width)

    def _open(self, index: int, option: Option, width: int) -> Content:
        is_here = index == self.at
        box = ("[x] " if option.id in self.marked else "[ ] ") if self.is_select else ""
        mark = Content.assemble(
            ("▸ " if is_here else "  ", "bold $tint"),
            (f"{self._key(index, option)}  ", "bold $tint"),
            (box, "$tint" if option.id in self.marked else "$quiet"),
        )
        return hanging_indent(
            mark, style_text(one_line(option.text), "bold" if is_here else ""), width
        )

    def _graded(self, index: int, option: Option, width: int) -> Content:
        response = self.feedback.response if self.feedback else None
        is_chosen = isinstance(response, ChosenOptions) and option.id in response.options
        sign, style = "  ", "$quiet"
        if option.is_right:
            sign, style = "✓ ", "$right"
        elif is_chosen:
            sign, style = "✗ ", "$wrong"
        mark = Content.assemble((f"{sign}{self._key(index, option)}  ", f"bold {style}"))
        text = style_text(one_line(option.text), f"bold {style}" if sign.strip() else style)
        return hanging_indent(
            mark, text + style_text(self._remark(option, is_chosen=is_chosen), "$quiet"), width
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
        if event.y < len(self.line_of_row):
            self.post_message(LineClicked(self, self.line_of_row[event.y]))


class TrueFalseBody(OptionsBody):
    """Two options that have letters."""

    ACTIONS = OptionsBody.ACTIONS | {"choose_word"}


class SelectBody(OptionsBody):
    """Options of which several may be right."""

    ACTIONS = OptionsBody.ACTIONS | {"tick"}
