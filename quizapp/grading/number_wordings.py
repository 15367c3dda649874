"""Other ways to say a number: out of what a scale goes to, by its sum, in pairs, with its name.

A wording is judged as the number itself is, so what is yielded decides nothing.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from math import prod

from quizapp.grading.expected import ExpectedNumber
from quizapp.grading.numerals import NumberToken, NumberWords, fold, number_words, plain, tokens_of
from quizapp.grading.units import singular

_TOPS = frozenset({Fraction(5), Fraction(10), Fraction(100)})  # where a scale may end
_NAMED = re.compile(r"([^\W\d_]+(?:\s[^\W\d_]+)?)\s*[=:]\s*(.*\d.*)")
_PAIR = Fraction(2)


def number_wordings(expected: ExpectedNumber, text: str) -> Iterator[str]:
    """Yield what an answer says in fewer words; `text` is plain."""
    language = expected.language
    words, tokens = number_words(language), tokens_of(text, language)
    asked = tokens_of(plain(expected.given), language)
    if result := _result(text, tokens, words):
        yield result
    named = _NAMED.fullmatch(text)
    if named and set(fold(named[1]).split()) <= {token.key for token in asked}:
        yield named[2]
    if part := _part_of_scale(expected, tokens, asked, words):
        yield part
    if counted := _counted(expected, tokens):
        yield counted
    if _has(asked, words, "demand") and (least := words.phrase(tokens, 0, "least")):
        yield text[tokens[least.end - 1].end :].strip()
    if pairs := _in_pairs(tokens, asked, words):
        yield pairs


def _has(tokens: Sequence[NumberToken], words: NumberWords, role: str) -> bool:
    return any(words.phrase(tokens, at, role) for at in range(len(tokens)))


def _result(text: str, tokens: Sequence[NumberToken], words: NumberWords) -> str:
    """Return the last number of a sum that comes to it: 52 and 36, so 88."""
    for at in range(1, len(tokens)):
        if not (found := words.phrase(tokens, at, "result")) or found.end >= len(tokens):
            continue
        before = [token.value for token in tokens[:at] if token.value is not None]
        after = [token.value for token in tokens[found.end :] if token.value is not None]
        has_pairs = _has(tokens[:at], words, "pair")
        worths = {sum(before), prod(before), *([before[0] * _PAIR] if has_pairs and before else ())}
        is_sum = len(before) > 1 or has_pairs
        if is_sum and len(after) == 1 and after[0] in worths:
            return text[tokens[found.end].start :]
    return ""


def _part_of_scale(
    expected: ExpectedNumber,
    tokens: Sequence[NumberToken],
    asked: Sequence[NumberToken],
    words: NumberWords,
) -> str:
    """Return the number of one out of what a scale goes to, where one is asked about: 7 of 10."""
    of = words.phrase(tokens, 1, "of") if len(tokens) > 2 else None  # noqa: PLR2004
    slash = len(tokens) == 3 and tokens[1].text == "/"  # noqa: PLR2004
    last = tokens[-1].value if (of and of.end == len(tokens) - 1) or slash else None
    is_scale = expected.of is None and not expected.unit and _has(asked, words, "scaled")
    if not is_scale or last not in _TOPS or tokens[0].value is None or tokens[0].value > last:
        return ""
    return tokens[0].text


def _counted(expected: ExpectedNumber, tokens: Sequence[NumberToken]) -> str:
    """Return the one of two amounts that has the unit that is asked for: 24 ribs in 12 pairs."""
    unit = singular(fold(expected.unit))
    nouns = [
        (token.text, singular(after.key))
        for token, after in pairwise(tokens)
        if token.value is not None and after.value is None and after.text.isalpha()
    ]
    of_unit = [text for text, noun in nouns if noun == unit]
    numbers = sum(token.value is not None for token in tokens)
    if len(of_unit) != 1 or not len(nouns) == numbers == 2:  # noqa: PLR2004
        return ""
    asked = {singular(each.key) for each in tokens_of(plain(expected.given), expected.language)}
    return of_unit[0] if all(noun in {*asked, unit} for _, noun in nouns) else ""


def _in_pairs(
    tokens: Sequence[NumberToken], asked: Sequence[NumberToken], words: NumberWords
) -> str:
    """Return what a number of pairs comes to, where no pairs are asked for."""
    pair = words.phrase(tokens, 1, "pair") if len(tokens) > 1 else None
    if not pair or tokens[0].value is None or _has(asked, words, "pair"):
        return ""
    nouns = [token for token in tokens[pair.end :] if not words.phrase([token], 0, "of")]
    counted = " ".join(token.text for token in nouns)
    return f"{tokens[0].value * _PAIR} {counted}".strip()
