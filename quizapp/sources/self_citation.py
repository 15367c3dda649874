"""How a page cites its own paper: names, the title that stands above, where it was published.

Most sites print it somewhere ("Cite this article", "Suggested citation"), and it is the surest
thing on a page: what stands above the abstract and is cited with names before it is the title.
"""

import re
from collections.abc import Iterable

from quizapp.sources.author_names import read_authors
from quizapp.sources.model import Reference
from quizapp.sources.publication_line import read_cited_publication

_YEAR = re.compile(r"[\s,.(]*\(?((?:19|20)\d\d)[a-z]?(?:,\s[A-Z][a-z]+(?:\s\d+)?)?\)?[\s.,:]*$")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+[^\s\"<>.,;:'”’\]]")
_LONGEST_CITATION = 2000  # letters: with as many authors as a page prints
_QUOTES = " \t\"'“”„‘’«»"
_OTHERS = re.compile(r"\bet al\b|…|\.\.\.")
_CITE_LABEL = re.compile(r"^[^:,]{0,40}:\s+")


def find_self_citation(title: str, lines: Iterable[str]) -> Reference | None:
    """Return what the first line says that cites `title` behind names; None where none does.

    The authors are () where it names the first of them alone.
    """
    wanted = title.casefold().rstrip(".")
    for line in lines:
        at = line.casefold().find(wanted) if len(line) <= _LONGEST_CITATION else -1
        if at > 0 and len(line.casefold()) == len(line):
            found = _read_around(title.rstrip("."), line[:at], line[at + len(wanted) :])
            if found is not None:
                return found
    return None


def find_doi(text: str) -> str:
    """Return the first DOI in a text; "" for none."""
    match = _DOI.search(text)
    found = match[0] if match else ""
    return found[:-1] if found.endswith(")") and "(" not in found else found


def _read_around(title: str, before: str, after: str) -> Reference | None:
    """Return the citation whose names and publication stand around its title."""
    before = before.rstrip(_QUOTES)
    dated = _YEAR.search(before)
    names = before[: dated.start()] if dated else before
    authors = read_authors(names.strip(" ,.:")) or read_authors(_CITE_LABEL.sub("", names))
    if not authors:
        return None
    published = read_cited_publication(after.lstrip(_QUOTES + ".,"))
    return Reference(
        authors=() if _OTHERS.search(before) else authors,
        title=title,
        journal=published.journal,
        year=(dated[1] if dated else "") or published.year,
        volume=published.volume,
        issue=published.issue,
        pages=published.pages,
        doi=find_doi(after),
    )
