"""Making a deck of an Anki package: written whole, and only once it passes `quizapp check`."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from quizapp.bank.model import Bank
from quizapp.bank.problem import Level, Problem
from quizapp.cli.output import say, warn
from quizapp.cli.words import counted
from quizapp.errors import QuizappError, WrongCallError

if TYPE_CHECKING:
    from quizapp.anki.carrying import LeftOut
    from quizapp.anki.deckfile import NewDeck
    from quizapp.anki.reader import Package
    from quizapp.anki.sheet import CarriedFact

FACT_LINE = "  - id: "
LONGEST_TITLE = 80
EXAMPLES = 3  # of what lost something for one reason
SAFE_NAME = re.compile(r"(?!\.)[\w .()+,=@-]{1,100}")
DECK_SUFFIXES = (".yaml", ".yml")
GIVES_AWAY = "C307"  # the words for a picture name the key
NOT_SHOWN = "its picture is of no kind that can be shown, or is too large"


def make_deck(file: Path, target: Path, *, is_dry_run: bool, is_forced: bool) -> None:
    """Write the notes of a package as a deck at `target`, its media in a folder beside it.

    Raises:
        WrongCallError: `target` is no name of a deck, or something is there already.
        QuizappError: the package cannot be read, holds nothing for a deck, or the deck cannot be
            written.
    """
    from quizapp.anki.reader import opened_package

    check_target(target, is_forced=is_forced)
    with opened_package(file) as package, TemporaryDirectory(prefix="quizapp-") as trial:
        folder = Path(trial).resolve()
        deck = with_pictures(package, deck_of(package, file, target), folder)
        text, deck = passing(deck, folder)
        if not deck.facts:
            raise QuizappError(f"{file}: none of its notes can become a fact", why_not(deck))
        if not is_dry_run:
            write_deck(package, deck, text, target, is_forced=is_forced)
    report(deck, target, file, is_dry_run=is_dry_run)


def check_target(target: Path, *, is_forced: bool) -> None:
    """Raise a WrongCallError where no deck can be written."""
    from quizapp.drafting.draft import slug

    if target.suffix not in DECK_SUFFIXES or not slug(target.stem):
        raise WrongCallError(f"{target} is no name of a deck", "give one such as my-deck.yaml")
    if target.is_dir() or (target.exists() and not is_forced):
        raise WrongCallError(f"{target} is already there", "choose another name, or give --force")


def deck_of(package: "Package", file: Path, target: Path) -> "NewDeck":
    """Return what of a package becomes a deck."""
    from quizapp.anki.carrying import carried
    from quizapp.anki.deckfile import NewDeck
    from quizapp.anki.notebook import notes_of
    from quizapp.drafting.draft import slug

    made = carried(notes_of(package.connection))
    names = dict.fromkeys(name for fact in made.facts for name in fact.media)
    files = {name: f"{media_folder(target).name}/{name}" for name in names if name in package.media}
    files = {name: path for name, path in files.items() if SAFE_NAME.fullmatch(name)}
    lost = [*made.left_out, *without_files(made.facts, files)]
    return NewDeck(slug(target.stem), title_of(made.facts, file), made.facts, tuple(lost), files)


def without_files(facts: "Iterable[CarriedFact]", files: Collection[str]) -> "Iterator[LeftOut]":
    """Yield the facts that lack a medium: it is not in the package, or its name is a trap."""
    from quizapp.anki.carrying import LeftOut

    for fact in facts:
        for name in fact.media:
            if name not in files:
                yield LeftOut(fact.title, "a picture or a sound is missing, or its name is no name")


def with_pictures(package: "Package", deck: "NewDeck", folder: Path) -> "NewDeck":
    """Return `deck` with those of its pictures that can be shown; they are written to `folder`.

    A fact whose question needs one that cannot becomes a draft.

    Raises:
        BadPackageError: a picture is damaged.
        QuizappError: it cannot be written.
    """
    from quizapp.anki.carrying import LeftOut
    from quizapp.bank.pictures import Flaw, look_at

    facts: list[CarriedFact] = []
    lost: list[LeftOut] = []
    for fact in deck.facts:
        file = deck.files.get(fact.image.name, "") if fact.image else ""
        if fact.image and file and not (folder / file).exists():
            (folder / file).parent.mkdir(exist_ok=True)
            package.write_medium(fact.image.name, folder / file)
        found = look_at(file, folder) if file else None
        if isinstance(found, Flaw):
            lost.append(LeftOut(fact.title, NOT_SHOWN))
        is_shown = file and not isinstance(found, Flaw)
        facts.append(fact if is_shown or not fact.image else without_picture(fact))
    return replace(deck, facts=tuple(facts), left_out=(*deck.left_out, *lost))


def without_picture(fact: "CarriedFact") -> "CarriedFact":
    """Return `fact` without its picture, a draft where its question needs it."""
    is_needed = fact.image is not None and fact.image.is_asked_with
    others = {**fact.others, "status": "draft"} if is_needed else fact.others
    return replace(fact, image=None, others=others)


def media_folder(target: Path) -> Path:
    """Return the folder that the media of a deck lie in."""
    return target.with_name(f"{target.stem}-media")


def title_of(facts: "Sequence[CarriedFact]", file: Path) -> str:
    """Return what a deck is called: as the deck in Anki that holds all, or else as the file."""
    names = {fact.deck for fact in facts}
    roots = {name.split("::")[0] for name in names}
    title = (
        names.pop().split("::")[-1] if len(names) == 1 else roots.pop() if len(roots) == 1 else ""
    )
    words = " ".join("".join(c for c in title if c.isprintable()).split())
    return (file.stem if words in {"", "Default"} else words)[:LONGEST_TITLE]


# --- until it passes -----------------------------------------------------------------------------


def passing(deck: "NewDeck", folder: Path) -> "tuple[str, NewDeck]":
    """Return YAML that `quizapp check` has nothing against, and the deck that it holds.

    It is tried in `folder`, where its pictures lie. Words for a picture that would give the answer
    away are left out. Rules on how questions are written are set aside for the facts that break
    them, since the words are their author's; a fact that cannot stand in a deck is left out.

    Raises:
        QuizappError: what is at fault is no fact.
    """
    from quizapp.anki.carrying import LeftOut
    from quizapp.anki.deckfile import deck_yaml

    silenced: defaultdict[str, set[str]] = defaultdict(set)
    while True:
        text = deck_yaml(deck, silenced)
        faults = errors_in(text, deck.id, folder)
        if not faults or not deck.facts:
            return text, deck
        starts = [at for at, line in enumerate(text.split("\n"), 1) if line.startswith(FACT_LINE)]
        dropped: dict[int, str] = {}
        unnamed: set[int] = set()
        for fault in faults:
            place = bisect_right(starts, fault.place.line) - 1
            if place < 0:
                raise QuizappError(f"the deck is at fault: {fault.message}", fault.mend)
            if fault.code.startswith("B"):
                dropped[place] = fault.message
            elif fault.code == GIVES_AWAY and not is_wordless(deck.facts[place]):
                unnamed.add(place)
            else:
                silenced[deck.facts[place].name].add(fault.code)
        lost = [LeftOut(deck.facts[at].title, why) for at, why in dropped.items()]
        kept = [
            wordless(fact) if at in unnamed else fact
            for at, fact in enumerate(deck.facts)
            if at not in dropped
        ]
        deck = replace(deck, facts=tuple(kept), left_out=(*deck.left_out, *lost))


def is_wordless(fact: "CarriedFact") -> bool:
    """Say whether nothing is said of what the picture of `fact` shows."""
    from quizapp.anki.seen import PICTURE

    return fact.image is None or fact.image.alt == PICTURE


def wordless(fact: "CarriedFact") -> "CarriedFact":
    """Return `fact` with a picture of which nothing is said."""
    from quizapp.anki.seen import PICTURE

    return replace(fact, image=replace(fact.image, alt=PICTURE)) if fact.image else fact


def errors_in(text: str, name: str, folder: Path) -> list[Problem]:
    """Return the errors that `quizapp check` finds in a deck, its pictures in `folder`."""
    from quizapp.bank.load import load_deck
    from quizapp.items.generate import generate
    from quizapp.lint.check import check

    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    deck, problems = load_deck(path)
    if deck is not None:
        bank = Bank((deck,))
        problems = (*problems, *check(bank, tuple(generate(bank))))
    return [problem for problem in problems if problem.level is Level.ERROR]


# --- written and told ----------------------------------------------------------------------------


def write_deck(
    package: "Package", deck: "NewDeck", text: str, target: Path, *, is_forced: bool
) -> None:
    """Write the media, then the deck.

    Raises:
        QuizappError: a file cannot be written.
    """
    used = sorted({name for fact in deck.facts for name in fact.media if name in deck.files})
    written: list[Path] = []
    try:
        if used:
            media_folder(target).mkdir(exist_ok=True)
        for name in used:
            path = target.parent / deck.files[name]
            if is_forced:
                path.unlink(missing_ok=True)
            package.write_medium(name, path)
            written.append(path)
        with target.open("w" if is_forced else "x", encoding="utf-8") as file:
            file.write(text)
    except BaseException as error:
        for path in written:
            path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise QuizappError(f"{target}: {error.strerror}", "choose another folder") from None
        raise


def report(deck: "NewDeck", target: Path, file: Path, *, is_dry_run: bool) -> None:
    """Say what was made, and what was lost."""
    cards = sum(len(fact.cards) for fact in deck.facts)
    verb = "Would write" if is_dry_run else "Wrote"
    say(f"{verb} {target}: {counted(len(deck.facts), 'fact')}, {counted(cards, 'card')}.")
    for line in losses(deck):
        warn(line)
    if not is_dry_run:
        say(f"Study it: quizapp decks add {target}; then: quizapp import anki {file}")


def losses(deck: "NewDeck") -> Iterator[str]:
    """Yield what did not come along, a line for each reason."""
    from quizapp.anki.deckfile import by_reason

    for reason, titles in by_reason(deck.left_out).items():
        more = f" and {len(titles) - EXAMPLES} more" if len(titles) > EXAMPLES else ""
        yield f"{counted(len(titles), 'note')}: {reason} ({'; '.join(titles[:EXAMPLES])}{more})"


def why_not(deck: "NewDeck") -> str:
    """Return why no note became a fact."""
    return next(losses(deck), "it holds no notes")
