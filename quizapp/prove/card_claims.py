"""What a fact of a deck claims: its sentence, its questions with their answers, its reasons."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from quizapp.bank.diagnostics import quote
from quizapp.bank.model import (
    Card,
    Fact,
    ListAnswer,
    NumberAnswer,
    SequenceAnswer,
    UntrueStatement,
)
from quizapp.bank.place import Place
from quizapp.bank.sentences import answer_text, fill_sentence, full_sentence
from quizapp.grading.languages import language_of
from quizapp.prove.silence import is_of_silence

BACKGROUND = "Background:"  # what it opens is the author's own, and answered for by a signature
_ASKING = re.compile(
    r"\b(?:how (?:many|much|often|long|large|high|old|far)|"
    r"what (?:percentage|percent|proportion|share)|"
    r"(?:which|what) (?!(?:is|are|was|were|did|do|does|has|have|had|can|could|must|of|may|made)\b)"
    r"[^\W\d_]{2,}|which|what|who(?:m|se)?|where|when|why|how)\b",
    re.IGNORECASE,
)
_BLANK = re.compile(r"_{2,}|\[\s?(?:…|\.{3})\s?\]")
_WORD = re.compile(r"[^\W\d_]+")


class ClaimKind(StrEnum):
    """How a claim is held against its source.

    A statement must stand in what it cites; a reason may stand anywhere in the source; of a remark
    the numbers alone are looked at; an untrue statement must not stand there.
    """

    STATEMENT = "statement"
    REASON = "reason"
    REMARK = "remark"
    UNTRUE = "untrue"


@dataclass(frozen=True, slots=True)
class Claim:
    """One text that a deck states, or declares untrue; `texts` are ways to say it.

    `computed` are numbers that arithmetic over other cards accounts for, `given` words that name a
    row of a table: neither has to stand in a source. `keys` are the answers: each word of them has
    to. `said_as` are the source's words for what the card says in others. `written` is the author's
    own text, `part` what it stands under: say, ask, why. `card` is whose claim it is, None of one
    of the fact as a whole. `beside` says the same elsewhere, and may tell what a number is.
    """

    texts: tuple[str, ...]
    kind: ClaimKind
    place: Place
    computed: frozenset[Fraction] = frozenset()
    given: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    written: str = ""
    said_as: tuple[str, ...] = ()
    card: Card | None = None
    part: str = ""
    beside: tuple[str, ...] = ()


def claims_of(fact: Fact, language: str) -> Iterator[Claim]:
    """Yield what `fact` claims, part by part.

    What opens with "Background:" is left out, and a reason that says what the source does not say.
    """
    for claim in _raw_claims(fact, language):
        texts = tuple(text for each in claim.texts if (text := _without_background(each)))
        if texts and not (claim.kind is ClaimKind.REASON and all(map(is_of_silence, texts))):
            yield replace(claim, texts=texts, written=claim.written or texts[0])


def _raw_claims(fact: Fact, language: str) -> Iterator[Claim]:
    """Yield what a fact claims, background and all."""
    cells = [card.cell for card in fact.cards if card.cell]
    given = tuple(dict.fromkeys(word for cell in cells for word in (cell.row, cell.row_noun)))
    computed = frozenset(
        Fraction(card.answer.value)
        for card in fact.cards
        if card.equals and isinstance(card.answer, NumberAnswer)
    )
    sentences: set[str] = set()
    for card in fact.cards:
        sentence = full_sentence(fact, card)
        is_reverse = bool(cells) and card.cell is None
        if sentence and sentence not in sentences and not is_reverse:
            place = card.place if card.say else fact.place
            own = fill_sentence(fact, card, {each.name: "…" for each in fact.cards})
            keys = tuple(answer_text(each.answer) for each in fact.cards)
            terms = tuple(term for each in fact.cards for term in each.said_as)
            stated = ClaimKind.STATEMENT
            of = card if card.say else None
            asked = tuple(text for each in fact.cards for text in _answered(each, language)[:1])
            claim = Claim((sentence,), stated, place, computed, given, keys, own, terms, of)
            yield replace(claim, part="say", beside=asked)
            sentences.add(sentence)
        if statements := () if is_reverse else _answered(card, language):
            keys = (answer_text(card.answer), *card.aliases)
            kind, place, terms = ClaimKind.STATEMENT, card.place, card.said_as
            beside = (sentence,) if sentence else ()
            claim = Claim(statements, kind, place, computed, given, keys, card.ask, terms, card)
            yield replace(claim, part="ask", beside=beside)
        plain = Claim((), ClaimKind.REASON, card.place, computed, given, card=card)
        for wrong in card.wrong:
            part = f"the reason of {quote(wrong.text)}"
            yield replace(plain, texts=(wrong.why,), place=wrong.place, part=part)
        if not is_reverse:
            yield from _remarks(card.why, card.note, plain)
        yield from _untrue_claims(card.untrue, plain)
    plain = Claim((), ClaimKind.REMARK, fact.place, computed, given)
    yield from _remarks(fact.why, fact.note, plain)
    named = {card.name: card for card in fact.cards}
    for untrue in fact.untrue:
        yield from _untrue_claims([untrue], replace(plain, card=named.get(untrue.card)))


def _remarks(why: str, note: str, plain: Claim) -> Iterator[Claim]:
    """Yield what is told behind an answer as claims like `plain`."""
    yield replace(plain, texts=(why,), kind=ClaimKind.REMARK, part="why")
    yield replace(plain, texts=(note,), kind=ClaimKind.REMARK, part="note")


def _untrue_claims(untrue: Iterable[UntrueStatement], plain: Claim) -> Iterator[Claim]:
    """Yield each false statement and its reason as claims like `plain`."""
    for each in untrue:
        yield replace(plain, texts=(each.say,), kind=ClaimKind.UNTRUE, place=each.place)
        part = "the reason of what is untrue"
        yield replace(plain, texts=(each.why,), kind=ClaimKind.REASON, place=each.place, part=part)


def _without_background(text: str) -> str:
    """Return what of a text is held against a source."""
    return text.partition(BACKGROUND)[0].strip()


def _answered(card: Card, language: str) -> tuple[str, ...]:
    """Return a question with its answer in place of what asks, one for each form of the answer.

    A question that denies, or that asks for an order, is no statement with its answer in it.
    """
    negations = language_of(language).negations
    words = {each.casefold() for each in _WORD.findall(card.ask)}
    if not card.ask or words & negations or isinstance(card.answer, SequenceAnswer):
        return ()
    answers = [answer_text(card.answer, with_unit=True)]
    if isinstance(card.answer, NumberAnswer) and card.answer.unit and card.answer.unit in card.ask:
        answers = [answer_text(card.answer)]
    if not isinstance(card.answer, NumberAnswer | ListAnswer):
        answers.extend(card.aliases)
    if blank := _BLANK.search(card.ask):  # what stands around it is the claim, not what asks for it
        head = card.ask[: blank.start()].rpartition("? ")[2]
        return tuple(f"{head}{each}{card.ask[blank.end() :]}" for each in answers)
    question = card.ask.rstrip(" ?")
    asked = _ASKING.search(question)
    if asked is None:
        return tuple(f"{question}: {each}" for each in answers)
    head, tail = question[: asked.start()], question[asked.end() :]
    return tuple(f"{head}{each}{tail}" for each in answers)
