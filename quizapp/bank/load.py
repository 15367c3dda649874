"""Loading decks: from files to a `Bank`, with every fault of what was written."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from quizapp.bank.deck_files import (
    UnreadableDeckError,
    find_decks,
    find_signed_file,
    resolve_path,
)
from quizapp.bank.diagnostics import (
    MAX_PROBLEMS,
    Problem,
    ProblemCollector,
    TooManyProblemsError,
    has_error,
    make_problem,
    sort_problems,
)
from quizapp.bank.model import Bank, Deck, DeckId, FactId
from quizapp.bank.parse.deck import read_deck
from quizapp.bank.place import Place
from quizapp.bank.rules.answers import check_answers
from quizapp.bank.rules.references import (
    check_references,
    foreign_facts,
    unknown_foreign_fact_problem,
    unread_deck_problem,
)
from quizapp.bank.rules.sentences import check_sentences
from quizapp.bank.signed_file import find_unknown_cards, read_signed_file

_CHECKS = (check_references, check_sentences, check_answers)
_NO_ID = DeckId("")
_NO_PLACE = Place("")


def load_deck(path: Path) -> tuple[Deck | None, tuple[Problem, ...]]:
    """Return the deck at `path`, a file or a folder with a deck.yaml, and its problems by place.

    The deck is None when one of them is an error. References to facts of other decks are not
    looked at: see `load_bank`.
    """
    with _pause_garbage_collection():
        loaded = _load_alone(path)
    return loaded.deck, loaded.problems


def load_bank(
    paths: Sequence[Path], *, requires_images: bool = True
) -> tuple[Bank, tuple[Problem, ...]]:
    """Return the decks at `paths` and all problems by place.

    A path is a deck's file, a deck's folder, or a folder of decks. A deck with an error is left
    out of the bank, and so is one whose id an earlier deck has. A deck that comes again by another
    path is passed over. A deck that is read away from its folder does not have its pictures beside
    it: unless it `requires_images`, one that is missing has no digest and is no fault.
    """
    loaded = []
    first: dict[DeckId, _LoadResult] = {}
    with _pause_garbage_collection():
        decks, problems = _find_deck_paths(paths)
        for deck in decks:
            each = _load_alone(deck, requires_images=requires_images)
            loaded.append(each)
            if each.id:
                first.setdefault(each.id, each)
    sound = []
    for each in loaded:
        across = tuple(_cross_deck_problems(each, first))
        problems.extend((*each.problems, *across))
        if each.deck and not has_error(across):
            sound.append(each.deck)
    return Bank(tuple(sound)), sort_problems(problems)


@dataclass(frozen=True, slots=True)
class _LoadResult:
    """The result of reading one deck.

    Attributes:
        deck: None when it has an error.
        id: "" when none is known.
        place: where the deck's id is written.
        fact_names: the facts that it declares, faulty ones too.
        foreign_facts: the facts of other decks that it refers to, each with its place.
    """

    deck: Deck | None
    problems: tuple[Problem, ...]
    id: DeckId = _NO_ID
    place: Place = _NO_PLACE
    fact_names: frozenset[str] = frozenset()
    foreign_facts: tuple[tuple[FactId, Place], ...] = ()


def _load_alone(path: Path, *, requires_images: bool = True) -> _LoadResult:
    """Return the deck at `path` and its faults, without regard to other decks."""
    faults = ProblemCollector()
    parsed_deck = None
    try:
        parsed_deck = read_deck(path, faults, requires_images=requires_images)
        if parsed_deck is not None:
            for check in _CHECKS:
                faults.add(check(parsed_deck))
            parsed_deck = replace(parsed_deck, deck=_add_signoffs(parsed_deck.deck, path, faults))
    except UnreadableDeckError as error:
        faults.add([unreadable_problem(error)])
    except TooManyProblemsError:
        return _LoadResult(None, (*faults.sorted_problems(), _too_many_problem(path)))
    problems = faults.sorted_problems()
    if parsed_deck is None:
        return _LoadResult(None, problems)
    return _LoadResult(
        deck=None if has_error(problems) else parsed_deck.deck,
        problems=problems,
        id=parsed_deck.deck.id,
        place=parsed_deck.deck.place,
        fact_names=parsed_deck.declared_facts,
        foreign_facts=foreign_facts(parsed_deck),
    )


def _add_signoffs(deck: Deck, path: Path, faults: ProblemCollector) -> Deck:
    """Return `deck` with what readers said of its cards, as the file beside it has it."""
    beside = find_signed_file(path)
    if beside is None:
        return deck
    entries, file, problems = read_signed_file(beside)
    faults.add(problems)
    signed = replace(deck, signoffs=entries, files=(*deck.files, file))
    faults.add(find_unknown_cards(signed))
    return signed


def _find_deck_paths(paths: Sequence[Path]) -> tuple[list[Path], list[Problem]]:
    """Return the decks at `paths`, none twice, and a fault for each path that holds none."""
    decks: dict[str, Path] = {}
    problems = []
    for path in paths:
        try:
            for deck in find_decks(path):
                decks.setdefault(resolve_path(deck), deck)
        except UnreadableDeckError as error:
            problems.append(unreadable_problem(error))
    return list(decks.values()), problems


def _cross_deck_problems(
    loaded: _LoadResult, first: Mapping[DeckId, _LoadResult]
) -> Iterator[Problem]:
    """Yield the faults that a deck has beside others; `first` has the first deck of each id."""
    namesake = first.get(loaded.id, loaded)
    if namesake is not loaded:
        yield make_problem(
            "B110",
            loaded.place,
            f"the id `{loaded.id}` is that of another deck, {namesake.place.file}",
            "give one of them another id",
        )
    for reference, place in loaded.foreign_facts:
        deck, _, name = reference.partition("/")
        other = first.get(DeckId(deck))
        if other is None:
            yield unread_deck_problem(reference, place)
        elif name not in other.fact_names:
            yield unknown_foreign_fact_problem(reference, place, other.fact_names)


def unreadable_problem(error: UnreadableDeckError) -> Problem:
    """Return `error` as a fault."""
    return make_problem(error.code, Place(str(error.path)), error.reason, error.fix)


def _too_many_problem(path: Path) -> Problem:
    """Return the fault that says that more are to come."""
    message = f"there are more problems than these {MAX_PROBLEMS}"
    return make_problem("B114", Place(str(path)), message, "fix these, then check again")


@contextmanager
def _pause_garbage_collection() -> Iterator[None]:
    """Keep Python from looking for garbage meanwhile: among millions of new values it has none.

    They are handed to the oldest generation afterwards, since a walk through them all would take
    as long as building them.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        gc.enable()
