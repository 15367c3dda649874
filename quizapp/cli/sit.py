"""Sitting down: a wish becomes a session in the app or, line by line, on plain streams."""

import sys

import click

from quizapp.cli.house import House, prepared
from quizapp.cli.settings import is_terminal
from quizapp.session.session import Session
from quizapp.terminal.house import (
    ExamWish,
    QuizWish,
    ResumeExamWish,
    ResumeWish,
    SittingWish,
    Wish,
)

PLAIN_OPTION = click.option(
    "--plain",
    "is_plain",
    is_flag=True,
    help="Ask line by line: for screen readers, pipes and plain terminals.",
)


def sit(house: House, wish: Wish | None, *, is_plain: bool) -> None:
    """Run the app, at the home screen for no wish; or the line mode, where there is no terminal."""
    if wish is not None and (is_plain or not is_terminal()):
        sit_at_lines(house, wish)
    else:
        from quizapp.terminal.app import run_app

        run_app(house, wish, theme=house.settings.theme, keymap=house.settings.keys)


def sit_at_lines(house: House, wish: Wish) -> None:
    """Ask on standard output, read from standard input."""
    if isinstance(wish, ExamWish | ResumeExamWish):
        from quizapp.terminal.plain_exam import run_plain_exam

        ready = prepared(house)
        exam = ready.exam(wish) if isinstance(wish, ExamWish) else ready.resume_exam()
        run_plain_exam(exam, house.now, sys.stdin, sys.stdout)
    else:
        from quizapp.terminal.plain import run_plain

        run_plain(session_of(prepared(house), wish), house.now, sys.stdin, sys.stdout)


def session_of(house: House, wish: SittingWish) -> Session:
    """Return the session that `wish` asks for, not yet started."""
    if isinstance(wish, ResumeWish):
        return house.resume_quiz()
    return house.quiz(wish) if isinstance(wish, QuizWish) else house.study(wish)
