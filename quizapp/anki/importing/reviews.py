"""A learner's reviews in Anki, as reviews of our cards.

Anki's log names a card, that a note and its place among the note's templates, and the note's GUID
says which card of ours it was made of. So all templates of a note are reviews of one card. Of a
note that is a fact, or in a deck that was made of a package of Anki's, each of Anki's cards is a
card of ours; but for notes of ours in such a deck, whose templates are one card there, too.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, cached_property
from typing import NamedTuple, TypeAlias

from quizapp.anki.export.note_types import NOTE_TYPE_ID
from quizapp.anki.export.notes import card_guid, fact_guid
from quizapp.anki.ids import FACT_NAME, card_name, fact_name
from quizapp.anki.importing.open_package import AnkiPackage, row_errors_as_value_error
from quizapp.bank.model import CardId, FactId
from quizapp.learner.import_values import ImportedReview
from quizapp.memory.days import EPOCH
from quizapp.memory.model import Rating

_MILLISECOND = timedelta(milliseconds=1)
_MAX_ANSWER_MILLISECONDS = 60 * 60 * 1000  # of an answer; Anki itself stops at a minute or so

# The kinds of review in Anki's log.
_LEARNING, _RELEARNING, _FILTERED, _MANUAL = 0, 2, 3, 4
_OLD_STEPS = frozenset({_LEARNING, _RELEARNING})
# Before its second scheduler, Anki had no Hard button for a card in learning.
_OLD_RATINGS = {1: Rating.AGAIN, 2: Rating.GOOD, 3: Rating.EASY}
_RATINGS = {rating.value: rating for rating in Rating}

_REVLOG_QUERY = """
SELECT id, cid, ease, time, type, factor
FROM revlog
WHERE typeof(id) = 'integer' AND id >= 0
ORDER BY id
"""
# Apart from the log, which is ten times as long; and apart from each other: a database that was
# made for it could have every note join every card.
_NOTES = "SELECT id, guid, mid FROM notes"
_CARDS = "SELECT id, nid, ord FROM cards"

_CardIds: TypeAlias = Sequence[CardId]


@dataclass(frozen=True, slots=True)
class ReviewHistory:
    """What a package's log says.

    Attributes:
        reviews: ratings and resets of our cards, the oldest first.
        foreign_count: how many ratings are of cards that we do not know.
        future_count: how many ratings of ours say that they were made in the future.
    """

    reviews: tuple[ImportedReview, ...]
    foreign_count: int
    future_count: int


class _RevlogRow(NamedTuple):
    """A row of Anki's log: `id` is its time in milliseconds, `cid` Anki's card."""

    id: int
    cid: int
    ease: int
    time: int
    type: int
    factor: int


def read_review_history(
    package: AnkiPackage, cards: Mapping[CardId, int], until: datetime
) -> ReviewHistory:
    """Return the reviews in `package` of `cards`, those that were made `until` then.

    `cards` are ours with their numbers in their facts, which a note of a whole fact goes by.

    Skipped is what is no answer: a card moved by hand, a preview that was not to count.
    """
    last = (until - EPOCH) // _MILLISECOND
    found: list[ImportedReview] = []
    not_ours = too_late = 0
    with row_errors_as_value_error():
        cards_of = _card_finder(package.connection, _CardLookup(cards))
        for row, rating in _iter_ratings(package.connection):
            own = cards_of(row.cid)
            if own and row.id <= last:
                found += [_to_imported_review(card, row, rating) for card in own]
            else:
                too_late += bool(own)
                not_ours += not own and rating is not None
    return ReviewHistory(tuple(found), not_ours, too_late)


def _iter_ratings(connection: sqlite3.Connection) -> Iterator[tuple[_RevlogRow, Rating | None]]:
    """Yield the rows that are ratings, and those by which a card was forgotten (None)."""
    ratings_of_steps = _OLD_RATINGS if _has_old_scheduler(connection) else _RATINGS
    for row in map(_RevlogRow._make, connection.execute(_REVLOG_QUERY)):
        rating = _rating_from_row(row, ratings_of_steps if row.type in _OLD_STEPS else _RATINGS)
        if rating is not None or _is_reset(row):
            yield row, rating


def _to_imported_review(card: CardId, row: _RevlogRow, rating: Rating | None) -> ImportedReview:
    """Return a row as a review of one of our cards."""
    taken = min(max(0, int(row.time)), _MAX_ANSWER_MILLISECONDS) if rating else 0
    return ImportedReview(card, EPOCH + row.id * _MILLISECOND, rating, taken)


def _rating_from_row(row: _RevlogRow, ratings: Mapping[int, Rating]) -> Rating | None:
    """Return the rating of a review; None for a preview that moved nothing, or no review."""
    is_preview = row.type == _FILTERED and row.factor == 0
    return None if is_preview else ratings.get(row.ease)


def _is_reset(row: _RevlogRow) -> bool:
    """Return whether the learner made Anki forget the card."""
    return (row.type, row.factor, row.ease) == (_MANUAL, 0, 0)


def _has_old_scheduler(connection: sqlite3.Connection) -> bool:
    """Return whether the log is of Anki's first scheduler, in which a step had three buttons."""
    (conf,) = connection.execute("SELECT conf FROM col").fetchone() or ("",)
    # Newer collections keep it in a table of its own, and have the newest scheduler.
    values = json.loads(conf) if conf else {"schedVer": 2}
    return isinstance(values, dict) and values.get("schedVer", 1) == 1


