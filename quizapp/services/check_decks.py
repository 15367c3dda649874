"""Finding the faults of decks and of the items they make, and how they cover their sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from quizapp.bank.deck_files import DECK_SUFFIXES
from quizapp.bank.diagnostics import Problem, has_error
from quizapp.bank.model import Bank
from quizapp.services.deck_lookup import load_decks, search_paths
from quizapp.services.list_items import drop_lines
from quizapp.services.settings import Settings
from quizapp.services.texts_to_check import (
    TextsToCheck,
    find_texts,
    find_tracked_texts,
    missing_notice,
)
from quizapp.services.words import quantity

if TYPE_CHECKING:
    from quizapp.lint.coverage import SentenceCoverage

FileStamps: TypeAlias = Mapping[str, tuple[int, int]]  # size and nanoseconds, by path


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What was found in how many sound decks; `coverage` is of the sources that were given.

    `dropped` says how many cards are not asked in a format, a line for each reason, and how many
    claims a person has to read; `notices` tell what the decks could not be compared with.
    """

    decks: int
    problems: tuple[Problem, ...]
    coverage: "tuple[SentenceCoverage, ...]" = ()
    dropped: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def has_error(self) -> bool:
        """Whether one of the problems is an error."""
        return has_error(self.problems)


def check_decks(
    settings: Settings,
    names: Sequence[str],
    sources: Mapping[str, Path],
    *,
    is_verbose: bool = False,
) -> CheckResult:
    """Return what is found in the decks of `names`, held against the files of `sources` by id.

    Where it `is_verbose`, each card that is not asked in a format is one of the problems, and each
    claim that comparing with the source does not settle.

    Raises:
        WrongCallError: no deck has a source of that id.
        UnreadableSourceError: a source's file cannot be read.
    """
    from quizapp.grading.dictionary import open_dictionary
    from quizapp.grading.units import is_known
    from quizapp.items.dropped import find_dropped
    from quizapp.items.generate import generate
    from quizapp.lint.check import check_bank
    from quizapp.lint.dropped import report_drops
    from quizapp.lint.grounding_codes import UNPROVED
    from quizapp.lint.unknown_words import WordKnowledge
    from quizapp.services.word_dictionaries import use_words

    use_words()
    bank, problems = load_decks(settings, names)
    knowledge = WordKnowledge(open_dictionary, is_known)
    items = tuple(generate(bank))
    found = [*problems, *check_bank(bank, items, knowledge)]
    drops = tuple(find_dropped(bank, items))
    if is_verbose:
        found.extend(report_drops(drops))
    given = {}
    if sources:
        from quizapp.services.source_texts import read_source_texts

        given = read_source_texts(bank, sources, has_faulty_deck=has_error(problems))
    texts = find_texts(settings, bank, given)
    grounding, coverage = _compare(bank, texts) if texts.texts else ((), ())
    found.extend(each for each in grounding if is_verbose or each.code != UNPROVED)
    found.extend(find_tracked_texts(bank))
    found.sort(key=lambda each: (each.place, each.code))
    told = (*drop_lines(drops), *_count_unproved(grounding))
    notices = (*texts.notices, *missing_notice(texts.missing))
    return CheckResult(len(bank.decks), tuple(found), coverage, told, notices)


def _compare(
    bank: Bank, texts: TextsToCheck
) -> "tuple[Sequence[Problem], tuple[SentenceCoverage, ...]]":
    """Return what comparing decks with the texts finds, and which facts cite which sentence."""
    from quizapp.grading.dictionary import open_dictionary
    from quizapp.lint.coverage import measure_coverage
    from quizapp.lint.grounding import check_grounding
    from quizapp.services.verdict_cache import VerdictCache

    verdicts = VerdictCache()
    grounding = check_grounding(bank, texts.texts, open_dictionary, verdicts)
    verdicts.save()
    return grounding, measure_coverage(bank, texts.texts)


def _count_unproved(grounding: Sequence[Problem]) -> tuple[str, ...]:
    """Return how many claims only a reader can settle, as a line; none where there are none."""
    from quizapp.lint.grounding_codes import UNPROVED

    count = sum(problem.code == UNPROVED for problem in grounding)
    claims = quantity(count, "claim")
    return (f"{claims} to read beside the source: comparing does not settle them",) if count else ()


def checked_paths(
    settings: Settings, names: Sequence[str], sources: Mapping[str, Path]
) -> tuple[Path, ...]:
    """Return the files and folders of which a change may change what is found."""
    return (*search_paths(settings, names), *sources.values())


def stamp_files(places: Sequence[Path]) -> FileStamps:
    """Return size and time of the files at `places`, by path; what is not there is left out."""
    found: dict[str, tuple[int, int]] = {}
    for place in places:
        for path in _watched_files(place):
            try:
                seen = path.stat()
            except (OSError, ValueError):
                continue
            found[str(path)] = (seen.st_size, seen.st_mtime_ns)
    return found


def _watched_files(place: Path) -> Iterator[Path]:
    """Yield `place` itself, or the YAML files of a folder and of the decks that are its folders."""
    try:
        inside = sorted(place.iterdir()) if place.is_dir() else []
        if not inside:
            yield place
        for path in inside:
            if path.suffix in DECK_SUFFIXES and not path.is_dir():
                yield path
            elif path.is_dir():
                yield from (each for each in path.iterdir() if each.suffix in DECK_SUFFIXES)
    except (OSError, ValueError):  # it went away while we looked
        return
