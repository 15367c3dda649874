"""Opening a package of Anki's, which may be of any age and from anyone.

A package is a ZIP archive: a database, a list of media, and the media under numbers. Nothing in it
is trusted: what it unpacks to is counted as it streams, names of media never become paths, and the
database is opened so that it can run nothing. Everything that is wrong is a `BadPackageError`.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, NoReturn, Protocol
from zipfile import BadZipFile, ZipFile

from zstandard import ZstdDecompressor, ZstdError

from quizapp.anki.ids import normalize_media_name
from quizapp.anki.importing.package_database import AGAIN, MIB, BadPackageError, database_at
from quizapp.anki.importing.protobuf import BadMessageError, field_of_message, read_fields
from quizapp.errors import QuizappError

_CHUNK_BYTES = 1 << 16
_MAX_DATABASE_BYTES = 2048 * MIB
_MAX_MEDIA_FILE_BYTES = 256 * MIB
# A list of media is as long as there are files, each with a name, a sum and a size.
_LIST_BYTES, _LIST_BYTES_A_MEMBER = 1 << 16, 1 << 10
_LARGEST_DIRECTORY = 16 * MIB  # of an archive: some 250,000 files
# A collection unpacks to 5 to 30 times its size, one of a few pages to more.
_MAX_EXPANSION = 100
_ALWAYS_ALLOWED_BYTES = 64 * MIB
_ALWAYS_FINE_DATABASE = 16 * MIB
_ZSTD_WINDOW = 128 * MIB

_META_BYTES = 64
_META_VERSION = 1  # the field of `meta` that says which package this is
_NEWEST_VERSION = 3
_DATABASES = {2: "collection.anki21", _NEWEST_VERSION: "collection.anki21b"}
_OLD_DATABASES = ("collection.anki21", "collection.anki2")
_MEDIA_LIST = "media"

# In the messages that new packages list their media by.
_MEDIA_ENTRY, _MEDIA_NAME = 1, 1

_END_BYTES = (1 << 16) + 100  # the end of an archive, its comment, and what stands before
_ZIP_SIGNATURE = b"PK\x03\x04"

_FIX_DOWNLOAD = "copy or download it again, or export it again in Anki: File, Export"
_FIX_UPDATE = "update quizapp, or export it with 'Support older Anki versions' ticked"
_READ_ERRORS = (
    BadZipFile,
    BadMessageError,
    EOFError,
    NotImplementedError,  # a way of packing that Python does not know
    OSError,
    RuntimeError,  # a password
    ValueError,
    ZstdError,
    sqlite3.Error,
    zlib.error,
)


# What reading a value of another type than it should have can end in.
_VALUE_ERRORS = (AttributeError, KeyError, OverflowError, RecursionError, TypeError)


class AnkiPackage:
    """An open package.

    Attributes:
        connection: its database, to be read only.
        media: the names of its media and the members of the archive that hold them.
    """

    def __init__(
        self, archive: "Archive", connection: sqlite3.Connection, media: Mapping[str, str]
    ) -> None:
        self.connection = connection
        self.media = media
        self._archive = archive

    def write_media_file(self, name: str, target: Path) -> None:
        """Write the medium called `name` to a new file `target`, whole or not at all.

        Raises:
            BadPackageError: it is not there, too large or damaged.
            QuizappError: the file is there already, or cannot be written.
        """
        try:
            file = target.open("xb")
        except OSError as error:
            raise QuizappError(f"{target}: {error.strerror}", "choose another folder") from None
        try:
            with file:
                self._archive.unpack(self.media[name], file, _MAX_MEDIA_FILE_BYTES)
        except BaseException as error:
            target.unlink(missing_ok=True)
            if isinstance(error, (KeyError, *_READ_ERRORS)):
                raise BadPackageError(f"the medium {name!r} cannot be read", AGAIN) from None
            raise


@contextmanager
def open_package(path: Path) -> Iterator[AnkiPackage]:
    """Open the package at `path`; faults that show while it is read become errors of ours.

    Raises:
        BadPackageError: it is no package, damaged, too large or too new.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        # A pipe may never end, and the list of an archive's members is at its end.
        raise BadPackageError(f"{path} is not a file", "save the package to a file first")
    try:
        _check_directory(path)
        with (
            ZipFile(path) as zipped,
            TemporaryDirectory(prefix="quizapp-") as folder,
        ):
            archive = Archive(zipped, path.stat().st_size)
            with closing(_unpack_database(archive, Path(folder, "collection"))) as connection:
                yield AnkiPackage(archive, connection, _read_media_names(archive))
    except _READ_ERRORS as error:
        _raise_package_error(path, error)


