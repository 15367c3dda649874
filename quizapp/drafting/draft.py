"""A first draft of a deck: what can be asked of each sentence, without a model and by rules alone.

Nothing is made up: a fact's sentence is the source's own, for the author to put in other words, and
the answer is a part of it. What is asked well by no rule has no question but its gap.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from quizapp.bank.concepts import normalize_text
from quizapp.bank.model import Concept
from quizapp.drafting.model import Candidate, Draft, DraftCard, DraftFact
from quizapp.drafting.numbers import find_numbers
from quizapp.drafting.terms import find_terms

_MAX_CARDS = 6  # of a sentence: of more, the author loses sight
_MIN_NAME_LENGTH = 3  # letters of a concept's name that is looked for
_ID_WORDS = 4


def draft_facts(sentences: Sequence[str], known: Iterable[Concept] = ()) -> Draft:
    """Return what can be asked of `sentences`; `known` are concepts of other decks."""
    concepts = tuple(known)
    facts: list[DraftFact] = []
    for number, sentence in enumerate(sentences, start=1):
        found = _choose_candidates(
            [*_find_concepts(sentence, concepts), *find_numbers(sentence), *find_terms(sentence)]
        )
        if found:
            facts.append(_build_fact(sentence, number, found, facts))
    cited = {fact.sentence for fact in facts}
    return Draft(tuple(facts), tuple(at for at in range(1, len(sentences) + 1) if at not in cited))


def _find_concepts(sentence: str, concepts: Iterable[Concept]) -> Iterator[Candidate]:
    """Yield the concepts that `sentence` names as whole words, a longer name before a shorter."""
    for concept in concepts:
        for name in sorted(concept.names, key=len, reverse=True):
            found = _find_name(name, sentence) if len(name) >= _MIN_NAME_LENGTH else None
            if found is not None:
                type_ = slugify(concept.type) or "term"
                yield Candidate(*found.span(), type_, concept.name, concept=concept)
                break


def _find_name(name: str, sentence: str) -> re.Match[str] | None:
    """Return where a sentence says a name; an abbreviation (WAS) is no word in small letters."""
    is_abbreviation = name.upper() == name
    pattern = rf"(?<![\w-]){re.escape(name)}(?![\w-])"
    return re.search(pattern, sentence, 0 if is_abbreviation else re.IGNORECASE)


def _choose_candidates(found: Iterable[Candidate]) -> list[Candidate]:
    """Return what is asked for, in the order of the sentence; nothing overlaps.

    A known concept comes before a number, and that before words that merely follow a phrase, save
    where those hold more: "CD40 ligand gene".
    """
    taken: list[Candidate] = []
    for each in sorted(found, key=lambda one: (not one.concept, isinstance(one.answer, str))):
        is_free = all(each.end <= other.start or each.start >= other.end for other in taken)
        is_new = all(_comparison_key(each) != _comparison_key(other) for other in taken)
        if is_free and is_new and len(taken) < _MAX_CARDS:
            taken.append(each)
    return sorted(taken, key=lambda one: one.start)


def _comparison_key(found: Candidate) -> object:
    """Return what two answers are compared by."""
    return (
        normalize_text(found.answer)
        if isinstance(found.answer, str)
        else (found.answer, found.unit)
    )


def _build_fact(
    sentence: str, number: int, found: Sequence[Candidate], before: Sequence[DraftFact]
) -> DraftFact:
    """Return a sentence as a fact."""
    names: set[str] = set()
    cards: list[DraftCard] = []
    id_ = f"s{number}-{_make_id_suffix(found[0])}"
    for each in found:
        card = DraftCard(_claim_name(slugify(each.name) or "answer", names), each)
        cards.append(replace(card, equals=_derive_formula(card, cards, before, id_)))
    return DraftFact(id_, number, sentence, tuple(cards))


def _derive_formula(
    card: DraftCard, beside: Sequence[DraftCard], before: Sequence[DraftFact], fact: str
) -> str:
    """Return how a percentage follows from a count beside it and one before; "" where it does not.

    The count stands in the same sentence, the whole in it or in an earlier one, of the same unit.
    """
    percent = card.candidate.answer
    if card.candidate.unit != "%" or not isinstance(percent, Decimal):
        return ""
    wholes = [(fact, each) for each in _counting_cards(beside)]
    wholes += [(earlier.id, each) for earlier in before for each in _counting_cards(earlier.cards)]
    for part in _counting_cards(beside):
        for of, whole in wholes:
            if whole.candidate.unit == part.candidate.unit and _is_share(part, whole, percent):
                places = -int(percent.as_tuple().exponent)
                rounding = f", {places}" if places else ""
                return f"round(100 * {fact}.{part.name} / {of}.{whole.name}{rounding})"
    return ""


def _counting_cards(cards: Iterable[DraftCard]) -> list[DraftCard]:
    """Return the cards that count something."""
    return [
        card
        for card in cards
        if isinstance(card.candidate.answer, Decimal) and card.candidate.unit not in ("", "%")
    ]


def _is_share(part: DraftCard, whole: DraftCard, percent: Decimal) -> bool:
    """Return whether `part` is `percent` of `whole`, as precisely as that is written."""
    some, all_ = part.candidate.answer, whole.candidate.answer
    if not isinstance(some, Decimal) or not isinstance(all_, Decimal) or not 0 < some < all_:
        return False
    share = 100 * some / all_
    return (
        share.quantize(Decimal(1).scaleb(int(percent.as_tuple().exponent)), ROUND_HALF_UP)
        == percent
    )


def _make_id_suffix(found: Candidate) -> str:
    """Return what a fact is called after the first thing that is asked for."""
    answer = found.answer
    text = f"{answer} {found.unit}" if isinstance(answer, Decimal) else answer
    text = " ".join(text) if isinstance(text, tuple) else text
    return slugify(" ".join(text.split()[:_ID_WORDS])) or slugify(found.name) or "fact"


def _claim_name(name: str, taken: set[str]) -> str:
    """Return `name`, numbered where it is taken, and take it."""
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free


def slugify(text: str) -> str:
    """Return `text` as an id: a-z, 0-9 and dashes; "" where nothing is left of it."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))[:40].strip("-")
