"""Reading Protocol Buffers' wire format, as far as Anki's packages need it.

Source: the encoding guide of Protocol Buffers. A message is fields one after another, each a key
(number and kind of value) and the value.
"""

from collections.abc import Iterator

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
WIDTHS = {FIXED64: 8, FIXED32: 4}
MAX_VARINT_BYTES = 10  # bytes of seven bits each
SEVEN_BITS = 0x7F
CONTINUATION_BIT = 0x80


class BadMessageError(ValueError):
    """The bytes are no message."""


def read_fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Yield the number and the value of each field: a whole number, or bytes for all else.

    Raises:
        BadMessageError: `data` breaks off, or has a kind of value that is not known.
    """
    at = 0
    while at < len(data):
        key, at = read_varint(data, at)
        kind = key & 7
        if kind == VARINT:
            value, at = read_varint(data, at)
            yield key >> 3, value
            continue
        length, at = read_varint(data, at) if kind == BYTES else (WIDTHS.get(kind, -1), at)
        if length < 0 or at + length > len(data):
            raise BadMessageError("a list in the package cannot be read")
        yield key >> 3, data[at : at + length]
        at += length


def field_of_message(data: bytes, number: int) -> int | bytes | None:
    """Return the value of one field, the last one of that `number`; None when there is none.

    Raises:
        BadMessageError: as `read_fields`.
    """
    value = None
    for field, each in read_fields(data):
        value = each if field == number else value
    return value


def read_varint(data: bytes, at: int) -> tuple[int, int]:
    """Return the number that begins at `at`, and where it ends."""
    value = 0
    for place, byte in enumerate(data[at : at + MAX_VARINT_BYTES]):
        value |= (byte & SEVEN_BITS) << (7 * place)
        if not byte & CONTINUATION_BIT:
            return value, at + place + 1
    raise BadMessageError("a list in the package cannot be read")
