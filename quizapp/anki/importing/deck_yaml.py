"""From a package's notes to the YAML of a deck, which also lists what did not come along."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from quizapp.anki.importing.collection import AnkiNote
from quizapp.anki.importing.html_to_text import clean_text
from quizapp.anki.importing.note_to_fact import (
    ImportedCitation,
    ImportedFact,
    ImportedSource,
    NoteConverter,
    NoteImage,
)
from quizapp.anki.importing.quizapp_note import QuizappNoteConverter, is_quizapp_type
from quizapp.bank.yaml.writer import CommentedValue, YamlValue, write_yaml

_HEADER = """\
# Made of an Anki package. The ids of facts and cards come from Anki's own: leave them as they are,
# and `quizapp import anki` brings your reviews there along.
# Add wrong answers (decks/README.md), and each card can be asked as a choice, too. Where answers
# are not in English, say so with `language:`, and they are judged as that language writes them.
"""
_QUIZAPP_NOTES_HEADER = """\
# It was exported from a deck of quizapp's, which knows more than a package can say: words never to
# be accepted, what is easily confused, false statements, what a number is counted out of. Study
# that deck instead, where you can have it.
"""
_DUPLICATE_GUID = "another note has the same GUID"
_NOT_IN_ID = re.compile("[^a-z0-9]+")
_DOI_PREFIX = "doi:"
_LINT_REASON = "Taken over from Anki in the words of its author."


@dataclass(frozen=True, slots=True)
class ConversionLoss:
    """What did not come along of a note, and why; `title` is what a reader knows the note by."""

    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class ConversionResult:
    """The facts of a package, and all that was lost on the way."""

    facts: tuple[ImportedFact, ...]
    losses: tuple[ConversionLoss, ...]


@dataclass(frozen=True, slots=True)
class NewDeck:
    """A deck that is made of a package.

    Attributes:
        id: its id.
        title: what it is called.
        facts: its facts, in their order.
        losses: what did not come along.
        files: by their names in Anki, where the media lie beside the deck.
    """

    id: str
    title: str
    facts: tuple[ImportedFact, ...]
    losses: tuple[ConversionLoss, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)


def convert_notes(notes: Iterable[AnkiNote]) -> ConversionResult:
    """Return what of `notes` can come along, in their order."""
    facts: dict[str, ImportedFact] = {}
    losses: list[ConversionLoss] = []
    for note in notes:
        is_ours = is_quizapp_type(note.note_type)
        converter = QuizappNoteConverter(note) if is_ours else NoteConverter(note)
        fact = None
        try:
            fact = converter.to_fact()
        except ValueError as error:
            converter.add_loss(str(error))
        if fact is not None and facts.setdefault(fact.name, fact) is not fact:
            converter.add_loss(_DUPLICATE_GUID)
        losses += [ConversionLoss(converter.title, reason) for reason in converter.losses]
    return ConversionResult(tuple(facts.values()), tuple(losses))


def deck_yaml(deck: NewDeck, ignored_codes: Mapping[str, Collection[str]]) -> str:
    """Return the YAML of a deck; `ignored_codes` are set aside, by the names of facts."""
    has_decks = len({fact.deck for fact in deck.facts}) > 1
    names = _source_ids(deck.facts)
    entries: list[YamlValue] = [
        _fact_entry(fact, ignored_codes.get(fact.name, ()), deck.files, names, has_decks=has_decks)
        for fact in deck.facts
    ]
    whole: dict[str, YamlValue] = {"quizapp": 1, "deck": deck.id, "title": deck.title}
    if names:
        whole["sources"] = {name: _source_entry(source) for source, name in names.items()}
    head = _HEADER + (_QUIZAPP_NOTES_HEADER if any(fact.is_ours for fact in deck.facts) else "")
    tail = "".join(f"{line}\n" for line in _loss_lines(deck.losses))
    return head + write_yaml({**whole, "facts": entries}) + tail


def _source_ids(facts: Iterable[ImportedFact]) -> dict[ImportedSource, str]:
    """Return the ids of the sources of facts, no id twice."""
    names: dict[ImportedSource, str] = {}
    alike: Counter[str] = Counter()
    for source in dict.fromkeys(each.source for fact in facts for each in fact.citations):
        name = _NOT_IN_ID.sub("-", source.short.casefold()).strip("-") or "source"
        alike[name] += 1
        # Two dashes stand in no other id.
        names[source] = name if alike[name] == 1 else f"{name}--{alike[name]}"
    return names


def _source_entry(source: ImportedSource) -> YamlValue:
    """Return a source as it is written; its citation is all that is said of it."""
    if source.details.startswith(_DOI_PREFIX):
        doi = source.details.removeprefix(_DOI_PREFIX)
        return {"cite": f"{source.short}. {source.details}", "short": source.short, "doi": doi}
    return {"cite": source.details or source.short, "short": source.short}


def _citation_texts(
    citation: ImportedCitation, names: Mapping[ImportedSource, str]
) -> Iterator[str]:
    """Yield where a fact is said, as it is written: source#sentence."""
    name = names[citation.source]
    yield from (f"{name}#{number}" for number in citation.sentences)
    if not citation.sentences:
        yield name


def _fact_entry(
    fact: ImportedFact,
    codes: Collection[str],
    files: Mapping[str, str],
    names: Mapping[ImportedSource, str],
    *,
    has_decks: bool,
) -> YamlValue:
    """Return a fact as it is written; the deck it was in is a tag where there were several."""
    entry: dict[str, YamlValue] = {"id": fact.name}
    if fact.citations:
        entry["source"] = [text for each in fact.citations for text in _citation_texts(each, names)]
    if fact.say:
        entry["say"] = fact.say
    entry["cards"] = fact.cards
    if fact.image:
        entry["image"] = _image_entry(fact.image, files)
    entry |= fact.other_keys
    if has_decks and (tag := _deck_tag(fact.deck)):
        tags = fact.other_keys.get("tags", [])
        assert isinstance(tags, list)  # noqa: S101 (made so)
        entry["tags"] = list(dict.fromkeys([*tags, tag]))
    if codes:
        entry["lint"] = {"ignore": sorted(codes), "because": _LINT_REASON}
    shown = fact.image.name if fact.image else ""
    beside = [files[name] for name in fact.media if name in files and name != shown]
    return CommentedValue(f"file: {', '.join(beside)}", entry) if beside else entry


def _image_entry(image: NoteImage, files: Mapping[str, str]) -> YamlValue:
    """Return the picture of a fact as it is written; with the answer is where it is by itself."""
    entry = {"file": files[image.name], "alt": image.alt}
    return {**entry, "show": "question"} if image.is_asked_with else entry


def _deck_tag(name: str) -> str:
    """Return the name of a deck as a tag; "" for the deck that is there before all others."""
    return "" if name == "Default" else "-".join(clean_text(name).split())


def _loss_lines(left_out: Iterable[ConversionLoss]) -> Iterator[str]:
    """Yield what did not come along, by its reason, as comments."""
    for reason, titles in losses_by_reason(left_out).items():
        yield ""
        yield f"# {reason[0].upper()}{reason[1:]}:"
        yield from (f"#   {title}" for title in titles)


def losses_by_reason(left_out: Iterable[ConversionLoss]) -> Mapping[str, list[str]]:
    """Return the titles of the notes that lost something, by its reason."""
    titles: dict[str, list[str]] = defaultdict(list)
    for each in left_out:
        titles[clean_text(each.reason)].append(clean_text(each.title))
    return titles
