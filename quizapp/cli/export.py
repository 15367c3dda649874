"""`quizapp export`: decks for other programs."""

from collections.abc import Iterator
from pathlib import Path

import click

from quizapp.cli.global_options import QuizappGroup
from quizapp.cli.open_workspace import prepared_workspace
from quizapp.cli.output import say, warn
from quizapp.cli.progress import progress_bar
from quizapp.cli.shared_options import parse_names
from quizapp.errors import WrongCallError
from quizapp.services.export_anki import (
    AnkiExport,
    CardsLeft,
    NotesLeft,
    StylesLeft,
    clean_target_folder,
    export_anki,
)
from quizapp.services.words import quantity

_PROGRESS_HINT = (
    "Anki imports it for cards that it doesn't have yet if you tick "
    '"Import any learning progress".'
)
_SUFFIX = ".apkg"


@click.group(
    cls=QuizappGroup, epilog="Example: quizapp export anki x-linked-hyper-igm -o hyper-igm.apkg"
)
def command() -> None:
    """Write decks for other programs."""


@command.command(
    "anki",
    epilog="Example: quizapp export anki x-linked-hyper-igm -o hyper-igm.apkg --formats typed,gap",
)
@click.argument("decks", nargs=-1, required=True, metavar="DECK...")
@click.option("-o", "--output", required=True, metavar="FILE", help="The package to write (.apkg).")
@click.option(
    "--style",
    type=click.Choice(["cards", "cloze"]),
    default="cards",
    show_default=True,
    help="One note per card with its question, or one note per fact with clozes.",
)
@click.option(
    "--formats",
    metavar="LIST",
    help="More Anki cards per note, separated by commas: typed, gap, choice. Default: "
    "those of the deck's last export. `question`: only the question.",
)
@click.option(
    "--with-progress",
    is_flag=True,
    help="Include your progress: due dates, memory and reviews.",
)
@click.pass_context
def anki(  # noqa: PLR0913 (what a package is made of)
    ctx: click.Context,
    decks: tuple[str, ...],
    output: str,
    style: str,
    formats: str | None,
    *,
    with_progress: bool,
) -> None:
    """Write decks (ids or paths) as an Anki package.

    Import it as often as you like: Anki updates what changed and keeps your progress there.
    """
    from quizapp.anki.export.options import AnkiFormat, NoteStyle

    _check_package_name(output)
    clean_target_folder(Path(output))
    asked = None
    if formats is not None:
        asked = parse_names(formats, AnkiFormat, "Anki cards have no format")
    with prepared_workspace(ctx, decks) as workspace, progress_bar() as report:
        done = export_anki(
            workspace,
            Path(output),
            NoteStyle(style),
            asked,
            with_progress=with_progress,
            report=report,
        )
    say(_written_text(done))
    warn(*_remarks(done))


def _check_package_name(output: str) -> None:
    """Raise a WrongCallError for a name under which Anki would not find the package."""
    path = Path(output)
    if path.suffix.lower() != _SUFFIX and not path.is_dir():
        raise WrongCallError(
            f"Anki imports no file called {output}", f"call it {path.with_suffix(_SUFFIX)}"
        )


def _written_text(done: AnkiExport) -> str:
    """Return what was written."""
    made = ", ".join(f"{number} {kind}" for kind, number in sorted(done.cards.items()))
    parts = [f"{quantity(done.notes, 'note')}; cards: {made}"]
    if done.pictures:
        parts.append(quantity(done.pictures, "picture"))
    if done.reviews:
        parts.append(quantity(done.reviews, "review"))
    return f"Wrote {done.path}: {'; '.join(parts)}."


def _remarks(done: AnkiExport) -> Iterator[str]:
    """Yield what else there is to know of an export."""
    if done.reviews:
        yield f"Your progress is in it. {_PROGRESS_HINT}"
    if done.unsigned:
        yield done.unsigned
    if done.left_out:
        yield f"Left out, because Anki can't ask them: {', '.join(done.left_out)}"
    for each in done.copied:
        verb = "holds" if each.count == 1 else "hold"
        yield (
            f"{quantity(each.count, 'card')} {verb} a sentence of {each.source}; fine for "
            "yourself, not for sharing"
        )
    yield from map(_leftover_text, done.leftovers)


def _leftover_text(left: NotesLeft | CardsLeft | StylesLeft) -> str:
    """Return what Anki still has of earlier exports, and how to find it there."""
    if isinstance(left, NotesLeft):
        return (
            f"Anki keeps {quantity(left.count, 'note')} that your decks no longer have. To find "
            f"them there, search: {left.search}"
        )
    if isinstance(left, CardsLeft):
        return (
            f"{quantity(left.count, f'{left.kind} card')} in Anki will be empty. "
            "fix: in Anki, Tools > Empty Cards deletes them with their reviews. "
            f"To find them, search: {left.search}"
        )
    return (
        f"{left.deck} was exported as {', '.join(left.styles)} before: Anki keeps those notes "
        "beside these"
    )
