"""`quizapp take`: cards that somebody wrote, read and put into a deck."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.bank.diagnostics import quote
from quizapp.cli.global_options import QuizappCommand
from quizapp.cli.open_workspace import settings_of
from quizapp.cli.output import fields_of, read_stdin, say, say_json, warn
from quizapp.cli.shared_options import JSON_OPTION
from quizapp.errors import WrongCallError
from quizapp.services.user_folders import spelled_out

if TYPE_CHECKING:
    from quizapp.services.take_cards import TakeResult

_STDIN = "-"
_MAX_BYTES = 4 * 1024 * 1024


@click.command(cls=QuizappCommand, epilog="Example: quizapp take reply.txt --deck my-deck.yaml")
@click.argument("file", metavar="FILE|-")
@click.option(
    "--deck",
    metavar="D.yaml",
    required=True,
    type=click.Path(path_type=Path),
    help="The deck that gets them; it is made if it isn't there.",
)
@click.option(
    "--source",
    metavar="ID[=FILE]",
    default="",
    help="The paper whose sentences the cards cite; with its text (FILE, or the one that is "
    "attached), each card is compared with it.",
)
@click.option("--unsourced", is_flag=True, help="Take cards that cite no sentence, too.")
@JSON_OPTION
@click.pass_context
def command(  # noqa: PLR0913 (an argument for each option)
    ctx: click.Context, file: str, deck: Path, source: str, *, unsourced: bool, is_json: bool
) -> None:
    """Take the cards in FILE: an assistant's reply, a spreadsheet, or questions in plain text.

    YAML, JSON, CSV, TSV, Markdown and lines with "Q:" and "A:" are all read. Cards that pass go
    into the deck. The others go into D.held.yaml beside it, with what is wrong with each.

    Exits with 1 if a card was held or none was read.
    """
    from quizapp.services.take_cards import TakeRequest, take_cards

    name, equals, text = source.partition("=")
    if source and (not name or (equals and not text)):
        raise WrongCallError(
            f"--source: {source!r} is not ID=FILE", "write it like levy1997=abstract.txt"
        )
    data = read_stdin(_MAX_BYTES + 1) if file == _STDIN else _read_file(Path(file))
    shown = "standard input" if file == _STDIN else file
    request = TakeRequest(
        data, shown, deck, name, spelled_out(text) if text else None, takes_unsourced=unsourced
    )
    result = take_cards(settings_of(ctx), request)
    if is_json:
        say_json(_as_dict(result, deck))
    else:
        _print_result(result, deck, shown)
    if not result.is_complete:
        ctx.exit(1)


def _read_file(path: Path) -> bytes:
    """Return what a file holds; of one that is too large, enough to tell.

    Raises:
        WrongCallError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(_MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise WrongCallError(f"{path}: {reason}", "check the path") from None


def _print_result(result: "TakeResult", deck: Path, name: str) -> None:
    """Print what became of a reply: details on standard error, the result on standard output."""
    from quizapp.services.take_cards import summarize

    for part in result.unread:
        warn(f"{name}:{part.line}: {part.message}", f"    fix: {part.fix}")
    for held in result.held:
        for fault in held.faults:
            fix = [f"    fix: {fault.fix}"] if fault.fix else []
            warn(f"{name}:{held.line}: held: {fault.message}", *fix)
    for fact in result.taken:
        warn(*(f"{name}:{fact.line}: {note}" for note in fact.notes))
    for fact in result.known:
        asked = quote(str(fact.entry.get("ask") or fact.entry.get("say") or fact.entry["id"]))
        warn(f"{name}:{fact.line}: {asked} is in the deck already")
    say(f"{summarize(result)}.")
    if result.taken:
        say(f"{'Wrote' if result.is_new else 'Added to'} {deck}. Look: quizapp items {deck}")
    if result.held_file:
        say(
            f"The others are in {result.held_file}. "
            f"Have them fixed: quizapp draft --prompt --fix {result.held_file}"
        )


def _as_dict(result: "TakeResult", deck: Path) -> dict[str, object]:
    """Return what became of a reply in its stable JSON shape."""
    taken, known, held = (
        [{"id": fact.entry["id"], "line": fact.line, "notes": list(fact.notes)} for fact in facts]
        for facts in (result.taken, result.known, result.held)
    )
    faults = [
        [fields_of(fault, "kind", "message", "fix") for fault in fact.faults]
        for fact in result.held
    ]
    return {
        "deck": str(deck),
        "held_file": str(result.held_file) if result.held_file else None,
        "read": result.read_count,
        "taken": taken,
        "known": known,
        "held": [{**fact, "faults": each} for fact, each in zip(held, faults, strict=True)],
        "unread": [fields_of(part, "line", "message", "fix") for part in result.unread],
    }
