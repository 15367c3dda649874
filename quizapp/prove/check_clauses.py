"""Whether what a claim puts together stands together in its source, or in two clauses."""

from collections.abc import Iterator, Sequence

from quizapp.prove.alignment import ClaimAlignment, root_of
from quizapp.prove.reading import AUXILIARIES, PRONOUNS, TURNS, Reading, TextToken
from quizapp.prove.verdict import ProofReason, unproved
from quizapp.prove.word_classes import PREPOSITIONS

_COORDINATORS = frozenset({"and", "but", "whereas", "while"})
_JOINING = _COORDINATORS | {"than"}
_ABSENT = frozenset({"absent", "lacking"})


def check_clauses(both: ClaimAlignment) -> Iterator[ProofReason]:
    """Yield claims that put together what stands in two clauses of one sentence."""
    for clause in dict.fromkeys(each.clause for each in both.claim.tokens):
        words = [
            each for each in both.claim.content if each.clause == clause and each.at in both.chosen
        ]
        pairs = [(each, both.candidates[each.at]) for each in words]
        pairs += [
            (mine.token, (same[0].token,))
            for mine in both.claim_amounts
            if mine.token.clause == clause
            and len(same := [a for a in both.source_amounts if a.value == mine.value]) == 1
        ]
        if apart := _first_apart(both, pairs):
            yield unproved(
                f"{apart[0].shown} … {apart[1].shown}",
                "says them in two different parts of a sentence",
                "say what the source says of each",
            )
        yield from _check_brackets(both, words)


def _first_apart(
    both: ClaimAlignment, pairs: list[tuple[TextToken, tuple[TextToken, ...]]]
) -> tuple[TextToken, TextToken] | None:
    """Return two words of a claim that belong to different clauses of one sentence.

    A claim that joins two things itself may say the one and the other of different clauses.
    """
    joins = [each.at for each in both.claim.tokens if each.form in _JOINING]
    for at, (mine, places) in enumerate(pairs):
        for other, theres in pairs[at + 1 :]:
            first, second = sorted((mine.at, other.at))
            if not any(first < each < second for each in joins) and all(
                place.sentence == there.sentence and _are_apart(both.source, place, there)
                for place in places
                for there in theres
            ):
                return mine, other
    return None


def _are_apart(source: Reading, one: TextToken, other: TextToken) -> bool:
    """Return whether two words stand in clauses with subjects, or predicates, of their own."""
    if root_of(source, one.clause) != root_of(source, other.clause):
        return True
    first, second = sorted((one, other), key=lambda each: each.at)
    opening = [each.form for each in source.tokens if each.clause == second.clause][:2]
    if first.clause == second.clause or opening[0] not in TURNS or opening[1:] == ["not"]:
        return False
    if opening[1:] == ["those"]:  # guilds in one city …, whereas those in another
        lead = [each for each in source.tokens[: first.at] if each.clause == first.clause]
        return any(each.form in PREPOSITIONS for each in lead)
    verb = next((t.at for t in source.tokens if t.clause == first.clause and t.is_verb), None)
    return verb is not None and first.at >= verb


def _check_brackets(both: ClaimAlignment, words: list[TextToken]) -> Iterator[ProofReason]:
    """Yield what stands in a bracket that is about something else than the claim says."""
    source = both.source.tokens
    for bracket in {each.bracket for each in both.chosen.values()} - {0}:
        inside = [each for each in source if each.bracket == bracket]
        where = {w.at: both.candidates[w.at] for w in words}
        mine = [w for w in words if {t.bracket for t in where[w.at]} == {bracket}]
        others = [w for w in words if bracket not in {t.bracket for t in where[w.at]}]
        lead = _lead(both, inside)
        is_figures = any(t.kind == "number" for t in inside)  # of all that was said before
        if (
            not mine
            or not others
            or not lead
            or is_figures
            or sum(t.is_content for t in inside) == 1
        ):
            continue
        led = [w for w in others if any(t.at in lead for t in where[w.at])]
        is_latter = any(t.form == "latter" for t in inside)
        apart = next((w for w in others if w not in led), None)
        if not led or (apart and is_latter and where[apart.at][0].at < inside[0].at):
            yield unproved(
                f"{others[0].shown} … {mine[0].shown}",
                "says the one of something else",
                "say what the source says of each",
            )


def _lead(both: ClaimAlignment, bracket: Sequence[TextToken]) -> frozenset[int]:
    """Return the places of what a bracket is about: the phrase before it, two behind "both"."""
    source = both.source.tokens
    inside = [each.form for each in bracket]
    before = source[bracket[0].at - 1].clause if bracket[0].at else 0
    stops = {",", ";", ")"} | ({"and", "or"} if "latter" in inside else set())
    phrases = 2 if "both" in inside else 1
    places: list[int] = []
    for token in reversed(source[: bracket[0].at]):
        if token.sentence != bracket[0].sentence:
            break
        if token.form in stops and places:
            phrases -= 1
            if not phrases:
                break
        if token.clause == before and token.is_content:
            places.append(token.at)
    return frozenset(places)


