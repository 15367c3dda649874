from dataclasses import replace

import pytest

from quizapp.grading.grade import RIGHT, Grade, Outcome, Reason
from quizapp.grading.judge import judge
from quizapp.items.item import Format
from quizapp.learner.model import ChosenOptions, GaveUp, Response, Revealed, TypedText
from quizapp.memory.model import Rating
from quizapp.session.grade_response import is_slow, suggest_rating
from tests.builders import a_match, an_item

SLIP = Grade(Outcome.SLIP, Reason.SPELLING)
CONFIRMED = Grade(Outcome.SLIP, Reason.CONFIRMED)
WRONG = Grade(Outcome.WRONG, Reason.OTHER, share=0.0)
ONLY_A_PART = Grade(Outcome.WRONG, Reason.PART, share=0.0)
DENIED = Grade(Outcome.WRONG, Reason.DENIED, share=0.0)


def part(missing: int = 0, alien: int = 0) -> Grade:
    return Grade(
        Outcome.WRONG, Reason.PART, share=0.8, missing=("m",) * missing, alien=("a",) * alien
    )


@pytest.mark.parametrize(
    ("grade", "response", "format_", "members", "wanted"),
    [
        (RIGHT, TypedText("x"), Format.TYPED, 1, Rating.GOOD),
        (WRONG, TypedText("x"), Format.TYPED, 1, Rating.AGAIN),
        (WRONG, GaveUp(), Format.GAP, 1, Rating.AGAIN),
        (RIGHT, Revealed(), Format.FLIP, 1, Rating.GOOD),
        (SLIP, TypedText("x"), Format.TYPED, 1, Rating.GOOD),
        (CONFIRMED, TypedText("x"), Format.TYPED, 1, Rating.GOOD),
        (ONLY_A_PART, TypedText("x"), Format.TYPED, 1, Rating.AGAIN),
        (DENIED, TypedText("x"), Format.TYPED, 1, Rating.AGAIN),
        (RIGHT, TypedText("x"), Format.TRUE_FALSE, 1, None),
        (WRONG, TypedText("x"), Format.TRUE_FALSE, 1, Rating.AGAIN),
        (part(missing=1), TypedText("x"), Format.LIST, 4, Rating.HARD),
        (part(missing=1), TypedText("x"), Format.LIST, 3, Rating.AGAIN),
        (part(missing=1, alien=1), TypedText("x"), Format.LIST, 4, Rating.AGAIN),
        (part(missing=1), ChosenOptions(("x",)), Format.SELECT, 4, Rating.HARD),
        (part(missing=2), TypedText("x"), Format.LIST, 4, Rating.AGAIN),
        (part(), TypedText("x"), Format.ORDER, 4, Rating.AGAIN),
    ],
)
def test_a_grade_becomes_a_rating(
    grade: Grade, response: Response, format_: Format, members: int, wanted: Rating | None
) -> None:
    item = replace(an_item(format_=format_), key=("member",) * members)

    assert suggest_rating(grade, response, item, was_hinted=False, was_slow=False) is wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (("Paris", "Rome", "Lima"), Rating.GOOD),
        (("Paris", "Lima", "Rome"), Rating.HARD),
        (("Paris", "", ""), Rating.HARD),
        (("Rome", "Paris", "Lima"), Rating.AGAIN),
        (("Oslo", "Rome", "Lima"), Rating.AGAIN),
        (("", "Rome", "Lima"), Rating.AGAIN),
        ((), Rating.AGAIN),
    ],
)
def test_a_match_is_rated_by_the_pair_that_is_its_cards_own(
    given: tuple[str, ...], wanted: Rating
) -> None:
    item = a_match()
    judged = judge(item.expected, given)

    found = suggest_rating(judged, ChosenOptions(given), item, was_hinted=False, was_slow=False)

    assert found is wanted


def test_a_match_after_a_hint_is_hard() -> None:
    found = suggest_rating(RIGHT, ChosenOptions(()), a_match(), was_hinted=True, was_slow=False)

    assert found is Rating.HARD


@pytest.mark.parametrize(("was_hinted", "was_slow"), [(True, False), (False, True)])
def test_right_after_a_hint_or_slowly_is_hard(was_hinted: bool, was_slow: bool) -> None:
    found = suggest_rating(
        RIGHT, TypedText("x"), an_item(), was_hinted=was_hinted, was_slow=was_slow
    )

    assert found is Rating.HARD


def test_a_hint_never_makes_a_failure_a_pass() -> None:
    found = suggest_rating(WRONG, TypedText("x"), an_item(), was_hinted=True, was_slow=True)

    assert found is Rating.AGAIN


def test_slow_is_more_than_twice_the_learners_own_median() -> None:
    assert is_slow(8001, 4000)
    assert not is_slow(8000, 4000)
    assert not is_slow(60_000, None)
