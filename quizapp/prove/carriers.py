"""Whether a word that a source lacks carries a claim, or is one of many ways to say the rest of it.

What carries a claim must stand in its source: names, what is counted, which one of its kind, who
and what, direction, reason, how many, how sure. A student is free in the rest, as its place tells:
the verb between two things that stand there, an adverb, a noun that only leads to the next.
"""

from collections.abc import Collection

from quizapp.prove.reading import MODALS, PRONOUNS, Reading, TextToken
from quizapp.prove.synonyms import OPPOSITES
from quizapp.prove.word_classes import HEDGES, PREPOSITIONS, QUANTITY, words_of

_REASONS = words_of("because since causedby therefore")
_STRENGTHS = frozenset(
    {"~cause", "~prove", "~only", "~rare", "~frequent", "~require", "~cure", "significant"}
)
_TIMES = frozenset({"~after", "~previous"})
_DETERMINERS = words_of("the a an its their his her this these those any each either every which")
_OPENING = PREPOSITIONS | words_of("that whether how")
_REPORTERS = words_of("study paper article work trial authors author researchers team we")
_PLACING = words_of("in at on by from with to among")
_BEING = words_of("is are was were be been being")
_SUBJECTS = PRONOUNS | words_of("who which that ) %")
_OBJECTS = (
    _DETERMINERS
    | _OPENING
    | PRONOUNS
    | words_of("no not all both as than . , and or out up down off away together")
)


def is_light(word: TextToken, claim: Reading, found: Collection[int]) -> bool:
    """Return whether a word may be missing where what stands around it is `found`."""
    if not 0 < word.at < len(claim.tokens) - 1:
        return False
    before, after = claim.tokens[word.at - 1], claim.tokens[word.at + 1]
    if word.form in QUANTITY and before.form in {"how", "as"}:
        return True  # asked for or compared, not said
    if is_carrier(word, claim):
        return False
    if not _TIMES.isdisjoint(word.keys):
        return after.form != "than"
    if word.form.endswith("ly"):
        return True
    if before.form in _REPORTERS:
        return True  # whatever a study does, it studies
    return (
        is_verb(word, before, after)
        or _is_head(word, before, after, claim)
        or _is_led(before, after, claim, found)
    )


def is_verb(word: TextToken, before: TextToken, after: TextToken) -> bool:
    """Return whether a word stands where a verb does, and may be one."""
    if not word.is_verbal:
        return False
    follows = before.kind == "word" and before.form not in _DETERMINERS | _OPENING
    follows = follows or before.kind in {"number", "name"} or before.form in _SUBJECTS
    if before.form in MODALS or before.form == "not":
        return word.form[-1] != "s"
    if word.form.endswith("ing"):
        return before.form in _BEING or (before.form in PREPOSITIONS and after.form in _OBJECTS)
    is_object = after.form in _OBJECTS or after.kind == "number"
    if is_inflected(word):
        return follows or (before.form not in _DETERMINERS and is_object)
    return follows and is_object


def _is_head(word: TextToken, before: TextToken, after: TextToken, claim: Reading) -> bool:
    """Return whether a noun only leads to what stands behind it, or takes up what is given.

    "The share of …", "there are worries that …"; "the pill", unless it says where or whose.
    """
    earlier = claim.tokens[word.at - 2].form
    if earlier in _BEING:
        return False  # says what it is
    if before.form == "the" and not after.is_content and after.form != "-":
        return after.form in _OPENING or earlier not in _PLACING
    return after.form in _OPENING and (before.form in _DETERMINERS or earlier == "there")


def _is_led(before: TextToken, after: TextToken, claim: Reading, found: Collection[int]) -> bool:
    """Return whether the word before a noun tells of which kind it is: a control programme."""
    is_end = not after.is_content or is_inflected(after)
    is_led = before.is_content and before.at in found and after.kind != "number"
    return is_led and is_end and after.form != "-" and not _begins_infinitive(after, claim)


def _begins_infinitive(word: TextToken, claim: Reading) -> bool:
    """Return whether a word is a "to" with a verb behind it, as in "easy to weld"."""
    after = claim.tokens[word.at + 1 : word.at + 2]
    return word.form == "to" and all(each.kind == "word" for each in after)


def is_carrier(word: TextToken, claim: Reading) -> bool:
    """Return whether a word carries a claim wherever it stands."""
    if not word.at:
        return True
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


def is_inflected(word: TextToken) -> bool:
    """Return whether a word is a form of a verb, as far as can be told: households bought."""
    lemmas = {each for each in word.keys if each[0] != "~" and each[-1] != "-"}
    return len(lemmas) > 1 and not word.form.endswith("s")
