"""The learner's editor, run in the terminal that the app gives up meanwhile."""

from collections.abc import Callable, Sequence

from textual.app import App, SuspendNotSupported

from quizapp.bank.place import Place
from quizapp.errors import QuizappError
from quizapp.services.ports import AppServices
from quizapp.terminal.words import error_text


def open_editor(
    app: App[None],
    services: AppServices,
    show_message: Callable[[str, str], None],
    place: Place,
) -> bool:
    """Open the editor at `place` until it is closed; return whether it could be opened."""
    try:
        command = services.editor_command(place)
        if command is None:
            show_message("Set EDITOR to your editor", "$close")
            return False
        with app.suspend():
            run_editor(command)
    except (QuizappError, OSError, SuspendNotSupported) as error:
        show_message(error_text(error), "$wrong")
        return False
    return True


def run_editor(command: Sequence[str]) -> None:
    """Run the learner's editor until it is closed."""
    import subprocess  # noqa: PLC0415 (start-up)

    subprocess.run(command, check=False)  # noqa: S603 (the learner's own)
