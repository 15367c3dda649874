"""Changes of items as lines for a reader: fact by fact, another key loudest, words marked.

A word that is gone stands in [-…-], a new one in {+…+}, so that a reader without colours sees
both.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from quizapp.items.diff import ChangeKind, ItemChange, TextDifference, diff_texts
from quizapp.items.item import Format, Item
from quizapp.items.item_lines import (
    BLANK_LINE,
    FORMAT_CELLS,
    NO_MARK,
    StyledLine,
    StyledSpan,
    Tone,
    card_name,
    fact_title_line,
    format_key,
    indent_line,
    item_lines,
    make_line,
    shared_details,
    shared_lines,
)

_TOKENS = re.compile(r"\s+|[^\W_]+|[\W_]")
_CONTEXT_TOKENS = 24  # words and spaces that are shown on each side of a change
_MIN_SIMILARITY = 0.4  # two texts with fewer words in common are read one after the other

_CHANGE_SIGNS = {
    ChangeKind.ADDED: StyledSpan("  + ", Tone.RIGHT),
    ChangeKind.REWORDED: StyledSpan("  ~ ", Tone.PLAIN),
    ChangeKind.KEY_CHANGED: StyledSpan("  ! ", Tone.LOUD),
    ChangeKind.RETIRED: StyledSpan("  - ", Tone.WRONG),
}
_CHANGE_WORDS = {
    ChangeKind.ADDED: "added",
    ChangeKind.REWORDED: "reworded",
    ChangeKind.KEY_CHANGED: "with a new answer",
    ChangeKind.RETIRED: "retired",
}


def change_lines(changes: Sequence[ItemChange]) -> Iterator[StyledLine]:
    """Yield the lines of all `changes`, a blank line between facts, the counts at the end."""
    for _, of_fact in groupby(changes, key=lambda change: change.item.fact):
        found = tuple(of_fact)
        yield fact_title_line(found[0].item)
        if all(change.kind is ChangeKind.ADDED for change in found):
            yield from shared_lines(shared_details([change.item for change in found]))
        for _, of_card in groupby(found, key=lambda change: change.item.card):
            yield from _card_change_lines(tuple(of_card))
        yield BLANK_LINE
    yield StyledLine(text=(StyledSpan(summarize_changes(changes), Tone.STRONG),))


def summarize_changes(changes: Sequence[ItemChange]) -> str:
    """Return how many items fared how."""
    counts = Counter(change.kind for change in changes)
    parts = [f"{counts[change]} {word}" for change, word in _CHANGE_WORDS.items() if counts[change]]
    return f"items: {', '.join(parts)}" if parts else "items: no difference"


def _card_change_lines(changes: Sequence[ItemChange]) -> Iterator[StyledLine]:
    """Yield the changes of one card; another key is said once, before its items."""
    yield from _key_change_lines(
        [change for change in changes if change.kind is ChangeKind.KEY_CHANGED]
    )
    for change in changes:
        yield from _item_change_lines(change)


def _key_change_lines(key_changed: Sequence[ItemChange]) -> Iterator[StyledLine]:
    """Yield the old and the new key of a card; nothing where it has the same."""
    # The card's own key is that of an item which asks for it: a true-false asks for True or False.
    open_ones = (each for each in key_changed if each.item.format is not Format.TRUE_FALSE)
    asked = next(open_ones, next(iter(key_changed), None))
    if asked is None or asked.before is None or asked.after is None:
        return
    yield StyledLine(
        StyledSpan("  ! ", Tone.LOUD),
        (
            StyledSpan(f"{card_name(asked.after)}: new answer", Tone.LOUD),
            StyledSpan("; due at once if you knew the old one", Tone.QUIET),
        ),
    )
    yield make_line("      was ", format_key(asked.before), Tone.WRONG)
    yield make_line("      now ", format_key(asked.after), Tone.RIGHT)


def _item_change_lines(change: ItemChange) -> Iterator[StyledLine]:
    """Yield the lines of one item: whole where it is new, its stem where it is gone."""
    sign, before, after = _CHANGE_SIGNS[change.kind], change.before, change.after
    if before is not None and after is not None:
        yield _make_signed_line(
            sign, after, (StyledSpan(after.stem),) if before.stem == after.stem else ()
        )
        yield from _difference_lines(before, after)
    elif after is not None:
        stem, *others = item_lines(after, shared_details((after,)))
        yield _make_signed_line(sign, after, stem.text)
        yield from others
    elif before is not None:
        yield _make_signed_line(sign, before, (StyledSpan(before.stem, Tone.QUIET),))


def _make_signed_line(sign: StyledSpan, item: Item, text: tuple[StyledSpan, ...]) -> StyledLine:
    """Return the first line of an item."""
    mark = StyledSpan(f"{sign.text}{item.format.value:<{FORMAT_CELLS}}", sign.tone)
    return StyledLine(mark, (StyledSpan(f"{card_name(item)}: ", Tone.QUIET), *text))


def _difference_lines(before: Item, after: Item) -> Iterator[StyledLine]:
    """Yield what differs between two items of one id."""
    found = diff_texts(before, after)
    for difference in found:
        mark = StyledSpan(f"{difference.part}: ", Tone.QUIET)
        yield indent_line(StyledLine(NO_MARK, (mark, *word_diff(difference))))
    if not found:
        yield indent_line(make_line("", "reads the same; graded or shuffled otherwise", Tone.QUIET))


def word_diff(difference: TextDifference) -> Iterator[StyledSpan]:
    """Yield both texts as one, what is gone and what is new marked."""
    old, new = _TOKENS.findall(difference.before), _TOKENS.findall(difference.after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if _measure_similarity(old, new) < _MIN_SIMILARITY:
        yield from _mark_replacement(difference.before, difference.after)
        return
    for kind, old_from, old_to, new_from, new_to in _merge_opcodes(matcher.get_opcodes(), old):
        if kind == "equal":
            yield StyledSpan(_elide_middle(new[new_from:new_to]))
        else:
            yield from _mark_replacement(
                "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
            )


def _elide_middle(tokens: Sequence[str]) -> str:
    """Return text that stays, the middle of a long one left out."""
    if len(tokens) <= 2 * _CONTEXT_TOKENS + 1:
        return "".join(tokens)
    return f"{''.join(tokens[:_CONTEXT_TOKENS])}…{''.join(tokens[-_CONTEXT_TOKENS:])}"


def _measure_similarity(old: Sequence[str], new: Sequence[str]) -> float:
    """Return how much of both texts are the same words in the same order, from 0 to 1."""
    before, after = ([token for token in tokens if token.isalnum()] for tokens in (old, new))
    return SequenceMatcher(None, before, after, autojunk=False).ratio() if old and new else 0.0


def _mark_replacement(old: str, new: str) -> Iterator[StyledSpan]:
    """Yield `old` as gone and `new` as come."""
    if old:
        yield StyledSpan(f"[-{old}-]", Tone.WRONG)
    if new:
        yield StyledSpan(f"{{+{new}+}}", Tone.RIGHT)


_Opcode = tuple[str, int, int, int, int]


def _merge_opcodes(opcodes: Sequence[_Opcode], old: Sequence[str]) -> Iterator[_Opcode]:
    """Yield `opcodes` with the changes on both sides of a mere space made one."""
    pending: _Opcode | None = None
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
