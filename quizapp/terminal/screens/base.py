"""The base of all screens: every key is read here, in the order in which it was pressed.

Nothing takes the focus, so no key can overtake another on its way through a widget's queue. Keys
pressed while the store is at work wait until it is done.
"""

from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from inspect import isawaitable
from typing import ClassVar, TypeVar

from textual import events, on
from textual.binding import ActiveBinding, Binding
from textual.screen import Screen

from quizapp.terminal.context import ScreenContext
from quizapp.terminal.keys import EVERYWHERE, MENU, KeyTable, all_bindings
from quizapp.terminal.store_thread import JobDone
from quizapp.terminal.widgets.base import LineClicked, PaintedWidget, ScrollArea
from quizapp.terminal.widgets.header_and_footer import KeyHint, KeyLine
from quizapp.terminal.words import error_text

T = TypeVar("T")

_TOAST_SECONDS = 8
_SHORT_ROWS = 24
_NARROW_COLUMNS = 70


class KeyScreen(Screen[None], inherit_bindings=False):
    """A screen with a table of keys and a footer made of it."""

    KEYS: ClassVar[KeyTable] = {}
    MENU: ClassVar[str] = ""  # the section of `KEYS` that ctrl+o lists
    HAS_HELP = True
    IS_HOME = False
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_NARROW_COLUMNS, "-wide")]  # noqa: RUF012 (the library types it so)
    VERTICAL_BREAKPOINTS = [(0, "-short"), (_SHORT_ROWS, "-tall")]  # noqa: RUF012 (the same)

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.context = context
        self.running_jobs = 0
        self.running_lookups = 0
        self.waiting_keys: deque[events.Key] = deque()
        self.is_replaying = False

    # --- keys -------------------------------------------------------------------------------------

    async def on_key(self, event: events.Key) -> None:
        """Take a key, or let it wait."""
        event.stop()
        event.prevent_default()
        if self.running_jobs:
            self.waiting_keys.append(event)
        else:
            await self.act_on_key(event)

    async def act_on_key(self, event: events.Key) -> None:
        """Do what the key is bound to."""
        bound = self.active_bindings.get(event.key)
        if bound is not None and bound.enabled:
            await self.app.run_action(bound.binding.action, bound.node)

    def footer_hints(self) -> Iterator[KeyHint]:
        """Yield what the footer may show, in the order of the table, help last."""
        working = self.working_keys()
        for binding in (*all_bindings(self.KEYS), *EVERYWHERE):
            found = working.get(str(binding.id))
            if found is not None and binding.show and (binding.id != "help" or self.HAS_HELP):
                # What the table writes for several keys holds while the first of them works.
                is_first = found.key == binding.key.partition(",")[0]
                written = found if is_first else replace(found, key_display=None)
                yield KeyHint(self.key_label(written), self.footer_word(found), str(found.id))

    def working_keys(self) -> dict[str, Binding]:
        """Return each binding that does something now with its first such key, by its id."""
        found: dict[str, Binding] = {}
        for key, active in self.active_bindings.items():
            if active.enabled and not self.is_typed(key, active.binding):
                found.setdefault(str(active.binding.id), active.binding)
        return found

    def is_typed(self, key: str, binding: Binding) -> bool:  # noqa: ARG002 (screens with a text field do)
        """Return whether `key` is text where it goes now, so that `binding` is not acted upon."""
        return False

    def key_label(self, binding: Binding) -> str:
        """Return a key as the footer writes it."""
        return self.app.get_key_display(binding)

    def footer_word(self, binding: Binding) -> str:
        """Return what the footer says of a key."""
        return binding.description

    def show_footer(self) -> None:
        """Bring the footer up to date."""
        self.query_one(KeyLine).update(tuple(self.footer_hints()))

    # Beside the `on_picked` of the screens, which are for their own pieces.
    @on(LineClicked)
    async def press_hint(self, picked: LineClicked) -> None:
        """Do what a clicked key of the footer would do."""
        if isinstance(picked.widget, KeyLine) and not self.running_jobs:
            hint = picked.widget.fitting_hints(picked.widget.column)[picked.index]
            bound = {each.binding.id: each for each in self.active_bindings.values()}[hint.binding]
            await self.app.run_action(bound.binding.action, bound.node)

    def menu(self) -> Iterator[ActiveBinding]:
        """Yield what the menu lists: each action with its first key, also one that is typed here.

        What only escape does is left to escape, which closes the menu.
        """
        first: dict[str, ActiveBinding] = {}
        for active in self.active_bindings.values():
            if active.enabled and active.binding.key != "escape":
                first.setdefault(str(active.binding.id), active)
        for binding in self.KEYS.get(self.MENU, ()):
            if str(binding.id) in first and binding is not MENU:
                yield first[str(binding.id)]

    # Not the library's: that one closes whatever is on top, also when a key comes too late.
    def close(self) -> None:
        """Close this window, where it was not closed meanwhile."""
        if self.is_current:
            self.dismiss()

    # --- the store --------------------------------------------------------------------------------

    def run_store_job(
        self, job: Callable[[], T], then: Callable[[T], Awaitable[None] | None]
    ) -> None:
        """Run `job` on the store's thread, then `then` with its result here."""
        self.running_jobs += 1
        self.context.store_thread.submit(self, job, then, self.show_failure)

    def run_background_job(self, job: Callable[[], T], then: Callable[[T], None]) -> None:
        """Run `job` on the store's thread, then `then` with its result; keys do not wait for it."""

        def take_result(result: T) -> None:
            self.running_lookups -= 1
            if self.is_attached:
                then(result)

        def take_error(error: BaseException) -> None:
            self.running_lookups -= 1
            if self.is_attached:
                self.show_message(error_text(error), "$wrong")

        self.running_lookups += 1
        # The app takes the result: to this screen it would be the end of a job that keys wait for.
        self.context.store_thread.submit(self.app, job, take_result, take_error)

    async def on_job_done(self, done: JobDone) -> None:
        """Take what came of a job, then the keys that waited for it."""
        self.running_jobs -= 1
        outcome = done.deliver()
        if isawaitable(outcome):
            await outcome
        self.is_replaying = True
        while self.waiting_keys and not self.running_jobs and self.is_current:
            await self.act_on_key(self.waiting_keys.popleft())
        self.is_replaying = False

    def reload_decks(self, then: Callable[[], None]) -> None:
        """Read the decks again on the store's thread, then do `then`."""

        def show_reloaded(notices: Sequence[str]) -> None:
            self.show_message("Decks reloaded")
            self.context.navigator.show_notices(notices)
            then()

        prepare = partial(self.context.services.prepare, self.context.navigator.report_progress)
        self.run_store_job(prepare, show_reloaded)

    def show_failure(self, error: BaseException) -> None:
        """Say that the store failed; keys that waited were meant for something else."""
        self.waiting_keys.clear()
        self.show_message(error_text(error), "$wrong")

    def show_progress(self, text: str) -> None:
        """Take what the services say they are doing; screens with a place for it paint it."""

    def show_message(self, text: str, style: str = "$quiet") -> None:  # noqa: ARG002 (screens with a place for it paint it)
        """Say `text` where the learner will see it."""
        self.notify(text, timeout=_TOAST_SECONDS, markup=False)

    # --- looks ------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Draw everything to the new width."""
        for piece in self.query(PaintedWidget):
            piece.redraw()

    def action_scroll_page(self, pages: int) -> None:
        """Scroll what is read by `pages`."""
        reading = self.query_one(ScrollArea)
        reading.scroll_relative(y=pages * max(reading.size.height - 1, 1), animate=False)

    def action_scroll_line(self, lines: int) -> None:
        """Scroll what is read by `lines`."""
        self.query_one(ScrollArea).scroll_relative(y=lines, animate=False)
