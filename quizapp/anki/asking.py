"""What a card of Anki's can ask for: the answers of its fields, the gaps of its clozes."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quizapp.anki.cloze import ClozePiece, clozes_in
from quizapp.anki.naming import card_name
from quizapp.anki.plain import Plain, tidy
from quizapp.bank.say import BLANK
from quizapp.bank.writer import Value

NOT_IN_SAY = re.compile(r"[{}|]")
MOST_MEMBERS = 12  # of a list that someone can be asked for
LONGEST_ANSWER = 1000  # characters

NO_ANSWER = "its answer is empty"
SEEN_ANSWER = "its answer is a picture or a sound alone"
LONG_ANSWER = "its answer is too long to be asked for"
NO_CLOZE = "no cloze has its number any more"


class CannotCarryError(ValueError):
    """A card, or a whole note, cannot become a card of ours; the message says why."""


def answer_of(plain: Plain) -> Value:
    """Return what a field answers: a list where it is one, text otherwise.

    Raises:
        CannotCarryError: there is no text in it, or too much.
    """
    if not plain.text:
        raise CannotCarryError(SEEN_ANSWER if plain.media else NO_ANSWER)
    return several(plain.members) or short(plain.text)


def several(texts: Sequence[str]) -> "Value | None":
    """Return texts as the members of a list; None where they cannot be told apart, or too many."""
    is_list = 1 < len(texts) <= MOST_MEMBERS
    is_list = is_list and len({text.casefold() for text in texts}) == len(texts)
    return list(texts) if is_list else None


def short(text: str) -> str:
    """Return `text`, unless nobody could be asked for it.

    Raises:
        CannotCarryError: it is too long.
    """
    if len(text) > LONGEST_ANSWER:
        raise CannotCarryError(LONG_ANSWER)
    return text


# --- sentences with clozes -----------------------------------------------------------------------


def hidden_by(pieces: Sequence[ClozePiece], number: int) -> Value:
    """Return what the clozes of a number hide: text, or a list where they hide several.

    Raises:
        CannotCarryError: they hide no text, or too much.
    """
    found = [each for each in clozes_in(pieces) if number in each.numbers]
    texts = list(dict.fromkeys(filter(None, (each.text.strip() for each in found))))
    if not texts:
        raise CannotCarryError(SEEN_ANSWER if found else NO_CLOZE)
    return several(texts) or short("; ".join(texts))


def can_have_gaps(pieces: Sequence[ClozePiece], answers: Mapping[int, Value]) -> bool:
    """Say whether a sentence can be a `say` in which each answer is one gap's own words."""
    return all(
        not NOT_IN_SAY.search(each)
        if isinstance(each, str)
        else len(each.numbers) == 1
        and all(isinstance(inner, str) for inner in each.pieces)
        and not NOT_IN_SAY.search(each.text)
        and answers.get(each.numbers[0], each.text.strip()) == each.text.strip()
        for each in pieces
    )


def say_of(pieces: Iterable[ClozePiece], answers: Mapping[int, Value]) -> str:
    """Return a sentence with a gap for each cloze that has an answer."""
    parts = (
        each
        if isinstance(each, str)
        else f"{{{card_name(each.numbers[0] - 1)}}}"
        if each.numbers[0] in answers
        else each.text
        for each in pieces
    )
    return tidy("".join(parts))


def blanked(pieces: Iterable[ClozePiece], number: int) -> str:
    """Return a sentence with a blank for each cloze of `number`, with its hint."""
    return "".join(blanks(pieces, number))


def blanks(pieces: Iterable[ClozePiece], number: int) -> Iterator[str]:
    """Yield the parts of a sentence in which the clozes of `number` are blank."""
    for each in pieces:
        if isinstance(each, str):
            yield each
        elif number in each.numbers:
            yield f"{BLANK} ({each.hint})" if each.hint else BLANK
        else:
            yield blanked(each.pieces, number)
