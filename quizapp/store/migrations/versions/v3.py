"""Version 3: exam dates that learners plan for. Never changed."""

from alembic.operations import Operations
from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
)


def upgrade(op: Operations) -> None:
    """Make the new table; those that there were stay as they are."""
    op.create_table(
        "plans",
        Column("learner_id", BigInteger, nullable=False),
        Column("deck_id", BigInteger, nullable=False),
        Column("until", Integer, nullable=False),
        Column("new_per_day", Integer, nullable=False),
        Column("expected", Float(53), nullable=False),
        ForeignKeyConstraint(["deck_id"], ["decks.id"], name="fk_plans_deck_id"),
        ForeignKeyConstraint(["learner_id"], ["learners.id"], name="fk_plans_learner_id"),
        PrimaryKeyConstraint("learner_id", "deck_id", name="pk_plans"),
        sqlite_with_rowid=False,
    )
