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
from quizapp.bank.say import BLANK
from quizapp.grading.expected import Expected, ExpectedList, ExpectedNumber, ExpectedTerm
from quizapp.items.codec import picture_in_words, source_in_words
from quizapp.items.item import Format, Item, SourceNote

FORMAT_CELLS = 12  # the longest name of a format, and two
LABEL_CELLS = 10  # the longest word before what a fact's items share, and two


class Tone(StrEnum):
    """How much a text matters, and what it says: never told by its colour alone."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    RIGHT = "right"
    WRONG = "wrong"
    LOUD = "loud"


class Span(NamedTuple):
    """A text in one tone."""

    text: str
    tone: Tone = Tone.PLAIN


NO_MARK = Span("")


@dataclass(frozen=True, slots=True)
class Line:
    """A text that is wrapped, later lines indented by `mark`, which is short and is not."""

    mark: Span = NO_MARK
    text: tuple[Span, ...] = ()


BLANK_LINE = Line()


def line(mark: str, text: str, tone: Tone = Tone.PLAIN, mark_tone: Tone = Tone.QUIET) -> Line:
    """Return a line of one tone behind its mark."""
    return Line(Span(mark, mark_tone), (Span(text, tone),))


def labelled(label: str, text: str, tone: Tone = Tone.PLAIN) -> Line:
    """Return a line behind a word that says what it is."""
    return line(f"  {label:<{LABEL_CELLS}}", text, tone)


def by_fact(items: Iterable[Item]) -> Iterator[tuple[Item, ...]]:
    """Yield the items of each fact together; those of a fact stand together already."""
    for _, found in groupby(items, key=lambda item: item.fact):
        yield tuple(found)


def fact_lines(items: Sequence[Item], *, with_citations: bool = False) -> Iterator[Line]:
    """Yield the lines of one fact: its head, then its cards with their items.

    `with_citations` spells out what the sources are.
    """
    head = head_of(items)
    yield head_line(items[0])
    yield from told_once(head, with_citations=with_citations)
    for _, found in groupby(items, key=lambda item: item.card):
        yield BLANK_LINE
        yield from card_lines(tuple(found), head)


# --- a fact --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Head:
    """What the items of a fact share; "" or () where each has its own."""

    sentence: str
    why: str
    mnemonic: str
    sources: tuple[SourceNote, ...]
    image: Image | None


def head_of(items: Sequence[Item]) -> Head:
    """Return what `items` of one fact share; the explanation is the one that most have."""
    sentences = {item.sentence for item in items}
    reasons = Counter(item.why for item in items if item.why).most_common(1)
    return Head(
        sentence=items[0].sentence if len(sentences) == 1 else "",
        why=reasons[0][0] if reasons else "",
        mnemonic=items[0].mnemonic,
        sources=items[0].sources,
        # A match has none, since its rows are several facts.
        image=next((item.image for item in items if item.image), None),
    )


def head_line(item: Item) -> Line:
    """Return the fact's name and where it stands."""
    place = item.place
    where = f"{place.file}:{place.line}" if place.line else place.file
    return Line(text=(Span(item.fact, Tone.STRONG), Span(f"   {where}", Tone.QUIET)))


def told_once(head: Head, *, with_citations: bool = False) -> Iterator[Line]:
    """Yield what is said once for all items of a fact."""
    if head.sentence:
        yield line("  ", head.sentence)
    if head.why:
        yield labelled("why", head.why)
    if head.mnemonic:
        yield labelled("mnemonic", head.mnemonic)
    if head.image:
        yield labelled("picture", picture_in_words(head.image))
    for note in head.sources:
        yield labelled("from", source_in_words(note))
        if with_citations and note.cite != note.short:
            yield labelled("", note.cite, Tone.QUIET)
        if with_citations and note.doi:
            yield labelled("", f"doi:{note.doi}", Tone.QUIET)


# --- a card --------------------------------------------------------------------------------------


def card_lines(items: Sequence[Item], head: Head) -> Iterator[Line]:
    """Yield the lines of one card: its answer, then its items."""
    asked = asked_of(items)
    yield Line(Span(f"  {card_name(asked)}  ", Tone.QUIET), (Span(answer_of(asked), Tone.STRONG),))
    recalled = next((item.expected for item in items if is_recalled(item.expected)), None)
    if recalled is not None:
        yield from expected_lines(recalled)
    if asked.sentence and asked.sentence != head.sentence:
        yield line("    says ", asked.sentence)
    for item in items:
        yield from item_lines(item, head, asked.key)


