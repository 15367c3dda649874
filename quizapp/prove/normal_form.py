"""One way to write a text: dashes, figures, number words and fixed phrases.

What is left is plain enough to be cut into words. Nothing here judges.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from quizapp.grading.words_to_digits import write_in_digits
from quizapp.prove.phrases import PHRASES

_DASHES = str.maketrans({**dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"), **dict.fromkeys("’‘ʼ`´′", "'")})
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
# Spelt out: σ is sigma, TNF-α is TNF-alpha.
_GREEK_NAME = re.compile(r"GREEK (?:SMALL|CAPITAL) LETTER (\w+)")
_GREEK = {
    chr(code): f" {found[1].casefold()} "
    for code in range(0x391, 0x3CA)
    if (found := _GREEK_NAME.fullmatch(unicodedata.name(chr(code), "")))
}
_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+")
# The error of 410+160-180, of 410^{+160}_{-180}: its ends get signs and a space of their own.
_PLAIN = r"\d+(?:\.\d+)?"
_ERROR = re.compile(
    rf"(?<![\w.])({_PLAIN})\s*\^?[{{(]?\+\s?({_PLAIN})[}})]?"
    rf"\s*[/,_]?\s*[{{(]?-\s?({_PLAIN})[}})]?(?![\w-])"
)
_BARE_DECIMALS = re.compile(r"(?<![\w.])\.(?=\d)")  # P = .0231
_POWER_OF_TEN = re.compile(r"(\d)\s*[×x*·]\s*10\s*\^?\s*([-+]?\d+)(?!\d|\.\d)")
_SPACED_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d.,]*\d)")
_COMMA_GROUPS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,]|\.\d{3},)")
_SCALED = re.compile(r"(\d+(?:\.\d+)?)\s?(thousand|million|billion)\b(?!s)")
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_SOLAR_MASS = re.compile(r"M\s?[⊙☉]|\bM_\{?[Ss]un\b\}?")
# "one" and "second" are mostly no numbers: one of them, per second.
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_COMPOUND = re.compile(
    rf"\b({_ONES}|{_TEENS}|{_TENS})-(?!(?:one|{_ONES})\b)(?=[a-z])", re.IGNORECASE
)  # four-month
_FOLD = re.compile(rf"\b({_ONES}|ten)fold\b", re.IGNORECASE)
_PRONOUN = re.compile(
    r"\bones\b|\bone\b(?![- ](?:hundred|thousand|million|billion|in \d|second|minute|hour|day"
    r"|week|month|year|decade|century)|-[a-z])"
    r"|(?<=\bper )second\b|\bpoint\b",
    re.IGNORECASE,
)
_KEPT = {"one": "ⓞne", "ones": "ⓞnes", "second": "ⓢecond", "point": "ⓟoint"}
_BACK = str.maketrans("ⓞⓢⓟ", "osp")
# "A third" is a part where something is said of it, and a rank before a noun: a third planet.
_PART_END = (
    r"(?!-)(?=\s*(?:[^\w\s]|$)|\s+(?:of|as|to|in|on|at|by|for|from|with|than|and|or|but|is|are|was|"
    r"were|had|has|have|did|do|more|less|fewer|higher|lower|during|within|after|before|when|while|"
    r"because|who|which|that)\b)"
)
# Parts of a whole, as a percentage that is about right.
_PARTS = (
    (re.compile(r"\b(?:one|a)[- ]half\b(?!-)|\bhalf\b(?!-)", re.IGNORECASE), "~50%"),
    (re.compile(rf"\b(?:one[- ]third\b|a[- ]third\b{_PART_END})", re.IGNORECASE), "~33.3%"),
    (re.compile(r"\btwo[- ]thirds\b", re.IGNORECASE), "~66.7%"),
    (re.compile(r"\b(?:one|a)[- ]quarter\b", re.IGNORECASE), "~25%"),
    (re.compile(r"\bthree[- ]quarters\b", re.IGNORECASE), "~75%"),
    (re.compile(rf"\b(?:one[- ]fifth\b|a[- ]fifth\b{_PART_END})", re.IGNORECASE), "~20%"),
    (re.compile(rf"\b(?:one[- ]tenth\b|a[- ]tenth\b{_PART_END})", re.IGNORECASE), "~10%"),
    (re.compile(r"\ba dozen\b", re.IGNORECASE), "12"),
)
_RULES = tuple((re.compile(written, re.IGNORECASE), as_one) for written, as_one in PHRASES)
_WITH_ABBREVIATION = re.compile(r"\(([A-Z][\w-]{1,9}|[a-z]?[A-Z][\w-]{1,9})(?:[;,][^()]*)?\)")
_MOST_LETTERS_A_WORD = 2


@lru_cache(maxsize=4096)
def normalize(text: str, language: str) -> str:
    """Return `text` in the one way of writing that claims and sources are compared in."""
    text = text.translate(_DASHES)
    text = _RAISED.sub(lambda found: "^" + found.group().translate(_SUPERSCRIPTS), text)
    text = unicodedata.normalize("NFKC", _SOLAR_MASS.sub(" solar masses", text))
    text = "".join(_GREEK.get(each, each) for each in text)
    text = _BARE_DECIMALS.sub("0.", text)
    text = _ERROR.sub(r"\1 +\2/-\3 ", text)
    text = _POWER_OF_TEN.sub(r"\1e\2", text)
    text = _SPACED_GROUPS.sub(lambda found: re.sub(r"\s", "", found.group()), text)
    if language == "en":
        text = _COMMA_GROUPS.sub(lambda found: found.group().replace(",", ""), text)
        for part, percent in _PARTS:
            text = part.sub(percent, text)
    text = _FOLD.sub(r"\1 fold", text)
    text = _SCALED.sub(lambda found: f"{float(found[1]) * _SCALES[found[2]]:.0f}", text)
    text = _PRONOUN.sub(lambda found: _KEPT[found.group().casefold()], text)
    text = _COMPOUND.sub(r"\1 -", text)
    text = write_in_digits(text, language).translate(_BACK)
    if language == "en":
        for written, as_one in _RULES:
            text = written.sub(as_one, text)
    return text


# --- names ---------------------------------------------------------------------------------------


def find_abbreviations(text: str) -> Iterator[tuple[str, str]]:
    """Yield each abbreviation that `text` explains, with what it stands for.

    Schwartz and Hearst (2003): the letters of the abbreviation stand in this order in the words
    before its bracket, the first of them at the beginning of a word.
    """
    for found in _WITH_ABBREVIATION.finditer(text):
        short = found[1]
        if sum(each.isupper() for each in short) < _MOST_LETTERS_A_WORD:
            continue
        words = re.split(r"\s+", text[: found.start()].strip())[-len(short) * 2 :]
        if long := _long_form(short, " ".join(words)):
            yield short, long


def _long_form(short: str, before: str) -> str:
    """Return the end of `before` that `short` stands for; "" where there is none."""
    at = len(before)
    letters = [each.casefold() for each in short if each.isalnum()]
    for place, letter in reversed(list(enumerate(letters))):
        at -= 1
        while at >= 0 and not (
            before[at].casefold() == letter and (place or at == 0 or not before[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return ""
    long = before[at:]
    return long if len(long) > len(short) else ""


def replace_names(text: str, names: Mapping[str, str]) -> str:
    """Return `text` with each alias of `names` written as the name that it stands for."""
    pattern = _pattern_of(tuple(names))
    if pattern is None:
        return text
    folded = {alias.casefold(): name for alias, name in names.items()}
    return pattern.sub(lambda found: folded[found.group().casefold()], text)


@lru_cache(maxsize=256)
def _pattern_of(aliases: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return what finds the aliases, the longest first."""
    longest = sorted(filter(None, aliases), key=len, reverse=True)
    if not longest:
        return None
    either = "|".join(map(re.escape, longest))
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w])", re.IGNORECASE)
