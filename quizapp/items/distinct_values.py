"""Can two values stand beside each other as options, or would one pass for the other?

They cannot where they grade as equal, where one is right within the other's tolerance, or where
the deck says that they are one: by another name, as a broader concept, as `also_right`.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from quizapp.bank.concepts import broader_concepts, find_concept, normalize_text
from quizapp.bank.mentions import parse_number
from quizapp.bank.model import Card, Deck, ListAnswer, NumberAnswer
from quizapp.bank.sentences import answer_texts, unit_suffix
from quizapp.items.equal_answers import are_equal_answers


def are_distinct_options(card: Card, texts: Sequence[str]) -> bool:
    """Return whether no two of `texts`, options of `card`, are the same answer."""
    return first_equal_pair(card, texts) is None


def first_equal_pair(card: Card, texts: Sequence[str]) -> tuple[str, str] | None:
    """Return the first two of `texts`, options of `card`, that are the same answer."""
    tolerance = card.answer.tolerance if isinstance(card.answer, NumberAnswer) else None
    return next(
        (
            (one, other)
            for one, other in combinations(texts, 2)
            if _is_same_number(one, other, tolerance) or are_equal_answers(one, other)
        ),
        None,
    )


def _is_same_number(one: str, other: str, tolerance: Decimal | None) -> bool:
    """Return whether two texts are numbers no further apart than `tolerance`, if there is one."""
    if tolerance is None:
        return False
    first, second = parse_number(one), parse_number(other)
    return first is not None and second is not None and abs(first - second) <= tolerance


def are_distinct_cells(deck: Deck, one: Card, other: Card) -> bool:
    """Return whether the value of one row of a column is wrong for another row, and the reverse."""
    first, second = one.answer, other.answer
    if isinstance(first, NumberAnswer) and isinstance(second, NumberAnswer):
        is_same_unit = normalize_text(first.unit) == normalize_text(second.unit)
        if is_same_unit:
            apart = abs(first.value - second.value)
            return apart > max(first.tolerance, second.tolerance)
    if isinstance(first, ListAnswer) and isinstance(second, ListAnswer):
        members = (frozenset(map(normalize_text, answer_texts(each))) for each in (one, other))
        if next(members) == next(members):
            return False
    if are_equal_answers(cell_text(one), cell_text(other)):
        return False
    return not _is_right_for(deck, one, other) and not _is_right_for(deck, other, one)


def _is_right_for(deck: Deck, card: Card, other: Card) -> bool:
    """Return whether the deck says that the value of `other` is right for `card`, too."""
    right = frozenset(map(normalize_text, (*card.aliases, *card.also_right)))
    text = cell_text(other)
    if normalize_text(text) in right:
        return True
    own, concept = find_concept(deck, cell_text(card)), find_concept(deck, text)
    if concept is None:
        return False
    if not right.isdisjoint(map(normalize_text, concept.names)):
        return True
    return own is not None and (
        own.id == concept.id or concept.id in broader_concepts(deck.concepts, own)
    )


def cell_text(card: Card) -> str:
    """Return the value of a cell as it is read: a number with its unit, a list by its members."""
    answer = card.answer
    if isinstance(answer, NumberAnswer):
        return f"{answer.text}{unit_suffix(answer.unit)}"
    return ", ".join(answer_texts(card))
