"""Exporting decks to an Anki package that keeps a learner's progress when it is imported again."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from quizapp.anki.model import AnkiDeck, AnkiFormat, ExportReport
from quizapp.anki.notes import Note, note_of
from quizapp.anki.package import new_package
from quizapp.bank.model import CardId
from quizapp.errors import QuizappError


def export(
    path: Path, decks: Iterable[AnkiDeck], formats: Collection[AnkiFormat] = ()
) -> ExportReport:
    """Write `decks` as an Anki package at `path` and return what is in it.

    Each card of ours becomes one note, and that a card of Anki's for Question and for each of
    `formats` that it can be asked in. Memory does not grow with the number of cards.

    Raises:
        QuizappError: there is nothing to export, or `path` cannot be written; what was at
            `path` before is left as it was.
    """
    tally = _Tally(frozenset(formats))
    with new_package(path) as collection:
        for deck in decks:
            collection.add(deck.id, deck.title, tally.notes_of(deck))
        if not tally.cards:
            raise QuizappError("there is no card to export", "name a deck with reviewed facts")
    return ExportReport(
        path=path,
        size=path.stat().st_size,
        notes=collection.notes,
        cards={format_: tally.cards[format_] for format_ in AnkiFormat},
        left_out=tuple(tally.left_out),
    )


def search_for(cards: Iterable[CardId]) -> str:
    """Return what finds the notes of `cards` in Anki's browser; "" for none.

    Anki keeps the notes that a new package no longer has: the learner deletes them.
    """
    return " OR ".join(f'"Id:{card}"' for card in cards)


class _Tally:
    """Makes notes and counts them as they stream by."""

    def __init__(self, formats: frozenset[AnkiFormat]) -> None:
        self.formats = formats
        self.cards: Counter[AnkiFormat] = Counter()
        self.left_out: list[CardId] = []

    def notes_of(self, deck: AnkiDeck) -> Iterator[Note]:
        for card in deck.cards:
            note = note_of(card, deck.title, self.formats)
            if note is None:
                self.left_out.append(card.id)
            else:
                self.cards.update(note.formats)
                yield note
