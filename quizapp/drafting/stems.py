"""A sentence with one thing hidden: short enough to be read, with nothing that gives it away.

What is taken out stands in brackets or behind the end of a clause, so the sentence stays as true as
it was; where a part of it is missing, an ellipsis says so.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quizapp.drafting.figures import find_figures
from quizapp.drafting.model import FigureKind, FoundFigure
from quizapp.drafting.terms import find_name, stem
from quizapp.drafting.word_lists import Rarity, is_function_word, rarity_of

BLANK = "____"
_MAX_WORDS = 34  # with the blank and the few that ask: at most 40 stand in a good question
_MIN_WORDS = 5  # beside the gap
_WORD = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:['’-]\w+)*")
_BRACKET = re.compile(r" ?\(([^()]*)\)")
_STATISTIC = re.compile(
    r"(?:\d+(?:\.\d+)?\s?%\s?)?(?:-?CIs?\b|(?:confidence|credible|prediction) (?:intervals?|"
    r"limits?)|"
    r"IQR\b|interquartile range|SD\b|SE\b|standard (?:deviation|error)).*|"
    r"[Pp](?:[ -]values?)?\s?[=<>≤≥].*",
    re.DOTALL,
)
_SEGMENT_END = re.compile(
    r"\s*;\s*|,\s+(?=(?:\d+(?:\.\d+)?\s?%\s?)?(?:CI\b|confidence|credible)|"
    r"[Pp](?:[ -]values?)?\s?[=<>≤≥])"
)
_SHARE_BEHIND = re.compile(
    r"(?: [^\W\d_][\w-]*){0,3}?(?P<aside> [(\[]\d+(?:[.,]\d+)?\s?(?:%|per ?cent)[)\]])"
)
_CLAUSE_END = re.compile(
    r"[;:] |(?<!\d), (?=(?:and|but|which|who|whereas|while|although|though|yet|with|as compared|"
    r"compared|including|resulting|indicating|suggesting)\b)| — | – "
)
_AND_NUMBER = re.compile(r",? and (?=[~<>≤≥]?\d)|, (?=[~<>≤≥]?\d+(?:\.\d+)?%)")
_COMPARED = re.compile(r", (?=(?:as )?compared)")
_NEW_CLAUSE = re.compile(r"[;:]| and [a-z]+ed\b|, (?:and|but|whereas|while|although)\b")
_NEEDS_HEAD = re.compile(  # what says nothing without the clause before it
    r"(?:and |but )?\d|(?:which|who|with|including|resulting|indicating|suggesting)\b"
)
_MIN_HEAD = 3  # words
_PHRASE_END = re.compile(
    r" (?=(?:that|which|who|where|consisting|because|due to|resulting|when|while|whereas|after|"
    r"although|if|as well as|as compared|compared)\b)"
)
_LEAST_WORD = 4  # letters
_CAUSE = re.compile(r" (?:owing to|because of|due to|as a result of) ")


@dataclass(frozen=True, slots=True)
class GappedSentence:
    """A sentence around what is hidden in it."""

    before: str
    hidden: str
    after: str

    @property
    def rest(self) -> str:
        """What can be read."""
        return f"{self.before} {self.after}"

    @property
    def question(self) -> str:
        """The sentence with a blank, an article before it that gives no letter away."""
        before = re.sub(r"\b([Aa])n? $", r"\1(n) ", self.before)
        return f"{before}{BLANK}{self.after}"


def make_stem(
    sentence: str, start: int, end: int, figure: FoundFigure | None = None
) -> GappedSentence | None:
    """Return `sentence` with what stands from `start` to `end` hidden; None where it is too long.

    Figures of statistics in brackets are left out, and the percentage behind a hidden count.
    """
    asides = list(_statistic_asides(sentence, start, end))
    if figure is not None and figure.kind is FigureKind.COUNT:
        found = _SHARE_BEHIND.match(sentence, end)
        asides += [found.span("aside")] if found else []
    before = _without(sentence, 0, start, asides)
    after = _without(sentence, end, len(sentence), asides)
    made = GappedSentence(before, sentence[start:end], after)
    return _shorten(made, is_figure=figure is not None)


def _statistic_asides(sentence: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what of the brackets is P values and intervals, save where something is hidden."""
    for bracket in _BRACKET.finditer(sentence):
        inner, offset = bracket[1], bracket.start(1)
        spans, place = [], 0
        for found in [*_SEGMENT_END.finditer(inner), None]:
            stop = found.start() if found else len(inner)
            spans.append((place, stop))
            place = found.end() if found else stop
        doubtful = [
            span
            for span in spans
            if _STATISTIC.fullmatch(inner, *span)
            and not (offset + span[0] < end and start < offset + span[1])
        ]
        if doubtful and len(doubtful) == len(spans):
            yield bracket.span()
            continue
        for a, b in doubtful:
            # With the sign before it, or behind the first, so that what is left reads well.
            mark = inner[:a].rstrip()
            behind = re.match(r"\s*[;,]\s*", inner[b:]) if not mark else None
            yield offset + len(mark.rstrip(";,")), offset + b + (behind.end() if behind else 0)


def _without(sentence: str, start: int, end: int, asides: Iterable[tuple[int, int]]) -> str:
    """Return a part of the sentence without the `asides`."""
    text, place = "", start
    for a, b in sorted(asides):
        if a >= place and b <= end:
            text, place = text + sentence[place:a], b
    return text + sentence[place:end]


def count_words(text: str) -> int:
    """Return how many words a text has."""
    return len(_WORD.findall(text))


