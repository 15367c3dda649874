"""`quizapp decks`: which decks are studied."""

from pathlib import Path

import click

from quizapp.bank.model import DeckId
from quizapp.cli.options import QuizappCommand, QuizappGroup
from quizapp.cli.output import say, warn
from quizapp.errors import QuizappError, WrongCallError
from quizapp.services.app_services import open_services, prepare_services
from quizapp.services.deck_lookup import check_deck_ids, is_deck_path
from quizapp.services.settings import bundled_decks, expand_existing_path
from quizapp.services.user_folders import spelled_out


class UnchangedError(QuizappError):
    """There was nothing to do (exit code 1)."""

    exit_code = 1


@click.group(
    cls=QuizappGroup, invoke_without_command=True, epilog="Example: quizapp decks add ~/decks"
)
@click.pass_context
def command(ctx: click.Context) -> None:
    """List, add and remove decks, switch them on and off. Without a command it lists them."""
    if ctx.invoked_subcommand is None:
        list_decks(ctx)


@command.command("list", cls=QuizappCommand, epilog="Example: quizapp decks list")
@click.pass_context
def list_command(ctx: click.Context) -> None:
    """List the decks: id, cards, questions, on or off, and place."""
    list_decks(ctx)


@command.command(
    "add", cls=QuizappCommand, epilog="Example: quizapp decks add ~/decks/capitals.yaml"
)
@click.argument("path")
@click.pass_context
def add(ctx: click.Context, path: str) -> None:
    """Add the deck at PATH, or all decks of a folder."""
    from quizapp.services.sync_decks import find_deck_roots
    from quizapp.store.deck_table import add_path

    place = expand_existing_path(path).resolve()
    notices: list[str] = []
    roots = find_deck_roots([place], notices)
    if not roots:
        raise WrongCallError(f"{path}: no deck there", "start one: quizapp new NAME")
    with open_services(ctx.obj) as services:
        services.open()
        is_new = add_path(services.store, place, services.now())
        prepare_services(services)
    if not is_new:
        raise UnchangedError(f"{path} was added before")
    say(f"Added {place}.")


@command.command(
    "remove", cls=QuizappCommand, epilog="Example: quizapp decks remove ~/decks/capitals.yaml"
)
@click.argument("name")
@click.pass_context
def remove(ctx: click.Context, name: str) -> None:
    """Remove the deck NAME (its id or path) from study; its history is kept."""
    from quizapp.store.deck_table import added_paths, remove_path

    with open_services(ctx.obj) as services:
        prepare_services(services)
        added = added_paths(services.store)
        place = spelled_out(name).resolve() if is_deck_path(name) else services.deck_path(name)
        if place not in added:
            folder = next((each for each in added if place and place.is_relative_to(each)), None)
            if folder is not None:
                raise WrongCallError(f"{name} is part of the folder {folder}", "remove the folder")
            fix = f"name one of these: {', '.join(map(str, added))}" if added else None
            raise WrongCallError(
                f"{name} was not added", fix or f"switch it off instead: quizapp decks off {name}"
            )
        remove_path(services.store, place)
    say(f"Removed {place}. Your answers are saved and come back with the deck.")


@command.command("off", cls=QuizappCommand, epilog="Example: quizapp decks off x-linked-hyper-igm")
@click.argument("name")
@click.pass_context
def off(ctx: click.Context, name: str) -> None:
    """Switch the deck NAME off: it is kept, but not studied and not counted."""
    title = switch(ctx, name, is_on=False)
    say(f"{title} is off. The deck and your answers are kept. Undo: quizapp decks on {name}")


@command.command("on", cls=QuizappCommand, epilog="Example: quizapp decks on x-linked-hyper-igm")
@click.argument("name")
@click.pass_context
def on(ctx: click.Context, name: str) -> None:
    """Switch the deck NAME on again."""
    say(f"{switch(ctx, name, is_on=True)} is on.")


def switch(ctx: click.Context, name: str, *, is_on: bool) -> str:
    """Switch a deck, by its id or its path, on or off in the settings; return its title.

    Raises:
        UnchangedError: it is so already.
        WrongCallError: there is no such deck.
        SettingsNotKeptError: the settings cannot be written.
    """
    from quizapp.services.config_file import write_setting

    with open_services(ctx.obj) as services:
        prepare_services(services)
        known = {**services.titles, **services.off}
        paths = {services.deck_path(deck): deck for deck in known}
        is_given = is_deck_path(name) and name not in known
        deck = paths.get(Path(name).expanduser().resolve()) if is_given else DeckId(name)
        check_deck_ids([deck or name], list(known), ())
        if deck is None or (deck not in services.off) is is_on:
            raise UnchangedError(f"{name} is {'on' if is_on else 'off'} already")
        write_setting(services.settings.config_file, ["deck", deck, "on"], is_on)
        return known[deck]


def list_decks(ctx: click.Context) -> None:
    """Print a line a deck."""
    from quizapp.store.deck_table import deck_sizes

    with open_services(ctx.obj) as services:
        prepare_services(services)
        lines = {line.deck.id: line for line in deck_sizes(services.store)}
        shown = [lines[deck] for deck in (*services.deck_ids, *services.off)]
        off = services.off
    bundled = bundled_decks().resolve()
    for line in shown:
        place = line.deck.files[0].path
        where = "bundled" if Path(place).is_relative_to(bundled) else place
        state = "off" if line.deck.id in off else "on"
        say(f"{line.deck.id:32} {line.cards:5} cards {line.items:6} questions  {state:3}  {where}")
    if not shown:
        warn("No decks. Start one: quizapp new NAME")
