"""What comparing decks with their sources found, kept among what can be made again.

A fact that did not change, and whose source did not, is not compared again. The file may be deleted
at any time.
"""

import json
from collections.abc import Iterator, MutableMapping, Sequence
from pathlib import Path

from quizapp.errors import QuizappError
from quizapp.services.replace_file import replace_file
from quizapp.services.user_folders import cache_folder
from quizapp.version import __version__

_MOST_FACTS = 20_000
_JUDGES = ("prove", "grading", "lint/grounding.py", "lint/cited_text.py", "lint/copied_words.py")

_Verdict = tuple[int, str, str, str]


class VerdictCache(MutableMapping[str, Sequence[_Verdict]]):
    """Verdicts by a key that changes with what they depend on; those used last are kept."""

    def __init__(self) -> None:
        self._path = _cache_path()
        self._stamp = _code_stamp()
        self._has_news = False
        self._known = _read(self._path, self._stamp)

    def save(self) -> None:
        """Write what is new; a cache that cannot be written is none, and no fault."""
        if not self._has_news or self._path is None:
            return
        kept = dict([*self._known.items()][-_MOST_FACTS:])
        data = json.dumps({"stamp": self._stamp, "facts": kept}, ensure_ascii=False)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._path, data.encode())
        except (OSError, QuizappError, UnicodeEncodeError):
            return

    def __getitem__(self, key: str) -> Sequence[_Verdict]:
        return self._known[key]

    def __setitem__(self, key: str, value: Sequence[_Verdict]) -> None:
        self._known[key] = value
        self._has_news = True

    def __delitem__(self, key: str) -> None:
        del self._known[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def _cache_path() -> Path | None:
    """Return where the cache is; None for a user without a home."""
    try:
        return cache_folder() / "verdicts.json"
    except QuizappError:
        return None


def _code_stamp() -> str:
    """Return what changes with the code that judges: another judge finds other things."""
    package = Path(__file__).parent.parent
    newest = 0
    for name in _JUDGES:
        place = package / name
        for path in place.rglob("*.*") if place.is_dir() else (place,):
            if path.suffix != ".pyc":
                newest = max(newest, path.stat().st_mtime_ns)
    return f"{__version__} {newest}"


def _read(path: Path | None, stamp: str) -> dict[str, Sequence[_Verdict]]:
    """Return the verdicts in a file that were made by the same code; none where it is broken."""
    try:
        found = json.loads(path.read_bytes()) if path is not None else {}
        if found.get("stamp") != stamp:
            return {}
        return {
            str(key): [
                (int(at), str(code), str(said), str(fix)) for at, code, said, fix in verdicts
            ]
            for key, verdicts in found["facts"].items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}
