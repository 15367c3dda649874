"""Sentences from files: numbered lines, whole lines, running text; and what cannot be read."""

import pytest

from quizapp.sources.errors import UnreadableSourceError
from quizapp.sources.read_source import MAX_BYTES, decode_source, read_source

FOUR = (
    "We followed 40 children with a rare fever.",
    "Nine of them (22.5%) had a rash.",
    "P. falsa was grown from approx. 5 mL of blood.",
    "Nobody died.",
)
WRAPPED = """
We followed 40 children with a rare
fever. Nine of them (22.5%) had a rash. P.
falsa was grown from approx. 5 mL of
blood. Nobody died.
"""


def error_of(text: str, name: str = "a.txt") -> tuple[str, str]:
    with pytest.raises(UnreadableSourceError) as caught:
        read_source(text, name)
    return caught.value.message, caught.value.fix


# --- what lines mean -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"{number}. {each}" for number, each in enumerate(FOUR, 1)),
        "\n".join(f"{number}) {each}" for number, each in enumerate(FOUR, 1)),
        "\n".join(FOUR),
        "\n\n".join(FOUR),
        "\r\n".join(FOUR),
        " ".join(FOUR),
        WRAPPED,
        f"{FOUR[0]} {FOUR[1]}\n{FOUR[2]} {FOUR[3]}\n",
    ],
    ids=["1.", "1)", "lines", "apart", "CRLF", "one line", "wrapped", "paragraphs"],
)
def test_sentences_are_the_same_however_lines_are_broken(text: str) -> None:
    assert read_source(text).sentences == FOUR


def test_a_numbered_line_is_one_sentence_whatever_stands_in_it() -> None:
    assert read_source("1. It rose. It fell.\n2. It stayed.").sentences == (
        "It rose. It fell.",
        "It stayed.",
    )


def test_a_numbered_sentence_goes_on_in_lines_without_a_number() -> None:
    assert read_source("1. It rose\n   by 3 kg.\n2. It fell.").sentences == (
        "It rose by 3 kg.",
        "It fell.",
    )


def test_lines_without_full_stops_are_each_a_sentence() -> None:
    assert read_source("Fever was common\nRash was rare\nNobody died").sentences == (
        "Fever was common",
        "Rash was rare",
        "Nobody died",
    )


def test_a_word_broken_at_its_hyphen_is_put_together() -> None:
    text = "It is a T-cell-\nmediated rash. It\nis rare."

    assert read_source(text).sentences == ("It is a T-cell-mediated rash.", "It is rare.")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1. One.\n2. Two.\n4. Four.", "a.txt: line 3 is numbered 4, and 3 is next"),
        ("1. One.\n\n1. Two.", "a.txt: line 3 is numbered 1, and 2 is next"),
    ],
)
def test_a_number_left_out_is_told(text: str, reason: str) -> None:
    assert error_of(text) == (reason, "number the lines 1, 2, 3 …, or not at all")


# --- sentences of science ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentences",
    [
        ["The way of Okafor et al. (2003) was taken.", "It agreed with Lind et al. in one year."],
        ["Yan et al. [2004] studied mice.", "Their mice lived."],
        ["Survival was higher with it (n = 29, P = .0231).", "No deaths occurred (P < .001)."],
        ["The ratio was 1.8 (95% CI, 1.2-2.7; P=.03) vs. 0.9 without.", "E. coli was found in 12."],
        ["The dose was 0.5 mL/kg b.i.d. for 10 days.", "Of them, 23% died.", "Why?", "We know!"],
        ["A virus, Fevervirus sp. nov. by name, was found in Culex spp. mosquitoes.", "It grew."],
        ["Fever lasted 3 days, i.e. less than in adults, e.g. those of Fig. 2.", "It went."],
        ["Counts were low (<0.5 x 10(9)/L).", "(Two were normal.)", "All recovered."],
        ["It depends on CD40.", "IgM was raised in half of them."],
        ["They came to the U.S. Naval Hospital in 1998.", "The U.S. registry lists 79."],
        ["The mean was 5 yr.", "Girls (no. 1-12) were younger.", "IL-2 rose to 20 pg/mL."],
        ["The rash was due to mTOR.", "mTOR was raised.", "p53 was not."],
    ],
)
def test_running_text_is_split_at_its_sentences(sentences: list[str]) -> None:
    assert list(read_source(" ".join(sentences)).sentences) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "BACKGROUND: Fever is common. METHODS: We asked 20. RESULTS: All had it.",
        "Background: Fever is common.\nMethods: We asked 20.\nResults: All had it.",
        "ABSTRACT\n\nOBJECTIVE\nFever is common.\nMETHODS\nWe asked 20.\nRESULTS\nAll had it.",
        "MATERIALS AND METHODS: Fever is common. We asked 20. Main outcome measures: All had it.",
    ],
)
def test_labels_of_sections_are_left_out(text: str) -> None:
    assert read_source(text).sentences == ("Fever is common.", "We asked 20.", "All had it.")


