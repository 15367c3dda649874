"""Fitting the forecast of forgetting to the learner's own answers."""

from dataclasses import dataclass

from quizapp.memory.optimize import OptimizationResult, optimize_parameters
from quizapp.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class FittedSchedule:
    """What was found, for how many decks, and whether it was kept."""

    found: OptimizationResult
    deck_count: int
    is_kept: bool


def fit_schedule(workspace: Workspace, *, is_dry_run: bool) -> FittedSchedule:
    """Fit FSRS's parameters to the reviews of the decks, and keep them where they are better.

    Raises:
        NothingToAskError: the decks are drafts alone, or all are switched off.
    """
    learner_store = workspace.learner_store()
    first = workspace.decks_to_ask()[0]
    present = learner_store.scheduling(first).parameters
    decks = workspace.deck_ids
    found = optimize_parameters(learner_store.rating_histories(decks), present)
    is_kept = found.is_better and not is_dry_run
    if is_kept:
        for deck in decks:
            learner_store.save_parameters(deck, found.parameters)
    return FittedSchedule(found, len(decks), is_kept)
