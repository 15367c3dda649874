"""`quizapp export`: decks for other programs."""

import difflib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.bank.model import DeckId
from quizapp.cli.house import House, opened_house, prepared
from quizapp.cli.options import Command, Group
from quizapp.cli.words import counted
from quizapp.errors import WrongCallError

if TYPE_CHECKING:
    from quizapp.anki.model import AnkiCard, AnkiDeck, AnkiFormat
    from quizapp.items.item import Item

READ_AT_ONCE = 500  # items: memory does not grow with the deck


@click.group(cls=Group, epilog="Example: quizapp export anki x-linked-hyper-igm -o hyper-igm.apkg")
def command() -> None:
    """Write decks for other programs."""


@command.command(
    "anki",
    cls=Command,
    epilog="Example: quizapp export anki x-linked-hyper-igm -o hyper-igm.apkg --formats typed,gap",
)
@click.argument("decks", nargs=-1, required=True, metavar="DECK...")
@click.option("-o", "--output", required=True, metavar="FILE", help="The package to write (.apkg).")
@click.option(
    "--formats",
    metavar="LIST",
    help="Anki cards beside the question, with commas between: typed, gap, choice.",
)
@click.pass_context
def anki(ctx: click.Context, decks: tuple[str, ...], output: str, formats: str | None) -> None:
    """Write DECKs (ids or paths) as an Anki package.

    Import it as often as you like: Anki updates what changed and keeps your progress there.
    """
    from quizapp.anki.export import export, search_for
    from quizapp.store.library import retired_cards

    wanted = anki_formats(formats)
    with opened_house(ctx.obj, decks) as house:
        prepared(house)
        report = export(Path(output), anki_decks(house), wanted)
        gone = [card for deck in house.deck_ids for card in retired_cards(house.store, deck)]
    made = ", ".join(
        f"{number} {format_.value}" for format_, number in report.cards.items() if number
    )
    click.echo(f"Wrote {report.path}: {counted(report.notes, 'note')}; cards: {made}.")
    if report.left_out:
        click.echo(f"Left out, Anki cannot ask them: {', '.join(report.left_out)}", err=True)
    if gone:
        click.echo(
            f"Anki keeps {counted(len(gone), 'card')} that your decks no longer have. To find "
            f"them there, search: {search_for(gone)}",
            err=True,
        )


def anki_formats(text: str | None) -> "tuple[AnkiFormat, ...]":
    """Return the Anki formats that `text` lists; () for None.

    Raises:
        WrongCallError: one is unknown.
    """
    from quizapp.anki.model import AnkiFormat

    names = [name for name in (text or "").replace(",", " ").split() if name]
    for name in names:
        if name not in list(AnkiFormat):
            alike = difflib.get_close_matches(name, list(AnkiFormat), n=1)
            mend = f"did you mean {alike[0]}?" if alike else f"formats: {', '.join(AnkiFormat)}"
            raise WrongCallError(f"Anki cards have no format {name!r}", mend)
    return tuple(AnkiFormat(name) for name in dict.fromkeys(names))


def anki_decks(house: House) -> Iterator["AnkiDeck"]:
    """Yield the decks of the house as the store has them, their cards read as they are written."""
    from quizapp.anki.model import AnkiDeck

    for deck, title in house.titles.items():
        yield AnkiDeck(deck, title, anki_cards(house, deck))


def anki_cards(house: House, deck: DeckId) -> Iterator["AnkiCard"]:
    """Yield the cards of a deck in the bank's order."""
    from quizapp.anki.model import AnkiCard
    from quizapp.store.library import card_changes

    changed_at = card_changes(house.store, deck)
    for card, items in groupby(items_of(house, deck), key=lambda item: item.card):
        yield AnkiCard(tuple(items), changed_at[card])


def items_of(house: House, deck: DeckId) -> Iterator["Item"]:
    """Yield the items of a deck in the bank's order, some at a time."""
    desk = house.desk()
    handles = [handle.item for handle in desk.handles([deck], (), ())]
    for start in range(0, len(handles), READ_AT_ONCE):
        yield from desk.items(handles[start : start + READ_AT_ONCE])
