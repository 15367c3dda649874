"""The cards of a deck, one by one: the item as learners see it, and what stands beside it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import Enum, auto
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content

from quizapp.items.diff import TextDifference
from quizapp.items.item_lines import (
    BLANK_LINE,
    FORMAT_CELLS,
    StyledLine,
    item_lines,
    shared_details,
)
from quizapp.services.review_deck import CardToReview, DeckReview, ReviewAct
from quizapp.services.review_questions import heading_of, question_of
from quizapp.terminal.content import style_text
from quizapp.terminal.context import ScreenContext
from quizapp.terminal.keys import REVIEW, all_bindings
from quizapp.terminal.review_words import count_text, finding_lines, source_lines, state_text
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.screens.base import KeyScreen
from quizapp.terminal.screens.browse_card import LinesView
from quizapp.terminal.text_line import TextLine, edited, is_edited_by
from quizapp.terminal.widgets.base import Pane, ScrollArea
from quizapp.terminal.widgets.header_and_footer import FullWidthLine, KeyLine, Remark, TopLine
from quizapp.terminal.widgets.question_view import QuestionView

_BESIDE_COLUMNS = 110
_EVIDENCE_COLUMNS = 54
_LIST_INDENT = 4 + FORMAT_CELLS  # of what belongs to an item in a list of them
_CARD_ACTIONS = frozenset({"accept", "accept_sentence", "reject", "edit", "turn_format"})
_WHILE_ASKING = frozenset({"keep_reason", "leave"})
_ANYWHERE = frozenset({"help", "quit", "next_theme", "command_palette", "menu"})


class _Asking(Enum):
    """What a reason is being typed for."""

    ACCEPT = auto()
    REJECT = auto()


_QUESTIONS = {
    _Asking.ACCEPT: "Why doesn't the source hold against it? ",
    _Asking.REJECT: "Why? (enter for no reason) ",
}


class ItemPane(Pane):
    """Where the item stands as learners see it."""

    def room(self, width: int) -> int:
        """Return what the evidence leaves it."""
        return width - _EVIDENCE_COLUMNS if width >= _BESIDE_COLUMNS else width


class EvidencePane(Pane):
    """Where the sentences, the verdict and the findings stand."""

    def room(self, width: int) -> int:
        """Return its own width, or the whole where it is below."""
        return _EVIDENCE_COLUMNS if width >= _BESIDE_COLUMNS else width


class ReasonLine(FullWidthLine):
    """A reason, while it is being typed."""

    question = ""
    line = TextLine()

    def ask(self, question: str) -> None:
        """Begin with an empty line behind `question`; "" hides it."""
        self.question, self.line = question, TextLine()
        self.display = bool(question)
        self.redraw()

    def type_key(self, event: events.Key) -> bool:
        """Take what is printable and the keys that edit."""
        line = edited(self.line, event.key, event.character)
        if line is not None:
            self.put(line)
        return line is not None

    def put(self, line: TextLine) -> None:
        """Show `line`."""
        self.line = line
        self.refresh()

    def draw(self, width: int) -> Content:
        """Return question and text, its end in sight."""
        room = max(width - len(self.question) - 1, 8)
        before = self.line.before[-room:]
        return Content.assemble(
            style_text(self.question, "bold $tint"),
            style_text(before),
            style_text(self.line.after[:1] or " ", "reverse"),
            style_text(self.line.after[1 : 1 + room - len(before)]),
        )


class ReviewScreen(KeyScreen):
    """One reader's way through the cards of a deck."""

    KEYS = REVIEW
    BINDINGS: ClassVar[list[BindingType]] = [*all_bindings(REVIEW)]
    CSS_PATH = "review.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 (the library types it so)
        (0, "-narrow"),
        (70, "-wide"),
        (_BESIDE_COLUMNS, "-beside"),
    ]

    def __init__(self, context: ScreenContext, review: DeckReview) -> None:
        super().__init__(context)
        self.review = review
        self.names: tuple[str, ...] = ()  # in the order read; a card stays at its place
        self.at = 0
        self.format_at = 0
        self.asking: _Asking | None = None

    def compose(self) -> ComposeResult:
        """Build the frame; it is filled when the deck is compared."""
        with Vertical(id="review"):
            yield TopLine(id="progress")
            with Container(id="panes"):
                with ItemPane():
                    yield TopLine(id="heading")
                    yield QuestionView()
                with EvidencePane(), ScrollArea(id="evidence"):
                    yield LinesView()
            yield ReasonLine()
            yield Remark()
            yield KeyLine()

    def on_mount(self) -> None:
        """Compare the deck with its sources on a thread; the frame is painted meanwhile."""
        self._show_progress("comparing with the source …")
        self.show_footer()
        self.run_store_job(self._read, self._show_first)

    def _read(self) -> tuple[CardToReview, ...]:
        return self.review.open_cards or self.review.cards

    def _show_first(self, cards: tuple[CardToReview, ...]) -> None:
        self.names = tuple(card.name for card in cards)
        self.show_card()

    # --- what is shown ----------------------------------------------------------------------------

    @property
    def card(self) -> CardToReview | None:
        """The card that is shown; None before the first, and of a deck without cards."""
        return self.review.find(self.names[self.at]) if self.names else None

    def show_card(self) -> None:
        """Show the card, with what git has of its former words once that is found."""
        card = self.card
        if card is None:
            self.query_one(QuestionView).clear()
            self._show_progress("this card is gone from the deck" if self.names else "no cards")
            self.show_footer()
            return
        self._show_item(card)
        self._show_evidence(card, None)
        self._show_progress()
        self.query_one("#evidence", ScrollArea).scroll_home(animate=False)
        self.show_footer()
        if card.signoff.entry is not None and not card.is_done:
            self.run_background_job(
                lambda: self.review.differences(card),
                lambda found: self._show_evidence(card, found) if card is self.card else None,
            )

    def _show_item(self, card: CardToReview) -> None:
        """Show one format of the card as learners see it."""
        view, heading = self.query_one(QuestionView), self.query_one("#heading", TopLine)
        if not card.items:
            view.clear()
            heading.update("No format can ask this card")
            return
        self.format_at %= len(card.items)
        item = card.items[self.format_at]
        number = f"format {self.format_at + 1} of {len(card.items)}"
        heading.update(heading_of(self.review.title, item, self.at + 1), status=number)
        view.ask(question_of(item, self.context.services.now()), is_marked=False)

    def _show_evidence(
        self, card: CardToReview, differences: tuple[TextDifference, ...] | None
    ) -> None:
        """Show sentences and verdict, then the item's answer, lint and what changed."""
        lines = (
            *source_lines(card),
            *_answer_lines(card, self.format_at),
            *finding_lines(card, differences),
        )
        self.query_one("#evidence LinesView", LinesView).update(lines)

    def _show_progress(self, status: str = "") -> None:
        """Say which card it is, and how many are left."""
        card = self.card
        title = one_line(self.review.title)
        if card is None:
            self.query_one("#progress", TopLine).update(f"Review: {title}", status=status)
            return
        place = f"{self.at + 1} of {len(self.names)}"
        self.query_one("#progress", TopLine).update(
            f"{card.name} · {state_text(card)}", count_text(self.review), place
        )

    # --- keys -------------------------------------------------------------------------------------

    async def act_on_key(self, event: events.Key) -> None:
        """Take a key: while a reason is being typed, text is its own."""
        if self.asking is None or not self.query_one(ReasonLine).type_key(event):
            await super().act_on_key(event)

    def on_paste(self, event: events.Paste) -> None:
        """Put pasted text into the reason."""
        if self.asking is not None:
            reason = self.query_one(ReasonLine)
            reason.put(reason.line.insert(" ".join(event.text.split())))

    def is_typed(self, key: str, binding: Binding) -> bool:  # noqa: ARG002 (the base's signature)
        """Return whether `key` is text in the reason."""
        return self.asking is not None and is_edited_by(key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (the library's signature)
        """Offer what can be done with this card, or with the reason that is being typed."""
        if action in _ANYWHERE or not self.is_mounted:
            return True
        if self.asking is not None:
            return action in _WHILE_ASKING
        return action != "keep_reason" and (action not in _CARD_ACTIONS or self.card is not None)

    def footer_word(self, binding: Binding) -> str:
        """Return what the footer says of a key; escape gives a reason up."""
        is_leaving = binding.id == "review.leave"
        return "Cancel" if is_leaving and self.asking is not None else binding.description

    def action_turn(self, step: int) -> None:
        """Go to the next card, or back."""
        if self.names:
            self.at, self.format_at = (self.at + step) % len(self.names), 0
            self.show_message("")
            self.show_card()

    def action_turn_format(self, step: int) -> None:
        """Show the next format of the card."""
        self.format_at += step
        self.show_card()

    def action_accept(self) -> None:
        """Sign the card; one in conflict asks why first."""
        card = self.card
        if card is not None and card.needs_reason:
            self._ask(_Asking.ACCEPT)
        elif card is not None:
            self._act(lambda: self.review.accept(card.name))

    def action_accept_sentence(self) -> None:
        """Sign all cards that cite the same."""
        card = self.card
        if card is not None:
            self._act(lambda: self.review.accept_sentence(card.name))

    def action_reject(self) -> None:
        """Ask why, then hold the card back."""
        self._ask(_Asking.REJECT)

    def action_keep_reason(self) -> None:
        """Do what the reason was typed for; an empty one does not overrule a conflict."""
        card, asking = self.card, self.asking
        text = self.query_one(ReasonLine).line.text
        self._ask(None)
        if card is not None and asking is _Asking.ACCEPT:
            self._act(lambda: self.review.accept(card.name, text))
        elif card is not None and asking is _Asking.REJECT:
            self._act(lambda: self.review.reject(card.name, text))

    def action_undo(self) -> None:
        """Take the last act back and show its card."""
        self.run_store_job(self.review.undo, self._show_undone)

    def action_edit(self) -> None:
        """Open the editor at the card, then show it as it is now."""
        card = self.card
        if card is not None and self.context.open_editor(card.place):
            self.run_store_job(self._reload, self._show_edited)

    def _reload(self) -> tuple[CardToReview, ...]:
        self.review.reload()
        return self.review.open_cards  # compared here, on the thread

    def _show_edited(self, cards: tuple[CardToReview, ...]) -> None:
        """Show the card as it is now; those that are new come last."""
        new = tuple(card.name for card in cards if card.name not in self.names)
        self.names = (*self.names, *new)
        self.show_card()

    def action_leave(self) -> None:
        """Give the reason up, or leave."""
        if self.asking is not None:
            self._ask(None)
        else:
            self.context.navigator.go_home()

    # --- parts ------------------------------------------------------------------------------------

    def _ask(self, asking: _Asking | None) -> None:
        """Take a reason from now on, or none any longer."""
        self.asking = asking
        self.query_one(ReasonLine).ask("" if asking is None else _QUESTIONS[asking])
        self.show_footer()

    def _act(self, act: Callable[[], ReviewAct]) -> None:
        """Do it on the thread, then show the next card."""
        self.run_store_job(act, self._show_done)

    def _show_done(self, act: ReviewAct) -> None:
        """Tell what was done, and go on to the next open card, where there is one."""
        self.show_message(f"{act.told} · u undoes it")
        count = len(self.names)
        following = (self.names[(self.at + step) % count] for step in range(1, count + 1))
        for name in following:
            card = self.review.find(name)
            if card is not None and not card.is_done:
                self.at, self.format_at = self.names.index(name), 0
                break
        self.show_card()

    def _show_undone(self, act: ReviewAct | None) -> None:
        """Tell what was taken back, and show its card."""
        if act is None:
            self.show_message("Nothing to undo")
            return
        self.show_message(act.told)
        if act.cards[0] in self.names:
            self.at, self.format_at = self.names.index(act.cards[0]), 0
        self.show_card()

    def show_message(self, text: str, style: str = "$quiet") -> None:
        """Say `text` below the card."""
        self.query_one(Remark).update(text, style)

    def action_scroll_page(self, pages: int) -> None:
        """Scroll the evidence by `pages`."""
        reading = self.query_one("#evidence", ScrollArea)
        reading.scroll_relative(y=pages * max(reading.size.height - 1, 1), animate=False)

    def action_scroll_line(self, lines: int) -> None:
        """Scroll the evidence by `lines`."""
        self.query_one("#evidence", ScrollArea).scroll_relative(y=lines, animate=False)


def _answer_lines(card: CardToReview, at: int) -> Iterator[StyledLine]:
    """Yield the answer of the item that is shown, and why its wrong options are wrong."""
    if not card.items:
        return
    item = card.items[at % len(card.items)]
    head = shared_details((item,))
    yield BLANK_LINE
    _, *body = item_lines(item, replace(head, why=""))
    for line in body:
        sign = line.mark.text[_LIST_INDENT:]
        yield replace(line, mark=line.mark._replace(text=sign))
    yield BLANK_LINE
