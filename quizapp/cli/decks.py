"""`quizapp decks`: which decks are studied."""

import click

from quizapp.cli.global_options import QuizappGroup
from quizapp.cli.open_workspace import prepare, prepared_workspace, workspace_of
from quizapp.cli.output import say, warn
from quizapp.services.deck_list import (
    UnchangedError,
    add_deck,
    list_decks,
    remove_deck,
    switch_deck,
)
from quizapp.services.word_dictionaries import build_words


@click.group(
    cls=QuizappGroup, invoke_without_command=True, epilog="Example: quizapp decks add ~/decks"
)
@click.pass_context
def command(ctx: click.Context) -> None:
    """List, add and remove decks, switch them on and off. Without a command it lists them."""
    if ctx.invoked_subcommand is None:
        _print_decks(ctx)


@command.command("list", epilog="Example: quizapp decks list")
@click.pass_context
def list_command(ctx: click.Context) -> None:
    """List the decks: id, cards, questions, on or off, and place."""
    _print_decks(ctx)


@command.command("add", epilog="Example: quizapp decks add ~/decks/capitals.yaml")
@click.argument("path")
@click.pass_context
def add(ctx: click.Context, path: str) -> None:
    """Add the deck at PATH, or all decks of a folder."""
    with workspace_of(ctx) as workspace:
        added = add_deck(workspace, path)
        prepare(workspace)
        build_words(workspace)
    if not added.is_new:
        raise UnchangedError(f"{path} was added before")
    say(f"Added {added.path}.")


@command.command("remove", epilog="Example: quizapp decks remove ~/decks/capitals.yaml")
@click.argument("name")
@click.pass_context
def remove(ctx: click.Context, name: str) -> None:
    """Remove the deck NAME (its id or path) from study; its history is kept."""
    with prepared_workspace(ctx) as workspace:
        place = remove_deck(workspace, name)
    say(f"Removed {place}. Your answers are saved and come back with the deck.")


@command.command("off", epilog="Example: quizapp decks off x-linked-hyper-igm")
@click.argument("name")
@click.pass_context
def off(ctx: click.Context, name: str) -> None:
    """Switch the deck NAME off: it is kept, but not studied and not counted."""
    with prepared_workspace(ctx) as workspace:
        title = switch_deck(workspace, name, is_on=False)
    say(f"{title} is off. The deck and your answers are kept. Undo: quizapp decks on {name}")


@command.command("on", epilog="Example: quizapp decks on x-linked-hyper-igm")
@click.argument("name")
@click.pass_context
def on(ctx: click.Context, name: str) -> None:
    """Switch the deck NAME on again."""
    with prepared_workspace(ctx) as workspace:
        title = switch_deck(workspace, name, is_on=True)
    say(f"{title} is on.")


def _print_decks(ctx: click.Context) -> None:
    """Print a line a deck."""
    with prepared_workspace(ctx) as workspace:
        decks = list_decks(workspace)
    for deck in decks:
        where = "bundled" if deck.path is None else deck.path
        state = "on" if deck.is_on else "off"
        say(f"{deck.id:32} {deck.cards:5} cards {deck.items:6} questions  {state:3}  {where}")
    if not decks:
        warn("No decks. Start one: quizapp new NAME")
