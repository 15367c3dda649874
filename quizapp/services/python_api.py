"""All that `import quizapp` offers, each name by its one module. Nothing is done here.

The names are kept by semantic versioning: what is not listed in `__all__` may change at any time.
"""

from quizapp.bank.diagnostics import Problem
from quizapp.bank.model import Bank, Deck
from quizapp.errors import QuizappError, StoreError
from quizapp.grading.grade import Outcome
from quizapp.items.item import Format, Item
from quizapp.memory.model import Rating
from quizapp.services.python_decks import InvalidDeckError, check, export_anki, generate, load
from quizapp.services.python_grade import Grade, grade
from quizapp.services.python_store import Learner, StudyStore, open_store
from quizapp.services.python_study import Choice, Study, StudyFeedback, StudyQuestion

__all__ = [
    "Bank",
    "Choice",
    "Deck",
    "Format",
    "Grade",
    "InvalidDeckError",
    "Item",
    "Learner",
    "Outcome",
    "Problem",
    "QuizappError",
    "Rating",
    "StoreError",
    "Study",
    "StudyFeedback",
    "StudyQuestion",
    "StudyStore",
    "check",
    "export_anki",
    "generate",
    "grade",
    "load",
    "open_store",
]