def asked_of(items: Sequence[Item]) -> Item:
    """Return the item of a card whose key is the card's: a true-false asks for another."""
    return next((item for item in items if item.format is not Format.TRUE_FALSE), items[0])


def card_name(item: Item) -> str:
    """Return the last part of the card's id."""
    return item.card.removeprefix(f"{item.fact}/")


def answer_of(item: Item) -> str:
    """Return the key of a card on one line; an order as one."""
    return (" → " if item.format is Format.ORDER else " · ").join(item.key)


def is_recalled(expected: Expected) -> bool:
    """Say whether a typed response is held against `expected`."""
    return isinstance(expected, ExpectedTerm | ExpectedNumber | ExpectedList)


def expected_lines(expected: Expected) -> Iterator[Line]:
    """Yield what else is right, and what never is."""
    if isinstance(expected, ExpectedNumber):
        if limits := number_in_words(expected):
            yield line("    ", limits, Tone.QUIET)
        return
    terms = expected.members if isinstance(expected, ExpectedList) else (expected,)
    for term in terms:
        if not isinstance(term, ExpectedTerm):
            continue
        of_member = f"{term.key}: " if len(terms) > 1 else ""
        if term.accepted:
            yield line("    also  ", f"{of_member}{', '.join(term.accepted)}")
        if term.wrong:
            yield line("    never ", f"{of_member}{', '.join(term.wrong)}")


def number_in_words(number: ExpectedNumber) -> str:
    """Return what an answer may be written with: its unit, its denominator, how exact it is."""
    parts = (
        f"in {number.unit}" if number.unit else "",
        f"of {number.of}" if number.of is not None else "",
        f"± {number.tolerance} is right" if number.tolerance else "",
    )
    return ", ".join(filter(None, parts))


# --- an item -------------------------------------------------------------------------------------


def item_lines(item: Item, head: Head, card_key: tuple[str, ...] = ()) -> Iterator[Line]:
    """Yield the lines of one item; its key only where it is not that of its card."""
    yield line(f"    {item.format.value:<{FORMAT_CELLS}}", item.stem)
    yield from (indented(each) for each in BODIES.get(item.format, typed_lines)(item, card_key))
    own = own_reason(item, head)
    if own:
        yield indented(line("why ", own, Tone.QUIET))
    if item.sources != head.sources:
        yield indented(line("from ", "; ".join(map(source_in_words, item.sources)), Tone.QUIET))


def indented(of: Line) -> Line:
    """Return a line below the stem of an item."""
    return Line(Span(" " * (4 + FORMAT_CELLS) + of.mark.text, of.mark.tone), of.text)


def own_reason(item: Item, head: Head) -> str:
    """Return what an item explains beyond its fact."""
    return item.why.removesuffix(head.why).strip()


def option_lines(item: Item, _: tuple[str, ...]) -> Iterator[Line]:
    """Yield options, the right ones signed, with why the others are wrong."""
    for option in item.options:
        if option.is_right:
            yield line("✓ ", option.text, Tone.RIGHT, Tone.RIGHT)
        else:
            yield line("✗ ", option.text, mark_tone=Tone.WRONG)
            # The item's own explanation may be that of its one wrong option.
            if option.why and not item.why.startswith(option.why):
                yield line("  ", option.why, Tone.QUIET)


def order_lines(item: Item, _: tuple[str, ...]) -> Iterator[Line]:
    """Yield the members in their order, numbered."""
    for number, text in enumerate(item.key, start=1):
        yield line(f"{number:>{len(str(len(item.key)))}}. ", text)


def match_lines(item: Item, _: tuple[str, ...]) -> Iterator[Line]:
    """Yield the pairs, then what is offered beside them."""
    for prompt, value in zip(item.prompts, item.key, strict=False):
        yield Line(text=(Span(f"{prompt} → "), Span(value, Tone.RIGHT)))
    for option in item.options:
        if option.text not in item.key:
            yield line("✗ ", option.text, mark_tone=Tone.WRONG)


def typed_lines(item: Item, card_key: tuple[str, ...]) -> Iterator[Line]:
    """Yield what is to be typed or recalled: a line a gap, where there are several."""
    if 1 < len(item.key) == item.stem.count(BLANK):
        yield from order_lines(item, card_key)
    elif item.key != card_key:
        yield line("= ", " · ".join(item.key), Tone.RIGHT)


BODIES: Mapping[Format, Callable[[Item, tuple[str, ...]], Iterator[Line]]] = {
    Format.CHOICE: option_lines,
    Format.SELECT: option_lines,
    Format.TRUE_FALSE: option_lines,
    Format.ORDER: order_lines,
    Format.MATCH: match_lines,
}
