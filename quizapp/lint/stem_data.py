"""The figures that a question gives as data: those of "What is the median of 2, 3 and 5?".

To find one of them as an option is no clue: it has to be there.
"""

import re
from decimal import Decimal

from quizapp.bank.mentions import parse_number

_FIGURE = r"(?<![\w.])[-+−]?\d+(?:[.,]\d+)?(?![\w])"
# Between figures of one list, or of one sum: signs, names of one letter, and, or, to, by.
_LINK = r"(?:\s*(?:[,;:/|&+*×÷·=<>()\[\]{}^−-]|\b(?:and|or|to|by|plus|minus|times|[a-z])\b)\s*)+"
_LIST = re.compile(rf"{_FIGURE}(?:{_LINK}{_FIGURE})+", re.IGNORECASE)


def data_of(stem: str) -> frozenset[Decimal]:
    """Return the figures of `stem` that stand beside other figures, in a list or a sum."""
    found = (
        parse_number(figure.replace("−", "-"))
        for listed in _LIST.finditer(stem)
        for figure in re.findall(_FIGURE, listed.group())
    )
    values = frozenset(value for value in found if value is not None)
    return values | frozenset(-value for value in values)  # the sign may be that of a sum
