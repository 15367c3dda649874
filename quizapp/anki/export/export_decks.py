"""Exporting decks to an Anki package that keeps a learner's progress when it is imported again."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, islice
from pathlib import Path

from quizapp.anki.export.note_types import CONDITION_FIELDS
from quizapp.anki.export.notes import ExportNote, make_cloze_note, make_note
from quizapp.anki.export.options import (
    AnkiFormat,
    ExportDeck,
    ExportOptions,
    ExportReport,
    NoteStyle,
)
from quizapp.anki.export.package import NOTES_PER_BATCH, create_package
from quizapp.bank.model import CardId
from quizapp.errors import QuizappError
from quizapp.learner.export_values import ExportCard, ExportLog

_DEFAULT_OPTIONS = ExportOptions()


def export_decks(
    path: Path,
    decks: Iterable[ExportDeck],
    options: ExportOptions = _DEFAULT_OPTIONS,
    export_log: ExportLog | None = None,
) -> ExportReport:
    """Write `decks` as an Anki package at `path` and return what is in it.

    Each card of ours becomes one note, and that a card of Anki's for Question and for each of its
    deck's formats that it can be asked in; in the cloze style each fact becomes one, as far as it
    has sentences. A note's date is when its content last changed, by the `export_log`, or without
    one when its card did. Memory does not grow with the number of cards.

    Raises:
        QuizappError: there is nothing to export, or `path` cannot be written; what was at
            `path` before is left as it was.
    """
    tally = _NoteMaker(options, export_log)
    written: list[ExportDeck] = []
    with create_package(path, options.calendar) as collection:
        for deck in decks:
            collection.add_deck(deck, tally.date_notes(deck, tally.make_notes(deck)))
            written.append(deck)
        if not tally.cards:
            raise QuizappError("there are no cards to export", "name a deck with accepted facts")
        if options.calendar is not None:
            # What came from Anki keeps its millisecond, and what is our own makes room for it.
            for is_imported in (True, False):
                for deck in written:
                    wanted = (each for each in deck.reviews() if each.is_imported == is_imported)
                    collection.add_reviews(wanted, options.calendar)
    return ExportReport(
        path=path,
        size=path.stat().st_size,
        notes=collection.notes,
        cards=dict(tally.cards),
        left_out=tuple(tally.left_out),
        reviews=collection.reviews,
        media=len(collection.images),
    )


def browser_search(subjects: Iterable[str]) -> str:
    """Return what finds the notes of cards, or facts, in Anki's browser; "" for none.

    Anki keeps the notes that a new package no longer has: the learner deletes them.
    """
    return " OR ".join(f'"Id:{subject}"' for subject in subjects)


def empty_cards_search(format_: AnkiFormat) -> str:
    """Return what finds, in Anki's browser, the cards of a format whose notes have it no more."""
    return f'note:quizapp card:{format_.capitalize()} "{CONDITION_FIELDS[format_]}:"'


class _NoteMaker:
    """Makes notes and counts them as they stream by."""

    def __init__(self, options: ExportOptions, export_log: ExportLog | None) -> None:
        self.cards: Counter[str] = Counter()
        self.left_out: list[CardId] = []
        self._options = options
        self._export_log = export_log

    def make_notes(self, deck: ExportDeck) -> Iterator[ExportNote]:
        """Yield the notes of a deck in the bank's order."""
        if self._options.style is NoteStyle.CARDS:
            yield from self._card_notes(deck, deck.cards)
            return
        for _, cards in groupby(deck.cards, key=lambda card: card.fact):
            note, rest = make_cloze_note(tuple(cards), deck.title)
            if note is not None:
                yield note
            yield from self._card_notes(deck, rest)

    def date_notes(self, deck: ExportDeck, notes: Iterator[ExportNote]) -> Iterator[ExportNote]:
        """Yield `notes` with the dates that the export log has for them, and count their cards."""
        while some := tuple(islice(notes, NOTES_PER_BATCH)):
            dates = [note.modified for note in some]
            if self._export_log is not None:
                exported = [note.to_record() for note in some]
                dates = self._export_log.record_notes(deck.id, self._options.style.value, exported)
            for note, modified in zip(some, dates, strict=True):
                self.cards.update(card.kind for card in note.cards)
                yield note if note.modified == modified else replace(note, modified=modified)

    def _card_notes(self, deck: ExportDeck, cards: Iterable[ExportCard]) -> Iterator[ExportNote]:
        formats = self._options.deck_formats(deck.id)
        for card in cards:
            note = make_note(card, deck.title, formats)
            if note is None:
                self.left_out.append(card.id)
            else:
                yield note
