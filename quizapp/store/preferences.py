"""How a learner takes a deck: daily limits, and how memory is scheduled.

What is set for this run wins over the plan for an exam, that over what the learner set for the
deck, that over what its author set, and that over the defaults.
"""

import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    delete,
    insert,
    select,
)

from quizapp.bank.model import DeckId, DeckSettings
from quizapp.items.item import Format
from quizapp.learner.model import StudySettings
from quizapp.memory.model import Scheduling
from quizapp.session.ports import CardReader
from quizapp.store.card_queries import LEARNER_PARAM
from quizapp.store.learner_scope import LearnerScope
from quizapp.store.rows import compact_json, key_of, settings_from_json, settings_to_json
from quizapp.store.store import implements
from quizapp.store.tables import decks, plans, settings

T = TypeVar("T")


@implements(CardReader.limits)
def limits(connection: Connection, scope: LearnerScope, deck: DeckId) -> StudySettings:
    return deck_limits(connection, scope, key_of(deck))


def deck_limits(connection: Connection, scope: LearnerScope, deck: int) -> StudySettings:
    """Return how the learner takes the deck with the key `deck`; the defaults for none."""
    row = _settings_row(connection, scope, deck)
    if row is None:
        return StudySettings()
    return _merge_limits(_setting_layers(scope.overrides, row.planned, row.own, row.author))


@implements(CardReader.scheduling)
def scheduling(connection: Connection, scope: LearnerScope, deck: DeckId) -> Scheduling:
    row = _settings_row(connection, scope, key_of(deck))
    if row is None:
        return Scheduling()
    return scheduling_of(scope.overrides, row.own, row.author, row.parameters)


@lru_cache(maxsize=256)
def scheduling_of(
    overrides: DeckSettings, own: str | None, author: str, parameters: str | None
) -> Scheduling:
    """Return the scheduling that settings make, as `SETTINGS_COLUMNS` hold those of a deck.

    Remembered: each answer asks for it, and settings seldom change. A plan schedules nothing.
    """
    return Scheduling(
        retention=_merge_limits(_setting_layers(overrides, None, own, author)).retention,
        parameters=tuple(json.loads(parameters or "[]")),
    )


def save_settings(
    connection: Connection,
    scope: LearnerScope,
    deck: DeckId,
    wanted: DeckSettings,
    parameters: Sequence[float] = (),
) -> None:
    """Keep what the learner sets for `deck`, and the learner's own FSRS parameters for it."""
    key = key_of(deck)
    connection.execute(delete(settings).where(_is_own(scope), settings.c.deck_id == key))
    connection.execute(
        insert(settings).values(
            learner_id=scope.learner_key,
            deck_id=key,
            settings=settings_to_json(wanted),
            parameters=compact_json(list(parameters)),
        )
    )


def save_parameters(
    connection: Connection, scope: LearnerScope, deck: DeckId, parameters: Sequence[float]
) -> None:
    """Keep the learner's own FSRS parameters for `deck`; what else is set for it stays."""
    own = connection.scalar(
        select(settings.c.settings).where(_is_own(scope), settings.c.deck_id == key_of(deck))
    )
    wanted = DeckSettings() if own is None else settings_from_json(own)
    save_settings(connection, scope, deck, wanted, parameters)


def _is_own(scope: LearnerScope) -> ColumnElement[bool]:
    return settings.c.learner_id == scope.learner_key


# What was set for a deck, and where it stands: the queries that schedule a card have it beside it.
SETTINGS_COLUMNS = (
    decks.c.settings.label("author"),
    settings.c.settings.label("own"),
    settings.c.parameters,
)
is_settings_of_deck = and_(settings.c.learner_id == LEARNER_PARAM, settings.c.deck_id == decks.c.id)
_SETTINGS_OF_DECK: Select[Any] = (
    select(*SETTINGS_COLUMNS, plans.c.new_per_day.label("planned"))
    .select_from(decks)
    .outerjoin(plans, and_(plans.c.learner_id == LEARNER_PARAM, plans.c.deck_id == decks.c.id))
    .outerjoin(settings, is_settings_of_deck)
    .where(decks.c.id == bindparam("deck", type_=BigInteger))
)


def _settings_row(connection: Connection, scope: LearnerScope, deck: int) -> Row[Any] | None:
    wanted = {"learner": scope.learner_key, "deck": deck}
    return connection.execute(_SETTINGS_OF_DECK, wanted).first()


def _setting_layers(
    overrides: DeckSettings, pace: int | None, own: str | None, author: str
) -> tuple[DeckSettings, ...]:
    """Return all that was set, what wins first; `pace` is what a plan for an exam sets."""
    planned = () if pace is None else (DeckSettings(new_per_day=pace),)
    of_learner = () if own is None else (settings_from_json(own),)
    return (overrides, *planned, *of_learner, settings_from_json(author))


def _merge_limits(layers: Sequence[DeckSettings]) -> StudySettings:
    default = StudySettings()
    formats = next((layer.formats for layer in layers if layer.formats), ())
    return StudySettings(
        new_per_day=_first_set(layers, lambda layer: layer.new_per_day, default.new_per_day),
        reviews_per_day=_first_set(
            layers, lambda layer: layer.reviews_per_day, default.reviews_per_day
        ),
        retention=_first_set(layers, lambda layer: layer.retention, default.retention),
        formats=tuple(Format(format_) for format_ in formats),
        introduce=any(layer.introduce for layer in layers),
        is_spelling_strict=any(layer.is_spelling_strict for layer in layers),
    )


def _first_set(
    layers: Sequence[DeckSettings], setting: Callable[[DeckSettings], T | None], default: T
) -> T:
    return next((value for layer in layers if (value := setting(layer)) is not None), default)
