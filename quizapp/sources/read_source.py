"""From the text of a file to the sentences of a source. Pure: bytes or text in, values out.

There are three kinds of file: records of PubMed and of RIS, known by their first line or by the
name of the file, and plain text.
"""

import re

from quizapp.sources.errors import UnreadableSourceError, unreadable_source
from quizapp.sources.model import SourceText
from quizapp.sources.records import FIRST_TAG, parse_record
from quizapp.sources.sentences import split_sentences

MAX_BYTES = 64 * 1024 * 1024
_RECORD_SUFFIXES = (".nbib", ".ris", ".medline")
_SAVE_AS_UTF_8 = "save it as plain text in UTF-8"

# How files begin that are no text in UTF-8.
_FILE_SIGNATURES = (
    (b"%PDF", "this is a PDF", "copy its abstract into a plain text file"),
    (
        b"PK\x03\x04",
        "this is a Word file or an archive",
        "copy its abstract into a plain text file",
    ),
    (b"\xff\xfe", "this is UTF-16, not UTF-8", _SAVE_AS_UTF_8),
    (b"\xfe\xff", "this is UTF-16, not UTF-8", _SAVE_AS_UTF_8),
)


def decode_source(data: bytes, name: str = "") -> str:
    """Return the text that a file holds; a byte order mark is left out.

    Raises:
        UnreadableSourceError: it is larger than 64 MiB, binary, or no UTF-8.
    """
    if len(data) > MAX_BYTES:
        raise unreadable_source(name, "the file is larger than 64 MiB", "give the abstract alone")
    for beginning, reason, fix in _FILE_SIGNATURES:
        if data.startswith(beginning):
            raise unreadable_source(name, reason, fix)
    if b"\x00" in data:
        raise unreadable_source(
            name, "this is a binary file, not text", "give a text, .nbib or .ris file"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = f"line {line} holds the byte 0x{data[error.start]:02x}, which is not UTF-8"
        raise unreadable_source(name, reason, _SAVE_AS_UTF_8) from None


def read_source(text: str, name: str = "") -> SourceText:
    """Return the sentences of `text`, numbered by their order, and what is known of its paper.

    `name` is that of its file: its suffix can say that it is a record, and errors name it.

    Raises:
        UnreadableSourceError: there is no sentence in it; a file of records has none, several, or
            one without an abstract; numbered lines leave a number out.
    """
    if not text.strip():
        raise unreadable_source(name, "the file is empty", "write the abstract into it")
    if _is_record(text, name):
        abstract, reference = parse_record(text, name)
        return SourceText(_require_sentences(abstract, name), reference)
    return SourceText(_require_sentences(text, name))


def _is_record(text: str, name: str) -> bool:
    """Return whether `text` is a record with tags, by the file's name or by its own first line."""
    return name.casefold().endswith(_RECORD_SUFFIXES) or FIRST_TAG.match(text) is not None


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


__all__ = ["UnreadableSourceError", "decode_source", "read_source"]
