"""`quizapp check`: the faults of decks, as text, JSON or annotations of a code host."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import click

from quizapp.bank.diagnostics import Explanation, Level, Problem
from quizapp.cli.global_options import QuizappCommand
from quizapp.cli.open_workspace import settings_of
from quizapp.cli.output import fields_of, say, say_json, say_text, warn
from quizapp.cli.words import problem_lines
from quizapp.errors import WrongCallError
from quizapp.services.check_decks import CheckResult, check_decks, checked_paths
from quizapp.services.user_folders import spelled_out
from quizapp.services.words import quantity

SOURCE_OPTION = click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="ID=FILE",
    help="Also compare the decks with a source's text, .nbib or .ris file; repeatable.",
)


@click.command(
    cls=QuizappCommand,
    epilog="Example: quizapp check decks/capitals.yaml   or: quizapp check --explain C301",
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--explain", metavar="CODE", help="Explain a code, with examples.")
@SOURCE_OPTION
@click.option(
    "-v",
    "--verbose",
    "is_verbose",
    is_flag=True,
    help="Also name each card that is not asked in a format, and why.",
)
@click.option(
    "--strict",
    "is_strict",
    is_flag=True,
    help="Fail on conflicts with a source, and on unsigned cards where a deck sets exam: signed.",
)
@click.option("--watch", "is_watching", is_flag=True, help="Check again at every save.")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="Output format.",
)
@click.pass_context
def command(  # noqa: PLR0913 (an argument for each option)
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    explain: str | None,
    sources: tuple[str, ...],
    shape: str,
    *,
    is_verbose: bool,
    is_watching: bool,
    is_strict: bool,
) -> None:
    """Find problems in decks and in the questions they make. Without PATH: all decks.

    With --source a table shows which facts cite which sentence.

    Exits with 1 if there is an error. Warnings and infos alone exit with 0. What a reader
    overruled in `quizapp review` is no conflict.
    """
    if explain:
        say_text(_explain_code(explain))
        return
    settings = settings_of(ctx)
    files = parse_source_files(sources)

    def look() -> bool:
        found = check_decks(settings, paths, files, is_verbose=is_verbose, is_strict=is_strict)
        return _print_result(found, shape, is_verbose=is_verbose)

    if is_watching:
        from quizapp.cli.watch_files import watch

        find_places = partial(checked_paths, settings, paths, files)
        watch(look, find_places, " ".join(("quizapp check", *paths)))
    elif look():
        ctx.exit(1)


def _print_result(found: CheckResult, shape: str, *, is_verbose: bool) -> bool:
    """Print what was found, and return whether there is an error."""
    _FORMATTERS[shape](found)
    if not is_verbose:
        warn(*(f"{line} (-v names them)" for line in found.dropped))
    warn(*found.notices)
    warn(_summary_line(found.decks, found.problems))
    return found.has_error


def parse_source_files(given: Sequence[str]) -> dict[str, Path]:
    """Return the files of `--source`, by the id of their source.

    Raises:
        WrongCallError: one is not written as ID=FILE, or an id is given twice.
    """
    files: dict[str, Path] = {}
    for each in given:
        name, equals, file = each.partition("=")
        if not (name and equals and file):
            raise WrongCallError(
                f"--source: {each!r} is not ID=FILE", "write it like levy1997=abstract.txt"
            )
        if name in files:
            raise WrongCallError(f"--source: {name} is given twice", "give one file for it")
        files[name] = spelled_out(file)
    return files


def _explain_code(code: str) -> str:
    """Return what `--explain` prints.

    Raises:
        WrongCallError: there is no such code.
    """
    from quizapp.lint.check import explain_code

    found = explain_code(code.upper())
    if found is None:
        raise WrongCallError(f"there is no code {code!r}", "decks/README.md lists the codes")
    return _explanation_text(found)


def _explanation_text(found: Explanation) -> str:
    """Return an explanation as text: title, reason, a bad and a good example, reference."""
    parts = [f"{found.code} ({found.level}): {found.title}", found.reason]
    for word, example in (("Bad", found.bad), ("Good", found.good)):
        if example:
            parts.append(f"{word}:\n" + "\n".join(f"    {line}" for line in example.splitlines()))
    if found.reference:
        parts.append(f"From: {found.reference}")
    return "\n\n".join(parts)


def _summary_line(decks: int, problems: Sequence[Problem]) -> str:
    """Return the closing line: how many decks were sound, how many problems of each level."""
    counts = Counter(problem.level for problem in problems)
    parts = [quantity(counts[level], level.value) for level in Level if counts[level]]
    return f"{quantity(decks, 'deck')} read: {', '.join(parts) or 'no problems'}"


def _print_text(found: CheckResult) -> None:
    """Print what was found as lines for a person, then the table."""
    for problem in found.problems:
        say(*problem_lines(problem))
    if found.coverage:
        from quizapp.cli.coverage_table import coverage_table

        table = coverage_table(found.coverage)
        say_text(f"\n{table}" if found.problems else table)


def _print_json(found: CheckResult) -> None:
    """Print the problems as a JSON list; its keys are stable."""
    rows = [
        {
            "code": problem.code,
            "level": problem.level.value,
            **fields_of(problem.place, "file", "line", "column"),
            **fields_of(problem, "message", "fix"),
        }
        for problem in found.problems
    ]
    say_json(rows)


_GITHUB_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
_GITHUB_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_MESSAGE = str.maketrans(_GITHUB_ESCAPES)
_IN_PROPERTY = str.maketrans({**_GITHUB_ESCAPES, ":": "%3A", ",": "%2C"})


def _print_github(found: CheckResult) -> None:
    """Print the problems as workflow commands that a code host shows beside the line."""
    say(
        *(
            f"::{_GITHUB_LEVELS[problem.level]} file={problem.place.file.translate(_IN_PROPERTY)},"
            f"line={problem.place.line},col={problem.place.column},title={problem.code}::"
            + f"{problem.message}. fix: {problem.fix}".translate(_IN_MESSAGE)
            for problem in found.problems
        )
    )


_FORMATTERS: Mapping[str, Callable[[CheckResult], None]] = {
    "text": _print_text,
    "json": _print_json,
    "github": _print_github,
}
