"""What `pyproject.toml` says of the project, and what lies beside it, agree."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CORE = PROJECT["dependencies"]
EXTRAS = PROJECT["optional-dependencies"]
LOCK = (ROOT / "uv.lock").read_text(encoding="utf-8")


def test_the_lock_was_made_for_these_dependencies() -> None:
    declared = {(each.name, "", str(each.specifier)) for each in map(Requirement, CORE)} | {
        (each.name, f"extra == '{extra}'", str(each.specifier))
        for extra, lines in EXTRAS.items()
        for each in map(Requirement, lines)
    }

    (own,) = (each for each in tomllib.loads(LOCK)["package"] if each["name"] == "quizapp-factbank")
    locked = {
        (each["name"], each.get("marker", ""), str(Requirement(f"x{each['specifier']}").specifier))
        for each in own["metadata"]["requires-dist"]
    }

    assert locked == declared, "fix: uv lock --default-index https://pypi.org/simple"


def test_the_lock_names_no_index_but_the_public_one() -> None:
    hosts = set(re.findall(r'"(\w+://[^/"]+)', LOCK))

    assert hosts == {"https://pypi.org", "https://files.pythonhosted.org"}
