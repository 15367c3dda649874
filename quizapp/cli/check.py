"""`quizapp check`: the faults of decks, as text, JSON or annotations of a code host."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import click

from quizapp.bank.problem import Explanation, Level, Problem
from quizapp.cli.library import as_text, load_decks
from quizapp.cli.options import Command
from quizapp.cli.settings import settings_from
from quizapp.cli.words import counted
from quizapp.errors import WrongCallError


@click.command(
    cls=Command,
    epilog="Example: quizapp check decks/capitals.yaml   or: quizapp check --explain C301",
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--explain", metavar="CODE", help="Say why a code is a fault, with examples.")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How faults are printed.",
)
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], explain: str | None, shape: str) -> None:
    """Find the faults of decks and of the items they make; all known decks without PATH.

    Exits with 1 where there is an error. Warnings and infos alone are good.
    """
    if explain:
        click.echo(explanation(explain))
        return
    from quizapp.items.generate import generate
    from quizapp.lint.check import check

    bank, problems = load_decks(settings_from(ctx.obj), paths)
    found = sorted(
        (*problems, *check(bank, tuple(generate(bank)))), key=lambda each: (each.place, each.code)
    )
    text = SHAPES[shape](found)
    if text:
        click.echo(text)
    click.echo(in_short(len(bank.decks), found), err=True)
    if any(problem.level is Level.ERROR for problem in found):
        ctx.exit(1)


def explanation(code: str) -> str:
    """Return what `--explain` prints.

    Raises:
        WrongCallError: there is no such code.
    """
    from quizapp.lint.explain import explain

    found = explain(code.upper())
    if found is None:
        raise WrongCallError(f"there is no code {code!r}", "decks/README.md lists the codes")
    return explained(found)


def explained(found: Explanation) -> str:
    """Return an explanation as text: title, reason, a bad and a good example, reference."""
    parts = [f"{found.code} ({found.level}): {found.title}", found.reason]
    for word, example in (("Bad", found.bad), ("Good", found.good)):
        if example:
            parts.append(f"{word}:\n" + "\n".join(f"    {line}" for line in example.splitlines()))
    if found.reference:
        parts.append(f"From: {found.reference}")
    return "\n\n".join(parts)


def in_short(decks: int, problems: Sequence[Problem]) -> str:
    """Return the closing line: how many decks were sound, how many problems of each level."""
    counts = Counter(problem.level for problem in problems)
    parts = [counted(counts[level], level.value) for level in Level if counts[level]]
    return f"{counted(decks, 'deck')} read: {', '.join(parts) or 'no fault'}"


def texts(problems: Sequence[Problem]) -> str:
    """Return problems as lines for a person."""
    return "\n".join(as_text(problem) for problem in problems)


def as_json(problems: Sequence[Problem]) -> str:
    """Return problems as a JSON list; its keys are stable."""
    rows = [
        {
            "code": problem.code,
            "level": problem.level.value,
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "message": problem.message,
            "mend": problem.mend,
        }
        for problem in problems
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False)


GITHUB_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
GITHUB_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_MESSAGE = str.maketrans(GITHUB_ESCAPES)
IN_PROPERTY = str.maketrans({**GITHUB_ESCAPES, ":": "%3A", ",": "%2C"})


def as_github(problems: Sequence[Problem]) -> str:
    """Return problems as workflow commands that a code host shows beside the line."""
    return "\n".join(
        f"::{GITHUB_LEVELS[problem.level]} file={problem.place.file.translate(IN_PROPERTY)},"
        f"line={problem.place.line},col={problem.place.column},title={problem.code}::"
        + f"{problem.message}; {problem.mend}".translate(IN_MESSAGE)
        for problem in problems
    )


SHAPES: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "text": texts,
    "json": as_json,
    "github": as_github,
}
