"""The help screen: the keys of the screen it was asked from, made from their tables."""

from collections.abc import Iterator, Mapping

from textual.app import App
from textual.binding import Binding

from quizapp.terminal.context import ScreenContext
from quizapp.terminal.keys import EVERYWHERE, KeyTable
from quizapp.terminal.screens.card_info import LabelledRows, ReadingWindow
from quizapp.terminal.widgets.base import PaintedWidget

_FIRST_OF_NINE = "answer.choose_1"
_ONE_OF_NINE = frozenset(f"answer.choose_{number}" for number in range(2, 10))
_KEY_NAMES = {"enter": "enter", "pagedown": "pgdn", "pageup": "pgup", "delete": "del"}
_TYPING = (
    "In a text field every letter and sign is text, and ctrl keys edit as in a shell. "
    "ctrl+o opens the menu of all actions; F1 opens this help."
)


class HelpScreen(ReadingWindow):
    """All keys of one screen."""

    heading = "Keys"

    def __init__(self, context: ScreenContext, table: KeyTable, keymap: Mapping[str, str]) -> None:
        super().__init__(context)
        self.table = {**table, "Everywhere": EVERYWHERE}
        self.keymap = keymap

    def build_body(self) -> PaintedWidget:
        """Return the keys, by section."""
        return LabelledRows(tuple(_key_rows(self.app, self.table, self.keymap)))


def _key_rows(
    app: App[object], table: KeyTable, keymap: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield the keys and sentence of each binding, sections apart."""
    for number, (section, bindings) in enumerate(table.items()):
        if number:
            yield "", ""
        yield section, ""
        for binding in bindings:
            if binding.id not in _ONE_OF_NINE or binding.id in keymap:
                yield _binding_keys(app, binding, keymap), binding.tooltip
    if "Answering" in table:
        yield "", ""
        yield "typing", _TYPING


def _binding_keys(app: App[object], binding: Binding, keymap: Mapping[str, str]) -> str:
    """Return the keys of `binding` as a person writes them, those of the settings first."""
    if binding.id == _FIRST_OF_NINE and _FIRST_OF_NINE not in keymap:
        return binding.key_display or ""
    keys = keymap.get(binding.id or "", binding.key).split(",")
    return " ".join(_key_text(app, key.strip()) for key in keys)


def _key_text(app: App[object], key: str) -> str:
    """Return a key in the words of the footer."""
    return _KEY_NAMES.get(key) or app.get_key_display(Binding(key, "", ""))
