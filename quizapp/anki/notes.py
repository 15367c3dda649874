"""From a card of ours to a note of Anki's, or from a whole fact: identity, tags, fields."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from quizapp.anki.door import guid_for
from quizapp.anki.hidden import Span, hidden_in, overlap
from quizapp.anki.markup import (
    answer_as_html,
    as_html,
    clozes_as_html,
    hidden_as_html,
    options_as_html,
    picture_as_html,
    plain,
    question_as_html,
    sentence_as_html,
    sources_as_html,
    why_as_html,
)
from quizapp.anki.model import AnkiFormat, Style
from quizapp.anki.notetype import CLOZE_TYPE_ID, NOTE_TYPE_ID, ClozeFields, Fields, formats_of
from quizapp.bank.model import CardId, DeckId, FactId, Image
from quizapp.bank.say import unit_suffix
from quizapp.grading.expected import ExpectedNumber
from quizapp.items.item import Format, Item
from quizapp.items.making import digest
from quizapp.session.exported import ExportCard, ExportedNote

# What a question is taken from, best first; a card that only its sentence asks for has a gap alone.
PROMPTS = (
    Format.FLIP,
    Format.TYPED,
    Format.NUMBER,
    Format.LIST,
    Format.ORDER,
    Format.CHOICE,
    Format.SELECT,
    Format.GAP,
)
TYPED = (Format.TYPED, Format.NUMBER)
OPTIONS = (Format.CHOICE, Format.SELECT)
YES = "yes"
ORDINALS = {format_: position for position, format_ in enumerate(AnkiFormat)}
MOST_CLOZES = 500  # the highest number that Anki gives one

NO_PART_OF_A_TAG = re.compile(r'[\s"\x00-\x1f\x7f]+')
BETWEEN_TAGS = re.compile(":{2,}")


@dataclass(frozen=True, slots=True)
class NoteCard:
    """A card of a note: its place there, what it is, and of which card of ours it has the memory.

    What is more than one way to ask a card has its memory once: `learns` is None for the others.
    """

    ordinal: int
    kind: str
    learns: ExportCard | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A note of one of our note types; `modified` counts seconds since 1970, UTC.

    `subject` is the id of the card, or of the fact, that it was made of.
    """

    guid: str
    note_type: int
    subject: str
    modified: int
    tags: tuple[str, ...]
    fields: tuple[str, ...]
    sort_text: str
    cards: tuple[NoteCard, ...]
    pictures: tuple[Image, ...] = ()

    def as_exported(self) -> ExportedNote:
        """Return what is remembered of it: anything that Anki shows changes its hash."""
        ordinals = tuple(card.ordinal for card in self.cards)
        content = "\x1f".join((*self.fields, *self.tags, *map(str, ordinals)))
        return ExportedNote(self.guid, self.subject, ordinals, digest(content), self.modified)


def guid_of(card: CardId) -> str:
    """Return what Anki knows a card by, whatever its text becomes."""
    return guid_for("quizapp", card)


def guid_of_fact(fact: FactId) -> str:
    """Return what Anki knows a fact by that is one note."""
    return guid_for("quizapp cloze", fact)


# --- a note a card -------------------------------------------------------------------------------


def note_of(card: ExportCard, deck_title: str, formats: Collection[AnkiFormat]) -> Note | None:
    """Return the note of a card, None when nothing but true-false or match asks for it.

    It has a card of Anki's for Question, and for each other of `formats` that it can be asked in.
    """
    # The first of several of one format.
    by_format = {item.format: item for item in reversed(card.items)}
    prompt = first(by_format, PROMPTS)
    if prompt is None:
        return None
    fields = fields_of(card, prompt, by_format, deck_title, formats)
    made = formats_of(fields)
    return Note(
        guid=guid_of(card.id),
        note_type=NOTE_TYPE_ID,
        subject=card.id,
        modified=seconds(card.changed_at),
        tags=tags_of(prompt.deck, prompt.tags),
        fields=fields,
        sort_text=plain(prompt.stem),
        cards=tuple(
            NoteCard(ORDINALS[each], each.value, None if number else card)
            for number, each in enumerate(made)
        ),
        pictures=pictures_of(prompt),
    )


def fields_of(
    card: ExportCard,
    prompt: Item,
    by_format: Mapping[Format, Item],
    deck_title: str,
    formats: Collection[AnkiFormat],
) -> Fields:
    """Return the fields of a note that is asked by `prompt`."""
    typed = first(by_format, TYPED)
    # A gap for one member of a list, and a choice of what follows, ask for a part of the card.
    asks_all = {each: item for each, item in by_format.items() if item.key == prompt.key}
    asks_alike = {each: item for each, item in by_format.items() if item.stem == prompt.stem}
    gap = gap_of(card, prompt, asks_all.get(Format.GAP))
    is_gap_alone = prompt.format is Format.GAP
    offered = first(asks_alike, OPTIONS)
    options = offered.options if offered else ()
    ordered = by_format.get(Format.ORDER)
    return Fields(
        question=question_as_html(prompt.stem, ordered.options if ordered else (), card.id)
        + asked_with(prompt),
        answer=answer_as_html(
            with_unit(prompt.key, typed), prompt.accepted, is_ordered=ordered is not None
        ),
        gap=gap + asked_with(prompt) if gap else "",
        choices=choices_of(offered),
        why=why_as_html(prompt.why, options) + explained_with(prompt),
        mnemonic=as_html(prompt.mnemonic),
        source=sources_as_html(prompt.sources),
        typed=as_html(typed.key[0]) if typed and AnkiFormat.TYPED in formats else "",
        show_choices=YES if options and AnkiFormat.CHOICE in formats else "",
        show_gap=YES if gap and not is_gap_alone and AnkiFormat.GAP in formats else "",
        deck_title=as_html(deck_title),
        id=as_html(card.id),
    )


