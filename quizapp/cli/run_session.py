"""Sitting down: a wish becomes a session in the app or, line by line, on plain streams."""

import sys

import click

from quizapp.services.app_services import LocalAppServices, prepare_services
from quizapp.services.ports import (
    ExamRequest,
    QuizRequest,
    ResumeExamRequest,
    ResumeRequest,
    SessionRequest,
    StartRequest,
)
from quizapp.services.settings import is_interactive
from quizapp.session.session import Session

PLAIN_OPTION = click.option(
    "--plain",
    "is_plain",
    is_flag=True,
    help="Plain lines, for screen readers, pipes and simple terminals.",
)


def run_request(
    services: LocalAppServices, request: StartRequest | None, *, is_plain: bool
) -> None:
    """Run the app, at the home screen for no wish; or the line mode, where there is no terminal."""
    if request is not None and (is_plain or not is_interactive()):
        run_in_line_mode(services, request)
    else:
        from quizapp.terminal.app import run_app

        run_app(services, request, theme=services.settings.theme, keymap=services.settings.keys)


def run_in_line_mode(services: LocalAppServices, request: StartRequest) -> None:
    """Ask on standard output, read from standard input."""
    if isinstance(request, ExamRequest | ResumeExamRequest):
        from quizapp.terminal.plain.line_exam import run_line_exam

        ready = prepare_services(services)
        exam = ready.open_exam(request) if isinstance(request, ExamRequest) else ready.resume_exam()
        run_line_exam(exam, services.now, sys.stdin, sys.stdout)
    else:
        from quizapp.terminal.plain.line_session import run_line_session

        run_line_session(
            open_session(prepare_services(services), request), services.now, sys.stdin, sys.stdout
        )


def open_session(services: LocalAppServices, request: SessionRequest) -> Session:
    """Return the session that `request` asks for, not yet started."""
    if isinstance(request, ResumeRequest):
        return services.resume_quiz()
    return (
        services.open_quiz(request)
        if isinstance(request, QuizRequest)
        else services.open_study(request)
    )
