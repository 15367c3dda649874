"""The app: what stands over all screens — themes, the store's thread, the way out.

`run_app` is the door. It returns when the learner has left, with every answer kept.
"""

import asyncio
import signal
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual.app import App, SuspendNotSupported, SystemCommand
from textual.binding import BindingType
from textual.color import Color
from textual.command import CommandPalette
from textual.filter import LineFilter
from textual.message import Message
from textual.screen import Screen
from textual.theme import Theme, ThemeProvider

from quizapp.bank.model import Place
from quizapp.errors import QuizappError
from quizapp.session.session import Session
from quizapp.terminal.commands import Commands
from quizapp.terminal.content import Neutral
from quizapp.terminal.house import (
    ExamWish,
    House,
    QuizWish,
    ResumeExamWish,
    ResumeWish,
    SittingWish,
    StudyWish,
    Wish,
)
from quizapp.terminal.keys import EVERYWHERE
from quizapp.terminal.screens.base import KeyScreen
from quizapp.terminal.screens.doors import (
    exam_screen,
    help_screen,
    home_screen,
    menu_screen,
    question_screen,
)
from quizapp.terminal.themes import DARK, NEXT, QUIET_SHARE, STAND_INS, THEMES
from quizapp.terminal.words import in_words
from quizapp.terminal.writer import Done, Writer

if TYPE_CHECKING:
    from quizapp.session.exam import ExamSitting

Start: TypeAlias = Wish | None
SECONDS_TO_PAINT = 1.0
LISTING = frozenset({"command_palette", "app.menu"})  # what lists commands is none of them
HANG_UPS = ("SIGHUP", "SIGTERM")


class Reported(Message, bubble=False):
    """The house says what it is doing."""

    def __init__(self, text: str, share: float | None) -> None:
        super().__init__()
        self.text = text if share is None else f"{text} {share:.0%}"


