"""Names of persons: is one asked for, is the key one, and which part of it names the person."""

import re
from collections.abc import Sequence

from quizapp.grading.languages import ENGLISH, Language
from quizapp.grading.tokens import Token
from quizapp.grading.words import LanguageData

_LONGEST_PARTICLE = 3  # letters: von, de
_OPENING = 2  # words: by whom
# What the last word of a body ends in: the Ottoman Empire, the Security Council.
_BODY = re.compile(
    r".+(?:ions?|ment|dom|ship|ty|ny|my|cy|ry|ence|ance|ic|ire|gue|gress|cil|[ai]te|ice|ers|ors"
    r"|ists|ians)"
)
_OF_OTHER_WORDS = ("ly", "ed", "ing")  # no name has a form in one: primely, courting


def asks_for_person(question: Sequence[Token], language: Language) -> bool:
    """Return whether a question asks who it is."""
    return any(word.form in language.who for word in question[:_OPENING])


def surname_of(key: Sequence[Token], data: LanguageData) -> Token | None:
    """Return the last word of a full name of a person; None where a key is anything else.

    Words in capitals, particles between, may name a body, too: the Prime Minister, North Korea. In
    English their words tell, which are adjectives or verbs, or end as abstract nouns do.
    """
    is_full = len(key) > 1 and key[0].is_capitalised and key[-1].is_capitalised
    if not is_full or not all(_may_stand_in_name(word, data.language) for word in key):
        return None
    if data.language is ENGLISH:
        is_said = any(is_common(word, data) for word in key if word.is_capitalised)
        if data.words.is_empty or is_said or _BODY.fullmatch(key[-1].form):
            return None
    return key[-1]


def is_common(word: Token, data: LanguageData) -> bool:
    """Return whether an English word has forms that no name has: kingly, courting."""
    stems = {word.form, word.form.removesuffix("e")} if len(word.form) > 1 else set()
    return any(data.words.known(stem + end) for stem in stems for end in _OF_OTHER_WORDS)


def _may_stand_in_name(word: Token, language: Language) -> bool:
    is_particle = len(word.form) <= _LONGEST_PARTICLE and word.form not in language.articles
    is_word = word.form.isalpha() and word.number is None and not word.is_glued
    return is_word and (word.is_capitalised or is_particle)
