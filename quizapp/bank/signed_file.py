"""The file beside a deck that says who signed its cards: read strictly, written sorted.

One line a card, so that two people's signatures merge, and the author's own text is never touched.
What a signature is worth (`quizapp.signoff`) is not known here.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from quizapp.bank.deck_files import read_file
from quizapp.bank.diagnostics import (
    Level,
    Problem,
    did_you_mean,
    join_or,
    make_problem,
    nearest_word,
    quote,
)
from quizapp.bank.model import Deck, DeckFile
from quizapp.bank.numerals import is_number
from quizapp.bank.place import Place
from quizapp.bank.signoffs import CardRejection, CardSignature, ProofKind, SignoffEntry
from quizapp.bank.yaml.nodes import KeyGroup, Node
from quizapp.bank.yaml.reader import decode_deck_text, read_yaml
from quizapp.bank.yaml.writer import format_scalar

HASH = re.compile(r"[0-9a-f]{12}")
_EXAMPLE = "{by: Ada, date: 2026-11-29, hash: 4be1c09d77a2, proof: read}"
_KEYS = ("by", "date", "hash", "proof", "over", "rejected")
_MUST = ("by", "date", "hash")
_LOOKS_LIKE_FLOAT = re.compile(r"\d+e\d+")  # for other readers of YAML


def read_signed_file(
    path: Path,
) -> tuple[dict[str, SignoffEntry], DeckFile, tuple[Problem, ...]]:
    """Return what the signed file at `path` says of cards, its fingerprint, and its faults.

    Raises:
        UnreadableDeckError: it cannot be read.
    """
    data, fingerprint = read_file(path)
    text, faults = decode_deck_text(str(path), data)
    if faults or not text.text.strip():
        return {}, fingerprint, faults
    node, faults = read_yaml(text, is_long=True)
    problems = [*faults]
    found: dict[str, SignoffEntry] = {}
    if isinstance(node, KeyGroup):
        for name, value, place in node.items_with_places():
            entry, wrong = _read_entry(name, value, place)
            problems.extend(wrong)
            if entry is not None:
                found[name] = entry
    elif node is not None:
        message = "the file must hold a line for each signed card"
        problems.append(make_problem("B108", text.place(0), message, f"fact/card: {_EXAMPLE}"))
    return found, fingerprint, tuple(problems)


def find_unknown_cards(deck: Deck) -> Iterator[Problem]:
    """Yield an info for each sign-off of a card that `deck` does not have; it is kept."""
    if not deck.signoffs:
        return
    known = {card.id.partition("/")[2] for fact in deck.facts for card in fact.cards}
    for name, entry in deck.signoffs.items():
        if name not in known:
            like = nearest_word(name, known)
            fix = f"move it to `{like}` if that is its new id" if like else "remove the line"
            yield Problem("B602", Level.INFO, entry.place, f"`{name}` is no card of this deck", fix)


def signed_file_text(entries: Mapping[str, SignoffEntry]) -> str:
    """Return the file that holds `entries`, by card, a line each, sorted."""
    return "".join(f"{name}: {_line(entries[name])}\n" for name in sorted(entries))


def clean_text(text: str) -> str:
    """Return `text` on one line, without what the reader refuses: a terminal can paste anything."""
    line = "".join(each for each in " ".join(text.split()) if each.isprintable())
    return " ".join(line.split())


# --- parts ---------------------------------------------------------------------------------------


def _line(entry: SignoffEntry) -> str:
    """Return what is said of one card, as a group on one line."""
    hash_ = entry.hash
    is_odd = is_number(hash_) or _LOOKS_LIKE_FLOAT.fullmatch(hash_)
    parts = [f"by: {format_scalar(clean_text(entry.by))}", f"date: {entry.date}"]
    parts.append(f'hash: "{hash_}"' if is_odd else f"hash: {hash_}")
    if isinstance(entry, CardRejection):
        parts.append(f"rejected: {format_scalar(clean_text(entry.reason))}")
    else:
        parts.append(f"proof: {entry.proof}")
        if over := clean_text(entry.over):
            parts.append(f"over: {format_scalar(over)}")
    return f"{{{', '.join(parts)}}}"


def _read_entry(
    name: str, value: Node, place: Place
) -> tuple[SignoffEntry | None, tuple[Problem, ...]]:
    """Return what is said of the card `name`, and what is wrong with it."""
    if not isinstance(value, KeyGroup):
        message = f"what is said of `{name}` must be a group of keys"
        return None, (make_problem("B108", place, message, f"write it like {_EXAMPLE}"),)
    problems = (*_shape_problems(name, value), *_value_problems(value))
    if problems:
        return None, problems
    by, day, hash_ = (value.text(key).strip() for key in _MUST)
    if "rejected" in value:
        return CardRejection(by, day, hash_, place, value.text("rejected").strip()), ()
    proof = ProofKind(value.text("proof").strip())
    return CardSignature(by, day, hash_, place, proof, value.text("over").strip()), ()


def _shape_problems(name: str, group: KeyGroup) -> Iterator[Problem]:
    """Yield what keys of a sign-off are unknown, of the wrong shape, missing, or too many."""
    for key, value in group.items():  # a place is looked up for a fault alone: cards are many
        if key not in _KEYS:
            place = group.key_place(key)
            fix = did_you_mean(key, _KEYS) or f"keys are {join_or(_KEYS)}"
            yield make_problem("B106", place, f"a sign-off has no key `{key}`", fix)
        elif not isinstance(value, str):
            place = group.key_place(key)
            yield make_problem("B108", place, f"`{key}` must be text", f"write it like {_EXAMPLE}")
    for key in _MUST:
        if key not in group:
            yield make_problem(
                "B107", group.place, f"`{name}` has no `{key}`", f"write it like {_EXAMPLE}"
            )
    if ("proof" in group) == ("rejected" in group):
        message = f"`{name}` must have either `proof` or `rejected`"
        yield make_problem("B107", group.place, message, f"write it like {_EXAMPLE}")
    if "over" in group and "rejected" in group:
        message = "`over` overrules a conflict, and belongs to `proof`"
        yield make_problem("B111", group.key_place("over"), message, "remove one of the two")


def _is_date(text: str) -> bool:
    """Return whether `text` is a day as ISO 8601 writes it."""
    with suppress(ValueError):
        return date.fromisoformat(text).isoformat() == text
    return False


_VALUES: Mapping[str, tuple[Callable[[str], object], str]] = {
    "by": (bool, "who signed it: a name"),
    "date": (_is_date, "a day like 2026-11-29"),
    "hash": (HASH.fullmatch, "the 12 digits and letters that `quizapp review` writes"),
    "proof": (frozenset(ProofKind).__contains__, f"one of {join_or(ProofKind)}"),
}


def _value_problems(group: KeyGroup) -> Iterable[Problem]:
    """Yield the values that a sign-off cannot have."""
    for key, (is_sound, meant) in _VALUES.items():
        value = group.get(key)
        if isinstance(value, str) and not is_sound(value.strip()):
            message = f"`{key}` is {quote(value)}"
            yield make_problem("B601", group.value_place(key), message, f"write {meant}")
