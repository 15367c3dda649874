"""What is attached, read without the engine of the store.

A command that needs nothing else of the store starts as fast as one that needs none.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from quizapp.bank.model import SourceId
from quizapp.store.attached_text import AttachedText, text_from_values

_PREFIX = "sqlite:///"
_FIRST_VERSION = 8  # of the schema, that has the table
_QUERY = (
    "SELECT source, path, sha256, sentences, fingerprint, declared, attached_at FROM source_texts"
)


def read_attached_rows(url: str) -> Mapping[SourceId, AttachedText] | None:
    """Return what is attached in the database at `url`, by source; None if it is no plain file.

    Nothing where there is no database yet, or one of an older quizapp; nothing is made, upgraded or
    told: whoever opens the store does that.
    """
    path = url.removeprefix(_PREFIX)
    if path == url or "?" in path:
        return None
    if not Path(path).is_file():
        return {}
    try:
        with closing(sqlite3.connect(f"file:{quote(path)}?mode=ro", uri=True)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            rows = connection.execute(_QUERY).fetchall() if version >= _FIRST_VERSION else []
            texts = [text_from_values(*row) for row in rows]
    except (sqlite3.Error, ValueError, TypeError):
        return {}
    return {text.source: text for text in texts}
