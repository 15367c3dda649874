"""PubMed's and RIS's records, and citing them."""

import pytest

from quizapp.sources.citation_text import format_citation, format_short_citation
from quizapp.sources.errors import UnreadableSourceError
from quizapp.sources.model import Reference
from quizapp.sources.read_source import read_source

NBIB = """
PMID- 12345678
OWN - NLM
DP  - 2003 Nov 4
TI  - A fever of the hills and its
      cause.
PG  - 373-84
VI  - 82
IP  - 6
LID - 10.1000/fever.2003.1 [doi]
AID - S0000-0000(03)00001-2 [pii]
AB  - BACKGROUND: Fever is common. RESULTS: Of 20 children, four
      had it. Nobody died.
CI  - Copyright 2003 A Society
FAU - Okafor, Ada B
AU  - Okafor AB
FAU - Lind, Per
AU  - Lind P
LA  - eng
TA  - J Hills
JT  - Journal of the hills
SO  - J Hills. 2003 Nov 4;82(6):373-84.
"""
RIS = """TY  - JOUR
AU  - Okafor, Ada B.
AU  - Lind, Per
T1  - A fever of the hills and its cause
JO  - Journal of the hills
J2  - J Hills
VL  - 82
IS  - 6
SP  - 373
EP  - 84
PY  - 2003/11/04/
DO  - https://doi.org/10.1000/fever.2003.1
N2  - Fever is common.
Of 20 children, four had it. Nobody died.
AN  - 12345678
LA  - eng
ER  -
"""
SENTENCES = ("Fever is common.", "Of 20 children, four had it.", "Nobody died.")


def reason(text: str, name: str = "a.nbib") -> str:
    with pytest.raises(UnreadableSourceError) as caught:
        read_source(text, name)
    return caught.value.message


def test_a_record_of_pubmed_is_read() -> None:
    found = read_source(NBIB)

    assert found.sentences == SENTENCES
    assert found.reference == Reference(
        authors=("Okafor AB", "Lind P"),
        title="A fever of the hills and its cause",
        journal="J Hills",
        year="2003",
        volume="82",
        issue="6",
        pages="373-84",
        doi="10.1000/fever.2003.1",
    )


def test_a_record_in_ris_is_read() -> None:
    found = read_source(RIS)

    assert found.sentences == SENTENCES
    assert found.reference == read_source(NBIB).reference


def test_authors_may_stand_under_the_older_tag() -> None:
    text = RIS.replace("AU  -", "A1  -")

    assert read_source(text).reference.authors == ("Okafor AB", "Lind P")


def test_a_record_without_its_last_line_is_read() -> None:
    assert read_source(RIS.replace("ER  -\n", "")).sentences == SENTENCES


@pytest.mark.parametrize("text", [NBIB.replace("\n", "\r\n"), RIS.replace("\n", "\r\n")])
def test_lines_may_end_as_on_windows(text: str) -> None:
    assert read_source(text).sentences == SENTENCES


def test_a_file_named_as_a_record_is_one() -> None:
    text = "AB  - Fever is common.\nPMID- 1\n"

    assert read_source(text, "a.nbib").sentences == ("Fever is common.",)


def test_an_abstract_that_speaks_of_a_tag_is_plain_text() -> None:
    assert read_source("The tag PMID- 1 is common.").sentences == ("The tag PMID- 1 is common.",)


def test_a_file_named_as_a_record_without_one_is_told() -> None:
    assert reason("Fever is common.") == "a.nbib: it has no records"


def test_several_records_are_told_with_their_titles() -> None:
    other = RIS.replace("A fever of the hills and its cause", "Another")

    assert reason(RIS + other, "a.ris") == (
        'a.ris: it has 2 records: "A fever of the hills and its cause", "Another"'
    )


@pytest.mark.parametrize("text", [NBIB.replace("AB  -", "XX  -"), RIS.replace("N2  -", "XX  -")])
def test_a_record_without_an_abstract_is_told(text: str) -> None:
    assert reason(text) == "a.nbib: the record has no abstract"


def test_a_translated_title_loses_its_brackets() -> None:
    text = NBIB.replace("A fever of the hills and its\n      cause.", "[A fever of the hills.]")

    assert read_source(text).reference.title == "A fever of the hills"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Okafor, Ada B.", "Okafor AB"),
        ("Okafor, AB", "Okafor AB"),
        ("de la Cruz, Jean-Luc", "de la Cruz JL"),
        ("King, Martin, Jr", "King M Jr"),
        ("Hill Fever Group", "Hill Fever Group"),
    ],
)
def test_an_author_is_named_in_short(written: str, name: str) -> None:
    text = RIS.replace("Okafor, Ada B.", written)

    assert read_source(text).reference.authors[0] == name


def test_a_group_is_an_author() -> None:
    text = NBIB.replace("LA  -", "CN  - Hill Fever Group\nLA  -")

    assert read_source(text).reference.authors == ("Okafor AB", "Lind P", "Hill Fever Group")


# --- citing --------------------------------------------------------------------------------------

SEVEN = ("Levi J", "De Mar T", "C A", "D A", "E A", "F A", "G A")


@pytest.mark.parametrize(
    ("reference", "whole", "in_short"),
    [
        (
            Reference(SEVEN, "Title", "J Hills", "1997", "131", "1", "47-54"),
            "Levi J, De Mar T, C A, D A, E A, F A, et al. Title. J Hills 1997;131:47-54.",
            "Levi 1997",
        ),
        (
            Reference(("De Mar T",), "Is it so?", "J Hills", "1997", pages="e47"),
            "De Mar T. Is it so? J Hills 1997:e47.",
            "De Mar 1997",
        ),
        (
            Reference(("Hill Fever Group",), "Title", "J Hills", "1997", issue="3"),
            "Hill Fever Group. Title. J Hills 1997;(3).",
            "Hill Fever Group 1997",
        ),
        (Reference(journal="J Hills", year="1997"), "J Hills 1997.", "J Hills 1997"),
        (Reference(), "", ""),
    ],
)
def test_a_paper_is_cited_by_what_is_known_of_it(
    reference: Reference, whole: str, in_short: str
) -> None:
    assert format_citation(reference) == whole
    assert format_short_citation(reference) == in_short
