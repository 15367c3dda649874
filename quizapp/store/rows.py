"""Rows and values: the short functions that turn one into the other, keys and times first."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from sqlalchemy import Row

from quizapp.bank.model import CardId, DeckFile, DeckId, DeckSettings, FactId
from quizapp.grading.grade import Outcome, Reason
from quizapp.items.item import Format, ItemId
from quizapp.learner.model import (
    AnswerRecord,
    ChosenOptions,
    GaveUp,
    LearnerCard,
    Mode,
    Response,
    Revealed,
    Review,
    TypedText,
    Verdict,
)
from quizapp.memory.model import Memory, MemoryState, New, Rating, State

Values = dict[str, Any]


# --- keys and times -------------------------------------------------------------------------------
#
# Ids are kept as 63-bit hashes, times as milliseconds of the epoch. A key depends on the id alone,
# so that two machines agree on it without asking each other.

_HASH_BITS = 20  # of a review's id; the bits above them are its time

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CHUNK_SIZE = 900  # older engines allow 999 values in a statement
_MILLISECOND = timedelta(milliseconds=1)


def key_of(uid: str) -> int:
    """Return the key of an authored id: the upper 63 bits of its 8-byte blake2b."""
    return int.from_bytes(blake2b(uid.encode(), digest_size=8).digest()) >> 1


def to_milliseconds(moment: datetime) -> int:
    """Return the whole milliseconds from the epoch to `moment`.

    Raises:
        TypeError: `moment` has no time zone.
    """
    return (moment - _EPOCH) // _MILLISECOND


def from_milliseconds(at: int) -> datetime:
    """Return the time in UTC that is `at` milliseconds after the epoch."""
    return _EPOCH + at * _MILLISECOND


def candidate_ids(at: int, uid: str) -> Iterator[int]:
    """Yield ids for what happened `at` that millisecond to `uid`: the time, then a hash.

    Take the first that is free. So the same event mostly has the same id wherever it is kept, and
    to merge two logs is a set union.
    """
    return candidate_ids_of_key(at, key_of(uid))


def candidate_ids_of_key(at: int, key: int) -> Iterator[int]:
    """Yield the ids of `candidate_ids` for the uid with this key."""
    for step in range(1 << _HASH_BITS):
        yield first_id_at(at) | (key + step) % (1 << _HASH_BITS)


def in_chunks(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield `keys` in pieces that fit into one statement."""
    for start in range(0, len(keys), _CHUNK_SIZE):
        yield keys[start : start + _CHUNK_SIZE]


def first_id_at(at: int) -> int:
    """Return the smallest id that anything at `at` or later can have."""
    return at << _HASH_BITS


def id_milliseconds(identifier: int) -> int:
    """Return the milliseconds that a review's or a sitting's id begins with."""
    return identifier >> _HASH_BITS


# --- JSON -----------------------------------------------------------------------------------------

# Made once: json.dumps makes an encoder for each text.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def compact_json(value: Any) -> str:
    """Return `value` as compact JSON; the same value gives the same text."""
    return _encode(value)


@lru_cache(maxsize=1024)
def words_to_json(words: tuple[str, ...]) -> str:
    """Return tags or ids as JSON; the items of a deck share a few sets of tags."""
    return compact_json(words)


@lru_cache(maxsize=1024)
def words_from_json(kept: str) -> tuple[str, ...]:
    """Return the tags or ids that `words_to_json` made `kept` of."""
    return tuple(json.loads(kept))


# --- memory --------------------------------------------------------------------------------------

EMPTY_MEMORY: Values = {
    "state": None,
    "step": None,
    "stability": None,
    "difficulty": None,
    "due": None,
    "last_review": None,
    "reps": 0,
    "lapses": 0,
}


