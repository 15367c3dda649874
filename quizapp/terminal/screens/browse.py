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
from quizapp.items.diff import ItemChange
from quizapp.learner.browse_rows import CardRow, CardView
from quizapp.learner.model import Scope
from quizapp.learner.search import IN_TITLE, CardState, SearchQuery, parse_search
from quizapp.services.browse_cards import CardBrowser
from quizapp.terminal.context import ScreenContext
from quizapp.terminal.keys import BROWSE, all_bindings
from quizapp.terminal.screens.base import KeyScreen
from quizapp.terminal.screens.browse_card import LinesView, card_lines, card_screen, changes_screen
from quizapp.terminal.screens.browse_table import CardTable, SearchLine
from quizapp.terminal.text_line import is_edited_by
from quizapp.terminal.widgets.base import LineClicked, ScrollArea
from quizapp.terminal.widgets.header_and_footer import KeyLine, Remark, TopLine

_LOW_ROWS = 18  # rows below which there is no room for two panes
_SECONDS_UNTIL_SEARCHING = 0.1
_CARDS_PER_WHEEL_TURN = 3  # cards a turn of the wheel
_CARD_ACTIONS = frozenset({"open", "edit", "mark", "suspend", "bury"})
_BY_MENU = _CARD_ACTIONS - {"open"}  # their letters are text in the search line
_SEARCH_ACTIONS = frozenset({"close_search", "clear_search"})
_GLOBAL_ACTIONS = frozenset({"page", "command_palette", "next_theme", "quit", "help"})


