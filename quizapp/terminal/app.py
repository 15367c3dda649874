"""The app: what stands over all screens — themes, the store's thread, the way out.

`run_app` begins it, and returns when the learner has left, with every answer kept.
"""

import asyncio
import signal
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.color import Color
from textual.command import CommandPalette
from textual.filter import LineFilter
from textual.message import Message
from textual.screen import Screen
from textual.theme import Theme, ThemeProvider

from quizapp.services.ports import (
    AppRequest,
    AppServices,
    ExamRequest,
    QuizRequest,
    ResumeExamRequest,
    ResumeRequest,
    ReviewRequest,
    SessionRequest,
)
from quizapp.session.session import Session
from quizapp.terminal.commands import Commands
from quizapp.terminal.content import ControlCharacterFilter
from quizapp.terminal.edit_deck import open_editor
from quizapp.terminal.keys import EVERYWHERE
from quizapp.terminal.screens.base import KeyScreen
from quizapp.terminal.screens.factory import ScreenFactory
from quizapp.terminal.store_thread import JobDone, StoreThread
from quizapp.terminal.themes import DARK, FALLBACK_COLORS, NEXT_THEME, QUIET_BLEND, THEMES
from quizapp.terminal.words import error_text

if TYPE_CHECKING:
    from quizapp.session.exam import ExamSitting

_PAINT_TIMEOUT_SECONDS = 1.0
_LISTING = frozenset({"command_palette", "app.menu"})  # what lists commands is none of them
_HANG_UPS = ("SIGHUP", "SIGTERM")


class ProgressMessage(Message, bubble=False):
    """The services say what they are doing."""

    def __init__(self, text: str, share: float | None) -> None:
        super().__init__()
        self.text = text if share is None else f"{text} {share:.0%}"


