"""`quizapp exam`: a fixed form, feedback at the end."""

from collections.abc import Sequence

import click

from quizapp.cli.formats import FORMATS_OPTION, parse_format, parse_formats
from quizapp.cli.options import QuizappCommand
from quizapp.cli.output import say
from quizapp.cli.run_session import PLAIN_OPTION, run_request
from quizapp.errors import WrongCallError
from quizapp.services.app_services import LocalAppServices, open_services, prepare_services
from quizapp.services.ports import ExamRequest, ResumeExamRequest, StartRequest
from quizapp.session.blueprint import Blueprint

MINUTES_PER_DAY = 24 * 60
MOST_RESULTS = 50  # past exams that are listed


@click.command(
    cls=QuizappCommand,
    epilog="Example: quizapp exam -n 20 --minutes 30 --of outcome=5 --of typed=8 --seed 7",
)
@click.argument("decks", nargs=-1, metavar="[DECK]...")
@click.option(
    "-n",
    "number",
    type=click.IntRange(min=1),
    default=30,
    show_default=True,
    metavar="N",
    help="How many questions.",
)
@click.option(
    "--of",
    "parts",
    multiple=True,
    metavar="WHAT=N",
    help="N of the questions have this tag or format; repeatable.",
)
@click.option(
    "--tag", "tags", multiple=True, metavar="T", help="Only questions with this tag; repeatable."
)
@FORMATS_OPTION
@click.option(
    "--minutes",
    type=click.IntRange(min=1, max=MINUTES_PER_DAY),
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
            blueprint=parse_blueprint(number, parts),
            seed=seed,
            form=form.upper(),
            minutes=minutes,
        )
    with open_services(ctx.obj, decks) as services:
        if shows_results:
            list_results(services)
        elif hands_in:
            hand_in_exam(services)
        else:
            run_request(services, request, is_plain=is_plain)


def parse_blueprint(number: int, parts: Sequence[str]) -> Blueprint:
    """Return the blueprint of `number` questions with `parts` such as "outcome=5" or "typed=8".

    Raises:
        WrongCallError: a part is no name with a number.
    """
    counted = dict(map(parse_blueprint_part, parts))
    formats = {name: count for name, count in counted.items() if is_format_name(name)}
    return Blueprint(
        number,
        tags={name: count for name, count in counted.items() if name not in formats},
        formats={parse_format(name): count for name, count in formats.items()},
    )


def parse_blueprint_part(text: str) -> tuple[str, int]:
    """Return name and number of a part of the blueprint."""
    name, _, number = text.rpartition("=")
    if not name or not number.isdecimal():
        raise WrongCallError(f"--of {text!r} is no name with a number", "write --of outcome=5")
    return name.removeprefix("#"), int(number)


def is_format_name(name: str) -> bool:
    """Return whether a part is of a format; all others are tags."""
    try:
        parse_format(name)
    except WrongCallError:
        return False
    return True


def list_results(services: LocalAppServices) -> None:
    """Print a line for each exam that was handed in, the newest first."""
    from quizapp.terminal.plain.line_exam import past_lines

    for line in past_lines(prepare_services(services).past_exams(MOST_RESULTS), services.now()):
        say(line)


def hand_in_exam(services: LocalAppServices) -> None:
    """End the exam that was left and print how it went."""
    from quizapp.terminal.plain.line_exam import result_lines

    result = prepare_services(services).resume_exam().hand_in(services.now())
    for line in result_lines(result):
        say(line)
