"""Sentences and answers in words: cut at gaps, filled again, compared. Light: values only.

Words come from the author alone; what is done here is joining members by commas and "and", and a
capital where a gap opens the sentence.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from quizapp.bank.amounts import AmountError, parse_amount
from quizapp.bank.concepts import normalize_text
from quizapp.bank.model import (
    AmountAnswer,
    Answer,
    Card,
    Fact,
    Gap,
    ListAnswer,
    NumberAnswer,
    SentencePart,
    SequenceAnswer,
    TermAnswer,
)
from quizapp.bank.numerals import decimal_or_none

BLANK = "[ … ]"
_GAP = re.compile(r"\{([^{}]*)\}")
OPENING_MARKS = " \t\n\"'“„‘«([¿¡"
_FIRST_LETTERS = re.compile(r"[^\W\d_]+")
_CLOSE_UNITS = ("%", "‰", "°", "′", "″")  # written close to their number


def split_at_gaps(text: str) -> tuple[SentencePart, ...]:
    """Return `text` cut at its gaps: `{card}` and `{card|shown text}`.

    A brace that opens or closes nothing stays in its piece.
    """
    # The parts are text and gap in turn; text may be "" at an end or between two gaps.
    pieces = [_parse_gap(part) if at % 2 else part for at, part in enumerate(_GAP.split(text))]
    return tuple([piece for piece in pieces if piece])


def _parse_gap(inside: str) -> Gap:
    """Return the gap that is written as `{inside}`."""
    card, _, shown = inside.partition("|")
    return Gap(card.strip(), shown.strip())


def sentence_parts(fact: Fact, card: Card) -> tuple[SentencePart, ...]:
    """Return the sentence that speaks of `card`, cut at its gaps: its own, or that of its fact."""
    return card.say or fact.say


def full_sentence(fact: Fact, card: Card) -> str:
    """Return the sentence that speaks of `card` with every gap filled; "" when there is none."""
    return fill_sentence(fact, card, {})


def sentence_with_gap(
    fact: Fact, card: Card, blank: str = BLANK, answers: Mapping[str, str] = MappingProxyType({})
) -> str:
    """Return the sentence with `blank` for `card` and the other gaps filled."""
    return fill_sentence(fact, card, {card.name: blank}, answers)


def fill_sentence(
    fact: Fact,
    card: Card,
    replacements: Mapping[str, str],
    answers: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Return the sentence that speaks of `card` with every gap filled; "" when there is none.

    `replacements` give, by the name of a card, text that stands for its answer, whatever the gap
    shows; `answers` what its answer is called here where the gap shows no words of its own. A gap
    that opens the sentence is capitalised. A gap that is no card stays as it was written.
    """
    words = {each.name: answer_text(each.answer) for each in fact.cards} | dict(answers)
    parts: list[str] = []
    for piece in sentence_parts(fact, card):
        if isinstance(piece, str):
            parts.append(piece)
            continue
        text = replacements.get(piece.card) or piece.shown or words.get(piece.card)
        text = f"{{{piece.card}}}" if text is None else text
        is_opening = not "".join(parts).strip(OPENING_MARKS)
        parts.append(capitalize(text) if is_opening else text)
    return "".join(parts)


def answer_text(answer: Answer, *, with_unit: bool = False) -> str:
    """Return `answer` in words: "oral and rectal", "4", or "4 patients" `with_unit`.

    A number reads as the author wrote it; a sequence reads in its order.
    """
    match answer:
        case TermAnswer():
            return answer.text
        case AmountAnswer():
            return answer.text
        case NumberAnswer():
            return f"{answer.text}{unit_suffix(answer.unit) if with_unit else ''}"
        case ListAnswer() | SequenceAnswer():
            return join_and(tuple(member.text for member in answer.members))


def answer_texts(card: Card) -> tuple[str, ...]:
    """Return the words that answer a card: one, or one a member."""
    answer = card.answer
    match answer:
        case TermAnswer() | NumberAnswer() | AmountAnswer():
            return (answer.text,)
        case ListAnswer() | SequenceAnswer():
            return tuple([member.text for member in answer.members])


def comparison_key(card: Card, text: str) -> object:
    """Return what an answer to `card` is compared by: its value where the answer is a number."""
    if isinstance(card.answer, AmountAnswer):
        return amount_key(text, card.answer) or normalize_text(text)
    value = decimal_or_none(text) if isinstance(card.answer, NumberAnswer) else None
    return normalize_text(text) if value is None else value


def number_of(answer: Answer) -> NumberAnswer | None:
    """Return the number that an answer is, or that the point of an amount is; None of others."""
    if isinstance(answer, AmountAnswer):
        return answer.number
    return answer if isinstance(answer, NumberAnswer) else None


def amount_key(text: str, answer: AmountAnswer) -> object:
    """Return what amounts are compared by: their numbers, sign and unit; None of no amount.

    One without a unit has that of the answer. What is asked for as an interval is one.
    """
    try:
        amount = parse_amount(text)
    except AmountError:
        return None
    ends = (amount.low, amount.high)
    if answer.asks_interval and amount.spread:
        ends = (amount.spread.low, amount.spread.high)
    return (*ends, amount.sign, amount.of, normalize_text(amount.unit or answer.unit))


def unit_suffix(unit: str) -> str:
    """Return what follows a number: " patients", "%"; "" without a unit."""
    return unit if not unit or unit.startswith(_CLOSE_UNITS) else f" {unit}"


def join_and(texts: tuple[str, ...]) -> str:
    """Return "a", "a and b", or "a, b and c"."""
    *most, last = texts
    return f"{', '.join(most)} and {last}" if most else last


def capitalize(text: str) -> str:
    """Return `text` with a capital first letter, unless its spelling is its own.

    "oral" becomes "Oral"; "pH", "mRNA", "p53" and "x-ray" stay as they are.
    """
    found = _FIRST_LETTERS.search(text)
    if found is None or text[: found.start()].strip(OPENING_MARKS):
        return text
    word = found.group()
    stands_alone = len(word) > 1 or text[found.end() : found.end() + 1] in ("", " ")
    if not (word.islower() and stands_alone):
        return text
    return f"{text[: found.start()]}{word[0].upper()}{text[found.start() + 1 :]}"
