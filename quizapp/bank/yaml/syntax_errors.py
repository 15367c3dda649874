"""Syntax errors of libyaml in words that help the author of a deck."""

import re
from typing import NamedTuple

import yaml

from quizapp.bank.diagnostics import Problem, make_problem
from quizapp.bank.place import Place
from quizapp.bank.yaml.nodes import DeckText

MAX_DEPTH = 32  # groups and lists in each other
_TOO_DEEP = "maximum nesting depth"  # a later libyaml looks ahead so far that it stops by itself
_MAX_LINE_LENGTH = 2_000  # what of a line is looked at, so that a hostile one costs no time


class _SyntaxCase(NamedTuple):
    """A fault known by libyaml's words and by the line that they are about.

    `problem` and `context` are parts of what libyaml says, `line` is found in the line where it
    stopped or in the one above; all three must fit. The place is the group `at` of `line` where
    it has one, else where the broken thing began when `is_at_start`, else where libyaml stopped.
    """

    message: str
    fix: str
    problem: str = ""
    context: str = ""
    line: str = ""
    is_at_start: bool = False


# The first that fits speaks.
_SYNTAX_CASES = (
    _SyntaxCase(
        "curly quotes do not quote: for YAML they are letters of the text",
        "write straight quotes",
        line=r"^\s*(- +)*([\w“”„-]+: +)?(\{.*?: +)?(?P<at>[“”„«])",
    ),
    _SyntaxCase(
        "text that opens with a gap needs quotes: YAML takes the gap for a group of keys",
        'put the whole text in quotes: say: "{answer} is …"',
        problem="did not find expected",
        context="block",
        line=r"^\s*(- +)*([\w-]+: +)?(?P<at>\{[^{}:]*\})\s*(\S|$)",
    ),
    _SyntaxCase(
        "text continues after its closing quote",
        "put the whole text in quotes of the other kind, or write a quote inside it twice ('')",
        problem="did not find expected",
        context="block",
        line=r"""^\s*(- +)*([\w-]+: +)?(?P<at>"[^"]*"|'[^']*')\s*[^\s#:]""",
    ),
    _SyntaxCase(
        "a tab indents this line",
        "indent with spaces",
        problem="cannot start any token",
        line=r"^ *(?P<at>\t)",
    ),
    _SyntaxCase(
        "text without quotes cannot begin with this character",
        "put the text in quotes",
        problem="cannot start any token",
    ),
    _SyntaxCase(
        "text without quotes cannot begin with this character",
        "put the text in quotes",
        problem="expected alphabetic or numeric character",
        is_at_start=True,
    ),
    _SyntaxCase(
        "text without quotes cannot begin with this character",
        "put the text in quotes, or remove the bracket or comma",
        problem="did not find expected node content",
    ),
    _SyntaxCase(
        "a quote opens here and never closes",
        "close it; an apostrophe inside single quotes is written twice ('')",
        problem="unexpected end of stream",
        context="quoted scalar",
        is_at_start=True,
    ),
    _SyntaxCase(
        "a backslash and what follows it mean nothing in double quotes",
        "write the backslash twice, or use single quotes",
        context="quoted scalar",
    ),
    _SyntaxCase(
        "inside `{…}` a question or sentence without quotes breaks off here",
        "put every question and sentence inside `{…}` in quotes",
        context="flow mapping",
        line=r"\{.*\?",
    ),
    _SyntaxCase(
        "inside `{…}` a question or sentence without quotes breaks off here",
        "put every question and sentence inside `{…}` in quotes",
        context="plain scalar",
        line=r"\{.*\?",
    ),
    _SyntaxCase(
        "a `{` opens here and never closes, or the text in it needs quotes",
        "close it with `}`; put text that holds `: ` or a comma in quotes",
        context="flow mapping",
        is_at_start=True,
    ),
    _SyntaxCase(
        "a `[` opens here and never closes, or the text in it needs quotes",
        "close it with `]`; put text that holds `: ` or a comma in quotes",
        context="flow sequence",
        is_at_start=True,
    ),
    _SyntaxCase(
        "the text holds a colon and a space, so YAML takes it for another key",
        "put the whole text in quotes",
        problem="mapping values are not allowed",
        line=r"^\s*(- +)*[\w-]+: +\S.*: ",
    ),
    _SyntaxCase(
        "a key cannot be here",
        "check the indentation, and that a space follows the colon in the line above",
        problem="mapping values are not allowed",
    ),
    _SyntaxCase(
        "a list cannot begin in the line of its key",
        "begin it on the next line, or write it as [a, b]",
        problem="block sequence entries are not allowed",
    ),
    _SyntaxCase(
        "this line is not a key with its value",
        "write `key: value`; put text of several lines in quotes",
        problem="could not find expected ':'",
        is_at_start=True,
    ),
    _SyntaxCase(
        "text that begins with `>` needs quotes: YAML takes the sign for its own",
        'put the whole text in quotes: amount: ">= 130 mm Hg"',
        context="block scalar",
        line=r":\s+(?P<at>>\s*=?\s*[$€£¥]?[\d.])",
    ),
    _SyntaxCase(
        "text under `>` or `|` begins on the next line",
        "break the line here and indent what follows",
        context="block scalar",
    ),
    _SyntaxCase(
        "the line begins too far left or too far right, or a key or `-` is missing",
        "keys of one group begin in one column, and so do the `-` of one list",
        problem="did not find expected",
        context="block",
    ),
)


def explain_yaml_error(error: yaml.YAMLError, deck_text: DeckText) -> Problem:
    """Return the fault that made libyaml stop, in the words of the first case that fits."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return make_problem(
            "B101", deck_text.place(0), f"the file is not YAML: {error}".splitlines()[0]
        )
    stopped = error.problem_mark.index
    if _TOO_DEEP in (error.problem or ""):
        return too_deep_problem(deck_text.place(stopped))
    began = stopped if error.context_mark is None else error.context_mark.index
    for case in _SYNTAX_CASES:
        index = _find_case_position(case, error, deck_text, stopped, began)
        if index is not None:
            return make_problem("B101", deck_text.place(index), case.message, case.fix)
    message = f"the file is not YAML: {error.problem}"
    return make_problem("B101", deck_text.place(stopped), message, "put the text there in quotes")


def too_deep_problem(place: Place) -> Problem:
    """Return the fault of a deck in which more than `MAX_DEPTH` groups and lists nest."""
    return make_problem(
        "B105",
        place,
        f"more than {MAX_DEPTH} groups and lists are nested",
        "a deck never needs that many; look for a bracket too many",
    )


def _find_case_position(
    case: _SyntaxCase, error: yaml.MarkedYAMLError, deck_text: DeckText, stopped: int, began: int
) -> int | None:
    """Return the position of the fault of `case`; None when `error` is another one."""
    if case.problem not in (error.problem or "") or case.context not in (error.context or ""):
        return None
    otherwise = began if case.is_at_start else stopped
    if not case.line:
        return otherwise
    number = deck_text.place(stopped).line
    for each in (number, number - 1):
        found = re.search(case.line, deck_text.line(each)[:_MAX_LINE_LENGTH])
        if found:
            start = deck_text.line_starts[each - 1]
            return start + found.start("at") if "at" in found.groupdict() else otherwise
    return None
