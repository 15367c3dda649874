"""`quizapp items`: the items that decks make, to be reviewed, compared, or read by a program."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import click

from quizapp.bank.model import Bank
from quizapp.cli.formats import FORMATS_OPTION, parse_formats
from quizapp.cli.options import QuizappCommand
from quizapp.cli.output import say_json
from quizapp.cli.styled_output import echo_lines
from quizapp.errors import WrongCallError
from quizapp.items.item import Format, Item
from quizapp.items.item_lines import BLANK_LINE, StyledLine, fact_lines, group_by_fact
from quizapp.services.deck_lookup import load_valid_bank
from quizapp.services.settings import load_settings

LAST_SESSION = ""  # what --diff without a value compares with


@click.command(
    cls=QuizappCommand,
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
    flag_value=LAST_SESSION,
    metavar="[OLD]",
    help="Show what differs from the last session's questions, or from those of a deck's file or "
    "folder OLD (- for standard input).",
)
@click.option(
    "--seed", type=int, default=0, show_default=True, help="The same seed draws the same questions."
)
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
    """Print the questions that decks make. Give ids or paths of decks, or none for all.

    With --diff it prints the questions added, reworded, with another answer and retired, and exits
    with 1 if there are any. Write DECK before --diff.
    """
    settings = load_settings(ctx.obj)
    wanted = ItemFilter(parse_formats(formats), facts)
    if old is not None:
        from quizapp.services.item_diff import diff_decks, print_changes

        found = diff_decks(settings, decks, old, seed)
        changes = [change for change in found if wanted.admits(change.item)]
        print_changes(changes, is_json=is_json)
        ctx.exit(1 if changes else 0)
    from quizapp.items.codec import to_public_dict
    from quizapp.items.generate import generate

    bank = load_valid_bank(settings, decks)
    wanted.check_facts(bank)
    items = [item for item in generate(bank, seed) if wanted.admits(item)]
    if is_json:
        say_json([to_public_dict(item) for item in items])
    else:
        echo_lines(item_lines(items))


@dataclass(frozen=True, slots=True)
class ItemFilter:
    """Which items are asked for; nothing given admits all."""

    formats: tuple[Format, ...] = ()
    facts: tuple[str, ...] = ()

    def admits(self, item: Item) -> bool:
        """Return whether `item` is asked for. A fact is named with its deck, or without."""
        is_format = not self.formats or item.format in self.formats
        return is_format and (
            not self.facts or any(names_fact(item.fact, name) for name in self.facts)
        )

    def check_facts(self, bank: Bank) -> None:
        """Raise a WrongCallError for the first fact that `bank` does not have."""
        known = [fact.id for deck in bank.decks for fact in deck.facts]
        for name in self.facts:
            if not any(names_fact(fact, name) for fact in known):
                alike = difflib.get_close_matches(name, known, n=1)
                fix = f"did you mean {alike[0]}?" if alike else "quizapp items lists the facts"
                raise WrongCallError(f"there is no fact {name!r}", fix)


def names_fact(fact: str, name: str) -> bool:
    """Return whether `name` names `fact` or the table that it is a row of, with its deck or not."""
    own = fact.partition("/")[2]
    return any(each == name or each.startswith(f"{name}/") for each in (fact, own))


def item_lines(items: Iterable[Item]) -> Iterator[StyledLine]:
    """Yield the lines of all facts, a blank line between two."""
    for at, of_fact in enumerate(group_by_fact(items)):
        if at:
            yield BLANK_LINE
        yield from fact_lines(of_fact)
