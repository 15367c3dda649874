"""Finding concepts by what they are called. Light: values only."""

from collections import deque
from collections.abc import Iterable, Mapping
from functools import lru_cache

from quizapp.bank.model import Concept, ConceptId, Deck

_INDEX_CACHE_SIZE = 64
_TEXT_CACHE_SIZE = 1 << 16
_MAX_BROADER = 200


@lru_cache(maxsize=_TEXT_CACHE_SIZE)
def normalize_text(text: str) -> str:
    """Return `text` as names are compared: without regard to case and to runs of spaces."""
    return " ".join(text.split()).casefold()


def index_by_name(concepts: Iterable[Concept]) -> dict[str, Concept]:
    """Return `concepts` by their folded names and aliases; the first that bears a name has it."""
    index: dict[str, Concept] = {}
    for concept in concepts:
        for name in concept.names:
            index.setdefault(normalize_text(name), concept)
    return index


def group_by_type(concepts: Iterable[Concept]) -> dict[str, list[Concept]]:
    """Return `concepts` by their type, those of one type in their order."""
    found: dict[str, list[Concept]] = {}
    for concept in concepts:
        found.setdefault(concept.type, []).append(concept)
    return found


def find_concept(deck: Deck, text: str) -> Concept | None:
    """Return the concept of `deck` that `text` names, in any case; None when it names none."""
    return _cached_index(_DeckKey(deck)).get(normalize_text(text))


def broader_concepts(
    concepts: Mapping[ConceptId, Concept], concept: Concept
) -> frozenset[ConceptId]:
    """Return the ids of all concepts that `concept` is one of, however far up.

    Unknown ids are passed over, and a circle ends where it began. The nearest come first, and
    `_MAX_BROADER` are enough, so that a deck cannot make this slow.
    """
    if not concept.is_a:
        return frozenset()
    found: set[ConceptId] = set()
    waiting = deque(concept.is_a)
    while waiting and len(found) < _MAX_BROADER:
        above = waiting.popleft()
        if above not in found and above in concepts:
            found.add(above)
            waiting.extend(concepts[above].is_a)
    return frozenset(found)


class _DeckKey:
    """A deck as a key of a cache: the same only as itself, since its value cannot be hashed."""

    __slots__ = ("deck",)

    def __init__(self, deck: Deck) -> None:
        self.deck = deck

    def __hash__(self) -> int:
        return id(self.deck)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _DeckKey) and self.deck is other.deck


@lru_cache(maxsize=_INDEX_CACHE_SIZE)
def _cached_index(key: _DeckKey) -> Mapping[str, Concept]:
    """Return the index of a deck; a deck never changes, so it is built once."""
    return index_by_name(key.deck.concepts.values())