class BrowseScreen(KeyScreen):
    """The cards of `decks`, () for all; a search that names decks looks through those instead.

    `search` is what is looked for at first.
    """

    KEYS = BROWSE
    MENU = "This card"
    BINDINGS: ClassVar[list[BindingType]] = [*all_bindings(BROWSE)]
    CSS_PATH = "browse.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (_LOW_ROWS, "-short"), (24, "-tall")]  # noqa: RUF012 (the library types it so)

    def __init__(self, context: ScreenContext, decks: tuple[DeckId, ...], search: str = "") -> None:
        super().__init__(context)
        self.decks = decks
        self.first_search = search
        self.browsing: CardBrowser | None = None
        self.shown_search: str | None = None  # what the table answers to
        self.is_finding = False
        self.is_reading = False
        self.is_viewing = False
        self.shown_card_key: int | None = None  # the key of the card that is told of

    def compose(self) -> ComposeResult:
        """Build the frame; it is filled when the store answers."""
        with Vertical(id="column"):
            yield TopLine()
            yield SearchLine()
            yield CardTable()
            yield Remark()
            with ScrollArea():
                yield LinesView()
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the frame, and ask for the cards."""
        self.query_one(TopLine).update("Browse")
        self.show_footer()
        self.run_background_job(self.context.services.browse_cards, self._open)

    @property
    def table(self) -> CardTable:
        """The table."""
        return self.query_one(CardTable)

    @property
    def search(self) -> SearchLine:
        """The search line."""
        return self.query_one(SearchLine)

    def _open(self, browsing: CardBrowser) -> None:
        if self.browsing is None:
            self.search.set_text(self.first_search)
        self.browsing = browsing
        titles = ", ".join(browsing.titles[deck] for deck in self.decks if deck in browsing.titles)
        self.query_one(TopLine).update(f"Browse: {titles}" if titles else "Browse")
        self.shown_search = self.shown_card_key = None
        self.table.clear_cards()
        self.run_search()

    # --- what the store says ----------------------------------------------------------------------

    def run_search(self) -> None:
        """Look for what the search line says, unless that is what is shown or looked for."""
        text, browsing = self.search.line.text, self.browsing
        if browsing is None or self.is_finding or text == self.shown_search:
            return
        self.is_finding = True
        search, now = parse_search(text), self.context.services.now()

        def found(keys: tuple[int, ...]) -> None:
            self.is_finding = False
            is_first = self.shown_search is None
            self.shown_search = text
            self.table.update(keys, now, has_decks=len(browsing.titles) > 1)
            self._show_count(keys, search, browsing)
            self.read_visible_rows()
            self.run_search()
            if is_first:
                self._learn_texts(browsing)

        self.run_background_job(lambda: browsing.find(search, now, self.decks), found)
        self.set_timer(_SECONDS_UNTIL_SEARCHING, self._show_searching)

    def _show_searching(self) -> None:
        """Say that a search takes its time; most are done before it is worth a word."""
        if self.is_finding:
            self.search.update("searching …")

    def _show_count(self, keys: Sequence[int], search: SearchQuery, browsing: CardBrowser) -> None:
        self.search.update(f"{len(keys):,} {'card' if len(keys) == 1 else 'cards'}")
        known = "is:" + ", is:".join(CardState)
        no_deck = browsing.unknown_decks(search)
        if search.unknown_states:
            self.show_message(f"No filter is:{search.unknown_states[0]}. Try {known}")
        elif no_deck:
            self.show_message(
                f"No deck has the id {no_deck[0]}. Try its title: deck:{IN_TITLE}{no_deck[0]}"
            )
        else:
            self.show_message("")

    def _learn_texts(self, browsing: CardBrowser) -> None:
        """Read the texts that are searched, piece by piece, while there is nothing else to do."""

        def learnt(has_more: bool) -> None:  # noqa: FBT001 (a result, not an argument)
            if has_more and browsing is self.browsing:
                self._learn_texts(browsing)

        now = self.context.services.now()
        self.run_background_job(lambda: browsing.preload_texts(now), learnt)

    def read_visible_rows(self) -> None:
        """Read what is seen of the table, then what is told of the card under the cursor."""
        keys, browsing = self.table.unread_keys(), self.browsing
        if browsing is None or self.is_reading:
            return
        if not keys:
            self.view_card()
            return
        self.is_reading = True

        def got(cards: Sequence[CardRow]) -> None:
            self.is_reading = False
            self.table.add_cards(cards, self.context.services.now())
            self.show_footer()
            if cards:
                self.read_visible_rows()

        self.run_background_job(lambda: browsing.rows(keys), got)

    def view_card(self) -> None:
        """Tell of the card under the cursor, where there is a pane for it."""
        card, browsing = self.table.card, self.browsing
        if card is None or browsing is None:
            self._show_card_view(None)
            return
        if (
            self.is_viewing
            or card.key == self.shown_card_key
            or not self.query_one(ScrollArea).display
        ):
            return
        self.is_viewing = True

        def got(view: CardView | None) -> None:
            self.is_viewing = False
            self.shown_card_key = card.key
            self._show_card_view(view)
            self.view_card()

        self.run_background_job(lambda: browsing.view(card.key), got)

    def _show_card_view(self, view: CardView | None) -> None:
        if view is None:
            self.shown_card_key = None
        now = self.context.services.now()
        self.query_one(LinesView).update(card_lines(view, now) if view else ())
        self.query_one(ScrollArea).scroll_home(animate=False)

    def show_message(self, text: str, style: str = "$quiet") -> None:
        """Say `text` below the table."""
        self.query_one(Remark).update(text, style)

    # --- keys -------------------------------------------------------------------------------------

    async def act_on_key(self, event: events.Key) -> None:
        """Take a key: while the search line is open, text is its own."""
        if self.search.is_open and self.search.type_key(event):
            self.run_search()
        else:
            await super().act_on_key(event)

    def on_paste(self, event: events.Paste) -> None:
        """Search for pasted text."""
        if self.search.is_open:
            self.search.set_text(self.search.line.insert(" ".join(event.text.split())).text)
            self.run_search()

    def is_typed(self, key: str, binding: Binding) -> bool:  # noqa: ARG002 (the base's signature)
        """Return whether `key` is text in the open search line."""
        return self.search.is_open and is_edited_by(key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (the library's signature)
        """Offer what can be done where the keys go: the search line, or a card of the table."""
        if action in _GLOBAL_ACTIONS or not self.is_mounted:
            return True
        if action in _SEARCH_ACTIONS or (self.search.is_open and action not in _BY_MENU):
            return self.search.is_open and action in _SEARCH_ACTIONS
        return self.table.card is not None if action in _CARD_ACTIONS else True

    def action_search(self) -> None:
        """Open the search line."""
        self._open_search(is_open=True)

    def action_close_search(self) -> None:
        """Leave the search line and go to the cards."""
        self._open_search(is_open=False)

    def action_clear_search(self) -> None:
        """Search for nothing any more; once there is nothing, leave the search line."""
        if self.search.line.text:
            self.search.set_text("")
            self.run_search()
        else:
            self._open_search(is_open=False)

    def _open_search(self, *, is_open: bool) -> None:
        self.search.open(is_open=is_open)
        self.show_footer()

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
        self.show_message("")
        self.read_visible_rows()

    def action_read(self, pages: int) -> None:
        """Scroll what is told of the card."""
        self.action_scroll_page(pages)

    # --- the mouse --------------------------------------------------------------------------------

    def on_line_clicked(self, picked: LineClicked) -> None:
        """Put the cursor on a clicked card; a second click opens it."""
        if picked.widget is self.table and picked.index == self.table.at:
            self.action_open()
        elif picked.widget is self.table:
            self._go_to(picked.index)

    def on_mouse_scroll_down(self) -> None:
        """Move on through the table."""
        self._go_to(self.table.at + _CARDS_PER_WHEEL_TURN)

    def on_mouse_scroll_up(self) -> None:
        """Move back through the table."""
        self._go_to(self.table.at - _CARDS_PER_WHEEL_TURN)

    def on_resize(self) -> None:
        """Draw everything to the new width, and read what has come into sight."""
        super().on_resize()
        self.call_after_refresh(self.read_visible_rows)

    # --- the card ---------------------------------------------------------------------------------

    def action_open(self) -> None:
        """Show all that is known of the card."""
        card, browsing = self.table.card, self.browsing
        if card is not None and browsing is not None:
            self.run_store_job(
                lambda: browsing.view(card.key, with_answers=True), self._open_card_screen
            )

    def _open_card_screen(self, view: CardView | None) -> None:
        if view is not None:
            self.app.push_screen(card_screen(self.context, view, self.context.services.now()))

    def action_mark(self) -> None:
        """Mark the card, or take its mark off."""
        now = self.context.services.now()
        self._change_card(lambda browsing, card: browsing.mark(card, now), "marked", "unmarked")

    def action_suspend(self, scope: str) -> None:
        """Hide the card or its fact until asked back, or ask it back."""
        now = self.context.services.now()
        self._change_card(
            lambda browsing, card: browsing.suspend(card, Scope(scope), now),
            f"{scope} suspended",
            f"{scope} unsuspended",
        )

    def action_bury(self, scope: str) -> None:
        """Hide the card or its fact until tomorrow, or no longer."""
        now = self.context.services.now()
        self._change_card(
            lambda browsing, card: browsing.bury(card, Scope(scope), now),
            f"{scope} buried until tomorrow",
            f"{scope} unburied",
        )

    def _change_card(
        self, change: Callable[[CardBrowser, CardRow], bool], done: str, undone: str
    ) -> None:
        """Set the card aside on the store's thread, then show how it stands and say so."""
        card, browsing = self.table.card, self.browsing
        if card is None or browsing is None:
            return
        if card.is_draft:
            self.show_message("A draft isn't studied yet. Accept it first", "$close")
            return

        def show_done(is_on: bool) -> None:  # noqa: FBT001 (a result, not an argument)
            self.show_message(done if is_on else undone)
            self.shown_card_key = None
            self.table.clear_cards()
            self.read_visible_rows()

        self.run_store_job(lambda: change(browsing, card), show_done)

    # --- what an edit changes ---------------------------------------------------------------------

    def action_changes(self) -> None:
        """Show what the decks as they are saved now would change."""
        self.run_store_job(self.context.services.pending_changes, self._show_changes)

    def _show_changes(self, changes: Sequence[ItemChange]) -> None:
        if changes:
            self.app.push_screen(changes_screen(self.context, changes, "Not loaded yet"))
        else:
            self.show_message("No changes in the deck files since they were loaded")

    def action_edit(self) -> None:
        """Edit the fact where it stands, then read the decks again, and show what that changed."""
        card = self.table.card
        if card is not None and self.context.open_editor(card.place):
            self.run_store_job(self._changes_of_edit, self._reload_after_edit)

    def _changes_of_edit(self) -> Sequence[ItemChange]:
        """Return what an edit changed; nothing where it left an error, which reading will tell."""
        try:
            return self.context.services.pending_changes()
        except QuizappError:
            return ()

    def _reload_after_edit(self, changes: Sequence[ItemChange]) -> None:
        def show_reloaded() -> None:
            self.run_background_job(self.context.services.browse_cards, self._open)
            if changes:
                self.app.push_screen(changes_screen(self.context, changes, "Changed"))

        self.reload_decks(show_reloaded)

    def action_back(self) -> None:
        """Go back to the start."""
        self.context.navigator.go_home()
