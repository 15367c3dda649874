"""C306: in one exam form, an item's question gives another item's key away.

Every key is looked up by its first word in an index, and every question is read once: no two items
are compared that have no word in common.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from quizapp.items.item import Format, Item
from quizapp.items.word_forms import Word, split_words
from quizapp.lint.word_families import is_content_word

_MIN_SHARED_WORDS = 2  # telling words
_MIN_SHARED_PART = 0.6
# What is true or false, or to be paired, has no key that could stand in a question.
_KEYLESS_FORMATS = frozenset({Format.TRUE_FALSE, Format.MATCH})


_KeyIndex: TypeAlias = dict[str, list[tuple[Item, tuple[Word, ...]]]]


@dataclass(frozen=True, slots=True)
class Cue:
    """The question of `giver` says what answers `taker`: the words `text`."""

    giver: Item
    taker: Item
    text: str


def find_cues(form: Sequence[Item], share: float = _MIN_SHARED_PART) -> Iterator[Cue]:
    """Yield which items of `form` give which others away; those of one card never do.

    A question does when it names the other's key and has that `share` of the content words of the
    other question: to name a thing in another context answers nothing.
    """
    keys = _index_keys(form)
    for giver in form:
        asked = split_words(giver.stem)
        told: set[str] = set()
        for at, word in enumerate(asked):
            for taker, key in _matching_keys(keys, word):
                is_other = taker.card != giver.card and taker.id not in told
                if (
                    is_other
                    and occurs_at(key, asked, at)
                    and _shares_subject(taker, key, asked, share)
                ):
                    told.add(taker.id)
                    yield Cue(giver, taker, " ".join(each.shown for each in key))


def _index_keys(form: Sequence[Item]) -> _KeyIndex:
    """Return the keys of `form` by each form of their first word."""
    found: _KeyIndex = {}
    for item in form:
        for key in _recognizable_keys(item):
            for first in key[0].forms:
                found.setdefault(first, []).append((item, key))
    return found


def _shares_subject(taker: Item, key: Sequence[Word], asked: Sequence[Word], share: float) -> bool:
    """Return whether a question has a `share` of the content words of `taker`, without its key."""
    sought = [
        word
        for word in split_words(taker.stem)
        if is_content_word(word) and not any(word.is_same(each) for each in key)
    ]
    found = sum(any(word.is_same(other) for other in asked) for word in sought)
    return found >= _MIN_SHARED_WORDS and found >= share * len(sought)


def can_join_form(chosen: Sequence[Item], item: Item) -> bool:
    """Return whether `item` can join a form with `chosen`: no question gives another away.

    Stricter than the rule in a bank: there are other items to draw, so a key in a question on
    anything is enough ("the 56 patients of the series" beside "how many patients?").
    """
    form = (*chosen, item)
    return not any(item in (cue.giver, cue.taker) for cue in find_cues(form, share=0))


def _recognizable_keys(item: Item) -> Iterator[tuple[Word, ...]]:
    """Yield the words of each key that would be recognised: a number only beside its unit."""
    if item.format in _KEYLESS_FORMATS or not item.key:
        return
    unit = getattr(item.expected, "unit", "")
    for text in item.key:
        key = split_words(f"{text} {unit}" if unit else text)
        if key and any(map(is_content_word, key)) and (unit or not key[0].form.isdigit()):
            yield key


def _matching_keys(keys: _KeyIndex, word: Word) -> Iterable[tuple[Item, tuple[Word, ...]]]:
    """Return the keys that begin with `word`, each once."""
    found = [each for form in word.forms for each in keys.get(form, ())]
    return {
        (taker.id, tuple(each.form for each in key)): (taker, key) for taker, key in found
    }.values()


def occurs_at(key: Sequence[Word], asked: Sequence[Word], at: int) -> bool:
    """Return whether all words of `key` stand in `asked` from the place `at` on."""
    there = asked[at : at + len(key)]
    return len(there) == len(key) and all(
        one.is_same(other) for one, other in zip(key, there, strict=True)
    )
