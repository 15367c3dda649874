"""What a code means, whichever room made it."""

from quizapp.bank.codes import CODES
from quizapp.bank.diagnostics import Explanation
from quizapp.lint.rules import RULES_BY_CODE


def explain_code(code: str) -> Explanation | None:
    """Return the explanation of `code`; None for a code that does not exist."""
    rule = RULES_BY_CODE.get(code)
    return rule.explanation if rule else CODES.get(code)
