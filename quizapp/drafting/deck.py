"""A draft as the deck that its author goes on with."""

from collections.abc import Iterator

from quizapp.bank.diagnostics import shorten_text
from quizapp.bank.model import Concept
from quizapp.bank.yaml.writer import CommentedValue, YamlValue, write_yaml
from quizapp.drafting.model import Draft, DraftCard, DraftFact
from quizapp.sources.citation_text import format_citation, format_short_citation
from quizapp.sources.model import SourceText

_HEADER_COMMENT = """\
# A first draft, made by rules. Its facts are drafts: they stay out of sessions until you say so.
# 1. Say each sentence in your own words, and write the questions that are missing (TODO).
# 2. Add wrong answers: what a learner who half knows would pick, each with why it is wrong.
# 3. Take `status: draft` away when a fact is right. Run `quizapp check --watch` beside your editor.
"""
_BRACES = str.maketrans("{}", "()")
_CONTROL = dict.fromkeys((*range(32), *range(127, 160), 8232, 8233), " ")
_MAX_LINE_WIDTH = 72


def write_deck(draft: Draft, source: SourceText, deck: str, title: str, source_id: str) -> str:
    """Return the YAML of a deck that holds `draft`; it passes `quizapp check`."""
    cited = format_citation(source.reference) or f"{title}."
    entry: dict[str, YamlValue] = {"cite": _clean_text(cited)}
    if format_short_citation(source.reference):
        entry["short"] = _clean_text(format_short_citation(source.reference))
    if source.reference.doi:
        entry["doi"] = _clean_text(source.reference.doi)
    entry["sentences"] = len(source.sentences)
    whole: dict[str, YamlValue] = {
        "quizapp": 1,
        "deck": deck,
        "title": _clean_text(title),
        "language": "en",
        "sources": {source_id: entry},
    }
    concepts = _concept_entries(draft)
    if concepts:
        whole["concepts"] = concepts
    facts: list[YamlValue] = [_fact_entry(fact, source_id) for fact in draft.facts]
    if facts:
        whole["facts"] = facts
    return (
        _HEADER_COMMENT
        + write_yaml(whole)
        + "".join(f"{line}\n" for line in _uncovered_lines(draft, source))
    )


def _concept_entries(draft: Draft) -> dict[str, YamlValue]:
    """Return the concepts of other decks that the draft names, each once."""
    found: dict[str, Concept] = {
        card.candidate.concept.id: card.candidate.concept
        for fact in draft.facts
        for card in fact.cards
        if card.candidate.concept is not None
    }
    taken: set[str] = set()
    entries: dict[str, YamlValue] = {}
    for id_, concept in found.items():
        names = [name for name in concept.names if name.casefold() not in taken]
        taken.update(name.casefold() for name in names)
        if not names or names[0] != concept.name:
            continue
        entry: dict[str, YamlValue] = {"name": concept.name, "type": concept.type}
        if names[1:]:
            entry["aliases"] = names[1:]
        if concept.never:
            entry["never"] = list(concept.never)
        entries[id_] = entry
    return entries


def _fact_entry(fact: DraftFact, source_id: str) -> CommentedValue:
    """Return a fact as it is written, a comment above it that says what is to do."""
    cards: dict[str, YamlValue] = {card.name: _card_entry(card) for card in fact.cards}
    entry: dict[str, YamlValue] = {
        "id": fact.id,
        "source": f"{source_id}#{fact.sentence}",
        "status": "draft",
        "say": _write_sentence(fact),
        "cards": cards,
    }
    return CommentedValue(f"--- sentence {fact.sentence} --- TODO: say it in your own words", entry)


def _card_entry(card: DraftCard) -> YamlValue:
    """Return a card as it is written."""
    found = card.candidate
    entry: dict[str, YamlValue] = {}
    if found.ask:
        entry["ask"] = _clean_text(found.ask)
    entry["answer"] = (
        [_clean_text(each) for each in found.answer]
        if isinstance(found.answer, tuple)
        else _clean_text(found.answer)
        if isinstance(found.answer, str)
        else found.answer
    )
    if found.unit:
        entry["unit"] = found.unit
    if card.equals:
        entry["equals"] = card.equals
    return (
        entry if found.ask else CommentedValue("TODO ask: only the gap asks for this so far", entry)
    )


def _write_sentence(fact: DraftFact) -> str:
    """Return the sentence with its gaps; each shows the words that it replaces."""
    parts: list[str] = []
    end = 0
    for card in fact.cards:
        found = card.candidate
        parts.append(_clean_text(fact.text[end : found.start]))
        text = _clean_text(fact.text[found.start : found.end])
        is_same = text == (f"{found.answer}" if not isinstance(found.answer, tuple) else "")
        parts.append(f"{{{card.name}}}" if is_same else f"{{{card.name}|{text}}}")
        end = found.end
    return " ".join("".join((*parts, _clean_text(fact.text[end:]))).split())


def _clean_text(text: str) -> str:
    """Return text without what a deck may not hold: braces, bars, marks that cannot be seen."""
    return "".join(
        character
        for character in text.translate(_BRACES).translate(_CONTROL).replace("|", "/")
        if character.isprintable() or character == " "
    )


def _uncovered_lines(draft: Draft, source: SourceText) -> Iterator[str]:
    """Yield what no fact was made of, for the author to see."""
    if draft.uncovered:
        yield ""
        yield "# Nothing was drafted from these sentences:"
    for number in draft.uncovered:
        text = _clean_text(source.sentences[number - 1])
        yield f"#   {number}. {shorten_text(text, _MAX_LINE_WIDTH)}"
