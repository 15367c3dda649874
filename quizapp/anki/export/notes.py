"""From a card of ours to a note of Anki's, or from a whole fact: identity, tags, fields."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from quizapp.anki.export.cloze_spans import (
    SentenceSpan,
    find_cloze_sentence,
    find_spans,
    has_overlap,
)
from quizapp.anki.export.genanki_adapter import guid_for
from quizapp.anki.export.html import (
    answer_as_html,
    clozes_as_html,
    gaps_as_html,
    options_as_html,
    picture_as_html,
    question_as_html,
    remark_as_html,
    replace_unshowable,
    sentence_as_html,
    sources_as_html,
    text_as_html,
    why_as_html,
)
from quizapp.anki.export.note_types import (
    CLOZE_TYPE_ID,
    NOTE_TYPE_ID,
    CardNoteFields,
    ClozeNoteFields,
    formats_of_note,
)
from quizapp.anki.export.options import AnkiFormat, NoteStyle
from quizapp.anki.ids import MAX_CLOZES
from quizapp.bank.model import CardId, DeckId, FactId, Image
from quizapp.bank.sentences import capitalize, unit_suffix
from quizapp.grading.expected import (
    ExpectedAmount,
    ExpectedNumber,
)
from quizapp.items.context import hash_text
from quizapp.items.item import Format, Item
from quizapp.learner.export_values import ExportCard, NoteRecord

# What a question is taken from, best first; a card that only its sentence asks for has a gap alone.
_PROMPT_FORMATS = (
    Format.FLIP,
    Format.TYPED,
    Format.NUMBER,
    Format.LIST,
    Format.ORDER,
    Format.CHOICE,
    Format.SELECT,
    Format.GAP,
)
_TYPED_FORMATS = (Format.TYPED, Format.NUMBER)
_OPTION_FORMATS = (Format.CHOICE, Format.SELECT)
_YES = "yes"
_T = TypeVar("_T")
_ORDINALS = {format_: position for position, format_ in enumerate(AnkiFormat)}

_NOT_IN_TAG = re.compile(r'[\s"\x00-\x1f\x7f]+')
_TAG_SEPARATOR = re.compile(":{2,}")


@dataclass(frozen=True, slots=True)
class ExportNoteCard:
    """A card of a note: its place there, what it is, and of which card of ours it has the memory.

    Of several ways to ask a card one has its memory: `memory_card` is None for the others.
    """

    ordinal: int
    kind: str
    memory_card: ExportCard | None = None


@dataclass(frozen=True, slots=True)
class ExportNote:
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
    cards: tuple[ExportNoteCard, ...]
    images: tuple[Image, ...] = ()

    def to_record(self) -> NoteRecord:
        """Return what is remembered of it: anything that Anki shows changes its hash."""
        ordinals = tuple(card.ordinal for card in self.cards)
        content = "\x1f".join((*self.fields, *self.tags, *map(str, ordinals)))
        return NoteRecord(self.guid, self.subject, ordinals, hash_text(content), self.modified)


def card_guid(card: CardId) -> str:
    """Return what Anki knows a card by, whatever its text becomes."""
    return guid_for("quizapp", card)


def fact_guid(fact: FactId) -> str:
    """Return what Anki knows a fact by that is one note."""
    return guid_for("quizapp cloze", fact)


# --- a note a card -------------------------------------------------------------------------------


def make_note(
    card: ExportCard, deck_title: str, formats: Collection[AnkiFormat]
) -> ExportNote | None:
    """Return the note of a card, None when nothing but true-false or match asks for it.

    It has a card of Anki's for Question, and for each other of `formats` that it can be asked in.
    """
    # The first of several of one format.
    by_format = {item.format: item for item in reversed(card.items)}
    prompt = _first_item(by_format, _PROMPT_FORMATS)
    if prompt is None:
        return None
    fields = _make_fields(card, prompt, by_format, deck_title, formats)
    made = formats_of_note(fields)
    return ExportNote(
        guid=card_guid(card.id),
        note_type=NOTE_TYPE_ID,
        subject=card.id,
        modified=_unix_seconds(card.changed_at),
        tags=_note_tags(prompt.deck, prompt.tags),
        fields=fields,
        sort_text=replace_unshowable(prompt.stem),
        cards=tuple(
            ExportNoteCard(_ORDINALS[each], each.value, None if number else card)
            for number, each in enumerate(made)
        ),
        images=_note_images(prompt),
    )


def _make_fields(
    card: ExportCard,
    prompt: Item,
    by_format: Mapping[Format, Item],
    deck_title: str,
    formats: Collection[AnkiFormat],
) -> CardNoteFields:
    """Return the fields of a note that is asked by `prompt`."""
    typed = _first_item(by_format, _TYPED_FORMATS)
    # A gap for one member of a list, and a choice of what follows, ask for a part of the card.
    asks_all = {each: item for each, item in by_format.items() if item.key == prompt.key}
    asks_alike = {each: item for each, item in by_format.items() if item.stem == prompt.stem}
    gap = _gap_html(card, prompt, asks_all.get(Format.GAP))
    is_gap_alone = prompt.format is Format.GAP
    offered = _first_item(asks_alike, _OPTION_FORMATS)
    options = offered.options if offered else ()
    ordered = by_format.get(Format.ORDER)
    return CardNoteFields(
        question=question_as_html(prompt.stem, ordered.options if ordered else (), card.id)
        + _question_image_html(prompt),
        answer=answer_as_html(
            _add_unit(prompt.key, typed), prompt.accepted, is_ordered=ordered is not None
        ),
        gap=gap + _question_image_html(prompt) if gap else "",
        choices=_choices_html(offered),
        why=remark_as_html(prompt.note)
        + why_as_html(prompt.why, options)
        + _explanation_image_html(prompt),
        mnemonic=text_as_html(prompt.mnemonic),
        source=sources_as_html(prompt.sources),
        typed=text_as_html(_typed_text(typed)) if typed and AnkiFormat.TYPED in formats else "",
        show_choices=_YES if options and AnkiFormat.CHOICE in formats else "",
        show_gap=_YES if gap and not is_gap_alone and AnkiFormat.GAP in formats else "",
        deck_title=text_as_html(deck_title),
        id=text_as_html(card.id),
    )


def _typed_text(item: Item) -> str:
    """Return what is to be typed, which is compared letter by letter: of an amount its figures."""
    expected = item.expected
    return expected.figures if isinstance(expected, ExpectedAmount) else item.key[0]


def _gap_html(card: ExportCard, prompt: Item, gap: Item | None) -> str:
    """Return the card's sentence with a gap for its answer, or one for each member of it.

    `gap` is the item whose gap is the whole answer; "" says that the sentence has none.
    """
    if gap is not None:
        return sentence_as_html(gap.stem, _words_in_gap(gap))
    hidden = find_cloze_sentence(card)
    has_all = hidden is not None and len(hidden.spans) == len(prompt.key)
    return gaps_as_html(hidden) if hidden and has_all else ""


def _words_in_gap(gap: Item) -> str:
    """Return what stands in the one gap of a sentence; "" where it is the answer itself."""
    spans = find_spans(gap.stem, gap.sentence)
    if len(spans) != 1:
        return ""
    words = gap.sentence[slice(*spans[0])]
    key = gap.key[0]
    return "" if words in {key, capitalize(key)} else words


def _choices_html(item: Item | None) -> str:
    """Return what there is to choose from; "" when nothing is."""
    if item is None:
        return ""
    return options_as_html(item.options, item.card, has_fixed_order=item.has_fixed_order)


def _add_unit(key: tuple[str, ...], typed: Item | None) -> tuple[str, ...]:
    """Return `key`, a number with what it counts: "56" becomes "56 patients"."""
    if typed is None or not isinstance(typed.expected, ExpectedNumber):
        return key
    return tuple(f"{text}{unit_suffix(typed.expected.unit)}" for text in key)


# --- a note a fact -------------------------------------------------------------------------------


class _ClozeSelection(NamedTuple):
    """The cards of a fact that become clozes, the rest, and the numbers of the clozes.

    `numbers` are those of the spans of each sentence: a card's own number among its fact's.
    """

    cards: tuple[ExportCard, ...]
    rest: tuple[ExportCard, ...]
    numbers: Mapping[str, Mapping[SentenceSpan, int]]


def _select_clozes(cards: Sequence[ExportCard]) -> _ClozeSelection:
    """Return which of `cards` can be clozes of one note; no two of them share a place."""
    numbers: dict[str, dict[SentenceSpan, int]] = {}
    chosen: list[ExportCard] = []
    rest: list[ExportCard] = []
    for card in cards:
        hidden = find_cloze_sentence(card)
        taken = numbers.get(hidden.sentence, {}) if hidden else {}
        if (
            hidden is None
            or card.number > MAX_CLOZES
            or has_overlap(sorted([*taken, *hidden.spans]))
        ):
            rest.append(card)
            continue
        own = dict.fromkeys(hidden.spans, card.number)
        numbers.setdefault(hidden.sentence, {}).update(own)
        chosen.append(card)
    return _ClozeSelection(tuple(chosen), tuple(rest), numbers)


def make_cloze_note(
    cards: Sequence[ExportCard], deck_title: str
) -> tuple[ExportNote | None, tuple[ExportCard, ...]]:
    """Return the note of a fact, and those of its `cards` that its sentences do not have.

    A sentence that several cards share stands in it once. There is no note where no card has a
    sentence.
    """
    chosen, rest, numbers = _select_clozes(cards)
    if not chosen:
        return None, rest
    items = [_gap_item(card) for card in chosen]
    item = items[0]
    pictures = {each.image: each for each in items if each.image}.values()
    sentences = [clozes_as_html(text, spans) for text, spans in numbers.items()]
    note = ExportNote(
        guid=fact_guid(item.fact),
        note_type=CLOZE_TYPE_ID,
        subject=item.fact,
        modified=max(_unix_seconds(card.changed_at) for card in chosen),
        tags=_note_tags(item.deck, tuple(_each_once(tag for each in items for tag in each.tags))),
        fields=ClozeNoteFields(
            text="<br>".join(sentences) + "".join(map(_question_image_html, pictures)),
            why=_explanations_html(items) + "".join(map(_explanation_image_html, pictures)),
            mnemonic="<br>".join(
                map(text_as_html, _each_once(each.mnemonic for each in items if each.mnemonic))
            ),
            source=sources_as_html(_each_once(note for each in items for note in each.sources)),
            deck_title=text_as_html(deck_title),
            id=text_as_html(item.fact),
        ),
        sort_text=replace_unshowable(" ".join(numbers)),
        cards=tuple(
            ExportNoteCard(card.number - 1, NoteStyle.CLOZE.value, card)
            for card in sorted(chosen, key=lambda card: card.number)
        ),
        images=tuple(_each_once(image for each in items for image in _note_images(each))),
    )
    return note, rest


def _gap_item(card: ExportCard) -> Item:
    """Return the item of a card whose explanation speaks of its answer, not of a wrong one."""
    return next((item for item in card.items if item.format is Format.GAP), card.items[0])


def _explanations_html(items: Sequence[Item]) -> str:
    """Return what explains the cards of a note: once what they share, else by their answers."""
    explained = {item.card: (item.note, item.why) for item in items if item.note or item.why}
    if len(explained) == len(items) and len(set(explained.values())) == 1:
        return remark_as_html(items[0].note) + why_as_html(items[0].why, ())
    return "".join(
        f"<div><b>{text_as_html(', '.join(item.key))}</b></div>"
        f"{remark_as_html(item.note)}{why_as_html(item.why, ())}"
        for item in items
        if item.card in explained
    )


def _each_once(values: Iterable[_T]) -> list[_T]:
    """Return `values` in their order, none twice."""
    return list(dict.fromkeys(values))


# --- what both have ------------------------------------------------------------------------------


def _question_image_html(item: Item) -> str:
    """Return the picture that stands with the question; "" without one."""
    return picture_as_html(item.image) if item.image and item.image.is_shown_with_question else ""


def _explanation_image_html(item: Item) -> str:
    """Return the picture that stands with the explanation; "" without one."""
    return "" if item.image and item.image.is_shown_with_question else picture_as_html(item.image)


def _note_images(item: Item) -> tuple[Image, ...]:
    """Return the pictures of a note, with their present paths: the deck may have moved."""
    if item.image is None:
        return ()
    path = Path(item.place.file).parent / item.image.file
    return (replace(item.image, path=str(path)),)


def _unix_seconds(moment: datetime) -> int:
    """Return the whole seconds from 1970 to `moment`."""
    return int(moment.timestamp())


@lru_cache(maxsize=256)  # most cards of a deck share their tags with others
def _note_tags(deck: DeckId, tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tags of a note, all beneath `quizapp::deck`, none twice."""
    parts = (clean_tag(tag) for tag in tags)
    full = [f"quizapp::{deck}::{part}" for part in parts if part]
    unique = {tag.casefold(): tag for tag in full or [f"quizapp::{deck}"]}
    return tuple(unique[key] for key in sorted(unique))


def clean_tag(tag: str) -> str:
    """Return `tag` as Anki can keep it: no space, no quote, no empty part."""
    dashed = _NOT_IN_TAG.sub("-", replace_unshowable(tag).strip())
    return "::".join(part for part in _TAG_SEPARATOR.split(dashed) if part.strip("-"))


def _first_item(by_format: Mapping[Format, Item], formats: tuple[Format, ...]) -> Item | None:
    """Return the item of the first of `formats` that there is one of."""
    return next((by_format[format_] for format_ in formats if format_ in by_format), None)
