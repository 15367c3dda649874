"""Finding the faults of decks and of the items they make, and how they cover their sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from quizapp.bank.deck_files import DECK_SUFFIXES, signed_path
from quizapp.bank.diagnostics import Problem, has_error
from quizapp.services.deck_lookup import load_decks, search_paths
from quizapp.services.list_items import drop_lines
from quizapp.services.settings import Settings
from quizapp.services.texts_to_check import (
    find_texts,
    find_tracked_texts,
    missing_notice,
    text_files,
)
from quizapp.services.words import quantity

if TYPE_CHECKING:
    from quizapp.bank.model import Bank, SourceId
    from quizapp.lint.coverage import SentenceCoverage
    from quizapp.sources.model import SourceText

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
    is_strict: bool = False,
) -> CheckResult:
    """Return what is found in the decks of `names`, held against the files of `sources` by id.

    Where it `is_verbose`, each card that is not asked in a format is one of the problems, and each
    claim that comparing with the source does not settle. Where it `is_strict`, conflicts with a
    source that no reader overruled are errors, and so are cards that nobody signed of a deck that
    asks for it.

    Raises:
        WrongCallError: no deck has a source of that id.
        UnreadableSourceError: a source's file cannot be read.
    """
    from quizapp.lint.grounding_codes import UNPROVED
    from quizapp.services.check_signoffs import find_missing_signatures, raise_levels
    from quizapp.services.word_dictionaries import use_words

    use_words()
    bank, problems = load_decks(settings, names)
    found, told = _judge_items(bank, is_verbose=is_verbose)
    compared = find_texts(settings, bank, _read_given(bank, sources, problems))
    grounding, coverage = _hold_against(bank, compared.texts)
    found += [
        *(*problems, *find_missing_signatures(bank), *find_tracked_texts(bank)),
        *(each for each in grounding if is_verbose or each.code != UNPROVED),
    ]
    found = list(raise_levels(found)) if is_strict else found
    found.sort(key=lambda each: (each.place, each.code))
    notices = (*compared.notices, *missing_notice(compared.missing))
    told += _count_unproved(grounding)
    return CheckResult(len(bank.decks), tuple(found), coverage, told, notices)


def _judge_items(bank: "Bank", *, is_verbose: bool) -> tuple[list[Problem], tuple[str, ...]]:
    """Return what is found in the items of `bank`, and in lines how many formats were dropped."""
    from quizapp.grading.dictionary import open_dictionary
    from quizapp.grading.units import is_known
    from quizapp.items.dropped import find_dropped
    from quizapp.items.generate import generate
    from quizapp.lint.check import check_bank
    from quizapp.lint.dropped import report_drops
    from quizapp.lint.unknown_words import WordKnowledge

    items = tuple(generate(bank))
    drops = tuple(find_dropped(bank, items))
    found = [*check_bank(bank, items, WordKnowledge(open_dictionary, is_known))]
    if is_verbose:
        found.extend(report_drops(drops))
    return found, drop_lines(drops)


def _read_given(
    bank: "Bank", sources: Mapping[str, Path], problems: Sequence[Problem]
) -> "Mapping[SourceId, SourceText]":
    """Return the texts of the files given with the command."""
    if not sources:
        return {}
    from quizapp.services.source_texts import read_source_texts

    return read_source_texts(bank, sources, has_faulty_deck=has_error(problems))


def _hold_against(
    bank: "Bank", texts: "Mapping[SourceId, SourceText]"
) -> "tuple[Sequence[Problem], tuple[SentenceCoverage, ...]]":
    """Return what `bank` states and `texts` do not, and which facts cite which sentence."""
    if not texts:
        return (), ()
    from quizapp.grading.dictionary import open_dictionary
    from quizapp.lint.coverage import measure_coverage
    from quizapp.lint.grounding import check_grounding
    from quizapp.services.check_signoffs import heed_signoffs
    from quizapp.services.verdict_cache import VerdictCache

    verdicts = VerdictCache()
    found = heed_signoffs(bank, check_grounding(bank, texts, open_dictionary, verdicts))
    verdicts.save()
    return found, measure_coverage(bank, texts)


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
    bank, _ = load_decks(settings, names)
    files = (Path(file.path) for deck in bank.decks for file in deck.files)
    texts = text_files(settings, bank)
    return (*search_paths(settings, names), *files, *sources.values(), *texts)


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
            yield signed_path(place)
        for path in inside:
            if path.suffix in DECK_SUFFIXES and not path.is_dir():
                yield path
            elif path.is_dir():
                yield from (each for each in path.iterdir() if each.suffix in DECK_SUFFIXES)
    except (OSError, ValueError):  # it went away while we looked
        return
