"""`quizapp draft --prompt`: a prompt for whoever writes cards, printed or written to a file."""

from collections.abc import Sequence
from pathlib import Path

from quizapp.cli.output import say, say_text
from quizapp.errors import WrongCallError
from quizapp.services.settings import Settings

_STDOUT = "-"


def print_prompt(  # noqa: PLR0913 (what the command was called with)
    settings: Settings,
    texts: Sequence[Path],
    held: Path | None,
    output: str,
    *,
    is_prompt: bool,
    is_forced: bool,
) -> None:
    """Print the prompt for cards on `texts`, or the one that has the `held` cards corrected.

    Raises:
        WrongCallError: only a prompt can be about held cards; or the output is there already.
    """
    from quizapp.services.draft_prompt import write_draft_prompt, write_fix_prompt
    from quizapp.services.new_deck import write_new_file

    if not is_prompt:
        raise WrongCallError("--fix works only with --prompt", "add --prompt")
    text = (
        write_draft_prompt(settings, texts)
        if held is None
        else write_fix_prompt(settings, held, texts)
    )
    if output == _STDOUT:
        say_text(text, ends_line=False)
        return
    write_new_file(Path(output), text, is_forced=is_forced)
    say(
        f"Wrote {output}. Give it to an assistant or a colleague, and save the reply.",
        "Then: quizapp take reply.txt --deck my-deck.yaml",
    )
