"""Finding the faults of decks and of the items they make, and how they cover their sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.bank.diagnostics import Problem, has_error
from quizapp.services.deck_lookup import load_decks, search_paths
from quizapp.services.settings import Settings

if TYPE_CHECKING:
    from quizapp.lint.coverage import SentenceCoverage


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What was found in how many sound decks; `coverage` is of the sources that were given."""

    decks: int
    problems: tuple[Problem, ...]
    coverage: "tuple[SentenceCoverage, ...]" = ()

    @property
    def has_error(self) -> bool:
        """Whether one of the problems is an error."""
        return has_error(self.problems)


def check_decks(
    settings: Settings, names: Sequence[str], sources: Mapping[str, Path]
) -> CheckResult:
    """Return what is found in the decks of `names`, held against the files of `sources` by id.

    Raises:
        WrongCallError: no deck has a source of that id.
        UnreadableSourceError: a source's file cannot be read.
    """
    from quizapp.items.generate import generate
    from quizapp.lint.check import check_bank

    bank, problems = load_decks(settings, names)
    found = [*problems, *check_bank(bank, tuple(generate(bank)))]
    coverage: tuple[SentenceCoverage, ...] = ()
    if sources:
        from quizapp.lint.coverage import measure_coverage
        from quizapp.lint.grounding import check_grounding
        from quizapp.services.source_texts import read_source_texts

        texts = read_source_texts(bank, sources, has_faulty_deck=has_error(problems))
        found.extend(check_grounding(bank, texts))
        coverage = measure_coverage(bank, texts)
    found.sort(key=lambda each: (each.place, each.code))
    return CheckResult(len(bank.decks), tuple(found), coverage)


def checked_paths(
    settings: Settings, names: Sequence[str], sources: Mapping[str, Path]
) -> tuple[Path, ...]:
    """Return the files and folders of which a change may change what is found."""
    return (*search_paths(settings, names), *sources.values())
