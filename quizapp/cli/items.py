"""`quizapp items`: the items that decks make, as text to review or as JSON."""

import json
from collections.abc import Iterable

import click

from quizapp.cli.formats import FORMATS_OPTION, formats_from
from quizapp.cli.library import sound_decks
from quizapp.cli.options import Command
from quizapp.cli.settings import settings_from
from quizapp.items.item import Item


@click.command(
    cls=Command,
    epilog="Example: quizapp items x-linked-hyper-igm --formats choice,gap",
)
@click.argument("decks", nargs=-1, metavar="[DECK]...")
@FORMATS_OPTION
@click.option("--seed", type=int, default=0, show_default=True, help="What chance is drawn from.")
@click.option("--json", "is_json", is_flag=True, help="Print a JSON list.")
@click.pass_context
def command(
    ctx: click.Context, decks: tuple[str, ...], formats: str | None, seed: int, *, is_json: bool
) -> None:
    """Print the items that decks make: ids or paths of decks, or all known ones."""
    from quizapp.items.codec import public
    from quizapp.items.generate import generate

    bank = sound_decks(settings_from(ctx.obj), decks)
    wanted = formats_from(formats)
    items = [item for item in generate(bank, seed) if not wanted or item.format in wanted]
    if is_json:
        click.echo(json.dumps([public(item) for item in items], indent=2, ensure_ascii=False))
    else:
        click.echo("\n\n".join(as_text(item) for item in items))


def as_text(item: Item) -> str:
    """Return an item as a reader reviews it: stem, options with the right one, why, source."""
    return "\n".join((f"{item.id}", f"  {item.stem}", *answer_lines(item), *closing_lines(item)))


def answer_lines(item: Item) -> Iterable[str]:
    """Yield the options, or the key where there is nothing to choose from."""
    if not item.options:
        yield f"    = {', '.join(item.key)}"
    for option in item.options:
        reason = f"   ({option.why})" if option.why else ""
        yield f"    {'✓' if option.is_right else '✗'} {option.text}{reason}"


def closing_lines(item: Item) -> Iterable[str]:
    """Yield what else is accepted, the explanation and the source."""
    if item.accepted:
        yield f"  also: {', '.join(item.accepted)}"
    if item.why:
        yield f"  why: {item.why}"
    for note in item.sources:
        yield f"  from: {note.short}{f', sentence {note.sentence}' if note.sentence else ''}"
