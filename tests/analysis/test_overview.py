from quizapp.analysis.overview import DeckSummary, make_overview
from quizapp.bank.model import DeckId
from quizapp.learner.counts import DayCounts, DeckCounts


def a_day(day: int, reviews: int = 10, correct: int = 9, milliseconds: int = 60_000) -> DayCounts:
    return DayCounts(day=day, reviews=reviews, correct=correct, milliseconds=milliseconds)


def a_deck(
    deck: str = "capitals",
    new: int = 0,
    learning: int = 0,
    due: int = 0,
    passed: int = 0,
    failed: int = 0,
) -> DeckCounts:
    return DeckCounts(
        deck=DeckId(deck),
        title=deck.title(),
        new=new,
        learning=learning,
        due=due,
        total=40,
        studied=20,
        passed=passed,
        failed=failed,
        forecast=(due, 0, 0, 0, 0, 0, 1),
    )


def test_a_learner_without_history_has_no_retention_no_pace_and_no_streak() -> None:
    view = make_overview([a_deck(new=20)], [], today=1000)

    assert (view.retention, view.minutes, view.streak_days, view.reviews_today) == (
        None,
        None,
        0,
        0,
    )
    assert view.cards_left == 20
    assert view.last_days == (0,) * 30


def test_the_counts_of_all_decks_are_added_up() -> None:
    view = make_overview(
        [a_deck("a", new=1, learning=2, due=3, passed=8, failed=2), a_deck("b", due=4, passed=10)],
        [],
        today=1000,
    )

    assert (view.new, view.learning, view.due) == (1, 2, 7)
    assert view.retention == 0.9


def test_each_deck_keeps_its_own_line() -> None:
    view = make_overview([a_deck(due=3, passed=3, failed=1)], [], today=1000)

    assert view.decks == (
        DeckSummary(DeckId("capitals"), "Capitals", 0, 0, 3, 40, 0.75, (3, 0, 0, 0, 0, 0, 1)),
    )


def test_the_minutes_follow_the_learners_own_pace() -> None:
    view = make_overview(
        [a_deck(due=30)], [a_day(999, reviews=10, milliseconds=100_000)], today=1000
    )

    assert view.minutes == 5


def test_a_few_cards_take_at_least_a_minute() -> None:
    view = make_overview([a_deck(due=1)], [a_day(999, reviews=10, milliseconds=10_000)], today=1000)

    assert view.minutes == 1


def test_nothing_waiting_takes_no_time() -> None:
    view = make_overview([a_deck()], [a_day(1000)], today=1000)

    assert view.minutes == 0


def test_a_streak_holds_until_today_is_over() -> None:
    view = make_overview([], [a_day(997), a_day(998), a_day(999)], today=1000)

    assert view.streak_days == 3


def test_a_streak_counts_today() -> None:
    view = make_overview([], [a_day(999), a_day(1000)], today=1000)

    assert view.streak_days == 2


def test_a_missed_day_ends_a_streak() -> None:
    view = make_overview([], [a_day(996), a_day(997), a_day(1000)], today=1000)

    assert view.streak_days == 1


def test_the_last_thirty_days_end_with_today() -> None:
    view = make_overview(
        [], [a_day(971, reviews=1), a_day(970, reviews=9), a_day(1000, reviews=7)], 1000
    )

    assert view.last_days == (1, *[0] * 28, 7)
