"""Is a typed word the key's word, a slip of it, or another word?

Likeness never decides alone. A word is the same by a rule, or one slip away from the key and no
word of the language itself, or it is another one.
"""

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cache, lru_cache
from itertools import pairwise

from quizapp.grading.affixes import (
    LONGEST_AFFIX,
    SHORTEST_STEM,
    excluding_affixes,
    is_misspelt_ending,
    rivals_of,
)
from quizapp.grading.dictionary import Dictionary
from quizapp.grading.fold import american, bare, by_ear, with_umlauts_spelled
from quizapp.grading.languages import ENGLISH, Accents, Language
from quizapp.grading.tokens import Token

_FEWEST_LETTERS_OF_SLIP = 4
_FREE_FIRST_LETTER = 8  # letters from which the first may be the slip
_EXCHANGED_FROM = 6  # letters from which two syllables may have each other's consonant
_LONG = 9  # letters from which two edits are asked about, and neighbours looked up
_TWO_SLIPS = 10  # letters from which two edits that stand apart are two slips
_APART = 3  # letters; nearer edits may exchange a part of a word: prednisone, prednisolone
_ASKED_WITHOUT_DICTIONARY = 6  # letters from which one edit is asked about in other languages
_FEWEST_LETTERS_BY_EAR = 5
_IRREGULAR_FROM = 5  # letters of a key from which an irregular form of it is known as such
_IC_IS_ICAL = 9  # letters from which -ic and -ical say the same
_NEIGHBOURS = 8
_LONGEST_SHORT_NAME = 5  # letters
_DOUBLED = re.compile(r"(.)\1")
_VOWELS = frozenset("aeiouy") | {"ae", "oe"}


@dataclass(frozen=True, slots=True)
class LanguageData:
    """A language, and the words that are known of it."""

    language: Language
    words: Dictionary


class Likeness(IntEnum):
    """How like the key's word a typed word is, the best first."""

    SAME = 0
    ACCENT = 1  # the same but for marks that the language lets one leave out
    SLIP = 2
    NEAR = 3  # no proof and no veto
    OTHER = 4


class Fault(StrEnum):
    """What is wrong with a typed word, as far as it can be told."""

    LETTER = "letter"
    EAR = "ear"
    ACCENT = "accent"
    OPPOSITE = "opposite"  # another prefix or ending on the same stem
    ANOTHER_WORD = "another word"  # near the key, and a word of the language itself
    UNLIKE = "unlike"


@dataclass(frozen=True, slots=True)
class WordMatch:
    """What a typed word is to the key's. `affixes`: those of key and typed that exclude others."""

    likeness: Likeness
    fault: Fault = Fault.UNLIKE
    affixes: tuple[str, str] = ("", "")


_SAME = WordMatch(Likeness.SAME)
_OTHER = WordMatch(Likeness.OTHER)
_SLIP = WordMatch(Likeness.SLIP, Fault.LETTER)
_NEAR = WordMatch(Likeness.NEAR, Fault.LETTER)
_BY_EAR = WordMatch(Likeness.SLIP, Fault.EAR)
_ANOTHER_WORD = WordMatch(Likeness.OTHER, Fault.ANOTHER_WORD)


def match_words(key: Token, typed: Token, data: LanguageData) -> WordMatch:
    """Return what the word `typed` is to the word `key`."""
    if key.form == typed.form:
        return _SAME
    if key.number is not None or typed.number is not None:
        return _SAME if key.number == typed.number else _number_slip(key, typed, data)
    if _is_abbreviation(key) or not (typed.form.isalpha() and key.form.isalpha()):
        return _SAME if _are_plural(key, typed) or _are_plural(typed, key) else _OTHER
    found = _match_forms(key.form, typed.form, data.language, data.words)
    if found is _ANOTHER_WORD and _are_names_by_ear(key, typed, data.language):
        return _BY_EAR  # Katherine
    if found is _SLIP and _is_short_name(key, typed, data.language):
        is_four = len(key.form) == _FEWEST_LETTERS_OF_SLIP
        return _OTHER if is_four else _NEAR
    is_misspelt = found.likeness in {Likeness.SLIP, Likeness.NEAR}
    return _OTHER if key.is_exact and is_misspelt else found


