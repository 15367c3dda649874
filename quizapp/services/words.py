"""Words that the use cases say, and the command line and the terminal beside them."""

from collections.abc import Iterable

from quizapp.bank.diagnostics import nearest_word
from quizapp.errors import QuizappError


def quantity(number: int, noun: str) -> str:
    """Return `number` and its noun, in the plural where it must be."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def suggest(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return the question whether the nearest of the `known` words was meant, or `otherwise`."""
    nearest = nearest_word(word, known)
    return f"did you mean {nearest}?" if nearest else otherwise


def error_in_one_line(error: QuizappError) -> str:
    """Return `error` with its fix, in one line."""
    return f"{error.message}. fix: {error.fix}" if error.fix else error.message
