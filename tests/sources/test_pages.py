"""Pages as people save them: one invented paper in the styles of many sites."""

from pathlib import Path

import pytest

from quizapp.sources.citation_text import format_citation
from quizapp.sources.model import SourceText
from quizapp.sources.read_source import decode_source, read_papers, read_source

PAGES = Path(__file__).parent / "pages"
SENTENCES = (
    (
        "Hill fever is caused by Fevervirus montis, and its course in children (age, 1-12 years) "
        "is not well known."
    ),
    "We followed 40 children with hill fever in two valleys between 1998 and 2001.",
    (
        "Nine of them (22.5%) had a rash, and the fever lasted longer in these than in the others "
        "(median, 9 vs. 4 days; P = .03)."
    ),
    "The response to quinamide was 95%.",
    "Relapses were seen in three children with HFIM.",
    "Nobody died.",
    (
        "Early treatment with quinamide shortens the fever and may prevent relapses of the disease "
        "in children."
    ),
)
FIVE = "Okafor AB, Lind P, de la Cruz JL, van der Berg M, Sato T."
TITLE = "The course of hill fever in children."


def page(name: str) -> SourceText:
    path = PAGES / f"{name}.txt"
    return read_source(decode_source(path.read_bytes(), path.name), path.name)


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.txt")))
def test_the_abstract_is_found_on_a_page_of_any_site(name: str) -> None:
    assert page(name).sentences == SENTENCES


@pytest.mark.parametrize(
    ("name", "citation"),
    [
        ("repository", f"{FIVE} {TITLE} Journal of the Hills 2003;82:373-384."),
        ("repository-dspace", f"{FIVE} {TITLE} Journal of the Hills 2003."),
        ("pubmed", f"{FIVE} {TITLE} J Hills 2003;82:373-84."),
        ("pubmed-in-one-line", f"{FIVE} {TITLE} J Hills 2003;82:373-84."),
        ("pubmed-abstract-text", f"{FIVE} {TITLE} J Hills 2003;82:373-84."),
        ("elsevier", f"{FIVE} {TITLE} Journal of the Hills 2003;82:373-384."),
        ("nature", f"{FIVE} {TITLE} Journal of the Hills 2003;82:373-384."),
        ("arxiv", f"{FIVE} {TITLE} arXiv:0311.01234 2003."),
        ("biorxiv", f"{FIVE} {TITLE} 2003."),
        ("pdf-column", f"{FIVE} {TITLE} J HILLS 2003;82:373-84."),
        ("society-without-heading", f"{FIVE} {TITLE} Journal of the Hills 2003;82:373-384."),
        (
            "ieee",
            f"{FIVE} The Course of Hill Fever in Children. Journal of the Hills 2003;82:373-384.",
        ),
        ("mdpi", f"{FIVE} The Course of Hill Fever in Children. Hills 2003;82:373."),
        (
            "jama",
            (
                "Okafor AB, Lind P, de la Cruz JL. The Course of Hill Fever in Children. "
                "J Hills 2003;82:373-384."
            ),
        ),
    ],
)
def test_a_page_is_cited_by_what_stands_on_it(name: str, citation: str) -> None:
    assert format_citation(page(name).reference) == citation


@pytest.mark.parametrize("name", ["pubmed", "pubmed-in-one-line", "pubmed-abstract-text"])
def test_a_page_of_pubmed_gives_its_numbers(name: str) -> None:
    found = page(name)

    assert (found.pmid, found.reference.doi, found.doubts) == (
        "12345678",
        "10.1000/fever.2003.1",
        (),
    )


def test_what_a_page_does_not_say_is_told() -> None:
    assert page("springer-chapter").doubts == ("no journal found", "no DOI or PMID found")


def test_what_had_to_be_guessed_is_told() -> None:
    text = f"The course of hill fever\n\n{SENTENCES[1]} {SENTENCES[5]}\n\nBack to the top"

    assert read_source(text).doubts == (
        "the abstract is a guess: no heading says where it begins",
        "the title is a guess",
        "no authors found",
        "no journal found",
        "no year found",
        "no DOI or PMID found",
    )


def test_two_abstracts_are_told() -> None:
    text = (
        "Resumen\nSe siguió a cuarenta niños durante un año entero en dos valles.\n"
        "Palabras clave: fiebre\nAbstract\nWe followed forty children for a year in two valleys.\n"
        "Keywords: fever\n"
    )

    assert read_source(text).doubts[0] == (
        'another text is nearly as long: "We followed forty children for a year in two valleys."'
    )


