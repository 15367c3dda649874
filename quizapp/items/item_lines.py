"""Items as lines for a reader who reviews them before signing: fact by fact, card by card.

A line knows what stands on it and how much each part matters; how wide it is and which colours it
has is up to what prints it, on paper or on a screen. What all items of a fact share is said once.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from quizapp.bank.model import Image
from quizapp.bank.sentences import BLANK
from quizapp.grading.expected import (
    Expected,
    ExpectedAmount,
    ExpectedList,
    ExpectedNumber,
    ExpectedTerm,
)
from quizapp.items.codec import format_image, format_source
from quizapp.items.item import Format, Item, ItemSource

FORMAT_CELLS = 12  # the longest name of a format, and two
_LABEL_CELLS = 10  # the longest word before what a fact's items share, and two


class Tone(StrEnum):
    """How much a text matters, and what it says: its colour is never the only sign."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    RIGHT = "right"
    WRONG = "wrong"
    LOUD = "loud"
    SHARED = "shared"  # stands in the other text, too


class StyledSpan(NamedTuple):
    """A text in one tone."""

    text: str
    tone: Tone = Tone.PLAIN


NO_MARK = StyledSpan("")


@dataclass(frozen=True, slots=True)
class StyledLine:
    """A text that is wrapped, later lines indented by `mark`, which is short and is not."""

    mark: StyledSpan = NO_MARK
    text: tuple[StyledSpan, ...] = ()


BLANK_LINE = StyledLine()


def make_line(
    mark: str, text: str, tone: Tone = Tone.PLAIN, mark_tone: Tone = Tone.QUIET
) -> StyledLine:
    """Return a line of one tone behind its mark."""
    return StyledLine(StyledSpan(mark, mark_tone), (StyledSpan(text, tone),))


def _make_labelled_line(label: str, text: str, tone: Tone = Tone.PLAIN) -> StyledLine:
    """Return a line behind a word that says what it is."""
    return make_line(f"  {label:<{_LABEL_CELLS}}", text, tone)


def group_by_fact(items: Iterable[Item]) -> Iterator[tuple[Item, ...]]:
    """Yield the items of each fact together; they come in that order already."""
    for _, found in groupby(items, key=lambda item: item.fact):
        yield tuple(found)


def fact_lines(items: Sequence[Item], *, with_citations: bool = False) -> Iterator[StyledLine]:
    """Yield the lines of one fact: its head, then its cards with their items.

    `with_citations` spells out what the sources are.
    """
    head = shared_details(items)
    yield fact_title_line(items[0])
    yield from shared_lines(head, with_citations=with_citations)
    for _, found in groupby(items, key=lambda item: item.card):
        yield BLANK_LINE
        yield from _card_lines(tuple(found), head)


# --- a fact --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SharedDetails:
    """What the items of a fact share; "" or () where each has its own."""

    sentence: str
    why: str
    note: str
    mnemonic: str
    sources: tuple[ItemSource, ...]
    image: Image | None


def shared_details(items: Sequence[Item]) -> SharedDetails:
    """Return what `items` of one fact share; the explanation is the one that most have.

    A false statement has the reason why it is false, which stands below it.
    """
    sentences = {item.sentence for item in items}
    explained = (item for item in items if item.why and not is_false_statement(item))
    reasons = Counter(item.why for item in explained).most_common(1)
    return SharedDetails(
        sentence=items[0].sentence if len(sentences) == 1 else "",
        why=reasons[0][0] if reasons else "",
        note=_shared_text(items, lambda item: item.note),
        mnemonic=_shared_text(items, lambda item: item.mnemonic),
        sources=items[0].sources,
        image=_only_image(items),
    )


def is_false_statement(item: Item) -> bool:
    """Return whether an item is a statement that is false."""
    return item.format is Format.TRUE_FALSE and any(
        option.is_right and option.id == "false" for option in item.options
    )


