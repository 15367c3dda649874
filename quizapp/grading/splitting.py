"""Cutting a typed list into its members."""

import re
from collections.abc import Callable, Iterator, Sequence

from quizapp.grading.expected import ExpectedTerm
from quizapp.grading.normal import plain, words

IN_ANY_ORDER = re.compile(r"\s*(?:[,;/&|\n]|\s\+\s|\band/or\b|\band\b|\bor\b)\s*", re.IGNORECASE)
IN_ORDER = re.compile(
    r"\s*(?:[,;/&|\n]|\s\+\s|→|->|=>|>|\band/or\b|\b(?:and )?then\b|\band\b|\bor\b)\s*",
    re.IGNORECASE,
)
BULLET = re.compile(r"^(?:[-*•]|\(?\d{1,2}[.)]|\(?[a-h]\)|both\b|either\b)\s*", re.IGNORECASE)
NUMBERED = re.compile(r"(?<!\S)\(?(?:\d{1,2}[.)]|[a-h]\))\s+")

IsMember = Callable[[str], bool]


def members_in(
    members: Sequence[ExpectedTerm],
    response: str,
    separator: re.Pattern[str],
    is_member: IsMember,
) -> tuple[str, ...]:
    """Return the members that were typed, in their order.

    A member that holds a separator itself ("heart and lung") stays whole. A word that several
    share is lent to each: "upper and lower tract", "vitamins A and D".
    """
    text = NUMBERED.sub("\n", "\n".join(plain(line) for line in response.splitlines()))
    held = [
        plain(form)
        for member in members
        for form in (member.key, *member.accepted)
        if separator.search(plain(form))
    ]
    pieces = split_around(sorted(held, key=len, reverse=True), text, separator)
    return shared_lent(pieces, is_member)


def split_around(held: Sequence[str], text: str, separator: re.Pattern[str]) -> tuple[str, ...]:
    """Return the pieces between separators, the texts in `held` kept whole."""
    for form in held:
        place = text.casefold().find(form.casefold())
        if place >= 0 and is_alone(text, place, place + len(form)):
            before = split_around(held, text[:place], separator)
            behind = split_around(held, text[place + len(form) :], separator)
            return (*before, text[place : place + len(form)], *behind)
    parts = (BULLET.sub("", part.strip(" .!?()")) for part in separator.split(text))
    return tuple(part for part in parts if part)


def is_alone(text: str, start: int, end: int) -> bool:
    """Say whether no letter or digit touches the piece from `start` to `end`."""
    return not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()


def shared_lent(pieces: tuple[str, ...], is_member: IsMember) -> tuple[str, ...]:
    """Return `pieces`, where that makes members of them, with the words that others have.

    The later ones lend their ends, the earlier ones their beginnings.
    """
    return tuple(
        piece
        if is_member(piece)
        else next(filter(is_member, completions(piece, pieces[:at], pieces[at + 1 :])), piece)
        for at, piece in enumerate(pieces)
    )


def completions(piece: str, earlier: Sequence[str], later: Sequence[str]) -> Iterator[str]:
    """Yield `piece` with the end of a later piece, and with the beginning of an earlier one."""
    for other in later:
        ends = other.split()
        yield from (" ".join((piece, *ends[at:])) for at in range(1, len(ends)))
    for other in earlier:
        beginnings = other.split()
        yield from (" ".join((*beginnings[:at], piece)) for at in range(len(beginnings) - 1, 0, -1))


def distinct(texts: Sequence[str]) -> tuple[str, ...]:
    """Return `texts`, each once however it is written."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(" ".join(sorted(word.form for word in words(text))) or text, text)
    return tuple(found.values())
