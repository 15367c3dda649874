"""A word that stands instead of the key's: is it misspelt, more general, or of another thing?"""

import re
from collections.abc import Sequence

from quizapp.grading import tell
from quizapp.grading.fold import by_ear
from quizapp.grading.languages import ENGLISH
from quizapp.grading.phrases import Comparison, Fit, Order
from quizapp.grading.term import Term
from quizapp.grading.tokens import Token, tokens_of
from quizapp.grading.words import Fault, Likeness

_ASKED_NOUN = re.compile(r"\b(?:which|what) (\w+)\b(?! of)", re.IGNORECASE)
_FEWEST_LETTERS_OF_PART = 3


def general_noun(term: Term, found: Comparison, text: str) -> str:
    """Return what is typed alone, and names only what sort of thing is asked for; "" otherwise.

    The last part of a compound does, and the noun that the question itself asks for.
    """
    words = [
        word for word in tokens_of(text, term.language) if word.form not in term.language.articles
    ]
    key = [
        word
        for word in tokens_of(found.form, term.language)
        if word.form not in term.language.articles
    ]
    if found.fits or len(words) != 1 or words[0].is_exact:
        return ""
    noun = words[0]
    is_long = len(key) == 1 and len(key[0].form) - len(noun.form) >= _FEWEST_LETTERS_OF_PART
    is_head = term.language.has_compounds and is_long and key[0].form.endswith(noun.form)
    if is_head and key[0].form.removesuffix(noun.form) in term.language.particles:
        return ""  # ankommen is no sort of kommen
    asked = {word.casefold() for word in _ASKED_NOUN.findall(term.expected.given)}
    is_asked = term.language is ENGLISH and noun.form in asked
    return noun.text if (is_head and term.data.words.known(noun.text)) or is_asked else ""


def is_slip_in_phrase(term: Term, found: Comparison, fit: Fit, text: str) -> bool:
    """Return whether a word is misspelt by ear into another, where a name says which is meant.

    As the straight of Gibraltar, or another part of a compound does. Elsewhere another word may be
    meant: folic and frolic acid, the facial and the fascial nerve.
    """
    one, other = fit.key, fit.typed
    sounds_alike = by_ear(one.form, term.language) == by_ear(other.form, term.language)
    if not sounds_alike or one.is_exact or fit.match.fault is not Fault.ANOTHER_WORD:
        return False
    are_same = all(each.match.likeness is Likeness.SAME for each in found.fits)
    stands = are_same and found.order is Order.SAME and not found.article
    is_one_word = any(each.is_glued for each in (fit.key, *(each.key for each in found.fits)))
    is_named = any(each.key.text.istitle() and not each.key.opens for each in found.fits)
    stands = stands and (is_one_word or (is_named and not term.language.has_capital_nouns))
    if not stands or not _stand_in_one_place(term, found, text):
        return False
    return not _is_of_other_name(term, fit.typed)


def _is_of_other_name(term: Term, word: Token) -> bool:
    """Return whether another name has a word of an answer."""
    return any(
        each.form == word.form
        for name in term.other_names
        for each in tokens_of(name, term.language)
    )


def _stand_in_one_place(term: Term, found: Comparison, text: str) -> bool:
    """Return whether the one word that is missing stands where the one too many does."""
    key, given = tokens_of(found.form, term.language), tokens_of(text, term.language)
    return _place_of(found, key, given) is not None


def _place_of(found: Comparison, key: Sequence[Token], given: Sequence[Token]) -> int | None:
    """Return the place of the missing word in the key if the one too many has it, too."""
    right, typed = found.missing[0], found.extra[0]
    at = next((at for at, each in enumerate(key) if each.form == right.form), None)
    return at if at is not None and at == given.index(typed) else None


def tell_place(term: Term, found: Comparison, text: str) -> str:
    """Return the word that should stand where another does; "" where they stand elsewhere.

    A number or a letter is told with the word before it: group B, not group C.
    """
    key, given = tokens_of(found.form, term.language), tokens_of(text, term.language)
    right, typed = found.missing[0], found.extra[0]
    at = _place_of(found, key, given)
    if at is None:
        return ""
    before = key[at - 1].text if at and right.is_exact and key[at - 1].form.isalpha() else ""
    one, other = f"{before} {right.text}".strip(), f"{before} {typed.text}".strip()
    is_other = (right.is_exact and typed.is_exact) or _is_of_other_name(term, typed)
    return tell.tell_instead(one, other) if is_other else tell.tell_place(one, other)
