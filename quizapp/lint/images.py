"""C307: the words for a picture that stands beside the question name the key."""

from collections.abc import Iterator, Sequence

from quizapp.bank.model import Bank, Card, Deck, Status
from quizapp.bank.nearest import image_of
from quizapp.grading.expected import (
    ExpectedAmount,
    ExpectedList,
    ExpectedNumber,
    ExpectedSequence,
    ExpectedTerm,
)
from quizapp.items.expected_answers import build_expected
from quizapp.items.item import Item
from quizapp.items.word_forms import Word, split_words
from quizapp.lint.exam_cues import occurs_at
from quizapp.lint.finding import Finding
from quizapp.lint.word_families import is_content_word

_MIN_ABBREVIATION_LENGTH = 2  # letters


def find_key_in_alt(bank: Bank, _: Sequence[Item]) -> Iterator[Finding]:
    """C307: an `alt` shown with the question names the answer of a card, or another name of it."""
    for deck in bank.decks:
        for fact in deck.facts:
            for card in fact.cards if fact.status is not Status.DRAFT else ():
                image = image_of(fact, card)
                if image is None or not image.is_shown_with_question:
                    continue
                described = split_words(image.alt)
                named = next(
                    (name for name in _answer_names(deck, card) if _is_named_in(name, described)),
                    None,
                )
                if named is not None:
                    yield Finding(
                        card.place,
                        f'{card.id}: "{named}" is in the words for the picture',
                        "describe what one sees, not what it is, or show it with the answer",
                        fact.id,
                    )


def _answer_names(deck: Deck, card: Card) -> Iterator[str]:
    """Yield what would be right as an answer to `card`; a number only with its unit."""
    match build_expected(deck, card):
        case ExpectedNumber(text=text, unit=unit) | ExpectedAmount(figures=text, unit=unit) if unit:
            yield f"{text} {unit}"
        case ExpectedTerm(key=key, accepted=accepted):
            yield from (key, *accepted)
        case ExpectedList(members=members) | ExpectedSequence(members=members):
            for member in members:
                yield from (member.key, *member.accepted)


def _is_named_in(name: str, described: Sequence[Word]) -> bool:
    """Return whether `described` has all words of `name` side by side, one of them informative."""
    key = split_words(name)
    return any(map(_is_informative, key)) and any(
        occurs_at(key, described, at) for at in range(len(described))
    )


def _is_informative(word: Word) -> bool:
    """Return whether a word is informative: a long one, a number, an abbreviation."""
    is_abbreviation = word.shown.isupper() and len(word.shown) >= _MIN_ABBREVIATION_LENGTH
    return is_abbreviation or is_content_word(word)
