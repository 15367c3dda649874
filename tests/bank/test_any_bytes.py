"""Whatever the bytes: problems, or a deck, and never an exception."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.bank.diagnostics import Level
from quizapp.bank.starter import starter_deck
from tests.bank.test_load import FULL
from tests.bank.trials import HEADER, load_bytes
from tests.counts import full_or_share

SOUND = (starter_deck("starter", "Starter").encode(), (HEADER + FULL).encode())
PIECES = (
    b"\n", b" ", b"\t", b":", b": ", b"- ", b"{", b"}", b"[", b"]", b",", b"?", b"|", b">",
    b"#", b"&a ", b"*a", b"!!str ", b"%", b"@", b"`", b"'", b'"', b"\\", b"---\n", b"...\n",
    b"<<: ", b"=", b"~", b"\x00", b"\x1b", b"\xff", b"\xe2\x80\xae", b"1e999", b"9" * 40,
    b"cards: ", b"answer: ", b"say: ", b"order: ", b"wrong: ", b"is_a: ", b"equals: ", b"id: a\n",
)  # fmt: skip

once = settings(
    max_examples=full_or_share(2000),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def assert_told(folder: Path, data: bytes) -> None:
    """The law: there is a deck, or an error that says where and what."""
    deck, problems = load_bytes(folder, data)

    assert (deck is None) == any(each.level is Level.ERROR for each in problems)
    assert all(each.place.line >= 1 and each.place.column >= 1 for each in problems)
    assert all(each.message for each in problems)
    assert list(problems) == sorted(problems, key=lambda each: each.place)


@once
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_told(folder: Path, data: bytes) -> None:
    assert_told(folder, data)


@once
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_marks_below_a_header_are_read_or_told(folder: Path, pieces: list[bytes]) -> None:
    assert_told(folder, HEADER.encode() + b"".join(pieces))


@once
@given(
    st.sampled_from(SOUND),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from((b"", *PIECES))),
        min_size=1,
        max_size=4,
    ),
)
def test_a_sound_deck_with_slips_is_read_or_told(
    folder: Path, sound: bytes, slips: list[tuple[float, int, bytes]]
) -> None:
    data = sound
    for at, gone, put in slips:
        start = int(at * len(data))
        data = data[:start] + put + data[start + gone :]

    assert_told(folder, data)


@once
@given(st.sampled_from(SOUND), st.floats(0, 1))
def test_a_deck_that_breaks_off_is_read_or_told(folder: Path, sound: bytes, at: float) -> None:
    assert_told(folder, sound[: int(at * len(sound))])


@once
@given(st.sampled_from(SOUND), st.data())
def test_a_deck_whose_lines_are_shuffled_is_read_or_told(
    folder: Path, sound: bytes, data: st.DataObject
) -> None:
    lines = data.draw(st.permutations(sound.splitlines(keepends=True)))

    assert_told(folder, b"".join(lines))
