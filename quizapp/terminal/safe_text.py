"""Text on its way out: nothing that a deck holds may act as a control code.

Pure; shared by the app, which never reads text as markup either, and by the line mode.
"""

import re

# C0 without tab and newline, DEL, C1, the bidirectional marks and the odd line separators.
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)
_BREAKS = re.compile("[\n\r\t\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
SPACES = re.compile(r"\s+")


def sanitize(text: str) -> str:
    """Return `text` without the characters that a terminal would act upon."""
    return UNSAFE.sub("", text)


def as_line(text: str) -> str:
    """Return `text` safe and on one line, its spaces as they are."""
    return sanitize(_BREAKS.sub(" ", text))


def one_line(text: str) -> str:
    """Return `text` safe and on one line."""
    return SPACES.sub(" ", sanitize(text)).strip()
