"""A draft as the deck that its author goes on with."""

import json
from collections.abc import Iterator
from decimal import Decimal

from quizapp.bank.model import Concept
from quizapp.bank.yaml.writer import CommentedValue, YamlValue, write_yaml
from quizapp.drafting.coverage import cover_draft, coverage_lines
from quizapp.drafting.model import Draft, Proposal
from quizapp.sources.citation_text import format_citation, format_short_citation
from quizapp.sources.fingerprint import fingerprint_sentences
from quizapp.sources.model import SourceText

_HEADER = """\
# A first draft, made by rules. Each fact is a sentence of the source with one thing hidden.
# Drafts are never asked: what you keep, you accept by taking `status: draft` away.
# 1. Delete what is not worth asking, and say what you keep in your own words.
# 2. Wrong answers: where a line `# wrong: …` fits, take its `# ` away, and cut what does not fit.
# 3. Run `quizapp check --watch` beside your editor.
"""
_COVERAGE = "# What the source holds, sentence by sentence; [in brackets] what asks for it:"
_BRACES = str.maketrans("{}", "()")
_CONTROL = dict.fromkeys((*range(32), *range(127, 160), 8232, 8233), " ")


def write_deck(draft: Draft, source: SourceText, deck: str, title: str, source_id: str) -> str:
    """Return the YAML of a deck that holds `draft`; it passes `quizapp check`."""
    cited = format_citation(source.reference) or f"{title}."
    entry: dict[str, YamlValue] = {"cite": _clean_text(cited)}
    if format_short_citation(source.reference):
        entry["short"] = _clean_text(format_short_citation(source.reference))
    if source.reference.doi:
        entry["doi"] = _clean_text(source.reference.doi)
    entry["sentences"] = len(source.sentences)
    entry["fingerprint"] = fingerprint_sentences(source.sentences)
    whole: dict[str, YamlValue] = {
        "quizapp": 2,
        "deck": deck,
        "title": _clean_text(title),
        "language": draft.language,
        "sources": {source_id: entry},
    }
    if concepts := _concept_entries(draft):
        whole["concepts"] = concepts
    facts: list[YamlValue] = [_fact_entry(each, source_id) for each in draft.proposals]
    if facts:
        whole["facts"] = facts
    return "".join((_HEADER, *_coverage_comments(draft), write_yaml(whole)))


def _coverage_comments(draft: Draft) -> Iterator[str]:
    """Yield what each sentence holds, as comments."""
    yield f"#\n{_COVERAGE}\n"
    for line in coverage_lines(cover_draft(draft)):
        yield f"# {_clean_text(line, keeps_braces=True)}\n"


def _concept_entries(draft: Draft) -> dict[str, YamlValue]:
    """Return the concepts of other decks that answers name, each once, no name twice."""
    found: dict[str, Concept] = {
        each.concept.id: each.concept for each in draft.proposals if each.concept is not None
    }
    taken: set[str] = set()
    entries: dict[str, YamlValue] = {}
    for id_, concept in found.items():
        names = [name for name in concept.names if name.casefold() not in taken]
        if not names or names[0] != concept.name:
            continue
        taken.update(name.casefold() for name in names)
        entry: dict[str, YamlValue] = {"name": concept.name, "type": concept.type}
        if names[1:]:
            entry["aliases"] = names[1:]
        if concept.never:
            entry["never"] = list(concept.never)
        entries[id_] = entry
    return entries


def _fact_entry(proposal: Proposal, source_id: str) -> YamlValue:
    """Return a proposal as it is written; the wrong answers that it offers are a comment."""
    entry: dict[str, YamlValue] = {
        "id": proposal.id,
        "source": f"{source_id}#{proposal.sentence}",
        "status": "draft",
        "say": _write_sentence(proposal),
        "ask": _clean_text(proposal.ask),
        "amount" if proposal.is_amount else "answer": _write_answer(proposal),
    }
    if proposal.unit:
        entry["unit"] = _clean_text(proposal.unit)
    if proposal.whole is not None:
        entry["of"] = proposal.whole
    aliases = [_clean_text(alias) for alias in proposal.aliases]
    if aliases and proposal.concept is None:
        entry["aliases"] = aliases
    if proposal.wrong:
        entry["answer"] = CommentedValue(_write_wrong(proposal), entry["answer"])
    return entry


def _write_answer(proposal: Proposal) -> YamlValue:
    """Return an answer as it is written."""
    match proposal.answer:
        case Decimal():
            return proposal.answer
        case str():
            return _clean_text(proposal.answer)
        case members:
            return [_clean_text(each) for each in members]


def _write_wrong(proposal: Proposal) -> str:
    """Return the offered wrong answers as one line that is right once its mark is gone."""
    offered = (
        f"{each.text}: {json.dumps(_clean_text(each.why), ensure_ascii=False)}"
        for each in proposal.wrong
    )
    return f"wrong: {{{', '.join(offered)}}}"


def _write_sentence(proposal: Proposal) -> str:
    """Return the sentence with its gap, which shows the words that it hides."""
    hidden = _clean_text(proposal.hidden)
    plain = f"{proposal.answer:f}" if isinstance(proposal.answer, Decimal) else proposal.answer
    gap = "{answer}" if hidden == plain else f"{{answer|{hidden}}}"
    if isinstance(proposal.answer, tuple):
        gap = "{answer}"
    return " ".join(f"{_clean_text(proposal.before)}{gap}{_clean_text(proposal.after)}".split())


def _clean_text(text: str, *, keeps_braces: bool = False) -> str:
    """Return text without what a deck may not hold: braces, bars, marks that cannot be seen."""
    text = text.translate(_CONTROL)
    text = text if keeps_braces else text.translate(_BRACES).replace("|", "/")
    return "".join(c for c in text if c.isprintable() or c == " ")
