"""What a word is known by when two texts are compared: its lemmas, its family and its row.

Two words say the same where they have a key in common: infect, infected, infection; died, deaths.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizapp.grading.dictionary import Dictionary
from quizapp.prove.synonyms import ROWS

_MIN_ROOT = 4  # letters
_MIN_LONG_ROOT = 6
_MAX_ENDING = 7
_MIN_ROOT_OF_ROW = 6
_MIN_SHARED = 3  # letters of a word that is looked up without an ending
_PLURALS = (
    (re.compile(r"(?<=..)ies$"), "y"),
    (re.compile(r"(?<=[sxz])es$|(?<=[sc]h)es$"), ""),
    (re.compile(r"(?<=..[^su])s$"), ""),
    (re.compile(r"(?<=...)ses$"), "sis"),
    (re.compile(r"(?<=..)ices$"), "ix"),
    (re.compile(r"(?<=...)ae$"), "a"),
    (re.compile(r"(?<=...)i$"), "us"),
    (re.compile(r"(?<=[iltnr])a$"), "um"),
)
_VERB_ENDINGS = (
    (re.compile(r"(?<=...)ied$"), "y"),
    (re.compile(r"(?<=...)(?:ed|ing)$"), ""),
    (re.compile(r"(?<=...)(?:ed|ing)$"), "e"),
    (re.compile(r"(.)\1(?:ed|ing)$"), r"\1"),
    (re.compile(r"(?<=...)ly$"), ""),
)
_SPELLINGS = (
    (re.compile(r"aem|oem"), "em"),
    (re.compile(r"(?<=[^aeo])oe(?=[dstm])|ae(?=[dstmo])"), "e"),
    (re.compile(r"ulph"), "ulf"),
    (re.compile(r"leuc"), "leuk"),
    (re.compile(r"(?<=...)our(?!s?e)"), "or"),
    (re.compile(r"(?<=...)is(?=e$|ed$|es$|ing$|ation)"), "iz"),
    (re.compile(r"(?<=...)ys(?=e$|ed$|es$|ing$)"), "yz"),
    (re.compile(r"(?<=[bt])re$"), "er"),
    (re.compile(r"(?<=[aeiou])ll(?=ed$|ing$)"), "l"),
)
_ENDINGS = re.compile(
    r"(?:ations?|ition|ions?|ating|ated|ates?|atory|atively|ative|ively|ive|ivity|ities|ity|ical|"
    r"ically|ic|ics|ial|ally|al|ance|ence|ancy|ency|ants?|ents?|ments?|ness|ous|ously|ers?|ors?|"
    r"able|ible|ability|ibility|ing|ed|ly|y|e|ia|ists?|ious|ize|ized|izing|ization|ify|ary|ory|"
    r"iness|ily|iest|ier|ure|age|th|ful|fully|less|wards?|ern|ean|ian|an|a|ese|ish)$"
)
# Verbs from Latin, and how their nouns end.
_LATIN = (
    *(("duct", "duc"), ("cept", "ceiv"), ("spons", "spond"), ("clus", "clud"), ("vis", "vid")),
    *(("script", "scrib"), ("sorpt", "sorb"), ("miss", "mit"), ("vers", "vert"), ("tens", "tend")),
    *(("sumpt", "sum"), ("solut", "solv"), ("fus", "fund"), ("puls", "pel"), ("gress", "gred")),
    *(("cess", "ced"), ("pans", "pand"), ("pens", "pend"), ("cis", "cid"), ("lys", "lyz")),
    *(("struct", "stru"), ("tribut", "tribu"), ("ject", "jec"), ("strict", "string")),
)


@lru_cache(maxsize=16384)
def word_keys(word: str, dictionary: Dictionary) -> frozenset[str]:
    """Return what `word`, in small letters, is known by.

    Lemmas stand as they are, a family as "root-", and a row of the closed classes as "~word". A
    word with a digit has no family.
    """
    plain = _respell(word)
    known = dictionary.lemmas(word)
    lemmas = {plain, word, *known, *map(_respell, known)}
    if not word.isalpha():
        return frozenset(lemmas)
    for forms, ending in ((_PLURALS, 0), (_VERB_ENDINGS, 1)):
        if ending and known:
            break  # the dictionary knows better
        for written, as_one in forms:
            if len(plain) > _MIN_SHARED and written.search(plain):
                lemmas.add(written.sub(as_one, plain))
    families = {f"{root}-" for each in lemmas for root in _families(each)}
    rows = {row for each in lemmas for row in ROWS.get(each, ())}
    rows |= {row for each in families for row in _family_rows().get(each, ())}
    return frozenset(lemmas | rows | families)


@lru_cache(maxsize=16384)
def may_be_verb(word: str, dictionary: Dictionary) -> bool:
    """Return whether the dictionary has a form in -ing of `word`, or of what it is a form of."""
    return any(
        each in dictionary.lemmas(form)
        for each in {word, *dictionary.lemmas(word)}
        for form in (f"{each}ing", f"{each[:-1]}ing", f"{each}{each[-1:]}ing")
    )


@lru_cache(maxsize=1)
def _family_rows() -> dict[str, frozenset[str]]:
    """Return the rows of long roots, so that discontinuation is in the row of discontinue."""
    found: dict[str, frozenset[str]] = {}
    for word, rows in ROWS.items():
        root = _family(word)
        if len(root) >= _MIN_ROOT_OF_ROW:
            found[f"{root}-"] = found.get(f"{root}-", frozenset()) | rows
    return found


def _respell(word: str) -> str:
    """Return a word in the spelling that British and American texts share here."""
    for written, as_one in _SPELLINGS:
        word = written.sub(as_one, word)
    return word


def _families(word: str) -> Iterator[str]:
    """Yield the roots of a word: cognition has one with cognitive, and a shorter one."""
    if root := _family(word):
        yield root
    for at in range(max(_MIN_LONG_ROOT, len(word) - _MAX_ENDING), len(word)):
        if _ENDINGS.fullmatch(word, at):
            yield word[:at]


def _family(word: str) -> str:
    """Return the root of a word: what no more endings can be taken from; "" of a short word."""
    root = word
    for _ in range(3):
        found = _ENDINGS.search(root)
        if found is None or found.start() < _MIN_ROOT:
            break
        root = root[: found.start()]
    for noun, verb in _LATIN:
        if root.endswith(noun) and len(root) > len(noun):
            root = root[: -len(noun)] + verb
            break
    return root if len(root) >= _MIN_ROOT else ""
