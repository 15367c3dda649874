"""Reading one deck: from its files to what was written in them, with the faults of its shape."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from quizapp.bank.concepts import group_by_type, index_by_name
from quizapp.bank.deck_files import list_deck_files, read_file
from quizapp.bank.diagnostics import Level, Problem, ProblemCollector, make_problem, quote
from quizapp.bank.model import (
    AmountAnswer,
    Concept,
    Deck,
    DeckFile,
    DeckId,
    Fact,
    NumberAnswer,
    Source,
    SourceId,
)
from quizapp.bank.parse.build_values import (
    DeckNames,
    ParsedConcept,
    ParsedFact,
    build_concept,
    build_fact,
    build_settings,
    build_source,
    read_entry,
)
from quizapp.bank.parse.entries import (
    ConceptEntry,
    DeckPartEntry,
    FactEntry,
    HeaderEntry,
    ShortFactEntry,
    SourceEntry,
)
from quizapp.bank.parse.images import attach_images
from quizapp.bank.parse.pasted_values import MAY_BE_PASTED, find_pasted_values
from quizapp.bank.parse.row_facts import build_row_facts
from quizapp.bank.parse.tables import read_tables
from quizapp.bank.parse.validation_messages import (
    bad_id_problem,
    bad_source_id_problem,
    duplicate_id_problem,
    not_a_group_problem,
)
from quizapp.bank.parse.value_types import IS_ID, VERSIONS
from quizapp.bank.parse.versions import FIRST, NEWEST, find_newer_keys, version_of
from quizapp.bank.place import Place
from quizapp.bank.yaml.nodes import KeyGroup, Node, NodeList, listed_members, named_members
from quizapp.bank.yaml.pasted_text import FENCE_MARK, blank_outside_fence
from quizapp.bank.yaml.reader import decode_deck_text, read_yaml

_SECTIONS = ("sources", "concepts", "facts", "tables")


@dataclass(frozen=True, slots=True)
class ParsedDeck:
    """What was written in the files of one deck.

    `deck` holds what is sound in shape. The `declared` names are there for references: they also
    count entries with a fault of their own, so that one fault is not reported as two.

    Attributes:
        unsound_facts: the declared facts that `deck` does not hold.
        names: concepts by each of their folded names.
        by_type: concepts by their type.
        numbers: the values of number cards by the card's id.
    """

    deck: Deck
    facts: tuple[ParsedFact, ...]
    concepts: tuple[ParsedConcept, ...]
    declared_sources: frozenset[str]
    declared_concepts: frozenset[str]
    declared_facts: frozenset[str]
    unsound_facts: frozenset[str]
    names: Mapping[str, Concept]
    by_type: Mapping[str, Sequence[Concept]]
    numbers: Mapping[str, Decimal]

    @property
    def are_concepts_sound(self) -> bool:
        """Whether every concept that was declared is sound in shape."""
        return len(self.declared_concepts) == len(self.concepts)


class _DeckPart(NamedTuple):
    """One file of a deck: its keys, and its fingerprint."""

    group: KeyGroup
    file: DeckFile


def read_deck(
    path: Path, faults: ProblemCollector, *, requires_images: bool = True
) -> ParsedDeck | None:
    """Return what is written in the deck at `path`, a file or a folder.

    What is not sound in shape is left out and goes to `faults`; so does a picture that is not
    there, if the deck `requires_images`. None when no header can be read.

    Raises:
        UnreadableDeckError: one of its files cannot be read.
        TooManyProblemsError: there are enough faults.
    """
    parts = _read_parts(path, faults)
    if not parts or _has_unknown_version(parts[0].group, faults):
        return None
    groups = [part.group for part in parts]
    # Looking at every value takes time, and few decks have what could be found.
    if any(MAY_BE_PASTED.search(group.deck_text.text) for group in groups):
        faults.add(find_pasted_values(groups))
    version = version_of(groups[0])
    if version == FIRST:
        faults.add(find_newer_keys(groups))
    header = _read_header(groups, faults)
    sources = _read_sources(groups[0], faults)
    concepts = _read_concepts(groups, faults)
    names = index_by_name(each.concept for each in concepts) if concepts else {}
    deck_id = DeckId(header.deck if header else groups[0].text("deck"))
    facts = _read_facts(groups, DeckNames(deck_id, names, _table_names(groups), version), faults)
    pictures: tuple[DeckFile, ...] = ()
    if any(map(_has_image, facts)):
        facts, pictures = attach_images(facts, path, faults, requires_images=requires_images)
    deck = Deck(
        id=deck_id,
        title=header.title if header else "",
        place=groups[0].value_place("deck"),
        language=header.language if header else "",
        tags=header.tags if header else (),
        sources=sources,
        concepts={each.concept.id: each.concept for each in concepts},
        facts=tuple([each.fact for each in facts]),
        settings=build_settings(header.settings if header else None),
        opposites=header.opposites if header else (),
        files=(*[part.file for part in parts], *pictures),
        language_place=groups[0].value_place("language") if "language" in groups[0] else None,
        version=version,
    )
    return _add_declared_names(deck, groups, facts, concepts, names)


def _has_image(written: ParsedFact) -> bool:
    """Return whether a fact or one of its cards has a picture."""
    groups = (written.group, *map(written.group_of, written.fact.cards))
    return any("image" in group for group in groups)


def _add_declared_names(
    deck: Deck,
    groups: Sequence[KeyGroup],
    facts: tuple[ParsedFact, ...],
    concepts: tuple[ParsedConcept, ...],
    names: Mapping[str, Concept],
) -> ParsedDeck:
    """Return `deck` with all that its files declare, faulty entries too."""
    declared_facts = frozenset([*_declared_fact_names(groups), *_declared_row_names(groups)])
    return ParsedDeck(
        deck=deck,
        facts=facts,
        concepts=concepts,
        declared_sources=frozenset([name for name, _, _ in named_members(groups[:1], "sources")]),
        declared_concepts=frozenset([name for name, _, _ in named_members(groups, "concepts")]),
        declared_facts=declared_facts,
        unsound_facts=declared_facts.difference([fact.name for fact in deck.facts]),
        names=names,
        by_type=group_by_type(deck.concepts.values()) if deck.concepts else {},
        numbers=_number_values(deck.facts),
    )


# --- files ---------------------------------------------------------------------------------------


def _read_parts(path: Path, faults: ProblemCollector) -> list[_DeckPart]:
    """Return the files of a deck that hold a group of keys, the one with the header first.

    Nothing when the header's own file holds none.
    """
    parts: list[_DeckPart | None] = []
    for file in list_deck_files(path):
        data, fingerprint = read_file(file)
        deck_text, problems = decode_deck_text(str(file), data)
        faults.add(problems)
        node = None
        if deck_text.text or not problems:
            if FENCE_MARK.search(deck_text.text):
                deck_text, fence = blank_outside_fence(deck_text)
                faults.add([] if fence is None else [_fence_problem(deck_text.place(fence))])
            node, problems = read_yaml(deck_text, _SECTIONS)
            faults.add(problems)
        parts.append(_DeckPart(node, fingerprint) if isinstance(node, KeyGroup) else None)
        if node is not None and parts[-1] is None:
            faults.add([_no_keys_problem(node, deck_text.place(0))])
    faults.mark_reported()
    return [part for part in parts if part is not None] if parts[0] else []


def _fence_problem(place: Place) -> Problem:
    """Return what is to be known of a deck that stands between lines of ```."""
    message = "the deck is between lines of ```; they and all outside them are skipped"
    fix = "delete those lines, and all outside them"
    return Problem("B119", Level.WARNING, place, message, fix)


