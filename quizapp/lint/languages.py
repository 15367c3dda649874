"""Rules on the language of a deck: G504."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from quizapp.bank.model import AmountAnswer, Bank, Card, Deck, NumberAnswer
from quizapp.bank.place import Place
from quizapp.bank.sentences import answer_texts
from quizapp.grading.languages import LANGUAGES, Language, language_of
from quizapp.items.item import Item
from quizapp.lint.finding import Finding

_LATIN = "LATIN"
_SCRIPTS = {"ru": {"CYRILLIC"}, "ar": {"ARABIC"}, "ja": {"CJK", "HIRAGANA", "KATAKANA"}}
_LETTERS = re.compile(r"[^\W\d_]{2,}")  # a letter alone is a sign: α, Ω
_ALIKE = frozenset({_LATIN, "CYRILLIC"})  # scripts with letters that look the same


def find_unknown_languages(bank: Bank, _: Sequence[Item]) -> Iterator[Finding]:
    """G504: a language of which nothing is known, or not all; each is told once a deck."""
    for deck in bank.decks:
        told: set[str] = set()
        for code, finding in _language_findings(deck):
            if code not in told:
                told.add(code)
                yield finding


def _language_findings(deck: Deck) -> Iterator[tuple[str, Finding]]:
    """Yield a finding wherever a language is written that is not known in whole, with its code."""
    if finding := _language_finding(deck.language, deck.language_place or deck.place):
        yield language_of(deck.language).code, finding
    for fact in deck.facts:
        for card in fact.cards:
            if card.language and (finding := _language_finding(card.language, card.place, card)):
                yield language_of(card.language).code, finding


def _language_finding(written: str, place: Place, card: Card | None = None) -> Finding | None:
    """Return the finding of a language that is `written`; None where it is known in whole."""
    language = language_of(written)
    fact = card.fact if card else None
    if language.code not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        return Finding(
            place,
            f"language {written} is not known to quizapp; answers are judged exactly",
            f"write one of {known}, or give every right form of an answer under `aliases`",
            fact,
        )
    if not language.is_promised:
        return Finding(
            place,
            f"{language.name} is known in part; another form of a word may be refused",
            "give every right form of an answer under `aliases`",
            fact,
            is_hint=True,
        )
    return None


def find_foreign_scripts(bank: Bank, _: Sequence[Item]) -> Iterator[Finding]:
    """G504: an answer in another script than its language has, or a word in two scripts."""
    for deck in bank.decks:
        for fact in deck.facts:
            for card in fact.cards:
                language = language_of(card.language or deck.language)
                if card.is_code or isinstance(card.answer, NumberAnswer | AmountAnswer):
                    continue
                for text in answer_texts(card):
                    if finding := _script_finding(card, text, language):
                        yield finding


def _script_finding(card: Card, text: str, language: Language) -> Finding | None:
    """Return the finding of an answer that whoever writes the language cannot type; else None."""
    words = _LETTERS.findall(text)
    mixed = next((word for word in words if _scripts_of(word) >= _ALIKE), None)
    if mixed is not None:
        return Finding(
            card.place,
            f'{card.id}: "{mixed}" has Latin and Cyrillic letters, which look alike',
            "write it anew in one script",
            card.fact,
        )
    usual = {_LATIN, *_SCRIPTS.get(language.code, ())}
    found = set().union(*map(_scripts_of, words))
    if language.code in LANGUAGES and found and found.isdisjoint(usual):
        return Finding(
            card.place,
            f'{card.id}: "{text}" is in another script than {language.name} has',
            "write the `language` of the card, or the answer as it is typed in that of the deck",
            card.fact,
        )
    return None


def _scripts_of(word: str) -> set[str]:
    """Return the scripts that the letters of a word are of."""
    names = (unicodedata.name(letter, "") for letter in word if letter.isalpha())
    return {name.split(" ", 1)[0] for name in names if name}
