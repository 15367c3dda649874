"""What the summary of a session and the result of an exam have in common."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from quizapp.items.item import ItemId
from quizapp.services.ports import QuizRequest
from quizapp.terminal.context import ScreenContext
from quizapp.terminal.keys import SUMMARY, all_bindings
from quizapp.terminal.screens.base import KeyScreen
from quizapp.terminal.widgets.base import PaintedWidget, ScrollArea
from quizapp.terminal.widgets.header_and_footer import KeyLine, TopLine


class ResultScreen(KeyScreen):
    """How something went, from where what was missed can be asked once more."""

    KEYS = SUMMARY
    BINDINGS: ClassVar[list[BindingType]] = [*all_bindings(SUMMARY)]
    CSS_PATH = "summary.tcss"

    def __init__(self, context: ScreenContext, title: str, missed: Sequence[ItemId]) -> None:
        super().__init__(context)
        self.heading = title
        self.missed_ids = tuple(dict.fromkeys(missed))

    @abstractmethod
    def build_body(self) -> PaintedWidget:
        """Return what is read."""

    @abstractmethod
    def status(self) -> str:
        """Return what stands at the end of the top line."""

    def compose(self) -> ComposeResult:
        """Build the result."""
        with Vertical(id="column"):
            yield TopLine()
            with ScrollArea():
                yield self.build_body()
            yield KeyLine()

    def on_mount(self) -> None:
        """Show title and keys."""
        self.query_one(TopLine).update(self.heading, status=self.status())
        self.show_footer()

    @property
    def can_undo(self) -> bool:
        """Whether the last answer can be taken back."""
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (the library's signature)
        """Offer only what there is to do."""
        offered = {"retry": bool(self.missed_ids), "undo": self.can_undo, "grant": False}
        return offered.get(action, True)

    def action_home(self) -> None:
        """Go back to the start."""
        self.context.navigator.go_home()

    def action_retry(self) -> None:
        """Ask what was missed once more, as a quiz."""
        request = QuizRequest(items=self.missed_ids, count=len(self.missed_ids))
        self.context.navigator.open_session(lambda: self.context.services.open_quiz(request))
