"""Where a learner stands today: what the home screen and `quizapp stats` show.

Computed from counts that the store read; the only arithmetic on them that there is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizapp.bank.model import DeckId
from quizapp.learner.counts import DayCounts, DeckCounts, DeckPlan

HISTORY_DAYS = 30
_NO_DRAFTS: Mapping[DeckId, int] = {}


@dataclass(frozen=True, slots=True)
class DeckSummary:
    """A deck on the home screen; `retention` is None until a mature card was reviewed.

    `drafts` are facts still to be reviewed, counted while the deck has no card.
    """

    deck: DeckId
    title: str
    new: int
    learning: int
    due: int
    total: int
    retention: float | None
    forecast: tuple[int, ...]
    drafts: int = 0


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """A deck's exam: how many days are left, new cards a day, and the recall that is expected."""

    title: str
    days: int
    new_per_day: int
    expected: float


@dataclass(frozen=True, slots=True)
class Overview:
    """All decks together.

    Attributes:
        due, new, learning: cards that today still holds.
        minutes: how long they should take at the learner's own pace; None without history.
        reviews_today: answers given on the learner's day.
        streak_days: days in a row with an answer, up to today (or yesterday: today may still come).
        passed, failed: reviews of mature cards in the last 30 days.
        last_days: answers a day, the oldest first, today last (30 of them).
        plans: exams to come, the nearest first.
        decks_off: how many decks are switched off, and so none of `decks`.
    """

    due: int
    new: int
    learning: int
    minutes: int | None
    reviews_today: int
    streak_days: int
    passed: int
    failed: int
    last_days: tuple[int, ...]
    decks: tuple[DeckSummary, ...]
    plans: tuple[PlanSummary, ...] = ()
    decks_off: int = 0

    @property
    def retention(self) -> float | None:
        """Return the share of mature reviews that were passed, None without any."""
        return _pass_rate(self.passed, self.failed)

    @property
    def drafts(self) -> int:
        """Return how many facts of decks without a card are to be reviewed."""
        return sum(deck.drafts for deck in self.decks)

    @property
    def cards_left(self) -> int:
        """Return how many cards today still holds, all kinds together."""
        return self.due + self.new + self.learning


def make_overview(
    decks: Sequence[DeckCounts],
    days: Sequence[DayCounts],
    today: int,
    plans: Sequence[DeckPlan] = (),
    drafts: Mapping[DeckId, int] = _NO_DRAFTS,
) -> Overview:
    """Return where a learner stands on the learner's day `today` (proleptic ordinal).

    `days` may hold any days in any order; the streak is counted as far as they reach.
    """
    by_day = {day.day: day for day in days}
    due = sum(deck.due for deck in decks)
    new = sum(deck.new for deck in decks)
    learning = sum(deck.learning for deck in decks)
    recent = [by_day[day] for day in range(today - HISTORY_DAYS + 1, today + 1) if day in by_day]
    return Overview(
        due=due,
        new=new,
        learning=learning,
        minutes=_estimate_minutes(due + new + learning, recent),
        reviews_today=by_day[today].reviews if today in by_day else 0,
        streak_days=_count_streak(frozenset(by_day), today),
        passed=sum(deck.passed for deck in decks),
        failed=sum(deck.failed for deck in decks),
        last_days=tuple(
            by_day[day].reviews if day in by_day else 0
            for day in range(today - HISTORY_DAYS + 1, today + 1)
        ),
        decks=tuple(_summarize_deck(deck, drafts.get(deck.deck, 0)) for deck in decks),
        plans=tuple(_summarize_plans(decks, plans, today)),
    )


def _pass_rate(passed: int, failed: int) -> float | None:
    """Return passed / (passed + failed), None when both are 0."""
    return passed / (passed + failed) if passed + failed else None


def _summarize_deck(deck: DeckCounts, drafts: int) -> DeckSummary:
    return DeckSummary(
        deck=deck.deck,
        title=deck.title,
        new=deck.new,
        learning=deck.learning,
        due=deck.due,
        total=deck.total,
        retention=_pass_rate(deck.passed, deck.failed),
        forecast=deck.forecast,
        drafts=drafts,
    )


def _summarize_plans(
    decks: Sequence[DeckCounts], plans: Sequence[DeckPlan], today: int
) -> Iterator[PlanSummary]:
    titles = {deck.deck: deck.title for deck in decks}
    for plan in plans:
        if plan.deck in titles and plan.until > today:
            days = plan.until - today
            yield PlanSummary(titles[plan.deck], days, plan.new_per_day, plan.expected_recall)


def _estimate_minutes(cards: int, recent: Sequence[DayCounts]) -> int | None:
    """Return the minutes that `cards` take at the pace of `recent`, at least 1; None if unknown."""
    answers = sum(day.reviews for day in recent)
    if not answers:
        return None
    if not cards:
        return 0
    return max(1, round(cards * sum(day.milliseconds for day in recent) / answers / 60_000))


def _count_streak(studied: frozenset[int], today: int) -> int:
    day = today if today in studied else today - 1
    length = 0
    while day - length in studied:
        length += 1
    return length