@contextmanager
def row_errors_as_value_error() -> Iterator[None]:
    """Turn the errors that strange values in a collection cause into a ValueError."""
    try:
        yield
    except _VALUE_ERRORS as error:
        raise ValueError(f"a row has an unexpected value ({error})") from error


def _raise_package_error(path: Path, error: Exception) -> NoReturn:
    """Raise the error that says what is wrong with the file at `path`."""
    if isinstance(error, OSError) and error.strerror:
        raise BadPackageError(f"{path}: {error.strerror}", "check the path") from None
    if isinstance(error, sqlite3.OperationalError) and str(error) == "interrupted":
        raise BadPackageError(f"{path} takes far too long to read", AGAIN) from None
    if isinstance(error, BadZipFile) and "not a zip" in str(error):
        if _has_zip_signature(path):
            raise BadPackageError(f"{path} is incomplete", _FIX_DOWNLOAD) from None
        fix = "give a .apkg or .colpkg file that Anki exported"
        raise BadPackageError(f"{path} is not an Anki package", fix) from None
    raise BadPackageError(f"{path} is damaged: {error}", AGAIN) from error


def _has_zip_signature(path: Path) -> bool:
    """Return whether a file begins as a ZIP archive does, whose list of members is at its end."""
    with path.open("rb") as file:
        return file.read(len(_ZIP_SIGNATURE)) == _ZIP_SIGNATURE


def _check_directory(path: Path) -> None:
    """Raise a BadPackageError for an archive whose list of members is too long to be read.

    Source: APPNOTE, 4.3.14 and 4.3.16. What has no such list fails when it is read.
    """
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _END_BYTES))
        end = file.read(_END_BYTES)
    at = end.rfind(b"PK\x05\x06")
    before = end[max(0, at - 76) : max(0, at - 20)]  # of an archive with wide numbers
    size = before[40:48] if before.startswith(b"PK\x06\x06") else end[at + 12 : at + 16]
    if at >= 0 and int.from_bytes(size, "little") > _LARGEST_DIRECTORY:
        raise BadPackageError(f"{path} has too many files", AGAIN)


# --- unpacking -----------------------------------------------------------------------------------


class ByteSink(Protocol):
    """What bytes can be written to."""

    def write(self, data: bytes, /) -> object:
        """Take `data`."""


