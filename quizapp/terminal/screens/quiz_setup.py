"""Setting up a quiz: how many questions, of which decks, tags and formats."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region

from quizapp.bank.model import DeckId
from quizapp.items.item import Format
from quizapp.services.ports import ExamRequest, QuizChoices, QuizRequest, UnfinishedQuiz
from quizapp.services.words import quantity
from quizapp.session.blueprint import Blueprint
from quizapp.session.session import Session
from quizapp.terminal.content import hanging_indent, style_text
from quizapp.terminal.context import ScreenContext
from quizapp.terminal.keys import QUIZ_SETUP, all_bindings
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.screens.base import KeyScreen
from quizapp.terminal.widgets.base import LineClicked, PaintedWidget, ScrollArea
from quizapp.terminal.widgets.header_and_footer import KeyLine, Remark, TopLine
from quizapp.terminal.words import FORMAT_NAMES

_COUNT_STEP = 5
_MOST_QUESTIONS = 200


@dataclass(frozen=True, slots=True)
class FormRow:
    """A line of the form: a section's first line bears its name."""

    section: str
    value: str
    text: str
    is_first: bool


class QuizForm(PaintedWidget):
    """All that can be chosen, one under the other; nothing chosen in a section means all of it."""

    LABEL = 12

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[FormRow, ...] = ()
        self.chosen: frozenset[tuple[str, str]] = frozenset()
        self.count = 20
        self.at = 0

    def fill(self, choices: QuizChoices, decks: tuple[DeckId, ...]) -> None:
        """Show what there is to choose from, `decks` chosen."""
        self.rows = tuple(_form_rows(choices))
        self.chosen = frozenset(("Decks", deck) for deck in decks)
        self.redraw()

    def quiz_request(self) -> QuizRequest:
        """Return what was chosen."""
        return QuizRequest(
            decks=tuple(DeckId(value) for value in self._chosen_values("Decks")),
            tags=self._chosen_values("Tags"),
            formats=tuple(Format(value) for value in self._chosen_values("Formats")),
            count=self.count,
            counts=("Memory", "counts") in self.chosen,
        )

    def _chosen_values(self, section: str) -> tuple[str, ...]:
        return tuple(
            row.value
            for row in self.rows
            if row.section == section and (section, row.value) in self.chosen
        )

    def cursor_to(self, row: int) -> None:
        """Put the cursor on `row`, within the form."""
        self.at = min(max(row, 0), max(len(self.rows) - 1, 0))
        self.redraw()

    @property
    def is_on_choice(self) -> bool:
        """Whether the cursor is on what is chosen or left out; not so the number of questions."""
        return bool(self.rows) and self.rows[self.at].section != "Questions"

    def tick(self) -> None:
        """Choose the row under the cursor, or leave it out."""
        if self.is_on_choice:
            row = self.rows[self.at]
            self.chosen ^= {(row.section, row.value)}
            self.redraw()

    def change(self, by: int) -> None:
        """Ask for `by` questions more."""
        self.count = min(max(self.count + by, _COUNT_STEP), _MOST_QUESTIONS)
        self.redraw()

    def line_of(self, index: int) -> int:
        """Return on which line the row `index` stands: sections are a blank line apart."""
        return index + sum(row.is_first for row in self.rows[1 : index + 1])

    def draw(self, width: int) -> Content:
        """Return the form."""
        lines = []
        for index, row in enumerate(self.rows):
            if row.is_first and index:
                lines.append(Content())
            lines.append(self._line(index, row, width))
        return Content("\n").join(lines)

    def _line(self, index: int, row: FormRow, width: int) -> Content:
        is_here = index == self.at
        label = row.section if row.is_first else ""
        mark = Content.assemble(
            ("▸ " if is_here else "  ", "bold $tint"), (f"{label:<{self.LABEL}}", "$quiet")
        )
        style = "bold" if is_here else ""
        if row.section == "Questions":
            count = Content.assemble(("‹ ", "$tint"), (f"{self.count}", "bold"), (" ›", "$tint"))
            return hanging_indent(mark, count, width)
        is_chosen = (row.section, row.value) in self.chosen
        box = style_text("[x] " if is_chosen else "[ ] ", "bold $tint" if is_chosen else "$quiet")
        return (mark + box + style_text(one_line(row.text), style)).truncate(width, ellipsis=True)

    def on_click(self, event: object) -> None:
        """Tell which row was clicked."""
        y = getattr(event, "y", 0)
        for index in range(len(self.rows)):
            if self.line_of(index) == y:
                self.post_message(LineClicked(self, index))


