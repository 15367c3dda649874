"""Finding the files of decks, and telling whether they changed."""

import os
from pathlib import Path

import pytest

from quizapp.bank.deck_files import (
    UnreadableDeckError,
    find_decks,
    fingerprint_deck,
    fingerprint_file,
    have_decks_changed,
    list_deck_files,
    list_decks,
    read_file,
    sniff_language,
)

DECK = "quizapp: 1\ndeck: a\n"


def a_file(path: Path, text: str = DECK) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_decks_of_a_folder_come_by_name(tmp_path: Path) -> None:
    second = a_file(tmp_path / "b.yml")
    first = a_file(tmp_path / "a.yaml")
    folder = a_file(tmp_path / "c" / "deck.yaml").parent

    assert list_decks(tmp_path) == [first, second, folder]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("README.md", DECK),
        (".hidden.yaml", DECK),
        ("compose.yaml", "services:\n  deck: a\n"),
        ("empty.yaml", ""),
        ("notes/a.yaml", DECK),
    ],
)
def test_what_is_no_deck_is_passed_over(tmp_path: Path, name: str, text: str) -> None:
    a_file(tmp_path / name, text)

    assert list_decks(tmp_path) == []


@pytest.mark.parametrize(
    "text", ["deck: a", "# note\r\nfacts: []", "{quizapp: 1}", "\ufeffquizapp: 1", '"deck": a']
)
def test_a_deck_is_known_by_one_of_its_keys(tmp_path: Path, text: str) -> None:
    path = a_file(tmp_path / "a.yaml", text)

    assert list_decks(tmp_path) == [path]


def test_a_deck_in_utf16_is_not_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(DECK.encode("utf-16"))

    assert list_decks(tmp_path) == [path]


def test_a_folder_with_a_header_is_one_deck(tmp_path: Path) -> None:
    header = a_file(tmp_path / "deck.yaml")
    later = a_file(tmp_path / "more.yaml", "facts: []")
    earlier = a_file(tmp_path / "a.yml", "concepts: {}")
    a_file(tmp_path / "README.md")

    assert find_decks(tmp_path) == (tmp_path,)
    assert list_deck_files(tmp_path) == (header, earlier, later)


def test_a_folder_without_decks_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDeckError) as raised:
        find_decks(tmp_path)

    assert raised.value.message == f"{tmp_path}: no deck in this folder"
    assert raised.value.code == "B113"


def test_a_fingerprint_knows_size_time_and_content(tmp_path: Path) -> None:
    path = a_file(tmp_path / "a.yaml", "deck: a\n")
    os.utime(path, ns=(1, 1_000_000_007))

    found = fingerprint_file(path)

    assert found.path == str(path.resolve())
    assert (found.size, found.mtime_ns) == (8, 1_000_000_007)
    assert found.digest == "a8a3b652e1107bdd4cd7d5b6250f9e4f"


def test_a_file_of_known_size_and_time_is_not_read_again(tmp_path: Path) -> None:
    path = a_file(tmp_path / "a.yaml", "deck: a\n")
    os.utime(path, ns=(1, 1))
    known = fingerprint_file(path)
    a_file(path, "deck: b\n")
    os.utime(path, ns=(1, 1))

    assert fingerprint_file(path, known) is known


def test_a_deck_that_was_only_touched_has_not_changed(tmp_path: Path) -> None:
    path = a_file(tmp_path / "a.yaml")
    known = fingerprint_deck(path)
    os.utime(path, ns=(1, 1))

    assert not have_decks_changed([path], known)


@pytest.mark.parametrize("name", ["a/deck.yaml", "a/more.yaml"])
def test_a_deck_with_another_content_or_file_has_changed(tmp_path: Path, name: str) -> None:
    deck = a_file(tmp_path / "a" / "deck.yaml").parent
    known = fingerprint_deck(deck)
    a_file(tmp_path / name, "deck: b\n")

    assert have_decks_changed([deck], known)


def test_a_deck_that_is_gone_has_changed(tmp_path: Path) -> None:
    path = a_file(tmp_path / "a.yaml")
    known = fingerprint_deck(path)

    assert have_decks_changed([], known)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDeckError) as raised:
        read_file(tmp_path / "a.yaml")

    assert raised.value.message == f"{tmp_path / 'a.yaml'}: No such file or directory"
    assert raised.value.fix == "check the path and its permissions"


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    os.mkfifo(path)

    with pytest.raises(UnreadableDeckError, match="this is not a file"):
        read_file(path)


@pytest.mark.parametrize("name", ["/dev/null", "/dev/zero"])
def test_a_device_is_refused(name: str) -> None:
    with pytest.raises(UnreadableDeckError, match="this is not a file"):
        read_file(Path(name))


@pytest.mark.parametrize("name", ["a\0b", "a" * 5000])
def test_a_name_that_no_file_can_have_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableDeckError):
        fingerprint_deck(tmp_path / name)


def test_a_file_over_64_mib_is_refused_unread(tmp_path: Path) -> None:
    path = a_file(tmp_path / "a.yaml")
    os.truncate(path, 64 * 1024 * 1024 + 1)

    with pytest.raises(UnreadableDeckError) as raised:
        read_file(path)

    assert raised.value.code == "B105"
    assert raised.value.reason == "the file is larger than 64 MiB"


def test_a_known_file_that_is_gone_is_told(tmp_path: Path) -> None:
    path = a_file(tmp_path / "a.yaml")
    known = fingerprint_file(path)
    path.unlink()

    with pytest.raises(UnreadableDeckError, match="No such file"):
        fingerprint_file(path, known)


def test_a_link_that_leads_nowhere_is_left_for_loading_to_tell(tmp_path: Path) -> None:
    link = tmp_path / "a.yaml"
    link.symlink_to(tmp_path / "gone.yaml")

    assert list_decks(tmp_path) == [link]


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDeckError, match="No such file"):
        list_decks(tmp_path / "gone")


def test_a_folder_without_a_header_is_no_deck(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDeckError, match=r"no deck\.yaml in this folder"):
        list_deck_files(tmp_path)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("language: de", "de"),
        ("'language' : \"pt-BR\"  # Brazil", "pt-BR"),
        ("language:\n  de", "en"),  # only reading the YAML would tell
        ("settings:\n  language: de", "en"),
        ("# language: de", "en"),
        ("language: 7", "en"),
    ],
)
def test_the_language_of_a_deck_is_seen_in_its_header(
    header: str, language: str, tmp_path: Path
) -> None:
    deck = a_file(tmp_path / "deck.yaml", f"{DECK}{header}\n")

    assert sniff_language(deck) == language


@pytest.mark.parametrize("name", ["missing.yaml", ".", "a\0b"])
def test_what_cannot_be_looked_into_is_taken_for_english(name: str, tmp_path: Path) -> None:
    assert sniff_language(tmp_path / name) == "en"
