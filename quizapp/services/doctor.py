"""What this installation can do: one check a thing that may be missing, each with a fix.

A room that has something to tell adds a function to `_CHECKS`. Nothing is changed by looking.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from quizapp.errors import QuizappError
from quizapp.services.settings import Settings

_BYTES_PER_MB = 1_000_000
_NEWEST_REPLAYED = 500  # reviews: `quizapp db verify` replays all


class CheckState(StrEnum):
    """How something is: as it should be; usable, but something is missing; not usable."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class InstallationCheck:
    """What was found out about one thing.

    Attributes:
        name: what it is about, as in "words for German".
        state: how it is.
        sentence: how it is, in words that follow the name.
        fix: one act that helps; "" where there is nothing to do.
    """

    name: str
    state: CheckState
    sentence: str
    fix: str = ""


def examine_installation(settings: Settings) -> tuple[InstallationCheck, ...]:
    """Return what each check found; one that cannot even look is an error of that name."""
    return tuple(found for name, check in _CHECKS.items() for found in _run(name, check, settings))


def _run(name: str, check: "_Checker", settings: Settings) -> Iterator[InstallationCheck]:
    try:
        yield from check(settings)
    except QuizappError as error:
        yield InstallationCheck(name, CheckState.ERROR, f"{error.message}.", error.fix)


# --- checks ---------------------------------------------------------------------------------------


def _check_words(settings: Settings) -> Iterator[InstallationCheck]:
    """Yield whether the words of each language are there that answers are judged in."""
    from quizapp.grading.dictionary import LANGUAGES_WITH_WORDS, language_of_words, open_dictionary
    from quizapp.services.word_dictionaries import use_words

    use_words()
    for language in sorted({language_of_words(code) for code in _languages(settings)}):
        name = f"words for {_language_name(language)}"
        if language not in LANGUAGES_WITH_WORDS:
            yield InstallationCheck(
                name, CheckState.OK, "quizapp has none; answers are judged more strictly."
            )
        elif not open_dictionary(language).is_empty:
            yield InstallationCheck(
                name, CheckState.OK, f"built, {_megabytes_of_words(language):.1f} MB."
            )
        else:
            missing = "not built yet; spelling slips are asked about, not accepted."
            fix = "quizapp study, which builds them in the background"
            yield InstallationCheck(name, CheckState.WARNING, missing, fix)


def _check_cache(_: Settings) -> Iterator[InstallationCheck]:
    """Yield whether what can be made again can be kept."""
    from quizapp.services.word_dictionaries import is_writable, words_folder

    folder = words_folder()
    if folder is None:
        fix = "set HOME to your folder"
        yield InstallationCheck(
            "cache", CheckState.WARNING, "you have no folder for it; no words are kept.", fix
        )
    elif is_writable(folder):
        yield InstallationCheck("cache", CheckState.OK, f"{folder.parent} can be written.")
    else:
        sentence = f"{folder.parent} cannot be written; no words are kept."
        yield InstallationCheck(
            "cache", CheckState.WARNING, sentence, "make that folder yours, with room in it"
        )


def _check_database(settings: Settings) -> Iterator[InstallationCheck]:
    """Yield which database holds the answers, and whether it is sound."""
    from quizapp.services.open_database import existing_store, is_database_missing
    from quizapp.services.words import quantity
    from quizapp.store.backends.backend import Creates
    from quizapp.store.open import store_info
    from quizapp.store.verify import verify_store

    if is_database_missing(settings):
        yield InstallationCheck(
            "database", CheckState.OK, "no answers yet; it is made when you first study."
        )
        return
    found = store_info(settings.database, creates=Creates.NOTHING)
    if found.version < found.latest:
        older = f"{found.location} is of schema {found.version}; it is upgraded when you study."
        yield InstallationCheck("database", CheckState.OK, older)
        return
    with existing_store(settings) as store:
        report = verify_store(store, _NEWEST_REPLAYED)
    if report.faults:
        damage = f"{found.location} is damaged: {report.faults[0]}."
        yield InstallationCheck("database", CheckState.ERROR, damage, "quizapp restore")
    else:
        sound = f"{found.location} is sound, {quantity(report.reviews, 'answer')}."
        yield InstallationCheck("database", CheckState.OK, sound)


_Checker = Callable[[Settings], Iterator[InstallationCheck]]
_CHECKS: Mapping[str, _Checker] = {  # by what each is about, in the order in which it is told
    "words": _check_words,
    "cache": _check_cache,
    "database": _check_database,
}


# --- parts ----------------------------------------------------------------------------------------


def _languages(settings: Settings) -> frozenset[str]:
    """Return the languages that decks are written in, and English.

    Of the decks that are studied, as they were read last; of all, where none was read yet.
    """
    from quizapp.bank.deck_files import list_deck_files, sniff_language
    from quizapp.services.deck_lookup import all_deck_paths
    from quizapp.services.sync_decks import find_deck_roots
    from quizapp.services.word_dictionaries import ALWAYS

    headers = _studied_headers(settings) or tuple(
        list_deck_files(root)[0] for root in find_deck_roots(all_deck_paths(settings))[0]
    )
    return frozenset({*ALWAYS, *map(sniff_language, headers)})


def _studied_headers(settings: Settings) -> tuple[Path, ...]:
    """Return the files of the headers of decks that are studied; none where no store can tell."""
    from quizapp.services.open_database import existing_store, is_database_missing
    from quizapp.store.deck_table import live_decks

    try:
        if is_database_missing(settings):
            return ()
        with existing_store(settings) as store:
            decks = live_decks(store)
    except QuizappError:  # the check of the database tells
        return ()
    return tuple(
        Path(deck.files[0].path)
        for deck in decks
        if deck.files and deck.id not in settings.decks_off
    )


def _language_name(language: str) -> str:
    from quizapp.grading.languages import language_of

    return language_of(language).name


def _megabytes_of_words(language: str) -> float:
    from quizapp.grading.dictionary import words_file
    from quizapp.services.word_dictionaries import words_folder

    folder = words_folder()
    return words_file(language, folder).stat().st_size / _BYTES_PER_MB if folder else 0
