"""Sitting down: a request becomes a session in the app or, line by line, on plain streams."""

import sys

from quizapp.cli.global_options import is_interactive
from quizapp.cli.open_workspace import prepare
from quizapp.services.ports import ExamRequest, ResumeExamRequest, StartRequest
from quizapp.services.workspace import Workspace


def run_request(workspace: Workspace, request: StartRequest | None, *, is_plain: bool) -> None:
    """Run the app, at the home screen without a request; the line mode where no terminal is."""
    if request is not None and (is_plain or not is_interactive()):
        _run_in_line_mode(workspace, request)
    else:
        from quizapp.services.app_services import LocalAppServices
        from quizapp.terminal.app import run_app

        settings = workspace.settings
        run_app(LocalAppServices(workspace), request, theme=settings.theme, keymap=settings.keys)


def _run_in_line_mode(workspace: Workspace, request: StartRequest) -> None:
    """Ask on standard output, read from standard input."""
    from quizapp.services.word_dictionaries import provide_words

    prepare(workspace)
    provide_words(workspace)
    if isinstance(request, ExamRequest | ResumeExamRequest):
        from quizapp.services.sit_exam import open_exam
        from quizapp.terminal.plain.line_exam import run_line_exam

        run_line_exam(open_exam(workspace, request), workspace.now, sys.stdin, sys.stdout)
    else:
        from quizapp.services.open_session import open_session
        from quizapp.terminal.plain.line_session import run_line_session

        run_line_session(open_session(workspace, request), workspace.now, sys.stdin, sys.stdout)
