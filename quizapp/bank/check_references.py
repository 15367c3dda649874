"""Rules on what refers to what (B2xx): sources, concepts, facts."""

from collections.abc import Iterable, Iterator, Sequence

from quizapp.bank.concepts import broader, folded
from quizapp.bank.fault import did_you_mean, fault, quoted
from quizapp.bank.manuscript import Manuscript, WrittenConcept, WrittenFact
from quizapp.bank.model import Citation, FactId, Place
from quizapp.bank.nodes import Group
from quizapp.bank.problem import Level, Problem


def check_references(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield the faults of all references of a deck that it can answer itself."""
    yield from shared_names(manuscript)
    for written in manuscript.concepts:
        yield from unknown_citations(manuscript, written.concept.citations, written.group)
        yield from unknown_broader(manuscript, written)
    for each in manuscript.facts:
        yield from unknown_citations(manuscript, each.fact.citations, each.group)
        if each.fact.confuse_with:
            yield from unknown_facts(manuscript, each)


def unknown_citations(
    manuscript: Manuscript, citations: Sequence[Citation], group: Group
) -> Iterator[Problem]:
    """Yield a fault for each citation in `group` of a source or sentence that there is not."""
    for position, citation in enumerate(citations):
        source = manuscript.deck.sources.get(citation.source)
        if citation.source not in manuscript.declared_sources:
            place = group.places_in("source")[position]
            mend = did_you_mean(citation.source, manuscript.declared_sources)
            message = f"there is no source `{citation.source}`"
            yield fault("B201", place, message, mend or "add it under `sources`")
        elif source and 0 < source.sentences < citation.sentence:
            place = group.places_in("source")[position]
            yield fault(
                "B202",
                place,
                f"`{source.id}` has {source.sentences} sentences, so there is no sentence "
                f"{citation.sentence}",
                "cite another sentence, or correct `sentences` of the source",
            )


def shared_names(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a fault for each name or alias that another concept has already."""
    for concept, group in manuscript.concepts:
        places = (group.value_place("name"), *group.places_in("aliases"))
        for name, place in zip(concept.names, places, strict=True):
            owner = manuscript.names[folded(name)]
            if owner is not concept:
                yield fault(
                    "B203",
                    place,
                    f"{quoted(name)} is a name of the concept `{owner.id}`, too",
                    "a name belongs to one concept: remove it from one of them",
                )


def unknown_broader(manuscript: Manuscript, written: WrittenConcept) -> Iterator[Problem]:
    """Yield a fault for each broader concept that there is not, or that is narrower as well."""
    concept, group = written
    for above, place in zip(concept.is_a, group.places_in("is_a"), strict=True):
        known = manuscript.deck.concepts
        if above not in manuscript.declared_concepts:
            mend = did_you_mean(above, manuscript.declared_concepts)
            message = f"there is no concept `{above}`"
            yield fault("B205", place, message, mend or "add it under `concepts`")
        elif above == concept.id or (above in known and concept.id in broader(known, known[above])):
            yield fault(
                "B206",
                place,
                f"`{concept.id}` would be broader than itself: `is_a` goes in a circle",
                "remove `is_a` from the broadest of them",
            )


def unknown_facts(manuscript: Manuscript, written: WrittenFact) -> Iterator[Problem]:
    """Yield a fault for each fact of this deck in `confuse_with` that there is not."""
    for reference, place in placed_references(written):
        deck, _, name = reference.partition("/")
        if reference == written.fact.id:
            yield fault("B207", place, f"`{name}` is this fact itself", "name another fact")
        elif deck == manuscript.deck.id and name not in manuscript.declared_facts:
            mend = did_you_mean(name, manuscript.declared_facts - {written.fact.name})
            message = f"there is no fact `{name}` in this deck"
            yield fault("B207", place, message, mend or "name a fact by its id")


def foreign_facts(manuscript: Manuscript) -> tuple[tuple[FactId, Place], ...]:
    """Return the facts of other decks that a deck refers to, each with its place."""
    own = f"{manuscript.deck.id}/"
    return tuple(
        (reference, place)
        for written in manuscript.facts
        if written.fact.confuse_with
        for reference, place in placed_references(written)
        if not reference.startswith(own)
    )


def placed_references(written: WrittenFact) -> Iterable[tuple[FactId, Place]]:
    """Return the facts that `written` may be confused with, each with its place."""
    return zip(written.fact.confuse_with, written.group.places_in("confuse_with"), strict=True)


def unknown_foreign_fact(reference: FactId, place: Place, known: Iterable[str]) -> Problem:
    """Return the fault of a fact that another deck has not; `known` are those that it has."""
    deck, _, name = reference.partition("/")
    mend = did_you_mean(name, known) or "name a fact by deck/id"
    return fault("B207", place, f"there is no fact `{name}` in the deck `{deck}`", mend)


def unread_deck(reference: FactId, place: Place) -> Problem:
    """Return the note that a reference could not be checked."""
    deck = reference.partition("/")[0]
    return Problem(
        "B208",
        Level.INFO,
        place,
        f"the deck `{deck}` is not among those read, so `{reference}` was not checked",
        "check both decks together",
    )
