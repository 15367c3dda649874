"""From a card to what its responses are held against."""

from collections.abc import Sequence

from quizapp.bank.concepts import find_concept, normalize_text
from quizapp.bank.model import (
    AmountAnswer,
    Card,
    Deck,
    ListAnswer,
    NumberAnswer,
    SequenceAnswer,
    TermAnswer,
)
from quizapp.bank.sentences import answer_texts
from quizapp.grading.expected import (
    Expected,
    ExpectedAmount,
    ExpectedList,
    ExpectedNumber,
    ExpectedSequence,
    ExpectedTerm,
)
from quizapp.grading.languages import language_of


def build_expected(deck: Deck, card: Card) -> Expected:
    """Return what a typed response to `card` is held against."""
    answer = card.answer
    language = language_of_card(deck, card)
    match answer:
        case TermAnswer():
            return _build_expected_term(deck, card, answer)
        case NumberAnswer():
            return ExpectedNumber(
                answer.value, answer.text, answer.unit, answer.of, answer.tolerance, language
            )
        case AmountAnswer():
            return build_expected_amount(answer, language)
        case ListAnswer():
            return ExpectedList(_build_expected_members(deck, card, answer.members), language)
        case SequenceAnswer():
            return ExpectedSequence(_build_expected_members(deck, card, answer.members), language)


def build_expected_amount(answer: AmountAnswer, language: str) -> ExpectedAmount:
    """Return what is held against for a quantity; where its interval is asked for, the ends."""
    amount = answer.amount
    spread = None if amount.spread is None else (amount.spread.low, amount.spread.high)
    is_of_spread = answer.asks_interval and spread is not None
    low, high = spread if is_of_spread and spread else (amount.low, amount.high)
    return ExpectedAmount(
        amount.text,
        f"{low}-{high}" if is_of_spread else amount.figures,
        low,
        high,
        amount.unit,
        amount.sign,
        amount.of,
        None if is_of_spread else spread,
        answer.tolerance,
        language,
    )


def language_of_card(deck: Deck, card: Card) -> str:
    """Return the language that an answer to `card` is judged in: en of en-GB."""
    return language_of(card.language or deck.language).code


def _build_expected_term(deck: Deck, card: Card, answer: TermAnswer) -> ExpectedTerm:
    """Return what is held against for a term: its names, what is also right, what never is."""
    right = [*_concept_names(deck, answer.text), *card.aliases]
    for text in card.also_right:
        right.extend(_concept_names(deck, text))
    return _make_expected_term(deck, card, answer, right)


def _build_expected_members(
    deck: Deck, card: Card, members: tuple[TermAnswer, ...]
) -> tuple[ExpectedTerm, ...]:
    """Return what is held against for each member of a list or sequence."""
    return tuple(
        _make_expected_term(deck, card, member, _concept_names(deck, member.text))
        for member in members
    )


def _make_expected_term(
    deck: Deck, card: Card, answer: TermAnswer, right: Sequence[str]
) -> ExpectedTerm:
    """Return an expected term, each form once, the key among neither the others nor the wrong."""
    key, never = answer.text, _forbidden_answers(deck, card, answer)
    concept = find_concept(deck, key)
    accepted = {
        normalize_text(text): text for text in right if normalize_text(text) != normalize_text(key)
    }
    wrong = {normalize_text(text): text for text in never}
    return ExpectedTerm(
        key=key,
        accepted=tuple(accepted.values()),
        wrong=tuple(
            text
            for form, text in wrong.items()
            if form not in accepted and form != normalize_text(key)
        ),
        opposites=deck.opposites,
        language=language_of_card(deck, card),
        code=card.is_code or (concept is not None and concept.is_code),
    )


def _concept_names(deck: Deck, text: str) -> tuple[str, ...]:
    """Return all names of the concept that `text` names, or `text` alone."""
    concept = find_concept(deck, text)
    return (text,) if concept is None else (text, *concept.names)


def _forbidden_answers(deck: Deck, card: Card, answer: TermAnswer) -> list[str]:
    """Return what is never right for an answer: its look-alikes and what the author declared.

    Declared wrong are the texts under `wrong`, and what a closed set holds besides the answer.
    """
    concept = find_concept(deck, answer.text)
    never = [*card.never, *(concept.never if concept else ())]
    right = {normalize_text(text) for text in answer_texts(card)}
    others = (text for text in card.among if normalize_text(text) not in right)
    for text in (*(wrong.text for wrong in card.wrong), *others):
        never.extend(_concept_names(deck, text))
    return never
