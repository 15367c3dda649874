"""Beginning a deck: a small one to start from; and writing a new file."""

from pathlib import Path

from quizapp.errors import QuizappError, WrongCallError


def create_starter_deck(name: str) -> Path:
    """Write a small deck to start from, and return where; `name` may lack its suffix.

    Raises:
        WrongCallError: `name` makes no id, or the file is there already.
        QuizappError: it cannot be written.
    """
    from quizapp.bank.starter import starter_deck

    target = Path(name if name.endswith((".yaml", ".yml")) else f"{name}.yaml")
    deck_id = "-".join("".join(c if c.isalnum() else " " for c in target.stem.lower()).split())
    if not deck_id.isascii() or not deck_id:
        raise WrongCallError(f"{name!r} can't be a deck id", "use letters a-z, digits and dashes")
    text = starter_deck(deck_id, deck_id.replace("-", " ").capitalize())
    write_new_file(target, text, fix="choose another name")
    return target


def write_new_file(
    path: Path,
    text: str,
    *,
    is_forced: bool = False,
    fix: str = "choose another name, or add --force",
) -> None:
    """Write a file, and over one that is there only if `is_forced`; `fix` is what to do then.

    Raises:
        WrongCallError: it is there already.
        QuizappError: it cannot be written.
    """
    try:
        with path.open("w" if is_forced else "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise WrongCallError(f"{path} is already there", fix) from None
    except OSError as error:
        raise QuizappError(f"{path}: {error.strerror}", "choose another folder") from None
