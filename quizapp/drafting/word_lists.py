"""Which words are common, which only join others: what tells a term from the rest of a sentence."""

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import cache, lru_cache

from quizapp.grading.dictionary import open_dictionary
from quizapp.grading.languages import language_of
from quizapp.grading.tables import table_rows

# Closed classes of English: determiners, pronouns, prepositions, conjunctions, auxiliaries, adverbs
# of degree, and the irregular pasts by which no noun is made.
_ENGLISH = frozenset(
    """a an the this that these those each every either neither both all any some no none such same
    other another others many much more most few fewer fewest several various less least enough own
    i me my we us our ours you your he him his she her hers it its they them their theirs who whom
    whose which what where when why how whether there here one ones themselves itself ourselves
    himself herself something anything nothing everything someone everyone
    of in on at by for from with without within into onto upon to toward towards through throughout
    during before after since until till between among amongst amid across along around about above
    below under beneath beyond behind beside besides near against despite per via versus vs than as
    like unlike except over up down out off again once due according owing regarding concerning
    including compared relative instead based
    and or nor but so yet if then else because although though while whereas unless however moreover
    furthermore therefore thus hence thereby nevertheless nonetheless also too only just even still already often never always
    sometimes usually generally mainly mostly largely partly rather quite very not yet nearly almost
    approximately respectively overall further together alone well ever far long later earlier now
    is are was were be been being am has have had having do does did doing done may might can could
    will would shall should must cannot
    underwent went gone came led found gave given grew grown fell fallen became begun began rose
    risen chose chosen drew drawn drove driven held kept left lost made met paid ran said saw seen
    sent shown showed spent stood took taken told won wrote written known thought brought built
    bought caught felt sought taught understood arose arisen bore borne broke broken occurred
    remained remain seem seems seemed become becomes
    first second third last next new novel recent recently current currently present previous
    previously significant significantly different similar certain possible potential important
    main major key good better best poor worse worst high higher highest low lower lowest large
    larger largest small smaller smallest great greater greatest early late total additional
    unprecedented unique common rare particular particularly especially numerous single multiple
    able likely unlikely available present whole entire full simple strong stronger normal
    e.g i.e etc et al ie eg ca""".split()
)
_IRREGULAR_PLURALS = frozenset(
    "children women men people mice feet teeth data criteria bacteria species taxa phenomena genera "
    "larvae nuclei loci media fungi stimuli foci hypotheses analyses diagnoses".split()
)
_LEAST_PLURAL = 4  # letters
_ADVERB = re.compile(r"..(?:[^aeiou]ally|ically|ively|ously|antly|ently|edly|ingly|ably|ibly|lessly|fully|arly|tely|mly|cly|gly|htly|dly|sely)$")


class Rarity(IntEnum):
    """How rare a word is: of everyday English, known to most readers, or of a field."""

    COMMON = 0
    KNOWN = 1
    RARE = 2


@cache
def _listed_words() -> dict[str, Rarity]:
    levels = {"known": Rarity.KNOWN, "common": Rarity.COMMON}
    return {
        word: levels[level] for level, words in table_rows("common_words.tsv") for word in words.split()
    }


@lru_cache(maxsize=65536)
def rarity_of(word: str) -> Rarity:
    """Return how rare a word of English is, in whatever form it stands."""
    listed = _listed_words()
    return min((listed.get(each, Rarity.RARE) for each in _bases(word.casefold())))


def is_common(word: str) -> bool:
    """Return whether `word` is one of the commoner words of English, in whatever form."""
    return rarity_of(word) is Rarity.COMMON


def _bases(word: str) -> Iterator[str]:
    """Yield a word, and what its ending may have been put on."""
    yield word
    for ending, others in (
        ("ies", ("y",)), ("ied", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ed", ("", "e")),
        ("ing", ("", "e")), ("ly", ("", "le")), ("er", ("", "e")), ("ers", ("", "e")),
    ):  # fmt: skip
        if word.endswith(ending) and len(word) - len(ending) > 2:  # noqa: PLR2004
            stem = word[: len(word) - len(ending)]
            yield from (stem + other for other in others)
            if stem[-1] == stem[-2] and ending in {"ed", "ing"}:
                yield stem[:-1]


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the words of a language that only join others."""
    row = language_of(language)
    known = (
        row.articles | row.definite | row.prepositions | row.links | row.negations | row.or_words
        | row.and_words | row.against | row.fillers
    )  # fmt: skip
    return known | _ENGLISH if row.code == "en" else known


def is_function_word(word: str, language: str) -> bool:
    """Return whether a word only joins others, or is an adverb of English."""
    form = word.casefold()
    is_adverb = language_of(language).code == "en" and _ADVERB.search(form) is not None
    return form in function_words(language) or is_adverb


def is_plural(word: str, language: str) -> bool:
    """Return whether a word looks like the plural of a noun; in German a capital is enough."""
    form, row = word.casefold(), language_of(language)
    if row.has_capital_nouns:
        return word[:1].isupper()
    if row.code != "en":
        return len(form) >= _LEAST_PLURAL and form.isalpha()
    is_ending = form.endswith("s") and not form.endswith(("ss", "us", "is", "ous")) or re.fullmatch("[A-Z]{2,}s", word)
    return bool(is_ending and len(form) >= _LEAST_PLURAL) or form in _IRREGULAR_PLURALS


def is_unknown(word: str, language: str) -> bool:
    """Return whether a dictionary is at hand and does not have a word, nor any part of it."""
    dictionary = open_dictionary(language)
    return not dictionary.is_empty and not any(map(dictionary.known, (word, word.casefold())))


def detect_language(text: str) -> str:
    """Return the language whose joining words a text has most of; English where none stands out."""
    words = text.casefold().split()
    counts = {
        code: sum(word in known for word in words)
        for code in ("en", "de", "fr", "es", "it", "pt", "nl", "ru")
        if (known := _telling_words(code))
    }
    best = max(counts, key=lambda code: (counts[code], code == "en"))
    return best if counts[best] > counts["en"] else "en"


@cache
def _telling_words(code: str) -> frozenset[str]:
    """Return short joining words of a language, as many of each."""
    return frozenset(_TELLING[code].split())


_TELLING = {
    "en": "the of and in to with was were for that by from this is are as",
    "de": "der die das und mit wurde wurden bei von den dem eine einer nicht für ist im zu",
    "fr": "le la les des et dans une est par pour avec du sur ont été chez au aux",
    "es": "el los las y en una con por para del que fue fueron se al es",
    "it": "il gli della delle di e nel una con per che sono è dei stato alla",
    "pt": "o os as da do das dos e em uma com por para que foi foram não ao",
    "nl": "de het een en van met bij werd werden voor niet zijn is op te dat",
    "ru": "и в на с по для не из что у от при как был было",
}
