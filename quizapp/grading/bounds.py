"""The bounds that a text says: less than, at most, more than and at least, in words and signs."""

from quizapp.grading.numerals import number_words, tokens_of

SIGN_ROLES = {"less": "<", "most": "≤", "more": ">", "least": "≥"}
_BELOW = frozenset("<≤")


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
