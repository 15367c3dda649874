import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from quizapp.cli.main import main

NOW = "2026-03-02T09:00:00+00:00"


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str


@pytest.fixture
def home(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    english_words: Path,  # noqa: ARG001 (or each session would have them built)
) -> Path:
    """A learner's home folder with nothing in it, where the command runs."""
    for name in ("QUIZAPP_DATABASE_URL", "QUIZAPP_LEARNER", "QUIZAPP_CONFIG", "QUIZAPP_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def quizapp(
    home: Path,  # noqa: ARG001 (the command must not see the real one)
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[..., Run]:
    """Run `quizapp` with arguments, at a fixed time, and return what it said."""

    def run(*arguments: str, stdin: str = "") -> Run:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main(arguments if "--now" in arguments else ["--now", NOW, *arguments])
        shown = capsys.readouterr()
        return Run(int(left.value.code or 0), shown.out, shown.err)

    return run
