"""From the groups of a deck to its values: entries of sound shape, then what all rooms speak about.

Each value is kept beside the group that writes it, for the rules that look at both.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from quizapp.bank.concepts import normalize_text
from quizapp.bank.diagnostics import ProblemCollector
from quizapp.bank.model import (
    AmountAnswer,
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
    Kind,
    LintIgnore,
    ListAnswer,
    NumberAnswer,
    SequenceAnswer,
    Source,
    SourceId,
    Status,
    TermAnswer,
    UntrueStatement,
    WrongAnswer,
)
from quizapp.bank.parse.entries import (
    CardKeys,
    ConceptEntry,
    Entry,
    FactEntry,
    LintEntry,
    NamedCardEntry,
    OrderEntry,
    SettingsEntry,
    ShortFactEntry,
    SourceEntry,
)
from quizapp.bank.parse.table_entries import RowEntry
from quizapp.bank.parse.untrue_cards import assign_untrue_to_cards
from quizapp.bank.parse.validation_errors import locate_errors
from quizapp.bank.parse.validation_messages import describe_issue
from quizapp.bank.parse.versions import FIRST
from quizapp.bank.place import Place
from quizapp.bank.sentences import split_at_gaps
from quizapp.bank.yaml.nodes import KeyGroup, NodeList, UnquotedNumber

_SHORT_FACT_CARD = "answer"  # the name of a short fact's card
_STATUSES = {status.value: status for status in Status}
_EntryType = TypeVar("_EntryType", bound=Entry)


class ParsedFact(NamedTuple):
    """A fact and the group that writes it."""

    fact: Fact
    group: KeyGroup

    def group_of(self, card: Card) -> KeyGroup:
        """Return the group that writes `card`: its own, or in the short form the fact's."""
        cards = self.group.get("cards")
        group = cards.get(card.name) if isinstance(cards, KeyGroup) else None
        return group if isinstance(group, KeyGroup) else self.group


class ParsedConcept(NamedTuple):
    """A concept and the group that writes it."""

    concept: Concept
    group: KeyGroup


def read_entry(
    model: type[_EntryType], group: KeyGroup, faults: ProblemCollector
) -> _EntryType | None:
    """Return `group` as a `model`; None when its shape is not sound, and why goes to `faults`."""
    try:
        return model.model_validate(group)
    except ValidationError as error:
        faults.add(map(describe_issue, locate_errors(model, group, error)))
        return None


def build_source(name: str, entry: SourceEntry, place: Place) -> Source:
    """Return the source called `name`."""
    return Source(
        id=SourceId(name),
        cite=entry.cite,
        place=place,
        short=entry.short,
        doi=entry.doi,
        url=entry.url,
        sentences=entry.sentences,
        names=entry.names,
        fingerprint=entry.fingerprint,
        text=entry.text,
    )


def build_concept(name: str, entry: ConceptEntry, place: Place) -> Concept:
    """Return the concept called `name`."""
    return Concept(
        id=ConceptId(name),
        name=entry.name,
        type=entry.type,
        place=place,
        aliases=entry.aliases,
        never=entry.never,
        is_a=tuple(ConceptId(each) for each in _as_tuple(entry.is_a)),
        is_background=entry.background,
        citations=_parse_citations(entry.source),
        tags=entry.tags,
        is_code=entry.code,
    )


def build_settings(entry: SettingsEntry | None) -> DeckSettings:
    """Return what the author sets for all learners."""
    if entry is None:
        return DeckSettings()
    return DeckSettings(
        formats=entry.formats,
        introduce=entry.introduce,
        retention=entry.retention,
        new_per_day=entry.new_per_day,
        reviews_per_day=entry.reviews_per_day,
        is_spelling_strict=entry.spelling == "strict",
        may_take_near=entry.near,
        must_be_signed_for_exam=entry.exam == "signed",
    )


class DeckNames(NamedTuple):
    """What the texts of a deck may name.

    `concepts` are those of the deck by folded name, `tables` the ids of its tables; `version` is
    that of the format it is written in.
    """

    deck: DeckId
    concepts: Mapping[str, Concept]
    tables: Collection[str] = ()
    version: int = FIRST


