"""Where a paper stands, as databases and publishers print it: journal, year, volume, pages."""

import re

from quizapp.sources.model import Reference

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_YEAR_AGAIN = r"(?P<late_year>(?:19|20)\d\d)"
MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|ene|abr|ago|dic|fév|avr|"
    r"juin|juil|août|déc)[a-zéû]*\.?"
)
_NAME = rf"(?P<journal>(?!{MONTH}\b)[^\W\d_][^\d;:•|>()?!]{{1,90}}?)"
_SPAN = (
    r"(?:(?:p{1,2}|ss?|с|стр)\.?\s*)?(?P<pages>[A-Za-z]{0,2}\d[\w.]*(?:\s?[-–]\s?[A-Za-z]?\d+)?)"
)
_NUMBER = r"(?P<volume>\d+\w*)"
_MONTHS = rf"(?:{MONTH}(?:[-–/ ]{MONTH})?)"
_CITY = r"(?:\s[A-ZÀ-Þ][^\W\d_]+)?"  # Madrid, as SciELO has it
_VOLUME = rf"vol(?:ume|\.)\s*:?\s*{_NUMBER}"
_ISSUE = r"(?:issue|no\.?|number)\s*:?\s*(?P<issue>[\w/-]+)"
_IN_BRACKETS = r"(?:\((?P<issue>[^)]{1,20})\))?"
_ISSUE_BEFORE_YEAR = r"(?:\((?P<issue>\d{1,3}(?:[-/]\d{1,3})?)\)\s*)?"
_PAGES = rf"(?:pages?|pp?\.?|article(?:\snumber:?)?)\s*{_SPAN}"
_LINES = (
    # J Hills. 2003 Nov 4;82(6):373-84
    (
        rf"^\W*{_NAME}[.,]?\s+{_YEAR}(?:[\s,]+{MONTH}(?:[-/]{MONTH})?(?:\s+\d{{1,2}})?)?\s*;\s*{_NUMBER}"
        rf"\s*{_IN_BRACKETS}\s*:\s*{_SPAN}"
    ),
    # Journal of the Hills volume 82, pages 373–384 (2003)
    rf"^{_NAME},?\s+{_VOLUME},?\s*(?:{_ISSUE},?\s*)?(?:{_PAGES})?,?\s*\({_YEAR}\)",
    # Journal of the Hills, Volume 82, Issue 6, November 2003, Pages 373-384
    (
        rf"^(?:published in:\s*)?(?:{_NAME}[,.]?\s+)?\(?\s*{_VOLUME}(?:,?\s*{_ISSUE})?"
        rf"(?:,\s*part\s*\w+)?{_CITY}(?:,?\s*\(?(?:\d{{1,2}}\s+)?{_MONTHS}?,?\s*\(?{_YEAR}\)?)?"
        rf"(?:,?\s*{_PAGES})?(?:\s*\({_YEAR_AGAIN}\))?"
    ),
    # Hills 2003, 82(6), 373
    rf"^{_NAME}[.,]?\s+{_YEAR}\s*[,;]\s*{_NUMBER}\s*{_IN_BRACKETS}\s*[,:]\s*{_SPAN}",
    # J. Hills 82 (2003) 373-384
    rf"^{_NAME},?\s+{_NUMBER}\s*{_ISSUE_BEFORE_YEAR}\({_YEAR}\),?\s*{_SPAN}$",
    # J. Hills, 2003, 82 (6), pp. 373-384
    rf"^{_NAME},\s+{_YEAR},\s+{_NUMBER}\s*{_IN_BRACKETS},\s*{_SPAN}",
    # J. Hills 82, 373-384 (2003)
    rf"^{_NAME},?\s+{_NUMBER}\s*{_IN_BRACKETS},\s*{_SPAN}\s*\({_YEAR}\)",
    # J Hills, 04 Nov 2003, 82(6):373-384
    rf"^{_NAME},\s+\d{{1,2}}\s{MONTH}\s{_YEAR},\s+{_NUMBER}\s*{_IN_BRACKETS}\s*:\s*{_SPAN}",
    # Journal of the Hills, v82 n6 p373-384 2003
    rf"^{_NAME},\s+v{_NUMBER}\s+(?:n(?P<issue>[\w/-]+)\s+)?{_SPAN}(?:\s{MONTH})?\s+{_YEAR}",
    # 山岳誌/82 巻 (2003) 6 号, 山岳誌 2003 年 82 巻 6 号 p. 373-384
    (
        rf"^(?:{_NAME}[/\s]+)?(?:{_YEAR}\s?年\s?)?{_NUMBER}\s?巻\s?(?:\({_YEAR_AGAIN}\)\s?)?"
        rf"(?:(?P<issue>[\w-]+)\s?号)?(?:\s*{_SPAN})?"
    ),
    # Journal of the Hills 82(6):p 373-384, November 2003
    (
        rf"^{_NAME},?\s+{_NUMBER}\s*{_IN_BRACKETS}\s*(?:,\s|:)\s*{_SPAN}[,\s(]*"
        rf"(?:{_MONTHS}\s*)?{_YEAR}\)?"
    ),
    # the same without a year: then only from one page to another
    rf"^{_NAME},?\s+{_NUMBER}\s*{_IN_BRACKETS}\s*(?:,\s|:)\s*(?=[^-–]{{1,12}}[-–]){_SPAN}",
    # Phys. Hills 82, 061102 – Published 4 November 2003
    rf"^(?P<journal>[^\d;:]+?\.)\s+{_NUMBER},\s*{_SPAN}\s+[-–]\s+published.*?{_YEAR}",
    # J Hills 2003;82
    rf"^{_NAME}[.,]?\s+{_YEAR}(?:\s+{MONTH})?\s*;\s*{_NUMBER}",
)
# Behind names, year and title: J Hills, 82(6), 373-384; J Hills, vol. 82(6), pages 373-384
_BEHIND_TITLE = re.compile(
    rf"{_NAME},\s+(?:[^,\d]{{1,60}},\s+)?(?:vol(?:ume|\.)\s*)?{_NUMBER}\s*{_IN_BRACKETS},\s*"
    rf"(?:pages?\s+)?{_SPAN}",
    re.IGNORECASE,
)
_PUBLISHER = re.compile(r"(?<=,) (?:(?!\band\b|&)[^,\d]){1,60},(?= vol\.)")
_YEAR_IN_BRACKETS = re.compile(r"\s*\((?:[A-Z][a-z]+\.?\s(?:\d{1,2},\s)?)?((?:19|20)\d\d)\)")
_ENDS_WITH_DATE = re.compile(rf"(?:^|\s){MONTH}$", re.IGNORECASE)
_PATTERNS = tuple(re.compile(line, re.IGNORECASE) for line in _LINES)  # the first that fits


