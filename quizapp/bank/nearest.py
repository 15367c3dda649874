"""What explains a card: what it says itself, or else its fact for it. The nearest wins.

A fact says once what holds for all its cards; a card that says otherwise is believed. Tags add up.
"""

from quizapp.bank.model import Card, Citation, Fact, Image, Kind


def why_of(fact: Fact, card: Card) -> str:
    """Return why the answer of `card` is so; "" where nobody says."""
    return card.why or fact.why


def note_of(fact: Fact, card: Card) -> str:
    """Return the remark on the right answer of `card`; "" where there is none."""
    return card.note or fact.note


def mnemonic_of(fact: Fact, card: Card) -> str:
    """Return the bridge for the memory of `card`; "" where there is none."""
    return card.mnemonic or fact.mnemonic


def citations_of(fact: Fact, card: Card) -> tuple[Citation, ...]:
    """Return where `card` is said, in the author's order; () where nobody says."""
    return card.citations or fact.citations


def image_of(fact: Fact, card: Card) -> Image | None:
    """Return the picture of `card`; None where it has none."""
    return card.image or fact.image


def kind_of(fact: Fact, card: Card) -> Kind:
    """Return what `card` is for."""
    return card.kind or fact.kind


def tags_of(fact: Fact, card: Card) -> tuple[str, ...]:
    """Return the words that `card` is selected by, those of its fact first, none twice.

    What it is for is one of them, so that whoever searches or exports finds it.
    """
    kind = kind_of(fact, card)
    return tuple(dict.fromkeys((*fact.tags, *card.tags, *([kind.value] if kind else []))))


def all_citations(fact: Fact) -> tuple[Citation, ...]:
    """Return where anything of `fact` is said: by itself or by one of its cards, none twice."""
    of_cards = (citation for card in fact.cards for citation in card.citations)
    return tuple(dict.fromkeys((*fact.citations, *of_cards)))


def all_images(fact: Fact) -> tuple[Image, ...]:
    """Return the pictures of `fact` and of its cards, none twice."""
    found = (fact.image, *(card.image for card in fact.cards))
    return tuple(dict.fromkeys(image for image in found if image))
