"""Records as PubMed saves them under "Abstract (text)": numbered, without tags."""

import re
from collections.abc import Iterator

_OPENING = re.compile(r"\s*\d+\. [^\n]{3,}?[.\s](?:19|20)\d\d\b")
_CLOSING = re.compile(r"^PMID: \d+", re.MULTILINE)
_NEXT = re.compile(r"\n{2,}(?=\d+\. [^\n]+)")
_NUMBER = re.compile(r"^\s*\d+\. ")
# Paragraphs between the authors and the abstract, or behind it.
_BESIDE = re.compile(
    r"(?:Author information|Collaborators|Comment (?:in|on)|Erratum in|Update (?:in|of)|"
    r"Republished in|Summary for patients in|Publisher|Conflict of interest statement|"
    r"Copyright|©)\b:?",
    re.IGNORECASE,
)


def is_pubmed_text(text: str) -> bool:
    """Return whether a text is one or more records of this kind."""
    return _OPENING.match(text) is not None and _CLOSING.search(text) is not None


def cut_records(text: str) -> Iterator[str]:
    """Yield the text of each record, without its number and what is said of its authors."""
    begin = 0
    for found in _NEXT.finditer(text):
        if _CLOSING.search(text, begin, found.start()):
            yield _trim_record(text[begin : found.start()])
            begin = found.end()
    if text[begin:].strip():
        yield _trim_record(text[begin:])


def _trim_record(record: str) -> str:
    """Return a record as a page would show it: each paragraph in one line."""
    paragraphs = [" ".join(each.split()) for each in re.split(r"\n\s*\n", record.strip())]
    paragraphs[0] = _NUMBER.sub("", paragraphs[0], count=1)
    kept = [each for each in paragraphs if not _BESIDE.match(each)]
    return "\n\n".join(kept)
