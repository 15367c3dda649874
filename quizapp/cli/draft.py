"""`quizapp draft`: first drafts of decks from papers, and what a deck leaves out of one."""

from pathlib import Path

import click

from quizapp.cli.draft_prompt import print_prompt
from quizapp.cli.global_options import QuizappCommand
from quizapp.cli.open_workspace import settings_of
from quizapp.cli.output import read_stdin, say, say_text, warn
from quizapp.errors import QuizappError, WrongCallError
from quizapp.services.draft_decks import (
    DraftedCourse,
    deck_id_of,
    draft_course,
    draft_deck,
    is_many,
    list_coverage,
    read_one_paper,
    read_papers_of,
)
from quizapp.services.new_deck import write_new_file
from quizapp.services.words import error_in_one_line, quantity

_STDOUT = "-"
_MOST_BYTES = 4 * 1024 * 1024 + 1  # one more than a source may have


@click.command(
    cls=QuizappCommand,
    epilog="Example: quizapp draft abstract.txt -o my-deck.yaml   or: quizapp draft pubmed.nbib "
    "--course decks/",
)
@click.argument("texts", nargs=-1, metavar="[TEXT]...", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", metavar="FILE", default=_STDOUT, help="Where to write it; - prints it."
)
@click.option(
    "--course",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Write a deck for each paper into FOLDER.",
)
@click.option(
    "--coverage",
    metavar="DECK",
    help="List what TEXT (or else the attached text) holds and which cards of DECK ask for it; "
    "writes nothing.",
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
def command(  # noqa: PLR0913, PLR0917 (one argument an option)
    ctx: click.Context,
    texts: tuple[Path, ...],
    output: str,
    course: Path | None,
    coverage: str | None,
    deck_id: str | None,
    title: str | None,
    *,
    force: bool,
    is_prompt: bool,
    fix: Path | None,
) -> None:
    """Draft a deck from a paper: TEXT is its abstract, a page as you saved it, or a record.

    A record is a PubMed .nbib or a RIS file. A folder gives all papers in it, - is standard input.

    Each draft is a sentence of the paper with a figure, a term or a list hidden. Drafts are not
    asked until you accept them. Nothing is invented, and no network is used.
    """
    if is_prompt or fix is not None:
        print_prompt(settings_of(ctx), texts, fix, output, is_prompt=is_prompt, is_forced=force)
        return
    if coverage is not None and not texts:
        say(*list_coverage(settings_of(ctx), None, coverage))
        return
    if not texts:
        raise WrongCallError("draft takes a TEXT", "quizapp draft abstract.txt -o my-deck.yaml")
    settings = settings_of(ctx)
    if course is not None:
        read = read_papers_of(texts, _read_stdin)
        _print_course(draft_course(settings, read, course, is_forced=force), course)
        return
    if is_many(texts):
        raise WrongCallError("several files make several decks", "add --course FOLDER")
    paper = read_one_paper(texts[0], _read_stdin)
    if coverage is not None:
        say(*list_coverage(settings, paper, coverage))
        return
    name = deck_id or ("" if output == _STDOUT else deck_id_of(Path(output)))
    deck = draft_deck(settings, paper, name, title)
    warn(*(f"{texts[0]}: look at this: {doubt}." for doubt in deck.doubts))
    if output == _STDOUT:
        say_text(deck.yaml, ends_line=False)
        return
    write_new_file(Path(output), deck.yaml, is_forced=force)
    sentences = quantity(deck.sentence_count, "sentence")
    say(
        f"Wrote {output}: {quantity(deck.fact_count, 'draft')} of {sentences}.",
        f"Edit it while this runs: quizapp check {output} --watch",
    )


def _read_stdin() -> bytes:
    return read_stdin(_MOST_BYTES)


def _print_course(made: DraftedCourse, folder: Path) -> None:
    """Print what became of the papers of a course.

    Raises:
        QuizappError: some of them could not be read or written.
    """
    drafts = sum(count for _, count in made.written)
    say(f"Wrote {quantity(len(made.written), 'deck')} to {folder}: {quantity(drafts, 'draft')}.")
    for labels, one, several in (
        (made.without_abstract, "record has no abstract", "records have no abstract"),
        (made.known, "paper is known by its DOI", "papers are known by their DOI"),
        (
            made.there,
            "deck is already there (--force overwrites it)",
            "decks are already there (--force overwrites them)",
        ),
    ):
        if labels:
            say(f"{len(labels)} {one if len(labels) == 1 else several}: {', '.join(labels)}.")
    warn(*(f"look at this: {doubt}." for doubt in made.doubts))
    warn(*(error_in_one_line(fault) for fault in made.faults))
    if made.faults:
        raise QuizappError(
            f"{quantity(len(made.faults), 'file')} could not be drafted from", "see above"
        )
