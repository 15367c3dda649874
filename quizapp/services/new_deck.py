"""Beginning a deck: a small one to start from, or a draft from an abstract."""

from dataclasses import dataclass
from pathlib import Path

from quizapp.errors import QuizappError, WrongCallError
from quizapp.services.deck_lookup import load_decks
from quizapp.services.settings import Settings
from quizapp.services.source_texts import read_source_bytes

_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class DraftedDeck:
    """A deck in YAML, with how many facts and cards it has."""

    yaml: str
    fact_count: int
    card_count: int


def create_starter_deck(name: str) -> Path:
    """Write a small deck to start from, and return where; `name` may lack its suffix.

    Raises:
        WrongCallError: `name` makes no id, or the file is there already.
        QuizappError: it cannot be written.
    """
    from quizapp.bank.starter import starter_deck

    target = Path(name if name.endswith((".yaml", ".yml")) else f"{name}.yaml")
    deck_id = "-".join("".join(c if c.isalnum() else " " for c in target.stem.lower()).split())
    if not deck_id.isascii() or not deck_id:
        raise WrongCallError(f"{name!r} can't be a deck id", "use letters a-z, digits and dashes")
    text = starter_deck(deck_id, deck_id.replace("-", " ").capitalize())
    write_new_file(target, text, fix="choose another name")
    return target


def draft_deck(
    settings: Settings, source: Path, name: str, title: str | None = None
) -> DraftedDeck:
    """Draft a deck from a paper's abstract: a text, a PubMed .nbib or a RIS file.

    Args:
        settings: which decks are known, whose concepts may be found in the abstract.
        source: the file.
        name: the deck's id.
        title: the deck's title; None takes that of the paper.

    Raises:
        WrongCallError: `name` is no id.
        UnreadableSourceError: the file cannot be read.
    """
    from quizapp.drafting.deck import write_deck
    from quizapp.drafting.draft import draft_facts, slugify
    from quizapp.sources.read_source import decode_source, read_source

    text = read_source(decode_source(read_source_bytes(source), str(source)), str(source))
    if not name or slugify(name) != name:
        raise WrongCallError(
            f"{name!r} is not a deck id", "give one of a-z, 0-9 and dashes: --id NAME"
        )
    bank, _ = load_decks(settings, ())
    known = {concept.id: concept for deck in bank.decks for concept in deck.concepts.values()}
    made = draft_facts(text.sentences, known.values())
    heading = title or text.reference.title or name.replace("-", " ").capitalize()
    yaml = write_deck(made, text, name, heading[:_LONGEST_TITLE], slugify(source.stem) or "source")
    return DraftedDeck(yaml, len(made.facts), sum(len(fact.cards) for fact in made.facts))


def deck_id_of(path: Path) -> str:
    """Return the id of a deck in a file of this name; "" where it makes none."""
    from quizapp.drafting.draft import slugify

    return slugify(path.stem)


def write_new_file(
    path: Path,
    text: str,
    *,
    is_forced: bool = False,
    fix: str = "choose another name, or add --force",
) -> None:
    """Write a file, and over one that is there only if `is_forced`; `fix` is what to do then.

    Raises:
        WrongCallError: it is there already.
        QuizappError: it cannot be written.
    """
    try:
        with path.open("w" if is_forced else "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise WrongCallError(f"{path} is already there", fix) from None
    except OSError as error:
        raise QuizappError(f"{path}: {error.strerror}", "choose another folder") from None
