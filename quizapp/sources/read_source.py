"""From the text of a file to the sentences of a source. Pure: bytes or text in, values out.

There are these kinds of file: records of PubMed and of RIS, known by their first line or by the
name of the file; a page, saved as HTML or pasted as text; plain text, numbered or running.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.sources.clean_text import clean_characters
from quizapp.sources.decode import MAX_BYTES, decode_source
from quizapp.sources.errors import UnreadableSourceError, unreadable_source
from quizapp.sources.html_page import HtmlPage, is_html, read_html
from quizapp.sources.model import Reference, SourceText
from quizapp.sources.page import PageAbstract, find_abstract, is_page
from quizapp.sources.page_citation import PageCitation, read_citation
from quizapp.sources.page_lines import page_blocks
from quizapp.sources.pubmed_text import cut_records, is_pubmed_text
from quizapp.sources.records import FIRST_TAG, parse_records
from quizapp.sources.sentences import is_numbered, split_blocks, split_sentences

_RECORD_SUFFIXES = (".nbib", ".ris", ".medline")
MAX_LETTERS = 400_000  # of a text that is no file of records: that of a long book's half
_LETTERS_AND_DIGITS = re.compile(r"[^\W_]+")
_LONGEST_WORD = 1000  # in Japanese a clause
_MAX_TITLE_LENGTH = 60
_MOST_TITLES = 3  # as many as fit into a line
_NO_ABSTRACT = "the record has no abstract"
_SURE_LETTERS = 250  # prose without a heading that is as long as an abstract
_FEWEST_SENTENCES = 3  # of a paragraph that may be an abstract by itself
_MOST_RECORDS = 5000
_ARTICLE_SENTENCES = 60


def read_source(text: str, name: str = "") -> SourceText:
    """Return the sentences of the one paper in `text`, in order, and what is known of it.

    `name` is that of its file: its suffix can say that it is a record, and errors name it.

    Raises:
        UnreadableSourceError: there is no sentence in it; a file of records has none, several, or
            one without an abstract; numbered lines leave a number out.
    """
    found = read_papers(text, name)
    if len(found) > 1:
        titles = ", ".join(f'"{_shorten_title(each)}"' for each in found[:_MOST_TITLES])
        more = " …" if len(found) > _MOST_TITLES else ""
        reason = f"it has {len(found)} records: {titles}{more}"
        raise unreadable_source(name, reason, "keep only the record of this deck's paper")
    if not found[0].sentences:
        fix = "add the abstract in a line that starts with `AB  - `"
        raise unreadable_source(name, _NO_ABSTRACT, fix)
    return found[0]


def read_papers(text: str, name: str = "") -> tuple[SourceText, ...]:
    """Return each paper in `text`, at least one; a record without an abstract has no sentences.

    Raises:
        UnreadableSourceError: there is no sentence in a text or page, no record in a file of
            records; numbered lines leave a number out.
    """
    text = clean_characters(text)
    if not text.strip():
        raise unreadable_source(name, "the file is empty", "write the abstract into it")
    if is_html(text):
        return (_read_html(read_html(text), name),)
    _require_words(text, name)
    if _is_record(text, name):
        return _read_records(text, name)
    if is_pubmed_text(text):
        return _read_pubmed_texts(text, name)
    if len(text) > MAX_LETTERS:
        reason = f"the text has more than {MAX_LETTERS:,} letters"
        raise unreadable_source(name, reason, "give the abstract alone")
    if is_numbered(text):
        return (SourceText(_require_sentences(text, name)),)
    return (_read_page(text, Reference(), "") or _read_plain(text, name),)


def _read_records(text: str, name: str) -> tuple[SourceText, ...]:
    """Return the papers of records with tags.

    Raises:
        UnreadableSourceError: there is none.
    """
    records = parse_records(text)
    if not records:
        raise unreadable_source(name, "it has no records", "export it from PubMed, or as RIS")
    return tuple(
        _tell_missing(SourceText(split_sentences(each.abstract), each.reference, each.pmid))
        for each in records
    )


def _read_pubmed_texts(text: str, name: str) -> tuple[SourceText, ...]:
    """Return the papers of records without tags.

    Raises:
        UnreadableSourceError: there are too many.
    """
    records = [*cut_records(text)]
    if len(records) > _MOST_RECORDS:
        reason = f"it has more than {_MOST_RECORDS:,} records"
        raise unreadable_source(name, reason, "give fewer at a time")
    return tuple(map(_read_pubmed_text, records))


def _require_words(text: str, name: str) -> None:
    """Do nothing where the words of a text are as long as words are.

    Raises:
        UnreadableSourceError: one is longer: an image that was saved as letters, or noise.
    """
    longest = max((len(found.group()) for found in _LETTERS_AND_DIGITS.finditer(text)), default=0)
    if longest > _LONGEST_WORD:
        reason = f"it has a word of {longest:,} letters, which is no text"
        raise unreadable_source(name, reason, "copy its abstract into a plain text file")


def _is_record(text: str, name: str) -> bool:
    """Return whether `text` is a record with tags, by the file's name or by its own first line."""
    return name.casefold().endswith(_RECORD_SUFFIXES) or FIRST_TAG.match(text) is not None


