"""What the answers of all learners say of the decks: missing aliases, and unclear stems."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizapp.analysis.item_statistics import ItemStatistics, is_stem_unclear, proposes_alias
from quizapp.bank.model import CardId
from quizapp.bank.place import Place
from quizapp.learner.counts import ItemTries
from quizapp.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class AliasCandidate:
    """What learners typed for a card and say is right.

    `aliases_line` is what could be written into the deck: "" for what was confirmed but once.
    """

    card: CardId
    place: Place
    key: str
    typed: str
    times: int
    learners: int
    aliases_line: str = ""


@dataclass(frozen=True, slots=True)
class CardTries:
    """How often an answer to a card was at first but a part, and whether its stem is unclear."""

    card: CardId
    answers: int
    say_more: float
    is_stem_unclear: bool


@dataclass(frozen=True, slots=True)
class AnswerReport:
    """What the answers say: the most frequent candidates first, the cards in the bank's order."""

    candidates: tuple[AliasCandidate, ...]
    cards: tuple[CardTries, ...]


def report_answers(workspace: Workspace) -> AnswerReport:
    """Return what the answers of all learners say of the decks of a prepared workspace."""
    from quizapp.store.answer_statistics import insisted_answers, item_tries

    decks = workspace.deck_ids
    candidates = tuple(
        AliasCandidate(
            card=each.card,
            place=each.place,
            key=", ".join(each.key),
            typed=each.typed,
            times=each.times,
            learners=each.learners,
            aliases_line=_aliases_line(each.typed) if proposes_alias(each) else "",
        )
        for each in workspace.store.read(insisted_answers, decks)
    )
    tries = workspace.store.read(item_tries, None, decks)
    return AnswerReport(candidates, tuple(_cards_with_parts(tries)))


def load_item_statistics(workspace: Workspace) -> tuple[ItemStatistics, ...]:
    """Return the statistics of the items that the learner answered."""
    from quizapp.analysis.item_statistics import measure_items

    return measure_items(workspace.learner_store().item_tries(workspace.deck_ids))


def _cards_with_parts(tries: Iterable[ItemTries]) -> Iterator[CardTries]:
    """Yield the cards of which more was ever asked for."""
    of_card: dict[CardId, list[ItemTries]] = defaultdict(list)
    for each in tries:
        of_card[each.card].append(each)
    for card, items in of_card.items():
        answers = sum(each.answers for each in items)
        more = sum(each.more for each in items)
        if more:
            yield CardTries(card, answers, more / answers, is_stem_unclear(answers, more))


def _aliases_line(typed: str) -> str:
    """Return the line that makes `typed` right, as YAML that means just this text."""
    quoted = typed.replace("\\", "\\\\").replace('"', '\\"')
    return f'aliases: ["{quoted}"]'
