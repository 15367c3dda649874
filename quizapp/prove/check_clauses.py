"""Whether what a claim puts together stands together in its source, or in two clauses."""

from collections.abc import Iterator

from quizapp.prove.alignment import ClaimAlignment
from quizapp.prove.reading import TURNS, Reading, TextToken
from quizapp.prove.verdict import ProofReason, unproved
from quizapp.prove.word_classes import PREPOSITIONS

_JOINING = frozenset({"and", "but", "whereas", "while", "than"})


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
                f"{apart[0].written} … {apart[1].written}",
                "says them in two different parts of a sentence",
                "say what the source says of each",
            )


def _first_apart(
    both: ClaimAlignment, pairs: list[tuple[TextToken, tuple[TextToken, ...]]]
) -> tuple[TextToken, TextToken] | None:
    """Return two words of a claim that belong to different clauses of one sentence.

    A claim that joins two things itself may say the one and the other of different clauses.
    """
    joins = [each.at for each in both.claim.tokens if each.form in _JOINING]
    said = frozenset(each.at for _, places in pairs for each in places)
    for at, (mine, places) in enumerate(pairs):
        for other, theres in pairs[at + 1 :]:
            first, second = sorted((mine.at, other.at))
            if not any(first < each < second for each in joins) and all(
                place.sentence == there.sentence
                and _are_apart(both.source, place, there)
                and not _fills_in(both.source, said, place, there)
                for place in places
                for there in theres
            ):
                return mine, other
    return None


def _fills_in(source: Reading, said: frozenset[int], one: TextToken, other: TextToken) -> bool:
    """Return whether the later clause is `said` whole: such a clause may take words from before.

    "Bees were twice as many, and species 38% more": species of bees.
    """
    later = max(one, other, key=lambda each: each.at)
    inside = [each for each in source.tokens if each.clause == later.clause]
    return all(t.at in said for t in inside if t.is_content or t.kind == "number")


def _are_apart(source: Reading, one: TextToken, other: TextToken) -> bool:
    """Return whether two words stand in clauses with subjects, or predicates, of their own."""
    if one.parent != other.parent:
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


def check_brackets(both: ClaimAlignment) -> Iterator[ProofReason]:
    """Yield what stands in a bracket that is about something else than the claim says.

    A bracket with figures may be about all that was said before it.
    """
    for bracket in {each.bracket for each in both.chosen.values()} - {0}:
        inside = [each for each in both.source.tokens if each.bracket == bracket]
        lead = _lead(both, inside)
        words = [each for each in both.claim.content if each.at in both.chosen]
        where = {word.at: both.candidates[word.at] for word in words}
        mine = [w for w in words if {t.bracket for t in where[w.at]} == {bracket}]
        others = [w for w in words if bracket not in {t.bracket for t in where[w.at]}]
        led = [w for w in others if any(t.at in lead for t in where[w.at])]
        is_aside = not any(t.kind == "number" for t in inside)
        is_aside = is_aside and sum(t.is_content for t in inside) > 1
        is_latter = any(t.form == "latter" for t in inside) and len(led) < len(others)
        if mine and others and lead and is_aside and (not led or is_latter):
            yield unproved(
                f"{others[0].written} … {mine[0].written}",
                "says the one of something else",
                "say what the source says of each",
            )


def _lead(both: ClaimAlignment, bracket: list[TextToken]) -> frozenset[int]:
    """Return the places of what a bracket is about: the phrase before it, two behind "both"."""
    inside = [each.form for each in bracket]
    stops = {",", ";", ")"} | ({"and", "or"} if "latter" in inside else set())
    phrases = 2 if "both" in inside else 1
    before = [t for t in both.source.tokens[: bracket[0].at] if t.sentence == bracket[0].sentence]
    places: list[int] = []
    for token in reversed(before):
        phrases -= bool(token.form in stops and places)
        if not phrases:
            break
        if token.clause == before[-1].clause and token.is_content:
            places.append(token.at)
    return frozenset(places)


def check_names(both: ClaimAlignment) -> Iterator[ProofReason]:
    """Yield a name that a claim cuts short: mutations of CD40, where it is the CD40 ligand."""
    claim, source = both.claim.tokens, both.source.tokens
    for word in claim:
        is_name = word.kind == "name" and not word.form.isdigit()
        places = both.candidates.get(word.at, ()) if is_name else ()
        following = [source[each.at + 1] for each in places if each.at + 1 < len(source)]
        keys = {key for each in following for key in each.keys}
        is_part = following and all(each.form == "-" or each.is_content for each in following)
        after = claim[word.at + 1] if word.at + 1 < len(claim) else word
        if is_part and len(following) == len(places) and after.keys.isdisjoint(keys):
            yield unproved(
                f"{word.written} {after.written}".rstrip(" .,;:?"),
                f'speaks of "{places[0].written} {following[0].written}"',
                "write the whole name",
            )
