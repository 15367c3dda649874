"""A learner's view of a real store that remembers which answer waits for its rating."""

from quizapp.learner.model import AnswerRecord
from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.store import Store
from tests.builders import CALENDAR


class WatchedStore(LearnerStore):
    """The store of `learner`; `judged` is the answer that was kept last and not forgotten."""

    def __init__(self, store: Store, learner: str = "me") -> None:
        super().__init__(store, open_learner(store, learner, CALENDAR)._scope)
        self.judged: AnswerRecord | None = None

    def keep_judged(self, answer: AnswerRecord) -> None:
        super().keep_judged(answer)
        self.judged = answer

    def forget_judged(self) -> None:
        super().forget_judged()
        self.judged = None