# --- other languages -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            (
                "Das Bergfieber bei Kindern\n\nA. B. Okafor, P. Lind\n\nZusammenfassung\n"
                "Hintergrund: Das Bergfieber ist häufig und bei Kindern kaum bekannt.\n"
                "Ergebnisse: Neun Kinder "
                "(22,5 %) hatten einen Ausschlag. Niemand starb.\n\nSchlüsselwörter: Fieber\n"
            ),
            [
                "Das Bergfieber ist häufig und bei Kindern kaum bekannt.",
                "Neun Kinder (22,5 %) hatten einen Ausschlag.",
                "Niemand starb.",
            ],
        ),
        (
            (
                "La fièvre des collines\nRésumé\nContexte : La fièvre est fréquente et mal connue."
                "\nRésultats : Neuf enfants avaient une éruption.\nMots-clés : fièvre\n"
            ),
            ["La fièvre est fréquente et mal connue.", "Neuf enfants avaient une éruption."],
        ),
        (
            (
                "山岳熱の経過\n岡田 彩, 林 太郎\n抄録\n背景：山岳熱は小児に多い。"
                "方法：40人の小児を追跡した。\n"
                "結果：9人に発疹がみられた。死亡例はなかった。\nキーワード：発熱\n"
            ),
            [
                "山岳熱は小児に多い。",
                "40人の小児を追跡した。",
                "9人に発疹がみられた。",
                "死亡例はなかった。",
            ],
        ),
        (
            (
                "Течение горной лихорадки\nА. Б. Окафор, П. Линд\nРезюме\nЦель: изучить лихорадку "
                "у детей. Методы: наблюдали сорок детей. Никто не умер.\n"
                "Ключевые слова: лихорадка\n"
            ),
            ["изучить лихорадку у детей.", "наблюдали сорок детей.", "Никто не умер."],
        ),
    ],
    ids=["German", "French", "Japanese", "Russian"],
)
def test_a_page_in_another_language_is_read(text: str, sentences: list[str]) -> None:
    assert list(read_source(text).sentences) == sentences


# --- HTML ----------------------------------------------------------------------------------------

HTML = f"""<!DOCTYPE html>
<html><head><title>Fever - Hills Online</title><style>p {{ color: red }}</style>
<meta name="citation_title" content="The course of hill fever in children">
<meta name="citation_author" content="Okafor, Ada B."><meta name="citation_author" content="P Lind">
<meta name="citation_journal_title" content="Journal of the Hills">
<meta name="citation_publication_date" content="2003/11/04"><meta name="citation_volume" content="82">
<meta name="citation_firstpage" content="373"><meta name="citation_lastpage" content="384">
<meta name="citation_doi" content="10.1000/fever.2003.1"><meta name="citation_pmid" content="12345678">
<script>if (1 < 2) {{ document.write("<p>Not a sentence of it at all.</p>"); }}</script></head>
<body><nav><ul><li>Home<li>Archive</ul></nav><button>Share it with all whom you know.</button>
<h1>The course of <em>hill fever</em> in children</h1><p>Ada B. Okafor<sup>1</sup>, P Lind<sup>2</sup>
<h2>Abstract</h2><div><h3>Background</h3><p>{SENTENCES[0]}</p>
<p><strong>Methods:</strong> {SENTENCES[1]}
Counts were below 2.5 &times; 10<sup>9</sup>/L in all, and CO<sub>2</sub> was not measured.</p></div>
<h2>Keywords</h2><p>fever</p></body></html>
"""  # noqa: E501 (a page is not wrapped)


def test_a_page_saved_as_html_is_read() -> None:
    found = read_source(HTML, "a.html")

    assert found.sentences == (
        SENTENCES[0],
        SENTENCES[1],
        "Counts were below 2.5 × 10⁹/L in all, and CO2 was not measured.",
    )


def test_what_a_page_in_html_declares_is_its_citation() -> None:
    found = read_source(HTML, "a.html")

    assert format_citation(found.reference) == (
        "Okafor AB, Lind P. The course of hill fever in children. "
        "Journal of the Hills 2003;82:373-384."
    )
    assert (found.reference.doi, found.pmid, found.doubts) == (
        "10.1000/fever.2003.1",
        "12345678",
        (),
    )


def test_a_page_without_prose_is_told_or_read_as_it_stands() -> None:
    assert read_source("<html><body><p>Fever</p></body></html>").sentences == ("Fever",)


# --- many records --------------------------------------------------------------------------------


def test_every_record_that_pubmed_saved_as_text_is_read() -> None:
    first = (PAGES / "pubmed-abstract-text.txt").read_text(encoding="utf-8")
    second = (
        "\n\n2. J Plains. 2001 May;12(3):45-9. doi: 10.1000/plains.2001.7.\n\nFever of the plains."
        "\n\nLind P(1), Sato T.\n\nDOI: 10.1000/plains.2001.7\nPMID: 11111111\n"
    )

    found = read_papers(first + second)

    assert [(each.pmid, each.reference.title, len(each.sentences)) for each in found] == [
        ("12345678", "The course of hill fever in children", 7),
        ("11111111", "Fever of the plains", 0),
    ]
    assert found[1].doubts == ("the record has no abstract",)


# --- words that a column broke -------------------------------------------------------------------


def test_a_hyphen_is_kept_where_the_text_writes_the_word_with_it() -> None:
    text = (
        "Fever was long-term in some of the chil-\ndren, and it was not long-\nterm in others of "
        "those.\nThey were trea-\nted with care, and none of them was known to have di-\ned."
    )

    assert read_source(text).sentences == (
        "Fever was long-term in some of the children, and it was not long-term in others of those.",
        "They were treated with care, and none of them was known to have died.",
    )
