"""Words that several commands print."""

import os
import unicodedata
from datetime import datetime
from pathlib import Path

from quizapp.services.settings import Settings


def quantity(number: int, noun: str) -> str:
    """Return `number` and its noun, in the plural where it must be."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def local_time(moment: datetime | str, settings: Settings) -> str:
    """Return `parse_time`, also as ISO 8601, as the learner's clock showed it, to the minute."""
    at = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return f"{at.astimezone(settings.calendar().zone):%Y-%m-%d %H:%M}"


def printable(path: Path) -> str:
    """Return `path` without what a terminal would obey: a name of a file may hold anything."""
    text = os.fsencode(path).decode("utf-8", "replace")
    return "".join("\N{REPLACEMENT CHARACTER}" if _is_control(sign) else sign for sign in text)


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp"}
