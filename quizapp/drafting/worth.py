"""How much something is worth asking: results before background, figures with their noun first.

The words of a sentence say what it is for: an aim promises, a method tells what was done, a result
has figures and directions. In languages other than English its figures alone tell.
"""

import re
from collections.abc import Iterator
from enum import Enum

from quizapp.drafting.conditions import TIMES, losses_of_place
from quizapp.drafting.model import FigureKind, FoundFigure, FoundTerm
from quizapp.drafting.word_lists import is_common, listed_words
from quizapp.grading.languages import language_of


class Part(Enum):
    """What a sentence is for, and what that adds to its worth."""

    RESULT = 0.9
    BACKGROUND = 0.2
    METHOD = -0.2
    AIM = -1.2
    NOTE = -9.0


_AIM = re.compile(
    r"\b(?:we (?:here |also |further )?(?:report|present|sought|aim|aimed|investigate|"
    r"examine|evaluate|"
    r"assess|propose|"
    r"discuss|describe|review|address|study|introduce)\b|(?:aims?|objectives?|purpose|"
    r"goals?) (?:of|was|is|were)\b|"
    r"aimed to|(?:investigated|examined|tested|asked|evaluated|assessed|explored) (?:if|"
    r"whether|how)|"
    r"(?:paper|study|article|review|work) (?:investigat|examin|report|present|propos|describ|"
    r"discuss|aim|stud|"
    r"compar\w+ stud)|^to (?:determine|evaluate|assess|investigate|examine|elucidate|explore|"
    r"see|test|compare)\b|"
    r"further (?:studies|research|work|investigation)|(?:are|is) (?:needed|required)|"
    r"remains? (?:unclear|unknown|uncertain|disputed|controversial|elusive|limited|debated)|"
    r"(?:is|are) (?:unclear|unknown|uncertain|disputed|controversial|limited|scarce|lacking)\b|"
    r"(?:little|no|few|limited) (?:\w+ )?(?:is|are|consensus|evidence)\b|"
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
    r"(?:was|were) (?:determined|compared|examined|admitted|limited|drawn|noted)|"
    r"(?:study|sample|analysis|cohort|trial|information|review) (?:was |were )?included|"
    r"we (?:\w+ly )?(?:used|conducted|"
    r"recruited|enrolled|assigned|collected|analy[sz]ed|measured|carried|searched|applied|"
    r"developed|tested|"
    r"included|performed|compared|surveyed|sampled|assessed|interviewed|sequenced|trained|"
    r"modell?ed)|"
    r"(?:primary|main|secondary) (?:\w+ )?(?:outcomes?|end ?points?) (?:was|were|is|are|included)"
    r"(?! (?:\d|lower|higher|similar))|using)\b",
    re.IGNORECASE,
)
_SUBCLAUSE = re.compile(r",? (?:where|when|which|who|whose|that|because|although|while|whereas) ")
_WE_DID = re.compile(  # what we did, unless we saw something
    r"\bwe (?:\w+ly )?(?!observed|identified|detected|showed|revealed|demonstrated|discovered|"
    r"estimated|failed|confirmed|concluded|noted|noticed|showed)\w+ed\b",
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
    r"differ(?:s|ed)?|doubl\w+|halv\w+|"
    r"accounted|explain(?:s|ed)|occurred|underwent|received|responded|developed in|"
    r"matche[sd]|demonstrat\w+|"
    r"exceed\w*|remained|common|prevalence|median|mean|average)\b|%|\d[.·]\d",
    re.IGNORECASE,
)
# What only points to another sentence; "These findings suggest that" leads to what can be asked.
_ANAPHORA = re.compile(
    r"(?:they|it|these|this|those|such|both|he|she|its|their|"
    r"the (?:former|latter|same|others?))\b"
    r"(?! (?:study|trial|paper))|(?:of|among|in) (?:these|those|them)\b(?! \w)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:(?:these|this|those|our|the) )?(?!those )(?:\w+ ){1,3}that ", re.IGNORECASE)
# "The effect was", "The star has": a thing that only the sentence before names
_BARE_DEFINITE = re.compile(
    r"The (?P<noun>[a-z]+) (?:\w+ly )?(?:is|are|was|were|has|have|had|do|does|did|may|might|can|"
    r"could|will|would|should|must|[a-z]+ed)\b"
)
_KIND_OF = re.compile(r"\b(?:a|an|the)? ?(?:variant|kind|type|form|case)s? of $")
_THIS = re.compile(r"\b(?:this|these|that|those|our|such)(?: \w+)? $")
_REASON = re.compile(
    r"\b(?:due to|because of|owing to|caused by|attributed to|explained by|mediated by|driven by|"
    r"led by|associated with|result(?:s|ed)? from|depend(?:s|ed)? on|consist(?:s|ed)? of)"
    r"(?: an?| the)?(?: [a-z]+ed)? $"
)
_DEFINES = re.compile(
    r"^[^,;]{3,80}? (?:is|are) (?:an?|the)\b|\b(?:characteri[sz]ed|caused) by\b|\bdue to\b|"
    r"\bdefined as\b|\bknown as\b|\bcalled\b"
)
_BARE_SUBJECT = re.compile(r"(?:Of (?:these|those|them),? )?$")
_BASE = {
    FigureKind.SHARE: 2.8,
    FigureKind.MEASURE: 2.4,
    FigureKind.COUNT: 2.3,
    FigureKind.SYMBOL: 2.2,
    FigureKind.GROUP: 0.4,
    FigureKind.BARE: 0.9,
}
_UNNAMED = -9.0
_OPENING_PART = 0.4  # of a text
_MOST_ITEMS = 2  # before a term, as commas
_LONG = 100  # years and the like: how long a study lasted is shorter
_ROUND = 5  # counts in words up to here are seldom the point


