"""`quizapp` alone: the home screen."""

from collections.abc import Mapping
from typing import Any

from quizapp.cli.output import say
from quizapp.cli.run_session import run_request
from quizapp.services.app_services import open_services, prepare_services
from quizapp.services.settings import is_interactive


def run(given: Mapping[str, Any]) -> None:
    """Open the home screen; without a terminal, show where the learner stands instead."""
    with open_services(given) as services:
        if is_interactive():
            run_request(services, None, is_plain=False)
            return
        from quizapp.cli.stats import overview_lines

        say(*overview_lines(prepare_services(services).overview()))
