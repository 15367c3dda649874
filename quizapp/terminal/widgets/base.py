"""A part of a screen that draws itself to a width: the base of all our widgets.

None takes the focus: the screen reads every key itself, in the order in which it was pressed.
"""

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

_COLUMN = 92  # text is read in one column, never wider
_MARGIN = 2
GUTTER = 1  # the scroll bar's place, kept free


class ScrollArea(VerticalScroll, can_focus=False, inherit_bindings=False):
    """What may be longer than the screen."""


class Pane(Vertical, can_focus=False, inherit_bindings=False):
    """A part of the screen that may stand beside another."""

    def room(self, width: int) -> int:
        """Return how many cells it has of a screen of `width`, known before the first layout."""
        return width


class LineClicked(Message):
    """A line of a piece was clicked; `action` is what its key would do in a way of answering."""

    def __init__(self, widget: "PaintedWidget", index: int, action: str = "choose") -> None:
        super().__init__()
        self.widget = widget
        self.index = index
        self.action = action


class PaintedWidget(Widget):
    """Draws `draw(width)`; call `redraw` when what it would draw has changed."""

    DEFAULT_CSS = """
    PaintedWidget { width: 100%; height: auto; }
    """

    @property
    def column(self) -> int:
        """How many cells there are to draw in, known before the first layout."""
        width = self.app.size.width
        pane = next((each for each in self.ancestors if isinstance(each, Pane)), None)
        room = width if pane is None else pane.room(width)
        return max(min(room, _COLUMN) - 2 * _MARGIN - GUTTER, 1)

    def draw(self, width: int) -> Content:
        """Return what to show in `width` cells."""
        raise NotImplementedError

    def render(self) -> Content:
        """Return what to show now."""
        return self.draw(self.column)

    def redraw(self) -> None:
        """Show what has changed, in whatever height it takes."""
        self.refresh(layout=True)
