"""Whether what is told of an answer is true, found without the judge: by the letters alone.

A word named as wrong must stand in the answer, one named as right or missing in the key, and a
count of letters must be that of the edits. Only what is a word of the language is looked up.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from quizapp.grading.dictionary import open_dictionary
from quizapp.grading.expected import ExpectedList, ExpectedNumber, ExpectedSequence, ExpectedTerm

QUOTED = 59  # characters of a long text that a sentence repeats
NUMBER = r"[-−]?\d[\d.,]*(?:e-?\d+)?"
DENIALS = {  # words that deny, by language
    "en": "no not non never without none neither nor cannot except but free lack lacks absence",
    "de": "nicht kein keine keinen keiner keines ohne nie niemals weder noch",
    "fr": "ne pas non sans jamais aucun aucune ni n'est n' plus guère point rien",
    "es": "no sin nunca jamás ni ningún ninguna ninguno tampoco",
    "it": "non senza mai né nessun nessuna nessuno no",
    "pt": "não nao sem nunca jamais nem nenhum nenhuma",
    "nl": "geen niet nooit zonder noch",
    "ru": "не нет без ни никогда",
}
# Signs and words that part two answers.
PARTED = re.compile(
    r"[,;/?]|\b(?:oppure|ossia|ofwel|hetzij|soit|sowie|bien|or|and|vs|versus|oder|und|ou|et|o|u|y|e|of|en|или|либо|и|not|nicht|niet|no|non|não"
    r"|не|pas|sin)\b|\d.*\d"
)

GREEK = re.compile("[α-ω]")
GREEK_NAMES = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "κ": "kappa", "ω": "omega"}
ORDINALS = {"first": "i", "second": "ii", "third": "iii", "fourth": "iv", "fifth": "v"}


class Told(NamedTuple):
    """A sentence, and what it was said of: every form that is right, and what was typed."""

    forms: tuple[str, ...]
    response: str
    language: str = "en"
    expected: ExpectedTerm | ExpectedNumber | ExpectedList | ExpectedSequence | None = None


# --- letters and words ---------------------------------------------------------------------------


def letters(text: str) -> str:
    """Return the letters and digits of `text` in one case, without their marks; α as alpha."""
    folded = GREEK.sub(lambda found: GREEK_NAMES.get(found[0], found[0]), text.casefold())
    decomposed = unicodedata.normalize("NFKD", folded.replace("ß", "ss").replace("œ", "oe"))
    return "".join(c for c in decomposed if c.isalnum() and not unicodedata.combining(c))


def words_of(text: str) -> list[str]:
    """Return the letters of each word of `text`."""
    return [word for word in map(letters, re.split(r"[\s,;:/()«»\"-]+", text)) if word]


def spellings(word: str, language: str) -> tuple[str, ...]:
    """Return the letters of a word, with its umlauts spelled in German, American in English."""
    plain = letters(word)
    if language == "de":
        spelled = unicodedata.normalize("NFC", word.casefold())
        for umlaut, letter in ("ä", "ae"), ("ö", "oe"), ("ü", "ue"):
            spelled = spelled.replace(umlaut, letter)
        return plain, letters(spelled)
    american = plain.replace("ae", "e").replace("oe", "e").replace("our", "or")
    return plain, american.replace("is", "iz").replace("ys", "yz")


def holds(texts: Iterable[str], part: str) -> bool:
    """Return whether one of `texts` has `part`, which may have been cut."""
    wanted = letters(part.removesuffix("…"))
    return any(wanted in letters(text) for text in texts) and bool(wanted or not part)


def is_quoted(text: str, quoted: str) -> bool:
    """Return whether `quoted` is `text`, cut where it is long."""
    plain, told = " ".join(text.split()), " ".join(quoted.split())
    return told == plain or (told.endswith("…") and plain.startswith(told[:-1]))


def edits(one: str, other: str) -> int:
    """Return how many letters are changed, left out, added or swapped."""
    return OSA.distance(one, other)


def nearest(word: str, told: Told) -> list[tuple[str, str]]:
    """Return the typed words that are nearest to `word`, each with that as it is spelled there.

    Two typed words may have been one.
    """
    given = told.response.split()
    given += [one + other for one, other in pairwise(given)]
    given += re.split(r"[\W\d_]+", told.response)
    pairs = [
        pair
        for text in given
        for pair in zip(spellings(text, told.language), spellings(word, told.language), strict=True)
    ]
    nearest_of_all = min(edits(*pair) for pair in pairs)
    return [pair for pair in pairs if edits(*pair) <= max(1, nearest_of_all)]


# --- one sentence each ---------------------------------------------------------------------------


def nothing(_told: Told) -> str:
    """Return "": the sentence tells nothing of a word."""
    return ""


def of_key(told: Told, key: str) -> str:
    """Return that what is said to be right is not, where it is not."""
    return "" if any(is_quoted(form, key) for form in told.forms) else f"{key} is not right"


def of_slip(told: Told, word: str, *, longer: int, swapped: bool = False) -> str:
    """Return what is wrong with a slip in `word`; `longer`: how many letters the typed one has."""
    if not holds(told.forms, word):
        return f"{word} is not in the key"
    pairs = nearest(word, told)
    fits = [
        edits(typed, wanted) == 1
        and len(typed) - len(wanted) == longer
        and (longer == 0 and Counter(typed) == Counter(wanted)) is swapped
        for typed, wanted in pairs
    ]
    return "" if any(fits) else f"the edits are others: {pairs}"


def of_one_letter(told: Told, word: str) -> str:
    """Return that not one letter differs, where it does not."""
    return of_slip(told, word, longer=0)


def of_two_slips(told: Told, word: str) -> str:
    """Return that not two letters differ, where they do not."""
    found = {edits(*pair) for pair in nearest(word, told)}
    return "" if 2 in found else "not two slips"


def of_swap(told: Told, word: str) -> str:
    """Return that two letters are not swapped, where they are not."""
    return of_slip(told, word, longer=0, swapped=True)


def of_letter_more(told: Told, word: str) -> str:
    """Return that no letter is too many, where none is."""
    return of_slip(told, word, longer=1)


def of_letter_less(told: Told, word: str) -> str:
    """Return that no letter is missing, where none is."""
    return of_slip(told, word, longer=-1)


def of_ear(told: Told, word: str) -> str:
    """Return that a word is not in the key, or is not misspelt."""
    if not holds(told.forms, word):
        return f"{word} is not in the key"
    return "" if letters(word) not in words_of(told.response) else f"{word} was typed"


def of_accent(told: Told, word: str) -> str:
    """Return that a word differs by more than its marks, or not at all."""
    if not holds(told.forms, word):
        return f"{word} is not in the key"
    if word.casefold() in told.response.casefold().split():
        return f"{word} was typed"
    return "" if letters(word) in letters(told.response) else "letters differ, too"


def of_part(told: Told, part: str) -> str:
    """Return that what was typed is no part of the key, where it is none."""
    if not is_quoted(told.response, part):
        return f"{part} was not typed"
    return "" if holds(told.forms, part) else f"{part} is not in the key"


def of_some(told: Told) -> str:
    """Return that no word of the answer is one of the key's, or as good as one."""
    wanted = [word for form in told.forms for word in words_of(form)]
    if any(ORDINALS.get(word) in wanted for word in words_of(told.response)):
        return ""
    near = (
        edits(one, other) <= max(1, min(len(one), len(other)) // 3) or one[:4] == other[:4]
        for one in words_of(told.response)
        for other in wanted
    )
    return "" if any(near) or holds(told.forms, told.response) else "no word of it is in the key"


def of_affixes(told: Told, typed: str, right: str, wrong: str) -> str:
    """Return which prefix or ending does not stand where it should."""
    if not is_quoted_word(told.response, typed):
        return f"{typed} was not typed"
    fits = {True: str.startswith, False: str.endswith}[right.endswith("-")]
    if not fits(letters(typed), letters(wrong)):
        return f"{typed} has no {wrong}"
    keys = [word for form in told.forms for word in words_of(form)]
    return "" if any(fits(key, letters(right)) for key in keys) else f"no word has {right}"


def of_affix_missing(told: Told, typed: str, right: str) -> str:
    """Return that the key has not what is said to be missing."""
    return of_affixes(told, typed, right, "")


def of_affix_more(told: Told, typed: str, wrong: str) -> str:
    """Return that the answer has not what is said to be too many."""
    return of_affixes(told, typed, "-" if wrong.endswith("-") else "", wrong)


def is_quoted_word(text: str, word: str) -> bool:
    """Return whether a word, or words that were parted, stands in a text."""
    return letters(word) in letters(text)


def of_another_word(told: Told, typed: str, key: str) -> str:
    """Return that a word was not typed, is none of the language, or that the key is another."""
    if typed.casefold() not in told.response.casefold():
        return f"{typed} was not typed"
    words = open_dictionary(told.language)
    if not words.known(typed) and not words.known(typed.replace("œ", "oe")):
        return f"{typed} is no known word"
    return of_key(told, key)


def of_name(told: Told, name: str, key: str) -> str:
    """Return that another name was not typed, or the key is another."""
    return of_key(told, key) if holds([told.response], name) else f"{name} was not typed"


def of_near_name(told: Told, typed: str, name: str, key: str) -> str:
    """Return that an answer is not as near to a name as to the key."""
    if not is_quoted(told.response, typed):
        return f"{typed} was not typed"
    own = min(edits(letters(form), letters(typed)) for form in told.forms)
    near = edits(letters(name), letters(typed))
    return of_key(told, key) if near <= own else f"{near} from {name}, {own} from the key"


def denies(text: str, language: str) -> int:
    """Return how many words of a text deny."""
    listed = DENIALS.get(language, "").split()
    words = re.findall(r"[\w'’]+", text.casefold().replace("’", "'"))
    return sum(word in listed or word.endswith("n't") or word.startswith("n'") for word in words)


def of_denial(told: Told, word: str, key: str) -> str:
    """Return that the answer does not deny what the key states."""
    if not holds([told.response], word):
        return f"{word} was not typed"
    if denies(told.response, told.language) > denies(key, told.language):
        return of_key(told, key)
    return "nothing is denied"


def of_denying(told: Told, word: str, key: str) -> str:
    """Return that the key does not deny what the answer states."""
    if not holds(told.forms, word):
        return f"{word} is not in the key"
    if denies(told.response, told.language) < denies(key, told.language):
        return of_key(told, key)
    return "the answer denies nothing"


def of_instead(told: Told, right: str, wrong: str) -> str:
    """Return which of "right, not wrong" does not stand where it should."""
    if not holds(told.forms, right):
        return f"{right} is not in the key"
    return "" if holds([told.response], wrong) else f"{wrong} was not typed"


def of_place(told: Told, wrong: str, right: str) -> str:
    """Return which of "where you wrote wrong, the answer has right" does not stand there."""
    return of_instead(told, right, wrong)


def of_turning(told: Told, key: str) -> str:
    """Return that the answer has not the words of the key."""
    if fault := of_key(told, key):
        return fault
    return of_some(told)


def of_other_signs(told: Told, key: str, typed: str) -> str:
    """Return that what was typed, or what is right, is another."""
    return of_key(told, key) if is_quoted(told.response, typed) else f"{typed} was not typed"


def of_extra(told: Told, words: str, key: str) -> str:
    """Return which of the words that are too many was not typed."""
    strange = [word for word in words.split() if word.removesuffix("…") not in told.response]
    return f"{strange} was not typed" if strange else of_key(told, key)


def of_word_asked(told: Told) -> str:
    """Return that a word was typed, or that the answer is a number."""
    if any(map(str.isalpha, told.response)):
        return "a word was typed"
    return "a number is right" if any(map(str.isdigit, "".join(told.forms))) else ""


def of_two(told: Told) -> str:
    """Return that one answer was given, where one was."""
    return "" if PARTED.search(told.response.casefold()) else "one answer was given"


def of_question(told: Told, typed: str, key: str) -> str:
    """Return that something else was typed, or is right."""
    return of_key(told, key) if is_quoted(told.response, typed) else f"{typed} was not typed"


def of_written(told: Told, word: str) -> str:
    """Return that a word is not in the key."""
    return "" if is_quoted(" ".join(told.forms), word.rstrip(".")) else f"{word} is not in the key"


def of_date(told: Told, date: str) -> str:
    """Return which number of a date was not typed."""
    strange = [each for each in re.findall(r"\d+", date) if each not in told.response]
    return f"{strange} was not typed" if strange else ""


# Each sentence on a word, phrase or date, and how it may be untrue.
ON_TERMS: tuple[tuple[str, Callable[..., str]], ...] = (
    ("", nothing),
    (r"Nothing typed yet\.", nothing),
    (r"Which (?:day|month) of (.+)\?|(.+) of which year\?", of_date),
    (r'Which "(.+)"\?', of_part),
    (r"Which (.+)\?", of_part),
    (r"Part of it\. What else\?", of_some),
    (r"A word is asked for\.", of_word_asked),
    (r"Two answers; give one\.", of_two),
    (r"(?:Not it|More than a slip): the answer is (.+)\.", of_key),
    (r"(\S+) is another thing: (\S+), not (\S+)\.", of_affixes),
    (r"(\S+) is another thing: (\S+) is missing\.", of_affix_missing),
    (r"(\S+) is another thing: (\S+) is too many\.", of_affix_more),
    (r"(.+) is another word; the answer is (.+)\.", of_another_word),
    (r"(.+) is something else here; the answer is (.+)\.", of_name),
    (r"(.+) is as near to (.+) as to the answer, (.+)\.", of_near_name),
    (r'You wrote "(.+)"; the answer is without it: (.+)\.', of_denial),
    (r'The answer says "(.+)": (.+)\.', of_denying),
    (r"Not it: where you wrote (.+), the answer has (.+)\.", of_place),
    (r"Turned round: (.+)\.", of_turning),
    (r"Case tells here: (.+), not (.+)\.", of_other_signs),
    (r"The article is (.+), not (.+)\.", of_instead),
    (r'"(.+)" makes it something else; the answer is (.+)\.', of_extra),
    (r'You wrote "(.+)"; the answer is "(.+)"\. The same\? y/n', of_question),
    (r"(.+) is not (.+)\.", of_other_signs),
    (r"(.+), not (.+)\.", of_instead),
)
ON_SPELLING: tuple[tuple[str, Callable[..., str]], ...] = (
    (r"One letter: (.+)", of_one_letter),
    (r"Two slips: (.+)", of_two_slips),
    (r"Two letters swapped: (.+)", of_swap),
    (r"A letter too many: (.+)", of_letter_more),
    (r"A letter is missing: (.+)", of_letter_less),
    (r"By ear it is right; it is written (.+)", of_ear),
    (r"(?:Accent|Umlaut): (.+)", of_accent),
    (r"It is written (.+)", of_written),
)
SPELLING = re.compile(
    r"(?:One letter|Two slips|Two letters swapped|A letter too many|A letter is missing"
    r"|Accent|Umlaut|By ear it is right; it is written|It is written).*?(?:\.(?= |$)|$)"
)


def untruth(told: Told, note: str) -> str:
    """Return what is wrong with a note on a term; "" where it is true, or tells nothing."""
    if SPELLING.match(note):
        pieces = SPELLING.findall(note)
        if " ".join(pieces) != note:
            return "an unknown sentence"
        return next(
            filter(None, (said(ON_SPELLING, told, p.removesuffix(".")) for p in pieces)), ""
        )
    return said(ON_TERMS, told, note)


def said(sentences: Iterable[tuple[str, Callable[..., str]]], told: Told, note: str) -> str:
    """Return what is wrong by the first sentence that a note is."""
    for sentence, fault in sentences:
        if found := re.fullmatch(sentence, note):
            return fault(told, *filter(None, found.groups()))
    return "an unknown sentence"
