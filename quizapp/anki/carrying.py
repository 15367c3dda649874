"""From notes of Anki's to facts of ours, and a list of what cannot come along."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.anki.notebook import AnkiNote
from quizapp.anki.own import OwnSheet, is_own
from quizapp.anki.sheet import CarriedFact, Sheet

TWICE = "another note has the same GUID"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What did not come along of a note, and why; `title` is what a reader knows the note by."""

    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Carried:
    """The facts of a package, and all that was lost on the way."""

    facts: tuple[CarriedFact, ...]
    left_out: tuple[LeftOut, ...]


def carried(notes: Iterable[AnkiNote]) -> Carried:
    """Return what of `notes` can come along, in their order."""
    facts: dict[str, CarriedFact] = {}
    left: list[LeftOut] = []
    for note in notes:
        sheet = OwnSheet(note) if is_own(note.kind) else Sheet(note)
        fact = None
        try:
            fact = sheet.fact()
        except ValueError as error:
            sheet.lose(str(error))
        if fact is not None and facts.setdefault(fact.name, fact) is not fact:
            sheet.lose(TWICE)
        left += [LeftOut(sheet.title, reason) for reason in sheet.losses]
    return Carried(tuple(facts.values()), tuple(left))
