"""Loading decks: the one door from files to a `Bank`, and to all faults of what was written."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from quizapp.bank.check_answers import check_answers
from quizapp.bank.check_references import (
    check_references,
    foreign_facts,
    unknown_foreign_fact,
    unread_deck,
)
from quizapp.bank.check_say import check_say
from quizapp.bank.deck_reader import read_deck
from quizapp.bank.fault import MANY, Faults, TooManyFaultsError, fault, in_order
from quizapp.bank.files import UnreadableDeckError, decks_at, full
from quizapp.bank.model import Bank, Deck, DeckId, FactId, Place
from quizapp.bank.problem import Level, Problem

CHECKS = (check_references, check_say, check_answers)
NO_ID = DeckId("")
NOWHERE = Place("")


def load_deck(path: Path) -> tuple[Deck | None, tuple[Problem, ...]]:
    """Return the deck at `path`, a file or a folder with a deck.yaml, and its problems by place.

    The deck is None when one of them is an error. References to facts of other decks are not
    looked at: see `load_bank`.
    """
    with collector_off():
        loaded = load(path)
    return loaded.deck, loaded.problems


def load_bank(
    paths: Sequence[Path], *, needs_pictures: bool = True
) -> tuple[Bank, tuple[Problem, ...]]:
    """Return the decks at `paths` and all problems by place.

    A path is a deck's file, a deck's folder, or a folder of decks. A deck with an error is left
    out of the bank, and so is one whose id an earlier deck has. A deck that comes again by another
    path is passed over. Decks read away from their folders have not their pictures beside them:
    where they are not needed, one that is not there has no digest and is no fault.
    """
    with collector_off():
        decks, problems = found_at(paths)
        loaded = [load(deck, needs_pictures=needs_pictures) for deck in decks]
    first: dict[DeckId, Loaded] = {}
    for each in loaded:
        if each.id:
            first.setdefault(each.id, each)
    sound = []
    for each in loaded:
        across = tuple(faults_across(each, first))
        problems.extend((*each.problems, *across))
        if each.deck and not has_error(across):
            sound.append(each.deck)
    return Bank(tuple(sound)), in_order(problems)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of one deck.

    Attributes:
        deck: None when it has an error.
        id: "" when none is known.
        place: where the deck's id stands.
        fact_names: the facts that it declares, faulty ones too.
        foreign_facts: the facts of other decks that it refers to, each with its place.
    """

    deck: Deck | None
    problems: tuple[Problem, ...]
    id: DeckId = NO_ID
    place: Place = NOWHERE
    fact_names: frozenset[str] = frozenset()
    foreign_facts: tuple[tuple[FactId, Place], ...] = ()


def load(path: Path, *, needs_pictures: bool = True) -> Loaded:
    """Return what comes of the deck at `path`, looked at alone."""
    faults = Faults()
    manuscript = None
    try:
        manuscript = read_deck(path, faults, needs_pictures=needs_pictures)
        if manuscript is not None:
            for check in CHECKS:
                faults.add(check(manuscript))
    except UnreadableDeckError as error:
        faults.add([unreadable(error)])
    except TooManyFaultsError:
        return Loaded(None, (*faults.in_order(), more(path)))
    problems = faults.in_order()
    if manuscript is None:
        return Loaded(None, problems)
    return Loaded(
        deck=None if has_error(problems) else manuscript.deck,
        problems=problems,
        id=manuscript.deck.id,
        place=manuscript.deck.place,
        fact_names=manuscript.declared_facts,
        foreign_facts=foreign_facts(manuscript),
    )


def found_at(paths: Sequence[Path]) -> tuple[list[Path], list[Problem]]:
    """Return the decks that `paths` stand for, none twice, and where there are none."""
    decks: dict[str, Path] = {}
    problems = []
    for path in paths:
        try:
            for deck in decks_at(path):
                decks.setdefault(full(deck), deck)
        except UnreadableDeckError as error:
            problems.append(unreadable(error))
    return list(decks.values()), problems


def faults_across(loaded: Loaded, first: Mapping[DeckId, Loaded]) -> Iterator[Problem]:
    """Yield the faults of a deck beside others; `first` are the decks that have their id first."""
    namesake = first.get(loaded.id, loaded)
    if namesake is not loaded:
        yield fault(
            "B110",
            loaded.place,
            f"the id `{loaded.id}` is that of another deck, {namesake.place.file}",
            "give one of them another id",
        )
    for reference, place in loaded.foreign_facts:
        deck, _, name = reference.partition("/")
        other = first.get(DeckId(deck))
        if other is None:
            yield unread_deck(reference, place)
        elif name not in other.fact_names:
            yield unknown_foreign_fact(reference, place, other.fact_names)


def has_error(problems: Sequence[Problem]) -> bool:
    """Say whether one of `problems` keeps a deck out."""
    return any(problem.level is Level.ERROR for problem in problems)


def unreadable(error: UnreadableDeckError) -> Problem:
    """Return `error` as a fault."""
    return fault(error.code, Place(str(error.path)), error.reason, error.mend)


def more(path: Path) -> Problem:
    """Return the fault that says that more are to come."""
    message = f"there are more faults than these {MANY}"
    return fault("B114", Place(str(path)), message, "mend these, then check again")


@contextmanager
def collector_off() -> Iterator[None]:
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