def read_publication_line(line: str) -> Reference | None:
    """Return what a line says of where a paper stands; None where it is no such line.

    The journal may stand in a line of its own, above: then it is "".
    """
    for pattern in _PATTERNS:
        if match := pattern.search(line):
            said = {name: value.strip(" .,") for name, value in match.groupdict().items() if value}
            if _ENDS_WITH_DATE.search(said.get("journal", "")):
                continue  # Posted November 04, 2003
            if late_year := said.pop("late_year", ""):
                said.setdefault("year", late_year)
            return Reference(**said | {"pages": tidy_pages(said.get("pages", ""))})  # type: ignore[arg-type]
    return None


def read_cited_publication(text: str) -> Reference:
    """Return where a paper stands by what follows its title in a citation; empty where unread."""
    found = read_publication_line(_PUBLISHER.sub(" ", text))
    if found is not None and found.journal:
        return found
    if match := _BEHIND_TITLE.match(text):
        said = {name: value.strip(" .,") for name, value in match.groupdict().items() if value}
        return Reference(**said | {"pages": tidy_pages(said.get("pages", ""))})  # type: ignore[arg-type]
    year = _YEAR_IN_BRACKETS.match(text)
    return Reference(year=year[1] if year else "")


def tidy_pages(pages: str) -> str:
    """Return pages as "47-54"."""
    return re.sub(r"\s?[-–]\s?", "-", pages).rstrip(".")
