"""Who sits at a desk: what every query about a learner needs to know of the learner."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from quizapp.bank.model import DeckSettings
from quizapp.memory.model import Calendar
from quizapp.store.keys import key_of
from quizapp.store.tables import learners

NOTHING_SET = DeckSettings()


@dataclass(frozen=True, slots=True)
class Seat:
    """A learner: the key, the days, and settings that win over all others for this run."""

    learner: int
    calendar: Calendar
    own: DeckSettings = NOTHING_SET


def learner_key(connection: Connection, name: str) -> int | None:
    """Return the key of the learner `name`, None for one who never sat here."""
    return connection.scalar(select(learners.c.id).where(learners.c.id == key_of(name)))


def enrol(connection: Connection, name: str) -> int:
    """Return the key of the learner `name`, known from now on."""
    known = learner_key(connection, name)
    if known is not None:
        return known
    connection.execute(insert(learners).values(id=key_of(name), name=name))
    return key_of(name)
