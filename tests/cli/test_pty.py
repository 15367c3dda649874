"""The real command on a real terminal."""

from pathlib import Path
from typing import Any

import pexpect
import pyte
import pytest

from tests.cli.plain_session import QUIZAPP
from tests.cli.test_durability import answers_kept, environment

pytestmark = pytest.mark.slow


class Terminal:
    """A terminal with the command in it; its screen is what a learner sees."""

    def __init__(
        self, arguments: list[str], folder: Path, columns: int, rows: int, **variables: str
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.program = pexpect.spawn(
            QUIZAPP,
            arguments,
            env={**environment(folder), "TERM": "xterm-256color", **variables},
            dimensions=(rows, columns),
            timeout=30,
        )

    def until(self, text: str) -> None:
        """Read until `text` is on the screen."""
        while text not in "\n".join(self.screen.display):
            self.stream.feed(self.read())

    def read(self) -> bytes:
        """Return what the command has painted since."""
        painted: Any = self.program.read_nonblocking(1 << 16, timeout=30)
        return bytes(painted)

    def press(self, keys: str) -> None:
        self.program.send(keys)

    def close(self) -> int | None:
        """Wait for the end and return the exit code."""
        self.program.expect(pexpect.EOF)
        self.program.close()
        code: int | None = self.program.exitstatus
        return code


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 20)])
def test_an_answer_given_in_a_terminal_is_kept(tmp_path: Path, columns: int, rows: int) -> None:
    terminal = Terminal(["study"], tmp_path, columns, rows)

    terminal.until("Choose one")
    terminal.press("1")
    terminal.until("1 Again")
    terminal.press("\r")
    terminal.until("enter Answer")
    terminal.press("\x11")

    assert terminal.close() == 0
    assert answers_kept(tmp_path) == 1


def test_ctrl_q_after_an_answer_keeps_it(tmp_path: Path) -> None:
    terminal = Terminal(["study"], tmp_path, 80, 24)

    terminal.until("Choose one")
    terminal.press("1")
    terminal.until("1 Again")
    terminal.press("\x11")

    assert terminal.close() == 0
    assert answers_kept(tmp_path) == 1


def test_the_terminal_is_left_clean(tmp_path: Path) -> None:
    terminal = Terminal([], tmp_path, 80, 24)

    terminal.until("X-linked hyper-IgM syndrome")
    terminal.press("\x11")
    rest = repr(terminal.program.read())

    assert r"\x1b[?1049l" in rest  # back from the alternate screen
    assert r"\x1b[?25h" in rest  # the cursor is shown again


def test_the_theme_that_f2_chose_is_there_at_the_next_start(tmp_path: Path) -> None:
    for _ in range(2):
        terminal = Terminal([], tmp_path, 80, 24)
        terminal.until("Study")
        terminal.press("\x1bOQ")
        terminal.until("Study")
        terminal.press("\x11")
        assert terminal.close() == 0

    kept = [path.read_text() for path in tmp_path.rglob("config.toml")]
    assert kept == ['theme = "quizapp-colour-blind"\n']
