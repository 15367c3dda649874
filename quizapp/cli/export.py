"""`quizapp export`: decks for other programs."""

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.bank.model import DeckId
from quizapp.cli.options import QuizappCommand, QuizappGroup
from quizapp.cli.output import say, warn
from quizapp.cli.progress import ProgressReporter, progress_bar
from quizapp.cli.words import quantity
from quizapp.errors import WrongCallError
from quizapp.services.app_services import LocalAppServices, open_services, prepare_services

if TYPE_CHECKING:
    from quizapp.anki.export.options import AnkiFormat, ExportDeck, ExportReport
    from quizapp.learner.export_values import ExportCard
    from quizapp.store.anki_export_log import AnkiExportLog

PROGRESS_HINT = (
    "Anki imports it for cards that it doesn't have yet if you tick "
    '"Import any learning progress".'
)
SUFFIX = ".apkg"
MOST_IDS_IN_SEARCH = 20  # ids
CARDS_BETWEEN_REPORTS = 100


@click.group(
    cls=QuizappGroup, epilog="Example: quizapp export anki x-linked-hyper-igm -o hyper-igm.apkg"
)
def command() -> None:
    """Write decks for other programs."""


@command.command(
    "anki",
    cls=QuizappCommand,
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
    "those of the deck's last export. `question`: the question alone.",
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
    from quizapp.anki.export.export_decks import export_decks
    from quizapp.anki.export.options import ExportOptions, NoteStyle
    from quizapp.store.anki_export_log import AnkiExportLog
    from quizapp.store.backends.sqlite_files import clean_work_folders

    check_package_name(output)
    clean_work_folders(Path(output).resolve().parent)
    asked = None if formats is None else parse_anki_formats(formats)
    with open_services(ctx.obj, decks) as services:
        prepare_services(services)
        request = ExportOptions(
            NoteStyle(style),
            {deck: deck_formats(services, deck, style, asked) for deck in services.deck_ids},
            services.calendar if with_progress else None,
        )
        ledger = AnkiExportLog(services.store, int(services.now().timestamp()))
        with progress_bar() as tell:
            report = export_decks(Path(output), iter_anki_decks(services, tell), request, ledger)
        lines = [*report_lines(report), *leftover_lines(services, ledger, style)]
    say(lines[0])
    for line in lines[1:]:
        warn(line)


def check_package_name(output: str) -> None:
    """Raise a WrongCallError for a name under which Anki would not find the package."""
    path = Path(output)
    if path.suffix.lower() != SUFFIX and not path.is_dir():
        raise WrongCallError(
            f"Anki imports no file called {output}", f"call it {path.with_suffix(SUFFIX)}"
        )


def report_lines(report: "ExportReport") -> Iterator[str]:
    """Yield what was written, then what else there is to know of it."""
    made = ", ".join(f"{number} {kind}" for kind, number in sorted(report.cards.items()))
    parts = [f"{quantity(report.notes, 'note')}; cards: {made}"]
    if report.media:
        parts.append(quantity(report.media, "picture"))
    if report.reviews:
        parts.append(quantity(report.reviews, "review"))
    yield f"Wrote {report.path}: {'; '.join(parts)}."
    if report.reviews:
        yield f"Your progress is in it. {PROGRESS_HINT}"
    if report.left_out:
        yield f"Left out, because Anki can't ask them: {', '.join(report.left_out)}"


def leftover_lines(
    services: LocalAppServices, ledger: "AnkiExportLog", style: str
) -> Iterator[str]:
    """Yield what Anki still has of earlier exports and this one has no more."""
    from quizapp.anki.export.export_decks import browser_search, empty_cards_search
    from quizapp.anki.export.options import AnkiFormat
    from quizapp.store.anki_export_log import exported_styles

    gone = [each for deck in services.deck_ids for each in ledger.removed_notes(deck, style)]
    if gone:
        yield (
            f"Anki keeps {quantity(len(gone), 'note')} that your decks no longer have. To find "
            f"them there, search: {browser_search(gone[:MOST_IDS_IN_SEARCH])}"
        )
    for ordinal, subjects in sorted(ledger.removed_cards.items()):
        format_ = tuple(AnkiFormat)[ordinal] if style == "cards" else None
        search = (
            empty_cards_search(format_)
            if format_
            else browser_search(subjects[:MOST_IDS_IN_SEARCH])
        )
        yield (
            f"{quantity(len(subjects), f'{format_ or style} card')} in Anki will be empty. "
            "fix: in Anki, Tools > Empty Cards deletes them with their reviews. "
            f"To find them, search: {search}"
        )
    for deck in services.deck_ids:
        others = sorted(exported_styles(services.store, deck) - {style})
        if others:
            yield (
                f"{deck} was exported as {', '.join(others)} before: Anki keeps those notes "
                "beside these"
            )


def deck_formats(
    services: LocalAppServices, deck: DeckId, style: str, asked: "Collection[AnkiFormat] | None"
) -> "Collection[AnkiFormat]":
    """Return the formats of a deck: those `asked` for, or else those that it has in Anki."""
    from quizapp.anki.export.options import AnkiFormat
    from quizapp.store.anki_export_log import exported_ordinals

    if asked is not None:
        return asked
    there = exported_ordinals(services.store, deck, style) if style == "cards" else frozenset()
    return tuple(each for ordinal, each in enumerate(AnkiFormat) if ordinal in there)


def parse_anki_formats(text: str | None) -> "tuple[AnkiFormat, ...]":
    """Return the Anki formats that `text` lists; () for None.

    Raises:
        WrongCallError: one is unknown.
    """
    from quizapp.anki.export.options import AnkiFormat

    names = [name for name in (text or "").replace(",", " ").split() if name]
    for name in names:
        if name not in list(AnkiFormat):
            alike = difflib.get_close_matches(name, list(AnkiFormat), n=1)
            fix = f"did you mean {alike[0]}?" if alike else f"formats: {', '.join(AnkiFormat)}"
            raise WrongCallError(f"Anki cards have no format {name!r}", fix)
    return tuple(AnkiFormat(name) for name in dict.fromkeys(names))


def iter_anki_decks(services: LocalAppServices, tell: ProgressReporter) -> Iterator["ExportDeck"]:
    """Yield the decks of the house as the store has them, their cards read as they are written.

    `tell` takes which deck is being written and what share of its cards is.
    """
    from quizapp.anki.export.options import ExportDeck

    learner_store = services.learner_store()
    totals = {
        each.deck: each.total
        for each in learner_store.deck_counts(services.deck_ids, services.now())
    }
    for deck, title in services.titles.items():
        cards = learner_store.export_cards(deck)
        yield ExportDeck(
            deck,
            title,
            report_card_progress(cards, totals.get(deck, 0), partial(tell, f"Writing {title}")),
            learner_store.scheduling(deck),
            partial(learner_store.export_reviews, deck),
        )


def report_card_progress(
    cards: "Iterable[ExportCard]", total: int, tell: Callable[[float], None]
) -> "Iterator[ExportCard]":
    """Yield `cards`, and tell now and then what share of their `total` was asked for."""
    for number, card in enumerate(cards):
        if number % CARDS_BETWEEN_REPORTS == 0:
            tell(number / max(1, total))
        yield card
    tell(1.0)
