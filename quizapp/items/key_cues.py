"""Does what is on the screen say what is being asked for?

A heading must not hold so much as a telling word of the key; an item that says another one's whole
key is not asked right before it. Of what the question says itself, a heading tells no more.
"""

from collections.abc import Iterator, Sequence

from quizapp.bank.mentions import numbers_in, parse_number
from quizapp.grading.expected import (
    ExpectedAmount,
    ExpectedNumber,
)
from quizapp.items.item import Format, Item
from quizapp.items.word_forms import Word, split_words

# What is true or false, or to be paired, has no key that a text could say.
_KEYLESS_FORMATS = frozenset({Format.TRUE_FALSE, Format.MATCH})
_MIN_TELLING = 4  # letters
_MIN_STEM_SHARE = 0.6  # of the longer of two words
_MIN_BARE_DIGITS = 2  # of a number that stands without its unit


def choose_heading(title: str, item: Item, number: int) -> str:
    """Return what stands above the open question: `title` unless it hints at the key.

    Then it is the id of the deck, and if that hints, too, "Question" with its `number`.
    """
    headings = (title, item.deck)
    return next((each for each in headings if not hints_at_key(each, item)), f"Question {number}")


def hints_at_key(text: str, item: Item) -> bool:
    """Return whether `text` has a telling word of the key of `item`, or its number.

    Telling is a word of four letters or more, or with a digit, that the question does not say.
    """
    if item.format in _KEYLESS_FORMATS:
        return False
    if isinstance(item.expected, ExpectedAmount):
        ends = {item.expected.low, item.expected.high, item.expected.of} - {None}
        return not ends.isdisjoint(numbers_in(text)) and ends.isdisjoint(numbers_in(item.stem))
    if isinstance(item.expected, ExpectedNumber):
        value = item.expected.value
        return value in numbers_in(text) and value not in numbers_in(item.stem)
    words, asked = split_words(text.replace("-", " ")), split_words(item.stem.replace("-", " "))
    return any(
        has_form_of(word, words) and not has_form_of(word, asked) for word in _telling_words(item)
    ) or any(says_phrase(text, key) and not says_phrase(item.stem, key) for key in item.key)


def gives_key_away(shown: Item, item: Item) -> bool:
    """Return whether who has just seen `shown` and its explanation has read the key of `item`.

    Items of one card share their key, and other sessions see to it that they are apart.
    """
    if item.format in _KEYLESS_FORMATS or shown.card == item.card:
        return False
    texts = (shown.stem, *shown.prompts, shown.sentence, shown.why, shown.note, shown.mnemonic)
    return any(_says_key(text, item) for text in texts if text)


def _says_key(text: str, item: Item) -> bool:
    """Return whether `text` says a whole key: a number with its unit, or of several digits."""
    if not isinstance(item.expected, ExpectedNumber):
        return any(says_phrase(text, key) for key in item.key)
    unit, value = item.expected.unit, item.expected.value
    if unit:
        return says_phrase(text, f"{item.expected.text} {unit}")
    return len(item.expected.text) >= _MIN_BARE_DIGITS and value in numbers_in(text)


def says_phrase(text: str, phrase: str) -> bool:
    """Return whether the words of `phrase` stand in `text` in a row, in whatever number."""
    sought, words = split_words(phrase), split_words(text)
    is_letter = len(sought) == 1 and len(sought[0].form) == 1
    if not sought or is_letter:
        return False
    places = range(len(words) - len(sought) + 1)
    return any(
        all(one.is_same(other) for one, other in zip(sought, words[at:], strict=False))
        for at in places
    )


def _telling_words(item: Item) -> Iterator[Word]:
    """Yield the words of the key that could give it away."""
    for key in item.key:
        for word in split_words(key.replace("-", " ")):
            has_digit = any(map(str.isdigit, word.form))
            is_number = parse_number(word.form) is not None
            if (has_digit and not is_number) or len(word.form) >= _MIN_TELLING:
                yield word


def has_form_of(word: Word, words: Sequence[Word]) -> bool:
    """Return whether one of `words` is a form of `word`: Japanese of Japan."""
    return any(word.is_same(other) or _share_stem(word, other) for other in words)


def _share_stem(one: Word, other: Word) -> bool:
    """Return whether two words begin alike for most of the longer."""
    if one.is_exact or other.is_exact:
        return False
    length = max(len(one.form), len(other.form))
    common = next(
        (at for at, (a, b) in enumerate(zip(one.form, other.form, strict=False)) if a != b),
        min(len(one.form), len(other.form)),
    )
    return common >= max(_MIN_TELLING, _MIN_STEM_SHARE * length)
