"""The rules of the house that a machine can see, and a test of whether it sees them."""

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.purity import PURE_ROOMS, faults_of, names_in

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "quizapp"
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]
LAYERS = [
    room.strip(" ()") for layer in CONTRACTS[0]["layers"] for room in str(layer).split("|")
]  # highest first

MODULE_LINES = 400
FUNCTION_LINES = 40  # of its body: nobody shall shorten a docstring to pass
RECORDS = "quizapp.store.migrations.versions"  # a migration is what ran: it is never edited


def modules() -> Iterator[tuple[str, str]]:
    """Every module of the package: its dotted name and its source."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        yield ".".join(parts).removesuffix(".__init__"), path.read_text(encoding="utf-8")


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of `pyproject.toml` on the package that lies in `root`."""
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--no-logo", "pyproject.toml"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


# What holds of the package.


@pytest.mark.slow
def test_the_contracts_between_rooms_are_kept() -> None:
    done = lint_imports(ROOT)

    assert done.returncode == 0, done.stdout + done.stderr


def test_no_module_reaches_for_what_it_must_not() -> None:
    faults = [
        fault
        for name, source in modules()
        if name != "quizapp"
        for fault in faults_of(name, source)
    ]

    assert faults == []


def test_every_pure_room_lies_in_a_layer() -> None:
    assert set(PURE_ROOMS) - set(LAYERS) == set()


def test_what_a_pure_room_may_import_lies_below_it() -> None:
    above = [
        (room, name)
        for room, listed in PURE_ROOMS.items()
        for name in listed
        if name.startswith("quizapp.")
        and LAYERS.index(name.removeprefix("quizapp.")) <= LAYERS.index(room)
    ]

    assert above == []


def test_every_library_lives_in_a_room_by_contract() -> None:
    housed = {name for contract in CONTRACTS for name in contract.get("protected_modules", ())}
    known = {*sys.stdlib_module_names, *housed, "quizapp"}

    homeless = {
        f"{module}:{line} imports {name}"
        for module, source in modules()
        for name, line in names_in(module, source).imports
        if name.split(".")[0] not in known
    }

    # Anki's backend, which is AGPL, is among those that have no room and never will.
    assert homeless == set()


def test_modules_and_functions_stay_short() -> None:
    long = [
        name
        for module, source in modules()
        for name, lines, most in sizes(module, source)
        if lines > most and not name.startswith(RECORDS)
    ]

    assert long == []


def sizes(module: str, source: str) -> Iterator[tuple[str, int, int]]:
    """A module and each of its functions, with its lines and the most that it may have."""
    yield module, len(source.splitlines()), MODULE_LINES
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            begin = node.body[0].end_lineno if ast.get_docstring(node) else node.body[0].lineno - 1
            yield f"{module}.{node.name}", (node.end_lineno or 0) - (begin or 0), FUNCTION_LINES


# Whether the rules above see what they are for: each line is forbidden where it stands.


@pytest.mark.parametrize(
    ("module", "line", "fault"),
    [
        ("items.forbidden", "from quizapp import store", "quizapp.store is not on the list"),
        ("items.forbidden", "import quizapp.store.open", "quizapp.store.open is not on the list"),
        ("grading.forbidden", "from quizapp.bank import model", "quizapp.bank.model is not on"),
        ("items.forbidden", "from ..store import open", "quizapp.store.open is not on the list"),
        ("session.forbidden", "import sqlalchemy", "sqlalchemy is not on the list"),
        ("items.forbidden", "import yaml", "yaml is not on the list"),
        ("lint.forbidden", "import importlib", "importlib is not on the list"),
        ("store.forbidden", "import importlib\nimportlib.import_module('yaml')", "imports by name"),
        ("anki.forbidden", "from importlib import import_module as load", "imports by name"),
        ("bank.forbidden", "__import__('quizapp.store')", "imports by name"),
        ("grading.forbidden", "import simplemma", "simplemma is not on the list"),
        ("memory.forbidden", "import sqlite3", "sqlite3 is not on the list"),
        ("items.forbidden", "import random\nrandom.Random()", "without a seed"),
        ("store.forbidden", "from random import Random as R\nR(None)", "without a seed"),
        ("store.forbidden", "import random\nmake = random.Random", "without a seed"),
        ("session.forbidden", "import random\nrandom.random()", "chance is an argument"),
        ("terminal.forbidden", "from random import shuffle", "chance is an argument"),
        ("cli.forbidden", "import random\nrandom.SystemRandom()", "chance is an argument"),
        ("sources.forbidden", "import urllib.request", "urllib.request is not on the list"),
        ("anki.forbidden", "from urllib import request", "does not speak to the network"),
        ("drafting.forbidden", "import sys\nsys.stdout.write('')", "sys is not on the list"),
        ("terminal.forbidden", "import datetime as d\nd.datetime.now()", "reads the clock"),
        ("memory.forbidden", "def f(clock): return clock.now()", ".now() is not for memory"),
        ("memory.forbidden", "def f(at): return at.astimezone()", ".astimezone() is not for"),
        ("store.forbidden", "from time import time", "reads the clock"),
        ("analysis.forbidden", "from time import time as t\nt()", "time.time is not on the list"),
        ("grading.forbidden", "open('names.txt')", "open is not for grading"),
        ("grading.forbidden", "read = open", "open is not for grading"),
        ("lint.forbidden", "def f(path): return path.read_text()", ".read_text() is not for lint"),
        ("lint.forbidden", "from pathlib import Path", "pathlib.Path is not on the list"),
        ("analysis.forbidden", "import os\nos.environ['HOME']", "os is not on the list"),
        ("learner.forbidden", "print('seen')", "print is not for learner"),
        ("learner.forbidden", "def f():\n    import subprocess", "subprocess is not on the list"),
        ("items.forbidden", "if False:\n    import socket", "does not speak to the network"),
        ("session.forbidden", "exec('import os')", "exec is not for session"),
    ],
)
def test_a_forbidden_line_is_seen(module: str, line: str, fault: str) -> None:
    assert [each for each in faults_of(f"quizapp.{module}", line) if fault in each] != []


