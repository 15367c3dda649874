"""What is not asked in a format that a card seems made for, and why: nothing is dropped in silence.

Told of cards whose author began to say what is wrong, or whose answer is a number; a term without
any wrong answer is a card to be typed, and nobody expects a choice of it.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from quizapp.bank.model import (
    AmountAnswer,
    Bank,
    CardId,
    DeckId,
    FactId,
    ListAnswer,
    NumberAnswer,
    SequenceAnswer,
    Status,
)
from quizapp.bank.place import Place
from quizapp.bank.sentences import sentence_parts
from quizapp.items.context import CardContext, card_contexts
from quizapp.items.deck_index import index_decks
from quizapp.items.distinct_values import are_distinct_options
from quizapp.items.formats.match import MIN_ROWS, match_groups
from quizapp.items.formats.true_false import bound_of, repeats_each_wrong_answer
from quizapp.items.item import Format, Item


class DropReason(StrEnum):
    """Why a card is not asked in a format."""

    TOO_FEW_OPTIONS = "too few declared options"
    EQUAL_OPTIONS = "two options are the same answer"
    EQUAL_ROWS = "too few rows with values that cannot be taken for each other"
    NO_SENTENCE = "the fact has no `say`, so all its statements would be false"
    BOUND = "its number is a bound, of which another may be true as well"
    AMOUNTS = "amounts are not matched"
    OTHER_FORM = "its wrong amounts are of another form, or one is within the other"
    VALUE_TWICE = "each false statement would say a value twice"


_FIXES = {
    DropReason.TOO_FEW_OPTIONS: "declare two wrong answers under `wrong`",
    DropReason.EQUAL_OPTIONS: "keep one of the two",
    DropReason.EQUAL_ROWS: "fill more cells, with values further apart",
    DropReason.NO_SENTENCE: "write `say`, a sentence with a gap for each card",
    DropReason.BOUND: "write `untrue`",
    DropReason.AMOUNTS: "write numbers with the `unit` of their column where they have no error",
    DropReason.OTHER_FORM: "write `untrue`, or a wrong amount of the same form",
    DropReason.VALUE_TWICE: "write `untrue`, or declare a wrong answer that is not in the sentence",
}


@dataclass(frozen=True, slots=True)
class Drop:
    """A card that is not asked in a format, and why not."""

    deck: DeckId
    fact: FactId
    card: CardId
    place: Place
    format: Format
    reason: DropReason
    words: str = ""  # those that say it, where words do

    @property
    def what(self) -> str:
        """What is not made of the card: a statement may be made that is true."""
        is_half = self.format is Format.TRUE_FALSE and self.reason is not DropReason.NO_SENTENCE
        return "false statement" if is_half else self.format.value

    @property
    def why(self) -> str:
        """The reason, with the words that give it."""
        return f'{self.reason} ("{self.words}" is at its gap)' if self.words else self.reason

    @property
    def fix(self) -> str:
        """What the author can do to have the card asked in the format."""
        return _FIXES[self.reason]


def find_dropped(bank: Bank, items: Iterable[Item]) -> Iterator[Drop]:
    """Yield what `items`, those of `bank`, leave out, in the bank's order."""
    made: dict[CardId, set[Format]] = {}
    with_false: set[FactId] = set()
    for item in items:
        made.setdefault(item.card, set()).add(item.format)
        if item.format is Format.TRUE_FALSE and item.key == ("False",):
            with_false.add(item.fact)
    for context in _asked_cards(bank):
        fact, card = context.fact, context.card
        drops = _find_reasons(context, made.get(card.id, set()))
        if fact.id not in with_false:
            drops = chain(drops, _statement_reasons(context))
        for format_, reason in drops:
            words = bound_of(context) if reason is DropReason.BOUND else ""
            yield Drop(fact.deck, fact.id, card.id, card.place, format_, reason, words)


def _asked_cards(bank: Bank) -> Iterator[CardContext]:
    """Yield the cards of all facts that are no drafts."""
    for deck_index in index_decks(bank, 0):
        for fact in deck_index.deck.facts:
            if fact.status is Status.REVIEWED:
                yield from card_contexts(deck_index, fact)


def _find_reasons(
    context: CardContext, made: Collection[Format]
) -> Iterator[tuple[Format, DropReason]]:
    """Yield why a card is not asked in a format where one chooses, given those that it is in."""
    card = context.card
    is_number = isinstance(card.answer, NumberAnswer | AmountAnswer)
    format_ = Format.SELECT if isinstance(card.answer, ListAnswer) else Format.CHOICE
    is_declared = card.wrong or card.choose_from or card.distractor_pool or is_number
    if card.ask and not isinstance(card.answer, SequenceAnswer) and format_ not in made:
        if card.among or (format_ is Format.SELECT and not are_distinct_options(card, context.key)):
            yield format_, DropReason.EQUAL_OPTIONS
        elif is_declared:
            yield format_, DropReason.TOO_FEW_OPTIONS
    if card.cell and card.cell.is_exclusive:
        column = context.deck_index.columns[card.cell.table, card.cell.column]
        is_first = len(column) >= MIN_ROWS and column[0].card is card
        if is_first and isinstance(card.answer, AmountAnswer):
            yield Format.MATCH, DropReason.AMOUNTS
        elif is_first and not match_groups(context.deck_index, card.cell):
            yield Format.MATCH, DropReason.EQUAL_ROWS


def _statement_reasons(context: CardContext) -> Iterator[tuple[Format, DropReason]]:
    """Yield why a card of a fact without a false statement has none."""
    fact, card = context.fact, context.card
    if not sentence_parts(fact, card):
        if card.untrue or any(each.card == card.name for each in fact.untrue):
            yield Format.TRUE_FALSE, DropReason.NO_SENTENCE
    elif card.wrong and not fact.is_hedged and bound_of(context):
        yield Format.TRUE_FALSE, DropReason.BOUND
    elif repeats_each_wrong_answer(context):
        yield Format.TRUE_FALSE, DropReason.VALUE_TWICE
    elif card.wrong and not fact.is_hedged and isinstance(card.answer, AmountAnswer):
        yield Format.TRUE_FALSE, DropReason.OTHER_FORM
