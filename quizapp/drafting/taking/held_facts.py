"""The file of facts that were held back, each below a comment that says why."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from quizapp.bank.concepts import normalize_text
from quizapp.bank.yaml.writer import CommentedValue, YamlValue, write_yaml
from quizapp.drafting.taking.model import RawCard, TakenFact
from quizapp.drafting.taking.read_structured import read_yaml_cards

_ENTRY = re.compile(r"^  - ")
_COMMENT = re.compile(r"^  #\s?(?P<text>.*)")
_HEADING = """\
# Held back from {deck}: these facts are in no deck, and are never asked.
# Fix what each comment says, then: quizapp take {held} --deck {deck}
# Or let an assistant do it: quizapp draft --prompt --fix {held}
facts:
"""


@dataclass(frozen=True, slots=True)
class HeldFact:
    """A fact of the file: why it is held, what is written of it, and what it asks.

    Attributes:
        comments: the lines of its comment.
        yaml: the lines of the fact.
        card: the fact as it is read; None where it is no YAML.
    """

    comments: tuple[str, ...]
    yaml: tuple[str, ...]
    card: RawCard | None

    @property
    def asked(self) -> str:
        """What it asks, as questions are compared; "" where that is not known."""
        return "" if self.card is None else normalize_text(str(_asked(self.card.fields)))


def write_held(facts: Sequence[TakenFact], kept: Sequence[HeldFact], deck: str, held: str) -> str:
    """Return the text of the file: those `kept` as they are, then `facts` with their faults."""
    old = "".join(
        "\n"
        + "".join(f"  # {line}".rstrip() + "\n" for line in each.comments)
        + "".join(f"{line}\n" for line in each.yaml)
        for each in kept
    )
    entries: list[YamlValue] = [
        CommentedValue("\n".join(_fault_lines(fact)), dict(fact.entry)) for fact in facts
    ]
    new = write_yaml({"facts": entries}).partition("\n")[2] if entries else ""
    return _HEADING.format(deck=deck, held=held) + old + new


def _fault_lines(fact: TakenFact) -> Iterator[str]:
    for fault in fact.faults:
        yield f"{fault.kind}: {fault.message}"
        if fault.fix:
            yield f"fix: {fault.fix}"


def read_held(text: str) -> list[HeldFact]:
    """Return the facts of a file of held ones; comments and lines as they are written there."""
    found: list[tuple[list[str], list[str]]] = []
    comments: list[str] = []
    for line in text.splitlines():
        if _ENTRY.match(line):
            found.append((comments, [line]))
            comments = []
        elif comment := _COMMENT.match(line):
            comments.append(comment["text"])
        elif found and line.strip():
            found[-1][1].append(line)
    return [HeldFact(tuple(why), tuple(lines), _read_entry(lines)) for why, lines in found]


def _read_entry(lines: Sequence[str]) -> RawCard | None:
    """Return the card that the lines of an entry are."""
    cards = read_yaml_cards([line[2:] for line in lines], 1).cards
    return cards[0] if cards else None


def _asked(fields: object) -> object:
    assert isinstance(fields, dict)  # noqa: S101 (read so)
    return fields.get("ask") or fields.get("say") or fields.get("question") or ""


def without_settled(held: Sequence[HeldFact], settled: Collection[str]) -> list[HeldFact]:
    """Return the facts that ask nothing of what is `settled` now: taken, known, or held anew."""
    return [each for each in held if not each.asked or each.asked not in settled]
