"""Keys and times as they are stored: 63-bit hashes of authored ids, milliseconds of the epoch.

A key depends on the id alone, so that two machines agree on it without asking each other.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

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
