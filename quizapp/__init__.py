"""quizapp: a YAML fact bank makes question items, terminal sessions and Anki decks.

What a Python program may use; what is not listed in `__all__` may change at any time:

- `load`, `check`, `generate`, `export_anki`: decks, without a store
- `open_store(url)`: a history; its `.learner(name).study(decks)` is a loop of questions
- `grade`: one typed answer, judged

A name is imported when it is first used, so that `import quizapp` costs next to nothing.
"""

from quizapp.version import __version__

TYPE_CHECKING = False  # a type checker takes it for true; `typing` alone would double the import
if TYPE_CHECKING:
    from quizapp.services.python_api import (
        Bank,
        Choice,
        Deck,
        Format,
        Grade,
        InvalidDeckError,
        Item,
        Learner,
        Outcome,
        Problem,
        QuizappError,
        Rating,
        StoreError,
        Study,
        StudyFeedback,
        StudyQuestion,
        StudyStore,
        check,
        export_anki,
        generate,
        grade,
        load,
        open_store,
    )

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
    "__version__",
    "check",
    "export_anki",
    "generate",
    "grade",
    "load",
    "open_store",
]


if not TYPE_CHECKING:  # or a type checker would believe any misspelt name

    def __getattr__(name: str) -> object:
        """Import a public name when it is first used (PEP 562)."""
        if name not in __all__:
            raise AttributeError(f"module 'quizapp' has no attribute {name!r}")
        from quizapp.services import python_api  # noqa: PLC0415 (start-up: that is the point)

        value: object = getattr(python_api, name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
