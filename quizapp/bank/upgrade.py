"""From version 1 of the format to version 2: the few characters that change, put where they belong.

Only spans that the reader knows by their places are replaced, so that comments, quotes and layout
stay as their author wrote them. What the words do not tell is named for a person to settle.
"""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from quizapp.bank.deck_files import is_folder, list_deck_files, read_file
from quizapp.bank.diagnostics import Level, Problem, ProblemCollector, has_error, make_problem
from quizapp.bank.load import load_bank
from quizapp.bank.model import Deck
from quizapp.bank.parse.build_values import ParsedFact
from quizapp.bank.parse.deck import read_deck
from quizapp.bank.parse.untrue_cards import asked_cards
from quizapp.bank.parse.versions import FIRST, NEWEST
from quizapp.bank.place import Place
from quizapp.bank.yaml.nodes import DeckText, KeyGroup, NodeList
from quizapp.bank.yaml.pasted_text import blank_outside_fence
from quizapp.bank.yaml.reader import decode_deck_text, read_yaml

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class UpgradedFile:
    """A file of a deck before and after; both as they are in the file, line ends too."""

    path: Path
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class DeckUpgrade:
    """What version 2 changes in a deck: the files that change, and what a person must settle.

    Where there is something to settle, the deck as changed would not load.
    """

    files: tuple[UpgradedFile, ...]
    unsettled: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, order=True)
class _Edit:
    """Characters of a file, from `start` to before `end`, that `text` takes the place of."""

    start: int
    end: int
    text: str


def upgrade_deck(path: Path) -> DeckUpgrade:
    """Return what the newest version of the format changes in the deck at `path`.

    Nothing of a deck that is written in it already.

    Raises:
        UnreadableDeckError: one of its files cannot be read.
        TooManyProblemsError: it has too many faults to be read.
    """
    faults = ProblemCollector()
    parsed = read_deck(path, faults, requires_images=False)
    problems = faults.sorted_problems()
    if parsed is None or has_error(problems):
        return DeckUpgrade((), tuple(each for each in problems if each.level is Level.ERROR))
    if parsed.deck.version != FIRST:
        return DeckUpgrade((), ())
    edits: dict[str, list[_Edit]] = {}
    unsettled: list[Problem] = []
    for written in parsed.facts:
        for group, card in _unnamed_statements(written):
            if card:
                edits.setdefault(group.deck_text.file, []).append(_name_card(group, card))
            else:
                unsettled.append(_unsettled_problem(written, group))
    header, *others = list_deck_files(path)
    files = [
        _edit_file(file, edits.get(str(file), []), is_header=file == header)
        for file in (header, *others)
    ]
    changed = tuple(file for file in files if file.after != file.before)
    if not unsettled:
        unsettled.extend(_differences(path, files))
    return DeckUpgrade(changed, tuple(unsettled))


def _unnamed_statements(written: ParsedFact) -> Iterator[tuple[KeyGroup, str]]:
    """Yield each false statement of a fact that names none of several cards, with its card.

    "" where the words do not tell which.
    """
    nodes = written.group.get("untrue")
    if len(asked_cards(written.fact)) < 2 or not isinstance(nodes, NodeList):  # noqa: PLR2004
        return
    for untrue, node in zip(written.fact.untrue, nodes, strict=True):
        if isinstance(node, KeyGroup) and "card" not in node:
            yield node, untrue.card


def _name_card(group: KeyGroup, card: str) -> _Edit:
    """Return the edit that names a statement's `card` before its first key."""
    text, start = group.deck_text.text, group.start
    if text[start] == "{":
        return _Edit(start + 1, start + 1, f"card: {card}, ")
    indent = " " * (group.place.column - 1)
    return _Edit(start, start, f"card: {card}{_line_end(text)}{indent}")


def _line_end(text: str) -> str:
    """Return how the lines of `text` end."""
    return "\r\n" if "\r\n" in text else "\n"


def _unsettled_problem(written: ParsedFact, group: KeyGroup) -> Problem:
    """Return what a person must settle about a statement whose card its words do not tell."""
    names = ", ".join(card.name for card in asked_cards(written.fact))
    return make_problem(
        "B412",
        group.place,
        "nothing tells which card the untrue statement gets wrong",
        f"write `card:` beside it, with one of {names}",
    )


def _edit_file(file: Path, edits: Sequence[_Edit], *, is_header: bool) -> UpgradedFile:
    """Return `file` with `edits` made, and with the newest version where it has the header."""
    before, _ = read_file(file)
    deck_text, _ = decode_deck_text(str(file), before)
    made = [*edits, *([_version_edit(deck_text)] if is_header else [])]
    text = deck_text.text
    for edit in sorted(made, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    mark = _BYTE_ORDER_MARK if before.startswith(_BYTE_ORDER_MARK) else b""
    return UpgradedFile(file, before, mark + text.encode() if made else before)


def _version_edit(deck_text: DeckText) -> _Edit:
    """Return the edit of the number behind `quizapp`."""
    group, _ = read_yaml(blank_outside_fence(deck_text)[0])
    assert isinstance(group, KeyGroup)  # noqa: S101 (the deck was read)
    value = group.starts[2 * list(group).index("quizapp") + 1]
    start = deck_text.text.index(str(FIRST), value)  # behind a quote, where there is one
    return _Edit(start, start + 1, str(NEWEST))


# --- the proof ------------------------------------------------------------------------------------


def _differences(path: Path, files: Sequence[UpgradedFile]) -> Iterator[Problem]:
    """Yield what is wrong with a deck as changed, and a fault if its cards have other ids."""
    before, _ = load_bank([path], requires_images=False)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for file in files:
            (copy / file.path.name).write_bytes(file.after)
        after, problems = load_bank(
            [copy if is_folder(path) else copy / files[0].path.name], requires_images=False
        )
    named = {file.path.name: file for file in files}
    for each in problems:
        if each.level is Level.ERROR:
            file = named.get(Path(each.place.file).name, files[0])
            yield replace(each, place=_place_before(each.place, file))
    if not has_error(problems) and _ids(before.decks) != _ids(after.decks):
        message = f"in version {NEWEST} some of its cards would have other ids"
        fix = f"write it in version {NEWEST} by hand, and look at its ids with quizapp items"
        yield make_problem("B112", Place(str(path)), message, fix)


def _place_before(place: Place, file: UpgradedFile) -> Place:
    """Return where a place in a file as changed is in the file as it is."""
    before, after = file.before.splitlines(), file.after.splitlines()
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    block = max((each for each in blocks if each.b < place.line), key=lambda each: each.b)
    return Place(str(file.path), place.line - block.b + block.a, place.column)


def _ids(decks: Sequence[Deck]) -> list[str]:
    """Return the ids of all cards of `decks`."""
    return [card.id for deck in decks for fact in deck.facts for card in fact.cards]