def _shared_text(items: Sequence[Item], text_of: Callable[[Item], str]) -> str:
    """Return the text that all items have; "" where cards differ.

    A match is passed over: it speaks of several facts.
    """
    texts = {text_of(item) for item in items if item.format is not Format.MATCH}
    return texts.pop() if len(texts) == 1 else ""


def _only_image(items: Sequence[Item]) -> Image | None:
    """Return the picture of all cards that have one; None where they have different ones."""
    of_cards = {item.card: item.image for item in reversed(items) if item.image}
    images = set(of_cards.values())
    return images.pop() if len(images) == 1 else None


def fact_title_line(item: Item) -> StyledLine:
    """Return the fact's name and its place."""
    place = item.place
    where = f"{place.file}:{place.line}" if place.line else place.file
    return StyledLine(
        text=(StyledSpan(item.fact, Tone.STRONG), StyledSpan(f"   {where}", Tone.QUIET))
    )


def shared_lines(head: SharedDetails, *, with_citations: bool = False) -> Iterator[StyledLine]:
    """Yield what is said once for all items of a fact."""
    if head.sentence:
        yield make_line("  ", head.sentence)
    picture = format_image(head.image) if head.image else ""
    labelled = {
        "note": head.note,
        "why": head.why,
        "mnemonic": head.mnemonic,
        "picture": picture,
    }
    yield from (_make_labelled_line(label, text) for label, text in labelled.items() if text)
    for note in head.sources:
        yield _make_labelled_line("from", format_source(note))
        if with_citations and note.cite != note.short:
            yield _make_labelled_line("", note.cite, Tone.QUIET)
        if with_citations and note.doi:
            yield _make_labelled_line("", f"doi:{note.doi}", Tone.QUIET)


# --- a card --------------------------------------------------------------------------------------


def _card_lines(items: Sequence[Item], head: SharedDetails) -> Iterator[StyledLine]:
    """Yield the lines of one card: its answer, then its items."""
    asked = _representative_item(items)
    yield StyledLine(
        StyledSpan(f"  {card_name(asked)}  ", Tone.QUIET),
        (StyledSpan(format_key(asked), Tone.STRONG),),
    )
    recalled = next((item.expected for item in items if _is_typed(item.expected)), None)
    if recalled is not None:
        yield from _expected_lines(recalled)
    if asked.sentence and asked.sentence != head.sentence:
        yield make_line("    says ", asked.sentence)
    if asked.note and asked.note != head.note:
        yield make_line("    note ", asked.note)
    if asked.mnemonic and asked.mnemonic != head.mnemonic:
        yield make_line("    mnemonic ", asked.mnemonic)
    if asked.image and asked.image != head.image:
        yield make_line("    picture ", format_image(asked.image))
    for item in items:
        yield from item_lines(item, head, asked.key)


def _representative_item(items: Sequence[Item]) -> Item:
    """Return the item of a card whose key is the card's: a true-false asks for another."""
    return next((item for item in items if item.format is not Format.TRUE_FALSE), items[0])


def card_name(item: Item) -> str:
    """Return the last part of the card's id."""
    return item.card.removeprefix(f"{item.fact}/")


def format_key(item: Item) -> str:
    """Return the key of a card on one line; an order as one."""
    return (" → " if item.format is Format.ORDER else " · ").join(item.key)


def _is_typed(expected: Expected) -> bool:
    """Return whether a typed response is held against `expected`."""
    return isinstance(expected, ExpectedTerm | ExpectedNumber | ExpectedAmount | ExpectedList)


def _expected_lines(expected: Expected) -> Iterator[StyledLine]:
    """Yield what else is right, and what never is."""
    if isinstance(expected, ExpectedNumber | ExpectedAmount):
        if limits := _describe_number(expected):
            yield make_line("    ", limits, Tone.QUIET)
        return
    terms = expected.members if isinstance(expected, ExpectedList) else (expected,)
    for term in terms:
        if not isinstance(term, ExpectedTerm):
            continue
        of_member = f"{term.key}: " if len(terms) > 1 else ""
        if term.accepted:
            yield make_line("    also  ", f"{of_member}{', '.join(term.accepted)}")
        if term.wrong:
            yield make_line("    never ", f"{of_member}{', '.join(term.wrong)}")


