"""Records with tags: PubMed's (.nbib, MEDLINE) and RIS's.

Both write a tag in four columns, a dash, and a value that goes on in lines without a tag, so one
small reader serves both. (The kept library for RIS reads no MEDLINE, and loses a record without its
last line; the one for MEDLINE has had no release since 2021.)
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from quizapp.sources.clean_text import strip_markup
from quizapp.sources.model import Reference

FIRST_TAG = re.compile(r"\s*(?:PMID- ?\d|TY {1,2}- ?[A-Z])")
_TAG = re.compile(r"(?=.{4}-)([A-Z][A-Z0-9]{1,3}) *-(?: (.*)|$)")
# As some programs write RIS, with one space; read so only where the first tag is.
_NARROW_TAG = re.compile(r"([A-Z][A-Z0-9]) -(?: (.*)|$)")
_NARROW_RECORD = re.compile(r"\s*TY -")
_OPENING_TAGS = frozenset({"PMID", "TY"})  # the tag that a record opens with

_Record: TypeAlias = Mapping[str, Sequence[str]]

_DOI = re.compile(r"\b10\.\d{4,9}(?:/|%2F)\S+", re.IGNORECASE)
_CODED_SLASH = re.compile("%2F", re.IGNORECASE)
_YEAR = re.compile(r"\b\d{4}\b")
_PMID = re.compile(r"\d{1,8}")


@dataclass(frozen=True, slots=True)
class TaggedRecord:
    """A record as a value; `abstract` and `pmid` are "" where it has none."""

    abstract: str
    reference: Reference
    pmid: str


def parse_records(text: str) -> list[TaggedRecord]:
    """Return each record in `text`, in order; none where there is no tag."""
    return [
        TaggedRecord(
            _first_value(record, "AB", "N2"), _build_reference(record), _record_pmid(record)
        )
        for record in _parse_records(text)
    ]


def _parse_records(text: str) -> Iterator[_Record]:
    """Yield the records of `text`; the tag that opens one comes once in each."""
    record: dict[str, list[list[str]]] = {}
    value: list[str] = []
    tag = _NARROW_TAG if _NARROW_RECORD.match(text) else _TAG
    for line in text.splitlines():
        found = tag.match(line)
        if found is None:
            value.append(line.strip())
            continue
        if found[1] in _OPENING_TAGS and found[1] in record:
            yield _join_values(record)
            record = {}
        value = [(found[2] or "").strip()]
        record.setdefault(found[1], []).append(value)
    if record:
        yield _join_values(record)


def _join_values(record: Mapping[str, Sequence[Sequence[str]]]) -> _Record:
    """Return a record with the lines of each value joined."""
    return {
        tag: [strip_markup(" ".join(filter(None, value))) for value in values]
        for tag, values in record.items()
    }


def _build_reference(record: _Record) -> Reference:
    """Return the reference that a record gives."""
    return Reference(
        authors=_record_authors(record),
        title=_record_title(record),
        journal=_first_value(record, "TA", "JA", "J2", "JO", "JT", "T2", "JF"),
        year=_find_value(_YEAR, record, "DP", "PY", "Y1", "DA"),
        volume=_first_value(record, "VI", "VL"),
        issue=_first_value(record, "IP", "IS"),
        pages=_record_pages(record),
        doi=_record_doi(record),
    )


def _first_value(record: _Record, *tags: str) -> str:
    """Return the first value that one of `tags` has, in the order of the tags; "" for none."""
    return next((value for tag in tags for value in record.get(tag, ()) if value), "")


def _find_value(pattern: re.Pattern[str], record: _Record, *tags: str) -> str:
    """Return the first text that `pattern` finds under one of `tags`; "" for none."""
    values = (value for tag in tags for value in record.get(tag, ()))
    return next((found[0] for value in values if (found := pattern.search(value))), "")


def _record_title(record: _Record) -> str:
    """Return the title without its final stop, and without the brackets of a translated one."""
    title = _first_value(record, "TI", "T1").removesuffix(".")
    is_translated = title.startswith("[") and title.endswith("]")
    return title[1:-1].removesuffix(".") if is_translated else title


def _record_pmid(record: _Record) -> str:
    """Return PubMed's number; RIS has it as that of the database, if that is PubMed."""
    database = _first_value(record, "DB", "DP").casefold() or "pubmed"
    own = ("AN",) if any(each in database for each in ("pubmed", "medline", "nlm")) else ()
    number = _first_value(record, "PMID", *own)
    return number if _PMID.fullmatch(number) else ""


def _record_doi(record: _Record) -> str:
    """Return the DOI, be it an address in which the slash is written as a code."""
    found = _find_value(_DOI, record, "LID", "AID", "DO", "UR", "L3", "M3")
    return _CODED_SLASH.sub("/", found).rstrip(".,;")


def _record_pages(record: _Record) -> str:
    """Return the pages as "47-54"."""
    last = _first_value(record, "EP")
    pages = _first_value(record, "PG", "SP")
    return f"{pages}-{last}" if last and pages and "-" not in pages and last != pages else pages


def _record_authors(record: _Record) -> tuple[str, ...]:
    """Return the authors as "Levy J", in their order; a group by its name."""
    tag = next((tag for tag in ("AU", "A1", "FAU") if record.get(tag)), "AU")
    groups = record.get("CN", ()) if "PMID" in record else ()
    return tuple(filter(None, map(_abbreviate_author, (*record.get(tag, ()), *groups))))


def _abbreviate_author(name: str) -> str:
    """Return "Levy, Jack A." as "Levy JA"; a name without a comma is short already."""
    surname, comma, given = name.partition(",")
    if not comma:
        return name
    given, _, suffix = given.strip().partition(",")
    initials = "".join(part[0].upper() for part in re.findall(r"[^\W\d_]+", given))
    if given.isupper() and given.isalpha():
        initials = given  # "Levy, JA"
    return " ".join(filter(None, (surname.strip(), initials, suffix.strip())))
