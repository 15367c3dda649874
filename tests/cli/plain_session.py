"""Drives the real `quizapp … --plain` through pipes, prompt by prompt."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

QUIZAPP = str(Path(sys.executable).parent / "quizapp")


class PlainSession:
    """A learner at `quizapp … --plain`; `acknowledged` counts answers whose next question came."""

    def __init__(self, arguments: Sequence[str], environment: dict[str, str]) -> None:
        self.acknowledged = 0
        self.process = subprocess.Popen(
            [QUIZAPP, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )

    def until_prompt(self) -> str:
        """Return what is printed up to the next prompt; "" when the process is gone."""
        assert self.process.stdout is not None
        seen = b""
        while not (seen == b"> " or seen.endswith(b"\n> ")):
            byte = self.process.stdout.read(1)
            if not byte:
                return ""
            seen += byte
        return seen.decode()

    def say(self, line: str) -> None:
        """Type a line; nothing happens when the process is gone."""
        assert self.process.stdin is not None
        with suppress(BrokenPipeError):
            self.process.stdin.write(f"{line}\n".encode())
            self.process.stdin.flush()

    def give_up_until_the_end(self, at_first_question: Callable[[], object] = bool) -> None:
        """Answer every question with nothing and go on, until the process is gone.

        `at_first_question` is called when it has been asked.
        """
        question = self.until_prompt()
        at_first_question()
        while question:
            self.say("")
            feedback = self.until_prompt()
            self.say("")
            question = self.until_prompt()
            self.acknowledged += bool(feedback and question)

    def close(self) -> None:
        """Wait for the end of the process and let go of its pipes."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        with suppress(BrokenPipeError):
            self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(timeout=30)
