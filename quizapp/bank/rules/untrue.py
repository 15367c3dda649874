"""Rules on statements that are declared untrue (B410 to B412): false, and of one card."""

from collections.abc import Iterator

from quizapp.bank.concepts import normalize_text
from quizapp.bank.diagnostics import Level, Problem, did_you_mean, join_or, make_problem, quote
from quizapp.bank.model import UntrueStatement
from quizapp.bank.parse.build_values import ParsedFact
from quizapp.bank.parse.untrue_cards import asked_cards
from quizapp.bank.parse.versions import FIRST
from quizapp.bank.sentences import full_sentence
from quizapp.bank.yaml.nodes import KeyGroup, NodeList


def check_untrue_statements(written: ParsedFact, version: int) -> Iterator[Problem]:
    """Yield the faults of all statements that a fact and its cards declare untrue.

    In version 2 of the format the author says whose answer each gets wrong; in version 1 the words
    may tell.
    """
    check_unnamed_card = _unnamed_card if version == FIRST else _missing_card
    fact = written.fact
    of_cards = [each for card in fact.cards for each in card.untrue]
    true = {normalize_text(full_sentence(fact, card)).rstrip(".") for card in fact.cards}
    for untrue in (*fact.untrue, *of_cards):
        if normalize_text(untrue.say).rstrip(".") in true:
            yield make_problem(
                "B410",
                untrue.place,
                "the untrue statement is the sentence of the fact itself",
                "write what is false about it",
            )
    nodes = written.group.get("untrue")
    if fact.untrue and isinstance(nodes, NodeList):
        for untrue, node in zip(fact.untrue, nodes, strict=True):
            if isinstance(node, KeyGroup) and "card" in node:
                yield from _unknown_card(written, untrue, node)
            else:
                yield from check_unnamed_card(written, untrue)


def _unknown_card(
    written: ParsedFact, untrue: UntrueStatement, group: KeyGroup
) -> Iterator[Problem]:
    """Yield a fault where a statement names a card that its fact does not have."""
    names = [card.name for card in asked_cards(written.fact)]
    if untrue.card not in names:
        yield make_problem(
            "B411",
            group.value_place("card"),
            f"the untrue statement names {quote(untrue.card)}, which is not a card of the fact",
            did_you_mean(untrue.card, names) or f"its cards: {', '.join(names)}",
        )


def _missing_card(written: ParsedFact, untrue: UntrueStatement) -> Iterator[Problem]:
    """Yield a fault where the author named none of several cards."""
    names = [card.name for card in asked_cards(written.fact)]
    if len(names) > 1:
        likely = f"`card: {untrue.card}`" if untrue.card else f"`card:` and {join_or(names)}"
        yield make_problem(
            "B412",
            untrue.place,
            "the untrue statement does not say which card of the fact it gets wrong",
            f"write {likely} beside it, or move it under that card",
        )


def _unnamed_card(written: ParsedFact, untrue: UntrueStatement) -> Iterator[Problem]:
    """Yield what there is to say of a statement whose author named none of several cards."""
    names = [card.name for card in asked_cards(written.fact)]
    if len(names) == 1:
        return
    if untrue.card:
        yield Problem(
            "B412",
            Level.INFO,
            untrue.place,
            f"the untrue statement is asked on the card `{untrue.card}`, whose answer it lacks",
            f"write `card: {untrue.card}` beside it, or name another card",
        )
        return
    yield Problem(
        "B412",
        Level.WARNING,
        untrue.place,
        "the untrue statement makes no item: nothing tells which card it gets wrong",
        f"write `card:` beside it, with one of {', '.join(names)}",
    )