def part_of(sentence: str) -> Part:
    """Return what a sentence is for."""
    is_result = _RESULT.search(sentence) is not None
    if _NOTE.search(sentence):
        return Part.NOTE
    if _AIM.search(sentence):
        return Part.AIM
    main = _SUBCLAUSE.split(sentence, maxsplit=1)[0]
    if _METHOD.search(main) or _WE_DID.search(main):
        return Part.METHOD
    return Part.RESULT if is_result else Part.BACKGROUND


def worth_of_place(sentence: str, place: float) -> float:
    """Return what a sentence gains where it stands: 0 is the first of the text, 1 the last."""
    if part_of(sentence) is Part.BACKGROUND and place > _OPENING_PART:
        return Part.RESULT.value - Part.BACKGROUND.value  # no sign of its own, but behind methods
    return 0.0


def worth_of_figure(sentence: str, figure: FoundFigure) -> float:
    """Return the worth of a figure; 0 for what is no figure to learn."""
    base = _BASE.get(figure.kind, 0.0)
    if not base or _is_idle(sentence, figure):
        return 0.0
    part = part_of(sentence)
    is_promised = part is Part.AIM and figure.kind is not FigureKind.BARE  # a figure stands by it
    worth = base + (-0.4 if is_promised else part.value)
    return worth + sum(_faults(sentence, figure, part))


def _is_idle(sentence: str, figure: FoundFigure) -> bool:
    """Return whether a figure only measures ("per 100 000"), or counts what is not said."""
    before, text = sentence[: figure.start], sentence[figure.start : figure.end]
    if re.search(r"\bper $", before) and re.fullmatch(r"10[0\W]*", text):
        return True
    close = sentence[figure.end : figure.close].strip(" -\u2010\u2011")
    if figure.value == 1 and TIMES.fullmatch(close):
        return True  # at 1 year
    is_open = not figure.unit and figure.whole is None
    is_count = figure.kind in {FigureKind.COUNT, FigureKind.BARE}
    return is_count and is_open and _BARE_SUBJECT.fullmatch(before) is not None


def _faults(sentence: str, figure: FoundFigure, part: Part) -> Iterator[float]:
    """Yield what a figure gains or loses by where and how it stands."""
    before, text = sentence[: figure.start], sentence[figure.start : figure.end]
    close = sentence[figure.end : figure.close].strip(" -\u2010\u2011")
    match figure.kind:
        case FigureKind.MEASURE if TIMES.fullmatch(close) and (figure.value or 0) < _LONG:
            yield -0.4 if part is Part.RESULT else -0.9
            yield -0.9 if text.isalpha() else 0.0
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
    yield from losses_of_place(sentence, figure)


def worth_of_term(sentence: str, term: FoundTerm, *, is_opening: bool = False) -> float:
    """Return the worth of a term where it stands in `sentence`, which may open the text."""
    before, after = sentence[: term.start], sentence[term.end :]
    part = part_of(sentence)
    worth = term.weight + part.value + _worth_of_words(sentence[term.start : term.end], term)
    if is_opening and not _DEFINES.search(sentence):
        worth -= 0.7  # what the field is about; no result
    if part is Part.METHOD:
        worth -= 0.6  # where was searched, what was measured with
    worth += _worth_beside_others(before, after)
    if _THIS.search(before):
        worth -= 1.5
    elif _REASON.search(before) or after.startswith(" rather than "):
        worth += 0.6  # why, by whom, with what: what a sentence was written for
    if after.startswith(" of "):
        worth -= 0.5  # half of what is named
    if _KIND_OF.search(before):
        worth += 0.4
    return worth


def _worth_of_words(text: str, term: FoundTerm) -> float:
    """Return what a term loses by its own words."""
    words = text.split()
    if not term.others and words[-1].casefold() in listed_words("method", "en"):
        return -1.0
    return -0.4 if len(words) == 1 and text.islower() else 0.0  # seldom the point: "on a laptop"


def _worth_beside_others(before: str, after: str) -> float:
    """Return what a term loses that is one of several: nobody knows which of them is hidden."""
    if re.search(r"\b(?:and|or)/?(?:or)? $", before):
        return -0.8  # "Muslim and Christian burials": half of what is joined
    is_first = re.match(r"(?:, [^,;.:]+)*,? (?:and|or) ", after)
    is_last = re.search(r",[^,;]+, (?:and|or) (?:\w+ ){1,3}$", before)
    is_middle = re.search(r", (?:an? |the )?$", before) and after.startswith(", ")
    if before.endswith("(") and after.startswith(")"):
        return -0.8  # another name of what stands before it
    is_deep = before.count(", ") > _MOST_ITEMS
    return -1.2 if is_first or is_last or is_middle or is_deep else 0.0


def worth_of_subject(sentence: str, language: str) -> float:
    """Return what a sentence, as it is shown, loses if it does not name what it is about."""
    sentence = sentence.removeprefix("… ")
    opening = sentence.split(maxsplit=1)[0].casefold() if sentence.strip() else ""
    if opening in listed_words("pointing", language_of(language).code):
        return _UNNAMED
    lead = _LEAD.match(sentence)
    said = sentence[lead.end() :] if lead else sentence
    if _ANAPHORA.match(said):
        return _UNNAMED
    bare = _BARE_DEFINITE.match(said)
    return -1.2 if bare and is_common(bare["noun"]) else 0.0