def build_fact(entry: FactEntry | ShortFactEntry, group: KeyGroup, names: DeckNames) -> Fact:
    """Return the fact that `group` writes."""
    deck, concepts, tables, _ = names
    fact, place = FactId(f"{deck}/{entry.id}"), group.place
    written = _parse_cards(entry, group, place)
    built = Fact(
        id=fact,
        deck=deck,
        name=entry.id,
        cards=tuple([build_card(each, fact, concepts) for each in written]),
        place=place,
        citations=_parse_citations(entry.source),
        say=split_at_gaps(entry.say) if entry.say else (),
        why=entry.why,
        note=entry.note,
        mnemonic=entry.mnemonic,
        confuse_with=tuple([_resolve_fact_id(each, deck, tables) for each in entry.confuse_with]),
        untrue=_build_untrue_statements(entry, group) if entry.untrue else (),
        tags=entry.tags,
        is_hedged=entry.hedged,
        status=_STATUSES[entry.status],
        lint_ignore=_build_lint_ignore(entry.lint),
        kind=Kind(entry.kind or ""),
    )
    return assign_untrue_to_cards(built, concepts) if built.untrue else built


def build_row_fact(
    entry: RowEntry, fact: FactId, name: str, group: KeyGroup, names: DeckNames
) -> Fact:
    """Return a row of a table as a fact that has no card yet."""
    return Fact(
        id=fact,
        deck=names.deck,
        name=name,
        cards=(),
        place=group.place,
        citations=_parse_citations(entry.source),
        why=entry.why,
        note=entry.note,
        mnemonic=entry.mnemonic,
        confuse_with=tuple(
            [_resolve_fact_id(each, names.deck, names.tables) for each in entry.confuse_with]
        ),
        untrue=_build_untrue_statements(entry, group) if entry.untrue else (),
        tags=entry.tags,
        is_hedged=entry.hedged,
        status=_STATUSES[entry.status],
        lint_ignore=_build_lint_ignore(entry.lint),
    )


class ParsedCard(NamedTuple):
    """A card as its author wrote it: its entry, its group, and where it is."""

    name: str
    entry: CardKeys
    group: KeyGroup
    place: Place
    exam_allowed: bool = True


def _parse_cards(
    entry: FactEntry | ShortFactEntry, group: KeyGroup, place: Place
) -> tuple[ParsedCard, ...]:
    """Return the cards that a fact names, or its only one, which is placed where the fact is."""
    if isinstance(entry, ShortFactEntry):
        return (ParsedCard(_SHORT_FACT_CARD, entry, group, place),)
    cards = group["cards"]
    assert isinstance(cards, KeyGroup)  # noqa: S101 (the entry's shape is sound)
    return tuple(
        ParsedCard(name, entry.cards[name], card, start, exam_allowed=entry.exam)
        for name, card, start in cards.items_with_places()
        if isinstance(card, KeyGroup)
    )


def build_card(written: ParsedCard, fact: FactId, names: Mapping[str, Concept]) -> Card:
    """Return one card of `fact`."""
    name, entry, group, place, may_be_examined = written
    card = Card(
        id=CardId(f"{fact}/{name}"),
        fact=fact,
        name=name,
        ask=entry.ask,
        answer=_build_answer(entry, group, names),
        place=place,
        among=entry.among,
        wrong=_build_wrong_answers(group) if entry.wrong else (),
        choose_from=entry.choose_from,
        also_right=entry.also_right,
        aliases=entry.aliases,
        never=entry.never,
        equals=entry.equals,
        language=entry.language,
        is_code=entry.code,
        exam_allowed=may_be_examined and entry.exam,
        untrue=_build_card_untrue(name, entry, group),
        may_take_near=entry.near,
        said_as=entry.said_as,
    )
    return _add_own_explanation(card, entry) if isinstance(entry, NamedCardEntry) else card


def _add_own_explanation(card: Card, entry: NamedCardEntry) -> Card:
    """Return `card` with what it explains itself; what a short fact says, it says as a fact."""
    own = (entry.source, entry.why, entry.note, entry.mnemonic, entry.tags, entry.kind)
    if not any(own):
        return card
    return replace(
        card,
        citations=_parse_citations(entry.source),
        why=entry.why,
        note=entry.note,
        mnemonic=entry.mnemonic,
        tags=entry.tags,
        kind=Kind(entry.kind or ""),
    )


