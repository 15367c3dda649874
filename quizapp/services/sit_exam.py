"""Exams: begun, gone on with, handed in, and looked back on."""

from typing import TYPE_CHECKING

from quizapp.errors import QuizappError
from quizapp.services.cards_to_ask import NothingToAskError
from quizapp.services.open_session import no_item_error
from quizapp.services.ports import ExamRequest, ResumeExamRequest, UnfinishedExam
from quizapp.services.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizapp.bank.model import CardId, DeckId, SourceId
    from quizapp.session.exam import ExamResult, ExamSitting
    from quizapp.session.model import ExamState
    from quizapp.sources.model import SourceText


class UnfinishedExamError(QuizappError):
    """Another exam was not handed in (exit code 1)."""

    exit_code = 1


def open_exam(
    workspace: Workspace,
    request: ExamRequest | ResumeExamRequest,
    texts: "Mapping[SourceId, SourceText] | None" = None,
) -> "ExamSitting":
    """Return the exam that `request` asks for: a new one, or the one that was not handed in.

    A card in conflict with one of `texts`, the sources at hand (None for those attached), is not
    asked unless a reader overruled the conflict.

    Raises:
        UnfinishedExamError: a new one is asked for while another was not handed in.
        NothingToAskError: no item answers to the request, or no exam is paused.
        WrongCallError: the request asks for what cannot be.
    """
    if isinstance(request, ResumeExamRequest):
        return resume_exam(workspace)
    from quizapp.services.draw_exam import draw_exam
    from quizapp.services.signed_decks import describe_barred, exam_remarks
    from quizapp.session.exam import ExamSitting

    workspace.begin_answering()
    left = unfinished_exam(workspace)
    if left is not None:
        raise UnfinishedExamError(
            f"{left.title} is paused ({left.answered} of {left.total} answered)",
            "resume it: quizapp exam --resume, or hand it in: quizapp exam --hand-in",
        )
    decks = workspace.decks_to_ask(request.decks)
    seed = request.seed if request.seed is not None else workspace.draw_seed()
    learner_store = workspace.learner_store()
    conflicting, notices = _find_conflicting(workspace, decks, texts)
    title = workspace.title_of(decks)
    drawn = draw_exam(learner_store, decks, title, request, seed, barred=conflicting)
    barred = describe_barred(workspace.store, decks)
    if not drawn.plan.items and barred:
        raise NothingToAskError(
            f"no questions for an exam: {barred}",
            f"read and sign them: quizapp review {decks[0]}",
        )
    if not drawn.plan.items:
        raise no_item_error()
    state = learner_store.open_exam(drawn.plan, drawn.terms, workspace.now())
    remarks = exam_remarks(workspace.store, drawn.cards, barred, len(conflicting))
    sitting = ExamSitting(learner_store, state, (*drawn.remarks, *remarks, *notices))
    sitting.unreviewed = _tell_unreviewed(workspace, drawn.cards)
    return sitting


def _find_conflicting(
    workspace: Workspace,
    decks: "Sequence[DeckId]",
    texts: "Mapping[SourceId, SourceText] | None",
) -> "tuple[frozenset[CardId], tuple[str, ...]]":
    """Return the cards in conflict with `texts`, or else with those attached.

    Behind them why one that is attached could not be compared.
    """
    from quizapp.services.signed_decks import find_conflicting, load_valid
    from quizapp.services.texts_to_check import decks_with_texts, find_texts_of

    if texts is not None:
        return find_conflicting(workspace.store, decks, texts), ()
    having = decks_with_texts(workspace.store, decks)
    if not having:
        return frozenset(), ()
    found = find_texts_of(workspace.store, load_valid(workspace.store, having))
    return find_conflicting(workspace.store, having, found.texts), found.notices


def unfinished_exam(workspace: Workspace) -> UnfinishedExam | None:
    """Return the exam that was not handed in, None when there is none."""
    state = workspace.learner_store().unfinished_exam()
    if state is None:
        return None
    answered = sum(place.response is not None for place in state.answers)
    return UnfinishedExam(
        state.sitting.plan.title, answered, len(state.answers), _seconds_left(workspace, state)
    )


def resume_exam(workspace: Workspace) -> "ExamSitting":
    """Return the exam that was not handed in.

    Raises:
        NothingToAskError: there is none.
    """
    from quizapp.session.exam import ExamSitting

    workspace.begin_answering()
    learner_store = workspace.learner_store()
    state = learner_store.unfinished_exam()
    if state is None:
        raise NothingToAskError("no exam is paused", "start one: quizapp exam")
    sitting = ExamSitting(learner_store, state)
    items = learner_store.items(state.sitting.plan.items)
    sitting.unreviewed = _tell_unreviewed(workspace, [item.card for item in items])
    return sitting


def _tell_unreviewed(workspace: Workspace, cards: "Sequence[CardId]") -> str:
    """Return how many of the questions on `cards` nobody reviewed; "" where all are."""
    from quizapp.services.signed_decks import count_unsigned, unsigned_remark

    return unsigned_remark(count_unsigned(workspace.store, cards), len(cards))


def hand_in_exam(workspace: Workspace) -> "ExamResult":
    """End the exam that was not handed in, and return how it went.

    Raises:
        NothingToAskError: there is none.
    """
    return resume_exam(workspace).hand_in(workspace.now())


def past_exams(workspace: Workspace, limit: int) -> "Sequence[ExamSitting]":
    """Return the last `limit` exams that were handed in, the newest first."""
    from quizapp.session.exam import ExamSitting

    learner_store = workspace.learner_store()
    return [ExamSitting(learner_store, state) for state in learner_store.past_exams(limit)]


def _seconds_left(workspace: Workspace, state: "ExamState") -> int | None:
    limit = state.settings.limit_seconds
    gone = workspace.now() - state.sitting.started_at
    return None if limit is None else max(0, limit - int(gone.total_seconds()))
