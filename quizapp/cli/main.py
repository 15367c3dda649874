"""The entry point: the table of commands, and errors turned into exit codes.

Nothing heavy is imported here: a command's module is loaded when the command runs, so that
`quizapp --help` starts as fast as click does.
"""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword

import click

from quizapp.cli.global_options import GLOBAL_OPTIONS, collect_global_options
from quizapp.cli.output import (
    ReaderGoneError,
    complain,
    require_output,
    say,
    standard_streams,
    warn,
)
from quizapp.errors import QuizappError
from quizapp.version import __version__

ALLOCATIONS_BEFORE_COLLECTING = 500_000
_INTERRUPTED = 130
_QUOTED = 20  # characters around what is no text


COMMANDS = {  # each with what `quizapp --help` says of it
    "study": "Study today's cards.",
    "quiz": "Practise: your schedule doesn't change.",
    "exam": "Take an exam: feedback after you hand in.",
    "check": "Find problems in decks.",
    "review": "Read a deck's cards beside their source, and sign them.",
    "items": "Print the questions that decks make.",
    "new": "Start a new deck.",
    "draft": "Draft a deck from an abstract.",
    "take": "Take cards that an assistant or a colleague wrote.",
    "upgrade": "Bring a deck to the newest version of the format.",
    "source": "Attach the texts of papers; list and show them.",
    "export": "Write an Anki package.",
    "import": "Import your reviews, or a deck, from Anki.",
    "plan": "Plan for an exam: new cards a day and the workload.",
    "optimize": "Fit the schedule to your own answers.",
    "report": "Show missing aliases, unclear stems and flagged exam answers.",
    "stats": "Show what is due and how well you remember.",
    "decks": "List, add and remove decks; switch them on and off.",
    "backup": "Back up your answers; list the backups.",
    "restore": "Restore a backup.",
    "db": "Inspect, upgrade and verify the database.",
    "doctor": "Check what this installation can do.",
    "schema": "Print the JSON Schema of a deck, for editors.",
}


class _LazyGroup(click.Group):
    """The commands of `COMMANDS`, each in a module of its name, imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Return the names of all commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import and return the command `cmd_name`, None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        # A module cannot be called `import`: that one is `import_`.
        suffix = "_" if iskeyword(cmd_name) else ""
        command = import_module(f"quizapp.cli.{cmd_name}{suffix}").command
        assert isinstance(command, click.Command)  # noqa: S101 (a promise of this package)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the table of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _show_version(ctx: click.Context, _: click.Parameter, *, wanted: bool) -> None:
    """Print the version and leave."""
    if wanted and not ctx.resilient_parsing:
        say(f"quizapp {__version__}")
        ctx.exit()


@click.group(
    cls=_LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 92},
    epilog="Example: quizapp study x-linked-hyper-igm --limit 20",
    params=[option() for option in GLOBAL_OPTIONS],
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=lambda ctx, param, value: _show_version(ctx, param, wanted=value),
    help="Show the version and exit.",
)
@click.pass_context
def quizapp(ctx: click.Context, /, **_: object) -> None:
    """Turn papers into lasting knowledge. Without a command it opens the home screen."""
    collect_global_options(ctx)
    if ctx.invoked_subcommand is None:
        import_module("quizapp.cli.home").run(ctx)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code: 0 good, 1 no, 2 wrong call, 3 stuck."""
    # Imports make many objects and no garbage: looking for some costs a sixth of a start.
    gc.set_threshold(ALLOCATIONS_BEFORE_COLLECTING)
    with standard_streams():
        sys.exit(run(arguments))


def run(arguments: Sequence[str] | None) -> int:
    """Run the command line, tell what went wrong, and return the exit code."""
    try:
        require_output()
        code = quizapp.main(args=arguments, prog_name="quizapp", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        _print_call_error(error)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        warn("Stopped.")
        return _INTERRUPTED
    except ReaderGoneError:  # `quizapp items | head`
        return 0
    except Exception as error:
        if os.environ.get("QUIZAPP_DEBUG") == "1":
            raise
        told = _as_told(error)
        _print_problems(told)
        complain(told.message, told.fix)
        return told.exit_code
    return code if isinstance(code, int) else 0


def _as_told(error: Exception) -> QuizappError:
    """Return what is told of `error`: it says so itself, the system does, or it is a bug."""
    if isinstance(error, QuizappError):
        return error
    if isinstance(error, UnicodeEncodeError):  # bytes of a name that no text can hold
        near = error.object[max(0, error.start - _QUOTED) : error.end + _QUOTED]
        return QuizappError(
            f"a name is not UTF-8 text, near {near!r}", "rename the file, or type the name again"
        )
    if isinstance(error, MemoryError):
        return QuizappError("not enough memory", "close other programs")
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if isinstance(error.filename, str) else ""
        return QuizappError(
            f"{where}{error.strerror}", "check that it exists, is yours, and has room"
        )
    return QuizappError(
        f"unexpected {type(error).__name__}: {error}",
        "this is a bug; QUIZAPP_DEBUG=1 shows where. Your saved answers are safe",
    )


def _print_problems(error: QuizappError) -> None:
    """Print the problems of the decks that `error` is about, if it is about decks."""
    from quizapp.cli.words import problem_lines
    from quizapp.services.deck_lookup import FaultyDeckError

    if isinstance(error, FaultyDeckError):
        for problem in error.problems:
            warn(*problem_lines(problem))


def _print_call_error(error: click.ClickException) -> None:
    """Print what is wrong with a call; what it quotes stays on its line."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        warn(*context.get_usage().splitlines())
        warn(f"Try '{context.command_path} --help' for help.", "")
    warn(f"Error: {error.format_message()}")
