"""Ways in which a disk, or a crash, spoils the file of a database."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

PAGE = 4096

# Spills a transaction into the file, whose old pages are in the journal then, and waits.
_SPILL = """\
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode = " + sys.argv[2])
connection.execute("PRAGMA cache_size = 2")
connection.execute("PRAGMA cache_spill = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE learners SET name = 'nobody'")
connection.execute("CREATE TABLE spilled AS SELECT zeroblob(4000) AS bytes FROM items")
connection.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 200) "
                   "INSERT INTO spilled SELECT zeroblob(4000) FROM n")
if sys.argv[2] == "wal":
    connection.execute("COMMIT")
print("spilled", flush=True)
sys.stdin.readline()
"""


def crash_in_the_midst(path: Path, journal: str = "delete") -> None:
    """Kill a process that has written half a transaction into the file; in a WAL, a whole one."""
    with subprocess.Popen(
        [sys.executable, "-c", _SPILL, str(path), journal],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "spilled\n"
        os.kill(process.pid, signal.SIGKILL)


def overwrite(path: Path, at: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)


def tear_first_page(path: Path) -> None:
    overwrite(path, 0, b"\0" * 512)


def spoil_table(path: Path, table: str = "reviews") -> None:
    """Overwrite the first page of a table: what was in it can be read no more."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = connection.execute(query, (table,)).fetchone()
    overwrite(path, (page - 1) * PAGE, b"\xff" * PAGE)
