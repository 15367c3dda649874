"""Why a source cannot be read; each error says what to do about it."""

from quizapp.errors import QuizappError


class UnreadableSourceError(QuizappError):
    """A source's file is no text, or a text without what a deck is distilled from."""


def unreadable_source(name: str, reason: str, fix: str) -> UnreadableSourceError:
    """Return the error for the file `name`; "" where the text came from no file."""
    return UnreadableSourceError(f"{name or 'the source'}: {reason}", fix)
