"""Judging several members: a list in any order, or a sequence in its own."""

import re
from collections.abc import Sequence

from quizapp.grading.expected import ExpectedList, ExpectedSequence, ExpectedTerm
from quizapp.grading.grade import Grade, Reason, Verdict
from quizapp.grading.lexicon import NO_NAMES, Lexicon
from quizapp.grading.normal import plain, words
from quizapp.grading.terms import grade_term

SEPARATOR = re.compile(
    r"\s*(?:[,;/&+|\n]|→|->|>|\band/or\b|\band\b|\bor\b|\bthen\b)\s*", re.IGNORECASE
)
CLOSE_SHARE = 0.75
LEAST_SHARE = 0.5
CREDIT = {Verdict.CORRECT: 1.0, Verdict.CLOSE: CLOSE_SHARE, Verdict.WRONG: 0.0}

BLANK = Grade(Verdict.WRONG, Reason.BLANK, share=0.0)


def grade_list(expected: ExpectedList, response: str, names: Lexicon = NO_NAMES) -> Grade:
    """Return the grade of members typed in any order, by the F1 of what was found.

    A close member counts three quarters, a repeated one once. F1 of 1 is correct, from one half
    on close.
    """
    given = best_split(expected.members, response, names)
    if not given:
        return BLANK
    credit_of, matched = matched_members(expected.members, given, names)
    missing = tuple(
        member.key for member, credit in zip(expected.members, credit_of, strict=True) if not credit
    )
    false = tuple(text for place, text in enumerate(given) if place not in matched)
    share = 2 * sum(credit_of) / (len(expected.members) + len(matched) + len(false))
    return Grade(
        verdict_of(share),
        reason_of(share, missing, false),
        note_of(missing, false),
        share,
        missing,
        false,
    )


def verdict_of(share: float) -> Verdict:
    """Return the verdict on the share found."""
    if share >= 1:
        return Verdict.CORRECT
    return Verdict.CLOSE if share >= LEAST_SHARE else Verdict.WRONG


def reason_of(share: float, missing: Sequence[str], false: Sequence[str]) -> Reason:
    """Return why: all there, all there with a slip, or a part."""
    if share >= 1:
        return Reason.SAME
    return Reason.PART if missing or false else Reason.SPELLING


def note_of(missing: Sequence[str], false: Sequence[str]) -> str:
    """Return what is missing and what is false, in words."""
    parts = []
    if missing:
        parts.append(f"missing: {', '.join(missing)}")
    if false:
        parts.append(f"not: {', '.join(false)}")
    return "; ".join(parts)


def matched_members(
    members: Sequence[ExpectedTerm], given: Sequence[str], names: Lexicon
) -> tuple[list[float], set[int]]:
    """Return the credit for each member, and which of `given` are members.

    Best first: what is right is given away before what is close. A repeat of a member found is
    neither found again nor false.
    """
    found = sorted(
        (
            (-CREDIT[grade_term(member, text, names).verdict], place, index)
            for place, member in enumerate(members)
            for index, text in enumerate(given)
        ),
    )
    credit_of = [0.0] * len(members)
    used: set[int] = set()
    repeats: set[int] = set()
    for credit, place, index in found:
        if credit == 0 or index in used:
            continue
        if credit_of[place]:
            repeats.add(index)
            continue
        credit_of[place] = -credit
        used.add(index)
    for index in repeats - used:
        used.add(index)
    return credit_of, used


def best_split(members: Sequence[ExpectedTerm], response: str, names: Lexicon) -> tuple[str, ...]:
    """Return the members that were typed, each once: a member may itself hold an "and"."""
    whole = split(response)
    held = [
        form
        for member in members
        for form in (member.key, *member.accepted)
        if SEPARATOR.search(form)
    ]
    for form in held:
        place = plain(response).casefold().find(plain(form).casefold())
        if place >= 0:
            text = plain(response)
            rest = f"{text[:place]},{text[place + len(plain(form)) :]}"
            return distinct((form, *best_split(members, rest, names)))
    return distinct(with_shared_head(members, whole, names))


def split(response: str) -> tuple[str, ...]:
    """Return what stands between commas, semicolons, slashes, new lines, "and", "or"."""
    text = "\n".join(plain(line) for line in response.splitlines())
    parts = (part.strip(" .!?()") for part in SEPARATOR.split(text))
    return tuple(part for part in parts if part)


def distinct(texts: Sequence[str]) -> tuple[str, ...]:
    """Return `texts`, each once however it is written."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault("".join(sorted(word.form for word in words(text))) or text, text)
    return tuple(found.values())


def with_shared_head(
    members: Sequence[ExpectedTerm], given: Sequence[str], names: Lexicon
) -> tuple[str, ...]:
    """Return `given` with the noun of a later one lent to those that lack it.

    "upper and lower respiratory tract infections" are two infections.
    """
    return tuple(
        completed(members, text, given[place + 1 :], names) for place, text in enumerate(given)
    )


def completed(
    members: Sequence[ExpectedTerm], text: str, later: Sequence[str], names: Lexicon
) -> str:
    """Return `text`, or `text` with the noun of the first of `later` that makes it a member."""
    if any(is_right(member, text, names) for member in members):
        return text
    tails = (other.split()[start:] for other in later for start in range(1, len(other.split())))
    longer = (" ".join((text, *tail)) for tail in tails)
    return next(
        (each for each in longer if any(is_right(member, each, names) for member in members)), text
    )


def is_right(member: ExpectedTerm, text: str, names: Lexicon) -> bool:
    """Say whether `text` is a member, a slip forgiven."""
    return grade_term(member, text, names).verdict is Verdict.CORRECT


def grade_sequence(
    expected: ExpectedSequence, response: str | Sequence[str], names: Lexicon = NO_NAMES
) -> Grade:
    """Return the grade of members in order: correct only when all are, in their order.

    `share` is the part of all pairs that stand in the right order.
    """
    given = split(response) if isinstance(response, str) else tuple(response)
    if not given:
        return BLANK
    places = [place_of(expected.members, text, names) for text in given]
    missing = tuple(
        member.key for place, member in enumerate(expected.members) if place not in places
    )
    false = tuple(text for text, place in zip(given, places, strict=True) if place is None)
    known = [place for place in places if place is not None]
    size = len(expected.members)
    pairs = size * (size - 1) // 2
    in_order = sum(
        1 for index, before in enumerate(known) for after in known[index + 1 :] if before < after
    )
    share = min(1.0, in_order / pairs) if pairs else float(known == [0])
    is_right = known == list(range(size)) and not false
    verdict = Verdict.CORRECT if is_right else partly(share)
    note = "" if is_right else f"{in_order} of {pairs} pairs in order"
    reason = Reason.SAME if is_right else Reason.PART
    return Grade(verdict, reason, note, 1.0 if is_right else share, missing, false)


def partly(share: float) -> Verdict:
    """Return the verdict on a sequence that is not all right."""
    return Verdict.CLOSE if share >= LEAST_SHARE else Verdict.WRONG


def place_of(members: Sequence[ExpectedTerm], text: str, names: Lexicon) -> int | None:
    """Return which member `text` is, None when it is none; the best match counts."""
    ranked = [
        (list(Verdict).index(grade_term(member, text, names).verdict), place)
        for place, member in enumerate(members)
    ]
    best = min(ranked)
    return best[1] if best[0] < list(Verdict).index(Verdict.WRONG) else None
