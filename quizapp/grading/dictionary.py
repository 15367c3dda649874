"""The words of a language: which there are, what each is a form of, which lie an edit apart.

The data is simplemma's, whose licences differ from ours: so it is not shipped as we need it, but
made on the learner's machine, by `build_dictionary` in a process of its own, as one compact file a
language. `open_dictionary` is what judging calls: it opens a file and never makes one. Which
folder the files are in is told by `set_words_folder`; this is the one module of grading that reads
files. Without a file nothing is known of a language, and judging is stricter.
"""

import logging
import os
import struct
import sys
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from quizapp.grading.fold import FOLD_VERSION, fold_word
from quizapp.grading.languages import Language, language_of

LANGUAGES_WITH_WORDS = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "ar")
LOOK_AGAIN_SECONDS = 3.0  # between two looks for a file that was not there
_HEADER = struct.Struct(">16sQQ")  # the magic, how many bytes follow, their checksum
_MAGIC = b"quizapp words 1\n"
_LETTERS = "\n"  # no word: what stands here are the letters of the language
_MOST_CUT = 0xFE  # letters; 0xFF parts a word from its value
_SAMPLED = 50  # one word in so many tells which letters the language has
_CAPITALIZES_NOUNS = frozenset({"de"})  # there a capital makes no name
_NO_LANGUAGE = language_of("")
_RARE = 2_000  # a letter in fewer of the sampled words than one in so many is of another language


