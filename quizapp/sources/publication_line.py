"""Where a paper stands, as databases and publishers print it: journal, year, volume, pages."""

import re

from quizapp.sources.model import Reference

_YEAR = r"(?P<year>(?:19|20)\d\d)"
MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|ene|abr|ago|dic|fév|avr|"
    r"juin|juil|août|déc)[a-zéû]*\.?"
)
_NAME = rf"(?P<journal>(?!{MONTH}\b)[^\W\d_][^\d;:•|>()]{{1,90}}?)"
_SPAN = r"(?:p{1,2}\.?\s*)?(?P<pages>[A-Za-z]{0,2}\d[\w.]*(?:\s?[-–]\s?[A-Za-z]?\d+)?)"
_NUMBER = r"(?P<volume>\d+\w*)"
_MONTHS = rf"(?:{MONTH}(?:[-–/ ]{MONTH})?)"
_VOLUME = rf"vol(?:ume|\.)\s*:?\s*{_NUMBER}"
_ISSUE = r"(?:issue|no\.?|number)\s*:?\s*(?P<issue>[\w/-]+)"
_IN_BRACKETS = r"(?:\((?P<issue>[^)]{1,20})\))?"
_PAGES = rf"(?:pages?|pp?\.?|article(?:\snumber:?)?)\s*{_SPAN}"
_LINES = (
    # J Hills. 2003 Nov 4;82(6):373-84
    (
        rf"^\W*{_NAME}[.,]?\s+{_YEAR}(?:[\s,]+{MONTH}(?:[-/]{MONTH})?(?:\s+\d{{1,2}})?)?\s*;\s*{_NUMBER}"
        rf"\s*{_IN_BRACKETS}\s*:\s*{_SPAN}"
    ),
    # Journal of the Hills volume 82, pages 373–384 (2003)
    rf"^{_NAME}\s+{_VOLUME},?\s*(?:{_ISSUE},?\s*)?(?:{_PAGES})?\s*\({_YEAR}\)",
    # Journal of the Hills, Volume 82, Issue 6, November 2003, Pages 373-384
    (
        rf"^(?:published in:\s*)?(?:{_NAME}[,.]?\s+)?\(?\s*{_VOLUME}(?:,?\s*{_ISSUE})?"
        rf"(?:,\s*part\s*\w+)?(?:,?\s*(?:\d{{1,2}}\s+)?{_MONTHS}?\s*\(?{_YEAR}\)?)?(?:,?\s*{_PAGES})?"
    ),
    # Hills 2003, 82(6), 373
    rf"^{_NAME}[.,]?\s+{_YEAR}\s*[,;]\s*{_NUMBER}\s*{_IN_BRACKETS}\s*[,:]\s*{_SPAN}",
    # Journal of the Hills 82(6):p 373-384, November 2003
    rf"^{_NAME},?\s+{_NUMBER}\s*{_IN_BRACKETS}\s*[,:]\s*{_SPAN}[,\s(]*{_MONTHS}?\s*(?:{_YEAR})?\)?",
    # Phys. Hills 82, 061102 – Published 4 November 2003
    rf"^(?P<journal>[^\d;:]+?\.)\s+{_NUMBER},\s*{_SPAN}\s+[-–]\s+published.*?{_YEAR}",
    # J Hills 2003;82
    rf"^{_NAME}[.,]?\s+{_YEAR}(?:\s+{MONTH})?\s*;\s*{_NUMBER}",
)
_PATTERNS = tuple(re.compile(line, re.IGNORECASE) for line in _LINES)  # the first that fits


def read_publication_line(line: str) -> Reference | None:
    """Return what a line says of where a paper stands; None where it is no such line.

    The journal may stand in a line of its own, above: then it is "".
    """
    for pattern in _PATTERNS:
        if match := pattern.search(line):
            said = {name: value.strip(" .,") for name, value in match.groupdict().items() if value}
            return Reference(**said | {"pages": tidy_pages(said.get("pages", ""))})  # type: ignore[arg-type]
    return None


def tidy_pages(pages: str) -> str:
    """Return pages as "47-54"."""
    return re.sub(r"\s?[-–]\s?", "-", pages).rstrip(".")
