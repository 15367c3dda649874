"""The house rules that a reader can check by looking: who imports whom, and which library where."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "quizapp"

# A room may import itself and the rooms named here; `errors` is below all.
MAY_IMPORT = {
    "errors": (),
    "bank": (),
    "grading": ("bank",),
    "memory": ("bank",),
    "sources": (),
    "items": ("bank", "grading"),
    "lint": ("bank", "grading", "sources", "items"),
    "drafting": ("bank", "grading", "sources", "items"),
    "session": ("bank", "grading", "memory", "items"),
    "store": ("bank", "grading", "memory", "items", "session"),
    "analysis": ("bank", "grading", "memory", "items", "session"),
    "anki": ("bank", "grading", "memory", "items", "session"),
    "terminal": ("bank", "grading", "memory", "items", "session", "analysis"),
    "cli": (
        "bank",
        "grading",
        "memory",
        "items",
        "lint",
        "sources",
        "drafting",
        "session",
        "store",
        "analysis",
        "anki",
        "terminal",
    ),
}

# A library is spoken to in one room only.
LIVES_IN = {
    "yaml": "bank",
    "pydantic": "bank",
    "pydantic_core": "bank",
    "rapidfuzz": "grading",
    "text_to_num": "grading",
    "sentencex": "sources",
    "fsrs": "memory",
    "fsrs_rs_python": "memory",
    "sqlalchemy": "store",
    "alembic": "store",
    "genanki": "anki",
    "zstandard": "anki",
    "textual": "terminal",
    "rich": "terminal",
    "click": "cli",
    "platformdirs": "cli",
    "tzlocal": "cli",
    "tomlkit": "cli",
}

# A pure room reads no clock, draws no chance, touches no file, prints nothing.
PURE = ("grading", "sources", "items", "lint", "drafting", "memory", "session", "analysis")
IMPURE_MODULES = ("os", "io", "pathlib", "subprocess", "socket", "sqlite3", "time", "secrets")
IMPURE_CALLS = ("open", "print", "input")

# Anki's backend is AGPL: a tool of the tests, never a part of the package.
NEVER_IMPORTED = ("anki", "_pytest", "pytest", "tests")


@dataclass(frozen=True)
class Import:
    room: str
    where: str
    module: str


def room_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def modules() -> Iterator[Path]:
    return (path for path in sorted(PACKAGE.rglob("*.py")) if path != PACKAGE / "__init__.py")


def imports() -> Iterator[Import]:
    for path in modules():
        dotted = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield Import(room_of(path), f"{dotted}:{node.lineno}", alias.name)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield Import(room_of(path), f"{dotted}:{node.lineno}", node.module)


def test_every_room_is_in_the_table() -> None:
    rooms = {room_of(path) for path in modules()}

    assert rooms == set(MAY_IMPORT)


def test_a_room_imports_only_from_floors_below_it() -> None:
    faults = [
        f"{found.where} imports {found.module}; {found.room} may import only "
        f"{', '.join(MAY_IMPORT[found.room]) or 'nothing'}"
        for found in imports()
        if found.module.startswith("quizapp.")
        and (room := found.module.split(".")[1]) not in (found.room, "errors")
        and room not in MAY_IMPORT[found.room]
    ]

    assert faults == []


def test_a_library_is_imported_in_its_own_room_only() -> None:
    faults = [
        f"{found.where} imports {found.module}, which lives in {LIVES_IN[library]}"
        for found in imports()
        if (library := found.module.split(".")[0]) in LIVES_IN and LIVES_IN[library] != found.room
    ]

    assert faults == []


def test_only_declared_libraries_are_imported() -> None:
    known = {*sys.stdlib_module_names, *LIVES_IN, "quizapp"}

    faults = [
        f"{found.where} imports {found.module}, which no room owns"
        for found in imports()
        if found.module.split(".")[0] not in known
    ]

    assert faults == []


def test_the_package_never_imports_ankis_backend_or_its_own_tests() -> None:
    faults = [
        f"{found.where} imports {found.module}"
        for found in imports()
        if found.module.split(".")[0] in NEVER_IMPORTED
    ]

    assert faults == []


def test_a_pure_room_touches_neither_files_nor_clock() -> None:
    faults = [
        f"{found.where} imports {found.module}; {found.room} is pure"
        for found in imports()
        if found.room in PURE and found.module.split(".")[0] in IMPURE_MODULES
    ]

    assert faults == []


def test_a_pure_room_neither_prints_nor_opens() -> None:
    faults = [
        f"{path.relative_to(PACKAGE)}:{node.lineno} calls {node.func.id}"
        for path in modules()
        if room_of(path) in PURE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in IMPURE_CALLS
    ]

    assert faults == []


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_load_no_heavy_library(argument: str) -> None:
    heavy = ("textual", "rich", "sqlalchemy", "alembic", "pydantic", "genanki", "yaml", "fsrs")
    code = (
        "import sys\n"
        "from quizapp.cli.main import main\n"
        "try:\n"
        f"    main([{argument!r}])\n"
        "except SystemExit as exit:\n"
        "    assert exit.code == 0, exit.code\n"
        f"print(sorted(set({heavy!r}) & set(sys.modules)))\n"
    )

    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    ).stdout

    assert shown.splitlines()[-1] == "[]"
