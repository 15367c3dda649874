"""Version 4: the numbers of cards in their facts, and what Anki was last given. Never changed."""

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

KEY = BigInteger().with_variant(Integer(), "sqlite")

# In the order of the bank, those that a fact has no more after the others.
NUMBER = """
UPDATE cards SET number = (
    SELECT count(*) FROM cards AS other
    WHERE other.fact_id = cards.fact_id
    AND (other.retired_at IS NOT NULL, other.position, other.id)
        <= (cards.retired_at IS NOT NULL, cards.position, cards.id)
)
"""


def upgrade(op: Operations) -> None:
    """Number the cards that there are; make the new table."""
    with op.batch_alter_table("cards", recreate="always") as batch:
        batch.add_column(Column("number", Integer, nullable=False, server_default=text("0")))
    op.execute(NUMBER)
    op.create_table(
        "anki_notes",
        Column("id", KEY, autoincrement=False, nullable=False),
        Column("guid", Text, nullable=False),
        Column("deck_id", BigInteger, nullable=False),
        Column("style", Text, nullable=False),
        Column("subject", Text, nullable=False),
        Column("ordinals", Text, nullable=False),
        Column("content_hash", Text, nullable=False),
        Column("modified", BigInteger, nullable=False),
        ForeignKeyConstraint(["deck_id"], ["decks.id"], name="fk_anki_notes_deck_id"),
        PrimaryKeyConstraint("id", name="pk_anki_notes"),
    )
    op.create_index("ix_anki_notes_deck_id", "anki_notes", ["deck_id"])
