"""Changes of items as lines for a reader: fact by fact, another key loudest, words marked.

A word that is gone stands in [-…-], a new one in {+…+}, so that a reader without colours sees
both.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from quizapp.items.changes import Change, Difference, ItemChange, differences
from quizapp.items.item import Format, Item
from quizapp.items.review import (
    BLANK_LINE,
    FORMAT_CELLS,
    NO_MARK,
    Line,
    Span,
    Tone,
    answer_of,
    card_name,
    head_line,
    head_of,
    indented,
    item_lines,
    line,
    told_once,
)

TOKENS = re.compile(r"\s+|[^\W_]+|[\W_]")
CONTEXT = 24  # words and spaces that are shown on each side of a change
ALIKE = 0.4  # two texts with fewer words in common are read one after the other

SIGNS = {
    Change.ADDED: Span("  + ", Tone.RIGHT),
    Change.REWORDED: Span("  ~ ", Tone.PLAIN),
    Change.REKEYED: Span("  ! ", Tone.LOUD),
    Change.RETIRED: Span("  - ", Tone.WRONG),
}
WORDS = {
    Change.ADDED: "added",
    Change.REWORDED: "reworded",
    Change.REKEYED: "with another key",
    Change.RETIRED: "retired",
}


def change_lines(changes: Sequence[ItemChange]) -> Iterator[Line]:
    """Yield the lines of all `changes`, a blank line between facts, the counts at the end."""
    for _, of_fact in groupby(changes, key=lambda change: change.item.fact):
        found = tuple(of_fact)
        yield head_line(found[0].item)
        if all(change.change is Change.ADDED for change in found):
            yield from told_once(head_of([change.item for change in found]))
        for _, of_card in groupby(found, key=lambda change: change.item.card):
            yield from card_change_lines(tuple(of_card))
        yield BLANK_LINE
    yield Line(text=(Span(in_short(changes), Tone.STRONG),))


def in_short(changes: Sequence[ItemChange]) -> str:
    """Return how many items fared how."""
    counts = Counter(change.change for change in changes)
    parts = [f"{counts[change]} {word}" for change, word in WORDS.items() if counts[change]]
    return f"items: {', '.join(parts)}" if parts else "items: no difference"


def card_change_lines(changes: Sequence[ItemChange]) -> Iterator[Line]:
    """Yield the changes of one card; another key is said once, before its items."""
    yield from key_lines([change for change in changes if change.change is Change.REKEYED])
    for change in changes:
        yield from one_change(change)


def key_lines(rekeyed: Sequence[ItemChange]) -> Iterator[Line]:
    """Yield the old and the new key of a card; nothing where it has the same."""
    # The card's own key is that of an item which asks for it: a true-false asks for True or False.
    open_ones = (each for each in rekeyed if each.item.format is not Format.TRUE_FALSE)
    asked = next(open_ones, next(iter(rekeyed), None))
    if asked is None or asked.before is None or asked.after is None:
        return
    yield Line(
        Span("  ! ", Tone.LOUD),
        (
            Span(f"{card_name(asked.after)}: another key", Tone.LOUD),
            Span("; whoever knew the old one is asked at once", Tone.QUIET),
        ),
    )
    yield line("      was ", answer_of(asked.before), Tone.WRONG)
    yield line("      now ", answer_of(asked.after), Tone.RIGHT)


def one_change(change: ItemChange) -> Iterator[Line]:
    """Yield the lines of one item: whole where it is new, its stem where it is gone."""
    sign, before, after = SIGNS[change.change], change.before, change.after
    if before is not None and after is not None:
        yield signed(sign, after, (Span(after.stem),) if before.stem == after.stem else ())
        yield from difference_lines(before, after)
    elif after is not None:
        stem, *others = item_lines(after, head_of((after,)))
        yield signed(sign, after, stem.text)
        yield from others
    elif before is not None:
        yield signed(sign, before, (Span(before.stem, Tone.QUIET),))


def signed(sign: Span, item: Item, text: tuple[Span, ...]) -> Line:
    """Return the first line of an item."""
    mark = Span(f"{sign.text}{item.format.value:<{FORMAT_CELLS}}", sign.tone)
    return Line(mark, (Span(f"{card_name(item)}: ", Tone.QUIET), *text))


def difference_lines(before: Item, after: Item) -> Iterator[Line]:
    """Yield what differs between two items of one id."""
    found = differences(before, after)
    for difference in found:
        mark = Span(f"{difference.part}: ", Tone.QUIET)
        yield indented(Line(NO_MARK, (mark, *word_diff(difference))))
    if not found:
        yield indented(line("", "reads the same; graded or shuffled otherwise", Tone.QUIET))


def word_diff(difference: Difference) -> Iterator[Span]:
    """Yield both texts as one, what is gone and what is new marked."""
    old, new = TOKENS.findall(difference.before), TOKENS.findall(difference.after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if share_in_common(old, new) < ALIKE:
        yield from replaced(difference.before, difference.after)
        return
    for kind, old_from, old_to, new_from, new_to in joined(matcher.get_opcodes(), old):
        if kind == "equal":
            yield Span(in_sight(new[new_from:new_to]))
        else:
            yield from replaced("".join(old[old_from:old_to]), "".join(new[new_from:new_to]))


def in_sight(tokens: Sequence[str]) -> str:
    """Return text that stays, the middle of a long one left out."""
    if len(tokens) <= 2 * CONTEXT + 1:
        return "".join(tokens)
    return f"{''.join(tokens[:CONTEXT])}…{''.join(tokens[-CONTEXT:])}"


def share_in_common(old: Sequence[str], new: Sequence[str]) -> float:
    """Return how much of both texts are the same words in the same order, from 0 to 1."""
    before, after = ([token for token in tokens if token.isalnum()] for tokens in (old, new))
    return SequenceMatcher(None, before, after, autojunk=False).ratio() if old and new else 0.0


def replaced(old: str, new: str) -> Iterator[Span]:
    """Yield `old` as gone and `new` as come."""
    if old:
        yield Span(f"[-{old}-]", Tone.WRONG)
    if new:
        yield Span(f"{{+{new}+}}", Tone.RIGHT)


Opcode = tuple[str, int, int, int, int]


def joined(opcodes: Sequence[Opcode], old: Sequence[str]) -> Iterator[Opcode]:
    """Yield `opcodes` with the changes on both sides of a mere space made one."""
    pending: Opcode | None = None
    for at, code in enumerate(opcodes):
        kind, old_from, old_to, _, _ = code
        is_space = kind == "equal" and "".join(old[old_from:old_to]).isspace()
        is_between = is_space and 0 < at < len(opcodes) - 1
        if kind == "equal" and not is_between:
            if pending is not None:
                yield pending
                pending = None
            yield code
        else:
            pending = (
                ("replace", *code[1:])
                if pending is None
                else ("replace", pending[1], code[2], pending[3], code[4])
            )
    if pending is not None:
        yield pending
