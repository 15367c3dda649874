"""`quizapp items`: the items that decks make, to be reviewed, compared, or read by a program."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import click

from quizapp.bank.model import Bank
from quizapp.cli.formats import FORMATS_OPTION, formats_from
from quizapp.cli.library import sound_decks
from quizapp.cli.lines import echo_lines
from quizapp.cli.options import Command
from quizapp.cli.output import say_json
from quizapp.cli.settings import settings_from
from quizapp.errors import WrongCallError
from quizapp.items.item import Format, Item
from quizapp.items.review import BLANK_LINE, Line, by_fact, fact_lines

STORE = ""  # what --diff without a value compares with


@click.command(
    cls=Command,
    epilog="Example: quizapp items x-linked-hyper-igm --formats choice,gap"
    "   or: quizapp items deck.yaml --diff <(git show HEAD:deck.yaml)",
)
@click.argument("decks", nargs=-1, metavar="[DECK]...")
@FORMATS_OPTION
@click.option("--fact", "facts", multiple=True, metavar="ID", help="Only this fact; repeatable.")
@click.option(
    "--diff",
    "old",
    is_flag=False,
    flag_value=STORE,
    metavar="[OLD]",
    help="Show what differs from the items of the last session, or from those of a deck's file or "
    "folder OLD (- for standard input).",
)
@click.option("--seed", type=int, default=0, show_default=True, help="What chance is drawn from.")
@click.option("--json", "is_json", is_flag=True, help="Print a JSON list.")
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 (an argument for each option)
    ctx: click.Context,
    /,
    decks: tuple[str, ...],
    formats: str | None,
    facts: tuple[str, ...],
    old: str | None,
    seed: int,
    *,
    is_json: bool,
) -> None:
    """Print the items that decks make: ids or paths of decks, or all known ones.

    With --diff it prints the items added, reworded, with another key and retired, and exits with
    1 where there are any. Write DECK before --diff.
    """
    settings = settings_from(ctx.obj)
    wanted = Wanted(formats_from(formats), facts)
    if old is not None:
        from quizapp.cli.comparing import compared, print_changes

        found = compared(settings, decks, old, seed)
        changes = [change for change in found if wanted.has(change.item)]
        print_changes(changes, is_json=is_json)
        ctx.exit(1 if changes else 0)
    from quizapp.items.codec import public
    from quizapp.items.generate import generate

    bank = sound_decks(settings, decks)
    wanted.check(bank)
    items = [item for item in generate(bank, seed) if wanted.has(item)]
    if is_json:
        say_json([public(item) for item in items])
    else:
        echo_lines(review_lines(items))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which items are asked for; nothing given admits all."""

    formats: tuple[Format, ...] = ()
    facts: tuple[str, ...] = ()

    def has(self, item: Item) -> bool:
        """Say whether `item` is asked for. A fact is named with its deck, or without."""
        is_format = not self.formats or item.format in self.formats
        return is_format and (not self.facts or any(is_of(item.fact, name) for name in self.facts))

    def check(self, bank: Bank) -> None:
        """Raise a WrongCallError for the first fact that `bank` does not have."""
        known = [fact.id for deck in bank.decks for fact in deck.facts]
        for name in self.facts:
            if not any(is_of(fact, name) for fact in known):
                alike = difflib.get_close_matches(name, known, n=1)
                mend = f"did you mean {alike[0]}?" if alike else "quizapp items lists the facts"
                raise WrongCallError(f"there is no fact {name!r}", mend)


def is_of(fact: str, name: str) -> bool:
    """Say whether `name` names `fact`, or the table that it is a row of; with its deck or not."""
    own = fact.partition("/")[2]
    return any(each == name or each.startswith(f"{name}/") for each in (fact, own))


def review_lines(items: Iterable[Item]) -> Iterator[Line]:
    """Yield the lines of all facts, a blank line between two."""
    for at, of_fact in enumerate(by_fact(items)):
        if at:
            yield BLANK_LINE
        yield from fact_lines(of_fact)
