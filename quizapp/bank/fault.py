"""Making problems: the words that all faults of a deck share."""

import difflib
from collections.abc import Iterable

from quizapp.bank.model import Place
from quizapp.bank.problem import Level, Problem

MANY = 200  # no more faults than this are reported of one deck
LONGEST_QUOTE = 60
LONGEST_TEXT = 400


class TooManyFaultsError(Exception):
    """There are more faults already than anyone would read."""


class Faults:
    """The faults of one deck, as they are found."""

    def __init__(self) -> None:
        self.found: list[Problem] = []
        self._settled: frozenset[Place] = frozenset()

    def add(self, problems: Iterable[Problem]) -> None:
        """Keep `problems`, but those of a place that is settled.

        Raises:
            TooManyFaultsError: there are `MANY` now.
        """
        for problem in problems:
            if problem.place in self._settled:
                continue
            if len(self.found) >= MANY:
                raise TooManyFaultsError
            self.found.append(problem)

    def settle(self) -> None:
        """Let what is found so far speak alone for its places: one fault is not told as two."""
        self._settled = frozenset(problem.place for problem in self.found)

    def in_order(self) -> tuple[Problem, ...]:
        """Return the faults by place, none twice."""
        return in_order(self.found)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return `problems` by place, none twice."""
    return tuple(sorted(set(problems), key=lambda each: (each.place, each.code, each.message)))


def fault(code: str, place: Place, message: str, mend: str = "") -> Problem:
    """Return a problem that keeps its deck out of the store."""
    return Problem(code, Level.ERROR, place, cut(message), cut(mend))


def cut(text: str) -> str:
    """Return `text` no longer than anyone would read, however long the id that it names."""
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1]}…"


def quoted(text: str) -> str:
    """Return `text` in double quotes on one line, cut when it is long."""
    line = " ".join(text[: 4 * LONGEST_QUOTE].split())
    return f'"{line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + "…"}"'


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """Return "did you mean `x`?" for the word most like `word`; "" when none is like it.

    Of very many words only those are looked at that begin alike.
    """
    if len(word) > LONGEST_QUOTE:
        return ""
    candidates = sorted(words)
    if len(candidates) > MANY:
        candidates = [each for each in candidates if each[:2] == word[:2]][:MANY]
    alike = difflib.get_close_matches(word, candidates, n=1)
    return f"did you mean `{alike[0]}`?" if alike else ""


def one_of(words: Iterable[str]) -> str:
    """Return "`a`, `b` or `c`"."""
    *most, last = [f"`{word}`" for word in words]
    return f"{', '.join(most)} or {last}" if most else last
