"""A deck with one fact a format, and a house around a real store: what the terminal is tried on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from quizapp.analysis.overview import Overview, make_overview
from quizapp.bank.model import Deck, DeckId, DeckSettings
from quizapp.bank.place import Place
from quizapp.errors import QuizappError
from quizapp.grading.expected import (
    Expected,
    ExpectedList,
    ExpectedNumber,
    ExpectedOptions,
    ExpectedSelf,
    ExpectedSequence,
    ExpectedTerm,
)
from quizapp.items.diff import ItemChange
from quizapp.items.item import Format, Item, ItemSource, Option
from quizapp.learner.model import Mode
from quizapp.memory.days import learner_day
from quizapp.memory.model import MemoryState, Rating
from quizapp.services.browse_cards import CardBrowser
from quizapp.services.ports import (
    DeckChoice,
    ExamRequest,
    ProgressReporter,
    QuizChoices,
    QuizRequest,
    StudyRequest,
    UnfinishedExam,
    UnfinishedQuiz,
)
from quizapp.session.blueprint import draw_form
from quizapp.session.exam import ExamSitting
from quizapp.session.model import ExamSettings, SittingPlan
from quizapp.session.quiz import QuizSitting, draw_quiz
from quizapp.session.session import Session
from quizapp.session.study import StudySession
from quizapp.store.learner_store import open_learner
from quizapp.store.open import open_store
from quizapp.store.sync_bank import sync_deck
from tests.builders import (
    CALENDAR,
    MORNING,
    a_card,
    a_deck,
    a_fact,
    a_match,
    an_answer,
    an_item,
)

RIVERS = DeckId("rivers")
SOURCE = ItemSource("Okafor 2011", "Okafor A. Rivers of the interior. J Imag Hydrol 2011;3:1-9.", 7)
TRUE = Option("true", "True", is_right=False, why="That is a meandering river.")
FALSE = Option("false", "False", is_right=True)


def an_option(text: str, why: str = "", *, is_right: bool = False) -> Option:
    return Option(text, text, is_right, why)


def a_river(
    format_: Format,
    stem: str,
    key: Sequence[str],
    expected: Expected,
    options: Sequence[Option] = (),
    why: str = "The slope ends at the coast.",
) -> Item:
    item = an_item(f"rivers/{format_}/answer", format_, stem=stem, tags=("water",))
    return replace(
        item,
        key=tuple(key),
        expected=expected,
        options=tuple(options),
        has_fixed_order=format_ is not Format.ORDER,
        why=why,
        sources=(SOURCE,),
        key_hash=" ".join(key),
    )


CHOICE = a_river(
    Format.CHOICE,
    "Where does a river build a delta?",
    ["at its mouth"],
    ExpectedOptions(frozenset({"at its mouth"})),
    [
        an_option("at its source", "There it cuts, it does not build."),
        an_option("at its mouth", is_right=True),
        an_option("at a waterfall", "There is no room."),
    ],
)
SELECT = a_river(
    Format.SELECT,
    "Which are parts of a delta?",
    ["channel", "lagoon"],
    ExpectedOptions(frozenset({"channel", "lagoon"})),
    [
        an_option("channel", is_right=True),
        an_option("cirque", "Ice cuts a cirque."),
        an_option("lagoon", is_right=True),
    ],
)
TRUE_FALSE = a_river(
    Format.TRUE_FALSE,
    "A braided river has one channel.",
    ["False"],
    ExpectedOptions(frozenset({"false"})),
    [TRUE, FALSE],
)
GAP = a_river(Format.GAP, "Gravel is carried by [ … ].", ["meltwater"], ExpectedTerm("meltwater"))
TYPED = a_river(
    Format.TYPED, "What is a tidal river mouth called?", ["estuary"], ExpectedTerm("estuary")
)
NUMBER = a_river(
    Format.NUMBER,
    "How many of the 56 gauges failed?",
    ["13"],
    ExpectedNumber(Decimal(13), "13", of=Decimal(56)),
)
LIST = a_river(
    Format.LIST,
    "Where were the terraces?",
    ["valley", "coast"],
    ExpectedList((ExpectedTerm("valley"), ExpectedTerm("coast"))),
)
ORDER = a_river(
    Format.ORDER,
    "Put the stages of a meander in order.",
    ["bend", "neck", "oxbow"],
    ExpectedSequence((ExpectedTerm("bend"), ExpectedTerm("neck"), ExpectedTerm("oxbow"))),
    [
        an_option("bend", is_right=True),
        an_option("neck", is_right=True),
        an_option("oxbow", is_right=True),
    ],
)
MATCH = replace(
    a_match(
        "rivers/match/answer",
        "Which river runs into which sea?",
        (("Vardesk", "Grey Sea"), ("Ombre", "Long Bay"), ("Tamsil", "Inner Gulf")),
        ("North Lake",),
    ),
    has_fixed_order=True,
    why="The slope ends at the coast.",
    sources=(SOURCE,),
)
FLIP = a_river(
    Format.FLIP, "What is a thalweg?", ["the line of the deepest points"], ExpectedSelf()
)


def a_river_deck(items: Sequence[Item], settings: DeckSettings | None = None) -> Deck:
    """Return the deck that `items` are of, a fact an item."""
    facts = []
    for item in items:
        name = item.fact.removeprefix("rivers/")
        facts.append(a_fact(name, "rivers", cards=[a_card(item.fact, ask=item.stem)]))
    return a_deck("rivers", facts, title="Rivers", settings=settings)


class RiverServices:
    """A house around a real store; its clock moves a second at every look."""

    def __init__(
        self,
        items: Sequence[Item] = (CHOICE,),
        url: str = "sqlite://",
        start: datetime = MORNING,
        notices: Sequence[str] = (),
        editor: Sequence[str] | None = None,
        *,
        introduces: bool = False,
    ) -> None:
        self.store = open_store(url, busy_seconds=0.01)
        settings = DeckSettings(introduce=introduces)
        sync_deck(self.store, a_river_deck(items, settings), items, start)
        self.learner_store = open_learner(self.store, "ada", CALENDAR)
        self.moment = start
        self.notices = tuple(notices)
        self.editor = editor
        self.is_closed = False
        self.theme = ""
        self.can_keep = True
        self.decks_off = 0
        self.draft_counts: dict[DeckId, int] = {}
        self.unread: tuple[ItemChange, ...] = ()
        self.drafts: tuple[Item, ...] = ()
        self.decks: tuple[DeckId, ...] = (RIVERS,) if items else ()

    def forget(self, item: Item, times: int) -> None:
        """Know a card and forget it, so often that the next time is the one of that number."""
        at = self.moment
        for lapse in range(times):
            for rating in (Rating.EASY, Rating.AGAIN) if lapse < times - 1 else (Rating.EASY,):
                self.learner_store.record(an_answer(item.card, item.format, at=at, rating=rating))
                at += timedelta(days=30)
        self.moment = at + timedelta(days=60)

    def now(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment

    def prepare(self, report: ProgressReporter) -> Sequence[str]:
        report("reading decks", None)
        return self.notices

    def overview(self) -> Overview:
        today = learner_day(self.moment, CALENDAR)
        counts = self.learner_store.deck_counts(self.decks, self.moment)
        days = self.learner_store.day_counts(today - 30)
        view = make_overview(counts, days, today, self.learner_store.plans(), self.draft_counts)
        return replace(view, decks_off=self.decks_off)

    def open_study(self, request: StudyRequest) -> Session:
        return StudySession(
            self.learner_store,
            request.decks or self.decks,
            "Rivers",
            7,
            formats=request.formats,
            limit=request.limit,
        )

    def open_quiz(self, request: QuizRequest) -> Session:
        handles = self.learner_store.quiz_candidates(
            request.decks or self.decks, request.tags, request.formats
        )
        items = request.items or draw_quiz(handles, request.count, 7)
        if not items:
            raise QuizappError("no item answers to the wish", "ask for fewer tags")
        plan = SittingPlan(Mode.QUIZ, "Quiz", items, 7, request.counts)
        return QuizSitting(self.learner_store, self.learner_store.open_sitting(plan, self.moment))

    def quiz_choices(self) -> QuizChoices:
        decks = (DeckChoice(RIVERS, "Rivers"),)
        return QuizChoices(decks, ("water",), (Format.CHOICE, Format.TYPED))

    def unfinished_quiz(self) -> UnfinishedQuiz | None:
        state = self.learner_store.unfinished_sitting(Mode.QUIZ)
        if state is None:
            return None
        answered = sum(verdict is not None for verdict in state.verdicts)
        return UnfinishedQuiz(state.plan.title, answered, len(state.verdicts))

    def resume_quiz(self) -> Session:
        state = self.learner_store.unfinished_sitting(Mode.QUIZ)
        assert state is not None
        return QuizSitting(self.learner_store, state)

    def open_exam(self, request: ExamRequest) -> ExamSitting:
        handles = self.learner_store.exam_candidates(
            request.decks or self.decks, request.tags, request.formats
        )
        form = draw_form(handles, request.blueprint, 7, request.form, lambda *_: True)
        plan = SittingPlan(Mode.EXAM, "Exam A: Rivers", form.items, 7, moves_memory=True)
        terms = ExamSettings("{}", request.minutes and 60 * request.minutes)
        return ExamSitting(
            self.learner_store, self.learner_store.open_exam(plan, terms, self.moment), ("Form A.",)
        )

    def unfinished_exam(self) -> UnfinishedExam | None:
        state = self.learner_store.unfinished_exam()
        if state is None:
            return None
        exam = ExamSitting(self.learner_store, state)
        answered = sum(place.response is not None for place in exam.answers)
        left = exam.seconds_left(self.moment)
        return UnfinishedExam(exam.title, answered, len(exam.answers), left)

    def resume_exam(self) -> ExamSitting:
        state = self.learner_store.unfinished_exam()
        assert state is not None
        return ExamSitting(self.learner_store, state)

    def past_exams(self, limit: int) -> Sequence[ExamSitting]:
        return [
            ExamSitting(self.learner_store, state) for state in self.learner_store.past_exams(limit)
        ]

    def browse_cards(self) -> CardBrowser:
        titles = {deck.deck: deck.title for deck in self.overview().decks}
        return CardBrowser(self.learner_store, titles, lambda: self.drafts)

    def pending_changes(self) -> Sequence[ItemChange]:
        return self.unread

    def editor_command(self, place: Place) -> Sequence[str] | None:
        assert place.file
        return self.editor

    def keep_theme(self, theme: str) -> None:
        if not self.can_keep:
            raise QuizappError("config.toml can't be written (Permission denied)", "check it")
        self.theme = theme

    def close(self) -> None:
        self.is_closed = True


def memory_of(services: RiverServices, item: Item) -> MemoryState:
    entry = services.learner_store.learner_card(item.card)
    assert entry is not None
    return entry.memory
