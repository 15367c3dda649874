"""The app in a terminal that goes away."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.store.learner_store import open_learner
from quizapp.store.open import open_store
from tests.builders import CALENDAR

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
APP = """
import sys
from quizapp.terminal.app import run_app
from tests.terminal.rivers import CHOICE, RiverServices
from tests.terminal.screen import STUDY

run_app(RiverServices([CHOICE], sys.argv[1]), STUDY)
"""


def read_until(terminal: int, wanted: bytes) -> bytes:
    """Read what is painted until `wanted` is."""
    seen = b""
    while wanted not in seen:
        seen += os.read(terminal, 1 << 16)
    return seen


def test_an_answer_is_kept_when_the_terminal_goes_away(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'quizapp.db'}"
    terminal, inside = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", APP, url],
        stdin=inside,
        stdout=inside,
        stderr=inside,
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"},
        start_new_session=True,
    ) as app:
        os.close(inside)
        read_until(terminal, b"at its mouth")
        os.write(terminal, b"2")
        read_until(terminal, b"Right")
        os.close(terminal)
        app.send_signal(signal.SIGHUP)
        app.wait(timeout=30)

    with open_store(url) as store:
        assert [day.reviews for day in open_learner(store, "ada", CALENDAR).day_counts(0)] == [1]
