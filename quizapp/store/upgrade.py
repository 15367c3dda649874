"""Bringing an older store up to date: a backup first, then all steps in one transaction."""

from collections.abc import Mapping
from datetime import datetime

from quizapp.store.backups.take_backup import back_up_before_upgrade
from quizapp.store.migrations.steps import MIGRATION_STEPS, MigrationStep, upgrade_copy
from quizapp.store.store import Store


def upgrade_schema(
    store: Store, now: datetime | None, steps: Mapping[int, MigrationStep] = MIGRATION_STEPS
) -> None:
    """Bring `store` to the last of `steps`; `now` is the time that its backup's name says.

    Raises:
        StoreError: there is no room for the backup, or a step failed; the store is as it was.
    """
    back_up_before_upgrade(store, now)
    upgrade_copy(store, steps)
