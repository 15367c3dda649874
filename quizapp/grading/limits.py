"""How long an answer may be: what is longer is told, and neither judged nor counted.

Judging compares every word with every other, so its work grows faster than the text. A key that is
longer than a limit raises it: what is right can always be typed.
"""

from quizapp.grading.expected import (
    Expected,
    ExpectedAmount,
    ExpectedList,
    ExpectedNumber,
    ExpectedSequence,
    ExpectedTerm,
)

MOST_OF_TERM = 200  # characters
MOST_OF_NUMBER = 80
MOST_OF_LIST = 2_000
PARTS_A_MEMBER, PARTS_BESIDE = 3, 5  # a list of n members takes 3n + 5 parts
BETWEEN = 6  # characters that part one member from the next: " and "


class AnswerTooLongError(ValueError):
    """An answer is longer than any here; its text says what the limit is."""


def excess(expected: Expected, text: str) -> str:
    """Return why `text` is too long to be an answer, as a sentence; "" where it is not."""
    match expected:
        case ExpectedTerm():
            return too_long("That is", text, most_of(expected))
        case ExpectedNumber() | ExpectedAmount():
            most = max(MOST_OF_NUMBER, len(expected.text) + len(expected.unit) + 1)
            return too_long("That is", text, most)
        case ExpectedList() | ExpectedSequence():
            return excess_of_list(expected, text)
        case _:
            return ""


def excess_of_list(expected: ExpectedList | ExpectedSequence, text: str) -> str:
    """Return why `text` is too long for a list: as a whole, by its parts, or by one of them."""
    from quizapp.grading.members import cut_members  # noqa: PLC0415 (start-up)

    longest = [most_of(member, least=0) for member in expected.members]
    if told := too_long("That is", text, max(MOST_OF_LIST, sum(longest) + BETWEEN * len(longest))):
        return told
    parts = cut_members(expected, text)
    most_parts = PARTS_A_MEMBER * len(expected.members) + PARTS_BESIDE
    if len(parts) > most_parts:
        return (
            f"That is {len(parts)} parts; at most {most_parts} fit here. "
            "Leave some out and answer again."
        )
    most = max((MOST_OF_TERM, *longest))
    return next(filter(None, (too_long("One part has", part, most) for part in parts)), "")


def most_of(expected: ExpectedTerm, least: int = MOST_OF_TERM) -> int:
    """Return how many characters an answer to a term may have."""
    return max(least, *map(len, (expected.key, *expected.accepted)))


def too_long(what: str, text: str, most: int) -> str:
    """Return that `text` has more than `most` characters, as a sentence; "" where it has not."""
    count = len(text.strip())
    if count <= most:
        return ""
    return f"{what} {count:,} characters; at most {most:,} fit here. Shorten it and answer again."
