"""Version 2: exams with what they were answered with, flags, and what hid cards. Never changed."""

from alembic.operations import Operations
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    Text,
    false,
)


def upgrade(op: Operations) -> None:
    """Make the new tables; those that there were stay as they are."""
    op.create_table(
        "exams",
        Column("learner_id", BigInteger, nullable=False),
        Column("sitting_id", BigInteger, nullable=False),
        Column("form", Text, nullable=False),
        Column("limit_seconds", Integer),
        ForeignKeyConstraint(
            ["learner_id", "sitting_id"],
            ["sittings.learner_id", "sittings.id"],
            name="fk_exams_learner_id_sitting_id",
        ),
        PrimaryKeyConstraint("learner_id", "sitting_id", name="pk_exams"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "exam_responses",
        Column("learner_id", BigInteger, nullable=False),
        Column("sitting_id", BigInteger, nullable=False),
        Column("position", Integer, nullable=False),
        Column("response", Text),
        Column("milliseconds", Integer, nullable=False),
        Column("is_flagged", Boolean, server_default=false(), nullable=False),
        ForeignKeyConstraint(
            ["learner_id", "sitting_id"],
            ["sittings.learner_id", "sittings.id"],
            name="fk_exam_responses_learner_id_sitting_id",
        ),
        PrimaryKeyConstraint("learner_id", "sitting_id", "position", name="pk_exam_responses"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "flags",
        Column("learner_id", BigInteger, nullable=False),
        Column("card_id", BigInteger, nullable=False),
        Column("flagged_at", BigInteger, nullable=False),
        Column("why", Text, nullable=False),
        ForeignKeyConstraint(["card_id"], ["cards.id"], name="fk_flags_card_id"),
        ForeignKeyConstraint(["learner_id"], ["learners.id"], name="fk_flags_learner_id"),
        PrimaryKeyConstraint("learner_id", "card_id", name="pk_flags"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "hidings",
        Column("learner_id", BigInteger, nullable=False),
        Column("id", BigInteger, nullable=False),
        Column("card_id", BigInteger, nullable=False),
        Column("was_suspended", Boolean, server_default=false(), nullable=False),
        Column("was_buried_until", BigInteger),
        ForeignKeyConstraint(["card_id"], ["cards.id"], name="fk_hidings_card_id"),
        ForeignKeyConstraint(["learner_id"], ["learners.id"], name="fk_hidings_learner_id"),
        PrimaryKeyConstraint("learner_id", "id", "card_id", name="pk_hidings"),
        sqlite_with_rowid=False,
    )
