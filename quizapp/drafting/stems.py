"""A sentence with one thing hidden: short enough to be read, with nothing that gives it away.

What is taken out stands in brackets or behind the end of a clause, so the sentence stays as true as
it was; where a part of it is missing, an ellipsis says so.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quizapp.drafting.figures import find_figures
from quizapp.drafting.model import Figure, FigureKind
from quizapp.drafting.terms import find_name, stem
from quizapp.drafting.word_lists import Rarity, is_function_word, rarity_of

BLANK = "____"
_MAX_WORDS = 36  # with the few that ask: at most 40 stand in a good question
_MIN_WORDS = 5  # beside the gap
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_BRACKET = re.compile(r" ?\(([^()]*)\)")
_STATISTIC = re.compile(
    r"(?:\d+(?:\.\d+)?\s?%\s?)?(?:-?CIs?\b|(?:confidence|credible|prediction) (?:intervals?|limits?)|"
    r"IQR\b|interquartile range|SD\b|SE\b|standard (?:deviation|error)).*|[Pp](?:[ -]values?)?\s?[=<>≤≥].*",
    re.DOTALL,
)
_SEGMENT_END = re.compile(
    r"\s*;\s*|,\s+(?=(?:\d+(?:\.\d+)?\s?%\s?)?(?:CI\b|confidence|credible)|[Pp](?:[ -]values?)?\s?[=<>≤≥])"
)
_SHARE_BEHIND = re.compile(r"(?: [^\W\d_][\w-]*){0,3}?(?P<aside> [(\[]\d+(?:[.,]\d+)?\s?(?:%|per ?cent)[)\]])")
_CLAUSE_END = re.compile(
    r"[;:] |(?<!\d), (?=(?:and|but|which|who|whereas|while|although|though|yet|with|as compared|"
    r"compared|including|resulting|indicating|suggesting)\b)| — | – "
)
_PHRASE_END = re.compile(
    r" (?=(?:that|which|who|where|consisting|because|due to|resulting|when|while|whereas|after|"
    r"although|if|as well as|as compared|compared)\b)"
)
_LEAST_WORD = 4  # letters


@dataclass(frozen=True, slots=True)
class Stem:
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


def make_stem(sentence: str, start: int, end: int, figure: Figure | None = None) -> Stem | None:
    """Return `sentence` with what stands from `start` to `end` hidden; None where it is too long.

    Figures of statistics in brackets are left out, and the percentage behind a hidden count.
    """
    asides = list(_statistic_asides(sentence, start, end))
    if figure is not None and figure.kind is FigureKind.COUNT:
        found = _SHARE_BEHIND.match(sentence, end)
        asides += [found.span("aside")] if found else []
    before = _without(sentence, 0, start, asides)
    after = _without(sentence, end, len(sentence), asides)
    return _shorten(Stem(before, sentence[start:end], after))


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
            # With the sign before it, so that what is left still ends well.
            mark = inner[:a].rstrip()
            yield offset + len(mark.rstrip(";,")), offset + b


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


def _shorten(made: Stem) -> Stem | None:
    """Return a stem cut at the ends of clauses until it can be read; None where it cannot be cut."""
    if count_words(made.rest) < _MIN_WORDS:
        return None
    if count_words(made.rest) <= _MAX_WORDS:
        return made
    ends = (*_CLAUSE_END.finditer(made.after), *_PHRASE_END.finditer(made.after))
    cuts = sorted({end.start() for end in ends}, reverse=True)
    for cut in cuts:
        short = replace(made, after=_end_at(made, cut))
        if _is_closed(short) and count_words(short.rest) <= _MAX_WORDS:
            return short
    for after in (made.after, *(_end_at(made, cut) for cut in cuts)):
        for begin in _CLAUSE_END.finditer(made.before):
            short = Stem(f"… {made.before[begin.end() :].lstrip()}", made.hidden, after)
            is_fit = 2 * _MIN_WORDS <= count_words(short.rest) <= _MAX_WORDS
            if is_fit and _is_closed(short):
                return short
    return None


def _end_at(made: Stem, cut: int) -> str:
    """Return what follows the gap up to a cut; a bracket that holds the gap is closed."""
    kept = re.sub(r",? (?:and )?(?:we|it|they|which|who) \w+$", "", made.after[:cut].rstrip(" ,;:"))
    is_open = made.before.count("(") > made.before.count(")") and ")" not in kept
    return f"{kept} …{')' if is_open else ''}"


def _is_closed(made: Stem) -> bool:
    """Return whether no bracket or quotation is open at the end, or closed that was not opened."""
    text = f"{made.before}{made.hidden}{made.after}"
    depth = 0
    for sign in re.findall(r"[()]", text):
        depth += 1 if sign == "(" else -1
        if depth < 0:
            return False
    return depth == 0 and text.count("“") == text.count("”")


# --- what gives an answer away --------------------------------------------------------------------


def shows_figure(made: Stem, figure: Figure, language: str) -> bool:
    """Return whether what can be read says the hidden figure again."""
    if figure.value is None:
        return made.hidden in made.rest
    for other in (*find_figures(made.before, language), *find_figures(made.after, language)):
        if other.value == figure.value and other.kind is not FigureKind.LABEL:
            return True
    return re.search(rf"(?<![\d.,]){re.escape(made.hidden)}(?![\d]|[.,]\d)", made.rest) is not None


def shows_term(made: Stem, others: Iterable[str], language: str) -> bool:
    """Return whether what can be read says a word of the hidden term, or another name of it."""
    if any(find_name(other, made.rest) for other in others if len(other) > 1):
        return True
    return not content_stems(made.hidden, language).isdisjoint(content_stems(made.rest, language))


def content_stems(text: str, language: str) -> frozenset[str]:
    """Return the words of a text that carry its sense, by what their forms have in common."""
    parts = re.findall(r"[^\W_]+", text)
    return frozenset(
        stem(part) for part in parts if len(part) >= _LEAST_WORD and not is_function_word(part, language)
    )


def rare_stems(text: str) -> frozenset[str]:
    """Return the words of a text that are not common, by what their forms have in common."""
    return frozenset(
        stem(part)
        for part in re.findall(r"[^\W\d_]+", text)
        if len(part) >= _LEAST_WORD and rarity_of(part) is not Rarity.COMMON
    )
