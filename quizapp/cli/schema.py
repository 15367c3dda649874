"""`quizapp schema`: the JSON Schema of a deck, for editors."""

import click

from quizapp.cli.global_options import QuizappCommand
from quizapp.cli.output import say_json


@click.command(
    cls=QuizappCommand,
    epilog="Example: quizapp schema > deck.schema.json",
)
def command() -> None:
    """Print the JSON Schema of a deck, for editors that complete and check YAML."""
    from quizapp.bank.schema import json_schema

    say_json(json_schema())
