"""A page saved as HTML: its text as a browser would let it be copied, and what it declares.

Pages of journals declare their paper for search engines (`citation_title` and its like); that is
surer than what is read off the text.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TypeAlias

from quizapp.sources.author_names import abbreviate_name
from quizapp.sources.clean_text import strip_markup
from quizapp.sources.model import Reference

_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|article|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_UNSEEN = frozenset({
    "script", "style", "noscript", "svg", "template", "select", "button", "iframe", "object",
    "math",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody",
    "thead", "tr", "ul", "title",
})  # fmt: skip
_HEADINGS = frozenset({
    "h1", "h2", "h3", "h4", "h5", "h6",
})  # fmt: skip
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_IS_RAISED = re.compile(r"[-+−]?\d{1,3}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DOI = re.compile(r"\b10\.\d{4,9}/\S+")
_JOURNALS = ("citation_journal_abbrev", "citation_journal_title", "prism.publicationname")
_DATES = (
    *("citation_publication_date", "citation_date", "citation_year", "prism.publicationdate"),
    *("dc.date", "citation_online_date"),
)

_Declared: TypeAlias = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """The text of a page, a line a block, and what its head declares of the paper."""

    text: str
    reference: Reference
    pmid: str = ""
    abstract: str = ""


def is_html(text: str) -> bool:
    """Return whether a text is a page in HTML."""
    return _OPENING.match(text) is not None and "</" in text


def read_html(text: str) -> HtmlPage:
    """Return a page's text and what it declares; scripts, styles and buttons are left out."""
    reader = _PageReader()
    reader.feed(text)
    reader.close()
    declared = reader.declared
    return HtmlPage(
        reader.text(),
        _read_reference(declared),
        _first_declared(declared, "citation_pmid"),
        strip_markup(_first_declared(declared, "citation_abstract")),
    )


def _read_reference(declared: _Declared) -> Reference:
    """Return the reference that a page declares."""
    first = _first_declared(declared, "citation_firstpage")
    last = _first_declared(declared, "citation_lastpage")
    doi = _DOI.search(_first_declared(declared, "citation_doi", "dc.identifier", "prism.doi"))
    year = _YEAR.search(_first_declared(declared, *_DATES))
    authors = declared.get("citation_author") or declared.get("dc.creator", ())
    return Reference(
        authors=tuple(filter(None, map(abbreviate_name, authors))),
        title=_first_declared(declared, "citation_title", "dc.title").removesuffix("."),
        journal=_first_declared(declared, *_JOURNALS),
        year=year[0] if year else "",
        volume=_first_declared(declared, "citation_volume", "prism.volume"),
        issue=_first_declared(declared, "citation_issue", "prism.number"),
        pages="-".join(dict.fromkeys(filter(None, (first, last)))),
        doi=doi[0].rstrip(".") if doi else "",
    )


def _first_declared(declared: _Declared, *names: str) -> str:
    """Return the first value declared under one of `names`, in their order; "" for none."""
    return next((value for name in names for value in declared.get(name, ()) if value), "")


class _PageReader(HTMLParser):
    """Collects the text of a page; an unclosed tag hides no more than itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.declared: dict[str, list[str]] = {}
        self._parts: list[str] = []
        self._unseen: list[str] = []
        self._raised: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta":
            values = {name: value or "" for name, value in attrs}
            name = (values.get("name") or values.get("property") or "").casefold()
            if name:
                self.declared.setdefault(name, []).append(
                    " ".join(values.get("content", "").split())
                )
        elif tag in _UNSEEN:
            self._unseen.append(tag)
        elif tag in _BLOCKS:
            self._parts.append("\n\n" if tag in _HEADINGS or tag == "p" else "\n")
        elif tag == "br":
            self._parts.append("\n")
        elif tag in {"td", "th"}:
            self._parts.append("\t")
        elif tag == "sup":
            self._raised.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            if tag in self._unseen:
                del self._unseen[self._unseen.index(tag) :]
        elif tag in _BLOCKS:
            self._unseen.clear()
            self._parts.append("\n\n" if tag in _HEADINGS or tag == "p" else "\n")
        elif tag == "sup" and self._raised:
            self._close_raised()

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if self._raised:
            self._raised[-1] += data
            return
        self._parts.append(re.sub(r"[ \t\r\n\f]+", " ", data))

    def text(self) -> str:
        """Return the text, a line a block, without blank ends of lines."""
        while self._raised:
            self._close_raised()
        lines = (line.strip(" ") for line in "".join(self._parts).split("\n"))
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")

    def _close_raised(self) -> None:
        """Write raised figures as such: 10⁹ is not 109."""
        raised = self._raised.pop()
        plain = raised.strip()
        written = plain.translate(_RAISED) if _IS_RAISED.fullmatch(plain) else raised
        self._parts.append(written)
