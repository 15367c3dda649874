"""The gate for facts that come from elsewhere: load, prove, lint; in a trial beside the deck."""

import os
import tempfile
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from quizapp.bank.diagnostics import Level, Problem, quote
from quizapp.bank.model import Bank, Deck, SourceId
from quizapp.bank.yaml.writer import YamlValue
from quizapp.drafting.taking.append_facts import AppendedText, append_facts
from quizapp.drafting.taking.model import HoldReason
from quizapp.drafting.taking.name_facts import asked_texts
from quizapp.errors import QuizappError

if TYPE_CHECKING:
    from quizapp.sources.model import SourceText

# Codes that are counted under one name; others go by the title of their rule.
_KINDS = {"G103": "contradicted", "G107": "contradicted"}
_KINDS |= dict.fromkeys(("B401", "O203"), "two right answers")
ReadTexts: TypeAlias = "Callable[[Bank], Mapping[SourceId, SourceText]]"
_COPIED = "G105"
_HIDDEN = ".quizapp-take-"  # what begins with a dot is no deck of a folder


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is found of new facts, by their place in the list that was handed in.

    Attributes:
        faults: of those that cannot be taken.
        known: those that the deck, or an earlier one of them, says already.
        notes: what is no reason to hold one.
    """

    faults: Mapping[int, tuple[HoldReason, ...]]
    known: frozenset[int]
    notes: Mapping[int, tuple[str, ...]]


def judge_facts(
    target: Path, text: str, entries: Sequence[Mapping[str, YamlValue]], read_texts: ReadTexts
) -> Judgement:
    """Return what is found of `entries` behind the facts of the deck whose text is `text`.

    They are tried in a file beside `target`, so that pictures are found, again and again without
    those that fail, until the rest passes. `read_texts` reads the sources of a deck, as far as
    their texts are at hand.

    Raises:
        QuizappError: the folder cannot be written to, or the deck itself has a problem.
    """
    rest = list(range(len(entries)))
    faults: dict[int, list[HoldReason]] = defaultdict(list)
    notes: dict[int, list[str]] = defaultdict(list)
    known: set[int] = set()
    with _trial_file(target) as trial:
        while rest:
            appended = append_facts(text, [entries[at] for at in rest])
            trial.write_text(appended.text, encoding="utf-8", newline="")
            deck, problems = _load(trial)
            if deck is not None:
                known |= _find_known(deck, [str(entries[at]["id"]) for at in rest], rest, faults)
                problems = (
                    [] if known.union(faults) & set(rest) else _find_problems(deck, read_texts)
                )
            _sort_problems(problems, appended, rest, faults, notes)
            bad = known.union(faults) & set(rest)
            if not bad:
                break
            notes = defaultdict(list)
            rest = [at for at in rest if at not in bad]
    return Judgement(
        {at: tuple(dict.fromkeys(each)) for at, each in faults.items()},
        frozenset(known),
        {at: tuple(each) for at, each in notes.items()},
    )


@contextmanager
def _trial_file(target: Path) -> Iterator[Path]:
    """Hand out a file beside `target` that goes away afterwards."""
    try:
        handle, name = tempfile.mkstemp(".yaml", _HIDDEN, target.parent)
        os.close(handle)
    except OSError as error:
        raise QuizappError(
            f"{target.parent}: {error.strerror}", "choose a folder that you can write to"
        ) from None
    trial = Path(name)
    try:
        yield trial
    finally:
        trial.unlink(missing_ok=True)


def _load(trial: Path) -> tuple[Deck | None, list[Problem]]:
    """Return the deck in `trial`, None where it has errors, and these."""
    from quizapp.bank.load import load_deck

    deck, problems = load_deck(trial)
    return deck, [each for each in problems if each.level is Level.ERROR]


def _find_problems(deck: Deck, read_texts: ReadTexts) -> list[Problem]:
    """Return what keeps facts of a sound deck out: errors of questions, and false claims.

    Six words copied are among them.
    """
    from quizapp.grading.dictionary import open_dictionary
    from quizapp.items.generate import generate
    from quizapp.lint.check import check_bank
    from quizapp.lint.grounding import check_grounding
    from quizapp.services.word_dictionaries import use_words

    bank = Bank((deck,))
    found = [each for each in check_bank(bank, tuple(generate(bank))) if each.level is Level.ERROR]
    texts = read_texts(bank)
    if texts:
        use_words()
        grounding = check_grounding(bank, texts, open_dictionary)
        found += (each for each in grounding if each.code in {*_KINDS, _COPIED})
    return found


def _find_known(
    deck: Deck, names: Sequence[str], places: Sequence[int], faults: dict[int, list[HoldReason]]
) -> set[int]:
    """Return which of the new facts `names` are said already; other answers go to `faults`."""
    new = dict(zip(names, places, strict=True))
    said: dict[str, str] = {}
    known: set[int] = set()
    for fact in sorted(deck.facts, key=lambda each: each.name in new):
        asked = asked_texts(fact)
        if fact.name in new:
            same = [question for question in asked if question in said]
            other = [each for each in same if said[each] != asked[each]]
            if other:
                faults[new[fact.name]].append(_other_answer(other[0], said[other[0]]))
                continue
            if len(same) == len(asked):
                known.add(new[fact.name])
                continue
        said |= asked
    return known


def _other_answer(question: str, answer: str) -> HoldReason:
    return HoldReason(
        "two right answers",
        f"{quote(question)} is asked already, and its answer is {quote(answer)}",
        "ask so that only one answer is right, or correct the one that is wrong",
    )


def _sort_problems(
    problems: Sequence[Problem],
    appended: AppendedText,
    places: Sequence[int],
    faults: dict[int, list[HoldReason]],
    notes: dict[int, list[str]],
) -> None:
    """Give each problem to the fact in whose lines it is; those of older facts are not asked for.

    Raises:
        QuizappError: nothing but the deck itself has a problem that keeps it out.
    """
    is_told = False
    for problem in problems:
        at = bisect_right(appended.lines, problem.place.line) - 1
        if at < 0:
            continue
        is_told = True
        if problem.code == _COPIED:
            notes[places[at]].append(f"{problem.message}. fix: {problem.fix}")
        else:
            kind = _KINDS.get(problem.code) or _title_of(problem.code)
            message = f"{problem.code} {problem.message}"
            faults[places[at]].append(HoldReason(kind, message, problem.fix))
    if problems and not is_told and any(each.code.startswith("B") for each in problems):
        raise QuizappError(f"the deck has a problem: {problems[0].message}", problems[0].fix)


def _title_of(code: str) -> str:
    """Return what a rule is called, as it is counted by."""
    from quizapp.lint.check import explain_code

    found = explain_code(code)
    return found.title if found else code
