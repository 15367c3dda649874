"""What every query about a learner needs to know of the learner."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from quizapp.bank.model import DeckSettings, Kind
from quizapp.memory.model import Calendar
from quizapp.store.rows import key_of
from quizapp.store.tables import learners

NO_SETTINGS = DeckSettings()


@dataclass(frozen=True, slots=True)
class LearnerScope:
    """A learner: the key, the days, and settings that win over all others for this run.

    Scheduled and counted are the cards of `kind`.

    `run_key` tells the answers that this run has judged from those of other runs.
    """

    learner_key: int
    calendar: Calendar
    overrides: DeckSettings = NO_SETTINGS
    run_key: str = ""
    kind: Kind = Kind.FACT


def get_or_add_learner(connection: Connection, name: str) -> int:
    """Return the key of the learner `name`, known from now on."""
    key = key_of(name)
    if connection.execute(select(learners.c.id).where(learners.c.id == key)).first() is None:
        connection.execute(insert(learners).values(id=key, name=name))
    return key


def learner_name(connection: Connection, scope: LearnerScope) -> str:
    """Return what the learner is called."""
    query = select(learners.c.name).where(learners.c.id == scope.learner_key)
    return str(connection.execute(query).scalar_one())


def learner_names(connection: Connection) -> tuple[str, ...]:
    """Return what the learners of the database are called, in the order of the alphabet."""
    return tuple(connection.scalars(select(learners.c.name).order_by(learners.c.name)))
