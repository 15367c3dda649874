"""How much something is worth asking: results before background, figures with their noun first.

The words of a sentence say what it is for: an aim promises, a method tells what was done, a result
has figures and directions. In languages other than English its figures alone tell.
"""

import re
from collections.abc import Iterator
from enum import Enum

from quizapp.drafting.model import FigureKind, FoundFigure, FoundTerm


class Part(Enum):
    """What a sentence is for, and what that adds to its worth."""

    RESULT = 0.9
    BACKGROUND = 0.2
    METHOD = -0.2
    AIM = -1.2
    NOTE = -9.0


_AIM = re.compile(
    r"\b(?:we (?:here )?(?:report|present|sought|aim|aimed|investigate|examine|evaluate|"
    r"assess|propose|"
    r"discuss|describe|review|address|study|introduce)\b|(?:aims?|objectives?|purpose|"
    r"goals?) (?:of|was|is|were)\b|"
    r"aimed to|(?:investigated|examined|tested|asked|evaluated|assessed|explored) (?:if|"
    r"whether|how)|"
    r"(?:paper|study|article|review|work) (?:investigat|examin|report|present|propos|describ|"
    r"discuss|aim|stud|"
    r"compar\w+ stud)|^to (?:determine|evaluate|assess|investigate|examine|elucidate|explore|"
    r"see|test|compare)\b|"
    r"further (?:studies|research|work|investigation)|are needed|is needed|"
    r"remains? (?:unclear|unknown)|"
    r"(?:poorly|not well) understood|are discussed)",
    re.IGNORECASE,
)
_NOTE = re.compile(  # rights, keywords, registers: nothing of a paper's content
    r"©|\(c\) ?(?:19|20)\d\d|rights reserved|\bkey ?words\b|https?://|"
    r"\bregist(?:ry|ration|ered)\b.*\d{5}|\bwww\.",
    re.IGNORECASE,
)
_METHOD = re.compile(
    r"\b(?:(?:was|were|be) (?:\w+ly )?(?:assigned|recruited|enrolled|randomi[sz]ed|collected|"
    r"measured|obtained|"
    r"analy[sz]ed|included|asked|divided|used|performed|assessed|evaluated|sampled|searched|"
    r"conducted|"
    r"calculated|estimated(?! (?:at|to be))|extracted|recorded|classified|followed|trained|tested)|"
    r"we (?:\w+ly )?(?:used|conducted|"
    r"recruited|enrolled|assigned|collected|analy[sz]ed|measured|carried|searched|applied|"
    r"developed|tested|"
    r"included|performed|compared|surveyed|sampled|assessed|interviewed|sequenced|trained|"
    r"modell?ed)|"
    r"(?:primary|main|secondary) (?:outcome|end ?point)|using)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\b(?:found|find|shows?|showed|shown|observed|increas\w+|decreas\w+|reduc\w+|improv\w+|"
    r"higher|lower|"
    r"greater|fewer|larger|smaller|faster|longer|shorter|significant\w*|associated|"
    r"correlat\w+|died|survived|"
    r"surviv\w+|achiev\w+|result(?:s|ed) in|reveal\w*|led to|relapsed|detected|yield\w*|"
    r"predict(?:s|ed)|"
    r"outperform\w*|than|vs|versus|compared|caus\w+|due to|because|declin\w+|rose|fell|grew|"
    r"doubl\w+|halv\w+|"
    r"accounted|explain(?:s|ed)|occurred|underwent|received|responded|developed in|"
    r"matche[sd]|demonstrat\w+|"
    r"exceed\w*|remained|common|prevalence|median|mean|average)\b|%",
    re.IGNORECASE,
)
_ANAPHORA = re.compile(
    r"(?:They|It|These|This|Those|Such|Both|He|She|Its|Their)\b(?! (?:study|trial|paper))"
)
_BARE_SUBJECT = re.compile(r"(?:Of (?:these|those|them),? )?$")
_DEFINITE = re.compile(r"\b(?:the|these|those|both|our|all) $", re.IGNORECASE)
_TIMES = re.compile(
    r"years?|months?|weeks?|days?|hours?|h|minutes?|mins?|min|s|seconds?|times?", re.IGNORECASE
)
_BASE = {
    FigureKind.SHARE: 2.8,
    FigureKind.MEASURE: 2.4,
    FigureKind.COUNT: 2.3,
    FigureKind.SYMBOL: 2.2,
    FigureKind.GROUP: 0.4,
    FigureKind.BARE: 0.9,
}
_LONG = 100  # years and the like: how long a study lasted is shorter
_ROUND = 5  # counts in words up to here are seldom the point


def part_of(sentence: str) -> Part:
    """Return what a sentence is for."""
    is_result = _RESULT.search(sentence) is not None
    if _NOTE.search(sentence):
        return Part.NOTE
    if _AIM.search(sentence):
        return Part.AIM
    if _METHOD.search(sentence):
        return Part.METHOD
    return Part.RESULT if is_result else Part.BACKGROUND


def worth_of_figure(sentence: str, figure: FoundFigure) -> float:
    """Return the worth of a figure; 0 for what is no figure to learn."""
    base = _BASE.get(figure.kind, 0.0)
    if not base or _is_idle(sentence, figure):
        return 0.0
    part = part_of(sentence)
    is_promised = part is Part.AIM and figure.kind is not FigureKind.BARE  # a figure stands by it
    worth = base + (-0.2 if is_promised else part.value) + _standing(sentence)
    return worth + sum(_faults(sentence, figure, part))


def _is_idle(sentence: str, figure: FoundFigure) -> bool:
    """Return whether a figure only measures ("per 100 000"), or counts what is not said."""
    before, text = sentence[: figure.start], sentence[figure.start : figure.end]
    if re.search(r"\bper $", before) and re.fullmatch(r"10[0\W]*", text):
        return True
    is_open = not figure.unit and figure.whole is None
    is_count = figure.kind in {FigureKind.COUNT, FigureKind.BARE}
    return is_count and is_open and _BARE_SUBJECT.fullmatch(before) is not None


def _faults(sentence: str, figure: FoundFigure, part: Part) -> Iterator[float]:
    """Yield what a figure gains or loses by where and how it stands."""
    before, text = sentence[: figure.start], sentence[figure.start : figure.end]
    close = sentence[figure.end : figure.close].strip(" -\u2010\u2011")
    match figure.kind:
        case FigureKind.MEASURE if _TIMES.fullmatch(close) and (figure.value or 0) < _LONG:
            yield -0.4 if part is Part.RESULT else -0.9
        case FigureKind.SHARE if part is Part.METHOD:
            yield -0.6
        case FigureKind.BARE if "." in text.strip("."):
            yield 1.2  # measured, though the text does not say in what
        case FigureKind.COUNT if figure.whole is not None:
            yield 0.2
        case FigureKind.COUNT if text.isalpha() and (figure.value or 0) <= _ROUND:
            yield -1.0 if part is not Part.RESULT else 0.0
            yield -0.9 if re.search(r"\w", before) else 0.0
        case _:
            pass
    if _DEFINITE.search(before):
        yield -2.0 if text.isalpha() else -1.0


def worth_of_term(sentence: str, term: FoundTerm) -> float:
    """Return the worth of a term where it stands in `sentence`."""
    before = sentence[: term.start]
    part = part_of(sentence)
    worth = term.weight + part.value + _standing(sentence)
    if part is Part.METHOD and len(sentence[term.start : term.end].split()) == 1:
        worth -= 0.6  # where was searched, what was measured with
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
