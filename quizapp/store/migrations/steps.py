"""The steps from one schema to the next, taken in one transaction; no backup is taken here.

A step is a module of `versions`, in Alembic's operations (`alembic.operations.Operations`); where
SQLite cannot alter a table, `op.batch_alter_table` rebuilds it. Which version a store has is one
number that its engine keeps, so there is no table of Alembic's.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection

from quizapp.store.migrations.versions import v1, v2, v3, v4, v5, v6, v7, v8
from quizapp.store.store import Store

MigrationStep: TypeAlias = Callable[[Operations], None]

MIGRATION_STEPS: Mapping[int, MigrationStep] = {
    1: v1.upgrade,
    2: v2.upgrade,
    3: v3.upgrade,
    4: v4.upgrade,
    5: v5.upgrade,
    6: v6.upgrade,
    7: v7.upgrade,
    8: v8.upgrade,
}  # by the version that a step leads to


def upgrade_copy(store: Store, steps: Mapping[int, MigrationStep] = MIGRATION_STEPS) -> None:
    """Bring `store` to the last of `steps`: a copy, or one that was backed up.

    Raises:
        StoreError: a step failed; the store is as it was.
    """
    store.migrate(lambda connection: _upgrade(connection, store, steps))


def _upgrade(connection: Connection, store: Store, steps: Mapping[int, MigrationStep]) -> None:
    # Read again, since another process may have been faster.
    version = store.backend.schema_version(connection)
    run_steps(connection, {to: step for to, step in steps.items() if to > version})
    store.backend.set_schema_version(connection, max(version, *steps))


def run_steps(connection: Connection, steps: Mapping[int, MigrationStep]) -> None:
    """Take `steps` in the order of their versions, within the transaction of `connection`."""
    operations = Operations(MigrationContext.configure(connection))
    for version in sorted(steps):
        steps[version](operations)
