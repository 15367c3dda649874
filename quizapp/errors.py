"""What ends a command: errors that say where, what, and how to fix it.

A fault of a deck is not here: it is a value (`quizapp.bank.diagnostics`).
"""

from typing import ClassVar


class QuizappError(Exception):
    """The command cannot go on, and the learner can do something about it.

    Args:
        message: what happened, with its place, in one line.
        fix: what to do about it, in one line; empty where nothing can be done.
    """

    exit_code: ClassVar[int] = 3

    def __init__(self, message: str, fix: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix


class WrongCallError(QuizappError):
    """The command was called with words it does not know (exit code 2)."""

    exit_code = 2


class StoreError(QuizappError):
    """The store cannot be opened, read or written: locked, full, foreign, too new."""


class DamagedStoreError(StoreError):
    """What the store holds cannot be trusted: pages, references or memories do not add up."""
