"""Is a word that is near the key's a slip, or does it say something else?

From the groups of `quizapp.grading.old.confusion` and `quizapp.grading.old.affixes` the opposites of a word
are made; what lands nearer to one of them is no slip. Nor is what is a word of its own.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from quizapp.grading.old.affixes import ADJECTIVES, INFIXES, PREFIXES, SUFFIXES
from quizapp.grading.old.compounds import other_compound
from quizapp.grading.old.confusion import WORDS
from quizapp.grading.old.normal import Word, sound, words
from quizapp.grading.old.stems import BEGINNINGS, SAME_PARTS
from quizapp.grading.old.vocabulary import known_words, nearer_words

FEWEST_BEHIND = 5  # letters behind a beginning that another may stand for
FEWEST_LEFT = 4  # letters beside an exchanged beginning or end
FEWEST_ALIKE = 2  # letters behind a beginning that tell which word it was put before
SHORTEST_STEM = 3  # letters that a noun and its adjective share

Groups = tuple[tuple[str, ...], ...]


def other_word(key: Word, given: Word, added: Groups = ()) -> str:
    """Return what `given` says instead of `key`, in words; "" when it may be a slip of it.

    `added` are further groups of words that exclude each other.
    """
    if key.is_same(given):
        return ""
    if note := excludes(key, given, added):
        return true_note(note, key, given)
    if is_adjective_of(key.form, given.form):
        return ""
    is_heard_alike = sound(key.form) == sound(given.form)
    if not is_heard_alike and (note := other_built(key.form, given.form)):
        return true_note(note, key, given)
    if given.forms & known_words():
        return f"{key.shown}, not {given.shown}"
    nearer = set(nearer_words(key.form, given.form)) - key.forms
    return f"nearer to {min(nearer)}" if nearer else ""


def true_note(note: str, key: Word, given: Word) -> str:
    """Return `note` where what it names stands in the two words, else one that names the words.

    What was typed may be as near to an opposite as to the key, and yet be neither.
    """
    if note.startswith("without "):
        is_true = is_longer_by(note.removeprefix("without "), given.form, key.form)
    elif note.startswith("with "):
        is_true = is_longer_by(note.removeprefix("with "), key.form, given.form)
    else:
        right, _, wrong = note.partition(", not ")
        is_true = stands_in(key, right) and stands_in(given, wrong)
    return note if is_true else f"{key.shown}, not {given.shown}"


def is_longer_by(beginning: str, longer: str, shorter: str) -> bool:
    """Return whether a word begins like another behind "a-": atypical, typical."""
    rest = longer.removeprefix(beginning[:-1])
    return rest != longer and rest[:FEWEST_ALIKE] == shorter[:FEWEST_ALIKE]


def stands_in(word: Word, part: str) -> bool:
    """Return whether a word begins with "hyper-", ends with "-itis", or has "kal" in it."""
    if part.endswith("-"):
        return any(form.startswith(part[:-1]) for form in word.forms)
    if part.startswith("-"):
        return any(form.endswith(part[1:]) for form in word.forms)
    return any(part in form for form in word.forms)


def other_built(key: str, given: str) -> str:
    """Return what tells `given` from `key` as a word that is built of other parts, or ""."""
    return other_beginning(key, given) or other_compound(key, given)


def other_beginning(key: str, given: str) -> str:
    """Return a note where two words are one but for what they begin with: en-, not de-."""
    rest = commonest_end(key, given)
    one, other = key[: len(key) - rest], given[: len(given) - rest]
    if rest < FEWEST_BEHIND or frozenset({one, other}) in SAME_PARTS:
        return ""
    return contrast(one, other) if {one, other} <= BEGINNINGS | {""} else ""


def commonest_end(one: str, other: str) -> int:
    """Return how many letters two words end with in common."""
    size = 0
    while size < min(len(one), len(other)) and one[-1 - size] == other[-1 - size]:
        size += 1
    return size


def excludes(key: Word, given: Word, added: Groups = ()) -> str:
    """Return which opposite of `key` the word `given` is nearest to, in words.

    "" when it is nearer to the key than to any.
    """
    apart = min(OSA.distance(one, other) for one in key.forms for other in given.forms)
    if apart == 0:
        return ""
    nearer = (
        (distance, note)
        for form in sorted(key.forms, key=lambda form: (form != key.form, form))
        for opposite, note in (*opposites_of(form), *members_beside(form, added))
        for each in given.forms
        if (distance := OSA.distance(opposite, each, score_cutoff=apart)) <= apart
        and is_meant(each, opposite, form, is_nearer=distance < apart)
    )
    return min(nearer, key=lambda found: found[0], default=(0, ""))[1]


def is_meant(given: str, opposite: str, form: str, *, is_nearer: bool) -> bool:
    """Return whether `given` means `opposite`, as near to it by letters as `form`, or nearer.

    The sound has a say: "nefritis" is nephritis, not neuritis. As near by both, an opposite that
    exists wins: nobody knows which was meant.
    """
    heard = sound(given)
    if OSA.distance(sound(opposite), heard) > OSA.distance(sound(form), heard):
        return False
    return is_nearer or exists(opposite)


def exists(word: str) -> bool:
    """Return whether a word that was made is one."""
    return word in known_words() or word in word_opposites()


def are_opposed(key: Word, given: Word, added: Groups = ()) -> bool:
    """Return whether two words stand in one group of words that exclude each other."""
    return any(
        other in given.forms
        for form in key.forms
        for other in (
            *word_opposites().get(form, ()),
            *(opposite for opposite, _ in members_beside(form, added)),
        )
    )


def is_adjective_of(key: str, given: str) -> bool:
    """Return whether one is the adjective of the other: anemia, anemic."""
    return any(
        one[: len(one) - len(noun)] == other[: len(other) - len(adjective)]
        and len(one) - len(noun) >= SHORTEST_STEM
        for noun, adjective in ADJECTIVES
        for one, other in ((key, given), (given, key))
        if one.endswith(noun) and other.endswith(adjective)
    )


# --- the opposites of one word -------------------------------------------------------------------


@lru_cache(maxsize=4096)
def opposites_of(form: str) -> tuple[tuple[str, str], ...]:
    """Return the opposites of a word, each with a note: "hypo-, not hyper-"."""
    found = dict(whole_words(form))
    for made in (beginnings(form), endings(form), inside(form)):
        for opposite, note in made:
            found.setdefault(opposite, note)
    found.pop(form, None)
    return tuple(found.items())


def whole_words(form: str) -> Iterator[tuple[str, str]]:
    """Yield the words that exclude `form` as a whole."""
    return ((other, f"{form}, not {other}") for other in sorted(word_opposites().get(form, ())))


def beginnings(form: str) -> Iterator[tuple[str, str]]:
    """Yield `form` with its beginning exchanged, dropped, or one put before it."""
    for group in PREFIXES:
        for prefix in group:
            rest = form[len(prefix) :]
            if form.startswith(prefix) and len(rest) >= FEWEST_LEFT:
                yield from (
                    (other + rest, contrast(prefix, other))
                    for other in group
                    if not (other == "a" and rest[0] in "aeiou")  # before a vowel it is an-
                )


def endings(form: str) -> Iterator[tuple[str, str]]:
    """Yield `form` with its ending exchanged."""
    for group in SUFFIXES:
        for suffix in group:
            rest = form[: -len(suffix)]
            if form.endswith(suffix) and len(rest) >= FEWEST_LEFT - 1:
                yield from ((rest + other, f"-{suffix}, not -{other}") for other in group)


def inside(form: str) -> Iterator[tuple[str, str]]:
    """Yield `form` with a part exchanged wherever it stands."""
    for group in INFIXES:
        for part in group:
            if part in form:
                yield from (
                    (form.replace(part, other, 1), f"{part}, not {other}") for other in group
                )


def contrast(prefix: str, other: str) -> str:
    """Return a note on two beginnings of a word."""
    if not prefix:
        return f"without {other}-"
    return f"{prefix}-, not {other}-" if other else f"with {prefix}-"


def members_beside(form: str, groups: Iterable[Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Yield the other words of each of `groups` that has `form`, with a note."""
    for group in groups:
        members = [each for text in group for each in words(text)[:1]]
        if any(form in member.forms for member in members):
            for member in members:
                if form not in member.forms:
                    yield member.form, f"{form}, not {member.form}"


@cache
def word_opposites() -> dict[str, frozenset[str]]:
    """Return by each word the words that exclude it, all as normalised."""
    found: dict[str, set[str]] = {}
    for group in (*WORDS, *PREFIXES):
        forms = {form for form in group if form}
        for form in forms:
            found.setdefault(form, set()).update(forms - {form})
    return {form: frozenset(others) for form, others in found.items()}
