"""A source as a value: its sentences and what is known of where it was published."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """What a citation is written from; "" where the file does not say. `authors`: "Levy J"."""

    authors: tuple[str, ...] = ()
    title: str = ""
    journal: str = ""
    year: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""


@dataclass(frozen=True, slots=True)
class SourceText:
    """The sentences of a source, numbered from 1 in this order, and its reference.

    Attributes:
        sentences: none where a record has no abstract.
        pmid: the number that PubMed knows the paper by; "" where the file does not say.
        doubts: what a person should look at, each a whole sentence without its stop.
    """

    sentences: tuple[str, ...]
    reference: Reference = Reference()
    pmid: str = ""
    doubts: tuple[str, ...] = ()