def memory_from_row(row: Row[Any], prefix: str = "") -> MemoryState:
    """Return the memory in the columns of `row` named `prefix` and then as in `EMPTY_MEMORY`."""
    values = {name: getattr(row, prefix + name) for name in EMPTY_MEMORY}
    if values["state"] is None:
        return New()
    values["state"] = State(values["state"])
    values["due"] = from_milliseconds(values["due"])
    values["last_review"] = from_milliseconds(values["last_review"])
    return Memory(**values)


def memory_row(memory: MemoryState) -> tuple[Any, ...]:
    """Return what is kept of `memory`, in the order of `EMPTY_MEMORY`."""
    if isinstance(memory, New):
        return _EMPTY_MEMORY_ROW
    return (
        memory.state.value,
        memory.step,
        memory.stability,
        memory.difficulty,
        to_milliseconds(memory.due),
        to_milliseconds(memory.last_review),
        memory.reps,
        memory.lapses,
    )


_EMPTY_MEMORY_ROW = tuple(EMPTY_MEMORY.values())


def memory_values(memory: MemoryState, prefix: str = "") -> Values:
    """Return the columns that hold `memory`, each name after `prefix`."""
    names = (prefix + name for name in EMPTY_MEMORY)
    return dict(zip(names, memory_row(memory), strict=True))


def learner_card_from_row(row: Row[Any], old_key: tuple[str, ...]) -> LearnerCard:
    """Return the entry that a row of `quizapp.store.card_queries` holds."""
    sibling_review = getattr(row, "sibling_review", None)
    return LearnerCard(
        card=CardId(row.card_uid),
        fact=FactId(row.fact_uid),
        deck=DeckId(row.deck_uid),
        position=row.position,
        memory=memory_from_row(row),
        last_format=None if row.last_format is None else Format(row.last_format),
        old_key=old_key,
        confusable=tuple(FactId(uid) for uid in json.loads(row.confusable)),
        is_marked=bool(row.is_marked),
        is_flagged=bool(getattr(row, "is_flagged", False)),
        is_suspended=bool(row.is_suspended),
        buried_until=None if row.buried_until is None else from_milliseconds(row.buried_until),
        sibling_review=None if sibling_review is None else from_milliseconds(sibling_review),
    )


# --- reviews -------------------------------------------------------------------------------------


def response_to_json(response: Response) -> Any:
    """Return what JSON keeps of a response: text, a list of option ids, or a word for neither."""
    match response:
        case TypedText(text):
            return text
        case ChosenOptions(options):
            return list(options)
        case GaveUp():
            return {"gave": "up"}
        case Revealed(rating):
            return {"revealed": True if rating is None else rating.value}


def response_from_json(kept: Any) -> Response:
    """Return the response that `response_to_json` made `kept` of."""
    if isinstance(kept, str):
        return TypedText(kept)
    if isinstance(kept, list):
        return ChosenOptions(tuple(kept))
    if "revealed" not in kept:
        return GaveUp()
    rating = kept["revealed"]
    return Revealed() if rating is True else Revealed(Rating(rating))


def answer_values(answer: AnswerRecord) -> Values:
    """Return the columns of a review that hold the answer as the session handed it over."""
    return {
        "day": answer.day,
        "mode": answer.mode.value,
        "format": answer.format.value,
        "response": compact_json(response_to_json(answer.response)),
        "shown": compact_json(answer.shown_option_ids),
        "verdict": answer.verdict.value,
        "graded": answer.graded_verdict.value,
        "reason": answer.reason.value,
        "rating": None if answer.rating is None else answer.rating.value,
        "counts": answer.moves_memory,
        "hints": answer.hints,
        "milliseconds": answer.milliseconds,
        "item_hash": answer.item_hash,
        "seed": answer.seed,
        "sitting_id": answer.sitting,
        "position": answer.position,
        "tries": answer.tries,
        "first": answer.first.value,
        "asked": _ASKED_WORDS[answer.asked],
    }


_ASKED_WORDS = {None: None, True: "yes", False: "no"}
AFTER_COLUMNS = ("state", "step", "stability", "difficulty", "due", "lapses")


