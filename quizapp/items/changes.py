"""What differs between two makings of items: those added, reworded, with another key, retired.

An item is the same one while its id is, whatever it says; its hashes tell what changed. Values
only; how a change reads is `quizapp.items.change_lines`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from quizapp.bank.model import FactId, Image
from quizapp.items.codec import picture_in_words, source_in_words
from quizapp.items.item import Item, ItemId, Option


class Change(StrEnum):
    """What became of an item. A `REKEYED` one has another right answer: its card is due at once."""

    ADDED = "added"
    REWORDED = "reworded"
    REKEYED = "rekeyed"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item before and after; the one is None of an added item, the other of a retired one."""

    change: Change
    before: Item | None
    after: Item | None

    @property
    def item(self) -> Item:
        """The item as it is now, or as it last was."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 (there is always one of the two)
        return found


@dataclass(frozen=True, slots=True)
class Difference:
    """A text of an item before and after; "" where there is none. `part` names it: stem, why."""

    part: str
    before: str
    after: str


def item_changes(before: Iterable[Item], after: Iterable[Item]) -> tuple[ItemChange, ...]:
    """Return what became of the items `before`, those that are as they were left out.

    Fact by fact in the order of `after`, retired items behind the others of their fact, facts that
    are gone at the end.
    """
    old = {item.id: item for item in before}
    new = {item.id: item for item in after}
    by_fact: dict[FactId, list[ItemChange]] = {}
    for change in (*_of_living(old, new), *_of_retired(old, new)):
        by_fact.setdefault(change.item.fact, []).append(change)
    return tuple(change for changes in by_fact.values() for change in changes)


def _of_living(old: Mapping[ItemId, Item], new: Mapping[ItemId, Item]) -> Iterator[ItemChange]:
    for name, item in new.items():
        before = old.get(name)
        if before is None:
            yield ItemChange(Change.ADDED, None, item)
        elif before.key_hash != item.key_hash:
            yield ItemChange(Change.REKEYED, before, item)
        elif before.content_hash != item.content_hash:
            yield ItemChange(Change.REWORDED, before, item)


def _of_retired(old: Mapping[ItemId, Item], new: Mapping[ItemId, Item]) -> Iterator[ItemChange]:
    for name, item in old.items():
        if name not in new:
            yield ItemChange(Change.RETIRED, item, None)


# --- what differs in an item ---------------------------------------------------------------------


def differences(before: Item, after: Item) -> tuple[Difference, ...]:
    """Return the texts that differ between two items of one id, in the order of reading.

    () where a learner sees no difference: then they are graded otherwise, or shuffled otherwise.
    """
    found = (
        Difference("stem", before.stem, after.stem),
        *_of_rows("row", before.prompts, after.prompts),
        *_of_options(before.options, after.options),
        Difference("answer", _joined(before.key), _joined(after.key)),
        Difference("also right", _joined(before.accepted), _joined(after.accepted)),
        Difference("why", before.why, after.why),
        Difference("mnemonic", before.mnemonic, after.mnemonic),
        Difference("sentence", before.sentence, after.sentence),
        Difference("source", _sources(before), _sources(after)),
        *_of_pictures(before.image, after.image),
    )
    return tuple(each for each in found if each.before != each.after)


def _joined(texts: Sequence[str]) -> str:
    return ", ".join(texts)


def _sources(item: Item) -> str:
    return "; ".join(f"{source_in_words(note)} ({note.cite})" for note in item.sources)


def _of_pictures(before: Image | None, after: Image | None) -> Iterator[Difference]:
    """Yield how pictures differ; of one that was saved anew the name may be the same."""
    old, new = ("" if each is None else picture_in_words(each) for each in (before, after))
    is_anew = before is not None and after is not None and before.digest != after.digest
    yield Difference("picture", old, f"{new}, another picture" if is_anew and old == new else new)


def _of_rows(part: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Difference]:
    for old, new in zip_longest(before, after, fillvalue=""):
        yield Difference(part, old, new)


def _of_options(before: Sequence[Option], after: Sequence[Option]) -> Iterator[Difference]:
    """Yield how options differ: those that stay by their id, the others in the order they have."""
    old, new = ({each.id: each for each in options} for options in (before, after))
    for name, option in new.items():
        if name in old:
            yield Difference("option", _sign(old[name]), _sign(option))
            yield Difference(f"why not {option.text}", old[name].why, option.why)
    gone = [option for name, option in old.items() if name not in new]
    come = [option for name, option in new.items() if name not in old]
    yield from _of_rows("option", [*map(_sign, gone)], [*map(_sign, come)])
    yield from _of_rows("why not", [option.why for option in gone], [option.why for option in come])


def _sign(option: Option) -> str:
    return f"{'✓' if option.is_right else '✗'} {option.text}"