def _shorten(made: GappedSentence, *, is_figure: bool) -> GappedSentence | None:
    """Return a stem cut at the ends of clauses until it can be read; None where that fails.

    First its end is cut, then its middle. Of a figure the beginning stays: it says of what it is.
    """
    if count_words(made.rest) < _MIN_WORDS:
        return None
    if count_words(made.rest) <= _MAX_WORDS:
        return made
    patterns = (_CLAUSE_END, _PHRASE_END, _AND_NUMBER)
    ends = {end.start() for pattern in patterns for end in pattern.finditer(made.after)}
    shorter = [replace(made, after=_end_at(made, end)) for end in sorted(ends, reverse=True)]
    middles = [each for one in (made, *shorter) for each in _cut_before(one, keeps_head=True)]
    heads = [each for one in (made, *shorter) for each in _cut_before(one, keeps_head=False)]
    causes = [each for one in (made, *middles, *shorter) for each in _cut_effect(one)]
    items = [replace(made, after=_end_at(made, end)) for end in _item_ends(made.after)]
    candidates = (*shorter, *middles, *causes, *(() if is_figure else heads), *items)
    return next(filter(_is_fit, candidates), None)


def _cut_before(made: GappedSentence, *, keeps_head: bool) -> Iterator[GappedSentence]:
    """Yield a stem with less before its gap: without its beginning, or without its middle.

    The middle goes only where what is left has the same subject: up to a further number, or to what
    is compared. A clause of its own would be read as if the beginning spoke of it.
    """
    clauses = [*_CLAUSE_END.finditer(made.before)]
    if not keeps_head:
        for begin in clauses:
            rest = made.before[begin.end() :].lstrip()
            if not _NEEDS_HEAD.match(rest):
                yield replace(made, before=f"… {rest}")
        return
    first = re.search(r"(?<![\w.,])\d", made.before)
    head = made.before[: first.start()] if first else ""
    kept = head.rstrip(" ,;:([~<>=")
    if count_words(kept) < _MIN_HEAD or kept.count("(") != kept.count(")"):
        return
    for begin in (*_COMPARED.finditer(made.before), *_AND_NUMBER.finditer(made.before)):
        left_out = made.before[len(kept) : begin.start()]
        if begin.start() > len(head) and not _NEW_CLAUSE.search(left_out):
            yield replace(made, before=f"{kept} … {made.before[begin.end() :]}")


def _item_ends(after: str) -> Iterator[int]:
    """Yield where an item of an enumeration ends, the last one first."""
    yield from (found.start() for found in reversed([*re.finditer(r"(?<!\d), (?!\d)", after)]))


def _cut_effect(made: GappedSentence) -> Iterator[GappedSentence]:
    """Yield a stem that opens with the cause: "… a lower rate of deaths (____% per year)"."""
    for begin in _CAUSE.finditer(made.before):
        yield replace(made, before=f"… {made.before[begin.end() :]}")


def _is_fit(made: GappedSentence) -> bool:
    """Return whether a stem that was cut can be read and still says enough."""
    return 2 * _MIN_WORDS <= count_words(made.rest) <= _MAX_WORDS and _is_closed(made)


def _end_at(made: GappedSentence, cut: int) -> str:
    """Return what follows the gap up to a cut; a bracket that holds the gap is closed."""
    kept = re.sub(r",? (?:and )?(?:we|it|they|which|who) \w+$", "", made.after[:cut].rstrip(" ,;:"))
    while (last := re.search(r",? ([a-z]+)$", kept)) and is_function_word(last[1], "en"):
        kept = kept[: last.start()].rstrip(" ,;:")
    is_open = made.before.count("(") > made.before.count(")") and ")" not in kept
    return f"{kept} …{')' if is_open else ''}"


def _is_closed(made: GappedSentence) -> bool:
    """Return whether no bracket or quotation is open at the end, or closed that was not opened."""
    text = f"{made.before}{made.hidden}{made.after}"
    depth = 0
    for sign in re.findall(r"[()]", text):
        depth += 1 if sign == "(" else -1
        if depth < 0:
            return False
    return depth == 0 and text.count("“") == text.count("”")


# --- what gives an answer away --------------------------------------------------------------------


def shows_figure(made: GappedSentence, figure: FoundFigure, language: str) -> bool:
    """Return whether what can be read says the hidden figure again."""
    if figure.value is None:
        return made.hidden in made.rest
    for other in (*find_figures(made.before, language), *find_figures(made.after, language)):
        if other.value == figure.value and other.kind is not FigureKind.LABEL:
            return True
    return re.search(rf"(?<![\d.,]){re.escape(made.hidden)}(?![\d]|[.,]\d)", made.rest) is not None


def shows_term(made: GappedSentence, others: Iterable[str], language: str) -> bool:
    """Return whether what can be read says a word of the hidden term, or another name of it."""
    if any(find_name(other, made.rest) for other in others if len(other) > 1):
        return True
    return not content_stems(made.hidden, language).isdisjoint(content_stems(made.rest, language))


def content_stems(text: str, language: str) -> frozenset[str]:
    """Return the words of a text that carry its sense, by what their forms have in common."""
    parts = re.findall(r"[^\W_]+", text)
    return frozenset(
        stem(part)
        for part in parts
        if len(part) >= _LEAST_WORD and not is_function_word(part, language)
    )


def rare_stems(text: str) -> frozenset[str]:
    """Return the words of a text that are not common, by what their forms have in common."""
    return frozenset(
        stem(part)
        for part in re.findall(r"[^\W\d_]+", text)
        if len(part) >= _LEAST_WORD and rarity_of(part) is not Rarity.COMMON
    )
