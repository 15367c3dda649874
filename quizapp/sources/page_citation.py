"""What a page says of its paper: title, authors, journal, year, volume, pages, DOI, PMID.

Read from what stands around the abstract: fields with a label, a citation as databases print it,
the lines of title and authors. What had to be guessed, or is missing, is told.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.sources.model import Reference
from quizapp.sources.page_title import read_title
from quizapp.sources.prose import is_prose
from quizapp.sources.publication_line import MONTH, read_publication_line, tidy_pages
from quizapp.sources.self_citation import find_doi

_OTHER_PAPERS = re.compile(
    r"(?:similar (?:articles|content)|cited by|references|bibliography|related|recommended|"
    r"more like this|people also read|most read|literatur)\b",
    re.IGNORECASE,
)
_PMID = re.compile(r"\bPMID\s*:?\s*(\d{1,8})\b|pubmed\.ncbi\.nlm\.nih\.gov/(\d{1,8})")
_ARXIV = re.compile(r"\barXiv:\s?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})")
_YEAR = r"((?:19|20)\d\d)"
_DATE = re.compile(
    rf"\b\d{{1,2}}[.\s-]+{MONTH}[\s-]+{_YEAR}\b|\b{MONTH}\s+(?:\d{{1,2}},?\s+)?{_YEAR}\b|"
    rf"\b{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}\b|\({_YEAR}\)|©\s*{_YEAR}|"
    rf"\b\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR}\b|[•|·]\s*{_YEAR}\s*[•|·]",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"publi(?:shed|cation|é|cado|cación)|submitted|posted|issued|available online|e-?pub|"
    r"veröffentlicht|year|stat(?:e|us)",
    re.IGNORECASE,
)
_BESIDE = r"(?:\s*:\s*|\t\s*|(?=[A-Z]))"  # a repository sets label and value without a space
_JOURNAL = (
    r"(?:(?i:Journal(?: title)?|Revista|Revue|Zeitschrift|Журнал)(?=\s*[:\t])|Journal(?: title)?|"
    r"Source(?: title)?|Published in|Publication title)"
)
_PAGES = r"Page(?:s|\(s\))?(?: range)?(?: \(from-to\))?"
_FIELDS = (
    ("journal", rf"{_JOURNAL}{_BESIDE}([^(]+)"),
    (
        "journal",
        rf"Published in (?=[A-Z])([^(\d;:]+?)(?:\s(?:\d\d?\s)?(?:(?i:{MONTH})\s)?[12]\d{{3}})?$",
    ),
    ("volume", r"Volume\s*[:\t]?\s*(\d+\w{0,3})$"),
    ("issue", r"Issue(?: number)?\s*[:\t]?\s*(\d[\w /-]{0,10})$"),
    ("pages", rf"{_PAGES}\s*[:\t]?\s*([A-Za-z]?\d+\s*[-–]\s*[A-Za-z]?\d+|e\d+)$"),
    ("pages", r"Article number\s*[:\t]?\s*(\w+)$"),
    ("year", rf"(?:Publication )?(?:[Yy]ear|[Dd]ate)\s*[:\t]?\s*.{{0,20}}?{_YEAR}"),
)
_FIELD_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _FIELDS)
_WIDE = re.compile(r"\s{3,}|\t")  # a running head: "Received 3 May        J Hills 12 (2011) 77-95"
# What PubMed prints before a journal's name; "Case Reports in Oncology" is one.
_TYPES = re.compile(
    r"(?:(?:(?:Randomized Controlled|Controlled Clinical|Clinical|Pragmatic Clinical) Trial|"
    r"(?:Systematic )?Review|Meta-Analysis|Case Reports|"
    r"(?:Comparative|Multicenter|Observational|Evaluation|Validation|Twin) Study|"
    r"Editorial|Letter|Comment|(?:Practice )?Guideline|Historical Article)[.,;]?\s+)+(?=[A-Z])"
)
_COLON_FIELDS = tuple(
    (name, re.compile(rf"(?:^|[\s,;])(?:{labels})\s?:\s*({value})(?!\w)", re.IGNORECASE))
    for name, labels, value in (
        ("volume", "Volume|Volumen|Band|Tome|Том|卷|巻", r"\d+\w{0,3}"),
        ("issue", "Issue|Number|Número|Numéro|Heft|Номер|期|号", r"\d[\w/-]{0,7}"),
        ("year", "Year|Année|Año|Ano|Jahr|Год|年", r"(?:19|20)\d\d"),
        ("pages", "Pages?|Páginas?|Seiten|Страницы", r"\d+\s?[-–]\s?\d+"),
    )
)
# Alone in a line: its value stands below.
_LABEL = re.compile(
    r"(?:Journal(?: title)?|Published in|Publication title|Source(?: title)?|Revista|Revue|"
    r"Zeitschrift|Журнал|Volume|Issue|Pages|(?:Publication )?(?:Year|Date))\s?:?",
    re.IGNORECASE,
)
_CUT_SHORT = re.compile(r"\.\.\.|…")  # the path to a page, with a title that did not fit
_LONGEST_LINE = 400  # letters: a citation is shorter
_MOST_WORDS_OF_JOURNAL = 10


@dataclass(frozen=True, slots=True)
class PageCitation:
    """What is known of a paper from its page, and what is unsure."""

    reference: Reference
    pmid: str = ""
    doubts: tuple[str, ...] = ()


def read_citation(
    blocks: Sequence[str], begin: int, end: int, known: Reference, pmid: str = ""
) -> PageCitation:
    """Return what the blocks around an abstract, from `begin` to before `end`, say of the paper.

    What is `known` already (a page in HTML declares it) is kept.
    """
    own = [*blocks[:begin], *_own_tail(blocks[end:])]
    above = read_title(blocks, begin, end)
    is_guess = above.is_guess and not known.title
    found = known
    for more in (
        _read_fields(own),
        above.cited if above.cited.journal else Reference(),
        _read_publication(own, "\n".join((*blocks[:begin], *blocks[end:]))),
        replace(above.cited, authors=()),
        Reference(authors=above.authors, title=above.title),
        Reference(year=_read_year(own), doi=next(filter(None, map(find_doi, own)), "")),
    ):
        found = _complete(found, more)
    pmid = pmid or _find_first(_PMID, own)
    if not found.journal and (number := _find_first(_ARXIV, own)):
        found = replace(found, journal=f"arXiv:{number}")
    return PageCitation(found, pmid, tuple(_find_doubts(found, pmid, is_guess=is_guess)))


def _complete(known: Reference, more: Reference) -> Reference:
    """Return `known` with what only `more` has."""
    gaps = {
        name: value
        for name in Reference.__slots__
        if not getattr(known, name) and (value := getattr(more, name))
    }
    return replace(known, **gaps)


def _own_tail(blocks: Iterable[str]) -> Iterator[str]:
    """Yield the blocks behind an abstract up to where other papers are listed."""
    for block in blocks:
        if _OTHER_PAPERS.match(block):
            return
        yield block


def _read_fields(blocks: Sequence[str]) -> Reference:
    """Return what is written beside a label, or under one, as repositories do."""
    found: dict[str, str] = {}
    said = "\n".join(blocks)
    for at, block in enumerate(blocks):
        below = blocks[at + 1] if at + 1 < len(blocks) and _LABEL.fullmatch(block) else ""
        is_value = below and (block.endswith(":") or below[0].isdigit() or said.count(below) > 1)
        for line in (block, f"{block.rstrip(': ')}: {below}" if is_value else ""):
            for name, value in _read_line_of_fields(line):
                found.setdefault(name, value)
    return Reference(**found)  # type: ignore[arg-type]  # only fields that hold text


def _read_line_of_fields(line: str) -> Iterator[tuple[str, str]]:
    """Yield the names and values of the fields of a line; with colons there may be several."""
    if len(line) > _LONGEST_LINE:
        return
    for name, pattern in _FIELD_PATTERNS:
        if match := pattern.match(line):
            value = match[1].strip()
            yield name, tidy_pages(value) if name == "pages" else value
    for name, pattern in _COLON_FIELDS:
        if match := pattern.search(line):
            yield name, tidy_pages(match[1]) if name == "pages" else match[1]


def _read_publication(blocks: Sequence[str], said: str) -> Reference:
    """Return the journal, year, volume and pages of the first citation among the blocks.

    One that names its journal goes before one that has it in the line above, which is believed
    where the page says that name again (in `said`).
    """
    undated: Reference | None = None
    unnamed = Reference()
    for at, block in enumerate(blocks):
        if len(block) > _LONGEST_LINE or _CUT_SHORT.search(block):
            continue
        above = blocks[at - 1] if at else ""
        # PubMed's page has the journal above, and a stop before the year.
        whole = f"{above}{block}" if block.startswith(".") else block
        found = next(filter(None, map(read_publication_line, _WIDE.split(whole))), None)
        if found is None or (found.journal and is_prose(block) and block.endswith((".", "!", "?"))):
            continue
        if found.journal and found.year:
            return replace(found, journal=_strip_type(found.journal))
        if found.journal:
            undated = undated or found
            continue
        if unnamed == Reference():
            is_whole = bool(found.volume and found.pages)
            is_named = _is_journal(above) and (is_whole or said.count(above) > 1)
            unnamed = replace(found, journal=above) if is_named else found
    return undated or unnamed


def _strip_type(journal: str) -> str:
    """Return a journal's name without the kind of publication that PubMed puts before it."""
    found = _TYPES.match(journal)
    return journal[found.end() :] if found else journal