class QuizApp(App[None], inherit_bindings=False):
    """The app around one house, begun at the home screen or with a wish."""

    BINDINGS: ClassVar[list[BindingType]] = list(EVERYWHERE)
    CSS_PATH = "screens/base.tcss"
    TITLE = "quizapp"
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        house: House,
        start: Start = None,
        *,
        theme: str = DARK,
        keymap: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self.house = house
        self.start = start
        self.writer = Writer()
        self.painted = Event()
        self.session: Session | None = None
        self.failure: BaseException | None = None
        self.is_leaving = False
        self.notices: tuple[str, ...] = ()
        self.keymap = dict(keymap or {})
        self.neutral = Neutral()
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
        for name, stand_in in STAND_INS.items():
            variables.setdefault(name, variables[stand_in])
        if "auto" in variables["quiet"]:
            text, ground = (
                Color.parse(variables["foreground"]),
                Color.parse(variables["background"]),
            )
            variables["quiet"] = ground.blend(text, QUIET_SHARE).hex
        self.theme_variables = variables
        return variables

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every line painted goes through."""
        return [self.neutral, *super().get_line_filters()]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield every key of the screen as a command, then the theme's choice."""
        if isinstance(screen, KeyScreen):
            active = {bound.binding.id: bound for bound in screen.active_bindings.values()}
            for node, binding, is_enabled, _ in active.values():
                if is_enabled and binding.action not in LISTING:
                    run = partial(self.run_action, binding.action, node)
                    yield SystemCommand(binding.description, binding.tooltip, run)
        yield SystemCommand("Choose theme", "Choose among all themes.", self.action_change_theme)

    def action_next_theme(self) -> None:
        """Go on to the next of our themes."""
        self.theme = NEXT.get(self.theme, DARK)

    def _keep_theme(self, theme: Theme) -> None:
        """Keep the theme for the next start; it holds here even if it cannot be kept."""
        if theme.name == self.kept_theme:
            return
        self.kept_theme = theme.name
        self.writer.submit(
            self,
            partial(self.house.keep_theme, theme.name),
            lambda _: None,
            lambda error: self.tell(in_words(error), "$close"),
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
        if isinstance(self.screen, KeyScreen) and not self.screen.jobs:
            self.push_screen(menu_screen(self.screen, tuple(self.screen.menu())))

    def action_help(self) -> None:
        """List the keys of the screen."""
        if isinstance(self.screen, KeyScreen):
            self.push_screen(help_screen(self.screen.KEYS, self.keymap))

    # --- beginning --------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Paint the first screen, then open the store on its thread."""
        self._watch_for_hang_up()
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self.writer.submit(self, self._prepare, self._tell, self._stop)
        self.call_after_refresh(self.painted.set)
        if self.start is None:
            self.push_screen(home_screen())
        elif isinstance(self.start, ExamWish):
            self.push_screen(exam_screen(partial(self.house.exam, self.start)))
        elif isinstance(self.start, ResumeExamWish):
            self.push_screen(exam_screen(self.house.resume_exam))
        else:
            self.push_screen(question_screen(self._opener(self.start)))

    def _prepare(self) -> Sequence[str]:
        """Prepare the house once something is painted: its imports would hold the painting up."""
        self.painted.wait(SECONDS_TO_PAINT)
        return self.house.prepare(self.report)

    def _opener(self, wish: SittingWish) -> Callable[[], Session]:
        if isinstance(wish, QuizWish):
            return partial(self.house.quiz, wish)
        if isinstance(wish, ResumeWish):
            return self.house.resume_quiz
        return partial(self.house.study, wish)

    def report(self, text: str, share: float | None) -> None:
        """Take what the house says it is doing; from any thread."""
        self.post_message(Reported(text, share))

    def on_reported(self, reported: Reported) -> None:
        """Show what the house is doing."""
        if isinstance(self.screen, KeyScreen):
            self.screen.report(reported.text)

    def on_done(self, done: Done) -> None:
        """Take what came of a job that the app itself asked for."""
        done.answer()

    def _tell(self, notices: Sequence[str]) -> None:
        self.notices = tuple(notices)
        if notices:
            self.tell("\n".join(notices), "$close")

    def _stop(self, error: BaseException) -> None:
        """Leave: without a store there is nothing to do."""
        self.failure = self.failure or error
        self.exit()

    def not_opened(self, error: BaseException) -> None:
        """Leave when the session that the app was begun for cannot be."""
        if self.start is not None:
            self._stop(error)

    # --- from screen to screen --------------------------------------------------------------------

    def study(self, wish: StudyWish) -> None:
        """Study from the home screen."""
        self.begin(partial(self.house.study, wish))

    def begin(self, open_session: Callable[[], Session]) -> None:
        """Begin a session in place of whatever is above the home screen."""
        self.above_home(question_screen(open_session))

    def examine(self, open_exam: Callable[[], "ExamSitting"]) -> None:
        """Begin an exam, or go on with one, in place of whatever is above the home screen."""
        self.above_home(exam_screen(open_exam))

    def go_on(self, session: Session) -> None:
        """Go on with a session that had been over."""
        self.above_home(question_screen(lambda: session, is_started=True))

    def above_home(self, screen: KeyScreen) -> None:
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
            self.pop_screen()

    def go_home(self) -> None:
        """Go back to the home screen; the app ends where it was begun without one."""
        self.session = None
        if self.start is not None:
            self.exit()
        else:
            self._uncover(self._lowest)

    def tell(self, text: str, style: str = "$quiet") -> None:
        """Say `text` where the learner will see it."""
        if isinstance(self.screen, KeyScreen):
            self.screen.tell(text, style)

    def warm_up(self, session: Session) -> None:
        """Load what the first answer needs while the first question is being read."""
        self.writer.submit(self, session.warm_up, lambda _: None, lambda _: None)

    # --- editing ----------------------------------------------------------------------------------

    def edit(
        self, screen: KeyScreen, place: Place, then: Callable[[], None] = lambda: None
    ) -> None:
        """Open the editor at `place`, then read the decks again, then do `then`."""
        if self.open_editor(place):
            self.reload(screen, then)

    def open_editor(self, place: Place) -> bool:
        """Open the editor at `place` until it is closed; return whether it could be opened."""
        try:
            command = self.house.edit(place)
            if command is None:
                self.tell("set EDITOR to the editor you like", "$close")
                return False
            with self.suspend():
                run_editor(command)
        except (QuizappError, OSError, SuspendNotSupported) as error:
            self.tell(in_words(error), "$wrong")
            return False
        return True

    def reload(self, screen: KeyScreen, then: Callable[[], None]) -> None:
        """Read the decks again on the store's thread, then do `then`."""

        def told(notices: Sequence[str]) -> None:
            screen.tell("decks read again")
            self._tell(notices)
            then()

        screen.ask_store(partial(self.house.prepare, self.report), told)

    # --- leaving ----------------------------------------------------------------------------------

    async def action_quit(self) -> None:
        """Keep what is on the screen, then leave; if it cannot be kept, say so and ask again."""
        if self.session is None or self.is_leaving:
            self.exit()
            return
        self.is_leaving = True
        self.writer.submit(self, self.keep, lambda _: self.exit(), self._cannot_leave)

    def _cannot_leave(self, error: BaseException) -> None:
        self.tell(f"{in_words(error)}. The answer is not saved; quit again to lose it.", "$wrong")

    def keep(self) -> None:
        """Keep an answer whose feedback is open."""
        if self.session is not None:
            self.session.leave(self.house.now())
            self.session = None

    def _watch_for_hang_up(self) -> None:
        loop = asyncio.get_running_loop()
        for name in HANG_UPS:
            with suppress(AttributeError, ValueError, RuntimeError, NotImplementedError):
                loop.add_signal_handler(getattr(signal, name), self.exit)


def run_editor(command: Sequence[str]) -> None:
    """Run the learner's editor until it is closed."""
    import subprocess  # noqa: PLC0415 (start-up)

    subprocess.run(command, check=False)  # noqa: S603 (the learner's own)


def run_app(
    house: House,
    start: Start = None,
    *,
    theme: str = DARK,
    keymap: Mapping[str, str] | None = None,
) -> None:
    """Run the app until the learner leaves, the terminal goes away or the store cannot be opened.

    `start` None begins at the home screen; a wish begins at its first question and ends with it.

    Raises:
        QuizappError: the store could not be opened, or the last answer not be kept.
    """
    app = QuizApp(house, start, theme=theme, keymap=keymap)
    try:
        app.run()
    finally:
        app.writer.finish(app.keep, house.close)
    if app.failure is not None:
        raise app.failure
