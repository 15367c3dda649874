"""Other figures of the source, offered as wrong answers, each with where it stands."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from quizapp.drafting.model import FigureKind, FoundFigure, Proposal, SentenceContent, WrongFigure

_MAX_OFFERED = 4
_BEFORE, _BEHIND = 3, 7  # words of the excerpt
_BREAK = re.compile(r"[;:\[\]—]|\((?!\d[\d.,]*\s?%\))|(?<!%)\)|, |\. ")
_SMALL = 5  # "two valleys" tempts nobody who is asked for wells
_FARTHEST = 8  # times as large or as small: what is farther tempts nobody


def offer_wrong_figures(
    content: SentenceContent,
    figure: FoundFigure,
    proposal: Proposal,
    contents: Sequence[SentenceContent],
) -> tuple[WrongFigure, ...]:
    """Return like figures of the source that are other than the one hidden, the nearest first.

    None for a bound, of which other numbers may be true as well.
    """
    if figure.is_bound or not isinstance(proposal.answer, Decimal):
        return ()
    taken, offered = {proposal.answer}, []
    near = sorted(contents, key=lambda each: abs(each.number - content.number))
    for number, text, other in _others(near):
        value = other.value
        is_like = other.kind is figure.kind and _is_like(figure, other)
        if value is None or not is_like or value in taken or f"{value:f}" in proposal.ask:
            continue
        is_over = proposal.whole is not None and value > proposal.whole
        if is_over or not _is_near(value, proposal.answer):
            continue
        taken.add(value)
        excerpt = _excerpt(text, other)
        offered.append(WrongFigure(f"{value:f}", f'Sentence {number} says "{excerpt}".'))
    return tuple(offered[:_MAX_OFFERED])


def _others(contents: Sequence[SentenceContent]) -> Iterator[tuple[int, str, FoundFigure]]:
    for content in contents:
        for figure in content.figures:
            if not figure.is_bound:
                yield content.number, content.text, figure


def _is_like(one: FoundFigure, other: FoundFigure) -> bool:
    """Return whether two figures are of one unit; counts, unless small, need not be of one noun."""
    is_count = one.kind is FigureKind.COUNT and (other.value or 0) > _SMALL
    return one.unit == other.unit or is_count


def _is_near(value: Decimal, key: Decimal) -> bool:
    """Return whether a figure may be taken for another, and is not the same one rounded."""
    low, high = sorted((abs(value), abs(key)))
    places = max(value.as_tuple().exponent, key.as_tuple().exponent, key=int)
    is_rounded = round(value, -int(places)) == round(key, -int(places))
    return low > 0 and high <= _FARTHEST * low and not is_rounded


def _excerpt(text: str, figure: FoundFigure) -> str:
    """Return a figure with the words around it, to the marks that end them."""
    before = _BREAK.split(text[: figure.start])[-1].split()[-_BEFORE:]
    found = _BREAK.search(text, figure.close)
    behind = text[figure.close : found.start() if found else len(text)]
    words = behind.split(" ")[: _BEHIND + 1]
    said = f"{' '.join(before)} {text[figure.start : figure.close]}{' '.join(words)}"
    return said.strip().rstrip(".,").replace('"', "'")
