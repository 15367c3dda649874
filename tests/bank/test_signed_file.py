"""The file that says who signed the cards of a deck."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank.deck_files import find_decks, have_decks_changed, list_deck_files, list_decks
from quizapp.bank.load import load_bank, load_deck
from quizapp.bank.place import Place
from quizapp.bank.signed_file import read_signed_file, signed_file_text
from quizapp.bank.signoffs import CardRejection, CardSignature, ProofKind, SignoffEntry

DECK = """\
quizapp: 1
deck: capitals
title: Capitals
facts:
  - {id: france, ask: What is the capital of France?, answer: Paris}
"""
SIGNED = "france/answer: {by: Ada, date: 2026-11-29, hash: 4be1c09d77a2, proof: read}\n"


def a_deck(folder: Path, signed: str | None = None) -> Path:
    path = folder / "capitals.yaml"
    path.write_text(DECK, encoding="utf-8")
    if signed is not None:
        (folder / "capitals.signed.yaml").write_text(signed, encoding="utf-8")
    return path


def faults_of(folder: Path, signed: str) -> list[str]:
    _, problems = load_deck(a_deck(folder, signed))
    return [
        f"{each.place.line}:{each.place.column} {each.code} {each.message}" for each in problems
    ]


def test_a_signature_is_read_with_its_deck(tmp_path: Path) -> None:
    deck, problems = load_deck(a_deck(tmp_path, SIGNED))

    assert problems == ()
    assert deck is not None
    place = Place(str(tmp_path / "capitals.signed.yaml"), 1, 1)
    assert deck.signoffs == {
        "france/answer": CardSignature("Ada", "2026-11-29", "4be1c09d77a2", place, ProofKind.READ)
    }


def test_a_deck_in_a_folder_is_signed_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text(DECK, encoding="utf-8")
    (tmp_path / "signed.yaml").write_text(SIGNED, encoding="utf-8")

    deck, problems = load_deck(tmp_path)

    assert problems == ()
    assert deck is not None
    assert list(deck.signoffs) == ["france/answer"]


def test_what_is_written_is_sorted_and_read_back_the_same(tmp_path: Path) -> None:
    path = tmp_path / "capitals.signed.yaml"
    entries: dict[str, SignoffEntry] = {
        "b/answer": CardRejection(
            "Ada", "2026-11-29", "4be1c09d77a2", Place("", 0, 0), 'two "right" answers: a, b'
        ),
        "c/answer": CardRejection("yes", "2026-11-29", "123456789012", Place("", 0, 0)),
        "a/answer": CardSignature(
            *("Ada B.", "2026-11-30", "12345e678901", Place("", 0, 0)),
            ProofKind.READ,
            "a count of things listed",
        ),
    }

    path.write_text(signed_file_text(entries), encoding="utf-8")
    found, _, problems = read_signed_file(path)

    assert problems == ()
    assert (
        signed_file_text(found)
        == signed_file_text(entries)
        == (
            'a/answer: {by: Ada B., date: 2026-11-30, hash: "12345e678901", proof: read, '
            "over: a count of things listed}\n"
            "b/answer: {by: Ada, date: 2026-11-29, hash: 4be1c09d77a2, "
            'rejected: "two \\"right\\" answers: a, b"}\n'
            'c/answer: {by: "yes", date: 2026-11-29, hash: "123456789012", rejected: ""}\n'
        )
    )


@given(by=st.text(), reason=st.text())
def test_whatever_is_typed_can_be_read_again(
    tmp_path_factory: pytest.TempPathFactory, by: str, reason: str
) -> None:
    path = tmp_path_factory.mktemp("typed") / "capitals.signed.yaml"
    hash_, nowhere = "4be1c09d77a2", Place("")
    entries: dict[str, SignoffEntry] = {
        "a/answer": CardRejection(f"Ada {by}", "2026-11-29", hash_, nowhere, reason),
        "b/answer": CardSignature(f"{by}.", "2026-11-29", hash_, nowhere, over=reason),
    }

    path.write_text(signed_file_text(entries), encoding="utf-8")
    found, _, problems = read_signed_file(path)

    assert problems == ()
    assert signed_file_text(found) == signed_file_text(entries)


@pytest.mark.parametrize(
    ("signed", "fault"),
    [
        ("- a\n", "1:1 B108 the file must hold a line for each signed card"),
        (
            "france/answer: yes\n",
            "1:1 B108 what is said of `france/answer` must be a group of keys",
        ),
        (SIGNED.replace("by:", "who:"), "1:17 B106 a sign-off has no key `who`"),
        (SIGNED.replace(", proof: read", ""), "1:1"),
        (SIGNED.replace("2026-11-29", "2026-11-31"), '1:32 B601 `date` is "2026-11-31"'),
        (SIGNED.replace("2026-11-29", "20261129"), '1:32 B601 `date` is "20261129"'),
        (SIGNED.replace("4be1c09d77a2", "4be1c09"), '1:50 B601 `hash` is "4be1c09"'),
        (SIGNED.replace("read", "checked"), '1:71 B601 `proof` is "checked"'),
        (SIGNED.replace("read", "[read]"), "1:64 B108 `proof` must be text"),
        ("<<<<<<< HEAD\n" + SIGNED, "2:14 B101"),
        (SIGNED + SIGNED, "2:1 B103 the key"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, signed: str, fault: str) -> None:
    found = faults_of(tmp_path, signed)

    assert any(each.startswith(fault) for each in found), found


def test_a_sign_off_of_an_unknown_card_is_told_and_kept(tmp_path: Path) -> None:
    deck, problems = load_deck(a_deck(tmp_path, SIGNED.replace("france/", "frankreich/")))

    assert [(each.code, each.level.value) for each in problems] == [("B602", "info")]
    assert deck is not None
    assert list(deck.signoffs) == ["frankreich/answer"]


def test_more_than_a_thousand_cards_can_be_signed(tmp_path: Path) -> None:
    lines = "".join(SIGNED.replace("france", f"fact-{at}") for at in range(1_500))
    (tmp_path / "capitals.signed.yaml").write_text(lines, encoding="utf-8")

    entries, _, problems = read_signed_file(tmp_path / "capitals.signed.yaml")

    assert (len(entries), problems) == (1_500, ())


@pytest.mark.parametrize("name", ["a.signed.yaml", "capitals.held.yaml", "a.signed.yml"])
def test_what_lies_beside_a_deck_is_never_one(tmp_path: Path, name: str) -> None:
    deck = a_deck(tmp_path)
    (tmp_path / name).write_text(DECK, encoding="utf-8")

    assert list_decks(tmp_path) == [deck]
    assert find_decks(tmp_path / name) == ()
    bank, problems = load_bank([deck, tmp_path / name])
    assert [each.id for each in bank.decks] == ["capitals"]
    assert problems == ()


def test_in_the_folder_of_a_deck_they_are_no_parts_of_it(tmp_path: Path) -> None:
    for name in ("deck.yaml", "more.yaml", "signed.yaml", "more.held.yaml"):
        (tmp_path / name).write_text(DECK, encoding="utf-8")

    assert [path.name for path in list_deck_files(tmp_path)] == ["deck.yaml", "more.yaml"]


def test_a_deck_outside_the_folder_of_another_may_be_called_signed(tmp_path: Path) -> None:
    (tmp_path / "signed.yaml").write_text(DECK, encoding="utf-8")

    assert list_decks(tmp_path) == [tmp_path / "signed.yaml"]


def test_a_signature_changes_the_deck_for_who_asks_again(tmp_path: Path) -> None:
    path = a_deck(tmp_path)
    deck, _ = load_deck(path)
    assert deck is not None
    assert not have_decks_changed([path], deck.files)

    (tmp_path / "capitals.signed.yaml").write_text(SIGNED, encoding="utf-8")

    assert have_decks_changed([path], deck.files)
    deck, _ = load_deck(path)
    assert deck is not None
    assert not have_decks_changed([path], deck.files)
    (tmp_path / "capitals.signed.yaml").unlink()
    assert have_decks_changed([path], deck.files)
