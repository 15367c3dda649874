"""Rows and values: the short functions that turn one into the other."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from quizapp.bank.model import CardId, DeckFile, DeckId, DeckSettings, FactId
from quizapp.grading.grade import Reason, Verdict
from quizapp.items.item import Format, ItemId
from quizapp.memory.model import Memory, MemoryState, New, Rating, State
from quizapp.session.model import (
    Answered,
    CardEntry,
    Chosen,
    GaveUp,
    Mode,
    Response,
    Revealed,
    Review,
    Typed,
)
from quizapp.store.keys import milliseconds, moment, time_of

Values = dict[str, Any]

# Made once: json.dumps makes an encoder for each text.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def as_json(value: Any) -> str:
    """Return `value` as compact JSON; the same value gives the same text."""
    return _encode(value)


# --- memory --------------------------------------------------------------------------------------

NO_MEMORY: Values = {
    "state": None,
    "step": None,
    "stability": None,
    "difficulty": None,
    "due": None,
    "last_review": None,
    "reps": 0,
    "lapses": 0,
}


def memory_of(row: Row[Any], prefix: str = "") -> MemoryState:
    """Return the memory in the columns of `row` named `prefix` and then as in `NO_MEMORY`."""
    values = {name: getattr(row, prefix + name) for name in NO_MEMORY}
    if values["state"] is None:
        return New()
    values["state"] = State(values["state"])
    values["due"] = moment(values["due"])
    values["last_review"] = moment(values["last_review"])
    return Memory(**values)


def memory_row(memory: MemoryState) -> tuple[Any, ...]:
    """Return what is kept of `memory`, in the order of `NO_MEMORY`."""
    if isinstance(memory, New):
        return _NO_MEMORY_ROW
    return (
        memory.state.value,
        memory.step,
        memory.stability,
        memory.difficulty,
        milliseconds(memory.due),
        milliseconds(memory.last_review),
        memory.reps,
        memory.lapses,
    )


_NO_MEMORY_ROW = tuple(NO_MEMORY.values())


def memory_values(memory: MemoryState, prefix: str = "") -> Values:
    """Return the columns that hold `memory`, each name after `prefix`."""
    names = (prefix + name for name in NO_MEMORY)
    return dict(zip(names, memory_row(memory), strict=True))


def entry_of(row: Row[Any], old_key: tuple[str, ...]) -> CardEntry:
    """Return the entry that a row of `quizapp.store.entries` holds."""
    sibling_review = getattr(row, "sibling_review", None)
    return CardEntry(
        card=CardId(row.card_uid),
        fact=FactId(row.fact_uid),
        deck=DeckId(row.deck_uid),
        position=row.position,
        memory=memory_of(row),
        last_format=None if row.last_format is None else Format(row.last_format),
        old_key=old_key,
        confusable=tuple(FactId(uid) for uid in json.loads(row.confusable)),
        is_marked=bool(row.is_marked),
        is_flagged=bool(getattr(row, "is_flagged", False)),
        is_suspended=bool(row.is_suspended),
        buried_until=None if row.buried_until is None else moment(row.buried_until),
        sibling_review=None if sibling_review is None else moment(sibling_review),
    )


# --- reviews -------------------------------------------------------------------------------------


def response_values(response: Response) -> Any:
    """Return what JSON keeps of a response: text, a list of option ids, or a word for neither."""
    match response:
        case Typed(text):
            return text
        case Chosen(options):
            return list(options)
        case GaveUp():
            return {"gave": "up"}
        case Revealed(rating):
            return {"revealed": True if rating is None else rating.value}


def response_of(kept: Any) -> Response:
    """Return the response that `response_values` made `kept` of."""
    if isinstance(kept, str):
        return Typed(kept)
    if isinstance(kept, list):
        return Chosen(tuple(kept))
    if "revealed" not in kept:
        return GaveUp()
    rating = kept["revealed"]
    return Revealed() if rating is True else Revealed(Rating(rating))


def answered_values(answered: Answered) -> Values:
    """Return the columns of a review that hold the answer as the session handed it over."""
    return {
        "day": answered.day,
        "mode": answered.mode.value,
        "format": answered.format.value,
        "response": as_json(response_values(answered.response)),
        "shown": as_json(answered.shown),
        "verdict": answered.verdict.value,
        "graded": answered.graded.value,
        "reason": answered.reason.value,
        "rating": None if answered.rating is None else answered.rating.value,
        "counts": answered.counts,
        "hints": answered.hints,
        "milliseconds": answered.milliseconds,
        "item_hash": answered.item_hash,
        "seed": answered.seed,
        "sitting_id": answered.sitting,
        "position": answered.position,
    }


AFTER = ("state", "step", "stability", "difficulty", "due", "lapses")


def after_row(before: MemoryState, after: MemoryState) -> tuple[Any, ...]:
    """Return what is kept of the memory that a review left, in the order of `AFTER`.

    NULLs where it moved none. What is not kept follows from the review itself: its time, and one
    rating more than before.
    """
    if after == before:
        return _UNMOVED
    *kept, _, _, lapses = memory_row(after)
    return (*kept, lapses)


_UNMOVED = (None,) * len(AFTER)


def is_reset(mode: str, rating: int | None) -> bool:
    """Say whether a review is none but the learner's wish, in another program, to forget a card."""
    return mode == Mode.IMPORTED.value and rating is None


