"""C306: in one exam form, an item's question gives another item's key away.

Every key is looked up by its first word in an index, and every question is read once: no two items
are compared that have no word in common.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from quizapp.grading.normal import Word, words
from quizapp.items.item import Format, Item
from quizapp.lint.finding import Finding, finding
from quizapp.lint.kinship import is_telling

FEWEST_SHARED = 2  # telling words
MOST_OF_A_QUESTION = 0.6
# What is true or false, or to be paired, has no key that could stand in a question.
WITHOUT_KEY = frozenset({Format.TRUE_FALSE, Format.MATCH})


Keys: TypeAlias = dict[str, list[tuple[Item, tuple[Word, ...]]]]


@dataclass(frozen=True, slots=True)
class Cue:
    """The question of `giver` says what answers `taker`: the words `text`."""

    giver: Item
    taker: Item
    text: str


def give_away(form: Sequence[Item]) -> Iterator[Finding]:
    """C306: each question of a form that gives the key of another item of it away."""
    for cue in cues(form):
        yield finding(
            cue.giver,
            f'its question says "{cue.text}", which answers {cue.taker.card}',
            "keep the two out of one exam, or reword the question",
        )


def cues(form: Sequence[Item], share: float = MOST_OF_A_QUESTION) -> Iterator[Cue]:
    """Yield which items of `form` give which others away; those of one card never do.

    One does whose question names the other's key, and speaks of that `share` of what the other asks
    of: to name a thing elsewhere answers nothing.
    """
    keys = by_first_word(form)
    for giver in form:
        asked = words(giver.stem)
        told: set[str] = set()
        for at, word in enumerate(asked):
            for taker, key in candidates(keys, word):
                is_other = taker.card != giver.card and taker.id not in told
                if (
                    is_other
                    and stands_at(key, asked, at)
                    and is_of_one_matter(taker, key, asked, share)
                ):
                    told.add(taker.id)
                    yield Cue(giver, taker, " ".join(each.shown for each in key))


def by_first_word(form: Sequence[Item]) -> Keys:
    """Return the keys of `form` by each form of their first word."""
    found: Keys = {}
    for item in form:
        for key in telling_keys(item):
            for first in key[0].forms:
                found.setdefault(first, []).append((item, key))
    return found


def is_of_one_matter(taker: Item, key: Sequence[Word], asked: Sequence[Word], share: float) -> bool:
    """Say whether a question speaks of a `share` of what `taker` asks of, its key left aside."""
    sought = [
        word
        for word in words(taker.stem)
        if is_telling(word) and not any(word.is_same(each) for each in key)
    ]
    found = sum(any(word.is_same(other) for other in asked) for word in sought)
    return found >= FEWEST_SHARED and found >= share * len(sought)


def goes_with(chosen: Sequence[Item], item: Item) -> bool:
    """Say whether `item` can stand in a form with `chosen`: none of them gives another away.

    Stricter than what an author is told: there are other items, so a key that stands in a question
    of alike matter is enough ("the 56 patients of the series" beside "how many patients?").
    """
    form = (*chosen, item)
    return not any(item in (cue.giver, cue.taker) for cue in cues(form, share=0))


def telling_keys(item: Item) -> Iterator[tuple[Word, ...]]:
    """Yield the words of each key that would be recognised: a number only beside its unit."""
    if item.format in WITHOUT_KEY or not item.key:
        return
    unit = getattr(item.expected, "unit", "")
    for text in item.key:
        key = words(f"{text} {unit}" if unit else text)
        if key and any(map(is_telling, key)) and (unit or not key[0].form.isdigit()):
            yield key


def candidates(keys: Keys, word: Word) -> Iterable[tuple[Item, tuple[Word, ...]]]:
    """Return the keys that begin with `word`, each once."""
    found = [each for form in word.forms for each in keys.get(form, ())]
    return {
        (taker.id, tuple(each.form for each in key)): (taker, key) for taker, key in found
    }.values()


def stands_at(key: Sequence[Word], asked: Sequence[Word], at: int) -> bool:
    """Say whether all words of `key` stand in `asked` from the place `at` on."""
    there = asked[at : at + len(key)]
    return len(there) == len(key) and all(
        one.is_same(other) for one, other in zip(key, there, strict=True)
    )
