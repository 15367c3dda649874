"""The words of languages, which judging needs: where they are kept, and that they get built.

They are built by a process of its own, at the lowest priority, while the learner goes on: it takes
seconds and up to 300 MB. Whatever goes wrong with it is logged, and answers are judged without.
"""

import logging
import os
import sys
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.bank.deck_files import sniff_language
from quizapp.grading.dictionary import (
    LANGUAGES_WITH_WORDS,
    is_built,
    language_of_words,
    set_words_folder,
)
from quizapp.services.user_folders import NoHomeError, cache_folder

if TYPE_CHECKING:
    from subprocess import Popen

    from quizapp.services.workspace import Workspace

ALWAYS = ("en",)  # what a deck is written in that does not say it
BUILDER = "build words"  # the thread that waits for the process that builds
_MOST_OF_ERROR = 2_000  # characters
_MOST_SECONDS = 60.0  # that a program waits for words
_started: set[tuple[Path, str]] = set()  # by this run: what failed is not tried again and again


def words_folder() -> Path | None:
    """Return where the words of languages are kept; None where this user has no cache folder."""
    try:
        return cache_folder() / "words"
    except NoHomeError:
        return None


def use_words() -> None:
    """Judge with the words that are built, from now on; those built later are found then."""
    set_words_folder(words_folder())


def provide_words(workspace: "Workspace") -> None:
    """Judge with words, and have those built that the decks of a prepared workspace need."""
    use_words()
    build_words(workspace)


def build_words(workspace: "Workspace") -> None:
    """Have those words built that the decks of a prepared workspace need."""
    build_missing_words((*ALWAYS, *deck_languages(workspace)))


def deck_languages(workspace: "Workspace") -> frozenset[str]:
    """Return the languages that the decks of a prepared workspace are written in."""
    from quizapp.store.deck_table import live_decks

    wanted = frozenset(workspace.deck_ids)
    return frozenset(
        sniff_language(Path(deck.files[0].path))
        for deck in live_decks(workspace.store)
        if deck.id in wanted and deck.files
    )


def build_missing_words(codes: Iterable[str]) -> None:
    """Have the words of languages built that are not there yet; returns at once, raises nothing."""
    folder = words_folder()
    if folder is None:
        return
    missing = sorted(
        language
        for language in {language_of_words(code) for code in codes}
        if language in LANGUAGES_WITH_WORDS
        and (folder, language) not in _started
        and not is_built(language, folder)
    )
    if missing and sys.executable and is_writable(folder):
        _started.update((folder, language) for language in missing)
        _start_building(folder, missing)


def await_words(code: str) -> None:
    """Judge with the words of a language, and have them built first where they are missing.

    For programs, which no learner waits for: it takes seconds, once for each language and user.
    """
    build_missing_words([code])
    for thread in threading.enumerate():
        if thread.name == BUILDER:
            thread.join(_MOST_SECONDS)
    use_words()


def _start_building(folder: Path, languages: Sequence[str]) -> None:
    """Start the process that builds; a thread waits for its end, if this run lasts that long."""
    import subprocess

    # Isolated from the folder that it starts in (-P). Of a group of its own: it outlives the
    # terminal, and its keys do not end it.
    command = [sys.executable, "-P", "-m", "quizapp.grading.dictionary", str(folder), *languages]
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.IDLE_PRIORITY_CLASS | subprocess.DETACHED_PROCESS
    try:
        process = subprocess.Popen(  # noqa: S603 (our own module, by our own interpreter)
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
            creationflags=flags,
        )
    except OSError as error:
        _log_failure(folder, str(error))
        return
    wait = threading.Thread(target=_log_end, args=(process, folder), name=BUILDER, daemon=True)
    wait.start()


def _log_end(process: "Popen[bytes]", folder: Path) -> None:
    """Wait for the process that builds, and log what it says when it fails."""
    _, said = process.communicate()
    if process.returncode:
        _log_failure(folder, said.decode(errors="replace")[-_MOST_OF_ERROR:])


def _log_failure(folder: Path, why: str) -> None:
    logging.getLogger(__name__).warning("cannot build words in %s: %s", folder, why.strip())


def is_writable(folder: Path) -> bool:
    """Return whether files can be made in `folder`, which need not be there yet."""
    try:
        nearest = next(each for each in (folder, *folder.parents) if each.exists())
    except OSError:
        return False
    return nearest.is_dir() and os.access(nearest, os.W_OK)
