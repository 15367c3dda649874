"""`quizapp draft`: a first draft of a deck from an abstract."""

from pathlib import Path

import click

from quizapp.cli.draft_prompt import print_prompt
from quizapp.cli.global_options import QuizappCommand
from quizapp.cli.open_workspace import settings_of
from quizapp.cli.output import say, say_text
from quizapp.errors import WrongCallError
from quizapp.services.new_deck import deck_id_of, draft_deck, write_new_file
from quizapp.services.words import quantity

_STDOUT = "-"


@click.command(cls=QuizappCommand, epilog="Example: quizapp draft abstract.nbib -o my-deck.yaml")
@click.argument("texts", nargs=-1, metavar="TEXT...", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", metavar="FILE", default=_STDOUT, help="Where to write it; - prints it."
)
@click.option(
    "--id", "deck_id", metavar="ID", help="The deck's id (default: from the file's name)."
)
@click.option("--title", metavar="TITLE", help="The deck's title (default: the paper's).")
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@click.option(
    "--prompt",
    "is_prompt",
    is_flag=True,
    help="Write a prompt instead, for an assistant or a colleague; quizapp take reads the reply.",
)
@click.option(
    "--fix",
    metavar="D.held.yaml",
    type=click.Path(path_type=Path),
    help="With --prompt: have the cards that were held corrected.",
)
@click.pass_context
def command(  # noqa: PLR0913 (one argument an option)
    ctx: click.Context,
    texts: tuple[Path, ...],
    output: str,
    deck_id: str | None,
    title: str | None,
    *,
    force: bool,
    is_prompt: bool,
    fix: Path | None,
) -> None:
    """Draft a deck from TEXT: an abstract as plain text, a PubMed .nbib or a RIS file.

    Numbers, causes, lists and concepts known from other decks become draft facts for you
    to finish.
    """
    if is_prompt or fix is not None:
        print_prompt(settings_of(ctx), texts, fix, output, is_prompt=is_prompt, is_forced=force)
        return
    if len(texts) != 1:
        raise WrongCallError("draft takes one TEXT", "quizapp draft abstract.txt -o my-deck.yaml")
    (text,) = texts
    name = deck_id or deck_id_of(text if output == _STDOUT else Path(output))
    deck = draft_deck(settings_of(ctx), text, name, title)
    if output == _STDOUT:
        say_text(deck.yaml, ends_line=False)
        return
    write_new_file(Path(output), deck.yaml, is_forced=force)
    facts, cards = quantity(deck.fact_count, "fact"), quantity(deck.card_count, "card")
    say(
        f"Wrote {output}: {facts}, {cards}.",
        f"Edit it while this runs: quizapp check {output} --watch",
    )
