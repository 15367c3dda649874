"""Windows over an exam: all its questions, to go to one; and whether to hand in."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region

from quizapp.session.model import ExamAnswer, Question
from quizapp.terminal.content import style_text
from quizapp.terminal.context import ScreenContext
from quizapp.terminal.exam_words import (
    FLAGGED,
    OPEN,
    answered_summary,
    is_open,
    next_place,
    place_signs,
)
from quizapp.terminal.keys import EXAM_LIST, HAND_IN, all_bindings
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.screens.base import KeyScreen
from quizapp.terminal.widgets.base import LineClicked, PaintedWidget, ScrollArea
from quizapp.terminal.widgets.header_and_footer import KeyLine, TopLine

_GONE = "gone from its deck"


class QuestionList(PaintedWidget):
    """All questions, a line each."""

    def __init__(
        self, questions: Sequence[Question | None], places: Sequence[ExamAnswer], at: int
    ) -> None:
        super().__init__()
        self.questions = questions
        self.places = places
        self.at = at

    def cursor_to(self, at: int) -> None:
        """Put the cursor on a question."""
        self.at = min(max(at, 0), len(self.places) - 1)
        self.redraw()

    def draw(self, width: int) -> Content:
        """Return number, signs and question, cut to the line."""
        return Content("\n").join(self._line(at, width) for at in range(len(self.places)))

    def _line(self, at: int, width: int) -> Content:
        place, question = self.places[at], self.questions[at]
        is_here = at == self.at
        stem = _GONE if question is None else one_line(question.item.stem)
        line = Content.assemble(
            ("▸ " if is_here else "  ", "bold $tint"),
            (f"{at + 1:>{len(str(len(self.places)))}}  ", "$quiet"),
            (f"{place_signs(place):<4}", "$close" if place.is_flagged else "$tint"),
            style_text(stem, "bold" if is_here else ""),
        )
        return line.truncate(width, ellipsis=True)

    def on_click(self, event: events.Click) -> None:
        """Tell which question was clicked."""
        if event.y < len(self.places):
            self.post_message(LineClicked(self, event.y))


class ExamListScreen(KeyScreen):
    """All questions of an exam, to go to one."""

    KEYS = EXAM_LIST
    BINDINGS: ClassVar[list[BindingType]] = [*all_bindings(EXAM_LIST)]

    def __init__(
        self,
        context: ScreenContext,
        questions: Sequence[Question | None],
        places: Sequence[ExamAnswer],
        at: int,
        go_to: Callable[[int], None],
    ) -> None:
        super().__init__(context)
        self.places = places
        self.list = QuestionList(questions, places, at)
        self.go_to = go_to

    def compose(self) -> ComposeResult:
        """Build the list."""
        with Vertical(id="column"):
            yield TopLine()
            with ScrollArea():
                yield self.list
            yield KeyLine()

    def on_mount(self) -> None:
        """Show what the signs mean, the cursor in sight."""
        legend = f"{OPEN} unanswered   {FLAGGED} flagged"
        self.query_one(TopLine).update("All questions", answered_summary(self.places), legend)
        self.show_footer()
        self.call_after_refresh(self._show_cursor)

    @on(LineClicked)
    def take_click(self, picked: LineClicked) -> None:
        """Go to the question that was clicked."""
        if picked.widget is self.list:
            self.list.cursor_to(picked.index)
            self.action_go()

    def _show_cursor(self) -> None:
        line = Region(0, self.list.at, 1, 1)
        self.query_one(ScrollArea).scroll_to_region(line, animate=False)

    def _cursor_to(self, at: int) -> None:
        self.list.cursor_to(at)
        self._show_cursor()
        self.show_footer()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (the library's signature)
        """Offer to go to the next open or flagged question where there is one besides this."""
        others = [place for at, place in enumerate(self.places) if at != self.list.at]
        if action == "next_open":
            return any(place.response is None for place in others)
        return action != "next_flagged" or any(place.is_flagged for place in others)

    def action_cursor(self, step: int) -> None:
        """Move the cursor."""
        self._cursor_to(self.list.at + step)

    def action_cursor_end(self, row: int) -> None:
        """Put the cursor on the first or last question."""
        self._cursor_to(row if row >= 0 else len(self.places) - 1)

    def action_next_open(self) -> None:
        """Put the cursor on the next question without an answer."""
        self._to_next(is_open)

    def action_next_flagged(self) -> None:
        """Put the cursor on the next flagged question."""
        self._to_next(lambda place: place.is_flagged)

    def _to_next(self, is_wanted: Callable[[ExamAnswer], bool]) -> None:
        found = next_place(self.places, self.list.at, is_wanted)
        self._cursor_to(self.list.at if found is None else found)

    def action_go(self) -> None:
        """Go to the question under the cursor."""
        self.close()
        self.go_to(self.list.at)

    def action_close(self) -> None:
        """Close the list."""
        self.close()


class Paragraphs(PaintedWidget):
    """A few sentences."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        self.lines = lines

    def draw(self, width: int) -> Content:  # noqa: ARG002 (it wraps)
        """Return the sentences, the first one strong."""
        first, *others = self.lines
        return Content("\n\n").join([style_text(first, "bold"), *map(style_text, others)])


class HandInScreen(KeyScreen):
    """Whether to hand in; what is still open."""

    KEYS = HAND_IN
    BINDINGS: ClassVar[list[BindingType]] = [*all_bindings(HAND_IN)]

    def __init__(
        self, context: ScreenContext, lines: Sequence[str], hand_in: Callable[[], None]
    ) -> None:
        super().__init__(context)
        self.lines = ("Hand in the exam?", *lines, "You can't change answers after handing in")
        self.hand_in = hand_in

    def compose(self) -> ComposeResult:
        """Build the question."""
        with Vertical(id="column"):
            yield TopLine()
            with ScrollArea():
                yield Paragraphs(self.lines)
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the keys."""
        self.query_one(TopLine).update("Hand in")
        self.show_footer()

    def action_hand_in(self) -> None:
        """Hand in."""
        self.close()
        self.hand_in()

    def action_close(self) -> None:
        """Go on with the exam."""
        self.close()
