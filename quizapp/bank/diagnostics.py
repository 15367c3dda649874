"""Making problems: the words that all faults of a deck share."""

import difflib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from quizapp.bank.place import Place


class Level(StrEnum):
    """How much a problem matters: an error keeps the deck out of the store."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a deck: where it is, and how to fix it.

    Those of one `cause`, where it is known, are one fault in several places.
    """

    code: str
    level: Level
    place: Place
    message: str
    fix: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means: shown by `quizapp check --explain CODE`.

    `bad` and `good` are pieces of YAML (or an item); `reference` says where the rule is from, ""
    for a rule of the format itself.
    """

    code: str
    level: Level
    title: str
    reason: str
    bad: str = ""
    good: str = ""
    reference: str = ""


MAX_PROBLEMS = 200  # no more faults than this are reported of one deck
MAX_QUOTE_LENGTH = 60
_MAX_MESSAGE_LENGTH = 400


class TooManyProblemsError(Exception):
    """There are more faults already than anyone would read."""


class ProblemCollector:
    """The faults of one deck, as they are found."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._reported: frozenset[Place] = frozenset()

    def add(self, problems: Iterable[Problem]) -> None:
        """Keep `problems`, except those at a place that has been reported already.

        Raises:
            TooManyProblemsError: there are `MAX_PROBLEMS` now.
        """
        for problem in problems:
            if problem.place in self._reported:
                continue
            if len(self.problems) >= MAX_PROBLEMS:
                raise TooManyProblemsError
            self.problems.append(problem)

    def mark_reported(self) -> None:
        """Drop later faults at the places of those found so far: one fault is reported once."""
        self._reported = frozenset(problem.place for problem in self.problems)

    def sorted_problems(self) -> tuple[Problem, ...]:
        """Return the faults by place, none twice; of those of one cause the first, with a count."""
        found = sort_problems(self.problems)
        counts = Counter(each.cause for each in found)
        first = {each.cause: each for each in reversed(found)}
        return tuple(
            _with_count(each, counts[each.cause] - 1) if each.cause else each
            for each in found
            if not each.cause or each is first[each.cause]
        )


def _with_count(problem: Problem, others: int) -> Problem:
    """Return `problem` with how many `others` of its cause there are."""
    if not others:
        return problem
    places = "1 more place" if others == 1 else f"{others} more places"
    return replace(problem, message=f"{problem.message}, here and in {places}")


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return `problems` by place, none twice."""
    once = dict.fromkeys(problems)
    return tuple(sorted(once, key=lambda each: (each.place, each.code, each.message)))


def make_problem(code: str, place: Place, message: str, fix: str = "") -> Problem:
    """Return a problem that keeps its deck out of the store."""
    # However long an id is that they name, nobody reads more.
    message = shorten_text(message, _MAX_MESSAGE_LENGTH)
    return Problem(code, Level.ERROR, place, message, shorten_text(fix, _MAX_MESSAGE_LENGTH))


def shorten_text(text: str, limit: int) -> str:
    """Return `text` in at most `limit` characters, the last of them "…" where it was longer."""
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def quote(text: str) -> str:
    """Return `text` in double quotes on one line, cut when it is long."""
    line = " ".join(text[: 4 * MAX_QUOTE_LENGTH].split())
    return f'"{shorten_text(line, MAX_QUOTE_LENGTH)}"'


def has_error(problems: Iterable[Problem]) -> bool:
    """Return whether one of `problems` keeps a deck out."""
    return any(problem.level is Level.ERROR for problem in problems)


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """Return "did you mean `x`?" for the word most like `word`; "" when none is like it."""
    nearest = nearest_word(word, words)
    return f"did you mean `{nearest}`?" if nearest else ""


def nearest_word(word: str, words: Iterable[str]) -> str:
    """Return the one of `words` that is most like `word`; "" when none is like it.

    Of very many words only those are looked at that begin alike.
    """
    if len(word) > MAX_QUOTE_LENGTH:
        return ""
    candidates = sorted(words)
    if len(candidates) > MAX_PROBLEMS:
        candidates = [each for each in candidates if each[:2] == word[:2]][:MAX_PROBLEMS]
    alike = difflib.get_close_matches(word, candidates, n=1)
    return alike[0] if alike else ""


def join_or(words: Iterable[str]) -> str:
    """Return "`a`, `b` or `c`"."""
    *most, last = [f"`{word}`" for word in words]
    return f"{', '.join(most)} or {last}" if most else last
