"""Is a response nearer to what the key must not be taken for than to the key?

From the groups of `quizapp.grading.confusion`, the opposites of a word are made; a slip that lands
nearer to one of them than to the word is none.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from quizapp.grading.confusion import INFIXES, PREFIXES, SUFFIXES, WORDS
from quizapp.grading.normal import Word, words

FEWEST_LEFT = 4  # letters beside an exchanged beginning or end


def excludes(key: Word, given: Word, added: tuple[tuple[str, ...], ...] = ()) -> str:
    """Return what `given` says instead of `key`, in words; "" when it may be a slip of it.

    `added` are further groups of words that exclude each other.
    """
    apart = min(OSA.distance(one, other) for one in key.forms for other in given.forms)
    if apart == 0:
        return ""
    for form in key.forms:
        for opposite, note in (*opposites_of(form), *members_beside(form, added)):
            if any(OSA.distance(opposite, each) < apart for each in given.forms):
                return note
    return ""


def are_opposed(key: Word, given: Word, added: tuple[tuple[str, ...], ...] = ()) -> bool:
    """Say whether two words stand in one group of words that exclude each other."""
    return any(
        other in given.forms
        for form in key.forms
        for other in (
            *word_opposites().get(form, ()),
            *(opposite for opposite, _ in members_beside(form, added)),
        )
    )


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
                yield from ((other + rest, contrast(prefix, other)) for other in group)


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


@lru_cache(maxsize=1)
def word_opposites() -> dict[str, frozenset[str]]:
    """Return the index of `WORDS`, built when it is first asked for."""
    return index_of(group for group in WORDS if all("-" not in word for word in group))


def index_of(groups: Iterable[Iterable[str]]) -> dict[str, frozenset[str]]:
    """Return by each word the words that exclude it, all as normalised."""
    found: dict[str, set[str]] = {}
    for group in groups:
        forms = {each.form for text in group for each in words(text)}
        for form in forms:
            found.setdefault(form, set()).update(forms - {form})
    return {form: frozenset(others) for form, others in found.items()}
