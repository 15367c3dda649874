"""What is read of a reply, as values: cards with their labels, and what was not understood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from quizapp.bank.yaml.writer import YamlValue

RawValue: TypeAlias = "str | Mapping[str, RawValue] | Sequence[RawValue]"
OptionalValue: TypeAlias = "RawValue | None"


@dataclass(frozen=True, slots=True)
class RawCard:
    """A card as it was written: what stands under each label, and its line from 1.

    Attributes:
        notes: what was changed in it when it was read.
        faults: why it is not sure what it says.
    """

    line: int
    fields: Mapping[str, RawValue]
    notes: tuple[str, ...] = ()
    faults: "tuple[HoldReason, ...]" = ()


@dataclass(frozen=True, slots=True)
class UnreadPart:
    """Something that is no whole card: its line from 1, what is wrong and what to do."""

    line: int
    message: str
    fix: str


@dataclass(frozen=True, slots=True)
class ReadCards:
    """What was read: cards in their order, what was not understood, and sources that it names."""

    cards: tuple[RawCard, ...] = ()
    unread: tuple[UnreadPart, ...] = ()
    sources: Mapping[str, RawValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HoldReason:
    """Why a fact cannot be taken: a short name to count it by, what is wrong, and what to do."""

    kind: str
    message: str
    fix: str


@dataclass(frozen=True, slots=True)
class TakenFact:
    """A fact as it can be written into a deck.

    Attributes:
        line: where it was read.
        entry: its keys, without an id where the reply gave none.
        faults: why it cannot be taken; it can where there are none.
        notes: what was changed in it.
    """

    line: int
    entry: Mapping[str, YamlValue]
    faults: tuple[HoldReason, ...] = ()
    notes: tuple[str, ...] = ()
