"""Version 7: what the first try of an answer was, and what was granted. Never changed."""

from alembic.operations import Operations
from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    Text,
    text,
)

# Nothing was asked back before this version: the first try is what counts.
_FIRST_OF_VERDICT = (
    "UPDATE {} SET first = CASE verdict WHEN 'correct' THEN 'right' WHEN 'close' THEN 'slip'"
    " ELSE 'wrong' END"
)


def upgrade(op: Operations) -> None:
    """Add the columns, with what can be known of answers given before, and the new table."""
    for name in ("reviews", "judged_answers"):
        tries = Column("tries", Integer, server_default=text("1"), nullable=False)
        first = Column("first", Text, server_default=text("'right'"), nullable=False)
        for column in (tries, first, Column("asked", Text)):
            op.add_column(name, column)
        op.execute(_FIRST_OF_VERDICT.format(name))
    op.create_table(
        "exam_grants",
        Column("learner_id", BigInteger, nullable=False),
        Column("sitting_id", BigInteger, nullable=False),
        Column("position", Integer, nullable=False),
        Column("granted_at", BigInteger, nullable=False),
        Column("granted_by", Text, nullable=False),
        Column("taken_back_at", BigInteger),
        ForeignKeyConstraint(
            ["learner_id", "sitting_id"],
            ["sittings.learner_id", "sittings.id"],
            name="fk_exam_grants_learner_id_sitting_id",
        ),
        PrimaryKeyConstraint(
            "learner_id", "sitting_id", "position", "granted_at", name="pk_exam_grants"
        ),
        sqlite_with_rowid=False,
    )
