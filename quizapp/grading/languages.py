"""What judging must know of a language: one row each. Values only.

A language without a row is judged exactly: case is free and one wrong letter is asked about.
"""

from dataclasses import dataclass
from enum import StrEnum


class Accents(StrEnum):
    """What a letter without its mark is."""

    MARK = "mark"  # the same letter, and the mark is told: crème, creme
    LETTER = "letter"  # another letter, left out by a slip: schön, schon
    EXACT = "exact"  # told apart, as a language without a row does


@dataclass(frozen=True, slots=True)
class Language:
    """One language.

    Attributes:
        code: ISO 639-1.
        name: as it is called in English.
        articles: words before a noun that say nothing.
        negations: words that deny.
        or_words: words between two answers.
        and_words: words between the members of a list.
        fillers: words beside an answer that say nothing.
        endings: pairs of endings of which a word may have either and stay the same word.
        has_decimal_comma: 7,5 is seven and a half, and 7.500 is seven thousand five hundred.
        accents: what a letter without its mark is.
        ear: pairs of spellings that sound alike, the plainer one last.
        is_promised: whether slips and inflected forms are judged as in English; where it is not,
            they are judged more strictly, and authors are told.
    """

    code: str
    name: str
    articles: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    or_words: frozenset[str] = frozenset()
    and_words: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    endings: tuple[tuple[str, str], ...] = ()
    has_decimal_comma: bool = False
    accents: Accents = Accents.EXACT
    ear: tuple[tuple[str, str], ...] = ()
    is_promised: bool = False


def _row(code: str, name: str, *, comma: bool = True, accents: Accents, **words: str) -> Language:
    sets = {key: frozenset(text.split()) for key, text in words.items()}
    return Language(code, name, has_decimal_comma=comma, accents=accents, is_promised=True, **sets)


LANGUAGES = {
    row.code: row
    for row in (
        _row("en", "English", comma=False, accents=Accents.MARK, or_words="or versus vs either"),
        _row("de", "German", accents=Accents.LETTER, or_words="oder bzw entweder"),
        _row("fr", "French", accents=Accents.MARK, or_words="ou soit"),
        _row("es", "Spanish", accents=Accents.MARK, or_words="o u"),
        _row("it", "Italian", accents=Accents.MARK, or_words="o oppure"),
        _row("pt", "Portuguese", accents=Accents.MARK, or_words="ou"),
        _row("nl", "Dutch", accents=Accents.MARK, or_words="of ofwel"),
        _row("ru", "Russian", accents=Accents.LETTER, or_words="или либо"),
        Language("ar", "Arabic", or_words=frozenset({"أو", "او", "أم"}), has_decimal_comma=True),
        Language("ja", "Japanese", or_words=frozenset({"または", "又は", "か"})),
    )
}


def language_of(code: str) -> Language:
    """Return the row of `code` ("de", "de-AT"); one that is judged exactly where there is none."""
    short = code.casefold().replace("_", "-").split("-")[0]
    return LANGUAGES.get(short) or Language(short, code)
