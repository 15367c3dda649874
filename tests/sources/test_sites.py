"""Invented papers on pages in the style of many sites: what is read, and what is left out."""

from pathlib import Path

import pytest

from quizapp.sources.author_names import read_authors
from quizapp.sources.citation_text import format_citation
from quizapp.sources.errors import UnreadableSourceError
from quizapp.sources.model import Reference, SourceText
from quizapp.sources.publication_line import read_publication_line
from quizapp.sources.read_source import MAX_LETTERS, decode_source, read_papers, read_source

SITES = Path(__file__).parent / "sites"
CITATIONS = [
    tuple(line.split("\t"))
    for line in (SITES / "citations.tsv").read_text(encoding="utf-8").splitlines()
]


def site(name: str) -> SourceText:
    path = SITES / f"{name}.txt"
    return read_source(decode_source(path.read_bytes(), path.name), path.name)


@pytest.mark.parametrize(
    ("name", "count", "first", "last"),
    [
        ("acm", 5, "Reviewers are asked", "files by name."),
        ("ads", 4, "We report a", "shaped the outbursts."),
        ("arxiv-listing", 7, "We ask how", "this https URL."),
        ("biorxiv", 5, "The microbes of", "in one sex."),
        ("cinii", 4, "We measured wind", "found between species."),
        ("cochrane", 9, "Honey has been", "than common dressings."),
        ("doaj", 4, "Rainwater tanks are", "did not matter."),
        ("elibrary-ru", 4, "Изучено влияние длины", "на 11 дней."),
        ("eric", 5, "Programs in which", "only with dogs."),
        ("europepmc", 5, "Dry eye is", "than olive oil."),
        ("german-journal", 7, "Auf Helgoland wurden", "Nordsee eine Rolle."),
        ("hal-fr", 4, "Les archives de", "l'avait déjà suggéré."),
        ("jstage-ja", 4, "茶園では窒素が多", "な差はなかった。"),
        ("jstor", 4, "Lighthouses are the", "could not unload."),
        ("openreview", 4, "Replay buffers keep", "than their number."),
        ("oxford", 8, "Shift work moves", "not change that."),
        ("pdf-economics", 4, "We compare 288", "by 2.0 percent."),
        ("psycnet", 5, "People often choose", "decisions are discussed."),
        ("pubmed-with-type", 8, "Ginger is widely", "improve peak power."),
        ("repec", 4, "Families that may", "of the difference."),
        ("scielo-es", 6, "conocer la relación", "rendimiento algo mejor."),
        ("scielo-pt", 6, "Estimar a associação", "um pouco menor."),
        ("springer", 5, "Warm soils may", "limit this population."),
        ("ssrn", 4, "We study how", "words, is short."),
        ("thesis", 5, "This thesis asks", "than schools did."),
        ("wiley", 5, "Dams cut the", "are therefore needed."),
        ("bmj", 7, "To find whether", "risk of fever."),
        ("frontiers", 5, "Infants who hear", "two languages were."),
        ("medline-ovid", 4, "Tension headache is", "trial is warranted."),
        ("persee", 4, "Les comptes de", "de ce trafic."),
        ("sage", 5, "Peer mentors may", "larger for commuters."),
        ("tandf", 4, "Clean walls are", "of crime rose."),
        ("zenodo", 4, "This dataset holds", "read with care."),
    ],
)
def test_the_abstract_of_a_page_is_read_from_its_first_to_its_last_word(
    name: str, count: int, first: str, last: str
) -> None:
    sentences = site(name).sentences

    assert len(sentences) == count
    assert sentences[0].startswith(first)
    assert sentences[-1].endswith(last)


@pytest.mark.parametrize(("name", "citation"), CITATIONS)
def test_a_page_of_any_site_is_cited_by_what_it_says(name: str, citation: str) -> None:
    assert format_citation(site(name).reference) == citation


def test_what_a_page_leaves_unsure_is_left_out_and_said() -> None:
    found = site("scielo-pt")

    assert (found.reference.authors, found.reference.journal) == ((), "")
    assert found.doubts == ("no authors found", "no journal found")


def test_a_page_of_news_is_told_to_hold_no_abstract() -> None:
    found = site("pressoffice")

    assert found.reference == Reference(year="2022")
    assert found.doubts[:2] == (
        "no abstract found: this is the longest text of a page that names no paper",
        "no title found",
    )


# --- names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Von Heike Petersen und Jan Brandt", ("Petersen H", "Brandt J")),
        ("Von Neumann J, Morgenstern O", ("Von Neumann J", "Morgenstern O")),
        ("By Ada Okafor", ("Okafor A",)),
        ("OGAWA Takeshi", ("Ogawa T",)),
        ("КУЗНЕЦОВА О.В.1, БЕЛОВ А.Н.1", ("КУЗНЕЦОВА ОВ", "БЕЛОВ АН")),
        ("山本 健一, 李 明", ("山本 健一", "李 明")),
        ("Barlow, Kevin and van der Berg, Maria", ("Barlow K", "van der Berg M")),
        ("Seymour Papert, Fay Fuller", ("Papert S", "Fuller F")),
        ("NIH NLM Logo", ()),
        ("Download PDF", ()),
        ("University Press, Example Institute", ()),
    ],
)
def test_names_are_told_from_what_else_has_capitals(line: str, authors: tuple[str, ...]) -> None:
    assert read_authors(line) == authors


