"""Holding a bank against its sources: G101 to G202.

A fact is judged where the text of every source that it cites is at hand; any one of the sentences
that it cites may hold what is looked for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizapp.bank.diagnostics import Problem
from quizapp.bank.model import (
    Answer,
    Bank,
    Card,
    Citation,
    Deck,
    Fact,
    Gap,
    ListAnswer,
    NumberAnswer,
    SentencePart,
    SequenceAnswer,
    Source,
    SourceId,
    TermAnswer,
)
from quizapp.grading.languages import language_of
from quizapp.lint.coverage import citation_label, measure_coverage, shorten_sentence
from quizapp.lint.finding import Finding, report_findings
from quizapp.lint.grounding_codes import GROUNDING
from quizapp.lint.passages import (
    Passage,
    claimed_numbers,
    has_number,
    has_words,
    make_passage,
)
from quizapp.sources.model import Reference, SourceText

_MAX_SHOWN = 60  # letters of an uncited sentence in a message
_RULES = {rule.code: rule for rule in GROUNDING}


@dataclass(frozen=True, slots=True)
class _AvailableSource:
    """A source whose text is at hand: its sentences, and where it was published."""

    sentences: tuple[Passage, ...]
    publication: Passage


@dataclass(frozen=True, slots=True)
class _CitedPassages:
    """What a fact cites: the passages that may hold its keys, and all others of these sources.

    `label` is how the deck cites them: "levy1997#2, levy1997#5". `years` are the figures of where
    the sources were published: a sentence may say "the series of 1997".
    """

    label: str
    passages: tuple[Passage, ...]
    others: tuple[Passage, ...]
    years: frozenset[Decimal]


def check_grounding(bank: Bank, texts: Mapping[SourceId, SourceText]) -> tuple[Problem, ...]:
    """Return what `bank` states and the `texts` of its sources do not, ordered by place.

    A fact's `lint: {ignore: …}` silences the codes that it names.
    """
    found = [*_find_uncited_sentences(bank, texts)]
    for deck in bank.decks:
        known = _available_sources(deck, texts)
        found.extend(_find_sentence_count_errors(deck, known))
        for fact in deck.facts:
            found.extend(_find_ungrounded(deck, fact, known))
    return report_findings(bank, ((_RULES[code], each) for code, each in found))


# --- the source ----------------------------------------------------------------------------------


def _find_uncited_sentences(
    bank: Bank, texts: Mapping[SourceId, SourceText]
) -> Iterator[tuple[str, Finding]]:
    """G201: a sentence that no fact of any deck cites, at the place of its source."""
    places: dict[SourceId, Source] = {}
    for deck in bank.decks:
        for source in deck.sources.values():
            places.setdefault(source.id, source)
    for row in measure_coverage(bank, texts):
        if not row.facts and row.source in places:
            yield (
                "G201",
                Finding(
                    places[row.source].place,
                    f"no fact cites {row.source}#{row.number}: "
                    f'"{shorten_sentence(row.sentence, _MAX_SHOWN)}"',
                    "write a fact about it, or leave it out on purpose",
                ),
            )


def _find_sentence_count_errors(
    deck: Deck, known: Mapping[SourceId, _AvailableSource]
) -> Iterator[tuple[str, Finding]]:
    """G202: the deck counts other sentences than the file, or cites one that the file lacks."""
    for source in deck.sources.values():
        there = len(known[source.id].sentences) if source.id in known else 0
        if there and source.sentences not in {0, there}:
            yield (
                "G202",
                Finding(
                    source.place,
                    f"{source.id} has {there} sentences in its file, not {source.sentences}",
                    f"write `sentences: {there}`, or number the lines of the file",
                ),
            )
    for fact in deck.facts:
        for citation in fact.citations:
            there = len(known[citation.source].sentences) if citation.source in known else 0
            if 0 < there < citation.sentence:
                yield (
                    "G202",
                    Finding(
                        fact.place,
                        f"{fact.id} cites {citation_label(citation)}, "
                        f"and the file ends with {there}",
                        "cite the sentence that says it",
                        fact.id,
                    ),
                )


# --- a fact --------------------------------------------------------------------------------------


def _find_ungrounded(
    deck: Deck, fact: Fact, known: Mapping[SourceId, _AvailableSource]
) -> Iterator[tuple[str, Finding]]:
    """Yield the keys and figures of a fact that its citations lack, each with its code."""
    cited = _collect_cited(fact, known)
    if cited is None:
        return
    for card in fact.cards:
        if finding := _find_missing_key(deck, fact, card, cited):
            yield "G101", finding
    for finding in _find_missing_figures(deck, fact, cited):
        yield "G102", finding


def _collect_cited(fact: Fact, known: Mapping[SourceId, _AvailableSource]) -> _CitedPassages | None:
    """Return what a fact cites; None when it cites nothing, or something that is not at hand."""
    if not fact.citations or any(each.source not in known for each in fact.citations):
        return None
    inside: list[Passage] = []
    for source, number in ((known[each.source], each.sentence) for each in fact.citations):
        whole = (*source.sentences, source.publication)
        inside.extend(source.sentences[number - 1 : number] if number else whole)
    if not inside:  # sentences beyond the file's end: G202 tells
        return None
    sources = [known[each] for each in dict.fromkeys(each.source for each in fact.citations)]
    return _CitedPassages(
        label=", ".join(map(citation_label, fact.citations)),
        passages=tuple(inside),
        others=tuple(each for source in sources for each in source.sentences if each not in inside),
        years=frozenset(value for source in sources for value in source.publication.numbers),
    )


def _find_missing_key(deck: Deck, fact: Fact, card: Card, cited: _CitedPassages) -> Finding | None:
    """G101: a card's key, or a member of it, that is in no sentence that the fact cites.

    A number that `equals` ties to others is computed, and the answer of a table's reverse card
    is the author's name of a row: neither has to be in the source.
    """
    is_reverse = card.cell is None and any(other.cell for other in fact.cards)
    if card.equals or is_reverse:
        return None
    missing = [key for key in _card_keys(deck, card) if not any(map(key.occurs_in, cited.passages))]
    if not missing:
        return None
    elsewhere = [each for each in cited.others if all(key.occurs_in(each) for key in missing)]
    shown = " and ".join(f'"{key.shown}"' for key in missing)
    verb = "are" if len(missing) > 1 else "is"
    return Finding(
        card.place,
        f"{card.id}: {shown} {verb} in no sentence that it cites ({cited.label})",
        f"cite {elsewhere[0].label}, too"
        if elsewhere
        else "cite the sentence that says so, or give the source's word under `aliases`",
        fact.id,
    )


def _find_missing_figures(deck: Deck, fact: Fact, cited: _CitedPassages) -> Iterator[Finding]:
    """G102: a number that the author wrote into a sentence and that nothing cited has.

    Those in gaps are keys, and G101's. The year of the source itself may be named.
    """
    own = {card.answer.value for card in fact.cards if isinstance(card.answer, NumberAnswer)}
    says = dict.fromkeys((fact.say, *(card.say for card in fact.cards)))
    claimed = claimed_numbers(
        (text for say in says for text in _literal_texts(say)), language_of(deck.language).code
    )
    for value, shown in claimed.items():
        if value in own or value in cited.years:
            continue
        if any(has_number(each, value) for each in cited.passages):
            continue
        elsewhere = next((each.label for each in cited.others if has_number(each, value)), "")
        yield Finding(
            fact.place,
            f"{fact.id}: the {shown} in its sentence is in none that it cites ({cited.label})",
            f"cite {elsewhere}, too" if elsewhere else "correct the number, or leave it out",
            fact.id,
        )


# --- keys ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _TermKey:
    """Words, in all forms that are right."""

    shown: str
    forms: tuple[str, ...]

    def occurs_in(self, place: Passage) -> bool:
        """Return whether one of its forms stands in a passage."""
        return any(has_words(place, form) for form in self.forms)


@dataclass(frozen=True, slots=True)
class _NumberKey:
    """A number, in any notation."""

    shown: str
    value: Decimal

    def occurs_in(self, place: Passage) -> bool:
        """Return whether the number stands in a passage."""
        return has_number(place, self.value)


def _card_keys(deck: Deck, card: Card) -> Sequence[_TermKey | _NumberKey]:
    """Return what the source has to say: the key of a card, or each member of it."""
    answer: Answer = card.answer
    match answer:
        case NumberAnswer():
            return (_NumberKey(answer.text, answer.value),)
        case TermAnswer():
            return (_make_term_key(deck, answer, card.aliases),)
        case ListAnswer() | SequenceAnswer():
            return tuple(_make_term_key(deck, member, card.aliases) for member in answer.members)


def _make_term_key(deck: Deck, answer: TermAnswer, aliases: Iterable[str]) -> _TermKey:
    """Return a term with the names of its concept and the `aliases` of its card."""
    concept = deck.concepts.get(answer.concept)
    names = concept.names if concept else ()
    return _TermKey(answer.text, tuple(dict.fromkeys((answer.text, *names, *aliases))))


def _literal_texts(say: Iterable[SentencePart]) -> Iterator[str]:
    """Yield what the author wrote in a sentence: outside its gaps, or shown in one."""
    for piece in say:
        if isinstance(piece, Gap):
            yield piece.shown
        else:
            yield piece


# --- passages ------------------------------------------------------------------------------------


def _available_sources(
    deck: Deck, texts: Mapping[SourceId, SourceText]
) -> dict[SourceId, _AvailableSource]:
    """Return the sources of `deck` whose text is at hand, ready to be looked through.

    A source is taken to be in the language of its deck.
    """
    language = language_of(deck.language).code
    return {
        source.id: _AvailableSource(
            tuple(
                make_passage(citation_label(Citation(source.id, number)), sentence, language)
                for number, sentence in enumerate(texts[source.id].sentences, 1)
            ),
            _publication_passage(source, texts[source.id].reference, language),
        )
        for source in deck.sources.values()
        if source.id in texts
    }


def _publication_passage(source: Source, reference: Reference, language: str) -> Passage:
    """Return all that is said of where a source was published, as one passage."""
    parts = (source.cite, source.short, *reference.authors, reference.title, reference.journal)
    return make_passage(source.id, " ; ".join((*parts, reference.year)), language)
