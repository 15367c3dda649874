"""Version 1: the first schema, as it was. Never changed: what came later is a later version."""

from alembic.operations import Operations
from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    Text,
    false,
    text,
)

KEY = BigInteger().with_variant(Integer(), "sqlite")


def upgrade(op: Operations) -> None:
    """Make all tables."""
    op.create_table(
        "deck_paths",
        Column("path", Text, nullable=False),
        Column("added_at", BigInteger, nullable=False),
        PrimaryKeyConstraint("path", name="pk_deck_paths"),
    )
    op.create_table(
        "decks",
        Column("id", KEY, autoincrement=False, nullable=False),
        Column("uid", Text, nullable=False),
        Column("title", Text, nullable=False),
        Column("position", Integer, nullable=False),
        Column("settings", Text, nullable=False),
        Column("lexicon", Text, nullable=False),
        Column("files", Text, nullable=False),
        Column("made_by", Text, nullable=False),
        Column("retired_at", BigInteger),
        PrimaryKeyConstraint("id", name="pk_decks"),
    )
    op.create_table(
        "learners",
        Column("id", KEY, autoincrement=False, nullable=False),
        Column("name", Text, nullable=False),
        PrimaryKeyConstraint("id", name="pk_learners"),
    )
    op.create_table(
        "schedulings",
        Column("id", KEY, autoincrement=False, nullable=False),
        Column("content", Text, nullable=False),
        PrimaryKeyConstraint("id", name="pk_schedulings"),
    )
    op.create_table(
        "days",
        Column("learner_id", BigInteger, nullable=False),
        Column("day", Integer, nullable=False),
        Column("deck_id", BigInteger, nullable=False),
        Column("reviews", Integer, nullable=False),
        Column("correct", Integer, nullable=False),
        Column("milliseconds", BigInteger, nullable=False),
        Column("passed", Integer, nullable=False),
        Column("failed", Integer, nullable=False),
        ForeignKeyConstraint(["deck_id"], ["decks.id"], name="fk_days_deck_id"),
        ForeignKeyConstraint(["learner_id"], ["learners.id"], name="fk_days_learner_id"),
        PrimaryKeyConstraint("learner_id", "day", "deck_id", name="pk_days"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "facts",
        Column("id", KEY, autoincrement=False, nullable=False),
        Column("uid", Text, nullable=False),
        Column("deck_id", BigInteger, nullable=False),
        Column("confusable", Text, nullable=False),
        ForeignKeyConstraint(["deck_id"], ["decks.id"], name="fk_facts_deck_id"),
        PrimaryKeyConstraint("id", name="pk_facts"),
    )
    op.create_index("ix_facts_deck_id", "facts", ["deck_id"])
    op.create_table(
        "settings",
        Column("learner_id", BigInteger, nullable=False),
        Column("deck_id", BigInteger, nullable=False),
        Column("settings", Text, nullable=False),
        Column("parameters", Text, nullable=False),
        ForeignKeyConstraint(["deck_id"], ["decks.id"], name="fk_settings_deck_id"),
        ForeignKeyConstraint(["learner_id"], ["learners.id"], name="fk_settings_learner_id"),
        PrimaryKeyConstraint("learner_id", "deck_id", name="pk_settings"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sittings",
        Column("learner_id", BigInteger, nullable=False),
        Column("id", BigInteger, nullable=False),
        Column("mode", Text, nullable=False),
        Column("title", Text, nullable=False),
        Column("seed", BigInteger, nullable=False),
        Column("counts", Boolean, nullable=False),
        Column("closed_at", BigInteger),
        CheckConstraint("mode IN ('quiz', 'exam')", name="ck_sittings_mode"),
        ForeignKeyConstraint(["learner_id"], ["learners.id"], name="fk_sittings_learner_id"),
        PrimaryKeyConstraint("learner_id", "id", name="pk_sittings"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cards",
        Column("id", KEY, autoincrement=False, nullable=False),
        Column("uid", Text, nullable=False),
        Column("deck_id", BigInteger, nullable=False),
        Column("fact_id", BigInteger, nullable=False),
        Column("position", Integer, nullable=False),
        Column("file", Text, nullable=False),
        Column("line", Integer, nullable=False),
        Column("column", Integer, nullable=False),
        Column("key", Text, nullable=False),
        Column("key_hash", Text, nullable=False),
        Column("items_hash", Text, nullable=False),
        Column("content_hash", Text, nullable=False),
        Column("changed_at", BigInteger, nullable=False),
        Column("rekeyed_at", BigInteger),
        Column("retired_at", BigInteger),
        ForeignKeyConstraint(["deck_id"], ["decks.id"], name="fk_cards_deck_id"),
        ForeignKeyConstraint(["fact_id"], ["facts.id"], name="fk_cards_fact_id"),
        PrimaryKeyConstraint("id", name="pk_cards"),
    )
    op.create_index(
        "ix_cards_deck_id_retired_at_position", "cards", ["deck_id", "retired_at", "position"]
    )
    op.create_index("ix_cards_fact_id", "cards", ["fact_id"])
    op.create_index(
        "ix_cards_rekeyed",
        "cards",
        ["deck_id"],
        sqlite_where=text("rekeyed_at IS NOT NULL"),
        postgresql_where=text("rekeyed_at IS NOT NULL"),
    )
    op.create_table(
        "former_keys",
        Column("card_id", BigInteger, nullable=False),
        Column("until", BigInteger, nullable=False),
        Column("key", Text, nullable=False),
        ForeignKeyConstraint(["card_id"], ["cards.id"], name="fk_former_keys_card_id"),
        PrimaryKeyConstraint("card_id", "until", name="pk_former_keys"),
    )
    op.create_table(
        "items",
        Column("id", KEY, autoincrement=False, nullable=False),
        Column("uid", Text, nullable=False),
        Column("card_id", BigInteger, nullable=False),
        Column("position", Integer, nullable=False),
        Column("format", Text, nullable=False),
        Column("tags", Text, nullable=False),
        Column("may_be_examined", Boolean, nullable=False),
        Column("content", Text, nullable=False),
        Column("content_hash", Text, nullable=False),
        Column("retired_at", BigInteger),
        ForeignKeyConstraint(["card_id"], ["cards.id"], name="fk_items_card_id"),
        PrimaryKeyConstraint("id", name="pk_items"),
    )
    op.create_index("ix_items_card_id", "items", ["card_id"])
    op.create_table(
        "memories",
        Column("learner_id", BigInteger, nullable=False),
        Column("card_id", BigInteger, nullable=False),
        Column("deck_id", BigInteger, nullable=False),
        Column("state", Text),
        Column("step", Integer),
        Column("stability", Float(53)),
        Column("difficulty", Float(53)),
        Column("due", BigInteger),
        Column("last_review", BigInteger),
        Column("reps", Integer, server_default=text("0"), nullable=False),
        Column("lapses", Integer, server_default=text("0"), nullable=False),
        Column("last_format", Text),
        Column("is_suspended", Boolean, server_default=false(), nullable=False),
        Column("is_marked", Boolean, server_default=false(), nullable=False),
        Column("buried_until", BigInteger),
        CheckConstraint("state IN ('learning', 'review', 'relearning')", name="ck_memories_state"),
        CheckConstraint(
            "(state IS NULL AND stability IS NULL AND difficulty IS NULL AND due IS NULL"
            " AND last_review IS NULL)"
            " OR (state IS NOT NULL AND stability > 0 AND difficulty BETWEEN 1 AND 10"
            " AND due IS NOT NULL AND last_review IS NOT NULL)",
            name="ck_memories_whole",
        ),
        ForeignKeyConstraint(["card_id"], ["cards.id"], name="fk_memories_card_id"),
        ForeignKeyConstraint(["deck_id"], ["decks.id"], name="fk_memories_deck_id"),
        ForeignKeyConstraint(["learner_id"], ["learners.id"], name="fk_memories_learner_id"),
        PrimaryKeyConstraint("learner_id", "card_id", name="pk_memories"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_memories_due",
        "memories",
        ["learner_id", "deck_id", "due"],
        sqlite_where=text("due IS NOT NULL AND is_suspended IS 0"),
        postgresql_where=text("due IS NOT NULL AND is_suspended IS false"),
    )
    op.create_table(
        "reviews",
        Column("learner_id", BigInteger, nullable=False),
        Column("id", BigInteger, nullable=False),
        Column("card_id", BigInteger, nullable=False),
        Column("item_id", BigInteger),
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
        Column("scheduling_id", BigInteger, nullable=False),
        Column("predicted", Float(53)),
        Column("before_state", Text),
        Column("before_step", Integer),
        Column("before_stability", Float(53)),
        Column("before_difficulty", Float(53)),
        Column("before_due", BigInteger),
        Column("before_last_review", BigInteger),
        Column("before_reps", Integer, nullable=False),
        Column("before_lapses", Integer, nullable=False),
        Column("before_format", Text),
        Column("after_state", Text),
        Column("after_step", Integer),
        Column("after_stability", Float(53)),
        Column("after_difficulty", Float(53)),
        Column("after_due", BigInteger),
        Column("after_lapses", Integer),
        CheckConstraint(
            "after_state IN ('learning', 'review', 'relearning')", name="ck_reviews_after_state"
        ),
        CheckConstraint(
            "before_state IN ('learning', 'review', 'relearning')", name="ck_reviews_before_state"
        ),
        CheckConstraint("graded IN ('correct', 'close', 'wrong')", name="ck_reviews_graded"),
        CheckConstraint("mode IN ('study', 'quiz', 'exam', 'imported')", name="ck_reviews_mode"),
        CheckConstraint("verdict IN ('correct', 'close', 'wrong')", name="ck_reviews_verdict"),
        CheckConstraint("rating BETWEEN 1 AND 4", name="ck_reviews_rating"),
        ForeignKeyConstraint(["card_id"], ["cards.id"], name="fk_reviews_card_id"),
        ForeignKeyConstraint(["item_id"], ["items.id"], name="fk_reviews_item_id"),
        ForeignKeyConstraint(
            ["learner_id", "sitting_id"],
            ["sittings.learner_id", "sittings.id"],
            name="fk_reviews_learner_id_sitting_id",
        ),
        ForeignKeyConstraint(["learner_id"], ["learners.id"], name="fk_reviews_learner_id"),
        ForeignKeyConstraint(
            ["scheduling_id"], ["schedulings.id"], name="fk_reviews_scheduling_id"
        ),
        PrimaryKeyConstraint("learner_id", "id", name="pk_reviews"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sitting_items",
        Column("learner_id", BigInteger, nullable=False),
        Column("sitting_id", BigInteger, nullable=False),
        Column("position", Integer, nullable=False),
        Column("item_id", BigInteger, nullable=False),
        Column("verdict", Text),
        CheckConstraint(
            "verdict IN ('correct', 'close', 'wrong')", name="ck_sitting_items_verdict"
        ),
        ForeignKeyConstraint(["item_id"], ["items.id"], name="fk_sitting_items_item_id"),
        ForeignKeyConstraint(
            ["learner_id", "sitting_id"],
            ["sittings.learner_id", "sittings.id"],
            name="fk_sitting_items_learner_id_sitting_id",
        ),
        PrimaryKeyConstraint("learner_id", "sitting_id", "position", name="pk_sitting_items"),
        sqlite_with_rowid=False,
    )