def _build_answer(entry: CardKeys, group: KeyGroup, names: Mapping[str, Concept]) -> Answer:
    """Return the answer; its shape tells its kind, and quotes make a number text."""
    if entry.amount is not None:
        return AmountAnswer(entry.amount, entry.tolerance, entry.asks == "interval")
    match entry.answer:
        case None:
            raise AssertionError("a card has an answer or an amount")  # its shape is sound
        case str(text):
            written = group["answer"]
            return (
                _build_number(entry, text)
                if isinstance(written, UnquotedNumber)
                else build_term(text, names)
            )
        case OrderEntry(order=members):
            return SequenceAnswer(tuple(build_term(each, names) for each in members))
        case members:
            return ListAnswer(tuple(build_term(each, names) for each in members))


def _build_number(entry: CardKeys, text: str) -> NumberAnswer:
    """Return the number that `text` says, as the author wrote it."""
    return NumberAnswer(Decimal(text), text, entry.unit, entry.of, entry.tolerance)


def build_term(text: str, names: Mapping[str, Concept]) -> TermAnswer:
    """Return the words `text`, linked to the concept that they name."""
    concept = names.get(normalize_text(text)) if names else None
    return TermAnswer(text) if concept is None else TermAnswer(text, concept.id)


def _build_wrong_answers(group: KeyGroup) -> tuple[WrongAnswer, ...]:
    """Return the wrong answers, a reason with each that has one."""
    wrong = group["wrong"]
    if isinstance(wrong, KeyGroup):
        return tuple(
            WrongAnswer(text.strip(), str(why).strip(), place)
            for text, why, place in wrong.items_with_places()
        )
    assert isinstance(wrong, NodeList)  # noqa: S101 (the entry's shape is sound)
    places = map(wrong.deck_text.place, wrong.starts)
    return tuple(
        WrongAnswer(str(text).strip(), "", place) for text, place in zip(wrong, places, strict=True)
    )


def _build_untrue_statements(
    entry: FactEntry | ShortFactEntry | RowEntry, group: KeyGroup
) -> tuple[UntrueStatement, ...]:
    """Return the false statements that the author wrote out."""
    places = group.value_places("untrue")
    return tuple(
        UntrueStatement(each.say, each.why, place, each.card or "")
        for each, place in zip(entry.untrue, places, strict=True)
    )


def _build_card_untrue(name: str, entry: CardKeys, group: KeyGroup) -> tuple[UntrueStatement, ...]:
    """Return the false statements under the card `name`; a short fact's are those of the fact."""
    if not isinstance(entry, NamedCardEntry) or not entry.untrue:
        return ()
    places = group.value_places("untrue")
    return tuple(
        UntrueStatement(each.say, each.why, place, name)
        for each, place in zip(entry.untrue, places, strict=True)
    )


def _parse_citations(source: str | tuple[str, ...]) -> tuple[Citation, ...]:
    """Return the places that `source` names."""
    return tuple(map(_parse_citation, _as_tuple(source)))


@lru_cache(maxsize=1024)
def _parse_citation(text: str) -> Citation:
    """Return the place that `text` names: levy1997#7, or levy1997 for the whole."""
    name, _, sentence = text.partition("#")
    return Citation(SourceId(name), int(sentence or 0))


def _as_tuple(texts: str | tuple[str, ...]) -> tuple[str, ...]:
    """Return `texts` as several."""
    return (texts,) if isinstance(texts, str) else texts


def _resolve_fact_id(reference: str, deck: DeckId, tables: Collection[str] = ()) -> FactId:
    """Return the id of the fact that `reference` names.

    It is a fact of `deck`, a row of one of its `tables` (table/row), or of another deck
    (deck/fact, deck/table/row).
    """
    first, slash, _ = reference.partition("/")
    is_own = not slash or first in tables
    return FactId(f"{deck}/{reference}" if is_own else reference)


def _build_lint_ignore(entry: LintEntry | None) -> LintIgnore | None:
    """Return the rules that the author sets aside for a fact."""
    return None if entry is None else LintIgnore(entry.ignore, entry.because)
