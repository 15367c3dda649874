"""Cutting a typed list into its members."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from quizapp.grading.expected import ExpectedTerm
from quizapp.grading.old.normal import plain, words

IN_ANY_ORDER = re.compile(r"\s*(?:[,;/&|\n]|\s\+\s|\band/or\b|\band\b|\bor\b)\s*", re.IGNORECASE)
IN_ORDER = re.compile(
    r"\s*(?:[,;/&|\n]|\s\+\s|→|->|=>|>|\band/or\b|\b(?:and )?then\b|\band\b|\bor\b)\s*",
    re.IGNORECASE,
)
BULLET = re.compile(r"^(?:[-*•]|\(?\d{1,2}[.)]|\(?[a-h]\)|both\b|either\b)\s*", re.IGNORECASE)
NUMBERED = re.compile(r"(?<!\S)\(?(?:\d{1,2}[.)]|[a-h]\))\s+")

IsMember = Callable[[str], bool]
Tokens = tuple[str, ...]
DIGITS = re.compile(r"\d+|\D+")
FILLERS = 3  # words that say nothing ("of the") in what is lent


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
    pieces = pieces_in(members, response, separator)
    return shared_lent(pieces, [form for each in members for form in forms_of(each)], is_member)


def pieces_in(
    members: Sequence[ExpectedTerm], response: str, separator: re.Pattern[str]
) -> tuple[str, ...]:
    """Return what stands between separators, members that hold one themselves kept whole."""
    text = NUMBERED.sub("\n", "\n".join(plain(line) for line in response.splitlines()))
    shown = [plain(form) for member in members for form in forms_of(member)]
    held = sorted((form for form in shown if separator.search(form)), key=len, reverse=True)
    found: list[str] = []
    at = 0
    for whole in whole_members(held, text):
        found += parted(text[at : whole.start()], separator)
        found.append(whole.group())
        at = whole.end()
    return (*found, *parted(text[at:], separator))


def forms_of(member: ExpectedTerm) -> tuple[str, ...]:
    """Return all that a member may be called."""
    return (member.key, *member.accepted)


def whole_members(held: Sequence[str], text: str) -> Iterator[re.Match[str]]:
    """Return where one of the texts in `held` stands, touched by no letter or digit."""
    if not held:
        return iter(())
    either = "|".join(map(re.escape, held))
    return re.finditer(rf"(?<![^\W_])(?:{either})(?![^\W_])", text, re.IGNORECASE)


def parted(text: str, separator: re.Pattern[str]) -> Iterator[str]:
    """Yield the pieces between separators, without the marks of a list."""
    parts = (BULLET.sub("", part.strip(" .!?()")) for part in separator.split(text))
    return (part for part in parts if part)


# --- words that several members share ------------------------------------------------------------


def shared_lent(
    pieces: tuple[str, ...], forms: Sequence[str], is_member: IsMember
) -> tuple[str, ...]:
    """Return `pieces`, where that makes members of them, with the words that others have.

    The later ones lend their ends, the earlier ones their beginnings. Only what a member still
    lacks is looked for among them: to try all would take the square of their number.
    """
    wanted = [(frozenset(each), Counter(each)) for each in dict.fromkeys(map(tokens, forms))]
    alone = {at: tokens(piece) for at, piece in enumerate(pieces) if not is_member(piece)}
    lacking = {at: tuple(lacks(wanted, each)) for at, each in alone.items()}
    if not any(lacking.values()):
        return pieces
    sought = {lack for each in lacking.values() for lack in each}
    ends, beginnings = lent(pieces, sought)
    return tuple(
        next(
            filter(is_member, completions(pieces, at, lacking.get(at, ()), ends, beginnings)), piece
        )
        for at, piece in enumerate(pieces)
    )


def tokens(text: str) -> Tokens:
    """Return the words of `text` in the singular, digits apart, in no order but the alphabet's."""
    singular = (min(word.forms, key=lambda form: (len(form), form)) for word in words(text))
    return tuple(sorted(token for form in singular for token in DIGITS.findall(form)))


def lacks(wanted: Sequence[tuple[frozenset[str], Counter[str]]], piece: Tokens) -> Iterator[Tokens]:
    """Yield what a piece lacks to be one of the members that have all its words."""
    mine = Counter(piece)
    for distinct_tokens, member in wanted:
        if distinct_tokens.issuperset(piece) and mine < member:
            yield tuple(sorted((member - mine).elements()))


Lent = dict[Tokens, list[tuple[int, str]]]  # the places of pieces that have it, and its text


def lent(pieces: Sequence[str], sought: AbstractSet[Tokens]) -> tuple[Lent, Lent]:
    """Return the ends and the beginnings of pieces that are `sought`."""
    ends: Lent = {}
    beginnings: Lent = {}
    longest = max(map(len, sought)) + FILLERS
    for place, piece in enumerate(pieces):
        cut = piece.split()
        for size in range(1, min(len(cut), longest + 1)):
            for found, text in ((ends, cut[-size:]), (beginnings, cut[:size])):
                part = " ".join(text)
                if (lacked := tokens(part)) in sought:
                    found.setdefault(lacked, []).append((place, part))
    return ends, beginnings


def completions(
    pieces: Sequence[str], at: int, lacking: Sequence[Tokens], ends: Lent, beginnings: Lent
) -> Iterator[str]:
    """Yield a piece with the end of the next piece that lends it, or the beginning of the last."""
    later = [
        min((each for each in ends.get(lack, ()) if each[0] > at), default=None) for lack in lacking
    ]
    earlier = [
        max((each for each in beginnings.get(lack, ()) if each[0] < at), default=None)
        for lack in lacking
    ]
    yield from (f"{pieces[at]} {part}" for _, part in sorted(filter(None, later)))
    yield from (f"{part} {pieces[at]}" for _, part in sorted(filter(None, earlier), reverse=True))


def distinct(texts: Sequence[str]) -> tuple[str, ...]:
    """Return `texts`, each once however it is written."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(" ".join(sorted(word.form for word in words(text))) or text, text)
    return tuple(found.values())