def test_a_sentence_that_opens_with_a_word_of_labels_is_kept() -> None:
    text = "Results were poor. Background noise: none. HIV: a rare cause."

    assert read_source(text).sentences == (
        "Results were poor.",
        "Background noise: none.",
        "HIV: a rare cause.",
    )


def test_rights_behind_an_abstract_are_left_out() -> None:
    text = "Fever is common. Copyright © 2015 A Society. Published by B Inc. All rights reserved."

    assert read_source(text).sentences == ("Fever is common.",)


# --- what cannot be read -------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_an_empty_file_is_told(text: str) -> None:
    assert error_of(text) == ("a.txt: the file is empty", "write the abstract into it")


@pytest.mark.parametrize("text", ["123 456", "***", "ABSTRACT:\n"])
def test_a_text_without_a_sentence_is_told(text: str) -> None:
    assert error_of(text)[0] == "a.txt: it has no sentences"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 \x00", "a: this is a PDF"),
        (b"PK\x03\x04 \x00", "a: this is a Word file or an archive"),
        (b"\xd0\xcf\x11\xe0 \x00", "a: this is a Word file of the older kind"),
        (b"{\\rtf1 Fever.}", "a: this is a file in RTF"),
        (b"\x1f\x8b\x08", "a: this is a packed file"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "a: this is a web archive"),
        ("Fever.".encode("utf-16")[:-1], "a: this is broken UTF-16"),
        ("Fever\x00".encode("utf-16"), "a: this is a binary file, not text"),
        (b"Fever\x00", "a: this is a binary file, not text"),
        (b"Fever\x07 \xff", "a: this is a binary file, not text"),
        (
            "Fever.\nЛихорадка гор.\n".encode("cp1251"),
            "a: line 2 holds the byte 0xcb, which is not UTF-8",
        ),
        (b" " * (MAX_BYTES + 1), "a: the file is larger than 4 MiB"),
    ],
    ids=[
        *(
            "PDF",
            "docx",
            "doc",
            "RTF",
            "gzip",
            "MHTML",
            "UTF-16",
            "UTF-16 binary",
            "binary",
            "bell",
            "cp1251",
        ),
        "large",
    ],
)
def test_what_is_no_text_is_told(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        decode_source(data, "a")

    assert caught.value.message == reason
    assert caught.value.fix


def test_a_byte_order_mark_is_left_out() -> None:
    assert decode_source("Fever.".encode("utf-8-sig")) == "Fever."


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "cp1252"])
def test_a_text_is_read_in_the_encodings_of_older_programs(encoding: str) -> None:
    text = "Das Bergfieber (mit Ausschlägen) ist häufig.\r\nNiemand starb.\r\n"

    assert read_source(decode_source(text.encode(encoding))).sentences == (
        "Das Bergfieber (mit Ausschlägen) ist häufig.",
        "Niemand starb.",
    )


def test_characters_of_typesetting_are_left_out() -> None:
    text = "Fe\u00adver was \ufb01rst com\u00ad\nmon.\u200b Nobody\u00a0died."

    assert read_source(text).sentences == ("Fever was first common.", "Nobody died.")


def test_a_text_that_came_from_no_file_is_called_the_source() -> None:
    assert error_of("", "")[0] == "the source: the file is empty"
