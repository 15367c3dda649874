"""The menu at ctrl+o: what can be done with the card and the session, each with its letter.

It lies over the screen that it was called from and changes nothing there: what is being typed is
as it was when the menu is closed.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from quizapp.terminal.content import style_text
from quizapp.terminal.context import ScreenContext
from quizapp.terminal.keys import MENU_WINDOW, all_bindings
from quizapp.terminal.screens.base import KeyScreen
from quizapp.terminal.widgets.base import LineClicked, PaintedWidget, ScrollArea
from quizapp.terminal.widgets.header_and_footer import KeyLine, TopLine

_WORD = 14


class Entries(PaintedWidget):
    """What can be done, a line each."""

    def __init__(self, entries: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.entries = entries

    def draw(self, width: int) -> Content:
        """Return letter, word and sentence, cut to the line."""
        return Content("\n").join(
            Content.assemble(
                (f"{letter:>3}  ", "bold $tint"), style_text(f"{word:<{_WORD}}"), (says, "$quiet")
            ).truncate(width, ellipsis=True)
            for letter, word, says in self.entries
        )

    def on_click(self, event: events.Click) -> None:
        """Tell which line was clicked."""
        if event.y < len(self.entries):
            self.post_message(LineClicked(self, event.y))


class MenuScreen(KeyScreen):
    """A small window over `below`; a letter closes it and does there what it stands for."""

    KEYS = MENU_WINDOW
    BINDINGS: ClassVar[list[BindingType]] = [*all_bindings(MENU_WINDOW)]
    CSS_PATH = "menu.tcss"
    HAS_HELP = False

    def __init__(
        self, context: ScreenContext, below: KeyScreen, actions: Sequence[ActiveBinding]
    ) -> None:
        super().__init__(context)
        self.below = below
        self.actions = actions

    def compose(self) -> ComposeResult:
        """Build the lines."""
        entries = [
            (self._letter(each.binding), each.binding.description, each.tooltip)
            for each in self.actions
        ]
        with Vertical(id="menu"):
            yield TopLine()
            with ScrollArea():
                yield Entries(entries)
            yield KeyLine()

    def _letter(self, binding: Binding) -> str:
        """Return the very key, not what the footer writes for several."""
        return self.app.get_key_display(replace(binding, key_display=None))

    def on_mount(self) -> None:
        """Show heading and keys."""
        self.query_one(TopLine).update("Menu")
        self.show_footer()

    async def act_on_key(self, event: events.Key) -> None:
        """Do what a letter stands for; the menu's own keys move and close it."""
        chosen = next((each for each in self.actions if each.binding.key == event.key), None)
        if chosen is None:
            await super().act_on_key(event)
        else:
            await self.choose(chosen)

    @on(LineClicked)
    async def take_click(self, picked: LineClicked) -> None:
        """Do what was clicked."""
        if isinstance(picked.widget, Entries):
            await self.choose(self.actions[picked.index])

    async def choose(self, chosen: ActiveBinding) -> None:
        """Close the menu and do it below, unless the screen there is gone meanwhile."""
        self.close()
        if self.below.is_current and not self.below.running_jobs:
            await self.app.run_action(chosen.binding.action, chosen.node)

    def action_close(self) -> None:
        """Close the menu."""
        self.close()
