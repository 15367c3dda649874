"""From entries, whose shape is sound, to the values that all rooms speak about."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from quizapp.bank.concepts import folded
from quizapp.bank.entries import (
    CardKeys,
    ConceptEntry,
    FactEntry,
    LintEntry,
    OrderEntry,
    RowEntry,
    SettingsEntry,
    ShortFactEntry,
    SourceEntry,
)
from quizapp.bank.model import (
    Answer,
    Card,
    CardId,
    Citation,
    Concept,
    ConceptId,
    DeckId,
    DeckSettings,
    Fact,
    FactId,
    ListAnswer,
    NumberAnswer,
    Place,
    SequenceAnswer,
    Silence,
    Source,
    SourceId,
    Status,
    TermAnswer,
    Untrue,
    Wrong,
)
from quizapp.bank.nodes import Group, Items, Numeral
from quizapp.bank.say import cut

ONLY_CARD = "answer"  # the name of a short fact's card
STATUSES = {status.value: status for status in Status}


def source_of(name: str, entry: SourceEntry, place: Place) -> Source:
    """Return the source called `name`."""
    return Source(
        id=SourceId(name),
        cite=entry.cite,
        place=place,
        short=entry.short,
        doi=entry.doi,
        url=entry.url,
        sentences=entry.sentences,
    )


def concept_of(name: str, entry: ConceptEntry, place: Place) -> Concept:
    """Return the concept called `name`."""
    return Concept(
        id=ConceptId(name),
        name=entry.name,
        type=entry.type,
        place=place,
        aliases=entry.aliases,
        never=entry.never,
        is_a=tuple(ConceptId(each) for each in one_or_many(entry.is_a)),
        is_background=entry.background,
        citations=citations_of(entry.source),
        tags=entry.tags,
    )


def settings_of(entry: SettingsEntry | None) -> DeckSettings:
    """Return what the author sets for all learners."""
    if entry is None:
        return DeckSettings()
    return DeckSettings(
        formats=entry.formats,
        introduce=entry.introduce,
        retention=entry.retention,
        new_per_day=entry.new_per_day,
        reviews_per_day=entry.reviews_per_day,
    )


class Namespace(NamedTuple):
    """What the texts of a deck may name.

    `concepts` are those of the deck by folded name, `tables` the ids of its tables.
    """

    deck: DeckId
    concepts: Mapping[str, Concept]
    tables: Collection[str] = ()


def fact_of(entry: FactEntry | ShortFactEntry, group: Group, names: Namespace) -> Fact:
    """Return the fact that `group` writes."""
    deck, concepts, tables = names
    fact, place = FactId(f"{deck}/{entry.id}"), group.place
    written = written_cards(entry, group, place)
    return Fact(
        id=fact,
        deck=deck,
        name=entry.id,
        cards=tuple([card_of(each, fact, concepts) for each in written]),
        place=place,
        citations=citations_of(entry.source),
        say=cut(entry.say),
        why=entry.why,
        mnemonic=entry.mnemonic,
        confuse_with=tuple([fact_id(each, deck, tables) for each in entry.confuse_with]),
        untrue=untrue_of(entry, group) if entry.untrue else (),
        tags=entry.tags,
        is_hedged=entry.hedged,
        status=STATUSES[entry.status],
        silence=silence_of(entry.lint),
    )


def row_of(entry: RowEntry, fact: FactId, name: str, group: Group, names: Namespace) -> Fact:
    """Return a row of a table as a fact that has no card yet."""
    return Fact(
        id=fact,
        deck=names.deck,
        name=name,
        cards=(),
        place=group.place,
        citations=citations_of(entry.source),
        why=entry.why,
        mnemonic=entry.mnemonic,
        confuse_with=tuple(
            [fact_id(each, names.deck, names.tables) for each in entry.confuse_with]
        ),
        untrue=untrue_of(entry, group) if entry.untrue else (),
        tags=entry.tags,
        is_hedged=entry.hedged,
        status=STATUSES[entry.status],
        silence=silence_of(entry.lint),
    )


class WrittenCard(NamedTuple):
    """A card as it stands in the YAML."""

    name: str
    entry: CardKeys
    group: Group
    place: Place
    may_be_examined: bool = True


def written_cards(
    entry: FactEntry | ShortFactEntry, group: Group, place: Place
) -> tuple[WrittenCard, ...]:
    """Return the cards that a fact names, or its only one, which stands where the fact does."""
    if isinstance(entry, ShortFactEntry):
        return (WrittenCard(ONLY_CARD, entry, group, place),)
    cards = group["cards"]
    assert isinstance(cards, Group)  # noqa: S101 (the entry's shape is sound)
    return tuple(
        WrittenCard(name, entry.cards[name], card, start, may_be_examined=entry.exam)
        for name, card, start in cards.placed()
        if isinstance(card, Group)
    )


def card_of(written: WrittenCard, fact: FactId, names: Mapping[str, Concept]) -> Card:
    """Return one card of `fact`."""
    name, entry, group, place, may_be_examined = written
    return Card(
        id=CardId(f"{fact}/{name}"),
        fact=fact,
        name=name,
        ask=entry.ask,
        answer=answer_of(entry, group, names),
        place=place,
        among=entry.among,
        wrong=wrong_of(group) if entry.wrong else (),
        choose_from=entry.choose_from,
        also_right=entry.also_right,
        aliases=entry.aliases,
        never=entry.never,
        equals=entry.equals,
        may_be_examined=may_be_examined and entry.exam,
    )


def answer_of(entry: CardKeys, group: Group, names: Mapping[str, Concept]) -> Answer:
    """Return the answer; its shape tells its kind, and quotes make a number text."""
    match entry.answer:
        case str(text):
            written = group["answer"]
            return number_of(entry, text) if isinstance(written, Numeral) else term_of(text, names)
        case OrderEntry(order=members):
            return SequenceAnswer(tuple(term_of(each, names) for each in members))
        case members:
            return ListAnswer(tuple(term_of(each, names) for each in members))


def number_of(entry: CardKeys, text: str) -> NumberAnswer:
    """Return the number that `text` says, as the author wrote it."""
    return NumberAnswer(Decimal(text), text, entry.unit, entry.of, entry.tolerance)


def term_of(text: str, names: Mapping[str, Concept]) -> TermAnswer:
    """Return the words `text`, linked to the concept that they name."""
    concept = names.get(folded(text))
    return TermAnswer(text) if concept is None else TermAnswer(text, concept.id)


def wrong_of(group: Group) -> tuple[Wrong, ...]:
    """Return the wrong answers, a reason with each that has one."""
    wrong = group["wrong"]
    if isinstance(wrong, Group):
        return tuple(
            Wrong(text.strip(), str(why).strip(), place) for text, why, place in wrong.placed()
        )
    assert isinstance(wrong, Items)  # noqa: S101 (the entry's shape is sound)
    places = map(wrong.page.place, wrong.starts)
    return tuple(
        Wrong(str(text).strip(), "", place) for text, place in zip(wrong, places, strict=True)
    )


def untrue_of(entry: FactEntry | ShortFactEntry | RowEntry, group: Group) -> tuple[Untrue, ...]:
    """Return the false statements that the author wrote out."""
    places = group.places_in("untrue")
    return tuple(
        Untrue(each.say, each.why, place) for each, place in zip(entry.untrue, places, strict=True)
    )


def citations_of(source: str | tuple[str, ...]) -> tuple[Citation, ...]:
    """Return the places that `source` names."""
    return tuple(map(citation_of, one_or_many(source)))


@lru_cache(maxsize=1024)
def citation_of(text: str) -> Citation:
    """Return the place that `text` names: levy1997#7, or levy1997 for the whole."""
    name, _, sentence = text.partition("#")
    return Citation(SourceId(name), int(sentence or 0))


def one_or_many(texts: str | tuple[str, ...]) -> tuple[str, ...]:
    """Return `texts` as several."""
    return (texts,) if isinstance(texts, str) else texts


def fact_id(reference: str, deck: DeckId, tables: Collection[str] = ()) -> FactId:
    """Return the id of the fact that `reference` names.

    It is a fact of `deck`, a row of one of its `tables` (table/row), or of another deck
    (deck/fact, deck/table/row).
    """
    first, slash, _ = reference.partition("/")
    is_own = not slash or first in tables
    return FactId(f"{deck}/{reference}" if is_own else reference)


def silence_of(entry: LintEntry | None) -> Silence | None:
    """Return the rules that the author sets aside for a fact."""
    return None if entry is None else Silence(entry.ignore, entry.because)
