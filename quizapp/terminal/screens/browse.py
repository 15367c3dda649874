"""Browsing: a table of cards that a line of search narrows down, and what is told of one of them.

Nothing here waits for the store: the cursor and the search line move at once, and what the store
says is shown when it comes. At most one look of a kind is under way; it is followed by one for
what is wanted by then.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from quizapp.bank.model import DeckId
from quizapp.errors import QuizappError
from quizapp.items.changes import ItemChange
from quizapp.session.browsing import Browsing, CardLine, CardView
from quizapp.session.searching import IN_TITLE, Is, Search, search_of
from quizapp.session.session import Scope
from quizapp.terminal.editing import is_edited_by
from quizapp.terminal.keys import BROWSE, flat
from quizapp.terminal.screens.base import KeyScreen
from quizapp.terminal.screens.browse_card import Told, card_lines, card_screen, changes_screen
from quizapp.terminal.screens.browse_table import CardTable, SearchLine
from quizapp.terminal.widgets.lines import KeyLine, Remark, TopLine
from quizapp.terminal.widgets.piece import Picked, Reading

LOW = 18  # rows below which there is no room for two panes
SECONDS_UNTIL_SEARCHING = 0.1
WHEEL = 3  # cards a turn of the wheel
ON_A_CARD = frozenset({"open", "edit", "mark", "suspend", "bury"})
BY_MENU = ON_A_CARD - {"open"}  # their letters are text in the search line
WHILE_SEARCHING = frozenset({"close_search", "clear_search"})
ALWAYS = frozenset({"page", "command_palette", "next_theme", "quit", "help"})


class BrowseScreen(KeyScreen):
    """The cards of `decks`, () for all; a search that names decks looks through those instead.

    `search` is what is looked for at first.
    """

    KEYS = BROWSE
    MENU = "The card"
    BINDINGS: ClassVar[list[BindingType]] = [*flat(BROWSE)]
    CSS_PATH = "browse.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-short"), (24, "-tall")]  # noqa: RUF012 (the library types it so)

    def __init__(self, decks: tuple[DeckId, ...], search: str = "") -> None:
        super().__init__()
        self.decks = decks
        self.first_search = search
        self.browsing: Browsing | None = None
        self.searched: str | None = None  # what the table answers to
        self.is_finding = False
        self.is_reading = False
        self.is_viewing = False
        self.told: int | None = None  # the key of the card that is told of

    def compose(self) -> ComposeResult:
        """Build the frame; it is filled when the store answers."""
        with Vertical(id="column"):
            yield TopLine()
            yield SearchLine()
            yield CardTable()
            yield Remark()
            with Reading():
                yield Told()
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the frame, and ask for the cards."""
        self.query_one(TopLine).say("Browse")
        self.show_keys()
        self.look_up(self.quiz_app.house.browsing, self._open)

    @property
    def table(self) -> CardTable:
        """The table."""
        return self.query_one(CardTable)

    @property
    def search(self) -> SearchLine:
        """The search line."""
        return self.query_one(SearchLine)

    def _open(self, browsing: Browsing) -> None:
        if self.browsing is None:
            self.search.put(self.first_search)
        self.browsing = browsing
        titles = ", ".join(browsing.titles[deck] for deck in self.decks if deck in browsing.titles)
        self.query_one(TopLine).say(f"Browse: {titles}" if titles else "Browse")
        self.searched = self.told = None
        self.table.forget()
        self.find()

    # --- what the store says ----------------------------------------------------------------------

    def find(self) -> None:
        """Look for what the search line says, unless that is what is shown or looked for."""
        text, browsing = self.search.line.text, self.browsing
        if browsing is None or self.is_finding or text == self.searched:
            return
        self.is_finding = True
        search, now = search_of(text), self.quiz_app.house.now()

        def found(keys: tuple[int, ...]) -> None:
            self.is_finding = False
            is_first = self.searched is None
            self.searched = text
            self.table.say(keys, now, has_decks=len(browsing.titles) > 1)
            self._count(keys, search, browsing)
            self.read()
            self.find()
            if is_first:
                self._learn_texts(browsing)

        self.look_up(lambda: browsing.find(search, now, self.decks), found)
        self.set_timer(SECONDS_UNTIL_SEARCHING, self._say_searching)

    def _say_searching(self) -> None:
        """Say that a search takes its time; most are done before it is worth a word."""
        if self.is_finding:
            self.search.say("searching …")

    def _count(self, keys: Sequence[int], search: Search, browsing: Browsing) -> None:
        self.search.say(f"{len(keys):,} {'card' if len(keys) == 1 else 'cards'}")
        known = ", ".join(Is)
        no_deck = browsing.unknown_decks(search)
        if search.unknown:
            self.tell(f"is:{search.unknown[0]} is nothing that a card can be: {known}")
        elif no_deck:
            self.tell(f"No deck has the id {no_deck[0]}. In titles: deck:{IN_TITLE}{no_deck[0]}")
        else:
            self.tell("")

    def _learn_texts(self, browsing: Browsing) -> None:
        """Read the texts that are searched, piece by piece, while there is nothing else to do."""

        def learnt(has_more: bool) -> None:  # noqa: FBT001 (a result, not an argument)
            if has_more and browsing is self.browsing:
                self._learn_texts(browsing)

        now = self.quiz_app.house.now()
        self.look_up(lambda: browsing.learn_texts(now), learnt)

    def read(self) -> None:
        """Read what is seen of the table, then what is told of the card under the cursor."""
        keys, browsing = self.table.unread(), self.browsing
        if browsing is None or self.is_reading:
            return
        if not keys:
            self.view()
            return
        self.is_reading = True

        def got(cards: Sequence[CardLine]) -> None:
            self.is_reading = False
            self.table.learn(cards, self.quiz_app.house.now())
            self.show_keys()
            if cards:
                self.read()

        self.look_up(lambda: browsing.lines(keys), got)

    def view(self) -> None:
        """Tell of the card under the cursor, where there is a pane for it."""
        card, browsing = self.table.card, self.browsing
        if card is None or browsing is None:
            self._tell_of(None)
            return
        if self.is_viewing or card.key == self.told or not self.query_one(Reading).display:
            return
        self.is_viewing = True

        def got(view: CardView | None) -> None:
            self.is_viewing = False
            self.told = card.key
            self._tell_of(view)
            self.view()

        self.look_up(lambda: browsing.view(card.key), got)

    def _tell_of(self, view: CardView | None) -> None:
        if view is None:
            self.told = None
        now = self.quiz_app.house.now()
        self.query_one(Told).say(card_lines(view, now) if view else ())
        self.query_one(Reading).scroll_home(animate=False)

    def tell(self, text: str, style: str = "$quiet") -> None:
        """Say `text` below the table."""
        self.query_one(Remark).say(text, style)

    # --- keys -------------------------------------------------------------------------------------

    async def take(self, event: events.Key) -> None:
        """Take a key: while the search line is open, text is its own."""
        if self.search.is_open and self.search.type_key(event):
            self.find()
        else:
            await super().take(event)

    def on_paste(self, event: events.Paste) -> None:
        """Search for pasted text."""
        if self.search.is_open:
            self.search.put(self.search.line.insert(" ".join(event.text.split())).text)
            self.find()

    def is_typed(self, key: str, binding: Binding) -> bool:  # noqa: ARG002 (the base's signature)
        """Return whether `key` is text in the open search line."""
        return self.search.is_open and is_edited_by(key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (the library's signature)
        """Offer what can be done where the keys go: the search line, or a card of the table."""
        if action in ALWAYS or not self.is_mounted:
            return True
        if action in WHILE_SEARCHING or (self.search.is_open and action not in BY_MENU):
            return self.search.is_open and action in WHILE_SEARCHING
        return self.table.card is not None if action in ON_A_CARD else True

    def action_search(self) -> None:
        """Open the search line."""
        self._open_search(is_open=True)

    def action_close_search(self) -> None:
        """Leave the search line and go to the cards."""
        self._open_search(is_open=False)

    def action_clear_search(self) -> None:
        """Search for nothing any more; once there is nothing, leave the search line."""
        if self.search.line.text:
            self.search.put("")
            self.find()
        else:
            self._open_search(is_open=False)

    def _open_search(self, *, is_open: bool) -> None:
        self.search.open(is_open=is_open)
        self.show_keys()

    def action_cursor(self, step: int) -> None:
        """Move the cursor."""
        self._go_to(self.table.at + step)

    def action_page(self, pages: int) -> None:
        """Move the cursor by what is seen at once."""
        self._go_to(self.table.at + pages * self.table.rows)

    def action_cursor_end(self, row: int) -> None:
        """Put the cursor on the first or last card."""
        self._go_to(row if row >= 0 else len(self.table.keys) - 1)

    def _go_to(self, row: int) -> None:
        self.table.cursor_to(row)
        self.tell("")
        self.read()

    def action_read(self, pages: int) -> None:
        """Scroll what is told of the card."""
        self.action_scroll_page(pages)

    # --- the mouse --------------------------------------------------------------------------------

    def on_picked(self, picked: Picked) -> None:
        """Put the cursor on a clicked card; a second click opens it."""
        if picked.piece is self.table and picked.index == self.table.at:
            self.action_open()
        elif picked.piece is self.table:
            self._go_to(picked.index)

    def on_mouse_scroll_down(self) -> None:
        """Move on through the table."""
        self._go_to(self.table.at + WHEEL)

    def on_mouse_scroll_up(self) -> None:
        """Move back through the table."""
        self._go_to(self.table.at - WHEEL)

    def on_resize(self) -> None:
        """Draw everything to the new width, and read what has come into sight."""
        super().on_resize()
        self.call_after_refresh(self.read)

    # --- the card ---------------------------------------------------------------------------------

    def action_open(self) -> None:
        """Show all that is known of the card."""
        card, browsing = self.table.card, self.browsing
        if card is not None and browsing is not None:
            self.ask_store(lambda: browsing.view(card.key, with_answers=True), self._show)

    def _show(self, view: CardView | None) -> None:
        if view is not None:
            self.app.push_screen(card_screen(view, self.quiz_app.house.now()))

    def action_mark(self) -> None:
        """Mark the card, or take its mark off."""
        self._write(lambda browsing, card: browsing.mark(card), "marked", "mark taken off")

    def action_suspend(self, scope: str) -> None:
        """Hide the card or its fact until asked back, or ask it back."""
        self._write(
            lambda browsing, card: browsing.suspend(card, Scope(scope)),
            f"{scope} suspended",
            f"{scope} asked back",
        )

    def action_bury(self, scope: str) -> None:
        """Hide the card or its fact until tomorrow, or no longer."""
        now = self.quiz_app.house.now()
        self._write(
            lambda browsing, card: browsing.bury(card, Scope(scope), now),
            f"{scope} buried until tomorrow",
            f"{scope} no longer buried",
        )

    def _write(self, change: Callable[[Browsing, CardLine], bool], done: str, undone: str) -> None:
        """Set the card aside on the store's thread, then show how it stands and say so."""
        card, browsing = self.table.card, self.browsing
        if card is None or browsing is None:
            return
        if card.is_draft:
            self.tell("a draft is asked nobody yet: there is nothing to set aside", "$close")
            return

        def written(is_on: bool) -> None:  # noqa: FBT001 (a result, not an argument)
            self.tell(done if is_on else undone)
            self.told = None
            self.table.forget()
            self.read()

        self.ask_store(lambda: change(browsing, card), written)

    # --- what an edit changes ---------------------------------------------------------------------

    def action_changes(self) -> None:
        """Show what the decks as they are saved now would change."""
        self.ask_store(self.quiz_app.house.changes, self._show_changes)

    def _show_changes(self, changes: Sequence[ItemChange]) -> None:
        if changes:
            self.app.push_screen(changes_screen(changes, "Not read yet"))
        else:
            self.tell("the decks are as they were read: nothing has changed since")

    def action_edit(self) -> None:
        """Edit the fact where it stands, then read the decks again, and show what that changed."""
        card = self.table.card
        if card is not None and self.quiz_app.open_editor(card.place):
            self.ask_store(self._changes_of_edit, self._read_again)

    def _changes_of_edit(self) -> Sequence[ItemChange]:
        """Return what an edit changed; nothing where it left an error, which reading will tell."""
        try:
            return self.quiz_app.house.changes()
        except QuizappError:
            return ()

    def _read_again(self, changes: Sequence[ItemChange]) -> None:
        def renewed() -> None:
            self.look_up(self.quiz_app.house.browsing, self._open)
            if changes:
                self.app.push_screen(changes_screen(changes, "Changed"))

        self.quiz_app.reload(self, renewed)

    def action_back(self) -> None:
        """Go back to the start."""
        self.quiz_app.go_home()