def gap_of(card: ExportCard, prompt: Item, gap: Item | None) -> str:
    """Return the card's sentence with a gap for its answer, or one for each member of it.

    `gap` is the item whose gap is the whole answer; "" says that the sentence has none.
    """
    if gap is not None:
        return sentence_as_html(gap.stem)
    hidden = hidden_in(card)
    has_all = hidden is not None and len(hidden.spans) == len(prompt.key)
    return hidden_as_html(hidden) if hidden and has_all else ""


def choices_of(item: Item | None) -> str:
    """Return what there is to choose from; "" when nothing is."""
    if item is None:
        return ""
    return options_as_html(item.options, item.card, has_fixed_order=item.has_fixed_order)


def with_unit(key: tuple[str, ...], typed: Item | None) -> tuple[str, ...]:
    """Return `key`, a number with what it counts: "56" becomes "56 patients"."""
    if typed is None or not isinstance(typed.expected, ExpectedNumber):
        return key
    return tuple(f"{text}{unit_suffix(typed.expected.unit)}" for text in key)


# --- a note a fact -------------------------------------------------------------------------------


def cloze_note_of(
    cards: Sequence[ExportCard], deck_title: str
) -> tuple[Note | None, tuple[ExportCard, ...]]:
    """Return the note of a fact, and those of its `cards` that its sentences do not have.

    A sentence that several cards share stands in it once. There is no note where no card has a
    sentence.
    """
    numbers: dict[str, dict[Span, int]] = {}
    there: list[ExportCard] = []
    rest: list[ExportCard] = []
    for card in cards:
        hidden = hidden_in(card)
        taken = numbers.get(hidden.sentence, {}) if hidden else {}
        if hidden is None or card.number > MOST_CLOZES or overlap(sorted([*taken, *hidden.spans])):
            rest.append(card)
            continue
        own = dict.fromkeys(hidden.spans, card.number)
        numbers.setdefault(hidden.sentence, {}).update(own)
        there.append(card)
    if not there:
        return None, tuple(rest)
    item = there[0].items[0]
    sentences = [clozes_as_html(text, spans) for text, spans in numbers.items()]
    note = Note(
        guid=guid_of_fact(item.fact),
        note_type=CLOZE_TYPE_ID,
        subject=item.fact,
        modified=max(seconds(card.changed_at) for card in there),
        tags=tags_of(item.deck, item.tags),
        fields=ClozeFields(
            text="<br>".join(sentences) + asked_with(item),
            why=why_as_html(why_of(there), ()) + explained_with(item),
            mnemonic=as_html(item.mnemonic),
            source=sources_as_html(item.sources),
            deck_title=as_html(deck_title),
            id=as_html(item.fact),
        ),
        sort_text=plain(" ".join(numbers)),
        cards=tuple(
            NoteCard(card.number - 1, Style.CLOZE.value, card)
            for card in sorted(there, key=lambda card: card.number)
        ),
        pictures=pictures_of(item),
    )
    return note, tuple(rest)


def why_of(cards: Sequence[ExportCard]) -> str:
    """Return the explanation of a fact, which all items but those about one wrong answer have."""
    whys = Counter(item.why for card in cards for item in card.items if item.format is Format.GAP)
    return whys.most_common(1)[0][0]


# --- what both have ------------------------------------------------------------------------------


def asked_with(item: Item) -> str:
    """Return the picture that stands with the question; "" without one."""
    return picture_as_html(item.image) if item.image and item.image.is_asked_with else ""


def explained_with(item: Item) -> str:
    """Return the picture that stands with the explanation; "" without one."""
    return "" if item.image and item.image.is_asked_with else picture_as_html(item.image)


def pictures_of(item: Item) -> tuple[Image, ...]:
    """Return the pictures that a note has, where they stand now: the deck may have moved."""
    if item.image is None:
        return ()
    path = Path(item.place.file).parent / item.image.file
    return (replace(item.image, path=str(path)),)


def seconds(moment: datetime) -> int:
    """Return the whole seconds from 1970 to `moment`."""
    return int(moment.timestamp())


@lru_cache(maxsize=256)  # most cards of a deck share their tags with others
def tags_of(deck: DeckId, tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tags of a note, all beneath `quizapp::deck`, none twice."""
    parts = (part_of_a_tag(tag) for tag in tags)
    full = [f"quizapp::{deck}::{part}" for part in parts if part]
    unique = {tag.casefold(): tag for tag in full or [f"quizapp::{deck}"]}
    return tuple(unique[key] for key in sorted(unique))


def part_of_a_tag(tag: str) -> str:
    """Return `tag` as Anki can keep it: no space, no quote, no empty part."""
    dashed = NO_PART_OF_A_TAG.sub("-", plain(tag).strip())
    return "::".join(part for part in BETWEEN_TAGS.split(dashed) if part.strip("-"))


def first(by_format: Mapping[Format, Item], formats: tuple[Format, ...]) -> Item | None:
    """Return the item of the first of `formats` that there is one of."""
    return next((by_format[format_] for format_ in formats if format_ in by_format), None)
