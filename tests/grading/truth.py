"""Whether what is told of an answer is true, found without the judge: by the letters alone.

A word named as wrong must stand in the answer, one named as right or missing in the key. A count of
letters must be that of the edits between the two.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable

from rapidfuzz.distance import OSA

COUNTS = {"one letter": 1, "two letters": 2, "three letters": 3}
SMALLEST = 2  # letters of an American spelling or a plural that may lie beside a slip
NEGATION = re.compile(
    r"\b(no|non|not|never|without|none|neither|nor|cannot|\w+n'?t|except|but|lack\w*|absen\w+|un"
    r"|anti|pseudo|unlike)\b"
)


def letters(text: str) -> str:
    """Return the letters and digits of `text` in one case; accents and spaces left out."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("≠", "!="))
    return re.sub(
        r"[\s'’()^;-]+", "", "".join(c for c in decomposed if not unicodedata.combining(c))
    )


def american(text: str) -> str:
    """Return letters with the commonest British ones as the American."""
    return letters(text).replace("ae", "e").replace("oe", "e")


def words_of(text: str) -> list[str]:
    """Return the words of `text`, by their letters."""
    return [letters(word) for word in re.findall(r"\w+", text)]


def is_letter(word: str) -> bool:
    """Say whether a word is a single letter."""
    return len(word) == 1 and word.isalpha()


