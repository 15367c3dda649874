"""What one version of Anki's backend does with a package and with a newer one of the same deck.

    python old_backend_probe.py PACKAGE NEWER_PACKAGE

Run by `old_backends.py` in an environment that has nothing but that version: so it imports nothing
else, and asks what there is rather than which version it is. What it found is the last line of its
standard output, as JSON: some versions have words of their own for developers.
"""

import importlib
import json
import sqlite3
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ANSWERS = 5
GOOD = 3
WITHOUT_GOOD = 2  # the same button where a step of learning has three


def main(package: str, newer: str) -> None:
    from anki.collection import Collection  # noqa: PLC0415 (the caller tells a failing import apart)

    with TemporaryDirectory() as folder:
        collection: Any = Collection(str(Path(folder, "collection.anki2")))
        first = taken(collection, package)
        answer(collection)
        reviews = reviews_of(collection)
        second = taken(collection, newer)
        edited = notes_in(newer, folder).items() - notes_in(package, folder).items()
        notes = dict(rows(collection, "select guid, flds from notes"))
        found = {
            "first": first,
            "second": second,
            "reviews": [len(reviews & reviews_of(collection)), len(reviews)],
            "empty": empty_cards(collection),
            "is_sound": is_sound(collection),
            "arrived": [sum(notes.get(guid) == fields for guid, fields in edited), len(edited)],
        }
        collection.close()
    sys.stdout.write(f"\n{json.dumps(found)}\n")


# --- what differs from version to version --------------------------------------------------------


def taken(collection: Any, package: str) -> dict[str, int]:
    """Return how many notes of a package were found, new, updated and duplicate."""
    if hasattr(collection, "import_anki_package"):
        log = collection.import_anki_package(request_for(package)).log
        return {
            "found": log.found_notes,
            "new": len(log.new),
            "updated": len(log.updated),
            "duplicate": len(log.duplicate),
        }
    old = importlib.import_module("anki.importing.apkg")
    importer = old.AnkiPackageImporter(collection, package)
    importer.run()
    counts = {"new": importer.added, "updated": importer.updated, "duplicate": importer.dupes}
    return {"found": sum(counts.values()), **counts}


def request_for(package: str) -> Any:
    """Return what `import_anki_package` wants: a request with options, without, or a path."""
    module: Any = importlib.import_module("anki.collection")
    if not hasattr(module, "ImportAnkiPackageRequest"):
        return package
    request = module.ImportAnkiPackageRequest(package_path=package)
    if hasattr(request, "options"):
        request.options.with_scheduling = False
    return request


def answer(collection: Any) -> None:
    """Answer the first cards of the deck that was imported with Good."""
    ((deck,),) = rows(collection, "select did from cards limit 1")
    collection.decks.select(deck)
    if hasattr(collection, "reset"):
        collection.reset()
    for _ in range(ANSWERS):
        card = collection.sched.getCard()
        few = hasattr(collection.sched, "answerButtons") and (
            collection.sched.answerButtons(card) < GOOD + 1
        )
        collection.sched.answerCard(card, WITHOUT_GOOD if few else GOOD)


def empty_cards(collection: Any) -> int:
    """Return how many cards have an empty front."""
    if hasattr(collection, "get_empty_cards"):
        return sum(len(note.card_ids) for note in collection.get_empty_cards().notes)
    return len(collection.emptyCids())


def is_sound(collection: Any) -> bool:
    """Say whether Anki's own check of the collection finds nothing to fix."""
    check = getattr(collection, "fix_integrity", None) or collection.fixIntegrity
    _, is_ok = check()
    return bool(is_ok)


# --- what is the same in all ---------------------------------------------------------------------


def rows(collection: Any, query: str) -> list[Any]:
    return list(collection.db.all(query))


def reviews_of(collection: Any) -> set[tuple[int, int]]:
    """Return the reviews whose cards are there and remember them."""
    query = "select r.id, r.cid from revlog r join cards c on c.id = r.cid where c.reps > 0"
    return {tuple(row) for row in rows(collection, query)}


def notes_in(package: str, folder: str) -> dict[str, str]:
    """Return the fields of the notes in a package by their GUIDs."""
    with zipfile.ZipFile(package) as archive:
        names = ("collection.anki21", "collection.anki2")
        name = next(name for name in names if name in archive.namelist())
        path = archive.extract(name, Path(folder, Path(package).stem))
    connection = sqlite3.connect(path)
    notes = dict(connection.execute("select guid, flds from notes"))
    connection.close()
    return notes


if __name__ == "__main__":
    main(*sys.argv[1:])
