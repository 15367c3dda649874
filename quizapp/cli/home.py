"""`quizapp` alone: the home screen."""

from collections.abc import Mapping
from typing import Any

from quizapp.cli.house import opened_house, prepared
from quizapp.cli.output import say
from quizapp.cli.settings import is_terminal
from quizapp.cli.sit import sit


def run(given: Mapping[str, Any]) -> None:
    """Open the home screen; without a terminal, show where the learner stands instead."""
    with opened_house(given) as house:
        if is_terminal():
            sit(house, None, is_plain=False)
            return
        from quizapp.cli.stats import overview_lines

        say(*overview_lines(prepared(house).overview()))