def in_short(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Return `forms`, and those of two words with the first as a letter: E. coli."""
    cut = [form.split() for form in forms]
    return (*forms, *(f"{first[0]}. {second}" for first, second in filter(is_pair, cut)))


def is_pair(texts: list[str]) -> bool:
    """Say whether there are two."""
    return len(texts) == 2


def holds(texts: Iterable[str], part: str) -> bool:
    """Say whether one of `texts` holds all words of `part`."""
    return any(
        all(
            letters(word) in letters(text) or american(word) in american(text)
            for word in part.strip("-").split()
        )
        for text in texts
    )


def untruth(forms: tuple[str, ...], response: str, note: str) -> str:
    """Return what is wrong with a note on a term; "" where it is true, or tells nothing."""
    for sentence, fault in SENTENCES:
        if found := re.fullmatch(sentence, note):
            return fault(forms, response, *filter(None, found.groups()))
    return "an unknown sentence"


def nothing(_forms: tuple[str, ...], _response: str) -> str:
    """Return "": the sentence tells nothing of a word."""
    return ""


def of_spelling(forms: tuple[str, ...], response: str, count: str) -> str:
    """Return how many letters are wrong, where it is not `count`."""
    told = COUNTS[count]
    edits = min(OSA.distance(american(form), american(response)) for form in in_short(forms))
    return "" if told <= edits <= told + SMALLEST else f"{edits} edits"


def of_negations(forms: tuple[str, ...], response: str) -> str:
    """Return that answer and key deny alike, where they do."""
    denying = [len(NEGATION.findall(text.casefold())) for text in (response, *forms)]
    return "both deny, or neither" if len(set(denying)) == 1 else ""


def of_order(forms: tuple[str, ...], response: str) -> str:
    """Return that it is not the key's words in another order, where it is not."""
    same = [Counter(letters(response)) == Counter(letters(form)) for form in forms]
    return "" if any(same) else "the words are others"


def of_missing(forms: tuple[str, ...], response: str, lacking: str) -> str:
    """Return which of the words said to be missing were given, or are none of the key's."""
    if not holds(forms, lacking):
        return f"{lacking} is not in the key"
    given, wanted = Counter(words_of(response)), Counter(words_of(" ".join(forms)))
    both = [word for word in words_of(lacking) if given[word] >= max(1, wanted[word])]
    made_up = [word for word in words_of(lacking) if is_letter(word) and not wanted[word]]
    return f"{both} was given, {made_up} not asked for" if both or made_up else ""


def of_more(forms: tuple[str, ...], response: str) -> str:
    """Return that no word is too many, where none is."""
    is_more = any(len(words_of(response)) > len(words_of(form)) for form in forms)
    is_alias = min(OSA.distance(american(form), american(response)) for form in forms) == 1
    return "" if is_more and not is_alias else "it is a form of the key, misspelt"


def of_turning(_forms: tuple[str, ...], response: str, word: str) -> str:
    """Return that the word said to turn the key is not there, where it is not."""
    return "" if holds([response], word) else f"{word} is not in the answer"


def of_near(forms: tuple[str, ...], response: str, name: str) -> str:
    """Return how near the answer is to the name and to the key, where the key is nearer."""
    near = OSA.distance(letters(name), letters(response))
    key = min(OSA.distance(letters(form), letters(response)) for form in forms)
    return "" if near <= key else f"{near} letters from it, {key} from the key"


def of_name(_forms: tuple[str, ...], response: str, name: str) -> str:
    """Return that the answer is not `name`, nor a part of it, where it is neither."""
    return "" if holds([name], response) or holds([response], name) else f"not {name}"


def of_beginning(forms: tuple[str, ...], _response: str, beginning: str) -> str:
    """Return that the key has not the beginning that the answer is said to lack."""
    return "" if holds(forms, beginning) else f"{beginning}- is not in the key"


def of_other(forms: tuple[str, ...], response: str, *words: str) -> str:
    """Return which of "right, not wrong" does not stand where it should."""
    *right, wrong = words
    if right and not holds(forms, right[0]):
        return f"{right[0]} is not in the key"
    return "" if holds([response], wrong) else f"{wrong} is not in the answer"


# Each sentence that a term may be answered with, the first that fits, and how it may be untrue.
SENTENCES: tuple[tuple[str, Callable[..., str]], ...] = (
    ("", nothing),
    ("that names something else|one answer, not two", nothing),
    ("spelling: (.+)", of_spelling),
    ("a negation on one side only", of_negations),
    ("the other way around", of_order),
    ("less than the whole: (.+) is missing|(.+) is missing", of_missing),
    ("more than was asked", of_more),
    ("(.+) makes it something else|(.+) is something else", of_turning),
    ("nearer to (.+)", of_near),
    ("that may be (.+), too|that is (.+)", of_name),
    ("with (.+)-", of_beginning),
    ("without (.+)-", of_turning),
    ("(?:(.+), )?not (.+)", of_other),
)


SIGNS = re.compile(r"\d[\d.,']*|\b(?:one|two|three|four|five|ten|million|or)\b|\?")


def untruth_on_number(unit: str, of: str, response: str, note: str) -> str:
    """Return what is wrong with a note on a number; "" where it is true, or tells nothing."""
    if note == "one number, not two":
        return "" if len(SIGNS.findall(response.casefold())) > 1 else "one number was given"
    if note == "the sign is wrong":
        return "" if re.search(r"^[^-−]|-|minus", response) else "no sign"
    found = re.fullmatch(r"(?:of (\S+), not of (\S+))|(?:(.+), )?not (?!a |the )(.+)", note)
    if found is None or note.endswith("not a number") or note.startswith("that is "):
        return ""
    if found[1]:
        is_there = found[2] in response or (found[2] == "3" and "third" in response)
        return "" if found[1] == of and is_there else f"{found[1]}, {found[2]}"
    right, wrong = found[3] or "", found[4]
    if right and right != unit:
        return f"{right} was not asked for"
    return "" if letters(wrong) in letters(response) else f"{wrong} is not in the answer"


def untruth_on_list(members: tuple[str, ...], response: str, note: str) -> str:
    """Return what is wrong with a note on a list; "" where it is true."""
    missing, _, false = note.removeprefix("missing: ").partition("; not: ")
    if note.startswith("not: "):
        missing, false = "", note.removeprefix("not: ")
    for member in members:
        given = re.search(rf"\b{re.escape(member)}\b", response)
        if given and not false and member in missing.split(", "):
            return f"{member} was given"
    strange = [part for part in false.split(", ") if not holds([response], part)]
    return f"{strange} was not given" if strange else ""
