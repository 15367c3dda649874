"""Code, formulas and options of commands: judged to the letter."""

import re
from functools import lru_cache

from quizapp.grading.fold import clean
from quizapp.grading.formulas import is_formula
from quizapp.grading.grade import RIGHT, Grade, Outcome, Reason
from quizapp.grading.tell import tell_case, tell_not_it, tell_signs

_OPERATORS = re.compile(
    r"[=<>|~^\\{}\[\]$@≠≤≥→]|[!&*+:-]{2}|^[-/._#!]\S|\d+\.\d+\.\d+|\w\(.*\)$|^[^\w\s]+$"
    r"|\s[-+][^\W\d_]+(?!\S)"  # an option: chmod +x
)
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_SIGN = re.compile(r"[^\w\s.,'/-]")
_LETTER = re.compile(r"[^\W\d_]")
_ASCII_OF = str.maketrans({"≠": "!=", "≤": "<=", "≥": ">=", "→": "->", "⇒": "=>"})
_OPTION = re.compile(r"[-+]\w")


@lru_cache(maxsize=4096)
def is_code(form: str) -> bool:
    """Return whether one form of a key is code: operators, options, or letters beside signs."""
    if _OPERATORS.search(form) or is_formula(form):
        return True
    has_words = _TWO_LETTERS.search(form) or not _LETTER.search(form)
    return not has_words and form.isascii() and bool(_SIGN.search(form))


def judge_code(form: str, typed: str) -> Grade:
    """Return the grade of code: right to the letter, spaces left out.

    Case is free but where a single letter is the key, or an option: -v is not -V.
    """
    key, given = _squeeze(form), _squeeze(typed)
    if given == key:
        return RIGHT
    if given.casefold() == key.casefold():
        if len(key) > 1 and not any(
            map(str.islower, set(_OPTION.findall(key)) ^ set(_OPTION.findall(given)))
        ):
            return RIGHT
        return _not_it(tell_case(form, typed))
    letters = re.sub(r"\W", "", key), re.sub(r"\W", "", given)
    is_shown = clean(form) == form  # a² would be told as a2
    if letters[0].casefold() == letters[1].casefold() and letters[0] and is_shown:
        return _not_it(tell_signs(form, typed))
    return _not_it(tell_not_it(form))


def _not_it(note: str) -> Grade:
    return Grade(Outcome.WRONG, Reason.VETO, note, share=0.0)


def _squeeze(text: str) -> str:
    """Return code without spaces, powers as digits, and no sign between factors."""
    plain = re.sub(r"\s+", "", clean(text).strip("`").translate(_ASCII_OF))
    plain = re.sub(r"(?<=[^\W\d_])(?<!sin|cos|tan|log)\^(?=-?\d)", "", plain)
    return re.sub(r"(?<=[\w)])\*(?=[\w(])", "", plain)
