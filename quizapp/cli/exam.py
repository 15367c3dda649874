"""`quizapp exam`: a fixed form, feedback at the end."""

from collections.abc import Sequence

import click

from quizapp.cli.global_options import QuizappCommand
from quizapp.cli.open_workspace import prepare, workspace_of
from quizapp.cli.output import say
from quizapp.cli.run_session import run_request
from quizapp.cli.shared_options import (
    DECKS_ARGUMENT,
    FORMATS_OPTION,
    PLAIN_OPTION,
    TAGS_OPTION,
    number_option,
    parse_formats,
)
from quizapp.errors import WrongCallError
from quizapp.items.item import Format
from quizapp.services.ports import ExamRequest, ResumeExamRequest, StartRequest
from quizapp.services.workspace import Workspace
from quizapp.session.blueprint import Blueprint

_MINUTES_PER_DAY = 24 * 60
_MOST_RESULTS = 50  # past exams that are listed


@click.command(
    cls=QuizappCommand,
    epilog="Example: quizapp exam -n 20 --minutes 30 --of outcome=5 --of typed=8 --seed 7",
)
@DECKS_ARGUMENT
@number_option(30)
@click.option(
    "--of",
    "parts",
    multiple=True,
    metavar="WHAT=N",
    help="N of the questions have this tag or format; repeatable.",
)
@TAGS_OPTION
@FORMATS_OPTION
@click.option(
    "--minutes",
    type=click.IntRange(min=1, max=_MINUTES_PER_DAY),
    metavar="M",
    help="Time limit; the clock keeps running while the exam is paused.",
)
@click.option("--seed", type=int, metavar="N", help="The same seed draws the same exam.")
@click.option(
    "--form",
    default="A",
    show_default=True,
    metavar="LETTER",
    help="A parallel form of the same blueprint: A, B, C …",
)
@click.option("--resume", is_flag=True, help="Resume the paused exam.")
@click.option("--hand-in", "hands_in", is_flag=True, help="Hand in the paused exam.")
@click.option("--results", "shows_results", is_flag=True, help="List your past exams.")
@PLAIN_OPTION
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 (one argument an option)
    ctx: click.Context,
    decks: tuple[str, ...],
    number: int,
    parts: tuple[str, ...],
    tags: tuple[str, ...],
    formats: str | None,
    minutes: int | None,
    seed: int | None,
    form: str,
    *,
    resume: bool,
    hands_in: bool,
    shows_results: bool,
    is_plain: bool,
) -> None:
    """Take an exam. Give ids or paths of decks, or none for all of them.

    Answer the questions in any order; you see your result when you hand in. No question gives
    another's answer away.
    """
    request: StartRequest = ResumeExamRequest()
    if not resume and not hands_in:
        request = ExamRequest(
            tags=tags,
            formats=parse_formats(formats),
            blueprint=_parse_blueprint(number, parts),
            seed=seed,
            form=form.upper(),
            minutes=minutes,
        )
    with workspace_of(ctx, decks) as workspace:
        if shows_results:
            _print_results(workspace)
        elif hands_in:
            _print_hand_in(workspace)
        else:
            run_request(workspace, request, is_plain=is_plain)


def _parse_blueprint(number: int, parts: Sequence[str]) -> Blueprint:
    """Return the blueprint of `number` questions with `parts` such as "outcome=5" or "typed=8".

    Raises:
        WrongCallError: a part is no name with a number.
    """
    counted = dict(map(_parse_blueprint_part, parts))
    return Blueprint(
        number,
        tags={name: count for name, count in counted.items() if name not in list(Format)},
        formats={Format(name): count for name, count in counted.items() if name in list(Format)},
    )


def _parse_blueprint_part(text: str) -> tuple[str, int]:
    """Return name and number of a part of the blueprint."""
    name, _, number = text.rpartition("=")
    if not name or not number.isdecimal():
        raise WrongCallError(f"--of {text!r} is not a name with a number", "write --of outcome=5")
    return name.removeprefix("#"), int(number)


def _print_results(workspace: Workspace) -> None:
    """Print a line for each exam that was handed in, the newest first."""
    from quizapp.services.sit_exam import past_exams
    from quizapp.terminal.plain.line_exam import past_lines

    prepare(workspace)
    say(*past_lines(past_exams(workspace, _MOST_RESULTS), workspace.now()))


def _print_hand_in(workspace: Workspace) -> None:
    """End the exam that was left and print how it went."""
    from quizapp.services.sit_exam import hand_in_exam
    from quizapp.terminal.plain.line_exam import result_lines

    prepare(workspace)
    say(*result_lines(hand_in_exam(workspace)))
