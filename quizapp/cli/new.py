"""`quizapp new`: a deck to start from."""

from pathlib import Path

import click

from quizapp.cli.options import QuizappCommand
from quizapp.cli.output import say
from quizapp.errors import QuizappError, WrongCallError


@click.command(cls=QuizappCommand, epilog="Example: quizapp new capitals")
@click.argument("name")
def command(name: str) -> None:
    """Write NAME.yaml, a small deck to start from. It never overwrites a file."""
    from quizapp.bank.starter import starter_deck

    target = Path(name if name.endswith((".yaml", ".yml")) else f"{name}.yaml")
    deck_id = "-".join("".join(c if c.isalnum() else " " for c in target.stem.lower()).split())
    if not deck_id.isascii() or not deck_id:
        raise WrongCallError(f"{name!r} can't be a deck id", "use letters a-z, digits and dashes")
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(starter_deck(deck_id, deck_id.replace("-", " ").capitalize()))
    except FileExistsError:
        raise WrongCallError(f"{target} is already there", "choose another name") from None
    except OSError as error:
        raise QuizappError(f"{target}: {error.strerror}", "choose another folder") from None
    say(f"Wrote {target}. Edit it, then: quizapp check {target}")
