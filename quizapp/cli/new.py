"""`quizapp new`: a deck to start from."""

import click

from quizapp.cli.global_options import QuizappCommand
from quizapp.cli.output import say
from quizapp.services.new_deck import create_starter_deck


@click.command(cls=QuizappCommand, epilog="Example: quizapp new capitals")
@click.argument("name")
def command(name: str) -> None:
    """Write NAME.yaml, a small deck to start from. It never overwrites a file."""
    target = create_starter_deck(name)
    say(f"Wrote {target}. Edit it, then: quizapp check {target}")