def _form_rows(choices: QuizChoices) -> Iterator[FormRow]:
    """Yield the rows of the form."""
    yield FormRow("Questions", "", "", is_first=True)
    sections: dict[str, list[tuple[str, str]]] = {
        "Decks": [(deck.deck, deck.title) for deck in choices.decks],
        "Formats": [(format_.value, FORMAT_NAMES[format_]) for format_ in choices.formats],
        "Memory": [("counts", "answers count as reviews")],
        "Tags": [(tag, tag) for tag in choices.tags],
    }
    for section, rows in sections.items():
        for index, (value, text) in enumerate(rows):
            yield FormRow(section, value, text, is_first=not index)


class QuizSetupScreen(KeyScreen):
    """Where a quiz is set up, or one that was left is gone on with."""

    KEYS = QUIZ_SETUP
    BINDINGS: ClassVar[list[BindingType]] = [*all_bindings(QUIZ_SETUP)]
    CSS_PATH = "quiz_setup.tcss"

    def __init__(self, context: ScreenContext, decks: tuple[DeckId, ...]) -> None:
        super().__init__(context)
        self.decks = decks
        self.unfinished: UnfinishedQuiz | None = None

    def compose(self) -> ComposeResult:
        """Build the form."""
        with Vertical(id="column"):
            yield TopLine()
            yield Remark()
            with ScrollArea():
                yield QuizForm()
            yield KeyLine()

    def on_mount(self) -> None:
        """Ask what there is to choose from."""
        self.query_one(TopLine).update("Quiz", status="None ticked = all")
        services = self.context.services
        self.run_store_job(
            lambda: (services.quiz_choices(), services.unfinished_quiz()), self._fill
        )

    def _fill(self, found: tuple[QuizChoices, UnfinishedQuiz | None]) -> None:
        choices, self.unfinished = found
        self.query_one(QuizForm).fill(choices, self.decks)
        if self.unfinished is not None:
            left = self.unfinished
            self.show_message(
                f"{one_line(left.title)}: paused, {left.answered} of "
                f"{quantity(left.total, 'question')} answered. Press r to resume",
                "$tint",
            )
        self.show_footer()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (the library's signature)
        """Offer to resume where there is something left, and to choose what can be chosen."""
        if action == "tick":
            return self.query_one(QuizForm).is_on_choice
        return self.unfinished is not None if action == "resume" else True

    def on_line_clicked(self, picked: LineClicked) -> None:
        """Choose what was clicked."""
        form = self.query_one(QuizForm)
        if picked.widget is form:
            form.cursor_to(picked.index)
            form.tick()
            self.show_footer()

    def action_cursor(self, step: int) -> None:
        """Move the cursor."""
        self._go_to(self.query_one(QuizForm).at + step)

    def action_cursor_end(self, row: int) -> None:
        """Put the cursor on the first or last row."""
        self._go_to(row if row >= 0 else len(self.query_one(QuizForm).rows) - 1)

    def _go_to(self, row: int) -> None:
        form = self.query_one(QuizForm)
        form.cursor_to(row)
        line = Region(0, form.line_of(form.at), 1, 1)
        self.query_one(ScrollArea).scroll_to_region(line, animate=False)
        self.show_footer()

    def action_tick(self) -> None:
        """Choose, or leave out."""
        self.query_one(QuizForm).tick()

    def action_change(self, by: int) -> None:
        """Ask for more or fewer questions."""
        self.query_one(QuizForm).change(by)

    def action_start(self) -> None:
        """Begin."""
        request = self.query_one(QuizForm).quiz_request()
        self.run_store_job(lambda: self.context.services.open_quiz(request), self._open_session)

    def action_exam(self) -> None:
        """Begin as an exam."""
        request = self.query_one(QuizForm).quiz_request()
        exam = ExamRequest(request.decks, request.tags, request.formats, Blueprint(request.count))
        self.run_store_job(
            lambda: self.context.services.open_exam(exam),
            lambda sitting: self.context.navigator.open_exam(lambda: sitting),
        )

    def action_resume(self) -> None:
        """Go on with the quiz that was left."""
        self.run_store_job(self.context.services.resume_quiz, self._open_session)

    def _open_session(self, session: Session) -> None:
        self.context.navigator.open_session(lambda: session)

    def show_message(self, text: str, style: str = "$quiet") -> None:
        """Say `text` above the form."""
        self.query_one(Remark).update(text, style)

    def action_back(self) -> None:
        """Go back."""
        self.context.navigator.go_home()
