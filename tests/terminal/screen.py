"""The app at work in a test: pressed, settled, and read as plain text."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from textual import events
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot

from quizapp.services.ports import AppRequest, AppServices, StudyRequest
from quizapp.terminal.app import QuizApp
from quizapp.terminal.screens.base import KeyScreen

STUDY = StudyRequest()
SIZES = [(80, 24), (60, 20), (140, 40)]


def character_of(key: str) -> str | None:
    """Return what a key would type, None for one that types nothing."""
    return key if len(key) == 1 else key_to_character(key)


class Sitting:
    """A learner in front of the app."""

    def __init__(self, app: QuizApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys one by one, each after what the one before it did."""
        for key in keys:
            await self.burst(key)

    async def type(self, text: str) -> None:
        """Type a text, key by key."""
        await self.press(*text)

    async def burst(self, *keys: str) -> None:
        """Press keys faster than the app can take them."""
        for key in keys:
            self.app.post_message(
                events.Key(_character_to_key(key) if len(key) == 1 else key, character_of(key))
            )
        await self.settle()

    async def click(self, text: str) -> None:
        """Click where `text` begins."""
        row = next(number for number, line in enumerate(self.lines) if text in line)
        await self.pilot.click(offset=(self.lines[row].index(text), row))
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is under way any more: no message, no job, and nothing new painted."""
        painted: list[str] | None = None
        while True:
            await self.hand_on()
            if self.app.is_running:
                await asyncio.wrap_future(self.app.store_thread._thread.submit(lambda: None))
                await self.hand_on()
            before, painted = painted, None if self.is_busy() else self.lines
            if painted is not None and (painted == before or not self.app.is_running):
                return

    async def hand_on(self) -> None:
        """Let messages go their way: from the app to the screen, to its parts, to the paint."""
        for _ in range(3):
            await self.pilot.pause(0)

    def is_busy(self) -> bool:
        """Say whether the store works for a screen, or the upper one is not painted yet."""
        is_asking = any(
            isinstance(screen, KeyScreen) and (screen.running_jobs or screen.running_lookups)
            for screen in self.app.screen_stack
        )
        return is_asking or (self.app.is_running and not any(self.lines))

    @property
    def lines(self) -> list[str]:
        """The screen as it is painted, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return [strip.text.rstrip() for strip in strips]

    @property
    def text(self) -> str:
        """The screen as it is painted."""
        return "\n".join(self.lines)

    @property
    def footer(self) -> str:
        """The lowest line."""
        return self.lines[-1].strip()


@asynccontextmanager
async def sitting(
    services: AppServices,
    start: AppRequest | None = None,
    size: tuple[int, int] = (80, 24),
    keymap: Mapping[str, str] | None = None,
) -> AsyncIterator[Sitting]:
    """Run the app around `services`, settled at its first screen."""
    app = QuizApp(services, start, keymap=keymap)
    async with app.run_test(size=size) as pilot:
        learner = Sitting(app, pilot)
        await learner.settle()
        yield learner
    app.store_thread.finish(app.save_open_answer, services.close)
