"""From the bytes of a file to its text: what is no text is told, with what to do instead."""

import re

from quizapp.sources.errors import UnreadableSourceError, unreadable_source

MAX_BYTES = 4 * 1024 * 1024
_COPY_ABSTRACT = "copy its abstract into a plain text file"
_SAVE_AS_UTF_8 = "save it as plain text in UTF-8"

# How files begin that hold a text which only another program can read.
_FILE_SIGNATURES = (
    (b"%PDF", "this is a PDF"),
    (b"PK\x03\x04", "this is a Word file or an archive"),
    (b"\xd0\xcf\x11\xe0", "this is a Word file of the older kind"),
    (b"{\\rtf", "this is a file in RTF"),
    (b"\x1f\x8b", "this is a packed file"),
)
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_WEB_ARCHIVE = re.compile(
    rb"\A(?:From|MIME-Version|Snapshot-Content-Location):.*multipart/", re.DOTALL
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_LETTER = re.compile(r"[^\W\d_]")
# So many letters of a western text at most are no a to z; where more are, the bytes were meant for
# another alphabet, and reading them as western would make words of no language.
_MOST_ACCENTED = 0.3


def decode_source(data: bytes, name: str = "") -> str:
    """Return the text that a file holds; a byte order mark is left out.

    UTF-16 is read where it has that mark. What is no UTF-8 is read in the encoding that the file
    itself names, or else as the western text of an older Windows program (which has Latin-1 in it).

    Raises:
        UnreadableSourceError: it is larger than 4 MiB, binary, or in another encoding.
    """
    if len(data) > MAX_BYTES:
        raise unreadable_source(name, "the file is larger than 4 MiB", "give the abstracts alone")
    for beginning, reason in _FILE_SIGNATURES:
        if data.startswith(beginning):
            raise unreadable_source(name, reason, _COPY_ABSTRACT)
    if _WEB_ARCHIVE.match(data[:2000]):
        raise unreadable_source(name, "this is a web archive", "save the page as HTML alone")
    if data.startswith(_UTF_16_MARKS):
        return _decode_utf_16(data, name)
    if b"\x00" in data:
        raise _binary_file(name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _decode_older(data, name, error.start)


def _decode_utf_16(data: bytes, name: str) -> str:
    """Return a text in UTF-16, as Windows' editor saves "Unicode".

    Raises:
        UnreadableSourceError: it is cut short, or binary.
    """
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        raise unreadable_source(name, "this is broken UTF-16", _SAVE_AS_UTF_8) from None
    if _CONTROL.search(text):
        raise _binary_file(name)
    return text


def _decode_older(data: bytes, name: str, fault_at: int) -> str:
    """Return a text that is no UTF-8 from its byte `fault_at` on.

    Raises:
        UnreadableSourceError: it is binary, or in an encoding that it does not name.
    """
    found = _CHARSET.search(data[:4000])
    for encoding in filter(None, (found and found[1].decode("ascii"), "cp1252")):
        try:
            text = data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
        if _CONTROL.search(text):
            raise _binary_file(name)
        if encoding != "cp1252" or _is_western(text):
            return text
    line = data.count(b"\n", 0, fault_at) + 1
    reason = f"line {line} holds the byte 0x{data[fault_at]:02x}, which is not UTF-8"
    raise unreadable_source(name, reason, _SAVE_AS_UTF_8)


def _is_western(text: str) -> bool:
    """Return whether the letters of `text` are those of a western language."""
    letters = _LETTER.findall(text)
    accented = sum(not each.isascii() for each in letters)
    return accented <= len(letters) * _MOST_ACCENTED


def _binary_file(name: str) -> UnreadableSourceError:
    """Return the error for a file that is no text."""
    return unreadable_source(
        name, "this is a binary file, not text", "give a text, .nbib, .ris or .html file"
    )
