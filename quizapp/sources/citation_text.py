"""Citing a paper, as the `sources` of a deck do."""

from quizapp.sources.model import Reference

_MAX_AUTHORS = 6  # as the ICMJE's recommendations have it; the others are "et al."


def format_citation(reference: Reference) -> str:
    """Return the full citation, "Levy J, Thomas C. Title. J Pediatr 1997;131:47-54." or so.

    What the reference lacks is left out; "" when it says nothing.
    """
    parts = (_format_authors(reference), reference.title, _format_publication(reference))
    return " ".join(part if part[-1] in ".?!" else f"{part}." for part in parts if part)


def format_short_citation(reference: Reference) -> str:
    """Return what is shown after an answer: "Levy 1997"; "" when too little is known."""
    whose = _surname(reference.authors[0]) if reference.authors else reference.journal
    return " ".join(filter(None, (whose, reference.year)))


def _format_authors(reference: Reference) -> str:
    """Return up to six authors, "et al." for the others."""
    named = reference.authors[:_MAX_AUTHORS]
    more = ("et al",) if len(reference.authors) > _MAX_AUTHORS else ()
    return ", ".join((*named, *more))


def _format_publication(reference: Reference) -> str:
    """Return where and when: "J Pediatr 1997;131:47-54"; an issue only without a volume."""
    where = " ".join(filter(None, (reference.journal, reference.year)))
    issue = f"({reference.issue})" if reference.issue and not reference.volume else ""
    number = reference.volume or issue
    pages = f":{reference.pages}" if reference.pages else ""
    if number:
        return f"{where};{number}{pages}"
    return f"{where}{pages}"


def _surname(author: str) -> str:
    """Return an author's name without the initials; a group's whole name."""
    name, _, initials = author.rpartition(" ")
    return name if name and initials.isupper() and initials.isalpha() else author