@pytest.mark.parametrize(
    "line",
    [
        "import random\ndef f(seed: int) -> random.Random: return random.Random(seed)",
        "from datetime import datetime\ndef f(now: datetime) -> datetime: return now",
        "from quizapp.items.item import Item\nfrom quizapp.errors import QuizappError",
        "from collections.abc import Iterator",
        "def f(at, zone): return at.astimezone(zone)",
    ],
)
def test_an_allowed_line_is_let_through(line: str) -> None:
    assert faults_of("quizapp.session.allowed", line) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("files", "contract"),
    [
        ({"bank/x.py": "from quizapp import store"}, "A room imports only from layers below it"),
        ({"bank/x.py": "import quizapp.grading"}, "A room imports only from layers below it"),
        ({"store/x.py": "from quizapp import __version__"}, "No room imports the top package"),
        ({"cli/x.py": "def f():\n    import quizapp"}, "No room imports the top package"),
        ({"attic/__init__.py": "", "attic/x.py": ""}, "A room imports only from layers below it"),
        ({"terminal/x.py": "from quizapp.store import open"}, "A screen is handed what it shows"),
        ({"terminal/screens/x.py": "import quizapp.terminal.app"}, "A screen does not know the"),
        ({"cli/x.py": "from quizapp.store.open import open_store"}, "A command calls a service"),
        (
            {"items/x.py": "from quizapp.items import y", "items/y.py": "import quizapp.items.x"},
            "No modules import each other in a circle",
        ),
        ({"cli/x.py": "import sqlite3"}, "SQLite itself is spoken to where"),
        ({"cli/x.py": "def f():\n    import sqlalchemy"}, "The database is spoken to in store"),
        ({"services/x.py": "import marisa_trie"}, "What is typed is judged in grading alone"),
        ({"lint/x.py": "from simplemma import lemmatize"}, "What is typed is judged in grading"),
        ({"anki/x.py": "from yaml import safe_load"}, "Decks are read, and their shape is known"),
    ],
)
def test_a_broken_contract_is_seen(files: dict[str, str], contract: str, tmp_path: Path) -> None:
    tree = shutil.copytree(
        PACKAGE, tmp_path / "quizapp", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name, source in files.items():
        (tree / name).parent.mkdir(exist_ok=True)
        (tree / name).write_text(source + "\n", encoding="utf-8")

    done = lint_imports(tmp_path)

    broken = [line for line in done.stdout.splitlines() if " BROKEN" in line]
    assert [line for line in broken if line.startswith(contract)] != [], done.stdout + done.stderr


# What a start loads: each library costs the learner a wait.


LOADS = """
import sys
before = set(sys.modules)
import quizapp
if sys.argv[1:]:
    from quizapp.cli.main import main
    try:
        main(sys.argv[1:])
    except SystemExit as left:
        assert not left.code, left.code
loaded = {name.split(".")[0] for name in set(sys.modules) - before}
print("\\n" + " ".join(sorted(loaded - set(sys.stdlib_module_names) - {"quizapp"})))
"""


def loaded_by(*arguments: str, home: Path) -> set[str]:
    """The libraries that a start with these arguments loads; alone, `import quizapp` does."""
    done = subprocess.run(
        [sys.executable, "-c", LOADS, *arguments],
        env={
            "HOME": str(home),
            "XDG_DATA_HOME": str(home),
            "XDG_CONFIG_HOME": str(home),
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
        },
        input="",
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.slow
def test_the_package_itself_loads_no_library(tmp_path: Path) -> None:
    assert loaded_by(home=tmp_path) == set()


@pytest.mark.slow
@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_load_click_alone(argument: str, tmp_path: Path) -> None:
    assert loaded_by(argument, home=tmp_path) == {"click"}


@pytest.mark.slow
def test_a_session_loads_nothing_that_makes_or_migrates_decks(tmp_path: Path) -> None:
    loaded_by(
        "study", "--plain", home=tmp_path
    )  # the first makes the database, and reads the decks

    loaded = loaded_by("study", "--plain", home=tmp_path)

    assert "sqlalchemy" in loaded
    unwanted = {"alembic", "pydantic", "genanki", "yaml", "textual", "rapidfuzz"}
    assert loaded & {*unwanted, "simplemma", "marisa_trie"} == set()
