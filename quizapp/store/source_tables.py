"""The table of papers' texts on this machine's disk: where each is, never what it says.

A part of the schema of `quizapp.store.tables`.
"""

from sqlalchemy import BigInteger, Column, Integer, Table, Text

from quizapp.store.columns import metadata, required

source_texts = Table(
    "source_texts",
    metadata,
    Column("source", Text, primary_key=True),  # as decks call it
    required("path", Text),
    required("sha256", Text),  # of the file when it was last read; "" before
    required("sentences", Integer),  # how many it had then
    required("fingerprint", Text),  # and of these
    required("declared", Text),  # what each deck says of the source: DeclaredSource values
    Column("attached_at", BigInteger),  # NULL where a deck names the file (`text:`)
)
