"""The home screen: what is due, how it goes, and the decks."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region

from quizapp.analysis.overview import DeckSummary, Overview, PlanSummary
from quizapp.bank.model import DeckId
from quizapp.services.ports import StudyRequest, UnfinishedExam
from quizapp.services.words import quantity
from quizapp.terminal.content import align_ends, fit_to_width, style_text
from quizapp.terminal.keys import HOME, all_bindings
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.screens.base import KeyScreen
from quizapp.terminal.widgets.bars import sparkline
from quizapp.terminal.widgets.base import LineClicked, PaintedWidget, ScrollArea
from quizapp.terminal.widgets.header_and_footer import NARROW_COLUMN, KeyLine, Remark, TopLine
from quizapp.terminal.words import time_left

_NO_VALUE = "–"
_REVIEW = "Press b to see them and e to edit one: delete `status: draft` to accept it."
_MOST_EXAMS = 50  # past ones that are listed
COLUMNS = "  New  Learning  Due  Total"
_MORE_COLUMNS = "  Recall  Next 7 days"


class Today(PaintedWidget):
    """How much is due, and how the last month went."""

    overview: Overview | None = None

    def update(self, overview: Overview) -> None:
        """Show `make_overview`."""
        self.overview = overview
        self.redraw()

    def draw(self, width: int) -> Content:
        """Return two lines, the bars at the right where there is room."""
        if self.overview is None:
            return Content("\n")
        upper, lower = self._due(self.overview), style_text(self._history(self.overview), "$quiet")
        if width < NARROW_COLUMN or not any(self.overview.last_days):
            return Content("\n").join((upper, lower))
        bars = style_text(sparkline(self.overview.last_days), "$tint")
        days = style_text("last 30 days", "$quiet").pad_right(
            bars.cell_length - len("last 30 days")
        )
        return Content("\n").join((align_ends(upper, bars, width), align_ends(lower, days, width)))

    def _due(self, overview: Overview) -> Content:
        if not overview.cards_left:
            has_cards = any(deck.total for deck in overview.decks)
            drafts = f"{quantity(overview.drafts, 'draft')} to review"
            return style_text(
                drafts if overview.drafts and not has_cards else "Nothing due", "bold"
            )
        minutes = f"  about {overview.minutes} min" if overview.minutes else ""
        return Content("  ").join(_headline(overview)) + style_text(minutes, "$quiet")

    def _history(self, overview: Overview) -> str:
        if not any(overview.last_days):
            return "no answers yet"
        retention = overview.retention
        streak = f"{overview.streak_days}-day streak" if overview.streak_days else ""
        share = f"{retention:.0%} recall" if retention is not None else ""
        return " · ".join(part for part in (streak, share) if part)


def _headline(overview: Overview) -> Iterator[Content]:
    """Yield how many cards today holds, of each kind: adding them would hide what they cost."""
    if not overview.due and not overview.learning:
        yield style_text(f"{quantity(overview.new, 'new card')} to start", "bold $tint")
        return
    kinds = (
        (overview.due, "due", "$right"),
        (overview.learning, "learning", "$close"),
        (overview.new, "new", "$tint"),
    )
    for number, word, style in kinds:
        if number:
            yield Content.assemble((f"{number}", f"bold {style}"), (f" {word}", "bold"))


class DeckTable(PaintedWidget):
    """The decks, one a line; with several, a line for all of them on top."""

    decks: tuple[DeckSummary, ...] = ()
    at = 0

    def update(self, decks: Sequence[DeckSummary]) -> None:
        """Show `decks`; the cursor stays where it is."""
        self.decks = tuple(decks)
        self.cursor_to(self.at)

    @property
    def rows(self) -> int:
        """How many lines can be chosen."""
        return len(self.decks) + self.offset_of_first

    @property
    def offset_of_first(self) -> int:
        """How many lines stand above the first deck."""
        return 1 if len(self.decks) > 1 else 0

    @property
    def chosen_decks(self) -> tuple[DeckId, ...]:
        """The deck under the cursor; () stands for all."""
        index = self.at - self.offset_of_first
        return (self.decks[index].deck,) if 0 <= index < len(self.decks) else ()

    @property
    def has_drafts_alone(self) -> bool:
        """Whether the decks under the cursor have drafts and no card."""
        lines = [
            line for line in self.decks if not self.chosen_decks or line.deck in self.chosen_decks
        ]
        return any(line.drafts for line in lines) and not any(line.total for line in lines)

    def cursor_to(self, row: int) -> None:
        """Put the cursor on `row`, within the table."""
        self.at = min(max(row, 0), max(self.rows - 1, 0))
        self.redraw()

    def draw(self, width: int) -> Content:
        """Return heading and lines."""
        if not self.decks:
            return Content()
        names = self._name_width(width)
        heading = style_text("  " + fit_to_width("Deck", names) + COLUMNS, "$quiet")
        if width >= NARROW_COLUMN:
            heading += style_text(_MORE_COLUMNS, "$quiet")
        lines = [_total_line(self.decks)] if self.offset_of_first else []
        return Content("\n").join(
            [heading]
            + [
                self._line(row, line, names, is_wide=width >= NARROW_COLUMN)
                for row, line in enumerate([*lines, *self.decks])
            ]
        )

    def _name_width(self, width: int) -> int:
        taken = len(COLUMNS) + 2 + (len(_MORE_COLUMNS) if width >= NARROW_COLUMN else 0)
        return max(width - taken, 8)

    def _line(self, row: int, line: DeckSummary, names: int, *, is_wide: bool) -> Content:
        is_here = row == self.at
        numbers = Content.assemble(
            _count_cell(line.new, 5, "$tint"),
            _count_cell(line.learning, 10, "$close"),
            _count_cell(line.due, 5, "$right"),
            _count_cell(line.total, 7, "$quiet"),
        )
        if line.drafts and not line.total:
            review = f"{quantity(line.drafts, 'draft')} to review"
            numbers = style_text(f"{review:>{len(COLUMNS)}}", "$close")
        drawn = Content.assemble(
            ("▸ " if is_here else "  ", "bold $tint"),
            style_text(fit_to_width(line.title, names), "bold" if is_here else ""),
            numbers,
        )
        if not is_wide or line.drafts:
            return drawn
        share = _NO_VALUE if line.retention is None else f"{line.retention:.0%}"
        return (
            drawn
            + style_text(f"{share:>8}  ", "$quiet")
            + style_text(sparkline(line.forecast), "$tint")
        )

    def on_click(self, event: object) -> None:
        """Tell which line was clicked."""
        row = getattr(event, "y", 0) - 1
        if 0 <= row < self.rows:
            self.post_message(LineClicked(self, row))


def _count_cell(number: int, width: int, style: str) -> Content:
    """Return a number in its column; nothing to do is quiet."""
    return style_text(f"{number or '·':>{width}}", style if number else "$quiet")


def _total_line(decks: Sequence[DeckSummary]) -> DeckSummary:
    """Return the line of all decks together."""
    return DeckSummary(
        deck=DeckId(""),
        title="All decks",
        new=sum(deck.new for deck in decks),
        learning=sum(deck.learning for deck in decks),
        due=sum(deck.due for deck in decks),
        total=sum(deck.total for deck in decks),
        drafts=sum(deck.drafts for deck in decks),
        retention=None,
        forecast=tuple(map(sum, zip(*(deck.forecast for deck in decks), strict=False))),
    )


class HomeScreen(KeyScreen):
    """What is due, how it goes, and the decks."""

    KEYS = HOME
    IS_HOME = True
    BINDINGS: ClassVar[list[BindingType]] = [*all_bindings(HOME)]
    CSS_PATH = "home.tcss"

    overview: Overview | None = None
    unfinished_exam: UnfinishedExam | None = None
    has_results = False

    def compose(self) -> ComposeResult:
        """Build the frame; it is filled when the store is open."""
        with Vertical(id="column"):
            yield TopLine()
            yield Today()
            with ScrollArea():
                yield DeckTable()
                yield Remark(id="remark")
                yield Remark(id="exam")
                yield Remark(id="plans")
                yield Remark(id="notices")
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the frame."""
        self.query_one(TopLine).update("quizapp", status="opening …")
        self.show_footer()

    def on_screen_resume(self) -> None:
        """Count again whenever the screen is come back to."""
        services = self.context.services
        self.run_store_job(
            lambda: (services.overview(), services.unfinished_exam(), bool(services.past_exams(1))),
            lambda found: self.fill(found[0], found[1], has_results=found[2]),
        )

    def show_progress(self, text: str) -> None:
        """Say what is being done while the store is at work."""
        if self.running_jobs:
            self.query_one(TopLine).update("quizapp", status=text)

    def fill(self, overview: Overview, left: UnfinishedExam | None, *, has_results: bool) -> None:
        """Show where the learner stands, and offer to go on with an exam that was left."""
        self.overview, self.unfinished_exam, self.has_results = overview, left, has_results
        self.query_one(TopLine).update("quizapp")
        self.query_one(Today).update(overview)
        self.query_one(DeckTable).update(overview.decks)
        self.query_one("#remark", Remark).update(_advice(overview))
        self.query_one("#exam", Remark).update(
            "" if left is None else _unfinished_exam_line(left), "$tint"
        )
        self.query_one("#plans", Remark).update("\n".join(map(_plan_line, overview.plans)))
        self.show_message("\n".join(self.context.navigator.notices), "$close")
        self.show_footer()

    def show_message(self, text: str, style: str = "$quiet") -> None:
        """Say `text` below the decks."""
        self.query_one("#notices", Remark).update(text, style)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (the library's signature)
        """Offer what is done with a deck once there are decks."""
        if action in {"study", "quiz", "browse", "cursor", "cursor_end"}:
            return self.overview is not None and bool(self.overview.decks)
        if action == "results":
            return self.has_results
        return action != "exam" or self.unfinished_exam is not None

    def on_line_clicked(self, picked: LineClicked) -> None:
        """Put the cursor on a clicked deck; a second click studies it."""
        table = self.query_one(DeckTable)
        if picked.widget is table and picked.index == table.at:
            self.action_study()
        elif picked.widget is table:
            table.cursor_to(picked.index)

    def action_cursor(self, step: int) -> None:
        """Move the cursor."""
        table = self.query_one(DeckTable)
        self._go_to(table.at + step)

    def action_cursor_end(self, row: int) -> None:
        """Put the cursor on the first or last line."""
        table = self.query_one(DeckTable)
        self._go_to(row if row >= 0 else table.rows - 1)

    def _go_to(self, row: int) -> None:
        table = self.query_one(DeckTable)
        table.cursor_to(row)
        self.query_one(ScrollArea).scroll_to_region(Region(0, table.at, 1, 2), animate=False)

    def action_study(self) -> None:
        """Study the deck under the cursor; of one that has drafts alone, show these."""
        table = self.query_one(DeckTable)
        if table.has_drafts_alone:
            self.action_browse()
        else:
            request = StudyRequest(table.chosen_decks)
            self.context.navigator.open_session(partial(self.context.services.open_study, request))

    def action_quiz(self) -> None:
        """Set up a quiz, the deck under the cursor chosen."""
        self.app.push_screen(
            self.context.screens.quiz_setup(self.query_one(DeckTable).chosen_decks)
        )

    def action_exam(self) -> None:
        """Go on with the exam that was left."""
        self.context.navigator.open_exam(self.context.services.resume_exam)

    def action_results(self) -> None:
        """Look at past exams."""
        self.run_store_job(
            lambda: self.context.services.past_exams(_MOST_EXAMS),
            lambda exams: self.app.push_screen(self.context.screens.past_exams(exams)),
        )

    def action_browse(self) -> None:
        """Look through the cards of the deck under the cursor."""
        table = self.query_one(DeckTable)
        search = "is:draft " if table.has_drafts_alone else ""
        self.app.push_screen(self.context.screens.browse(table.chosen_decks, search))

    def action_reload(self) -> None:
        """Read the decks again."""
        self.query_one(TopLine).update("quizapp", status="reloading decks …")
        self.reload_decks(self.on_screen_resume)


def _plan_line(line: PlanSummary) -> str:
    """Return a line on an exam to come."""
    expected = f"{line.expected:.0%}"
    return (
        f"Exam in {quantity(line.days, 'day')}: {one_line(line.title)} · "
        f"{line.new_per_day} new a day · {expected} recall expected"
    )


def _unfinished_exam_line(left: UnfinishedExam) -> str:
    """Return a line on an exam that was not handed in."""
    name = (
        f"{one_line(left.title)}: paused, "
        f"{left.answered} of {quantity(left.total, 'question')} answered"
    )
    if left.seconds_left == 0:
        return f"{name}, time is up. Press x to hand in"
    clock = f", {time_left(left.seconds_left)}" if left.seconds_left else ""
    return f"{name}{clock}. Press x to resume"


def _advice(overview: Overview) -> str:
    """Return friendly lines on what to do now; "" when the numbers say it."""
    drafts = f"{quantity(overview.drafts, 'draft')} to review. {_REVIEW}" if overview.drafts else ""
    if not overview.decks and overview.decks_off:
        off = quantity(overview.decks_off, "deck")
        return f"All decks are off ({off}). Switch one on: quizapp decks on NAME"
    if not overview.decks:
        return "No decks yet. Start one: quizapp new NAME. Or add yours: quizapp decks add PATH"
    if drafts and not any(deck.total for deck in overview.decks):
        return f"No cards yet: {drafts}"
    return "\n".join(line for line in (_coming(overview), drafts) if line)


def _coming(overview: Overview) -> str:
    """Return how to begin, or what comes when today is done; "" in between."""
    if not any(overview.last_days) and overview.cards_left:
        return "Welcome. Press s to study your first cards, ? to see all keys"
    if overview.cards_left:
        return ""
    tomorrow = sum(deck.forecast[1] for deck in overview.decks if len(deck.forecast) > 1)
    cards = f"Tomorrow: {quantity(tomorrow, 'card')}. " if tomorrow else ""
    return f"All done for today. {cards}Press z for a quiz"
