"""Reading Protocol Buffers' wire format, as far as Anki's packages need it.

Source: the encoding guide of Protocol Buffers. A message is fields one after another, each a key
(number and kind of value) and the value.
"""

from collections.abc import Iterator

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_WIDTHS = {_FIXED64: 8, _FIXED32: 4}
_MAX_VARINT_BYTES = 10  # bytes of seven bits each
_SEVEN_BITS = 0x7F
_CONTINUATION_BIT = 0x80


class BadMessageError(ValueError):
    """The bytes are no message."""


def read_fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Yield the number and the value of each field: a whole number, or bytes for all else.

    Raises:
        BadMessageError: `data` breaks off, or has a kind of value that is not known.
    """
    at = 0
    while at < len(data):
        key, at = _read_varint(data, at)
        kind = key & 7
        if kind == _VARINT:
            value, at = _read_varint(data, at)
            yield key >> 3, value
            continue
        length, at = _read_varint(data, at) if kind == _BYTES else (_WIDTHS.get(kind, -1), at)
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


def _read_varint(data: bytes, at: int) -> tuple[int, int]:
    """Return the number that begins at `at`, and where it ends."""
    value = 0
    for place, byte in enumerate(data[at : at + _MAX_VARINT_BYTES]):
        value |= (byte & _SEVEN_BITS) << (7 * place)
        if not byte & _CONTINUATION_BIT:
            return value, at + place + 1
    raise BadMessageError("a list in the package cannot be read")
