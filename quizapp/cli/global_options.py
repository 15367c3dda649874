"""The global options, which every command takes before or behind its name.

A command is made with `QuizappCommand` or `QuizappGroup` here, so that
`quizapp stats --database URL` and `quizapp --database URL stats` are the same.
"""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import click
from click.core import ParameterSource

from quizapp.services.given_settings import GivenSettings

_SAID = "quizapp.cli.global_options.said"  # where the options of the command line are kept

GLOBAL_OPTIONS: tuple[Callable[[], click.Option], ...] = (
    lambda: click.Option(
        ["--database"],
        metavar="URL",
        envvar="QUIZAPP_DATABASE_URL",
        help="Where your answers are saved (default: an SQLite file in your data folder).",
    ),
    lambda: click.Option(
        ["--learner"],
        metavar="NAME",
        envvar="QUIZAPP_LEARNER",
        help="Who is learning (default: me).",
    ),
    lambda: click.Option(
        ["--decks", "deck_paths"],
        metavar="PATH",
        multiple=True,
        help="Also use this deck file or folder of decks; repeatable.",
    ),
    lambda: click.Option(
        ["--config"],
        metavar="FILE",
        envvar="QUIZAPP_CONFIG",
        help="Settings file, TOML (default: config.toml in your config folder).",
    ),
    lambda: click.Option(
        ["--create"],
        is_flag=True,
        help="Create the folder of --database if it doesn't exist.",
    ),
    lambda: click.Option(
        ["--now"], metavar="TIME", hidden=True, help="The time to use as now, in ISO 8601."
    ),
)


class _TakesGlobalOptions(click.Command):
    """A command or a group that takes the global options behind its name, too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(_hidden_global_options(self.params))

    def invoke(self, ctx: click.Context) -> Any:
        """Take the global options, then run."""
        collect_global_options(ctx)
        return super().invoke(ctx)


class QuizappCommand(_TakesGlobalOptions):
    """A command of quizapp."""


class QuizappGroup(_TakesGlobalOptions, click.Group):
    """A group of commands of quizapp."""

    command_class = QuizappCommand


def _hidden_global_options(present: Sequence[click.Parameter]) -> list[click.Option]:
    """Return the global options, kept out of a command's own help, without those `present`."""
    taken = {parameter.name for parameter in present}
    options = [option() for option in GLOBAL_OPTIONS]
    for option in options:
        option.hidden = True
    return [option for option in options if option.name not in taken]


def collect_global_options(ctx: click.Context) -> None:
    """Move the global options of a command into `ctx.obj`.

    An option, on whichever side of the command, wins over its environment variable.

    Raises:
        UsageError: an option is empty, or says one thing before the command and another behind it.
    """
    given_settings(ctx)
    for make_option in GLOBAL_OPTIONS:
        option = make_option()
        name = option.name or ""
        value = ctx.params.pop(name, None)
        # The copy behind the command reads the environment, too: that is no word of the learner's.
        if ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            _take_option(ctx, option, value)
        elif value and not getattr(ctx.obj, name):
            ctx.obj = replace(ctx.obj, **{name: value})


def given_settings(ctx: click.Context) -> GivenSettings:
    """Return what the global options say so far; it lies in `ctx.obj`."""
    return ctx.ensure_object(GivenSettings)


def is_interactive() -> bool:
    """Return whether a person can sit in front of this run: both ends are a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _take_option(ctx: click.Context, option: click.Option, value: Any) -> None:
    """Put what the command line says of `option` into `ctx.obj`."""
    name, flag = option.name or "", option.opts[0]
    if option.multiple:
        ctx.obj = replace(ctx.obj, **{name: (*getattr(ctx.obj, name), *value)})
        return
    if not value:
        raise click.UsageError(f"{flag} needs a value: {flag} {option.metavar}", ctx)
    said = ctx.meta.setdefault(_SAID, {})  # shared by a command and all that it stands in
    if said.setdefault(name, value) != value:
        raise click.UsageError(
            f"{flag} is given twice, as {said[name]!r} and as {value!r}: give it once", ctx
        )
    ctx.obj = replace(ctx.obj, **{name: value})