# --- where a paper stands ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "published"),
    [
        (
            "Archiv für Beispielkunde 61, S. 101–118 (2014)",
            ("Archiv für Beispielkunde", "2014", "61", "", "101-118"),
        ),
        ("J. Invented Econ. 12 (2011) 77–95", ("J. Invented Econ", "2011", "12", "", "77-95")),
        ("J Hills, 2009, 64 (2), pp.345-372", ("J Hills", "2009", "64", "2", "345-372")),
        ("J Hills, v50 n2 p145-158 2018", ("J Hills", "2018", "50", "2", "145-158")),
        ("J Hills, 05 Jan 2017, 101(2):145-151", ("J Hills", "2017", "101", "2", "145-151")),
        ("Vol. 54, No. 2 (Jun., 1994), pp. 301-322", ("", "1994", "54", "2", "301-322")),
        ("2012 年 83 巻 4 号 p. 251-258", ("", "2012", "83", "4", "251-258")),
    ],
)
def test_a_line_of_publication_is_read(line: str, published: tuple[str, ...]) -> None:
    found = read_publication_line(line)

    assert found is not None
    assert (found.journal, found.year, found.volume, found.issue, found.pages) == published


@pytest.mark.parametrize(
    "line",
    [
        "Posted November 04, 2003",
        "Do Small Banks Price Climate Risk? Evidence from 2,300 Mortgage Desks",
        "A survey of 1960, 1970 and 1980",
    ],
)
def test_a_date_or_a_title_with_figures_is_no_line_of_publication(line: str) -> None:
    assert read_publication_line(line) is None


# --- sentences -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It was 3 Ω/K. Applying it helped.", ("It was 3 Ω/K.", "Applying it helped.")),
        ("It fell at 15.9 K. Nobody saw it.", ("It fell at 15.9 K.", "Nobody saw it.")),
        ("It lay near 55 Cnc e. This is new.", ("It lay near 55 Cnc e.", "This is new.")),
        ("We saw 12 S. Typhimurium strains.", ("We saw 12 S. Typhimurium strains.",)),
        ("We met A. B. Jones and J. Smith.", ("We met A. B. Jones and J. Smith.",)),
        ("Es war groß, z. B. Das Haus.", ("Es war groß, z. B. Das Haus.",)),
        (
            (
                "We ask: (1) Is it so? (part 1); (2) Is it old? (part 2). Using both, we say no. "
                "It is new."
            ),
            (
                "We ask: (1) Is it so? (part 1); (2) Is it old? (part 2).",
                "Using both, we say no.",
                "It is new.",
            ),
        ),
        (
            "Objective To see it. Results 1747 deaths occurred. Conclusion It was so.",
            ("To see it.", "1747 deaths occurred.", "It was so."),
        ),
        (
            "All went well. (PsycINFO Database Record (c) 2019 APA, all rights reserved)",
            ("All went well.",),
        ),
        ("All went well. [Author Abstract] KEY WORDS fever; hills", ("All went well.",)),
        (
            "We saw (a) here, (b) there and (c) 2000 patients. It went.",
            ("We saw (a) here, (b) there and (c) 2000 patients.", "It went."),
        ),
    ],
)
def test_a_sentence_ends_where_its_reader_would_end_it(
    text: str, sentences: tuple[str, ...]
) -> None:
    assert read_source(text).sentences == sentences


# --- files ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_read_where_it_has_its_mark(encoding: str) -> None:
    text = "Fieber ist häufig. Niemand starb."
    data = text.encode(encoding) if encoding == "utf-16" else f"\ufeff{text}".encode(encoding)

    assert read_source(decode_source(data)).sentences == ("Fieber ist häufig.", "Niemand starb.")


def test_three_abstracts_in_one_text_are_told() -> None:
    one = "We followed forty children with hill fever for a year in two valleys of the north. " * 4
    two = (
        "We asked ninety adults for their dreams of goats, and wrote down what they had said. " * 4
    )
    three = (
        "We counted the goats of nine farms in spring, and once again before the first snow. " * 4
    )

    assert read_source(f"{one}\n\n{two}\n\n{three}").doubts == (
        "this looks like 3 abstracts: keep only one",
    )
    assert read_source(f"{one}\n\n{two}").doubts == ()


def test_what_is_too_long_to_be_a_paper_is_told() -> None:
    with pytest.raises(UnreadableSourceError) as long:
        read_source("Fever rose. " * (MAX_LETTERS // 12 + 1), "a.txt")
    with pytest.raises(UnreadableSourceError) as noise:
        read_source("x" * 100_000, "a.txt")
    with pytest.raises(UnreadableSourceError) as many:
        read_papers("1. J Hills. 2003.\n\nFever.\n\nPMID: 1\n\n\n" * 5001, "a.txt")

    assert long.value.message == "a.txt: the text has more than 400,000 letters"
    assert noise.value.message == "a.txt: it has a word of 100,000 letters, which is no text"
    assert many.value.message == "a.txt: it has more than 5,000 records"


@pytest.mark.parametrize(
    "text",
    [
        "TY - JOUR\nTI - A fever\nAB - Fever rose.\nDO - https://doi.org/10.1000/f.1\n",
        (
            "TY  - JOUR\nTI  - A fever\nAB  - Fever rose.\n"
            "UR  - https://doi.org/10.1000%2Ff.1\nER  -\n"
        ),
        (
            "TY  - JOUR\nXX  - odd\nTI  - A fever\nC1  - odd\nN2  - Fever rose.\n"
            "DO  - doi:10.1000/f.1.\n"
        ),
    ],
    ids=["one space", "DOI as an address", "odd tags and no end"],
)
def test_a_record_of_another_program_is_read(text: str) -> None:
    found = read_source(text)

    assert found.sentences == ("Fever rose.",)
    assert (found.reference.title, found.reference.doi) == ("A fever", "10.1000/f.1")