def _is_short_name(key: Token, typed: Token, language: Language) -> bool:
    """Return whether a short name has one letter exchanged, as another name may: Manet, Monet."""
    is_name = key.text.istitle() and not language.has_capital_nouns
    is_exchanged = len(key.form) == len(typed.form) and sorted(key.form) != sorted(typed.form)
    return is_name and is_exchanged and len(key.form) <= _LONGEST_SHORT_NAME


def _are_names_by_ear(key: Token, typed: Token, language: Language) -> bool:
    """Return whether two names sound alike, where other words that do are two."""
    if language.has_capital_nouns or not (key.text.istitle() and typed.text.istitle()):
        return False
    is_alike = by_ear(key.form, language) == by_ear(typed.form, language)
    return is_alike and len(key.form) >= _FEWEST_LETTERS_BY_EAR


def _is_abbreviation(token: Token) -> bool:
    return token.text.isupper() and token.is_exact and len(token.text) > 1


def _are_plural(one: Token, other: Token) -> bool:
    """Return whether one is the other with the ending of a plural: ARB, ARBs."""
    return one.text[-1:].isupper() and other.text in {f"{one.text}s", f"{one.text}'s"}


def _number_slip(key: Token, typed: Token, data: LanguageData) -> WordMatch:
    """Return whether a number word is misspelt: fourten."""
    are_words = key.form.isalpha() and typed.form.isalpha() and typed.number is None
    return _match_forms(key.form, typed.form, data.language, data.words) if are_words else _OTHER


@lru_cache(maxsize=8192)
def _match_forms(key: str, typed: str, language: Language, words: Dictionary) -> WordMatch:
    """Return what one folded word of letters is to another."""
    if key == typed or _is_spelled_otherwise(key, typed, language):
        return _SAME
    if bare(key) == bare(typed):
        return _match_accents(key, typed, language, words)
    if _is_inflected(key, typed, language, words):
        return _SAME
    return _match_spelling(key, typed, language, words)


def _is_spelled_otherwise(key: str, typed: str, language: Language) -> bool:
    """Return whether two words are one in two spellings: colour, color; Köln, Koeln."""
    if language is ENGLISH:
        return american(bare(key)) == american(bare(typed)) or _are_both_ic(key, typed)
    if language.code == "pt":  # reacção and directo, before the reform of 1990
        return re.sub("[cp](?=[çt])", "", key) == re.sub("[cp](?=[çt])", "", typed)
    is_german = language.code == "de"
    key, typed = (with_umlauts_spelled(word).replace("ph", "f") for word in (key, typed))
    return is_german and key == typed


def _are_both_ic(key: str, typed: str) -> bool:
    """Return whether two adjectives are one: symmetric, symmetrical; not economic, economical."""
    short, long = sorted((key, typed), key=len)
    return len(short) >= _IC_IS_ICAL and short.endswith("ic") and long == f"{short}al"


def _match_accents(key: str, typed: str, language: Language, words: Dictionary) -> WordMatch:
    """Return what a word is that differs by marks alone: left out, added, or another one."""
    is_left_out, is_vowel = _is_bare_of(key, typed), _differ_by_vowels(key, typed)
    if _is_known(typed, words) and not _is_form_of(key, typed, words):
        return _ANOTHER_WORD
    if words.is_empty and language.is_promised:  # they are not built yet: it may be another word
        return WordMatch(Likeness.NEAR, Fault.ACCENT)
    if is_left_out and is_vowel and language.accents is Accents.MARK:
        return WordMatch(Likeness.ACCENT, Fault.ACCENT)
    return WordMatch(Likeness.SLIP, Fault.ACCENT)


def _differ_by_vowels(key: str, typed: str) -> bool:
    """Return whether no consonant has another mark: ñ and ç are letters of their own."""
    return all(
        bare(letter) in _VOWELS for letter in set(key) ^ set(typed) if letter != bare(letter)
    )


def _is_known(word: str, words: Dictionary) -> bool:
    """Return whether a word is one of the language, its ligatures written either way."""
    return words.known(word) or ("œ" in word and words.known(word.replace("œ", "oe")))


