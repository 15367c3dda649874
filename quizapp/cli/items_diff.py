"""`quizapp items --diff`: where the other version is read from, and what is printed."""

import stat
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from quizapp.bank.deck_files import MAX_BYTES
from quizapp.cli.output import fields_of, read_stdin, say_json
from quizapp.cli.styled_output import echo_lines
from quizapp.errors import WrongCallError
from quizapp.items.diff import ItemChange, diff_texts
from quizapp.services.settings import Settings

LAST_SESSION = ""  # what --diff without a value compares with
_STDIN = "-"


def find_changes(
    settings: Settings, decks: Sequence[str], old: str, seed: int
) -> tuple[ItemChange, ...]:
    """Return what `decks` change, compared with the last session ("") or the deck `old`."""
    from quizapp.services.item_diff import OtherVersion, diff_decks

    if old == LAST_SESSION:
        return diff_decks(settings, decks, None, seed)
    with _readable_path(old) as path:
        return diff_decks(settings, decks, OtherVersion(path, old), seed)


@contextmanager
def _readable_path(name: str) -> Iterator[Path]:
    """Hand out a path from which a deck can be read; a pipe is read into a file that then goes."""
    path = Path(name)
    if name != _STDIN and not _is_pipe(path):
        yield path
        return
    try:
        data = read_stdin(MAX_BYTES + 1) if name == _STDIN else path.read_bytes()
    except OSError as error:
        raise WrongCallError(f"{name}: {error.strerror}", "check the path") from None
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "deck.yaml"
        copy.write_bytes(data)
        yield copy


def _is_pipe(path: Path) -> bool:
    """Return whether `path` is a pipe, as `<(…)` of a shell is."""
    try:
        return stat.S_ISFIFO(path.stat().st_mode)
    except OSError:
        return False


def print_changes(changes: Sequence[ItemChange], *, is_json: bool) -> None:
    """Print `changes` for a person, or as a JSON list whose keys are stable."""
    if is_json:
        say_json([_as_dict(change) for change in changes])
    else:
        from quizapp.items.diff_lines import change_lines

        echo_lines(change_lines(changes))


def _as_dict(change: ItemChange) -> dict[str, object]:
    """Return a change in its stable JSON shape; `before` and `after` are as items are printed."""
    from quizapp.items.codec import to_public_dict

    before, after, item = change.before, change.after, change.item
    both = diff_texts(before, after) if before and after else ()
    return {
        "change": change.kind.value,
        **fields_of(item, "id", "deck", "fact", "card", "format"),
        "differences": [fields_of(each, "part", "before", "after") for each in both],
        "before": None if before is None else to_public_dict(before),
        "after": None if after is None else to_public_dict(after),
    }
