"""The option `--formats`, shared by the commands that ask, print or export items."""

import difflib

import click

from quizapp.errors import WrongCallError
from quizapp.items.item import Format

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
    names = [name for name in (text or "").replace(",", " ").split() if name]
    return tuple(dict.fromkeys(parse_format(name) for name in names))


def parse_format(name: str) -> Format:
    """Return the format called `name`.

    Raises:
        WrongCallError: there is none.
    """
    try:
        return Format(name)
    except ValueError:
        alike = difflib.get_close_matches(name, list(Format), n=1)
        fix = f"did you mean {alike[0]}?" if alike else f"formats: {', '.join(Format)}"
        raise WrongCallError(f"there is no format {name!r}", fix) from None
