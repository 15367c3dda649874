"""Progress of long work: a bar on stderr, once a second has passed, only on a terminal."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from quizapp.cli.output import bare
from quizapp.services.ports import ProgressReporter, report_nothing
from quizapp.terminal.safe_text import as_line

_BAR_AFTER_SECONDS = 1.0
_STEPS = 1000


@contextmanager
def progress_bar() -> Iterator[ProgressReporter]:
    """Hand out a report function that draws a bar for work of more than a second."""
    if not sys.stderr.isatty():
        yield report_nothing
        return
    began = time.monotonic()
    bars: list[Any] = []

    def report(label: str, share: float | None) -> None:
        if not bars and time.monotonic() - began < _BAR_AFTER_SECONDS:
            return
        if not bars:
            bars.append(
                click.progressbar(length=_STEPS, label=as_line(label), file=bare(sys.stderr))
            )
            bars[0].__enter__()
        bar = bars[0]
        bar.label = as_line(label)
        if share is not None:
            bar.update(max(0, round(share * _STEPS) - bar.pos))

    try:
        yield report
    finally:
        for bar in bars:
            bar.__exit__(None, None, None)
