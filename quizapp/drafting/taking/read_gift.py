"""Cards in GIFT, the text format of Moodle: `::title:: Question? {=right ~wrong #why}`."""

import re
from collections.abc import Sequence

from quizapp.drafting.taking.model import HoldReason, RawCard, RawValue, ReadCards

_BODY = re.compile(
    r"(?<!\\)\{(?P<body>\s*(?:[=~#]|T\b|F\b|TRUE\b|FALSE\b)[^{}]{0,4000})\}(?P<rest>[^\n{}]*)"
)
_TITLE = re.compile(r"^\s*::(?:[^:\\]|\\.){0,200}::\s*(?:\[\w+\])?\s*")
_OPTION = re.compile(
    r"(?P<sign>[=~])\s*(?:%(?P<weight>-?[\d.]+)%)?\s*(?P<text>(?:[^=~#\\]|\\.)+)(?:#(?P<why>(?:[^=~\\]|\\.)*))?"
)
_ESCAPED = re.compile(r"\\([~=#{}:\\])")
_TRUTH = {"T": "true", "TRUE": "true", "F": "false", "FALSE": "false"}
_UNCLEAR = HoldReason(
    "unclear answer", "no one answer of it is right", "write one right answer, and the wrong ones"
)


def read_gift(lines: Sequence[str], start: int) -> ReadCards:
    """Return the cards of the GIFT in `lines`, the first of which is line `start`."""
    text = "\n".join(
        "" if line.lstrip().startswith(("//", "$CATEGORY")) else line for line in lines
    )
    cards: list[RawCard] = []
    before = 0  # where the last one ends
    for found in _BODY.finditer(text):
        gap = text.rfind("\n\n", before, found.start())
        begin = before if gap < 0 else gap + 2
        asked, rest = _plain(_TITLE.sub("", text[begin : found.start()])), _plain(found["rest"])
        before = found.end()
        if not asked:
            continue
        fields, is_clear = _read_body(found["body"].strip())
        line = (
            start
            + text.count("\n", 0, found.start())
            - text[begin : found.start()].strip().count("\n")
        )
        faults = () if is_clear else (_UNCLEAR,)
        asked = f"{asked} _____ {rest}" if len(rest) > 1 else asked
        cards.append(RawCard(line, {"ask": asked, **fields}, faults=faults))
    return ReadCards(tuple(cards))


def _read_body(body: str) -> tuple[dict[str, RawValue], bool]:
    """Return the answer with its options, and whether it is one answer."""
    head = body.partition("#")[0].strip()
    if head in _TRUTH:
        return {"answer": _TRUTH[head]}, True
    if body.startswith("#"):  # a number, perhaps with a tolerance
        number, _, more = body[1:].strip().lstrip("=").partition(":")
        return {"answer": number.strip()}, bool(
            re.fullmatch(r"-?[\d.]+", number.strip()) and not more
        )
    options = list(_OPTION.finditer(body))
    right = [each for each in options if each["sign"] == "=" or each["weight"] == "100"]
    wrong: list[RawValue] = [_plain(each["text"]) for each in options if each not in right]
    texts = [_plain(each["text"]) for each in right]
    fields: dict[str, RawValue] = {"answer": texts[0]} if len(texts) == 1 else {}
    if wrong:
        fields["wrong"] = wrong
    is_pairs = any("->" in text for text in texts)
    return fields, len(texts) == 1 and not is_pairs


def _plain(text: str) -> str:
    return " ".join(_ESCAPED.sub(r"\1", text).split())