def _is_bare_of(key: str, typed: str) -> bool:
    """Return whether `typed` is `key` with some of its marks left out, and none changed."""
    if len(key) != len(typed):
        return typed == bare(typed)
    return all(one == other or bare(one) == other for one, other in zip(key, typed, strict=True))


def _share_lemma(key: str, typed: str, words: Dictionary) -> bool:
    return not {key, *words.lemmas(key)}.isdisjoint((typed, *words.lemmas(typed)))


def _is_form_of(key: str, typed: str, words: Dictionary) -> bool:
    """Return whether one of two words is a form of the other, or neither a word by itself."""
    one, other = words.lemmas(key), words.lemmas(typed)
    if key in other or typed in one:
        return True
    return not set(one).isdisjoint(other) and key not in one and typed not in other


def _is_inflected(key: str, typed: str, language: Language, words: Dictionary) -> bool:
    """Return whether two words are forms of one."""
    if _is_compared(key, typed, language) or excluding_affixes(key, typed):
        return False
    if language is ENGLISH:
        key, typed = american(key), american(typed)
    if _differ_by_ending(key, typed, language, is_learned=True):
        return True
    known = words.known(key), words.known(typed)
    if all(known) and _share_lemma(key, typed, words):
        return _has_common_stem(key, typed) or len(key) >= _IRREGULAR_FROM
    return not all(known) and _differ_by_ending(key, typed, language)


def _clitics(key: str, typed: str, language: Language) -> tuple[str, str] | None:
    """Return the pronouns that two verbs end in, where nothing else differs: dámelo, dámela."""
    for one in language.clitics:
        stem = key.removesuffix(one)
        other = typed.removeprefix(stem)
        if stem != key and len(stem) > SHORTEST_STEM and other in language.clitics - {one}:
            return one, other
    return None


def _is_compared(key: str, typed: str, language: Language) -> bool:
    """Return whether one word compares what the other states: high, higher."""
    if language is not ENGLISH:
        return False
    short, long = sorted((key, typed), key=len)
    stems = {short, short.rstrip("e"), short[:-1] + "i", short + short[-1]}
    return any(long == stem + ending for stem in stems for ending in ("er", "est"))


def _has_common_stem(one: str, other: str) -> bool:
    """Return whether two words begin alike, letters doubled or not: daad, daden."""
    one, other = (_DOUBLED.sub(r"\1", bare(word)) for word in (one, other))
    length = max(SHORTEST_STEM, min(len(one), len(other)) - SHORTEST_STEM)
    return one[:length] == other[:length]


def _differ_by_ending(
    key: str, typed: str, language: Language, *, is_learned: bool = False
) -> bool:
    """Return whether both are one stem with endings of one group, neither marked otherwise."""
    one, other = bare(key), bare(typed)
    shortest = SHORTEST_STEM - is_learned
    return any(
        one[: len(one) - len(mine)] == other[: len(other) - len(yours)]
        for mine, yours in _ending_pairs(language.learned if is_learned else language.endings)
        if one.endswith(mine)
        and other.endswith(yours)
        and min(len(one) - len(mine), len(other) - len(yours)) >= shortest
    )


@cache
def _ending_pairs(groups: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, str], ...]:
    """Return the endings of each group, each with each."""
    return tuple(
        {
            (bare(one), bare(other)): None
            for group in groups
            for one in group
            for other in group
            if one != other
        }
    )


# --- slips ---------------------------------------------------------------------------------------


