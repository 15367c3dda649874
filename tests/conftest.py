"""What every run of the tests keeps to: what is slow, how often things are tried, what is skipped.

`pytest -n auto -m "not slow"` is the fast loop, `pytest -m long` what a release waits for.
"""

import os
import sys
from collections.abc import Generator, Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from quizapp.grading.dictionary import build_dictionary, set_words_folder
from tests import counts
from tests.allowed_skips import ALLOWED_SKIPS

# Whoever asks for one of these is slow: it opens Anki's own backend.
SLOW_FIXTURES = {"anki"}
STARTS_A_PROCESS = {"subprocess.Popen", "os.fork", "os.forkpty", "os.posix_spawn", "os.system"}
# What takes longest goes first, or one worker would be left with it alone.
FIRST = ("tests/test_style.py::test_the_code_keeps_the_house_style[types]", "tests/test_readme.py")


def pytest_configure(config: pytest.Config) -> None:
    """Say how often things are tried, before the tests that count are imported."""
    wanted = str(config.option.markexpr)
    counts.in_full = "long" in wanted and "not long" not in wanted
    settings.register_profile(
        "tests",
        max_examples=counts.full_or_share(2000),
        deadline=None,  # a busy machine is no fault of ours
        derandomize=not counts.in_full,  # the share is the same each time: what fails, fails again
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("tests")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what is slow or long by what it uses, and put first what takes longest."""
    for item in items:
        if SLOW_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)
        if counts.in_full and has_a_count(item):
            item.add_marker(pytest.mark.long)
    if not counts.in_full:
        left_out = [item for item in items if item.get_closest_marker("long")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("long")]
    items.sort(key=lambda item: not item.nodeid.startswith(FIRST))


def has_a_count(item: pytest.Item) -> bool:
    """Return whether the test tries examples, or its module counts otherwise."""
    is_property = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    return is_property or hasattr(getattr(item, "module", None), "full_or_share")


@pytest.fixture(scope="session")
def cache_with_words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder with the words of English, built once for all workers of a run."""
    own = tmp_path_factory.getbasetemp()
    cache = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "cache"
    build_dictionary("en", cache / "quizapp" / "words")
    return cache


@pytest.fixture
def english_words(cache_with_words: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of words of a learner who has those of English: no process builds them."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_with_words))
    return cache_with_words / "quizapp" / "words"


@pytest.fixture
def known_words(english_words: Path) -> Iterator[None]:
    """Let slips be told from the words of English."""
    set_words_folder(english_words)
    yield
    set_words_folder(None)


# A test that starts a process says that it is slow.


started: list[str] = []


def hear(event: str, _: tuple[object, ...]) -> None:
    """Keep what Python tells of a process that is started."""
    if event in STARTS_A_PROCESS:
        started.append(event)


sys.addaudithook(hear)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Begin to listen; a process that a fixture starts counts too."""
    started.clear()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Fail a test that started a process and is not marked as slow."""
    yield
    if started and not item.get_closest_marker("slow"):
        pytest.fail(f"it starts a process ({started[0]}): mark it `slow`", pytrace=False)


# Where the gate counts, nothing is skipped that is not on the list.


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a skipped test that may not be skipped."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        refuse_unlisted_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Fail a skipped module that may not be skipped."""
    report = yield
    if report.skipped:
        refuse_unlisted_skip(report)
    return report


def refuse_unlisted_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip that is not allowed into a failure, under `CI=true`."""
    is_allowed = any(fnmatch(report.nodeid, pattern) for pattern in ALLOWED_SKIPS)
    if os.environ.get("CI") == "true" and not is_allowed:
        why = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{why}\nwhere the gate counts this is a failure: tests/allowed_skips.py"
