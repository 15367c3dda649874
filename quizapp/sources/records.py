"""Records with tags: PubMed's (.nbib, MEDLINE) and RIS's.

Both write a tag in four columns, a dash, and a value that goes on in lines without a tag, so one
small reader serves both. (The kept library for RIS reads no MEDLINE, and loses a record without its
last line; the one for MEDLINE has had no release since 2021.)
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from quizapp.sources.errors import unreadable_source
from quizapp.sources.model import Reference

FIRST_TAG = re.compile(r"\s*(?:PMID- ?\d|TY  - ?[A-Z])")
TAG = re.compile(r"(?=.{4}-)([A-Z][A-Z0-9]{1,3}) *-(?: (.*)|$)")
OPENING_TAGS = frozenset({"PMID", "TY"})  # the tag that a record opens with
MAX_TITLE_LENGTH = 60

Record: TypeAlias = Mapping[str, Sequence[str]]

DOI = re.compile(r"\b10\.\d{4,9}/\S+")
YEAR = re.compile(r"\b\d{4}\b")


def parse_record(text: str, name: str = "") -> tuple[str, Reference]:
    """Return the abstract of the one record in `text`, and its reference.

    Raises:
        UnreadableSourceError: there is no record, there are several, or it has no abstract.
    """
    records = list(parse_records(text))
    if not records:
        raise unreadable_source(name, "it has no records", "export it from PubMed, or as RIS")
    if len(records) > 1:
        titles = ", ".join(f'"{shorten_title(record_title(record))}"' for record in records[:3])
        more = " …" if len(records) > 3 else ""  # noqa: PLR2004 (as many as fit into a line)
        reason = f"it has {len(records)} records: {titles}{more}"
        raise unreadable_source(name, reason, "keep only the record of this deck's paper")
    abstract = first_value(records[0], "AB", "N2")
    if not abstract:
        reason = "the record has no abstract"
        raise unreadable_source(
            name, reason, "add the abstract in a line that starts with `AB  - `"
        )
    return abstract, build_reference(records[0])


def parse_records(text: str) -> Iterator[Record]:
    """Yield the records of `text`; the tag that opens one comes once in each."""
    record: dict[str, list[list[str]]] = {}
    value: list[str] = []
    for line in text.splitlines():
        found = TAG.match(line)
        if found is None:
            value.append(line.strip())
            continue
        if found[1] in OPENING_TAGS and found[1] in record:
            yield join_values(record)
            record = {}
        value = [(found[2] or "").strip()]
        record.setdefault(found[1], []).append(value)
    if record:
        yield join_values(record)


def join_values(record: Mapping[str, Sequence[Sequence[str]]]) -> Record:
    """Return a record with the lines of each value joined."""
    return {
        tag: [" ".join(filter(None, value)) for value in values] for tag, values in record.items()
    }


def build_reference(record: Record) -> Reference:
    """Return what a record says of its paper."""
    return Reference(
        authors=record_authors(record),
        title=record_title(record),
        journal=first_value(record, "TA", "JA", "J2", "JO", "JT", "T2", "JF"),
        year=find_value(YEAR, record, "DP", "PY", "Y1", "DA"),
        volume=first_value(record, "VI", "VL"),
        issue=first_value(record, "IP", "IS"),
        pages=record_pages(record),
        doi=find_value(DOI, record, "LID", "AID", "DO").rstrip("."),
        pmid=find_value(re.compile(r"^\d+$"), record, "PMID", "AN"),
        language=first_value(record, "LA"),
    )


def first_value(record: Record, *tags: str) -> str:
    """Return the first value that one of `tags` has, in the order of the tags; "" for none."""
    return next((value for tag in tags for value in record.get(tag, ()) if value), "")


def find_value(pattern: re.Pattern[str], record: Record, *tags: str) -> str:
    """Return the first text that `pattern` finds under one of `tags`; "" for none."""
    values = (value for tag in tags for value in record.get(tag, ()))
    return next((found[0] for value in values if (found := pattern.search(value))), "")


def record_title(record: Record) -> str:
    """Return the title without its final stop, and without the brackets of a translated one."""
    title = first_value(record, "TI", "T1").removesuffix(".")
    is_translated = title.startswith("[") and title.endswith("]")
    return title[1:-1].removesuffix(".") if is_translated else title


def record_pages(record: Record) -> str:
    """Return the pages as "47-54"."""
    last = first_value(record, "EP")
    pages = first_value(record, "PG", "SP")
    return f"{pages}-{last}" if last and pages and "-" not in pages and last != pages else pages


def record_authors(record: Record) -> tuple[str, ...]:
    """Return the authors as "Levy J", in their order; a group by its name."""
    tag = next((tag for tag in ("AU", "A1", "FAU") if record.get(tag)), "AU")
    groups = record.get("CN", ()) if "PMID" in record else ()
    return tuple(filter(None, map(abbreviate_author, (*record.get(tag, ()), *groups))))


def abbreviate_author(name: str) -> str:
    """Return "Levy, Jack A." as "Levy JA"; a name without a comma is short already."""
    surname, comma, given = name.partition(",")
    if not comma:
        return name
    given, _, suffix = given.strip().partition(",")
    initials = "".join(part[0].upper() for part in re.findall(r"[^\W\d_]+", given))
    if given.isupper() and given.isalpha():
        initials = given  # "Levy, JA"
    return " ".join(filter(None, (surname.strip(), initials, suffix.strip())))


def shorten_title(title: str) -> str:
    """Return a title that fits into a message."""
    return title if len(title) <= MAX_TITLE_LENGTH else f"{title[: MAX_TITLE_LENGTH - 1].rstrip()}…"
