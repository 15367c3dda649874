"""From what stands in the YAML to entries, or to the faults of their shape."""

from typing import TypeVar

from pydantic import ValidationError

from quizapp.bank.entries import Entry
from quizapp.bank.fault import fault
from quizapp.bank.finding import SHAPES, findings_of
from quizapp.bank.kinds import shape_of
from quizapp.bank.model import Place
from quizapp.bank.nodes import Group, Node
from quizapp.bank.problem import Problem
from quizapp.bank.shape_words import in_words

EntryType = TypeVar("EntryType", bound=Entry)


def shaped(model: type[EntryType], group: Group) -> tuple[EntryType | None, tuple[Problem, ...]]:
    """Return `group` as a `model`, or None and why it is none."""
    try:
        return model.model_validate(group), ()
    except ValidationError as error:
        return None, tuple(map(in_words, findings_of(model, group, error)))


def must_be_group(what: str, node: Node, place: Place) -> Problem:
    """Return the fault of a `node` that should be a group of keys; `what` it is: "a fact"."""
    message = f"{what} must be a group of keys, not {SHAPES[shape_of(node)]}"
    return fault("B108", place, message, "write its keys, one a line")