def _no_keys_problem(node: Node, place: Place) -> Problem:
    """Return the fault of a file that holds a list, or text alone."""
    beginning = f"`quizapp: {NEWEST}`"
    message = f"the file must hold keys with their values, beginning with {beginning}"
    fix = "see `quizapp new` for a deck"
    if isinstance(node, NodeList):
        fix = f"write {beginning}, `deck:` and `title:` above, and the list under `facts:`"
    return make_problem("B108", place, message, fix)


# --- sections ------------------------------------------------------------------------------------


def _has_unknown_version(group: KeyGroup, faults: ProblemCollector) -> bool:
    """Return whether a deck is written in a version of the format that is not known here."""
    version = group.text("quizapp")
    if version in ("", *VERSIONS):
        return False
    message = f"the deck is written in version {quote(version)} of the format"
    fix = f"write `quizapp: {VERSIONS[-1]}`, or update quizapp if the deck is newer"
    faults.add([make_problem("B112", group.value_place("quizapp"), message, fix)])
    return True


def _read_header(groups: Sequence[KeyGroup], faults: ProblemCollector) -> HeaderEntry | None:
    """Return the header of a deck; None when its shape is not sound."""
    header, *others = groups
    for part in others:
        read_entry(DeckPartEntry, part, faults)
    return read_entry(HeaderEntry, header, faults)


