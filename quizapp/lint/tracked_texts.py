"""G106: a text beside a deck that would be published with it."""

from quizapp.bank.diagnostics import Problem, quote
from quizapp.bank.model import Source
from quizapp.lint.grounding_codes import GROUNDING

_RULE = next(each for each in GROUNDING if each.code == "G106")


def tracked_text_problem(source: Source) -> Problem:
    """Return the problem of a source whose `text` is a file that git keeps."""
    return Problem(
        _RULE.code,
        _RULE.level,
        source.place,
        f"git tracks {quote(source.text)}, the text of {source.id}",
        f"git rm --cached {source.text}, and name it in .gitignore",
    )
