"""Names that only their author could read do not come back, and a type has one meaning."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "quizapp"

# What modules, types and functions of a room were called once. Each has the field's own word now.
RETIRED = {
    "anki": (
        *("door", "own", "sheet", "seen", "hidden", "asking", "carrying", "notebook", "plain"),
        *("markup", "naming", "progress", "OwnSheet", "Sheet", "Wish"),
    ),
    "bank": ("manuscript", "page", "say", "fault", "problem", "Manuscript", "Page", "Fault"),
    "cli": (
        *("house", "sit", "ahead", "lines", "refresh", "carrying", "examining", "comparing"),
        *("library", "House", "Shelf"),
    ),
    "items": ("making", "material", "Subject", "Material"),
    "session": ("asking", "asked", "naming", "presenting", "exported", "imported", "Wish"),
    "store": (
        *("seat", "desk", "shelf", "entries", "daybook", "tallies", "standings", "counts"),
        *("deliveries", "handling", "merge", "Seat", "Desk", "Ledger", "Aim", "Fates"),
    ),
    "terminal": ("house", "doors", "piece", "House", "StudyWish", "QuizWish", "ExamWish"),
}
RETIRED_EVERYWHERE = ("may_be_examined", "rekeyed", "shunned", "mend")


def modules(room: str = "*") -> Iterator[Path]:
    return (
        path
        for path in sorted(PACKAGE.glob(f"{room}/**/*.py"))
        if path.name != "__init__.py" and path.parent.name != "versions"
    )


def defined_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name.lstrip("_")


@pytest.mark.parametrize("room", RETIRED)
def test_no_private_name_of_a_room_comes_back(room: str) -> None:
    names = {name for path in modules(room) for name in (path.stem.lstrip("_"), *defined_in(path))}

    assert sorted(names & {*RETIRED[room], *RETIRED_EVERYWHERE}) == []


def test_a_type_has_one_meaning_in_the_whole_package() -> None:
    types = Counter(
        node.name
        for path in modules()
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    )

    # A program in Python is handed a grade of its own, with a verdict that is promised to stay.
    assert {name for name, times in types.items() if times > 1} == {"Grade"}
