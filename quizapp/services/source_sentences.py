"""The sentences of attached texts for a session: read when they are first cited, each file once."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from quizapp.errors import StoreError
from quizapp.items.item import ItemSource
from quizapp.services.attached_texts import CUT_OTHERWISE_FIX, find_mismatch, read_attached

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizapp.store.attached_text import AttachedText, DeclaredSource
    from quizapp.store.store import Store


class SourceSentences:
    """A `SentenceReader` of the texts that a store knows of. A source is known by its citation."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._read: dict[str, tuple[tuple[str, ...], str]] = {}
        self._told: set[str] = set()

    def read(self, source: ItemSource) -> tuple[str, str]:
        """Return the sentence that is cited, and, once, why a text cannot be shown."""
        sentences, fault = self._text_of(source.cite)
        if fault and source.cite not in self._told:
            self._told.add(source.cite)
            return "", fault
        at = source.sentence
        return (sentences[at - 1] if 0 < at <= len(sentences) else ""), ""

    def warm_up(self, sources: Sequence[ItemSource]) -> None:
        """Read the texts of `sources`."""
        for source in sources:
            self._text_of(source.cite)

    def _text_of(self, cite: str) -> tuple[tuple[str, ...], str]:
        """Return the sentences of the paper that is cited so, or why they cannot be shown."""
        if cite not in self._read:
            known = self._attached.get(cite)
            self._read[cite] = _read_text(*known) if known else ((), "")
        return self._read[cite]

    @cached_property
    def _attached(self) -> "Mapping[str, tuple[AttachedText, DeclaredSource]]":
        """The texts, by how decks cite their papers."""
        from quizapp.store.source_texts import attached_texts

        try:
            texts = attached_texts(self._store)
        except StoreError:  # an answer is worth more than its sentence
            return {}
        return {said.cite: (text, said) for text in texts for said in text.declared}


def _read_text(text: "AttachedText", said: "DeclaredSource") -> tuple[tuple[str, ...], str]:
    """Return the sentences of a text, or why they are not shown, with what to do."""
    found = read_attached(text)
    if found.paper is None or found.fault:
        return (), f"{found.fault}. fix: {found.fix}"
    if fault := find_mismatch(found.paper, said, text.source):
        return (), f"{fault}. fix: {CUT_OTHERWISE_FIX}"
    return found.paper.sentences, ""
