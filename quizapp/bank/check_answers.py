"""Rules on answers (B4xx): which there are, and those that hold for words and numbers alike."""

from collections.abc import Iterator

from quizapp.bank.answer_parts import (
    CardInDeck,
    Rules,
    comparable,
    key_texts,
    places_under,
    texts_under,
)
from quizapp.bank.check_numbers import (
    equals_that_fails,
    not_for_numbers,
    number_over_of,
    wrong_that_is_no_other_number,
)
from quizapp.bank.check_terms import (
    not_for_words,
    nothing_to_choose_from,
    unknown_type,
    wrong_that_is_right,
)
from quizapp.bank.concepts import folded
from quizapp.bank.fault import fault, quoted
from quizapp.bank.manuscript import Manuscript, WrittenConcept, WrittenFact
from quizapp.bank.model import (
    Answer,
    ListAnswer,
    NumberAnswer,
    SequenceAnswer,
    TermAnswer,
)
from quizapp.bank.problem import Problem
from quizapp.bank.say import full_sentence


def check_answers(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield the faults of all answers of a deck."""
    for concept in manuscript.concepts:
        yield from forbidden_names(concept)
    for written in manuscript.facts:
        if written.fact.untrue:
            yield from untrue_that_is_true(written)
        for card in written.fact.cards:
            context = CardInDeck(card, written.group_of(card), manuscript)
            rules = RULES[type(card.answer)]
            for key in context.group:
                for rule in rules.get(key, ()):
                    yield from rule(context, key)


# --- rules for words and numbers -----------------------------------------------------------------


def given_twice(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault for each text under `key` that stood there before."""
    texts = texts_under(context.card, key)
    if len(texts) <= 1:
        return
    values = [comparable(context.card, text) for text in texts]
    if len(set(values)) == len(values):
        return
    places = places_under(context.group, key)
    for position, (text, place) in enumerate(zip(texts, places, strict=True)):
        if values[position] in values[:position]:
            message = f"{quoted(text)} stands twice under `{key}`"
            yield fault("B408", place, message, "remove one of them")


def among_without_key(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault for each text of the answer that the closed set lacks."""
    card = context.card
    there = {comparable(card, text) for text in card.among}
    for text in key_texts(card):
        if comparable(card, text) not in there:
            yield fault(
                "B405",
                context.group.value_place(key),
                f"`among` lacks the answer {quoted(text)}",
                "add it, spelled as in `answer`",
            )


def wrong_outside_among(context: CardInDeck, _: str) -> Iterator[Problem]:
    """Yield a fault for each wrong answer that stands outside the closed set."""
    card = context.card
    there = {comparable(card, text) for text in card.among}
    for wrong in card.wrong:
        if comparable(card, wrong.text) not in there:
            yield fault(
                "B407",
                wrong.place,
                f"the wrong answer {quoted(wrong.text)} does not stand in `among`",
                "`among` names all answers there are: add it, or remove it from `wrong`",
            )


AMONG = (among_without_key, wrong_outside_among, given_twice)
RULES_OF_TERMS: Rules = {
    "wrong": (wrong_that_is_right, given_twice),
    "never": (wrong_that_is_right,),
    "among": AMONG,
    "choose_from": (unknown_type, nothing_to_choose_from),
    **dict.fromkeys(("unit", "of", "tolerance", "equals"), (not_for_words,)),
}
RULES_OF_LISTS: Rules = {**RULES_OF_TERMS, "answer": (given_twice,)}
RULES_OF_NUMBERS: Rules = {
    "wrong": (wrong_that_is_no_other_number, given_twice),
    "among": AMONG,
    "of": (number_over_of,),
    "equals": (equals_that_fails,),
    **dict.fromkeys(("choose_from", "also_right", "aliases", "never"), (not_for_numbers,)),
}
RULES: dict[type[Answer], Rules] = {
    TermAnswer: RULES_OF_TERMS,
    ListAnswer: RULES_OF_LISTS,
    SequenceAnswer: RULES_OF_LISTS,
    NumberAnswer: RULES_OF_NUMBERS,
}

# --- rules beside cards --------------------------------------------------------------------------


def forbidden_names(written: WrittenConcept) -> Iterator[Problem]:
    """Yield a fault for each of a concept's own names that it must never be taken for."""
    concept, group = written
    own = {folded(name) for name in concept.names}
    for text, place in zip(concept.never, group.places_in("never"), strict=True):
        if folded(text) in own:
            yield fault(
                "B401",
                place,
                f"{quoted(text)} is listed under `never` but is a name of the concept",
                "remove it from `never`, or from its names",
            )


def untrue_that_is_true(written: WrittenFact) -> Iterator[Problem]:
    """Yield a fault for each untrue statement that is the sentence of the fact."""
    fact = written.fact
    if not fact.untrue:
        return
    true = {folded(full_sentence(fact, card)).rstrip(".") for card in fact.cards}
    for untrue in fact.untrue:
        if folded(untrue.say).rstrip(".") in true:
            yield fault(
                "B410",
                untrue.place,
                "the untrue statement is the sentence of the fact itself",
                "write what is false about it",
            )
