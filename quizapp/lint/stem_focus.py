"""Rules on what a question is about: S106, S107, S108.

A good question can be answered with its options covered, asks one thing, and names what it is
about. The words here are English; a deck in another language is not looked at.
"""

import re
from collections.abc import Iterator

from quizapp.items.item import Format, Item
from quizapp.lint.finding import Finding, make_finding

_STATEMENT_FORMATS = frozenset({Format.GAP, Format.TRUE_FALSE})
_WH = r"what|which|who|whom|whose|when|where|why|how"
_AUXILIARY = (
    r"is|are|was|were|be|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must"
)
_QUOTED = re.compile(r"[\"“«][^\"”»]*[\"”»]")

# --- S106 ----------------------------------------------------------------------------------------

_VERDICT = (
    r"(?:(?:in)?correct|true|untrue|false|right|wrong|(?:in)?accurate|(?:in)?valid|the case|"
    r"appl(?:y|ies)|holds?)"
)
# Nouns for what is said, not for what it is about: they focus a question as little as none.
_SAYING = r"(?:statements?|assertions?|claims?|sentences?|propositions?|options?|answers?|facts?)"
_OF_SET = rf"\s+of\s+(?:these|those|the\s+following|the(?=\s+{_SAYING}))"
_SET = rf"(?:\s+(?:one|ones|two|three))?(?:{_OF_SET})?"
_UNFOCUSED = re.compile(
    rf"\b(?:which|what){_SET}(?:\s+(?:following\s+)?{_SAYING})?"
    rf"(?:\s+(?:about|on|regarding|concerning|for|describing)\s[^?]*?)?"
    rf"\s+(?:(?:is|are|was|were|holds?|best)\s+)*(?:not\s+|most\s+|always\s+)?{_VERDICT}"
    r"(?=\s*(?:[?.,:;]|$|(?:of|about|for|to|in|on|with|regarding|concerning)\b))"
    r"|\bwhat\s+(?:can|could|may)\s+be\s+said\s+(?:of|about)\b",
    re.IGNORECASE,
)
# "Which hypothesis about sleep proved true?" has a noun of its own; "which of the two" has one too.
_OWN_NOUN = re.compile(
    rf"\b(?:which|what)\s+(?!(?:of|one|ones|following|about|on|regarding|concerning|for)\b)"
    rf"(?!{_SAYING}\b)(?!(?:{_AUXILIARY}|best|holds?|appl(?:y|ies))\b)\w+",
    re.IGNORECASE,
)


def find_unfocused_stem(item: Item) -> Iterator[Finding]:
    """S106: which is true, what is true of …: nothing can be answered with the options covered."""
    stem = _QUOTED.sub("…", item.stem)
    found = _UNFOCUSED.search(stem)
    is_asked = item.format not in _STATEMENT_FORMATS and found is not None
    if is_asked and found is not None and not _OWN_NOUN.match(found.group()):
        yield make_finding(
            item,
            f"{' '.join(found.group().split())!r} asks for any of many things",
            "ask for one thing about the subject, so that it can be answered without options",
        )


# --- S107 ----------------------------------------------------------------------------------------

_PREPOSITION = r"in|on|at|by|to|from|for|of|with|under|through|into|after|before|against|during"
_SECOND = re.compile(
    rf"\b(?:and|or)\s+(?:then\s+)?(?:(?:{_PREPOSITION})\s+)?(?P<wh>{_WH})\b"
    rf"(?P<inverted>\s+(?:\w+\s+)?(?:{_AUXILIARY})\b)?",
    re.IGNORECASE,
)
_ASKS = re.compile(rf"\b(?:{_WH})\b", re.IGNORECASE)
_OPENING_CLAUSE = re.compile(
    rf"^(?:if|when|where|while|because|although|whether)\s+(?!(?:{_AUXILIARY})\b)[^,?]*,\s*",
    re.IGNORECASE,
)
_CLAUSE_OPENER = re.compile(rf"\b(?P<wh>{_WH}|whether|if|that)\b", re.IGNORECASE)


def find_second_question(item: Item) -> Iterator[Finding]:
    """S107: and/or with a question word behind it, or two sentences that ask."""
    if item.format in _STATEMENT_FORMATS:
        return
    stem = _QUOTED.sub("…", item.stem)
    sentences = _sentences(stem)
    second = next(filter(None, map(_second_question, sentences)), "")
    asking = [each for each in sentences if each.endswith("?") and _ASKS.search(each)]
    if not second and len(asking) > 1:
        second = asking[-1]
    if second:
        yield make_finding(
            item,
            f"{second!r} is a second question in one",
            "ask one of the two, and give the other a card of its own",
        )


def _sentences(stem: str) -> list[str]:
    """Return the sentences of `stem`."""
    return re.split(r"(?<=[.?!])\s+", stem)


def _second_question(sentence: str) -> str:
    """Return the words that open a second question in `sentence`; "" where there is none.

    "People who smoke and who mine coal" goes on with a clause, and so does "shows how fast and in
    what direction": there a clause stands between the question and its "and".
    """
    asked = _OPENING_CLAUSE.sub("", sentence)
    for found in _SECOND.finditer(asked):
        openers = [each["wh"] for each in _CLAUSE_OPENER.finditer(asked, 0, found.start())]
        clauses = openers[1:]  # the first is the question itself
        goes_on = bool(clauses) and (
            clauses[-1].casefold() == found["wh"].casefold() or not found["inverted"]
        )
        if openers and not goes_on:
            return found.group().strip()
    return ""


# --- S108 ----------------------------------------------------------------------------------------

_PRONOUN = r"it|its|they|them|their|he|him|his|she|her"
# A question word that stands for a thing (not "which drug"), what no noun is, and the pronoun.
_DANGLING = re.compile(
    rf"^(?:and\s+)?(?:(?:{_PREPOSITION})\s+)?"
    rf"(?:how\s+(?:many|much|often|long|far|old|large|big|fast|soon|well)\s+(?:of\s+)?|(?:{_WH})\s+)"
    rf"(?:else\s+)?(?:(?:{_AUXILIARY}|makes?|made|causes?d?|\w+ed|of)\s+)+"
    rf"(?P<pronoun>{_PRONOUN})\b"
    rf"|^how\s+(?:many|much)\s+of\s+(?P<part>them|it)\b",
    re.IGNORECASE,
)
# It that stands for a clause or for nothing: how long does it take light to come, when is it that.
_EXPLETIVE = re.compile(
    r".*\b(?:to\s+(?!the\b|a\b|an\b|in\b|on\b|at\b|by\b|be\?)\w+|that|when|if|whether|rains?|snows?)\b",
    re.IGNORECASE,
)


def find_dangling_pronoun(item: Item) -> Iterator[Finding]:
    """S108: it, they, its before any noun: nothing in the stem says what is meant.

    Beside a picture it is what is seen.
    """
    found = _DANGLING.match(item.stem.strip())
    is_pictured = item.image is not None and item.image.is_shown_with_question
    if found is None or item.format in _STATEMENT_FORMATS or is_pictured:
        return
    pronoun = found["pronoun"] or found["part"]
    if pronoun.casefold() == "it" and _EXPLETIVE.match(item.stem.strip()[found.end() :]):
        return
    yield make_finding(
        item,
        f"{pronoun!r} refers to nothing in the question",
        "name what is meant: a question is asked alone, in any order",
    )
