"""A draft as the deck that its author goes on with."""

from collections.abc import Iterator

from quizapp.bank.model import Concept
from quizapp.bank.writer import Commented, Value, as_yaml
from quizapp.drafting.model import Draft, DraftCard, DraftFact
from quizapp.sources.model import SourceText
from quizapp.sources.reference import cite, short

HEAD = """\
# A first draft, made by rules. Its facts are drafts: they stay out of sessions until you say so.
# 1. Say each sentence in your own words, and write the questions that are missing (TODO).
# 2. Add wrong answers: what a learner who half knows would pick, each with why it is wrong.
# 3. Take `status: draft` away when a fact is right. Run `quizapp check --watch` beside your editor.
"""
BRACES = str.maketrans("{}", "()")
CONTROL = dict.fromkeys((*range(32), *range(127, 160), 8232, 8233), " ")
WIDTH = 72


def deck_of(draft: Draft, source: SourceText, deck: str, title: str, source_id: str) -> str:
    """Return the YAML of a deck that holds `draft`; it passes `quizapp check`."""
    cited = cite(source.reference) or f"{title}."
    entry: dict[str, Value] = {"cite": clean(cited)}
    if short(source.reference):
        entry["short"] = clean(short(source.reference))
    if source.reference.doi:
        entry["doi"] = clean(source.reference.doi)
    entry["sentences"] = len(source.sentences)
    whole: dict[str, Value] = {
        "quizapp": 1,
        "deck": deck,
        "title": clean(title),
        "language": "en",
        "sources": {source_id: entry},
    }
    concepts = concepts_of(draft)
    if concepts:
        whole["concepts"] = concepts
    facts: list[Value] = [entry_of(fact, source_id) for fact in draft.facts]
    if facts:
        whole["facts"] = facts
    return HEAD + as_yaml(whole) + "".join(f"{line}\n" for line in left_lines(draft, source))


def concepts_of(draft: Draft) -> dict[str, Value]:
    """Return the concepts of other decks that the draft names, each once."""
    found: dict[str, Concept] = {
        card.found.concept.id: card.found.concept
        for fact in draft.facts
        for card in fact.cards
        if card.found.concept is not None
    }
    taken: set[str] = set()
    entries: dict[str, Value] = {}
    for id_, concept in found.items():
        names = [name for name in concept.names if name.casefold() not in taken]
        taken.update(name.casefold() for name in names)
        if not names or names[0] != concept.name:
            continue
        entry: dict[str, Value] = {"name": concept.name, "type": concept.type}
        if names[1:]:
            entry["aliases"] = names[1:]
        if concept.never:
            entry["never"] = list(concept.never)
        entries[id_] = entry
    return entries


def entry_of(fact: DraftFact, source_id: str) -> Commented:
    """Return a fact as it is written, a comment above it that says what is to do."""
    cards: dict[str, Value] = {card.name: card_of(card) for card in fact.cards}
    entry: dict[str, Value] = {
        "id": fact.id,
        "source": f"{source_id}#{fact.sentence}",
        "status": "draft",
        "say": say_of(fact),
        "cards": cards,
    }
    return Commented(f"--- sentence {fact.sentence} --- TODO: say it in your own words", entry)


def card_of(card: DraftCard) -> Value:
    """Return a card as it is written."""
    found = card.found
    entry: dict[str, Value] = {}
    if found.ask:
        entry["ask"] = clean(found.ask)
    entry["answer"] = (
        [clean(each) for each in found.answer]
        if isinstance(found.answer, tuple)
        else clean(found.answer)
        if isinstance(found.answer, str)
        else found.answer
    )
    if found.unit:
        entry["unit"] = found.unit
    if card.equals:
        entry["equals"] = card.equals
    return entry if found.ask else Commented("TODO ask: only the gap asks for this so far", entry)


def say_of(fact: DraftFact) -> str:
    """Return the sentence with its gaps; each shows the words that stood there."""
    parts: list[str] = []
    end = 0
    for card in fact.cards:
        found = card.found
        parts.append(clean(fact.text[end : found.start]))
        text = clean(fact.text[found.start : found.end])
        is_same = text == (f"{found.answer}" if not isinstance(found.answer, tuple) else "")
        parts.append(f"{{{card.name}}}" if is_same else f"{{{card.name}|{text}}}")
        end = found.end
    return " ".join("".join((*parts, clean(fact.text[end:]))).split())


def clean(text: str) -> str:
    """Return text without what a deck may not hold: braces, bars, marks that cannot be seen."""
    return "".join(
        character
        for character in text.translate(BRACES).translate(CONTROL).replace("|", "/")
        if character.isprintable() or character == " "
    )


def left_lines(draft: Draft, source: SourceText) -> Iterator[str]:
    """Yield what no fact was made of, for the author to see."""
    if draft.without:
        yield ""
        yield "# Nothing was drafted from these sentences:"
    for number in draft.without:
        text = clean(source.sentences[number - 1])
        yield f"#   {number}. {text if len(text) <= WIDTH else text[: WIDTH - 1] + '…'}"