def _fact_of_card(card: CardId) -> FactId:
    """Return the fact of a card."""
    return FactId(card.rpartition("/")[0])


def _card_finder(
    connection: sqlite3.Connection, lookup: "_CardLookup"
) -> Callable[[int], _CardIds]:
    """Return a function that finds our cards for one of Anki's, by its id."""
    # All cards of a note of ours are its first, asked in other ways; clozes are cards of their own.
    notes = {id_: (guid, kind) for id_, guid, kind in connection.execute(_NOTES)}
    places = {
        cid: (notes[note][0], 0 if notes[note][1] == NOTE_TYPE_ID else place)
        for cid, note, place in connection.execute(_CARDS)
        if note in notes
    }

    @cache
    def cards_of(cid: int) -> _CardIds:
        return lookup.cards_of(*places.get(cid, (None, None)))

    return cards_of


class _CardLookup:
    """Our cards, found by what Anki calls them."""

    def __init__(self, cards: Mapping[CardId, int]) -> None:
        self._cards = cards
        self._cards_by_guid: dict[str, _CardIds] = {card_guid(card): (card,) for card in cards}

    def cards_of(self, guid: str | None, place: int | None) -> _CardIds:
        """Return our cards at a `place` of Anki's note; () for none."""
        if guid is None or place is None:
            return ()
        own = self._cards_by_guid.get(guid) or self._cards_by_cloze.get((guid, place))
        if own is None and self._cards_by_name:
            own = self._cards_by_name.get((fact_name(guid), card_name(place)))
        return own or ()

    @cached_property
    def _cards_by_cloze(self) -> dict[tuple[str, int], _CardIds]:
        """The cards of facts that are one note: by its GUID and the place of their number."""
        guids = {fact: fact_guid(fact) for fact in map(_fact_of_card, self._cards)}
        return {
            (guids[_fact_of_card(card)], number - 1): (card,)
            for card, number in self._cards.items()
        }

    @cached_property
    def _cards_by_name(self) -> dict[tuple[str, str], list[CardId]]:
        """The cards of decks that were made of a package of Anki's, by the ends of their ids."""
        found: dict[tuple[str, str], list[CardId]] = defaultdict(list)
        for card in self._cards:
            fact, name = card.split("/")[-2:]
            if FACT_NAME.fullmatch(fact):
                found[fact, name].append(card)
        return found