def _describe_number(number: ExpectedNumber | ExpectedAmount) -> str:
    """Return what an answer may be written with: its unit, its denominator, how exact it is."""
    is_ratio = isinstance(number, ExpectedAmount)
    parts = (
        f"in {number.unit}" if number.unit else "",
        f"of {number.of}" if number.of is not None and not is_ratio else "",
        f"± {number.tolerance} is right" if number.tolerance else "",
    )
    return ", ".join(filter(None, parts))


# --- an item -------------------------------------------------------------------------------------


def item_lines(
    item: Item, head: SharedDetails, card_key: tuple[str, ...] = ()
) -> Iterator[StyledLine]:
    """Yield the lines of one item; its key only where it is not that of its card."""
    yield make_line(f"    {item.format.value:<{FORMAT_CELLS}}", item.stem)
    yield from (
        indent_line(each) for each in _BODY_LINES.get(item.format, _typed_lines)(item, card_key)
    )
    own = _own_reason(item, head)
    if own:
        yield indent_line(make_line("why ", own, Tone.QUIET))
    if item.sources != head.sources:
        yield indent_line(
            make_line("from ", "; ".join(map(format_source, item.sources)), Tone.QUIET)
        )


def indent_line(of: StyledLine) -> StyledLine:
    """Return a line below the stem of an item."""
    return StyledLine(StyledSpan(" " * (4 + FORMAT_CELLS) + of.mark.text, of.mark.tone), of.text)


def _own_reason(item: Item, head: SharedDetails) -> str:
    """Return what an item explains beyond its fact."""
    return item.why.removesuffix(head.why).strip()


def _option_lines(item: Item, _: tuple[str, ...]) -> Iterator[StyledLine]:
    """Yield options, the right ones signed, with why the others are wrong."""
    for option in item.options:
        if option.is_right:
            yield make_line("✓ ", option.text, Tone.RIGHT, Tone.RIGHT)
        else:
            yield make_line("✗ ", option.text, mark_tone=Tone.WRONG)
            # The item's own explanation may be that of its one wrong option.
            if option.why and not item.why.startswith(option.why):
                yield make_line("  ", option.why, Tone.QUIET)


def _order_lines(item: Item, _: tuple[str, ...]) -> Iterator[StyledLine]:
    """Yield the members in their order, numbered."""
    for number, text in enumerate(item.key, start=1):
        yield make_line(f"{number:>{len(str(len(item.key)))}}. ", text)


def _match_lines(item: Item, _: tuple[str, ...]) -> Iterator[StyledLine]:
    """Yield the pairs, then what is offered beside them."""
    for prompt, value in zip(item.prompts, item.key, strict=False):
        yield StyledLine(text=(StyledSpan(f"{prompt} → "), StyledSpan(value, Tone.RIGHT)))
    for option in item.options:
        if option.text not in item.key:
            yield make_line("✗ ", option.text, mark_tone=Tone.WRONG)


def _typed_lines(item: Item, card_key: tuple[str, ...]) -> Iterator[StyledLine]:
    """Yield what is to be typed or recalled: a line a gap, where there are several."""
    if 1 < len(item.key) == item.stem.count(BLANK):
        yield from _order_lines(item, card_key)
    elif item.key != card_key:
        yield make_line("= ", " · ".join(item.key), Tone.RIGHT)


_BODY_LINES: Mapping[Format, Callable[[Item, tuple[str, ...]], Iterator[StyledLine]]] = {
    Format.CHOICE: _option_lines,
    Format.SELECT: _option_lines,
    Format.TRUE_FALSE: _option_lines,
    Format.ORDER: _order_lines,
    Format.MATCH: _match_lines,
}
