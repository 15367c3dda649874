"""Which text of a paper lies where on this machine, and what decks say of the paper.

The text itself stays in the learner's file: what is kept here is its path, its hash, and how it was
cut into sentences.
"""

from collections.abc import Mapping
from dataclasses import asdict, replace

from sqlalchemy import Connection, delete, insert, select

from quizapp.bank.model import Deck, SourceId
from quizapp.store.attached_text import AttachedText, declare, named_file, text_from_values
from quizapp.store.rows import compact_json, to_milliseconds
from quizapp.store.source_tables import source_texts
from quizapp.store.store import Store


def attached_texts(store: Store) -> tuple[AttachedText, ...]:
    """Return the texts that are attached, by the ids of their sources, in their order."""
    return store.read(_attached_texts)


def attach_text(store: Store, text: AttachedText) -> None:
    """Keep `text` in place of what was attached to its source before."""
    store.write(_put, text)


def detach_text(store: Store, source: SourceId) -> bool:
    """Forget the text of `source`; return whether there was one. Its file stays."""
    return store.write(_detach, source)


def declare_sources(store: Store, deck: Deck) -> None:
    """Keep what `deck` says of its sources now, and the files that it names for them.

    A text that the learner attached stays, whatever file the deck names.
    """
    known = {text.source: text for text in attached_texts(store)}
    wanted = _declare(known, deck)
    if wanted != known:
        store.write(_replace_all, known, wanted)


def _declare(known: Mapping[SourceId, AttachedText], deck: Deck) -> dict[SourceId, AttachedText]:
    """Return the texts that are `known`, as `deck` would have them."""
    wanted = dict(known)
    for source_id, text in known.items():
        others = tuple(each for each in text.declared if each.deck != deck.id)
        own = deck.sources.get(source_id)
        said = () if own is None else (declare(own, deck.id),)
        wanted[source_id] = replace(text, declared=(*others, *said))
        is_named = own is not None and bool(own.text)
        if text.attached_at is None and not others and not is_named:
            del wanted[source_id]
    for source in deck.sources.values():
        path = named_file(source)
        before = wanted.get(source.id)
        if path is None or (before is not None and before.attached_at is not None):
            continue
        if before is None or before.path != str(path):
            others = before.declared if before else (declare(source, deck.id),)
            wanted[source.id] = AttachedText(source.id, str(path), declared=others)
    return wanted


# --- queries -------------------------------------------------------------------------------------


def _attached_texts(connection: Connection) -> tuple[AttachedText, ...]:
    rows = connection.execute(select(source_texts).order_by(source_texts.c.source))
    return tuple(text_from_values(*row) for row in rows)


def _replace_all(
    connection: Connection,
    known: Mapping[SourceId, AttachedText],
    wanted: Mapping[SourceId, AttachedText],
) -> None:
    for source in known.keys() - wanted.keys():
        _detach(connection, source)
    for source, text in wanted.items():
        if known.get(source) != text:
            _put(connection, text)


def _put(connection: Connection, text: AttachedText) -> None:
    _detach(connection, text.source)
    at = None if text.attached_at is None else to_milliseconds(text.attached_at)
    connection.execute(
        insert(source_texts).values(
            source=text.source,
            path=text.path,
            sha256=text.sha256,
            sentences=text.sentences,
            fingerprint=text.fingerprint,
            declared=compact_json([asdict(each) for each in text.declared]),
            attached_at=at,
        )
    )


def _detach(connection: Connection, source: SourceId) -> bool:
    query = delete(source_texts).where(source_texts.c.source == source)
    return connection.execute(query).rowcount > 0
