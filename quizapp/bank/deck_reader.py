"""Reading one deck: from its files to a manuscript, with the faults of their shape on the way."""

import re
from collections.abc import Iterator, Sequence
from itertools import repeat
from pathlib import Path
from typing import NamedTuple, TypeVar

from quizapp.bank.build import Namespace, concept_of, fact_of, settings_of, source_of
from quizapp.bank.concepts import index_of
from quizapp.bank.entries import (
    ConceptEntry,
    Entry,
    FactEntry,
    HeaderEntry,
    PartEntry,
    ShortFactEntry,
    SourceEntry,
)
from quizapp.bank.fault import Faults, fault, quoted
from quizapp.bank.files import files_of, read_file
from quizapp.bank.kinds import ID_PATTERN, VERSION
from quizapp.bank.manuscript import (
    Manuscript,
    WrittenConcept,
    WrittenFact,
    concepts_by_type,
    numbers_of,
)
from quizapp.bank.model import Deck, DeckFile, DeckId, Place, Source, SourceId
from quizapp.bank.nodes import Group, Items, Node
from quizapp.bank.page import Page, read_page
from quizapp.bank.pictures import pictured
from quizapp.bank.problem import Problem
from quizapp.bank.shape import must_be_group, shaped
from quizapp.bank.shape_words import no_id
from quizapp.bank.table_reader import read_tables, row_names, table_names
from quizapp.bank.yaml_reader import read_yaml

EntryType = TypeVar("EntryType", bound=Entry)
SECTIONS = ("sources", "concepts", "facts", "tables")
IS_ID = re.compile(ID_PATTERN).fullmatch


class Part(NamedTuple):
    """One file of a deck: what stands in it, and its fingerprint."""

    group: Group
    file: DeckFile


def read_deck(path: Path, faults: Faults, *, needs_pictures: bool = True) -> Manuscript | None:
    """Return what is written in the deck at `path`, a file or a folder.

    What is not sound in shape is left out and goes to `faults`; so does a picture that is not
    there, unless the deck `needs_pictures` not. None when no header can be read.

    Raises:
        UnreadableDeckError: one of its files cannot be read.
        TooManyFaultsError: they are enough.
    """
    parts = read_parts(path, faults)
    if not parts or is_of_other_version(parts[0].group, faults):
        return None
    groups = [part.group for part in parts]
    header = read_header(groups, faults)
    sources = read_sources(groups[0], faults)
    concepts = read_concepts(groups, faults)
    names = index_of(each.concept for each in concepts)
    deck_id = DeckId(header.deck if header else text_under(groups[0], "deck"))
    namespace = Namespace(deck_id, names, table_names(groups))
    written = (*read_facts(groups, namespace, faults), *read_tables(groups, namespace, faults))
    facts, pictures = pictured(written, path, faults, needs_pictures=needs_pictures)
    deck = Deck(
        id=deck_id,
        title=header.title if header else "",
        place=groups[0].value_place("deck"),
        language=header.language if header else "",
        tags=header.tags if header else (),
        sources=sources,
        concepts={each.concept.id: each.concept for each in concepts},
        facts=tuple(each.fact for each in facts),
        settings=settings_of(header.settings if header else None),
        opposites=header.opposites if header else (),
        files=(*(part.file for part in parts), *pictures),
    )
    declared_facts = row_names(groups).union(
        text_under(node, "id") for _, node, _ in facts_in(groups)
    )
    return Manuscript(
        deck=deck,
        facts=facts,
        concepts=concepts,
        declared_sources=frozenset(name for name, _, _ in named_in(groups[:1], "sources")),
        declared_concepts=frozenset(name for name, _, _ in named_in(groups, "concepts")),
        declared_facts=declared_facts,
        unsound_facts=declared_facts.difference(fact.name for fact in deck.facts),
        names=names,
        by_type=concepts_by_type(deck.concepts.values()),
        numbers=numbers_of(deck.facts),
    )


# --- files ---------------------------------------------------------------------------------------


def read_parts(path: Path, faults: Faults) -> list[Part]:
    """Return the files of a deck that hold a group of keys, the one with the header first.

    Nothing when the header's own file holds none.
    """
    parts = [read_part(file, faults) for file in files_of(path)]
    faults.settle()
    return [part for part in parts if part is not None] if parts[0] else []


def read_part(path: Path, faults: Faults) -> Part | None:
    """Return one file of a deck; None when it holds no group of keys."""
    data, file = read_file(path)
    page, problems = read_page(str(path), data)
    faults.add(problems)
    if problems and not page.text:
        return None
    node, problems = read_yaml(page, SECTIONS)
    faults.add(problems)
    if isinstance(node, Group):
        return Part(node, file)
    if node is not None:
        message = "the file must hold keys with their values, beginning with `quizapp: 1`"
        faults.add([fault("B108", page.place(0), message, "see `quizapp new` for a deck")])
    return None


