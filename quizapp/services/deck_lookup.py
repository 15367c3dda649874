"""Which decks a command is about: bundled ones, those of `--decks` and the config, those added."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from quizapp.bank.diagnostics import Level, Problem
from quizapp.bank.model import Bank, Deck
from quizapp.errors import QuizappError, WrongCallError
from quizapp.services.settings import Settings, bundled_decks
from quizapp.services.words import quantity, suggest


class FaultyDeckError(QuizappError):
    """A deck has errors, so the command's answer is no (exit code 1); `problems` are these."""

    exit_code = 1

    def __init__(self, message: str, fix: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message, fix)
        self.problems = tuple(problems)


def is_deck_path(name: str) -> bool:
    """Return whether a DECK argument names a file or folder, not a deck's id."""
    return "/" in name or name.endswith((".yaml", ".yml")) or Path(name).exists()


def all_deck_paths(settings: Settings, added: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Return where the decks of this run are, the bundled folder first, none twice."""
    candidates = (bundled_decks(), *settings.deck_paths, *added)
    return tuple(dict.fromkeys(path.resolve() for path in candidates))


def search_paths(
    settings: Settings, names: Sequence[str], added: Iterable[Path] = ()
) -> tuple[Path, ...]:
    """Return where the decks stand among which those that `names` ask for are found."""
    given = tuple(Path(name) for name in names if is_deck_path(name))
    return (
        given if names and len(given) == len(names) else (*all_deck_paths(settings, added), *given)
    )


def load_decks(
    settings: Settings, names: Sequence[str], added: Iterable[Path] = ()
) -> tuple[Bank, tuple[Problem, ...]]:
    """Return the bank of the decks that `names` ask for (ids or paths; none asks for all).

    An id that is not known is looked for among the decks that were added, too.

    Raises:
        WrongCallError: a name is neither a path nor the id of a known deck.
    """
    from quizapp.bank.load import load_bank
    from quizapp.signoff import apply_to_bank

    given = [Path(name) for name in names if is_deck_path(name)]
    ids = [name for name in names if not is_deck_path(name)]
    bank, problems = load_bank(search_paths(settings, names, added))
    if not added and not {deck.id for deck in bank.decks}.issuperset(ids):
        bank, problems = load_bank(search_paths(settings, names, _find_added(settings)))
    bank = apply_to_bank(bank)
    if not names:
        return bank, problems
    paths = {str(path.resolve()) for path in given}
    wanted = tuple(deck for deck in bank.decks if deck.id in ids or _is_read_from(deck, paths))
    check_deck_ids(ids, [deck.id for deck in bank.decks], problems)
    return Bank(wanted), tuple(
        problem for problem in problems if not ids or _is_about(problem, wanted, paths)
    )


def _find_added(settings: Settings) -> tuple[Path, ...]:
    """Return the deck files and folders that were added; () where that cannot be read."""
    from quizapp.services.open_database import existing_store, is_database_missing
    from quizapp.store.deck_table import added_paths

    try:
        if is_database_missing(settings):
            return ()
        with existing_store(settings) as store:
            return added_paths(store)
    except QuizappError:
        return ()


def load_valid_bank(settings: Settings, names: Sequence[str], added: Iterable[Path] = ()) -> Bank:
    """Return the bank that `names` ask for, when none of its decks has an error.

    Raises:
        FaultyDeckError: one has.
        WrongCallError: a name is neither a path nor the id of a known deck.
    """
    bank, problems = load_decks(settings, names, added)
    errors = [problem for problem in problems if problem.level is Level.ERROR]
    if errors:
        raise FaultyDeckError(
            f"{quantity(len(errors), 'error')} in the deck", "fix the deck", errors
        )
    return bank


def check_deck_ids(ids: Iterable[str], known: Sequence[str], faults: Sequence[object]) -> None:
    """Raise a WrongCallError for the first of `ids` that is not `known`, with the nearest one."""
    for name in ids:
        if name not in known:
            fix = suggest(name, known, f"known decks: {', '.join(known)}")
            if faults:
                fix += " (decks with errors are left out: see quizapp check)"
            raise WrongCallError(f"there is no deck {name!r}", fix)


def _is_read_from(deck: Deck, paths: Iterable[str]) -> bool:
    """Return whether `deck` was read from one of `paths` or from a folder among them."""
    files = [Path(file.path).resolve() for file in deck.files]
    return any(file.is_relative_to(path) for file in files for path in paths)


def _is_about(problem: Problem, decks: Sequence[Deck], paths: Iterable[str]) -> bool:
    """Return whether `problem` is one of `decks` or stands in one of `paths`."""
    file = Path(problem.place.file).resolve()
    return any(file.is_relative_to(path) for path in paths) or any(
        file == Path(own.path).resolve() for deck in decks for own in deck.files
    )
