"""`quizapp check --watch`: the same look again whenever a file is saved."""

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from quizapp.bank.deck_files import DECK_SUFFIXES
from quizapp.cli.output import clear_screen, warn
from quizapp.errors import QuizappError

_PAUSE_SECONDS = 0.3  # shorter than it takes to look from the editor to the terminal

_FileStamps = dict[str, tuple[int, int]]


def watch(look: Callable[[], object], places: Sequence[Path], header: str) -> None:
    """Call `look` now and after every change of a file at `places`, until ctrl+c.

    `look` prints. A QuizappError that it raises the first time is raised; later ones are printed,
    for a file may be half written or moved away for a moment.
    """
    try:
        before = _file_stamps(places)
        _print_on_clear_screen(look, header)
        while True:
            time.sleep(_PAUSE_SECONDS)
            # Taken before the look, so that a save during it is seen the next time.
            now = _file_stamps(places)
            if now != before:
                before = now
                _print_or_explain(look, header)
    except KeyboardInterrupt:
        warn("")


def _print_on_clear_screen(look: Callable[[], object], header: str) -> None:
    """Print what `look` finds on a screen of its own; what is no terminal is not deleted."""
    clear_screen()
    warn(header)
    look()
    warn("watching … press ctrl+c to stop")


def _print_or_explain(look: Callable[[], object], header: str) -> None:
    """Print what `look` finds, or why it could not look."""

    def look_anyway() -> None:
        try:
            look()
        except QuizappError as error:
            warn(error.message, f"    fix: {error.fix}")

    _print_on_clear_screen(look_anyway, header)


def _file_stamps(places: Sequence[Path]) -> _FileStamps:
    """Return size and time of every file to watch, by path; what is not there is left out."""
    found: _FileStamps = {}
    for place in places:
        for path in _watched_files(place):
            try:
                seen = path.stat()
            except (OSError, ValueError):
                continue
            found[str(path)] = (seen.st_size, seen.st_mtime_ns)
    return found


def _watched_files(place: Path) -> Iterator[Path]:
    """Yield `place` itself, or the YAML files of a folder and of the decks that are its folders."""
    try:
        inside = sorted(place.iterdir()) if place.is_dir() else []
        if not inside:
            yield place
        for path in inside:
            if path.suffix in DECK_SUFFIXES and not path.is_dir():
                yield path
            elif path.is_dir():
                yield from (each for each in path.iterdir() if each.suffix in DECK_SUFFIXES)
    except (OSError, ValueError):  # it went away while we looked
        return
