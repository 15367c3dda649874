"""What a field of Anki's can be asked for: text, or the members of a list."""

from collections.abc import Sequence

from quizapp.anki.importing.html_to_text import FieldText
from quizapp.bank.yaml.writer import YamlValue

_MAX_MEMBERS = 12  # of a list that someone can be asked for
_MAX_ANSWER_LENGTH = 1000  # characters

NO_ANSWER = "its answer is empty"
MEDIA_ONLY_ANSWER = "its answer is only a picture or a sound"
_LONG_ANSWER = "its answer is too long to ask for"


class ConversionError(ValueError):
    """A card, or a whole note, cannot become a card of ours; the message says why."""


def parse_answer(plain: FieldText) -> YamlValue:
    """Return what a field answers: a list where it is one, text otherwise.

    Raises:
        ConversionError: there is no text in it, or too much.
    """
    if not plain.text:
        raise ConversionError(MEDIA_ONLY_ANSWER if plain.media else NO_ANSWER)
    return as_list_answer(plain.members) or check_answer_length(plain.text)


def as_list_answer(texts: Sequence[str]) -> "YamlValue | None":
    """Return texts as the members of a list; None where they cannot be told apart, or too many."""
    is_list = 1 < len(texts) <= _MAX_MEMBERS
    is_list = is_list and len({text.casefold() for text in texts}) == len(texts)
    return list(texts) if is_list else None


def check_answer_length(text: str) -> str:
    """Return `text`, unless nobody could be asked for it.

    Raises:
        ConversionError: it is too long.
    """
    if len(text) > _MAX_ANSWER_LENGTH:
        raise ConversionError(_LONG_ANSWER)
    return text
