"""Hints: each gives a little more away, and costs the rating."""

import random
from collections.abc import Callable, Collection, Mapping, Sequence

from quizapp.grading.expected import (
    ExpectedAmount,
    ExpectedMatch,
    ExpectedNumber,
)
from quizapp.items.item import Format
from quizapp.session.model import Question
from quizapp.session.option_order import PAIR_LETTERS

_MASK = "·"


def next_hint(question: Question, given_count: int, found_members: Collection[str] = ()) -> str:
    """Return the hint that follows the `given_count` ones given; "" when there is no further one.

    A choice loses a wrong option, a term shows its next letter, a list the letters of its members
    that are not among the `found_members`, a match one pair; what can only be right or wrong at
    once (a number, a true-false, a flip) has none.
    """
    maker = _HINTS.get(question.item.format)
    return maker(question, given_count, found_members) if maker else ""


def _rule_out_option(question: Question, given: int, _: Collection[str]) -> str:
    """Name a wrong option, as long as two are left over."""
    wrong = [
        (number, option)
        for number, option in enumerate(question.shown_options, start=1)
        if not option.is_right
    ]
    if given >= len(wrong) - 1:
        return ""
    number, option = random.Random(question.seed).sample(wrong, len(wrong))[given]
    return f"not {number}: {option.text}"


def _next_letter(question: Question, given: int, found: Collection[str]) -> str:
    """Show one letter more of every word, as long as half of it stays hidden.

    A number is none: its first digit says too much, and what it counts nothing.
    """
    if isinstance(question.item.expected, ExpectedNumber | ExpectedAmount):
        return ""
    hidden = [text for text in question.item.key if text not in found]
    before, now = (_mask_texts(hidden, letters) for letters in (given, given + 1))
    return now if now != before else ""


def _mask_texts(texts: Sequence[str], letters: int) -> str:
    """Return `texts` with the first `letters` of each word to be seen, at most half of it."""
    return ", ".join(" ".join(_mask_word(word, letters) for word in text.split()) for text in texts)


def _mask_word(word: str, letters: int) -> str:
    shown = 0 if word[:1].isdigit() else min(letters, len(word) // 2)
    return word[:shown] + _MASK * (len(word) - shown)


def _next_order_member(question: Question, given: int, _: Collection[str]) -> str:
    """Name the first members in their right order, as long as two stay hidden."""
    members = question.item.key
    return " → ".join(members[: given + 1]) + " → …" if given + 2 < len(members) else ""


def _next_pair(question: Question, given: int, _: Collection[str]) -> str:
    """Name a pair, the last first, as long as two stay hidden: the first is the card's own."""
    expected = question.item.expected
    if not isinstance(expected, ExpectedMatch) or given + 2 >= len(expected.right):
        return ""
    place = len(expected.right) - 1 - given
    letter = dict(zip((each.id for each in question.shown_options), PAIR_LETTERS, strict=False))
    right = expected.right[place]
    return f"{place + 1}{letter[right]}: {expected.prompts[place]} → {question.item.key[place]}"


_HINTS: Mapping[Format, Callable[[Question, int, Collection[str]], str]] = {
    Format.CHOICE: _rule_out_option,
    Format.SELECT: _rule_out_option,
    Format.MATCH: _next_pair,
    Format.TYPED: _next_letter,
    Format.GAP: _next_letter,
    Format.LIST: _next_letter,
    Format.ORDER: _next_order_member,
}
