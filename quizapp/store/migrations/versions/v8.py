"""Version 8: where the texts of papers lie on this machine. Never changed."""

from alembic.operations import Operations
from sqlalchemy import BigInteger, Column, Integer, PrimaryKeyConstraint, Text


def upgrade(op: Operations) -> None:
    """Add the table; nothing was attached before."""
    op.create_table(
        "source_texts",
        Column("source", Text, nullable=False),
        Column("path", Text, nullable=False),
        Column("sha256", Text, nullable=False),
        Column("sentences", Integer, nullable=False),
        Column("fingerprint", Text, nullable=False),
        Column("declared", Text, nullable=False),
        Column("attached_at", BigInteger),
        PrimaryKeyConstraint("source", name="pk_source_texts"),
    )
