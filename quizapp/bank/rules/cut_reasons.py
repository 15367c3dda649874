"""The rule on reasons that a comma ended (B106): what was behind it stands as a wrong answer."""

from collections.abc import Iterator
from dataclasses import replace

from quizapp.bank.diagnostics import Level, Problem, make_problem, quote
from quizapp.bank.parse.versions import FIRST
from quizapp.bank.rules.card_texts import CardInDeck
from quizapp.bank.yaml.flow_commas import find_cut_texts
from quizapp.bank.yaml.nodes import KeyGroup


def find_cut_reasons(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault for each wrong answer that a comma cut from a text under `wrong`.

    A deck of version 1 is read as it always was, and told.
    """
    group = context.group[key] if key == "wrong" else None
    if not isinstance(group, KeyGroup) or all(each.why for each in context.card.wrong):
        return
    for text, before, start in find_cut_texts(group):
        if before:
            message = f"a comma ended the reason of {quote(before)}"
            message += f", so {quote(text)} is read as a wrong answer"
            fix = "put the reason in quotes"
        else:
            message = f"{quote(text)} has no reason, and others beside it do"
            fix = "put a wrong answer with a comma in quotes, or write its reason behind a colon"
        found = make_problem("B106", group.deck_text.place(start), message, fix)
        is_first = context.parsed_deck.deck.version == FIRST
        yield replace(found, level=Level.WARNING) if is_first else found
