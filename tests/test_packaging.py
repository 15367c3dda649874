"""What the package is called, where it is installed from, and by which names."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
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


def test_the_folder_of_bundled_decks_holds_no_text_of_a_paper() -> None:
    # The wheel carries the whole folder: a text beside a deck would go out with it.
    kinds = {path.suffix for path in (ROOT / "decks").rglob("*") if path.is_file()}

    assert kinds <= {".yaml", ".md", ".png", ".svg", ".jpg"}
