"""What a code means, whichever room made it."""

from quizapp.bank.codes import CODES
from quizapp.bank.problem import Explanation
from quizapp.lint.rules import BY_CODE


def explain(code: str) -> Explanation | None:
    """Return the explanation of `code`; None for a code that does not exist."""
    rule = BY_CODE.get(code)
    return rule.explanation if rule else CODES.get(code)
