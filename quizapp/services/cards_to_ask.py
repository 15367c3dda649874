"""When there is nothing to ask, and why: decks of drafts, all decks off, none at all."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from quizapp.bank.model import DeckId
from quizapp.errors import QuizappError
from quizapp.services.words import quantity

if TYPE_CHECKING:
    from quizapp.store.store import Store


class NothingToAskError(QuizappError):
    """No item answers to the request (exit code 1)."""

    exit_code = 1


def check_cards(store: "Store", decks: Sequence[DeckId], off: Mapping[DeckId, str]) -> None:
    """Raise where none of `decks` can be asked; `off` are those that are switched off.

    Raises:
        NothingToAskError: they are drafts alone, or there are none, since all are off or faulty.
    """
    from quizapp.store.deck_table import decks_with_cards

    if not decks and off:
        raise NothingToAskError(
            f"all decks are off: {', '.join(off)}", "switch one on: quizapp decks on NAME"
        )
    if not decks:
        raise NothingToAskError(
            "there is no deck to study",
            "see your decks with quizapp decks, their problems with quizapp check",
        )
    if not decks_with_cards(store).isdisjoint(decks):
        return
    from quizapp.services.preview import draft_counts, known_file_decks, root_of

    drafts = draft_counts(store, decks)
    if drafts:
        roots = [str(root_of(known.files)) for known in known_file_decks(store, list(drafts))]
        raise NothingToAskError(
            f"no cards yet: {quantity(sum(drafts.values()), 'draft')} to review",
            f"read and accept them: {', '.join(f'quizapp review {root}' for root in roots)}",
        )
