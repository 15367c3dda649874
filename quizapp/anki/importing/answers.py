"""What a card of Anki's can ask for: the answers of its fields, the gaps of its clozes."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quizapp.anki.ids import card_name
from quizapp.anki.importing.cloze import ClozePiece, iter_clozes
from quizapp.anki.importing.html_to_text import FieldText, clean_text
from quizapp.bank.sentences import BLANK
from quizapp.bank.yaml.writer import YamlValue

NOT_IN_SENTENCE = re.compile(r"[{}|]")
MAX_MEMBERS = 12  # of a list that someone can be asked for
MAX_ANSWER_LENGTH = 1000  # characters

NO_ANSWER = "its answer is empty"
MEDIA_ONLY_ANSWER = "its answer is only a picture or a sound"
LONG_ANSWER = "its answer is too long to ask for"
NO_CLOZE = "its cloze number no longer exists"


class ConversionError(ValueError):
    """A card, or a whole note, cannot become a card of ours; the message says why."""


def parse_answer(plain: FieldText) -> YamlValue:
    """Return what a field answers: a list where it is one, text otherwise.

    Raises:
        CannotCarryError: there is no text in it, or too much.
    """
    if not plain.text:
        raise ConversionError(MEDIA_ONLY_ANSWER if plain.media else NO_ANSWER)
    return as_list_answer(plain.members) or check_answer_length(plain.text)


def as_list_answer(texts: Sequence[str]) -> "YamlValue | None":
    """Return texts as the members of a list; None where they cannot be told apart, or too many."""
    is_list = 1 < len(texts) <= MAX_MEMBERS
    is_list = is_list and len({text.casefold() for text in texts}) == len(texts)
    return list(texts) if is_list else None


def check_answer_length(text: str) -> str:
    """Return `text`, unless nobody could be asked for it.

    Raises:
        CannotCarryError: it is too long.
    """
    if len(text) > MAX_ANSWER_LENGTH:
        raise ConversionError(LONG_ANSWER)
    return text


# --- sentences with clozes -----------------------------------------------------------------------


def cloze_answer(pieces: Sequence[ClozePiece], number: int) -> YamlValue:
    """Return what the clozes of a number hide: text, or a list where they hide several.

    Raises:
        CannotCarryError: they hide no text, or too much.
    """
    found = [each for each in iter_clozes(pieces) if number in each.numbers]
    texts = list(dict.fromkeys(filter(None, (each.text.strip() for each in found))))
    if not texts:
        raise ConversionError(MEDIA_ONLY_ANSWER if found else NO_CLOZE)
    return as_list_answer(texts) or check_answer_length("; ".join(texts))


def can_have_gaps(pieces: Sequence[ClozePiece], answers: Mapping[int, YamlValue]) -> bool:
    """Return whether a sentence can be a `say` in which each answer is one gap's own words."""
    return all(
        not NOT_IN_SENTENCE.search(each)
        if isinstance(each, str)
        else len(each.numbers) == 1
        and all(isinstance(inner, str) for inner in each.pieces)
        and not NOT_IN_SENTENCE.search(each.text)
        and answers.get(each.numbers[0], each.text.strip()) == each.text.strip()
        for each in pieces
    )


def sentence_with_gaps(pieces: Iterable[ClozePiece], answers: Mapping[int, YamlValue]) -> str:
    """Return a sentence with a gap for each cloze that has an answer."""
    parts = (
        each
        if isinstance(each, str)
        else f"{{{card_name(each.numbers[0] - 1)}}}"
        if each.numbers[0] in answers
        else each.text
        for each in pieces
    )
    return clean_text("".join(parts))


def blank_clozes(pieces: Iterable[ClozePiece], number: int) -> str:
    """Return a sentence with a blank for each cloze of `number`, with its hint."""
    return "".join(blanked_parts(pieces, number))


def blanked_parts(pieces: Iterable[ClozePiece], number: int) -> Iterator[str]:
    """Yield the parts of a sentence in which the clozes of `number` are blank."""
    for each in pieces:
        if isinstance(each, str):
            yield each
        elif number in each.numbers:
            yield f"{BLANK} ({each.hint})" if each.hint else BLANK
        else:
            yield blank_clozes(each.pieces, number)