def _read_sources(group: KeyGroup, faults: ProblemCollector) -> dict[SourceId, Source]:
    """Return the sources that are sound in shape."""
    found = {}
    for name, node, place in named_members([group], "sources"):
        if not IS_ID(name):
            faults.add([bad_source_id_problem(name, place)])
        if not isinstance(node, KeyGroup):
            faults.add([not_a_group_problem("a source", node, place)])
        elif entry := read_entry(SourceEntry, node, faults):
            found[SourceId(name)] = build_source(name, entry, place)
    return found


def _read_concepts(
    groups: Sequence[KeyGroup], faults: ProblemCollector
) -> tuple[ParsedConcept, ...]:
    """Return the concepts that are sound in shape, an id that comes again left out."""
    found = {}
    first: dict[str, Place] = {}
    for name, node, place in named_members(groups, "concepts"):
        if not IS_ID(name):
            faults.add([bad_id_problem(name, place)])
        if name in first:
            faults.add([duplicate_id_problem("concept", name, place, first[name])])
            continue
        first[name] = place
        if not isinstance(node, KeyGroup):
            faults.add([not_a_group_problem("a concept", node, place)])
        elif entry := read_entry(ConceptEntry, node, faults):
            found[name] = ParsedConcept(build_concept(name, entry, place), node)
    return tuple(found.values())


def _read_facts(
    groups: Sequence[KeyGroup], names: DeckNames, faults: ProblemCollector
) -> tuple[ParsedFact, ...]:
    """Return the facts that are sound in shape, then the rows of tables, each a fact as well.

    A fact whose id comes again is left out.
    """
    found = []
    first: dict[str, Place] = {}
    for node, place in listed_members(groups, "facts"):
        if not isinstance(node, KeyGroup):
            faults.add([not_a_group_problem("a fact", node, place)])
            continue
        model: type[FactEntry | ShortFactEntry] = FactEntry if "cards" in node else ShortFactEntry
        entry = read_entry(model, node, faults)
        name = node.text("id") or str(place)
        if name in first:
            faults.add([duplicate_id_problem("fact", name, node.value_place("id"), first[name])])
            continue
        first[name] = place
        if entry:
            found.append(ParsedFact(build_fact(entry, node, names), node))
    if any("tables" in group for group in groups):
        for table in read_tables(groups, names, faults):
            found.extend(build_row_facts(table, faults))
    return tuple(found)


# --- names ---------------------------------------------------------------------------------------


def _declared_fact_names(groups: Sequence[KeyGroup]) -> list[str]:
    """Return the ids of all facts that are written out, faulty ones too."""
    members = [node for node, _ in listed_members(groups, "facts")]
    return [node.text("id") if isinstance(node, KeyGroup) else "" for node in members]


def _table_names(groups: Sequence[KeyGroup]) -> frozenset[str]:
    """Return the ids of all tables, faulty ones too."""
    members = [node for node, _ in listed_members(groups, "tables")]
    return frozenset([str(each.get("id", "")) for each in members if isinstance(each, KeyGroup)])


def _declared_row_names(groups: Sequence[KeyGroup]) -> list[str]:
    """Return what the rows of all tables are called as facts, faulty ones too."""
    members = [node for node, _ in listed_members(groups, "tables")]
    return [
        f"{node.get('id', '')}/{row}"
        for node in members
        if isinstance(node, KeyGroup) and isinstance(rows := node.get("rows"), KeyGroup)
        for row in rows
    ]


def _number_values(facts: Iterable[Fact]) -> dict[str, Decimal]:
    """Return the values of all number cards by the card's id; of an amount, that of its point."""
    found = {}
    for fact in facts:
        for card in fact.cards:
            answer = card.answer
            number = answer.number if isinstance(answer, AmountAnswer) else answer
            if isinstance(number, NumberAnswer):
                found[str(card.id)] = number.value
    return found
