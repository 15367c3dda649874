"""The option `--formats`, shared by the commands that ask, print or export items."""

import click

from quizapp.errors import WrongCallError
from quizapp.items.item import Format
from quizapp.services.words import suggest

FORMATS_OPTION = click.option(
    "--formats",
    metavar="LIST",
    help=f"Only these, separated by commas: {', '.join(Format)}.",
)


def parse_formats(text: str | None) -> tuple[Format, ...]:
    """Return the formats that `text` lists; () for None.

    Raises:
        WrongCallError: one is unknown.
    """
    return tuple(dict.fromkeys(map(parse_format, split_list(text))))


def split_list(text: str | None) -> list[str]:
    """Return the words of `text`, with commas or blanks between."""
    return (text or "").replace(",", " ").split()


def parse_format(name: str) -> Format:
    """Return the format called `name`.

    Raises:
        WrongCallError: there is none.
    """
    try:
        return Format(name)
    except ValueError:
        fix = suggest(name, Format, f"formats: {', '.join(Format)}")
        raise WrongCallError(f"there is no format {name!r}", fix) from None
