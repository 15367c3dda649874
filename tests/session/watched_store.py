"""A learner's view of a real store that remembers which answer waits for its rating."""

from quizapp.learner.model import AnswerRecord
from quizapp.store.keys import key_of
from quizapp.store.learner_scope import LearnerScope
from quizapp.store.learner_store import LearnerStore
from quizapp.store.store import Store
from tests.builders import CALENDAR


class WatchedStore(LearnerStore):
    """The store of `learner`; `judged` is the answer that was kept last and not forgotten."""

    def __init__(self, store: Store, learner: str = "me") -> None:
        store.learner_store(learner, CALENDAR)
        super().__init__(store, LearnerScope(key_of(learner), CALENDAR))
        self.judged: AnswerRecord | None = None

    def keep_judged(self, answer: AnswerRecord) -> None:
        super().keep_judged(answer)
        self.judged = answer

    def forget_judged(self) -> None:
        super().forget_judged()
        self.judged = None
