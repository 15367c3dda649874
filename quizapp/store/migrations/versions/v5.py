"""Version 5: an id of the database, by which its backups are known. Never changed."""

from secrets import token_hex

from alembic.operations import Operations
from sqlalchemy import Column, PrimaryKeyConstraint, Text, column, insert, table


def upgrade(op: Operations) -> None:
    """Make the new table, and the id."""
    op.create_table(
        "identity",
        Column("id", Text, nullable=False),
        PrimaryKeyConstraint("id", name="pk_identity"),
    )
    op.execute(insert(table("identity", column("id"))).values(id=token_hex(16)))