class QuizApp(App[None], inherit_bindings=False):
    """The app around its services, begun at the home screen or with a request."""

    BINDINGS: ClassVar[list[BindingType]] = list(EVERYWHERE)
    CSS_PATH = "screens/base.tcss"
    TITLE = "quizapp"
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        services: AppServices,
        initial_request: AppRequest | None = None,
        *,
        theme: str = DARK,
        keymap: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self.services = services
        self.initial_request = initial_request
        self.store_thread = StoreThread()
        self.screens = ScreenFactory(
            services,
            self.store_thread,
            self,
            partial(open_editor, self, services, self.show_message),
        )
        self.first_paint = Event()
        self.session: Session | None = None
        self.failure: BaseException | None = None
        self.is_leaving = False
        self.notices: tuple[str, ...] = ()
        self.keymap = dict(keymap or {})
        self.control_filter = ControlCharacterFilter()
        self.animation_level = "none"
        self._register_themes()
        self.theme = self.kept_theme = theme if theme in self.available_themes else DARK
        self.set_keymap(self.keymap)

    # --- looks ------------------------------------------------------------------------------------

    def _register_themes(self) -> None:
        """Offer our themes, and without colours none of the terminal's own: they are unreadable."""
        for own in THEMES:
            self.register_theme(own)
        if self.no_color:
            for name, theme in self.available_themes.items():
                if theme.ansi:
                    self.unregister_theme(name)

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's colours under our names, also for themes that are not ours."""
        variables = super().get_css_variables()
        for name, stand_in in FALLBACK_COLORS.items():
            variables.setdefault(name, variables[stand_in])
        if "auto" in variables["quiet"]:
            text, ground = (
                Color.parse(variables["foreground"]),
                Color.parse(variables["background"]),
            )
            variables["quiet"] = ground.blend(text, QUIET_BLEND).hex
        self.theme_variables = variables
        return variables

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every line painted goes through."""
        return [self.control_filter, *super().get_line_filters()]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield every key of the screen as a command, then the theme's choice."""
        if isinstance(screen, KeyScreen):
            active = {bound.binding.id: bound for bound in screen.active_bindings.values()}
            for node, binding, is_enabled, _ in active.values():
                if is_enabled and binding.action not in _LISTING:
                    run = partial(self.run_action, binding.action, node)
                    yield SystemCommand(binding.description, binding.tooltip, run)
        yield SystemCommand(
            "Choose theme", "Choose a theme from the list", self.action_change_theme
        )

    def action_next_theme(self) -> None:
        """Go on to the next of our themes."""
        self.theme = NEXT_THEME.get(self.theme, DARK)

    def _keep_theme(self, theme: Theme) -> None:
        """Keep the theme for the next start; it holds here even if it cannot be kept."""
        if theme.name == self.kept_theme:
            return
        self.kept_theme = theme.name
        self.store_thread.submit(
            self,
            partial(self.services.keep_theme, theme.name),
            lambda _: None,
            lambda error: self.show_message(error_text(error), "$close"),
        )

    def action_command_palette(self) -> None:
        """Open the commands."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Commands(id="--command-palette"))

    def search_themes(self) -> None:
        """Open the list of all themes."""
        self.push_screen(Commands(providers=[ThemeProvider], placeholder="Search for themes…"))

    def action_menu(self) -> None:
        """List what can be done on the screen, each with its letter."""
        if isinstance(self.screen, KeyScreen) and not self.screen.running_jobs:
            self.push_screen(self.screens.menu(self.screen, tuple(self.screen.menu())))

    def action_help(self) -> None:
        """List the keys of the screen."""
        if isinstance(self.screen, KeyScreen):
            self.push_screen(self.screens.help(self.screen.KEYS, self.keymap))

    # --- beginning --------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Paint the first screen, then open the store on its thread."""
        self._watch_for_hang_up()
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self.store_thread.submit(self, self._prepare, self.show_notices, self._exit_with_error)
        self.call_after_refresh(self.first_paint.set)
        if self.initial_request is None:
            self.push_screen(self.screens.home())
        elif isinstance(self.initial_request, ExamRequest):
            self.push_screen(
                self.screens.exam(partial(self.services.open_exam, self.initial_request))
            )
        elif isinstance(self.initial_request, ReviewRequest):
            self.push_screen(self.screens.review(self.initial_request.review))
        elif isinstance(self.initial_request, ResumeExamRequest):
            self.push_screen(self.screens.exam(self.services.resume_exam))
        else:
            self.push_screen(self.screens.question(self._session_opener(self.initial_request)))

    def _prepare(self) -> Sequence[str]:
        """Prepare the services once something is painted: imports would hold the painting up."""
        self.first_paint.wait(_PAINT_TIMEOUT_SECONDS)
        return self.services.prepare(self.report_progress)

    def _session_opener(self, request: SessionRequest) -> Callable[[], Session]:
        if isinstance(request, QuizRequest):
            return partial(self.services.open_quiz, request)
        if isinstance(request, ResumeRequest):
            return self.services.resume_quiz
        return partial(self.services.open_study, request)

    def report_progress(self, text: str, share: float | None) -> None:
        """Take what the services say they are doing; from any thread."""
        self.post_message(ProgressMessage(text, share))

    def on_progress_message(self, reported: ProgressMessage) -> None:
        """Show what the services are doing."""
        if isinstance(self.screen, KeyScreen):
            self.screen.show_progress(reported.text)

    def on_job_done(self, done: JobDone) -> None:
        """Take what came of a job that the app itself asked for."""
        done.deliver()

    def show_notices(self, notices: Sequence[str]) -> None:
        """Keep and show what the learner should know."""
        self.notices = tuple(notices)
        if notices:
            self.show_message("\n".join(notices), "$close")

    def _exit_with_error(self, error: BaseException) -> None:
        """Leave: without a store there is nothing to do."""
        self.failure = self.failure or error
        self.exit()

    def exit_if_not_opened(self, error: BaseException) -> None:
        """Leave when the session that the app was begun for cannot be."""
        if self.initial_request is not None:
            self._exit_with_error(error)

    # --- from screen to screen --------------------------------------------------------------------

    def open_session(self, open_session: Callable[[], Session]) -> None:
        """Begin a session in place of whatever is above the home screen."""
        self.above_home(self.screens.question(open_session))

    def open_exam(self, open_exam: Callable[[], "ExamSitting"]) -> None:
        """Begin an exam, or go on with one, in place of whatever is above the home screen."""
        self.above_home(self.screens.exam(open_exam))

    def resume_session(self, session: Session) -> None:
        """Go on with a session that had been over."""
        self.above_home(self.screens.question(lambda: session, is_started=True))

    def above_home(self, screen: Screen[None]) -> None:
        """Show `screen` in place of all that lies above the home screen, windows too."""
        self._uncover(self._lowest + 1)
        if len(self.screen_stack) > self._lowest:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    @property
    def _lowest(self) -> int:
        """How many screens are never closed: the library's own, and the home screen on it."""
        below = self.screen_stack[:2]
        return 1 + any(isinstance(each, KeyScreen) and each.IS_HOME for each in below)

    def _uncover(self, number: int) -> None:
        """Close screens from above until at most `number` are left."""
        while len(self.screen_stack) > number:
            # The palette may still be looking for commands, in a list that is gone in a moment.
            self.workers.cancel_node(self.screen)
            self.pop_screen()

    def go_home(self) -> None:
        """Go back to the home screen; the app ends where it was begun without one."""
        self.session = None
        if self.initial_request is not None:
            self.exit()
        else:
            self._uncover(self._lowest)

    def show_message(self, text: str, style: str = "$quiet") -> None:
        """Say `text` where the learner will see it."""
        if isinstance(self.screen, KeyScreen):
            self.screen.show_message(text, style)

    def hold_session(self, session: Session) -> None:
        """Take the session whose open answer is kept when the app ends."""
        self.session = session

    def warm_up(self, session: Session) -> None:
        """Load what the first answer needs while the first question is being read."""
        self.store_thread.submit(self, session.warm_up, lambda _: None, lambda _: None)

    # --- leaving ----------------------------------------------------------------------------------

    async def action_quit(self) -> None:
        """Keep what is on the screen, then leave; if it cannot be kept, say so and ask again."""
        if self.session is None or self.is_leaving:
            self.exit()
            return
        self.is_leaving = True
        self.store_thread.submit(
            self, self.save_open_answer, lambda _: self.exit(), self._cannot_leave
        )

    def _cannot_leave(self, error: BaseException) -> None:
        self.show_message(
            f"{error_text(error)}. Not saved yet. Press ctrl+q again to quit anyway", "$wrong"
        )

    def save_open_answer(self) -> None:
        """Keep an answer whose feedback is open."""
        if self.session is not None:
            self.session.leave(self.services.now())
            self.session = None

    def _watch_for_hang_up(self) -> None:
        loop = asyncio.get_running_loop()
        for name in _HANG_UPS:
            with suppress(AttributeError, ValueError, RuntimeError, NotImplementedError):
                loop.add_signal_handler(getattr(signal, name), self.exit)


def run_app(
    services: AppServices,
    initial_request: AppRequest | None = None,
    *,
    theme: str = DARK,
    keymap: Mapping[str, str] | None = None,
) -> None:
    """Run the app until the learner leaves, the terminal goes away or the store cannot be opened.

    Without a request it begins at the home screen; with one, at the first question, and ends with
    the last.

    Raises:
        QuizappError: the store could not be opened, or the last answer not be kept.
    """
    app = QuizApp(services, initial_request, theme=theme, keymap=keymap)
    try:
        app.run()
    finally:
        app.store_thread.finish(app.save_open_answer, services.close)
    if app.failure is not None:
        raise app.failure