# --- sections ------------------------------------------------------------------------------------


def is_of_other_version(group: Group, faults: Faults) -> bool:
    """Say whether a deck is written in a version of the format that is not known here."""
    version = text_under(group, "quizapp")
    if version in ("", str(VERSION)):
        return False
    message = f"the deck is written in version {quoted(version)} of the format"
    mend = f"write `quizapp: {VERSION}`, or update quizapp if the deck is newer"
    faults.add([fault("B112", group.value_place("quizapp"), message, mend)])
    return True


def read_header(groups: Sequence[Group], faults: Faults) -> HeaderEntry | None:
    """Return the header of a deck; None when its shape is not sound."""
    header, *others = groups
    for part in others:
        entry_of(PartEntry, part, faults)
    return entry_of(HeaderEntry, header, faults)


def read_sources(group: Group, faults: Faults) -> dict[SourceId, Source]:
    """Return the sources that are sound in shape."""
    found = {}
    for name, node, place in named_in([group], "sources"):
        check_id(name, place, faults)
        if not isinstance(node, Group):
            faults.add([must_be_group("a source", node, place)])
        elif entry := entry_of(SourceEntry, node, faults):
            found[SourceId(name)] = source_of(name, entry, place)
    return found


def read_concepts(groups: Sequence[Group], faults: Faults) -> tuple[WrittenConcept, ...]:
    """Return the concepts that are sound in shape, an id that comes again left out."""
    found = {}
    first: dict[str, Place] = {}
    for name, node, place in named_in(groups, "concepts"):
        check_id(name, place, faults)
        if name in first:
            faults.add([again("concept", name, place, first[name])])
            continue
        first[name] = place
        if not isinstance(node, Group):
            faults.add([must_be_group("a concept", node, place)])
        elif entry := entry_of(ConceptEntry, node, faults):
            found[name] = WrittenConcept(concept_of(name, entry, place), node)
    return tuple(found.values())


def read_facts(
    groups: Sequence[Group], names: Namespace, faults: Faults
) -> tuple[WrittenFact, ...]:
    """Return the facts that are sound in shape, an id that comes again left out."""
    found = []
    first: dict[str, Group] = {}
    for page, node, start in facts_in(groups):
        if not isinstance(node, Group):
            faults.add([must_be_group("a fact", node, page.place(start))])
            continue
        model: type[FactEntry | ShortFactEntry] = FactEntry if "cards" in node else ShortFactEntry
        entry = entry_of(model, node, faults)
        name = text_under(node, "id") or str(start)
        if name in first:
            faults.add([again("fact", name, node.value_place("id"), first[name].place)])
            continue
        first[name] = node
        if entry:
            found.append(WrittenFact(fact_of(entry, node, names), node))
    return tuple(found)


# --- parts ---------------------------------------------------------------------------------------


def named_in(groups: Sequence[Group], key: str) -> Iterator[tuple[str, Node, Place]]:
    """Yield name, entry and place of all that stands under `key` in any of `groups`."""
    for group in groups:
        section = group.get(key)
        if isinstance(section, Group):
            yield from section.placed()


def facts_in(groups: Sequence[Group]) -> Iterator[tuple[Page, Node, int]]:
    """Yield all facts of `groups`: the page that each stands on, it, and where it begins."""
    for group in groups:
        facts = group.get("facts")
        if isinstance(facts, Items):
            yield from zip(repeat(group.page), facts, facts.starts)


def text_under(node: Node, key: str) -> str:
    """Return the text under `key`; "" when none stands there."""
    value = node.get(key) if isinstance(node, Group) else None
    return str(value) if isinstance(value, str) else ""


def entry_of(model: type[EntryType], group: Group, faults: Faults) -> EntryType | None:
    """Return `group` as a `model`; None when its shape is not sound."""
    entry, problems = shaped(model, group)
    if problems:
        faults.add(problems)
    return entry


def check_id(name: str, place: Place, faults: Faults) -> None:
    """Add a fault when `name` is no id."""
    if not IS_ID(name):
        words = no_id(name)
        faults.add([fault(words.code, place, words.message, words.mend)])


def again(what: str, name: str, place: Place, before: Place) -> Problem:
    """Return the fault of an id that stood `before` already."""
    where = f"line {before.line}" if before.file == place.file else f"{before.file}:{before.line}"
    message = f"the id `{quoted(name)[1:-1]}` is that of another {what}, in {where}"
    return fault("B110", place, message, "give one of them another id")
