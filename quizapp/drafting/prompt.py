"""A prompt for whoever writes cards, an assistant or a colleague. No network and no model here.

It holds the learner's own copy of the abstract, so it is for them to hand on, and for no deck.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizapp.bank.model import Concept
from quizapp.drafting.prompt_texts import (
    ANSWER_WITH,
    EXAMPLES,
    FIX_RULES,
    FORMAT,
    HELD,
    PURPOSE,
    RULES,
    TERMS,
    Example,
)
from quizapp.drafting.taking.cited_sentence import read_citations
from quizapp.drafting.taking.held_facts import HeldFact
from quizapp.sources.citation_text import format_citation
from quizapp.sources.model import SourceText

_MIN_NAME_LENGTH = 3
_MAX_TERMS = 60


@dataclass(frozen=True, slots=True)
class PromptSource:
    """A source with the id that cards cite it by."""

    id: str
    text: SourceText


def write_prompt(sources: Sequence[PromptSource], known: Iterable[Concept] = ()) -> str:
    """Return the prompt for cards on `sources`; `known` are concepts of other decks."""
    what = "this abstract" if len(sources) == 1 else f"these {len(sources)} abstracts"
    parts = [
        f"# Write question cards on {what}\n\n{PURPOSE}",
        _source_part(sources),
        f"## Rules\n\n{_numbered(RULES)}",
        _format_part(sources),
    ]
    if terms := list(_term_lines(known, sources)):
        parts.append("\n".join([f"## Terms\n\n{TERMS}\n", *terms]))
    parts.append(f"## Answer\n\n{ANSWER_WITH}")
    return "\n\n".join(parts) + "\n"


def write_fix_prompt(held: Sequence[HeldFact], sources: Sequence[PromptSource]) -> str:
    """Return the prompt that has held facts corrected: each with its fault, its sentence, the fix.

    A sentence whose text is not among `sources` is named only.
    """
    sentences = {
        f"{source.id}#{number}": sentence
        for source in sources
        for number, sentence in enumerate(source.text.sentences, 1)
    }
    parts = [
        f"# Correct these question cards\n\n{HELD}",
        f"## Rules\n\n{_numbered(FIX_RULES)}",
    ]
    parts += [_held_part(number, fact, sentences) for number, fact in enumerate(held, 1)]
    if any(not _citations(fact) for fact in held) and sources:
        parts.append(_source_part(sources))
    parts.append(f"## Answer\n\n{ANSWER_WITH}")
    return "\n\n".join(parts) + "\n"


def _held_part(number: int, fact: HeldFact, sentences: Mapping[str, str]) -> str:
    """Return one held fact."""
    faults = "\n".join(f"- {line}" for line in fact.comments) or "- no reason is given"
    yaml = "\n".join(line.removeprefix("  ") for line in fact.yaml)
    cited = [
        f"> {name}: {sentences.get(name, '(look it up: its text is not here)')}"
        for name in _citations(fact)
    ]
    shown = "\n".join(cited) or "> It cites no sentence."
    return f"## Card {number}\n\n{faults}\n\n```yaml\n{yaml}\n```\n\n{shown}"


def _citations(fact: HeldFact) -> list[str]:
    return [] if fact.card is None else read_citations(fact.card.fields.get("source"), "")


def cited_sources(fact: HeldFact) -> list[str]:
    """Return the ids of the sources that a held fact cites, each once."""
    return list(dict.fromkeys(each.partition("#")[0] for each in _citations(fact)))


def _source_part(sources: Sequence[PromptSource]) -> str:
    """Return the numbered sentences of all sources."""
    parts = []
    for source in sources:
        cited = format_citation(source.text.reference)
        lines = [f"## Source `{source.id}`", *([cited] if cited else [])]
        sentences = [
            f"{source.id}#{number}  {' '.join(sentence.split())}"
            for number, sentence in enumerate(source.text.sentences, 1)
        ]
        parts.append("\n\n".join([*lines, "\n".join(sentences)]))
    return "\n\n".join(parts)


def _format_part(sources: Sequence[PromptSource]) -> str:
    """Return the format with one example, of another field than the sources."""
    example = choose_example(sources)
    return (
        f"## Format\n\n{FORMAT}\n\nAn example on another text. Its sentence 3 reads: "
        f"“{example.sentence}”\n\n```yaml\n{example.yaml}```"
    )


def choose_example(sources: Sequence[PromptSource]) -> Example:
    """Return the example that has the fewest words in common with `sources`."""
    words = {
        word for source in sources for each in source.text.sentences for word in _long_words(each)
    }
    return min(EXAMPLES, key=lambda each: len(words & _long_words(each.sentence + each.yaml)))


def _long_words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{5,}", text.casefold()))


def _term_lines(known: Iterable[Concept], sources: Sequence[PromptSource]) -> Iterator[str]:
    """Yield the concepts that the sources name, each with its other names."""
    text = " ".join(sentence for source in sources for sentence in source.text.sentences)
    found: dict[str, Concept] = {}
    for concept in known:
        if any(_is_named(name, text) for name in concept.names):
            found.setdefault(concept.name.casefold(), concept)
    for concept in sorted(found.values(), key=lambda each: each.name.casefold())[:_MAX_TERMS]:
        others = [name for name in concept.names if name != concept.name]
        also = f"; also {', '.join(others)}" if others else ""
        never = f"; never {', '.join(concept.never)}" if concept.never else ""
        yield f"- {concept.name} ({concept.type}){also}{never}"


def _is_named(name: str, text: str) -> bool:
    """Return whether a text has a name as whole words; an abbreviation in its own letters."""
    flags = 0 if name.upper() == name else re.IGNORECASE
    is_long = len(name) >= _MIN_NAME_LENGTH
    return is_long and re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, flags) is not None


def _numbered(rules: Sequence[str]) -> str:
    return "\n".join(f"{number}. {rule}" for number, rule in enumerate(rules, 1))