def check_parallels(both: ClaimAlignment) -> Iterator[ProofReason]:
    """Yield what a claim crosses over: in A it was X and in B it was Y."""
    for left, right in _parallels(both.source):
        for part in _claim_parts(both):
            mine = [_slot(left, right, both.candidates[w.at]) for w in part]
            one = next((w for w, s in zip(part, mine, strict=True) if s and s[0] == "left"), None)
            other = next(
                (w for w, s in zip(part, mine, strict=True) if s and s[0] == "right"), None
            )
            slots = {s for s in mine if s}
            if one and other and len({slot for _, slot in slots}) > 1:
                yield unproved(
                    f"{one.shown} … {other.shown}",
                    "says the one and the other of different things",
                    "say what the source says of each",
                )


def _claim_parts(both: ClaimAlignment) -> Iterator[list[TextToken]]:
    """Yield the aligned words of a claim, cut where it goes from one thing to the next."""
    part: list[TextToken] = []
    clause = 0
    for token in both.claim.tokens:
        if token.form in _COORDINATORS or token.clause != clause:
            yield part
            part, clause = [], token.clause
        if _fills_slot(token) and token.at in both.candidates:
            part.append(token)
    yield part


def _slot(
    left: list[set[int]], right: list[set[int]], places: tuple[TextToken, ...]
) -> tuple[str, int] | None:
    """Return in which half of a parallel, and where in it, a word stands; None if in neither."""
    at = {each.at for each in places}
    halves = [
        (name, number)
        for name, half in (("left", left), ("right", right))
        for number, slot in enumerate(half)
        if at & slot
    ]
    return halves[0] if len(halves) == 1 else None


def _parallels(source: Reading) -> Iterator[tuple[list[set[int]], list[set[int]]]]:
    """Yield halves of a sentence that are built alike around "and", as the places of their slots.

    A slot is what stands behind a preposition, and before the first one.
    """
    for token in source.tokens:
        if token.form not in _COORDINATORS:
            continue
        after = _until_stop(source.tokens[token.at + 1 :], token)
        before = _until_stop(source.tokens[: token.at][::-1], token)
        right = _slots(after)
        if any(each.form in PRONOUNS for each in after):
            continue  # it takes up what was said before
        prepositions = [each.form for each in after if each.form in PREPOSITIONS]
        for count in range(len(prepositions), 0, -1):
            first = len(right) - len(prepositions)  # 1 where something stands before them
            half = right[: first + count]
            left = _left_half(before, prepositions[:count], len(half))
            if left and len(half) > 1 and all(half):
                # What stands further away than the other half is long is said of both.
                left[0] = set(sorted(left[0])[-len(half[0]) :])
                yield left, half
                break


def _left_half(
    before: Sequence[TextToken], prepositions: Sequence[str], count: int
) -> list[set[int]]:
    """Return the slots before a joining word, of which there are `count`; none if built otherwise.

    `before` goes backwards.
    """
    left: list[set[int]] = [set()]
    wanted = list(prepositions)
    for each in before:
        if wanted and each.form == wanted[-1]:
            wanted.pop()
            left.insert(0, set())
        elif each.form in PREPOSITIONS or (each.form in AUXILIARIES and not wanted):
            break  # what stands before the verb is said of both
        elif _fills_slot(each):
            left[0].add(each.at)
    left = left[-count:]
    return left if not wanted and len(left) == count and all(left) else []


def _until_stop(tokens: Sequence[TextToken], coordinator: TextToken) -> list[TextToken]:
    """Return the tokens up to the next mark or joining word of a sentence."""
    found: list[TextToken] = []
    for each in tokens:
        if each.sentence != coordinator.sentence or (each.kind == "mark" and each.form in ".,;:()"):
            if found or each.form != ",":
                break
            continue
        if each.form in _COORDINATORS:
            break
        found.append(each)
    return found


def _fills_slot(token: TextToken) -> bool:
    """Return whether a word says something of its own in a half of a parallel."""
    is_verb = token.kind == "word" and token.form.endswith("ed")
    return token.is_content or token.kind == "number" or token.form in _ABSENT or is_verb


def _slots(tokens: Sequence[TextToken]) -> list[set[int]]:
    """Return the places of what stands between prepositions; a first slot may be missing."""
    slots: list[set[int]] = [set()]
    for each in tokens:
        if each.form in PREPOSITIONS:
            slots.append(set())
        elif _fills_slot(each):
            slots[-1].add(each.at)
    return slots if slots[0] else slots[1:]
