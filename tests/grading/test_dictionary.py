"""The words of a language: built, opened, looked up, and what happens when a file is not sound."""

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from quizapp.grading.dictionary import (
    LOOK_AGAIN_SECONDS,
    NO_DICTIONARY,
    Dictionary,
    build_dictionary,
    open_dictionary,
    set_words_folder,
    words_file,
)

BUILD = [sys.executable, "-P", "-m", "quizapp.grading.dictionary"]
PATIENCE = 120  # seconds


class Clock:
    """Seconds that pass when told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def _no_words_before_or_after() -> Iterator[None]:
    set_words_folder(None)
    yield
    set_words_folder(None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("words")
    build_dictionary("en", place)
    return place


@pytest.fixture
def english(folder: Path) -> Dictionary:
    set_words_folder(folder)
    return open_dictionary("en")


# Looking up.


def test_words_of_the_language_are_known_in_any_case(english: Dictionary) -> None:
    known = [word for word in ("Mice", "HYPERPLASIA", "hyperplasai", "") if english.known(word)]

    assert known == ["Mice", "HYPERPLASIA"]


def test_a_form_has_its_lemma(english: Dictionary) -> None:
    assert english.lemmas("went") == ("go",)
    assert english.lemmas("Anemias") == ("anemia",)


def test_homographs_have_all_their_lemmas(english: Dictionary) -> None:
    assert english.lemmas("AIDS") == ("aid", "aids")


def test_a_word_that_is_not_known_has_no_lemma(english: Dictionary) -> None:
    assert english.lemmas("hyperplasai") == ()


def test_every_form_has_the_lemma_that_the_data_gives(english: Dictionary) -> None:
    data = DefaultDictionaryFactory().get_dictionary("en")

    wrong = [
        form
        for form, lemma in data.items()
        if lemma.casefold() not in english.lemmas(form) or not english.known(form)
    ]

    # Forms with digits, below the line too, are among them: "CO₂", "H2O".
    assert wrong == []


def test_neighbours_are_the_words_one_edit_away(english: Dictionary) -> None:
    # a letter changed; left out; added; two swapped
    assert english.neighbours("complementary", limit=9) == ("complimentary",)
    assert english.neighbours("adaptations", limit=9) == ("adaptation",)
    assert "contraction" in english.neighbours("contractin", limit=9)
    assert "trail" in english.neighbours("trial", limit=99)


def test_neighbours_are_no_more_than_asked_for(english: Dictionary) -> None:
    assert len(english.neighbours("cat", limit=3)) == 3


# Opening.


def test_a_language_without_a_file_has_no_words(tmp_path: Path) -> None:
    set_words_folder(tmp_path)

    found = open_dictionary("de")

    assert found is NO_DICTIONARY
    assert found.is_empty
    assert not found.known("Haus")
    assert found.lemmas("Haus") == ()
    assert found.neighbours("Haus", limit=9) == ()


@pytest.mark.parametrize("code", ["ja", "xx", "", "../en", "en\0"])
def test_a_language_that_has_no_dictionary_is_no_error(code: str, folder: Path) -> None:
    set_words_folder(folder)

    assert open_dictionary(code) is NO_DICTIONARY


def test_nothing_is_known_where_no_folder_was_told() -> None:
    assert open_dictionary("en") is NO_DICTIONARY


def test_a_region_has_the_words_of_its_language(folder: Path) -> None:
    set_words_folder(folder)

    assert open_dictionary("en-GB") is open_dictionary("en")


def test_a_file_that_appears_later_is_found_after_some_seconds(
    folder: Path, tmp_path: Path
) -> None:
    clock = Clock()
    set_words_folder(tmp_path, clock)
    before = open_dictionary("en")
    words_file("en", tmp_path).write_bytes(words_file("en", folder).read_bytes())

    at_once = open_dictionary("en")
    clock.now = LOOK_AGAIN_SECONDS
    later = open_dictionary("en")

    assert (before, at_once) == (NO_DICTIONARY, NO_DICTIONARY)
    assert later.known("mouse")


def cut_short(content: bytes) -> bytes:
    return content[:-1000]


def with_one_bit_changed(content: bytes) -> bytes:
    return content[:5000] + bytes([content[5000] ^ 1]) + content[5001:]


def of_something_else(_: bytes) -> bytes:
    return b"no words at all, but more than a header has"


def empty(_: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("spoil", [cut_short, with_one_bit_changed, of_something_else, empty])
def test_a_broken_file_is_removed_and_the_log_says_so(
    spoil: Callable[[bytes], bytes], folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = words_file("en", tmp_path)
    path.write_bytes(spoil(words_file("en", folder).read_bytes()))
    set_words_folder(tmp_path)

    with caplog.at_level(logging.WARNING):
        found = open_dictionary("en")

    assert found is NO_DICTIONARY
    assert not path.exists()
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert str(path) in caplog.text


def test_a_folder_in_the_place_of_a_file_is_no_error(tmp_path: Path) -> None:
    words_file("en", tmp_path).mkdir()
    set_words_folder(tmp_path)

    assert open_dictionary("en") is NO_DICTIONARY


# Building.


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    words_file("en", tmp_path).write_bytes(b"as it was")

    build_dictionary("en", tmp_path)

    assert words_file("en", tmp_path).read_bytes() == b"as it was"


def test_what_an_older_version_made_and_what_was_left_goes(tmp_path: Path) -> None:
    for name in ("1.1.2-0-en", "2.0.0-0-de", "2.0.0-1-en.77.part"):
        (tmp_path / name).write_bytes(b"old")

    build_dictionary("en", tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["2.0.0-0-de", words_file("en", tmp_path).name, "lock"]
    )


def test_a_language_without_data_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="xx"):
        build_dictionary("xx", tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["lock"]


@pytest.mark.slow  # seconds of building
def test_german_has_the_homographs_that_its_spelling_makes(tmp_path: Path) -> None:
    build_dictionary("de", tmp_path)
    set_words_folder(tmp_path)

    german = open_dictionary("de")

    assert german.lemmas("Straße") == ("strass", "strasse")
    assert german.lemmas("strasse") == ("strass", "strasse")
    assert german.lemmas("Häuser") == ("haus",)
    assert not german.known("Stráße")


@pytest.mark.slow
def test_a_process_of_its_own_builds_and_says_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [*BUILD, str(tmp_path), "en"], capture_output=True, timeout=PATIENCE, check=False
    )
    set_words_folder(tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert open_dictionary("en").known("mouse")


@pytest.mark.slow
def test_two_at_once_make_one_sound_file(tmp_path: Path) -> None:
    both = [subprocess.Popen([*BUILD, str(tmp_path), "en"]) for _ in range(2)]

    codes = [each.wait(PATIENCE) for each in both]
    set_words_folder(tmp_path)

    assert codes == [0, 0]
    assert open_dictionary("en").known("mouse")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        [words_file("en", tmp_path).name, "lock"]
    )


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_one_that_is_killed_leaves_nothing_that_stays(tmp_path: Path) -> None:
    killed = subprocess.Popen([*BUILD, str(tmp_path), "de"])
    while killed.poll() is None and not list(tmp_path.glob("*.part")):
        os.sched_yield()
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait(PATIENCE)
    left = [path.suffix for path in tmp_path.iterdir() if path.name != "lock"]

    build_dictionary("en", tmp_path)  # waits for no lock of the dead
    set_words_folder(tmp_path)

    assert left == [".part"]
    assert open_dictionary("en").known("mouse")
    assert list(tmp_path.glob("*.part")) == []
