"""Making a deck of an Anki package: written whole, and only once it passes `quizapp check`."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from quizapp.bank.diagnostics import Level, Problem
from quizapp.bank.model import Bank
from quizapp.errors import QuizappError, WrongCallError
from quizapp.services.new_deck import write_new_file
from quizapp.services.words import quantity

if TYPE_CHECKING:
    from quizapp.anki.importing.deck_yaml import ConversionLoss, NewDeck
    from quizapp.anki.importing.note_to_fact import ImportedFact
    from quizapp.anki.importing.open_package import AnkiPackage

_FACT_LINE = "  - id: "
_LONGEST_TITLE = 80
_SHOWN_EXAMPLES = 3  # of what lost something for one reason
_SAFE_NAME = re.compile(r"(?!\.)[\w .()+,=@-]{1,100}")
_DECK_SUFFIXES = (".yaml", ".yml")
_IMAGE_CUE_CODE = "C307"  # the words for a picture name the key
_UNSHOWABLE_IMAGE = "its picture is of a kind that can't be shown, or too large"


@dataclass(frozen=True, slots=True)
class ImportedDeck:
    """A deck made of a package; `losses` says what did not come along, a line for each reason."""

    fact_count: int
    card_count: int
    losses: tuple[str, ...]


def import_anki_deck(
    file: Path, target: Path, *, is_dry_run: bool = False, is_forced: bool = False
) -> ImportedDeck:
    """Write the notes of a package as a deck at `target`, its media in a folder beside it.

    Raises:
        WrongCallError: `target` is no name of a deck, or something is there already.
        QuizappError: the package cannot be read, holds nothing for a deck, or the deck cannot be
            written.
    """
    from quizapp.anki.importing.open_package import open_package

    _check_target(target, is_forced=is_forced)
    with open_package(file) as package, TemporaryDirectory(prefix="quizapp-") as trial:
        folder = Path(trial).resolve()
        deck = _extract_images(package, _build_deck(package, file, target), folder)
        text, deck = make_valid_deck(deck, folder)
        if not deck.facts:
            raise QuizappError(
                f"{file}: none of its notes can become a fact", _no_fact_reason(deck)
            )
        if not is_dry_run:
            _write_deck(package, deck, text, target, is_forced=is_forced)
    cards = sum(len(fact.cards) for fact in deck.facts)
    return ImportedDeck(len(deck.facts), cards, tuple(_loss_lines(deck)))


def _check_target(target: Path, *, is_forced: bool) -> None:
    """Raise a WrongCallError where no deck can be written."""
    from quizapp.drafting.draft import slugify

    if target.suffix not in _DECK_SUFFIXES or not slugify(target.stem):
        raise WrongCallError(f"{target} is not a deck name", "give one such as my-deck.yaml")
    if target.is_dir() or (target.exists() and not is_forced):
        raise WrongCallError(f"{target} is already there", "choose another name, or add --force")


def _build_deck(package: "AnkiPackage", file: Path, target: Path) -> "NewDeck":
    """Return what of a package becomes a deck."""
    from quizapp.anki.importing.collection import read_notes
    from quizapp.anki.importing.deck_yaml import NewDeck, convert_notes
    from quizapp.drafting.draft import slugify

    made = convert_notes(read_notes(package.connection))
    names = dict.fromkeys(name for fact in made.facts for name in fact.media)
    files = {
        name: f"{_media_folder(target).name}/{name}" for name in names if name in package.media
    }
    files = {name: path for name, path in files.items() if _SAFE_NAME.fullmatch(name)}
    lost = [*made.losses, *_missing_media(made.facts, files)]
    return NewDeck(
        slugify(target.stem), _deck_title(made.facts, file), made.facts, tuple(lost), files
    )


def _missing_media(
    facts: "Iterable[ImportedFact]", files: Collection[str]
) -> "Iterator[ConversionLoss]":
    """Yield the facts that lack a medium: it is not in the package, or its name is a trap."""
    from quizapp.anki.importing.deck_yaml import ConversionLoss

    for fact in facts:
        for name in fact.media:
            if name not in files:
                yield ConversionLoss(
                    fact.title, "a picture or a sound is missing, or its name is invalid"
                )


def _extract_images(package: "AnkiPackage", deck: "NewDeck", folder: Path) -> "NewDeck":
    """Return `deck` with those of its pictures that can be shown; they are written to `folder`.

    A fact whose question needs one that cannot becomes a draft.

    Raises:
        BadPackageError: a picture is damaged.
        QuizappError: it cannot be written.
    """
    from quizapp.anki.importing.deck_yaml import ConversionLoss
    from quizapp.bank.parse.images import ImageFlaw, inspect_image

    facts: list[ImportedFact] = []
    lost: list[ConversionLoss] = []
    for fact in deck.facts:
        file = deck.files.get(fact.image.name, "") if fact.image else ""
        if fact.image and file and not (folder / file).exists():
            (folder / file).parent.mkdir(exist_ok=True)
            package.write_media_file(fact.image.name, folder / file)
        found = inspect_image(file, folder) if file else None
        if isinstance(found, ImageFlaw):
            lost.append(ConversionLoss(fact.title, _UNSHOWABLE_IMAGE))
        is_shown = file and not isinstance(found, ImageFlaw)
        facts.append(fact if is_shown or not fact.image else _without_image(fact))
    return replace(deck, facts=tuple(facts), losses=(*deck.losses, *lost))


def _without_image(fact: "ImportedFact") -> "ImportedFact":
    """Return `fact` without its picture, a draft where its question needs it."""
    is_needed = fact.image is not None and fact.image.is_asked_with
    others = {**fact.other_keys, "status": "draft"} if is_needed else fact.other_keys
    return replace(fact, image=None, other_keys=others)


def _media_folder(target: Path) -> Path:
    """Return the folder that the media of a deck lie in."""
    return target.with_name(f"{target.stem}-media")


def _deck_title(facts: "Sequence[ImportedFact]", file: Path) -> str:
    """Return what a deck is called: as the deck in Anki that holds all, or else as the file."""
    names = {fact.deck for fact in facts}
    roots = {name.split("::")[0] for name in names}
    title = (
        names.pop().split("::")[-1] if len(names) == 1 else roots.pop() if len(roots) == 1 else ""
    )
    words = " ".join("".join(c for c in title if c.isprintable()).split())
    return (file.stem if words in {"", "Default"} else words)[:_LONGEST_TITLE]


# --- until it passes -----------------------------------------------------------------------------


def make_valid_deck(deck: "NewDeck", folder: Path) -> "tuple[str, NewDeck]":
    """Return YAML that `quizapp check` has nothing against, and the deck that it holds.

    It is tried in `folder`, where its pictures lie. Words for a picture that would give the answer
    away are left out. Rules on how questions are written are set aside for the facts that break
    them, since the words are their author's; a fact that cannot stand in a deck is left out.

    Raises:
        QuizappError: what is at fault is no fact.
    """
    from quizapp.anki.importing.deck_yaml import deck_yaml

    silenced: defaultdict[str, set[str]] = defaultdict(set)
    while True:
        text = deck_yaml(deck, silenced)
        faults = find_errors(text, deck.id, folder)
        if not faults or not deck.facts:
            return text, deck
        repair = _judge_faults(text, deck, faults)
        for fact, codes in repair.silenced.items():
            silenced[fact] |= codes
        deck = _apply_repair(deck, repair)


@dataclass(frozen=True, slots=True)
class _Repair:
    """What lets a deck pass.

    Attributes:
        dropped: facts that go, by their place, and why.
        unnamed: facts of whose picture nothing is said, by their place.
        silenced: codes that are set aside, by the name of their fact.
    """

    dropped: Mapping[int, str]
    unnamed: frozenset[int]
    silenced: Mapping[str, set[str]]


def _judge_faults(text: str, deck: "NewDeck", faults: Iterable[Problem]) -> _Repair:
    """Return what is to be done about `faults` of `deck`, whose YAML is `text`.

    Raises:
        QuizappError: what is at fault is no fact.
    """
    starts = [at for at, line in enumerate(text.split("\n"), 1) if line.startswith(_FACT_LINE)]
    dropped: dict[int, str] = {}
    unnamed: set[int] = set()
    silenced: defaultdict[str, set[str]] = defaultdict(set)
    for fault in faults:
        place = bisect_right(starts, fault.place.line) - 1
        if place < 0:
            raise QuizappError(f"the deck has a problem: {fault.message}", fault.fix)
        if fault.code.startswith("B"):
            dropped[place] = fault.message
        elif fault.code == _IMAGE_CUE_CODE and not _has_no_alt_text(deck.facts[place]):
            unnamed.add(place)
        else:
            silenced[deck.facts[place].name].add(fault.code)
    return _Repair(dropped, frozenset(unnamed), silenced)


def _apply_repair(deck: "NewDeck", repair: _Repair) -> "NewDeck":
    """Return `deck` without the facts that cannot stand in it, and without words that tell."""
    from quizapp.anki.importing.deck_yaml import ConversionLoss

    lost = [ConversionLoss(deck.facts[at].title, why) for at, why in repair.dropped.items()]
    kept = [
        _without_alt_text(fact) if at in repair.unnamed else fact
        for at, fact in enumerate(deck.facts)
        if at not in repair.dropped
    ]
    return replace(deck, facts=tuple(kept), losses=(*deck.losses, *lost))


def _has_no_alt_text(fact: "ImportedFact") -> bool:
    """Return whether nothing is said of what the picture of `fact` shows."""
    from quizapp.anki.importing.note_to_fact import ALT_PREFIX

    return fact.image is None or fact.image.alt == ALT_PREFIX


def _without_alt_text(fact: "ImportedFact") -> "ImportedFact":
    """Return `fact` with a picture of which nothing is said."""
    from quizapp.anki.importing.note_to_fact import ALT_PREFIX

    return replace(fact, image=replace(fact.image, alt=ALT_PREFIX)) if fact.image else fact


def find_errors(text: str, name: str, folder: Path) -> list[Problem]:
    """Return the errors that `quizapp check` finds in a deck, its pictures in `folder`."""
    from quizapp.bank.load import load_deck
    from quizapp.items.generate import generate
    from quizapp.lint.check import check_bank

    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    deck, problems = load_deck(path)
    if deck is not None:
        bank = Bank((deck,))
        problems = (*problems, *check_bank(bank, tuple(generate(bank))))
    return [problem for problem in problems if problem.level is Level.ERROR]


# --- written --------------------------------------------------------------------------------------


def _write_deck(
    package: "AnkiPackage", deck: "NewDeck", text: str, target: Path, *, is_forced: bool
) -> None:
    """Write the media, then the deck.

    Raises:
        QuizappError: a file cannot be written.
    """
    used = sorted({name for fact in deck.facts for name in fact.media if name in deck.files})
    written: list[Path] = []
    try:
        if used:
            _media_folder(target).mkdir(exist_ok=True)
        for name in used:
            path = target.parent / deck.files[name]
            if is_forced:
                path.unlink(missing_ok=True)
            package.write_media_file(name, path)
            written.append(path)
        write_new_file(target, text, is_forced=is_forced)
    except BaseException as error:
        for path in written:
            path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise QuizappError(f"{target}: {error.strerror}", "choose another folder") from None
        raise


def _loss_lines(deck: "NewDeck") -> Iterator[str]:
    """Yield what did not come along, a line for each reason."""
    from quizapp.anki.importing.deck_yaml import losses_by_reason

    for reason, titles in losses_by_reason(deck.losses).items():
        more = f" and {len(titles) - _SHOWN_EXAMPLES} more" if len(titles) > _SHOWN_EXAMPLES else ""
        examples = "; ".join(titles[:_SHOWN_EXAMPLES])
        yield f"{quantity(len(titles), 'note')}: {reason} ({examples}{more})"


def _no_fact_reason(deck: "NewDeck") -> str:
    """Return why no note became a fact."""
    return next(_loss_lines(deck), "it has no notes")