def _read_page(text: str, known: Reference, pmid: str) -> SourceText | None:
    """Return the paper of a page; None where the text is nothing but sentences."""
    blocks = _cut_page(text)
    found = find_abstract(blocks)
    if found is None or not (found.has_heading or is_page(blocks, found)):
        return None
    cited = read_citation(blocks, found.begin, found.end, known, pmid)
    if not is_page(blocks, found):  # "Abstract:" and nothing else
        return SourceText(split_blocks(found.blocks))
    sentences = split_blocks(found.blocks)
    doubts = (*_doubt_abstract(found, sentences, cited), *cited.doubts)
    return SourceText(sentences, cited.reference, cited.pmid, doubts)


def _read_plain(text: str, name: str) -> SourceText:
    """Return the sentences of a text that holds nothing else.

    Raises:
        UnreadableSourceError: there is none.
    """
    paragraphs = (each for each in re.split(r"\n\s*\n", text) if len(each) >= _SURE_LETTERS)
    whole = sum(len(split_sentences(each)) >= _FEWEST_SENTENCES for each in paragraphs)
    doubts = (f"this looks like {whole} abstracts: keep only one",) if whole > 2 else ()  # noqa: PLR2004 (two may be one)
    return SourceText(_require_sentences(text, name), doubts=doubts)


def _cut_page(text: str) -> list[str]:
    """Return the blocks of a page.

    A browser gives every paragraph and every heading in one line. So where no sentence of the
    abstract is wrapped, no line of the page is, and what looks like the end of a title is a button.
    """
    blocks = page_blocks(text)
    joined = [each.text for each in blocks]
    found = find_abstract(joined)
    if found is None or any(each.is_wrapped for each in blocks[found.begin : found.end]):
        return joined
    return [line for each in blocks for line in each.lines]


def _read_html(page: HtmlPage, name: str) -> SourceText:
    """Return the paper of a page in HTML.

    Raises:
        UnreadableSourceError: it has no sentences, or noise.
    """
    _require_words(page.text, name)
    text = page.text[:MAX_LETTERS]  # an abstract stands at the top of an article
    found = _read_page(text, page.reference, page.pmid)
    declared = split_sentences(page.abstract)
    if found is None or (len(declared) > len(found.sentences) and found.doubts):
        sentences = declared or _require_sentences(text, name)
        doubts = found.doubts if found else ()
        return SourceText(
            sentences, found.reference if found else page.reference, page.pmid, doubts
        )
    return found


def _read_pubmed_text(record: str) -> SourceText:
    """Return the paper of a record without tags."""
    found = _read_page(record, Reference(), "")
    if found is None or not found.reference.title:
        blocks = _cut_page(record)
        cited = read_citation(blocks, len(blocks), len(blocks), Reference())
        found = SourceText((), cited.reference, cited.pmid)
    return _tell_missing(found)


def _tell_missing(paper: SourceText) -> SourceText:
    """Return a paper of a file of records, with a doubt where it has no abstract."""
    return paper if paper.sentences else replace(paper, doubts=(*paper.doubts, _NO_ABSTRACT))


def _doubt_abstract(
    found: PageAbstract, sentences: Sequence[str], cited: PageCitation
) -> tuple[str, ...]:
    """Return what is unsure about which part of a page is the abstract."""
    if len(sentences) > _ARTICLE_SENTENCES:
        return (f"{len(sentences)} sentences are many for an abstract",)
    if found.rivals > 1:
        return (f"this looks like {found.rivals + 1} abstracts: only the longest is read",)
    if found.rival:
        return (f'another text is nearly as long: "{_shorten(found.rival)}"',)
    if not found.has_heading and found.letters < _SURE_LETTERS:
        return ("the abstract is a guess: no heading says where it begins",)
    said = cited.reference
    if not (found.has_heading or said.authors or said.journal or said.doi or cited.pmid):
        return ("no abstract found: this is the longest text of a page that names no paper",)
    return ()


def _require_sentences(text: str, name: str) -> tuple[str, ...]:
    """Return the sentences of a plain text, at least one.

    Raises:
        UnreadableSourceError: there is none; numbered lines leave a number out.
    """
    try:
        sentences = split_sentences(text)
    except ValueError as error:
        raise unreadable_source(
            name, str(error), "number the lines 1, 2, 3 …, or not at all"
        ) from None
    if not any(re.search(r"[^\W\d_]", each) for each in sentences):
        raise unreadable_source(name, "it has no sentences", "write the abstract into it")
    return sentences


def _shorten_title(paper: SourceText) -> str:
    """Return a paper's title as it fits into a message."""
    return _shorten(paper.reference.title)


def _shorten(text: str) -> str:
    """Return a text as it fits into a message."""
    return text if len(text) <= _MAX_TITLE_LENGTH else f"{text[: _MAX_TITLE_LENGTH - 1].rstrip()}…"


__all__ = ["MAX_BYTES", "UnreadableSourceError", "decode_source", "read_papers", "read_source"]
