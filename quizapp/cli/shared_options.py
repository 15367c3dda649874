"""The arguments and options that several commands take, and how what they say is read."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

import click

from quizapp.errors import WrongCallError
from quizapp.items.item import Format
from quizapp.services.words import suggest

_Kind = TypeVar("_Kind", bound=StrEnum)
_Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

DECKS_ARGUMENT = click.argument("decks", nargs=-1, metavar="[DECK]...")
FORMATS_OPTION = click.option(
    "--formats",
    metavar="LIST",
    help=f"Only these, separated by commas: {', '.join(Format)}.",
)
TAGS_OPTION = click.option(
    "--tag", "tags", multiple=True, metavar="T", help="Only questions with this tag; repeatable."
)
PLAIN_OPTION = click.option(
    "--plain",
    "is_plain",
    is_flag=True,
    help="Plain lines, for screen readers, pipes and simple terminals.",
)
JSON_OPTION = click.option("--json", "is_json", is_flag=True, help="Print JSON.")


def number_option(default: int) -> _Decorator:
    """Return the option `-n`: how many questions."""
    return click.option(
        "-n",
        "number",
        type=click.IntRange(min=1),
        default=default,
        show_default=True,
        metavar="N",
        help="How many questions.",
    )


def parse_formats(text: str | None) -> tuple[Format, ...]:
    """Return the formats that `text` lists; () for None.

    Raises:
        WrongCallError: one is unknown.
    """
    return parse_names(text, Format, "there is no format")


def parse_names(text: str | None, kinds: type[_Kind], fault: str) -> tuple[_Kind, ...]:
    """Return the `kinds` that `text` lists, with commas or blanks between; () for None.

    Raises:
        WrongCallError: one is unknown, which is the `fault`.
    """
    names = dict.fromkeys((text or "").replace(",", " ").split())
    for name in names:
        if name not in list(kinds):
            fix = suggest(name, kinds, f"formats: {', '.join(kinds)}")
            raise WrongCallError(f"{fault} {name!r}", fix)
    return tuple(map(kinds, names))
