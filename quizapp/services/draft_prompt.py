"""A prompt for whoever writes cards, or corrects those that were held."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.errors import QuizappError, WrongCallError
from quizapp.services.deck_lookup import load_decks
from quizapp.services.settings import Settings
from quizapp.services.source_texts import read_source_file

if TYPE_CHECKING:
    from quizapp.drafting.prompt import PromptSource

_MAX_HELD_BYTES = 4 * 1024 * 1024


def write_draft_prompt(settings: Settings, files: Sequence[Path]) -> str:
    """Return the prompt for cards on the abstracts in `files`.

    Raises:
        WrongCallError: there is no file, or two make the same id.
        UnreadableSourceError: one cannot be read.
    """
    from quizapp.drafting.prompt import write_prompt

    if not files:
        raise WrongCallError("no abstract is given", "give its file: quizapp draft --prompt FILE")
    bank, _ = load_decks(settings, ())
    known = {concept.id: concept for deck in bank.decks for concept in deck.concepts.values()}
    return write_prompt(_read_sources(files), known.values())


def write_fix_prompt(settings: Settings, held: Path, files: Sequence[Path]) -> str:
    """Return the prompt that has the facts in a file of held ones corrected.

    `files` are the texts of the sources that they cite; those of others are found if attached.

    Raises:
        WrongCallError: the file cannot be read, or no fact is in it.
        UnreadableSourceError: a text cannot be read.
    """
    from quizapp.drafting import prompt
    from quizapp.drafting.taking.held_facts import read_held
    from quizapp.services.texts_to_check import find_attached

    try:
        with held.open("rb") as file:
            data = file.read(_MAX_HELD_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise WrongCallError(f"{held}: {reason}", "give a file such as my-deck.held.yaml") from None
    facts = read_held(data[:_MAX_HELD_BYTES].decode("utf-8", errors="replace"))
    if not facts:
        raise QuizappError(
            f"{held}: no held card is in it", "give a file such as my-deck.held.yaml"
        )
    given = _read_sources(files)
    cited = {name for fact in facts for name in prompt.cited_sources(fact)}
    known = find_attached(settings, sorted(cited - {source.id for source in given}))
    attached = [prompt.PromptSource(name, text) for name, text in known.items()]
    return prompt.write_fix_prompt(facts, [*given, *attached])


def _read_sources(files: Sequence[Path]) -> "list[PromptSource]":
    """Return the texts of sources, each by an id that its file's name makes.

    Raises:
        WrongCallError: two files make the same id.
        UnreadableSourceError: one cannot be read.
    """
    from quizapp.drafting.draft import slugify
    from quizapp.drafting.prompt import PromptSource

    found: dict[str, PromptSource] = {}
    for file in files:
        name = slugify(file.stem) or "source"
        if name in found:
            raise WrongCallError(f"two files make the id {name}", "rename one of them")
        found[name] = PromptSource(name, read_source_file(file))
    return list(found.values())
