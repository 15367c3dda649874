"""Hints: each gives a little more away, and costs the rating."""

import random
from collections.abc import Callable, Mapping

from quizapp.items.item import Format
from quizapp.session.model import Question


def hint(question: Question, given: int) -> str:
    """Return the hint that follows the `given` ones; "" when there is no further one.

    A choice loses a wrong option, a term shows its next letter, a list its next member; what can
    only be right or wrong at once (a number, a true-false, a flip) has none.
    """
    maker = HINTS.get(question.item.format)
    return maker(question, given) if maker else ""


def _not_this_one(question: Question, given: int) -> str:
    """Name a wrong option, as long as two are left over."""
    wrong = [
        (number, option)
        for number, option in enumerate(question.shown, start=1)
        if not option.is_right
    ]
    if given >= len(wrong) - 1:
        return ""
    number, option = random.Random(question.seed).sample(wrong, len(wrong))[given]
    return f"not {number}: {option.text}"


def _next_letter(question: Question, given: int) -> str:
    """Show one letter more of every word, as long as half of the key stays hidden."""
    key = ", ".join(question.item.key)
    shown = given + 1
    if shown > max(1, len(key) // 2) or key.replace(".", "").isdigit():
        return ""
    return " ".join(f"{word[:shown]}{'·' * (len(word) - shown)}" for word in key.split(" "))


def _next_member(question: Question, given: int) -> str:
    """Name the members from the first on, as long as one stays hidden."""
    members = question.item.key
    return ", ".join(members[: given + 1]) + " …" if given + 1 < len(members) else ""


def _next_in_order(question: Question, given: int) -> str:
    """Name the first members in their right order, as long as two stay hidden."""
    members = question.item.key
    return " → ".join(members[: given + 1]) + " → …" if given + 2 < len(members) else ""


HINTS: Mapping[Format, Callable[[Question, int], str]] = {
    Format.CHOICE: _not_this_one,
    Format.SELECT: _not_this_one,
    Format.TYPED: _next_letter,
    Format.GAP: _next_letter,
    Format.LIST: _next_member,
    Format.ORDER: _next_in_order,
}
