"""The table of cards: only what is seen of it is drawn and read, however many cards there are."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from textual import events
from textual.content import Content

from quizapp.learner.browse_rows import CardRow
from quizapp.memory.model import New
from quizapp.terminal.content import align_ends, fit_to_width, style_text
from quizapp.terminal.text_line import TextLine, edited
from quizapp.terminal.widgets.base import LineClicked, PaintedWidget
from quizapp.terminal.widgets.header_and_footer import NARROW_COLUMN, FullWidthLine
from quizapp.terminal.words import interval

_CARDS_PER_READ = 100  # cards read at once
_DECK_CELLS = 16
_DECK_COLUMN_FROM = 84  # cells from which there is room for the deck's title
COLUMNS = " State        Due"
_MORE_COLUMNS = "  Stability  Items"
_STATE_STYLES: Mapping[str, str] = {
    "new": "$tint",
    "learning": "$close",
    "relearning": "$close",
    "review": "$right",
    "changed": "$wrong",
}


class SearchLine(FullWidthLine):
    """What is searched for, and how many cards that are."""

    line = TextLine()
    is_open = False
    count = ""

    def update(self, count: str) -> None:
        """Show how many cards there are."""
        if count != self.count:
            self.count = count
            self.refresh()

    def open(self, *, is_open: bool) -> None:
        """Take what is typed from now on, or no longer."""
        self.is_open = is_open
        self.refresh()

    def set_text(self, text: str) -> None:
        """Search for `text`."""
        self.line = TextLine(text, len(text))
        self.refresh()

    def type_key(self, event: events.Key) -> bool:
        """Take what is printable and the keys that edit."""
        line = edited(self.line, event.key, event.character)
        if line is None:
            return False
        self.line = line
        self.refresh()
        return True

    def draw(self, width: int) -> Content:
        """Return the line, with its cursor while it is open."""
        return align_ends(self._text(), style_text(self.count, "$quiet"), width)

    def _text(self) -> Content:
        mark = style_text("/ ", "bold $tint")
        if self.is_open:
            after = self.line.after
            return mark + Content.assemble(
                style_text(self.line.before),
                style_text(after[:1] or " ", "reverse"),
                style_text(after[1:]),
            )
        if self.line.text:
            return mark + style_text(self.line.text)
        return mark + style_text("search: words, deck:ID, deck:~title, tag:…, is:due", "$quiet")


class CardTable(PaintedWidget):
    """The cards that a search found, one a line; those not read yet are dots."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: tuple[int, ...] = ()
        self.cards: dict[int, CardRow] = {}
        self.at = 0
        self.top = 0
        self.now: datetime | None = None
        self.has_decks = False

    @property
    def card(self) -> CardRow | None:
        """The card under the cursor; None where there is none, or it is not read yet."""
        return self.cards.get(self.keys[self.at]) if self.keys else None

    @property
    def rows(self) -> int:
        """How many cards are seen at once."""
        return max(self.size.height - 1, 1)

    def update(self, keys: tuple[int, ...], now: datetime, *, has_decks: bool) -> None:
        """Show the cards with `keys`, the cursor on the card that it was on, or on the first."""
        here = self.keys[self.at] if self.keys else None
        self.keys, self.now, self.has_decks = keys, now, has_decks
        self.cursor_to(keys.index(here) if here in keys else 0)

    def add_cards(self, cards: Iterable[CardRow], now: datetime) -> None:
        """Show what is known of some of the cards now."""
        self.now = now
        self.cards.update({card.key: card for card in cards})
        self.refresh()

    def clear_cards(self) -> None:
        """Know nothing of any card any more."""
        self.cards = {}

    def unread_keys(self) -> tuple[int, ...]:
        """Return the keys of the page of cards that is seen, where one of them is not read."""
        seen = self.keys[self.top : self.top + self.rows]
        if all(key in self.cards for key in seen):
            return ()
        start = max(self.top - _CARDS_PER_READ // 2, 0)
        page = self.keys[start : self.top + self.rows + _CARDS_PER_READ // 2]
        return tuple(key for key in page if key not in self.cards)

    def cursor_to(self, row: int) -> None:
        """Put the cursor on `row`, within the table, and the table where it is seen."""
        self.at = min(max(row, 0), max(len(self.keys) - 1, 0))
        self.top = min(max(self.top, self.at - self.rows + 1), self.at)
        self.top = max(min(self.top, len(self.keys) - self.rows), 0)
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor where it is seen."""
        self.cursor_to(self.at)

    # --- looks ------------------------------------------------------------------------------------

    def draw(self, width: int) -> Content:
        """Return heading and lines."""
        is_wide = width >= NARROW_COLUMN
        decks = _DECK_CELLS if width >= _DECK_COLUMN_FROM and self.has_decks else 0
        columns = COLUMNS + (_MORE_COLUMNS if is_wide else "")
        names = max(width - len(columns) - decks - 2, 8)
        heading = (
            "  " + (fit_to_width("Deck", decks) if decks else "") + fit_to_width("Question", names)
        )
        lines = [style_text((heading + columns)[:width], "$quiet")]
        for row, key in enumerate(self.keys[self.top : self.top + self.rows], start=self.top):
            lines.append(self._line(row, self.cards.get(key), decks, names, is_wide=is_wide))
        return Content("\n").join(lines)

    def _line(
        self, row: int, card: CardRow | None, decks: int, names: int, *, is_wide: bool
    ) -> Content:
        is_here = row == self.at
        mark = style_text("▸ " if is_here else "  ", "bold $tint")
        if card is None or self.now is None:
            return mark + style_text("…", "$quiet")
        state = _state_of(card, self.now)
        deck = (
            style_text(fit_to_width(card.title, decks - 1) + " ", "$quiet") if decks else Content()
        )
        question = fit_to_width(("* " if card.is_marked else "") + card.question, names)
        drawn = Content.assemble(
            mark,
            deck,
            style_text(question, "bold" if is_here else ""),
            style_text(f" {state:<10}", _STATE_STYLES.get(state, "$quiet")),
            style_text(f"{_due_of(card, self.now):>6}", "$quiet"),
        )
        if not is_wide:
            return drawn
        return drawn + style_text(f"{_stability_of(card):>11}{card.format_count:>7}", "$quiet")

    # --- the mouse --------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """Tell which card was clicked."""
        row = self.top + event.y - 1
        if event.y and row < len(self.keys):
            self.post_message(LineClicked(self, row))


def _state_of(card: CardRow, now: datetime) -> str:
    """Return the one word that says most of a card."""
    if card.is_draft:
        return "draft"
    if card.is_suspended:
        return "suspended"
    if card.is_buried(now):
        return "buried"
    if card.is_changed:
        return "changed"
    return "new" if isinstance(card.memory, New) else card.memory.state.value


def _due_of(card: CardRow, now: datetime) -> str:
    """Return when a card is due; "" where it is not."""
    if isinstance(card.memory, New) or card.is_suspended:
        return ""
    return "now" if card.memory.due <= now else interval(card.memory.due - now)


def _stability_of(card: CardRow) -> str:
    """Return how long the card is remembered; "" of one that was never rated."""
    if isinstance(card.memory, New):
        return ""
    return interval(timedelta(days=card.memory.stability))
