"""The form of an exam: which items stand in it, drawn by a blueprint and a seed. Pure.

Parallel forms (A, B, C) of one blueprint have the same number of items of each tag and format, in
cells drawn alike, and share no card as long as there are others.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from quizapp.bank.model import CardId, FactId
from quizapp.items.item import Format, ItemId
from quizapp.session.model import ItemHandle

_ANY_VALUE = ""  # a cell's tag or format where the blueprint asks for none
FIRST_FORM = "A"
_UNGRADED_FORMATS = frozenset({Format.FLIP})  # the learner grades it: not in an exam


@dataclass(frozen=True, slots=True)
class Blueprint:
    """How many items an exam has, and how many of them have a tag or a format at least."""

    count: int
    tags: Mapping[str, int] = field(default_factory=dict)
    formats: Mapping[Format, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BlueprintCell:
    """What one item of a form has to have: a tag, a format; `_ANY_VALUE` for either."""

    tag: str
    format: str

    def admits(self, handle: ItemHandle) -> bool:
        """Return whether the item has what the cell asks for."""
        is_tagged = self.tag == _ANY_VALUE or self.tag in handle.tags
        return is_tagged and self.format in (_ANY_VALUE, handle.format.value)

    def __str__(self) -> str:
        """Return what the cell asks for, in words."""
        return " ".join(part for part in (self.tag and f"#{self.tag}", self.format) if part)


@dataclass(frozen=True, slots=True)
class ExamForm:
    """The items of an exam in the order asked, and the cells for which there was none."""

    items: tuple[ItemId, ...]
    unfilled_cells: tuple[BlueprintCell, ...] = ()


# Whether an item goes with those chosen before: none gives another's key away.
_CompatibilityCheck = Callable[[Sequence[ItemId], ItemId], bool]


def draw_form(
    handles: Sequence[ItemHandle],
    blueprint: Blueprint,
    seed: int,
    name: str,
    is_compatible: _CompatibilityCheck,
) -> ExamForm:
    """Return the form `name` (A, B, …), which depends only on the arguments.

    No fact comes twice while there are others, no card ever. A cell that nothing fits stays empty
    and is told.

    Raises:
        ValueError: `name` is no letter, or the tags or formats ask for more items than there are.
    """
    cells = _blueprint_cells(blueprint, seed)
    order = _shuffle_handles(handles, seed)
    taken: set[CardId] = set()
    for letter in _form_names_up_to(name):
        chosen = _fill_cells(cells, order, taken, is_compatible)
        if letter == name:
            break
        taken.update(handle.card for handle in chosen.values())
    items = [handle.item for handle in chosen.values()]
    return ExamForm(
        tuple(random.Random(f"{seed}/{name}").sample(items, len(items))),
        tuple(cell for place, cell in enumerate(cells) if place not in chosen),
    )


def _form_names_up_to(name: str) -> Iterator[str]:
    """Yield the names of the forms up to `name`."""
    if len(name) != 1 or not "A" <= name <= "Z":
        raise ValueError(f"a form is named A to Z, not {name!r}")
    return map(chr, range(ord(FIRST_FORM), ord(name) + 1))


def _blueprint_cells(blueprint: Blueprint, seed: int) -> list[BlueprintCell]:
    """Return the cells of a form, tags and formats brought together by chance."""
    tags = _expand_counts(blueprint.tags, blueprint.count, "tags")
    formats = _expand_counts(
        {each.value: number for each, number in blueprint.formats.items()},
        blueprint.count,
        "formats",
    )
    random.Random(f"{seed}/cells").shuffle(formats)
    cells = [BlueprintCell(tag, format_) for tag, format_ in zip(tags, formats, strict=True)]
    # What is hardest to fill comes first, so that nothing easier takes its items.
    return sorted(cells, key=lambda cell: (cell.tag == _ANY_VALUE) + (cell.format == _ANY_VALUE))


def _expand_counts(wanted: Mapping[str, int], count: int, what: str) -> list[str]:
    """Return `count` names: each as often as wanted, then `_ANY_VALUE`."""
    total = sum(wanted.values())
    if total > count:
        raise ValueError(f"the {what} ask for {total} items, the exam has {count}")
    return [name for name, number in wanted.items() for _ in range(number)] + [_ANY_VALUE] * (
        count - total
    )


def _shuffle_handles(handles: Sequence[ItemHandle], seed: int) -> list[ItemHandle]:
    """Return the items that can be graded: cards in an order of chance, each card's items too.

    First comes one item of each card, then a second one of each: a card with many formats is not
    likelier to be asked.
    """
    chance = random.Random(f"{seed}/order")
    by_card: dict[CardId, list[ItemHandle]] = {}
    for handle in handles:
        if handle.format not in _UNGRADED_FORMATS:
            by_card.setdefault(handle.card, []).append(handle)
    groups = [chance.sample(group, len(group)) for group in by_card.values()]
    chance.shuffle(groups)
    deepest = max(map(len, groups), default=0)
    return [group[turn] for turn in range(deepest) for group in groups if turn < len(group)]


def _fill_cells(
    cells: Sequence[BlueprintCell],
    order: Sequence[ItemHandle],
    used_cards: set[CardId],
    is_compatible: _CompatibilityCheck,
) -> dict[int, ItemHandle]:
    """Return an item for each cell, by the cell's place; a cell that nothing fits is left out."""
    chosen: dict[int, ItemHandle] = {}
    cards: set[CardId] = set()
    facts: set[FactId] = set()
    for place, cell in enumerate(cells):
        fitting = (handle for handle in order if handle.card not in cards and cell.admits(handle))
        goes_along = partial(is_compatible, tuple(handle.item for handle in chosen.values()))
        handle = _find_candidate(fitting, used_cards, facts, goes_along)
        if handle is not None:
            chosen[place] = handle
            cards.add(handle.card)
            facts.add(handle.fact)
    return chosen


def _find_candidate(
    fitting: Iterator[ItemHandle],
    used_cards: set[CardId],
    facts: set[FactId],
    is_compatible: Callable[[ItemId], bool],
) -> ItemHandle | None:
    """Return the first item of a new fact that no earlier form took; else the next best."""
    second: ItemHandle | None = None
    for handle in fitting:
        is_best = handle.card not in used_cards and handle.fact not in facts
        if (is_best or second is None) and is_compatible(handle.item):
            if is_best:
                return handle
            second = handle
    return second
