"""Where a figure only says when, where or of how many something holds, and is no result itself."""

import re
from collections.abc import Iterator

from quizapp.drafting.figures import find_figures
from quizapp.drafting.model import FigureKind, FoundFigure

TIMES = re.compile(
    r"years?|months?|weeks?|days?|hours?|h|minutes?|mins?|min|s|seconds?|times?", re.IGNORECASE
)
_DEFINITE = re.compile(r"\b(?:the|these|those|both|our|all) $", re.IGNORECASE)
_CONDITION = re.compile(  # "A 10% increase reduced …", "a survey of 24 …"
    r"^(?:An?|Each|Every|For (?:each|every)|Per|Of) $|"
    r"\b(?:study|trial|survey|sample|cohort|experiment|panel)s? "
    r"(?:of|with|in|among|covering|comprising|including|involving) (?:\w+ )?$"
)
_OPENING = re.compile(r"^(?:At|After|Over|Under|Within|With|When|Where|Once) [^,]*$")
_OPENING_TIME = re.compile(r"^(?:During|In|By|For|Every) (?:\w+ )?$")
_ASSUMED = re.compile(r"^(?:Assuming|Given|If)\b(?!.*, [^\d+−-])")
_AT = re.compile(r"(?<!estimated)(?<!put)(?<!dated)(?<!,) at (?:\d\S* \w+ (?:and|or|to) )?$")
_FOLLOWED = re.compile(
    r"\b(?:follow[ -]?up|(?:was|were|we) followed|followed (?:up|for))\b", re.IGNORECASE
)
_SAME = re.compile(r"\b(?:did not|do not|does not|no) differ|\bno (?:\w+ )?difference|\bsimilar\b")
_WORDS_OF_A_NUMBER = 6  # with the "of" behind it
_POINTING_BEHIND = re.compile(r"[^,;]{0,12}\bof (?:this|these|those|such) \w")


def losses_of_place(sentence: str, figure: FoundFigure) -> Iterator[float]:
    """Yield what a figure loses in worth by what stands around it."""
    before, text = sentence[: figure.start], sentence[figure.start : figure.end]
    kind = figure.kind
    is_time = TIMES.fullmatch(sentence[figure.end : figure.close].strip(" -\u2010\u2011"))
    is_all = _DEFINITE.search(before)
    is_whole = text.isalpha() or before.startswith("Of")
    is_opening = _OPENING.search(before) and "," in sentence[figure.close :]
    rules: tuple[tuple[float, object], ...] = (
        (-2.0, is_all and is_whole),
        (-1.0, is_all and not is_whole),
        (-0.8, figure.is_bound),  # mostly where something holds, and not what was found
        (-1.5, _CONDITION.search(before)),
        (-2.0, _is_denominator(before)),
        (-1.5, is_opening),  # After 24 hours at 30% humidity, …
        (-1.0, kind is FigureKind.MEASURE and _AT.search(before)),
        (-1.0, kind is not FigureKind.SHARE and _SAME.search(sentence)),
        (-1.5, _ASSUMED.search(before)),
        (-1.2, is_time and _FOLLOWED.search(before)),  # how long a study lasted
        (-1.2, is_time and _OPENING_TIME.search(before)),
        (-1.5, _POINTING_BEHIND.match(sentence, figure.close)),
    )
    return (loss for loss, holds in rules if holds)


def _is_denominator(before: str) -> bool:
    """Return whether a number and "of" stand there: two of six, 12 of 48."""
    if not before.endswith(" of "):
        return False
    # Its last words alone, so that a sentence of many figures is read in bounded time.
    tail = " ".join(before.split(" ")[-_WORDS_OF_A_NUMBER:])
    figures = find_figures(tail)
    return bool(figures) and figures[-1].end == len(tail) - len(" of ")
