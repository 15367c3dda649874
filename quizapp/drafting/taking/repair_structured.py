"""YAML and JSON as people write them, made into what YAML reads. Lines stay lines."""

import json
import re

_BLOCK_LINE = re.compile(
    r"(?P<head>[ \t]*(?:- +)*(?:\w[\w .-]{0,59}|\"[^\"\n]{1,60}\"):[ \t]+)(?P<value>\S.*?)[ \t]*"
)
_LIST_LINE = re.compile(r"(?P<head>[ \t]*(?:- +)+)(?P<value>[^\s{\[\"'].*?|[“„«].*?)[ \t]*")
_BLOCK_TEXT = re.compile(r"^[ \t]*(?:- +)*\w[\w .-]{0,59}:[ \t]+[|>][-+0-9]*\s*$")
_MAX_LINE = 4_000  # letters; a longer one is no text of a card
_PARTNERS = {"{": "}", "[": "]", '"': '"', "'": "'"}
_RESERVED = "*&!%@`,}]?"
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_JSON_PART = re.compile(r'(?P<text>"(?:[^"\\\n]|\\.)*")|(?P<note>//[^\n]*|/\*.*?\*/)', re.DOTALL)
_SURROGATES = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_MATHS = re.compile(r"\$(?=\S)[^$\n]*?(?<=\S)\$(?!\d)")
_LONE_BACKSLASH = re.compile(r"(?<!\\)\\(?![\\\"])")
# A backslash that starts no escape of JSON, or one that nobody means (a page feed, a bell).
_NO_ESCAPE = re.compile(r"(?<!\\)((?:\\\\)*)\\(?![\\\"/ntru])")
# A line end that opens a text, or a return without one: the start of a TeX command.
_MEANINGLESS_ESCAPE = re.compile(r'(^"|(?<!\\)(?:\\\\)*(?=\\r(?!\\n)))\\(?=[nrt][^\W\d_])')
_CURLY_VALUE = re.compile(
    r"(?m)(?P<before>(?:^|[:{\[,-])[ \t]*)[“„](?P<inside>[^“”„\n]*)[”“](?=\s*(?:[,:}\]]|$))"
)


def protect_backslashes(text: str) -> str:
    r"""Return `text` in which the backslash of a formula ("$\nu$") within quotes is a backslash."""
    if "\\" not in text:
        return text
    return _STRING.sub(lambda found: _protect(found[0]), text)


def _protect(string: str) -> str:
    inside = _MATHS.sub(lambda found: _LONE_BACKSLASH.sub(r"\\\\", found[0]), string)
    inside = _MEANINGLESS_ESCAPE.sub(r"\1\\\\", inside)
    return _NO_ESCAPE.sub(r"\1\\\\", inside)


def plain_json(text: str) -> str:
    """Return JSON without comments, its letters beyond the first 65,536 written out."""

    def replace(found: re.Match[str]) -> str:
        if found["text"]:
            return _SURROGATES.sub(_join_surrogates, found["text"])
        return "".join(sign if sign == "\n" else " " for sign in found[0])

    return _JSON_PART.sub(replace, text)


def _join_surrogates(found: re.Match[str]) -> str:
    high, low = int(found[1], 16), int(found[2], 16)
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def straighten_quotes(text: str) -> str:
    """Return `text` in which curly quotes around a whole key or value are straight ones."""
    return _CURLY_VALUE.sub(
        lambda found: found["before"] + json.dumps(found["inside"], ensure_ascii=False), text
    )


def quote_values(text: str) -> str:
    """Return YAML in which a value that YAML would take for more than its text is in quotes."""
    lines: list[str] = []
    block_indent = -1  # of the key whose text goes on over lines, -1 for none
    for line in text.expandtabs(2).split("\n"):
        indent = len(line) - len(line.lstrip())
        if block_indent >= 0 and (not line.strip() or indent > block_indent):
            lines.append(line)
            continue
        block_indent = indent if _BLOCK_TEXT.match(line) else -1
        lines.append(line if block_indent >= 0 else _quote_line(line))
    return "\n".join(lines)


def _quote_line(line: str) -> str:
    """Return a line of YAML, its value in quotes where it needs them."""
    if len(line) > _MAX_LINE:
        return line
    found = _BLOCK_LINE.fullmatch(line) or _LIST_LINE.fullmatch(line)
    if found is None or not _needs_quotes(found["value"]):
        return line
    return found["head"] + json.dumps(found["value"], ensure_ascii=False)


def _needs_quotes(value: str) -> bool:
    """Return whether YAML would not read `value` as it was meant."""
    if value[0] in _PARTNERS:
        rest = value[_end_of_part(value) :].strip()
        return bool(rest) and not rest.startswith("#")
    return value[0] in _RESERVED or ": " in value or value.endswith(":")


def _end_of_part(value: str) -> int:
    """Return where the bracket or the quote ends that opens `value`, its end where it does not."""
    opening, closing = value[0], _PARTNERS[value[0]]
    depth, at = 0, 0
    while at < len(value):
        sign = value[at]
        if sign == "\\" and opening == '"':
            at += 1
        elif sign == closing and (depth == 1 or opening == closing) and at:
            return at + 1
        elif sign in (opening, closing):
            depth += 1 if sign == opening else -1
        at += 1
    return len(value)
