"""`quizapp doctor`: what this installation can do, and what to do where it cannot."""

from collections.abc import Iterator

import click

from quizapp.cli.open_workspace import settings_of
from quizapp.cli.options import QuizappCommand
from quizapp.cli.output import say, say_json
from quizapp.services.doctor import Check, State, examine_installation


@click.command(cls=QuizappCommand, epilog="Example: quizapp doctor --json")
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
@click.pass_context
def command(ctx: click.Context, *, is_json: bool) -> None:
    """Check what this installation can do: words for judging, cache, database. Nothing changes.

    Exits with 1 if something is an error.
    """
    found = examine_installation(settings_of(ctx))
    if is_json:
        say_json([_as_dict(check) for check in found])
    else:
        say(*(line for check in found for line in _as_lines(check)))
    if any(check.state is State.ERROR for check in found):
        ctx.exit(1)


def _as_dict(check: Check) -> dict[str, str]:
    """Return a check in its stable JSON shape."""
    return {
        "name": check.name,
        "state": check.state.value,
        "sentence": check.sentence,
        "fix": check.fix,
    }


def _as_lines(check: Check) -> Iterator[str]:
    """Yield a check as it is printed: its state, its name and how it is, then the fix."""
    yield f"{check.state.value:9}{check.name}: {check.sentence}"
    if check.fix:
        yield f"{'':9}fix: {check.fix}"
