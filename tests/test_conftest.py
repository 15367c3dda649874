"""Whether the rules that every run keeps to are kept: they are tried on runs of their own."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
INI = """
[pytest]
markers =
    slow: slow
    long: long
"""


@pytest.fixture
def trial(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A folder of tests under the rules of this one, not in a gate."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.delenv("CI", raising=False)
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    pytester.makeini(INI)
    return pytester


def outcomes(trial: pytest.Pytester, *arguments: str) -> dict[str, int]:
    return trial.runpytest_subprocess("-p", "no:cacheprovider", *arguments).parseoutcomes()


def test_a_test_that_starts_a_process_has_to_say_that_it_is_slow(trial: pytest.Pytester) -> None:
    trial.makepyfile("""
        import subprocess, pytest
        def test_unmarked(): subprocess.run(["true"], check=True)
        @pytest.mark.slow
        def test_marked(): subprocess.run(["true"], check=True)
    """)

    assert outcomes(trial) == {"failed": 1, "passed": 1}


def test_whoever_opens_ankis_backend_is_slow(trial: pytest.Pytester) -> None:
    trial.makepyfile("""
        import pytest
        @pytest.fixture
        def anki(): return 1
        @pytest.fixture
        def studied(anki): return anki
        def test_with_anki(studied): pass
        def test_without(): pass
    """)

    assert outcomes(trial, "-m", "not slow") == {"passed": 1, "deselected": 1}


COUNTING = """
    from hypothesis import given, strategies as st
    from tests.counts import full_or_share
    tried = []
    def test_a_count(): assert full_or_share(40) == {count}
    @given(st.integers())
    def test_a_property(number): tried.append(number)
    def test_the_examples_were_tried(): assert len(tried) == {examples}
"""


def test_a_run_tries_a_twentieth(trial: pytest.Pytester) -> None:
    trial.makepyfile(COUNTING.format(count=2, examples=100))

    assert outcomes(trial) == {"passed": 3}


def test_a_long_run_tries_all_and_nothing_else(trial: pytest.Pytester) -> None:
    trial.makepyfile(
        test_counting=COUNTING.format(count=40, examples=2000),
        test_other="def test_without_a_count(): pass",
    )

    assert outcomes(trial, "-m", "long") == {"passed": 3, "deselected": 1}


@pytest.mark.parametrize("arguments", [(), ("-m", "not slow"), ("-m", "not long")])
def test_what_is_long_by_name_waits_for_a_long_run(
    trial: pytest.Pytester, arguments: tuple[str, ...]
) -> None:
    trial.makepyfile("""
        import pytest
        @pytest.mark.long
        def test_all_of_it(): pass
        def test_some_of_it(): pass
    """)

    assert outcomes(trial, *arguments) == {"passed": 1, "deselected": 1}


def test_what_takes_longest_goes_first(trial: pytest.Pytester) -> None:
    tests = trial.mkdir("tests")
    (tests / "test_a.py").write_text("def test_quick(): pass\n", encoding="utf-8")
    (tests / "test_readme.py").write_text("def test_tour(): pass\n", encoding="utf-8")

    shown = trial.runpytest_subprocess("-v", "-p", "no:cacheprovider", "-p", "no:xdist")

    shown.stdout.fnmatch_lines(["*test_readme.py::test_tour PASSED*", "*test_a.py::test_quick*"])


SKIPPING = """
    import pytest
    def test_without_a_browser(): pytest.skip("chromium is not installed")
    @pytest.mark.skipif(True, reason="chromium is not installed")
    def test_without_it_either(): pass
    def test_that_runs(): pass
"""


def test_a_skip_is_told_where_nothing_counts(trial: pytest.Pytester) -> None:
    trial.makepyfile(SKIPPING)

    assert outcomes(trial) == {"passed": 1, "skipped": 2}


def test_a_skip_is_a_failure_where_the_gate_counts(
    trial: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    trial.makepyfile(SKIPPING)

    shown = trial.runpytest_subprocess("-p", "no:cacheprovider")

    assert shown.parseoutcomes() == {"failed": 1, "errors": 1, "passed": 1}
    shown.stdout.fnmatch_lines(["*chromium is not installed", "*tests/allowed_skips.py*"])


def test_a_module_that_is_skipped_is_a_failure_there_too(
    trial: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    trial.makepyfile('import pytest\npytest.importorskip("no_such_library")')

    assert outcomes(trial) == {"errors": 1}


def test_a_skip_on_the_list_is_let_through(
    trial: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    rules = (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8")
    allowed = 'ALLOWED_SKIPS["*::test_without_*"] = "no browser runs here"'
    trial.makeconftest(f"{rules}\n{allowed}\n")
    trial.makepyfile(SKIPPING)

    assert outcomes(trial) == {"passed": 1, "skipped": 2}


def test_an_expected_failure_is_no_skip(
    trial: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    trial.makepyfile("""
        import pytest
        @pytest.mark.xfail(reason="not yet")
        def test_not_yet(): assert False
    """)

    assert outcomes(trial) == {"xfailed": 1}
