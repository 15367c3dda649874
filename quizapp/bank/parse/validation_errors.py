"""What pydantic found wrong with an entry, with its place in the YAML."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from quizapp.bank.parse.entries import Entry
from quizapp.bank.parse.foreign_keys import find_foreign_key
from quizapp.bank.parse.versions import RESERVED_KEYS
from quizapp.bank.place import Place
from quizapp.bank.yaml.flow_commas import is_bare_key
from quizapp.bank.yaml.nodes import KeyGroup, Node, NodeList, shape_of
from quizapp.bank.yaml.pasted_text import number_around

SHAPE_NAMES = {"text": "text", "list": "a list", "group": "a group of keys"}
_NAMED_MEMBERS = ("cards", "untrue")  # below these stands a name or number, then an entry


class ValidationIssue(NamedTuple):
    """One thing that does not fit.

    `kind` is pydantic's name for it, `path` leads to it, `key` is the last key on the path, `node`
    what is there ("" for nothing) and `place` where; `model` is the entry that has it, `beside`
    the keys that stand with it, `cut_number` the number in digits that a comma cut there,
    `is_bare` tells that the key stands without a colon, as what a comma cut from text does.
    """

    kind: str
    path: tuple[int | str, ...]
    key: str
    node: Node
    place: Place
    model: type[Entry]
    details: Mapping[str, Any]
    beside: tuple[str, ...] = ()
    cut_number: str = ""
    is_bare: bool = False

    @property
    def subject(self) -> str:
        """What the fault is about."""
        if not self.key:
            return "a key"
        return f"a member of `{self.key}`" if isinstance(self.path[-1], int) else f"`{self.key}`"

    @property
    def shape(self) -> str:
        """The shape of what is there, in words."""
        return SHAPE_NAMES[shape_of(self.node)]


def locate_errors(
    model: type[Entry], root: KeyGroup, error: ValidationError
) -> tuple[ValidationIssue, ...]:
    """Return what `error` says is wrong with `root` as a `model`."""
    details = error.errors(include_url=False, include_input=False)
    return tuple(_drop_echoes([_locate_error(model, root, each) for each in details]))


def _locate_error(model: type[Entry], root: KeyGroup, error: Mapping[str, Any]) -> ValidationIssue:
    """Return what pydantic found, with its place in `root`."""
    path = tuple(error["loc"])
    is_key = path[-1] == "[key]" and error["type"] != "extra_forbidden"
    if is_key:
        path = path[:-1]
    container, node, key = _follow_path(root, path)
    place = _node_place(container, node, key, path)
    if error["type"] == "extra_forbidden" or is_key:
        place = container.key_place(key) if isinstance(container, KeyGroup) else place
    return ValidationIssue(
        kind=error["type"],
        path=path,
        key=key,
        node=key if is_key else node,
        place=place,
        model=_find_model(model, path),
        details={**error.get("ctx", {}), "msg": error["msg"]},
        beside=tuple(container) if isinstance(container, KeyGroup) else (),
        cut_number=_find_cut_number(container, key) if node == "" else "",
        is_bare=isinstance(container, KeyGroup)
        and key in container
        and is_bare_key(container, key),
    )


def _find_cut_number(group: KeyGroup | NodeList, key: str) -> str:
    """Return the number of which `key` is a part behind a comma; "" where it is none."""
    if not isinstance(group, KeyGroup) or key not in group or not key.isdigit():
        return ""
    found = number_around(group.deck_text, group.starts[2 * list(group).index(key)])
    return found[0] if found else ""


def _follow_path(
    root: KeyGroup, path: tuple[int | str, ...]
) -> tuple[KeyGroup | NodeList, Node, str]:
    """Return the collection that holds what `path` leads to, that, and the last key.

    Parts that name no key but a kind of value ("list") are passed over.
    """
    container: KeyGroup | NodeList = root
    node: Node = root
    key = ""
    for part in path:
        if isinstance(node, KeyGroup) and isinstance(part, str):
            if part in node:
                container, node, key = node, node[part], part
            elif part == path[-1]:
                container, node, key = node, "", part
        elif isinstance(node, NodeList) and isinstance(part, int) and part < len(node):
            container, node = node, node[part]
    return container, node, key


def _node_place(
    container: KeyGroup | NodeList, node: Node, key: str, path: tuple[int | str, ...]
) -> Place:
    """Return where `node` is: its own place, or that of a text in its `container`."""
    if isinstance(node, KeyGroup | NodeList):
        return node.place
    if isinstance(container, KeyGroup):
        return container.value_place(key)
    index = next(part for part in reversed(path) if isinstance(part, int))
    return container.deck_text.place(container.starts[index])


def _find_model(model: type[Entry], path: tuple[int | str, ...]) -> type[Entry]:
    """Return the entry that has the last key of `path`."""
    found: type[Entry] = model
    parts = iter(path[:-1])
    for part in parts:
        found = model.nested.get(str(part), found)
        if part in _NAMED_MEMBERS:
            next(parts, None)
    return found


def _drop_echoes(findings: list[ValidationIssue]) -> Iterator[ValidationIssue]:
    """Yield `findings` but those that others account for.

    A length only seems wrong where a member is; a key is missing where one of a later version, or
    one by another name, stands in its place. Of a number cut by commas the first part tells.
    """
    inner = {each.path[:size] for each in findings for size in range(len(each.path))}
    later = {each.path[:-1] for each in findings if each.key in RESERVED_KEYS}
    unknown = [each for each in findings if each.kind == "extra_forbidden"]
    foreign = [(each, find_foreign_key(each.model, each.key)) for each in unknown]
    named = {(*each.path[:-1], found.own) for each, found in foreign if found}
    echoes = {"too_short": inner, "missing": {*((*path, "answer") for path in later), *named}}
    cut: set[tuple[object, ...]] = set()
    for each in findings:
        part = (each.path[:-1], each.cut_number)
        if each.path not in echoes.get(each.kind, ()) and not (each.cut_number and part in cut):
            yield each
        cut.add(part)
