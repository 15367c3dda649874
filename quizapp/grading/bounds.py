"""The bounds that a text says: less than, at most, more than and at least, in words and signs."""

from functools import cache
from typing import NamedTuple

from quizapp.grading.languages import language_of
from quizapp.grading.numerals import number_words, tokens_of
from quizapp.grading.tables import table_columns, table_rows

SIGN_ROLES = {"less": "<", "most": "≤", "more": ">", "least": "≥"}
_BELOW = frozenset("<≤")
_BEHIND = frozenset({"ja"})  # languages whose bounds follow their number


class BoundWords(NamedTuple):
    """What stands before the number of a bound, and behind it."""

    before: str = ""
    after: str = ""


@cache
def bound_words(sign: str, language: str) -> BoundWords | None:
    """Return the words for a sign in `language`, those that open its row; None where none are."""
    code, columns = language_of(language).code, table_columns("amounts.tsv")
    if code not in columns:
        return None
    rows = (row for row in table_rows("amounts.tsv") if SIGN_ROLES.get(row[0]) == sign)
    words = next(rows)[columns.index(code)].partition("|")[0]
    return BoundWords(after=words) if code in _BEHIND else BoundWords(before=f"{words} ")


def read_signs(text: str, language: str) -> tuple[set[str], str]:
    """Return the signs of the bounds that a text says, and the text without them."""
    tokens, words = tokens_of(text, language), number_words(language)
    signs: set[str] = set()
    kept: list[str] = []
    place, end = 0, 0
    while place < len(tokens):
        phrase = words.phrase(tokens, place, *SIGN_ROLES)
        is_plus = tokens[place].text == "+" and place > 0 and place == len(tokens) - 1
        if phrase or is_plus:
            signs.add(SIGN_ROLES[phrase.role] if phrase else "≥")
            kept.append(text[end : tokens[place].start])
            place = phrase.end if phrase else place + 1
            end = tokens[place - 1].end
        else:
            place += 1
    return signs, " ".join((*kept, text[end:])).strip()


def are_on_one_side(signs: set[str], others: set[str]) -> bool:
    """Return whether there are signs on both hands, and all of them point the same way."""
    return bool(signs) and bool(others) and len({each in _BELOW for each in signs | others}) == 1
