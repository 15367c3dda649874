"""What differs between two makings of items: those added, reworded, with another key, retired.

An item stays the same while its id does, whatever it says; its hashes show what changed. Values
only; how a change reads is `quizapp.items.diff_lines`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from quizapp.bank.model import FactId, Image
from quizapp.items.codec import format_image, format_source
from quizapp.items.item import Item, ItemId, Option


class ChangeKind(StrEnum):
    """What happened to an item. With `KEY_CHANGED` its right answer is another: its card is due."""

    ADDED = "added"
    REWORDED = "reworded"
    KEY_CHANGED = "rekeyed"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item before and after; `before` is None for an added item, `after` for a retired one."""

    kind: ChangeKind
    before: Item | None
    after: Item | None

    @property
    def item(self) -> Item:
        """The item as it is now, or as it last was."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 (there is always one of the two)
        return found


@dataclass(frozen=True, slots=True)
class TextDifference:
    """A text of an item before and after; "" where there is none. `part` names it: stem, why."""

    part: str
    before: str
    after: str


def diff_items(before: Iterable[Item], after: Iterable[Item]) -> tuple[ItemChange, ...]:
    """Return what became of the items `before`, those that are as they were left out.

    Fact by fact in the order of `after`, retired items behind the others of their fact, facts that
    are gone at the end.
    """
    old = {item.id: item for item in before}
    new = {item.id: item for item in after}
    by_fact: dict[FactId, list[ItemChange]] = {}
    for change in (*_live_changes(old, new), *_retired_changes(old, new)):
        by_fact.setdefault(change.item.fact, []).append(change)
    return tuple(change for changes in by_fact.values() for change in changes)


def _live_changes(old: Mapping[ItemId, Item], new: Mapping[ItemId, Item]) -> Iterator[ItemChange]:
    for name, item in new.items():
        before = old.get(name)
        if before is None:
            yield ItemChange(ChangeKind.ADDED, None, item)
        elif before.key_hash != item.key_hash:
            yield ItemChange(ChangeKind.KEY_CHANGED, before, item)
        elif before.content_hash != item.content_hash:
            yield ItemChange(ChangeKind.REWORDED, before, item)


def _retired_changes(
    old: Mapping[ItemId, Item], new: Mapping[ItemId, Item]
) -> Iterator[ItemChange]:
    for name, item in old.items():
        if name not in new:
            yield ItemChange(ChangeKind.RETIRED, item, None)


# --- what differs in an item ---------------------------------------------------------------------


def diff_texts(before: Item, after: Item) -> tuple[TextDifference, ...]:
    """Return the texts that differ between two items of one id, in the order of reading.

    () where a learner sees no difference: then they are graded otherwise, or shuffled otherwise.
    """
    found = (
        TextDifference("stem", before.stem, after.stem),
        *_diff_rows("row", before.prompts, after.prompts),
        *_diff_options(before.options, after.options),
        TextDifference("answer", _join_texts(before.key), _join_texts(after.key)),
        TextDifference("also right", _join_texts(before.accepted), _join_texts(after.accepted)),
        TextDifference("why", before.why, after.why),
        TextDifference("note", before.note, after.note),
        TextDifference("mnemonic", before.mnemonic, after.mnemonic),
        TextDifference("sentence", before.sentence, after.sentence),
        TextDifference("source", _format_sources(before), _format_sources(after)),
        *_diff_images(before.image, after.image),
    )
    return tuple(each for each in found if each.before != each.after)


def _join_texts(texts: Sequence[str]) -> str:
    return ", ".join(texts)


def _format_sources(item: Item) -> str:
    return "; ".join(f"{format_source(note)} ({note.cite})" for note in item.sources)


def _diff_images(before: Image | None, after: Image | None) -> Iterator[TextDifference]:
    """Yield how pictures differ; of one that was saved anew the name may be the same."""
    old, new = ("" if each is None else format_image(each) for each in (before, after))
    is_anew = before is not None and after is not None and before.digest != after.digest
    yield TextDifference(
        "picture", old, f"{new}, another picture" if is_anew and old == new else new
    )


def _diff_rows(part: str, before: Sequence[str], after: Sequence[str]) -> Iterator[TextDifference]:
    for old, new in zip_longest(before, after, fillvalue=""):
        yield TextDifference(part, old, new)


def _diff_options(before: Sequence[Option], after: Sequence[Option]) -> Iterator[TextDifference]:
    """Yield how options differ: those that stay by their id, the others in the order they have."""
    old, new = ({each.id: each for each in options} for options in (before, after))
    for name, option in new.items():
        if name in old:
            yield TextDifference("option", _format_option(old[name]), _format_option(option))
            yield TextDifference(f"why not {option.text}", old[name].why, option.why)
    gone = [option for name, option in old.items() if name not in new]
    come = [option for name, option in new.items() if name not in old]
    yield from _diff_rows("option", [*map(_format_option, gone)], [*map(_format_option, come)])
    yield from _diff_rows(
        "why not", [option.why for option in gone], [option.why for option in come]
    )


def _format_option(option: Option) -> str:
    return f"{'✓' if option.is_right else '✗'} {option.text}"
