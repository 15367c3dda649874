"""Numbers that name options: whether a reply counts them from 0 or from 1."""

from collections.abc import Sequence
from dataclasses import replace

from quizapp.drafting.taking.labels import Role, role_of
from quizapp.drafting.taking.model import RawCard, RawValue

_MOST = 20  # options of a question


def settle_numbers(cards: Sequence[RawCard]) -> tuple[RawCard, ...]:
    """Return cards whose answers are places of options with the options' texts instead.

    Only if the whole reply tells how it counts: a 0 somewhere, or the number of all options.
    """
    found = {at: each for at, card in enumerate(cards) if (each := _numbered_answer(card))}
    from_zero = any(number == 0 for _, number, _ in found.values())
    from_one = any(number == len(options) for _, number, options in found.values())
    if from_zero == from_one:
        return tuple(cards)
    settled = list(cards)
    for at, (name, number, options) in found.items():
        place = number if from_zero else number - 1
        if not 0 <= place < len(options):
            continue
        card = cards[at]
        note = f"option {number}, counted from {0 if from_zero else 1}, is read as the answer"
        fields = {**card.fields, name: options[place]}
        settled[at] = replace(card, fields=fields, notes=(*card.notes, note))
    return tuple(settled)


def _numbered_answer(card: RawCard) -> tuple[str, int, Sequence[RawValue]] | None:
    """Return the label, the number and the options of an answer that is a place; None of others."""
    names = {role: name for name in card.fields if (role := role_of(name))}
    name, options = names.get(Role.ANSWER), card.fields.get(names.get(Role.OPTIONS, ""))
    if name is None or not isinstance(options, list | tuple):
        return None
    answer = card.fields[name]
    if not isinstance(answer, str) or not answer.isdecimal() or int(answer) > _MOST:
        return None
    texts = [each for each in options if isinstance(each, str)]
    if len(texts) < len(options) or any(each.strip().isdecimal() for each in texts):
        return None
    return name, int(answer), texts
