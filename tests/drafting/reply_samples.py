"""Replies as people and assistants write them, with the cards that stand in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "replies"


@dataclass(frozen=True)
class Sample:
    """A reply: its text, and a line for each card: question | answer [unit] | wrong; wrong."""

    name: str
    text: str
    cards: tuple[str, ...]
    held: int
    unread: int


def read_samples(name: str) -> list[Sample]:
    """Return the samples of a file; `crlf` and `tabs` behind a name make its signs so."""
    parts = (FOLDER / name).read_text(encoding="utf-8").removeprefix("@@@ ").split("\n@@@ ")
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return [_read_sample(reply, expected) for reply, expected in pairs]


def _read_sample(reply: str, expected: str) -> Sample:
    head, _, text = reply.partition("\n")
    name, *flags = head.split()
    if "tabs" in flags:
        text = text.replace("→", "\t")
    if "crlf" in flags:
        text = text.replace("\n", "\r\n")
    lines = expected.strip().split("\n")[1:]
    counts = {
        word: int(line.split()[1])
        for line in lines
        for word in ("held", "unread")
        if line.startswith(f"{word} ")
    }
    cards = tuple(line for line in lines if " | " in line or line.endswith(" |"))
    return Sample(name, text, cards, counts.get("held", 0), counts.get("unread", 0))


def card_line(entry: Mapping[str, object]) -> str:
    """Return a fact as a sample has it."""
    answer = entry.get("answer")
    shown = "; ".join(map(str, answer)) if isinstance(answer, list) else str(answer)
    if isinstance(answer, str) and answer.isdecimal():
        shown = f'"{answer}"'
    if entry.get("unit"):
        shown += f" [{entry['unit']}]"
    wrong = entry.get("wrong", ())
    assert isinstance(wrong, dict | list | tuple)
    return f"{entry.get('ask')} | {shown} | {'; '.join(map(str, wrong))}".rstrip()
