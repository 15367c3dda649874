"""From a field of Anki's, which is HTML, to plain text on one line.

Python's own parser reads some broken HTML again and again from its start, so that a field could
take minutes. It is given whole tags alone, found by patterns that never look back.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from quizapp.anki.ids import normalize_media_name

MAX_FIELD_LENGTH = 100_000  # characters of HTML that are read as one field

_SKIPPED_TAGS = frozenset({"script", "style", "head", "title"})
_BLOCK_TAGS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "br", "center", "div"}
)
_BLOCK_TAGS |= {"dd", "dl", "dt", "figcaption", "figure", "footer", "form", "header", "hr", "html"}
_BLOCK_TAGS |= {
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
}
_BLOCK_TAGS |= {"table", "tbody", "tfoot", "thead", "tr", "ul"}
_CELL_TAGS = frozenset({"td", "th"})
_MEDIA_TAGS = frozenset({"img", "audio", "video", "source", "embed"})
# What stands between the marks of a formula stays as it is.
_MATH = {"anki-mathjax": (r"\(", r"\)")}
_OLD_MATH = {"[$$]": r"\[", "[/$$]": r"\]", "[$]": r"\(", "[/$]": r"\)"}
_OLD_MATH |= {"[latex]": "", "[/latex]": ""}
_SOUND = re.compile(r"\[sound:([^\[\]\n]+)\]")
_SPEECH = re.compile(r"\[/?anki:tts[^\[\]]*\]")

_COMMENT, _END_OF_COMMENT = "<!--", "-->"
_DECLARATION = re.compile(r"<[!?][^<>]*>")
# A "<" that begins no tag; or a tag with a stray quote, which is taken along.
_STRAY_BRACKET = re.compile(
    r"""<(?!/?[A-Za-z][^<>"']*+(?:"[^"<]*+"[^<>"']*+|'[^'<]*+'[^<>"']*+)*+>)(/?[A-Za-z][^<>]*+>)?"""
)

_SUPERSCRIPTS = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_SUBSCRIPTS = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_SHIFT_TAGS = {"sup": (_SUPERSCRIPTS, "^"), "sub": (_SUBSCRIPTS, "_")}

# Neither seen nor fit for a deck: controls, separators, marks that turn the direction of writing.
INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffd-\uffff]"
)
_SPACES = re.compile(r"\s+")
_LINE_ENDS = (".", ":", ";", ",", "?", "!", "…", "。", "：")


@dataclass(frozen=True, slots=True)
class FieldText:
    """A field as text.

    Attributes:
        text: all of it on one line.
        members: those of the list that it is and nothing else; () otherwise.
        media: the names of pictures and sounds in it, in their order.
        has_remote: whether it shows something from the network.
        alts: of the pictures that have words for what they show, name and words.
    """

    text: str
    members: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    has_remote: bool = False
    alts: tuple[tuple[str, str], ...] = ()


def html_to_text(html: str) -> FieldText:
    """Return what a field says.

    Lines are joined by what their ends ask for. A figure above or below the line stays one: of
    10<sup>9</sup> becomes 10⁹, never 109.

    Raises:
        ValueError: it is too long to be a field.
    """
    media: list[str] = []

    def heard(found: re.Match[str]) -> str:
        media.append(normalize_media_name(found[1]))
        return " "

    text = _SPEECH.sub("", _SOUND.sub(heard, check_field_length(html)))
    for mark, plain in _OLD_MATH.items():
        text = text.replace(mark, plain)
    reader = _TextExtractor()
    reader.feed(_escape_stray_brackets(text))
    reader.close()
    reader.end_line()
    lines = [line for line in reader.lines if line.text]
    members = tuple(line.text for line in lines)
    is_list = len(lines) > 1 and all(line.is_member for line in lines)
    return FieldText(
        _join_lines(members),
        members if is_list else (),
        (*reader.media, *media),
        has_remote=reader.has_remote,
        alts=tuple(reader.alts),
    )


def check_field_length(html: str) -> str:
    """Return HTML as it is, unless nobody could read it.

    Raises:
        ValueError: it is too long to be a field.
    """
    if len(html) > MAX_FIELD_LENGTH:
        raise ValueError("a field is too long")
    return html


def _escape_stray_brackets(html: str) -> str:
    """Return HTML without comments, in which every "<" begins a tag that has its end."""
    text = _DECLARATION.sub(" ", strip_comments(html))
    return _STRAY_BRACKET.sub(lambda found: "" if found[1] else "&lt;", text)


def strip_comments(html: str) -> str:
    """Return HTML without its comments; one that has no end goes on to the end of all."""
    parts: list[str] = []
    start = 0
    while (at := html.find(_COMMENT, start)) >= 0:
        parts.append(html[start:at])
        end = html.find(_END_OF_COMMENT, at)
        start = len(html) if end < 0 else end + len(_END_OF_COMMENT)
    return "".join((*parts, html[start:]))


def _join_lines(lines: tuple[str, ...]) -> str:
    """Return lines as one: after a stop a space, and a semicolon after all else."""
    text = ""
    for line in lines:
        text += f"{'' if not text else ' ' if text.endswith(_LINE_ENDS) else '; '}{line}"
    return text


def clean_text(text: str) -> str:
    """Return text without what cannot be seen, one space between words."""
    return _SPACES.sub(" ", INVISIBLE.sub(" ", text)).strip()


@dataclass(frozen=True, slots=True)
class _FieldLine:
    """A line; `is_member` of a list."""

    text: str
    is_member: bool


class _TextExtractor(HTMLParser):
    """Gathers lines and media from HTML, which may be broken in any way."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[_FieldLine] = []
        self.media: list[str] = []
        self.alts: list[tuple[str, str]] = []
        self.has_remote = False
        self._parts: list[str] = []
        self._skip_depth = 0
        self._is_member = False
        self._open_shifts: list[tuple[str, int]] = []

    def end_line(self) -> None:
        """Begin a new line."""
        self._shift_all()
        text = clean_text("".join(self._parts))
        if text:
            self.lines.append(_FieldLine(text, self._is_member))
        self._parts = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what a tag means for text; bold and colour mean nothing."""
        if tag in _SKIPPED_TAGS:
            self._skip_depth += 1
        elif tag in _BLOCK_TAGS:
            self.end_line()
            self._is_member = tag == "li" or (self._is_member and tag not in {"ul", "ol"})
        elif tag in _CELL_TAGS and self._parts:
            self._parts.append(", ")
        elif tag in _MATH:
            self._parts.append(_MATH[tag][0])
        elif tag in _SHIFT_TAGS:
            self._open_shifts.append((tag, len(self._parts)))
        elif tag == "rt":
            self._parts.append(" (")
        elif tag in _MEDIA_TAGS:
            self._add_media(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        """Take what the end of a tag means for text."""
        if tag in _SKIPPED_TAGS:
            self._skip_depth = max(0, self._skip_depth - 1)
        elif tag in _BLOCK_TAGS:
            self.end_line()
            self._is_member = self._is_member and tag not in {"li", "ul", "ol"}
        elif tag in _MATH:
            self._parts.append(_MATH[tag][1])
        elif tag in _SHIFT_TAGS and self._open_shifts:
            self._shift(*self._open_shifts.pop())
        elif tag == "rt":
            self._parts.append(")")

    def handle_data(self, data: str) -> None:
        """Take text."""
        if not self._skip_depth:
            self._parts.append(data)

    def _add_media(self, attributes: Mapping[str, str | None]) -> None:
        """Take a picture, a sound or a film."""
        source = (attributes.get("src") or "").strip()
        if not source:
            return
        if urlsplit(source).scheme or source.startswith("//"):
            self.has_remote = True
        else:
            name = normalize_media_name(unquote(source))
            self.media.append(name)
            if alt := clean_text(attributes.get("alt") or ""):
                self.alts.append((name, alt))

    def _shift_all(self) -> None:
        while self._open_shifts:
            self._shift(*self._open_shifts.pop())

    def _shift(self, tag: str, since: int) -> None:
        """Raise or lower the text since the tag began."""
        text = "".join(self._parts[since:]).strip()
        del self._parts[since:]
        if text:
            self._parts.append(_shift_text(text, *_SHIFT_TAGS[tag]))


def _shift_text(text: str, table: Mapping[int, int], mark: str) -> str:
    """Return raised or lowered text: in figures of that kind, or after a mark."""
    if all(ord(character) in table for character in text):
        return text.translate(table)
    return f"{mark}{text}" if len(text) == 1 else f"{mark}({text})"
