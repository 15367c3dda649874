"""A process of its own that answers cards, and says so once each answer is kept.

Called as `python -m tests.store.writer URL LEARNER CARD COUNT FIRST_MINUTE`.
"""

import sys
from datetime import timedelta

from quizapp.memory.model import Rating
from quizapp.store.learner_store import open_learner
from quizapp.store.open import open_store
from tests.builders import CALENDAR, MORNING, an_answer

RATINGS = (Rating.GOOD, Rating.AGAIN, Rating.HARD, Rating.EASY)


def main(url: str, learner: str, card: str, count: str, first_minute: str) -> None:
    with open_store(url) as store:
        learner_store = open_learner(store, learner, CALENDAR)
        say("ready")
        sys.stdin.readline()
        for number in range(int(count)):
            at = MORNING + timedelta(minutes=int(first_minute) + number)
            rating = RATINGS[number % len(RATINGS)]
            say(learner_store.record(an_answer(card, at=at, rating=rating)).id)


def say(what: object) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
