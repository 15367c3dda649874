"""The common part of all items: identity, explanation, source, hashes."""

from dataclasses import replace
from hashlib import blake2b

from quizapp.bank.concepts import folded
from quizapp.bank.model import Card, Fact, ListAnswer
from quizapp.bank.say import full_sentence
from quizapp.grading.expected import Expected
from quizapp.items.item import Format, Item, ItemId, Option, SourceNote
from quizapp.items.material import Material, texts_of

HASH_BYTES = 8
OPTION_ID_BYTES = 4


def make_item(  # noqa: PLR0913, PLR0917 (what one item differs in from another)
    material: Material,
    fact: Fact,
    card: Card,
    format_: Format,
    stem: str,
    expected: Expected,
    *,
    key: tuple[str, ...] = (),
    options: tuple[Option, ...] = (),
    has_fixed_order: bool = False,
    accepted: tuple[str, ...] = (),
    why: str = "",
    number: int = 0,
) -> Item:
    """Return an item of `card`; `number` tells several of one format apart (0: there is one)."""
    item = Item(
        id=ItemId(f"{card.id}/{format_}{f'/{number}' if number else ''}"),
        deck=fact.deck,
        fact=fact.id,
        card=card.id,
        format=format_,
        stem=stem,
        key=key or texts_of(card),
        expected=expected,
        place=card.place,
        options=options,
        has_fixed_order=has_fixed_order,
        accepted=accepted,
        why=why or fact.why,
        mnemonic=fact.mnemonic,
        sentence=full_sentence(fact),
        sources=source_notes(material, fact),
        tags=tuple(dict.fromkeys((*material.deck.tags, *fact.tags))),
        may_be_examined=card.may_be_examined,
        key_hash=key_hash(card),
    )
    return replace(item, content_hash=content_hash(item))


def option(text: str, *, is_right: bool = False, why: str = "") -> Option:
    """Return an option, whose id depends on its text alone."""
    return Option(digest(text, OPTION_ID_BYTES), text, is_right, why)


def source_notes(material: Material, fact: Fact) -> tuple[SourceNote, ...]:
    """Return where the fact comes from, in the author's order."""
    notes = []
    for citation in fact.citations:
        source = material.deck.sources[citation.source]
        notes.append(
            SourceNote(source.short or source.cite, source.cite, citation.sentence, source.doi)
        )
    return tuple(notes)


def content_hash(item: Item) -> str:
    """Return a hash of all that a learner sees or is graded by; identity and place are left out."""
    seen = (
        item.format,
        item.stem,
        item.key,
        item.expected,
        item.options,
        item.has_fixed_order,
        item.accepted,
        item.why,
        item.mnemonic,
        item.sentence,
        item.sources,
    )
    return digest(repr(seen))


def key_hash(card: Card) -> str:
    """Return a hash of the right answer alone; the order of a list does not matter to it."""
    texts = [folded(text) for text in texts_of(card)]
    return digest(repr(sorted(texts) if isinstance(card.answer, ListAnswer) else texts))


def digest(text: str, size: int = HASH_BYTES) -> str:
    """Return a hash of `text` in hexadecimal digits, two a byte."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()
