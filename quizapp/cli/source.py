"""`quizapp source`: the texts of papers on your own disk."""

import click

from quizapp.cli.global_options import QuizappGroup
from quizapp.cli.open_workspace import workspace_of
from quizapp.cli.output import fields_of, read_stdin, say, say_json, warn
from quizapp.cli.shared_options import JSON_OPTION
from quizapp.errors import WrongCallError
from quizapp.services.attach_source import (
    AttachReport,
    AttachRequest,
    attach_source,
    detach_source,
    list_texts,
    show_sentences,
)
from quizapp.services.user_folders import spelled_out
from quizapp.services.words import quantity

_STDIN = "-"
_MOST_TITLES = 5


@click.group(cls=QuizappGroup, epilog="Example: quizapp source attach levy1997 levy1997.nbib")
def command() -> None:
    """Attach the text of a paper, to see the sentence after an answer and to check the deck.

    The text stays in your own file: its path is remembered, nothing of it is copied or exported.
    """


@command.command("attach", epilog="Example: quizapp source attach levy1997 levy1997.nbib")
@click.argument("words", nargs=-1, required=True, metavar="[ID] FILE")
@click.option(
    "--deck",
    "decks",
    multiple=True,
    metavar="DECK",
    help="The deck that has the source, where it is not among yours; repeatable.",
)
@click.option(
    "--write",
    "writes",
    is_flag=True,
    help="Write the count of its sentences and their fingerprint into the deck; into a bundled one "
    "with --deck.",
)
@click.pass_context
def attach(
    ctx: click.Context, words: tuple[str, ...], decks: tuple[str, ...], *, writes: bool
) -> None:
    """Attach FILE to the source ID: text, a saved page, .nbib or RIS; - reads standard input.

    Of a file of many records each finds its source by DOI, PMID or title, without ID too.
    """
    from quizapp.sources.decode import MAX_BYTES

    if len(words) > 2:  # noqa: PLR2004 (ID and FILE)
        raise WrongCallError("give one ID and one FILE", "quizapp source attach ID FILE")
    source, file = words if len(words) == 2 else ("", words[0])  # noqa: PLR2004 (the same)
    is_stdin = file == _STDIN
    data = read_stdin(MAX_BYTES + 1) if is_stdin else b""
    path = None if is_stdin else spelled_out(file)
    with workspace_of(ctx) as workspace:
        workspace.open()
        made = attach_source(workspace, AttachRequest(source, path, data, decks, writes))
    _print_attached(made)


def _print_attached(made: AttachReport) -> None:
    """Print what was attached to what."""
    for each in made.attached:
        cited = f": {each.citation}" if each.citation else ""
        say(f"Attached {each.source}, {quantity(each.sentences, 'sentence')}{cited}")
        warn(*(f"  {notice}" for notice in each.notices))
    if made.copy:
        say(f"A copy is kept at {made.copy}.")
    if made.left:
        titles = ", ".join(f'"{title}"' for title in made.left[:_MOST_TITLES])
        more = " …" if len(made.left) > _MOST_TITLES else ""
        warn(f"No source of a deck for {quantity(len(made.left), 'paper')}: {titles}{more}")


@command.command("list", epilog="Example: quizapp source list")
@JSON_OPTION
@click.pass_context
def list_command(ctx: click.Context, *, is_json: bool) -> None:
    """List the texts that are attached, and whether they can be shown."""
    with workspace_of(ctx) as workspace:
        workspace.open()
        found = list_texts(workspace)
    if is_json:
        say_json([fields_of(each, "source", "path", "sentences", "fault", "fix") for each in found])
        return
    for each in found:
        where = f"{each.path} (named by the deck)" if each.is_named_by_deck else each.path
        say(f"{each.source:20} {each.sentences:4} sentences  {where}")
        if each.fault:
            say(f"    {each.fault}. fix: {each.fix}")
    if not found:
        warn("No text is attached. Attach one: quizapp source attach ID FILE")


@command.command("show", epilog="Example: quizapp source show levy1997#7")
@click.argument("what", metavar="ID[#N]")
@click.pass_context
def show(ctx: click.Context, what: str) -> None:
    """Show the sentences of an attached text, or one of them."""
    source, mark, number = what.partition("#")
    if mark and not (number.isascii() and number.isdecimal() and int(number)):
        raise WrongCallError(f"{what!r} names no sentence", "write it like levy1997#7")
    with workspace_of(ctx) as workspace:
        workspace.open()
        found = show_sentences(workspace, source, int(number or 0))
    say(*(f"{at}. {sentence}" for at, sentence in found))


@command.command("detach", epilog="Example: quizapp source detach levy1997")
@click.argument("source", metavar="ID")
@click.pass_context
def detach(ctx: click.Context, source: str) -> None:
    """Detach the text of a source. The file stays."""
    with workspace_of(ctx) as workspace:
        workspace.open()
        path = detach_source(workspace, source)
    say(f"Detached {source}. Its file stays: {path}")
