"""`quizapp` alone: the home screen."""

import click

from quizapp.cli.global_options import is_interactive
from quizapp.cli.open_workspace import prepare, workspace_of
from quizapp.cli.output import say
from quizapp.cli.run_session import run_request


def run(ctx: click.Context) -> None:
    """Open the home screen; without a terminal, show where the learner stands instead."""
    with workspace_of(ctx) as workspace:
        if is_interactive():
            run_request(workspace, None, is_plain=False)
            return
        from quizapp.cli.stats import overview_lines
        from quizapp.services.learner_stats import load_overview

        prepare(workspace)
        say(*overview_lines(load_overview(workspace)))
