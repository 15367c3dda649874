"""No question is asked right after one that said its answer, and no title says it."""

from collections.abc import Callable, Sequence

from quizapp.bank.model import DeckId
from quizapp.items.item import Item
from quizapp.learner.model import Mode, TypedText
from quizapp.session.base_session import BaseSession
from quizapp.session.model import SittingPlan
from quizapp.session.quiz import QuizSitting
from quizapp.session.study import StudySession
from quizapp.store.learner_store import LearnerStore
from quizapp.store.store import Store
from tests.builders import MORNING, a_deck, a_fact, a_store, an_item

OpenLearnerStore = Callable[[Store], LearnerStore]


def typed(name: str, stem: str, key: str) -> Item:
    return an_item(f"capitals/{name}/answer", stem=stem, key=key)


TELLING = (
    typed("bridge", "Which bridge of Paris is the oldest?", "Pont Neuf"),
    typed("capital", "Which city governs France?", "Paris"),
    typed("river", "Which river is it on?", "Seine"),
)


def a_study(learner_store: LearnerStore, title: str = "Cities") -> StudySession:
    session = StudySession(learner_store, [DeckId("capitals")], title, seed=7)
    session.start(MORNING)
    return session


def a_quiz(
    learner_store: LearnerStore, items: Sequence[Item], title: str = "Cities"
) -> QuizSitting:
    plan = SittingPlan(Mode.QUIZ, title, tuple(item.id for item in items), 7, moves_memory=False)
    quiz = QuizSitting(learner_store, learner_store.open_sitting(plan, MORNING))
    quiz.start(MORNING)
    return quiz


def a_store_of(*items: Item) -> Store:
    names = [item.fact.removeprefix("capitals/") for item in items]
    return a_store(a_deck(facts=[a_fact(name) for name in names]), items)


def order_of(session: BaseSession, count: int) -> list[str]:
    found: list[str] = []
    while session.question is not None and len(found) < count:
        found.append(session.question.item.fact.removeprefix("capitals/"))
        session.answer(TypedText(session.question.item.key[0]), MORNING)
        session.go_on(None, MORNING)
    return found


def test_study_asks_another_card_after_one_that_said_the_answer(
    learner_store_of: OpenLearnerStore,
) -> None:
    session = a_study(learner_store_of(a_store_of(*TELLING)))

    assert order_of(session, 3) == ["bridge", "river", "capital"]


def test_a_quiz_asks_another_item_after_one_that_said_the_answer(
    learner_store_of: OpenLearnerStore,
) -> None:
    quiz = a_quiz(learner_store_of(a_store_of(*TELLING)), TELLING)

    assert order_of(quiz, 3) == ["bridge", "river", "capital"]


def test_what_was_said_is_asked_all_the_same_where_nothing_else_waits(
    learner_store_of: OpenLearnerStore,
) -> None:
    learner_store = learner_store_of(a_store_of(*TELLING[:2]))

    assert order_of(a_quiz(learner_store, TELLING[:2]), 2) == ["bridge", "capital"]
    assert order_of(a_study(learner_store), 2) == ["bridge", "capital"]


def test_the_title_hides_the_answer_until_it_is_given(learner_store_of: OpenLearnerStore) -> None:
    learner_store = learner_store_of(a_store_of(TELLING[1]))
    study, quiz = a_study(learner_store, "Paris"), a_quiz(learner_store, TELLING[1:2], "Paris")

    assert (study.title, quiz.title) == ("capitals", "capitals")
    study.answer(TypedText("Rome"), MORNING)
    assert study.title == "Paris"
    assert study.summary().title == "Paris"


def test_the_title_of_a_deck_whose_id_says_the_answer_is_a_number(
    learner_store_of: OpenLearnerStore,
) -> None:
    item = typed("cities", "What are the cities that govern called?", "capitals")

    assert a_study(learner_store_of(a_store_of(item)), "Capitals").title == "Question 1"