@dataclass(frozen=True, slots=True, eq=False)  # one is itself alone: it can be a key of a cache
class Dictionary:
    """The words of one language.

    Attributes:
        language: which one.
        letters: those that its words are written with.
        forms: folded words, and what each is a form of: how many letters to cut, what to add.
    """

    language: Language = _NO_LANGUAGE
    letters: str = ""
    forms: Mapping[str, Sequence[bytes]] = field(default_factory=dict, repr=False)
    buffer: bytes = field(default=b"", repr=False)  # `forms` reads here and does not keep it alive

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of the language."""
        return not self.letters

    def known(self, word: str) -> bool:
        """Return whether `word` is one of the language, in whatever case."""
        return fold_word(word, self.language) in self.forms

    def lemmas(self, word: str) -> tuple[str, ...]:
        """Return the folded words that `word` is a form of; none where it is not known."""
        form = fold_word(word, self.language)
        values = self.forms.get(form) or ()
        # A form may end in digits, so how much is cut is a byte and no text.
        return tuple(sorted(form[: len(form) - value[0]] + value[1:].decode() for value in values))

    def neighbours(self, word: str, *, limit: int) -> tuple[str, ...]:
        """Return at most `limit` known words, folded, that are one edit from `word`, not itself.

        An edit is a letter changed, left out or added, or two neighbours swapped: optimal string
        alignment at a distance of 1. Takes a look for each of some thousand candidates.
        """
        form = fold_word(word, self.language)
        near = (each for each in dict.fromkeys(self._edited(form)) if each in self.forms)
        return tuple(islice((each for each in near if each != form), limit))

    def _edited(self, form: str) -> Iterator[str]:
        """Yield what one edit makes of `form`."""
        for place in range(len(form) + 1):
            head, tail = form[:place], form[place:]
            if tail:
                yield head + tail[1:]
                yield head + tail[1:2] + tail[0] + tail[2:]
            for letter in self.letters:
                yield head + letter + tail[1:]
                yield head + letter + tail


NO_DICTIONARY = Dictionary()


# --- opening --------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Opened:
    """What this process has opened, and when it may look again for what was missing."""

    folder: Path | None = None
    clock: Callable[[], float] = time.monotonic
    dictionaries: dict[str, Dictionary] = field(default_factory=dict)
    look_again_at: dict[str, float] = field(default_factory=dict)  # seconds of `clock`


_opened = _Opened()


def set_words_folder(folder: Path | None, clock: Callable[[], float] = time.monotonic) -> None:
    """Look for the files in `folder` from now on; None: there are none.

    What was opened of the same folder stays open.
    """
    global _opened  # noqa: PLW0603 (one process judges with one set of words)
    if (folder, clock) != (_opened.folder, _opened.clock):
        _opened = _Opened(folder, clock)


def open_dictionary(code: str) -> Dictionary:
    """Return the words of the language `code` ("de", "de-AT"); `NO_DICTIONARY` without a file.

    A file is opened once, and one that was missing is looked for again some seconds later. One
    that is broken, or not ours, is removed with a line in the log. Nothing is raised.
    """
    language = language_of_words(code)
    known = _opened.dictionaries.get(language)
    if known is not None:
        return known
    if _opened.folder is None or language not in LANGUAGES_WITH_WORDS:
        return NO_DICTIONARY
    now = _opened.clock()
    if now < _opened.look_again_at.get(language, now):
        return NO_DICTIONARY
    _opened.look_again_at[language] = now + LOOK_AGAIN_SECONDS
    path = words_file(language, _opened.folder)
    try:
        found = _read(path, language)
    except FileNotFoundError:
        return NO_DICTIONARY
    except Exception as error:  # noqa: BLE001 (whatever is wrong with a file, answers are judged)
        logging.getLogger(__name__).warning("removed %s, it cannot be used: %s", path, error)
        with suppress(OSError):
            path.unlink()
        return NO_DICTIONARY
    _opened.dictionaries[language] = found
    return found


@lru_cache(maxsize=1024)
def is_common_word(word: str, code: str) -> bool:
    """Return whether `word` is one that its language writes small within a sentence: no name.

    For judging how an author writes, never a typed answer. False where the word or the language is
    not known. The words are read whole, in a sixth of a second: ask only where it matters.
    """
    language = language_of_words(code)
    if language not in LANGUAGES_WITH_WORDS or language in _CAPITALIZES_NOUNS:
        return False
    from simplemma import is_known, lemmatize  # noqa: PLC0415 (its import takes 40 ms and more)

    small = word.lower()
    return is_known(small, lang=language) and lemmatize(small, lang=language).islower()


@lru_cache(maxsize=8192)
def lemma_of(word: str, code: str) -> str:
    """Return what `word` is a form of, itself where it is none; "" where it is not known.

    For reading a paper, never a typed answer: the words are read whole, in a sixth of a second.
    """
    language = language_of_words(code)
    if language not in LANGUAGES_WITH_WORDS:
        return ""
    from simplemma import is_known, lemmatize  # noqa: PLC0415 (its import takes 40 ms and more)

    return lemmatize(word, lang=language) if is_known(word, lang=language) else ""


def is_built(code: str, folder: Path) -> bool:
    """Return whether the file of a language is in `folder`; whether it is sound, opening tells."""
    try:
        return words_file(language_of_words(code), folder).is_file()
    except OSError:
        return False


def language_of_words(code: str) -> str:
    """Return the language of `code`: "pt" of "pt-BR"."""
    return code.casefold().replace("_", "-").split("-")[0]


def words_file(language: str, folder: Path) -> Path:
    """Return where the words of a language are, once they are built."""
    return folder / f"{_data_version()}-{FOLD_VERSION}-{language}"


@cache
def _data_version() -> str:
    """Return the version of simplemma, whose data the words are."""
    # importlib.metadata would say it too, but takes 40 to 90 ms to import, simplemma as long.
    found = find_spec("simplemma")
    folders = found.submodule_search_locations if found else None
    near = Path(folders[0]).parent.glob("simplemma-*.dist-info") if folders else ()
    return next((each.stem.removeprefix("simplemma-") for each in near), "0")


def _read(path: Path, language: str) -> Dictionary:
    """Return the dictionary in a file.

    It is read rather than mapped: another program that cuts a mapped file short ends this one.

    Raises:
        OSError: it cannot be read.
        ValueError: it is broken, or something else.
    """
    from marisa_trie import BytesTrie  # noqa: PLC0415 (start-up)

    with path.open("rb") as file:
        header = file.read(_HEADER.size)
        size = os.fstat(file.fileno()).st_size
        if len(header) < _HEADER.size or not header.startswith(_MAGIC):
            raise ValueError("not a file of words")
        _, length, checksum = _HEADER.unpack(header)
        if size != _HEADER.size + length:
            raise ValueError(f"{size} bytes in place of {_HEADER.size + length}")
        body = file.read()
    if zlib.crc32(body) != checksum:
        raise ValueError("its checksum is another")
    forms = BytesTrie()
    forms.map(body)
    return Dictionary(language_of(language), forms[_LETTERS][0].decode(), forms, body)


# --- building -------------------------------------------------------------------------------------


def build_dictionary(code: str, folder: Path) -> None:
    """Make the file of the language `code` in `folder`, unless it is there; takes seconds.

    It appears whole or not at all. While another process builds in `folder`, this one waits.

    Raises:
        OSError: the folder cannot be made or written.
        ValueError: there is no data for the language.
    """
    language = language_of_words(code)
    folder.mkdir(parents=True, exist_ok=True)
    path = words_file(language, folder)
    with _alone_in(folder):
        if path.exists():
            return
        for left in folder.glob("*.part"):  # of one that was killed
            left.unlink(missing_ok=True)
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        try:
            with part.open("wb") as file:
                body = _trie_of(language)
                file.write(_HEADER.pack(_MAGIC, len(body), zlib.crc32(body)) + body)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        for old in folder.glob(f"*-{language}"):
            if old != path:
                old.unlink(missing_ok=True)


def _trie_of(language: str) -> bytes:
    """Return the words of a language as a trie.

    Raises:
        ValueError: there is no data for it.
    """
    from marisa_trie import BytesTrie  # noqa: PLC0415 (start-up)
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory  # noqa: PLC0415

    words = DefaultDictionaryFactory(cache_max_size=1).get_dictionary(language)
    row, fold = language_of(language), fold_word.__wrapped__  # a cache would be too small for all
    letters = _letters_of([fold(form, row) for form in islice(words, 0, None, _SAMPLED)])

    def entries() -> Iterator[tuple[str, bytes]]:
        yield _LETTERS, letters.encode()
        for form, lemma in words.items():
            folded, whole = fold(form, row), fold(lemma, row)
            cut = 0
            while not whole.startswith(folded[: len(folded) - cut]):
                cut += 1
            if cut <= _MOST_CUT:
                yield folded, bytes([cut]) + whole[len(folded) - cut :].encode()

    trie: bytes = BytesTrie(entries()).tobytes()
    return trie


def _letters_of(words: Sequence[str]) -> str:
    """Return the letters of a language, in order, not those of a stray foreign word."""
    counts = Counter(letter for word in words for letter in set(word) if letter.isalpha())
    return "".join(sorted(each for each, count in counts.items() if count * _RARE >= len(words)))


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Wait until nobody else builds in `folder`, and keep others waiting.

    The lock is the system's and ends with its process, however that ends. Where there are no
    locks, two may build the same: each writes a file of its own, and the later one stays.
    """
    with (folder / "lock").open("ab") as file:
        with suppress(OSError):
            if sys.platform == "win32":
                import msvcrt  # noqa: PLC0415 (there alone)

                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            else:
                import fcntl  # noqa: PLC0415 (not on Windows)

                fcntl.flock(file, fcntl.LOCK_EX)
        yield


def main(arguments: Sequence[str]) -> None:
    """Build the words of languages: a folder, then their codes. For a process of its own."""
    folder, *codes = arguments
    if hasattr(os, "nice"):
        os.nice(19)
    for code in codes:
        build_dictionary(code, Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
