"""Which words of a claim its source lacks, and which of those may say the rest in other words.

What carries a claim must stand in its source: names, what is counted, direction, strength, reason,
how many, how sure, and any word in whose place the source has another one. A student is free in
the rest, as its place tells: a verb, an adverb, a noun that only leads to the next.
"""

from collections.abc import Iterator, Sequence

from quizapp.prove.alignment import ClaimAlignment, are_opposite
from quizapp.prove.reading import AUXILIARIES, MODALS, PRONOUNS, Reading, TextToken
from quizapp.prove.synonyms import OPPOSITES
from quizapp.prove.word_classes import (
    DIMENSIONS,
    HEDGES,
    MEASURES,
    PEOPLE,
    PREPOSITIONS,
    QUANTITY,
    words_of,
)

_SHARE = 4  # words that stand there, for each that does not and may be a paraphrase
_NEAR = 5  # words from a number to what it measures
_LONG = 9  # letters: a word of so many is a term
_REASONS = words_of("because since causedby therefore")
_STRENGTHS = words_of("~cause ~prove ~only ~rare ~frequent ~require ~cure significant")
_TIMES = words_of("~after ~previous")
_ARTICLES = words_of("the a an its their his her")
_DETERMINERS = _ARTICLES | words_of("this these those any each either every which")
_OPENING = PREPOSITIONS | words_of("that whether how")
_REPORTERS = words_of("study paper article work trial authors author researchers team we")
_ROLES = words_of("by with from to than")
_BEING = words_of("is are was were be been being")
_SUBJECTS = PRONOUNS | words_of("who which that ) %")
_OBJECTS = _DETERMINERS | _OPENING | PRONOUNS
_OBJECTS |= words_of("no not all both as than . , and or out up down off away together")


