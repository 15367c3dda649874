"""Rules on clues that give the key away: C301, C302, C304, C305."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from quizapp.bank.mentions import parse_number
from quizapp.bank.model import Bank, Deck
from quizapp.bank.sentences import answer_texts, full_sentence
from quizapp.grading.dictionary import is_common_word
from quizapp.grading.expected import ENGLISH
from quizapp.grading.languages import language_of
from quizapp.grading.quantities import without_level
from quizapp.items.item import CHOICE_FORMATS, Format, Item
from quizapp.items.text_shape import is_plural, opening_article
from quizapp.items.word_forms import split_words
from quizapp.lint.finding import Finding, make_finding
from quizapp.lint.stem_data import data_of
from quizapp.lint.word_families import MIN_CONTENT_LENGTH, are_related, is_content_word

_MIN_FOREIGN_LENGTH = 6  # letters of a content word, where it is not known which words are
_MIN_LONG_WORDS = 3
_MAX_LENGTH_RATIO = 1.25
_MIN_CONVERGING = 3  # options of several words
_MIN_SHARED_WORDS = (
    2  # words that the key may have in common with the others before they are counted
)
_ABSOLUTE_WORD = re.compile(r"\b(always|never|only|all|every|none)\b", re.IGNORECASE)
_PRONOUN = "one"  # in the words of an answer it is a pronoun more often than a number
# A text that opens so is a clause: what its last word is says nothing of it.
_CLAUSE = re.compile(r"(?:that|to|how|when|because|if|it|they|who|where|what|why)\b", re.IGNORECASE)
_SMALL_WORD = re.compile(r"\b[^\W\d_A-Z][^\W\d_A-Z]+\b")
_LARGE_WORD = re.compile(r"(?<=[^\W\d_] )[A-Z][^\W\d_A-Z]+\b")
_PLAIN_WORD = re.compile(r"^[^\W\d_][^\W\d_A-Z]+$")


def find_key_words_in_stems(bank: Bank, items: Sequence[Item]) -> Iterator[Finding]:
    """C301: a word of the answer is in the question and not in every option.

    Of other languages than English the words that say nothing are not known; nearly all of them
    are short.
    """
    english = {deck.id for deck in bank.decks if language_of(deck.language).code == ENGLISH}
    for item in items:
        min_length = MIN_CONTENT_LENGTH if item.deck in english else _MIN_FOREIGN_LENGTH
        yield from _find_key_word_in_stem(item, min_length)


def _find_key_word_in_stem(item: Item, min_length: int) -> Iterator[Finding]:
    """Yield the words of the answer that are in the question and not in every option."""
    if item.format not in CHOICE_FORMATS:
        return
    asked = split_words(item.stem)
    every = [split_words(option.text) for option in item.options]
    data = data_of(item.stem)
    # As it is offered: without the error or the level of its interval, which no option shows.
    for key in (option.text for option in item.options if option.is_right):
        for word in split_words(without_level(key)):
            is_clue = (
                is_content_word(word, min_length)
                and word.shown.casefold() != _PRONOUN
                and parse_number(word.shown) not in data
                and any(are_related(word, other) for other in asked)
            )
            if is_clue and not all(
                any(are_related(word, each) for each in texts) for texts in every
            ):
                yield make_finding(
                    item,
                    f'"{word.shown}" of the key "{key}" is in the question',
                    "reword the question, or let every option have the word",
                )


def find_longest_keys(bank: Bank, items: Sequence[Item]) -> Iterator[Finding]:
    """C302: the key is far longer than every wrong option.

    The answers of a closed set are as long as they are; so is one that denies what another says.
    """
    facts = [fact for deck in bank.decks for fact in deck.facts]
    closed = {card.id for fact in facts for card in fact.cards if card.among}
    denying = {deck.id: language_of(deck.language).negations for deck in bank.decks}
    for item in items:
        if item.format is Format.CHOICE and item.card not in closed:
            yield from _find_longest_key(item, denying[item.deck])


def _find_longest_key(item: Item, denying: Collection[str]) -> Iterator[Finding]:
    """Yield the key of `item` if it is far longer than every wrong option."""
    wrong = [option.text for option in item.options if not option.is_right]
    said = [_words_without(text, denying) for text in wrong]
    for option in item.options:
        is_long = len(split_words(option.text)) >= _MIN_LONG_WORDS
        is_key = option.is_right and bool(wrong)
        if (
            is_key
            and is_long
            and len(option.text) > _MAX_LENGTH_RATIO * max(map(len, wrong))
            and _words_without(option.text, denying) not in said
        ):
            yield make_finding(
                item,
                f'the key "{option.text}" is much longer than the wrong options',
                "shorten it, or lengthen a wrong option",
            )


def _words_without(text: str, left_out: Collection[str]) -> tuple[str, ...]:
    """Return the words of `text` without those to be `left_out`."""
    return tuple(word for word in text.casefold().split() if word not in left_out)


def find_converging_key(item: Item) -> Iterator[Finding]:
    """C303: every wrong option has a word of the key, and the key most of such words."""
    options = [option for option in item.options if len(split_words(option.text)) > 1]
    if all(any(map(str.isdigit, option.text)) for option in options):
        return  # amounts have figures in common, not words
    if item.format is not Format.CHOICE or len(options) < _MIN_CONVERGING:
        return
    texts = {option.id: {word.form for word in split_words(option.text)} for option in options}
    everywhere = set.intersection(*texts.values())
    counts = Counter(form for forms in texts.values() for form in forms - everywhere)
    shared = {
        id_: sum(counts[form] > 1 for form in forms - everywhere) for id_, forms in texts.items()
    }
    key = next((option for option in options if option.is_right), None)
    if key is None:
        return
    wrong = [option.id for option in options if not option.is_right]
    is_hub = len(wrong) == len(item.options) - 1 and all(
        texts[key.id] & texts[id_] - everywhere for id_ in wrong
    )
    if (
        is_hub
        and shared[key.id] >= _MIN_SHARED_WORDS
        and shared[key.id] > max(shared[each] for each in wrong)
    ):
        yield make_finding(
            item,
            f'the key "{key.text}" has most words in common with the other options',
            "share its words out evenly, or write options that have none in common",
        )


def find_absolute_words(item: Item) -> Iterator[Finding]:
    """C304: always, never, only on the right side alone, or on the wrong side alone."""
    if item.format not in CHOICE_FORMATS:
        return
    right = [bool(_ABSOLUTE_WORD.search(each.text)) for each in item.options if each.is_right]
    wrong = [bool(_ABSOLUTE_WORD.search(each.text)) for each in item.options if not each.is_right]
    if any(right) != any(wrong) and (all(right) if any(right) else all(wrong)):
        side = "right" if any(right) else "wrong"
        yield make_finding(
            item, f"only the {side} options are absolute", "say it on both sides, or on neither"
        )


def find_absolute_untrue(bank: Bank, _: Sequence[Item]) -> Iterator[Finding]:
    """C304: an untrue statement that is absolute, where what is true is not."""
    for deck in bank.decks:
        if language_of(deck.language).code != ENGLISH:
            continue
        for fact in deck.facts:
            true = [full_sentence(fact, card) for card in fact.cards]
            if any(map(_ABSOLUTE_WORD.search, (*true, *(card.ask for card in fact.cards)))):
                continue
            for untrue in (*fact.untrue, *(each for card in fact.cards for each in card.untrue)):
                if found := _ABSOLUTE_WORD.search(untrue.say):
                    yield Finding(
                        untrue.place,
                        f"{fact.id}: only what is untrue says {found.group()!r}",
                        "say it without, or say it in the true sentence, too",
                        fact.id,
                    )


def find_odd_key(item: Item) -> Iterator[Finding]:
    """C305: the key alone differs in its article, number or final stop."""
    right = [option.text for option in item.options if option.is_right]
    wrong = [option.text for option in item.options if not option.is_right]
    if item.format is not Format.CHOICE or len(right) != 1 or len(wrong) < 2:  # noqa: PLR2004
        return
    for name, feature in _FEATURES:
        key, others = feature(right[0]), {feature(text) for text in wrong}
        if key is not None and len(others) == 1 and None not in others and key not in others:
            yield make_finding(
                item, f'the key "{right[0]}" alone differs in its {name}', "write all options alike"
            )


def find_odd_capital(bank: Bank, items: Sequence[Item]) -> Iterator[Finding]:
    """C305: the key alone, or all but the key, opens with a capital that is none of its own.

    A capital belongs to a name: Golgi apparatus among ribosomes, Paris among rivers. Common are a
    word that its deck writes small, too, and an answer of one word that its language writes so.
    """
    decks = {deck.id: (deck.language, *_written_words(deck)) for deck in bank.decks}
    for item in items:
        wrong = [option.text for option in item.options if not option.is_right]
        if item.format is not Format.CHOICE or len(item.key) != 1 or len(wrong) < 2:  # noqa: PLR2004
            continue
        key, others = _is_capital(item.key[0]), {_is_capital(text) for text in wrong}
        if key is None or others != {not key}:
            continue
        written_large = [item.key[0]] if key else wrong
        if all(_is_common(text, *decks[item.deck]) for text in written_large):
            yield make_finding(
                item, f'the key "{item.key[0]}" alone differs in its capital', "write all alike"
            )


def _is_common(text: str, language: str, small: frozenset[str], large: frozenset[str]) -> bool:
    """Return whether the first word of `text` is a common noun.

    `small` are the words that its deck writes so, `large` those with a capital in mid-sentence.
    """
    word = _first_word(text)
    if word.casefold() in small:
        return True
    return word == text and word not in large and is_common_word(word, language)


def _written_words(deck: Deck) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that a deck writes small, and those that it writes large in mid-sentence."""
    small: set[str] = set()
    large: set[str] = set()
    for text in _prose(deck):
        small.update(_SMALL_WORD.findall(text))
        large.update(_LARGE_WORD.findall(text))
    return frozenset(small), frozenset(large)


def _prose(deck: Deck) -> Iterator[str]:
    """Yield the texts of a deck in which words are written as in a sentence."""
    for fact in deck.facts:
        yield fact.why
        yield from (each.say for each in fact.untrue)
        for card in fact.cards:
            yield from (card.ask, full_sentence(fact, card), *answer_texts(card), *card.aliases)
            yield from (text for each in card.wrong for text in (each.text, each.why))
    for concept in deck.concepts.values():
        yield from concept.names


def _first_word(text: str) -> str:
    """Return the first word of `text`; "" where it has none."""
    return text.split(maxsplit=1)[0] if text.split() else ""


def _is_capital(text: str) -> bool | None:
    """Return whether `text` opens with a capital; None where the spelling is its own (X-linked)."""
    first = _first_word(text)
    return first[0].isupper() if _PLAIN_WORD.match(first) else None


_FEATURES: tuple[tuple[str, Callable[[str], bool | None]], ...] = (
    ("article", lambda text: bool(opening_article(text))),
    ("number: one or several", lambda text: None if _CLAUSE.match(text) else is_plural(text)),
    ("final stop", lambda text: text.endswith(".")),
)
