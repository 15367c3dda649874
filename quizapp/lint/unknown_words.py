"""Words and units that nothing knows: G503, G505; looked for where a dictionary is at hand.

A dictionary knows a quarter of the names of drugs, so that it does not know a word says little. A
word is suspicious where something that is known lies one slip away.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from quizapp.bank.model import (
    AmountAnswer,
    Bank,
    Card,
    Deck,
    Fact,
    NumberAnswer,
    Status,
)
from quizapp.bank.sentences import answer_texts
from quizapp.grading.languages import language_of
from quizapp.grading.nearby import find_one_edit_away
from quizapp.items.word_forms import split_words
from quizapp.lint.finding import Finding

_MIN_LENGTH = 7  # letters; a shorter word has a known one beside it by chance
_MAX_NEIGHBOURS = 8
_NOUNS_WITH_CAPITALS = frozenset({"de"})  # elsewhere a capital makes a name
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN_UNIT = re.compile(r"(?=.*[^\W\d_]{4})[^\W\d_]+(?:[ -][^\W\d_]+)*")  # no mere symbol


class Words(Protocol):
    """The words of a language."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of the language."""

    def known(self, word: str) -> bool:
        """Return whether `word` is one of the language."""

    def neighbours(self, word: str, *, limit: int) -> tuple[str, ...]:
        """Return at most `limit` known words that are one edit from `word`."""


@dataclass(frozen=True, slots=True)
class WordKnowledge:
    """What is known of words and units: the words of a language by its code, and units."""

    words_of: Callable[[str], Words]
    is_known_unit: Callable[[str], bool]


def find_suspicious_words(bank: Bank, words_of: Callable[[str], Words]) -> Iterator[Finding]:
    """G503: a word of an answer that is not known, and that one slip turns into one that is."""
    for deck in bank.decks:
        facts = _words_by_fact(deck)
        names = _words_of_names(deck)
        counts = Counter(word for words in facts.values() for word in words)
        told: set[str] = set()
        for fact in deck.facts:
            for card in fact.cards if fact.status is Status.REVIEWED else ():
                language = language_of(card.language or deck.language).code
                words = words_of(language)
                if (
                    words.is_empty
                    or card.is_code
                    or isinstance(card.answer, NumberAnswer | AmountAnswer)
                ):
                    continue
                for word in _unknown_words(card, language, words):
                    form = word.casefold()
                    if counts[form] > 1 or form in told:
                        continue
                    meant = _meant_word(form, words, counts, names)
                    if meant:
                        told.add(form)
                        yield Finding(
                            card.place,
                            f'{card.id}: "{word}" is perhaps misspelt: "{meant}" is a word',
                            "correct it, or set the rule aside if it is right",
                            fact.id,
                        )


def _unknown_words(card: Card, language: str, words: Words) -> Iterator[str]:
    """Yield the long words of an answer that the language does not know in any form."""
    for text in answer_texts(card):
        for word in _WORD.findall(text):
            is_name = word != word.casefold() and (
                language not in _NOUNS_WITH_CAPITALS or not word.istitle()
            )
            forms = (word, *(form for each in split_words(word) for form in each.forms))
            if len(word) >= _MIN_LENGTH and not is_name and not any(map(words.known, forms)):
                yield word


def _meant_word(
    form: str, words: Words, counts: Mapping[str, int], names: frozenset[str]
) -> str | None:
    """Return a word one slip from `form` that may be meant; None where there is none.

    What differs in its last letter is another form of the word; what is written in two ways, or is
    an answer of its own (adduction, abduction), was written on purpose.
    """
    near = (
        *find_one_edit_away(form, [word for word in counts if word != form]),
        *words.neighbours(form, limit=_MAX_NEIGHBOURS),
    )
    for word in near:
        is_inflected = word[:-1] == form[:-1] or word[:-1] == form or word == form[:-1]
        is_variant = split_words(word)[0].is_same(split_words(form)[0])
        if not is_inflected and not is_variant and word not in names:
            return word
    return None


def _words_by_fact(deck: Deck) -> dict[str, frozenset[str]]:
    """Return the words of all that each fact says."""
    return {
        fact.id: frozenset(word.casefold() for text in _texts(fact) for word in _WORD.findall(text))
        for fact in deck.facts
    }


def _texts(fact: Fact) -> Iterator[str]:
    """Yield what a fact says, its answers among it."""
    yield from (fact.why, fact.note, fact.mnemonic)
    for card in fact.cards:
        yield from (
            card.ask,
            *answer_texts(card),
            *card.aliases,
            card.why,
            card.note,
            card.mnemonic,
        )
        yield from (part for part in (*fact.say, *card.say) if isinstance(part, str))


def _words_of_names(deck: Deck) -> frozenset[str]:
    """Return the words of all names and answers of a deck."""
    names = (
        name for concept in deck.concepts.values() for name in (*concept.names, *concept.never)
    )
    answers = (text for fact in deck.facts for card in fact.cards for text in answer_texts(card))
    return frozenset(word.casefold() for text in (*names, *answers) for word in _WORD.findall(text))


def find_unknown_units(bank: Bank, knowledge: WordKnowledge) -> Iterator[Finding]:
    """G505: a unit that looks like one of measure and that is not known, once a deck each.

    What is counted ("patients", "new cases") is a word of the language and no unit of measure.
    """
    for deck in bank.decks:
        told: set[str] = set()
        for card in (card for fact in deck.facts for card in fact.cards):
            unit = card.answer.unit if isinstance(card.answer, NumberAnswer | AmountAnswer) else ""
            if not unit or unit in told or knowledge.is_known_unit(unit):
                continue
            told.add(unit)
            words = knowledge.words_of(language_of(card.language or deck.language).code)
            if not _is_counted(unit, words):
                yield Finding(
                    card.place,
                    f"{card.id}: the unit {unit} is not known: accepted as written, never "
                    "converted",
                    "correct it, or leave it as it is",
                    card.fact,
                )


def _is_counted(unit: str, words: Words) -> bool:
    """Return whether `unit` is what is counted: words that the language has, or may have."""
    if not _PLAIN_UNIT.fullmatch(unit):
        return False
    return words.is_empty or all(words.known(word) for word in _WORD.findall(unit))
