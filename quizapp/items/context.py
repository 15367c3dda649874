"""What all items have in common: identity, explanation, source, hashes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from quizapp.bank.concepts import normalize_text
from quizapp.bank.model import Card, Deck, Fact, Image, ListAnswer
from quizapp.bank.nearest import (
    citations_of,
    image_of,
    kind_of,
    mnemonic_of,
    note_of,
    tags_of,
    why_of,
)
from quizapp.bank.sentences import answer_texts, fill_sentence
from quizapp.grading.expected import Expected, ExpectedTerm
from quizapp.items.bound_words import answers_in_words
from quizapp.items.codec import expected_to_list
from quizapp.items.deck_index import DeckIndex
from quizapp.items.expected_answers import build_expected
from quizapp.items.item import Format, Item, ItemId, ItemSource, Option

_HASH_BYTES = 8
_OPTION_ID_BYTES = 4


@dataclass(frozen=True, slots=True)
class CardContext:
    """A card with what its items share, worked out once.

    Attributes:
        key: the right answer as shown, one text a member.
        expected: what a typed response is held against.
        accepted: what else is right, for a reader: the other names of a term.
        sentence: the card's sentence with every gap filled; "" when it has none.
        answers: what answers are called in the sentence, where they are not called as they are
            written: a bound.
        key_hash: changes only when the right answer does.
        image, why, note, mnemonic: what the card says itself, or its fact for it.
    """

    deck_index: DeckIndex
    fact: Fact
    card: Card
    key: tuple[str, ...]
    expected: Expected
    accepted: tuple[str, ...]
    sentence: str
    sources: tuple[ItemSource, ...]
    tags: tuple[str, ...]
    key_hash: str
    answers: Mapping[str, str] = field(default_factory=dict)
    image: Image | None = None
    why: str = ""
    note: str = ""
    mnemonic: str = ""

    @property
    def needs_recall(self) -> bool:
        """Whether the card has a question whose answer the learner has to recall.

        The words of a closed set are known: typing one asks for nothing more than choosing it.
        """
        return bool(self.card.ask) and not self.card.among


def card_contexts(deck_index: DeckIndex, fact: Fact) -> Iterator[CardContext]:
    """Yield the context of each card of `fact` that is not held back."""
    answers = answers_in_words(fact, deck_index.deck.language)
    for card in fact.cards:
        if card.is_held_back:
            continue
        expected = build_expected(deck_index.deck, card)
        yield CardContext(
            deck_index,
            fact,
            card,
            key=answer_texts(card),
            expected=expected,
            accepted=expected.accepted if isinstance(expected, ExpectedTerm) else (),
            sentence=fill_sentence(fact, card, {}, answers),
            answers=answers,
            sources=item_sources(deck_index.deck, fact, card),
            tags=tuple(dict.fromkeys((*deck_index.deck.tags, *tags_of(fact, card)))),
            key_hash=hash_key(card),
            image=image_of(fact, card),
            why=why_of(fact, card),
            note=note_of(fact, card),
            mnemonic=mnemonic_of(fact, card),
        )


def item_sources(deck: Deck, fact: Fact, card: Card) -> tuple[ItemSource, ...]:
    """Return where a card comes from, in the author's order."""
    cited = citations_of(fact, card)
    found = ((deck.sources[citation.source], citation.sentence) for citation in cited)
    return tuple(
        ItemSource(source.short or source.cite, source.cite, sentence, source.doi)
        for source, sentence in found
    )


def make_recall_item(context: CardContext, format_: Format, stem: str) -> Item:
    """Return an item that is answered by typing the card's answer."""
    return make_item(context, format_, stem, context.expected, accepted=context.accepted)


def make_item(  # noqa: PLR0913 (what one item differs in from another)
    context: CardContext,
    format_: Format,
    stem: str,
    expected: Expected,
    *,
    key: tuple[str, ...] = (),
    options: tuple[Option, ...] = (),
    prompts: tuple[str, ...] = (),
    has_fixed_order: bool = False,
    accepted: tuple[str, ...] = (),
    why: str = "",
    number: int = 0,
) -> Item:
    """Return an item of a card; `number` tells several of one format apart (0: there is one)."""
    fact, card = context.fact, context.card
    key = key or context.key
    why = why or context.why
    asked = (
        format_.value,
        stem,
        key,
        expected_to_list(expected),
        [(each.text, each.is_right, each.why) for each in options] if options else [],
        has_fixed_order,
        accepted,
        why,
    )
    return Item(
        id=ItemId(f"{card.id}/{format_.value}{f'/{number}' if number else ''}"),
        deck=fact.deck,
        fact=fact.id,
        card=card.id,
        format=format_,
        stem=stem,
        key=key,
        expected=expected,
        place=card.place,
        options=options,
        prompts=prompts,
        has_fixed_order=has_fixed_order,
        accepted=accepted,
        why=why,
        note=context.note,
        mnemonic=context.mnemonic,
        sentence=context.sentence,
        sources=context.sources,
        tags=context.tags,
        exam_allowed=card.exam_allowed and not kind_of(fact, card),
        content_hash=_hash_content(context, asked, prompts),
        key_hash=context.key_hash,
        image=context.image,
    )


def _hash_content(context: CardContext, asked: tuple[object, ...], prompts: tuple[str, ...]) -> str:
    """Return a hash of all that a learner sees or is graded by; identity and place are left out."""
    # Plain values, in an order of their own: the `repr` of a set is another one in each process.
    seen = (
        *asked,
        context.mnemonic,
        context.sentence,
        [(note.short, note.cite, note.sentence, note.doi) for note in context.sources],
        *prompts,
        *_hashed_image_fields(context.image),
        # Nothing of none, so that hashes stay what they were.
        *([("note", context.note)] if context.note else []),
    )
    return hash_text(repr(seen))


def _hashed_image_fields(image: Image | None) -> tuple[tuple[str, str, bool], ...]:
    """Return what a learner sees of a picture: nothing of none, so that hashes stay what they were.

    A picture that moves to another file is still the same one.
    """
    return () if image is None else ((image.digest, image.alt, image.is_shown_with_question),)


def make_option(text: str, *, is_right: bool = False, why: str = "") -> Option:
    """Return an option, whose id depends on its text alone."""
    return Option(hash_text(text, _OPTION_ID_BYTES), text, is_right, why)


def hash_key(card: Card) -> str:
    """Return a hash of the right answer alone; the order of a list does not matter to it."""
    texts = [normalize_text(text) for text in answer_texts(card)]
    return hash_text(repr(sorted(texts) if isinstance(card.answer, ListAnswer) else texts))


def hash_text(text: str, size: int = _HASH_BYTES) -> str:
    """Return a hash of `text` in hexadecimal digits, two a byte."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()
