"""The questions of an exam at a glance: which are answered, flagged, and which one is shown."""

from collections.abc import Sequence

from textual import events
from textual.content import Content

from quizapp.session.model import ExamAnswer
from quizapp.terminal.content import style_text
from quizapp.terminal.exam_words import place_signs
from quizapp.terminal.widgets.base import LineClicked
from quizapp.terminal.widgets.header_and_footer import FullWidthLine

_MOST_ROWS = 3
_CELL_GAP = 1


class QuestionMap(FullWidthLine):
    """A cell a question, in rows; of many rows, those around the question shown."""

    places: Sequence[ExamAnswer] = ()
    at = 0

    def update(self, places: Sequence[ExamAnswer], at: int) -> None:
        """Show `places`, that at `at` being the one shown."""
        if (places, at) != (self.places, self.at):
            self.places, self.at = places, at
            self.redraw()

    @property
    def cell(self) -> int:
        """How many columns a question takes: its number, two signs, a blank."""
        return len(str(len(self.places))) + 3

    def rows(self, width: int) -> tuple[range, int]:
        """Return the rows that are shown, and how many questions stand in one."""
        across = max(width // self.cell, 1)
        all_rows = -(-len(self.places) // across)
        most = _MOST_ROWS if "-tall" in self.screen.classes else 1
        first = min(max(self.at // across - most // 2, 0), max(all_rows - most, 0))
        return range(first, min(first + most, all_rows)), across

    def draw(self, width: int) -> Content:
        """Return the rows."""
        rows, across = self.rows(width)
        return Content("\n").join(
            Content.assemble(*(self._cell(at) for at in self._places_of(row, across)))
            for row in rows
        )

    def _places_of(self, row: int, across: int) -> range:
        return range(row * across, min((row + 1) * across, len(self.places)))

    def _cell(self, at: int) -> Content:
        place = self.places[at]
        text = f"{at + 1:>{self.cell - 3}}{place_signs(place):<2}"
        if at == self.at:
            style = "bold reverse $tint"
        elif place.is_flagged:
            style = "$close"
        else:
            style = "$quiet" if place.response is None else "$foreground"
        return style_text(text, style) + " " * _CELL_GAP

    def on_click(self, event: events.Click) -> None:
        """Tell which question was clicked."""
        rows, across = self.rows(self.column)
        at = (rows.start + event.y) * across + event.x // self.cell
        if event.x < across * self.cell and at < len(self.places):
            self.post_message(LineClicked(self, at))
