"""Words that several commands print."""

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from quizapp.bank.diagnostics import Problem


def problem_lines(problem: Problem) -> Iterator[str]:
    """Yield a problem as `quizapp check` prints it: place, code and message, then the fix."""
    place = problem.place
    where = f"{place.file}:{place.line}:{place.column}" if place.line else place.file
    yield f"{where}: {problem.code} {problem.message}"
    if problem.fix:
        yield f"    fix: {problem.fix}"


def percent(share: float | None) -> str:
    """Return a share as whole per cent, a dash where there is none."""
    return "–" if share is None else f"{share:.0%}"


def printable(path: Path) -> str:
    """Return `path` without what a terminal would obey: a name of a file may hold anything."""
    text = os.fsencode(path).decode("utf-8", "replace")
    return "".join("\N{REPLACEMENT CHARACTER}" if _is_control(sign) else sign for sign in text)


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp"}
