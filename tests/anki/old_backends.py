"""Our packages in Anki's backends of other years, fetched from PyPI; run by hand.

    python tests/anki/old_backends.py [--folder FOLDER] PACKAGE NEWER_PACKAGE [VERSION]...

NEWER_PACKAGE is the same deck a while later: some notes edited, some added. For each version a
fresh collection takes PACKAGE, some of its cards are answered, and it takes NEWER_PACKAGE; a row of
the table says what became of it:

    found, new                  the notes of PACKAGE (2.1.54 and 2.1.55 do not say what they found)
    updated, new, duplicate     the notes of NEWER_PACKAGE
    reviews                     those still there after it, of those made before
    empty                       cards without a front
    sound                       whether Anki's own check finds nothing to fix
    arrived                     notes with what NEWER_PACKAGE says, of those edited or added

An environment a version (30 to 150 MB) is made in FOLDER, and found there the next time; without
FOLDER it is thrown away.
"""

import argparse
import json
import subprocess
import sys
import venv
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

PROBE = Path(__file__).with_name("old_backend_probe.py")
NEWEST = "newest"
# The oldest that can be installed (those before need `ankirspy`, which has no wheel for today's
# Python), those where importing changed, and the newest.
VERSIONS = (
    *("2.1.36", "2.1.40", "2.1.44", "2.1.49", "2.1.54", "2.1.55", "2.1.66"),
    *("23.10", "23.12.1", "24.6.3", "25.2.7", "25.9.5", NEWEST),
)
# Wheels of before May 2022 ask for any protobuf, and work with those of their time.
OLD_PROTOBUF = "protobuf<3.21"

HEAD = ("found", "new", "updated", "new", "duplicate", "reviews", "empty", "sound", "arrived")
NAME_WIDTH = 10


class NoBackendError(Exception):
    """A version did not get as far as a row; `word` says where it stopped."""

    def __init__(self, word: str, reason: str) -> None:
        super().__init__(reason)
        self.word = word


def main() -> None:
    parser = argparse.ArgumentParser(description="Our packages in Anki's backends of other years.")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("package", type=Path)
    parser.add_argument("newer", type=Path)
    parser.add_argument("versions", nargs="*", default=VERSIONS)
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        show(given.folder or Path(folder), given.package, given.newer, given.versions)


def show(folder: Path, package: Path, newer: Path, versions: list[str]) -> None:
    """Print a row for each version, and then why some have none."""
    reasons = {}
    tell(" " * NAME_WIDTH, *HEAD)
    for version in versions:
        try:
            python, name = environment(folder.absolute() / version, version)
            tell(name.ljust(NAME_WIDTH), *row_of(python, package.absolute(), newer.absolute()))
        except NoBackendError as error:
            tell(version.ljust(NAME_WIDTH), error.word)
            reasons[version] = str(error)
    for version, reason in reasons.items():
        tell(f"\n{version}: {reason}")


def tell(name: str, *cells: object) -> None:
    sys.stdout.write("  ".join([name, *(str(cell).rjust(7) for cell in cells)]).rstrip() + "\n")
    sys.stdout.flush()


# --- environments --------------------------------------------------------------------------------


def environment(folder: Path, version: str) -> tuple[Path, str]:
    """Return the Python of an environment that has a version of Anki, and which that is.

    Raises:
        NoBackendError: it cannot be installed, or not be imported.
    """
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run("uninstallable", *pip, "anki" if version == NEWEST else f"anki=={version}")
    try:
        return python, imported(python)
    except NoBackendError:
        run("unimportable", *pip, OLD_PROTOBUF)
        return python, imported(python)


def imported(python: Path) -> str:
    """Return which version of Anki there is, once its backend was imported."""
    code = "from importlib.metadata import version; import anki.collection; print(version('anki'))"
    return run("unimportable", python, "-c", code).strip()


def row_of(python: Path, package: Path, newer: Path) -> list[object]:
    """Return the cells of a row.

    Raises:
        NoBackendError: the probe failed.
    """
    found: dict[str, Any] = json.loads(
        run("failed", python, PROBE, package, newer).splitlines()[-1]
    )
    first, second = found["first"], found["second"]
    return [
        *(first["found"], first["new"]),
        *(second["updated"], second["new"], second["duplicate"]),
        "{}/{}".format(*found["reviews"]),
        found["empty"],
        "yes" if found["is_sound"] else "NO",
        "{}/{}".format(*found["arrived"]),
    ]


def run(word: str, *command: str | Path) -> str:
    """Return what a command prints.

    Raises:
        NoBackendError: it fails; its `word` is the one given.
    """
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        lines = [line for line in done.stderr.splitlines() if line and "WARNING" not in line]
        raise NoBackendError(word, lines[-1] if lines else f"ended with {done.returncode}")
    return done.stdout


if __name__ == "__main__":
    main()
