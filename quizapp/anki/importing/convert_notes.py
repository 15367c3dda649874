"""From notes of Anki's to facts of ours, and a list of what cannot come along."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.anki.importing.collection import AnkiNote
from quizapp.anki.importing.note_to_fact import ImportedFact, NoteConverter
from quizapp.anki.importing.quizapp_note import QuizappNoteConverter, is_quizapp_type

DUPLICATE_GUID = "another note has the same GUID"


@dataclass(frozen=True, slots=True)
class ConversionLoss:
    """What did not come along of a note, and why; `title` is what a reader knows the note by."""

    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class ConversionResult:
    """The facts of a package, and all that was lost on the way."""

    facts: tuple[ImportedFact, ...]
    losses: tuple[ConversionLoss, ...]


def convert_notes(notes: Iterable[AnkiNote]) -> ConversionResult:
    """Return what of `notes` can come along, in their order."""
    facts: dict[str, ImportedFact] = {}
    left: list[ConversionLoss] = []
    for note in notes:
        sheet = (
            QuizappNoteConverter(note) if is_quizapp_type(note.note_type) else NoteConverter(note)
        )
        fact = None
        try:
            fact = sheet.to_fact()
        except ValueError as error:
            sheet.add_loss(str(error))
        if fact is not None and facts.setdefault(fact.name, fact) is not fact:
            sheet.add_loss(DUPLICATE_GUID)
        left += [ConversionLoss(sheet.title, reason) for reason in sheet.losses]
    return ConversionResult(tuple(facts.values()), tuple(left))
