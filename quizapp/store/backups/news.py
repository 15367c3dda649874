"""What a start has to say of the backups. It is light: nothing is checked or copied here."""

from contextlib import suppress
from dataclasses import replace

from quizapp.store.backups.folder import NOTES, Damage, Notes, read_notes, write_notes
from quizapp.store.store import Store


def damage_of(store: Store) -> Damage | None:
    """Return what the last backup found wrong with the store, None where all was well."""
    folder = store.backend.backup_folder()
    return None if folder is None or not (folder / NOTES).exists() else read_notes(folder).damage


def has_backups(store: Store) -> bool:
    """Return whether copies lie where those of `store` go."""
    folder = store.backend.backup_folder()
    return folder is not None and any(folder.glob("*.db"))


def untold_copies(store: Store) -> int:
    """Return how many old copies were left alone, the first time that it is asked; then 0."""
    folder = store.backend.backup_folder()
    notes = Notes() if folder is None else read_notes(folder)
    if folder is None or notes.is_told or store.backend.is_read_only:
        return 0
    with suppress(OSError):
        write_notes(folder, replace(notes, is_told=True))
    return notes.left_alone
