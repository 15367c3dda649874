"""Rules on the form of questions: S101, S103 to S105. Each yields what is wrong with one item."""

import re
from collections.abc import Iterable, Iterator

from quizapp.bank.diagnostics import quote
from quizapp.bank.sentences import BLANK
from quizapp.items.item import Format, Item
from quizapp.lint.finding import Finding, make_finding

_STATEMENT_FORMATS = frozenset({Format.GAP, Format.TRUE_FALSE})
_MAX_WORDS = 40
_MIN_CONTEXT_WORDS = 5

# What follows it says how to answer: "What comes next? caterpillar → [ … ]".
_QUESTION_MARK = re.compile(r"""[?？؟](?=[\s"'”»)]|$)|;$""")
_QUESTION_WORD = re.compile(
    r"\b(what|which|who|whom|whose|when|where|why|how)\b"
    r"|^(name|list|give|state|put|arrange|order|sort|choose|select|complete|translate|match|"
    r"define|spell|write)\b",
    re.IGNORECASE,
)
# In small letters, and before a blank if before anything: vitamin A? asks for no vowel.
_ARTICLE_AT_END = re.compile(r"\b(an?)\s*(?:[.:…_]+\s*\??)?\s*$")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def find_missing_question(item: Item) -> Iterator[Finding]:
    """S101: the stem is no question."""
    is_question = _QUESTION_MARK.search(item.stem) or _QUESTION_WORD.search(item.stem)
    if item.format not in _STATEMENT_FORMATS and not is_question:
        yield make_finding(
            item,
            f"{quote(item.stem)} asks nothing",
            "write `ask` as a question that ends in ?",
        )


def find_long_stem(item: Item) -> Iterator[Finding]:
    """S103: the stem has over 40 words."""
    count = len(_WORD.findall(item.stem))
    if count > _MAX_WORDS:
        yield make_finding(
            item, f"the question has {count} words", f"say it in {_MAX_WORDS} at most"
        )


def find_final_article(item: Item) -> Iterator[Finding]:
    """S104: the stem ends in a or an."""
    found = _ARTICLE_AT_END.search(item.stem)
    if item.format not in _STATEMENT_FORMATS and found:
        yield make_finding(
            item,
            f"the question ends in {found.group().strip()!r}, which gives the first letter away",
            "write a whole question",
        )


def find_bare_gap(item: Item) -> Iterator[Finding]:
    """S105: a gap whose sentence leaves under five words."""
    count = len(_WORD.findall(item.stem.replace(BLANK, " ")))
    if item.format is Format.GAP and count < _MIN_CONTEXT_WORDS:
        yield make_finding(
            item,
            f"the gap leaves {count} words beside it: {item.stem}",
            "write a longer `say`",
        )


def find_ambiguous_gaps(items: Iterable[Item]) -> Iterator[Finding]:
    """S105: two cards have the same sentence with a gap."""
    first: dict[tuple[str, str], Item] = {}
    for item in items:
        if item.format is not Format.GAP:
            continue
        other = first.setdefault((item.deck, item.stem), item)
        if other.card != item.card and set(other.key) != set(item.key):
            yield make_finding(
                item,
                f"the gap is the same as that of {other.card}: {item.stem}",
                "say more, so that one answer fits",
            )
