"""What the app is handed, as one protocol, and the requests that it hands over.

`quizapp.services.app_services` implements it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, TypeAlias

from quizapp.analysis.overview import Overview
from quizapp.bank.model import DeckId, Kind
from quizapp.bank.place import Place
from quizapp.items.diff import ItemChange
from quizapp.items.item import Format, ItemId
from quizapp.services.browse_cards import CardBrowser
from quizapp.session.blueprint import FIRST_FORM, Blueprint
from quizapp.session.session import Session

if TYPE_CHECKING:
    from quizapp.services.review_deck import DeckReview
    from quizapp.session.exam import ExamSitting

ProgressReporter: TypeAlias = Callable[[str, float | None], None]


def report_nothing(_: str, __: float | None) -> None:
    """Report nothing."""


@dataclass(frozen=True, slots=True)
class StudyRequest:
    """Today's cards of `decks` (all when empty) and a `kind`, in `formats` only where given."""

    decks: tuple[DeckId, ...] = ()
    formats: tuple[Format, ...] = ()
    limit: int | None = None
    kind: Kind = Kind.FACT


@dataclass(frozen=True, slots=True)
class QuizRequest:
    """A quiz of `count` items; empty filters admit all, `items` asks for exactly these.

    `counts`: whether its answers move memory. `seed` None lets the services draw one.
    """

    decks: tuple[DeckId, ...] = ()
    tags: tuple[str, ...] = ()
    formats: tuple[Format, ...] = ()
    count: int = 20
    seed: int | None = None
    counts: bool = False
    items: tuple[ItemId, ...] = ()


@dataclass(frozen=True, slots=True)
class ResumeRequest:
    """The quiz that was left before its end."""


@dataclass(frozen=True, slots=True)
class ExamRequest:
    """A new exam by a blueprint, from items that have one of `tags` and of `formats` if given.

    `seed` None lets the services draw one, `minutes` None sets no limit; the same seed and `form`
    give the same exam.
    """

    decks: tuple[DeckId, ...] = ()
    tags: tuple[str, ...] = ()
    formats: tuple[Format, ...] = ()
    blueprint: Blueprint = field(default_factory=lambda: Blueprint(30))
    seed: int | None = None
    form: str = FIRST_FORM
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class ResumeExamRequest:
    """The exam that was left before it was handed in."""


@dataclass(frozen=True, slots=True)
class ReviewRequest:
    """The cards of a deck, to be read and signed."""

    review: "DeckReview"


SessionRequest: TypeAlias = StudyRequest | QuizRequest | ResumeRequest
StartRequest: TypeAlias = SessionRequest | ExamRequest | ResumeExamRequest
AppRequest: TypeAlias = StartRequest | ReviewRequest


@dataclass(frozen=True, slots=True)
class DeckChoice:
    """A deck that a quiz may be made of."""

    deck: DeckId
    title: str


@dataclass(frozen=True, slots=True)
class QuizChoices:
    """What a quiz may be made of."""

    decks: tuple[DeckChoice, ...] = ()
    tags: tuple[str, ...] = ()
    formats: tuple[Format, ...] = ()


@dataclass(frozen=True, slots=True)
class UnfinishedQuiz:
    """A quiz that was left before its end."""

    title: str
    answered: int
    total: int


@dataclass(frozen=True, slots=True)
class UnfinishedExam:
    """An exam that was not handed in; `seconds_left` is None without a limit, 0 when it is over."""

    title: str
    answered: int
    total: int
    seconds_left: int | None


class AppServices(Protocol):
    """What stands around the app.

    `now` and `editor_command` are called on the app's own thread; everything else on its one store
    thread, `prepare` first. All but `now` may raise a `QuizappError`.
    """

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""

    def prepare(self, report: ProgressReporter) -> Sequence[str]:
        """Open the store and synchronise the decks; return what the learner should know of it.

        Called again after a deck was edited. `report` takes what is being done and its share
        (0 to 1, None: unknown), from any thread.
        """

    def overview(self) -> Overview:
        """Return where the learner stands now."""

    def open_study(self, request: StudyRequest) -> Session:
        """Return a session of today's cards, not yet started."""

    def open_quiz(self, request: QuizRequest) -> Session:
        """Return a new quiz, not yet started."""

    def quiz_choices(self) -> QuizChoices:
        """Return what a quiz may be made of."""

    def unfinished_quiz(self) -> UnfinishedQuiz | None:
        """Return the quiz that was left before its end, None when there is none."""

    def resume_quiz(self) -> Session:
        """Return the unfinished quiz, not yet started."""

    def open_exam(self, request: ExamRequest) -> "ExamSitting":
        """Return a new exam; refused while another one is not handed in."""

    def unfinished_exam(self) -> UnfinishedExam | None:
        """Return the exam that was not handed in, None when there is none."""

    def resume_exam(self) -> "ExamSitting":
        """Return the exam that was not handed in."""

    def past_exams(self, limit: int) -> "Sequence[ExamSitting]":
        """Return the last `limit` exams that were handed in, the newest first."""

    def browse_cards(self) -> CardBrowser:
        """Return the cards of the decks, to be browsed."""

    def pending_changes(self) -> Sequence[ItemChange]:
        """Return what the decks as they are on disk now would change, before `prepare` reads them.

        Raises a `QuizappError` where one of them has an error now.
        """

    def editor_command(self, place: Place) -> Sequence[str] | None:
        """Return the command that opens an editor at `place`; None when there is no editor."""

    def keep_theme(self, theme: str) -> None:
        """Write the theme to the settings; refused with a sentence where that cannot be."""

    def close(self) -> None:
        """Close the store, where it was opened."""
