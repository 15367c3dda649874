"""Does a statement hold a value that stands elsewhere in it, in whatever words?

"Four received a liver, and it relapsed in four of them" shows by its form that one of the two was
put in; and where it does not, it may be true of the other place.
"""

from quizapp.bank.concepts import find_concept
from quizapp.bank.mentions import numbers_in, parse_number
from quizapp.bank.model import Deck
from quizapp.items.word_forms import Word, split_words


def says(text: str, value: str, deck: Deck) -> bool:
    """Return whether `text` says `value`: the number, or the words, also by another name."""
    return count_mentions(text, value, deck) > 0


def count_mentions(text: str, value: str, deck: Deck) -> int:
    """Return how often `text` says `value`: the number, or the words, also by another name."""
    number = parse_number(value)
    if number is not None:
        return sum(each == number for each in numbers_in(text))
    concept = find_concept(deck, value)
    words = split_words(text)
    return max(
        _count_phrase(words, split_words(name))
        for name in (value, *(concept.names if concept else ()))
    )


def _count_phrase(words: tuple[Word, ...], phrase: tuple[Word, ...]) -> int:
    """Return at how many places of `words` the words of `phrase` stand in a row."""
    return sum(
        all(one.is_same(other) for one, other in zip(phrase, words[at:], strict=False))
        for at in range(len(words) - len(phrase) + 1)
    )
