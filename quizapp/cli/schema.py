"""`quizapp schema`: the JSON Schema of a deck, for editors."""

import json

import click

from quizapp.cli.options import Command


@click.command(
    cls=Command,
    epilog="Example: quizapp schema > deck.schema.json",
)
def command() -> None:
    """Print the JSON Schema of a deck, for editors that complete and check YAML."""
    from quizapp.bank.schema import json_schema

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
