"""`quizapp review`: read the cards of a deck beside their source, and sign them."""

import sys

import click

from quizapp.bank.place import Place
from quizapp.cli.check import SOURCE_OPTION, parse_source_files
from quizapp.cli.global_options import QuizappCommand, is_interactive
from quizapp.cli.open_workspace import settings_of
from quizapp.cli.output import fields_of, say_json, warn
from quizapp.cli.shared_options import JSON_OPTION, PLAIN_OPTION
from quizapp.errors import WrongCallError
from quizapp.services.open_review import open_review
from quizapp.services.review_deck import CardToReview, DeckReview
from quizapp.services.settings import Settings

_NOT_COMPARED = "not compared"


@click.command(
    cls=QuizappCommand,
    epilog="Example: quizapp review decks/levy.yaml --source levy1997=abstract.txt",
)
@click.argument("deck", metavar="DECK")
@SOURCE_OPTION
@click.option("--by", metavar="NAME", default="", help="Who signs (default: git's user.name).")
@click.option(
    "--blind",
    type=click.IntRange(min=1),
    metavar="N",
    help="Audit a random sample of N questions without verdicts.",
)
@click.option(
    "--seed", type=int, default=0, show_default=True, help="The same seed draws the same sample."
)
@PLAIN_OPTION
@JSON_OPTION
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 (an argument for each option)
    ctx: click.Context,
    /,
    deck: str,
    sources: tuple[str, ...],
    by: str,
    blind: int | None,
    seed: int,
    *,
    is_plain: bool,
    is_json: bool,
) -> None:
    """Read the cards of DECK beside their source and sign them.

    The text of a source is the one that you attached (quizapp source attach), or --source.

    Conflicts with the source come first. Signatures are kept beside the deck, in NAME.signed.yaml;
    a card that is changed has to be read again.
    """
    settings = settings_of(ctx)
    if blind is not None and is_json:
        raise WrongCallError("--blind asks, and --json doesn't", "give one of the two")
    is_signing = blind is None and not is_json
    files = parse_source_files(sources)
    review = open_review(settings, deck, by, files, is_signing=is_signing)
    warn(*review.notices)
    if is_json:
        say_json([_as_dict(card) for card in review.cards])
    elif blind is not None:
        _audit(review, settings, blind, seed)
    else:
        _run(review, settings, is_plain=is_plain)


def _run(review: DeckReview, settings: Settings, *, is_plain: bool) -> None:
    """Read the cards on the screen, or line by line where no terminal is."""
    if is_plain or not is_interactive():
        from quizapp.terminal.plain.line_review import run_line_review

        run_line_review(review, settings.clock, _open_editor, sys.stdin, sys.stdout)
        return
    from quizapp.services.app_services import ReviewServices
    from quizapp.services.ports import ReviewRequest
    from quizapp.services.workspace import Workspace
    from quizapp.terminal.app import run_app

    services = ReviewServices(Workspace(settings))
    run_app(services, ReviewRequest(review), theme=settings.theme, keymap=settings.keys)


def _audit(review: DeckReview, settings: Settings, number: int, seed: int) -> None:
    """Have a sample judged, and print the rate."""
    from quizapp.services.review_audit import draw_audit
    from quizapp.terminal.plain.line_audit import run_line_audit

    items = draw_audit(review, number, seed)
    run_line_audit(items, settings.clock, sys.stdin, sys.stdout)


def _open_editor(place: Place) -> bool:
    """Open the learner's editor at `place`; return whether there was one."""
    import os

    from quizapp.services.editor import editor_command
    from quizapp.terminal.edit_deck import run_editor

    command = editor_command(place, os.environ) if is_interactive() else None
    if command is None:
        raise WrongCallError("no editor here", f"set EDITOR, or edit line {place.line} yourself")
    run_editor(command)
    return True


def _as_dict(card: CardToReview) -> dict[str, object]:
    """Return a card in its stable JSON shape."""
    entry, evidence = card.signoff.entry, card.evidence
    said = {"by": None, "date": None} if entry is None else fields_of(entry, "by", "date")
    return {
        "card": card.signoff.card.id,
        "state": card.signoff.state.value,
        "hash": card.signoff.hash,
        **said,
        "verdict": evidence.verdict.value if evidence.verdict else _NOT_COMPARED,
        "reasons": list(evidence.reasons),
        "findings": [fields_of(each, "code", "message", "fix") for each in evidence.findings],
        **fields_of(card.place, "file", "line", "column"),
    }
