"""`quizapp doctor`: what this installation can do, and what to do where it cannot."""

from collections.abc import Iterator

import click

from quizapp.cli.global_options import QuizappCommand
from quizapp.cli.open_workspace import settings_of
from quizapp.cli.output import fields_of, say, say_json
from quizapp.cli.shared_options import JSON_OPTION
from quizapp.services.doctor import CheckState, InstallationCheck, examine_installation

_STATE_WIDTH = 9  # columns


@click.command(cls=QuizappCommand, epilog="Example: quizapp doctor --json")
@JSON_OPTION
@click.pass_context
def command(ctx: click.Context, *, is_json: bool) -> None:
    """Check what this installation can do: words for judging, cache, database. Nothing changes.

    Exits with 1 if something is an error.
    """
    found = examine_installation(settings_of(ctx))
    if is_json:
        say_json([fields_of(check, "name", "state", "sentence", "fix") for check in found])
    else:
        say(*(line for check in found for line in _check_lines(check)))
    if any(check.state is CheckState.ERROR for check in found):
        ctx.exit(1)


def _check_lines(check: InstallationCheck) -> Iterator[str]:
    """Yield a check as it is printed: its state, its name and how it is, then the fix."""
    yield f"{check.state.value:{_STATE_WIDTH}}{check.name}: {check.sentence}"
    if check.fix:
        yield f"{'':{_STATE_WIDTH}}fix: {check.fix}"
