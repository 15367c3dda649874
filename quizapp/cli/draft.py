"""`quizapp draft`: a first draft of a deck from an abstract."""

from pathlib import Path

import click

from quizapp.cli.options import QuizappCommand
from quizapp.cli.output import say, say_text
from quizapp.cli.words import quantity
from quizapp.errors import QuizappError, WrongCallError
from quizapp.services.deck_lookup import load_decks
from quizapp.services.settings import load_settings
from quizapp.services.source_texts import read_source_bytes

LONGEST_TITLE = 80
STDOUT = "-"


@click.command(cls=QuizappCommand, epilog="Example: quizapp draft abstract.nbib -o my-deck.yaml")
@click.argument("text", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", metavar="FILE", default=STDOUT, help="Where to write it; - prints it."
)
@click.option(
    "--id", "deck_id", metavar="ID", help="The deck's id (default: from the file's name)."
)
@click.option("--title", metavar="TITLE", help="The deck's title (default: the paper's).")
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@click.pass_context
def command(  # noqa: PLR0913 (one argument an option)
    ctx: click.Context,
    text: Path,
    output: str,
    deck_id: str | None,
    title: str | None,
    *,
    force: bool,
) -> None:
    """Draft a deck from TEXT: an abstract as plain text, a PubMed .nbib or a RIS file.

    Numbers, causes, lists and concepts known from other decks become draft facts for you
    to finish.
    """
    from quizapp.drafting.deck import write_deck
    from quizapp.drafting.draft import draft_facts, slugify
    from quizapp.sources.read_source import decode_source, read_source

    source = read_source(decode_source(read_source_bytes(text), str(text)), str(text))
    name = deck_id or slugify((text if output == STDOUT else Path(output)).stem)
    if not name or slugify(name) != name:
        raise WrongCallError(
            f"{name!r} is not a deck id", "give one of a-z, 0-9 and dashes: --id NAME"
        )
    settings = load_settings(ctx.obj)
    bank, _ = load_decks(settings, ())
    known = {concept.id: concept for deck in bank.decks for concept in deck.concepts.values()}
    made = draft_facts(source.sentences, known.values())
    heading = title or source.reference.title or name.replace("-", " ").capitalize()
    yaml = write_deck(made, source, name, heading[:LONGEST_TITLE], slugify(text.stem) or "source")
    cards = sum(len(fact.cards) for fact in made.facts)
    if output == STDOUT:
        say_text(yaml, ends_line=False)
    else:
        write_file(Path(output), yaml, force=force)
        say(f"Wrote {output}: {quantity(len(made.facts), 'fact')}, {quantity(cards, 'card')}.")
        say(f"Edit it while this runs: quizapp check {output} --watch")


def write_file(path: Path, text: str, *, force: bool) -> None:
    """Write a file, and over one that is there only by `force`.

    Raises:
        WrongCallError: it is there already.
        QuizappError: it cannot be written.
    """
    try:
        with path.open("w" if force else "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        fix = "choose another name, or add --force"
        raise WrongCallError(f"{path} is already there", fix) from None
    except OSError as error:
        raise QuizappError(f"{path}: {error.strerror}", "choose another folder") from None
