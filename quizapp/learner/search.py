"""Searching for cards: a line of text, what it asks for, and which texts answer to it. Pure."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quizapp.items.item import Item

IN_TITLE = "~"  # before a part of a deck's title, where its id would stand


class CardState(StrEnum):
    """What a card can be; `CHANGED` since the learner last answered it, in wording or key."""

    DUE = "due"
    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    SUSPENDED = "suspended"
    BURIED = "buried"
    MARKED = "marked"
    FLAGGED = "flagged"
    LEECH = "leech"
    CHANGED = "changed"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What a search asks for: any of the decks, and all of the others. Words are folded.

    Attributes:
        decks: ids of decks, whole.
        titles: parts of decks' titles.
        unknown_states: its words `is:…` that nothing can be.
    """

    words: tuple[str, ...] = ()
    decks: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    states: tuple[CardState, ...] = ()
    unknown_states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchText:
    """What is searched of a card: its folded text and its folded tags."""

    text: str
    tags: tuple[str, ...]


def parse_search(text: str) -> SearchQuery:
    """Return what a search line asks for: `deck:`, `tag:` and `is:` before a word, and words.

    `deck:` takes a deck's whole id, and `deck:~` a part of its title.
    """
    found: dict[str, list[str]] = {"": [], "deck": [], "tag": [], "is": []}
    for word in text.split():
        name, colon, rest = word.partition(":")
        kind = name.casefold() if colon and name.casefold() in found else ""
        value = fold_text(rest if kind else word)
        if value:
            found[kind].append(value)
    named = [value for value in found["deck"] if value.startswith(IN_TITLE)]
    states = [value for value in found["is"] if value in set(CardState)]
    return SearchQuery(
        words=tuple(found[""]),
        decks=tuple(value for value in found["deck"] if value not in named),
        titles=tuple(value.removeprefix(IN_TITLE) for value in named if value != IN_TITLE),
        tags=tuple(found["tag"]),
        states=tuple(map(CardState, states)),
        unknown_states=tuple(value for value in found["is"] if value not in set(CardState)),
    )


def matching_keys(
    keys: Sequence[int], texts: Mapping[int, SearchText], query: SearchQuery
) -> Sequence[int]:
    """Return the `keys` whose texts have all words of `query`, and tags that begin as its tags."""
    # A pass a word: after the first one there are few left, and each is as plain as can be.
    found = [key for key in keys if key in texts]
    for word in query.words:
        found = [key for key in found if word in texts[key].text]
    for tag in query.tags:
        found = [key for key in found if any(own.startswith(tag) for own in texts[key].tags)]
    return found


def search_text_of_item(item: Item) -> SearchText:
    """Return what is searched of a card that `item` asks for."""
    return search_text_of_card(
        (item.stem, *item.key, *item.accepted, item.sentence), item.card, item.tags
    )


def search_text_of_card(texts: Sequence[str], card: str, tags: Sequence[str]) -> SearchText:
    """Return what is searched of a `card`: `texts`, and its id without that of its deck."""
    text = "\n".join((*texts, card.partition("/")[2]))
    return SearchText(fold_text(text), tuple(map(fold_text, tags)))


def fold_text(text: str) -> str:
    """Return `text` as it is compared: without case and without accents."""
    if text.isascii():
        return text.lower()
    return "".join(_base_letters(text)).casefold()


def _base_letters(text: str) -> Iterator[str]:
    for letter in unicodedata.normalize("NFKD", text):
        if not unicodedata.combining(letter):
            yield letter
