"""Which of several papers a source of a deck is: by DOI, else by PMID, else by title."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.sources.model import SourceText

_PMID = re.compile(r"(?:\bPMID\b|\bPubMed\b|pubmed\.ncbi\.nlm\.nih\.gov/)\D{0,3}(\d{1,8})\b")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]*[^\s\"<>.,;:)\]]")
_MIN_TITLE_LETTERS = 15  # a shorter one may stand in another paper's citation


@dataclass(frozen=True, slots=True)
class WantedPaper:
    """What a deck says of a paper: how it cites it, its DOI, its address; "" where it does not."""

    cite: str
    doi: str = ""
    url: str = ""


def find_paper(papers: Sequence[SourceText], wanted: WantedPaper) -> SourceText | None:
    """Return the one of `papers` that is `wanted`; None where none is.

    A paper that has a DOI or PMID of its own which is not the wanted one is another paper, whatever
    its title.
    """
    doi, pmid = _doi_of(wanted), _pmid_of(wanted)
    for paper in papers:
        if doi and paper.reference.doi.casefold() == doi:
            return paper
    for paper in papers:
        if pmid and paper.pmid == pmid:
            return paper
    cited = _fold(wanted.cite)
    for paper in papers:
        title = _fold(paper.reference.title)
        if len(title) >= _MIN_TITLE_LETTERS and title in cited and not is_other(paper, wanted):
            return paper
    return None


def is_other(paper: SourceText, wanted: WantedPaper) -> bool:
    """Return whether DOI or PMID say that `paper` is not the `wanted` one."""
    doi, pmid = _doi_of(wanted), _pmid_of(wanted)
    own = paper.reference.doi.casefold()
    if doi and own:
        return own != doi
    return bool(pmid and paper.pmid) and paper.pmid != pmid


def _doi_of(wanted: WantedPaper) -> str:
    """Return the DOI that is said, in one case."""
    found = _DOI.search(wanted.doi) or _DOI.search(wanted.url) or _DOI.search(wanted.cite)
    return found[0].casefold() if found else ""


def _pmid_of(wanted: WantedPaper) -> str:
    """Return PubMed's number where it is said."""
    found = _PMID.search(wanted.url) or _PMID.search(wanted.cite)
    return found[1] if found else ""


def _fold(text: str) -> str:
    """Return the letters and digits of a text in one case."""
    return "".join(
        each for each in unicodedata.normalize("NFKD", text).casefold() if each.isalnum()
    )
