"""How many of the questions at hand nobody signed: told where an exam begins or a deck leaves."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from quizapp.bank.deck_files import find_signed_file
from quizapp.bank.model import CardId, Deck, DeckId, SourceId
from quizapp.services.preview import known_file_decks, root_of
from quizapp.services.words import quantity
from quizapp.signoff import SignoffState, find_unsigned, list_signoffs
from quizapp.sources.model import SourceText

if TYPE_CHECKING:
    from quizapp.store.store import Store


def count_unsigned(store: "Store", cards: Iterable[CardId]) -> int:
    """Return how many of `cards` (one may come again) nobody signed as it is now.

    The signed files tell, not the store: of a deck without one nothing has to be read.
    """
    counts = Counter(cards)
    ids = list(dict.fromkeys(DeckId(card.partition("/")[0]) for card in counts))
    signed = {card for deck in _load_signed(store, ids) for card in _signed_cards(deck)}
    return sum(number for card, number in counts.items() if card not in signed)


def unsigned_remark(unsigned: int, total: int) -> str:
    """Return how many of `total` questions nobody signed, as a sentence; "" when all are."""
    return f"{unsigned} of {quantity(total, 'question')} not reviewed." if unsigned else ""


def describe_barred(store: "Store", decks: Sequence[DeckId]) -> str:
    """Return how many cards their decks keep out of exams as nobody signed them; "" when none."""
    from quizapp.store.deck_table import decks_that_must_be_signed

    asking = decks_that_must_be_signed(store) & set(decks)
    barred = sum(len(find_unsigned(deck)) for deck in load_valid(store, sorted(asking)))
    return f"{quantity(barred, 'card')} left out: not signed" if barred else ""


def find_conflicting(
    store: "Store", decks: Sequence[DeckId], texts: Mapping[SourceId, SourceText]
) -> frozenset[CardId]:
    """Return the cards of `decks` in conflict with one of `texts`, those overruled left out."""
    if not texts:
        return frozenset()
    from quizapp.bank.model import Bank
    from quizapp.grading.dictionary import open_dictionary
    from quizapp.lint.grounding import check_grounding
    from quizapp.services.card_evidence import IN_CONFLICT, cards_by_place, drop_settled
    from quizapp.services.verdict_cache import VerdictCache

    found: set[CardId] = set()
    verdicts = VerdictCache()
    for deck in load_valid(store, decks):
        if not texts.keys().isdisjoint(deck.sources):
            places = cards_by_place(deck)
            grounding = check_grounding(Bank((deck,)), texts, open_dictionary, verdicts)
            for problem in drop_settled(deck, grounding):
                found.update(places.get(problem.place, ()) if problem.code in IN_CONFLICT else ())
            found -= {each.card.id for each in list_signoffs(deck) if each.is_overruled}
    verdicts.save()
    return frozenset(found)


def exam_remarks(
    store: "Store", cards: Sequence[CardId], barred: str, conflicting: int
) -> Iterator[str]:
    """Yield what a learner should know of an exam on `cards`, as sentences.

    `barred` is what `describe_barred` says; `conflicting` cards stay out for their conflicts.
    """
    if remark := unsigned_remark(count_unsigned(store, cards), len(cards)):
        yield remark
    if barred:
        yield f"{barred}."
    if conflicting:
        yield f"{quantity(conflicting, 'card')} left out: in conflict with the source."


def _signed_cards(deck: Deck) -> Iterator[CardId]:
    """Yield the cards of `deck` that are signed as they are now."""
    return (each.card.id for each in list_signoffs(deck) if each.state is SignoffState.SIGNED)


def _load_signed(store: "Store", ids: Sequence[DeckId]) -> Iterator[Deck]:
    """Yield those of the decks `ids` that have a signed file, as they are on disk."""
    signed = [
        known.id
        for known in known_file_decks(store, ids)
        if find_signed_file(root_of(known.files)) is not None
    ]
    return load_valid(store, signed)


def load_valid(store: "Store", ids: Sequence[DeckId]) -> Iterator[Deck]:
    """Yield those of the decks `ids` that have no error now."""
    from quizapp.bank.load import load_deck

    for known in known_file_decks(store, ids):
        deck, _ = load_deck(root_of(known.files))
        if deck is not None:
            yield deck
