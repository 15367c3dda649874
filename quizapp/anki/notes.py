"""From a card of ours to a note of Anki's: its identity, its tags, its fields."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from quizapp.anki.door import guid_for
from quizapp.anki.markup import (
    answer_as_html,
    as_html,
    options_as_html,
    plain,
    question_as_html,
    sentence_as_html,
    sources_as_html,
    why_as_html,
)
from quizapp.anki.model import AnkiCard, AnkiFormat
from quizapp.anki.notetype import Fields, formats_of
from quizapp.bank.model import CardId, DeckId
from quizapp.bank.say import unit_suffix
from quizapp.grading.expected import ExpectedNumber
from quizapp.items.item import Format, Item

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

# A note with one more format is a later edition of itself, or Anki would not take the format in:
# the more formats, the more seconds.
EDITIONS = {AnkiFormat.TYPED: 1, AnkiFormat.GAP: 2, AnkiFormat.CHOICE: 4}

NO_PART_OF_A_TAG = re.compile(r'[\s"\x00-\x1f\x7f]+')
BETWEEN_TAGS = re.compile(":{2,}")


@dataclass(frozen=True, slots=True)
class Note:
    """A note and the formats it has a card for; `modified` counts seconds since 1970, UTC."""

    guid: str
    modified: int
    tags: tuple[str, ...]
    fields: Fields
    sort_text: str
    formats: tuple[AnkiFormat, ...]


def guid_of(card: CardId) -> str:
    """Return what Anki knows a card by, whatever its text becomes."""
    return guid_for("quizapp", card)


def note_of(card: AnkiCard, deck_title: str, formats: Collection[AnkiFormat]) -> Note | None:
    """Return the note of a card, None when nothing but true-false or match asks for it.

    It has a card of Anki's for Question, and for each other of `formats` that it can be asked in.
    """
    # The first of several of one format.
    by_format = {item.format: item for item in reversed(card.items)}
    prompt = first(by_format, PROMPTS)
    if prompt is None:
        return None
    fields = fields_of(card, prompt, by_format, deck_title, formats)
    return Note(
        guid=guid_of(card.id),
        modified=int(card.changed_at.timestamp()) + sum(EDITIONS.get(each, 0) for each in formats),
        tags=tags_of(prompt.deck, prompt.tags),
        fields=fields,
        sort_text=plain(prompt.stem),
        formats=formats_of(fields),
    )


def fields_of(
    card: AnkiCard,
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
    gap = asks_all.get(Format.GAP)
    offered = first(asks_alike, OPTIONS)
    options = offered.options if offered else ()
    ordered = by_format.get(Format.ORDER)
    return Fields(
        question=question_as_html(prompt.stem, ordered.options if ordered else (), card.id),
        answer=answer_as_html(
            with_unit(prompt.key, typed), prompt.accepted, is_ordered=ordered is not None
        ),
        gap=sentence_as_html(gap.stem) if gap else "",
        choices=choices_of(offered),
        why=why_as_html(prompt.why, options),
        mnemonic=as_html(prompt.mnemonic),
        source=sources_as_html(prompt.sources),
        typed=as_html(typed.key[0]) if typed and AnkiFormat.TYPED in formats else "",
        show_choices=YES if options and AnkiFormat.CHOICE in formats else "",
        show_gap=YES if gap and gap is not prompt and AnkiFormat.GAP in formats else "",
        deck_title=as_html(deck_title),
        id=as_html(card.id),
    )


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
