"""Markup of a reply, taken off: tags of HTML, marks of Markdown, pictures. None of it is a key."""

import html
import re
import unicodedata

from quizapp.drafting.taking.labels import Role, option_letter, role_of

_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Za-z][\w-]{0,20})"
    r"(?P<more>(?:\s+[\w:-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))*)\s*/?>"
)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*[\"']?([^\"'<>]*)")
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "code",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "u",
        "var",
    ]
)
_BLOCKS = frozenset(
    [
        "blockquote",
        "body",
        "br",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "hr",
        "html",
        "li",
        "ol",
        "p",
        "pre",
        "section",
        "article",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
_INLINE_TAG = re.compile(rf"</?(?P<name>{'|'.join(_INLINE)})(?:\s[^<>]*)?>", re.IGNORECASE)
_STARS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_RAISED = re.compile(r"<(?P<name>su[bp])>(?P<inside>[^<>]{1,20})</(?P=name)>", re.IGNORECASE)
_SUPERSCRIPTS = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_SUBSCRIPTS = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});")
_PAIRS = (
    re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*"),
    re.compile(r"(?<![\w_])__(?=\S)(.+?)(?<=\S)__(?![\w_])"),
    re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*]+?)(?<=[^\s*\\])\*(?![\w*])"),
    re.compile(r"(?<![\w`])`(?=\S)([^`]+)(?<=\S)`(?![\w`])"),
    re.compile(r"==(?=[^\s=])([^=]+?)(?<=[^\s=])=="),
)
_CLICKED = "Q:  "  # two spaces: of a heading that opens what it hides
_PICTURE = r"(?:[\u2700-\u27bf\U0001f000-\U0001faff⭐⭕☑⚠]\ufe0f?|[\u2190-\u2bff]\ufe0f|\s)+"
_PICTURES = re.compile(rf"^{_PICTURE}|{_PICTURE}$")


def plain_text(text: str) -> str:
    """Return `text` without tags, entities, marks of emphasis, and pictures at its ends."""
    if "<" in text:
        text = _TAG.sub(_without_tag, _RAISED.sub(_raise, text))
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    if "$" not in text:  # a formula has stars and lines of its own
        for pair in _PAIRS:
            text = pair.sub(r"\1", text)
    return strip_pictures(" ".join(text.split())).strip()


def strip_pictures(text: str) -> str:
    """Return `text` without the pictures before and behind it; one of pictures alone stays."""
    return _PICTURES.sub("", text) or text


def is_picture(sign: str) -> bool:
    """Return whether a sign is a picture, as assistants set before a heading: 🧠, ✅, ❓."""
    is_drawn = "\u2700" <= sign <= "\u27bf" or sign >= "\U0001f000" or sign in "⭐⭕☑⚠"
    return is_drawn and unicodedata.category(sign) in {"So", "Po"}


def _without_tag(found: re.Match[str]) -> str:
    name = found["name"].casefold()
    return "" if name in _INLINE or name in {"sub", "sup"} else " " if name in _BLOCKS else found[0]


def _raise(found: re.Match[str]) -> str:
    """Return what stands raised or lowered, as signs that are so by themselves."""
    is_raised = found["name"].casefold() == "sup"
    inside = found["inside"].strip()
    written = inside.translate(_SUPERSCRIPTS if is_raised else _SUBSCRIPTS)
    if all(before != after for before, after in zip(inside, written, strict=True)):
        return written
    return f"^{inside}" if is_raised else inside


def split_blocks(line: str) -> list[str]:
    """Return the lines that a line of HTML or XML shows as, each tag that names a part a label.

    "<p>Q: Why?<br>A: So</p>" is two lines, "<front>Why?</front>" is "front: Why?".
    """
    if "<" not in line:
        return [line]
    pieces, at = [""], 0
    for found in _TAG.finditer(line):
        head = _opening_of(found)
        if head is None:
            continue
        pieces[-1] += line[at : found.start()]
        at = found.end()
        pieces.append(head)
    pieces[-1] += line[at:]
    # "Show answer", which is clicked on, asks nothing.
    pieces = [_RAISED.sub(_raise, piece) for piece in pieces]
    pieces = [_INLINE_TAG.sub(_as_stars, piece) for piece in pieces if _TAG.sub("", piece).strip()]
    shown = [piece for piece in pieces if not _is_button(piece)]
    return shown or [""]


def _as_stars(found: re.Match[str]) -> str:
    return _STARS.get(found["name"].casefold(), "")


def _is_button(piece: str) -> bool:
    return piece.startswith(_CLICKED) and not _TAG.sub("", piece).rstrip(" *_").endswith("?")


_HEADS = {"summary": _CLICKED, "dt": "Q: ", "dd": "A: ", "li": "- "}


def _opening_of(found: re.Match[str]) -> str | None:
    """Return what a tag begins a line with; None for one that begins none."""
    name = found["name"].casefold()
    more = {key.casefold(): value for key, value in _ATTRIBUTE.findall(found["more"])}
    if found["end"]:
        is_part = role_of(name) is not None and name not in _INLINE | _BLOCKS
        return "A: " if name == "summary" else "" if name in _BLOCKS or is_part else None
    if name in _HEADS:
        return _HEADS[name]
    for part in (name, more.get("class", ""), more.get("id", "")):
        if part in {"option", "choice"}:
            letter = next(filter(None, map(option_letter, more.values())), "")
            return f"{letter}) " if letter else "- "
        if part not in {"", *_INLINE, *_BLOCKS} and role_of(part) not in {None, Role.ID}:
            return f"{part}: "
    return "" if name in _BLOCKS else None
