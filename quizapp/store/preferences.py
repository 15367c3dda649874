"""How a learner takes a deck: daily limits, and how memory is scheduled.

What is set for this run wins over the plan for an exam, that over what the learner set for the
deck, that over what its author set, and that over the defaults.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, and_, delete, insert, select

from quizapp.bank.model import DeckId, DeckSettings
from quizapp.items.item import Format
from quizapp.memory.model import Scheduling
from quizapp.session.model import DeckLimits
from quizapp.store.keys import key_of
from quizapp.store.rows import as_json, settings_json, settings_of
from quizapp.store.seat import Seat
from quizapp.store.tables import decks, plans, settings

T = TypeVar("T")


def limits(connection: Connection, seat: Seat, deck: int) -> DeckLimits:
    """Return how the learner takes the deck with the key `deck`; the defaults for none."""
    row = _row(connection, seat, deck)
    return DeckLimits() if row is None else _limits(_layers(seat, row))


def scheduling(connection: Connection, seat: Seat, deck: int) -> Scheduling:
    """Return how memory of the cards of the deck with the key `deck` is scheduled."""
    row = _row(connection, seat, deck)
    return Scheduling() if row is None else scheduling_of(seat, row)


def scheduling_of(seat: Seat, row: Row[Any]) -> Scheduling:
    """Return the scheduling that the settings in `author`, `own` and `parameters` make."""
    return Scheduling(
        retention=_limits(_layers(seat, row)).retention,
        parameters=tuple(json.loads(row.parameters or "[]")),
    )


def prefer(
    connection: Connection,
    seat: Seat,
    deck: DeckId,
    wanted: DeckSettings,
    parameters: Sequence[float] = (),
) -> None:
    """Keep what the learner sets for `deck`, and the learner's own FSRS parameters for it."""
    key = key_of(deck)
    connection.execute(delete(settings).where(_is_own(seat), settings.c.deck_id == key))
    connection.execute(
        insert(settings).values(
            learner_id=seat.learner,
            deck_id=key,
            settings=settings_json(wanted),
            parameters=as_json(list(parameters)),
        )
    )


def keep_parameters(
    connection: Connection, seat: Seat, deck: DeckId, parameters: Sequence[float]
) -> None:
    """Keep the learner's own FSRS parameters for `deck`; what else is set for it stays."""
    own = connection.scalar(
        select(settings.c.settings).where(_is_own(seat), settings.c.deck_id == key_of(deck))
    )
    wanted = DeckSettings() if own is None else settings_of(own)
    prefer(connection, seat, deck, wanted, parameters)


def _is_own(seat: Seat) -> Any:
    return settings.c.learner_id == seat.learner


def _row(connection: Connection, seat: Seat, deck: int) -> Row[Any] | None:
    query: Select[Any] = (
        select(
            decks.c.settings.label("author"),
            settings.c.settings.label("own"),
            settings.c.parameters,
            plans.c.new_per_day.label("planned"),
        )
        .select_from(decks)
        .outerjoin(plans, and_(plans.c.deck_id == decks.c.id, plans.c.learner_id == seat.learner))
        .outerjoin(settings, and_(settings.c.deck_id == decks.c.id, _is_own(seat)))
        .where(decks.c.id == deck)
    )
    return connection.execute(query).first()


def _layers(seat: Seat, row: Row[Any]) -> tuple[DeckSettings, ...]:
    """Return all that was set, what wins first."""
    own = () if row.own is None else (settings_of(row.own),)
    return (seat.own, *planned(row), *own, settings_of(row.author))


def planned(row: Row[Any]) -> tuple[DeckSettings, ...]:
    """Return what a plan for an exam sets, where the query asked for plans and there is one."""
    pace = getattr(row, "planned", None)
    return () if pace is None else (DeckSettings(new_per_day=pace),)


def _limits(layers: Sequence[DeckSettings]) -> DeckLimits:
    default = DeckLimits()
    formats = next((layer.formats for layer in layers if layer.formats), ())
    return DeckLimits(
        new_per_day=_first(layers, lambda layer: layer.new_per_day, default.new_per_day),
        reviews_per_day=_first(
            layers, lambda layer: layer.reviews_per_day, default.reviews_per_day
        ),
        retention=_first(layers, lambda layer: layer.retention, default.retention),
        formats=tuple(Format(format_) for format_ in formats),
        introduce=any(layer.introduce for layer in layers),
    )


def _first(
    layers: Sequence[DeckSettings], asked: Callable[[DeckSettings], T | None], default: T
) -> T:
    return next((value for layer in layers if (value := asked(layer)) is not None), default)
