"""Decks from Python: read, checked, made into questions and exported, without a store."""

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from quizapp.bank.diagnostics import Level, Problem
from quizapp.bank.model import Bank, CardId, Deck
from quizapp.errors import QuizappError

if TYPE_CHECKING:
    from quizapp.anki.export.options import (
        AnkiFormat,
        ExportDeck,
        ExportOptions,
        ExportReport,
        NoteStyle,
    )
    from quizapp.items.item import Item
    from quizapp.learner.export_values import ExportCard

DeckPath: TypeAlias = str | os.PathLike[str]
Decks: TypeAlias = Bank | DeckPath | Iterable[DeckPath]
Now: TypeAlias = datetime | Callable[[], datetime]

_PACKAGE_SUFFIX = ".apkg"
_NO_DECKS = "Decks must be a Bank, a path, or several paths."
_NO_TIME = "now must be a datetime, or a function that returns one."
_MOST_PROBLEMS_SHOWN = 20  # in a message; `problems` has all


class InvalidDeckError(QuizappError):
    """A deck has errors. `problems` has all that was found, warnings too, ordered by place."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        errors = [each for each in self.problems if each.level is Level.ERROR]
        lines = [_problem_line(each) for each in errors[:_MOST_PROBLEMS_SHOWN]]
        if len(errors) > _MOST_PROBLEMS_SHOWN:
            lines.append(f"and {len(errors) - _MOST_PROBLEMS_SHOWN} more")
        super().__init__("\n".join(lines), "fix the deck, then load it again")


def load(path: DeckPath, *more: DeckPath) -> Bank:
    """Read decks: a YAML file, the folder of one deck, or a folder of decks.

    Raises:
        InvalidDeckError: a deck has an error, or there is none; nothing is returned then.
    """
    from quizapp.bank.load import load_bank
    from quizapp.signoff import apply_to_bank

    bank, problems = load_bank(_paths(path, *more))
    if any(problem.level is Level.ERROR for problem in problems):
        raise InvalidDeckError(problems)
    return apply_to_bank(bank)


def check(path: DeckPath, *more: DeckPath) -> list[Problem]:
    """Return what is wrong with decks and with the questions they make, as `quizapp check` does.

    They are ordered by place. One whose level is "error" keeps its deck from being loaded; a
    warning or an info does not.
    """
    from quizapp.bank.load import load_bank
    from quizapp.lint.check import check_bank
    from quizapp.services.check_signoffs import find_missing_signatures
    from quizapp.signoff import apply_to_bank

    bank, problems = load_bank(_paths(path, *more))
    bank = apply_to_bank(bank)
    found = [*problems, *check_bank(bank, tuple(generate(bank))), *find_missing_signatures(bank)]
    return sorted(found, key=lambda problem: (problem.place, problem.code))


def generate(bank: Bank, seed: int = 0) -> "Iterator[Item]":
    """Make the questions of a bank, one at a time and in its order; drafts are left out.

    The same bank and seed give the same items. What is chosen by `seed` are wrong answers, where a
    deck offers more than are shown.
    """
    from quizapp.items import generate as items

    if not isinstance(bank, Bank):
        raise TypeError("Questions are made of a Bank: quizapp.load(path) returns one.")
    return items.generate(bank, seed)


def export_anki(
    decks: Decks,
    target: DeckPath,
    *,
    formats: "Iterable[AnkiFormat | str]" = (),
    style: "NoteStyle | str" = "cards",
    now: Now | None = None,
) -> "ExportReport":
    """Write decks as an Anki package, all cards new, and return what is in it.

    Importing it again in Anki updates the notes and keeps the progress made there.

    Args:
        decks: a bank, or where decks are.
        target: the package to write; its name ends in .apkg. What was there is replaced.
        formats: how a card is asked beside its question: "typed", "gap", "choice".
        style: "cards" makes a note of a card, "cloze" a note of a fact with its sentence.
        now: what dates the notes; without it, the clock.

    Raises:
        InvalidDeckError: a deck has an error.
        QuizappError: there is nothing to export, or `target` cannot be written.
        ValueError: a format, the style or the name of the package does not exist.
    """
    from quizapp.anki.export.export_decks import export_decks

    package = Path(target)
    if package.suffix.lower() != _PACKAGE_SUFFIX:
        raise ValueError(f"Anki imports no file called {package.name}: let it end in .apkg.")
    bank = bank_of(decks)
    options = _export_options(bank, formats, style)
    written_at = as_clock(now)()
    return export_decks(package, (_export_deck(deck, written_at) for deck in bank.decks), options)


def bank_of(decks: Decks) -> Bank:
    """Return a bank as it is, and the bank of decks that lie at paths.

    Raises:
        InvalidDeckError: a deck has an error.
        TypeError: it is neither.
    """
    if isinstance(decks, Bank):
        return decks
    paths = as_list(decks)
    if not paths:
        raise TypeError(_NO_DECKS)
    return load(*paths)


def as_list(decks: DeckPath | Iterable[DeckPath]) -> tuple[DeckPath, ...]:
    """Return one path, or several, as several.

    Raises:
        TypeError: it is neither.
    """
    if isinstance(decks, str | os.PathLike):
        return (decks,)
    if not isinstance(decks, Iterable):
        raise TypeError(_NO_DECKS)
    return tuple(decks)


def as_clock(now: Now | None) -> Callable[[], datetime]:
    """Return what tells the time: the clock for None, for a moment always that.

    Raises:
        TypeError: it is neither a datetime nor callable.
        ValueError: a moment has no time zone.
    """
    if now is None:
        from quizapp.services.clock import real_clock

        return real_clock
    if isinstance(now, datetime):
        moment = _with_zone(now)
        return lambda: moment
    if not callable(now):
        raise TypeError(_NO_TIME)
    tell = now
    return lambda: _with_zone(tell())


def _with_zone(now: datetime) -> datetime:
    if not isinstance(now, datetime):
        raise TypeError(_NO_TIME)
    if now.tzinfo is None:
        raise ValueError("now needs a time zone, as in datetime.now(UTC).")
    return now


def _paths(*given: DeckPath) -> list[Path]:
    if not all(isinstance(each, str | os.PathLike) for each in given):
        raise TypeError(_NO_DECKS)
    return [Path(each) for each in given]


def _problem_line(problem: Problem) -> str:
    """Return a problem in one line: where it is, its code, what it is and how to fix it."""
    place = problem.place
    where = f"{place.file}:{place.line}:{place.column}" if place.line else place.file
    fix = f" (fix: {problem.fix})" if problem.fix else ""
    return f"{where}: {problem.code} {problem.message}{fix}"


# --- what a package holds ------------------------------------------------------------------------


def _export_options(
    bank: Bank, formats: "Iterable[AnkiFormat | str]", style: "NoteStyle | str"
) -> "ExportOptions":
    from quizapp.anki.export.options import AnkiFormat, ExportOptions, NoteStyle

    if isinstance(formats, str):
        raise TypeError("formats must be a list of texts, not one text.")
    names = tuple(formats)
    for name in names:
        if name not in list(AnkiFormat):
            raise ValueError(f"Anki has no format {name!r}; it is one of {', '.join(AnkiFormat)}.")
    if style not in list(NoteStyle):
        raise ValueError(f"There is no style {style!r}; it is one of {', '.join(NoteStyle)}.")
    chosen = tuple(AnkiFormat(name) for name in dict.fromkeys(names))
    return ExportOptions(NoteStyle(style), {deck.id: chosen for deck in bank.decks})


def _export_deck(deck: Deck, written_at: datetime) -> "ExportDeck":
    from quizapp.anki.export.options import ExportDeck

    return ExportDeck(deck.id, deck.title, _export_cards(deck, written_at))


def _export_cards(deck: Deck, written_at: datetime) -> "Iterator[ExportCard]":
    """Yield the cards of a deck in its order, numbered within their facts."""
    from quizapp.learner.export_values import ExportCard

    for _, of_fact in groupby(generate(Bank((deck,))), key=lambda item: item.fact):
        items_of: dict[CardId, list[Item]] = {}
        for item in of_fact:
            items_of.setdefault(item.card, []).append(item)
        for number, items in enumerate(items_of.values(), start=1):
            yield ExportCard(tuple(items), written_at, number)
