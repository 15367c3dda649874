"""Which word of a response stands for which word of the key: the same first, then the nearest."""

from dataclasses import dataclass

from rapidfuzz.distance import OSA

from quizapp.grading.old.equality import Pair, same_words
from quizapp.grading.old.normal import Word, has_digit, word

BUDGETS = ((3, 0), (7, 1), (12, 2))  # letters of the key's word, slips forgiven in it
LARGEST_BUDGET = 3
WINDOW = 2  # letters by which a word that was run together may be longer or shorter


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which words of the key were given, which are missing, and which are extra."""

    pairs: tuple[Pair, ...]
    missing: tuple[Word, ...]
    extra: tuple[Word, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every word of the key was given, and nothing else."""
        return not self.missing and not self.extra

    @property
    def slips(self) -> int:
        """How many letters are wrong, all words together."""
        return sum(distance(one, other) for one, other in self.pairs)


def aligned(key: tuple[Word, ...], given: tuple[Word, ...]) -> Alignment:
    """Return which given word stands for which word of the key, in any order, slips forgiven."""
    pairs = list(same_words(key, given))
    missing = [one for one in key if all(one is not first for first, _ in pairs)]
    left = [each for each in given if all(each is not second for _, second in pairs)]
    near = sorted(
        (distance(one, other), abs(place - at), place, at)
        for place, one in enumerate(missing)
        for at, other in enumerate(left)
        if is_slip(one, other)
    )
    taken: set[int] = set()
    used: set[int] = set()
    for _, _, place, at in near:
        if place not in taken and at not in used:
            taken.add(place)
            used.add(at)
            pairs.append((missing[place], left[at]))
    return Alignment(
        tuple(pairs),
        tuple(one for place, one in enumerate(missing) if place not in taken),
        tuple(other for at, other in enumerate(left) if at not in used),
    )


def is_slip(one: Word, other: Word) -> bool:
    """Return whether `other` may be `one` with a slip of the finger."""
    if one.is_exact or has_digit(other.form):
        return False
    return distance(one, other) <= budget(one)


def distance(one: Word, other: Word) -> int:
    """Return how many letters two words differ by, a swap of neighbours counting one (OSA)."""
    return min(OSA.distance(form, given) for form in one.forms for given in other.forms)


def budget(word: Word) -> int:
    """Return how many slips are forgiven in a word."""
    if word.is_exact:
        return 0
    return next((slips for letters, slips in BUDGETS if len(word.form) <= letters), LARGEST_BUDGET)


def cut_like(key: tuple[Word, ...], given: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the letters of `given` cut into words where the words of the key end.

    Words run together or apart ("bonemarrow", "pneumo cystis") come into their own; () where the
    letters are too many or too few.
    """
    text = "".join(each.form for each in given)
    best: dict[int, tuple[int, tuple[str, ...]]] = {0: (0, ())}
    for one in key:
        longer: dict[int, tuple[int, tuple[str, ...]]] = {}
        for start, (slips, pieces) in best.items():
            shortest = max(1, len(one.form) - WINDOW)
            longest = min(len(text) - start, len(one.form) + WINDOW)
            for size in range(shortest, longest + 1):
                piece = text[start : start + size]
                found = (slips + OSA.distance(one.form, piece), (*pieces, piece))
                longer[start + size] = min(longer.get(start + size, found), found)
        best = longer
    return tuple(word(piece) for piece in best[len(text)][1]) if len(text) in best else ()
