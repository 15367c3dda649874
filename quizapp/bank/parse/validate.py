"""From what stands in the YAML to entries, or to the faults of their shape."""

from typing import TypeVar

from pydantic import ValidationError

from quizapp.bank.diagnostics import Problem, make_problem
from quizapp.bank.model import Place
from quizapp.bank.parse.entries import Entry
from quizapp.bank.parse.validation_errors import SHAPE_NAMES, locate_errors
from quizapp.bank.parse.validation_messages import describe_issue
from quizapp.bank.parse.value_types import shape_of
from quizapp.bank.yaml.nodes import KeyGroup, Node

EntryType = TypeVar("EntryType", bound=Entry)


def validate_entry(
    model: type[EntryType], group: KeyGroup
) -> tuple[EntryType | None, tuple[Problem, ...]]:
    """Return `group` as a `model`, or None and why it is none."""
    try:
        return model.model_validate(group), ()
    except ValidationError as error:
        return None, tuple(map(describe_issue, locate_errors(model, group, error)))


def not_a_group_problem(what: str, node: Node, place: Place) -> Problem:
    """Return the fault of a `node` that should be a group of keys; `what` it is: "a fact"."""
    message = f"{what} must be a group of keys, not {SHAPE_NAMES[shape_of(node)]}"
    return make_problem("B108", place, message, "write its keys, one a line")