def find_missing(both: ClaimAlignment) -> Iterator[TextToken]:
    """Yield the words that carry a claim and that its source lacks.

    A word about the source's topic, or one that its place leaves free, may be missing where as many
    others stand there; any other word that carries nothing, where four do.
    """
    absent = list(_absent(both))
    aligned = sum(each.at in both.candidates for each in both.claim.content)
    absent = _without(absent, (w for w in absent if _is_topic(w, both)), aligned)
    if both.claim.language == "en":
        free = [each for each in absent if _is_free(each, both)]
        absent = _without(absent, (w for w in free if _is_light(w, both)), aligned)
        odd = (w for w in free if w in absent and not _is_carrier(w, both.claim))
        absent = _without(absent, (w for w in odd if not _is_another(w, both)), aligned // _SHARE)
    yield from _not_said_otherwise(absent, both)


def _not_said_otherwise(missing: list[TextToken], both: ClaimAlignment) -> Iterator[TextToken]:
    """Yield what is missing still where each term that the author gave for it is in the source.

    A term stands for a run of words: "bile duct disease" for "sclerosing cholangitis".
    """
    there = {key for each in both.source.tokens for key in each.keys}
    terms = sum(
        all(not word.keys.isdisjoint(there) for word in term.content) for term in both.said_as
    )
    last: TextToken | None = None
    for each in missing:
        is_new = last is None or each.at != last.at + 1
        if both.opposite_of(each) or (is_new and not terms):
            yield each
            continue
        terms -= is_new
        last = each


def _without(words: list[TextToken], excused: Iterator[TextToken], most: int) -> list[TextToken]:
    """Return `words` without what is excused, unless that is more than `most`."""
    found = list(excused)
    return words if len(found) > most else [each for each in words if each not in found]


def _absent(both: ClaimAlignment) -> Iterator[TextToken]:
    """Yield the words of content that stand nowhere and that no number is compared with."""
    amounts = both.claim_amounts
    units = {each.at + 1 for each in amounts if each.has_unit}
    is_hedged = any(each.form in HEDGES for each in both.source.tokens)
    for each in both.claim.tokens:
        is_said = each.at in both.candidates or (is_hedged and each.form in HEDGES)
        after = both.claim.tokens[each.at + 1 : each.at + 2]
        is_measure = each.at in units or any(t.form in {"<", ">"} for t in after)  # younger than 45
        is_beside = any(abs(a.at - each.at) <= _NEAR for a in amounts)
        is_measure |= is_beside and not DIMENSIONS.isdisjoint({each.form, *each.keys})
        is_content = each.is_content or (each.form in MEASURES and not amounts)
        is_said = is_said or (each.form == "causedby" and _is_from(each, both))
        if is_content and not is_said and not is_measure:
            yield each


def _is_from(word: TextToken, both: ClaimAlignment) -> bool:
    """Return whether the source says "from" of what a claim gives as the cause: 82 from cancer."""
    cause = next((t for t in both.claim.tokens[word.at :] if t.at > word.at and t.is_content), word)
    return any(
        both.source.tokens[each.at - 1].form == "from"
        for each in both.candidates.get(cause.at, ())
        if each.at
    )


def _is_topic(word: TextToken, both: ClaimAlignment) -> bool:
    """Return whether `word` names what the whole source is about, away from another noun.

    Beside a noun it says which one, and that must stand in the sentence.
    """
    claim = both.claim
    if word.keys.isdisjoint(both.topics) or any(each in OPPOSITES for each in word.keys - PEOPLE):
        return False
    if any(are_opposite(word, each) for each in both.source.tokens):
        return False
    before = [t.form for t in claim.tokens[: word.at] if t.form not in {"the", "a"}][-2:]
    if not _ROLES.isdisjoint(before):
        return False  # who did it, and with what, is what a sentence says
    near = [
        t
        for t in claim.tokens
        if abs(t.at - word.at) == 1
        and t.is_content
        and not (t.at > word.at and _stands_bare(t, both))
        and not (t.at < word.at and (t.is_verb or t.form.endswith("ing")))
        and not (t.at > word.at and _is_inflected(t))
    ]
    return all(
        not each.keys.isdisjoint(both.topics) and each.at not in both.candidates for each in near
    )


def _stands_bare(noun: TextToken, both: ClaimAlignment) -> bool:
    """Return whether the source has a noun, and nowhere with another before it that tells which."""
    places = both.candidates.get(noun.at, ())
    return bool(places) and not any(
        both.source.tokens[each.at - 1].is_content for each in places if each.at
    )


def _is_free(word: TextToken, both: ClaimAlignment) -> bool:
    """Return whether a word was not asked for, and the source does not have its opposite."""
    is_turned = any(are_opposite(word, other) for other in both.source.tokens)
    is_inside = 0 < word.at < len(both.claim.tokens) - 1
    return is_inside and word.form not in both.required and not is_turned


def _is_light(word: TextToken, both: ClaimAlignment) -> bool:
    """Return whether the place of a word tells that it may be said otherwise."""
    before, after = both.claim.tokens[word.at - 1], both.claim.tokens[word.at + 1]
    if word.form in QUANTITY and before.form in {"how", "as"}:
        return True  # asked for or compared, not said
    if _is_carrier(word, both.claim):
        return False
    if not _TIMES.isdisjoint(word.keys):
        return after.form != "than"
    return (
        word.form.endswith("ly")
        or before.form in _REPORTERS  # whatever a study does, it studies
        or _stands_as_verb(word, before, after, both.claim)
        or _is_head(word, before, after, both.claim)
        or _is_led(word, both)
    )


def _stands_as_verb(word: TextToken, before: TextToken, after: TextToken, claim: Reading) -> bool:
    """Return whether a word stands where a verb does, and may be one."""
    is_attribute = before.form in _BEING and not (_is_inflected(word) or word.form.endswith("ing"))
    if not word.is_verbal or is_attribute:
        return False
    if before.form in MODALS or before.form == "not":
        return word.form[-1] != "s"
    if word.form.endswith("ing"):
        return before.form in _BEING or (before.form in PREPOSITIONS and after.form in _OBJECTS)
    is_object = after.form in _OBJECTS or after.kind == "number"
    follows = before.kind == "word" and before.form not in _DETERMINERS | _OPENING
    follows = follows or before.kind in {"number", "name"} or before.form in _SUBJECTS | AUXILIARIES
    if after.is_content and any(
        t.is_verb for t in claim.tokens[: word.at] if t.clause == word.clause
    ):
        return False  # was a severe combined failure
    if _is_inflected(word):
        return follows or (before.form not in _DETERMINERS and is_object)
    return follows and is_object


def _is_head(word: TextToken, before: TextToken, after: TextToken, claim: Reading) -> bool:
    """Return whether a noun only leads to what stands behind it: the share of, worries that."""
    earlier = claim.tokens[word.at - 2].form
    if earlier in _BEING:
        return False  # says what it is
    return after.form in _OPENING and (before.form in _DETERMINERS or earlier == "there")


def _is_led(word: TextToken, both: ClaimAlignment) -> bool:
    """Return whether the word before a noun tells of which kind it is: a control programme."""
    before, _, after, *later = both.claim.tokens[word.at - 1 : word.at + 3]
    begins_infinitive = after.form == "to" and all(each.kind == "word" for each in later)
    if len(word.form) >= _LONG and not word.is_verbal and _has_rival(word, both):
        return False  # chronic lymphopenia, chronic neutropenia
    is_end = not after.is_content or _is_inflected(after)
    is_led = before.is_content and before.at in both.candidates and after.kind != "number"
    return is_led and is_end and after.form != "-" and not begins_infinitive


def _is_carrier(word: TextToken, claim: Reading) -> bool:
    """Return whether a word carries a claim wherever it stands."""
    before = claim.tokens[word.at - 1]
    turns = any(each in OPPOSITES for each in word.keys) and _TIMES.isdisjoint(word.keys)
    return (
        turns
        or word.kind == "name"
        or (word.shown[0].isupper() and before.sentence == word.sentence)
        or before.kind == "number"
        or before.form == "%"
        or any(each.form in _REASONS for each in claim.tokens[: word.at])
        or word.form in QUANTITY
        or word.form in HEDGES
        or not _STRENGTHS.isdisjoint(word.keys)
    )


def _is_inflected(word: TextToken) -> bool:
    """Return whether a word is a form of a verb, as far as can be told: households bought."""
    lemmas = {each for each in word.keys if each[0] != "~" and each[-1] != "-"}
    return len(lemmas) > 1 and not word.form.endswith("s")


def _is_another(word: TextToken, both: ClaimAlignment) -> bool:
    """Return whether a word says another thing: in the place of another, or one thing more.

    What stands straight behind a preposition says where, when or with what.
    """
    is_adjunct = both.claim.tokens[word.at - 1].form in _OPENING
    return is_adjunct or _has_rival(word, both) or _narrows(word, both)


def _narrows(word: TextToken, both: ClaimAlignment) -> bool:
    """Return whether a word is put between two that stand side by side: severe combined failure."""
    mine, theirs = list(both.claim.content), list(both.source.content)
    left, right = _next(mine, word, -1), _next(mine, word, 1)
    if not left or not right or _link(both.claim, left, word) or _link(both.claim, word, right):
        return False
    behind = {each.at for each in both.candidates.get(right.at, ())}
    pairs = ((each, _next(theirs, each, 1)) for each in both.candidates.get(left.at, ()))
    return any(
        after and after.at in behind and not _link(both.source, each, after)
        for each, after in pairs
    )


def _has_rival(word: TextToken, both: ClaimAlignment) -> bool:
    """Return whether the source has another word, which the claim lacks, in the place of `word`.

    Then it is no paraphrase but another thing: failure of the kidney, failure of the liver. The
    place is told by the next word on one side, and by what leads from the one to the other.
    """
    mine, theirs, places = list(both.claim.content), list(both.source.content), both.places
    for step in (1, -1):
        beside = _next(mine, word, step)
        for there in both.candidates.get(beside.at, ()) if beside else ():
            rival = _next(theirs, there, -step)
            if (
                beside
                and rival
                and rival.at not in places
                and _link(both.claim, beside, word) == _link(both.source, there, rival)
            ):
                return True
    return False


def _next(words: Sequence[TextToken], word: TextToken, step: int) -> TextToken | None:
    """Return the word of content behind `word`, or before it."""
    at = next((number for number, each in enumerate(words) if each.at == word.at), None)
    return words[at + step] if at is not None and 0 <= at + step < len(words) else None


def _link(reading: Reading, one: TextToken, other: TextToken) -> list[str]:
    """Return what leads from one word to another, but for articles."""
    first, last = sorted((one.at, other.at))
    between = [each.form for each in reading.tokens[first + 1 : last]]
    return ["and"] if {"and", "or"} & {*between} else [t for t in between if t not in _ARTICLES]
