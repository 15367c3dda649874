"""Version 6: undone reviews, the times of what a learner set, judged answers. Never changed."""

from alembic.operations import Operations
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    Text,
)


def upgrade(op: Operations) -> None:
    """Add the columns and the new table; when what is set already was set is not known."""
    for name in ("suspended_at", "marked_at", "buried_at"):
        op.add_column("memories", Column(name, BigInteger))
    op.add_column("flags", Column("cleared_at", BigInteger))
    op.add_column("reviews", Column("undone_at", BigInteger))
    op.create_table(
        "judged_answers",
        Column("learner_id", BigInteger, nullable=False),
        Column("run_key", Text, nullable=False),
        Column("answered_at", BigInteger, nullable=False),
        Column("card_id", BigInteger, nullable=False),
        Column("item_id", BigInteger, nullable=False),
        Column("day", Integer, nullable=False),
        Column("mode", Text, nullable=False),
        Column("format", Text, nullable=False),
        Column("response", Text, nullable=False),
        Column("shown", Text, nullable=False),
        Column("verdict", Text, nullable=False),
        Column("graded", Text, nullable=False),
        Column("reason", Text, nullable=False),
        Column("rating", Integer),
        Column("counts", Boolean, nullable=False),
        Column("hints", Integer, nullable=False),
        Column("milliseconds", Integer, nullable=False),
        Column("item_hash", Text, nullable=False),
        Column("seed", BigInteger, nullable=False),
        Column("sitting_id", BigInteger),
        Column("position", Integer, nullable=False),
        Column("review_id", BigInteger),
        ForeignKeyConstraint(["card_id"], ["cards.id"], name="fk_judged_answers_card_id"),
        ForeignKeyConstraint(["item_id"], ["items.id"], name="fk_judged_answers_item_id"),
        ForeignKeyConstraint(["learner_id"], ["learners.id"], name="fk_judged_answers_learner_id"),
        PrimaryKeyConstraint("learner_id", "run_key", name="pk_judged_answers"),
        sqlite_with_rowid=False,
    )
