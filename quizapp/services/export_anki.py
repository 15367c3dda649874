"""Writing decks as an Anki package, and what Anki still has of earlier ones."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.bank.model import CardId, DeckId
from quizapp.services.ports import ProgressReporter, report_nothing
from quizapp.services.signed_decks import count_unsigned, unsigned_remark
from quizapp.services.workspace import Workspace

if TYPE_CHECKING:
    from quizapp.anki.export.options import AnkiFormat, ExportDeck, NoteStyle
    from quizapp.learner.export_values import ExportCard
    from quizapp.services.copied_sentences import CopiedCards, CopiedSentences
    from quizapp.store.anki_export_log import AnkiExportLog

_MOST_IDS_IN_SEARCH = 20  # ids
_CARDS_BETWEEN_REPORTS = 100


@dataclass(frozen=True, slots=True)
class NotesLeft:
    """Notes that Anki keeps and the decks no longer have; `search` finds them in its browser."""

    count: int
    search: str


@dataclass(frozen=True, slots=True)
class CardsLeft:
    """Cards of a `kind` that will be empty in Anki: their notes no longer have them."""

    kind: str
    count: int
    search: str


@dataclass(frozen=True, slots=True)
class StylesLeft:
    """Notes of a deck in other `styles`, which Anki keeps beside these."""

    deck: DeckId
    styles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnkiExport:
    """What was written, and what Anki still has of earlier exports.

    Attributes:
        cards: how many of Anki's cards the notes make, by what they are: a format, or a cloze.
        left_out: cards that no format can ask in Anki.
        unsigned: how many of its questions nobody signed, as a sentence; "" when all are.
        copied: how many cards hold a sentence of which attached source.
    """

    path: Path
    notes: int
    cards: Mapping[str, int]
    pictures: int
    reviews: int
    left_out: tuple[CardId, ...]
    leftovers: tuple[NotesLeft | CardsLeft | StylesLeft, ...]
    unsigned: str = ""
    copied: "tuple[CopiedCards, ...]" = ()


def export_anki(  # noqa: PLR0913 (what a package is made of)
    workspace: Workspace,
    target: Path,
    style: "NoteStyle",
    formats: "Collection[AnkiFormat] | None" = None,
    *,
    with_progress: bool = False,
    report: ProgressReporter = report_nothing,
) -> AnkiExport:
    """Write the decks of a prepared workspace as a package at `target`.

    Args:
        workspace: the decks.
        target: the file.
        style: what becomes a note.
        formats: how cards are asked beside the question; None takes those of the last export.
        with_progress: whether the learner's memory and reviews come along.
        report: takes which deck is being written, and what share of its cards is.
    """
    from quizapp.anki.export.export_decks import export_decks
    from quizapp.anki.export.options import ExportOptions
    from quizapp.services.copied_sentences import open_copied_sentences
    from quizapp.store.anki_export_log import AnkiExportLog

    options = ExportOptions(
        style,
        {deck: _deck_formats(workspace, deck, style, formats) for deck in workspace.deck_ids},
        workspace.calendar if with_progress else None,
    )
    log = AnkiExportLog(workspace.store, int(workspace.now().timestamp()))
    copied = open_copied_sentences(workspace.store)
    cards: list[CardId] = []
    decks = _iter_export_decks(workspace, report, cards, copied)
    done = export_decks(target, decks, options, log)
    unsigned = count_unsigned(workspace.store, cards)
    return AnkiExport(
        path=done.path,
        notes=done.notes,
        cards=done.cards,
        pictures=done.media,
        reviews=done.reviews,
        left_out=done.left_out,
        leftovers=tuple(_find_leftovers(workspace, log, style)),
        unsigned=unsigned_remark(unsigned, len(cards)),
        copied=copied.counts(),
    )


def clean_target_folder(target: Path) -> None:
    """Take away what an export that was killed left beside `target`."""
    from quizapp.store.backends.sqlite_files import clean_work_folders

    clean_work_folders(target.resolve().parent)


def _find_leftovers(
    workspace: Workspace, log: "AnkiExportLog", style: "NoteStyle"
) -> Iterator[NotesLeft | CardsLeft | StylesLeft]:
    """Yield what Anki still has of earlier exports and this one has no more."""
    from quizapp.anki.export.export_decks import browser_search, empty_cards_search
    from quizapp.anki.export.options import AnkiFormat, NoteStyle
    from quizapp.store.anki_export_log import exported_styles

    gone = [each for deck in workspace.deck_ids for each in log.removed_notes(deck, style)]
    if gone:
        yield NotesLeft(len(gone), browser_search(gone[:_MOST_IDS_IN_SEARCH]))
    for ordinal, subjects in sorted(log.removed_cards.items()):
        if style is NoteStyle.CARDS:
            format_ = tuple(AnkiFormat)[ordinal]
            yield CardsLeft(format_, len(subjects), empty_cards_search(format_))
        else:
            search = browser_search(subjects[:_MOST_IDS_IN_SEARCH])
            yield CardsLeft(style, len(subjects), search)
    for deck in workspace.deck_ids:
        others = exported_styles(workspace.store, deck) - {style}
        if others:
            yield StylesLeft(deck, tuple(sorted(others)))


def _deck_formats(
    workspace: Workspace,
    deck: DeckId,
    style: "NoteStyle",
    asked: "Collection[AnkiFormat] | None",
) -> "Collection[AnkiFormat]":
    """Return the formats of a deck: those `asked` for, or else those that it has in Anki."""
    from quizapp.anki.export.options import AnkiFormat, NoteStyle
    from quizapp.store.anki_export_log import exported_ordinals

    if asked is not None:
        return asked
    is_by_card = style is NoteStyle.CARDS
    there = exported_ordinals(workspace.store, deck, style) if is_by_card else frozenset()
    return tuple(each for ordinal, each in enumerate(AnkiFormat) if ordinal in there)


def _iter_export_decks(
    workspace: Workspace,
    report: ProgressReporter,
    seen: list[CardId],
    copied: "CopiedSentences",
) -> Iterator["ExportDeck"]:
    """Yield the decks as the store has them, their cards read as they are written and then `seen`.

    `report` takes which deck is being written and what share of its cards is.
    """
    from quizapp.anki.export.options import ExportDeck
    from quizapp.store.deck_table import deck_sizes

    learner_store = workspace.learner_store()
    totals = {size.deck.id: size.cards for size in deck_sizes(workspace.store)}
    for deck, title in workspace.titles.items():
        cards = copied.watch(_note_cards(learner_store.export_cards(deck), seen))
        yield ExportDeck(
            deck,
            title,
            report_card_progress(cards, totals.get(deck, 0), partial(report, f"Writing {title}")),
            learner_store.scheduling(deck),
            partial(learner_store.export_reviews, deck),
        )


def _note_cards(cards: "Iterable[ExportCard]", seen: list[CardId]) -> "Iterator[ExportCard]":
    """Yield `cards`, each then among those `seen`."""
    for card in cards:
        seen.append(card.id)
        yield card


def report_card_progress(
    cards: "Iterable[ExportCard]", total: int, report_share: Callable[[float], None]
) -> "Iterator[ExportCard]":
    """Yield `cards`, and report now and then what share of their `total` was asked for."""
    for number, card in enumerate(cards):
        if number % _CARDS_BETWEEN_REPORTS == 0:
            report_share(number / max(1, total))
        yield card
    report_share(1.0)