def review_of(row: Row[Any]) -> Review:
    """Return the review that a row of `reviews`, with `card_uid` and `item_uid`, holds."""
    at = moment(time_of(row.id))
    before = memory_of(row, "before_")
    return Review(
        id=row.id,
        answered=_answered_of(row, at),
        predicted=row.predicted,
        before=before,
        after=_after_of(row, before, at),
    )


def _answered_of(row: Row[Any], at: datetime) -> Answered:
    return Answered(
        card=CardId(row.card_uid),
        item=ItemId(row.item_uid or ""),
        format=Format(row.format),
        mode=Mode(row.mode),
        at=at,
        day=row.day,
        response=response_of(json.loads(row.response)),
        shown=tuple(json.loads(row.shown)),
        verdict=Verdict(row.verdict),
        graded=Verdict(row.graded),
        reason=Reason(row.reason),
        rating=None if row.rating is None else Rating(row.rating),
        counts=bool(row.counts),
        hints=row.hints,
        milliseconds=row.milliseconds,
        item_hash=row.item_hash,
        seed=row.seed,
        sitting=row.sitting_id,
        position=row.position,
    )


def _after_of(row: Row[Any], before: MemoryState, at: datetime) -> MemoryState:
    if row.after_state is None:
        return New() if is_reset(row.mode, row.rating) else before
    return Memory(
        state=State(row.after_state),
        step=row.after_step,
        stability=row.after_stability,
        difficulty=row.after_difficulty,
        due=moment(row.after_due),
        last_review=at,
        reps=row.before_reps + 1,
        lapses=row.after_lapses,
    )


# --- decks ---------------------------------------------------------------------------------------


def settings_json(settings: DeckSettings) -> str:
    """Return an author's or a learner's settings as JSON."""
    return as_json(
        {
            "formats": settings.formats,
            "introduce": settings.introduce,
            "retention": settings.retention,
            "new_per_day": settings.new_per_day,
            "reviews_per_day": settings.reviews_per_day,
        }
    )


def settings_of(kept: str) -> DeckSettings:
    """Return the settings that `settings_json` made `kept` of."""
    values = json.loads(kept)
    return DeckSettings(**{**values, "formats": tuple(values["formats"])})


def files_json(files: Iterable[DeckFile]) -> str:
    """Return the fingerprints of files as JSON."""
    return as_json([[file.path, file.size, file.mtime_ns, file.digest] for file in files])


def files_of(kept: str) -> tuple[DeckFile, ...]:
    """Return the fingerprints that `files_json` made `kept` of."""
    return tuple(DeckFile(*values) for values in json.loads(kept))
