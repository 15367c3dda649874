"""Where a learner stands, and how well the forecast of forgetting holds."""

from dataclasses import replace

from quizapp.analysis.calibration import Calibration, measure_calibration
from quizapp.analysis.overview import Overview, make_overview
from quizapp.memory.days import learner_day
from quizapp.services.workspace import Workspace

_STREAK_DAYS = 3660  # as far back as a streak is counted


def load_overview(workspace: Workspace) -> Overview:
    """Return where the learner stands now."""
    from quizapp.services.preview import draft_counts

    now = workspace.now()
    today = learner_day(now, workspace.calendar)
    learner_store = workspace.learner_store()
    view = make_overview(
        learner_store.deck_counts(workspace.deck_ids, now),
        learner_store.day_counts(today - _STREAK_DAYS),
        today,
        learner_store.plans(),
        draft_counts(workspace.store, workspace.deck_ids),
    )
    return replace(view, decks_off=len(workspace.off))


def load_calibration(workspace: Workspace) -> Calibration:
    """Return how often cards were recalled beside how often that was foretold."""
    return measure_calibration(workspace.learner_store().recall_bins(workspace.deck_ids))
