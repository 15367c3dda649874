"""The rule on negative questions: S102. A question is negative where what it asks for is denied.

"Which metal does not rust?" is; "Which drug helps patients who do not respond?" is none, since the
negation stands in a clause of its own.
"""

import re
from collections.abc import Iterator

from quizapp.items.item import Format, Item
from quizapp.lint.finding import Finding, make_finding

_STATEMENT_FORMATS = frozenset({Format.GAP, Format.TRUE_FALSE})
_WORDS = r"(?P<word>what|which|who|whom|whose|when|where|why|how)"
_ANYWHERE = re.compile(rf"\b{_WORDS}\b", re.IGNORECASE)
# At the beginning, or behind what leads up to it: in patients who do not respond, what did it add?
_LEADING = re.compile(rf"(?:^|[,:;]\s+)(?:and\s+)?(?:[a-z]{{2,7}}\s+)?{_WORDS}\b", re.IGNORECASE)
_IS_CLAUSE = re.compile(
    r"(?:when|where|while)\s+(?!is|are|was|were|do|does|did|has|have|can)", re.IGNORECASE
)
# What opens a clause within a question: relative, of condition, of time, of reason.
_SUBORDINATE = re.compile(
    r"\b(?:who|whom|whose|which|that|what|where|when|whenever|if|unless|because|since|although|"
    r"though|while|whether|until|as)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(rf",\s*(?:{_SUBORDINATE.pattern})[^,?]*,", re.IGNORECASE)
# "A particle without charge" is no negative question, "which of them is without" is one.
_NEGATIVE = re.compile(
    r"\b(?:not|except|never|cannot)\b"
    r"|\b(?:is|are|was|were|be|do|does|did|goes?)\s+without\b|n['’]t\b",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(r"\s+(?:only|just|until)\b", re.IGNORECASE)
# A comparison that is denied is a bound: never more than three is three at most.
_BOUND = re.compile(r"[^,;?]*\b(?:more|less|fewer|\w+er)\s+than\b", re.IGNORECASE)
# "What could they not explain?" asks what was beyond them: which thing is denied to whom is said.
_INABILITY = re.compile(r"\b(?:can|could)\s+(?!not\b)\S.*$", re.IGNORECASE)


def find_negative_stem(item: Item) -> Iterator[Finding]:
    """S102: what the stem asks for is denied: not, except, never, is without."""
    found = "" if item.format in _STATEMENT_FORMATS else _negation_of(item.stem)
    if found:
        yield make_finding(
            item, f"the question says {found!r}", "ask for what is, not for what is not"
        )


def _negation_of(stem: str) -> str:
    """Return the word that denies what `stem` asks for; "" where none does."""
    for sentence in re.split(r"(?<=[.?!])\s+", _ASIDE.sub(" ", stem)):
        asking = _find_question_word(sentence)
        for negative in _NEGATIVE.finditer(sentence):
            if _denies_what_is_asked(sentence, asking, negative):
                return negative.group()
    return ""


def _find_question_word(sentence: str) -> re.Match[str] | None:
    """Return the word with which `sentence` asks, in the group `word`; None where it has none."""
    leading = [
        found
        for found in _LEADING.finditer(sentence)
        if not _IS_CLAUSE.match(sentence[found.start("word") :])
    ]
    anywhere = list(_ANYWHERE.finditer(sentence))
    return leading[0] if leading else anywhere[-1] if anywhere else None


def _denies_what_is_asked(
    sentence: str, asking: re.Match[str] | None, negative: re.Match[str]
) -> bool:
    """Return whether `negative` stands in the clause of what asks, and denies it."""
    behind = sentence[negative.end() :]
    if negative.group().casefold() == "except":
        return True
    if asking is None:  # Choose the metal that does not rust: the clause says what is asked for
        return not re.search(r"\b(?:if|when|because|unless)\b", sentence[: negative.start()])
    between = sentence[asking.end() : negative.start()]
    if asking.start("word") > negative.start() or asking["word"].casefold() == "why":
        return False
    is_own_clause = _SUBORDINATE.search(between) is None
    is_denial = not (_NOT_ONLY.match(behind) or _BOUND.match(behind) or _INABILITY.search(between))
    return is_own_clause and is_denial
