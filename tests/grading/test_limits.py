"""How long an answer may be, and that an answer as long as that is soon judged."""

import sys
from collections.abc import Callable
from decimal import Decimal
from types import FrameType

import pytest

from quizapp.grading.expected import ExpectedList, ExpectedNumber, ExpectedTerm
from quizapp.grading.judge import judge
from quizapp.grading.limits import excess

MANY_CALLS = 1_500_000  # a second or so on a slow machine
FIVE = ExpectedList(
    tuple(map(ExpectedTerm, ("radial nerve", "ulnar nerve", "median nerve", "tibia", "fibula")))
)
TWENTY = ExpectedList(
    tuple(
        ExpectedTerm(f"{side} {part}")
        for side in ("upper", "lower", "left", "right")
        for part in ("artery", "vein", "nerve", "muscle", "bone")
    )
)


def calls_of(action: Callable[[], object]) -> int:
    """Return how many functions `action` calls: its work, whatever the machine."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        action()
    finally:
        sys.setprofile(None)
    return calls


def test_a_term_has_200_characters_and_a_number_80() -> None:
    number = ExpectedNumber(Decimal(13), "13", "patients")

    assert excess(ExpectedTerm("rectal"), "x" * 200) == ""
    assert excess(ExpectedTerm("rectal"), "x" * 201) == (
        "That is 201 characters; at most 200 fit here. Shorten it and answer again."
    )
    assert excess(number, "1" * 80) == ""
    assert excess(number, "1" * 81).startswith("That is 81 characters; at most 80 fit here.")


def test_a_list_has_2_000_characters_and_so_many_parts() -> None:
    assert excess(FIVE, ", ".join(["x"] * 20)) == ""
    assert excess(FIVE, ", ".join(["x"] * 21)) == (
        "That is 21 parts; at most 20 fit here. Leave some out and answer again."
    )
    assert excess(FIVE, "x " * 1001) == (
        "That is 2,001 characters; at most 2,000 fit here. Shorten it and answer again."
    )
    assert excess(FIVE, "tibia, " + "x" * 201).startswith("One part has 201 characters")


def test_what_is_right_can_always_be_typed() -> None:
    long = "the long way round " * 20

    assert excess(ExpectedTerm(long), long) == ""
    assert excess(ExpectedTerm("short", (long,)), long) == ""
    assert excess(ExpectedList((ExpectedTerm(long),) * 9), ", ".join([long] * 9)) == ""
    assert excess(ExpectedNumber(Decimal(1), "1" * 90, "mg"), "1" * 90 + " mg") == ""


@pytest.mark.parametrize(
    "response",
    [
        "x, " + "a " * 99 + ", " + "b " * 99,
        ", ".join(["upper artery vein nerve"] * 65),
        ", ".join(["artery"] * 65),
        ", ".join(f"{at} vein" for at in range(65)),
        ", ".join("abcdefgh"[at % 8 :] + "xyz"[at % 3 :] for at in range(65)),
        "and " * 499,
        "\n" * 2000,
    ],
    ids=lambda text: text[:12],
)
def test_a_list_at_its_limit_is_judged_without_trying_all_with_all(response: str) -> None:
    assert calls_of(lambda: judge(TWENTY, response[:2000])) < MANY_CALLS


@pytest.mark.parametrize("text", ["a" * 200, "hypo " * 40, "meningi" * 28, "left right " * 18])
def test_a_term_at_its_limit_is_soon_judged(text: str) -> None:
    expected = ExpectedTerm("hypogammaglobulinemia")

    assert calls_of(lambda: judge(expected, text[:200])) < MANY_CALLS


@pytest.mark.parametrize("text", ["1 " * 40, "1/" * 40, "half " * 16, "1,000" * 16, "(" * 80])
def test_a_number_at_its_limit_is_soon_judged(text: str) -> None:
    expected = ExpectedNumber(Decimal(13), "13", "patients", Decimal(56))

    assert calls_of(lambda: judge(expected, text[:80])) < MANY_CALLS