def _match_spelling(key: str, typed: str, language: Language, words: Dictionary) -> WordMatch:
    """Return whether a word that is no form of the key's is a slip of it."""
    edits, right, spelled = _edits(key, typed, language)
    is_alike = by_ear(key, language) == by_ear(typed, language)
    sounds_alike = is_alike and len(key) >= _FEWEST_LETTERS_BY_EAR
    affixes = _clitics(key, typed, language) or excluding_affixes(right, spelled)
    if affixes and not is_misspelt_ending(key, affixes, words):
        return WordMatch(Likeness.OTHER, Fault.OPPOSITE, affixes)
    if edits > 2 and not sounds_alike:  # noqa: PLR2004 (more than two letters are another word)
        return _OTHER
    if _is_known(typed, words):
        return _ANOTHER_WORD
    is_far, may_slip = edits > 1, _may_slip(right, spelled, sounds_alike=sounds_alike)
    if not language.has_slips or not (is_far or may_slip):
        return _OTHER
    if sounds_alike and not words.is_empty:
        return _BY_EAR if is_far else _SLIP
    is_two_slips = len(key) >= _TWO_SLIPS and _stand_apart(right, spelled)
    is_exchange = words.known(key) and _are_letters_exchanged(right, spelled)
    if is_far and not is_two_slips and not is_exchange:
        return _NEAR if len(key) >= _LONG or sounds_alike else _OTHER
    return _match_slip(key, typed, words)


def _match_slip(key: str, typed: str, words: Dictionary) -> WordMatch:
    """Return what few edits make of the key's word, which is no word: a slip, or asked about."""
    if words.is_empty:
        return _NEAR if len(key) >= _ASKED_WITHOUT_DICTIONARY else _OTHER
    return _NEAR if _lies_near_another(key, typed, words) else _SLIP


def _stand_apart(key: str, typed: str) -> bool:
    """Return whether two edits stand apart, and neither makes another prefix or ending."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 (start-up)

    for one, other in pairwise(Levenshtein.editops(key, typed) if key[0] == typed[0] else ()):
        if other.src_pos - one.src_pos > _APART:
            halves = (
                typed[: other.dest_pos] + key[other.src_pos :],
                key[: other.src_pos] + typed[other.dest_pos :],
            )
            return not any(excluding_affixes(key, half) for half in halves)
    return False


def _edits(key: str, typed: str, language: Language) -> tuple[int, str, str]:
    """Return how many edits are between two words, in the spellings that are nearest, and these.

    Optimal string alignment; more than two count as three. Marks are left out, and in English the
    American spelling of both is compared, too.
    """
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (start-up)

    given = bare(typed)
    spellings = {bare(key): given}
    if language is ENGLISH:
        spellings[american(bare(key))] = american(given)
    if language.code == "de":
        spellings[with_umlauts_spelled(key)] = with_umlauts_spelled(typed)
    return min(
        (OSA.distance(one, other, score_cutoff=2), one, other) for one, other in spellings.items()
    )


def _may_slip(key: str, typed: str, *, sounds_alike: bool) -> bool:
    """Return whether one edit between two words may be a slip, by their length and beginning."""
    if min(len(key), len(typed)) < _FEWEST_LETTERS_OF_SLIP:
        return len(key) == _FEWEST_LETTERS_OF_SLIP and _DOUBLED.sub(r"\1", key) == typed
    return key[:1] == typed[:1] or sounds_alike or len(key) >= _FREE_FIRST_LETTER


def _are_letters_exchanged(key: str, typed: str) -> bool:
    """Return whether two syllables have each other's consonant: colavent."""
    if len(key) < _EXCHANGED_FROM or sorted(key) != sorted(typed) or key[0] != typed[0]:
        return False
    moved = [one for one, other in zip(key, typed, strict=True) if one != other]
    return len(moved) == 2 and _VOWELS.isdisjoint(moved)  # noqa: PLR2004


def _lies_near_another(key: str, typed: str, words: Dictionary) -> bool:
    """Return whether a word that a dictionary lists, and not as the key, is an edit away, too."""
    if _lies_near_rival(key, typed):
        return True
    if len(typed) < _LONG:
        return False
    own = {key, *words.lemmas(key)}
    return any(
        each in words.lemmas(each) and each not in own and not _has_common_stem(each, key)
        for each in words.neighbours(typed, limit=_NEIGHBOURS)
    )


def _lies_near_rival(key: str, typed: str) -> bool:
    """Return whether the key with another prefix is an edit away, too: aduction, for ab- or ad-."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 (start-up)

    one, other = bare(key), bare(typed)
    return any(
        rival and Levenshtein.distance(rival + one[length:], other) == 1
        for length in range(1, min(LONGEST_AFFIX, len(one) - SHORTEST_STEM) + 1)
        for rival in rivals_of("prefix").get(one[:length], ())
    )
