"""Which way it goes: more or less, before or after, and of which of two."""

from collections.abc import Collection, Iterator, Sequence

from quizapp.prove.alignment import ClaimAlignment, are_opposite
from quizapp.prove.reading import Reading, TextToken
from quizapp.prove.synonyms import OPPOSITES
from quizapp.prove.verdict import ProofReason, unproved
from quizapp.prove.word_classes import PEOPLE, words_of

_BESIDE = 4  # words
_COMPARATIVES = ("er", "more", "less")
DIRECTIONS = words_of("~increase ~decrease ~improve ~worsen more less")


def check_directions(both: ClaimAlignment) -> Iterator[ProofReason]:
    """Yield a word whose opposite is what the source says of the same thing.

    A sentence that raises one thing and lowers another holds both words; the nearer one counts.
    """
    chosen = {each.at for each in both.chosen.values()}
    for word in both.claim.tokens:
        is_directed = any(key in OPPOSITES for key in word.keys) and PEOPLE.isdisjoint(word.keys)
        if is_directed and not word.is_content and (rival := _turned_place(both, word)):
            yield unproved(word.written, f'says "{rival.written}"', "turn it round")
        if not is_directed or word.at not in both.candidates:
            continue
        others = (each for each in both.claim.tokens if each.at != word.at)
        said = {key for each in others for key in each.keys if not key.startswith("~")}
        rivals = [
            each
            for each in both.source.tokens
            if each.clause in both.region
            and are_opposite(word, each)
            and word.keys.isdisjoint(each.keys)
            and said.isdisjoint(each.keys)
            and not (each.is_verb and each.at in chosen)
            and not any(_is_joined(both.source, each, own) for own in both.candidates[word.at])
        ]
        is_compared = is_comparative(word)
        if rivals and _is_nearer(both, word, rivals):
            yield unproved(
                word.written, f'has "{rivals[0].written}", too', "say which belongs to what"
            )
        elif is_compared and is_turned(both, word):
            yield unproved(
                word.written, "compares the other way round", "turn the comparison round"
            )


def _is_joined(source: Reading, one: TextToken, other: TextToken) -> bool:
    """Return whether two opposites share what they say it of: upper and lower airways."""
    between = source.tokens[min(one.at, other.at) + 1 : max(one.at, other.at)]
    return [each.form for each in between] in (["and"], ["or"])


def _turned_place(both: ClaimAlignment, word: TextToken) -> TextToken | None:
    """Return the opposite preposition before what `word` leads to, if never the same one is there.

    After the reform is not before it.
    """
    led = next((t for t in both.claim.tokens[word.at + 1 : word.at + 5] if t.is_content), word)
    leading = [
        source
        for place in both.candidates.get(led.at, ())
        for source in both.source.tokens[max(0, place.at - 3) : place.at]
        if source.sentence == place.sentence and not source.is_content
    ]
    if any(not word.keys.isdisjoint(each.keys) for each in leading):
        return None
    return next((each for each in leading if are_opposite(word, each)), None)


def _is_nearer(both: ClaimAlignment, word: TextToken, rivals: Sequence[TextToken]) -> bool:
    """Return whether what the claim says beside `word` stands nearer to a rival of it."""
    gains = 0
    for each in both.claim.content:
        is_beside = each.clause == word.clause and 0 < abs(each.at - word.at) <= _BESIDE
        if is_beside and each.at in both.chosen:
            places = both.candidates[each.at]
            own = min(abs(t.at - h.at) for t in places for h in both.candidates[word.at])
            other = min(abs(t.at - r.at) for t in places for r in rivals)
            gains += (other < own) - (own < other)
    return gains > 0


def is_turned(both: ClaimAlignment, word: TextToken, place: TextToken | None = None) -> bool:
    """Return whether a comparison has its sides the other way round than in the source.

    `place` is where the source compares, if not by the same word. What stands before both pivots
    may be what is compared, and tells nothing.
    """
    places = (place,) if place else both.candidates[word.at]
    if not place and word.at in both.chosen and not _lesser(both.claim, word, is_compared=False):
        places = (both.chosen[word.at],)
    found = {_is_turned_at(both, word, each) for each in places} - {None}
    return found == {True}


def _is_turned_at(both: ClaimAlignment, word: TextToken, place: TextToken) -> bool | None:
    """Return whether the source has the sides the other way round at `place`; None: it has none."""
    mine = _lesser(both.claim, word, is_compared=False)
    lesser = _lesser(both.source, place, is_compared=bool(mine))
    if not lesser:
        return None
    turned = same = 0
    for each in both.claim.content:
        sides = {
            t.at in lesser
            for t in both.candidates.get(each.at, ())
            if t.clause == place.clause or t.bracket or t.at in lesser
        }
        if each.clause == word.clause and each.at != word.at and len(sides) == 1:
            turned += {each.at in mine} != sides
            same += each.at in mine and sides == {True}
    return turned > same


def is_comparative(word: TextToken) -> bool:
    """Return whether a word compares: more, higher; "after" and "other" have no shorter form."""
    if not DIRECTIONS.isdisjoint(word.keys):
        return True
    stem = word.form.removesuffix("er")
    return stem != word.form and any(stem.startswith(key.rstrip("-")) for key in word.keys)


def _lesser(reading: Reading, word: TextToken, *, is_compared: bool) -> Collection[int]:
    """Return the places of what `word` compares with: behind "than", or before it in front.

    "Than the controls, pupils read faster" opens with it. What a claim compares, two clauses may
    say: A did so, while B did it more.
    """
    inside = [each for each in reading.tokens if each.sentence == word.sentence]
    pivots = [t.at for t in inside if t.form == "than" and t.clause == word.clause]
    if pivot := next((at for at in pivots if at > word.at), None):
        between = reading.tokens[word.at + 1 : pivot]
        if any(is_comparative(t) and t.form.endswith(_COMPARATIVES) for t in between):
            return ()  # it belongs to the word that compares and stands nearer
        behind = [t for t in reading.tokens[pivot + 1 :] if t.clause == word.clause]
        reason = next((t.at for t in behind if t.form == "causedby"), None)
        commas = [t.at for t in behind if t.form == "," and reason and t.at < reason]
        return range(pivot + 1, (*commas, reason or behind[-1].at + 1)[0] if behind else pivot)
    if inside[0].form == "than":
        comma = next((each.at for each in inside if each.form == ","), 0)
        return range(inside[0].at + 1, comma)
    turns = [each for each in inside if is_compared and each.form in {"while", "whereas"}]
    return [each.at for each in inside if turns and each.clause != word.clause]