class Archive:
    """A ZIP archive of `size` bytes that unpacks to so much and no more.

    Attributes:
        size: its own size in bytes.
        members: the names of what is in it.
        version: what `meta` says; 0 in packages that had no such member yet.
    """

    def __init__(self, zipped: ZipFile, size: int) -> None:
        self._zipped = zipped
        self.size = size
        self._most = max(_ALWAYS_ALLOWED_BYTES, _MAX_EXPANSION * size)
        self._unpacked = 0
        self.members = frozenset(zipped.namelist())
        self.version = self._version()

    def unpack(self, member: str, target: ByteSink, most: int) -> None:
        """Write what a member holds to `target`, some at a time.

        Raises:
            BadPackageError: it is larger than `most`, or all that was unpacked so far is far
                larger than the archive.
        """
        size = 0
        with self._zipped.open(member) as file:
            for chunk in (
                _decompress_chunks(file) if self.version >= _NEWEST_VERSION else _read_chunks(file)
            ):
                size += len(chunk)
                self._unpacked += len(chunk)
                if size > most or self._unpacked > self._most:
                    raise BadPackageError(f"{member!r} in the package is far too large", AGAIN)
                target.write(chunk)

    def most_of_database(self) -> int:
        """Return how large a database may be."""
        return min(_MAX_DATABASE_BYTES, max(_ALWAYS_FINE_DATABASE, _MAX_EXPANSION * self.size))

    def _version(self) -> int:
        if "meta" not in self.members:
            return 0
        with self._zipped.open("meta") as file:
            message = read_fields(file.read(_META_BYTES))
            version = next((value for field, value in message if field == _META_VERSION), 0)
        if not isinstance(version, int) or version > _NEWEST_VERSION:
            raise BadPackageError(
                "the package is from an Anki newer than this quizapp", _FIX_UPDATE
            )
        return version


def _read_chunks(file: IO[bytes]) -> Iterator[bytes]:
    """Yield what a file holds, some at a time."""
    while chunk := file.read(_CHUNK_BYTES):
        yield chunk


def _decompress_chunks(file: IO[bytes]) -> Iterator[bytes]:
    """Yield what a file packed by zstd holds, some at a time; its frame does not say how much."""
    with ZstdDecompressor(max_window_size=_ZSTD_WINDOW).stream_reader(file, closefd=False) as plain:
        while chunk := plain.read(_CHUNK_BYTES):
            yield chunk


# --- the database --------------------------------------------------------------------------------


def _unpack_database(archive: Archive, target: Path) -> sqlite3.Connection:
    """Return the database of the package, unpacked to `target`.

    Raises:
        BadPackageError: there is none.
    """
    # The old name beside a newer one is a stub that asks for an update of Anki.
    names = (_DATABASES[archive.version],) if archive.version in _DATABASES else _OLD_DATABASES
    member = next((name for name in names if name in archive.members), None)
    if member is None:
        raise BadPackageError("the archive has no Anki collection", AGAIN)
    with target.open("wb") as file:
        archive.unpack(member, file, archive.most_of_database())
    return database_at(target, archive.size)


# --- the list of media ---------------------------------------------------------------------------


class _MemorySink:
    """What was written, in memory."""

    def __init__(self) -> None:
        self.data = bytearray()

    def write(self, data: bytes, /) -> None:
        """Take more."""
        self.data += data


def _read_media_names(archive: Archive) -> dict[str, str]:
    """Return the names of the media and the members that hold them."""
    if _MEDIA_LIST not in archive.members:
        return {}
    listed = _MemorySink()
    archive.unpack(_MEDIA_LIST, listed, _LIST_BYTES + _LIST_BYTES_A_MEMBER * len(archive.members))
    read = (
        _media_names_from_message if archive.version >= _NEWEST_VERSION else _media_names_from_json
    )
    names = read(bytes(listed.data))
    return {
        normalize_media_name(name): member
        for member, name in names.items()
        if member in archive.members
    }


def _media_names_from_json(data: bytes) -> dict[str, str]:
    """Return the names of media by the members that hold them, from the list of old packages."""
    with row_errors_as_value_error():
        listed = json.loads(data.decode() or "{}")
    if not isinstance(listed, dict):
        raise ValueError("the list of media cannot be read")  # noqa: TRY004 (the file is wrong, no type)
    return {member: name for member, name in listed.items() if isinstance(name, str)}


def _media_names_from_message(data: bytes) -> dict[str, str]:
    """Return the names of media by the members that hold them, from the list of new packages."""
    entries = [value for field, value in read_fields(data) if field == _MEDIA_ENTRY]
    names: dict[str, str] = {}
    for number, entry in enumerate(entries):
        if isinstance(entry, bytes):
            found = field_of_message(entry, _MEDIA_NAME)
            if isinstance(found, bytes):
                names[str(number)] = found.decode()
    return names
