"""A learner's Anki: what it does with our packages, by Anki's own backend."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.scheduler.v3 import Scheduler

from quizapp.anki.export.notes import card_guid, fact_guid
from quizapp.bank.model import CardId, FactId

if TYPE_CHECKING:
    from anki.cards import Card
    from anki.decks import DeckId
    from anki.models import NotetypeDict
    from anki.notes import Note


@dataclass(frozen=True)
class Taken:
    """What Anki says it did with a package, in notes."""

    found: int
    new: int = 0
    updated: int = 0
    duplicate: int = 0
    conflicting: int = 0


class Anki:
    def __init__(self, collection: Collection) -> None:
        self.collection = collection

    def take(self, package: Path, *, with_progress: bool = False) -> Taken:
        """Import a package as the dialog does when nothing in it is changed.

        `with_progress`: but "Import any learning progress" is ticked.
        """
        options = ImportAnkiPackageOptions(with_scheduling=with_progress)
        request = ImportAnkiPackageRequest(package_path=str(package), options=options)
        log = self.collection.import_anki_package(request).log
        return Taken(
            log.found_notes,
            len(log.new),
            len(log.updated),
            len(log.duplicate),
            len(log.conflicting),
        )

    def rows(self, query: str, *arguments: Any) -> list[list[Any]]:
        database = self.collection.db
        assert database is not None
        return [list(row) for row in database.all(query, *arguments)]

    def values(self, query: str, *arguments: Any) -> list[Any]:
        return [row[0] for row in self.rows(query, *arguments)]

    def note(self, card: str = "capitals/france/answer") -> "Note":
        (note_id,) = self.values("select id from notes where guid = ?", card_guid(CardId(card)))
        return self.collection.get_note(note_id)

    def fact(self, fact: str) -> "Note":
        """The note of a fact that was exported in the cloze style."""
        (note_id,) = self.values("select id from notes where guid = ?", fact_guid(FactId(fact)))
        return self.collection.get_note(note_id)

    def card(self, card: str = "capitals/france/answer", position: int = 0) -> "Card":
        return self.note(card).cards()[position]

    def review(self, times: int = 1, deck: str = "Capitals") -> None:
        """Answer the next cards of a deck with Good."""
        self.collection.decks.select(self.deck_id(deck))
        for _ in range(times):
            card = self.collection.sched.getCard()
            assert card is not None
            self.collection.sched.answerCard(card, 3)

    def upcoming(self, deck: str, count: int) -> list[str]:
        """The questions that come next."""
        self.collection.decks.select(self.deck_id(deck))
        scheduler = self.collection.sched
        assert isinstance(scheduler, Scheduler)
        queue = scheduler.get_queued_cards(fetch_limit=count)
        cards = [self.collection.get_card(each.card.id) for each in queue.cards]
        return [card.note()["Question"] for card in cards]

    def note_type(self) -> "NotetypeDict":
        found = self.collection.models.by_name("quizapp")
        assert found is not None
        return found

    def note_types(self) -> list[str]:
        return [each.name for each in self.collection.models.all_names_and_ids()]

    def deck_id(self, name: str) -> "DeckId":
        found = self.collection.decks.id_for_name(name)
        assert found is not None
        return found

    def deck_names(self) -> list[str]:
        return [deck.name for deck in self.collection.decks.all_names_and_ids()]

    def empty_cards(self) -> int:
        return len(self.collection.get_empty_cards().notes)


@contextmanager
def an_anki(folder: Path) -> Iterator[Anki]:
    collection = Collection(str(folder / "collection.anki2"))
    try:
        yield Anki(collection)
    finally:
        collection.close()
