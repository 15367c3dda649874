"""A first draft of a deck: proposals that are true by construction.

Each is a sentence of the source with one thing hidden, so nothing is made up. What is hidden is
judged by the same rules as a learner's answer before it is proposed; where it would not be judged
right there is no proposal.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from quizapp.bank.model import Concept
from quizapp.drafting.answers import FigureAnswer, answer_figure, answer_term
from quizapp.drafting.comparisons import find_comparisons
from quizapp.drafting.figures import find_figures
from quizapp.drafting.lists import find_lists
from quizapp.drafting.model import (
    Draft,
    FigureKind,
    FoundFigure,
    FoundTerm,
    Proposal,
    SentenceContent,
)
from quizapp.drafting.questions import write_question
from quizapp.drafting.stems import make_stem, rare_stems, shows_figure, shows_term
from quizapp.drafting.terms import TermFinder
from quizapp.drafting.word_lists import detect_language
from quizapp.drafting.worth import part_of, worth_of_figure, worth_of_term
from quizapp.drafting.wrong_figures import offer_wrong_figures

MAX_PROPOSALS = 14
MAX_SENTENCE = 1_000  # letters: what is longer was not cut into sentences
_MAX_OF_SENTENCE = 3
_LEAST_WORTH = 1.7
_REPEATED_COST = 0.6  # of each further proposal of one sentence
_LARGE_COUNT = 100  # above it the percentage is what one remembers
_ID_WORDS = 4


def draft_facts(
    sentences: Sequence[str], known: Iterable[Concept] = (), *, title: str = "", language: str = ""
) -> Draft:
    """Return what `sentences` hold and what could be asked of them.

    Args:
        sentences: of the source, in order.
        known: the concepts of other decks.
        title: that of the paper, whose words are more likely terms.
        language: that of the paper; "" has it found out.
    """
    language = language or detect_language(" ".join(sentences))
    readable = [sentence for sentence in sentences if len(sentence) <= MAX_SENTENCE]
    finder = TermFinder(readable, language, known, title)
    contents = tuple(
        _read_sentence(number, sentence, finder, language)
        for number, sentence in enumerate(sentences, 1)
    )
    made = [each for content in contents for each in _propose(content, language)]
    chosen = [_offer_wrong(each, contents) for each in _choose(made)]
    return Draft(contents, _name_all(chosen), language)


def _read_sentence(
    number: int, sentence: str, finder: TermFinder, language: str
) -> SentenceContent:
    """Return what a sentence holds; nothing of one that is too long to be a sentence."""
    if len(sentence) > MAX_SENTENCE:
        return SentenceContent(number, sentence, (), (), ())
    figures = find_figures(sentence, language)
    comparisons = find_comparisons(sentence, figures)
    return SentenceContent(number, sentence, figures, finder.find(sentence), comparisons)


def _offer_wrong(proposal: Proposal, contents: Sequence[SentenceContent]) -> Proposal:
    """Return a proposal with the other figures of the source, where it hides one."""
    if proposal.figure is None:
        return proposal
    content = contents[proposal.sentence - 1]
    return replace(
        proposal, wrong=offer_wrong_figures(content, proposal.figure, proposal, contents)
    )


def _propose(content: SentenceContent, language: str) -> Iterator[Proposal]:
    """Yield everything that could be asked of a sentence."""
    for figure in _without_repeats(content):
        worth = worth_of_figure(content.text, figure)
        found = _propose_figure(content, figure, language) if worth >= _LEAST_WORTH else None
        if found is not None:
            yield replace(found, worth=worth, figure=figure)
    is_listed = language == "en" and len(content.text) <= MAX_SENTENCE
    lists = find_lists(content.text) if is_listed else ()
    for start, end, members in lists:
        proposal = _propose_words(content, start, end, (), language, members)
        if proposal is not None:
            yield replace(proposal, worth=1.9 + part_of(content.text).value)
    for term in content.terms:
        worth = worth_of_term(content.text, term)
        proposal = _propose_term(content, term, language) if worth >= _LEAST_WORTH else None
        if proposal is not None:
            yield replace(proposal, worth=worth)


def _without_repeats(content: SentenceContent) -> Iterator[FoundFigure]:
    """Yield the figures, of a count with its percentage that which one remembers."""
    figures, text = content.figures, content.text
    for place, figure in enumerate(figures):
        before = figures[place - 1] if place else None
        behind = figures[place + 1] if place + 1 < len(figures) else None
        if figure.kind is FigureKind.SHARE and _says_share(text, before, figure):
            if before is not None and before.value is not None and before.value < _LARGE_COUNT:
                continue
        elif _says_share(text, figure, behind) and (figure.value or 0) >= _LARGE_COUNT:
            continue
        yield figure


def _says_share(text: str, count: FoundFigure | None, share: FoundFigure | None) -> bool:
    """Return whether a percentage in brackets belongs to the count before it."""
    if count is None or share is None or share.kind is not FigureKind.SHARE:
        return False
    is_count = count.kind in {FigureKind.COUNT, FigureKind.BARE}
    between = text[count.close : share.start]
    return is_count and re.fullmatch(r"(?: [\w-]+){0,3} [(\[]", between) is not None


def _propose_figure(
    content: SentenceContent, figure: FoundFigure, language: str
) -> Proposal | None:
    """Return the sentence with a figure hidden; None where something gives it away."""
    is_number = figure.value is not None or figure.kind is FigureKind.COUNT
    end = figure.end if is_number else figure.close
    made = make_stem(content.text, figure.start, end, figure)
    if made is None or shows_figure(made, figure, language):
        return None
    ask = write_question(made, figure, language)
    answer: FigureAnswer | None = answer_figure(content.text, figure, made.hidden, ask, language)
    if answer is None:
        return None
    noun = slugify(figure.unit if figure.unit.isascii() else "") or figure.kind.value
    name = "percent" if figure.kind is FigureKind.SHARE else noun
    return Proposal(
        f"s{content.number}-{name}",
        content.number,
        made.before,
        made.hidden,
        made.after,
        ask,
        answer.value,
        answer.unit,
        answer.whole,
        answer.aliases,
        is_amount=answer.is_amount,
    )


def _propose_term(content: SentenceContent, term: FoundTerm, language: str) -> Proposal | None:
    """Return the sentence with a term hidden; None where something gives it away."""
    made = _propose_words(content, term.start, term.end, term.others, language)
    return made and replace(made, concept=term.concept)


def _propose_words(  # noqa: PLR0913, PLR0917 (what is hidden, and where)
    content: SentenceContent,
    start: int,
    end: int,
    others: tuple[str, ...],
    language: str,
    members: tuple[str, ...] = (),
) -> Proposal | None:
    """Return the sentence with words hidden; None where something gives them away."""
    made = make_stem(content.text, start, end)
    if made is None or shows_term(made, others, language):
        return None
    ask = write_question(made, None, language)
    aliases = answer_term(made.hidden, others, ask, language)
    if aliases is None:
        return None
    suffix = slugify(" ".join(made.hidden.split()[:_ID_WORDS])) or "term"
    return Proposal(
        f"s{content.number}-{suffix}",
        content.number,
        made.before,
        made.hidden,
        made.after,
        ask,
        members or made.hidden,
        aliases=() if members else aliases,
    )


# --- choosing -------------------------------------------------------------------------------------


def _choose(made: Iterable[Proposal]) -> list[Proposal]:
    """Return the best proposals, in the order of the sentences; no two ask for the same thing."""
    left = list(made)
    chosen: list[Proposal] = []
    while left and len(chosen) < MAX_PROPOSALS:
        best = max(left, key=lambda one: (_marginal_worth(one, chosen), -one.sentence))
        left.remove(best)
        if _marginal_worth(best, chosen) < _LEAST_WORTH:
            break
        if not any(_asks_the_same(best, other) for other in chosen):
            chosen.append(best)
    return sorted(chosen, key=lambda one: (one.sentence, len(one.before)))


def _marginal_worth(one: Proposal, chosen: Iterable[Proposal]) -> float:
    """Return what a proposal adds to those of its sentence that are chosen."""
    beside = sum(other.sentence == one.sentence for other in chosen)
    return one.worth - _REPEATED_COST * beside if beside < _MAX_OF_SENTENCE else 0.0


def _asks_the_same(one: Proposal, other: Proposal) -> bool:
    """Return whether two proposals hide the same figure, or terms of the same technical words."""
    if isinstance(one.answer, Decimal) or isinstance(other.answer, Decimal):
        return (one.answer, one.unit) == (other.answer, other.unit)
    if not _names(one).isdisjoint(_names(other)):
        return True
    return not rare_stems(one.hidden).isdisjoint(rare_stems(other.hidden))


def _names(one: Proposal) -> frozenset[str]:
    """Return what the hidden words are called, an acronym and what it is short for alike."""
    return frozenset(each.casefold() for each in (one.hidden, *one.aliases))


def _name_all(chosen: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Return proposals with ids of which none is taken."""
    taken: set[str] = set()
    return tuple(replace(each, id=_claim_name(each.id, taken)) for each in chosen)


def _claim_name(name: str, taken: set[str]) -> str:
    """Return `name`, numbered where it is taken, and take it."""
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free


def slugify(text: str) -> str:
    """Return `text` as an id: a-z, 0-9 and dashes; "" where nothing is left of it."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))[:40].strip("-")
