"""Opening the review of a deck: which deck, who signs, which texts are at hand."""

from collections.abc import Mapping
from pathlib import Path

from quizapp.bank.model import Deck
from quizapp.bank.signed_file import clean_text
from quizapp.errors import WrongCallError
from quizapp.services.deck_lookup import load_valid_bank
from quizapp.services.former_wording import git_user
from quizapp.services.preview import root_of
from quizapp.services.review_deck import DeckReview
from quizapp.services.settings import Settings
from quizapp.services.source_texts import read_source_texts
from quizapp.services.texts_to_check import find_texts
from quizapp.services.word_dictionaries import use_words


def open_review(
    settings: Settings,
    name: str,
    by: str,
    sources: Mapping[str, Path],
    *,
    is_signing: bool = True,
) -> DeckReview:
    """Return the review of the deck `name` (an id or a path), held against its sources' texts.

    These are the files of `sources`, and what is attached of others.
    Who signs is `by`, or else whoever commits there, as git is told; nobody where it is not
    `is_signing`.

    Raises:
        FaultyDeckError: the deck has an error.
        WrongCallError: `name` is not one deck, nobody is known to sign, or no deck has a source of
            that id.
        UnreadableSourceError: a source's file cannot be read.
    """
    use_words()
    bank = load_valid_bank(settings, [name])
    if len(bank.decks) != 1:
        found = ", ".join(deck.id for deck in bank.decks)
        if not found:
            raise WrongCallError(f"{name}: no deck there", "give a deck's file, folder or id")
        raise WrongCallError(f"{name}: one deck is read at a time, not {found}", "name one of them")
    deck = bank.decks[0]
    given = read_source_texts(bank, sources, has_faulty_deck=False)
    texts = find_texts(settings, bank, given)
    root = root_of(deck.files)
    signer = _signer(by, root) if is_signing else by
    today = settings.clock().astimezone(settings.calendar().zone).date()
    return DeckReview(_as_written(deck, root), signer, today, texts.texts, texts.notices)


def _as_written(deck: Deck, root: Path) -> Path:
    """Return where the deck is as its places say it, so that they and the file are one."""
    place = Path(deck.place.file)
    return place.parent if root.is_dir() else place


def _signer(by: str, root: Path) -> str:
    """Return who signs.

    Raises:
        WrongCallError: nobody is named, and git knows none.
    """
    name = clean_text(by or git_user(root if root.is_dir() else root.parent))
    if not name:
        raise WrongCallError("who signs?", "add --by 'Your Name', or: git config user.name …")
    return name
