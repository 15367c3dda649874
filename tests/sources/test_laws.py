"""What holds of any file: it is read, or a clear error says why not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.sources.errors import UnreadableSourceError
from quizapp.sources.read_source import decode_source, read_source
from tests.counts import full_or_share

NAMES = st.sampled_from(["a.txt", "a.nbib", "a.ris", ""])
PIECES = st.sampled_from([
    "PMID- 1\n", "TY  - JOUR\n", "AB  - ", "ER  -\n", "1. ", "2. ", "\n", "\n\n", "Fever", " rose",
    ". ", " et al. ", "BACKGROUND: ", "approx. ", "(", ".) ", "P. ", "-\n", "?", "Copyright ",
])  # fmt: skip
TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=200), st.lists(PIECES, max_size=20).map("".join)
)


def outcome(data: bytes, name: str) -> UnreadableSourceError | tuple[str, ...]:
    try:
        return read_source(decode_source(data, name), name).sentences
    except UnreadableSourceError as error:
        return error


@settings(max_examples=full_or_share(2000), deadline=None)
@given(st.one_of(st.binary(max_size=200), TEXTS.map(str.encode)), NAMES)
def test_any_bytes_are_sentences_in_one_line_or_a_clear_error(data: bytes, name: str) -> None:
    found = outcome(data, name)

    if isinstance(found, UnreadableSourceError):
        assert found.message.startswith(f"{name or 'the source'}: ")
        assert found.fix
    else:
        assert [each for each in found if each != " ".join(each.split()) or not each] == []


@settings(max_examples=full_or_share(2000), deadline=None)
@given(TEXTS)
def test_a_source_numbered_by_its_own_sentences_is_the_same_source(text: str) -> None:
    sentences = outcome(text.encode(), "")
    if isinstance(sentences, UnreadableSourceError):
        return
    numbered = "\n".join(f"{number}. {each}" for number, each in enumerate(sentences, 1))

    assert outcome(numbered.encode(), "") == sentences


@settings(max_examples=full_or_share(1000), deadline=None)
@given(st.lists(st.sampled_from(["Fever rose.", "It fell (P = .02).", "Why?"]), min_size=1))
def test_sentences_joined_are_split_again(sentences: list[str]) -> None:
    assert list(read_source(" ".join(sentences)).sentences) == sentences


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "a " * 200_000,
        "Fever sp. " * 40_000,
        "BACKGROUND: " * 33_000,
        "1. a\n" + "b\n" * 100_000,
        "The course of fever\n" * 19_000,
        "Ada Okafor, Per Lind\n" * 19_000,
        ("The course of fever " * 200 + "\n") * 99,
    ],
)
def test_a_hostile_text_ends(text: str) -> None:
    assert outcome(text.encode(), "") is not None