def _is_journal(block: str) -> bool:
    """Return whether a line may be a journal's name alone."""
    is_name = block[:1].isupper() and not block.endswith(".")
    return is_name and len(block.split()) <= _MOST_WORDS_OF_JOURNAL


def _read_year(blocks: Sequence[str]) -> str:
    """Return the year of a date, of one that is called the publication's if there is any."""
    dated = [
        (_PUBLISHED.search(block) is None, next(filter(None, match.groups())))
        for block in blocks
        if not is_prose(block)
        if (match := _find_date(block))
    ]
    return min(dated, key=lambda each: each[0])[1] if dated else ""


def _find_date(block: str) -> re.Match[str] | None:
    """Return the date of a line: behind "published", where that stands behind "received"."""
    published = _PUBLISHED.search(block)
    return (published and _DATE.search(block, published.start())) or _DATE.search(block)


def _find_first(pattern: re.Pattern[str], blocks: Iterable[str]) -> str:
    """Return the first text that a pattern finds: its group, if it has one."""
    for block in blocks:
        if match := pattern.search(block):
            return next(filter(None, match.groups()), match[0])
    return ""


def _find_doubts(found: Reference, pmid: str, *, is_guess: bool) -> Iterator[str]:
    """Yield what a person should look at."""
    if not found.title:
        yield "no title found"
    elif is_guess:
        yield "the title is a guess"
    for name in ("authors", "journal", "year"):
        if not getattr(found, name):
            yield f"no {name} found"
    if not (found.doi or pmid):
        yield "no DOI or PMID found"
