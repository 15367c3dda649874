"""A source as a deck declares it."""

from quizapp.bank.yaml.writer import YamlValue
from quizapp.sources.citation_text import format_citation, format_short_citation
from quizapp.sources.model import SourceText


def describe_source(source: SourceText, name: str) -> dict[str, YamlValue]:
    """Return what a deck says of a source: its citation, else its `name`, and its sentences."""
    reference = source.reference
    entry: dict[str, YamlValue] = {"cite": format_citation(reference) or name}
    if short := format_short_citation(reference):
        entry["short"] = short
    if reference.doi:
        entry["doi"] = reference.doi
    entry["sentences"] = len(source.sentences)
    return entry
