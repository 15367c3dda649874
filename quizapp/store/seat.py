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


def enrol(connection: Connection, name: str) -> int:
    """Return the key of the learner `name`, known from now on."""
    key = key_of(name)
    if connection.execute(select(learners.c.id).where(learners.c.id == key)).first() is None:
        connection.execute(insert(learners).values(id=key, name=name))
    return key
