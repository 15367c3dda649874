"""How much something is worth asking: results before background, a figure with its noun before a bare one.

The words of a sentence say what it is for: an aim promises, a method tells what was done, a result has
figures and directions. In languages other than English its figures alone tell.
"""

import re
from enum import Enum

from quizapp.drafting.model import Figure, FigureKind, Term


class Part(Enum):
    """What a sentence is for, and what that adds to its worth."""

    RESULT = 0.9
    BACKGROUND = 0.2
    METHOD = -0.2
    AIM = -0.9


_AIM = re.compile(
    r"\b(?:we (?:here )?(?:report|present|sought|aim|aimed|investigate|examine|evaluate|assess|propose|"
    r"discuss|describe|review|address|study|introduce)\b|(?:aims?|objectives?|purpose|goals?) (?:of|was|is|were)\b|"
    r"aimed to|(?:investigated|examined|tested|asked|evaluated|assessed|explored) (?:if|whether|how)|"
    r"(?:paper|study|article|review|work) (?:investigat|examin|report|present|propos|describ|discuss|aim|stud|"
    r"compar\w+ stud)|^to (?:determine|evaluate|assess|investigate|examine|elucidate|explore|see|test|compare)\b|"
    r"further (?:studies|research|work|investigation)|are needed|is needed|remains? (?:unclear|unknown)|"
    r"(?:poorly|not well) understood|are discussed)",
    re.IGNORECASE,
)
_METHOD = re.compile(
    r"\b(?:(?:was|were) (?:\w+ly )?(?:assigned|recruited|enrolled|randomi[sz]ed|collected|measured|obtained|"
    r"analy[sz]ed|included|asked|divided|used|performed|assessed|evaluated|sampled|searched|conducted|"
    r"calculated|estimated|extracted|recorded|classified|followed|trained|tested)|we (?:\w+ly )?(?:used|conducted|"
    r"recruited|enrolled|assigned|collected|analy[sz]ed|measured|carried|searched|applied|developed|tested|"
    r"included|performed|compared|surveyed|sampled|assessed|interviewed|sequenced|trained|modell?ed)|"
    r"(?:primary|main|secondary) (?:outcome|end ?point)|using)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\b(?:found|find|shows?|showed|shown|observed|increas\w+|decreas\w+|reduc\w+|improv\w+|higher|lower|"
    r"greater|fewer|larger|smaller|faster|longer|shorter|significant\w*|associated|correlat\w+|died|survived|"
    r"surviv\w+|achiev\w+|result(?:s|ed) in|reveal\w*|led to|relapsed|detected|yield\w*|predict(?:s|ed)|"
    r"outperform\w*|than|vs|versus|compared|caus\w+|due to|because|declin\w+|rose|fell|grew|doubl\w+|halv\w+|"
    r"accounted|explain(?:s|ed)|occurred|underwent|received|responded|developed in|matche[sd]|demonstrat\w+|"
    r"exceed\w*|remained|common|prevalence|median|mean|average)\b|%",
    re.IGNORECASE,
)
_ANAPHORA = re.compile(r"(?:They|It|These|This|Those|Such|Both|Here|He|She|Its|Their)\b(?! (?:study|trial|paper))")
_BARE_SUBJECT = re.compile(r"(?:Of (?:these|those|them),? )?$")
_DEFINITE = re.compile(r"\b(?:the|these|those|both|our|all) $", re.IGNORECASE)
_TIMES = re.compile(r"years?|months?|weeks?|days?|hours?|h|minutes?|mins?|min|s|seconds?|times?", re.IGNORECASE)
_BASE = {
    FigureKind.SHARE: 2.8,
    FigureKind.MEASURE: 2.4,
    FigureKind.COUNT: 2.3,
    FigureKind.SYMBOL: 2.2,
    FigureKind.GROUP: 0.4,
    FigureKind.BARE: 0.9,
}
_ROUND = 5  # counts in words up to here are seldom the point


def part_of(sentence: str) -> Part:
    """Return what a sentence is for."""
    is_result = _RESULT.search(sentence) is not None
    if _AIM.search(sentence):
        return Part.AIM
    if _METHOD.search(sentence):
        return Part.METHOD
    return Part.RESULT if is_result else Part.BACKGROUND


def worth_of_figure(sentence: str, figure: Figure) -> float:
    """Return the worth of a figure; 0 for what is no figure to learn."""
    base = _BASE.get(figure.kind, 0.0)
    if not base:
        return 0.0
    part = part_of(sentence)
    worth = base + (part.value if part is not Part.AIM or figure.kind is FigureKind.BARE else -0.2)
    before, text = sentence[: figure.start], sentence[figure.start : figure.end]
    close = sentence[figure.end : figure.close].strip(" -\u2010\u2011")
    if figure.kind is FigureKind.MEASURE and _TIMES.fullmatch(close):
        worth -= 0.4 if part is Part.RESULT else 0.9
    if figure.kind is FigureKind.COUNT and text.isalpha() and part is not Part.RESULT:
        worth -= 1.0 if figure.value is not None and figure.value <= _ROUND else 0.0
    if _DEFINITE.search(before):
        worth -= 2.0 if text.isalpha() else 1.0
    if figure.kind is FigureKind.COUNT and figure.whole is not None:
        worth += 0.2
    is_open = not figure.unit and figure.whole is None and figure.kind in {FigureKind.COUNT, FigureKind.BARE}
    if is_open and _BARE_SUBJECT.fullmatch(before):
        return 0.0  # "Five are smaller": of what, the sentence does not say
    return worth + _standing(sentence)


def worth_of_term(sentence: str, term: Term) -> float:
    """Return the worth of a term where it stands in `sentence`."""
    before = sentence[: term.start]
    worth = term.weight + part_of(sentence).value + _standing(sentence)
    if re.search(r"\b(?:and|or)/?(?:or)? $", before):
        worth -= 0.8  # "Muslim and Christian burials": half of what is joined
    if re.match(r" (?:and|or) ", sentence[term.end :]):
        worth -= 0.3
    if re.search(r"\b(?:a|an|the)? ?(?:variant|kind|type|form|case)s? of $", before):
        worth += 0.4
    return worth


def _standing(sentence: str) -> float:
    """Return what a sentence loses that points to another one."""
    return -0.5 if _ANAPHORA.match(sentence) else 0.0
