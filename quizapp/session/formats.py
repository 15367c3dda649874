"""Which format a card is asked in: it hardens as the memory grows."""

from collections.abc import Iterable, Sequence

from quizapp.items.item import Format, Item
from quizapp.learner.model import LearnerCard
from quizapp.memory.model import Memory, MemoryState, State

_YOUNG_DAYS = 7.0  # below this stability a card is still asked as in learning
STABLE_DAYS = 21.0  # from this stability on a card is asked in its hardest format

# What a card is asked in at each stage, the preferred format first.
_NEW_FORMATS = (Format.CHOICE, Format.SELECT, Format.GAP, Format.ORDER, Format.FLIP)
_LEARNING_FORMATS = (Format.GAP, Format.CHOICE, Format.SELECT)
_REVIEW_FORMATS = (Format.GAP, Format.TYPED, Format.NUMBER, Format.LIST, Format.ORDER)
_STABLE_FORMATS = (Format.LIST, Format.TYPED, Format.NUMBER, Format.ORDER, Format.GAP)
_RELEARNING_FORMATS = (Format.CHOICE, Format.SELECT, Format.GAP)

# When a stage has nothing for a card: what asks for an answer, then what only shows it. True-false
# moves memory only when it is wrong, so it is asked where someone asks for it alone.
_FALLBACK_FORMATS = (
    Format.GAP,
    Format.CHOICE,
    Format.SELECT,
    Format.MATCH,
    Format.TYPED,
    Format.NUMBER,
    Format.LIST,
    Format.ORDER,
    Format.FLIP,
    Format.TRUE_FALSE,
)


def choose_format(
    memory: MemoryState, available: Iterable[Format], last_format: Format | None
) -> Format:
    """Return the format in which a card is asked next.

    Never the last one again where the card has another that asks for an answer.

    Raises:
        ValueError: nothing is available.
    """
    at_hand = set(available)
    if not at_hand:
        raise ValueError("a card without items cannot be asked")
    fitting = [each for each in _stage_formats(memory) if each in at_hand]
    others = [each for each in _FALLBACK_FORMATS if each in at_hand and each not in fitting]
    choice = [*fitting, *others]
    fresh = [each for each in choice if each is not last_format]
    if fresh and (fresh[0] not in {Format.FLIP, Format.TRUE_FALSE} or fresh[0] in fitting):
        return fresh[0]
    return choice[0]


def _stage_formats(memory: MemoryState) -> Sequence[Format]:
    """Return the formats of the stage that the memory is in, the preferred one first."""
    if not isinstance(memory, Memory):
        return _NEW_FORMATS
    if memory.state is State.RELEARNING:
        return _RELEARNING_FORMATS
    if memory.state is State.LEARNING or memory.stability < _YOUNG_DAYS:
        return _LEARNING_FORMATS
    return _REVIEW_FORMATS if memory.stability < STABLE_DAYS else _STABLE_FORMATS


def choose_item(
    entry: LearnerCard, items: Sequence[Item], allowed_formats: Sequence[Format], day: int
) -> Item | None:
    """Return the item in which a card is asked on a learner's `day`; None when there is none.

    `fixed` formats admit only these. Several items of one format take turns.
    """
    admitted = [item for item in items if not allowed_formats or item.format in allowed_formats]
    if not admitted:
        return None
    available = {item.format for item in admitted}
    wanted = choose_format(entry.memory, available, entry.last_format)
    alike = [item for item in admitted if item.format is wanted]
    # A format that alternates with another one is asked every second time: its own turns are half
    # as many, and counting all of them would ask the same of two items for ever.
    alternates = choose_format(entry.memory, available, wanted) is not wanted
    turn = entry.memory.reps if isinstance(entry.memory, Memory) else 0
    turn = turn // 2 if alternates else turn
    # A true-false that was right is not rated: the next one comes on another day.
    turn += day if wanted is Format.TRUE_FALSE else 0
    return alike[turn % len(alike)]
