"""What the terminal is handed: the use cases of a workspace behind the protocol `AppServices`."""

import os
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from quizapp.analysis.overview import Overview
from quizapp.bank.place import Place
from quizapp.items.diff import ItemChange
from quizapp.services import learner_stats, open_session, sit_exam
from quizapp.services.browse_cards import CardBrowser
from quizapp.services.ports import (
    ExamRequest,
    ProgressReporter,
    QuizChoices,
    QuizRequest,
    StudyRequest,
    UnfinishedExam,
    UnfinishedQuiz,
)
from quizapp.services.workspace import Workspace
from quizapp.session.session import Session

if TYPE_CHECKING:
    from quizapp.session.exam import ExamSitting


class LocalAppServices:
    """The `AppServices` of a workspace. Nothing is opened before `prepare`."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return self._workspace.now()

    def prepare(self, report: ProgressReporter) -> Sequence[str]:
        """Open the store and bring its decks up to date; return notices for the learner."""
        from quizapp.services.word_dictionaries import provide_words

        notices = self._workspace.prepare(report)
        provide_words(self._workspace)
        return notices

    def overview(self) -> Overview:
        """Return where the learner stands now."""
        return learner_stats.load_overview(self._workspace)

    def open_study(self, request: StudyRequest) -> Session:
        """Return a session of today's cards, not yet started."""
        return open_session.open_study(self._workspace, request)

    def open_quiz(self, request: QuizRequest) -> Session:
        """Return a new quiz, not yet started."""
        return open_session.open_quiz(self._workspace, request)

    def quiz_choices(self) -> QuizChoices:
        """Return what a quiz may be made of."""
        return open_session.quiz_choices(self._workspace)

    def unfinished_quiz(self) -> UnfinishedQuiz | None:
        """Return the quiz that was left before its end, None when there is none."""
        return open_session.unfinished_quiz(self._workspace)

    def resume_quiz(self) -> Session:
        """Return the unfinished quiz, not yet started."""
        return open_session.resume_quiz(self._workspace)

    def open_exam(self, request: ExamRequest) -> "ExamSitting":
        """Return a new exam; refused while another one is not handed in."""
        return sit_exam.open_exam(self._workspace, request)

    def unfinished_exam(self) -> UnfinishedExam | None:
        """Return the exam that was not handed in, None when there is none."""
        return sit_exam.unfinished_exam(self._workspace)

    def resume_exam(self) -> "ExamSitting":
        """Return the exam that was not handed in."""
        return sit_exam.resume_exam(self._workspace)

    def past_exams(self, limit: int) -> "Sequence[ExamSitting]":
        """Return the last `limit` exams that were handed in, the newest first."""
        return sit_exam.past_exams(self._workspace, limit)

    def browse_cards(self) -> CardBrowser:
        """Return the cards of the decks, to be browsed."""
        from quizapp.services.preview import draft_items

        store, decks = self._workspace.store, self._workspace.deck_ids
        return CardBrowser(
            self._workspace.learner_store(),
            self._workspace.titles,
            lambda: draft_items(store, decks),
        )

    def pending_changes(self) -> Sequence[ItemChange]:
        """Return what the decks as they are on disk now would change."""
        from quizapp.services.preview import pending_changes

        return pending_changes(self._workspace.store, self._workspace.deck_ids)

    def editor_command(self, place: Place) -> Sequence[str] | None:
        """Return the command that opens the learner's editor at `place`; None without one."""
        from quizapp.services.editor import editor_command

        return editor_command(place, os.environ)

    def keep_theme(self, theme: str) -> None:
        """Write the theme to the settings file.

        Raises:
            SettingsNotKeptError: it cannot be written.
        """
        from quizapp.services.config_file import write_setting

        write_setting(self._workspace.settings.config_file, ["theme"], theme)

    def close(self) -> None:
        """Close the store, backed up where answers may have been added."""
        self._workspace.close()


class ReviewServices(LocalAppServices):
    """The services around a deck that is read and signed: no store is opened for that."""

    def prepare(self, report: ProgressReporter) -> Sequence[str]:  # noqa: ARG002 (the port's signature)
        """Prepare nothing."""
        return ()
