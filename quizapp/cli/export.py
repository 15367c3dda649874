"""`quizapp export`: decks for other programs."""

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.bank.model import DeckId
from quizapp.cli.house import House, opened_house, prepared
from quizapp.cli.options import Command, Group
from quizapp.cli.output import say, warn
from quizapp.cli.progress import Report, progress
from quizapp.cli.words import counted
from quizapp.errors import WrongCallError

if TYPE_CHECKING:
    from quizapp.anki.model import AnkiDeck, AnkiFormat, ExportReport
    from quizapp.session.exported import ExportCard
    from quizapp.store.deliveries import Deliveries

PROGRESS_HINT = (
    "Anki takes it in for cards that it does not have yet, where you tick "
    '"Import any learning progress".'
)
SUFFIX = ".apkg"
SHOWN_IN_SEARCH = 20  # ids
CARDS_BETWEEN_REPORTS = 100


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
    "--style",
    type=click.Choice(["cards", "cloze"]),
    default="cards",
    show_default=True,
    help="A note a card with its question, or a note a fact with its sentence as clozes.",
)
@click.option(
    "--formats",
    metavar="LIST",
    help="Anki cards beside the question, with commas between: typed, gap, choice. Without it: "
    "those of the deck's last export. `question` means the question alone.",
)
@click.option(
    "--with-progress",
    is_flag=True,
    help="Take along when cards are due, what you remember of them, and your reviews.",
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
    """Write DECKs (ids or paths) as an Anki package.

    Import it as often as you like: Anki updates what changed and keeps your progress there.
    """
    from quizapp.anki.export import export
    from quizapp.anki.model import Style, Wish
    from quizapp.store.deliveries import Deliveries
    from quizapp.store.sqlite_files import clean_work_folders

    check_name(output)
    clean_work_folders(Path(output).resolve().parent)
    asked = None if formats is None else anki_formats(formats)
    with opened_house(ctx.obj, decks) as house:
        prepared(house)
        wish = Wish(
            Style(style),
            {deck: formats_for(house, deck, style, asked) for deck in house.deck_ids},
            house.calendar if with_progress else None,
        )
        ledger = Deliveries(house.store, int(house.now().timestamp()))
        with progress() as tell:
            report = export(Path(output), anki_decks(house, tell), wish, ledger)
        lines = [*told(report), *kept_in_anki(house, ledger, style)]
    say(lines[0])
    for line in lines[1:]:
        warn(line)


def check_name(output: str) -> None:
    """Raise a WrongCallError for a name under which Anki would not find the package."""
    path = Path(output)
    if path.suffix.lower() != SUFFIX and not path.is_dir():
        raise WrongCallError(
            f"Anki imports no file called {output}", f"call it {path.with_suffix(SUFFIX)}"
        )


def told(report: "ExportReport") -> Iterator[str]:
    """Yield what was written, then what else there is to know of it."""
    made = ", ".join(f"{number} {kind}" for kind, number in sorted(report.cards.items()))
    parts = [f"{counted(report.notes, 'note')}; cards: {made}"]
    if report.media:
        parts.append(counted(report.media, "picture"))
    if report.reviews:
        parts.append(counted(report.reviews, "review"))
    yield f"Wrote {report.path}: {'; '.join(parts)}."
    if report.reviews:
        yield f"Your progress is in it. {PROGRESS_HINT}"
    if report.left_out:
        yield f"Left out, Anki cannot ask them: {', '.join(report.left_out)}"


def kept_in_anki(house: House, ledger: "Deliveries", style: str) -> Iterator[str]:
    """Yield what Anki still has of earlier exports and this one has no more."""
    from quizapp.anki.export import empty_in_anki, search_for
    from quizapp.anki.model import AnkiFormat
    from quizapp.store.deliveries import styles_of

    gone = [each for deck in house.deck_ids for each in ledger.gone(deck, style)]
    if gone:
        yield (
            f"Anki keeps {counted(len(gone), 'note')} that your decks no longer have. To find "
            f"them there, search: {search_for(gone[:SHOWN_IN_SEARCH])}"
        )
    for ordinal, subjects in sorted(ledger.lost.items()):
        format_ = tuple(AnkiFormat)[ordinal] if style == "cards" else None
        yield (
            f"{counted(len(subjects), f'{format_ or style} card')} in Anki will be empty: their "
            "notes have none now. Tools > Empty Cards there deletes such cards with their "
            f"reviews. To find them, search: "
            f"{empty_in_anki(format_) if format_ else search_for(subjects[:SHOWN_IN_SEARCH])}"
        )
    for deck in house.deck_ids:
        others = sorted(styles_of(house.store, deck) - {style})
        if others:
            yield (
                f"{deck} was exported as {', '.join(others)} before: Anki keeps those notes "
                "beside these"
            )


def formats_for(
    house: House, deck: DeckId, style: str, asked: "Collection[AnkiFormat] | None"
) -> "Collection[AnkiFormat]":
    """Return the formats of a deck: those `asked` for, or else those that it has in Anki."""
    from quizapp.anki.model import AnkiFormat
    from quizapp.store.deliveries import ordinals_of

    if asked is not None:
        return asked
    there = ordinals_of(house.store, deck, style) if style == "cards" else frozenset()
    return tuple(each for ordinal, each in enumerate(AnkiFormat) if ordinal in there)


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


def anki_decks(house: House, tell: Report) -> Iterator["AnkiDeck"]:
    """Yield the decks of the house as the store has them, their cards read as they are written.

    `tell` takes which deck is being written and what share of its cards is.
    """
    from quizapp.anki.model import AnkiDeck

    desk = house.desk()
    totals = {each.deck: each.total for each in desk.deck_counts(house.deck_ids, house.now())}
    for deck, title in house.titles.items():
        cards = desk.export_cards(deck)
        yield AnkiDeck(
            deck,
            title,
            counted_off(cards, totals.get(deck, 0), partial(tell, f"Writing {title}")),
            desk.scheduling(deck),
            partial(desk.export_log, deck),
        )


def counted_off(
    cards: "Iterable[ExportCard]", total: int, tell: Callable[[float], None]
) -> "Iterator[ExportCard]":
    """Yield `cards`, and tell now and then what share of their `total` was asked for."""
    for number, card in enumerate(cards):
        if number % CARDS_BETWEEN_REPORTS == 0:
            tell(number / max(1, total))
        yield card
    tell(1.0)
