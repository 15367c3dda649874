"""The workspace of a command: opened by its global options, told about, closed behind it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

import click

from quizapp.cli.global_options import given_settings
from quizapp.cli.output import warn
from quizapp.cli.progress import progress_bar
from quizapp.services.settings import Settings, load_settings
from quizapp.services.workspace import Workspace, open_workspace


def settings_of(ctx: click.Context) -> Settings:
    """Return the settings of the run."""
    return load_settings(given_settings(ctx))


@contextmanager
def workspace_of(ctx: click.Context, names: Sequence[str] = ()) -> Iterator[Workspace]:
    """Hand out the workspace of the decks `names`, not yet prepared; close it afterwards."""
    workspace = None
    try:
        with open_workspace(settings_of(ctx), names) as workspace:
            yield workspace
    finally:
        # The answers are kept: a terminal that is gone must not end a session in an error.
        with suppress(OSError, ValueError):
            warn(*(workspace.closing_notices if workspace is not None else ()))


@contextmanager
def prepared_workspace(ctx: click.Context, names: Sequence[str] = ()) -> Iterator[Workspace]:
    """Hand out the workspace of the decks `names`, its decks brought up to date."""
    with workspace_of(ctx, names) as workspace:
        prepare(workspace)
        yield workspace


def prepare(workspace: Workspace) -> None:
    """Open the store and read the decks with a progress bar; notices go to standard error."""
    with progress_bar() as report:
        notices = workspace.prepare(report)
    warn(*notices)
