"""Small builders with named defaults, shared by all tests."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.bank.model import (
    Answer,
    Card,
    CardId,
    Deck,
    DeckId,
    DeckSettings,
    Fact,
    FactId,
    Image,
    Status,
    TermAnswer,
)
from quizapp.bank.place import Place
from quizapp.grading.expected import ExpectedMatch, ExpectedTerm
from quizapp.grading.grade import Outcome, Reason
from quizapp.items.item import Format, Item, ItemId, Option
from quizapp.learner.model import (
    FIRST_OUTCOMES,
    AnswerRecord,
    Mode,
    Response,
    TypedText,
    Verdict,
)
from quizapp.memory.model import Calendar, Rating

if TYPE_CHECKING:
    from quizapp.store.store import Store

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CALENDAR = Calendar(UTC, rollover_hour=4)
HERE = Place("capitals.yaml", 1, 1)
PNG = bytes.fromhex(  # a picture of one grey dot
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c636800000082008177cd72b60000000049454e44ae426082"
)

# --- the bank ------------------------------------------------------------------------------------


def a_card(
    fact: str = "capitals/france",
    name: str = "answer",
    ask: str = "What is the capital of France?",
    answer: Answer | str = "Paris",
    place: Place = HERE,
) -> Card:
    return Card(
        id=CardId(f"{fact}/{name}"),
        fact=FactId(fact),
        name=name,
        ask=ask,
        answer=TermAnswer(answer) if isinstance(answer, str) else answer,
        place=place,
    )


def a_fact(
    name: str = "france",
    deck: str = "capitals",
    cards: Sequence[Card] | None = None,
    confuse_with: Sequence[str] = (),
    status: Status = Status.REVIEWED,
    image: Image | None = None,
) -> Fact:
    fact = FactId(f"{deck}/{name}")
    return Fact(
        id=fact,
        deck=DeckId(deck),
        name=name,
        cards=(a_card(fact),) if cards is None else tuple(cards),
        place=HERE,
        confuse_with=tuple(FactId(other) for other in confuse_with),
        status=status,
        image=image,
    )


def a_picture(path: Path, data: bytes = PNG) -> Path:
    """A file with a picture of one dot, or with `data`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def an_image(
    file: str = "figures/liver.png",
    alt: str = "Onion-skin rings around a bile duct.",
    digest: str = "00ff",
    *,
    is_asked_with: bool = False,
) -> Image:
    return Image(file, f"/decks/{file}", digest, alt, is_asked_with)


def a_deck(
    name: str = "capitals",
    facts: Sequence[Fact] | None = None,
    title: str = "Capitals",
    settings: DeckSettings | None = None,
) -> Deck:
    return Deck(
        id=DeckId(name),
        title=title,
        place=HERE,
        facts=(a_fact(deck=name),) if facts is None else tuple(facts),
        settings=settings or DeckSettings(),
    )


# --- items ---------------------------------------------------------------------------------------


def an_item(
    card: str = "capitals/france/answer",
    format_: Format = Format.TYPED,
    stem: str = "What is the capital of France?",
    key: str = "Paris",
    tags: Sequence[str] = (),
    *,
    may_be_examined: bool = True,
) -> Item:
    deck, fact, _ = card.split("/")
    return Item(
        id=ItemId(f"{card}/{format_}"),
        deck=DeckId(deck),
        fact=FactId(f"{deck}/{fact}"),
        card=CardId(card),
        format=format_,
        stem=stem,
        key=(key,),
        expected=ExpectedTerm(key),
        place=HERE,
        tags=tuple(tags),
        exam_allowed=may_be_examined,
        content_hash=f"{stem}|{key}",
        key_hash=key,
    )


def a_match(
    card: str = "capitals/france/answer",
    stem: str = "Which capital has which country?",
    pairs: Sequence[tuple[str, str]] = (("France", "Paris"), ("Italy", "Rome"), ("Peru", "Lima")),
    others: Sequence[str] = ("Oslo",),
) -> Item:
    """A match of `pairs`, prompt and value; `others` are values that belong to none."""
    prompts = tuple(prompt for prompt, _ in pairs)
    key = tuple(value for _, value in pairs)
    options = [Option(value, value, is_right=True) for value in key]
    options += [Option(value, value, is_right=False) for value in others]
    return replace(
        an_item(card, Format.MATCH, stem),
        key=key,
        prompts=prompts,
        options=tuple(options),
        expected=ExpectedMatch(prompts, key),
        content_hash=f"{stem}|{pairs}",
        key_hash=key[0],
    )


# --- the store -----------------------------------------------------------------------------------


def a_store(
    deck: Deck | None = None,
    items: Sequence[Item] | None = None,
    url: str = "sqlite://",
    now: datetime = MORNING,
) -> "Store":
    """A store that holds one deck: by default one card with one item."""
    # Here, so that the tests of the rooms below do not load the store.
    from quizapp.store.open import open_store  # noqa: PLC0415 (see above)
    from quizapp.store.sync_bank import sync_deck  # noqa: PLC0415 (see above)

    store = open_store(url)
    sync_deck(store, deck or a_deck(), (an_item(),) if items is None else items, now)
    return store


def an_answer(
    card: str = "capitals/france/answer",
    format_: Format = Format.TYPED,
    at: datetime = MORNING,
    rating: Rating | None = Rating.GOOD,
    verdict: Verdict = Verdict.CORRECT,
    response: Response | None = None,
    shown: Sequence[str] = (),
    mode: Mode = Mode.STUDY,
    milliseconds: int = 4000,
    sitting: int | None = None,
    position: int = 0,
    *,
    first: Outcome | None = None,
    tries: int = 1,
    asked: bool | None = None,
    counts: bool = True,
) -> AnswerRecord:
    return AnswerRecord(
        card=CardId(card),
        item=ItemId(f"{card}/{format_}"),
        format=format_,
        mode=mode,
        at=at,
        day=(at - timedelta(hours=CALENDAR.rollover_hour)).toordinal(),
        response=response or TypedText("Paris"),
        shown_option_ids=tuple(shown),
        verdict=verdict,
        graded_verdict=verdict,
        reason=Reason.SAME,
        first=first or FIRST_OUTCOMES[verdict],
        rating=rating,
        moves_memory=counts,
        hints=0,
        milliseconds=milliseconds,
        item_hash="hash",
        seed=7,
        sitting=sitting,
        position=position,
        tries=tries,
        asked=asked,
    )
