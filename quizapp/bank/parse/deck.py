"""Reading one deck: from its files to a manuscript, with the faults of their shape on the way."""

import re
from collections.abc import Iterator, Sequence
from itertools import repeat
from pathlib import Path
from typing import NamedTuple, TypeVar

from quizapp.bank.concepts import index_by_name
from quizapp.bank.deck_files import list_deck_files, read_file
from quizapp.bank.diagnostics import Problem, ProblemCollector, make_problem, quote
from quizapp.bank.model import Deck, DeckFile, DeckId, Place, Source, SourceId
from quizapp.bank.parse.build_values import (
    DeckNames,
    build_concept,
    build_fact,
    build_settings,
    build_source,
)
from quizapp.bank.parse.entries import (
    ConceptEntry,
    DeckPartEntry,
    Entry,
    FactEntry,
    HeaderEntry,
    ShortFactEntry,
    SourceEntry,
)
from quizapp.bank.parse.images import attach_images
from quizapp.bank.parse.parsed_deck import (
    ParsedConcept,
    ParsedDeck,
    ParsedFact,
    group_concepts_by_type,
    number_values,
)
from quizapp.bank.parse.tables import read_tables, row_names, table_names
from quizapp.bank.parse.validate import not_a_group_problem, validate_entry
from quizapp.bank.parse.validation_messages import not_an_id
from quizapp.bank.parse.value_types import ID_PATTERN, VERSION
from quizapp.bank.yaml.deck_text import DeckText, decode_deck_text
from quizapp.bank.yaml.nodes import KeyGroup, Node, NodeList
from quizapp.bank.yaml.reader import read_yaml

EntryType = TypeVar("EntryType", bound=Entry)
SECTIONS = ("sources", "concepts", "facts", "tables")
IS_ID = re.compile(ID_PATTERN).fullmatch


class DeckPart(NamedTuple):
    """One file of a deck: what stands in it, and its fingerprint."""

    group: KeyGroup
    file: DeckFile


def read_deck(
    path: Path, faults: ProblemCollector, *, requires_images: bool = True
) -> ParsedDeck | None:
    """Return what is written in the deck at `path`, a file or a folder.

    What is not sound in shape is left out and goes to `faults`; so does a picture that is not
    there, unless the deck `needs_pictures` not. None when no header can be read.

    Raises:
        UnreadableDeckError: one of its files cannot be read.
        TooManyFaultsError: they are enough.
    """
    parts = read_parts(path, faults)
    if not parts or has_unknown_version(parts[0].group, faults):
        return None
    groups = [part.group for part in parts]
    header = read_header(groups, faults)
    sources = read_sources(groups[0], faults)
    concepts = read_concepts(groups, faults)
    names = index_by_name(each.concept for each in concepts)
    deck_id = DeckId(header.deck if header else text_at(groups[0], "deck"))
    namespace = DeckNames(deck_id, names, table_names(groups))
    written = (*read_facts(groups, namespace, faults), *read_tables(groups, namespace, faults))
    facts, pictures = attach_images(written, path, faults, requires_images=requires_images)
    deck = Deck(
        id=deck_id,
        title=header.title if header else "",
        place=groups[0].value_place("deck"),
        language=header.language if header else "",
        tags=header.tags if header else (),
        sources=sources,
        concepts={each.concept.id: each.concept for each in concepts},
        facts=tuple(each.fact for each in facts),
        settings=build_settings(header.settings if header else None),
        opposites=header.opposites if header else (),
        files=(*(part.file for part in parts), *pictures),
    )
    declared_facts = row_names(groups).union(
        text_at(node, "id") for _, node, _ in fact_nodes(groups)
    )
    return ParsedDeck(
        deck=deck,
        facts=facts,
        concepts=concepts,
        declared_sources=frozenset(name for name, _, _ in named_entries(groups[:1], "sources")),
        declared_concepts=frozenset(name for name, _, _ in named_entries(groups, "concepts")),
        declared_facts=declared_facts,
        unsound_facts=declared_facts.difference(fact.name for fact in deck.facts),
        names=names,
        by_type=group_concepts_by_type(deck.concepts.values()),
        numbers=number_values(deck.facts),
    )


# --- files ---------------------------------------------------------------------------------------


def read_parts(path: Path, faults: ProblemCollector) -> list[DeckPart]:
    """Return the files of a deck that hold a group of keys, the one with the header first.

    Nothing when the header's own file holds none.
    """
    parts = [read_part(file, faults) for file in list_deck_files(path)]
    faults.mark_reported()
    return [part for part in parts if part is not None] if parts[0] else []


def read_part(path: Path, faults: ProblemCollector) -> DeckPart | None:
    """Return one file of a deck; None when it holds no group of keys."""
    data, file = read_file(path)
    page, problems = decode_deck_text(str(path), data)
    faults.add(problems)
    if problems and not page.text:
        return None
    node, problems = read_yaml(page, SECTIONS)
    faults.add(problems)
    if isinstance(node, KeyGroup):
        return DeckPart(node, file)
    if node is not None:
        message = "the file must hold keys with their values, beginning with `quizapp: 1`"
        faults.add([make_problem("B108", page.place(0), message, "see `quizapp new` for a deck")])
    return None


