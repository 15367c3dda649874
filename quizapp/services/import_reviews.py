"""Taking the learner's reviews in Anki into the history here."""

from dataclasses import dataclass
from pathlib import Path

from quizapp.services.ports import ProgressReporter, report_nothing
from quizapp.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ImportedReviews:
    """How many reviews of a package were new or known; `notices` are of opening the store.

    `ours` are of cards of the decks, `foreign` of others; `future` say that they were made later
    than now.
    """

    new: int
    known: int
    ours: int
    foreign: int
    future: int
    notices: tuple[str, ...] = ()


def import_anki_reviews(
    workspace: Workspace,
    file: Path,
    *,
    is_dry_run: bool = False,
    report: ProgressReporter = report_nothing,
) -> ImportedReviews:
    """Import the reviews of our cards in a package; prepares the workspace.

    Raises:
        BadPackageError: the file is no package, or damaged.
    """
    # Before the decks are read, which takes longer than to see that a file is no package.
    from quizapp.anki.importing.open_package import open_package

    with open_package(file) as package:
        from quizapp.anki.importing.reviews import read_review_history
        from quizapp.store.backups.take_backup import AT_ONCE, back_up_if_due
        from quizapp.store.deck_table import card_numbers

        notices = workspace.prepare(report)
        history = read_review_history(package, card_numbers(workspace.store), workspace.now())
    if history.reviews and not is_dry_run:
        back_up_if_due(workspace.store, workspace.now(), AT_ONCE)
    done = workspace.learner_store().import_reviews(history.reviews, is_dry_run=is_dry_run)
    return ImportedReviews(
        new=done.new,
        known=done.known,
        ours=len(history.reviews),
        foreign=history.foreign_count,
        future=history.future_count,
        notices=notices,
    )
