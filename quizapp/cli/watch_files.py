"""`quizapp check --watch`: the same look again whenever a file is saved."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from quizapp.cli.output import clear_screen, warn
from quizapp.errors import QuizappError
from quizapp.services.check_decks import stamp_files

_PAUSE_SECONDS = 0.3  # shorter than it takes to look from the editor to the terminal


def watch(
    look: Callable[[], object], find_places: Callable[[], Sequence[Path]], header: str
) -> None:
    """Call `look` now and after every change of a file at the places found, until ctrl+c.

    They are found again after each change, which may name other files. `look` prints. A
    QuizappError that it raises the first time is raised; later ones are printed, for a file may be
    half written or moved away for a moment.
    """
    try:
        places = find_places()
        before = stamp_files(places)
        _print_on_clear_screen(look, header)
        while True:
            time.sleep(_PAUSE_SECONDS)
            if stamp_files(places) != before:
                places = _find_again(find_places, places)
                # Taken before the look, so that a save during it is seen the next time.
                before = stamp_files(places)
                _print_or_explain(look, header)
    except KeyboardInterrupt:
        warn("")


def _find_again(
    find_places: Callable[[], Sequence[Path]], before: Sequence[Path]
) -> Sequence[Path]:
    """Return the places to watch now; those of `before` where they cannot be found."""
    try:
        return find_places()
    except QuizappError:
        return before


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
