"""Sessions with feedback after every answer: today's cards, and quizzes."""

from collections.abc import Sequence

from quizapp.bank.model import Kind
from quizapp.errors import QuizappError
from quizapp.learner.counts import DeckCounts
from quizapp.learner.model import Mode
from quizapp.services.cards_to_ask import NothingToAskError
from quizapp.services.ports import (
    DeckChoice,
    QuizChoices,
    QuizRequest,
    ResumeRequest,
    SessionRequest,
    StudyRequest,
    UnfinishedQuiz,
)
from quizapp.services.source_sentences import SourceSentences
from quizapp.services.workspace import Workspace
from quizapp.session.model import SittingPlan, SittingState
from quizapp.session.session import Session


def open_session(workspace: Workspace, request: SessionRequest) -> Session:
    """Return the session that `request` asks for, not yet started.

    Raises:
        NothingToAskError: nothing answers to it.
    """
    if isinstance(request, ResumeRequest):
        return resume_quiz(workspace)
    if isinstance(request, QuizRequest):
        return open_quiz(workspace, request)
    return open_study(workspace, request)


def open_study(workspace: Workspace, request: StudyRequest) -> Session:
    """Return a session of today's cards, not yet started.

    Raises:
        NothingToAskError: none of the decks has a card, or none of the kind: they are drafts, or
            switched off.
    """
    from quizapp.session.study import StudySession

    workspace.begin_answering()
    decks = workspace.decks_to_ask(request.decks)
    learner_store = workspace.learner_store(request.kind)
    if request.kind:
        _check_kind(learner_store.deck_counts(decks, workspace.now()), request.kind)
    session = StudySession(
        learner_store,
        decks,
        workspace.title_of(decks),
        workspace.draw_seed(),
        formats=request.formats,
        limit=request.limit,
    )
    session.sentences = SourceSentences(workspace.store)
    return session


def _check_kind(counts: Sequence[DeckCounts], kind: Kind) -> None:
    """Raise `NothingToAskError` unless one of the decks counted has a card of `kind`."""
    if not any(each.total for each in counts):
        raise NothingToAskError(
            f"no cards of the kind {kind} in these decks", f"write `kind: {kind}` beside a fact"
        )


def open_quiz(workspace: Workspace, request: QuizRequest) -> Session:
    """Return a new quiz, not yet started.

    Raises:
        NothingToAskError: no item answers to the request.
    """
    from quizapp.session.quiz import QuizSitting, draw_quiz

    workspace.begin_answering()
    seed = request.seed if request.seed is not None else workspace.draw_seed()
    decks = workspace.decks_to_ask(request.decks)
    learner_store = workspace.learner_store()
    items = request.items or draw_quiz(
        learner_store.quiz_candidates(decks, request.tags, request.formats), request.count, seed
    )
    if not items:
        raise no_item_error()
    title = f"Quiz: {workspace.title_of(decks)}"
    plan = SittingPlan(Mode.QUIZ, title, items, seed, moves_memory=request.counts)
    sitting = QuizSitting(learner_store, learner_store.open_sitting(plan, workspace.now()))
    sitting.sentences = SourceSentences(workspace.store)
    return sitting


def no_item_error() -> QuizappError:
    """Return the error of a request that no item answers to."""
    return NothingToAskError(
        "no questions in these decks with these tags and formats", "ask for fewer at once"
    )


def quiz_choices(workspace: Workspace) -> QuizChoices:
    """Return what a quiz may be made of."""
    handles = workspace.learner_store().quiz_candidates(workspace.deck_ids, (), ())
    return QuizChoices(
        decks=tuple(DeckChoice(deck, title) for deck, title in workspace.titles.items()),
        tags=tuple(sorted({tag for handle in handles for tag in handle.tags})),
        formats=tuple(dict.fromkeys(handle.format for handle in handles)),
    )


def unfinished_quiz(workspace: Workspace) -> UnfinishedQuiz | None:
    """Return the quiz that was left before its end, None when there is none."""
    state = _unfinished_state(workspace)
    if state is None:
        return None
    answered = sum(verdict is not None for verdict in state.verdicts)
    return UnfinishedQuiz(state.plan.title, answered, len(state.plan.items))


def resume_quiz(workspace: Workspace) -> Session:
    """Return the unfinished quiz, not yet started.

    Raises:
        NothingToAskError: there is none.
    """
    from quizapp.session.quiz import QuizSitting

    workspace.begin_answering()
    state = _unfinished_state(workspace)
    if state is None:
        raise NothingToAskError("no quiz is paused", "start one: quizapp quiz")
    sitting = QuizSitting(workspace.learner_store(), state)
    sitting.sentences = SourceSentences(workspace.store)
    return sitting


def _unfinished_state(workspace: Workspace) -> SittingState | None:
    return workspace.learner_store().unfinished_sitting(Mode.QUIZ)
