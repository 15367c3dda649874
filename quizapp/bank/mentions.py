"""What a text mentions: names as whole words, and numbers in digits or in small words."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from quizapp.bank.concepts import normalize_text
from quizapp.bank.numerals import NUMBER_WORDS, ONES, TENS

_DIGITS = re.compile(
    r"(?<![\w.,])(?:(?P<thousands>\d{1,3}(?:[ ,'’]\d{3})+)|(?P<plain>\d+(?:[.,]\d+)?))(?!\w)"
)
# "forty-three", but not the three of it alone; "one" is a pronoun more often than a number, and
# is counted all the same: what is looked for is a text without a number, not with it.
_NUMBER_WORD = re.compile(
    rf"(?<![\w-])(?:(?P<tens>{'|'.join(TENS)})(?:-(?P<ones>{'|'.join(ONES[:9])}))?"
    rf"|(?P<small>{'|'.join(sorted(ONES, key=len, reverse=True))}))(?![\w-])",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_MIN_INFLECTED = 4  # letters: shorter words are compared whole
_MIN_STEM_SHARE = 0.7  # of the longer of two words


def occurs_in(text: str, where: str) -> bool:
    """Return whether `where` has `text` as whole words, in any case."""
    sought, place = normalize_text(text), normalize_text(where)
    if sought not in place:
        return False
    return re.search(rf"(?<!\w){re.escape(sought)}(?!\w)", place) is not None


def has_words_of(text: str, where: str) -> bool:
    """Return whether each word of `text` stands in `where`, in whatever form and order.

    Two long words are forms of one where they have most letters from the first on in common:
    "infection" and "infections", not "hypotension" and "hypertension".
    """
    there = _WORD.findall(normalize_text(where))
    return all(
        any(_are_forms_of_one(word, other) for other in there)
        for word in _WORD.findall(normalize_text(text))
    )


def _are_forms_of_one(one: str, other: str) -> bool:
    """Return whether two words may be forms of one."""
    if one == other:
        return True
    if min(len(one), len(other)) < _MIN_INFLECTED or not (one.isalpha() and other.isalpha()):
        return False
    common = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return common >= max(_MIN_INFLECTED, _MIN_STEM_SHARE * max(len(one), len(other)))


def numbers_in(text: str) -> Iterator[Decimal]:
    """Yield the numbers in `text`: in digits ("1,000" is a thousand), or in words below a hundred.

    Digits within a name (CD40) are none.
    """
    for found in _DIGITS.finditer(text):
        marked = found["thousands"]
        value = Decimal(re.sub(r"\D", "", marked)) if marked else parse_number(found["plain"])
        if value is not None:
            yield value
    for word in _NUMBER_WORD.finditer(text):
        parts = (word["tens"], word["ones"], word["small"])
        yield Decimal(sum(NUMBER_WORDS[part.casefold()] for part in parts if part))


def parse_number(text: str) -> Decimal | None:
    """Return what `text` says as a number in digits; None when it says none."""
    try:
        value = Decimal(text.strip().removesuffix("%").strip().replace(",", "."))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None
