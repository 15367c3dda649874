"""Which texts a check compares decks with: those named in the call, else those attached."""

import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.bank.diagnostics import Problem
from quizapp.bank.model import Bank, Deck, DeckId, Source, SourceId
from quizapp.errors import QuizappError
from quizapp.services.settings import Settings

if TYPE_CHECKING:
    from quizapp.sources.model import SourceText
    from quizapp.store.attached_text import AttachedText
    from quizapp.store.store import Store

_SECONDS_FOR_GIT = 5


@dataclass(frozen=True, slots=True)
class TextsToCheck:
    """The texts that decks are compared with, by source; what is to be told of others.

    `missing` are the sources of the decks that have none.
    """

    texts: "Mapping[SourceId, SourceText]"
    notices: tuple[str, ...] = ()
    missing: tuple[SourceId, ...] = ()


def find_texts(
    settings: Settings, bank: Bank, given: "Mapping[SourceId, SourceText]"
) -> TextsToCheck:
    """Return the texts for the decks of `bank`: those `given`, then those on the learner's disk."""
    return _find_texts(bank, _attached(settings), given)


def find_texts_of(store: "Store", decks: Iterable[Deck]) -> TextsToCheck:
    """Return the texts that an open store knows of for `decks`, or that they name."""
    return _find_texts(Bank(tuple(decks)), _attached_in(store), {})


def decks_with_texts(store: "Store", decks: Sequence[DeckId]) -> tuple[DeckId, ...]:
    """Return those of `decks` that have a source to which a text is attached, or named there."""
    having = {said.deck for text in _attached_in(store).values() for said in text.declared}
    return tuple(deck for deck in decks if deck in having)


def text_files(settings: Settings, bank: Bank) -> tuple[Path, ...]:
    """Return the files of texts that a check of `bank` reads unless others are given."""
    attached = _attached(settings)
    found = (_text_of(name, deck, source, attached) for name, deck, source in _sources_of(bank))
    return tuple(dict.fromkeys(Path(text.path) for text in found if text is not None))


def _find_texts(
    bank: Bank,
    attached: "Mapping[SourceId, AttachedText]",
    given: "Mapping[SourceId, SourceText]",
) -> TextsToCheck:
    """Return the texts for the decks of `bank`: those `given`, then those attached."""
    texts = dict(given)
    notices: list[str] = []
    missing: list[SourceId] = []
    for source_id, deck, source in _sources_of(bank):
        if source_id in texts:
            continue
        text = _text_of(source_id, deck, source, attached)
        if text is None:
            missing.append(source_id)
            continue
        paper, fault = _read(text)
        if paper is None:
            notices.append(fault)
        else:
            texts[source_id] = paper
    return TextsToCheck(texts, tuple(notices), tuple(missing))


def missing_notice(missing: tuple[SourceId, ...]) -> tuple[str, ...]:
    """Return in one line which sources have no text; nothing where all have."""
    if not missing:
        return ()
    names = ", ".join(missing)
    return (f"not compared: no text of {names} (`quizapp source attach {missing[0]} FILE`)",)


def find_tracked_texts(bank: Bank) -> Iterator[Problem]:
    """Yield G106 for each text beside a deck that git would publish."""
    from quizapp.lint.tracked_texts import tracked_text_problem
    from quizapp.store.attached_text import named_file

    for deck in bank.decks:
        for source in deck.sources.values():
            path = named_file(source) if source.text else None
            if path is not None and _is_tracked(path):
                yield tracked_text_problem(source)


def _sources_of(bank: Bank) -> Iterator[tuple[SourceId, Deck, Source]]:
    """Yield each source of the decks once."""
    seen: set[SourceId] = set()
    for deck in bank.decks:
        for source in deck.sources.values():
            if source.id not in seen:
                seen.add(source.id)
                yield source.id, deck, source


def _attached(settings: Settings) -> "Mapping[SourceId, AttachedText]":
    """Return what is attached, without opening the whole store; nothing where it cannot be read."""
    from quizapp.store.backends.sqlite_attached import read_attached_rows

    try:
        found = read_attached_rows(settings.database)
        return found if found is not None else _attached_by_engine(settings)
    except QuizappError:
        return {}


def _attached_by_engine(settings: Settings) -> "Mapping[SourceId, AttachedText]":
    """Return what is attached in a database that only the whole store can open.

    Raises:
        StoreError: it cannot be opened.
    """
    from quizapp.services.open_database import existing_store

    with existing_store(settings) as store:
        return _attached_in(store)


def _attached_in(store: "Store") -> "Mapping[SourceId, AttachedText]":
    """Return what is attached, by source."""
    from quizapp.store.source_texts import attached_texts

    return {text.source: text for text in attached_texts(store)}


def _text_of(
    source_id: SourceId, deck: Deck, source: Source, attached: "Mapping[SourceId, AttachedText]"
) -> "AttachedText | None":
    """Return the text of a source, as its deck speaks of it now."""
    from dataclasses import replace

    from quizapp.store.attached_text import AttachedText, declare, named_file

    said = (declare(source, deck.id),)
    known = attached.get(source_id)
    if known is not None and known.attached_at is not None:
        return replace(known, declared=said)
    path = named_file(source)
    return AttachedText(source_id, str(path), declared=said) if path else None


def _read(text: "AttachedText") -> "tuple[SourceText | None, str]":
    """Return the paper of a text, or why it cannot be compared."""
    from quizapp.services.attached_texts import CUT_OTHERWISE_FIX, find_mismatch, read_attached

    found = read_attached(text)
    if found.paper is None or found.fault:
        return None, f"not compared: {found.fault}. fix: {found.fix}"
    if fault := find_mismatch(found.paper, text.declared[0], text.source):
        return None, f"not compared: {fault}. fix: {CUT_OTHERWISE_FIX}"
    return found.paper, ""


def _is_tracked(path: Path) -> bool:
    """Return whether git keeps the file at `path`; False where there is no git."""
    command = ("git", "-C", str(path.parent), "ls-files", "--error-unmatch", "--", path.name)
    try:
        done = subprocess.run(  # noqa: S603 (our own words; the name stands behind --)
            command, capture_output=True, check=False, timeout=_SECONDS_FOR_GIT
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
