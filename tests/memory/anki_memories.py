"""What Anki's backend remembers of histories; a process of its own, since it keeps its time zone.

Reads JSON from standard input: `rollover`, `parameters`, and `histories`, each a list of rows
(milliseconds, ease, kind of answer); writes the list of [stability, difficulty].
"""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from anki.collection import Collection


def memories(wanted: dict[str, Any], folder: Path) -> list[tuple[float | None, float | None]]:
    """Return stability and difficulty of each history, logged for a card of its own."""
    collection = Collection(str(folder / "collection.anki2"))
    try:
        collection.set_config("fsrs", True)  # noqa: FBT003 (the backend's own signature)
        collection.set_config("rollover", wanted["rollover"])
        if wanted["parameters"]:
            preset = collection.decks.config_dict_for_deck_id(1)  # type: ignore[arg-type]
            preset["fsrsParams6"] = wanted["parameters"]
            collection.decks.update_config(preset)
        return [remembered(collection, history) for history in wanted["histories"]]
    finally:
        collection.close()


def remembered(
    collection: Collection, history: list[tuple[int, int, int]]
) -> tuple[float | None, float | None]:
    """Log a history for a new card and return what Anki remembers of it."""
    database, basic = collection.db, collection.models.by_name("Basic")
    assert database is not None
    assert basic is not None
    note = collection.new_note(basic)
    note["Front"] = "question"
    collection.add_note(note, 1)  # type: ignore[arg-type]
    card = note.cards()[0]
    for at, ease, kind in history:
        database.execute(
            "insert into revlog values (?, ?, -1, ?, 1, 1, 2500, 4000, ?)", at, card.id, ease, kind
        )
    state = collection.compute_memory_state(card.id)
    database.execute("delete from revlog")  # the times of the next history are its own
    return state.stability, state.difficulty


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        json.dump(memories(json.load(sys.stdin), Path(folder)), sys.stdout)
