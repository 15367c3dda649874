"""An answer that the learner has moved on from survives anything that happens to the process."""

import json
import random
import sqlite3
import subprocess
import threading
from pathlib import Path

import pytest

from tests.cli.plain_session import QUIZAPP, PlainSession
from tests.counts import full_or_share

pytestmark = pytest.mark.slow

KILLS = full_or_share(80)


def environment(folder: Path) -> dict[str, str]:
    return {
        "HOME": str(folder),
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "QUIZAPP_DATABASE_URL": f"sqlite:///{folder / 'quizapp.db'}",
    }


def answers_kept(folder: Path) -> int:
    shown = subprocess.run(
        [QUIZAPP, "stats", "--json"],
        env=environment(folder),
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout
    return int(json.loads(shown)["reviews_today"])


def integrity(folder: Path) -> str:
    with sqlite3.connect(folder / "quizapp.db") as connection:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])


def test_a_session_that_is_killed_at_any_moment_loses_no_acknowledged_answer(
    tmp_path: Path,
) -> None:
    chance = random.Random(1997)
    acknowledged = 0
    for _ in range(KILLS):
        session = PlainSession(["study", "--plain"], environment(tmp_path))
        # Counted from the first question: how long a start takes is the machine's affair.
        killer = threading.Timer(chance.uniform(0.1, 1.0), session.process.kill)
        session.give_up_until_the_end(at_first_question=killer.start)
        killer.cancel()
        session.close()
        acknowledged += session.acknowledged

    assert acknowledged > 0
    assert answers_kept(tmp_path) >= acknowledged
    assert integrity(tmp_path) == "ok"


def test_a_session_that_is_killed_while_it_starts_leaves_a_sound_store(tmp_path: Path) -> None:
    chance = random.Random(1997)
    for _ in range(KILLS):
        session = PlainSession(["study", "--plain", "--limit", "1"], environment(tmp_path))
        killer = threading.Timer(chance.uniform(0.2, 0.8), session.process.kill)
        killer.start()
        session.until_prompt()
        killer.cancel()
        session.close()

    assert answers_kept(tmp_path) == 0
    assert integrity(tmp_path) == "ok"


def test_two_terminals_on_one_file_keep_the_answers_of_both(tmp_path: Path) -> None:
    answers_kept(tmp_path)  # makes the file
    first, second = (
        PlainSession(["study", "--plain", "--limit", "5"], environment(tmp_path)) for _ in range(2)
    )
    threads = [threading.Thread(target=each.give_up_until_the_end) for each in (first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    first.close()
    second.close()

    assert answers_kept(tmp_path) == 10
    assert integrity(tmp_path) == "ok"
