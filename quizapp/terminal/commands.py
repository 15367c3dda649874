"""The library's command palette, closed only by itself."""

from typing import Any

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette


class Commands(CommandPalette):
    """The palette; it may be closed from below, when an exam's time is up."""

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close the palette where it is open still: the library would close what is on top."""
        return super().dismiss(result) if self.is_current else AwaitComplete()
