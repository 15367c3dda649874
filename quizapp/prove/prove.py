"""A claim held against the sentences it cites: contradicted, unproved or proved, with reasons.

Comparing words and figures finds slips. It does not understand: a verdict orders what a person
reads, and never takes the place of reading.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from quizapp.grading.dictionary import NO_DICTIONARY, Dictionary
from quizapp.grading.languages import language_of
from quizapp.prove.alignment import ClaimAlignment, align
from quizapp.prove.amounts import Figure, name_p_values, read_amounts
from quizapp.prove.check_binding import check_binding
from quizapp.prove.check_clauses import check_brackets, check_clauses, check_names
from quizapp.prove.check_denials import check_denials
from quizapp.prove.check_directions import check_directions
from quizapp.prove.check_numbers import check_numbers
from quizapp.prove.check_strength import check_hedges, check_quantities
from quizapp.prove.check_words import check_missing
from quizapp.prove.normal_form import normalize, replace_names
from quizapp.prove.paraphrase import find_missing
from quizapp.prove.reading import Reading, read_text
from quizapp.prove.repeated import is_repeated
from quizapp.prove.verdict import ClaimVerdict, Proof, conclude
from quizapp.prove.word_classes import words_of
from quizapp.prove.written_words import restore_written

_OPENING_PRONOUNS = words_of("it they this these its their both such he she")
_LEAST_TOPICAL = 2  # sentences
_ANY_LANGUAGE = (check_numbers, check_missing, check_denials)
_ENGLISH = (
    *(check_numbers, check_missing, check_denials, check_binding, check_clauses),
    *(check_brackets, check_names),
    *(check_directions, check_quantities, check_hedges),
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is known of the words of a deck: its language, their lemmas, and its names.

    `names` are aliases with the name that each stands for, abbreviations among them.
    """

    language: str = "en"
    dictionary: Dictionary = NO_DICTIONARY
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The language as grading knows it."""
        return language_of(self.language).code

    def read(self, sentences: Sequence[str]) -> Reading:
        """Return `sentences` as they are compared."""
        plain = [normalize(replace_names(each, self.names), self.code) for each in sentences]
        return read_text(plain, self.code, self.dictionary)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Sentences that are cited, read once for all claims that cite them.

    `said_as` are terms of theirs that a claim is known to say in other words; what stands `beside`
    a claim says the same elsewhere, and may call a number a P value.
    """

    reading: Reading
    amounts: tuple[Figure, ...]
    vocabulary: Vocabulary
    topics: frozenset[str] = frozenset()
    said_as: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


def read_evidence(
    sentences: Sequence[str],
    vocabulary: Vocabulary,
    topics: frozenset[str] = frozenset(),
) -> Evidence:
    """Return `sentences` ready to hold claims against; see `find_topics`."""
    reading = restore_written(vocabulary.read(sentences), sentences, has_figures=True)
    return Evidence(reading, read_amounts(reading), vocabulary, topics)


def find_topics(
    sentences: Sequence[str],
    vocabulary: Vocabulary,
    cited: Collection[int] = (),
    titles: Sequence[str] = (),
) -> frozenset[str]:
    """Return the keys of what a source is about: words of a quarter of its sentences, and `titles`.

    Where one of the sentences `cited` (from 1) opens with a pronoun, it is about what the sentence
    before it says.
    """
    counts: Counter[str] = Counter()
    least = max(_LEAST_TOPICAL, len(sentences) // 4)
    for number, each in enumerate((*sentences, *titles), 1):
        content = vocabulary.read((each,)).content
        keys = {key for token in content for key in token.keys if not key.startswith("~")}
        after = sentences[number] if number < len(sentences) else ""
        is_meant = number + 1 in cited and after.split(" ")[0].casefold() in _OPENING_PRONOUNS
        weight = least if is_meant or number > len(sentences) else 1
        counts.update(dict.fromkeys(keys, weight))
    return frozenset(key for key, count in counts.items() if count >= least)


def prove(
    claim: str,
    evidence: Evidence,
    *,
    computed: frozenset[Fraction] = frozenset(),
    given: Sequence[str] = (),
    keys: Sequence[str] = (),
) -> Proof:
    """Return what comparing `claim` with the sentences it cites finds.

    Numbers that are `computed` and names that are `given` need not stand there; each word of its
    `keys`, which it was asked for, must.
    """
    both = _align(claim, evidence, computed, given, keys)
    checks = _ENGLISH if evidence.vocabulary.code == "en" else _ANY_LANGUAGE
    return conclude([reason for check in checks for reason in check(both)])


def prove_numbers(
    claim: str, evidence: Evidence, *, computed: frozenset[Fraction] = frozenset()
) -> Proof:
    """Return what comparing the numbers of `claim` alone finds."""
    return conclude(list(check_numbers(_align(claim, evidence, computed, ()))))


def repeats(
    claim: str, sentences: Sequence[str], vocabulary: Vocabulary, names: Sequence[str] = ()
) -> bool:
    """Return whether `claim` says again what one of `sentences` says, as surely as can be told.

    What the source studies has `names`, for which "it" may stand there. No dictionary is asked, so
    that the answer is the same wherever it is asked for.
    """
    plain = replace(vocabulary, dictionary=NO_DICTIONARY)
    evidence = read_evidence(sentences, plain)
    texts = {claim, replace_names(claim, dict.fromkeys(names, "it"))}
    is_same = any(is_repeated(plain.read((each,)), evidence.reading) for each in texts)
    return is_same and prove(claim, evidence, given=names).verdict is ClaimVerdict.PROVED


def _align(
    claim: str,
    evidence: Evidence,
    computed: frozenset[Fraction],
    given: Sequence[str],
    keys: Sequence[str] = (),
) -> ClaimAlignment:
    """Return a claim beside what it cites."""
    text = replace_names(claim, dict.fromkeys(given, "")) if given else claim
    reading = restore_written(evidence.vocabulary.read((text,)), (claim,))
    own = [each for each in read_amounts(reading) if each.value not in computed]
    read = evidence.vocabulary.read
    amounts = name_p_values(own, lambda: (read((each,)) for each in evidence.beside))
    required = frozenset(each.form for each in evidence.vocabulary.read(keys).tokens)
    both = align(reading, evidence.reading, amounts, evidence.amounts)
    terms = tuple(evidence.vocabulary.read((each,)) for each in evidence.said_as)
    both = replace(both, topics=evidence.topics, required=required, said_as=terms)
    return replace(both, missing=tuple(find_missing(both)))