def after_row(before: MemoryState, after: MemoryState) -> tuple[Any, ...]:
    """Return what is kept of the memory that a review left, in the order of `AFTER_COLUMNS`.

    NULLs where it moved none. What is not kept follows from the review itself: its time, and one
    rating more than before.
    """
    if after == before:
        return _NO_CHANGE
    *kept, _, _, lapses = memory_row(after)
    return (*kept, lapses)


_NO_CHANGE = (None,) * len(AFTER_COLUMNS)


def is_reset(mode: str, rating: int | None) -> bool:
    """Return whether a review is but the learner's wish, in another program, to forget a card."""
    return mode == Mode.IMPORTED.value and rating is None


def review_from_row(row: Row[Any]) -> Review:
    """Return the review that a row of `reviews`, with `card_uid` and `item_uid`, holds."""
    at = from_milliseconds(id_milliseconds(row.id))
    before = memory_from_row(row, "before_")
    return Review(
        id=row.id,
        answer=answer_from_row(row, at),
        predicted_recall=row.predicted,
        before=before,
        after=_memory_after(row, before, at),
    )


def answer_from_row(row: Row[Any], at: datetime) -> AnswerRecord:
    """Return the answer that a row with `card_uid` and `item_uid` holds in its columns."""
    return AnswerRecord(
        card=CardId(row.card_uid),
        item=ItemId(row.item_uid or ""),
        format=Format(row.format),
        mode=Mode(row.mode),
        at=at,
        day=row.day,
        response=response_from_json(json.loads(row.response)),
        shown_option_ids=tuple(json.loads(row.shown)),
        verdict=Verdict(row.verdict),
        graded_verdict=Verdict(row.graded),
        reason=Reason(row.reason),
        first=Outcome(row.first),
        rating=None if row.rating is None else Rating(row.rating),
        moves_memory=bool(row.counts),
        hints=row.hints,
        milliseconds=row.milliseconds,
        item_hash=row.item_hash,
        seed=row.seed,
        sitting=row.sitting_id,
        position=row.position,
        tries=row.tries,
        asked=None if row.asked is None else row.asked == _ASKED_WORDS[True],
    )


def _memory_after(row: Row[Any], before: MemoryState, at: datetime) -> MemoryState:
    if row.after_state is None:
        return New() if is_reset(row.mode, row.rating) else before
    return Memory(
        state=State(row.after_state),
        step=row.after_step,
        stability=row.after_stability,
        difficulty=row.after_difficulty,
        due=from_milliseconds(row.after_due),
        last_review=at,
        reps=row.before_reps + 1,
        lapses=row.after_lapses,
    )


# --- decks ---------------------------------------------------------------------------------------


def settings_to_json(settings: DeckSettings) -> str:
    """Return an author's or a learner's settings as JSON."""
    return compact_json(
        {
            "formats": settings.formats,
            "introduce": settings.introduce,
            "retention": settings.retention,
            "new_per_day": settings.new_per_day,
            "reviews_per_day": settings.reviews_per_day,
            **({"is_spelling_strict": True} if settings.is_spelling_strict else {}),
            **({"must_be_signed_for_exam": True} if settings.must_be_signed_for_exam else {}),
        }
    )


def settings_from_json(kept: str) -> DeckSettings:
    """Return the settings that `settings_to_json` made `kept` of."""
    values = json.loads(kept)
    return DeckSettings(**{**values, "formats": tuple(values["formats"])})


def files_to_json(files: Iterable[DeckFile]) -> str:
    """Return the fingerprints of files as JSON."""
    return compact_json([[file.path, file.size, file.mtime_ns, file.digest] for file in files])


def files_from_json(kept: str) -> tuple[DeckFile, ...]:
    """Return the fingerprints that `files_to_json` made `kept` of."""
    return tuple(DeckFile(*values) for values in json.loads(kept))
