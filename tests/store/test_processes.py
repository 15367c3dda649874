"""Several processes on one file: nothing that was acknowledged is ever lost."""

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO

import pytest
from sqlalchemy import Connection, select

from quizapp.store.open import open_store
from quizapp.store.tables import reviews
from quizapp.store.verify import verify_store
from tests.builders import a_deck, a_fact, a_store, an_item

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
COUNTRIES = ("france", "peru")
A_LOT = 1_000_000


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'quizapp.db'}"
    deck = a_deck(facts=[a_fact(name) for name in COUNTRIES])
    a_store(deck, [an_item(f"capitals/{name}/answer") for name in COUNTRIES], url=url).close()
    return url


@pytest.fixture
def processes() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def start(
    processes: ExitStack, url: str, country: str, count: int, first_minute: int = 0
) -> subprocess.Popen[str]:
    """A writer that has opened the store and waits for a line."""
    arguments = (url, "ada", f"capitals/{country}/answer", str(count), str(first_minute))
    writer = processes.enter_context(
        subprocess.Popen(
            [sys.executable, "-m", "tests.store.writer", *arguments],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
    )
    processes.callback(writer.kill)
    assert read_line(writer) == "ready\n"
    return writer


def read_line(writer: subprocess.Popen[str]) -> str:
    return pipe(writer.stdout).readline()


def go(*writers: subprocess.Popen[str]) -> None:
    for writer in writers:
        stdin = pipe(writer.stdin)
        stdin.write("\n")
        stdin.flush()


def acknowledged(writer: subprocess.Popen[str]) -> set[int]:
    """The ids of the answers that the writer said were kept, to its end."""
    lines = pipe(writer.stdout).readlines()
    return {int(line) for line in lines if line.endswith("\n")}


def pipe(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream


def review_ids(connection: Connection) -> set[int]:
    return set(connection.scalars(select(reviews.c.id)))


@pytest.mark.parametrize("countries", [("france", "peru"), ("france", "france")])
def test_two_processes_that_answer_at_once_lose_nothing(
    url: str, processes: ExitStack, countries: tuple[str, str]
) -> None:
    one = start(processes, url, countries[0], 30)
    # Its clock is a few answers behind, so that one log is written from both ends.
    other = start(processes, url, countries[1], 30, first_minute=5)

    go(one, other)

    kept = [acknowledged(one), acknowledged(other)]
    assert [len(ids) for ids in kept] == [30, 30]
    with open_store(url) as store:
        assert store.read(review_ids) == kept[0] | kept[1]
        assert len(kept[0] | kept[1]) == 60
        assert verify_store(store).faults == ()


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_writer_loses_no_answer_that_it_acknowledged(
    url: str, processes: ExitStack, seed: int
) -> None:
    writer = start(processes, url, "france", A_LOT)
    go(writer)
    seen = {int(read_line(writer)) for _ in range(random.Random(seed).randint(1, 40))}

    writer.kill()

    seen |= acknowledged(writer)
    with open_store(url) as store:
        kept = store.read(review_ids)
        assert seen <= kept
        # At most the answer that was kept but not yet spoken of.
        assert len(kept - seen) <= 1
        assert verify_store(store).faults == ()


def test_several_processes_that_make_one_store_at_once_share_it(
    tmp_path: Path, processes: ExitStack
) -> None:
    url = f"sqlite:///{tmp_path / 'quizapp.db'}"
    opening = (
        "import sys\nfrom quizapp.store.open import open_store\nopen_store(sys.argv[1]).close()"
    )

    openers = [
        processes.enter_context(subprocess.Popen([sys.executable, "-c", opening, url], cwd=ROOT))
        for _ in range(4)
    ]

    assert [opener.wait(timeout=60) for opener in openers] == [0, 0, 0, 0]
    assert [path.name for path in tmp_path.iterdir()] == ["quizapp.db"]
