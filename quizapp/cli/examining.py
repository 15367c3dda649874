"""From an exam's wish to its form, drawn so that no question gives another's key away."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.bank.model import DeckId
from quizapp.errors import QuizappError, WrongCallError
from quizapp.items.item import Item, ItemId
from quizapp.lint.cues import goes_with
from quizapp.session.blueprint import Form, draw_form
from quizapp.session.model import ExamTerms, Mode, SittingPlan
from quizapp.terminal.house import ExamWish

if TYPE_CHECKING:
    from quizapp.store.desk import Desk

SECONDS_A_MINUTE = 60


class UnfinishedExamError(QuizappError):
    """Another exam was not handed in (exit code 1)."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class DrawnExam:
    """An exam about to begin; `remarks` are what its learner should know of the form."""

    plan: SittingPlan
    terms: ExamTerms
    remarks: tuple[str, ...]


def drawn_exam(
    desk: "Desk", decks: Sequence[DeckId], title: str, wish: ExamWish, seed: int
) -> DrawnExam:
    """Return the exam that `wish` and `seed` draw from `decks`.

    Raises:
        WrongCallError: the blueprint asks for more items of tags or formats than the exam has.
    """
    known = Known(desk)
    handles = desk.examinable(decks, wish.tags, wish.formats)
    try:
        form = draw_form(handles, wish.blueprint, seed, wish.form, known.goes_with)
    except ValueError as error:
        raise WrongCallError(str(error), "raise -n, or ask for fewer") from None
    name = f"Exam {wish.form}: {title}"
    return DrawnExam(
        SittingPlan(Mode.EXAM, name, form.items, seed, counts=True),
        ExamTerms(terms_of(decks, wish, seed), wish.minutes and wish.minutes * SECONDS_A_MINUTE),
        (f"Form {wish.form}, seed {seed}.", *remarks(form, wish)),
    )


def terms_of(decks: Sequence[DeckId], wish: ExamWish, seed: int) -> str:
    """Return what the form was drawn by, as JSON: the same for each attempt at it."""
    blueprint = wish.blueprint
    return json.dumps(
        {
            "decks": sorted(decks),
            "tags": sorted(wish.tags),
            "formats": sorted(wish.formats),
            "count": blueprint.count,
            "of_tags": dict(blueprint.tags),
            "of_formats": {each.value: number for each, number in blueprint.formats.items()},
            "seed": seed,
            "form": wish.form,
        },
        sort_keys=True,
    )


def remarks(form: Form, wish: ExamWish) -> Iterator[str]:
    """Yield what is not as it was asked for."""
    named = [str(cell) for cell in form.missing if str(cell)]
    if form.missing:
        yield f"It has {len(form.items)} of {wish.blueprint.count} questions: no more go together."
    if named:
        yield f"Not found: {', '.join(named)}."


class Known:
    """The items of a form being drawn, each read once."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        self.items: dict[ItemId, Item] = {}

    def goes_with(self, chosen: Sequence[ItemId], item: ItemId) -> bool:
        """Say whether no item of these gives another's key away."""
        missing = [each for each in (*chosen, item) if each not in self.items]
        self.items.update((each.id, each) for each in self.desk.items(missing))
        there = [self.items[each] for each in chosen if each in self.items]
        return item in self.items and goes_with(there, self.items[item])
