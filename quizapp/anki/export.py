"""Exporting decks to an Anki package that keeps a learner's progress when it is imported again."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, islice
from pathlib import Path

from quizapp.anki.model import AnkiDeck, AnkiFormat, ExportReport, Style, Wish
from quizapp.anki.notes import Note, cloze_note_of, note_of
from quizapp.anki.notetype import GATES
from quizapp.anki.package import new_package
from quizapp.bank.model import CardId
from quizapp.errors import QuizappError
from quizapp.session.exported import ExportCard, Ledger

BATCH = 500  # notes dated at a time
JUST_CARDS = Wish()


def export(
    path: Path,
    decks: Iterable[AnkiDeck],
    wish: Wish = JUST_CARDS,
    ledger: Ledger | None = None,
) -> ExportReport:
    """Write `decks` as an Anki package at `path` and return what is in it.

    Each card of ours becomes one note, and that a card of Anki's for Question and for each of its
    deck's formats that it can be asked in; in the cloze style each fact becomes one, as far as it
    has sentences. A note's date is when its content last changed, by the `ledger`, or without one
    when its card did. Memory does not grow with the number of cards.

    Raises:
        QuizappError: there is nothing to export, or `path` cannot be written; what was at
            `path` before is left as it was.
    """
    tally = _Tally(wish, ledger)
    written: list[AnkiDeck] = []
    with new_package(path, wish.calendar) as collection:
        for deck in decks:
            collection.add(deck, tally.dated(deck, tally.notes_of(deck)))
            written.append(deck)
        if not tally.cards:
            raise QuizappError("there is no card to export", "name a deck with reviewed facts")
        if wish.calendar is not None:
            # What came from Anki keeps its millisecond, and what is our own makes room for it.
            for is_imported in (True, False):
                for deck in written:
                    wanted = (each for each in deck.log() if each.is_imported == is_imported)
                    collection.add_log(wanted, wish.calendar)
    return ExportReport(
        path=path,
        size=path.stat().st_size,
        notes=collection.notes,
        cards=dict(tally.cards),
        left_out=tuple(tally.left_out),
        reviews=collection.reviews,
        media=len(collection.pictures),
    )


def search_for(subjects: Iterable[str]) -> str:
    """Return what finds the notes of cards, or facts, in Anki's browser; "" for none.

    Anki keeps the notes that a new package no longer has: the learner deletes them.
    """
    return " OR ".join(f'"Id:{subject}"' for subject in subjects)


def empty_in_anki(format_: AnkiFormat) -> str:
    """Return what finds, in Anki's browser, the cards of a format whose notes have it no more."""
    return f'note:quizapp card:{format_.capitalize()} "{GATES[format_]}:"'


class _Tally:
    """Makes notes and counts them as they stream by."""

    def __init__(self, wish: Wish, ledger: Ledger | None) -> None:
        self.cards: Counter[str] = Counter()
        self.left_out: list[CardId] = []
        self._wish = wish
        self._ledger = ledger

    def notes_of(self, deck: AnkiDeck) -> Iterator[Note]:
        """Yield the notes of a deck in the bank's order."""
        if self._wish.style is Style.CARDS:
            yield from self._card_notes(deck, deck.cards)
            return
        for _, cards in groupby(deck.cards, key=lambda card: card.fact):
            note, rest = cloze_note_of(tuple(cards), deck.title)
            if note is not None:
                yield note
            yield from self._card_notes(deck, rest)

    def dated(self, deck: AnkiDeck, notes: Iterator[Note]) -> Iterator[Note]:
        """Yield `notes` with the dates that the ledger has for them, and count their cards."""
        while some := tuple(islice(notes, BATCH)):
            dates = [note.modified for note in some]
            if self._ledger is not None:
                exported = [note.as_exported() for note in some]
                dates = self._ledger.dates(deck.id, self._wish.style.value, exported)
            for note, modified in zip(some, dates, strict=True):
                self.cards.update(card.kind for card in note.cards)
                yield note if note.modified == modified else replace(note, modified=modified)

    def _card_notes(self, deck: AnkiDeck, cards: Iterable[ExportCard]) -> Iterator[Note]:
        formats = self._wish.formats_of(deck.id)
        for card in cards:
            note = note_of(card, deck.title, formats)
            if note is None:
                self.left_out.append(card.id)
            else:
                yield note
