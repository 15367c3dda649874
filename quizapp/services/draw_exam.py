"""From the request of an exam to its form, drawn so that no question gives another's key away."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.bank.model import CardId, DeckId
from quizapp.errors import WrongCallError
from quizapp.items.item import Item, ItemId
from quizapp.learner.model import Mode
from quizapp.lint.exam_cues import can_join_form
from quizapp.services.ports import ExamRequest
from quizapp.session.blueprint import ExamForm, draw_form
from quizapp.session.model import ExamSettings, SittingPlan

if TYPE_CHECKING:
    from quizapp.store.learner_store import LearnerStore

_SECONDS_PER_MINUTE = 60


@dataclass(frozen=True, slots=True)
class DrawnExam:
    """An exam about to begin; `remarks` are what its learner should know of the form.

    `cards` are those of the plan's items.
    """

    plan: SittingPlan
    terms: ExamSettings
    remarks: tuple[str, ...]
    cards: tuple[CardId, ...] = ()


def draw_exam(  # noqa: PLR0913 (what a form is drawn from)
    learner_store: "LearnerStore",
    decks: Sequence[DeckId],
    title: str,
    request: ExamRequest,
    seed: int,
    *,
    barred: Collection[CardId] = (),
) -> DrawnExam:
    """Return the exam that `request` and `seed` draw from `decks`, without the cards `barred`.

    Raises:
        WrongCallError: the blueprint asks for more items of tags or formats than the exam has.
    """
    known = _FormItems(learner_store)
    candidates = learner_store.exam_candidates(decks, request.tags, request.formats)
    handles = [handle for handle in candidates if handle.card not in barred]
    try:
        form = draw_form(handles, request.blueprint, seed, request.form, known.can_join)
    except ValueError as error:
        raise WrongCallError(
            str(error), "ask for more questions (-n), or for fewer of these"
        ) from None
    name = f"Exam {request.form}: {title}"
    return DrawnExam(
        SittingPlan(Mode.EXAM, name, form.items, seed, moves_memory=True),
        ExamSettings(
            _form_terms(decks, request, seed),
            request.minutes and request.minutes * _SECONDS_PER_MINUTE,
        ),
        (f"Form {request.form}, seed {seed}.", *_shortfall_remarks(form, request)),
        tuple(handle.card for handle in handles if handle.item in form.items),
    )


def _form_terms(decks: Sequence[DeckId], request: ExamRequest, seed: int) -> str:
    """Return what the form was drawn by, as JSON: the same for each attempt at it."""
    blueprint = request.blueprint
    return json.dumps(
        {
            "decks": sorted(decks),
            "tags": sorted(request.tags),
            "formats": sorted(request.formats),
            "count": blueprint.count,
            "of_tags": dict(blueprint.tags),
            "of_formats": {each.value: number for each, number in blueprint.formats.items()},
            "seed": seed,
            "form": request.form,
        },
        sort_keys=True,
    )


def _shortfall_remarks(form: ExamForm, request: ExamRequest) -> Iterator[str]:
    """Yield what is not as it was asked for."""
    named = [str(cell) for cell in form.unfilled_cells if str(cell)]
    if form.unfilled_cells:
        yield (f"It has {len(form.items)} of {request.blueprint.count} questions: no more fit.")
    if named:
        yield f"Not found: {', '.join(named)}."


class _FormItems:
    """The items of a form being drawn, each read once."""

    def __init__(self, learner_store: "LearnerStore") -> None:
        self.learner_store = learner_store
        self.items: dict[ItemId, Item] = {}

    def can_join(self, chosen: Sequence[ItemId], item: ItemId) -> bool:
        """Return whether no item of these gives another's key away."""
        missing = [each for each in (*chosen, item) if each not in self.items]
        self.items.update((each.id, each) for each in self.learner_store.items(missing))
        there = [self.items[each] for each in chosen if each in self.items]
        return item in self.items and can_join_form(there, self.items[item])
