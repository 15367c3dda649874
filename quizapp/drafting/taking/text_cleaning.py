"""A reply as plain lines, and a value without what its writer wrapped it in."""

import re

from quizapp.drafting.taking.markup import plain_text

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\u2066-\u2069\u202a-\u202e\ufeff\ufffe\uffff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
# How an option is marked as the right one; an even number of stars is emphasis.
_RIGHT_WORDS = (
    r"correct(?: answer)?|right(?: answer)?|richtig|correct[oa]|correcte|corrett[oa]|correta|juist"
    r"|верно|true"
)
_TOLD_RIGHT = re.compile(
    rf"\s*(?:[*✓✔✅☑]+|[\[(]\s*(?:[✓✔✅xX]|{_RIGHT_WORDS})\s*[\])]"
    r"|(?:[<←]+|<?[-–—]+>?)\s*correct(?: answer)?!?)$",
    re.IGNORECASE,
)
_MARK_BEFORE = re.compile(r"^[*✓✔✅☑→►]\s*")
_QUOTES = {"“": "”“", "„": "“”", "«": "»", "»": "«", "‘": "’", "‚": "‘’", '"': '"', "'": "'"}
_EMPHASIS = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_WRAPPED = re.compile(r"(\*{1,3}|`)(?=\S)(?P<inside>.+?)(?<=\S)\1")


def clean_reply(text: str) -> str:
    """Return `text` with plain line ends and no signs that cannot be seen; its lines stay."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    return _CONTROL.sub(" ", _INVISIBLE.sub("", plain))


def straighten(text: str) -> str:
    """Return a value on one line, without markup, and without quotes that wrap it whole."""
    value = plain_text(text)
    if (found := _WRAPPED.fullmatch(value)) and found[1] not in found["inside"]:
        value = found["inside"].strip()
    if len(value) > 1 and value[-1] in _QUOTES.get(value[0], ""):
        inside = value[1:-1]
        if not any(sign in inside for sign in (value[0], value[-1])):
            value = inside.strip()
    return value


def remove_bold(text: str) -> str:
    """Return a line of Markdown without marks of bold type."""
    return _EMPHASIS.sub(r"\1", text)


def split_mark(text: str) -> tuple[str, bool]:
    """Return an option without the mark that calls it right, and whether it had one."""
    text = text.strip()
    if text.count("*") % 2 == 0 and "*" in text:
        return text, False
    plain = _MARK_BEFORE.sub("", _TOLD_RIGHT.sub("", text)).strip()
    return (plain, True) if plain and plain != text else (text, False)
