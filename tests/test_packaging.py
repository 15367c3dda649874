"""What the package is called, where it is installed from, and by which names."""

import re
import tomllib
from pathlib import Path

import pytest
from pathspec import GitIgnoreSpec

ROOT = Path(__file__).parent.parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT, TOOLS = SETTINGS["project"], SETTINGS["tool"]
INSTALLS = re.compile(r"(?:pip|pipx|uv pip|uv tool|uv) install ([^&|;`\n]*)")
OURS = re.compile(r"""(-\S+ )*['"]?\.(\[\w+\])?['"]?[\s"',.]*\)?""")
TEXTS = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / ".ci" / "run",
    *sorted((ROOT / "quizapp").rglob("*.py")),
]


def test_the_distribution_has_a_name_of_its_own_and_the_command_keeps_its() -> None:
    # `quizapp` on the package index belongs to somebody else.
    assert PROJECT["name"] == "quizapp-factbank"
    assert list(PROJECT["scripts"]) == ["quizapp"]


def test_no_text_installs_by_a_name_on_the_index() -> None:
    installed = [
        (path.name, words) for path in TEXTS for words in INSTALLS.findall(path.read_text("utf-8"))
    ]

    assert len(installed) >= 4
    assert [found for found in installed if not OURS.fullmatch(found[1])] == []


@pytest.mark.parametrize(
    ("file", "is_left_out"),
    [
        ("decks/levy.yaml", False),
        ("decks/levy.signed.yaml", False),
        ("decks/README.md", False),
        ("decks/heart/deck.yaml", False),
        ("decks/heart/valves.png", False),
        ("quizapp/grading/data/units.tsv", False),
        ("tests/cli/test_source.py", False),
        ("decks/levy.txt", True),
        ("decks/levy.nbib", True),
        ("decks/heart/levy1997.pdf", True),
        ("decks/levy.held.yaml", True),
    ],
)
def test_a_text_beside_a_bundled_deck_does_not_go_out_with_the_package(
    file: str, *, is_left_out: bool
) -> None:
    build = TOOLS["hatch"]["build"]  # whose patterns are those of a .gitignore

    assert GitIgnoreSpec.from_lines(build["exclude"]).match_file(file) is is_left_out
    assert "force-include" not in build["targets"]["wheel"]  # which would heed no pattern


def test_the_folder_of_bundled_decks_holds_no_text_of_a_paper() -> None:
    # The wheel carries the whole folder: a text beside a deck would go out with it.
    kinds = {path.suffix for path in (ROOT / "decks").rglob("*") if path.is_file()}

    assert kinds <= {".yaml", ".md", ".png", ".svg", ".jpg"}