# --- sections ------------------------------------------------------------------------------------


def has_unknown_version(group: KeyGroup, faults: ProblemCollector) -> bool:
    """Return whether a deck is written in a version of the format that is not known here."""
    version = text_at(group, "quizapp")
    if version in ("", str(VERSION)):
        return False
    message = f"the deck is written in version {quote(version)} of the format"
    fix = f"write `quizapp: {VERSION}`, or update quizapp if the deck is newer"
    faults.add([make_problem("B112", group.value_place("quizapp"), message, fix)])
    return True


def read_header(groups: Sequence[KeyGroup], faults: ProblemCollector) -> HeaderEntry | None:
    """Return the header of a deck; None when its shape is not sound."""
    header, *others = groups
    for part in others:
        read_entry(DeckPartEntry, part, faults)
    return read_entry(HeaderEntry, header, faults)


def read_sources(group: KeyGroup, faults: ProblemCollector) -> dict[SourceId, Source]:
    """Return the sources that are sound in shape."""
    found = {}
    for name, node, place in named_entries([group], "sources"):
        check_id(name, place, faults)
        if not isinstance(node, KeyGroup):
            faults.add([not_a_group_problem("a source", node, place)])
        elif entry := read_entry(SourceEntry, node, faults):
            found[SourceId(name)] = build_source(name, entry, place)
    return found


def read_concepts(
    groups: Sequence[KeyGroup], faults: ProblemCollector
) -> tuple[ParsedConcept, ...]:
    """Return the concepts that are sound in shape, an id that comes again left out."""
    found = {}
    first: dict[str, Place] = {}
    for name, node, place in named_entries(groups, "concepts"):
        check_id(name, place, faults)
        if name in first:
            faults.add([duplicate_id_problem("concept", name, place, first[name])])
            continue
        first[name] = place
        if not isinstance(node, KeyGroup):
            faults.add([not_a_group_problem("a concept", node, place)])
        elif entry := read_entry(ConceptEntry, node, faults):
            found[name] = ParsedConcept(build_concept(name, entry, place), node)
    return tuple(found.values())


def read_facts(
    groups: Sequence[KeyGroup], names: DeckNames, faults: ProblemCollector
) -> tuple[ParsedFact, ...]:
    """Return the facts that are sound in shape, an id that comes again left out."""
    found = []
    first: dict[str, KeyGroup] = {}
    for page, node, start in fact_nodes(groups):
        if not isinstance(node, KeyGroup):
            faults.add([not_a_group_problem("a fact", node, page.place(start))])
            continue
        model: type[FactEntry | ShortFactEntry] = FactEntry if "cards" in node else ShortFactEntry
        entry = read_entry(model, node, faults)
        name = text_at(node, "id") or str(start)
        if name in first:
            faults.add(
                [duplicate_id_problem("fact", name, node.value_place("id"), first[name].place)]
            )
            continue
        first[name] = node
        if entry:
            found.append(ParsedFact(build_fact(entry, node, names), node))
    return tuple(found)


# --- parts ---------------------------------------------------------------------------------------


def named_entries(groups: Sequence[KeyGroup], key: str) -> Iterator[tuple[str, Node, Place]]:
    """Yield name, entry and place of all that stands under `key` in any of `groups`."""
    for group in groups:
        section = group.get(key)
        if isinstance(section, KeyGroup):
            yield from section.items_with_places()


def fact_nodes(groups: Sequence[KeyGroup]) -> Iterator[tuple[DeckText, Node, int]]:
    """Yield all facts of `groups`: the page that each stands on, it, and where it begins."""
    for group in groups:
        facts = group.get("facts")
        if isinstance(facts, NodeList):
            yield from zip(repeat(group.deck_text), facts, facts.starts)


def text_at(node: Node, key: str) -> str:
    """Return the text under `key`; "" when none stands there."""
    value = node.get(key) if isinstance(node, KeyGroup) else None
    return str(value) if isinstance(value, str) else ""


def read_entry(
    model: type[EntryType], group: KeyGroup, faults: ProblemCollector
) -> EntryType | None:
    """Return `group` as a `model`; None when its shape is not sound."""
    entry, problems = validate_entry(model, group)
    if problems:
        faults.add(problems)
    return entry


def check_id(name: str, place: Place, faults: ProblemCollector) -> None:
    """Add a fault when `name` is no id."""
    if not IS_ID(name):
        words = not_an_id(name)
        faults.add([make_problem(words.code, place, words.message, words.fix)])


def duplicate_id_problem(what: str, name: str, place: Place, before: Place) -> Problem:
    """Return the fault of an id that stood `before` already."""
    where = f"line {before.line}" if before.file == place.file else f"{before.file}:{before.line}"
    message = f"the id `{quote(name)[1:-1]}` is that of another {what}, in {where}"
    return make_problem("B110", place, message, "give one of them another id")
