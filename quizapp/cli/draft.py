"""`quizapp draft`: a first draft of a deck from an abstract."""

from pathlib import Path

import click

from quizapp.cli.grounding import bytes_of
from quizapp.cli.library import load_decks
from quizapp.cli.options import Command
from quizapp.cli.output import say, say_text
from quizapp.cli.settings import settings_from
from quizapp.cli.words import counted
from quizapp.errors import QuizappError, WrongCallError

LONGEST_TITLE = 80
STDOUT = "-"


@click.command(cls=Command, epilog="Example: quizapp draft abstract.nbib -o my-deck.yaml")
@click.argument("text", type=click.Path(path_type=Path))
@click.option("-o", "--output", metavar="FILE", default=STDOUT, help="Where to; - prints it.")
@click.option("--id", "deck_id", metavar="ID", help="The deck's id (default: of the file's name).")
@click.option("--title", metavar="TITLE", help="The deck's title (default: that of the paper).")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
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

    Numbers, causes, lists and concepts known from other decks become draft facts; you finish them.
    """
    from quizapp.drafting.deck import deck_of
    from quizapp.drafting.draft import draft, slug
    from quizapp.sources.read import read_source, text_of

    source = read_source(text_of(bytes_of(text), str(text)), str(text))
    name = deck_id or slug((text if output == STDOUT else Path(output)).stem)
    if not name or slug(name) != name:
        raise WrongCallError(
            f"{name!r} is no deck id", "give one of a-z, 0-9 and dashes: --id NAME"
        )
    settings = settings_from(ctx.obj)
    bank, _ = load_decks(settings, ())
    known = {concept.id: concept for deck in bank.decks for concept in deck.concepts.values()}
    made = draft(source.sentences, known.values())
    heading = title or source.reference.title or name.replace("-", " ").capitalize()
    yaml = deck_of(made, source, name, heading[:LONGEST_TITLE], slug(text.stem) or "source")
    cards = sum(len(fact.cards) for fact in made.facts)
    if output == STDOUT:
        say_text(yaml, ends_line=False)
    else:
        write(Path(output), yaml, force=force)
        say(f"Wrote {output}: {counted(len(made.facts), 'fact')}, {counted(cards, 'card')}.")
        say(f"Edit it beside: quizapp check {output} --watch")


def write(path: Path, text: str, *, force: bool) -> None:
    """Write a file, and over one that is there only by `force`.

    Raises:
        WrongCallError: it is there already.
        QuizappError: it cannot be written.
    """
    try:
        with path.open("w" if force else "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        mend = "choose another name, or give --force"
        raise WrongCallError(f"{path} is already there", mend) from None
    except OSError as error:
        raise QuizappError(f"{path}: {error.strerror}", "choose another folder") from None
