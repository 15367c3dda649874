"""Rules on what refers to what (B2xx): sources, concepts, facts."""

from collections.abc import Iterable, Iterator, Sequence

from quizapp.bank.concepts import broader_concepts, normalize_text
from quizapp.bank.diagnostics import Level, Problem, did_you_mean, make_problem, quote
from quizapp.bank.model import Citation, FactId
from quizapp.bank.parse.build_values import ParsedConcept, ParsedFact
from quizapp.bank.parse.deck import ParsedDeck
from quizapp.bank.place import Place
from quizapp.bank.yaml.nodes import KeyGroup


def check_references(parsed_deck: ParsedDeck) -> Iterator[Problem]:
    """Yield the faults of all references of a deck that it can answer itself."""
    yield from _shared_names(parsed_deck)
    for written in parsed_deck.concepts:
        yield from _unknown_citations(parsed_deck, written.concept.citations, written.group)
        yield from _unknown_broader(parsed_deck, written)
    for each in parsed_deck.facts:
        yield from _unknown_citations(parsed_deck, each.fact.citations, each.group)
        for card in each.fact.cards:
            if card.citations and not card.asks_back_from:
                yield from _unknown_citations(parsed_deck, card.citations, each.group_of(card))
        if each.fact.confuse_with:
            yield from _unknown_facts(parsed_deck, each)


def _unknown_citations(
    parsed_deck: ParsedDeck, citations: Sequence[Citation], group: KeyGroup
) -> Iterator[Problem]:
    """Yield a fault for each citation in `group` of a source or sentence that there is not."""
    for position, citation in enumerate(citations):
        source = parsed_deck.deck.sources.get(citation.source)
        if citation.source not in parsed_deck.declared_sources:
            place = group.value_places("source")[position]
            fix = did_you_mean(citation.source, parsed_deck.declared_sources)
            message = f"there is no source `{citation.source}`"
            yield make_problem("B201", place, message, fix or "add it under `sources`")
        elif source and 0 < source.sentences < citation.sentence:
            place = group.value_places("source")[position]
            yield make_problem(
                "B202",
                place,
                f"`{source.id}` has {source.sentences} sentences, so there is no sentence "
                f"{citation.sentence}",
                "cite another sentence, or correct `sentences` of the source",
            )


def _shared_names(parsed_deck: ParsedDeck) -> Iterator[Problem]:
    """Yield a fault for each name or alias that another concept has already."""
    for concept, group in parsed_deck.concepts:
        places = (group.value_place("name"), *group.value_places("aliases"))
        for name, place in zip(concept.names, places, strict=True):
            owner = parsed_deck.names[normalize_text(name)]
            if owner is not concept:
                yield make_problem(
                    "B203",
                    place,
                    f"{quote(name)} is a name of the concept `{owner.id}`, too",
                    "a name belongs to one concept: remove it from one of them",
                )


def _unknown_broader(parsed_deck: ParsedDeck, written: ParsedConcept) -> Iterator[Problem]:
    """Yield a fault for each broader concept that there is not, or that is narrower as well."""
    concept, group = written
    for above, place in zip(concept.is_a, group.value_places("is_a"), strict=True):
        known = parsed_deck.deck.concepts
        if above not in parsed_deck.declared_concepts:
            fix = did_you_mean(above, parsed_deck.declared_concepts)
            message = f"there is no concept `{above}`"
            yield make_problem("B205", place, message, fix or "add it under `concepts`")
        elif above == concept.id or (
            above in known and concept.id in broader_concepts(known, known[above])
        ):
            yield make_problem(
                "B206",
                place,
                f"`{concept.id}` would be broader than itself: `is_a` goes in a circle",
                "remove `is_a` from the broadest of them",
            )


def _unknown_facts(parsed_deck: ParsedDeck, written: ParsedFact) -> Iterator[Problem]:
    """Yield a fault for each fact of this deck in `confuse_with` that there is not."""
    for reference, place in _references_with_places(written):
        deck, _, name = reference.partition("/")
        if reference == written.fact.id:
            yield make_problem("B207", place, f"`{name}` is this fact itself", "name another fact")
        elif deck == parsed_deck.deck.id and name not in parsed_deck.declared_facts:
            fix = did_you_mean(name, parsed_deck.declared_facts - {written.fact.name})
            message = f"there is no fact `{name}` in this deck"
            yield make_problem("B207", place, message, fix or "name a fact by its id")


def foreign_facts(parsed_deck: ParsedDeck) -> tuple[tuple[FactId, Place], ...]:
    """Return the facts of other decks that a deck refers to, each with its place."""
    own = f"{parsed_deck.deck.id}/"
    return tuple(
        (reference, place)
        for written in parsed_deck.facts
        if written.fact.confuse_with
        for reference, place in _references_with_places(written)
        if not reference.startswith(own)
    )


def _references_with_places(written: ParsedFact) -> Iterable[tuple[FactId, Place]]:
    """Return the facts that `written` may be confused with, each with its place."""
    return zip(written.fact.confuse_with, written.group.value_places("confuse_with"), strict=True)


def unknown_foreign_fact_problem(reference: FactId, place: Place, known: Iterable[str]) -> Problem:
    """Return the fault of a fact that another deck lacks; `known` are the facts that it has."""
    deck, _, name = reference.partition("/")
    fix = did_you_mean(name, known) or "name a fact by deck/id"
    return make_problem("B207", place, f"there is no fact `{name}` in the deck `{deck}`", fix)


def unread_deck_problem(reference: FactId, place: Place) -> Problem:
    """Return the note that a reference could not be checked."""
    deck = reference.partition("/")[0]
    return Problem(
        "B208",
        Level.INFO,
        place,
        f"the deck `{deck}` is not among those read, so `{reference}` was not checked",
        "check both decks together",
    )
