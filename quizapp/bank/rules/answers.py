"""Rules on answers (B4xx): which there are, and those that hold for words and numbers alike."""

from collections.abc import Iterator

from quizapp.bank.concepts import normalize_text
from quizapp.bank.diagnostics import Problem, make_problem, quote
from quizapp.bank.model import (
    AmountAnswer,
    Answer,
    ListAnswer,
    NumberAnswer,
    SequenceAnswer,
    TermAnswer,
)
from quizapp.bank.parse.build_values import ParsedConcept
from quizapp.bank.parse.deck import ParsedDeck
from quizapp.bank.rules.amounts import (
    interval_not_there,
    key_beside_amount,
    key_for_amounts_only,
    key_for_points_only,
    unusable_wrong_amounts,
)
from quizapp.bank.rules.card_texts import (
    AnswerRules,
    CardInDeck,
    places_at,
    texts_at,
)
from quizapp.bank.rules.cut_reasons import find_cut_reasons
from quizapp.bank.rules.near_numbers import check_near_number
from quizapp.bank.rules.numbers import (
    failing_formula,
    key_for_words_only,
    number_above_whole,
    unusable_wrong_numbers,
)
from quizapp.bank.rules.terms import (
    key_for_numbers_only,
    right_texts_marked_wrong,
    type_without_distractors,
    unknown_type,
)
from quizapp.bank.rules.untrue import check_untrue_statements
from quizapp.bank.sentences import answer_texts, comparison_key


def check_answers(parsed_deck: ParsedDeck) -> Iterator[Problem]:
    """Yield the faults of all answers of a deck."""
    for concept in parsed_deck.concepts:
        yield from _names_under_never(concept)
    for written in parsed_deck.facts:
        if written.fact.untrue or any(card.untrue for card in written.fact.cards):
            yield from check_untrue_statements(written, parsed_deck.deck.version)
        for card in written.fact.cards:
            if card.may_take_near:
                yield from check_near_number(written, card, parsed_deck.deck.language)
            context = CardInDeck(card, written.group_of(card), parsed_deck)
            rules = _RULES_BY_ANSWER[type(card.answer)]
            for key in context.group:
                cut = tuple(find_cut_reasons(context, key)) if context.card.wrong else ()
                yield from cut
                for rule in rules.get(key, ()) if not cut else ():
                    yield from rule(context, key)


# --- rules for words and numbers -----------------------------------------------------------------


def _duplicate_texts(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault for each text that comes again under `key`."""
    texts = texts_at(context.card, key)
    if len(texts) <= 1:
        return
    values = [comparison_key(context.card, text) for text in texts]
    if len(set(values)) == len(values):
        return
    places = places_at(context.group, key)
    for position, (text, place) in enumerate(zip(texts, places, strict=True)):
        if values[position] in values[:position]:
            message = f"{quote(text)} is twice under `{key}`"
            yield make_problem("B408", place, message, "remove one of them")


def _answers_missing_from_among(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault for each text of the answer that the closed set lacks."""
    card = context.card
    there = {comparison_key(card, text) for text in card.among}
    for text in answer_texts(card):
        if comparison_key(card, text) not in there:
            yield make_problem(
                "B405",
                context.group.value_place(key),
                f"`among` lacks the answer {quote(text)}",
                "add it, spelled as in `answer`",
            )


def _wrong_answers_outside_among(context: CardInDeck, _: str) -> Iterator[Problem]:
    """Yield a fault for each wrong answer that the closed set lacks."""
    card = context.card
    there = {comparison_key(card, text) for text in card.among}
    for wrong in card.wrong:
        if comparison_key(card, wrong.text) not in there:
            yield make_problem(
                "B407",
                wrong.place,
                f"the wrong answer {quote(wrong.text)} is not in `among`",
                "`among` names all answers there are: add it, or remove it from `wrong`",
            )


_AMONG_RULES = (_answers_missing_from_among, _wrong_answers_outside_among, _duplicate_texts)
_TERM_RULES: AnswerRules = {
    "wrong": (right_texts_marked_wrong, _duplicate_texts),
    "never": (right_texts_marked_wrong,),
    "among": _AMONG_RULES,
    "choose_from": (unknown_type, type_without_distractors),
    **dict.fromkeys(("unit", "of", "tolerance", "near", "equals"), (key_for_numbers_only,)),
    "asks": (key_for_amounts_only,),
}
_LIST_RULES: AnswerRules = {**_TERM_RULES, "answer": (_duplicate_texts,)}
_NUMBER_RULES: AnswerRules = {
    "wrong": (unusable_wrong_numbers, _duplicate_texts),
    "among": _AMONG_RULES,
    "of": (number_above_whole,),
    "equals": (failing_formula,),
    **dict.fromkeys(
        ("choose_from", "also_right", "aliases", "never", "code"), (key_for_words_only,)
    ),
    "asks": (key_for_amounts_only,),
}
_AMOUNT_RULES: AnswerRules = {
    "asks": (interval_not_there,),
    "wrong": (unusable_wrong_amounts, _duplicate_texts),
    "near": (key_for_points_only,),
    "equals": (key_for_points_only, failing_formula),
    **dict.fromkeys(
        (
            *("answer", "unit", "of", "among", "choose_from", "also_right"),
            *("aliases", "never", "code"),
        ),
        (key_beside_amount,),
    ),
}
_RULES_BY_ANSWER: dict[type[Answer], AnswerRules] = {
    TermAnswer: _TERM_RULES,
    ListAnswer: _LIST_RULES,
    SequenceAnswer: _LIST_RULES,
    NumberAnswer: _NUMBER_RULES,
    AmountAnswer: _AMOUNT_RULES,
}

# --- rules beside cards --------------------------------------------------------------------------


def _names_under_never(written: ParsedConcept) -> Iterator[Problem]:
    """Yield a fault for each of a concept's own names that it must never be taken for."""
    concept, group = written
    own = {normalize_text(name) for name in concept.names}
    for text, place in zip(concept.never, group.value_places("never"), strict=True):
        if normalize_text(text) in own:
            yield make_problem(
                "B401",
                place,
                f"{quote(text)} is listed under `never` but is a name of the concept",
                "remove it from `never`, or from its names",
            )
